"""One figure that a text tells, as it is suggested to the person who keeps the indicators."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.tasks.kinds import ReadingKind as Kind

__all__ = ["Kind", "Reading"]


@dataclass(frozen=True, slots=True)
class Reading:
    """`quotation` is `text[start:end]` of the document; `as_of` None: neither it nor its date of printing says."""

    quotation: str
    subject: str
    value: Decimal
    unit: str
    as_of: date | None
    kind: Kind
    start: int
    end: int
    rule: str = ""  # how the day was found
