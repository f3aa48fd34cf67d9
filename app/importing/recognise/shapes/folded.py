"""A task in two or three rows under a header of as many: what is to be done above, who and when below it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from app.importing.blocks import Row, Table
from app.importing.recognise.column_words import kind_of_column
from app.tasks.kinds import PrintedRole

HEIGHTS: Final = (2, 3)
TITLES: Final = 2  # rows that may stand above the header
FEWEST: Final = 2
LONGEST: Final = 12
Place = tuple[int, int]  # row of the header, column


def unfolded(table: Table) -> Table:
    """The same table with one row for each task, and one for the header."""
    for begin in range(min(TITLES + 1, len(table.rows))):
        for height in HEIGHTS:
            heads, body = table.rows[begin : begin + height], table.rows[begin + height :]
            if len(body) >= FEWEST * height and (places := _places(heads)) and (rows := _rows(body, places, height)):
                return replace(table, rows=(*table.rows[:begin], _one(heads, places), *rows))
    return table


def _places(heads: Sequence[Row]) -> list[Place]:
    """Where the labels stand; none unless all rows together are a header, and no row has a label that is unknown."""
    if len({len(row.cells) for row in heads}) != 1:
        return []
    places = [(at, column) for at in range(len(heads)) for column in _own(heads, at)]
    labels = [heads[at].cells[column].text.strip() for at, column in places]
    kinds = [kind_of_column(label) for label in labels]
    is_header = "text" in kinds and any(isinstance(kind, PrintedRole) for kind in kinds)
    return places if is_header and all(kinds) and all(len(label) <= LONGEST for label in labels) else []


def _own(rows: Sequence[Row], at: int) -> Iterator[int]:
    """The columns that are filled in this row, but for what goes on from the row above."""
    for column, cell in enumerate(rows[at].cells):
        if cell.text.strip() and not (at and cell == rows[at - 1].cells[column]):
            yield column


def _rows(body: Sequence[Row], places: Sequence[Place], height: int) -> list[Row]:
    """None where a row is filled in another way than the header says; sections between the tasks stay."""
    found: list[Row] = []
    tasks = begin = 0
    while begin < len(body):
        row, group = body[begin], body[begin : begin + height]
        if [column for column, cell in enumerate(row.cells) if cell.text] == [0]:
            found.append(row)
            begin += 1
            continue
        filled = {(at, column) for at in range(len(group)) for column in _own(group, at)}
        if len(group) < height or not filled <= {*places} or {at for at, _ in filled} != {*range(height)}:
            return []
        found.append(_one(group, places))
        tasks += 1
        begin += height
    return found if tasks >= FEWEST else []


def _one(group: Sequence[Row], places: Sequence[Place]) -> Row:
    cells = tuple(group[at].cells[column] for at, column in places)
    return Row(cells, group[0].start, group[-1].end)
