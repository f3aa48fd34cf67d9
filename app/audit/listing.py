"""Reading the log: the newest first, by day, person and kind, fifty at a time."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlmodel import Session, col, func, or_, select

from app.audit.models import AuditEvent
from app.audit.tags import Tag
from app.audit.wording import KINDS, what
from app.core.clock import BEIJING

PORTION = 50


@dataclass(frozen=True)
class LogFilters:
    """As they stand in the address; `before` is the number of the event that closed the page before."""

    who: str = ""
    kind: str = ""
    first: date | None = None
    last: date | None = None
    before: int | None = None


@dataclass(frozen=True)
class LogRow:
    number: int
    day: date
    time: str
    who: str
    words: str
    failed: bool


@dataclass(frozen=True)
class Portion:
    rows: tuple[LogRow, ...]
    count: int
    older: int | None  # where the next page begins


def read_log(db: Session, filters: LogFilters) -> Portion:
    """Two statements, however long the log is."""
    wanted = conditions(filters)
    count = db.exec(select(func.count()).select_from(AuditEvent).where(*wanted)).one()
    if filters.before is not None:
        wanted = [*wanted, col(AuditEvent.number) < filters.before]
    newest = select(AuditEvent).where(*wanted).order_by(col(AuditEvent.number).desc()).limit(PORTION + 1)
    found = db.exec(newest).all()
    rows = tuple(row_of(event) for event in found[:PORTION])
    return Portion(rows, count, rows[-1].number if len(found) > PORTION else None)


def conditions(filters: LogFilters) -> list[Any]:
    wanted: list[Any] = []
    if filters.who:
        wanted.append(col(AuditEvent.actor_name).contains(filters.who, autoescape=True))
    if filters.kind in KINDS:
        wanted.append(or_(*(col(AuditEvent.tag).startswith(begin) for begin in KINDS[filters.kind][1])))
    if filters.first:
        wanted.append(col(AuditEvent.at) >= midnight(filters.first))
    if filters.last:
        wanted.append(col(AuditEvent.at) < midnight(filters.last + timedelta(days=1)))
    return wanted


def midnight(day: date) -> datetime:
    return datetime.combine(day, time(), BEIJING)


def row_of(event: AuditEvent) -> LogRow:
    local = event.at.astimezone(BEIJING)
    tag = Tag(event.tag)
    words = what(tag, {k: str(v) for k, v in event.details.items()})
    return LogRow(
        number=event.number or 0,
        day=local.date(),
        time=f"{local:%H:%M:%S}",
        who=event.actor_name,
        words=words,
        failed=tag is Tag.SIGN_IN_FAILED,
    )
