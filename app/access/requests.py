"""The only way to a request for a later day, and to a closure that a leader consents to."""

from sqlmodel import Session

from app.access.current import require
from app.access.find import FoundTask, task_to_read
from app.access.rules import (
    why_not_board,
    why_not_business,
    why_not_consent,
    why_not_decide_extension,
    why_not_see_closure,
    why_not_withdraw_instruction,
)
from app.core.errors import Conflict, NotFound
from app.people.models import User
from app.people.scope import Viewer
from app.progress.closing import open_request
from app.progress.models import ClosureRequest, ExtensionRequest, Instruction, Refusal

NO_REFUSAL = "没有找到这份退办申请，可能任务已撤销。请返回台账查找任务。"
NO_INSTRUCTION = "没有找到这条批示，可能任务已撤销。请返回台账查找任务。"
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


def refusal_to_see(db: Session, viewer: Viewer, refusal_id: int, *, lock: bool = False) -> tuple[Refusal, FoundTask]:
    """For those who decide; the department finds its own on the page of the task."""
    require(why_not_business(viewer) or why_not_board(viewer))
    asked = db.get(Refusal, refusal_id)
    if asked is None:
        raise NotFound(NO_REFUSAL)
    found = task_to_read(db, viewer, asked.task_id, lock=lock)
    if lock:
        db.refresh(asked, with_for_update=True)
    return asked, found


def instruction_to_withdraw(db: Session, viewer: Viewer, instruction_id: int) -> tuple[Instruction, str, FoundTask]:
    """With the leader's name. Locked with its task; raises Conflict when it is gone already."""
    require(why_not_business(viewer) or why_not_board(viewer))
    one = db.get(Instruction, instruction_id)
    if one is None:
        raise NotFound(NO_INSTRUCTION)
    found = task_to_read(db, viewer, one.task_id, lock=True)
    db.refresh(one, with_for_update=True)
    leader = db.get_one(User, one.leader_id).name
    require(
        why_not_withdraw_instruction(
            viewer, found.facts, leader_id=one.leader_id, recorded=one.recorded_by_id is not None, leader=leader
        )
    )
    if one.withdrawn_at is not None:
        raise Conflict(f"{leader}的这条批示已经撤回，没有重复撤回。请刷新任务页面查看。")
    return one, leader, found


def closure_to_see(
    db: Session, viewer: Viewer, task_id: int, *, lock: bool = False
) -> tuple[FoundTask, ClosureRequest]:
    """Raises Conflict when the request was decided since the page was opened."""
    require(why_not_see_closure(viewer))
    found = task_to_read(db, viewer, task_id, lock=lock)
    request = open_request(db, task_id)
    if request is None:
        raise Conflict(f"第{found.facts.number}项没有待办理的销号申请。请刷新页面查看。")
    return found, request


def closure_to_consent(db: Session, viewer: Viewer, task_id: int) -> tuple[FoundTask, ClosureRequest]:
    require(why_not_business(viewer))
    require(why_not_consent(viewer, task_to_read(db, viewer, task_id).facts))
    found, request = closure_to_see(db, viewer, task_id, lock=True)
    if request.checked_at is None:
        raise Conflict(f"第{found.facts.number}项的销号申请办公室还没有核验。请等核验后再决定。")
    return found, request
