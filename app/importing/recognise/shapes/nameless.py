"""Tables without a header: it stands over a later part of the table, in a sentence, or the cells speak alone."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app.importing.blocks import Block, Cell, Document, Paragraph, Row, Table
from app.importing.recognise.columns import columns_of
from app.importing.recognise.holds import Held, held_in
from app.tasks.kinds import PrintedRole

NAMED: Final = re.compile(
    r"(?:各[列栏]|栏目|表中|从左[至到]右|[列栏]次|[列栏])[^。；]{0,12}?(?:依次|分别|顺序)(?:分别|依次)?(?:排列)?[为是：:]+(?P<names>[^。；\n]{6,120})"
    r"|(?:按|依次按)(?P<order>[^。；\n]{6,120}?)(?:的?(?:顺序|次序))?(?:依次)?(?:排列|列示|填写)"
)
LABELS: Final = {Held.NUMBERS: "序号", Held.SENTENCES: "工作任务", Held.PERSONS: "责任领导", Held.LIMITS: "完成时限"}
UNITS: Final = (("责任单位",), ("牵头单位", "配合单位"))
FEWEST: Final = 2
NARROWEST: Final = 3


def with_headers(document: Document) -> Document:
    """The same document with a header above the first table, where no row of it is one."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    headers = [next((row for row in table.rows if columns_of(row, table.rows)), None) for table in tables]
    lost: dict[Table, Row] = {}
    for place, (table, own) in enumerate(zip(tables, headers, strict=True)):
        if own is not None:
            break
        later = next((row for row in headers[place:] if row and len(row.cells) == _width(table)), None)
        if header := _later(table, later) or (None if any(headers) else _made(table, document.blocks)):
            lost[table] = header
            break
    blocks = [
        replace(block, rows=(lost[block], *block.rows)) if isinstance(block, Table) and block in lost else block
        for block in document.blocks
    ]
    return replace(document, blocks=tuple(blocks)) if lost else document


def _width(table: Table) -> int:
    widths = {len(row.cells) for row in table.rows}
    return widths.pop() if len(widths) == 1 else 0


def _header(table: Table, labels: Sequence[str]) -> Row:
    return Row(tuple(Cell(label, table.start, table.start) for label in labels), table.start, table.start)


def _later(table: Table, header: Row | None) -> Row | None:
    """The header of the table that goes on, when the rows before it read as a ledger under it."""
    if header is None:
        return None
    made = _header(table, [cell.text for cell in header.cells])
    held = _held(table)
    columns = columns_of(made, (made, *table.rows))
    if columns is None or held[columns.of("text")[0]] is not Held.SENTENCES:
        return None
    asked = [(kind, one) for kind, one in zip(columns.kinds, held, strict=True) if one or kind == "number"]
    fits = [one is Held.NUMBERS for kind, one in asked if kind == "number"]
    fits += [one is Held.UNITS for kind, one in asked if isinstance(kind, PrintedRole)]
    return made if fits and all(fits) else None


def _made(table: Table, blocks: Sequence[Block]) -> Row | None:
    """Out of the sentence that names the columns, else out of what they hold."""
    width = _width(table)
    if width < NARROWEST or len(table.rows) < FEWEST:
        return None
    text = "\n".join(block.text for block in blocks if isinstance(block, Paragraph))
    for match in NAMED.finditer(text):
        labels = [label.strip('“”"（） ') for label in re.split(r"[、，,\s]+|及|和", match["names"] or match["order"])]
        made = _header(table, labels)
        if len(labels) == width and columns_of(made, (made, *table.rows)):
            return made
    return _by_content(table)


def _by_content(table: Table) -> Row | None:
    """One column of sentences, one or two of units, and a number or a time limit beside them."""
    held = _held(table)
    if held.count(Held.SENTENCES) != 1 or not 1 <= held.count(Held.UNITS) <= len(UNITS):
        return None
    if Held.NUMBERS not in held and Held.LIMITS not in held:
        return None
    units = iter(UNITS[held.count(Held.UNITS) - 1])
    labels = [next(units) if one is Held.UNITS else LABELS.get(one, "") if one else "" for one in held]
    return _header(table, labels)


def _held(table: Table) -> list[Held | None]:
    return [held_in([row.cells[place].text for row in table.rows]) for place in range(_width(table))]
