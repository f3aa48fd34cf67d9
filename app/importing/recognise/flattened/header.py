"""A header whose labels stand line under line, before cells that do the same."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final, NamedTuple

from app.importing.blocks import Cell, Paragraph, Row
from app.importing.recognise.column_words import Kind
from app.importing.recognise.flattened.pieces import Piece, fit, is_label, kinds_of, may_be_label

LOOKED_AT: Final = 40
WIDEST: Final = 20
SPANNING: Final = re.compile(r"分工|安排|落实|实施$|^责任|进度|计划$|节点|阶段|进展")
CELL: Final = 0.4  # for a cell that would be read as a label
UNKNOWN: Final = 0.1  # for every label that says nothing of its column


class Header(NamedTuple):
    """`order`: the line that each column's label stands on; labels over several columns have none."""

    price: float
    width: int
    order: tuple[int, ...]
    kinds: list[Kind | None]

    def row(self, lines: Sequence[Paragraph]) -> Row:
        cells = tuple(Cell(lines[place].text, lines[place].start, lines[place].end) for place in self.order)
        return Row(cells, lines[0].start, lines[self.width - 1].end)


def header_at(run: Sequence[Paragraph], place: int) -> Header | None:
    """The ledger's header that begins on this line.

    The first cells may read like labels too: as many lines are taken as make the lines behind fit best. So may a
    title above: what fits better without its first line begins below it, but not at the cost of a first cell.
    """
    found = _fitting(run, place)
    below = _fitting(run, place + 1) if found else None
    if found and below:
        takes_a_cell = below.width == found.width
        return found if found.price <= below.price + CELL * takes_a_cell else None
    return found


def _fitting(run: Sequence[Paragraph], place: int) -> Header | None:
    end, seen = place, set[str]()
    while end < min(len(run), place + WIDEST) and may_be_label(label := re.sub(r"\s", "", run[end].text)):
        if label in seen and len(seen) < end - place:
            break  # one label may come twice, not two
        seen.add(label)
        end += 1
    found: list[Header] = []
    for last in range(end, place + 1, -1):
        labels = [line.text for line in run[place:last]]
        for order in _orders(labels):
            kinds = kinds_of([labels[column] for column in order], guess=True)
            behind = pieces_of(run[last : last + LOOKED_AT], apart=is_apart(run[place:last])) if kinds else []
            if kinds and behind:
                price = fit(behind, kinds) + UNKNOWN * kinds.count(None)
                found.append(Header(price, last - place, order, kinds))
    return min(found, key=lambda header: (header.price, -header.width), default=None)


def _orders(labels: Sequence[str]) -> Iterator[tuple[int, ...]]:
    """As printed; or with the last labels below those that span them: 责任分工 is 主办 and 协办, named behind all."""
    count = len(labels)
    yield tuple(range(count))
    spanning = [place for place, label in enumerate(labels) if SPANNING.search(label)]
    for place in spanning:
        for below in range(2, min(5, count - place)):
            first = count - below
            yield (*range(place), *range(first, count), *range(place + 1, first))
    for left, right in combinations(spanning, 2):
        for below in range(4, min(7, count - right)):
            first = count - below
            for cut in range(first + 2, count - 1):
                middle, rest = range(left + 1, right), range(right + 1, first)
                yield (*range(left), *range(first, cut), *middle, *range(cut, count), *rest)


def under_spanning(
    upper: Sequence[Cell], lower: Sequence[Cell], behind: Sequence[Piece]
) -> tuple[list[Cell], list[Kind | None]] | None:
    """The columns of a header on two lines: labels on the lower one stand below one or two that span them.

    Which of them span is told by the cells that follow, and by the words that usually do.
    """
    if not behind or len(lower) < 2 or not all(is_label(re.sub(r"\s", "", cell.text)) for cell in lower):
        return None
    found: list[tuple[float, list[Cell], list[Kind | None]]] = []
    for cells, price in _spanned(upper, lower):
        if kinds := kinds_of([cell.text for cell in cells], guess=True):
            found.append((price + fit(behind, kinds) + UNKNOWN * kinds.count(None), cells, kinds))
    return min(found, key=lambda one: one[0])[1:] if found else None


def _spanned(upper: Sequence[Cell], lower: Sequence[Cell]) -> Iterator[tuple[list[Cell], float]]:
    """Every way of setting the lower labels in the place of upper ones, and what speaks against it."""
    for place, cell in enumerate(upper):
        yield [*upper[:place], *lower, *upper[place + 1 :]], _spans(cell)
    for left, right in combinations(range(len(upper)), 2):
        for cut in range(2, len(lower) - 1):
            middle, rest = upper[left + 1 : right], upper[right + 1 :]
            price = _spans(upper[left]) + _spans(upper[right])
            yield [*upper[:left], *lower[:cut], *middle, *lower[cut:], *rest], price


def _spans(cell: Cell) -> float:
    return 0 if SPANNING.search(cell.text) else UNKNOWN


def is_apart(header: Sequence[Paragraph]) -> bool:
    """Whether an empty line stands between the cells: then lines without one are lines of the same cell."""
    return all(line.after_gap for line in header[1:])


def pieces_of(lines: Sequence[Paragraph], *, apart: bool) -> list[Piece]:
    pieces: list[Piece] = []
    for line in lines:
        if apart and pieces and not line.after_gap:
            pieces[-1] = replace(pieces[-1], text=f"{pieces[-1].text}\n{line.text}", end=line.end)
        else:
            pieces.append(Piece(line.text, line.start, line.end, apart=line.after_gap))
    return pieces
