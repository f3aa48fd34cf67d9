"""What the columns of a ledger's table hold: by the words of its header, and by what its cells say."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from app.importing.blocks import Row
from app.importing.recognise.clauses import clauses
from app.importing.recognise.column_cells import (
    FEWEST,
    MET,
    SHORT,
    are_figures,
    find_figured_goals,
    find_limits,
    find_units,
    is_merged,
    look_below,
    look_inside,
    pass_over,
    rows_below,
    take_parents,
)
from app.importing.recognise.column_words import NO_LABEL, WITH_PERSON, Kind, kinds_of_columns
from app.importing.recognise.header_depth import with_heads
from app.importing.recognise.printed_roles import Person
from app.tasks.kinds import PrintedRole

NAME: Final = re.compile(r"名称|^项目$")
NEXT: Final = re.compile(r"下一?步|打算")  # behind a task its progress, alone the task itself
VALUED: Final = re.compile(r"^(?:\d{4}年)?(?:年度)?(?:目标|指标|计划)值$")
CLEARLY: Final = 1.5
SENTENCE: Final = 10  # characters


@dataclass(frozen=True)
class Columns:
    """What each column holds; `text` is decided for the whole table, as the longest of its text columns.

    `periods`: the columns that stand for a quarter or a month, with its name. `with_persons`: columns of units that
    name persons too. `named`: tasks beside a goal that says far more; they are its heading, and their figures count.
    `limits`: the columns of time limits, with their titles, which may have the year or say that a bare 6 is a month.
    """

    kinds: tuple[Kind | None, ...]
    periods: tuple[tuple[int, str], ...] = ()
    with_persons: frozenset[int] = frozenset()
    named: tuple[int, ...] = ()
    limits: tuple[tuple[int, str], ...] = ()

    def of(self, kind: Kind) -> Sequence[int]:
        return self._places.get(kind, ())

    @cached_property
    def _places(self) -> Mapping[Kind | None, Sequence[int]]:
        """Asked a dozen times of every row."""
        places: dict[Kind | None, list[int]] = {}
        for column, kind in enumerate(self.kinds):
            places.setdefault(kind, []).append(column)
        return places


def columns_of(row: Row, rows: Sequence[Row], *, loose: bool = False) -> Columns | None:
    """The header's columns, when the row is one: a text column, and one for units or persons.

    `loose`: a date, a goal, a frequency or a period beside the text is enough.
    """
    labels = ["".join(cell.text.split()).rstrip("：:") for cell in row.cells]
    if any(len(label) > 24 or NO_LABEL.search(label) for label in labels) or sum(map(bool, labels)) < 2:
        return None
    kinds = kinds_of_columns(with_heads(labels, row, rows))
    look_below(kinds, labels, row, rows)
    look_inside(kinds, labels, row, rows)
    find_limits(kinds, row, rows)
    find_units(kinds, row, rows)
    find_figured_goals(kinds, labels, row, rows)
    texts = [
        column for column, kind in enumerate(kinds) if kind in ("text", "goal") and not VALUED.match(labels[column])
    ]
    if "text" not in kinds and are_figures(texts, rows):
        texts = []
    if not texts and (unnamed := _longest_unnamed(labels, kinds, rows_below(row, rows), len(rows))) is not None:
        kinds[unnamed], texts = "text", [unnamed]
    texts = texts or [column for column, kind in enumerate(kinds) if kind == "group"][-1:]
    if not texts or not (_is_ledger(kinds, loose=loose) or _answers_inside(kinds, row, rows)):
        return None
    longest = max(
        texts, key=lambda column: (kinds[column] == "text", sum(_length(other, column) for other in rows), -column)
    )
    if kinds[longest] == "text":
        longest = max(texts, key=lambda column: (_weight(rows, column, kinds[column]), -column))
    if are_figures([longest], rows):
        return None
    named = tuple(column for column in texts if column != longest and kinds[column] == "text")
    has_name = any(kind == "group" and NAME.search(label) for kind, label in zip(kinds, labels, strict=True))
    for column in named:
        kinds[column] = "ignored" if has_name or column > longest else "group"
    named = tuple(column for column in named if kinds[longest] == "goal" and not is_merged(rows, column))
    kinds[longest] = "text"
    take_parents(kinds, longest, row, rows)
    pass_over(
        kinds, labels, longest, [column for column, label in enumerate(labels) if MET.search(label) or column in texts]
    )
    with_persons = frozenset(column for column, label in enumerate(labels) if WITH_PERSON.search(label))
    periods = tuple((column, labels[column]) for column, kind in enumerate(kinds) if kind == "period")
    limits = tuple((column, labels[column]) for column, kind in enumerate(kinds) if kind is Person.DEADLINE)
    return Columns(tuple(kinds), periods, with_persons, named, limits)


def _longest_unnamed(
    labels: Sequence[str], kinds: Sequence[Kind | None], below: Sequence[Row], many: int
) -> int | None:
    """Beside units the column that says most is the task, whatever it is called; `many`: the rows of the table."""
    if not any(isinstance(kind, PrintedRole) for kind in kinds):
        return None
    said = {
        column: sum(_length(row, column) for row in below)
        for column, kind in enumerate(kinds)
        if kind == "group" or (kind is None and labels[column]) or NEXT.search(labels[column])
    }
    longest = max(said, key=lambda column: said[column], default=None)
    if longest is None or kinds[longest] == "group":
        return None
    others = max((length for column, length in said.items() if column != longest), default=0)
    enough = SHORT if said[longest] > CLEARLY * others else SENTENCE
    return longest if said[longest] >= enough * many else None


def _is_ledger(kinds: Sequence[Kind | None], *, loose: bool) -> bool:
    if any(isinstance(kind, PrintedRole | Person) and kind is not Person.DEADLINE for kind in kinds):
        return True
    if not loose:
        return Person.DEADLINE in kinds and "number" in kinds and "unit" not in kinds
    beside = {"goal", "frequency", "period", Person.DEADLINE} & set(kinds)
    return bool(beside) and "text" in kinds and "unit" not in kinds


def _answers_inside(kinds: Sequence[Kind | None], header: Row, rows: Sequence[Row]) -> bool:
    """Most tasks say who answers in their own cell: …（责任单位：县教育局）."""
    if "text" not in kinds:
        return False
    column = kinds.index("text")
    cells = [row.cells[column].text for row in rows_below(header, rows) if column < len(row.cells)]
    return len(cells) >= FEWEST and sum(bool(clauses(text)) for text in cells) * 2 > len(cells)


def _weight(rows: Sequence[Row], column: int, kind: Kind | None) -> float:
    """A goal is what is to be done only where it says far more than the task beside it."""
    return sum(_length(row, column) for row in rows) / (CLEARLY if kind == "goal" else 1)


def _length(row: Row, column: int) -> int:
    return len(row.cells[column].text) if column < len(row.cells) else 0
