"""A table over several pages: headers printed again, rows and merged cells that the end of a page cuts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

Rows = list[list[str | None]]
NUMBER_LABEL: Final = re.compile(r"^(?:序号|编号|序|号|№|NO\.?)$", re.I)
SENTENCE_END: Final = re.compile(r"[。；！？]$")


@dataclass(slots=True)
class Pieces:
    """A table over one page or several; `edges` are the places of its columns.

    `room` is how many characters a line of each column holds; `full` are the columns whose last text fills its
    lines to the end of the page.
    """

    edges: list[float]
    rows: Rows = field(default_factory=list)
    page: int = 0
    ruled: bool = True
    room: list[int] = field(default_factory=list)
    full: set[int] = field(default_factory=set)


def is_same(table: Pieces, part: Pieces) -> bool:
    """The next page's table goes on with this one when it has the same columns."""
    if part.page != table.page + 1 or len(part.edges) != len(table.edges):
        return False
    shift = part.edges[0] - table.edges[0]
    return all(abs(b - a - shift) < 14 for a, b in zip(table.edges, part.edges, strict=True))


def append(table: Pieces, part: Pieces) -> None:
    """A header printed again is left as one row; a row that the page cut is made whole."""
    repeated = 0
    while repeated < min(3, len(part.rows), len(table.rows)) and _squeezed(part.rows[repeated]) == _squeezed(
        table.rows[repeated]
    ):
        repeated += 1
    rest = part.rows[repeated:]
    if rest and _is_cut(table, rest[0]):
        first = rest.pop(0)
        table.rows[-1] = [_glued(a, b) for a, b in zip(table.rows[-1], first, strict=True)]
    elif rest and len(table.rows) > 1:
        _merge(table, part, rest)
    if repeated == 1 and not (rest and None in rest[0]):
        table.rows.append(part.rows[0])
    table.rows.extend(rest)
    table.page, table.full = part.page, part.full


def _squeezed(row: Sequence[str | None]) -> list[str]:
    return [re.sub(r"\s", "", value or "") for value in row]


def _glued(above: str | None, below: str | None) -> str | None:
    if above is None:
        return None
    return "\n".join(filter(None, [above, below]))


def _number_column(table: Pieces) -> int | None:
    for row in table.rows[:3]:
        for column, label in enumerate(_squeezed(row)):
            if NUMBER_LABEL.match(label):
                return column
    return None


def _is_cut(table: Pieces, first: Sequence[str | None]) -> bool:
    """Whether the first row of a page is the rest of the last row of the page before."""
    last, number = table.rows[-1], _number_column(table)
    if len(table.rows) < 2 or len(first) != len(last) or not any(first):
        return False
    if number is None:
        longest = max(range(len(last)), key=lambda column: len(last[column] or ""))
        return (
            bool(last[longest] and first[longest])
            and not SENTENCE_END.search(last[longest] or "")
            and sum(1 for value in first if value) < sum(1 for value in last if value is None or value)
        )
    if (first[number] or "").strip() or [value for value in last if value] == last[:1]:
        return False
    if first[0] and number and not (last[0] or "").strip():
        return False
    filled = [column for column in range(len(first)) if first[column] and column != number]
    if len(filled) == 1 and filled[0] < number:
        return False
    both = [column for column in filled if (last[column] or "").strip()]
    longest = max(range(len(last)), key=lambda column: len(last[column] or ""))
    return not (len(both) > 1 and SENTENCE_END.search(last[longest] or ""))


def _merge(table: Pieces, part: Pieces, rest: Rows) -> None:
    """A cell merged over the end of the page is printed on one of the two pages, or half on each."""
    first, number = rest[0], _number_column(table)
    leading = _leading(table, number)
    filled = [column for column, value in enumerate(first) if value]
    if len(filled) < 2 or not any(column not in leading and column != number for column in filled):
        return
    for column, value in enumerate(first):
        begin = _begin(table.rows, column)
        above = table.rows[begin][column]
        if column == number or begin == 0 or value is None:
            continue
        goes_on = column in leading or (len(rest) > 1 and rest[1][column] is None)
        if not value and goes_on and (above or table.ruled):
            first[column] = None
        elif value and column in leading and not above and _has_text(table.rows[begin], leading):
            table.rows[begin][column], first[column] = value, None
        elif value and above and column in leading and _is_rest(table, part, column, value):
            table.rows[begin][column], first[column] = above + value, None


def _leading(table: Pieces, number: int | None) -> set[int]:
    """The columns before the one that says most, but for the number: what stands there may hold for many rows."""
    lengths = [sum(len(row[column] or "") for row in table.rows[1:]) for column in range(len(table.rows[0]))]
    return set(range(lengths.index(max(lengths)))) - {number}


def _begin(rows: Rows, column: int) -> int:
    """The row where the last cell of a column begins."""
    return next((place for place in range(len(rows) - 1, -1, -1) if rows[place][column] is not None), 0)


def _has_text(row: Sequence[str | None], leading: set[int]) -> bool:
    return sum(1 for column, value in enumerate(row) if value and column not in leading) > 1


def _is_rest(table: Pieces, part: Pieces, column: int, value: str) -> bool:
    """The last line of a text: short, under one that fills its cell to the end of the page."""
    if column not in table.full or column >= len(part.room) or len(value) >= part.room[column]:
        return False
    others = [row[column] or "" for row in [*table.rows[1:-1], *part.rows[1:]]]
    return len(value) == 1 or any(len(other) > part.room[column] for other in others)
