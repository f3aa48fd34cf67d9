"""From bytes to blocks. The content decides the format, never the file name."""

from collections.abc import Callable, Mapping
from typing import Final

from app.importing.blocks import Document, Format
from app.importing.readers import docx, html, ocr, ofd, office, pdf, signatures, txt, xls, xlsx
from app.importing.readers.errors import Unreadable

__all__ = ["Unreadable", "read"]

READERS: Final[Mapping[Format, Callable[[bytes, str], Document]]] = {
    Format.DOCX: docx.read,
    Format.DOC: office.read_doc,
    Format.WPS: office.read_wps,
    Format.RTF: office.read_rtf,
    Format.OFD: ofd.read,
    Format.IMAGE: ocr.read,
    Format.PDF: pdf.read,
    Format.XLSX: xlsx.read,
    Format.XLS: xls.read,
}


def read(data: bytes, name: str, limit_mb: int = 20) -> Document:
    """The document in the file, or Unreadable with a sentence for the person who sent it."""
    if not data:
        raise Unreadable(name, "是空文件，里面没有内容", "请确认文件已保存完整后重新上传")
    if len(data) > limit_mb * 1024 * 1024:
        raise Unreadable(name, f"超过 {limit_mb} MB 的上限", "请删去图片等附带内容，或拆分后重新上传")
    if kind := signatures.kind_of(data, name):
        if kind in READERS:
            return READERS[kind](data, name)
        raise signatures.unsupported(kind, name)
    text = txt.decode(data, name)
    found = html.read(text, name) if html.looks_like_html(text) else txt.read(text, name)
    if not found.blocks:
        raise Unreadable(name, "里面没有文字", "请确认文件已保存完整后重新上传")
    return found
