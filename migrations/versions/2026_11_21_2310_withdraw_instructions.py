"""withdraw instructions

Revision: b27f4e81c0d6, after d7f20a3b91c4
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "b27f4e81c0d6"
down_revision = "d7f20a3b91c4"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("instruction") as batch_op:
        batch_op.add_column(sa.Column("withdrawn_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
        batch_op.add_column(sa.Column("withdrawn_by_id", sa.Integer(), nullable=True))
        batch_op.add_column(
            sa.Column(
                "withdrawn_reason",
                sqlmodel.sql.sqltypes.AutoString(length=1000),
                nullable=False,
                server_default="",
            )
        )
        batch_op.create_foreign_key(
            op.f("fk_instruction_withdrawn_by_id_user"), "user", ["withdrawn_by_id"], ["id"], ondelete="RESTRICT"
        )
    with op.batch_alter_table("instruction") as batch_op:
        batch_op.alter_column("withdrawn_reason", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("instruction") as batch_op:
        batch_op.drop_constraint(op.f("fk_instruction_withdrawn_by_id_user"), type_="foreignkey")
        batch_op.drop_column("withdrawn_reason")
        batch_op.drop_column("withdrawn_by_id")
        batch_op.drop_column("withdrawn_at")
