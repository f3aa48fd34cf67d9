"""Who is told of a request and of its decision."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session, col, or_, select

from app.delivery.service import Letter, put_all
from app.people.kinds import Role
from app.people.models import Department, User
from app.people.rules import DEPARTMENT_ROLES
from app.tasks.kinds import Part, ResponsibilityStatus
from app.tasks.models import Responsibility


def tell(db: Session, stem: str, people: Iterable[int], words: str, href: str, now: datetime) -> None:
    put_all(db, [Letter(f"{stem}:{user_id}", user_id, words, href) for user_id in people], now)


def office_people(db: Session, *, besides: int) -> list[int]:
    """Whoever asked is not told of the own request."""
    return list(db.exec(select(User.id).where(User.role == Role.OFFICE, col(User.is_active), User.id != besides)))


def people_of(db: Session, task_id: int) -> list[int]:
    """Heads and liaisons of every department that still answers for the task."""
    named = (
        select(User.id)
        .join(Responsibility, col(Responsibility.department_id) == col(User.department_id))
        .where(Responsibility.task_id == task_id, Responsibility.status != ResponsibilityStatus.HANDED_OVER)
        .where(col(User.role).in_(DEPARTMENT_ROLES), col(User.is_active))
    )
    return list(dict.fromkeys(db.exec(named.order_by(col(User.id)))))


def heads_of(db: Session, department_id: int | None) -> list[int]:
    mine = select(User.id).where(User.department_id == department_id, col(User.role).in_(DEPARTMENT_ROLES))
    return list(db.exec(mine.where(col(User.is_active)).order_by(col(User.id))))


def leaders_of(db: Session, task_id: int) -> list[int]:
    """分管领导 of the leading departments; where nobody is named, 主要领导 and those in charge of nothing else."""
    named = (
        select(User.id)
        .join(Department, col(Department.overseer_id) == col(User.id))
        .join(Responsibility, col(Responsibility.department_id) == col(Department.id))
        .where(Responsibility.task_id == task_id, Responsibility.part == Part.LEAD)
        .where(User.role == Role.LEADER, col(User.is_active))
    )
    if found := list(dict.fromkeys(db.exec(named))):
        return found
    busy = select(Department.overseer_id).where(col(Department.overseer_id).is_not(None))
    free = or_(User.role == Role.PRINCIPAL, (col(User.role) == Role.LEADER) & col(User.id).not_in(busy))
    return list(db.exec(select(User.id).where(free, col(User.is_active)).order_by(col(User.id))))
