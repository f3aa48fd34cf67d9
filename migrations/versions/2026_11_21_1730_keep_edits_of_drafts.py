"""keep edits of drafts

Revision: 7c3e9a41d0b8, after c47a90d1be63
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "7c3e9a41d0b8"
down_revision = "c47a90d1be63"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "draft_edit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("what", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_draft_edit_batch_id_import_batch"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["by_id"], ["user.id"], name=op.f("fk_draft_edit_by_id_user"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft_edit")),
    )
    with op.batch_alter_table("draft_edit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_draft_edit_batch_id"), ["batch_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_draft_edit_by_id"), ["by_id"], unique=False)
    with op.batch_alter_table("import_batch", schema=None) as batch_op:
        batch_op.add_column(sa.Column("rows", sa.JSON(), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("names", sa.JSON(), nullable=False, server_default="{}"))
    with op.batch_alter_table("draft_task", schema=None) as batch_op:
        batch_op.add_column(sa.Column("dropped", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.drop_constraint("uq_draft_task_batch_id_position", type_="unique")
        batch_op.create_index(batch_op.f("ix_draft_task_batch_id"), ["batch_id"], unique=False)


def downgrade() -> None:
    op.execute("DELETE FROM draft_task WHERE dropped")
    with op.batch_alter_table("draft_task", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_draft_task_batch_id"))
        batch_op.create_unique_constraint("uq_draft_task_batch_id_position", ["batch_id", "position"])
        batch_op.drop_column("dropped")
    with op.batch_alter_table("import_batch", schema=None) as batch_op:
        batch_op.drop_column("names")
        batch_op.drop_column("rows")
    op.drop_table("draft_edit")
