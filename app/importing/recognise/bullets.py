"""Tables without numbers whose tasks carry a mark each: several may share a row, and rows without one head them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from app.importing.blocks import Cell, Row
from app.importing.recognise.columns import Columns
from app.importing.recognise.lines import unwrap

MARK: Final = r"[△▲●○■□◆◇★☆•]"
MARKED: Final = re.compile(rf"\s*{MARK}")
MARKS: Final = re.compile(rf"(?:^|\n)\s*{MARK}")
NEXT: Final = re.compile(rf"\n(?=\s*{MARK})")


def marked(rows: Sequence[Row], columns: Columns) -> bool:
    """Whether marks are what this table counts its tasks by."""
    if columns.of("number"):
        return False
    places = columns.of("text")
    texts = (row.cells[column].text for row in rows for column in places if column < len(row.cells))
    return sum(len(MARKS.findall(text)) for text in texts) > 1


def parted(row: Row, columns: Columns) -> Iterator[Row]:
    """A row for each mark; what the row's other cells say holds for all of them."""
    column = columns.of("text")[0]
    cell = row.cells[column] if column < len(row.cells) else Cell("", row.start, row.end)
    for text in NEXT.split(cell.text):
        cells = list(row.cells)
        if column < len(cells):
            cells[column] = Cell(text, cell.start, cell.end)
        yield replace(row, cells=tuple(cells))


def title_of(row: Row, columns: Columns) -> str | None:
    """The words of a row without a mark: a heading of those below it."""
    column = columns.of("text")[0]
    text = unwrap(row.cells[column].text) if column < len(row.cells) else ""
    return text if text and not MARKED.match(text) and len(text) <= 40 and "。" not in text else None
