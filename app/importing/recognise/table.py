"""Ledgers that are tables: columns known by their headers, a row is a task."""

import re
from dataclasses import replace
from typing import Final

from app.importing.blocks import Cell, Document, Paragraph, Row, Table
from app.importing.recognise.columns import Columns, Kind, columns_of
from app.importing.recognise.drafts import Clause, Item, Layout
from app.importing.recognise.lines import label_at, unwrap, without_label
from app.importing.recognise.responsibility import Person, combined, under
from app.tasks.kinds import PrintedRole

NOTES: Final = re.compile(r"^(?:合计|总计|小计|备注|注[:：]|说明[:：]|填表|制表)")


def recognise(document: Document) -> Layout | None:
    """None when no table of the document has the header of a ledger."""
    items: list[Item] = []
    columns: Columns | None = None
    section: tuple[str | None, str | None] = (None, None)
    start = end = 0
    for block in document.blocks:
        if isinstance(block, Paragraph):
            if columns and label_at(block.text) and len(block.text) <= 40:
                section = _section(block.text)
            continue
        found, columns = _table(block, columns, section)
        if columns and not start:
            start = block.start
        if found:
            end = block.end
            _append(items, found)
    return Layout(tuple(items), start, end) if items else None


def _table(
    table: Table, columns: Columns | None, section: tuple[str | None, str | None]
) -> tuple[list[tuple[Item, bool]], Columns | None]:
    """Items with whether each only goes on with the one before it (a row cut by the page)."""
    own = next((header for row in table.rows if (header := columns_of(row, table.rows))), None)
    if own is None and (columns is None or any(len(row.cells) != len(columns.kinds) for row in table.rows)):
        return [], columns
    found: list[tuple[Item, bool]] = []
    current = columns if own is None else None
    for row in table.rows:
        if header := columns_of(row, table.rows):
            current = header
        elif current:
            if title := _across(row):
                section = _section(title) if not NOTES.match(title) else section
            elif item := _item(row, current, section):
                found.append((item, _goes_on(row, current)))
    return found, current or columns


def _across(row: Row) -> str | None:
    """The text of a row that holds nothing but one cell across the table."""
    filled = {cell.text for cell in row.cells if cell.text}
    return unwrap(filled.pop()) if len(filled) == 1 and len(row.cells) > 1 and row.cells[0].text else None


def _section(text: str) -> tuple[str | None, str | None]:
    label = label_at(text)
    return without_label(text), label.printed if label else None


def _item(row: Row, columns: Columns, section: tuple[str | None, str | None]) -> Item | None:
    text = unwrap("\n".join(cell.text for cell in _cells(row, columns, "text")))
    number = next((cell.text.strip().strip("、.．。()（）") for cell in _cells(row, columns, "number")), None) or None
    if not text or NOTES.match(text) or (number and NOTES.match(number)):
        return None
    if number and re.fullmatch(r"\d+\.0", number):
        number = number[:-2]
    groups = dict.fromkeys(without_label(unwrap(cell.text)) for cell in _cells(row, columns, "group") if cell.text)
    if number is None and not columns.of("number") and (label := label_at(text)):
        number, text = label.number, text[label.end :]
    heading = " / ".join(filter(None, [section[0], *groups])) or None
    parts = [
        under(kind, cell.text)
        for column, kind in enumerate(columns.kinds)
        if isinstance(kind, PrintedRole | Person) and (cell := _cell(row, column))
    ]
    goal = "；".join(unwrap(cell.text) for cell in _cells(row, columns, "goal") if cell.text)
    return Item(number, heading, section[1], text, row.start, row.end, combined(parts) if parts else Clause(), goal)


def _cell(row: Row, column: int) -> Cell | None:
    return row.cells[column] if column < len(row.cells) else None


def _cells(row: Row, columns: Columns, kind: Kind) -> list[Cell]:
    return [cell for column in columns.of(kind) if (cell := _cell(row, column))]


def _goes_on(row: Row, columns: Columns) -> bool:
    """Without a number where the table has numbers, the row is the rest of the one before it."""
    numbers = _cells(row, columns, "number")
    return bool(numbers) and not any(cell.text.strip() for cell in numbers)


def _append(items: list[Item], found: list[tuple[Item, bool]]) -> None:
    for item, goes_on in found:
        if goes_on and items and (not item.clause or items[-1].text[-1] not in "。；！"):
            last = items[-1]
            text = unwrap(f"{last.text}\n{item.text}")
            items[-1] = replace(last, text=text, end=item.end, clause=combined([last.clause, item.clause]))
        else:
            items.append(item)
