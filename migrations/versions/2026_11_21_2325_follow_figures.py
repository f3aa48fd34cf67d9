"""follow figures without a goal

Revision: d90a6b35f7e2, after b27f4e81c0d6
"""

import sqlalchemy as sa
from alembic import op

revision = "d90a6b35f7e2"
down_revision = "b27f4e81c0d6"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("indicator") as batch_op:
        batch_op.alter_column("value", existing_type=sa.Numeric(18, 4), nullable=True)


def downgrade() -> None:
    # What is only followed has no place in the older table.
    op.execute("DELETE FROM indicator WHERE value IS NULL")
    with op.batch_alter_table("indicator") as batch_op:
        batch_op.alter_column("value", existing_type=sa.Numeric(18, 4), nullable=False)
