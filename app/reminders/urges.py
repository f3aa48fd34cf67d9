"""催办 and its withdrawal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session, col, delete, func, select

from app.audit.service import record
from app.audit.tags import Tag
from app.core.errors import Conflict, NotFound
from app.delivery.service import Letter, put_all, take_back
from app.people.kinds import Role
from app.people.models import Department, User
from app.people.scope import Viewer
from app.reminders.models import Urge
from app.reminders.rules import day_words
from app.tasks.kinds import Part
from app.tasks.models import Responsibility, Task

DOUBLE_CLICK = timedelta(minutes=1)
REGRET = timedelta(minutes=10)


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


def last_to_withdraw(db: Session, task_id: int, *, by_id: int, now: datetime) -> int:
    """The urge that this person may still take back; 0 for none."""
    last = _last_urge(db, task_id, by_id)
    return last.id if last is not None and now - last.at <= REGRET else 0


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
