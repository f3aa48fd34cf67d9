"""建立关联 and 拆开: a clerk says that a clause is a task, or is not, whatever the comparison found."""

from collections.abc import Sequence

from sqlmodel import Session

from app.core.errors import Conflict
from app.importing.editions.compare import Matched
from app.importing.history import note
from app.importing.models import ImportBatch
from app.people.scope import Viewer

MOVED_ON = "这一项刚被别人关联或拆开，没有改动。请核对后再选。"


def said_of(batch: ImportBatch) -> dict[int, int]:
    """Draft → the task that it is; negative: it is not that one, and neither is paired by itself."""
    return {int(draft): task for draft, task in batch.pairs.items()}


def link(db: Session, viewer: Viewer, batch: ImportBatch, rows: Sequence[Matched], draft_id: int, task_id: int) -> str:
    """Answers what was said. Raises Conflict unless both stand alone."""
    mine = next((r.new for r in rows if r.old is None and r.new and r.new.id == draft_id), None)
    theirs = next((r.old for r in rows if r.new is None and r.old and r.old.id == task_id), None)
    if mine is None or theirs is None:
        raise Conflict(MOVED_ON)
    return say(db, viewer, batch, draft_id, task_id, f"新版第{mine.number}项与现行第{theirs.number}项建立关联")


def part(db: Session, viewer: Viewer, batch: ImportBatch, rows: Sequence[Matched], draft_id: int) -> str:
    row = next((r for r in rows if r.old and r.new and r.new.id == draft_id), None)
    if row is None or row.old is None or row.new is None:
        raise Conflict(MOVED_ON)
    return say(db, viewer, batch, draft_id, -row.old.id, f"新版第{row.new.number}项与现行第{row.old.number}项拆开")


def say(db: Session, viewer: Viewer, batch: ImportBatch, draft_id: int, task_id: int, what: str) -> str:
    """What was said before of the same task holds no more."""
    kept = {draft: task for draft, task in batch.pairs.items() if abs(task) != abs(task_id)}
    batch.pairs = kept | {str(draft_id): task_id}
    batch.version += 1
    note(db, viewer, batch.id, what)
    return what
