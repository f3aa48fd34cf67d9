"""From pages to blocks: what PDF, OFD and scans all go through."""

from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile
from statistics import median, median_low
from typing import Final

from app.importing.blocks import Builder
from app.importing.readers.pages import cells, edges, flow, grid, header, labels, overleaf, places, unruled
from app.importing.readers.pages.edges import Sheet
from app.importing.readers.pages.grid import Grid
from app.importing.readers.pages.lines import Line, lines_of
from app.importing.readers.pages.model import Page
from app.importing.readers.pages.overleaf import Pieces, Rows

PADDING: Final = 0.8  # characters that the edges of a cell take
COLUMN: Final = 8  # long lines that make a column of text


def write(pages: Iterable[Page], builder: Builder) -> None:
    """Pages are let go of one by one; only their lines and cells are kept."""
    sheets = [sheet_of(page) for page in pages]
    edges.without_edges(sheets)
    text: list[flow.Placed] = []
    table: Pieces | None = None
    for part in _parts(sheets):
        if isinstance(part, Pieces):
            _end_text(text, builder)
            if table and overleaf.is_same(table, part):
                overleaf.append(table, part)
            else:
                _end_table(table, builder)
                table = part
        else:
            _end_table(table, builder)
            table = None
            text.append(part)
    _end_text(text, builder)
    _end_table(table, builder)
    builder.places = places.places_of(sheets, builder.blocks, builder.text)


def sheet_of(page: Page) -> Sheet:
    grids, free = grid.split(edges.without_marks(page))
    lines = edges.without_notes(_in_columns(lines_of(free), page), page)
    parts: list[Line | Grid] = [*lines]
    for found in grids:
        place = next((i for i, part in enumerate(parts) if isinstance(part, Line) and part.top > found.top), len(parts))
        parts.insert(place, found)
    return Sheet(page.width, page.height, parts, page.onto)


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
        or any(labels.is_number(line.text) for line in sides[0])
    ):
        return lines
    if any(header.header_at(lines, place) for place in range(len(lines))):
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
    usual = median_low([left for left, _ in filter(None, found)] or [0.0])
    columns: labels.Columns | None = None
    for number, sheet in enumerate(sheets):
        left = own[0] if (own := found[number]) and abs(own[0] - usual) < size * 3.5 else usual
        if flow.is_indent(left - usual, size) and all(line.x1 < left + width - size / 2 for line in sheet.lines):
            left = usual  # a page of first lines only
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
                yield _pieces(part, number)


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
    columns: labels.Columns | None,
    page: int,
    margin: tuple[float, float],
    ahead: list[Line],
) -> tuple[list[Pieces | flow.Placed], labels.Columns | None]:
    """Lines between ruled tables, with the tables without lines among them."""
    parts: list[Pieces | flow.Placed] = []
    place = 0
    while place < len(lines):
        if found := header.header_at(lines, place):
            again = columns is not None and columns.may_go_on and place == 0 and columns.labels == found[0].labels
            if again and columns:
                found[0].parents, found[0].shared = columns.parents, columns.shared
            columns, taken = found
            rows, used = unruled.body_of(lines[place + taken :], columns, ahead, continues=again)
            parts.append(_unruled(columns, [[*columns.labels], *rows], page))
            place += taken + used
            columns = columns if place == len(lines) else None
            continue
        if columns and place == 0:
            rows, used = unruled.body_of(lines, columns, ahead, continues=columns.may_go_on)
            if used:
                parts.append(_unruled(columns, rows, page))
                place += used
                columns = columns if place == len(lines) else None
                continue
        columns = None
        parts.append(flow.Placed(lines[place], *(lines[place].margins or margin), page))
        place += 1
    return parts, columns


def _unruled(columns: labels.Columns, rows: Rows, page: int) -> Pieces:
    """Its columns are known again overleaf by where the labels stand."""
    edges = [begin for begin, _ in columns.reach]
    return Pieces(edges, rows, page, ruled=False, room=columns.room, full=columns.full)


def _pieces(found: Grid, page: int) -> Pieces:
    """A ruled table; which of its last cells are full to the end of the page, so that their text may go on overleaf."""
    sizes = [line.size for row in found.rows for cell in row for line in cell or []]
    size = median(sizes or [10.0])
    room = [max(int((end - begin) / size - PADDING), 1) for begin, end in pairwise(found.edges)]
    pieces = Pieces(found.edges, _cells(found), page, room=room)
    for column, width in enumerate(room):
        last = next((row[column] for row in reversed(found.rows) if row[column] is not None), None)
        if last and found.bottom - last[-1].bottom < 1.2 * size and last[-1].x1 - last[-1].x0 > (width - 0.5) * size:
            pieces.full.add(column)
    return pieces


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


def _end_text(text: list[flow.Placed], builder: Builder) -> None:
    for paragraph in flow.paragraphs(text):
        builder.paragraph(paragraph)
    text.clear()


def _end_table(table: Pieces | None, builder: Builder) -> None:
    if table:
        builder.table(table.rows)
