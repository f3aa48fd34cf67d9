"""Ruled tables: the lines make a grid, and where a line is missing two cells are one."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from app.importing.readers.pages.lines import Line, lines_of
from app.importing.readers.pages.model import Page, Rule, Word

SAME: Final = 3.0
GAP: Final = 4.0
SHORT: Final = 6.0
COVERED: Final = 0.6
MAX_CROSSINGS: Final = 400_000
MAX_COLUMNS: Final = 100
MAX_ROWS: Final = 600
Lines = list[Line]


@dataclass(slots=True)
class Grid:
    """Cells as their printed lines; None where the cell above goes on. `edges` are the places of the columns."""

    left: float
    top: float
    right: float
    bottom: float
    edges: list[float]
    rows: list[list[Lines | None]] = field(default_factory=list)


def split(page: Page) -> tuple[list[Grid], list[Word]]:
    """The tables of a page, and the words that stand outside all of them."""
    free = page.words
    grids: list[Grid] = []
    for across, down in _components(joined(page.across), joined(page.down)):
        xs = _places([rule.at for rule in down], [end for rule in across for end in (rule.start, rule.end)])
        ys = _places([rule.at for rule in across], [end for rule in down for end in (rule.start, rule.end)])
        if not 1 < len(xs) <= MAX_COLUMNS or not 1 < len(ys) <= MAX_ROWS or (len(xs) - 1) * (len(ys) - 1) < 2:
            continue
        inside = [word for word in free if _is_in(word, xs, ys)]
        if not inside:
            continue
        free = [word for word in free if not _is_in(word, xs, ys)]
        grids.append(_filled(across, down, xs, ys, inside))
    return grids, free


def joined(rules: Iterable[Rule]) -> list[Rule]:
    """A line drawn cell by cell, or dash by dash, is one line again."""
    rows: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if rows and rule.at - rows[-1][0].at <= SAME / 2:
            rows[-1].append(rule)
        else:
            rows.append([rule])
    found: list[Rule] = []
    for row in rows:
        at = sum(rule.at for rule in row) / len(row)
        row.sort(key=lambda rule: rule.start)
        start, end = row[0].start, row[0].end
        for rule in row[1:]:
            if rule.start > end + GAP:
                found.append(Rule(at, start, end))
                start, end = rule.start, rule.end
            end = max(end, rule.end)
        found.append(Rule(at, start, end))
    return [rule for rule in found if rule.end - rule.start >= SHORT]


def _components(across: list[Rule], down: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Lines that cross or touch, directly or through others, are of one table. A drawing of countless lines is none."""
    if len(across) * len(down) > MAX_CROSSINGS:
        return []
    parents = list(range(len(across) + len(down)))

    def root(place: int) -> int:
        while parents[place] != place:
            parents[place] = parents[parents[place]]
            place = parents[place]
        return place

    for i, level in enumerate(across):
        for j, upright in enumerate(down):
            if (
                upright.start - SAME <= level.at <= upright.end + SAME
                and level.start - SAME <= upright.at <= level.end + SAME
            ):
                parents[root(i)] = root(len(across) + j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, level in enumerate(across):
        groups.setdefault(root(i), ([], []))[0].append(level)
    for j, upright in enumerate(down):
        groups.setdefault(root(len(across) + j), ([], []))[1].append(upright)
    found = [group for group in groups.values() if group[0] and group[1]]
    return sorted(found, key=lambda group: min(rule.at for rule in group[0]))


def _places(lines: list[float], ends: list[float]) -> list[float]:
    """Where lines stand, and the two outer edges, which many tables leave open."""
    places: list[list[float]] = []
    for place in sorted(lines):
        if places and place - places[-1][0] <= SAME:
            places[-1].append(place)
        else:
            places.append([place])
    found = [sum(group) / len(group) for group in places]
    low, high = min(ends), max(ends)
    if low < found[0] - 2 * SAME:
        found.insert(0, low)
    if high > found[-1] + 2 * SAME:
        found.append(high)
    return found


def _is_in(word: Word, xs: list[float], ys: list[float]) -> bool:
    return xs[0] - 1 <= (word.x0 + word.x1) / 2 <= xs[-1] + 1 and ys[0] - 1 <= word.middle <= ys[-1] + 1


def _filled(across: Sequence[Rule], down: Sequence[Rule], xs: list[float], ys: list[float], words: list[Word]) -> Grid:
    owner = _owners(across, down, xs, ys)
    words_of: dict[tuple[int, int], list[Word]] = {}
    before, column = None, 0
    for word in sorted(words, key=lambda word: (round(word.middle), word.x0)):
        if before is None or not _runs_on(before, word):
            column = min(max(bisect_right(xs, (word.x0 + word.x1) / 2) - 1, 0), len(xs) - 2)
        before = word
        row = min(max(bisect_right(ys, word.middle) - 1, 0), len(ys) - 2)
        words_of.setdefault(owner[row][column], []).append(word)
    grid = Grid(xs[0], ys[0], xs[-1], ys[-1], xs)
    for row in range(len(ys) - 1):
        cells: list[Lines | None] = []
        for column in range(len(xs) - 1):
            begin = owner[row][column]
            if begin == (row, column):
                cells.append(lines_of(words_of.get(begin, [])))
            else:
                cells.append(None if begin[0] < row else [])
        grid.rows.append(cells)
    _drop_empty_columns(grid, owner)
    return grid


def _runs_on(before: Word, word: Word) -> bool:
    """A number too long for its cell (2.10, 13-2) is printed on across the line."""
    is_near = abs(word.middle - before.middle) < 1 and -1 < word.x0 - before.x1 < 0.08 * word.height
    return is_near and (before.text[-1] + word.text[0]).isascii() and " " not in before.text[-1] + word.text[0]


def _owners(
    across: Sequence[Rule], down: Sequence[Rule], xs: list[float], ys: list[float]
) -> list[list[tuple[int, int]]]:
    """For each place of the grid the upper left place of the cell that it belongs to."""
    height, width = len(ys) - 1, len(xs) - 1
    parents = {(row, column): (row, column) for row in range(height) for column in range(width)}

    def root(place: tuple[int, int]) -> tuple[int, int]:
        while parents[place] != place:
            parents[place] = parents[parents[place]]
            place = parents[place]
        return place

    def join(one: tuple[int, int], other: tuple[int, int]) -> None:
        first, second = sorted((root(one), root(other)))
        parents[second] = first

    levels = [[rule for rule in across if abs(rule.at - y) <= SAME] for y in ys]
    uprights = [[rule for rule in down if abs(rule.at - x) <= SAME] for x in xs]
    for row in range(height):
        for column in range(width):
            if column and not _is_covered(uprights[column], ys[row], ys[row + 1]):
                join((row, column - 1), (row, column))
            if row and not _is_covered(levels[row], xs[column], xs[column + 1]):
                join((row - 1, column), (row, column))
    return [[root((row, column)) for column in range(width)] for row in range(height)]


def _is_covered(rules: Sequence[Rule], start: float, end: float) -> bool:
    covered = sum(max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in rules)
    return covered >= COVERED * (end - start)


def _drop_empty_columns(grid: Grid, owner: list[list[tuple[int, int]]]) -> None:
    """A line that bounds no cell makes no column, and none makes no row."""
    rows = range(len(grid.rows))
    kept = [c for c in range(len(grid.edges) - 1) if c == 0 or any(owner[r][c][1] == c for r in rows)]
    lines = [r for r in rows if any(owner[r][c][0] == r for c in kept)]
    grid.rows = [[grid.rows[row][column] for column in kept] for row in lines]
    grid.edges = [grid.edges[column] for column in kept] + grid.edges[-1:]
