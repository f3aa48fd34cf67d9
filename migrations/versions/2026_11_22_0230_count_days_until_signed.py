"""count the days until a department has signed

Revision: c27d5e90b148, after 4c7d02be91fa
"""

from zoneinfo import ZoneInfo

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "c27d5e90b148"
down_revision = "4c7d02be91fa"
branch_labels = None
depends_on = None

AWAITING = "awaiting_receipt"


def upgrade() -> None:
    with op.batch_alter_table("responsibility") as batch_op:
        batch_op.add_column(sa.Column("receipt_asked_on", sa.Date(), nullable=True))
    responsibility = sa.table(
        "responsibility", sa.column("task_id"), sa.column("status"), sa.column("receipt_asked_on", sa.Date())
    )
    task = sa.table("task", sa.column("id"), sa.column("ledger_id"), sa.column("handed_out_on", sa.Date()))
    ledger = sa.table("ledger", sa.column("id"), sa.column("published_at", sqlmodel.sql.sqltypes.UTCDateTime()))
    rows = op.get_bind().execute(
        sa.select(task.c.id, task.c.handed_out_on, ledger.c.published_at)
        .join(ledger, ledger.c.id == task.c.ledger_id)
        .where(
            task.c.id.in_(sa.select(responsibility.c.task_id).where(responsibility.c.status == AWAITING)),
        )
    )
    for task_id, handed_out_on, published_at in rows.all():
        asked_on = handed_out_on or published_at.astimezone(ZoneInfo("Asia/Shanghai")).date()
        op.get_bind().execute(
            responsibility.update()
            .where(responsibility.c.task_id == task_id, responsibility.c.status == AWAITING)
            .values(receipt_asked_on=asked_on)
        )


def downgrade() -> None:
    with op.batch_alter_table("responsibility") as batch_op:
        batch_op.drop_column("receipt_asked_on")
