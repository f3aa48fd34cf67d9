"""撤销导入: a ledger is taken back while nobody has worked on it; drafts are thrown away; an edition goes back."""

from typing import Final

from sqlmodel import Session, func, select

from app.audit.service import record
from app.audit.tags import Tag
from app.core import clock
from app.core.errors import Conflict
from app.delivery.models import Notice
from app.delivery.service import forget
from app.importing.editions.takeback import newest_edition, take_back
from app.importing.models import BatchStatus, ImportBatch
from app.importing.pages import Undoing
from app.importing.queries import drafts_told
from app.importing.worked import of_ledger, worked_on
from app.ledgers.models import LedgerEdition
from app.ledgers.service import delete_ledger
from app.tasks.models import Task, TaskChange

NO_MORE: Final = "这次导入已经撤销，无需重复撤销。"
ADOPTED: Final = "这本台账已采用新版，不能撤销第一次导入。请先在台账的“版本”页撤回新版。"
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


def undoing_page(db: Session, batch: ImportBatch) -> Undoing:
    """What would go, before it goes."""
    is_edition = batch.edition_id is not None
    if is_edition:
        lines, back = of_an_edition(db, batch), f"/ledgers/{batch.edition_of}/editions"
    elif batch.ledger_id is not None:
        lines, back = of_a_ledger(db, batch.ledger_id), "/imports"
    else:
        lines, back = [f"{drafts_told(db, batch)}不再保留，不能恢复"], f"/imports/{batch.id}"
    return Undoing(
        batch_id=batch.id,
        title=batch.title,
        is_published=batch.ledger_id is not None,
        is_edition=is_edition,
        back=back,
        lines=tuple(lines),
        why_not=why_not_undo(db, batch),
    )


def of_a_ledger(db: Session, ledger_id: int) -> list[str]:
    tasks = db.exec(select(func.count()).select_from(Task).where(Task.ledger_id == ledger_id)).one()
    changed = db.exec(select(func.count()).select_from(Task).where(Task.ledger_id == ledger_id, Task.version > 1)).one()
    told = db.exec(select(func.count()).select_from(Notice).where(of_ledger(ledger_id))).one()
    lines = [f"{tasks}项任务和它们的责任分工、应报期次"]
    lines += [f"其中{changed}项发布后改过，改动一并撤销"] if changed else []
    return lines + ([f"已发出的{told}条消息一并收回"] if told else [])


def of_an_edition(db: Session, batch: ImportBatch) -> list[str]:
    """A task that the edition brought had nothing before."""
    before = db.exec(select(TaskChange.before).where(TaskChange.edition_id == batch.edition_id)).all()
    brought = sum(not was for was in before)
    lines = [f"改过的{len(before) - brought}项任务恢复原样"] if len(before) > brought else []
    lines += [f"新增的{brought}项任务去掉"] if brought else []
    return [*lines, "发给部门的消息一并收回", "再要采用，须重新导入这份文件"]
