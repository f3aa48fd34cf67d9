"""ask leaders for consent

Revision: 8b1f64d2c7aa, after 973ec4d8a2fe
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "8b1f64d2c7aa"
down_revision = "973ec4d8a2fe"
branch_labels = None
depends_on = None
PERSON = "fk_closure_request_checked_by_id_user"


def upgrade() -> None:
    with op.batch_alter_table("ledger") as batch:
        batch.add_column(sa.Column("closure_needs_leader", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("ledger") as batch:
        batch.alter_column("closure_needs_leader", server_default=None)
    remark = sqlmodel.sql.sqltypes.AutoString(length=1000)
    with op.batch_alter_table("closure_request") as batch:
        batch.add_column(sa.Column("checked_by_id", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("checked_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
        batch.add_column(sa.Column("check_remark", remark, nullable=False, server_default=""))
        batch.create_foreign_key(op.f(PERSON), "user", ["checked_by_id"], ["id"], ondelete="RESTRICT")
    with op.batch_alter_table("closure_request") as batch:
        batch.alter_column("check_remark", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("closure_request") as batch:
        batch.drop_constraint(op.f(PERSON), type_="foreignkey")
        batch.drop_column("check_remark")
        batch.drop_column("checked_at")
        batch.drop_column("checked_by_id")
    with op.batch_alter_table("ledger") as batch:
        batch.drop_column("closure_needs_leader")
