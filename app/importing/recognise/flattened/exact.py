"""Rows on lines of their own whose every cell stands between pipes, the empty ones too: a table as it was."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from app.importing.blocks import Block, Cell, Paragraph, Row, Table
from app.importing.recognise.column_words import LABEL, Kind
from app.importing.recognise.columns import Columns, columns_of
from app.importing.recognise.flattened.merged import unmerged
from app.importing.recognise.flattened.pieces import Piece, kinds_of, misfit
from app.importing.recognise.flattened.spans import best_at, read_at
from app.importing.recognise.header_depth import with_joined_headers
from app.importing.recognise.walls import RULE, WALL

NARROWEST: Final = 3
HIGHEST_HEADER: Final = 4
FITS: Final = -0.4  # on the mean of the cells
CLEARLY: Final = 4


def tables(run: Sequence[Paragraph]) -> list[Block] | None:
    """None when no stretch of lines has so many cells as its header, each where it belongs."""
    return _tables(run, _table)


def others(run: Sequence[Paragraph]) -> list[Block] | None:
    """Also tables whose header says nothing of its columns, when every line is closed by walls."""
    return _tables(run, _unread)


def _tables(run: Sequence[Paragraph], read: Callable[[Sequence[Paragraph]], Table | None]) -> list[Block] | None:
    blocks: list[Block] = []
    place, found = 0, False
    while place < len(run):
        end = place
        while end < len(run) and WALL.search(run[end].text):
            end += 1
        if table := read(run[place:end]):
            blocks.append(table)
            found = True
        else:
            blocks.extend(run[place : max(end, place + 1)])
        place = max(end, place + 1)
    return blocks if found else None


def _unread(lines: Sequence[Paragraph]) -> Table | None:
    if not all(WALL.match(line.text) and WALL.search(line.text[-1:]) for line in lines):
        return None
    rows = _rows(lines)
    return Table(tuple(rows), rows[0].start, rows[-1].end) if rows else None


def _table(lines: Sequence[Paragraph]) -> Table | None:
    rows = _rows(lines)
    joined = with_joined_headers(rows)
    for place, row in enumerate(joined[:HIGHEST_HEADER]):
        if columns := columns_of(row, joined):
            table = Table(tuple(rows), rows[0].start, rows[-1].end)
            below = joined[place + 1 :] if _is_closed(lines[-1]) else joined[place + 1 : -1]
            words = kinds_of([cell.text for cell in row.cells], guess=True) or columns.kinds
            is_shifted = any(_is_shifted(other, words) for other in below)
            return unmerged(table) if _fits(below, columns) and not is_shifted else None
    return None


def _rows(lines: Sequence[Paragraph]) -> list[Row]:
    """None when they have not all as many cells."""
    told = [line for line in lines if not RULE.fullmatch(line.text)]
    if len(told) < NARROWEST:
        return []
    is_open = all(WALL.match(line.text) for line in told)
    rows = [_row(line, is_open=is_open) for line in told]
    if not _is_closed(told[-1]):
        rows[-1] = _filled_up(rows[-1], len(rows[0].cells))
    width, seen = Counter(len(row.cells) for row in rows).most_common(1)[0]
    return rows if width >= NARROWEST and seen == len(rows) else []


def _is_closed(line: Paragraph) -> bool:
    return WALL.search(line.text.rstrip()[-1:]) is not None


def _filled_up(row: Row, width: int) -> Row:
    """The last row of a copy that ends inside it."""
    return replace(row, cells=(*row.cells, *[Cell("", row.end, row.end)] * (width - len(row.cells))))


def _row(line: Paragraph, *, is_open: bool) -> Row:
    """The cells between the walls; what the outer ones part from nothing is no cell."""
    cells, position = [], 0
    for part in WALL.split(line.text):
        kept = part.strip()
        start = line.start + position + len(part) - len(part.lstrip())
        cells.append(Cell(kept, start, start + len(kept)))
        position += len(part) + 1
    cells = cells[1:] if is_open else cells
    if len(cells) > 1 and not cells[-1].text and WALL.search(line.text.rstrip()[-1:]):
        cells.pop()
    return Row(tuple(cells), line.start, line.end)


def _fits(rows: Sequence[Row], columns: Columns) -> bool:
    """No cell was left out on the left or in the middle: what is there reads as its column should."""
    prices = [
        _misfit(cell.text, kind)
        for row in rows
        for cell, kind in zip(row.cells, columns.kinds, strict=False)
        if cell.text and kind and sum(bool(other.text) for other in row.cells) > 1
    ]
    return bool(prices) and sum(prices) / len(prices) < FITS


def _is_shifted(row: Row, kinds: Sequence[Kind | None]) -> bool:
    """Empty at its end, the row reads far better with cells left out on its left: a merged one was not printed."""
    cells = [Piece(cell.text, cell.start, cell.end) for cell in row.cells]
    while cells and not cells[-1].text:
        cells.pop()
    if not 1 < len(cells) < len(row.cells) == len(kinds):
        return False
    return read_at(cells, range(len(cells)), kinds) > read_at(cells, best_at(cells, kinds), kinds) + CLEARLY


def _misfit(text: str, kind: Kind) -> float:
    return -4 if kind == "number" and LABEL.fullmatch(text) else misfit(text, kind)
