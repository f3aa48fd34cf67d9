"""Spreadsheets: merged cells, hidden rows, columns and sheets, numbers as floats, real dates."""

import io
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tests.importing.corpus.make.grid import Rows, spans


@dataclass(frozen=True)
class Sheet:
    """Rows are counted from 0; a string stays a string, a float a number, a date a date."""

    name: str
    rows: Rows
    hidden_rows: Collection[int] = ()
    hidden_columns: Collection[int] = ()
    hidden: bool = False
    filtered_rows: Collection[int] = ()  # hidden by the filter of the table
    date_format: str = "yyyy-mm-dd"


def xlsx(*sheets: Sheet) -> bytes:
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        plain = book.add_format({"text_wrap": True, "border": 1})
        for sheet in sheets:
            _write(book.add_worksheet(sheet.name), sheet, plain, book.add_format({"num_format": sheet.date_format}))
    return buffer.getvalue()


def _write(page: Worksheet, sheet: Sheet, plain: Format, dated: Format) -> None:
    for (y, x), (down, right) in spans(sheet.rows).items():
        value = sheet.rows[y][x]
        style = dated if isinstance(value, date) else plain
        if down > 1 or right > 1:
            page.merge_range(y, x, y + down - 1, x + right - 1, "", style)
        if isinstance(value, date):
            page.write_datetime(y, x, datetime(value.year, value.month, value.day), style)  # noqa: DTZ001
        elif value not in (None, ""):
            page.write(y, x, value, style)
    for y in {*sheet.hidden_rows, *sheet.filtered_rows}:
        page.set_row(y, options={"hidden": True})
    for x in sheet.hidden_columns:
        page.set_column(x, x, 20, None, {"hidden": True})
    if sheet.filtered_rows:
        page.autofilter(min(sheet.filtered_rows) - 1, 0, len(sheet.rows) - 1, max(len(row) for row in sheet.rows) - 1)
    if sheet.hidden:
        page.hide()
