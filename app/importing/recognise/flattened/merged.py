"""Empty cells of a table that became text: where cells were merged, only the first of them still says so."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.importing.blocks import Cell, Row, Table
from app.importing.recognise.columns import Columns, columns_of
from app.importing.recognise.flattened.pieces import Piece, is_label
from app.importing.recognise.flattened.spans import aligned
from app.importing.recognise.header_depth import with_joined_headers
from app.importing.recognise.printed_roles import Person
from app.tasks.kinds import PrintedRole


def unmerged(table: Table) -> Table:
    """The same table, where what a merged cell says stands in each of its rows; rows that lost it are as wide again."""
    rows = with_joined_headers(table.rows)
    built: list[Row] = []
    columns: Columns | None = None
    above: Row | None = None
    for row in rows:
        if (columns is None or _are_labels(row)) and (header := columns_of(row, rows)):
            columns = header
        elif columns and len(row.cells) <= len(columns.kinds) and sum(bool(cell.text) for cell in row.cells) > 1:
            whole = row.cells if len(row.cells) == len(columns.kinds) else _placed(row.cells, columns)
            row = replace(row, cells=_filled(whole, above.cells if above else whole, columns))
            above = row
        built.append(row)
    return replace(table, rows=tuple(built))


def _placed(cells: Sequence[Cell], columns: Columns) -> tuple[Cell, ...]:
    """The cells of a short row where they read best: what a merged cell covers was left out, also on the left."""
    places = aligned([Piece(cell.text, cell.start, cell.end) for cell in cells], columns.kinds)
    end = cells[-1].end
    return tuple(
        Cell(places[column][0].text, places[column][0].start, places[column][0].end)
        if column in places
        else Cell("", end, end)
        for column in range(len(columns.kinds))
    )


def _filled(cells: Sequence[Cell], above: Sequence[Cell], columns: Columns) -> tuple[Cell, ...]:
    """Without a number of its own a row is one of those its number was merged over."""
    told = {column for column, cell in enumerate(cells) if cell.text}
    if len(above) != len(cells):
        return tuple(cells)
    numbers, units, texts = columns.of("number"), _roles(columns), columns.of("text")
    taken = {column for column, kind in enumerate(columns.kinds) if kind in ("group", Person.LEADER)}
    taken |= {column for column, kind in enumerate(columns.kinds) if kind is None and column < min(texts, default=0)}
    if not told & units:
        taken |= units
    if numbers and not told & set(numbers) and told & set(texts):
        taken |= {*numbers, *units, *columns.of(Person.DEADLINE)}
    return tuple(
        replace(above[column], assumed=True) if column in taken and column not in told else cell
        for column, cell in enumerate(cells)
    )


def _are_labels(row: Row) -> bool:
    return all(is_label(re.sub(r"\s", "", cell.text)) for cell in row.cells if cell.text)


def _roles(columns: Columns) -> set[int]:
    return {column for column, kind in enumerate(columns.kinds) if isinstance(kind, PrintedRole)}
