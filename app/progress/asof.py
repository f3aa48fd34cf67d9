"""The record as it stood at the end of a day, as SQL: what came later is left out. On the present day nothing is.

What keeps no history is shown as it is now: a lead that was changed, a period that was waived, a suspension.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, case, exists, func, literal, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from app.core.clock import BEIJING
from app.core.db import by_value
from app.progress.models import Closure, Decision, ProgressReport, ReportStatus, Review
from app.tasks.kinds import Part, TaskStatus
from app.tasks.models import Extension, Responsibility, Task


def end_of(day: date) -> datetime:
    """The first moment that no longer belongs to the Beijing day."""
    return datetime.combine(day + timedelta(days=1), time(), BEIJING).astimezone(UTC)


def closed_by(day: date) -> ColumnElement[bool]:
    """Joins a task with the closure it had by then."""
    return and_(col(Closure.task_id) == col(Task.id), col(Closure.closed_on) <= day)


def status_on(day: date) -> ColumnElement[TaskStatus]:
    """Handed out later is a draft then, closed later in hand; whether closure was asked for makes no lamp."""
    closure = aliased(Closure)  # the closure of the same select is the one there was by then
    later = exists().where(col(closure.task_id) == col(Task.id), col(closure.closed_on) > day)
    reopened = and_(col(Task.status) == TaskStatus.CLOSED, later)
    return case(
        (col(Task.handed_out_on) > day, literal(TaskStatus.DRAFT, by_value(TaskStatus))),
        (reopened, literal(TaskStatus.ISSUED, by_value(TaskStatus))),
        else_=col(Task.status),
    )


def start_on() -> ColumnElement[date]:
    """The twin of app/tasks/rules.py counted_from."""
    later = and_(col(Task.start_on).is_not(None), col(Task.handed_out_on) > col(Task.start_on))
    return case((later, col(Task.handed_out_on)), else_=col(Task.start_on))


def due_on(day: date) -> ColumnElement[date]:
    """现定 of that day: the first extension granted afterwards still knows what it replaced."""
    before: Any = (
        select(col(Extension.old_due_on))
        .where(col(Extension.task_id) == col(Task.id), col(Extension.decided_at) >= end_of(day))
        .order_by(col(Extension.decided_at), col(Extension.id))
        .limit(1)
        .scalar_subquery()
    )
    return func.coalesce(before, col(Task.due_on))


def times_extended(day: date) -> Any:
    granted = select(func.count(col(Extension.id))).where(
        col(Extension.task_id) == col(Task.id), col(Extension.decided_at) < end_of(day)
    )
    return granted.scalar_subquery()


def counts_on(day: date) -> ColumnElement[bool]:
    """A lead's report, sent and not sent back by then; ProgressReport is joined with its Responsibility."""
    returned_later = exists().where(
        col(Review.report_id) == col(ProgressReport.id),
        col(Review.decision) == Decision.RETURNED,
        col(Review.at) >= end_of(day),
    )
    standing = col(ProgressReport.status).in_((ReportStatus.SUBMITTED, ReportStatus.ACCEPTED))
    return and_(
        or_(col(ProgressReport.as_lead), col(Responsibility.part) == Part.LEAD),
        or_(standing, and_(col(ProgressReport.status) == ReportStatus.RETURNED, returned_later)),
        col(ProgressReport.submitted_at) < end_of(day),
    )
