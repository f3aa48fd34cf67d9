"""Spreadsheets as Excel 2003 wrote them in XML: what many systems still export under the name .xls."""

import re
from datetime import UTC, datetime
from typing import Final

from lxml import etree

from app.importing.blocks import Builder, Document, Format
from app.importing.readers.docx_xml import attribute, child, free, kind
from app.importing.readers.xlsx_grid import MAX_COLUMNS, Sheet, document, write
from app.importing.readers.xlsx_numbers import GENERAL, shown
from app.importing.readers.xml_files import walked

NAMED: Final = {
    "General Date": "yyyy/m/d", "Long Date": "yyyy年m月d日", "Medium Date": "yyyy/m/d", "Short Date": "yyyy/m/d",
    "Percent": "0.00%", "Fixed": "0.00", "Standard": "#,##0.00",
}  # fmt: skip
EPOCH: Final = datetime(1899, 12, 30, tzinfo=UTC)
DAY: Final = 86_400


def read(data: bytes, name: str) -> Document:
    builder = Builder()
    formats: dict[str, str] = {}
    reader = Reader(name, formats)
    for element in walked(data, name, "Style", "Row", "Column", "Hidden", "Visible", "Worksheet"):
        found = kind(element)
        if found == "Style":
            formats[attribute(element, "ID") or ""] = _format_of(child(element, "NumberFormat"))
        elif found == "Column":
            reader.column(element)
        elif found == "Row":
            reader.row(element)
            free(element)
        elif found == "Visible":
            reader.is_hidden = (element.text or "").strip() in ("SheetHidden", "SheetVeryHidden")
        elif found == "Worksheet":
            sheet = reader.end(attribute(element, "Name") or "")
            if sheet is not None:
                write(sheet, builder)
            free(element)
    return document(builder, name, Format.XLS)


class Reader:
    """One sheet after the other; places are told only where one was left out."""

    def __init__(self, name: str, formats: dict[str, str]) -> None:
        self._name = name
        self._formats = formats
        self._begin()

    def _begin(self) -> None:
        self.is_hidden = False
        self._sheet = Sheet(self._name, "")
        self._row = self._column = -1

    def end(self, name: str) -> Sheet | None:
        sheet, is_hidden = self._sheet, self.is_hidden
        sheet.name = name
        self._begin()
        return None if is_hidden else sheet

    def column(self, element: etree._Element) -> None:
        self._column = place = _place(element, self._column)
        self._column += _count(element, "Span")
        if attribute(element, "Hidden") == "1" or attribute(element, "Width") == "0":
            self._sheet.hidden_columns.update(range(place, self._column + 1))

    def row(self, element: etree._Element) -> None:
        self._row = _place(element, self._row)
        if attribute(element, "Hidden") == "1" or attribute(element, "Height") == "0":
            self._sheet.hidden_rows.add(self._row)
        column = -1
        for cell in element:
            if kind(cell) != "Cell":
                continue
            column = _place(cell, column)
            data = child(cell, "Data")
            if data is not None:
                self._sheet.put(self._row, column, self._text(cell, data))
            across, down = _count(cell, "MergeAcross"), _count(cell, "MergeDown")
            if across or down:
                self._sheet.merges.append((self._row, self._row + down, column, column + min(across, MAX_COLUMNS)))
            column += across
        self._row += _count(element, "Span")

    def _text(self, cell: etree._Element, data: etree._Element) -> str:
        written = "".join(str(text) for text in data.itertext())
        sort = attribute(data, "Type")
        number_format = self._formats.get(attribute(cell, "StyleID") or "", GENERAL)
        try:
            if sort == "Number":
                return shown(float(written), number_format)
            if sort == "DateTime":
                moment = datetime.fromisoformat(re.sub(r"\.\d+$", "", written)).replace(tzinfo=UTC)
                bare = number_format if re.search(r"[yd]|m", number_format) else "yyyy/m/d"
                return shown((moment - EPOCH).total_seconds() / DAY, bare)
        except (ValueError, OverflowError):
            return written
        if sort == "Boolean":
            return "是" if written == "1" else "否"
        return "" if sort == "Error" else written


def _format_of(element: etree._Element | None) -> str:
    written = attribute(element, "Format") if element is not None else None
    return NAMED.get(written or GENERAL, written or GENERAL)


def _place(element: etree._Element, before: int) -> int:
    return _count(element, "Index") - 1 if attribute(element, "Index") else before + 1


def _count(element: etree._Element, name: str) -> int:
    written = attribute(element, name) or ""
    return int(written) if written.isascii() and written.isdigit() and len(written) < 8 else 0
