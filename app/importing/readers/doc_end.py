"""A .doc that ends with a table, without the empty line Word sets behind it: LibreOffice runs its cells together.

The file itself still says where each row ends and which cells are merged; so the last table is put together again.
"""

import re
import struct
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from app.importing.blocks import Block, Builder, Document, Paragraph, Table
from app.importing.readers.doc_rows import Paragraphs, Place
from app.importing.readers.ole import Directory

LINE, MARK = "\r", "\x07"
FLAGS, CHARACTERS, PIECES = 0x0A, 0x4C, 0x1A2  # where the head of the file says it
PIECE_TABLE: Final = 2
COMPRESSED: Final = 0x40000000
FIELD: Final = re.compile(r"\x13[^\x13-\x15]*\x14?|\x15")
SLACK: Final = 20  # edges that differ less stand above each other
Values = list[list[str | None]]


def with_last_table(document: Document, data: bytes) -> Document:
    """The document as it is, unless its last lines are the cells of a table."""
    if not document.blocks or not isinstance(document.blocks[-1], Paragraph):
        return document
    try:
        rows = _last_rows(Directory(data))
    except (
        ValueError,
        KeyError,
        IndexError,
        struct.error,
    ):  # another kind of file; LibreOffice has read it all the same
        return document
    begin = _first_of(document.blocks, _squeezed("".join(cell or "" for row in rows for cell in row)))
    return document if begin is None else _rebuilt(document, begin, rows)


def _last_rows(file: Directory) -> Values:
    """The rows of the table that the text ends with."""
    words = file.content("WordDocument", 0, file.streams["WordDocument"][1])
    flags: int = struct.unpack_from("<H", words, FLAGS)[0]
    tables = "1Table" if flags & 0x200 else "0Table"
    paragraphs = Paragraphs(file, words, tables)
    rows: list[tuple[list[str], tuple[Place, ...]]] = []
    cells: list[str] = []
    text = ""
    for char, place in _characters(file, words, tables):
        if char == LINE and not paragraphs.at(place).in_table:
            rows, cells, text = [], [], ""
        elif char != MARK:
            text += "\n" if char == LINE else char
        elif row := paragraphs.at(place).row:
            rows.append((cells, row))
            cells, text = [], ""
        else:
            cells.append(FIELD.sub("", text).replace("\x0b", "\n"))
            text = ""
    return [] if cells or text.strip("\0") else _on_grid(rows)


def _characters(file: Directory, words: bytes, tables: str) -> Iterator[tuple[str, int]]:
    """The main text out of its pieces, each character with its place in the file."""
    begin, length = struct.unpack_from("<II", words, PIECES)
    left: int = struct.unpack_from("<I", words, CHARACTERS)[0]
    pieces = file.content(tables, begin, length)
    while pieces[0] != PIECE_TABLE:  # what stands before it says only how it looks
        pieces = pieces[3 + struct.unpack_from("<H", pieces, 1)[0] :]
    count = (len(pieces) - 5 - 4) // 12
    bounds = struct.unpack_from(f"<{count + 1}I", pieces, 5)
    for number, (first, last) in enumerate(pairwise(bounds)):
        place: int = struct.unpack_from("<I", pieces, 5 + 4 * (count + 1) + 8 * number + 2)[0]
        size = 1 if place & COMPRESSED else 2
        place = (place & ~COMPRESSED) // 2 if size == 1 else place
        read = min(last - first, left)
        left -= read
        text = words[place : place + size * read]
        for at, char in enumerate(text.decode("cp1252" if size == 1 else "utf-16-le", "replace")):
            yield char, place + size * at


def _on_grid(rows: list[tuple[list[str], tuple[Place, ...]]]) -> Values:
    """A merged cell is followed by empty ones on the right, and by None below."""
    edges: list[int] = []
    for edge in sorted({place.left for _, places in rows for place in places}):
        if not edges or edge - edges[-1] > SLACK:
            edges.append(edge)
    values: Values = []
    for cells, places in rows:
        row: list[str | None] = []
        for cell, place in zip(cells, places, strict=False):
            covered = sum(place.left - SLACK <= edge < place.right - SLACK for edge in edges) or 1
            row += [None] * covered if place.is_merged and values else [cell, *[""] * (covered - 1)]
        values.append(row)
    return values


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b]", "", text)


def _first_of(blocks: tuple[Block, ...], words: str) -> int | None:
    """The first of the last paragraphs that hold these words and no others."""
    held = ""
    for number in range(len(blocks) - 1, -1, -1):
        block = blocks[number]
        if not isinstance(block, Paragraph) or len(held) > len(words):
            return None
        held = _squeezed(block.text) + held
        if held == words:
            return number
    return None


def _rebuilt(document: Document, begin: int, rows: Values) -> Document:
    builder = Builder()
    for block in document.blocks[:begin]:
        if isinstance(block, Table):
            builder.table(list(_values(block)))
            continue
        if block.after_gap:
            builder.paragraph("")
        builder.paragraph(block.text)
    builder.table(rows)
    return replace(builder.document(document.name, document.format), scans=document.scans)


def _values(table: Table) -> Iterator[list[str | None]]:
    """What a reader handed on for these rows."""
    for row, above in zip(table.rows, (None, *table.rows), strict=False):
        yield [
            None if above and number < len(above.cells) and cell is above.cells[number] else cell.text
            for number, cell in enumerate(row.cells)
        ]
