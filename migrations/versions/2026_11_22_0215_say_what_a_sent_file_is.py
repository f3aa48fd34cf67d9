"""say what a file that was sent in is

Revision: 4c7d02be91fa, after e81b6c02f7d5
"""

import sqlalchemy as sa
from alembic import op

revision = "4c7d02be91fa"
down_revision = "e81b6c02f7d5"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("reading_job") as batch_op:
        batch_op.add_column(sa.Column("is_edition", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("edition_of", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_reading_job_edition_of_ledger"), "ledger", ["edition_of"], ["id"], ondelete="SET NULL"
        )


def downgrade() -> None:
    with op.batch_alter_table("reading_job") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_reading_job_edition_of_ledger"), type_="foreignkey")
        batch_op.drop_column("edition_of")
        batch_op.drop_column("is_edition")
