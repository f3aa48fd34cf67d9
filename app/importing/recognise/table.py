"""Ledgers that are tables: columns known by their headers, a row is a task."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from app.importing.blocks import Document, Row, Table
from app.importing.recognise import bullets, captions, series
from app.importing.recognise.columns import Columns
from app.importing.recognise.drafts import Item, Layout
from app.importing.recognise.header_depth import with_joined_headers
from app.importing.recognise.header_rows import begins_header, counts_columns, headers, start_of, without_dittos
from app.importing.recognise.lines import BULLET, HEADING, as_number, label_at, unwrap, without_label
from app.importing.recognise.names import is_unit
from app.importing.recognise.responsibility import combined
from app.importing.recognise.row_items import NOTES, PARENT, cells_of, item_of

CLOSING: Final = "。；！"
CAPTION: Final = PARENT - 1
PLAIN: Final = re.compile(r"\d{1,3}")
FIRST_SUB: Final = re.compile(r"[（(]1[）)]|1[）)]|[①⑴]")
FIRST_OF: Final = re.compile(r"[.．\-－–—]1")


@dataclass(slots=True)
class Reading:
    """What is known while the blocks go by: the header in force, the sections above the row, the items so far."""

    loose: bool = False
    columns: Columns | None = None
    above: Row | None = None
    sections: list[tuple[int, str, str | None]] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    parts: list[str | None] = field(default_factory=list)
    starts: dict[str | None, int] = field(default_factory=dict)
    end: int = 0


def recognise(document: Document, *, loose: bool = False) -> Layout | None:
    """None when no table of the document has the header of a ledger; `loose`: a header without units will do."""
    reading = Reading(loose)
    titled = captions.found_in(document.blocks)
    for block in document.blocks:
        if isinstance(block, Table):
            _read_table(reading, block)
        elif block.start in titled:
            _leave(reading, CAPTION)
            reading.sections.append((CAPTION, without_label(block.text), None))
        elif _is_heading(block.text):
            _enter(reading, block.text)
        elif reading.columns is None:
            reading.sections = []
    kept = _without_repeats(reading)
    start = reading.starts.get(kept[0][1], 0) if kept else 0
    return Layout(tuple(item for item, _ in kept), start, reading.end) if kept else None


def _is_heading(text: str) -> bool:
    label = label_at(text)
    return label is not None and label.level < BULLET and len(text) <= 40 and "。" not in text.rstrip("。")


def _read_table(reading: Reading, table: Table) -> None:
    table = replace(table, rows=tuple(without_dittos(with_joined_headers(table.rows))))
    found = headers(table.rows, loose=reading.loose)
    if not any(found) and not (reading.columns and _continues(table, reading.columns)):
        return
    current = None if any(found) else reading.columns
    is_marked, runs_on, anew = _several(table.rows, current)
    labels = None
    for row, header, below in zip(table.rows, found, [*table.rows[1:], None], strict=True):
        if current and any(PLAIN.fullmatch(cell.text.strip()) for cell in cells_of(row, current, "number")):
            _leave(reading, PARENT)
        if current and counts_columns(row):
            continue
        if header:
            current, labels = header, row
            is_marked, runs_on, anew = _several(table.rows, header)
            reading.starts.setdefault(table.part, start_of(row, table.rows))
        elif current and begins_header(row, labels):  # another table, which is no ledger
            current = None
        elif current and (title := _across(row, current)):
            if not NOTES.match(title):
                _enter(reading, title)
        elif current and below and (number := _is_parent(row, below, current)):
            reading.sections.append((PARENT, unwrap(cells_of(row, current, "text")[0].text), number))
        elif current and is_marked:
            if title := bullets.title_of(row, current):
                _enter(reading, title)
            else:
                for part in bullets.parted(row, current):
                    _read_row(reading, table, part, current, labels)
        elif current:
            row = series.bracketed(row, current) if anew else row
            for part in series.parted(row, current) if runs_on else series.answered(row, current):
                for own in series.told(part, current):
                    _read_row(reading, table, own, current, labels)
    reading.columns = current


def _several(rows: Sequence[Row], columns: Columns | None) -> tuple[bool, bool, bool]:
    """Whether one row may hold several tasks, by marks or by numbers that run on; whether tasks count anew."""
    if columns is None:
        return False, False, False
    return bullets.marked(rows, columns), series.runs_on(rows, columns), series.counts_anew(rows, columns)


def _read_row(reading: Reading, table: Table, row: Row, columns: Columns, labels: Row | None) -> None:
    row = _repaired(row, columns, labels, reading.above)
    if item := item_of(row, columns, reading.sections):
        reading.above = row
        _append(reading.items, item, goes_on=_goes_on(row, columns))
        reading.parts.extend([table.part] * (len(reading.items) - len(reading.parts)))
        reading.end = max(reading.end, row.end)


def _repaired(row: Row, columns: Columns, labels: Row | None, above: Row | None) -> Row:
    """What a merged cell says stands in each of its rows.

    Where a repeated header interrupts it, it seems to hold the header's word; on a new page its parent is left empty.
    """
    if above is None or not len(above.cells) == len(row.cells) == len(columns.kinds):
        return row
    words = [cell.text for cell in labels.cells] if labels and len(labels.cells) == len(row.cells) else []
    cells = [
        higher if (words and cell.text and cell.text == words[column]) or (kind == "group" and not cell.text) else cell
        for column, (cell, higher, kind) in enumerate(zip(row.cells, above.cells, columns.kinds, strict=True))
    ]
    return replace(row, cells=tuple(cells))


def _continues(table: Table, columns: Columns) -> bool:
    """A table without a header goes on with the one before it when its rows look the same."""
    if any(len(row.cells) != len(columns.kinds) for row in table.rows):
        return False
    numbers = [cell.text for row in table.rows for cell in cells_of(row, columns, "number")]
    return not numbers or all(not text or as_number(text.strip("（()）.、．")) or "-" in text for text in numbers)


def _enter(reading: Reading, title: str) -> None:
    """A heading between the rows stands above them until one of its own level or above it comes."""
    label = label_at(title)
    level = label.level if label else HEADING
    _leave(reading, level)
    reading.sections.append((level, without_label(title), label.printed if label else None))


def _leave(reading: Reading, level: int) -> None:
    reading.sections = [section for section in reading.sections if section[0] < level]


def _is_parent(row: Row, below: Row, columns: Columns) -> str | None:
    """The number of a row whose sub-items, （1） or 1.1, stand in the rows below it: it is their heading."""
    texts = [cell.text for cell in cells_of(row, columns, "text") if cell.text]
    here, next_ = (
        next((cell.text.strip() for cell in cells_of(line, columns, "number") if cell.text), "")
        for line in (row, below)
    )
    number = here.rstrip("、.．")
    is_first = FIRST_SUB.fullmatch(next_) or (
        number and next_.startswith(number) and FIRST_OF.fullmatch(next_, len(number))
    )
    return number if texts and PLAIN.fullmatch(number) and is_first else None


def _across(row: Row, columns: Columns) -> str | None:
    """The text of a row that holds nothing but one cell across the table, or a section's label and its title."""
    filled = list(dict.fromkeys(cell.text for cell in row.cells if cell.text))
    if len(filled) == 1 and len(row.cells) > 1 and row.cells[0].text:
        return unwrap(filled[0])
    is_label = len(filled) == 2 and re.fullmatch(r"[（(]?[一二三四五六七八九十]+[）)]?[、.]?", filled[0])
    if is_label and columns.of("number") and len(filled[1]) <= 40 and "。" not in filled[1] and not is_unit(filled[1]):
        return f"{filled[0].rstrip('、.')}、{unwrap(filled[1])}"
    return None


def _goes_on(row: Row, columns: Columns) -> bool:
    """Without a number where the table has numbers, the row is the rest of the one before it."""
    numbers = cells_of(row, columns, "number")
    return bool(numbers) and not any(cell.text.strip() for cell in numbers)


def _stands_alone(item: Item, last: Item) -> bool:
    """A row whose number was forgotten is a task of its own; one that ends a sentence begun above it is not."""
    is_answered = bool(item.clause or item.often)
    return is_answered and (last.text[-1] in CLOSING or (item.text[-1] not in CLOSING and bool(last.clause)))


def _append(items: list[Item], item: Item, *, goes_on: bool) -> None:
    if goes_on and items and not _stands_alone(item, items[-1]):
        last = items[-1]
        text = unwrap(f"{last.text}\n{item.text}")
        items[-1] = replace(last, text=text, end=item.end, clause=combined([last.clause, item.clause]))
    else:
        items.append(item)


def _without_repeats(reading: Reading) -> list[tuple[Item, str | None]]:
    """Sheets of departments repeat what the summary has, before or behind it: the summary's rows are the tasks."""
    by_part: dict[str | None, list[str]] = {}
    for item, part in zip(reading.items, reading.parts, strict=True):
        by_part.setdefault(part, []).append(re.sub(r"\s", "", item.text))
    summary = max(by_part, key=lambda part: len(by_part[part]), default=None)
    whole = set(by_part.get(summary, ()))
    repeating = {
        part
        for part, texts in by_part.items()
        if part != summary and sum(text in whole for text in texts) * 2 >= len(texts)
    }
    return [
        (item, part)
        for item, part in zip(reading.items, reading.parts, strict=True)
        if part not in repeating or re.sub(r"\s", "", item.text) not in whole
    ]
