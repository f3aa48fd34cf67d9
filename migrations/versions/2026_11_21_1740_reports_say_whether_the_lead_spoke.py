"""reports say whether the lead spoke

Revision: 5c0de1ead721, after 7c3e9a41d0b8
"""

import sqlalchemy as sa
from alembic import op

revision = "5c0de1ead721"
down_revision = "7c3e9a41d0b8"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("progress_report") as batch:
        batch.add_column(sa.Column("as_lead", sa.Boolean(), nullable=False, server_default=sa.false()))
    # Nobody wrote it down before: who leads now is taken to have led when it was sent.
    op.execute(
        "UPDATE progress_report SET as_lead = (1 = 1)"
        " WHERE responsibility_id IN (SELECT id FROM responsibility WHERE part = 'lead')"
    )
    with op.batch_alter_table("progress_report") as batch:
        batch.alter_column("as_lead", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("progress_report") as batch:
        batch.drop_column("as_lead")
