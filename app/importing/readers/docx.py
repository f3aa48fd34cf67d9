"""Word files, read straight from their XML: python-docx would drop insertions, content controls and numbers."""

from collections.abc import Callable, Iterator
from typing import Final

from lxml import etree

from app.importing.blocks import Builder, Document, Format
from app.importing.readers import archive, html, mhtml
from app.importing.readers.docx_numbering import Numbering
from app.importing.readers.docx_text import DROPPED, Words
from app.importing.readers.docx_xml import attribute, child, chosen, free, is_on, kind, number, value
from app.importing.readers.errors import Unreadable

BODY: Final = "word/document.xml"
MAX_DEPTH: Final = 3
MAX_COLUMNS: Final = 63  # Word's own limit


def read(data: bytes, name: str) -> Document:
    builder = Builder()
    _write(archive.Package(data, name), builder)
    document = builder.document(name, Format.DOCX)
    if not document.blocks:
        raise Unreadable(name, "里面没有文字，可能只有图片", "请上传带文字的 Word 文件；只有扫描件时，请先转成文字")
    return document


def _write(package: archive.Package, builder: Builder, depth: int = 0) -> None:
    main = package.main_part() or BODY
    links = package.relations(main)

    def insert(element: etree._Element) -> None:
        """Another document that a program put in whole (altChunk), which Word takes over when it is next saved."""
        _, path = links.get(attribute(element, "id") or "", ("", ""))
        data = package.read(path) if package.has(path) else b""
        if data.startswith(b"PK"):
            if depth < MAX_DEPTH:
                _write(archive.Package(data, package.name), builder, depth + 1)
            return
        text, is_page = mhtml.text_of(data, package.name) if data else ("", False)
        if is_page:
            html.write(text, package.name, builder)
        elif not text.startswith("{\\rtf"):
            builder.paragraph(text)

    Reader(Numbering(package, main), builder, insert).body(package.walk_telling(main, "p", "tbl", "tr", "altChunk"))


class Rows:
    """The rows of one table; `open` are the columns in which a cell merged downwards still goes on."""

    def __init__(self) -> None:
        self.values: list[list[str | None]] = []
        self.open: set[int] = set()


class Reader:
    def __init__(self, numbering: Numbering, builder: Builder, insert: Callable[[etree._Element], None]) -> None:
        self._numbering = numbering
        self._insert = insert
        self._builder = builder
        self._carried = ""

    def body(self, events: Iterator[archive.Event]) -> None:
        """Paragraphs, and rows of tables, that stand in no other; each is freed once it is read."""
        around: list[str] = []
        rows = Rows()
        for event, element in events:
            if event == "start":
                around.append(kind(element))
                continue
            around.pop()
            if around == ["tbl"] and kind(element) == "tr":
                rows = self._row(element, rows)
            elif around:
                continue
            elif _is_second_form(element):
                rows = Rows()
            elif kind(element) == "altChunk":
                self._insert(element)
            elif kind(element) == "p":
                self._paragraph(element)
            elif kind(element) == "tbl":
                self._builder.table(rows.values)
                rows = Rows()
            free(element)
        if self._carried:
            self._builder.paragraph(self._carried)

    def _blocks(self, element: etree._Element) -> None:
        """What stands in a text box, or in a table that only frames it."""
        for inner in chosen(element):
            if kind(inner) == "p":
                self._paragraph(inner)
            elif kind(inner) == "tbl":
                rows = Rows()
                for row in _nearest(inner, "tr"):
                    rows = self._row(row, rows)
                self._builder.table(rows.values)
            elif kind(inner) not in DROPPED:
                self._blocks(inner)

    def _paragraph(self, element: etree._Element) -> None:
        words = Words(element, self._numbering.is_hidden)
        if (line := self._line(element, words, in_cell=False)) is not None:
            self._builder.paragraph(line)
        for box in words.boxes:
            self._blocks(box)

    def _line(self, element: etree._Element, words: Words, *, in_cell: bool) -> str | None:
        """With its number; None when the end of the paragraph was deleted, so that it runs into the next."""
        mark = child(element, "pPr", "rPr")
        if any(child(mark, change) is not None for change in ("del", "moveFrom")):
            self._carried += words.text
            return None
        text, self._carried = self._carried + words.text, ""
        if not text and is_on(child(mark, "vanish")):
            return None
        if self._numbering.style_name(element).lower().startswith("toc "):
            return None
        label = self._numbering.label(element)
        return label + text.lstrip() if label and (in_cell or text.strip()) else text

    def _row(self, row: etree._Element, rows: Rows) -> Rows:
        """The rows so far; those after a row that is only a frame begin anew."""
        if any(child(row, "trPr", sign) is not None for sign in ("del", "hidden")):
            return rows
        cells = list(_nearest(row, "tc"))
        if len(cells) == 1 and any(kind(inner) == "tbl" for inner in cells[0]):
            self._builder.table(rows.values)
            self._blocks(cells[0])
            return Rows()
        values: list[str | None] = [""] * min(number(child(row, "trPr", "gridBefore")) or 0, MAX_COLUMNS)
        for cell in cells:
            width = min(max(number(child(cell, "tcPr", "gridSpan")) or 1, 1), MAX_COLUMNS - len(values))
            if width > 0:
                self._cell(cell, values, width, rows.open)
        rows.values.append(values)
        return rows

    def _cell(self, cell: etree._Element, values: list[str | None], width: int, merged: set[int]) -> None:
        """One value per grid column; None where the cell above goes on."""
        columns = range(len(values), len(values) + width)
        merge = child(cell, "tcPr", "vMerge")
        if merge is not None and value(merge) != "restart" and columns.start in merged:
            values.extend([None] * width)
            return
        merged.difference_update(columns)
        if merge is not None:
            merged.update(columns)
        beside = child(cell, "tcPr", "hMerge")
        is_covered = beside is not None and value(beside) != "restart"
        is_gone = is_covered or child(cell, "tcPr", "cellDel") is not None
        values.extend(["" if is_gone else "\n".join(self._lines(cell)), *[""] * (width - 1)])

    def _lines(self, cell: etree._Element) -> Iterator[str]:
        """A table or a text box inside a cell is read as more lines of the cell."""
        for paragraph in _nearest(cell, "p"):
            words = Words(paragraph, self._numbering.is_hidden)
            if line := self._line(paragraph, words, in_cell=True):
                yield line
            for box in words.boxes:
                yield from self._lines(box)
        left, self._carried = self._carried, ""
        if left:
            yield left


def _nearest(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Rows of a table, cells of a row: also in content controls, never in another table. Paragraphs: also there."""
    for inner in chosen(element):
        if kind(inner) == name:
            yield inner
        elif kind(inner) not in DROPPED and (name == "p" or kind(inner) != "tbl"):
            yield from _nearest(inner, name)


def _is_second_form(element: etree._Element) -> bool:
    return any(kind(outer) == "Fallback" for outer in element.iterancestors())
