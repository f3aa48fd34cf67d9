"""From pages to blocks: what PDF, OFD and scans all go through."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile
from statistics import median
from typing import Final

from app.importing.blocks import Builder
from app.importing.readers.pages import cells, edges, flow, grid, unruled
from app.importing.readers.pages.edges import Sheet
from app.importing.readers.pages.grid import Grid
from app.importing.readers.pages.lines import Line, lines_of
from app.importing.readers.pages.model import Page

Rows = list[list[str | None]]
NUMBER_LABEL: Final = re.compile(r"^(?:序号|编号|序|号|№|NO\.?)$", re.I)
COLUMN: Final = 8  # long lines that make a column of text
SENTENCE_END: Final = re.compile(r"[。；！？]$")


@dataclass(slots=True)
class Pieces:
    """A table over one page or several; `edges` are the places of its columns."""

    edges: list[float]
    rows: Rows = field(default_factory=list)
    page: int = 0
    ruled: bool = True


def write(pages: Iterable[Page], builder: Builder) -> None:
    """Pages are let go of one by one; only their lines and cells are kept."""
    sheets = [sheet_of(page) for page in pages]
    edges.without_edges(sheets)
    text: list[flow.Placed] = []
    table: Pieces | None = None
    for part in _parts(sheets):
        if isinstance(part, Pieces):
            _end_text(text, builder)
            if table and _is_same(table, part):
                _append(table, part)
            else:
                _end_table(table, builder)
                table = part
        else:
            _end_table(table, builder)
            table = None
            text.append(part)
    _end_text(text, builder)
    _end_table(table, builder)


def sheet_of(page: Page) -> Sheet:
    grids, free = grid.split(page)
    lines = edges.without_notes(_in_columns(lines_of(free), page), page)
    parts: list[Line | Grid] = [*lines]
    for found in grids:
        place = next((i for i, part in enumerate(parts) if isinstance(part, Line) and part.top > found.top), len(parts))
        parts.insert(place, found)
    return Sheet(page.width, page.height, parts)


def _in_columns(lines: list[Line], page: Page) -> list[Line]:
    """Text in two columns is read one column after the other, as far as no line runs across both."""
    middle, begin, best = page.width / 2, 0, (0, 0)
    for place in range(len(lines) + 1):
        if place == len(lines) or any(run.x0 < middle < run.x1 for run in lines[place].runs):
            best = max(best, (begin, place), key=lambda stretch: stretch[1] - stretch[0])
            begin = place + 1
    inner = lines[best[0] : best[1]]
    sides = [
        [Line([run]) for line in inner for run in line.runs if (run.x1 <= middle) is left] for left in (True, False)
    ]
    long = [sum(1 for line in side if line.x1 - line.x0 > page.width * 0.28) for side in sides]
    if (
        max(long) < COLUMN
        or min(long) < 3
        or long[0] < len(sides[0]) * 0.4
        or any(unruled.is_number(line.text) for line in sides[0])
    ):
        return lines
    if any(unruled.header_at(lines, place) for place in range(len(lines))):
        return lines
    for side in sides:
        own = flow.margins(side, side[0].size)
        for line in side:
            line.margins = own
    return [*lines[: best[0]], *sides[0], *sides[1], *lines[best[1] :]]


def _parts(sheets: Sequence[Sheet]) -> Iterable[Pieces | flow.Placed]:
    """Lines with their margins, and tables, in the order printed."""
    size = median([line.size for sheet in sheets for line in sheet.lines] or [10.0])
    found = [flow.margins(sheet.lines, size, _frame(sheet)) for sheet in sheets]
    width = max((right - left for left, right in filter(None, found)), default=0.0)
    usual = median([left for left, _ in filter(None, found)] or [0.0])
    columns: unruled.Columns | None = None
    for number, sheet in enumerate(sheets):
        left = own[0] if (own := found[number]) and abs(own[0] - usual) < size * 3.5 else usual
        margin = left, left + width if width else sheet.width
        stretch: list[Line] = []
        for part in [*sheet.parts, None]:
            if isinstance(part, Line):
                stretch.append(part)
                continue
            if stretch:
                ahead = _ahead(sheets, number) if part is None else []
                parts, columns = _stretch(stretch, columns, number, margin, ahead)
                yield from parts
                stretch = []
            if part is not None:
                columns = None
                yield Pieces(part.edges, _cells(part), number)


def _frame(sheet: Sheet) -> tuple[float, float]:
    """What the text of a page may fill: as wide as its widest table, else with the same margin at both sides."""
    tables = [part for part in sheet.parts if isinstance(part, Grid)]
    if tables:
        widest = max(tables, key=lambda table: table.right - table.left)
        return widest.left, widest.right
    left = min((line.x0 for line in sheet.lines), default=0.0)
    return left, sheet.width - left


def _ahead(sheets: Sequence[Sheet], number: int) -> list[Line]:
    """The lines that begin the next page."""
    parts = sheets[number + 1].parts[:20] if number + 1 < len(sheets) else []
    return list(takewhile(lambda part: isinstance(part, Line), parts))  # type: ignore[arg-type]


def _stretch(
    lines: list[Line],
    columns: unruled.Columns | None,
    page: int,
    margin: tuple[float, float],
    ahead: list[Line],
) -> tuple[list[Pieces | flow.Placed], unruled.Columns | None]:
    """Lines between ruled tables, with the tables without lines among them."""
    parts: list[Pieces | flow.Placed] = []
    place = 0
    while place < len(lines):
        if header := unruled.header_at(lines, place):
            again = columns is not None and columns.may_go_on and place == 0 and columns.labels == header[0].labels
            columns, taken = header
            rows, used = unruled.body_of(lines[place + taken :], columns, ahead, continues=again)
            parts.append(Pieces(columns.bounds, _with_header(columns, rows), page, ruled=False))
            place += taken + used
            columns = columns if place == len(lines) else None
            continue
        if columns and place == 0:
            rows, used = unruled.body_of(lines, columns, ahead, continues=columns.may_go_on)
            if used:
                parts.append(Pieces(columns.bounds, [[*row] for row in rows], page, ruled=False))
                place += used
                columns = columns if place == len(lines) else None
                continue
        columns = None
        parts.append(flow.Placed(lines[place], *(lines[place].margins or margin), page))
        place += 1
    return parts, columns


def _with_header(columns: unruled.Columns, rows: list[list[str]]) -> Rows:
    printed: Rows = [[*columns.labels]]
    printed.extend([*row] for row in rows)
    return printed


def _cells(found: Grid) -> Rows:
    """The text of each cell. Rows that only the numbers tell apart, because no line does, are parted."""
    widths = [_widths(row, found.edges) for row in found.rows]
    filled = [
        (cell, width)
        for row, own in zip(found.rows, widths, strict=True)
        for cell, width in zip(row, own, strict=True)
        if cell
    ]
    slack = cells.slack_of(filled)
    rows: Rows = []
    for row, own in zip(found.rows, widths, strict=True):
        starts = _inner_starts(row)
        for begin, end in zip(starts, [*starts[1:], 1e9], strict=True):
            rows.append([_cell(cell, begin, end, width - slack) for cell, width in zip(row, own, strict=True)])
    return rows


def _cell(cell: list[Line] | None, begin: float, end: float, width: float) -> str | None:
    if cell is None:
        return None
    return cells.text_of([line for line in cell if begin <= line.top + line.size / 2 < end], width)


def _widths(row: Sequence[list[Line] | None], places: Sequence[float]) -> list[float]:
    """How wide each cell is; empty places on its right may be part of it, so what it holds counts too."""
    return [
        max([places[column + 1] - places[column], *(line.x1 - line.x0 for line in cell or [])])
        for column, cell in enumerate(row)
    ]


def _inner_starts(row: Sequence[list[Line] | None]) -> list[float]:
    """Where rows begin inside one ruled row: one of its first cells counts 1, 2, 3 down the page."""
    for cell in row[:2]:
        numbers = [line.text.strip().rstrip("、.．") for line in cell or []]
        if len(numbers) < 2 or not all(text.isascii() and text.isdigit() and len(text) < 4 for text in numbers):
            continue
        values = [int(text) for text in numbers]
        if all(later == value + 1 for value, later in pairwise(values)):
            lines = cell or []
            return [0.0, *(line.top - line.size * 0.4 for line in lines[1:])]
    return [0.0]


def _is_same(table: Pieces, part: Pieces) -> bool:
    """The next page's table goes on with this one when it has the same columns."""
    if part.page != table.page + 1 or len(part.edges) != len(table.edges):
        return False
    shift = part.edges[0] - table.edges[0]
    return all(abs(b - a - shift) < 14 for a, b in zip(table.edges, part.edges, strict=True))


def _append(table: Pieces, part: Pieces) -> None:
    """A header printed again is left as one row; a row that the page cut is made whole."""
    repeated = 0
    while repeated < min(3, len(part.rows), len(table.rows)) and _squeezed(part.rows[repeated]) == _squeezed(
        table.rows[repeated]
    ):
        repeated += 1
    rest = part.rows[repeated:]
    if rest and _is_cut(table, rest[0]):
        first = rest.pop(0)
        table.rows[-1] = [_glued(a, b) for a, b in zip(table.rows[-1], first, strict=True)]
    elif rest and table.ruled and len(table.rows) > 1:
        rest[0] = _with_merged(table, rest[0])
    if repeated == 1 and not (rest and None in rest[0]):
        table.rows.append(part.rows[0])
    table.rows.extend(rest)
    table.page = part.page


def _squeezed(row: Sequence[str | None]) -> list[str]:
    return [re.sub(r"\s", "", value or "") for value in row]


def _glued(above: str | None, below: str | None) -> str | None:
    if above is None:
        return None
    return "\n".join(filter(None, [above, below]))


def _number_column(table: Pieces) -> int | None:
    for row in table.rows[:3]:
        for column, label in enumerate(_squeezed(row)):
            if NUMBER_LABEL.match(label):
                return column
    return None


def _is_cut(table: Pieces, first: Sequence[str | None]) -> bool:
    """Whether the first row of a page is the rest of the last row of the page before."""
    last, number = table.rows[-1], _number_column(table)
    if len(table.rows) < 2 or len(first) != len(last) or not any(first):
        return False
    if number is None:
        longest = max(range(len(last)), key=lambda column: len(last[column] or ""))
        return (
            bool(last[longest] and first[longest])
            and not SENTENCE_END.search(last[longest] or "")
            and sum(1 for value in first if value) < sum(1 for value in last if value is None or value)
        )
    if (first[number] or "").strip() or [value for value in last if value] == last[:1]:
        return False
    if first[0] and number and not (last[0] or "").strip():
        return False
    filled = [column for column in range(len(first)) if first[column] and column != number]
    if len(filled) == 1 and filled[0] < number:
        return False
    both = [column for column in filled if (last[column] or "").strip()]
    longest = max(range(len(last)), key=lambda column: len(last[column] or ""))
    return not (len(both) > 1 and SENTENCE_END.search(last[longest] or ""))


def _with_merged(table: Pieces, first: list[str | None]) -> list[str | None]:
    """What a merged cell of the page before says still holds at the top of this one."""
    number = _number_column(table)
    limit = len(first) if number is None else number + 1
    lead = 0
    while lead < limit and not first[lead]:
        lead += 1
    has_rest = sum(1 for value in first[lead:] if value) > 1
    return [None if column < lead and has_rest else value for column, value in enumerate(first)]


def _end_text(text: list[flow.Placed], builder: Builder) -> None:
    for paragraph in flow.paragraphs(text):
        builder.paragraph(paragraph)
    text.clear()


def _end_table(table: Pieces | None, builder: Builder) -> None:
    if table:
        builder.table(table.rows)
