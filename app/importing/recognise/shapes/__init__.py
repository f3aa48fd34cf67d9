"""Tables of unusual shapes, laid out as the usual one: a header above, one task in each row.

The document's text stays as it is; only its tables are laid out again, so that every quotation still holds.
"""

from collections.abc import Iterator
from dataclasses import replace

from app.importing.blocks import Block, Cell, Document, Row, Table
from app.importing.recognise.legend import Legend, legend_of
from app.importing.recognise.shapes import alike, beneath, beside, cards, crossing, folded, nameless, turned, wide

__all__ = ["straightened"]


def straightened(document: Document) -> Document:
    """Each table by the first shape that it has."""
    legend = legend_of(document.text)
    gathered = alike.gathered(wide.joined(cards.tabled(document.blocks)))
    blocks = tuple(part for block in gathered for part in _straight(block, legend))
    return nameless.with_headers(replace(document, blocks=blocks))


def _straight(block: Block, legend: Legend) -> Iterator[Block]:
    if not isinstance(block, Table):
        yield block
        return
    for table in beside.parted(_squared(block)):
        yield turned.upright(beneath.beside(folded.unfolded(_listed(table, legend) or table)))


def _squared(table: Table) -> Table:
    """Every row as wide as the widest: web pages leave the cells behind a section's title out."""
    width = max(len(row.cells) for row in table.rows)
    if all(len(row.cells) == width for row in table.rows):
        return table
    return replace(table, rows=tuple(_filled_up(row, width) for row in table.rows))


def _filled_up(row: Row, width: int) -> Row:
    return replace(row, cells=(*row.cells, *[Cell("", row.end, row.end)] * (width - len(row.cells))))


def _listed(table: Table, legend: Legend) -> Table | None:
    """A grid of tasks and units, whichever of them stands down the left."""
    can_turn = len(table.rows) <= crossing.WIDEST and not turned.has_periods(table)
    across = turned.transposed(table) if can_turn else None
    return crossing.listed(table, legend) or (crossing.listed(across, legend) if across else None)
