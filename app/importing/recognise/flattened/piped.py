"""A table as page extractors write it: every cell closed by a pipe, rows filled up with empty cells at their end.

What a merged cell covers is left out of the rows below it, so a short row is short on its left or in its middle,
while the filling stands on its right. Where cells hold paragraphs, a row runs over several lines, or has one a cell.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
    fit,
    has_sections,
    is_label,
    is_title,
    kinds_of,
    may_be_label,
    misfit,
    rows_of,
    with_numbers,
)
from app.importing.recognise.flattened.spans import aligned, columns_under

PIPE: Final = "|"
RULE: Final = re.compile(r"[\s|:\-—─━=+]+")
PAGE: Final = re.compile(r"[\s|]*(?:索引号|发布机构|发文机关|信息分类|成文日期)\s*[：:]?\s*\|")
COUNTED: Final = re.compile(r"\d{1,3}")
SILENCE: Final = 8
WIDEST: Final = 12
FURTHEST: Final = 12
LOOKED_AT: Final = 40


@dataclass(frozen=True, slots=True)
class Line:
    """A line's cells; `closed`: the last of them ends with a pipe."""

    cells: tuple[Piece, ...]
    closed: bool


def tables(run: Sequence[Paragraph]) -> list[Block] | None:
    """None when no stretch of lines with pipes has a ledger's header."""
    blocks: list[Block] = []
    place, found = 0, False
    for begin, end in _stretches(run):
        lines = run[begin:end]
        if (table := _by_beginnings(lines) or _by_width(lines) or _by_rows(lines) or _by_cells(lines)) is not None:
            blocks.extend([*run[place:begin], *table])
            place, found = end, True
    return [*blocks, *run[place:]] if found else None


def _stretches(run: Sequence[Paragraph]) -> Iterator[tuple[int, int]]:
    """Neighbouring lines with pipes; a cell of several paragraphs has lines without one. Another header begins anew."""
    begin: int | None = None
    end, header = 0, list[str]()
    for place, line in enumerate(run):
        labels = _header_on(line) if PIPE in line.text else []
        if begin is not None and header and labels and labels != header and end - begin > 2:
            yield begin, end
            begin, end, header = place, place + 1, labels
        if begin is not None and end - begin > 2 and PAGE.match(line.text):
            break
        if PIPE not in line.text:
            continue
        if begin is not None and (place - end > SILENCE or (labels and not header and place > end)):
            if end - begin > 1:
                yield begin, end
            begin, header = None, []
        if begin is None:
            begin = (
                place - 1 if place and not line.text.strip("| ") and is_label(_plain(run[place - 1].text)) else place
            )
        end, header = place + 1, header or labels
    if begin is not None and end - begin > 1:
        yield begin, end


def _header_on(line: Paragraph) -> list[str]:
    """The labels of a ledger's whole header that stands on one line."""
    labels = [_plain(piece.text) for piece in _line(line).cells if piece.text]
    return labels if len(labels) > 2 and kinds_of(labels, guess=True) else []


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text)


def _line(paragraph: Paragraph) -> Line:
    """The cells of one line; what an outer pipe on the left opens is no empty cell."""
    text, position, cells = paragraph.text, 0, []
    if text.startswith(PIPE) and text.strip("| "):
        position = 1
    for part in text[position:].split(PIPE):
        kept = part.strip()
        start = paragraph.start + position + len(part) - len(part.lstrip())
        cells.append(Piece(kept, start, start + len(kept)))
        position += len(part) + 1
    closed = text.rstrip().endswith(PIPE)
    return Line(tuple(cells[:-1] if closed else cells), closed)


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
    return list(_joined([_line(line) for line in lines], opened))


def _numbered(lines: Sequence[Paragraph]) -> list[list[Piece]]:
    """The cells from one row's number to the next, below a whole header on one line; none where no row is short."""
    read = [_line(line) for line in lines]
    place = next((place for place, line in enumerate(lines) if _header_on(line)), len(lines))
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
    rows = list(_joined(read, begins))
    is_short = any(len(row) < width for row in rows[place + 1 :] if COUNTED.fullmatch(row[0].text))
    return rows if is_short and len(counts) > 1 and counts == sorted(counts) else []


def _lined(lines: Sequence[Paragraph]) -> list[list[Piece]]:
    """A row a line, below a whole header on one line; none where a row has more cells, or hardly any has as many."""
    read = [_line(line) for line in lines]
    place = next((place for place, line in enumerate(lines) if _header_on(line)), len(lines))
    told = [sum(bool(piece.text) for piece in line.cells) for line in read]
    begins = [count > 0 and (index == 0 or read[index - 1].closed) for index, count in enumerate(told)]
    rows = list(_joined(read, begins))
    width = len(_labels(read[place].cells)) if place < len(lines) else 0
    below = [len(_told(row)) for row in rows[sum(begins[: place + 1]) :]]
    full = sum(count >= width - 1 for count in below)
    is_table = width > 0 and 1 < full < len(below) and full * 3 >= len(below) and max(below) <= width
    return rows if is_table and sum(count > 1 for count in below) * 4 >= len(below) * 3 else []


def _joined(lines: Sequence[Line], begins: Sequence[bool]) -> Iterator[list[Piece]]:
    """The cells of the lines, a row at a time; what no pipe closed goes on on the next line."""
    row: list[Piece] = []
    is_open = False
    for line, is_first in zip(lines, begins, strict=True):
        cells = list(line.cells)
        if row and is_first:
            yield row
            row, is_open = [], False
        if row and is_open and cells:
            last, first = row.pop(), cells.pop(0)
            cells.insert(0, Piece("\n".join(filter(None, [last.text, first.text])), last.start, first.end))
        row.extend(cells)
        is_open = not line.closed
    if row:
        yield row


def _by_width(lines: Sequence[Paragraph]) -> list[Block] | None:
    """Cells on lines of their own, the empty ones too: every row has as many of them as the header has labels."""
    read = [_line(line) for line in lines]
    cells = [piece for row in _joined(read, [False] * len(read)) for piece in row]
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
    read = [_line(line) for line in lines if not RULE.fullmatch(line.text) or not line.text.strip("| ")]
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
    words = [_plain(piece.text) for piece in row]
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
    repeated = [_plain(piece.text) for piece in rows[place]]
    held: list[dict[int, list[Piece]]] = []
    for row in rows[place + depth :]:
        if [_plain(piece.text) for piece in row] == repeated:
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


def _by_cells(lines: Sequence[Paragraph]) -> list[Block] | None:
    """One cell a line: the header is as many labels as make the cells behind it fit best."""
    pieces = _one_by_one(lines)
    if pieces is None:
        return None
    for place in range(min(len(pieces), FURTHEST)):
        labels = [piece.text for piece in pieces[place : place + _header(pieces, place)]]
        if (kinds := kinds_of(labels, guess=True)) is None:
            continue
        start, end = pieces[place].start, pieces[place + len(labels) - 1].end
        behind = pieces[place + len(labels) :]
        kinds, labels = with_numbers(behind, kinds, labels)
        header = Row(tuple(Cell(label, start, end) for label in labels), start, end)
        above = [Paragraph(piece.text, piece.start, piece.end) for piece in pieces[:place]]
        return [*above, *with_sections(header, behind, kinds)]
    return None


def _one_by_one(lines: Sequence[Paragraph]) -> list[Piece] | None:
    """The cells, when nearly every line holds one at most; a cell's further paragraphs are not apart from it."""
    read = [_line(line) for line in lines]
    told = [sum(bool(piece.text) for piece in line.cells) for line in read]
    if sum(count > 1 for count in told) * 5 > len(lines):
        return None
    pieces: list[Piece] = []
    goes_on = False
    for line in read:
        for index, piece in enumerate(line.cells):
            if piece.text:
                is_rest = goes_on and index == 0
                pieces.append(Piece(piece.text, piece.start, piece.end, begins=not is_rest, apart=not is_rest))
            goes_on = False
        goes_on = bool(line.cells) and not line.closed
    return pieces


def _header(pieces: Sequence[Piece], place: int) -> int:
    end = place
    while end < min(len(pieces), place + WIDEST) and may_be_label(_plain(pieces[end].text)):
        end += 1
    prices = [
        (fit(pieces[last : last + LOOKED_AT], kinds), place - last)
        for last in range(end, place + 1, -1)
        if last < len(pieces) and (kinds := kinds_of([piece.text for piece in pieces[place:last]], guess=True))
    ]
    return -min(prices)[1] if prices else 0


def with_sections(header: Row, pieces: Sequence[Piece], kinds: Sequence[Kind | None]) -> list[Block]:
    """Titles of sections stand between the rows, where no column holds them."""
    blocks: list[Block] = []
    rows, waiting = [header], list[Piece]()

    def close() -> None:
        rows.extend(rows_of(waiting, kinds) if waiting else [])
        if rows:
            blocks.append(Table(tuple(rows), rows[0].start, rows[-1].end))

    is_parted = has_sections(pieces, kinds)
    for piece in pieces:
        if is_parted and is_title(piece.text):
            close()
            blocks.append(Paragraph(piece.text, piece.start, piece.end))
            rows, waiting = [], []
        else:
            waiting.append(piece)
    close()
    return blocks
