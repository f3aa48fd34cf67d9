"""Columns whose value holds for several rows: printed once, at the top of its rows or beside their middle."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from app.importing.readers.pages.lines import Line, Run

ALIGNED: Final = 0.35
EXACT: Final = 0.08
LEADING: Final = 2.0
AT_EDGE: Final = 3.0
MAX_TRIES: Final = 2_000_000


@dataclass(slots=True)
class Value:
    """A printed text with its place on the page."""

    text: str
    top: float
    bottom: float
    last: Run

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Span:
    """Where a row begins and ends on the page."""

    top: float
    bottom: float


def has_gaps(runs: Sequence[Run], rows: Sequence[Span], size: float) -> bool:
    """Whether a row has nothing beside it in this column."""
    ends = [row.top for row in rows[1:]] + [1e9]
    return any(
        not any(row.top - size / 2 <= run.at < end - size / 2 for run in runs)
        for row, end in zip(rows, ends, strict=True)
    )


def values_of(runs: Sequence[Run], rows: Sequence[Span], size: float, pitch: float | None) -> list[Value]:
    """Lines that only the width of the column broke are one value; characters drawn apart are a word."""
    widest = max((run.x1 - run.x0 for run in runs), default=0.0)
    values: list[Value] = []
    for run in sorted(runs, key=lambda run: run.at):
        is_drawn = all(len(part) == 1 for part in run.text.split(" "))
        text = run.text.replace(" ", "") if is_drawn else run.text
        if values and _is_one(values[-1], run, rows, widest, size, pitch):
            last = values[-1]
            last.text, last.bottom, last.last = last.text + text, run.at + size, run
        else:
            values.append(Value(text, run.at, run.at + size, run))
    return values


def _is_one(above: Value, run: Run, rows: Sequence[Span], widest: float, size: float, pitch: float | None) -> bool:
    step = run.at - above.last.at
    if step > LEADING * size or above.last.x1 - above.last.x0 < widest - 0.9 * size:
        return False
    begins_row = any(abs(run.at - row.top) < EXACT * size for row in rows)
    if pitch is not None and abs(step - pitch) >= EXACT * size:
        return not begins_row
    is_full = run.x1 - run.x0 >= widest - 0.5 * size
    return not begins_row or len(run.text) == 1 or (pitch is not None and not is_full)


def pitch_of(rows: Sequence[Sequence[Line]]) -> float | None:
    """How far apart the lines of one cell stand."""
    steps = [
        below.runs[0].at - above.runs[0].at
        for lines in rows
        for above, below in pairwise(lines)
        if below.runs[0].at > above.runs[0].at
    ]
    return median(steps) if steps else None


def is_beside_middle(values: Sequence[Value], rows: Sequence[Span], size: float, *, may_continue: bool) -> bool:
    """Values at the top of their rows begin where a row begins, the first one where the first row does."""
    tops = [row.top for row in rows]
    if any(min(abs(value.top - top) for top in tops) > ALIGNED * size for value in values):
        return True
    return not may_continue and bool(values) and abs(values[0].top - tops[0]) > ALIGNED * size


def starts_of_centred(values: Sequence[Value], rows: Sequence[Span], size: float) -> list[int] | None:
    """Where each value's rows begin, if the values stand just in the middle of rows that follow without a gap."""
    starts, begin = [], 0
    for value in values:
        if begin >= len(rows):
            return None
        off, end = min(
            (abs((rows[begin].top + rows[end].bottom) / 2 - value.middle), end) for end in range(begin, len(rows))
        )
        if off > ALIGNED * size:
            return None
        starts.append(begin)
        begin = end + 1
    return starts if begin == len(rows) and 1 < len(values) < len(rows) else None


def starts_of_tops(
    values: Sequence[Value], rows: Sequence[Span], size: float, *, may_continue: bool
) -> list[int] | None:
    """The same of values that stand at the top of their first row, if the first one does so at the first row."""
    starts = starts_at_top(values, rows)
    if any(abs(rows[start].top - value.top) > ALIGNED * size for start, value in zip(starts, values, strict=True)):
        return None
    return starts if len({*starts}) == len(starts) and (may_continue or starts[:1] == [0]) else None


def placed(values: Sequence[Value], starts: Sequence[int], count: int) -> list[str | None]:
    """What each row holds: None where the cell above goes on; rows before the first value and behind -1 have none."""
    found: list[str | None] = ["", *[None] * (count - 1)]
    for value, start in zip(values, starts, strict=False):
        found[start] = value.text
    for start in starts[len(values) :]:
        found[start] = ""
    return found


def starts_at_top(values: Sequence[Value], rows: Sequence[Span]) -> list[int]:
    return [min(range(len(rows)), key=lambda place: abs(rows[place].top - value.top)) for value in values]


def starts_around_middle(
    values: Sequence[Value], rows: Sequence[Span], *, before: bool, behind: bool
) -> list[int] | None:
    """The rows parted so that each value stands in the middle of its own; where the rows behind the last value begin.

    `before` and `behind`: rows at the edges of the page may belong to a value on another page.
    """
    count, size = len(rows), rows[0].bottom - rows[0].top
    if count < len(values) or not values or count * count * len(values) > MAX_TRIES:
        return None
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    if before:
        best |= {place: (AT_EDGE, []) for place in range(1, count)}
    for value in values:
        reached: dict[int, tuple[float, list[int]]] = {}
        for begin, (cost, starts) in best.items():
            for end in range(begin, count):
                off = cost + abs((rows[begin].top + rows[end].bottom) / 2 - value.middle)
                if end + 1 not in reached or off < reached[end + 1][0]:
                    reached[end + 1] = off, [*starts, begin]
        best = reached
    whole = best.get(count, (1e9, []))
    if behind:
        for place, (cost, starts) in best.items():
            if place < count and cost + AT_EDGE < whole[0]:
                whole = cost + AT_EDGE, [*starts, place]
    return whole[1] if whole[0] < 1.2 * size * (len(values) + 1) else None
