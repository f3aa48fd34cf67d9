"""What waits for whom: the office's table and a leader's."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, exists, func, select, true
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from app.core.filters import day
from app.people.models import Department, User
from app.progress.models import ClosureRequest, ExtensionRequest, ProgressReport, Refusal, ReportStatus
from app.tasks.kinds import Part, TaskStatus
from app.tasks.models import Responsibility, Task

IN_HAND = (TaskStatus.ISSUED, TaskStatus.CLOSURE_REQUESTED)


@dataclass(frozen=True)
class OfficeTable:
    """How many of each wait for the office, in all ledgers."""

    reports: int
    closures: int
    extensions: int
    refusals: int

    @property
    def total(self) -> int:
        return self.reports + self.closures + self.extensions + self.refusals


@dataclass(frozen=True)
class ForLeader:
    """待我批: one matter, the oldest first."""

    kind: str  # extension, closure
    href: str
    number: str
    target: str
    department: str
    words: str
    at: datetime


def led_by(departments: frozenset[int]) -> ColumnElement[bool]:
    """The task is led by one of them; none named means any task."""
    if not departments:
        return true()
    return exists().where(
        col(Responsibility.task_id) == col(Task.id),
        col(Responsibility.part) == Part.LEAD,
        col(Responsibility.department_id).in_(departments),
    )


def extensions_open(*, for_leader: bool) -> tuple[ColumnElement[bool], ...]:
    """A request on a task that is no longer in hand waits for nobody."""
    task = aliased(Task)  # the task of the same select is another matter
    return (
        col(ExtensionRequest.decision).is_(None),
        col(ExtensionRequest.for_leader).is_(for_leader),
        exists().where(col(task.id) == col(ExtensionRequest.task_id), col(task.status).in_(IN_HAND)),
    )


def closures_open(*, checked: bool) -> tuple[ColumnElement[bool], ...]:
    """Checked by the office, it waits for a leader."""
    at = col(ClosureRequest.checked_at)
    return col(ClosureRequest.decision).is_(None), at.is_not(None) if checked else at.is_(None)


def refusals_open() -> tuple[ColumnElement[bool], ...]:
    task = aliased(Task)
    return (
        col(Refusal.decision).is_(None),
        exists().where(col(task.id) == col(Refusal.task_id), col(task.status).in_(IN_HAND)),
    )


def office_table(db: Session) -> OfficeTable:
    """One statement."""

    def counted(table: Any, *where: ColumnElement[bool]) -> Any:
        return select(func.count(col(table.id))).where(*where).scalar_subquery()

    row = db.execute(
        select(
            counted(ProgressReport, col(ProgressReport.status) == ReportStatus.SUBMITTED),
            counted(ClosureRequest, *closures_open(checked=False)),
            counted(ExtensionRequest, *extensions_open(for_leader=False)),
            counted(Refusal, *refusals_open()),
        )
    ).one()
    return OfficeTable(*row)


def leader_matters(db: Session, oversees: frozenset[int]) -> tuple[ForLeader, ...]:
    """Two statements."""
    return tuple(sorted([*_extensions(db, oversees), *_consents(db, oversees)], key=lambda matter: matter.at))


def _consents(db: Session, oversees: frozenset[int]) -> list[ForLeader]:
    rows = db.execute(
        select(
            col(Task.id),
            col(Task.number),
            col(Task.position),
            col(Task.target),
            col(Department.name),
            col(ClosureRequest.checked_at),
        )
        .join(Task, col(Task.id) == col(ClosureRequest.task_id))
        .join(User, col(User.id) == col(ClosureRequest.asked_by_id))
        .outerjoin(Department, col(Department.id) == col(User.department_id))
        .where(*closures_open(checked=True), led_by(oversees))
        .order_by(col(ClosureRequest.checked_at))
    )
    return [
        ForLeader(
            "closure", f"/tasks/{task_id}/closure", number or str(position), target, department or "",
            "申请销号，办公室已核验", at,
        )
        for task_id, number, position, target, department, at in rows
    ]  # fmt: skip


def _extensions(db: Session, oversees: frozenset[int]) -> list[ForLeader]:
    rows = db.execute(
        select(
            col(ExtensionRequest.id),
            col(Task.number),
            col(Task.position),
            col(Task.target),
            col(Department.name),
            col(ExtensionRequest.until),
            col(ExtensionRequest.late),
            col(ExtensionRequest.asked_at),
        )
        .join(Task, col(Task.id) == col(ExtensionRequest.task_id))
        .join(User, col(User.id) == col(ExtensionRequest.asked_by_id))
        .outerjoin(Department, col(Department.id) == col(User.department_id))
        .where(*extensions_open(for_leader=True), led_by(oversees))
        .order_by(col(ExtensionRequest.asked_at), col(ExtensionRequest.id))
    )
    return [
        ForLeader(
            "extension",
            f"/extensions/{request_id}",
            number or str(position),
            target,
            department or "",
            f"申请延至{day(until)}{'（补办）' if late else ''}",
            at,
        )
        for request_id, number, position, target, department, until, late, at in rows
    ]


def leader_count(db: Session, oversees: frozenset[int]) -> int:
    """How many of them; one statement."""

    def counted(table: Any, *where: ColumnElement[bool]) -> Any:
        mine = select(func.count(col(table.id))).join(Task, col(Task.id) == col(table.task_id))
        return mine.where(*where, led_by(oversees)).scalar_subquery()

    row = db.execute(
        select(
            counted(ExtensionRequest, *extensions_open(for_leader=True)),
            counted(ClosureRequest, *closures_open(checked=True)),
        )
    ).one()
    return int(row[0] + row[1])
