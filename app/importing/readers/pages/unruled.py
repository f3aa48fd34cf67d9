"""Tables without ruling lines: columns from the header and the gaps below it, rows from the numbers."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
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
LOOK_AHEAD: Final = 40
LAST: Final = re.compile(r"(?:备?注|说明|填表说明)\s*\d?[：:]|(?:抄送|主题词)[：:]")
DATE: Final = re.compile(
    r"[（(]?[\d〇○零一二三四五六七八九十]{2,4}\s*年[\d一二三四五六七八九十\s]+月[\d一二三四五六七八九十\s]+日[）)]?"
)
BODY: Final = re.compile(r"(?:局|委|会|办|室|部|厅|院|府|心|司|组)$")
Cells = list[list[Run]]


@dataclass(slots=True)
class Columns:
    """The labels of a header and the places between the columns; whether the last row may go on overleaf."""

    labels: list[str]
    bounds: list[float]
    number: int | None
    may_go_on: bool = False

    def cells(self, line: Line) -> Cells | None:
        """The runs of a line by column; None when one of them runs across two."""
        found: Cells = [[] for _ in self.labels]
        slack = line.size * 0.6
        waiting = line.runs[::-1]
        while waiting:
            run = waiting.pop()
            crossed = next((bound for bound in self.bounds if run.x0 < bound - slack and run.x1 > bound + slack), None)
            if crossed is None:
                found[bisect_right(self.bounds, run.centre)].append(run)
            elif parts := run.split_near(crossed, line.size * 1.2):
                waiting.extend(reversed(parts))
            else:
                return None
        return found

    def has_number(self, row: Cells | None) -> bool:
        if row is None or self.number is None or len(row[self.number]) != 1:
            return False
        return is_number(row[self.number][0].text)


def is_number(text: str) -> bool:
    return NUMBER.fullmatch(text.strip()) is not None


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
    body = [piece for line in lines[place + taken : place + 80] for run in line.runs for piece in _pieces(run)]
    bounds = [_corridor(one, other, body) for one, other in pairwise(labels)]
    texts = [label.text for label in labels]
    number = next((column for column, text in enumerate(texts) if NUMBER_LABEL.match(text)), None)
    return Columns(texts, bounds, number), taken


def _labels(line: Line) -> list[Run] | None:
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


def _goes_on(header: Line, line: Line) -> bool:
    """A second line of the header: short words close under it, and no number."""
    if line.top - header.bottom > header.size * 0.8 or abs(line.size - header.size) > 1:
        return False
    words = [run.text for run in line.runs]
    return all(len(word) <= 6 and not re.search(r"[\d。；、]", word) and WHO.search(word) for word in words)


def _pieces(run: Run) -> list[tuple[float, float]]:
    """The stretches between a run's joints, a little shortened there."""
    size = run.bottom - run.top
    places = [at for _, at in run.joints]
    begins, ends = [run.x0, *(at + size * 0.1 for at in places)], [*(at - size * 0.3 for at in places), run.x1]
    return list(zip(begins, ends, strict=True))


def _corridor(one: Run, other: Run, body: Sequence[tuple[float, float]]) -> float:
    """The middle of the widest stretch between two labels that the fewest words cross."""
    begin, end = one.centre, other.centre
    steps = max(2, min(int(end - begin), 600))
    counts = [0] * steps
    scale = steps / max(end - begin, 1)
    for x0, x1 in body:
        low, high = max(0, int((x0 - begin) * scale)), min(steps, int((x1 - begin) * scale) + 1)
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


def body_of(
    lines: Sequence[Line], columns: Columns, ahead: Sequence[Line], *, continues: bool
) -> tuple[list[list[str]], int]:
    """The rows from the first line on, and how many lines they take. `ahead` begins the next page."""
    split = [columns.cells(line) for line in lines]
    end = _end(lines, split, columns, ahead, continues=continues)
    left = _left_of_text(split[:end], columns)
    rows: list[list[str]] = []
    begin = place = 0
    while place <= end:
        if place < end and split[place] is not None:
            place += 1
            continue
        own = [found for found in split[begin:place] if found is not None]
        rows.extend(_rows(lines[begin:place], own, columns, may_continue=continues and begin == 0))
        taken = 1
        if place < end:
            taken = _taken_across(lines[place:end], left)
            title = "".join(line.text for line in lines[place : place + taken])
            rows.append([title, *[""] * (len(columns.labels) - 1)])
        begin = place = place + taken
    columns.may_go_on = any(rows[-1][1:]) if rows else continues
    return rows, end


def _left_of_text(split: Sequence[Cells | None], columns: Columns) -> float:
    """Where the lines of the fullest column begin."""
    starts: list[list[float]] = [
        [own[column][0].x0 for own in split if own and own[column]]
        for column in range(len(columns.labels))
        if column != columns.number
    ]
    fullest: list[float] = max(starts, key=len)
    return median(fullest or [0.0])


def _taken_across(lines: Sequence[Line], left: float) -> int:
    """A heading across the table goes on in the next line when its own is full."""
    taken, right, size = 1, max(line.x1 for line in lines), lines[0].size
    middle = (lines[0].x0 + lines[0].x1) / 2
    while (
        taken < min(len(lines), 4)
        and right - lines[taken - 1].x1 < size * 2.5
        and len(lines[taken].runs) == 1
        and (abs(lines[taken].x0 - left) > size * 0.5 or abs(lines[taken].runs[0].centre - middle) < size * 0.6)
        and not NUMBER.fullmatch(lines[taken].text.strip())
    ):
        taken += 1
    return taken


def _end(
    lines: Sequence[Line],
    split: Sequence[Cells | None],
    columns: Columns,
    ahead: Sequence[Line],
    *,
    continues: bool,
) -> int:
    """Where the table stops: no row follows what runs across it, or what stands far below it."""
    following = [*split, *(None if header_at(ahead, i) else columns.cells(line) for i, line in enumerate(ahead))]
    returns = bool(ahead) and header_at(ahead, 0) is not None
    for place, line in enumerate(lines):
        if LAST.match(line.text) or line.text.endswith("印发"):
            return place
        if len(line.runs) == 1 and DATE.fullmatch(line.text.strip()) and place and not columns.has_number(split[place]):
            return place - 1 if len(lines[place - 1].runs) == 1 and BODY.search(lines[place - 1].text) else place
        gap = line.top - lines[place - 1].bottom if place else 0
        is_first = place == 0 and continues
        if split[place] is not None and (is_first or gap <= line.size * 1.8):
            continue
        if returns and len(lines) - place <= 3:
            return len(lines)
        if not _row_follows(following[place:], columns):
            return place
    return len(lines)


def _row_follows(split: Sequence[Cells | None], columns: Columns) -> bool:
    """A heading across the table takes a few lines at most before the next row."""
    across = 0
    for own in split[:LOOK_AHEAD]:
        across += own is None
        if across > 4:
            return False
        if columns.has_number(own) or (columns.number is None and _filled(own) > 1):
            return True
    return False


def _filled(row: Cells | None) -> int:
    return sum(1 for cell in row if cell) if row else 0


def _rows(lines: Sequence[Line], found: Sequence[Cells], columns: Columns, *, may_continue: bool) -> list[list[str]]:
    if not lines:
        return []
    numbered = [place for place, own in enumerate(found) if columns.has_number(own)]
    starts = (
        _starts(lines, numbered, may_continue=may_continue)
        if numbered
        else _starts_without_numbers(lines, found, columns)
    )
    starts = sorted({0, *starts})
    widths = [
        max((own[c][-1].x1 - own[c][0].x0 for own in found if own[c]), default=0.0) for c in range(len(columns.labels))
    ]
    rows = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        own_lines = [[Line(own[c]) for own in found[start:end] if own[c]] for c in range(len(columns.labels))]
        rows.append([cells.text_of(own, width) for own, width in zip(own_lines, widths, strict=True)])
    return rows


def _starts(lines: Sequence[Line], numbered: Sequence[int], *, may_continue: bool) -> list[int]:
    """By the gaps, if one size of gap leaves a single number in each row; else where the numbers stand."""
    if len(numbered) == 1 and not may_continue:
        return [0]
    gaps = [0.0]
    for place in range(1, len(lines)):
        gaps.append(lines[place].top - max(above.bottom for above in lines[max(0, place - 3) : place]))
    usual = sorted(gap for gap in gaps if gap > 0)
    least = (usual[len(usual) // 4] if usual else 0.0) + lines[0].size * 0.12
    for gap in sorted({gap for gap in gaps[1:] if gap > least}, reverse=True):
        starts = [0, *(place for place in range(1, len(lines)) if gaps[place] >= gap - 0.1)]
        held = [
            sum(begin <= number < end for number in numbered)
            for begin, end in zip(starts, [*starts[1:], len(lines)], strict=True)
        ]
        if max(held) == 1:
            enough = (gap + least) / 2
            kept = [begin for begin, count in zip(starts, held, strict=True) if count]
            if may_continue and kept[0] == 0:  # the rest of a row that the page cut may stand above the first number
                first = [place for place in range(1, numbered[0] + 1) if gaps[place] > enough]
                return [*first[-1:], *kept[1:]]
            return kept if may_continue else [0, *kept[1:]]
    return list(numbered) if numbered[0] == 0 or may_continue else _by_middles(lines, numbered)


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
