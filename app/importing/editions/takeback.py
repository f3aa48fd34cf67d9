"""撤回新版: every task stands again as before, while nothing was reported on what the edition changed."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col, select

from app.audit.service import record
from app.audit.tags import Tag
from app.core.clock import BEIJING
from app.core.errors import Conflict
from app.importing.editions.notices import untell
from app.importing.editions.order import put_in_order
from app.importing.editions.past import set_back
from app.importing.editions.stored import standing_of
from app.ledgers.models import Ledger, LedgerEdition
from app.progress.asking import await_receipts, wait_no_more
from app.progress.models import ClosureRequest, ProgressReport
from app.tasks.models import Extension, Task, TaskChange

REPORTED = "采用新版之后，{}已填写进展或申请销号，不能撤回新版。个别任务有误，请在任务页面处理。"


def take_back(db: Session, edition: LedgerEdition, *, by: str, actor_id: int | None, now: datetime) -> None:
    """Raises Conflict when a later edition stands on it, or when a task has moved on since."""
    ledger = db.get_one(Ledger, edition.ledger_id, with_for_update=True)
    if newest_edition(db, ledger.id) != edition.id:
        raise Conflict("这本台账之后又采用了更新的版本，不能撤销这一版。请先撤销最新的一版。")
    standing = standing_of(db, ledger, lock=True)
    tasks = {t.id: t for t in standing.tasks}
    changes = db.exec(select(TaskChange).where(TaskChange.edition_id == edition.id)).all()
    require_untouched(db, edition, changes, tasks)
    extensions = [c.after["extension"] for c in changes if "extension" in c.after]
    db.execute(delete(Extension).where(col(Extension.id).in_(extensions)))
    for change in changes:
        if change.before:
            set_back(db, standing, tasks[change.task_id], change.before)
    brought = [c.task_id for c in changes if not c.before]
    wait_no_more(db, ledger.id, signed_alone=ledger.needs_receipt)
    db.execute(delete(Task).where(col(Task.id).in_(brought)), execution_options={"synchronize_session": False})
    places: Mapping[str, Sequence[int]] = edition.before["places"]
    order = sorted((t for t in standing.tasks if str(t.id) in places), key=lambda t: places[str(t.id)][0])
    later = [t for t in standing.tasks if str(t.id) not in places and t.id not in brought]
    for task in order:
        _, task.source_start, task.source_end = places[str(task.id)]
    put_in_order(db, ledger.id, [*order, *later])
    put_head_back(ledger, edition.before["head"])
    await_receipts(db, ledger, now.astimezone(BEIJING).date())
    edition.undone_at = now
    untell(db, ledger, edition, now)
    record(
        db, Tag.EDITION_UNDO, actor_id=actor_id, actor_name=by, subject_kind="ledger", subject_id=ledger.id,
        title=edition.title, number=edition.doc_number or "",
    )  # fmt: skip
    db.flush()


def newest_edition(db: Session, ledger_id: int) -> int | None:
    """Of those that stand."""
    standing = select(LedgerEdition.id).where(
        LedgerEdition.ledger_id == ledger_id, col(LedgerEdition.undone_at).is_(None)
    )
    return db.exec(standing.order_by(col(LedgerEdition.id).desc()).limit(1)).first()


def require_untouched(
    db: Session, edition: LedgerEdition, changes: Sequence[TaskChange], tasks: Mapping[int, Task]
) -> None:
    ids = [c.task_id for c in changes]
    since = [
        select(ProgressReport.task_id).where(
            col(ProgressReport.task_id).in_(ids), col(ProgressReport.saved_at) > edition.adopted_at
        ),
        select(ClosureRequest.task_id).where(
            col(ClosureRequest.task_id).in_(ids), col(ClosureRequest.asked_at) > edition.adopted_at
        ),
    ]
    worked = {task_id for wanted in since for task_id in db.exec(wanted)}
    if worked:
        raise Conflict(REPORTED.format(named(tasks[i] for i in sorted(worked))))
    changed = [tasks[c.task_id] for c in changes if tasks[c.task_id].version != c.after["version"]]
    if changed:
        raise Conflict(f"采用新版之后，{named(changed)}又有变动，不能撤回新版。请在任务页面逐项处理。")


def named(tasks: Any) -> str:
    return f"第{'、'.join(t.number or str(t.position) for t in tasks)}项"


def put_head_back(ledger: Ledger, head: Mapping[str, Any]) -> None:
    ledger.title, ledger.doc_number, ledger.issuer = head["title"], head["doc_number"], head["issuer"]
    ledger.issued_on = date.fromisoformat(head["issued_on"]) if head["issued_on"] else None
    ledger.source_id = head["source_id"]
    ledger.version += 1
