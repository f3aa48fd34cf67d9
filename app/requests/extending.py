"""延期: asked for with a reason, decided by the office within its limit or by a leader. Waiting stops no clock."""

from datetime import date, datetime

from sqlmodel import Session, col, func, select

from app.audit.service import record
from app.audit.tags import Tag
from app.core.clock import BEIJING
from app.core.errors import Conflict, Invalid, NotAllowed
from app.people.models import User
from app.progress.models import Decision, ExtensionRequest
from app.progress.service import Person
from app.reminders.rules import day_words
from app.requests.letters import leaders_of, office_people, tell
from app.tasks.models import Extension, Task

OFFICE_DAYS = 30  # what the office may grant by itself (DOMAIN §4)
OFFICE_TIMES = 1
NO_DAY = "这项任务没有完成时限，不用申请延期。需要定时限，请联系办公室。"
WAITING = "这项任务已有一份延期申请在等决定，没有重复提交。请等决定后再申请。"
DECIDED = "这份延期申请已经有人决定，没有重复办理。请刷新页面查看。"
SAME_PERSON = "这次延期由本人申请，不能由同一人决定。请由办公室其他同志或领导决定。"


def open_extension(db: Session, task_id: int) -> ExtensionRequest | None:
    waiting = select(ExtensionRequest).where(
        ExtensionRequest.task_id == task_id, col(ExtensionRequest.decision).is_(None)
    )
    return db.exec(waiting).first()


def beyond_office(db: Session, task: Task, until: date) -> bool:
    """More than 30 days, or not the first time."""
    assert task.due_on is not None
    before = db.exec(select(func.count()).where(Extension.task_id == task.id)).one()
    return before >= OFFICE_TIMES or (until - task.due_on).days > OFFICE_DAYS


def why_not_ask(db: Session, task: Task) -> str:
    if task.due_on is None:
        return NO_DAY
    return WAITING if open_extension(db, task.id) else ""


def request_extension(
    db: Session, task: Task, number: str, *, until: date, reason: str, plan: str = "", by: Person, now: datetime
) -> ExtensionRequest:
    """The caller has locked the task. After the limit it is 补办, and marked."""
    if why := why_not_ask(db, task):
        raise Conflict(why)
    assert task.due_on is not None
    if until <= task.due_on:
        raise Invalid("申请的日期不晚于现定时限，没有提交。请另选日期。")
    today = now.astimezone(BEIJING).date()
    request = ExtensionRequest(
        task_id=task.id,
        old_due_on=task.due_on,
        until=until,
        reason=reason.strip(),
        plan=plan.strip(),
        late=today > task.due_on,
        for_leader=beyond_office(db, task, until),
        asked_by_id=by.id,
        asked_at=now,
    )
    db.add(request)
    task.version += 1
    db.flush()  # its id is part of the notices' keys
    _record(db, Tag.EXTENSION_REQUEST, task, by, until=day_words(until, today), late=request.late)
    deciders = leaders_of(db, task.id) if request.for_leader else office_people(db, besides=by.id)
    words = f"{by.name}申请第{number}项延期至{day_words(until, today)}，请决定。"
    tell(db, f"extension:{request.id}:asked", deciders, words, f"/extensions/{request.id}", now)
    return request


def grant(
    db: Session, task: Task, number: str, request: ExtensionRequest, *, until: date, by: Person, now: datetime
) -> None:
    """同意: the first day is kept, the current one moves, and the lamp with it."""
    today = now.astimezone(BEIJING).date()
    old = request.old_due_on
    _decide(request, Decision.ACCEPTED, "", by, now)
    request.granted_until = until
    asker = db.get_one(User, request.asked_by_id).name
    db.add(
        Extension(
            task_id=task.id,
            old_due_on=old,
            new_due_on=until,
            reason=request.reason,
            asked_by=asker,
            decided_by=by.name,
            decided_at=now,
        )
    )
    task.due_on = until
    task.version += 1
    _record(db, Tag.EXTEND, task, by, old=day_words(old, today), new=day_words(until, today))
    _answer(db, task, request, f"{by.name}同意第{number}项延期，现定时限{day_words(until, today)}。", by, now)


def refuse(
    db: Session, task: Task, number: str, request: ExtensionRequest, *, remark: str, by: Person, now: datetime
) -> None:
    """不同意, in writing: the day stays."""
    if not remark.strip():
        raise Invalid("不同意延期要写明理由，没有办理。请填写理由后再办。")
    _decide(request, Decision.RETURNED, remark, by, now)
    task.version += 1
    _record(db, Tag.EXTENSION_REFUSE, task, by, remark=request.remark)
    _answer(db, task, request, f"{by.name}不同意第{number}项延期：{request.remark}", by, now)


def _decide(request: ExtensionRequest, decision: Decision, remark: str, by: Person, now: datetime) -> None:
    if request.decision is not None:
        raise Conflict(DECIDED)
    if request.asked_by_id == by.id:
        raise NotAllowed(SAME_PERSON)
    request.decision, request.remark = decision, remark.strip()
    request.decided_by_id, request.decided_at = by.id, now
    request.version += 1


def _answer(db: Session, task: Task, request: ExtensionRequest, words: str, by: Person, now: datetime) -> None:
    """The applicant, and the office where a leader decided."""
    people = dict.fromkeys([request.asked_by_id, *office_people(db, besides=by.id)])
    tell(db, f"extension:{request.id}:decided", people, words, f"/tasks/{task.id}", now)
    db.flush()


def _record(db: Session, tag: Tag, task: Task, by: Person, **details: object) -> None:
    record(db, tag, actor_id=by.id, actor_name=by.name, subject_kind="task", subject_id=task.id, **details)
