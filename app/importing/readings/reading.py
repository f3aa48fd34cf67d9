"""One figure that a text tells, as it is suggested to the person who keeps the indicators."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What was reached, or what is intended."""

    READING = "reading"
    PLAN = "plan"


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
