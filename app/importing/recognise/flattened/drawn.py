"""Tables drawn with characters: ┌─┬─┐, or + and -. Words are cut at the cells' edges."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from app.importing.blocks import Block, Cell, Paragraph, Row, Table

CORNERS: Final = "┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝┠┨┯┷┿╂┝┥┭┮┞┟┡┢╟╢╤╧╪╫╞╡"
RULES: Final = "─━═┄┅┈┉╌╍"
DRAWN: Final = frozenset(CORNERS + RULES + "│┃║┆┇┊┋")
WALLS: Final = "│┃║|｜┆┇┊┋"
TOP: Final = re.compile(rf"^[┌┏╔├┣╠][{RULES}{CORNERS}\s]*[┐┓╗┤┫╣]$|^\+(?:[-=]+\+)+$")
INSIDE: Final = re.compile(rf"^[{WALLS}{CORNERS}+]")


@dataclass(slots=True)
class Written:
    """The lines of one cell of one column, and the rules above and below it."""

    top: int
    bottom: int = 0
    lines: list[tuple[str, int, bool]] = field(default_factory=list)

    @property
    def cell(self) -> Cell:
        """A line that fills the cell is cut by its edge: what follows belongs to the same word."""
        kept = [
            (text.strip(), start + len(text) - len(text.lstrip()), full)
            for text, start, full in self.lines
            if text.strip()
        ]
        if not kept:
            return Cell("", 0, 0)
        joined = "".join(text + ("" if full else "\n") for text, _, full in kept).rstrip("\n")
        return Cell(joined, kept[0][1], kept[-1][1] + len(kept[-1][0]))


def tables(run: Sequence[Paragraph]) -> list[Block] | None:
    """None when nothing in the run is drawn."""
    blocks: list[Block] = []
    place, found = 0, False
    while place < len(run):
        if not TOP.match(run[place].text):
            blocks.append(run[place])
            place += 1
            continue
        end = place + 1
        while end < len(run) and INSIDE.match(run[end].text):
            end += 1
        if table := _table(run[place:end]):
            blocks.append(table)
            found = True
        else:
            blocks.extend(run[place:end])
        place = end
    return blocks if found else None


def _table(lines: Sequence[Paragraph]) -> Table | None:
    """Cells are as wide as the rules say; a character of a Chinese font takes two places, and so may a drawn line."""
    wide = max((2, 1), key=lambda width: _agreement(_walls(lines, width).values()))
    edges = sorted(_walls(lines, wide))
    counted = _by_count(lines)
    if counted and not _is_straight(lines, edges, wide):
        rows = _rows([_cut(line) for line in lines], counted)
    else:
        rows = _rows([_segments(line, edges, wide) for line in lines], len(edges) - 1) if len(edges) > 2 else []
    return Table(tuple(rows), lines[0].start, lines[-1].end) if rows else None


def _is_straight(lines: Sequence[Paragraph], edges: Sequence[int], wide: int) -> bool:
    """Most lines end at the last edge: no blanks were lost on the way here."""
    ends = sum(any(_ends_at(line, edges[-1], wide, quotes) for quotes in (2, 1)) for line in lines) if edges else 0
    return ends * 2 > len(lines)


def _ends_at(line: Paragraph, edge: int, wide: int, quotes: int) -> bool:
    return [place for place, _, _ in _placed(line, wide, quotes)][-1] == edge


def _by_count(lines: Sequence[Paragraph]) -> int:
    """How many columns there are where every line has as many walls as the others; else 0."""
    counts = {len(_cut(line)) for line in lines}
    return counts.pop() if len(counts) == 1 and min(counts) > 1 else 0


def _cut(line: Paragraph) -> list[tuple[str, int, bool]]:
    """The line's text between its walls; a line that has no blank before the wall fills its cell."""
    parts: list[tuple[str, int, bool]] = []
    for match in re.finditer(rf"[^{WALLS}{CORNERS}]+", line.text.strip()):
        parts.append((match[0], line.start + match.start(), not match[0].endswith((" ", "\u3000"))))
    return parts


def _agreement(counts: Collection[int]) -> float:
    """How many lines agree on a wall, on the mean: measured wrongly, rules and text have each their own walls."""
    return sum(counts) / max(len(counts), 1)


def _walls(lines: Sequence[Paragraph], wide: int) -> dict[int, int]:
    """Where walls stand and in how many lines, as far as a third of them agree."""
    counts: dict[int, int] = {}
    for line in lines:
        for position, char, _ in _placed(line, wide):
            if char in CORNERS or char in WALLS or char == "+":
                counts[position] = counts.get(position, 0) + 1
    return {position: count for position, count in counts.items() if count * 3 >= len(lines)}


def _wide(char: str, quotes: int) -> int:
    kind = unicodedata.east_asian_width(char)
    return quotes if kind == "A" else 2 if kind in "FW" else 1


def _placed(line: Paragraph, wide: int, quotes: int = 2) -> Iterator[tuple[int, str, int]]:
    """Every character with its place on the screen and in the text."""
    position = 0
    for index, char in enumerate(line.text):
        yield position, char, line.start + index
        position += wide if char in DRAWN else _wide(char, quotes)


def _rows(cut: Sequence[Sequence[tuple[str, int, bool]]], width: int) -> list[Row]:
    """Rows begin at the rules of the column that has most of them."""
    columns: list[list[Written]] = [[] for _ in range(width)]
    for number, segments in enumerate(cut):
        for column, (text, start, full) in enumerate(segments):
            held = columns[column]
            bare = text.strip(RULES + CORNERS + WALLS + "-=+ \u3000")
            if not bare and any(char in RULES + "-=" for char in text):
                if held:
                    held[-1].bottom = number
                held.append(Written(number))
            elif held:
                held[-1].lines.append((text.strip(WALLS + CORNERS), start, full))
    for held in columns:
        if held and not held[-1].lines:
            held.pop()
        if held and not held[-1].bottom:
            held[-1].bottom = len(cut) - 1
    finest = max(columns, key=len)
    return [_row(columns, band) for band in finest if band.bottom > band.top + 1]


def _segments(line: Paragraph, edges: Sequence[int], wide: int) -> list[tuple[str, int, bool]]:
    """The line's text between the edges with its place, and whether it leaves no room for one more character."""
    parts: list[list[tuple[str, int]]] = [[] for _ in edges[:-1]]
    column = -1
    for position, char, place in _placed(line, wide, _quotes(line, edges, wide)):
        while column + 1 < len(edges) and position >= edges[column + 1]:
            column += 1
        if 0 <= column < len(parts) and position not in edges and char not in WALLS:
            parts[column].append((char, place))
    texts = ["".join(char for char, _ in part) for part in parts]
    return [
        (text, part[0][1] if part else line.start, _width(text.rstrip()) + 2 > right - left - wide)
        for text, part, left, right in zip(texts, parts, edges, edges[1:], strict=False)
    ]


def _quotes(line: Paragraph, edges: Sequence[int], wide: int) -> int:
    """Fonts differ in the width of “ ” and …: it is the one by which the line ends at the last edge."""
    ends = {width: [place for place, _, _ in _placed(line, wide, width)][-1] for width in (2, 1)}
    return 1 if ends[1] == edges[-1] != ends[2] else 2


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "FWA" else 1 for char in text)


def _row(columns: Sequence[Sequence[Written]], band: Written) -> Row:
    """A cell that covers several bands gives its value to each of them."""
    cells = [
        next((written.cell for written in held if written.top <= band.top < written.bottom), Cell("", 0, 0))
        for held in columns
    ]
    filled = [cell for cell in cells if cell.text]
    start, end = min((cell.start for cell in filled), default=0), max((cell.end for cell in filled), default=0)
    return Row(tuple(cells), start, end)
