"""From bytes to blocks. The content decides the format, never the file name."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Final

from app.importing.blocks import Document, Format
from app.importing.readers import docx, html, mhtml, ocr, ofd, office, pdf, sheet_xml, signatures, txt, xls, xlsx
from app.importing.readers.errors import Unreadable
from app.importing.readers.xml_files import XmlKind, packed, packed_2003, xml_kind_of

__all__ = ["LIMIT", "Unreadable", "read", "refuse_size"]

LIMIT_MB: Final = 20
LIMIT: Final = LIMIT_MB * 1024 * 1024
READERS: Final[Mapping[Format, Callable[[bytes, str], Document]]] = {
    Format.DOCX: docx.read,
    **{kind: partial(office.read, kind=kind) for kind in office.FILTERS},
    Format.OFD: ofd.read,
    Format.IMAGE: ocr.read,
    Format.PDF: pdf.read,
    Format.XLSX: xlsx.read,
    Format.XLS: xls.read,
}


def read(data: bytes, name: str) -> Document:
    """The document in the file, or Unreadable with a sentence for the person who sent it."""
    if not data:
        raise Unreadable(name, "是空文件，里面没有内容", "请确认文件已保存完整后重新上传")
    refuse_size(data, name)
    if kind := signatures.kind_of(data, name):
        return READERS[kind](data, name)
    found = _written_out(data, name)
    if not found.blocks:
        raise Unreadable(name, "里面没有文字", "请确认文件已保存完整后重新上传")
    return found


def refuse_size(data: bytes, name: str) -> None:
    """Also at the door: nothing so large is kept even for a moment. Raises Unreadable."""
    if len(data) > LIMIT:
        raise Unreadable(name, f"超过 {LIMIT_MB} MB 的上限", "请删去图片等附带内容，或拆分后重新上传")


def _written_out(data: bytes, name: str) -> Document:
    """Everything that is text, and what only looks so: web pages and XML files often have the names of others."""
    match xml_kind_of(data):
        case XmlKind.PACKAGE:
            return docx.read(packed(data, name), name)
        case XmlKind.WORD_2003:
            return replace(docx.read(packed_2003(data, name), name), format=Format.DOC)
        case XmlKind.SHEET_2003:
            return sheet_xml.read(data, name)
        case XmlKind.OPEN_DOCUMENT:
            raise Unreadable(
                name, "是单个 XML 的 OpenDocument 文件，目前还不支持", "请另存为 .docx 或 .xlsx 后重新上传"
            )
        case None:
            text, is_page = mhtml.text_of(data, name)
            return html.read(text, name) if is_page else txt.read(text, name)
