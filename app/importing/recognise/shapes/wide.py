"""A table too wide for its page: its other columns stand in a second table, row for row, under the same numbers."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app.importing.blocks import Block, Cell, Row, Table
from app.importing.recognise.column_words import NUMBER
from app.importing.recognise.columns import columns_of
from app.importing.recognise.holds import Held, held_in

BETWEEN: Final = 3
LONGEST: Final = 20


def joined(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks with the second table's columns put beside the first one's."""
    found: list[Block] = []
    for block in blocks:
        place = _last_table(found)
        before = found[place] if place is not None else None
        if place is not None and isinstance(block, Table) and isinstance(before, Table) and _goes_on(before, block):
            found[place] = _beside(before, block)
        else:
            found.append(block)
    return found


def _last_table(blocks: Sequence[Block]) -> int | None:
    """The table right before, but for a short line such as （接上表）."""
    for place in range(len(blocks) - 1, max(len(blocks) - 1 - BETWEEN, -1), -1):
        block = blocks[place]
        if isinstance(block, Table):
            return place
        if len(block.text) > LONGEST:
            return None
    return None


def _goes_on(first: Table, second: Table) -> bool:
    """The same numbers down the left, other titles; and the first one is no ledger by itself."""
    keys, others = _keys(first), _keys(second)
    if keys != others or not NUMBER.match(keys[0]) or held_in(keys[1:]) is not Held.NUMBERS:
        return False
    titles = [{cell.text for cell in table.rows[0].cells[1:] if cell.text} for table in (first, second)]
    return bool(titles[1] - titles[0]) and columns_of(first.rows[0], first.rows) is None


def _keys(table: Table) -> list[str]:
    return [row.cells[0].text.strip() for row in table.rows]


def _beside(first: Table, second: Table) -> Table:
    known = {cell.text for cell in first.rows[0].cells}
    new = [place for place, cell in enumerate(second.rows[0].cells) if cell.text not in known]
    rows = tuple(_row(row, other, new) for row, other in zip(first.rows, second.rows, strict=True))
    return replace(first, rows=rows, end=second.end)


def _row(row: Row, other: Row, new: Sequence[int]) -> Row:
    added = (other.cells[place] if place < len(other.cells) else Cell("", other.end, other.end) for place in new)
    return replace(row, cells=(*row.cells, *added))
