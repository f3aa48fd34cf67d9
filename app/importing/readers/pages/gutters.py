"""Columns by the white between them, from the header to the last row: labels broken or drawn apart are whole again."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from app.importing.readers.pages.labels import LONGEST_LABEL, NUMBER_LABEL, Columns, is_number, labels_of
from app.importing.readers.pages.lines import CLOSING, Line, Run

FEWEST: Final = 4  # runs of a header's first line, columns of a table, lines that show its gutters
LONGEST: Final = 60  # lines that show where the gutters are
HIGHEST: Final = 8  # lines of a header
NARROW: Final = 0.25  # of a character: a gutter is wider
STRAY: Final = 12  # lines among which one may run across a gutter, not more than one in all
DRAWN: Final = 0.9  # characters between two that fill a narrow column
STEP: Final = 0.5
WHITE: Final = 0.4  # of a character: what a mark of full width leaves free at its open side
OPENING: Final = "（〔【《“‘"


def header_between(lines: Sequence[Line], place: int) -> tuple[Columns, int] | None:
    """The columns of a table whose first number stands below what begins here, and how many lines its header takes."""
    texts = [run.text for run in lines[place].runs]
    if len(texts) < FEWEST or is_number(texts[0]) or any(len(text) > LONGEST_LABEL or "。" in text for text in texts):
        return None
    region = _region(lines[place : place + LONGEST])
    bounds = _bounds(region)
    taken = _taken(region, bounds)
    if taken is None or len(bounds) < FEWEST - 1:
        return None
    header = [_split(line, bounds) for line in region[:taken]]
    bounds = _without_false(header, bounds)
    cells = _labels(header, bounds, _pitch(region))
    while any(not cell for cell in cells[1:]):
        empty = next(at for at, cell in enumerate(cells) if at and not cell)
        del bounds[empty - 1], cells[empty]
    if not all(cells):
        return None
    labels = [_whole(cell) for cell in cells]
    texts = [label.text for label in labels]
    if len(labels) < FEWEST or labels_of(Line(labels)) is None:
        return None
    number = next((column for column, text in enumerate(texts) if NUMBER_LABEL.match(text)), None)
    return Columns(texts, bounds, number, [(label.x0, label.x1) for label in labels]), taken


def _region(lines: Sequence[Line]) -> list[Line]:
    """Up to where much more white follows than between rows."""
    found = [lines[0]]
    for above, line in pairwise(lines):
        if line.top - above.bottom > above.size * 3:
            break
        found.append(line)
    return found


def _bounds(region: Sequence[Line]) -> list[float]:
    """The middles of the stretches that next to no line of several columns prints on.

    The first line is not asked, as it may say what several columns share; but where it leaves room, there they are.
    """
    several = [line for line in region[1:] if len(line.runs) > 1]
    if len(several) < FEWEST:
        return []
    size = several[0].size
    left, right = min(line.x0 for line in several), max(line.x1 for line in several)
    counts = [0] * (int((right - left) / STEP) + 2)
    _count((piece for line in several for run in line.runs for piece in _ink(run)), left, counts)
    known = counts.copy()
    _count(((run.x0, run.x1) for run in region[0].runs), left, known)
    strays = int(len(several) >= STRAY)
    found: list[float] = []
    start: int | None = None
    for step, count in enumerate(counts):
        if count <= strays and start is None:
            start = step
        elif count > strays and start is not None:
            if start and (step - start) * STEP > size * NARROW:
                found.append(left + _middle(known, start, step) * STEP)
            start = None
    return found


def _count(pieces: Iterable[tuple[float, float]], left: float, counts: list[int]) -> None:
    for begin, end in pieces:
        for step in range(max(int((begin - left) / STEP), 0), min(int((end - left) / STEP) + 1, len(counts))):
            counts[step] += 1


def _middle(counts: Sequence[int], start: int, end: int) -> float:
    """Of the steps that the fewest lines print on."""
    least = min(counts[start:end])
    steps = [step for step in range(start, end) if counts[step] == least]
    return (steps[0] + steps[-1] + 1) / 2


def pieces_of(run: Run) -> list[tuple[float, float]]:
    """The stretches between a run's joints, a little shortened there."""
    size = run.bottom - run.top
    places = [at for _, at in run.joints]
    begins, ends = [run.x0, *(at + size * 0.1 for at in places)], [*(at - size * 0.3 for at in places), run.x1]
    return list(zip(begins, ends, strict=True))


def _ink(run: Run) -> list[tuple[float, float]]:
    """The same without the white half of a mark at the begin or end."""
    pieces, white = pieces_of(run), (run.bottom - run.top) * WHITE
    if run.text[:1] in OPENING:
        pieces[0] = (pieces[0][0] + white, pieces[0][1])
    if run.text[-1:] in CLOSING:
        pieces[-1] = (pieces[-1][0], pieces[-1][1] - white)
    return [(begin, end) for begin, end in pieces if begin < end]


def _taken(region: Sequence[Line], bounds: Sequence[float]) -> int | None:
    """How many lines stand above the first number, and above a title across the table before it."""
    for place, line in enumerate(region[: HIGHEST + 1]):
        if place and any(is_number(run.text) for run in line.runs if sum(b < run.centre for b in bounds) < 2):
            above = region[place - 1]
            return place - 1 if place > 1 and len(above.runs) == 1 and _columns(above.runs[0], bounds)[1:] else place
    return None


def _split(line: Line, bounds: Sequence[float]) -> Line:
    """A number and what stands close beside it in the next column are two."""
    waiting, found = line.runs[::-1], list[Run]()
    while waiting:
        run = waiting.pop()
        near = (run.split_near(bound, line.size * WHITE) for bound in bounds if run.x0 < bound < run.x1)
        parts = next(filter(None, near), None)
        if parts and len(parts[0].text + parts[1].text) < len(run.text):  # there is a blank
            waiting.extend(reversed(parts))
        else:
            found.append(run)
    return Line(found)


def _columns(run: Run, bounds: Sequence[float]) -> list[int]:
    """Those on which it is printed."""
    slack = (run.bottom - run.top) * 0.3
    first = sum(bound < run.x0 + slack for bound in bounds)
    return list(range(first, max(first, sum(bound < run.x1 - slack for bound in bounds)) + 1))


def _without_false(header: Sequence[Line], bounds: list[float]) -> list[float]:
    """Where a label runs across that has no labels of all these columns below it, characters are drawn apart."""
    false: set[int] = set()
    for at, line in enumerate(header):
        for run in line.runs:
            on = _columns(run, bounds)
            below = {column for other in header[at + 1 :] for one in other.runs for column in _columns(one, bounds)}
            if len(on) > 1 and not {*on} <= below:
                false |= {*on[:-1]}
    false |= {place for place in range(len(bounds)) if _is_drawn(header, bounds, place)}
    return [bound for place, bound in enumerate(bounds) if place not in false]


def _is_drawn(header: Sequence[Line], bounds: Sequence[float], place: int) -> bool:
    """Whether each label behind the gutter is a character close behind another one."""
    behind = [(line, run) for line in header for run in line.runs if _columns(run, bounds) == [place + 1]]
    return bool(behind) and all(
        len(run.text) == 1
        and any(len(one.text.split(" ")[-1]) == 1 and not NUMBER_LABEL.match(one.text) for one in _before(line, run))
        for line, run in behind
    )


def _before(line: Line, run: Run) -> list[Run]:
    return [one for one in line.runs if 0 <= run.x0 - one.x1 < line.size * DRAWN]


def _pitch(region: Sequence[Line]) -> float:
    """How far apart the lines of one cell stand."""
    steps = [below.top - above.top for above, below in pairwise(region)]
    return min((step for step in steps if step > region[0].size * 0.8), default=region[0].size)


def _labels(header: Sequence[Line], bounds: Sequence[float], pitch: float) -> list[list[Run]]:
    """What stands above each column; a label over several columns that have their own below it belongs to none."""
    cells: list[list[Run]] = [[] for _ in range(len(bounds) + 1)]
    for run in (run for line in header for run in line.runs):
        on = _columns(run, bounds)
        if len(on) == 1:
            cells[on[0]].append(run)
    for cell, beside in pairwise(cells):
        tier = next((low for high, low in pairwise(cell) if low.at - high.at > pitch * 1.04), None)
        if tier and beside and beside[0].at > tier.at - pitch * 0.1:
            cell[:] = cell[cell.index(tier) :]
    return cells


def _whole(cell: Sequence[Run]) -> Run:
    text = "".join(run.text for run in cell).replace(" ", "")
    ends = max(run.x1 for run in cell)
    return Run(text, min(run.x0 for run in cell), cell[0].top, ends, cell[-1].bottom)
