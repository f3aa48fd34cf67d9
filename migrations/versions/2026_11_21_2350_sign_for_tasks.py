"""sign for tasks

Revision: f41b9c26e8a5, after d90a6b35f7e2
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "f41b9c26e8a5"
down_revision = "d90a6b35f7e2"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "receipt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("responsibility_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["user.id"], name=op.f("fk_receipt_by_id_user"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(
            ["responsibility_id"],
            ["responsibility.id"],
            name=op.f("fk_receipt_responsibility_id_responsibility"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receipt")),
        sa.UniqueConstraint("responsibility_id", name=op.f("uq_receipt_responsibility_id")),
    )
    with op.batch_alter_table("ledger") as batch_op:
        batch_op.add_column(sa.Column("needs_receipt", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("ledger") as batch_op:
        batch_op.alter_column("needs_receipt", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("ledger") as batch_op:
        batch_op.drop_column("needs_receipt")
    op.drop_table("receipt")
