"""A small table of two columns for each task, labels on the left: the same labels in each of them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from app.importing.blocks import Block, Cell, Row, Table
from app.importing.recognise.column_words import kind_of_column
from app.importing.recognise.columns import columns_of
from app.tasks.kinds import PrintedRole

FEWEST_TABLES: Final = 2
FEWEST_LABELS: Final = 3


def gathered(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks with such tables as one, in the place of the first; known labels are read as forms."""
    found: list[Block] = []
    tables = [block for block in blocks if isinstance(block, Table) and len(_labels(block)) >= FEWEST_LABELS]
    joined: dict[int, Table | None] = {}
    for labels, run in groupby(tables, key=_labels):
        alike = list(run)
        if all(kind_of_column(label) for label in labels) or (table := _joined(alike, labels)) is None:
            continue
        joined |= {alike[0].start: table} | {other.start: None for other in alike[1:]}
    for block in blocks:
        kept: Block | None = joined.get(block.start, block) if isinstance(block, Table) else block
        if kept is not None:
            found.append(kept)
    return found


def _labels(table: Table) -> tuple[str, ...]:
    """The left column, where there are but two of them."""
    if any(len(row.cells) != 2 for row in table.rows):
        return ()
    return tuple(row.cells[0].text.strip().rstrip("：:") for row in table.rows)


def _joined(tables: Sequence[Table], labels: Sequence[str]) -> Table | None:
    first = tables[0]
    header = Row(tuple(Cell(label, first.start, first.start) for label in labels), first.start, first.start)
    rows = (header, *(Row(tuple(row.cells[1] for row in table.rows), table.start, table.end) for table in tables))
    columns = columns_of(header, rows) if len(tables) >= FEWEST_TABLES else None
    answers = columns is not None and any(isinstance(kind, PrintedRole) for kind in columns.kinds)
    return replace(first, rows=rows) if answers else None
