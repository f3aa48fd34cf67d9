"""What a page prints at its edges: running headers, page numbers, footnotes. None of it is the document's text."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from app.importing.page_numbers import AT_EDGE
from app.importing.readers.pages.grid import Grid
from app.importing.readers.pages.lines import Line
from app.importing.readers.pages.model import Page, Word

EDGE: Final = 0.13
HEADERS: Final = re.compile(r"序\s*号|任\s*务|措\s*施|责任|牵头|配合|时限|单位|部门")
SAYS: Final = re.compile(r"[〔\[\d：:]|附\s*件")
SMALL: Final = 0.9
FEW: Final = 6
MARK: Final = re.compile(r"[\d①-⑳*＊※]")
NOTE: Final = re.compile(r"[①-⑳⑴-⒇¹²³]|\[\d+\]|\d{1,2}[\s\u4e00-\u9fff《“]|[*＊※]|注")


@dataclass(slots=True)
class Sheet:
    """What is kept of a page: its lines and tables from top to bottom."""

    width: float
    height: float
    parts: list[Line | Grid]
    onto: Sequence[float] = ()

    @property
    def lines(self) -> list[Line]:
        return [part for part in self.parts if isinstance(part, Line)]


def without_edges(sheets: Sequence[Sheet]) -> None:
    """Page numbers everywhere; and lines that stand at the same place of several pages, save for their figures."""
    seen = Counter(key for sheet in sheets for key in {_key(line) for line in _outer(sheet)})
    enough = max(2, min(len(sheets) // 4, 20))
    inner = {_words(line) for sheet in sheets for line in sheet.lines[1:] if seen[_key(line)] < enough}
    for sheet in sheets:
        dropped: set[int] = set()
        numbers = _page_numbers(sheet)
        for line in _outer(sheet):
            key = _key(line)
            if (
                id(line) in numbers
                or _is_small_head(sheet, line)
                or (seen[key] >= enough and not _is_kept(line, inner))
            ):
                dropped.add(id(line))
            inner.add(key[0])
        if dropped:
            sheet.parts = [part for part in sheet.parts if id(part) not in dropped]


def _page_numbers(sheet: Sheet) -> set[int]:
    """A bare figure inside of the page number is a cell's, where each cell has a line of its own."""
    found: set[int] = set()
    for lines in _edges(sheet):
        numbers = [line for line in lines if AT_EDGE.fullmatch(line.text.strip())]
        found |= {id(line) for line in numbers if line is numbers[0] or not line.text.strip().isdigit()}
    return found


def _outer(sheet: Sheet) -> list[Line]:
    return [line for lines in _edges(sheet) for line in lines]


def _edges(sheet: Sheet) -> Iterator[list[Line]]:
    """The outermost lines at the top and the bottom, as far as no table stands between them and the edge."""
    for parts, at_top in ((sheet.parts, True), (sheet.parts[::-1], False)):
        lines: list[Line] = []
        for part in parts[:3]:
            if not isinstance(part, Line):
                break
            if part.bottom <= sheet.height * EDGE if at_top else part.top >= sheet.height * (1 - EDGE):
                lines.append(part)
        yield lines


def _is_small_head(sheet: Sheet, line: Line) -> bool:
    """A running head is known by its small print also where there is but one page."""
    lines = sheet.lines
    if line is not sheet.parts[0] or len(lines) < FEW or SAYS.search(line.text):
        return False
    return line.size < SMALL * median(other.size for other in lines) and lines[1].top - line.bottom > line.size


def _is_kept(line: Line, known: Collection[str]) -> bool:
    """The header of a table stays wherever it stands; a title that every page repeats is kept once."""
    return HEADERS.search(line.text) is not None and (len(line.runs) > 1 or _words(line) not in known)


def _key(line: Line) -> tuple[str, int]:
    return _words(line), round(line.top / 12)


def _words(line: Line) -> str:
    return re.sub(r"\d+", "0", re.sub(r"\s", "", line.text))


def without_marks(page: Page) -> Page:
    """Small raised figures that point to a note at the foot of the page are no part of the text."""
    if not page.words:
        return page
    usual = median(word.height for word in page.words)
    small = [word for word in page.words if word.height < usual * 0.75 and MARK.fullmatch(word.text)]
    if len(small) < 2:
        return page
    lines: dict[int, float] = {}
    for word in page.words:
        if word.text != " ":
            for height in (round(word.bottom / 4), round(word.bottom / 4) - 1):
                lines[height] = min(lines.get(height, word.x0), word.x0)
    at_foot = {word.text for word in small if word.x0 <= lines[round(word.bottom / 4)] + 1}
    marks = {id(word) for word in small if word.text in at_foot and _is_raised(word, page.words, usual)}
    page.words = [word for word in page.words if id(word) not in marks]
    return page


def _is_raised(mark: Word, words: Sequence[Word], usual: float) -> bool:
    """Behind a character of the text and above its foot; behind a Latin one it is an exponent."""
    return any(
        abs(word.x1 - mark.x0) < usual * 0.4
        and word.height > usual * 0.85
        and word.top - usual * 0.4 < mark.middle < word.middle
        and not word.text.isascii()
        for word in words
    )


def without_notes(lines: list[Line], page: Page) -> list[Line]:
    """Small print under a short line at the foot of the page is a footnote."""
    if not lines:
        return lines
    size = max(sorted(line.size for line in lines)[len(lines) // 2], median(word.height for word in page.words))
    for rule in page.across:
        if rule.at < page.height * 0.4 or not page.width * 0.1 < rule.end - rule.start < page.width * 0.45:
            continue
        below = [line for line in lines if line.top >= rule.at - 1]
        own = [line for line in below if line.size < size * 0.93]
        if own and own[0] is below[0] and NOTE.match(own[0].text.strip()):
            return [line for line in lines if line not in own]
    return lines
