"""read files in jobs

Revision: 5b1c0e7a92d4, after 5d1f0c7a9e42
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "5b1c0e7a92d4"
down_revision = "5d1f0c7a9e42"
branch_labels = None
depends_on = None
STATUSES = ("waiting", "reading", "done", "failed")


def upgrade() -> None:
    op.create_table(
        "reading_job",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(*STATUSES, name="jobstatus", native_enum=False, create_constraint=True, length=24),
            nullable=False,
        ),
        sa.Column("words", sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=True),
        sa.Column("reader", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("beat_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("sent_by_id", sa.Integer(), nullable=True),
        sa.Column("sent_by", sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
        sa.Column("sent_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_reading_job_batch_id_import_batch"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["sent_by_id"], ["user.id"], name=op.f("fk_reading_job_sent_by_id_user"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reading_job")),
    )
    with op.batch_alter_table("reading_job", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reading_job_status"), ["status"], unique=False)


def downgrade() -> None:
    op.drop_table("reading_job")
