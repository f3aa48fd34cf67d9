"""Office documents written as one XML file, often named .doc or .xls: which kind it is, and a Word package in one."""

import base64
import binascii
import codecs
import io
import re
import zipfile
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from lxml import etree

from app.importing.readers.archive import ASK_AGAIN
from app.importing.readers.docx_xml import attribute, child, kind, value
from app.importing.readers.errors import Unreadable

ROOT: Final = re.compile(r"<(?:(\w+):)?(package|wordDocument|Workbook|document)[\s>]")
BEFORE: Final = re.compile(r"(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\])?\s*>)*", re.DOTALL)


class XmlKind(StrEnum):
    PACKAGE = "package"
    WORD_2003 = "wordDocument"
    SHEET_2003 = "Workbook"
    OPEN_DOCUMENT = "document"


def xml_kind_of(data: bytes) -> XmlKind | None:
    """By the root element; a page of the web has another."""
    begin = data[:4000]
    encoding = "utf-16" if begin.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    text = begin.decode(encoding, "replace")
    start = BEFORE.match(text)
    root = ROOT.match(text, start.end()) if start else None
    if root is None or "xmlns" not in text[root.start() :]:
        return None
    if root[2] == "document" and root[1] != "office":
        return None
    return XmlKind(root[2])


def walked(data: bytes, name: str, *tags: str) -> Iterator[etree._Element]:
    """The elements of these local names as they end; nothing that the file declares or asks for is followed."""
    try:
        for _, element in etree.iterparse(
            io.BytesIO(data.lstrip() if data[:1].isspace() else data),
            events=("end",),
            tag=[f"{{*}}{tag}" for tag in tags],
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
        ):
            if element.getroottree().docinfo.internalDTD is not None:
                raise Unreadable(name, "里面含有外部引用或实体定义，为安全起见没有打开", ASK_AGAIN)
            yield element
    except etree.XMLSyntaxError as error:
        problem = "里面含有外部引用或实体定义，为安全起见没有打开" if "ntit" in str(error) else "已损坏，正文不完整"
        raise Unreadable(name, problem, ASK_AGAIN) from error


def packed(data: bytes, name: str) -> bytes:
    """A Word file that was saved as one XML (Flat OPC), put into the archive that it stands for."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for part in walked(data, name, "part"):
            path = (attribute(part, "name") or "").lstrip("/")
            if path and path not in archive.namelist():
                archive.writestr(path, _content(part, name))
            part.clear()
    return buffer.getvalue()


def packed_2003(data: bytes, name: str) -> bytes:
    """The XML of Word 2003 as the package that Word writes today: most of its words are the same."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for body in walked(data, name, "body"):
            for element in list(body.iter("{*}vmerge", "{*}listPr", "{*}annotation")):
                _put_as_today(element)
            document = etree.Element("document")
            document.append(body)
            archive.writestr("word/document.xml", etree.tostring(document, encoding="UTF-8"))
            break
    return buffer.getvalue()


def _put_as_today(element: etree._Element) -> None:
    """The number of a paragraph is written beside it; changes are notes around what they change."""
    parent = element.getparent()
    if parent is None:
        return
    if kind(element) == "vmerge":
        element.tag = "vMerge"
    elif kind(element) == "annotation":
        if (attribute(element, "type") or "") in ("Word.Deletion", "Word.Comment"):
            parent.remove(element)
        else:
            element.tag = "ins"
            for content in element.findall("{*}content"):
                content.tag = "smartTag"
    elif (label := value(child(element, "t"))) and (paragraph := parent.getparent()) is not None:
        run = etree.Element("r")
        etree.SubElement(run, "t").text = label
        paragraph.insert(paragraph.index(parent) + 1, run)


def _content(part: etree._Element, name: str) -> bytes:
    held = child(part, "xmlData")
    if held is not None:
        return etree.tostring(held[0], encoding="UTF-8") if len(held) else b""
    binary = child(part, "binaryData")
    try:
        return base64.b64decode(binary.text or "") if binary is not None else b""
    except binascii.Error as error:
        raise Unreadable(name, "已损坏，正文不完整", ASK_AGAIN) from error
