"""sessions end when idle

Revision: 8b3e6d2f41aa, after 5b1c0e7a92d4. Everybody signs in again: older sessions have no key.
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "8b3e6d2f41aa"
down_revision = "5b1c0e7a92d4"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("DELETE FROM user_session")
    with op.batch_alter_table("user_session") as batch_op:
        batch_op.add_column(sa.Column("stamp_key", sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False))
        batch_op.drop_column("seen_at")


def downgrade() -> None:
    op.execute("DELETE FROM user_session")
    with op.batch_alter_table("user_session") as batch_op:
        batch_op.add_column(sa.Column("seen_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False))
        batch_op.drop_column("stamp_key")
