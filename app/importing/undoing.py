"""撤销导入: a ledger is taken back while nobody has worked on it; drafts are thrown away; an edition goes back."""

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import String, cast, literal
from sqlalchemy import select as columns
from sqlmodel import Session, col, func, select

from app.audit.service import record
from app.audit.tags import Tag
from app.core import clock
from app.core.errors import Conflict
from app.delivery.models import Notice
from app.delivery.service import forget
from app.importing.editions.takeback import newest_edition, take_back
from app.importing.models import BatchStatus, ImportBatch
from app.importing.pages import Undoing
from app.ledgers.models import LedgerEdition
from app.ledgers.service import delete_ledger
from app.progress.models import Closure, ClosureRequest, ExtensionRequest, ProgressReport, Reading, Refusal
from app.tasks.models import Extension, Indicator, Task

WORK: Final = (  # what somebody did on a task, and what is said of it
    ((col(ProgressReport.task_id),), "已填写进展"),
    ((col(ClosureRequest.task_id), col(Closure.task_id)), "已申请销号或已销号"),
    ((col(ExtensionRequest.task_id), col(Extension.task_id)), "已申请或办理延期"),
    ((col(Refusal.task_id),), "已申请退办"),
)
SHOWN: Final = 4
NO_MORE: Final = "这次导入已经撤销，无需重复撤销。"
ADOPTED: Final = "这本台账已采用新版，不能撤销第一次导入。请先在台账的“版本”页撤销新版。"
WORKED_ON: Final = "已有部门在办，不能整体撤销：{}。个别任务有误，请在任务页面处理。"


def undo(db: Session, batch: ImportBatch, *, by: str, actor_id: int | None) -> None:
    """Raises Conflict with every reason once somebody has worked on it. The departments that it made stay."""
    if batch.status is BatchStatus.UNDONE:
        raise Conflict(NO_MORE)
    if batch.edition_id is not None:
        take_back(db, db.get_one(LedgerEdition, batch.edition_id), by=by, actor_id=actor_id, now=clock.now())
        batch.ledger_id = None
    elif batch.ledger_id is not None:
        # Nobody may begin to work on a task between the look and the deletion.
        db.exec(select(Task.id).where(Task.ledger_id == batch.ledger_id).with_for_update()).all()
        if why := why_not_undo(db, batch):
            raise Conflict(why)
        ledger_id, batch.ledger_id = batch.ledger_id, None
        db.flush()  # the pointer goes before the ledger does
        forget(db, of_ledger(ledger_id))
        delete_ledger(db, ledger_id)
    batch.status = BatchStatus.UNDONE
    batch.version += 1
    record(
        db, Tag.IMPORT_UNDO, actor_id=actor_id, actor_name=by, subject_kind="import", subject_id=batch.id,
        title=batch.title,
    )  # fmt: skip
    db.flush()


def why_not_undo(db: Session, batch: ImportBatch) -> str:
    """Empty while all of it may go. Of an edition only taking it back can tell."""
    if batch.status is BatchStatus.UNDONE:
        return NO_MORE
    if batch.ledger_id is None or batch.edition_id is not None:
        return ""
    if newest_edition(db, batch.ledger_id) is not None:
        return ADOPTED
    reasons = worked_on(db, batch.ledger_id)
    return WORKED_ON.format("；".join(reasons)) if reasons else ""


def worked_on(db: Session, ledger_id: int) -> list[str]:
    """A report, even a draft of one, is somebody's work; so is a day that was asked for, and a figure confirmed."""
    found: list[str] = []
    for tables, words in WORK:
        ids = {i for task in tables for i in db.scalars(columns(task).where(task.in_(mine(ledger_id))))}
        found += said_of(db, ids, words)
    read = columns(col(Indicator.task_id)).join(Reading, col(Reading.indicator_id) == col(Indicator.id))
    confirmed = read.where(col(Indicator.task_id).in_(mine(ledger_id)), col(Reading.report_id).is_(None))
    return found + said_of(db, set(db.scalars(confirmed)), "已有确认的数值")


def mine(ledger_id: int) -> Any:  # a subselect of ids: SQLAlchemy's own type names nothing more
    return columns(col(Task.id)).where(col(Task.ledger_id) == ledger_id)


def said_of(db: Session, ids: Iterable[int], words: str) -> list[str]:
    rows = db.exec(select(Task.number, Task.position).where(col(Task.id).in_(ids)).order_by(col(Task.position))).all()
    numbers = [number or str(position) for number, position in rows]
    rest = f"等{len(numbers)}项" if len(numbers) > SHOWN else ""
    return [f"第{'、'.join(numbers[:SHOWN])}项{rest}{words}"] if numbers else []


def of_ledger(ledger_id: int) -> Any:
    """Notices that lead to the ledger or to one of its tasks."""
    href = col(Notice.href)
    to_tasks = columns(literal("/tasks/") + cast(col(Task.id), String)).where(col(Task.ledger_id) == ledger_id)
    return href.in_(to_tasks) | (href == f"/ledgers/{ledger_id}") | href.startswith(f"/ledgers/{ledger_id}/")


def undoing_page(db: Session, batch: ImportBatch) -> Undoing:
    """What would go, before it goes."""
    ledger_id = batch.ledger_id or 0
    tasks = db.exec(select(func.count()).select_from(Task).where(Task.ledger_id == ledger_id)).one()
    changed = db.exec(select(func.count()).select_from(Task).where(Task.ledger_id == ledger_id, Task.version > 1)).one()
    told = db.exec(select(func.count()).select_from(Notice).where(of_ledger(ledger_id))).one()
    lines = [f"{tasks}项任务和它们的责任分工、应报期次"]
    lines += [f"其中{changed}项发布后改过，改动一并撤销"] if changed else []
    lines += [f"已发出的{told}条消息一并收回"] if told else []
    return Undoing(
        batch_id=batch.id,
        title=batch.title,
        is_published=batch.ledger_id is not None,
        is_edition=batch.edition_id is not None,
        lines=tuple(lines),
        why_not=why_not_undo(db, batch),
    )
