"""Open the periods for which a department owes progress, each of them once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session, col

from app.core.clock import BEIJING
from app.delivery.once import insert_once
from app.ledgers.models import Ledger
from app.progress.models import ReportSlot, SlotStatus
from app.tasks.kinds import Part, ReportCycle, TaskStatus
from app.tasks.models import Responsibility, Task
from app.tasks.slots import periods


@dataclass(frozen=True)
class _Reporter:
    """A leading responsibility with what its periods depend on."""

    task_id: int
    responsibility_id: int
    department_id: int
    group_id: int | None
    cycle: ReportCycle
    start: date


def open_slots_of(db: Session, task_ids: Sequence[int], today: date) -> int:
    """How many were new. A period opens within itself, so asking up to today is enough, also after a pause."""
    latest = _latest_due(db, task_ids)
    rows = [
        row
        for reporter in _reporters(db, task_ids)
        for row in _rows(reporter, latest.get(reporter.responsibility_id), today)
    ]
    return insert_once(db, ReportSlot, rows, unique=["responsibility_id", "period"])


def _rows(reporter: _Reporter, latest_due: date | None, today: date) -> Iterable[dict[str, Any]]:
    for period in periods(reporter.cycle, reporter.start, today):
        # A changed report cycle must not ask again for the time already reported on.
        if latest_due is not None and period.due_on <= latest_due:
            continue
        yield {
            "task_id": reporter.task_id,
            "responsibility_id": reporter.responsibility_id,
            "period": period.key,
            "period_word": period.word,
            "opens_on": period.opens_on,
            "due_on": period.due_on,
            "status": SlotStatus.OPEN,
            "waived_reason": "",
            "version": 1,
        }


def _latest_due(db: Session, task_ids: Sequence[int]) -> dict[int, date]:
    rows = db.execute(
        select(col(ReportSlot.responsibility_id), func.max(col(ReportSlot.due_on)))
        .where(col(ReportSlot.task_id).in_(task_ids))
        .group_by(col(ReportSlot.responsibility_id))
    )
    return {row[0]: row[1] for row in rows}


def _reporters(db: Session, task_ids: Sequence[int]) -> list[_Reporter]:
    """The leads; a leading group reports through its members, where it has any."""
    rows = db.execute(
        select(Task, Responsibility, col(Ledger.issued_on), col(Ledger.published_at))
        .join(Responsibility, col(Responsibility.task_id) == col(Task.id))
        .join(Ledger, col(Ledger.id) == col(Task.ledger_id))
        .where(
            col(Task.id).in_(task_ids),
            col(Task.status) == TaskStatus.ISSUED,
            col(Task.report_cycle) != ReportCycle.NONE,
            col(Responsibility.part) == Part.LEAD,
        )
        .order_by(col(Responsibility.id))
    ).all()
    groups = {(task.id, part.group_id) for task, part, *_ in rows}
    return [
        _Reporter(
            task.id,
            part.id,
            part.department_id,
            part.group_id,
            task.report_cycle,
            max(task.start_on or issued_on or _day(published_at), task.handed_out_on or date.min),
        )
        for task, part, issued_on, published_at in rows
        if (task.id, part.department_id) not in groups
    ]


def _day(at: datetime) -> date:
    return at.astimezone(BEIJING).date()
