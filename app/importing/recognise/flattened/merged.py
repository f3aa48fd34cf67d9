"""Empty cells of a table that became text: where cells were merged, only the first of them still says so."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.importing.blocks import Cell, Row, Table
from app.importing.recognise.columns import Columns, columns_of, with_joined_headers
from app.importing.recognise.flattened.pieces import is_label
from app.importing.recognise.responsibility import Person
from app.tasks.kinds import PrintedRole


def unmerged(table: Table) -> Table:
    """The same table, where what a merged cell says stands in each of its rows."""
    rows = with_joined_headers(table.rows)
    built: list[Row] = []
    columns: Columns | None = None
    above: Row | None = None
    for row in rows:
        is_whole = columns is not None and len(row.cells) == len(columns.kinds)
        if (columns is None or _are_labels(row)) and (header := columns_of(row, rows)):
            columns = header
        elif columns and is_whole and sum(bool(cell.text) for cell in row.cells) > 1:
            row = replace(row, cells=_filled(row.cells, above.cells if above else row.cells, columns))
            above = row
        built.append(row)
    return replace(table, rows=tuple(built))


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
