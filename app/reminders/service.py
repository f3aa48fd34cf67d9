"""The daily round."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select as select_plain
from sqlmodel import Session, col, select

from app.delivery.once import insert_once
from app.delivery.service import Letter, put_all
from app.people.kinds import Role
from app.people.models import User
from app.progress.lines import task_lines
from app.reminders.models import Heartbeat
from app.reminders.receipts import remind_to_sign
from app.reminders.rules import Reminder, plan
from app.reminders.slots import open_slots_of
from app.tasks.kinds import TaskStatus
from app.tasks.models import Task
from app.workdays.rules import IsWorkingDay

JOB = "daily"
BATCH = 500  # tasks at a time: memory and the write lock stay bounded, whatever the number of ledgers
REMINDED = (Role.HEAD, Role.LIAISON)


@dataclass(frozen=True)
class Done:
    """What a round wrote."""

    slots: int
    notices: int


def run_daily(db: Session, today: date, now: datetime, is_working_day: IsWorkingDay) -> int:
    """The whole round in one session; how many notices are new."""
    done = [run_batch(db, ids, today, now, is_working_day) for ids in batches(db)]
    written = sum(one.notices for one in done) + remind_to_sign(db, today, now, is_working_day)
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
