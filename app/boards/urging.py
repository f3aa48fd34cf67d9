"""Many tasks urged at once: a department hears once, of all that it leads, and no task is urged twice in a day."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import Session, col, select

from app.audit.service import record
from app.audit.tags import Tag
from app.delivery.service import Letter, put_all
from app.people.kinds import Role
from app.people.models import User
from app.people.scope import Viewer
from app.progress.asof import end_of
from app.progress.lines import TaskLine, task_lines
from app.progress.waiting import led_by
from app.reminders.models import Urge
from app.tasks.kinds import Part, TaskStatus
from app.tasks.models import Task
from app.workdays.calendar import installed

IN_HAND = (TaskStatus.ISSUED, TaskStatus.CLOSURE_REQUESTED)


@dataclass(frozen=True)
class Urged:
    """A department and the tasks it leads of which it is to hear."""

    department_id: int
    department: str
    lines: tuple[TaskLine, ...]

    @property
    def numbers(self) -> str:
        return "、".join(line.number for line in self.lines)


@dataclass(frozen=True)
class Round:
    """What would be sent now; `today`: urged today already; `idle`: not in hand, or nobody leads."""

    departments: tuple[Urged, ...]
    today: tuple[TaskLine, ...]
    idle: tuple[TaskLine, ...]

    @property
    def lines(self) -> tuple[TaskLine, ...]:
        """Each task once, though several departments may lead it."""
        return tuple({line.id: line for one in self.departments for line in one.lines}.values())


def plan_round(db: Session, lines: list[TaskLine], today: date) -> Round:
    """By department, in the order in which they first come up; one statement."""
    day = (end_of(today - timedelta(days=1)), end_of(today))
    ids = [line.id for line in lines]
    mine = select(Urge.task_id).where(col(Urge.task_id).in_(ids), col(Urge.at) >= day[0], col(Urge.at) < day[1])
    heard = set(db.exec(mine))
    able = [line for line in lines if line.status in IN_HAND and line.lead]
    led: dict[tuple[int, str], list[TaskLine]] = defaultdict(list)
    for line in able:
        for department in line.departments:
            if line.id not in heard and department.part is Part.LEAD:
                led[department.id, department.name].append(line)
    return Round(
        departments=tuple(Urged(*key, tuple(found)) for key, found in led.items()),
        today=tuple(line for line in able if line.id in heard),
        idle=tuple(line for line in lines if line not in able),
    )


def urge_all(db: Session, ledger_id: int, ids: list[int], *, by: Viewer, today: date, now: datetime) -> Round:
    """The tasks are locked before it is asked who has heard today: a second click, or clerk, finds nothing to send."""
    wanted: Any = select(col(Task.id)).where(
        col(Task.ledger_id) == ledger_id, col(Task.id).in_(ids), led_by(by.oversees)
    )
    db.exec(wanted.order_by(col(Task.id)).with_for_update()).all()
    found = plan_round(db, task_lines(db, wanted, today, installed().is_working_day), today)
    urges: dict[int, Urge] = {}
    for line in found.lines:
        assert line.lead is not None
        urges[line.id] = Urge(task_id=line.id, department_id=line.lead.id, by_id=by.id, at=now)
        db.add(urges[line.id])
        record(
            db, Tag.URGE, actor_id=by.id, actor_name=by.name, subject_kind="task", subject_id=line.id,
            department="、".join(d.name for d in line.departments if d.part is Part.LEAD),
        )  # fmt: skip
    db.flush()  # their ids are part of the notices' keys
    put_all(db, letters(db, found, urges, by), now)
    return found


def letters(db: Session, found: Round, urges: dict[int, Urge], by: Viewer) -> list[Letter]:
    heads: dict[int, list[int]] = defaultdict(list)
    places = [one.department_id for one in found.departments]
    rows = select(User.department_id, User.id).where(
        col(User.department_id).in_(places), User.role == Role.HEAD, col(User.is_active)
    )
    for department_id, user_id in db.exec(rows):
        heads[department_id or 0].append(user_id)
    written = []
    for one in found.departments:
        first = one.lines[0]
        words = f"{by.name}催办第{one.numbers}项，请尽快报送进展。"
        href = f"/tasks/{first.id}" if len(one.lines) == 1 else "/todo"
        stem = f"urge:{urges[first.id].id}:{one.department_id}"
        written += [Letter(f"{stem}:{user_id}", user_id, words, href) for user_id in heads[one.department_id]]
    return written
