"""Where the rows of a table without ruling lines begin: at numbers, at gaps, or where a text begins anew."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from app.importing.readers.pages.labels import Cells, Columns
from app.importing.readers.pages.lines import Line, Run

ROOM: Final = 3.0  # characters left free at the end of a line that ends a text


def filled_in(row: Cells | None) -> int:
    return sum(1 for cell in row if cell) if row else 0


def by_numbers(lines: Sequence[Line], numbered: Sequence[int], *, may_continue: bool) -> list[int]:
    """By the gaps, if one size of gap leaves a single number in each row; else where the numbers stand.

    A gap no wider than between lines tells rows apart only when all of them have their number.
    """
    if len(numbered) == 1 and not may_continue:
        return [0]
    gaps = [0.0]
    for place in range(1, len(lines)):
        gaps.append(lines[place].top - max(above.bottom for above in lines[max(0, place - 3) : place]))
    usual = sorted(gap for gap in gaps if gap > 0)
    least = (usual[len(usual) // 4] if usual else 0.0) + lines[0].size * 0.12
    for gap in sorted({gap for gap in gaps[1:] if gap > 0}, reverse=True):
        starts = [0, *(place for place in range(1, len(lines)) if gaps[place] >= gap - 0.1)]
        held = [
            sum(begin <= number < end for number in numbered)
            for begin, end in zip(starts, [*starts[1:], len(lines)], strict=True)
        ]
        if max(held) == 1 and (gap > least or min(held) == 1):
            enough = (gap + min(gap, least)) / 2
            kept = [begin for begin, count in zip(starts, held, strict=True) if count]
            if may_continue and kept[0] == 0:  # the rest of a row that the page cut may stand above the first number
                first = [place for place in range(1, numbered[0] + 1) if gaps[place] > enough]
                return [*first[-1:], *kept[1:]]
            return kept if may_continue else [0, *kept[1:]]
    return list(numbered) if numbered[0] == 0 or may_continue else _by_middles(lines, numbered)


def sharing_the_number(lines: Sequence[Line], own: Sequence[Cells], starts: Sequence[int]) -> Iterator[int]:
    """Rows that share the number above them: as far from the line before as numbered ones, and as full.

    Or their text begins anew where the line above did not need to end.
    """
    gaps = [0.0, *(below.top - above.bottom for above, below in pairwise(lines))]
    between = [gaps[place] for place in starts if place]
    inside = [gap for place, gap in enumerate(gaps) if place and place not in starts]
    if not between or not inside:
        return
    are_apart = min(between) >= min(inside) + lines[0].size * 0.12
    fullest = max(filled_in(own[place]) for place in starts)
    anew = _begun_anew(own, lines[0].size)
    for place, row in enumerate(own):
        is_row = place in anew or (are_apart and filled_in(row) * 2 > fullest)
        if place and place not in starts and gaps[place] > min(between) - 0.2 and is_row:
            yield place


def _begun_anew(own: Sequence[Cells], size: float) -> set[int]:
    """Lines whose text, beside something else, begins although there was room left in the line of the text above."""
    columns = range(len(own[0]))
    main = max(columns, key=lambda column: sum(len(run.text) for row in own for run in row[column]))
    right = max((row[main][-1].x1 for row in own if row[main]), default=0.0)
    found: set[int] = set()
    above: Run | None = None
    for place, row in enumerate(own):
        if not row[main]:
            continue
        if above and filled_in(row) > 1 and (above.text[-1:] in "。；" or right - above.x1 > size * ROOM):
            found.add(place)
        above = row[main][-1]
    return found


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


def without_numbers(lines: Sequence[Line], split: Sequence[Cells], columns: Columns) -> list[int]:
    """Where the last column begins anew, or where more room is left between lines than inside a cell."""
    if columns.number is not None:
        return []
    last = len(columns.labels) - 1
    gaps = [0.0, *(below.top - above.bottom for above, below in pairwise(lines))]
    least = min(gaps[1:], default=0.0)
    are_even = max(gaps[1:], default=0.0) - least < lines[0].size * 0.05
    enough = least + lines[0].size * 0.1
    anew = _begun_anew(split, lines[0].size) if are_even else set()
    return [
        place
        for place in range(1, len(lines))
        if (filled_in(split[place]) > 1 and split[place][last] and not split[place - 1][last])
        or gaps[place] > lines[place].size * 1.1
        or (
            place in anew or filled_in(split[place]) > last
            if are_even
            else filled_in(split[place]) > 1 and gaps[place] > enough
        )
    ]
