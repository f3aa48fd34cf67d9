"""chain the log

Revision: c47a90d1be63, after 8b3e6d2f41aa. Older events are linked in their order; from here on the database itself
refuses to change or remove a linked one.
"""

import hashlib
import json
from datetime import UTC

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "c47a90d1be63"
down_revision = "8b3e6d2f41aa"
branch_labels = None
depends_on = None
TEXT = sqlmodel.sql.sqltypes.AutoString
EVENT = sa.table(
    "audit_event", sa.column("id", sa.Integer), sa.column("at", sqlmodel.sql.sqltypes.UTCDateTime()),
    sa.column("actor_id", sa.Integer), sa.column("actor_name", sa.String), sa.column("tag", sa.String),
    sa.column("subject_kind", sa.String), sa.column("subject_id", sa.Integer), sa.column("details", sa.JSON),
    sa.column("number", sa.Integer), sa.column("digest", sa.String),
)  # fmt: skip
REFUSE = {
    "sqlite": (
        "CREATE TRIGGER audit_event_kept BEFORE UPDATE ON audit_event WHEN OLD.digest IS NOT NULL "
        "BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END",
        "CREATE TRIGGER audit_event_not_removed BEFORE DELETE ON audit_event "
        "BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END",
    ),
    "postgresql": (
        "CREATE FUNCTION refuse_change_of_log() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the log is only added to'; END $$",
        "CREATE TRIGGER audit_event_kept BEFORE UPDATE ON audit_event FOR EACH ROW WHEN (OLD.digest IS NOT NULL) "
        "EXECUTE FUNCTION refuse_change_of_log()",
        "CREATE TRIGGER audit_event_not_removed BEFORE DELETE ON audit_event FOR EACH ROW "
        "EXECUTE FUNCTION refuse_change_of_log()",
    ),
}


def upgrade() -> None:
    head = op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("digest", TEXT(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
    )
    with op.batch_alter_table("audit_event") as batch_op:
        batch_op.add_column(sa.Column("number", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("digest", TEXT(length=64), nullable=True))
        batch_op.create_unique_constraint("uq_audit_event_number", ["number"])
    connection = op.get_bind()
    number, before = 0, ""
    for row in connection.execute(sa.select(EVENT).order_by(EVENT.c.id)).all():
        number += 1
        content = [
            before, number, row.at.astimezone(UTC).isoformat(timespec="microseconds"), row.actor_id, row.actor_name,
            row.tag, row.subject_kind, row.subject_id, row.details,
        ]  # fmt: skip
        before = hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
        connection.execute(EVENT.update().where(EVENT.c.id == row.id).values(number=number, digest=before))
    op.bulk_insert(head, [{"id": 1, "number": number, "digest": before}])
    for statement in REFUSE[connection.dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    on_postgres = op.get_bind().dialect.name == "postgresql"
    for trigger in ("audit_event_kept", "audit_event_not_removed"):
        op.execute(f"DROP TRIGGER {trigger}" + (" ON audit_event" if on_postgres else ""))
    if on_postgres:
        op.execute("DROP FUNCTION refuse_change_of_log()")
    with op.batch_alter_table("audit_event") as batch_op:
        batch_op.drop_constraint("uq_audit_event_number", type_="unique")
        batch_op.drop_column("digest")
        batch_op.drop_column("number")
    op.drop_table("audit_head")
