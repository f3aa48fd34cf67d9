"""Tables of figures in a bulletin, also those that became lines: cut by pipes or blanks, drawn, or one cell a line."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.importing.blocks import Block, Cell, Document, Paragraph, Row, Table
from app.importing.recognise.flattened import drawn
from app.importing.recognise.walls import RULE, WALL

VALUE: Final = re.compile(r"[+-]?\s*\d+(?:,\d{3})*(?:\.\d+)?\s*[%％‰]?")
NOTHING: Final = re.compile(r"[-—–/无*\s]*")
LONGEST_CELL: Final = 24
WIDEST: Final = 12
FEWEST_ROWS: Final = 2


def blocks_of(document: Document) -> Iterator[Block]:
    """The document's blocks, with its flattened tables of figures as tables again."""
    run: list[Paragraph] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            run.append(block)
            continue
        yield from _regrouped(run)
        yield block
        run = []
    yield from _regrouped(run)


def is_value(text: str) -> bool:
    return VALUE.fullmatch(text.strip()) is not None


def _regrouped(run: Sequence[Paragraph]) -> Iterator[Block]:
    if run and (found := drawn.tables(list(run))) is not None:
        yield from found
        return
    place = 0
    while place < len(run):
        block, place = _table_at(run, place)
        yield block


def _table_at(run: Sequence[Paragraph], place: int) -> tuple[Block, int]:
    """The table that begins here and where it ends; else the line alone."""
    for rows in (_piped(run, place), _spaced(run, place)):
        if len(rows) > FEWEST_ROWS - 1 and any(is_value(cell.text) for row in rows[1:] for cell in row.cells):
            end = place
            while end < len(run) and run[end].start <= rows[-1].start:
                end += 1
            return Table(tuple(rows), rows[0].start, rows[-1].end), end
    if rows := _stacked(run, place):
        return Table(tuple(rows), rows[0].start, rows[-1].end), place + sum(len(row.cells) for row in rows)
    return run[place], place + 1


def _piped(run: Sequence[Paragraph], place: int) -> list[Row]:
    rows: list[Row] = []
    for line in (run[at] for at in range(place, len(run))):
        if RULE.fullmatch(line.text) and rows:
            continue
        if len(WALL.findall(line.text)) < 2:
            break
        rows.append(Row(tuple(_between_pipes(line)), line.start, line.end))
    return rows


def _spaced(run: Sequence[Paragraph], place: int) -> list[Row]:
    """Fields parted by blanks, as many in each line; a line of text with a blank or two is none."""
    rows: list[Row] = []
    for line in (run[at] for at in range(place, len(run))):
        cells = _fields(line)
        if len(cells) < 3 or (rows and len(cells) != len(rows[0].cells)) or re.search("[。；]", line.text):
            break
        if rows and not any(is_value(cell.text) for cell in cells[1:]):
            break
        if not rows and any(is_value(cell.text) for cell in cells):
            break
        rows.append(Row(tuple(cells), line.start, line.end))
    return rows


def _between_pipes(line: Paragraph) -> list[Cell]:
    """An empty field between two pipes is an empty cell; outside the outer pipes there is none."""
    cells, at = [], line.start
    for part in WALL.split(line.text):
        text = part.strip()
        start = at + len(part) - len(part.lstrip())
        cells.append(Cell(text, start, start + len(text)))
        at += len(part) + 1
    first = 1 if not cells[0].text else 0
    return cells[first : len(cells) - 1 if not cells[-1].text else None]


def _fields(line: Paragraph) -> list[Cell]:
    places = re.finditer(r"[^\s\u3000]+", line.text)
    return [Cell(match[0], line.start + match.start(), line.start + match.end()) for match in places]


def _stacked(run: Sequence[Paragraph], place: int) -> list[Row]:
    """One cell a line: a header of labels, then rows that hold values in the same columns."""
    labels = 0
    while labels <= WIDEST and place + labels < len(run) and _is_label(run[place + labels]):
        labels += 1
    best: list[Row] = []
    for width in range(2, min(labels, WIDEST) + 1):
        rows = _rows_of(run, place, width)
        if len(rows) > FEWEST_ROWS and len(rows) * width > sum(len(row.cells) for row in best):
            best = rows
    return best


def _is_short(line: Paragraph) -> bool:
    return len(line.text) <= LONGEST_CELL and not re.search("[。；]", line.text)


def _is_label(line: Paragraph) -> bool:
    return _is_short(line) and not is_value(line.text)


def _rows_of(run: Sequence[Paragraph], place: int, width: int) -> list[Row]:
    """The header and as many rows as are like the first one."""
    first = run[place + width : place + 2 * width]
    pattern = [is_value(line.text) for line in first]
    if len(first) < width or True not in pattern[1:] or all(pattern):
        return []
    rows = [_row(run[place : place + width])]
    for at in range(place + width, len(run) - width + 1, width):
        lines = run[at : at + width]
        if not all(_fits(line, wanted) for line, wanted in zip(lines, pattern, strict=True)):
            break
        rows.append(_row(lines))
    return rows


def _fits(line: Paragraph, is_number: bool) -> bool:
    return _is_short(line) and (is_value(line.text) == is_number or NOTHING.fullmatch(line.text) is not None)


def _row(lines: Sequence[Paragraph]) -> Row:
    return Row(tuple(Cell(line.text, line.start, line.end) for line in lines), lines[0].start, lines[-1].end)
