"""Excel files (.xlsx, .xlsm), read straight from their XML: merges and hidden rows in bounded memory."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from app.importing.blocks import Builder, Document, Format
from app.importing.readers import archive
from app.importing.readers.docx_xml import attribute, child, free, kind
from app.importing.readers.errors import Unreadable
from app.importing.readers.xlsx_grid import Sheet, document, write
from app.importing.readers.xlsx_numbers import BUILT_IN, GENERAL, shown

WORKBOOK: Final = "xl/workbook.xml"
REFERENCE: Final = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
MAX_CELLS: Final = 5_000_000


def read(data: bytes, name: str) -> Document:
    package = archive.Package(data, name)
    main = package.main_part() or WORKBOOK
    builder = Builder()
    for sheet in Workbook(package, main).sheets():
        write(sheet, builder)
    return document(builder, name, Format.XLSX)


class Workbook:
    def __init__(self, package: archive.Package, main: str) -> None:
        self._package = package
        self._links = package.relations(main)
        self._main = main
        self._since_1904 = False
        self._visible: list[tuple[str, str]] = []
        self._formats: list[str] = []
        self._strings: list[str] = []
        parts = {kind: path for kind, path in self._links.values() if package.has(path)}
        self._read_workbook()
        if "styles" in parts:
            self._read_styles(parts["styles"])
        if "sharedStrings" in parts:
            self._read_strings(parts["sharedStrings"])

    def sheets(self) -> Iterator[Sheet]:
        """Those that are shown, in the order of their tabs."""
        for place, (name, path) in enumerate(self._visible):
            yield self._sheet(name, path, (place, len(self._visible)))

    def _read_workbook(self) -> None:
        for _, element in self._package.walk(self._main, "workbookPr", "sheet", events=("end",)):
            if kind(element) == "workbookPr":
                self._since_1904 = element.get("date1904") in ("1", "true")
            elif element.get("state") not in ("hidden", "veryHidden"):
                link = self._links.get(attribute(element, "id") or "")
                if link and link[0] == "worksheet" and self._package.has(link[1]):
                    self._visible.append((element.get("name") or "", link[1]))

    def _read_styles(self, path: str) -> None:
        own: dict[int, str] = {}
        for _, element in self._package.walk(path, "numFmts", "cellXfs", events=("end",)):
            if kind(element) == "numFmts":
                own = {_number(each.get("numFmtId")): each.get("formatCode") or GENERAL for each in element}
            else:
                ids = [_number(each.get("numFmtId")) for each in element if kind(each) == "xf"]
                self._formats = [own.get(each) or BUILT_IN.get(each, GENERAL) for each in ids]

    def _read_strings(self, path: str) -> None:
        for _, element in self._package.walk(path, "si", events=("end",)):
            self._strings.append(_words(element))
            free(element)

    def _sheet(self, name: str, path: str, share: tuple[int, int]) -> Sheet:
        sheet = Sheet(self._package.name, name)
        row = column = -1
        cells = 0
        tags = ("c", "row", "col", "mergeCell")
        for _, element in self._package.walk_telling(path, *tags, events=("end",), share=share):
            found = kind(element)
            if found == "c":
                cells += 1
                if cells > MAX_CELLS:
                    raise Unreadable(self._package.name, f"的工作表“{name}”单元格过多", "请删去多余的行列后重新上传")
                place = REFERENCE.fullmatch(element.get("r") or "")
                if place is None:
                    parent = element.getparent()
                    printed = _number(parent.get("r")) - 1 if parent is not None else -1
                    column, at = column + 1, printed if printed >= 0 else row + 1
                else:
                    column, at = column_of(place[1]), int(place[2]) - 1
                if text := self._text(element):
                    sheet.put(at, column, text)
                free(element)
            elif found == "row":
                row = _number(element.get("r")) - 1 if element.get("r") else row + 1
                column = -1
                if _is_on(element.get("hidden")) or element.get("ht") == "0":
                    sheet.hidden_rows.add(row)
                free(element)
            elif found == "col":
                if _is_on(element.get("hidden")) or element.get("width") == "0":
                    first, last = _number(element.get("min")), _number(element.get("max"))
                    sheet.hidden_columns.update(range(first - 1, min(last, 16_384)))
            elif area := _area(element.get("ref") or ""):
                sheet.merges.append(area)
        return sheet

    def _text(self, cell: etree._Element) -> str:
        """The value that was saved; a formula is never worked out."""
        sort = cell.get("t") or "n"
        if sort == "inlineStr":
            inner = child(cell, "is")
            return _words(inner) if inner is not None else ""
        element = child(cell, "v")
        written = (element.text or "").strip() if element is not None else ""
        if sort == "s":
            index = _number(written) if written else -1
            return self._strings[index] if 0 <= index < len(self._strings) else ""
        if sort == "str":
            return _unescaped(element.text or "") if element is not None else ""
        if sort == "e" or not written:
            return ""
        if sort == "b":
            return "是" if written == "1" else "否"
        if sort == "d":
            return re.sub(r"T00:00:00(?:\.0+)?$", "", written)
        return self._figure(written, _number(cell.get("s")))

    def _figure(self, written: str, style: int) -> str:
        try:
            value = float(written)
        except ValueError:
            return written
        number_format = self._formats[style] if 0 <= style < len(self._formats) else GENERAL
        return shown(value, number_format, since_1904=self._since_1904)


def column_of(letters: str) -> int:
    """A → 0, AA → 26."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


def _words(element: etree._Element) -> str:
    """The runs of a string, without the reading aids beside them."""
    parts: list[str] = []
    for inner in element:
        if kind(inner) == "t":
            parts.append(inner.text or "")
        elif kind(inner) == "r":
            parts.extend(run.text or "" for run in inner if kind(run) == "t")
    return _unescaped("".join(parts))


def _unescaped(text: str) -> str:
    """Excel writes control characters as _x000D_; the line feed beside it is enough."""
    if "_x" not in text:
        return text
    return ESCAPED.sub(lambda match: chr(point) if (point := int(match[1], 16)) in range(0x20, 0xD800) else "", text)


def _area(reference: str) -> tuple[int, int, int, int] | None:
    first, _, last = reference.partition(":")
    begin, end = REFERENCE.fullmatch(first), REFERENCE.fullmatch(last)
    if begin is None or end is None:
        return None
    return int(begin[2]) - 1, int(end[2]) - 1, column_of(begin[1]), column_of(end[1])


def _number(written: str | None) -> int:
    return int(written) if written and written.isascii() and written.isdigit() and len(written) < 10 else 0


def _is_on(written: str | None) -> bool:
    return written in ("1", "true")
