"""Lines with pipes: where they run together, and their cells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.importing.blocks import Paragraph
from app.importing.recognise.flattened.pieces import (
    Piece,
    is_label,
    kinds_of,
)

PIPE: Final = "|"
PAGE: Final = re.compile(r"[\s|]*(?:索引号|发布机构|发文机关|信息分类|成文日期)\s*[：:]?\s*\|")
SILENCE: Final = 8


@dataclass(frozen=True, slots=True)
class Line:
    """A line's cells; `closed`: the last of them ends with a pipe."""

    cells: tuple[Piece, ...]
    closed: bool


def stretches(run: Sequence[Paragraph]) -> Iterator[tuple[int, int]]:
    """Neighbouring lines with pipes; a cell of several paragraphs has lines without one. Another header begins anew."""
    begin: int | None = None
    end, header = 0, list[str]()
    for place, line in enumerate(run):
        labels = header_on(line) if PIPE in line.text else []
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
            begin = place - 1 if place and not line.text.strip("| ") and is_label(plain(run[place - 1].text)) else place
        end, header = place + 1, header or labels
    if begin is not None and end - begin > 1:
        yield begin, end


def header_on(line: Paragraph) -> list[str]:
    """The labels of a ledger's whole header that stands on one line."""
    labels = [plain(piece.text) for piece in line_of(line).cells if piece.text]
    return labels if len(labels) > 2 and kinds_of(labels, guess=True) else []


def plain(text: str) -> str:
    return re.sub(r"\s", "", text)


def line_of(paragraph: Paragraph) -> Line:
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


def joined(lines: Sequence[Line], begins: Sequence[bool]) -> Iterator[list[Piece]]:
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
