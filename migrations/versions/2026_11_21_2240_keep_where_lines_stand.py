"""keep where lines stand on their pages

Revision: d7f20a3b91c4, after 8e15c7d2a9f4
"""

import sqlalchemy as sa
from alembic import op

revision = "d7f20a3b91c4"
down_revision = "8e15c7d2a9f4"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("source_document") as batch_op:
        batch_op.add_column(sa.Column("places", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    with op.batch_alter_table("source_document") as batch_op:
        batch_op.drop_column("places")
