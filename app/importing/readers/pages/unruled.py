"""Tables without ruling lines: columns from the header and the gaps below it, rows from the numbers."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from app.importing.readers.pages import cells
from app.importing.readers.pages.lines import Line, Run

WHO: Final = re.compile(r"责任|牵头|配合|协办|协同|主办|承办|单位|部门|科室|处室|领导|时限|时间|期限")
WHAT: Final = re.compile(
    r"序\s*号|编\s*号|任\s*务|措\s*施|事\s*项|内\s*容|举\s*措|目\s*标|项\s*目|工\s*作|要\s*点|名\s*称|问\s*题|类\s*别"
)
OTHER: Final = re.compile(r"备\s*注|进\s*展|完成情况|说\s*明|指\s*标|单\s*位|类\s*别|分\s*类|频\s*次|季\s*度|月")
NUMBER_LABEL: Final = re.compile(r"^(?:序\s*号|编\s*号|序|号|№|NO\.?)$", re.I)
NUMBER: Final = re.compile(r"[（(]?(?:\d{1,3}(?:[-.．]\d{1,2}){0,2}|[一二三四五六七八九十百]{1,4}|[①-⑳])[）)]?[、.．]?")
LONGEST_LABEL: Final = 16
LOOK_AHEAD: Final = 8
Cells = list[list[Run]]


@dataclass(slots=True)
class Columns:
    """The labels of a header and the places between the columns."""

    labels: list[str]
    bounds: list[float]
    number: int | None

    def cells(self, line: Line) -> Cells | None:
        """The runs of a line by column; None when one of them runs across two."""
        found: Cells = [[] for _ in self.labels]
        slack = line.size * 0.6
        for run in line.runs:
            column = bisect_right(self.bounds, run.centre)
            if any(run.x0 < bound - slack and run.x1 > bound + slack for bound in self.bounds):
                return None
            found[column].append(run)
        return found

    def has_number(self, row: Cells | None) -> bool:
        if row is None or self.number is None or len(row[self.number]) != 1:
            return False
        return NUMBER.fullmatch(row[self.number][0].text.strip()) is not None


def header_at(lines: Sequence[Line], place: int) -> tuple[Columns, int] | None:
    """The columns when a header begins at this line, and how many lines it takes."""
    labels = _labels(lines[place])
    if labels is None:
        return None
    taken = 1
    if place + 1 < len(lines) and _goes_on(lines[place], lines[place + 1]):
        for run in lines[place + 1].runs:
            nearest = min(labels, key=lambda label: abs(label.centre - run.centre))
            nearest.text += run.text
            nearest.x0, nearest.x1 = min(nearest.x0, run.x0), max(nearest.x1, run.x1)
        taken = 2
    body = [run for line in lines[place + taken : place + 80] for run in line.runs]
    bounds = [_corridor(one, other, body) for one, other in pairwise(labels)]
    texts = [label.text for label in labels]
    number = next((column for column, text in enumerate(texts) if NUMBER_LABEL.match(text)), None)
    return Columns(texts, bounds, number), taken


def _labels(line: Line) -> list[Run] | None:
    """The line's words as column labels, when it is a header."""
    labels = [label for run in line.runs for label in _words(run)]
    if len(labels) < 2 or any(
        len(label.text) > LONGEST_LABEL or re.search(r"[。；：:，]", label.text) for label in labels
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


def _goes_on(header: Line, line: Line) -> bool:
    """A second line of the header: short words close under it, and no number."""
    if line.top - header.bottom > header.size * 0.8 or abs(line.size - header.size) > 1:
        return False
    words = [run.text for run in line.runs]
    return all(len(word) <= 6 and not re.search(r"[\d。；、]", word) and WHO.search(word) for word in words)


def _corridor(one: Run, other: Run, body: Sequence[Run]) -> float:
    """The middle of the widest stretch between two labels that the fewest words cross."""
    begin, end = one.centre, other.centre
    steps = max(2, min(int(end - begin), 600))
    counts = [0] * steps
    scale = steps / max(end - begin, 1)
    for run in body:
        low, high = max(0, int((run.x0 - begin) * scale)), min(steps, int((run.x1 - begin) * scale) + 1)
        for step in range(low, high):
            counts[step] += 1
    fewest = min(counts)
    best, start = (0, 0), 0
    for step in range(steps + 1):
        if step < steps and counts[step] == fewest:
            continue
        if step - start > best[1] - best[0]:
            best = start, step
        start = step + 1
    return begin + (best[0] + best[1]) / 2 / scale


def body_of(lines: Sequence[Line], columns: Columns, *, continues: bool) -> tuple[list[list[str]], int]:
    """The rows from the first line on, and how many lines they take."""
    split = [columns.cells(line) for line in lines]
    end = _end(lines, split, columns, continues=continues)
    rows: list[list[str]] = []
    begin = 0
    for place in range(end + 1):
        if place == end or split[place] is None:
            rows.extend(_rows(lines[begin:place], [own for own in split[begin:place] if own is not None], columns))
            if place < end:
                rows.append([lines[place].text, *[""] * (len(columns.labels) - 1)])
            begin = place + 1
    return rows, end


def _end(lines: Sequence[Line], split: Sequence[Cells | None], columns: Columns, *, continues: bool) -> int:
    """Where the table stops: no row follows what runs across it, or what stands far below it."""
    for place, line in enumerate(lines):
        if place == 0 and continues and split[0] is not None:
            continue
        gap = line.top - lines[place - 1].bottom if place else 0
        if split[place] is not None and gap <= line.size * 1.8:
            continue
        ahead = range(place, min(place + LOOK_AHEAD, len(lines)))
        if columns.number is None:
            goes_on = any(_filled(split[other]) > 1 for other in ahead[:3])
        else:
            goes_on = any(columns.has_number(split[other]) and _filled(split[other]) > 1 for other in ahead)
        if not goes_on and columns.number is not None:
            goes_on = any(columns.has_number(split[other]) for other in ahead) and split[place] is not None
        if not goes_on:
            return place
    return len(lines)


def _filled(row: Cells | None) -> int:
    return sum(1 for cell in row if cell) if row else 0


def _rows(lines: Sequence[Line], found: Sequence[Cells], columns: Columns) -> list[list[str]]:
    if not lines:
        return []
    numbered = [place for place, own in enumerate(found) if columns.has_number(own)]
    starts = _starts(lines, numbered) if numbered else _starts_without_numbers(lines, found, columns)
    starts = sorted({0, *starts})
    widths = [
        max((own[c][-1].x1 - own[c][0].x0 for own in found if own[c]), default=0.0) for c in range(len(columns.labels))
    ]
    rows = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        own_lines = [[Line(own[c]) for own in found[start:end] if own[c]] for c in range(len(columns.labels))]
        rows.append([cells.text_of(own, width) for own, width in zip(own_lines, widths, strict=True)])
    return rows


def _starts(lines: Sequence[Line], numbered: Sequence[int]) -> list[int]:
    """By the gaps, if one size of gap leaves a single number in each row; else where the numbers stand."""
    gaps = [
        0.0,
        *(line.top - max(above.bottom for above in lines[max(0, i - 2) : i + 1]) for i, line in enumerate(lines[1:])),
    ]
    for least in sorted(set(gaps), reverse=True):
        starts = [0, *(i for i, gap in enumerate(gaps) if i and gap >= least - 0.1)]
        counts = [
            sum(begin <= n < end for n in numbered)
            for begin, end in zip(starts, [*starts[1:], len(lines)], strict=True)
        ]
        if max(counts) > 1:
            continue
        if all(counts[1:]) and (counts[0] or len(starts) > 1):
            return starts
        break
    if numbered[0] == 0 or lines[numbered[0]].size == 0:
        return list(numbered)
    return _by_middles(lines, numbered)


def _by_middles(lines: Sequence[Line], numbered: Sequence[int]) -> list[int]:
    """Each number stands in the middle of its row, as far as the rows fit; else at its top."""
    starts, begin = [0], 0
    for number in numbered[:-1]:
        middle = (lines[number].top + lines[number].bottom) / 2
        ends = range(number, len(lines))
        last = min(ends, key=lambda end: abs((lines[begin].top + lines[end].bottom) / 2 - middle))
        begin = last + 1
        if begin >= len(lines):
            return list(numbered)
        starts.append(begin)
    inside = zip(starts, [*starts[1:], len(lines)], numbered, strict=True)
    return starts if all(begin <= number < end for begin, end, number in inside) else list(numbered)


def _starts_without_numbers(lines: Sequence[Line], split: Sequence[Cells], columns: Columns) -> list[int]:
    if columns.number is not None:
        return []
    last = len(columns.labels) - 1
    return [
        place
        for place in range(1, len(lines))
        if (_filled(split[place]) > 1 and split[place][last] and not split[place - 1][last])
        or lines[place].top - lines[place - 1].bottom > lines[place].size * 1.1
    ]
