"""Where on the printed pages each paragraph and each row of a table stands, to be shown on a picture of the page."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from app.importing.blocks import Block, Place, Table
from app.importing.readers.pages.edges import Sheet
from app.importing.readers.pages.lines import Line

LEAST: Final = 4  # characters of a printed line that may tell where it stands
SLACK: Final = 600  # characters by which the text may be written in another order than it is printed
Box = tuple[float, float, float, float]


def places_of(sheets: Sequence[Sheet], blocks: Sequence[Block], text: str) -> tuple[Place, ...]:
    """One for each row and page, by the printed lines that stand only once in that stretch of the text."""
    starts = [row.start for block in blocks for row in (block.rows if isinstance(block, Table) else (block,))]
    begins, squeezed = _squeezed(text, starts)
    boxes: dict[tuple[int, int], Box] = {}
    low = behind = 0
    for page, sheet in enumerate(sheets, 1):
        beside = [[(re.sub(r"\s", "", line.text), _box(line, sheet)) for line in row] for row in _rows(sheet)]
        printed = sum(len(words) for row in beside for words, _ in row)
        behind += printed
        found = []
        for row in beside:
            places = [_only(squeezed, words, low, low + behind + SLACK) for words, _ in row]
            found += [at for at in places if at >= 0]
            meant = [bisect_right(begins, at) - 1 if at >= 0 else -1 for at in places]
            for (_, box), key in zip(row, _agreed(meant), strict=True):
                if key >= 0:
                    boxes[key, page] = _around(boxes.get((key, page)), box)
        if found:
            low, behind = min(found), printed
    return tuple(_placed(starts, boxes))


def _placed(starts: Sequence[int], boxes: dict[tuple[int, int], Box]) -> Iterator[Place]:
    """In the order of the text. A row whose lines say too little is on the page of the one before, somewhere."""
    by_row: dict[int, list[tuple[int, Box]]] = {}
    for (row, page), box in sorted(boxes.items()):
        by_row.setdefault(row, []).append((page, box))
    last = min((page for _, page in boxes), default=1)
    for row, start in enumerate(starts):
        for page, box in by_row.get(row, [(last, (0, 0, 0, 0))]):
            left, top, right, bottom = (min(max(round(edge * 1000), 0), 1000) for edge in box)
            yield start, page, left, top, right, bottom
            last = page


def _squeezed(text: str, starts: Sequence[int]) -> tuple[list[int], str]:
    """The text without blanks, which lines and cells join in their own ways, and where each row begins in it."""
    begins, parts, length, at = [], [], 0, 0
    for start in starts:
        parts.append(re.sub(r"\s", "", text[at:start]))
        length += len(parts[-1])
        begins.append(length)
        at = start
    parts.append(re.sub(r"\s", "", text[at:]))
    return begins, "".join(parts)


def _only(text: str, words: str, low: int, high: int) -> int:
    """Where they stand, if they stand there once; -1 else."""
    at = text.find(words, low, high) if len(words) >= LEAST else -1
    return at if at >= 0 and text.find(words, at + 1, high) < 0 else -1


def _agreed(meant: Sequence[int]) -> Sequence[int]:
    """What is printed beside one row's words is of that row too, though it say little or the same as others."""
    known = {row for row in meant if row >= 0}
    return [*known] * len(meant) if len(known) == 1 else meant


def _rows(sheet: Sheet) -> Iterator[list[Line]]:
    """What is printed beside each other: the pieces of a line, the lines of a table's row."""
    for part in sheet.parts:
        if isinstance(part, Line):
            yield [Line([run]) for run in part.runs]
        else:
            yield from ([line for cell in row for line in cell or ()] for row in part.rows)


def _box(line: Line, sheet: Sheet) -> Box:
    """As parts of the picture's sides, which may show the page turned, askew or from aside."""
    corners = [_onto(sheet, x, y) for x in (line.x0, line.x1) for y in (line.top, line.bottom)]
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return min(across), min(down), max(across), max(down)


def _onto(sheet: Sheet, x: float, y: float) -> tuple[float, float]:
    if not sheet.onto:
        return x / max(sheet.width, 1), y / max(sheet.height, 1)
    a, b, c, d, e, f, g, h, i = sheet.onto
    depth = g * x + h * y + i or 1.0
    return (a * x + b * y + c) / depth, (d * x + e * y + f) / depth


def _around(one: Box | None, other: Box) -> Box:
    if one is None:
        return other
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
