"""Word files, read straight from their XML: python-docx would drop insertions and content controls."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from app.importing.blocks import Builder, Document, Format
from app.importing.readers import archive
from app.importing.readers.errors import Unreadable

DROPPED: Final = frozenset(
    {"del", "moveFrom", "Fallback", "txbxContent", "drawing", "pict", "object", "instrText"}
    | {"pPr", "rPr", "sdtPr", "tblPr", "tcPr", "trPr", "sectPr"}
)
AS_TEXT: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


def read(data: bytes, name: str) -> Document:
    package = archive.Package(data, name)
    builder = Builder()
    _read_body(package, package.main_part() or "word/document.xml", builder)
    document = builder.document(name, Format.DOCX)
    if not document.blocks:
        raise Unreadable(name, "里面没有文字，可能只有图片", "请上传带文字的 Word 文件；只有扫描件时，请先转成文字")
    return document


def _read_body(package: archive.Package, body: str, builder: Builder) -> None:
    """Paragraphs and tables outside any other, one after another; each is freed once it is read."""
    depth = 0
    for event, element in package.walk(body, "p", "tbl"):
        kind = _kind(element)
        depth += 1 if event == "start" else -1
        if event == "end" and depth == 0:
            if kind == "p":
                builder.paragraph(_text(element))
            else:
                builder.table([_cells(row) for row in _nearest(element, "tr") if not _is_deleted(row)])
            element.clear()


def _kind(element: etree._Element) -> str:
    """Local names, since the strict form of the format has other namespaces."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _text(element: etree._Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        kind = _kind(child)
        if kind == "t":
            yield child.text or ""
        elif kind in AS_TEXT:
            yield AS_TEXT[kind]
        elif kind not in DROPPED and not (kind == "r" and _is_hidden(child)):
            yield from _pieces(child)


def _nearest(element: etree._Element, kind: str) -> Iterator[etree._Element]:
    """Rows of a table, cells of a row: also inside content controls, never inside another table."""
    for child in element:
        if _kind(child) == kind:
            yield child
        elif _kind(child) not in DROPPED and _kind(child) != "tbl":
            yield from _nearest(child, kind)


def _cells(row: etree._Element) -> list[str | None]:
    """One value per grid column; None where the cell above is merged into this one."""
    values: list[str | None] = [""] * _number(row, "trPr", "gridBefore")
    for cell in _nearest(row, "tc"):
        merge = _property(cell, "tcPr", "vMerge")
        continues = merge is not None and _value(merge) != "restart"
        value = None if continues else "\n".join(_text(paragraph) for paragraph in _paragraphs(cell))
        width = min(max(_number(cell, "tcPr", "gridSpan"), 1), 200)
        values.extend([value, *([None if continues else ""] * (width - 1))])
    return values


def _paragraphs(cell: etree._Element) -> Iterator[etree._Element]:
    """A table inside a cell is read as more lines of the cell."""
    for child in cell:
        if _kind(child) == "p":
            yield child
        elif _kind(child) not in DROPPED:
            yield from _paragraphs(child)


def _is_deleted(row: etree._Element) -> bool:
    return any(_property(row, "trPr", kind) is not None for kind in ("del", "hidden"))


def _is_hidden(run: etree._Element) -> bool:
    vanish = _property(run, "rPr", "vanish")
    return vanish is not None and _value(vanish) not in ("0", "false")


def _property(element: etree._Element, group: str, kind: str) -> etree._Element | None:
    for child in element:
        if _kind(child) == group:
            return next((inner for inner in child if _kind(inner) == kind), None)
    return None


def _number(element: etree._Element, group: str, kind: str) -> int:
    found = _property(element, group, kind)
    value = (_value(found) if found is not None else None) or "0"
    return min(int(value), 200) if value.isascii() and value.isdigit() and len(value) < 6 else 0


def _value(element: etree._Element) -> str | None:
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == "val"), None)
