"""What happened, in the order it happened, and the log with the moments of that time."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import event
from sqlmodel import Session

from app.audit.models import AuditEvent
from app.core.clock import BEIJING


@dataclass(frozen=True)
class Act:
    """One thing somebody did; it is told the moment."""

    at: datetime
    what: Callable[[datetime], object]


class Diary:
    """Dates the log: services write the present moment, the story happened earlier."""

    def __init__(self, db: Session, at: datetime) -> None:
        self.db, self.at = db, at
        event.listen(db, "before_flush", self.date_events)

    def date_events(self, db: Session, *_: object) -> None:
        for one in db.new:
            if isinstance(one, AuditEvent):
                one.at = self.at

    def turn_to(self, at: datetime) -> None:
        self.db.flush()  # what is still unwritten happened before
        self.at = at


def play(diary: Diary, acts: Iterable[Act], now: datetime) -> None:
    """On the last day some hours may still lie ahead: those acts happened just now."""
    for act in sorted(acts, key=lambda act: act.at):
        at = min(act.at, now)
        diary.turn_to(at)
        act.what(at)
    diary.turn_to(now)


def moment(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), BEIJING)
