"""adopt editions

Revision: de70aed5670c, after 5c0de1ead721
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "de70aed5670c"
down_revision = "5c0de1ead721"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "ledger_edition",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ledger_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("doc_number", sqlmodel.sql.sqltypes.AutoString(length=60), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("adopted_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("adopted_by", sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("undone_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["ledger_id"], ["ledger.id"], name=op.f("fk_ledger_edition_ledger_id_ledger"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["source_document.id"],
            name=op.f("fk_ledger_edition_source_id_source_document"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger_edition")),
    )
    with op.batch_alter_table("ledger_edition", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ledger_edition_ledger_id"), ["ledger_id"], unique=False)

    op.create_table(
        "task_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=True),
        sa.Column("what", sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
        sa.Column("reason", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.Column("changed_by", sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
        sa.Column("changed_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["edition_id"],
            ["ledger_edition.id"],
            name=op.f("fk_task_change_edition_id_ledger_edition"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_task_change_task_id_task"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_change")),
    )
    with op.batch_alter_table("task_change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_task_change_edition_id"), ["edition_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_task_change_task_id"), ["task_id"], unique=False)

    with op.batch_alter_table("import_batch", schema=None) as batch_op:
        batch_op.add_column(sa.Column("seen", sa.JSON(), nullable=False, server_default="{}"))
        batch_op.add_column(sa.Column("edition_of", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("edition_id", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_import_batch_edition_of"), ["edition_of"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_import_batch_edition_id_ledger_edition"),
            "ledger_edition",
            ["edition_id"],
            ["id"],
            ondelete="SET NULL",
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_import_batch_edition_of_ledger"), "ledger", ["edition_of"], ["id"], ondelete="SET NULL"
        )


def downgrade() -> None:
    with op.batch_alter_table("import_batch", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_import_batch_edition_of_ledger"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_import_batch_edition_id_ledger_edition"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_import_batch_edition_of"))
        batch_op.drop_column("edition_id")
        batch_op.drop_column("edition_of")
        batch_op.drop_column("seen")

    with op.batch_alter_table("task_change", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_task_change_task_id"))
        batch_op.drop_index(batch_op.f("ix_task_change_edition_id"))

    op.drop_table("task_change")
    with op.batch_alter_table("ledger_edition", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ledger_edition_ledger_id"))

    op.drop_table("ledger_edition")
