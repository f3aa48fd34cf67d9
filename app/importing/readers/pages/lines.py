"""Words put together into printed lines; a wide gap in a line begins another run, as between two columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from app.importing.readers.pages.model import Word

SAME_LINE: Final = 0.55
WIDE: Final = 0.7
BLANK: Final = 0.45
LATIN_BLANK: Final = 0.18


@dataclass(slots=True)
class Run:
    """A stretch of a line without a wide gap."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2


@dataclass(slots=True)
class Line:
    runs: list[Run]

    @property
    def text(self) -> str:
        return " ".join(run.text for run in self.runs)

    @property
    def x0(self) -> float:
        return self.runs[0].x0

    @property
    def x1(self) -> float:
        return self.runs[-1].x1

    @property
    def top(self) -> float:
        return min(run.top for run in self.runs)

    @property
    def bottom(self) -> float:
        return max(run.bottom for run in self.runs)

    @property
    def size(self) -> float:
        return median(run.bottom - run.top for run in self.runs)


def lines_of(words: Sequence[Word]) -> list[Line]:
    """Lines from top to bottom. What stands at about the same height is one line."""
    groups: list[list[Word]] = []
    middle = height = 0.0
    for word in sorted((word for word in words if word.text != " "), key=lambda word: word.middle):
        if groups and abs(word.middle - middle) <= SAME_LINE * max(min(word.height, height * 1.2), height * 0.8):
            groups[-1].append(word)
        else:
            groups.append([word])
            middle, height = word.middle, word.height
    blanks = sorted((word for word in words if word.text == " "), key=lambda word: word.middle)
    lines: list[Line] = []
    first = 0
    for group in groups:
        low, high = min(word.top for word in group), max(word.bottom for word in group)
        while first < len(blanks) and blanks[first].middle < low:
            first += 1
        place = first
        own: list[Word] = []
        while place < len(blanks) and blanks[place].middle <= high:
            own.append(blanks[place])
            place += 1
        lines.append(_line(group, own))
    return lines


def _line(words: list[Word], blanks: list[Word]) -> Line:
    words.sort(key=lambda word: word.x0)
    em = median(word.height for word in words)
    spaces = sorted((blank.x0 + blank.x1) / 2 for blank in blanks)
    runs: list[Run] = []
    place = 0
    for word in words:
        while place < len(spaces) and runs and spaces[place] < runs[-1].x1 - em * 0.3:
            place += 1
        if not runs or word.x0 - runs[-1].x1 > WIDE * em:
            runs.append(Run(word.text, word.x0, word.top, word.x1, word.bottom))
            continue
        last = runs[-1]
        is_spaced = place < len(spaces) and spaces[place] < word.x0 + em * 0.1
        is_latin = (last.text[-1] + word.text[0]).isascii()
        if is_spaced or word.x0 - last.x1 > (LATIN_BLANK if is_latin else BLANK) * em:
            last.text += " "
        last.text += word.text
        last.x1 = max(last.x1, word.x1)
        last.top, last.bottom = min(last.top, word.top), max(last.bottom, word.bottom)
    return Line(runs)


def text_of(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in lines)
