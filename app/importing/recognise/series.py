"""Cells that hold several tasks each: their own numbers 1. 2. 3. run on from one row to the next."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.importing.blocks import Cell, Row
from app.importing.recognise.columns import Columns
from app.importing.recognise.lines import ARABIC, label_at


def runs_on(rows: Sequence[Row], columns: Columns) -> bool:
    """Whether the table's tasks are numbered inside their cells and nowhere else, more than one in a cell."""
    if columns.of("number"):
        return False
    values = [[value for _, value in _labels(cell.text)] for cell in _texts(rows, columns)]
    series = [value for found in values for value in found]
    filled = sum(map(bool, values))
    return filled > 1 and len(series) > filled and series == list(range(series[0], series[0] + len(series)))


def parted(row: Row, columns: Columns) -> Iterator[Row]:
    """A row for each numbered task; what the row's other cells say holds for all of them."""
    column = columns.of("text")[0]
    cell = row.cells[column]
    starts = [place for place, _ in _labels(cell.text)]
    if not starts:
        yield row
    for start, end in zip(starts, [*starts[1:], len(cell.text)], strict=True):
        own = Cell(cell.text[start:end].strip(), cell.start + start, cell.start + end)
        yield replace(row, cells=tuple(own if place == column else other for place, other in enumerate(row.cells)))


def _texts(rows: Sequence[Row], columns: Columns) -> list[Cell]:
    """Each cell of the task's column once, also where it is merged over rows."""
    place = columns.of("text")[0]
    return list(dict.fromkeys(row.cells[place] for row in rows if place < len(row.cells)))


def _labels(text: str) -> list[tuple[int, int]]:
    """Where a number begins a line or follows a sentence, and which one it is."""
    found: list[tuple[int, int]] = []
    for place in range(len(text)):
        if place and text[place - 1] not in "\n。；; ":
            continue
        label = label_at(text, place)
        if label and label.level == ARABIC and (not found or label.value == found[-1][1] + 1):
            found.append((place, label.value))
    return found
