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
        lines = [(re.sub(r"\s", "", line.text), line) for line in _lines(sheet)]
        behind += sum(len(words) for words, _ in lines)
        found = []
        for words, line in lines:
            at = squeezed.find(words, low, low + behind + SLACK) if len(words) >= LEAST else -1
            if at >= 0 and squeezed.find(words, at + 1, low + behind + SLACK) < 0:
                found.append(at)
                key = bisect_right(begins, at) - 1, page
                boxes[key] = _around(boxes.get(key), _box(line, sheet))
        if found:
            low, behind = min(found), sum(len(words) for words, _ in lines)
    return tuple(_placed(starts, boxes))


def _placed(starts: Sequence[int], boxes: dict[tuple[int, int], Box]) -> Iterator[Place]:
    """In the order of the text. A row whose lines say too little is on the page of the one before, somewhere."""
    by_row: dict[int, list[tuple[int, Box]]] = {}
    for (row, page), box in sorted(boxes.items()):
        by_row.setdefault(row, []).append((page, box))
    last = min((page for _, page in boxes), default=0)
    for row, start in enumerate(starts if boxes else ()):
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


def _lines(sheet: Sheet) -> Iterator[Line]:
    for part in sheet.parts:
        if isinstance(part, Line):
            yield from (Line([run]) for run in part.runs)
        else:
            yield from (line for row in part.rows for cell in row for line in cell or ())


def _box(line: Line, sheet: Sheet) -> Box:
    """As parts of the page; nowhere on a page that is not shown as it was read."""
    if not sheet.as_shown:
        return 0, 0, 0, 0
    wide, high = max(sheet.width, 1), max(sheet.height, 1)
    return line.x0 / wide, line.top / high, line.x1 / wide, line.bottom / high


def _around(one: Box | None, other: Box) -> Box:
    if one is None:
        return other
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
