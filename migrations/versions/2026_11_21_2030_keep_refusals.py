"""keep refusals

Revision: 7b3e92d0c4f8, after 5d0a7c3e91b4
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "7b3e92d0c4f8"
down_revision = "5d0a7c3e91b4"
branch_labels = None
depends_on = None
DECISION = sa.Enum("accepted", "returned", name="decision", native_enum=False, create_constraint=True, length=24)


def refers(column: str, table: str, ondelete: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_refusal_{column}_{table}")
    return sa.ForeignKeyConstraint([column], [f"{table}.id"], name=name, ondelete=ondelete)


def upgrade() -> None:
    words = sqlmodel.sql.sqltypes.AutoString(length=1000)
    op.create_table(
        "refusal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("responsibility_id", sa.Integer(), nullable=False),
        sa.Column("reason", words, nullable=False),
        sa.Column("proposed_id", sa.Integer(), nullable=True),
        sa.Column("asked_by_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("decision", DECISION, nullable=True),
        sa.Column("given_to_id", sa.Integer(), nullable=True),
        sa.Column("remark", words, nullable=False),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("decided_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        refers("task_id", "task", "CASCADE"),
        refers("responsibility_id", "responsibility", "CASCADE"),
        refers("proposed_id", "department", "RESTRICT"),
        refers("asked_by_id", "user", "RESTRICT"),
        refers("given_to_id", "department", "RESTRICT"),
        refers("decided_by_id", "user", "RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refusal")),
    )
    op.create_index(op.f("ix_refusal_task_id"), "refusal", ["task_id"], unique=False)
    op.create_index(op.f("ix_refusal_responsibility_id"), "refusal", ["responsibility_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_refusal_responsibility_id"), table_name="refusal")
    op.drop_index(op.f("ix_refusal_task_id"), table_name="refusal")
    op.drop_table("refusal")
