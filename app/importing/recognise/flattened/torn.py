"""A table between tabs that page numbers, titles of sections and running heads tore into several."""

from collections.abc import Sequence
from itertools import takewhile

from app.importing.blocks import Block, Paragraph, Table
from app.importing.recognise.columns import columns_of
from app.importing.recognise.flattened.pieces import across, is_title
from app.importing.recognise.flattened.strays import EDGE
from app.importing.recognise.header_depth import with_joined_headers


def mended(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks, where rows without a header of their own stand under the one above them again."""
    found: list[Block] = []
    seen: set[str] = set()
    for block in blocks:
        between = [*takewhile(lambda one: isinstance(one, Paragraph), reversed(found))][::-1]
        lines = [line for line in between if isinstance(line, Paragraph)]
        above = found[-len(lines) - 1] if len(lines) < len(found) else None
        if isinstance(block, Table) and isinstance(above, Table) and _goes_on(above, lines, block, seen):
            width = len(above.rows[0].cells)
            titles = [across(line.text, line.start, line.end, width) for line in lines if is_title(line.text)]
            found[-len(lines) - 1 :] = [Table((*above.rows, *titles, *block.rows), above.start, block.end, above.part)]
            continue
        if isinstance(block, Paragraph) and not any(isinstance(one, Table) for one in found):
            seen.add(block.text)
        found.append(block)
    return found


def _goes_on(above: Table, between: Sequence[Paragraph], below: Table, seen: set[str]) -> bool:
    """Nothing but a page's edge or a title parts them, and the second has the first one's header or none."""
    width = len(above.rows[0].cells)
    if max(len(row.cells) for row in below.rows) > width or len(between) > len(above.rows):
        return False
    if not all(EDGE.fullmatch(line.text) or is_title(line.text) or line.text in seen for line in between):
        return False
    header = next((row for row in above.rows[:4] if columns_of(row, with_joined_headers(above.rows))), None)
    first = below.rows[0]
    is_same = header is not None and [cell.text for cell in first.cells] == [cell.text for cell in header.cells]
    return header is not None and (is_same or columns_of(first, with_joined_headers(below.rows)) is None)
