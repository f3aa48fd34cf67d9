"""Plain text whose columns are set with blanks, as programs print a table: long cells go on in the lines below."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from app.importing.readers.markdown import table_at

Rows = list[list[str]]
WORD: Final = re.compile(r"\S+(?: \S+)*")
HEADER: Final = re.compile(r"^(?:序号|编号)$|任务|事项|措施|内容|单位|部门|科室|时限|时间|责任")
COUNTED: Final = re.compile(r"序号|编号")
TITLE: Final = re.compile(r"\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])\S+\s*")
BLANK: Final = " \u3000"
FEWEST: Final = 3


def parted(lines: Sequence[str]) -> Iterator[str | Rows]:
    """The lines, but where cells of aligned columns are wrapped, or Markdown rules a table, its rows."""
    place = 0
    while place < len(lines):
        end, rows = table_at(lines, place) or _aligned(lines, place)
        yield from [rows] if rows else lines[place:end]
        place = end


def _aligned(lines: Sequence[str], place: int) -> tuple[int, Rows | None]:
    starts = _starts(lines[place])
    return _rows(lines, place, starts) if starts else (place + 1, None)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _starts(line: str) -> list[int]:
    """Where the labels of a header begin, counted in half-width characters."""
    plain = line.replace("\u3000", "  ")
    words = list(WORD.finditer(plain))
    if "\t" in line or len(words) < FEWEST or sum(bool(HEADER.search(word[0])) for word in words) < FEWEST - 1:
        return []
    return [_width(plain[: word.start()]) for word in words]


def _rows(lines: Sequence[str], place: int, starts: Sequence[int]) -> tuple[int, Rows | None]:
    """The table below a header and where it ends; None where no cell is wrapped, or cells do not begin at the top."""
    header = _cut(lines[place], starts)
    if not header:
        return place + 1, None
    is_counted = COUNTED.fullmatch(header[0]) is not None
    found: list[list[list[str]]] = []  # the lines of each row
    after_gap, gaps, end = False, 0, place + 1
    for index, line in enumerate(lines[place + 1 :], place + 1):
        if not line.strip():
            if after_gap:
                break
            after_gap = True
            continue
        cells = _cut(line, starts) or ([line.strip(), *[""] * (len(starts) - 1)] if TITLE.fullmatch(line) else None)
        if cells is None or (not any(cells[1:]) and cells[0] and not TITLE.fullmatch(line)):
            break
        if cells[0] or (after_gap and not is_counted):
            found.append([cells])
            gaps += after_gap
        elif found and not after_gap:
            found[-1].append(cells)
        else:
            break
        after_gap, end = False, index + 1
    is_wrapped = any(len(row) > 1 for row in found)
    if not is_wrapped or not all(map(_begins_at_top, found)):
        return end, None
    if gaps < FEWEST - 1 and not _are_full(found):
        return end, None
    return end, [header, *(["\n".join(filter(None, parts)) for parts in zip(*row, strict=True)] for row in found)]


def _are_full(rows: Sequence[Sequence[Sequence[str]]]) -> bool:
    """No line of a cell that goes on had room for the next character: rows without a gap may be told apart."""
    columns = zip(*(line for row in rows for line in row), strict=True)
    edges = [max(map(_width, column)) for column in columns]
    return all(
        not low or _width(high + low[0]) > edge
        for row in rows
        for above, below in pairwise(row)
        for high, low, edge in zip(above, below, edges, strict=True)
    )


def _cut(line: str, starts: Sequence[int]) -> list[str] | None:
    """What stands in each column; None when something runs over the edge between two."""
    cells = [""] * len(starts)
    at, column = 0, 0
    last = " "
    for char in line:
        if column + 1 < len(starts) and at >= starts[column + 1]:
            column += 1
            if at != starts[column] or last not in BLANK:
                return None
        cells[column] += char
        at += _width(char)
        last = char
    if any(cell.strip() and cell[0] in BLANK for cell in cells):
        return None
    return [cell.strip() for cell in cells]


def _begins_at_top(height: Sequence[Sequence[str]]) -> bool:
    """Every cell has its first words on the row's first line."""
    return all(any(parts) == bool(parts[0]) for parts in zip(*height, strict=True))
