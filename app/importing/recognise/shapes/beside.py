"""Two tables or two forms beside one another: the same header, or the same labels, printed twice in a row."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from app.importing.blocks import Row, Table
from app.importing.recognise.columns import columns_of

FEWEST: Final = 3


def parted(table: Table) -> Iterator[Table]:
    """The left half's rows, then the right half's under the header once more; any other table as it is."""
    if abreast := _forms_abreast(table.rows):
        yield replace(table, rows=abreast)
        return
    found = next(((row, width) for row in table.rows if (width := _half(row)) is not None), None)
    if found is None or columns_of(_of(found[0], 0, found[1]), [_of(row, 0, found[1]) for row in table.rows]) is None:
        yield table
        return
    header, width = found
    place = next(place for place, row in enumerate(table.rows) if row is header)
    body = [row for row in table.rows[place:] if len(row.cells) == len(header.cells)]
    starts = range(0, len(header.cells) - len(_labels(_of(header, 0, width))) + 1, width)
    rows = [_of(row, start, width) for start in starts for row in body]
    above = tuple(row for row in table.rows[:place])
    yield replace(table, rows=(*above, *(row for row in rows if any(cell.text for cell in row.cells))))


def _forms_abreast(rows: tuple[Row, ...]) -> tuple[Row, ...] | None:
    """Every row has its first label again in the middle: 任务编号 1 任务编号 2."""
    widths = {len(row.cells) for row in rows}
    width = widths.pop() if len(widths) == 1 else 0
    half = width // 2
    if width < FEWEST or width % 2 or len(rows) < FEWEST:
        return None
    labels = [(row.cells[0], row.cells[half]) for row in rows]
    if any(not left.text or left.text != right.text or left == right for left, right in labels):
        return None
    if len({left.text for left, _ in labels}) < FEWEST:
        return None
    return tuple(_of(row, start, half) for start in (0, half) for row in rows)


def _half(header: Row) -> int | None:
    """After how many columns the labels begin anew, in the same order to the end."""
    labels = [cell.text.strip() for cell in header.cells]
    if len(set(filter(None, labels))) < 3 or not labels[0]:
        return None
    width = next((place for place, label in enumerate(labels) if place and label == labels[0]), None)
    if width is None or width < 3 or header.cells[width] == header.cells[0]:
        return None
    halves = [[label for label in labels[start : start + width] if label] for start in range(0, len(labels), width)]
    return width if all(half == halves[0] for half in halves) else None


def _labels(row: Row) -> list[str]:
    labels = [cell.text.strip() for cell in row.cells]
    while labels and not labels[-1]:
        labels.pop()
    return labels


def _of(row: Row, start: int, width: int) -> Row:
    return replace(row, cells=row.cells[start : start + width])
