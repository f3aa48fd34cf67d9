"""keep which pages are scans

Revision: c41d8e07a5b2, after 7b3e92d0c4f8
"""

import sqlalchemy as sa
from alembic import op

revision = "c41d8e07a5b2"
down_revision = "7b3e92d0c4f8"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("import_batch") as batch_op:
        batch_op.add_column(sa.Column("scans", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    with op.batch_alter_table("import_batch") as batch_op:
        batch_op.drop_column("scans")
