"""hand out later

Revision: 8e15c7d2a9f4, after c41d8e07a5b2
"""

import sqlalchemy as sa
from alembic import op

revision = "8e15c7d2a9f4"
down_revision = "c41d8e07a5b2"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("task") as batch_op:
        batch_op.add_column(sa.Column("handed_out_on", sa.Date(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("task") as batch_op:
        batch_op.drop_column("handed_out_on")
