"""What a page's edge leaves between the cells of a table: page numbers, 续表, the header and the title once more."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from app.importing.blocks import Paragraph
from app.importing.page_numbers import PRINTED
from app.importing.recognise.column_words import Kind
from app.importing.recognise.title import END
from app.importing.recognise.walls import WALL

EDGE: Final = re.compile(
    rf"{PRINTED.pattern}|[（(]?(?:续上?表|(?:接|转)[上下]页)[)）]?|(?:文档|在线)?预览|[上下]一页(?:\s*[上下]一页)?"
)
NARROWEST: Final = 3
DIGITS: Final = re.compile(r"\d{1,3}")
FEWEST: Final = 3
LONG: Final = 8  # of a title


def without_strays(
    lines: Sequence[Paragraph], labels: Sequence[str], kinds: Sequence[Kind | None], above: Collection[str]
) -> list[Paragraph]:
    """The cells below a header. `above`: the lines over it, whose title running heads print again."""
    found = list(_cells(lines, labels, {line for line in above if len(line) >= LONG and END.search(line)}))
    strange = _page_numbers(found, kinds) if "number" in kinds else set()
    return [line for place, line in enumerate(found) if place not in strange]


def within_pages(run: Sequence[Paragraph]) -> list[Paragraph]:
    """The lines without what stands on the edges of pages; a bare number between two rows is no cell of either."""
    found: list[Paragraph] = []
    is_anew = False
    for place, line in enumerate(run):
        beside = (run[place - 1].text, run[place + 1].text) if 0 < place < len(run) - 1 else ("", "")
        if EDGE.fullmatch(line.text) or (DIGITS.fullmatch(line.text) and all(map(_is_row, beside))):
            is_anew = True
            continue
        found.append(replace(line, after_gap=True) if is_anew else line)
        is_anew = False
    return found


def _is_row(text: str) -> bool:
    """Several cells side by side, between pipes or blanks."""
    cells = WALL.split(text) if WALL.search(text) else text.split()
    return sum(bool(cell.strip()) for cell in cells) >= NARROWEST


def _cells(lines: Sequence[Paragraph], labels: Sequence[str], above: Collection[str]) -> Iterator[Paragraph]:
    index = 0
    while index < len(lines):
        if [other.text for other in lines[index : index + len(labels)]] == labels:
            index += len(labels)
            continue
        if not EDGE.fullmatch(lines[index].text) and lines[index].text not in above:
            yield lines[index]
        index += 1


def _page_numbers(lines: Sequence[Paragraph], kinds: Sequence[Kind | None]) -> set[int]:
    """Bare numbers that count from one to the next while those of the rows go on between them."""
    rows: list[int] = []
    left: list[tuple[int, int]] = []  # each with how many rows were counted before it
    places: list[int] = []
    for place, line in enumerate(lines):
        if not DIGITS.fullmatch(line.text):
            continue
        if not rows or int(line.text) == rows[-1] + 1:
            rows.append(int(line.text))
        else:
            left.append((int(line.text), len(rows)))
            places.append(place)
    are_cells = len(left) < 2 and bool({"goal", "ignored", None} & set(kinds))
    if not left or are_cells or len(rows) < FEWEST or len(left) * 2 > len(rows):
        return set()
    count_on = all(right[0] == value + 1 and right[1] > seen for (value, seen), right in pairwise(left))
    is_between = left[-1][1] < len(rows) or places[-1] == len(lines) - 1
    are_repeated = all(value == rows[seen - 1] for value, seen in left)
    return set(places) if count_on and is_between and not are_repeated else set()
