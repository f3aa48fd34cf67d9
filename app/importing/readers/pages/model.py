"""A printed page as its words and ruling lines, in points from the upper left corner."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Word:
    """One character or more, as the file places them; blanks are words too."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page at height `at`, or down the page at distance `at`."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Page:
    """`onto`: a projection, nine numbers row by row, from here to the same place on a picture of the page, in parts of
    its sides; empty where the picture shows just this. Pages are turned and scans straightened to be read.
    """

    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    onto: Sequence[float] = ()


def page_of(record: dict[str, Any]) -> Page:
    """A page as a child process wrote it."""
    return Page(
        record["width"],
        record["height"],
        [Word(*word) for word in record["words"]],
        rules_of(record["across"]),
        rules_of(record["down"]),
        record.get("onto", ()),
    )


def rules_of(records: Iterable[Iterable[float]]) -> list[Rule]:
    return [Rule(*record) for record in records]
