"""From the cells of a sheet to paragraphs and tables: the same for every kind of spreadsheet."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from app.importing.blocks import Builder, Document, Format
from app.importing.readers.errors import Unreadable

MAX_ROWS: Final = 200_000
MAX_COLUMNS: Final = 500
MAX_CELLS: Final = 1_500_000
MAX_TEXT: Final = 30_000_000
MAX_COVERED: Final = 3_000_000
SPLIT_IT: Final = "请删去多余的行列，或拆分成几个文件后重新上传"
FORM: Final = re.compile(r"[^：:\n]{1,12}[：:]")
Values = list[str | None]


@dataclass(slots=True)
class Sheet:
    """Filled cells only. A merge is (first row, last row, first column, last column), all counted from 0."""

    file: str
    name: str
    cells: dict[int, dict[int, str]] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    count: int = 0
    length: int = 0

    def put(self, row: int, column: int, text: str) -> None:
        if not text.strip():
            return
        if row >= MAX_ROWS or column >= MAX_COLUMNS:
            raise Unreadable(self.file, f"的工作表“{self.name}”超过 {MAX_ROWS:,} 行或 {MAX_COLUMNS} 列", SPLIT_IT)
        self.count += 1
        self.length += len(text)
        if self.count > MAX_CELLS or self.length > MAX_TEXT:
            raise Unreadable(self.file, f"的工作表“{self.name}”内容过多，不像一份台账", SPLIT_IT)
        self.cells.setdefault(row, {})[column] = text


def document(builder: Builder, name: str, kind: Format) -> Document:
    """Of all sheets that were written. Raises Unreadable when none of them said anything."""
    if not builder.blocks:
        raise Unreadable(name, "里面没有文字，可能都在隐藏的工作表里或只有图片", "请取消隐藏后重新上传")
    return builder.document(name, kind)


def write(sheet: Sheet, builder: Builder) -> None:
    """Hidden rows and columns left out; each part between empty rows is told apart into titles, table and notes."""
    shown = sorted(row for row in sheet.cells if row not in sheet.hidden_rows)
    covered = _covered(sheet, shown)
    columns = sorted(
        {column for row in shown for column in sheet.cells[row]}.union(*(set(cells) for cells in covered.values()))
        - sheet.hidden_columns
    )
    hidden = sorted(sheet.hidden_rows)
    builder.part = sheet.name
    part: list[Values] = []
    previous = -1
    has_table = False
    for row in shown:
        own, over = sheet.cells[row], covered.get(row, {})
        values: Values = [over[column] if column in over else own.get(column, "") for column in columns]
        if not any(values):
            continue
        is_apart = row - previous - 1 > bisect_left(hidden, row) - bisect_right(hidden, previous)
        if part and is_apart and None not in values:
            has_table |= _part(part, builder, is_first=not has_table)
            part = []
        part.append(values)
        previous = row
    _part(part, builder, is_first=not has_table)
    builder.part = ""


def _covered(sheet: Sheet, shown: Sequence[int]) -> dict[int, dict[int, str | None]]:
    """What merged cells say: the first row and column that are not hidden have the value, rows below go on (None)."""
    found: dict[int, dict[int, str | None]] = {}
    total = 0
    for top, bottom, left, right in sheet.merges:
        text = sheet.cells.get(top, {}).get(left, "")
        rows = shown[bisect_left(shown, top) : bisect_right(shown, bottom)]
        columns = [column for column in range(left, min(right + 1, MAX_COLUMNS)) if column not in sheet.hidden_columns]
        total += len(rows) * len(columns)
        if total > MAX_COVERED:
            raise Unreadable(sheet.file, f"的工作表“{sheet.name}”合并单元格过多，不像一份台账", SPLIT_IT)
        for place, row in enumerate(rows):
            for column in columns:
                found.setdefault(row, {})[column] = (text if column == columns[0] else "") if place == 0 else None
        if not text:
            for row in rows:
                found[row].update(dict.fromkeys(columns, ""))
    return found


def _part(rows: Sequence[Values], builder: Builder, *, is_first: bool) -> bool:
    """True when there was a table in it."""
    most = max((_filled(row) for row in rows), default=0)
    first, last = 0, len(rows)
    while first < last and (_is_loose(rows[first]) or (is_first and _filled(rows[first]) <= 2 < most / 2)):
        if None in rows[min(first + 1, last - 1)] and not _is_loose(rows[first]):
            break  # a label that goes on in the next row is the table's
        first += 1
    while last > first and _is_loose(rows[last - 1]) and (rows[last - 1][0] or _is_form(rows[last - 1])):
        last -= 1
    for row in rows[:first]:
        _say(row, builder)
    builder.table(rows[first:last])
    for row in rows[last:]:
        _say(row, builder)
    return last > first


def _say(row: Values, builder: Builder) -> None:
    for value in row:
        builder.paragraph(value or "")


def _filled(row: Values) -> int:
    return sum(value is None or bool(value) for value in row)


def _is_loose(row: Values) -> bool:
    """A title, a note, or the lines of a form (填报单位：…): no row of the table."""
    return _filled(row) <= 1 or _is_form(row)


def _is_form(row: Values) -> bool:
    return all(value is not None and (not value or FORM.match(value.strip()) is not None) for value in row)
