"""A table turned round: its header stands down the left, and each task is a column."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from app.importing.blocks import Cell, Row, Table
from app.importing.recognise.column_words import kind_of_column
from app.importing.recognise.columns import columns_of
from app.importing.recognise.holds import Held, held_in
from app.tasks.kinds import PrintedRole

FEWEST_LABELS: Final = 3
FEWEST_PERIODS: Final = 2
LOOKED_AT: Final = 4


def upright(table: Table) -> Table:
    """The same table with a row for each task, where only the first column reads as a header."""
    if len(table.rows) < FEWEST_LABELS or any(columns_of(row, table.rows) for row in table.rows):
        return table
    parts = [_turned(part) for part in _stacked(table.rows)]
    rows = [row for part in parts for row in part]
    return replace(table, rows=tuple(rows)) if rows and all(parts) else table


def _stacked(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Such tables stand one above the other where the page was too narrow; the first label begins the next."""
    first, part = rows[0].cells[0].text.strip(), [rows[0]]
    for row in rows[1:]:
        if row.cells[0].text.strip() == first:
            yield part
            part = []
        part.append(row)
    yield part


def _turned(rows: Sequence[Row]) -> list[Row]:
    """Empty unless it reads as a ledger that way round, with more than one task, and no label among the values."""
    width = len(rows[0].cells)
    if width < FEWEST_LABELS or any(len(row.cells) != width for row in rows) or len(rows) < FEWEST_LABELS:
        return []
    turned = [_column(rows, place) for place in range(width) if any(row.cells[place].text.strip() for row in rows)]
    printed, turned = turned, [turned[0], *_filled(turned[1:], turned[0])]
    columns = columns_of(turned[0], turned)
    if columns is None or not any(isinstance(kind, PrintedRole) for kind in columns.kinds):
        return []
    text = columns.of("text")[0]
    values = [cell.text for row in turned[1:] for cell in row.cells if cell.text]
    labels = [value for value in values if len(value) <= 6 and kind_of_column(value) not in (None, "period")]
    tasks = [row.cells[text].text for row in printed[1:]]
    return turned if all(tasks) and held_in(tasks) is Held.SENTENCES and len(labels) * 6 < len(values) else []


def _filled(tasks: Sequence[Row], header: Row) -> Iterator[Row]:
    """What is empty was merged with the task before, but for who helps: often nobody does."""
    before: Row | None = None
    for row in tasks:
        cells = [
            left if left and not cell.text and kind_of_column(label.text) is not PrintedRole.SUPPORT else cell
            for cell, left, label in zip(row.cells, before.cells if before else row.cells, header.cells, strict=True)
        ]
        before = replace(row, cells=tuple(cells))
        yield before


def has_periods(table: Table) -> bool:
    """Marks under 1月 2月 3月 say when, whoever stands at the left of them."""
    return any(
        sum(kind_of_column(cell.text.strip()) == "period" for cell in row.cells) >= FEWEST_PERIODS
        for row in table.rows[:LOOKED_AT]
    )


def transposed(table: Table) -> Table | None:
    """Rows for columns; None when the rows are not equally long."""
    if len({len(row.cells) for row in table.rows}) != 1:
        return None
    rows = tuple(_column(table.rows, place) for place in range(len(table.rows[0].cells)))
    return replace(table, rows=rows)


def _column(rows: Sequence[Row], place: int) -> Row:
    cells = tuple(_plain(row.cells[place]) if place == 0 else row.cells[place] for row in rows)
    return Row(cells, min(cell.start for cell in cells), max(cell.end for cell in cells))


def _plain(label: Cell) -> Cell:
    return replace(label, text=label.text.strip().rstrip("：:"))
