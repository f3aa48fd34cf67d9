"""Forms: a label with its value beside it. One form is one row of a ledger; above a ledger's header it binds every row.

The document's text stays as it is; its tables are only laid out again, so that every quotation still holds.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from app.importing.blocks import Block, Cell, Document, Paragraph, Row, Table
from app.importing.recognise.column_words import Kind, kind_of_column
from app.importing.recognise.columns import columns_of
from app.importing.recognise.lines import ARABIC, COUNT, label_at
from app.importing.recognise.names import is_unit
from app.importing.recognise.parts import DEED, GOAL, NAME, PASSED, PROBLEM
from app.importing.recognise.printed_roles import Person
from app.tasks.kinds import PrintedRole

Pair = tuple[Cell, Cell]
HEADING: Final = re.compile(rf"(?:{PROBLEM}|{NAME})\s?[一二三四五六七八九十\d]{{0,3}}")
KNOWN: Final = re.compile(rf"(?:{GOAL}|{DEED}|{PASSED})|(?:编号|序号)")
LONGEST: Final = 12
LINE: Final = re.compile(r"\s*([\u4e00-\u9fff]{2,10})\s*[：:]\s*(\S.*)", re.DOTALL)
LOOKED_AT: Final = 3
LOOKED_ON: Final = re.compile(r"督查|检查|巡查|暗访|带队")  # they found what is wrong, and answer for nothing
NEXT_LABEL: Final = re.compile(r"[\s；;，,]+[\u4e00-\u9fff]{2,8}\s*[：:]")


def laid_out(document: Document) -> Document:
    """The same document with its forms as rows under a header."""
    blocks: list[Block] = []
    for block in document.blocks:
        blocks.append(_table(block, _above(blocks, block.part)) if isinstance(block, Table) else block)
    return replace(document, blocks=tuple(blocks))


def _above(blocks: Sequence[Block], part: str) -> list[Pair]:
    """责任单位：县财政局 on a line of its own above a table answers for all of it; below an item, for that item."""
    found: list[Pair] = []
    for block in reversed(blocks[-LOOKED_AT:]):
        if not isinstance(block, Paragraph) or block.part != part:
            break
        pairs = _of_line(Cell(block.text, block.start, block.end))
        if not pairs:
            label = label_at(block.text)
            return [] if label and label.level >= ARABIC else found
        found.extend(pairs)
    return found


def _table(table: Table, above: Sequence[Pair]) -> Table:
    header = next((place for place, row in enumerate(table.rows) if _is_header(row, table.rows)), None)
    if header is None:
        above_form = list(takewhile(lambda row: not _pairs(row), table.rows))
        forms = list(_forms(table.rows[len(above_form) :]))
        rows = [row for form in forms for row in _as_rows(form)] if all(map(_is_task, forms)) else []
        return replace(table, rows=(*above_form, *rows)) if rows else table
    inside = [pair for row in table.rows[:header] for pair in (_pairs(row) or _in_cells(row))]
    binding = [pair for pair in (*inside, *above) if isinstance(_kind(pair), PrintedRole | Person | str)]
    return _bound(table, header, binding) if binding else table


def _is_header(row: Row, rows: Sequence[Row]) -> bool:
    """A row of labels; where every other cell is a value it is part of a form."""
    cells = [cell.text for cell in dict.fromkeys(row.cells) if cell.text]
    return columns_of(row, rows) is not None and sum(map(_is_label, cells)) * 2 > len(cells)


def _bound(table: Table, header: int, pairs: Sequence[Pair]) -> Table:
    """The table with a column more for each pair whose kind its own header has not."""
    own = columns_of(table.rows[header], table.rows)
    has_units = own is not None and any(isinstance(kind, PrintedRole) for kind in own.kinds)
    kept = [
        pair
        for pair in pairs
        if own is not None
        and not own.of(_kind(pair) or "")
        and not (has_units and _kind(pair) == PrintedRole.RESPONSIBLE)
    ]
    labels, values = [label for label, _ in kept], [value for _, value in kept]
    rows: list[Row] = []
    for place, row in enumerate(table.rows):
        if place < header or len({cell.text for cell in row.cells if cell.text}) < 2:
            values = _until(values, labels, row if place > header else None)
            rows.append(row)
        else:
            rows.append(replace(row, cells=(*row.cells, *(labels if _is_header(row, table.rows) else values))))
    return replace(table, rows=tuple(rows)) if kept else table


def _until(values: list[Cell], labels: Sequence[Cell], row: Row | None) -> list[Cell]:
    """What a line above the table says ends where a row across it says the same of others: they are sections."""
    again = {_plain(label.text) for label, _ in _in_cells(row)} if row else set()
    return [
        Cell("", value.end, value.end) if _plain(label.text) in again else value
        for label, value in zip(labels, values, strict=True)
    ]


def _kind(pair: Pair) -> Kind | None:
    """What of a pair may bind the rows below it: who answers for them, or what they are part of."""
    label, value = pair
    kind = kind_of_column(_plain(label.text))
    if HEADING.fullmatch(_plain(label.text)):
        return "group"
    if isinstance(kind, PrintedRole):
        return kind if is_unit(value.text) else None
    return kind if kind is Person.LEADER and not LOOKED_ON.match(_plain(label.text)) else None


def _forms(rows: Sequence[Row]) -> Iterator[list[Pair]]:
    """A form begins anew where its first label comes again, or behind a title; no form where a row is no pairs."""
    form: list[Pair] = []
    for row in rows:
        pairs = _pairs(row)
        is_title = not pairs and len({cell.text for cell in row.cells if cell.text}) == 1
        if form and (is_title or (pairs and _plain(pairs[0][0].text) == _plain(form[0][0].text))):
            yield form
            form = []
        if not pairs and not is_title:
            yield []
            return
        form.extend(pairs)
    if form:
        yield form


def _is_task(form: Sequence[Pair]) -> bool:
    """It says what is to be done, and who does it."""
    labels = [_plain(label.text) for label, value in form if value.text]
    kinds = [kind_of_column(label) for label in labels]
    says_what = any(re.fullmatch(DEED, label) or HEADING.fullmatch(label) for label in labels) or "text" in kinds
    return len(form) >= 3 and says_what and any(isinstance(kind, PrintedRole | Person) for kind in kinds)


def _as_rows(form: Sequence[Pair]) -> Iterator[Row]:
    start, end = form[0][0].start, max(value.end for _, value in form)
    heads = [replace(label, text="项目名称") if HEADING.fullmatch(_plain(label.text)) else label for label, _ in form]
    yield Row(tuple(replace(label, text=_plain(label.text)) for label in heads), start, form[0][0].end)
    yield Row(tuple(value for _, value in form), start, end)


def _pairs(row: Row) -> list[Pair]:
    """Label and value in turn, the first label a known one; a value may be empty."""
    cells = [cell for place, cell in enumerate(row.cells) if cell.text and cell not in row.cells[:place]]
    found: list[Pair] = []
    while cells:
        label = cells.pop(0)
        if not _is_label(label.text) and (not found or len(label.text) > LONGEST):
            return []
        found.append((label, Cell("", label.end, label.end) if not cells or _is_label(cells[0].text) else cells.pop(0)))
    return found if len(row.cells) > 1 else []


def _in_cells(row: Row) -> list[Pair]:
    return [pair for cell in dict.fromkeys(row.cells) for pair in _of_line(cell)]


def _of_line(cell: Cell) -> list[Pair]:
    match = LINE.fullmatch(cell.text)
    if not match:
        return []
    label, value = (
        Cell(COUNT.sub("", match[group]), cell.start + match.start(group), cell.start + match.end(group))
        for group in (1, 2)
    )
    if kind_of_column(_plain(label.text)) is Person.LEADER and (other := NEXT_LABEL.search(value.text)):
        value = replace(value, text=value.text[: other.start()], end=value.start + other.start())
    return [(label, value)]


def _is_label(text: str) -> bool:
    plain = _plain(text)
    if not 0 < len(plain) <= LONGEST or re.search(r"[，。；、]", plain):
        return False
    return bool(HEADING.fullmatch(plain) or KNOWN.fullmatch(plain)) or kind_of_column(plain) not in (None, "period")


def _plain(text: str) -> str:
    return re.sub(r"\s|[：:]$", "", text)
