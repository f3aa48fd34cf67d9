"""The only way to a request for a later day."""

from sqlmodel import Session

from app.access.current import require
from app.access.find import FoundTask, task_to_read
from app.access.rules import why_not_board, why_not_business, why_not_decide_extension
from app.core.errors import NotFound
from app.people.scope import Viewer
from app.progress.models import ExtensionRequest

NO_EXTENSION = "没有找到这份延期申请，可能任务已撤销。请返回台账查找任务。"


def extension_to_see(
    db: Session, viewer: Viewer, extension_id: int, *, lock: bool = False
) -> tuple[ExtensionRequest, FoundTask]:
    """For those who decide; the department finds its own on the page of the task."""
    require(why_not_business(viewer) or why_not_board(viewer))
    asked = db.get(ExtensionRequest, extension_id)
    if asked is None:
        raise NotFound(NO_EXTENSION)
    found = task_to_read(db, viewer, asked.task_id, lock=lock)
    if lock:
        db.refresh(asked, with_for_update=True)
    return asked, found


def extension_to_decide(db: Session, viewer: Viewer, extension_id: int) -> tuple[ExtensionRequest, FoundTask, str]:
    """With its task, both locked, and why this person may not; what was decided meanwhile is told before that."""
    asked, found = extension_to_see(db, viewer, extension_id, lock=True)
    why = why_not_decide_extension(viewer, found.facts, for_leader=asked.for_leader, asked_by_id=asked.asked_by_id)
    return asked, found, why
