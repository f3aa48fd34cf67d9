"""Headers of two rows: titles over several columns, and the words below them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app.importing.blocks import Row
from app.importing.recognise.column_words import NO_LABEL, kind_of_column
from app.importing.recognise.printed_roles import Person
from app.tasks.kinds import PrintedRole

SHORT: Final = 7
LONGEST: Final = 12


def with_joined_headers(rows: Sequence[Row]) -> list[Row]:
    """A header of two rows (责任分工 over 主责部门 and 协办部门) whose merged cells are left empty is made one."""
    joined: list[Row] = []
    for row in rows:
        if joined and _stands_below(joined[-1], row):
            pairs = zip(joined[-1].cells, row.cells, strict=True)
            joined[-1] = replace(joined[-1], cells=tuple(low if low.text else high for high, low in pairs), end=row.end)
        else:
            joined.append(row)
    return joined


def _stands_below(upper: Row, lower: Row) -> bool:
    """Nothing but labels of columns, under a row of labels, and each of its empty cells has one above."""
    if len(lower.cells) != len(upper.cells) or all(cell.text.strip() for cell in lower.cells):
        return False
    low, high = (["".join(cell.text.split()) for cell in row.cells] for row in (lower, upper))
    if sum(map(bool, low)) < 2:
        return False
    is_whole = all(label or above for label, above in zip(low, high, strict=True))
    return is_whole and all(
        len(label) <= LONGEST and kind_of_column(label) for label in [*filter(None, low), *filter(None, high)]
    )


def with_heads(labels: Sequence[str], row: Row, rows: Sequence[Row]) -> list[str]:
    """A word that names no column (起, 止) goes on with the title that stands over it and its neighbour."""
    place = next((place for place, other in enumerate(rows) if other is row), 0)
    above = [re.sub(r"\s", "", cell.text) for cell in rows[place - 1].cells] if place else []
    if len(above) != len(labels) or len({*filter(None, above)}) < 2 or any(map(NO_LABEL.search, above)):
        return [*labels]
    found = [*labels]
    heads = [next((above[left] for left in range(column, -1, -1) if above[left]), "") for column in range(len(above))]
    for column, (label, head) in enumerate(zip(labels, heads, strict=True)):
        is_unknown = 0 < len(label) <= SHORT and not re.search(r"\d", label) and not kind_of_column(label)
        if is_unknown and heads.count(head) > 1 and isinstance(kind_of_column(head), PrintedRole | Person):
            found[column] = head + label
    return found
