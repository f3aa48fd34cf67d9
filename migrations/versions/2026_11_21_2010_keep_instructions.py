"""keep instructions

Revision: 5d0a7c3e91b4, after 2c7e9d41b6f3
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "5d0a7c3e91b4"
down_revision = "2c7e9d41b6f3"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "instruction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("leader_id", sa.Integer(), nullable=False),
        sa.Column("recorded_by_id", sa.Integer(), nullable=True),
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
        sa.Column("reply_by", sa.Date(), nullable=True),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["leader_id"], ["user.id"], name=op.f("fk_instruction_leader_id_user"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["user.id"], name=op.f("fk_instruction_recorded_by_id_user"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_instruction_task_id_task"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instruction")),
    )
    op.create_index(op.f("ix_instruction_task_id"), "instruction", ["task_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_instruction_task_id"), table_name="instruction")
    op.drop_table("instruction")
