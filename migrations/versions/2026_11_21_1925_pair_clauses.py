"""pair clauses of editions, say where a task went

Revision: 2c7e9d41b6f3, after 7b1f4c0d92ae
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "2c7e9d41b6f3"
down_revision = "7b1f4c0d92ae"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("import_batch", schema=None) as batch_op:
        batch_op.add_column(sa.Column("pairs", sa.JSON(), nullable=False, server_default="{}"))
    with op.batch_alter_table("task", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("end_word", sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False, server_default="")
        )


def downgrade() -> None:
    with op.batch_alter_table("task", schema=None) as batch_op:
        batch_op.drop_column("end_word")
    with op.batch_alter_table("import_batch", schema=None) as batch_op:
        batch_op.drop_column("pairs")
