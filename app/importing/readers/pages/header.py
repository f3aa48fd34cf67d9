"""The header of a table without ruling lines, and the columns that it makes."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Final

from app.importing.readers.pages.gutters import header_between, pieces_of
from app.importing.readers.pages.labels import LABELS, LONGEST_LABEL, NUMBER_LABEL, WHO, Columns, is_number, labels_of
from app.importing.readers.pages.lines import Line, Run

FEWEST: Final = 4  # labels of a header that is known by its place only
DRAWN: Final = 1.2  # characters between two that fill a narrow column


def header_at(lines: Sequence[Line], place: int) -> tuple[Columns, int] | None:
    """The columns when a header begins at this line, and how many lines it takes."""
    if closed := _closed_up(lines[place], lines[place + 1 : place + 2]):
        lines = [*lines[:place], closed, *lines[place + 1 :]]
    labels, taken = None, 1
    for count in range(3, min(6, len(lines) - place + 1)):
        if labels is None and (around := _around(lines[place : place + count])) and (labels := labels_of(around)):
            taken = count
    if labels is None and (stacked := _stacked(lines[place : place + 6])):
        labels, taken = stacked
    labels = labels or labels_of(lines[place])
    if labels is None:
        return header_between(lines, place) or _counted_below(lines, place)
    while place + taken < len(lines) and taken < 5 and _goes_on(labels, lines[place + taken - 1 : place + taken + 2]):
        labels = _with_line(labels, lines[place + taken].runs)
        taken += 1
    between = header_between(lines, place)
    if between and len(between[0].labels) > len(labels):
        return between
    below = list(takewhile(lambda line: not begins_another(line), lines[place + taken : place + 80]))
    body = [piece for line in below for run in line.runs for piece in pieces_of(run)]
    bounds = _between(labels, below) or [_corridor(one, other, body) for one, other in pairwise(labels)]
    texts = [label.text for label in labels]
    number = next((column for column, text in enumerate(texts) if NUMBER_LABEL.match(text)), None)
    return Columns(texts, bounds, number, [(label.x0, label.x1) for label in labels]), taken


def _counted_below(lines: Sequence[Line], place: int) -> tuple[Columns, int] | None:
    """Words that nobody knows are a header where 1 2 3 stand below the first and as many columns as words beside it."""
    labels = lines[place].runs
    if len(labels) < FEWEST or any(
        len(run.text.replace(" ", "")) > LONGEST_LABEL / 2 or re.search(r"[\d。；：:，、]", run.text) for run in labels
    ):
        return None
    below = lines[place + 1 : place + 80]
    counted = [
        at
        for at, line in enumerate(below)
        if len(line.runs) > 2 and line.runs[0].text.strip().isdecimal() and line.x0 < labels[0].x1 < line.runs[1].x0
    ]
    numbers = [int(below[at].runs[0].text) for at in counted]
    if len(numbers) < FEWEST - 1 or numbers != [*range(1, len(numbers) + 1)] or counted[0] > 1:
        return None
    bounds = _between(labels, below[: counted[-1] + 1])
    texts = [run.text.replace(" ", "") for run in labels]
    return (Columns(texts, bounds, 0, [(run.x0, run.x1) for run in labels]), 1) if bounds else None


def _closed_up(line: Line, below: Sequence[Line]) -> Line | None:
    """分 and 管 drawn apart to fill a narrow column over 领导 are one label: nothing stands under the second."""
    runs: list[Run] = []
    under = [run for other in below if other.top - line.bottom < line.size for run in other.runs]
    for run in line.runs:
        last = runs[-1] if runs else run
        rest = next((one for one in under if abs(one.x0 - last.x0) < line.size * 0.2), None)
        is_drawn = runs and len(last.text) == len(run.text) == 1 and rest and run.x0 - last.x1 < line.size * DRAWN
        if is_drawn and rest and not any(one is not rest and one.x0 < run.x1 and run.x0 < one.x1 for one in under):
            word = last.text + run.text + rest.text
            if any(kind.search(word) for kind in LABELS):
                runs[-1] = Run(f"{last.text} {run.text}", last.x0, last.top, run.x1, last.bottom)
                continue
        runs.append(run)
    return Line(runs) if len(runs) < len(line.runs) else None


def begins_another(line: Line) -> bool:
    """序号 and other labels of columns: a table of its own begins, or the header is printed again."""
    return any(NUMBER_LABEL.match(label.text) for label in labels_of(line) or [])


def _with_line(labels: Sequence[Run], runs: Sequence[Run]) -> list[Run]:
    """Words under a label go on with it; where it stands over two columns of units, each has a label of its own."""
    found = list(labels)
    for run in runs:
        is_under = any(run.x0 < label.x1 and label.x0 < run.x1 for label in labels)
        if is_under or len(run.text) < 3 or not WHO.search(run.text):
            _join(min(labels, key=lambda label: abs(label.centre - run.centre)), run)
        else:
            found.append(Run(run.text, run.x0, run.top, run.x1, run.bottom))
    return sorted(found, key=lambda label: label.x0)


def _join(label: Run, run: Run) -> None:
    label.text += run.text
    label.x0, label.x1 = min(label.x0, run.x0), max(label.x1, run.x1)


def _around(lines: Sequence[Line]) -> Line | None:
    """One line of several: labels of one, two and three lines have the same middle.

    Lines that stand less than their height apart are of one row, whatever its words.
    """
    runs = [(number, run) for number, line in enumerate(lines) for run in line.runs]
    size = lines[0].size
    is_one_row = all(below.top < above.bottom for above, below in pairwise(lines))
    longest, strange = (LONGEST_LABEL, r"[。；、：]") if is_one_row else (LONGEST_LABEL / 2, r"[\d。；、：]")
    if any(below.top - above.top > size * 1.75 for above, below in pairwise(lines)) or any(
        len(run.text) > longest or re.search(strange, run.text) for _, run in runs
    ):
        return None
    groups: list[list[tuple[int, Run]]] = []
    for number, run in sorted(runs, key=lambda found: found[1].x0):
        if groups and run.x0 < max(other.x1 for _, other in groups[-1]):
            groups[-1].append((number, run))
        else:
            groups.append([(number, run)])
    if all(len(group) > 1 for group in groups) or len(lines[0].runs) == len(groups):
        return None
    labels = []
    for group in groups:
        own = [run for _, run in sorted(group, key=lambda found: found[0])]
        middle = (own[0].top + own[-1].bottom) / 2
        if abs(middle - (lines[0].top + lines[-1].bottom) / 2) > size * 0.35:
            return None
        label = Run(own[0].text, own[0].x0, own[0].top, own[0].x1, own[0].bottom)
        for run in own[1:]:
            _join(label, run)
        labels.append(label)
    return Line(labels)


def _stacked(lines: Sequence[Line]) -> tuple[list[Run], int] | None:
    """Labels of several lines: narrow ones (序 over 号), and those that stand together under one of the first line."""
    if any(len(run.text) > LONGEST_LABEL for run in lines[0].runs):
        return None
    labels = [Run(run.text, run.x0, run.top, run.x1, run.bottom) for run in lines[0].runs]
    taken, is_sure = 1, any(all(len(part) == 1 for part in run.text.split()) for run in labels)
    for above, line in pairwise(lines):
        is_far = line.top - above.bottom > above.size * 0.8
        if is_far or any(re.search(r"[\d。；、：]", run.text) for run in line.runs):
            break
        if parted := _parted(labels, line):
            labels, is_sure = parted, True
        elif len(line.runs) > len(labels) or not all(_is_under(run, labels, line.size) for run in line.runs):
            break
        for run in line.runs:
            under = min(labels, key=lambda label: abs(label.x0 - run.x0))
            if under.top < run.top:
                under.text = under.text.replace(" ", "")
                _join(under, run)
        taken += 1
    found = labels_of(Line(labels)) if taken > 1 and is_sure else None
    return (found, taken) if found else None


def _parted(labels: Sequence[Run], line: Line) -> list[Run] | None:
    """Instead of a label that several words of the next line share, these words."""
    reach = line.size / 2
    ends = [*(label.x0 - reach for label in labels[1:]), float("inf")]
    under = [
        [run for run in line.runs if label.x0 - reach <= run.x0 < end] for label, end in zip(labels, ends, strict=True)
    ]
    shared = [runs for runs in under if len(runs) > 1]
    if not shared or sum(map(len, under)) != len(line.runs):
        return None
    if not all(len(run.text) == 1 or any(kind.search(run.text) for kind in LABELS) for runs in shared for run in runs):
        return None
    return [
        word
        for label, runs in zip(labels, under, strict=True)
        for word in (
            [Run(run.text, run.x0, run.top, run.x1, run.bottom) for run in runs] if runs in shared else [label]
        )
    ]


def _is_under(run: Run, labels: Sequence[Run], size: float) -> bool:
    """Within the width of a label, and begun or centred as it is."""
    return any(
        label.x0 - size / 2 <= run.x0
        and run.x1 <= label.x1 + size / 2
        and min(abs(label.x0 - run.x0), abs(label.centre - run.centre)) < size / 2
        for label in labels
    )


def _goes_on(labels: Sequence[Run], lines: Sequence[Line]) -> bool:
    """A further line of the header, between the one before and the one after: short words close under its labels."""
    header, line = lines[:2]
    if line.top - header.bottom > header.size * 0.8 or abs(line.size - header.size) > 1:
        return False
    words = [run.text for run in line.runs]
    if any(len(word) > 6 or re.search(r"[\d。；、]", word) for word in words):
        return False
    if all(WHO.search(word) for word in words):
        return True
    if len(words) >= len(labels) or not all(_is_under(run, labels, line.size) for run in line.runs):
        return False
    if len(lines) < 3:
        return True
    more = (lines[2].top - line.top) - (line.top - header.top)
    return more > line.size * 0.05 or (more > -line.size * 0.05 and is_number(lines[2].runs[0].text))


def _between(labels: Sequence[Run], lines: Sequence[Line]) -> list[float]:
    """The middles of the gaps between what is printed in the columns, when there are as many as labels.

    A line alone that begins where a column does is of it, if it ends before the next.
    """
    every = [run for line in lines for run in line.runs]
    several = [run for line in lines if len(line.runs) > 1 for run in line.runs]
    size = labels[0].bottom - labels[0].top
    for runs in (several, every, [*labels, *every]):
        blocks: list[list[float]] = []
        for run in sorted(runs, key=lambda run: run.x0):
            if blocks and run.x0 < blocks[-1][1] + size * 0.4:
                blocks[-1][1] = max(blocks[-1][1], run.x1)
            else:
                blocks.append([run.x0, run.x1])
        for block, after in pairwise(blocks):
            ends = [run.x1 for run in every if abs(run.x0 - block[0]) < size * 0.5 and run.x1 < after[0] - size * 0.4]
            block[1] = max([block[1], *ends])
        bounds = [(one[1] + other[0]) / 2 for one, other in pairwise(blocks)]
        if len(blocks) == len(labels) and all(
            label.x1 < bound + size and other.x0 > bound - size
            for label, bound, other in zip(labels, bounds, labels[1:], strict=False)
        ):
            return bounds
    return []


def _corridor(one: Run, other: Run, body: Sequence[tuple[float, float]]) -> float:
    """The middle of the widest stretch between two labels that the fewest words cross.

    Where words begin under the second label's beginning it lies before them: 向 东 has a gap of its own.
    """
    begin, end = one.centre, other.centre
    if sum(abs(x0 - other.x0) < (other.bottom - other.top) * 0.2 for x0, _ in body) > 1:
        end = max(other.x0, one.x1)
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
