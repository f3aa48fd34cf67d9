"""Running text: printed lines joined into paragraphs again, also over the end of a page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from app.importing.readers.pages.lines import Line

LABEL: Final = re.compile(
    r"第[一二三四五六七八九十百\d]+[章节条款编部]|[一二三四五六七八九十百]{1,4}、|[（(][一二三四五六七八九十百\d]{1,4}[）)]"
    r"|\d{1,3}[.．、](?!\d)|[①-⑳]|(?:责任|牵头|配合|完成)[\u4e00-\u9fff]{2,4}[：:]|附件|注[：:]"
)
ROOM: Final = 2.3  # characters that may be missing at the end of a full line
ENOUGH: Final = 0.7  # of the width that could be filled
TAIL: Final = re.compile(r"[。！？]$")


@dataclass(slots=True)
class Placed:
    """A line with the margins of the text on its page."""

    line: Line
    left: float
    right: float
    page: int


def margins(lines: Sequence[Line], size: float, frame: tuple[float, float] | None = None) -> tuple[float, float] | None:
    """Where the lines of a page begin and end; None when there are too few to tell.

    `frame` is what stands wider than single lines: the table of the page, or else the page itself.
    """
    if len(lines) < 3:
        return None
    starts = sorted(line.x0 for line in lines)
    ends = sorted(line.x1 for line in lines)
    supported = [x for x in starts if sum(abs(other - x) < size / 2 for other in starts) > 1]
    left = supported[0] if supported else starts[0]
    if supported and is_indent(left - starts[0], size):  # a single line went on where the indented ones begin
        left = starts[0]
    right = next((x for x in reversed(ends) if sum(abs(other - x) < size for other in ends) > 1), ends[-1])
    return _framed(left, right, ends[-1], size, frame) if frame else (left, right)


def _framed(left: float, right: float, end: float, size: float, frame: tuple[float, float]) -> tuple[float, float]:
    """Short lines alone do not show how wide the text is: ends that meet by chance are no margin."""
    if is_indent(left - frame[0], size):
        left = frame[0]
    if right - left >= ENOUGH * (frame[1] - left):
        return left, right
    return left, end if abs(end - frame[1]) < ROOM * size else max(end, frame[1])


def is_indent(distance: float, size: float) -> bool:
    return 1.4 < distance / size < 2.7


def paragraphs(placed: Sequence[Placed]) -> list[str]:
    """`placed` are consecutive lines without a table between them."""
    if not placed:
        return []
    indents = sum(1 for p in placed if is_indent(p.line.x0 - p.left, max(p.line.size, 1)))
    full = sum(1 for p in placed if _is_full(p))
    indented = indents >= max(2, full // 25)
    pitch = _pitch(placed)
    found = [placed[0].line.text]
    for above, here in pairwise(placed):
        if _continues(above, here, pitch, indented=indented):
            found[-1] = joined(found[-1], here.line.text)
        else:
            found.append(here.line.text)
    return found


def _continues(above: Placed, here: Placed, pitch: float, *, indented: bool) -> bool:
    size = max(above.line.size, 1)
    if not _is_full(above) or abs(here.line.size - above.line.size) > size * 0.12:
        return False
    if here.line.x0 - here.left > size * 0.9 or above.line.x0 - above.left > (above.right - above.left) * 0.35:
        return False
    same_page = above.page == here.page
    if same_page and here.line.top > above.line.top and here.line.top - above.line.top > pitch * 1.6:
        return False
    if _is_centred(above) and _is_centred(here):
        return False
    return not (LABEL.match(here.line.text) and (not indented or TAIL.search(above.line.text)))


def _is_full(placed: Placed) -> bool:
    return placed.right - placed.line.x1 <= ROOM * placed.line.size


def _is_centred(placed: Placed) -> bool:
    before, after = placed.line.x0 - placed.left, placed.right - placed.line.x1
    return before > placed.line.size and after > placed.line.size


def _pitch(placed: Sequence[Placed]) -> float:
    steps = [
        here.line.top - above.line.top
        for above, here in pairwise(placed)
        if above.page == here.page and 0 < here.line.top - above.line.top < 4 * max(here.line.size, 1)
    ]
    return median(steps) if steps else 1e9


def joined(one: str, other: str) -> str:
    """A blank only between Latin words; a word divided at the end of the line is one again."""
    if one[-1:].isascii() and one[-1:].isalnum() and other[:1].isascii() and other[:1].isalpha():
        return f"{one} {other}"
    return one + other
