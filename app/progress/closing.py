"""销号: the lead asks, the office closes or refuses in writing. Never one person for both."""

from datetime import date, datetime

from sqlmodel import Session, col, select

from app.audit.service import record
from app.audit.tags import Tag
from app.core.errors import Conflict, Invalid, NotAllowed
from app.progress.models import Closure, ClosureRequest, Decision, ReportSlot, SlotStatus
from app.progress.service import WRITABLE, Person
from app.tasks.kinds import TaskStatus
from app.tasks.models import Task

WAIVED_BY_CLOSURE = "已销号"
SAME_PERSON = "销号由本人申请，不能由同一人办理。请由办公室其他同志核验。"
NOT_IN_HAND = "这项任务已不在办理中，没有提交销号申请。请刷新页面查看。"
DECIDED = "这份销号申请已经有人办理，没有重复办理。请刷新页面查看。"


def request_closure(db: Session, task: Task, statement: str, *, by: Person, now: datetime) -> ClosureRequest:
    """申请销号."""
    if not statement.strip():
        raise Invalid("申请销号要写明完成情况，没有提交。请填写后再提交。")
    if task.status is not TaskStatus.ISSUED:
        raise Conflict(NOT_IN_HAND)
    request = ClosureRequest(task_id=task.id, statement=statement.strip(), asked_by_id=by.id, asked_at=now)
    db.add(request)
    task.status = TaskStatus.CLOSURE_REQUESTED
    task.version += 1
    _record(db, Tag.CLOSURE_REQUEST, task, by)
    db.flush()
    return request


def refuse_closure(
    db: Session, request: ClosureRequest, *, remark: str, redo_on: date | None, by: Person, now: datetime
) -> None:
    """不予销号: the task is in hand again."""
    if not remark.strip():
        raise Invalid("不予销号要写明要求，没有退回。请填写意见后再退回。")
    if redo_on is None:
        raise Invalid("不予销号要定新的时限，没有退回。请选择日期后再退回。")
    task = db.get_one(Task, request.task_id)
    _decide(request, Decision.RETURNED, remark, by, now)
    request.redo_on = redo_on
    task.status = TaskStatus.ISSUED
    task.version += 1
    _record(db, Tag.CLOSURE_REFUSE, task, by, remark=remark.strip())
    db.flush()


def close(
    db: Session, task: Task, request: ClosureRequest, *, by: Person, today: date, now: datetime, note: str = ""
) -> Closure:
    """销号: the number is struck; periods still to come are no longer asked for."""
    _decide(request, Decision.ACCEPTED, note, by, now)
    closure = Closure(task_id=task.id, request_id=request.id, closed_on=today, closed_by_id=by.id, note=note.strip())
    db.add(closure)
    task.status = TaskStatus.CLOSED
    task.version += 1
    # A period already missed stays missed: closing does not rewrite what happened.
    later = select(ReportSlot).where(
        ReportSlot.task_id == task.id, col(ReportSlot.due_on) >= today, col(ReportSlot.status).in_(WRITABLE)
    )
    for slot in db.exec(later).all():
        slot.status, slot.waived_reason = SlotStatus.WAIVED, WAIVED_BY_CLOSURE
        slot.version += 1
    _record(db, Tag.CLOSE, task, by, number=task.number or str(task.position))
    db.flush()
    return closure


def check_closure(db: Session, request: ClosureRequest, *, remark: str, by: Person, now: datetime) -> None:
    """办公室核验通过: the ledger wants a leader's consent before the number is struck."""
    if request.checked_at is not None or request.decision is not None:
        raise Conflict(DECIDED)
    if request.asked_by_id == by.id:
        raise NotAllowed(SAME_PERSON)
    request.checked_by_id, request.checked_at, request.check_remark = by.id, now, remark.strip()
    request.version += 1
    task = db.get_one(Task, request.task_id)
    _record(db, Tag.CLOSURE_CHECK, task, by, remark=request.check_remark)
    db.flush()


def open_request(db: Session, task_id: int) -> ClosureRequest | None:
    """The request that waits for the office."""
    return db.exec(
        select(ClosureRequest)
        .where(ClosureRequest.task_id == task_id, col(ClosureRequest.decision).is_(None))
        .order_by(col(ClosureRequest.id).desc())
        .limit(1)
    ).first()


def _decide(request: ClosureRequest, decision: Decision, remark: str, by: Person, now: datetime) -> None:
    if request.decision is not None:
        raise Conflict(DECIDED)
    if by.id in (request.asked_by_id, request.checked_by_id):
        raise NotAllowed(SAME_PERSON)
    request.decision, request.remark = decision, remark.strip()
    request.decided_by_id, request.decided_at = by.id, now
    request.version += 1


def _record(db: Session, tag: Tag, task: Task, by: Person, **details: object) -> None:
    record(db, tag, actor_id=by.id, actor_name=by.name, subject_kind="task", subject_id=task.id, **details)
