"""The daily round, and 催办 with its withdrawal."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select as select_plain
from sqlmodel import Session, col, delete, func, select

from app.audit.service import record
from app.audit.tags import Tag
from app.core.errors import Conflict, NotFound
from app.delivery.once import insert_once
from app.delivery.service import Letter, put_all, take_back
from app.people.models import Department, Role, User
from app.people.scope import Viewer
from app.progress.lines import task_lines
from app.reminders.models import Heartbeat, Urge
from app.reminders.rules import Reminder, day_words, plan
from app.reminders.slots import open_slots_of
from app.tasks.kinds import Part, TaskStatus
from app.tasks.models import Responsibility, Task
from app.workdays.rules import IsWorkingDay

JOB = "daily"
BATCH = 500  # tasks at a time: memory and the write lock stay bounded, whatever the number of ledgers
REMINDED = (Role.HEAD, Role.LIAISON)
DOUBLE_CLICK = timedelta(minutes=1)
REGRET = timedelta(minutes=10)


@dataclass(frozen=True)
class Done:
    """What a round wrote."""

    slots: int
    notices: int


def run_daily(db: Session, today: date, now: datetime, is_working_day: IsWorkingDay) -> int:
    """The whole round in one session; how many notices are new."""
    done = [run_batch(db, ids, today, now, is_working_day) for ids in batches(db)]
    written = sum(one.notices for one in done)
    beat(db, now, written)
    return written


def batches(db: Session) -> Iterator[list[int]]:
    """The ids of all tasks in hand, in portions."""
    ids = db.exec(select(Task.id).where(Task.status == TaskStatus.ISSUED).order_by(col(Task.id))).all()
    for start in range(0, len(ids), BATCH):
        yield list(ids[start : start + BATCH])


def run_batch(db: Session, ids: Sequence[int], today: date, now: datetime, is_working_day: IsWorkingDay) -> Done:
    """Open, plan, put. Again or elsewhere at the same time: nothing is written twice."""
    slots = open_slots_of(db, ids, today)
    wanted: Any = select_plain(col(Task.id)).where(
        col(Task.id).in_(ids)
    )  # Any: SQLAlchemy and task_lines name its type differently
    reminders = plan(task_lines(db, wanted, today, is_working_day), today, is_working_day)
    return Done(slots, put_all(db, _letters(db, reminders), now))


def beat(db: Session, now: datetime, written: int) -> None:
    """The pulse that the administrator's page reads."""
    insert_once(db, Heartbeat, [{"job": JOB, "at": now, "written": written}], unique=["job"])
    pulse = db.get_one(Heartbeat, JOB, with_for_update=True)
    pulse.at, pulse.written = now, written


def _letters(db: Session, reminders: Iterable[Reminder]) -> Iterator[Letter]:
    people: dict[int, list[int]] = defaultdict(list)
    rows = db.exec(
        select(User.department_id, User.id)
        .where(col(User.role).in_(REMINDED), col(User.is_active))
        .order_by(col(User.id))
    )
    for department_id, user_id in rows:
        if department_id is not None:
            people[department_id].append(user_id)
    for one in reminders:
        for user_id in people.get(one.department_id, ()):
            yield Letter(f"{one.key_stem}:{user_id}", user_id, one.words, f"/tasks/{one.task_id}")


@dataclass(frozen=True)
class Pressed:
    """An urge as the person who gave it sees it."""

    urge_id: int
    times: int
    words: str


def urge(db: Session, task: Task, number: str, *, by: Viewer, today: date, now: datetime) -> Pressed:
    """催办. The task is locked by access, so that a double click finds the first urge and adds none."""
    leads = _leads(db, task.id)
    if not leads:
        raise Conflict(f"第{number}项还没有牵头部门，不知道该催谁。请先确认牵头部门。")
    names = "、".join(name for _, name, group_id in leads if group_id is None) or leads[0][1]
    last = _last_urge(db, task.id, by.id)
    if last is not None and now - last.at < DOUBLE_CLICK:
        return Pressed(last.id, times(db, task.id), f"刚刚已催办{names}")
    new = Urge(task_id=task.id, department_id=leads[0][0], by_id=by.id, at=now)
    db.add(new)
    db.flush()  # its id is part of the notices' keys
    told = _tell_heads(db, new, [department_id for department_id, *_ in leads], _urging(task, number, by, today))
    record(db, Tag.URGE, actor_id=by.id, actor_name=by.name, subject_kind="task", subject_id=task.id, department=names)
    words = f"已催办{names}" if told else f"已记下对{names}的催办，但没有人收到：部门还没有负责人账号，请电话通知"
    return Pressed(new.id, times(db, task.id), words)


def withdraw(db: Session, urge_id: int, *, by: Viewer, now: datetime) -> tuple[int, int, str]:
    """撤回 within ten minutes by the same person, notices included: task, how often it is still urged, words."""
    found = db.exec(select(Urge).where(Urge.id == urge_id, Urge.by_id == by.id).with_for_update()).first()
    if found is None:
        raise NotFound("没有找到这次催办，可能已经撤回。请返回任务页面查看。")
    if now - found.at > REGRET:
        raise Conflict("催办发出已超过10分钟，不能再撤回。需要说明，请直接联系牵头部门。")
    task_id, name = found.task_id, db.get_one(Department, found.department_id).name
    take_back(db, f"urge:{urge_id}")
    db.exec(delete(Urge).where(col(Urge.id) == urge_id))
    record(
        db,
        Tag.URGE,
        actor_id=by.id,
        actor_name=by.name,
        subject_kind="task",
        subject_id=task_id,
        department=f"{name}（已撤回）",
    )
    return task_id, times(db, task_id), f"已撤回对{name}的催办"


def times(db: Session, task_id: int) -> int:
    return db.exec(select(func.count()).select_from(Urge).where(Urge.task_id == task_id)).one()


def _leads(db: Session, task_id: int) -> list[tuple[int, str, int | None]]:
    rows = db.exec(
        select(Responsibility.department_id, Department.name, Responsibility.group_id)
        .join(Department, col(Department.id) == col(Responsibility.department_id))
        .where(Responsibility.task_id == task_id, Responsibility.part == Part.LEAD)
        .order_by(col(Responsibility.position), col(Responsibility.id))
    )
    return [(department_id, name, group_id) for department_id, name, group_id in rows]


def _last_urge(db: Session, task_id: int, by_id: int) -> Urge | None:
    mine = select(Urge).where(Urge.task_id == task_id, Urge.by_id == by_id)
    return db.exec(mine.order_by(col(Urge.at).desc()).limit(1)).first()


def _urging(task: Task, number: str, by: Viewer, today: date) -> str:
    due = f"，应于{day_words(task.due_on, today)}办结" if task.due_on else ""
    return f"{by.name}催办第{number}项{due}，请尽快报送进展。"


def _tell_heads(db: Session, new: Urge, departments: Sequence[int], words: str) -> int:
    heads = db.exec(
        select(User.id).where(col(User.department_id).in_(departments), User.role == Role.HEAD, col(User.is_active))
    ).all()
    letters = [Letter(f"urge:{new.id}:{user_id}", user_id, words, f"/tasks/{new.task_id}") for user_id in heads]
    return put_all(db, letters, new.at)
