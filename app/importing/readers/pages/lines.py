"""Words put together into printed lines; a wide gap in a line begins another run, as between two columns."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Final

from app.importing.readers.pages.model import Word

SAME_LINE: Final = 0.55
WIDE: Final = 0.7
BLANK: Final = 0.25  # beyond the usual gap of the line: a stretched line has wide gaps everywhere
LATIN_BLANK: Final = 0.18
LOOSE: Final = 0.15
OPENING_MARKS: Final = frozenset("“‘（《〈「『〔【［")
CLOSING: Final = "、，。；：）〕】》”’？！"


@dataclass(slots=True)
class Run:
    """A stretch of a line without a wide gap. `joints` are the places where it could still be two: (index, x).

    `top` is that of the line; `at` is where the run itself begins, which differs a little where columns do.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    joints: list[tuple[int, float]] = field(default_factory=list)
    at: float = 0.0

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2

    def split_near(self, x: float, reach: float) -> "tuple[Run, Run] | None":
        """Two runs, parted at the joint nearest to x."""
        near = min(self.joints, key=lambda joint: abs(joint[1] - x), default=None)
        if near is None or abs(near[1] - x) > reach:
            return None
        index, place = near
        left = Run(self.text[:index].rstrip(), self.x0, self.top, place, self.bottom)
        right = Run(self.text[index:].lstrip(), place, self.top, self.x1, self.bottom)
        left.at = right.at = self.at
        left.joints = [joint for joint in self.joints if joint[0] < index]
        right.joints = [(i - index, at) for i, at in self.joints if i > index]
        return left, right


@dataclass(slots=True)
class Line:
    """`margins` are those of its column, where the page has several."""

    runs: list[Run]
    margins: tuple[float, float] | None = None

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
    """Lines from top to bottom. What stands at about the same height is one line.

    A dash or 一 whose box is as flat as its stroke says nothing of how high its line is.
    """
    groups: list[list[Word]] = []
    middle = height = 0.0
    written = sorted((word for word in words if word.text != " "), key=lambda word: word.middle)
    least = median(word.height for word in written) / 2 if written else 0.0
    for word in written:
        high = max(word.height, least)
        if groups and abs(word.middle - middle) <= SAME_LINE * max(min(high, height * 1.2), height * 0.8):
            groups[-1].append(word)
        else:
            groups.append([word])
            middle, height = word.middle, high
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
    words.sort(key=_ink)
    em = median(word.height for word in words)
    top, bottom = median(word.top for word in words), median(word.bottom for word in words)
    spaces = sorted((blank.x0 + blank.x1) / 2 for blank in blanks)
    usual = max(median([b.x0 - a.x1 for a, b in pairwise(words)] or [0.0]), 0.0)
    runs: list[Run] = []
    place = 0
    for word in words:
        while place < len(spaces) and runs and spaces[place] < runs[-1].x1 - em * 0.3:
            place += 1
        if not runs or word.x0 - runs[-1].x1 > WIDE * em:
            runs.append(Run(word.text, word.x0, top, word.x1, bottom, at=word.top))
            continue
        last = runs[-1]
        gap = word.x0 - last.x1
        if gap > LOOSE * em or (last.text[-1] in CLOSING and gap > -0.2 * em):
            last.joints.append((len(last.text), (word.x0 + last.x1) / 2))
        is_spaced = place < len(spaces) and spaces[place] < word.x0 + em * 0.1
        is_latin = (last.text[-1] + word.text[0]).isascii()
        least = LATIN_BLANK * em if is_latin else BLANK * em + usual
        if is_spaced or (gap > least and (is_latin or last.text[-1] not in CLOSING)):
            last.text += " "
        last.text += word.text
        last.x1 = max(last.x1, word.x1)
    return Line(runs)


def _ink(word: Word) -> float:
    """Where the word begins; an opening mark's ink lies in the right half of its box, which covers what is before."""
    return (word.x0 + word.x1) / 2 if word.text in OPENING_MARKS else word.x0


def text_of(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in lines)
