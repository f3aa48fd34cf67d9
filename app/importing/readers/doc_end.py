"""A .doc that ends with a table, without the empty line Word sets behind it: LibreOffice runs its cells together.

The file itself still has a mark behind each cell; by them the last table is put together again.
"""

import re
import struct
from dataclasses import replace
from itertools import pairwise
from typing import Final

from app.importing.blocks import Cell, Document, Paragraph, Row, Table
from app.importing.readers.ole import Directory

MARK: Final = "\x07"
FLAGS, CHARACTERS, PIECES = 0x0A, 0x4C, 0x1A2  # where the head of the file says it
PIECE_TABLE: Final = 2
COMPRESSED: Final = 0x40000000
FIELD: Final = re.compile(r"\x13[^\x13-\x15]*\x14?|\x15")


def with_last_table(document: Document, data: bytes) -> Document:
    """The document as it is, unless its last lines are the cells of a table."""
    if not document.blocks or not isinstance(document.blocks[-1], Paragraph):
        return document
    try:
        text = _text(Directory(data))
    except (
        ValueError,
        KeyError,
        IndexError,
        struct.error,
    ):  # another kind of file; LibreOffice has read it all the same
        return document
    rows = _rows(text.rstrip("\0"))
    placed = _placed(document, rows) if rows else None
    return document if placed is None else _replaced(document, placed)


def _text(file: Directory) -> str:
    """The main text, out of its pieces."""
    head = file.content("WordDocument", 0, 1024)
    flags: int = struct.unpack_from("<H", head, FLAGS)[0]
    begin, length = struct.unpack_from("<II", head, PIECES)
    total: int = struct.unpack_from("<I", head, CHARACTERS)[0]
    pieces = file.content("1Table" if flags & 0x200 else "0Table", begin, length)
    while pieces[0] != PIECE_TABLE:  # what stands before it says only how it looks
        pieces = pieces[3 + struct.unpack_from("<H", pieces, 1)[0] :]
    count = (len(pieces) - 5 - 4) // 12
    bounds = struct.unpack_from(f"<{count + 1}I", pieces, 5)
    found = []
    for number, (first, last) in enumerate(pairwise(bounds)):
        place: int = struct.unpack_from("<I", pieces, 5 + 4 * (count + 1) + 8 * number + 2)[0]
        if place & COMPRESSED:
            found.append(
                file.content("WordDocument", (place & ~COMPRESSED) // 2, last - first).decode("cp1252", "replace")
            )
        else:
            found.append(file.content("WordDocument", place, 2 * (last - first)).decode("utf-16-le", "replace"))
    return "".join(found)[:total]


def _rows(text: str) -> list[list[str]]:
    """The rows of the table that the text ends with: each cell has a mark behind it, each row one more."""
    if not text.endswith(MARK * 2):
        return []
    cells = FIELD.sub("", text).split(MARK)[:-1]
    begin = _first(cells)
    width = cells.index("", begin) - begin
    rows: list[list[str]] = []
    row: list[str] = []
    for cell in cells[begin:]:
        is_alone = len(row) == 1 and not row[0].strip().isdigit()
        if not cell and (len(row) == width or is_alone):
            rows.append([*row, *[""] * (width - len(row))])
            row = []
        else:
            row.append(cell)
    return rows if not row and width > 1 else []


def _first(cells: list[str]) -> int:
    """The first cell behind the last line that stands in no table: a line before it ends in the same piece."""
    lined = [place for place, cell in enumerate(cells) if "\r" in cell and (place == 0 or not cells[place - 1])]
    place = lined[-1] if lined else 0
    cells[place] = cells[place].rpartition("\r")[2]
    return place


def _placed(document: Document, rows: list[list[str]]) -> list[Row] | None:
    """Each cell where the text has it; None when the text is another one."""
    head = re.search(
        r"\s*".join(map(_pattern, rows[0])) + r"(?!.*" + r"\s*".join(map(_pattern, rows[0])) + ")", document.text, re.S
    )
    if not head:
        return None
    position = head.start()
    placed: list[Row] = []
    for row in rows:
        cells = []
        for cell in row:
            match = re.compile(r"\s*(" + _pattern(cell) + ")").match(document.text, position)
            if not match:
                return None
            cells.append(Cell(match[1], match.start(1), match.end(1)))
            position = match.end()
        if placed and not row[0].strip():  # merged downwards, as numbers are
            cells[0] = placed[-1].cells[0]
        placed.append(Row(tuple(cells), cells[1].start if placed else cells[0].start, cells[-1].end))
    return placed


def _pattern(cell: str) -> str:
    return r"\s*".join(re.escape(word) for word in re.split(r"[\s\x0b]+", cell.strip()))


def _replaced(document: Document, rows: list[Row]) -> Document:
    start = rows[0].start
    kept = [block for block in document.blocks if block.end <= start]
    return replace(document, blocks=(*kept, Table(tuple(rows), start, rows[-1].end)))
