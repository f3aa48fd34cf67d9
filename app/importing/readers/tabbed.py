"""A table copied out of a browser: tabs between its cells, and a cell's further lines on lines of their own."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

TAB: Final = "\t"
HIGHEST_HEADER: Final = 12  # lines
FEWEST: Final = 3  # rows
NARROWEST: Final = 2  # tabs


def whole_rows(lines: Sequence[str]) -> list[str]:
    """A row that has fewer tabs than the others goes on on the next line, where that makes all rows alike."""
    tabbed = [place for place, line in enumerate(lines) if TAB in line]
    if not tabbed:
        return [*lines]
    first, end = tabbed[0], tabbed[-1] + 1
    inside = lines[first:end]
    counts = [line.count(TAB) for line in inside]
    if len({count for count in counts if count}) == 1:  # a line between whole rows is a title or a page's edge
        return [*lines]
    for width in dict.fromkeys([max(counts), *accumulate(counts[:HIGHEST_HEADER])]):
        rows = list(_rows(inside, width)) if width >= NARROWEST else []
        if len(rows) >= FEWEST and all(row.count(TAB) == width for row in rows):
            return [*lines[:first], *rows, *lines[end:]]
    return [*lines]


def _rows(lines: Sequence[str], width: int) -> Iterator[str]:
    """Lines put together until they have as many tabs; what comes without any before the next row is the row's end."""
    row: list[str] = []
    seen = 0
    for line in lines:
        if row and seen >= width and TAB in line:
            yield "\n".join(row)
            row, seen = [], 0
        row.append(line)
        seen += line.count(TAB)
    yield "\n".join(row)
