"""The lamp as SQL, for lists and counts: the twin of app/tasks/rules.py, held to it by tests/boards/test_lamp_sql.py.

Working days stay in Python: the first day that is not yet near comes in as a bound.
"""

from datetime import date
from typing import Any

from sqlalchemy import Date, Integer, and_, case, exists, literal, null, or_, select, true
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction
from sqlmodel import col

from app.progress import asof
from app.progress.asof import counts_on, end_of, status_on
from app.progress.models import ProgressReport, ReportSlot, SlotStatus
from app.tasks.kinds import Lamp, Part, TaskStatus
from app.tasks.models import Responsibility, Task
from app.tasks.rules import DEFAULT_THRESHOLDS, STOPPED_WORDS, Thresholds
from app.workdays.calendar import installed
from app.workdays.rules import IsWorkingDay, add_working_days


class days_between(GenericFunction[int]):  # noqa: N801  (SQL functions are written small)
    """Days from the first to the second day; SQLite has no subtraction of days."""

    type = Integer()
    inherit_cache = True


@compiles(days_between, "sqlite")
def _by_julian_day(element: Any, compiler: Any, **kw: Any) -> str:
    first, second = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"CAST(julianday({second}) - julianday({first}) AS INTEGER)"


@compiles(days_between)
def _by_subtraction(element: Any, compiler: Any, **kw: Any) -> str:
    first, second = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"({second} - {first})"


def facts(day: date, where: Any, followed: Any) -> Any:
    """What the lamps of the tasks depend on, one row each; `followed`: the reader may know how the task stands."""
    percent = (
        select(col(ProgressReport.percent))
        .join(Responsibility, col(Responsibility.id) == col(ProgressReport.responsibility_id))
        .where(col(ProgressReport.task_id) == col(Task.id), counts_on(day))
        .order_by(col(ProgressReport.submitted_at).desc(), col(ProgressReport.id).desc())
        .limit(1)
    )
    past = exists().where(
        col(ReportSlot.task_id) == col(Task.id),
        col(ReportSlot.due_on) < day,
        col(ReportSlot.status) != SlotStatus.WAIVED,
    )
    sent = col(ReportSlot.first_submitted_at)
    presumed = exists().where(
        col(Responsibility.task_id) == col(Task.id),
        col(Responsibility.part) == Part.LEAD,
        col(Responsibility.presumed).is_(true()),
    )
    columns: Any = (
        col(Task.id),
        col(Task.ledger_id),
        col(Task.position),
        col(Task.number),
        asof.start_on().label("start_on"),
        status_on(day).label("status"),
        asof.due_on(day).label("due_on"),
        percent.scalar_subquery().label("percent"),
        case((past, 1), else_=0).label("past"),
        case((past.where(or_(sent.is_(None), sent >= end_of(day))), 1), else_=0).label("missed"),
        case((presumed, 1), else_=0).label("presumed"),
        case((followed, 1), else_=0).label("followed"),
    )
    return select(*columns).where(where).subquery("facts")


def lamp_of(
    t: Any,  # the columns of facts
    day: date,
    is_working_day: IsWorkingDay | None = None,
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
) -> Any:
    """The code of the lamp of each row of `facts`, in the order in which rules.py asks."""
    worked = is_working_day or installed().is_working_day
    far = add_working_days(day, thresholds.soon + 1, worked)
    behind = points_behind(t, day)
    return case(
        (t.status.in_(list(STOPPED_WORDS)), Lamp.STOPPED.value),
        (t.status == TaskStatus.CLOSED, Lamp.CLOSED.value),
        (t.start_on > day, Lamp.STOPPED.value),
        (or_(t.due_on < day, behind > thresholds.far_behind), Lamp.RED.value),
        (or_(t.due_on < far, behind >= thresholds.behind), Lamp.YELLOW.value),
        (or_(t.missed == 1, and_(t.past == 1, t.percent.is_(None))), Lamp.HOLLOW.value),
        else_=Lamp.GREEN.value,
    )


def points_behind(t: Any, day: date) -> Any:
    """序时进度 less what was reported; NULL, and so never behind, where one of the two is unknown."""
    today = literal(day, Date)
    gone, total = days_between(t.start_on, today), days_between(t.start_on, t.due_on)
    expected = case(
        (or_(t.start_on.is_(None), t.due_on.is_(None)), null()),
        (t.due_on <= day, 100),
        (t.start_on >= day, 0),
        else_=(200 * gone + total) // (2 * total),
    )
    return expected - t.percent
