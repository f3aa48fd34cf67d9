"""One figure that a text tells, as it is suggested to the person who keeps the indicators."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.tasks.kinds import ReadingKind as Kind

__all__ = ["Kind", "Reading"]


@dataclass(frozen=True, slots=True)
class Reading:
    """`quotation` is its whole clause, or its table's row, of which `text[start:end]` is its own part.

    `as_of` None: neither the text nor its date of printing says.
    """

    quotation: str
    subject: str
    value: Decimal
    unit: str
    as_of: date | None
    kind: Kind
    start: int
    end: int
    rule: str = ""  # how the day was found
