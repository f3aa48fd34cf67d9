"""Tables of unusual shapes, laid out as the usual one: a header above, one task in each row.

The document's text stays as it is; only its tables are laid out again, so that every quotation still holds.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from app.importing.blocks import Block, Cell, Document, Paragraph, Row, Table
from app.importing.recognise.legend import Legend, legend_of
from app.importing.recognise.shapes import alike, beneath, beside, cards, crossing, folded, nameless, turned, wide

__all__ = ["straightened"]
SIGNED: Final = re.compile(r"(?:审核|审签|核稿|制表|填表|填报)(?:人|单位|部门|日期|时间)?(?:签字|签名)?\s*[:：]")


def straightened(document: Document) -> Document:
    """Each table by the first shape that it has."""
    legend = legend_of(document.text)
    bodies = [part for block in document.blocks for part in _body(block)]
    gathered = alike.gathered(wide.joined(cards.tabled(bodies)))
    blocks = tuple(part for block in gathered for part in _straight(block, legend))
    return nameless.with_headers(replace(document, blocks=blocks))


def _body(block: Block) -> Iterator[Block]:
    """A table without its spare rows, and without the rows below it that say who filled it in."""
    if not isinstance(block, Table):
        yield block
        return
    rows = [row for row in block.rows if any(cell.text.strip() for cell in row.cells)]
    last = len(rows)
    while last > 1 and SIGNED.match(_first_text(rows[last - 1])):
        last -= 1
    if rows:
        yield block if last == len(block.rows) else replace(block, rows=tuple(rows[:last]))
    for row in rows[last:]:
        yield Paragraph("　".join(dict.fromkeys(cell.text for cell in row.cells if cell.text)), row.start, row.end)


def _first_text(row: Row) -> str:
    return next((cell.text.strip() for cell in row.cells if cell.text.strip()), "")


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
