"""A table as page extractors write it: every cell closed by a pipe, rows filled up with empty cells at their end.

What a merged cell covers is left out of the rows below it, so a short row is short on its left or in its middle,
while the filling stands on its right. Where cells hold paragraphs, a row runs over several lines, or has one a cell.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from app.importing.blocks import Block, Cell, Paragraph, Row, Table
from app.importing.recognise.column_words import Kind, kinds_of_columns
from app.importing.recognise.flattened.merged import unmerged
from app.importing.recognise.flattened.pieces import (
    NUMBER,
    TOTAL,
    Piece,
    across,
    filled,
    is_title,
    kinds_of,
    misfit,
)
from app.importing.recognise.flattened.piped_cells import FURTHEST, WIDEST, by_cells
from app.importing.recognise.flattened.piped_lines import PIPE, Line, header_on, joined, line_of, plain, stretches
from app.importing.recognise.flattened.spans import aligned, columns_under

RULE: Final = re.compile(r"[\s|:\-—─━=+]+")
COUNTED: Final = re.compile(r"\d{1,3}")


def tables(run: Sequence[Paragraph]) -> list[Block] | None:
    """None when no stretch of lines with pipes has a ledger's header."""
    blocks: list[Block] = []
    place, found = 0, False
    for begin, end in stretches(run):
        lines = run[begin:end]
        if (table := _by_beginnings(lines) or _by_width(lines) or _by_rows(lines) or by_cells(lines)) is not None:
            blocks.extend([*run[place:begin], *table])
            place, found = end, True
    return [*blocks, *run[place:]] if found else None


def _by_beginnings(lines: Sequence[Paragraph]) -> list[Block] | None:
    """Rows known by what begins them, however many cells are left: a pipe in front, the row's number, or the line.

    An empty last cell may stand on a line of its own, and what a merged cell covers is not there at all.
    """
    for rows in (_opened(lines), _numbered(lines), _lined(lines)):
        for place, row in enumerate(rows[:FURTHEST]):
            labels, below = _labels(row), [_told(other) for other in rows[place + 1 :]]
            if len(labels) > 2 and sum(len(other) > 1 for other in below) > 1:
                header = columns_under(labels, len(labels), below)
                if header and header[0] == 1 and max(map(len, below)) <= len(labels):
                    return _blocks(rows, place, header)
    return None


def _told(row: Sequence[Piece]) -> list[Piece]:
    """The cells up to the last that says something."""
    return list(row[: max((place for place, piece in enumerate(row, 1) if piece.text), default=0)])


def _opened(lines: Sequence[Paragraph]) -> list[list[Piece]]:
    """The cells from one line that a pipe opens to the next; none where all lines are so, or just one."""
    opened = [line.text.startswith(PIPE) and line.text.strip("| ") != "" for line in lines]
    if not opened[0] or not 1 < sum(opened) < len(lines):
        return []
    return list(joined([line_of(line) for line in lines], opened))


def _numbered(lines: Sequence[Paragraph]) -> list[list[Piece]]:
    """The cells from one row's number to the next, below a whole header on one line; none where no row is short."""
    read = [line_of(line) for line in lines]
    place = next((place for place, line in enumerate(lines) if header_on(line)), len(lines))
    if place == len(lines) or kinds_of(_labels(read[place].cells), guess=True) is None:
        return []
    width = len(_labels(read[place].cells))
    counted = [len(line.cells) > 1 and COUNTED.fullmatch(line.cells[0].text) is not None for line in read]
    counts = [int(line.cells[0].text) for line, is_first in zip(read, counted, strict=True) if is_first]
    is_title_of = [sum(bool(piece.text) for piece in line.cells) == 1 and is_title(line.cells[0].text) for line in read]
    begins = [
        index <= place + 1 or is_first or is_section or is_title_of[index - 1]
        for index, (is_first, is_section) in enumerate(zip(counted, is_title_of, strict=True))
    ]
    rows = list(joined(read, begins))
    is_short = any(len(row) < width for row in rows[place + 1 :] if COUNTED.fullmatch(row[0].text))
    return rows if is_short and len(counts) > 1 and counts == sorted(counts) else []


def _lined(lines: Sequence[Paragraph]) -> list[list[Piece]]:
    """A row a line, below a whole header on one line; none where a row has more cells, or hardly any has as many."""
    read = [line_of(line) for line in lines]
    place = next((place for place, line in enumerate(lines) if header_on(line)), len(lines))
    told = [sum(bool(piece.text) for piece in line.cells) for line in read]
    begins = [count > 0 and (index == 0 or read[index - 1].closed) for index, count in enumerate(told)]
    rows = list(joined(read, begins))
    width = len(_labels(read[place].cells)) if place < len(lines) else 0
    below = [len(_told(row)) for row in rows[sum(begins[: place + 1]) :]]
    full = sum(count >= width - 1 for count in below)
    is_table = width > 0 and 1 < full < len(below) and full * 3 >= len(below) and max(below) <= width
    return rows if is_table and sum(count > 1 for count in below) * 4 >= len(below) * 3 else []


def _by_width(lines: Sequence[Paragraph]) -> list[Block] | None:
    """Cells on lines of their own, the empty ones too: every row has as many of them as the header has labels."""
    read = [line_of(line) for line in lines]
    cells = [piece for row in joined(read, [False] * len(read)) for piece in row]
    found: list[tuple[float, list[list[Piece]], tuple[int, list[str], list[Kind | None]], int]] = []
    for place in range(min(len(cells), FURTHEST) if sum(len(line.cells) > 2 for line in read) * 5 <= len(read) else 0):
        for width in range(3, min(WIDEST, (len(cells) - place) // 3) + 1):
            rows = [cells[first : first + width] for first in range(place, len(cells), width)]
            labels, below = _labels(rows[0]), rows[1:]
            if len(labels) < width or not _are_whole(below, labels):
                continue
            if header := columns_under(labels, width, below):
                prices = [misfit(row[0].text, header[2][0]) for row in below]
                found.append((sum(prices) / len(prices), [*([cell] for cell in cells[:place]), *rows], header, place))
    if not found:
        return None
    _, rows, header, place = min(found, key=lambda one: one[0])
    return _printed(rows, place) if "number" in header[2] else _blocks(rows, place, header)


def _printed(rows: Sequence[Sequence[Piece]], place: int) -> list[Block]:
    """The table as it was: no cell of it is missing."""
    above = [Paragraph(piece.text, piece.start, piece.end) for row in rows[:place] for piece in row if piece.text]
    built = [
        Row(tuple(Cell(piece.text, piece.start, piece.end) for piece in row), row[0].start, row[-1].end)
        for row in rows[place:]
    ]
    return [*above, unmerged(Table(tuple(built), built[0].start, built[-1].end))]


def _are_whole(rows: Sequence[Sequence[Piece]], labels: Sequence[str]) -> bool:
    """Every row begins with a cell that says something and some end with one that does not; numbers count them."""
    whole = [row for row in rows if len(row) == len(labels)]
    if len(whole) < 2 or not all(row[0].text for row in rows) or all(row[-1].text for row in whole):
        return False
    numbers = [COUNTED.fullmatch(row[0].text) is not None for row in whole]
    return all(numbers) if kinds_of_columns(labels[:1]) == ["number"] else not any(numbers)


def _by_rows(lines: Sequence[Paragraph]) -> list[Block] | None:
    """Rows that stand on lines of their own, all of one number of cells; only where some row was filled up."""
    read = [line_of(line) for line in lines if not RULE.fullmatch(line.text) or not line.text.strip("| ")]
    counts = Counter(len(line.cells) for line in read if line.closed and len(line.cells) > 1)
    if not counts:
        return None
    width, seen = counts.most_common(1)[0]
    rows = list(_chunks(read, width))
    if width > WIDEST or seen < 2 or sum(len(row) == width for row in rows) * 4 < len(rows) * 3:
        return None
    if not any(len(row) == width and not row[-1].text for row in rows):
        return None
    for place, row in enumerate(rows):
        labels = _labels(row)
        if len(labels) > 1 and (header := columns_under(labels, width, rows[place + 1 :])):
            return _blocks(rows, place, header)
    return None


def _labels(row: Sequence[Piece]) -> list[str]:
    """The words of a row that can head columns; none when it has gaps inside."""
    words = [plain(piece.text) for piece in row]
    while words and not words[-1]:
        words.pop()
    return words if all(0 < len(word) <= 20 for word in words) else []


def _chunks(lines: Sequence[Line], width: int) -> Iterator[list[Piece]]:
    """Cells of lines put together until they make a row."""
    waiting: list[Piece] = []
    is_open = False
    for line in lines:
        cells = list(line.cells)
        if waiting and is_open and cells:
            last, first = waiting.pop(), cells.pop(0)
            cells.insert(0, Piece("\n".join(filter(None, [last.text, first.text])), last.start, first.end))
        if len(waiting) + len(cells) > width and waiting:
            yield waiting
            waiting = []
        waiting.extend(cells)
        is_open = not line.closed
        if len(waiting) >= width and not is_open:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def _blocks(rows: Sequence[list[Piece]], place: int, header: tuple[int, list[str], list[Kind | None]]) -> list[Block]:
    """What stands above the header as paragraphs, then the table with every row's cells under their columns."""
    depth, labels, kinds = header
    above = [Paragraph(piece.text, piece.start, piece.end) for row in rows[:place] for piece in row if piece.text]
    start, end = rows[place][0].start, rows[place + depth - 1][-1].end
    built = [Row(tuple(Cell(label, start, end) for label in labels), start, end)]
    repeated = [plain(piece.text) for piece in rows[place]]
    held: list[dict[int, list[Piece]]] = []
    for row in rows[place + depth :]:
        if [plain(piece.text) for piece in row] == repeated:
            continue
        told = [piece for piece in row if piece.text]
        if _is_across(told, row) or (told and TOTAL.match(told[0].text)):
            built.extend(filled(held, kinds))
            held = []
            built.append(across(told[0].text, told[0].start, told[0].end, len(kinds)))
        elif told:
            held.append(aligned(row, kinds))
    built.extend(filled(held, kinds))
    return [*above, Table(tuple(built), start, max(row.end for row in built))]


def _is_across(told: Sequence[Piece], row: Sequence[Piece]) -> bool:
    """A row with one cell only, the first: a section's title over the whole width."""
    return len(told) == 1 and bool(row[0].text) and not NUMBER.fullmatch(told[0].text) and len(told[0].text) <= 60
