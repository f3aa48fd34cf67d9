"""What makes a line the header of a table without ruling lines, and the columns that a header makes."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final

from app.importing.readers.pages.lines import Line, Run

WHO: Final = re.compile(r"责任|牵头|配合|协办|协同|主办|承办|单位|部门|科室|处室|领导|时限|时间|期限")
WHAT: Final = re.compile(
    r"序\s*号|编\s*号|任\s*务|措\s*施|事\s*项|内\s*容|举\s*措|目\s*标|项\s*目|工\s*作|要\s*点|名\s*称|问\s*题|隐\s*患|缺\s*陷|短\s*板|类\s*别|题\s*目|要\s*求"
)
OTHER: Final = re.compile(
    r"是\s*否|状\s*态|备\s*注|进\s*展|完成情况|说\s*明|指\s*标|单\s*位|类\s*别|分\s*类|频\s*次|季\s*度|月"
)
LABELS: Final = (WHO, WHAT, OTHER)
NUMBER_LABEL: Final = re.compile(r"^(?:[项任建提议问]\S)?(?:序\s*号|编\s*号|号)$|^(?:序|№|NO\.?)$", re.I)
NUMBER: Final = re.compile(r"[（(]?(?:\d{1,3}(?:[-.．]\d{1,2}){0,2}|[一二三四五六七八九十百]{1,4}|[①-⑳])[）)]?[、.．]?")
FILED: Final = re.compile(r"(?:19|20)\d{2}-?\d{2,4}")
TOTAL: Final = re.compile(r"[合总小共]\s*计[:：]?")
TITLE: Final = re.compile(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]")
CHARACTERS: Final = re.compile(r"[\u4e00-\u9fff]{2,4}")
LONGEST_LABEL: Final = 16
Cells = list[list[Run]]


@dataclass(slots=True)
class Columns:
    """The labels of a header and the places between the columns; whether the last row may go on overleaf.

    `reach` is where each label begins and ends. `parents` are the columns whose values hold for several rows, printed
    `beside_middle` of them or at their top; `shared` are such columns behind the text. `room` and `full` are those of
    the last page's rows (see overleaf).
    """

    labels: list[str]
    bounds: list[float]
    number: int | None
    reach: list[tuple[float, float]] = field(default_factory=list)
    may_go_on: bool = False
    parents: set[int] = field(default_factory=set)
    beside_middle: bool = False
    shared: set[int] = field(default_factory=set)
    room: list[int] = field(default_factory=list)
    full: set[int] = field(default_factory=set)

    def cells(self, line: Line) -> Cells | None:
        """The runs of a line by column; None when one of them runs across two."""
        found: Cells = [[] for _ in self.labels]
        slack = line.size * 0.6
        waiting = line.runs[::-1]
        while waiting:
            run = waiting.pop()
            crossed = next((bound for bound in self.bounds if run.x0 < bound - slack and run.x1 > bound + slack), None)
            if crossed is None:
                _add(found[bisect_right(self.bounds, run.centre)], run)
            elif (parts := run.split_near(crossed, line.size * 1.2)) and not _is_title(line, parts):
                waiting.extend(reversed(parts))
            else:
                return None
        return found

    def has_number(self, row: Cells | None) -> bool:
        if row is None or self.number is None or len(row[self.number]) != 1:
            return False
        text = row[self.number][0].text.strip()
        return is_number(text) or FILED.fullmatch(text) is not None or TOTAL.fullmatch(text) is not None


def _is_title(line: Line, parts: tuple[Run, Run]) -> bool:
    """一、 and what it says, alone in a line: the mark behind the label is no end of a cell."""
    return (
        len(line.runs) == 1
        and TITLE.fullmatch(parts[0].text) is not None
        and line.text.startswith(parts[0].text + parts[1].text)
    )


def _add(cell: list[Run], run: Run) -> None:
    """Characters drawn apart to fill a narrow column are one word."""
    last = cell[-1] if cell else run
    if cell and len(run.text) == 1 and CHARACTERS.fullmatch(last.text + run.text):
        cell[-1] = Run(last.text + run.text, last.x0, last.top, run.x1, last.bottom, at=last.at)
    else:
        cell.append(run)


def is_number(text: str) -> bool:
    return NUMBER.fullmatch(text.strip()) is not None


def labels_of(line: Line) -> list[Run] | None:
    """The line's words as column labels, when it is a header."""
    labels = [label for run in line.runs for label in _words(run)]
    if len(labels) < 2 or any(
        len(label.text) > LONGEST_LABEL or re.search(r"[。；：:，、]", label.text) for label in labels
    ):
        return None
    who = [label for label in labels if WHO.search(label.text)]
    what = [label for label in labels if WHAT.search(label.text) and label not in who]
    known = len({id(label) for label in [*who, *what]}) + sum(
        1 for label in labels if label not in who and label not in what and OTHER.search(label.text)
    )
    return labels if who and what and known * 3 >= len(labels) * 2 else None


def _words(run: Run) -> list[Run]:
    """A blank inside a label is spacing (序 号); between two labels it parts them."""
    parts = run.text.split(" ")
    if len(parts) == 1 or any(len(part) < 2 for part in parts):
        return [Run(run.text.replace(" ", ""), run.x0, run.top, run.x1, run.bottom)]
    if not all(WHO.search(part) or WHAT.search(part) or OTHER.search(part) for part in parts):
        return [run]
    wide = (run.x1 - run.x0) / len(run.text)
    found, place = [], 0
    for part in parts:
        found.append(Run(part, run.x0 + wide * place, run.top, run.x0 + wide * (place + len(part)), run.bottom))
        place += len(part) + 1
    return found
