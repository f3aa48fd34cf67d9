"""keep the days among which the day of issue is to be chosen

Revision: e81b6c02f7d5, after f41b9c26e8a5
"""

import sqlalchemy as sa
from alembic import op

revision = "e81b6c02f7d5"
down_revision = "f41b9c26e8a5"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("import_batch") as batch_op:
        batch_op.add_column(sa.Column("issued_either", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    with op.batch_alter_table("import_batch") as batch_op:
        batch_op.drop_column("issued_either")
