"""Excel files of before 2007, and WPS tables (.et), through xlrd; the cells then go the way of every spreadsheet."""

import io
from typing import Any

import xlrd

from app.importing.blocks import Builder, Document, Format
from app.importing.readers.errors import Unreadable
from app.importing.readers.signatures import SAVE_AS_XLSX, locked
from app.importing.readers.xlsx_grid import Sheet, document, write
from app.importing.readers.xlsx_numbers import BUILT_IN, GENERAL, shown


def read(data: bytes, name: str) -> Document:
    builder = Builder()
    try:
        book = xlrd.open_workbook(
            file_contents=data, formatting_info=True, on_demand=True, ragged_rows=True, logfile=io.StringIO()
        )
        for index in range(book.nsheets):
            source = book.sheet_by_index(index)
            if source.visibility == 0:
                write(_sheet(book, source, name), builder)
            book.unload_sheet(index)
    except Unreadable:
        raise
    except Exception as error:  # a damaged file fails anywhere in xlrd, in no error of its own
        if "ncrypted" in str(error):
            raise locked(name) from error
        raise Unreadable(name, "是旧版 Excel（.xls）文件，但已损坏或不完整", SAVE_AS_XLSX) from error
    return document(builder, name, Format.XLS)


def _sheet(book: Any, source: Any, file: str) -> Sheet:
    sheet = Sheet(file, source.name)
    for row in range(source.nrows):
        for column in range(source.row_len(row)):
            sheet.put(row, column, _text(book, source.cell(row, column)))
    for top, below, left, right in source.merged_cells:
        sheet.merges.append((top, below - 1, left, right - 1))
    sheet.hidden_rows = {row for row, info in source.rowinfo_map.items() if info.hidden}
    sheet.hidden_columns = {column for column, info in source.colinfo_map.items() if info.hidden}
    return sheet


def _text(book: Any, cell: Any) -> str:
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return str(cell.value)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "是" if cell.value else "否"
    if cell.ctype not in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
        return ""
    key = book.xf_list[cell.xf_index].format_key
    held = book.format_map.get(key)
    written = BUILT_IN.get(key) or (held.format_str if held else GENERAL)
    return shown(float(cell.value), written, since_1904=bool(book.datemode))
