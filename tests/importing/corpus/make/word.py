"""Word files: merged cells, Word's own numbering, tracked changes, text boxes and footnotes."""

import io
import re
from collections.abc import Sequence
from typing import Any

import docx as word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from tests.importing.corpus.make.grid import AUTO, Block, Line, Table, TextBox, lines, spans

NS = nsdecls("w")
LISTS = {  # a line's number -> (list, level)
    "一、": (91, 0),
    "（一）": (91, 1),
    "1.": (91, 2),
    "（1）": (91, 3),
    AUTO: (92, 0),  # a bare number, as in a column of numbers
}
LEVELS = (
    (91, ("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3."), ("decimal", "（%4）")),
    (92, ("decimal", "%1")),
)  # fmt: skip
MARKED = re.compile(r"\{\+(.*?)\+\}|\{-(.*?)-\}|\{\^(.*?)\^\}", re.DOTALL)


def docx(blocks: Sequence[Block] | str, header: str = "", footer: str = "") -> bytes:
    """A string is one paragraph a line."""
    document = word.Document()
    notes: list[str] = []
    _add_lists(document)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    if footer:
        document.sections[0].footer.paragraphs[0].text = footer
    for block in lines(blocks) if isinstance(blocks, str) else blocks:
        if isinstance(block, Table):
            _add_table(document, block, notes)
        elif isinstance(block, TextBox):
            _add_box(document, block)
        else:
            for line in lines(block) if isinstance(block, str) else [block]:
                _fill(document.add_paragraph(), line, notes)
    if notes:
        _add_notes(document, notes)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _fill(paragraph: Any, line: Line, notes: list[str]) -> None:
    if line.centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if line.page_break:
        paragraph.paragraph_format.page_break_before = True
    if line.number is not None:
        numbering, level = LISTS[line.number]
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {NS}><w:ilvl w:val="{level}"/><w:numId w:val="{numbering}"/></w:numPr>')
        )
    place = 0
    for found in MARKED.finditer(line.text):
        paragraph.add_run(line.text[place : found.start()])
        place = found.end()
        inserted, deleted, note = found.groups()
        if note is not None:
            notes.append(note)
            paragraph._p.append(parse_xml(f'<w:r {NS}><w:footnoteReference w:id="{len(notes) + 1}"/></w:r>'))
        else:
            paragraph._p.append(
                _tracked(inserted, "ins", "t") if deleted is None else _tracked(deleted, "del", "delText")
            )
    if line.text[place:]:
        paragraph.add_run(line.text[place:])


def _tracked(text: str, change: str, element: str) -> Any:
    return parse_xml(
        f'<w:{change} {NS} w:id="7" w:author="校对" w:date="2023-03-01T09:00:00Z">'
        f'<w:r><w:{element} xml:space="preserve">{text}</w:{element}></w:r></w:{change}>'
    )


def _add_table(document: Any, block: Table, notes: list[str]) -> None:
    width = max(len(row) for row in block.rows)
    table = document.add_table(rows=len(block.rows), cols=width, style="Table Grid")
    for (y, x), (down, right) in spans(block.rows).items():
        cell = table.cell(y, x)
        if down > 1 or right > 1:
            cell = cell.merge(table.cell(y + down - 1, x + right - 1))
        value = block.rows[y][x]
        for place, text in enumerate("" if value is None else str(value).split("\n")):
            paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
            number = AUTO if text.startswith(AUTO) else None
            _fill(paragraph, Line(text.removeprefix(AUTO).strip(), number), notes)
    for row in table.rows[: block.head_rows]:
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {NS}/>"))


def _add_box(document: Any, box: TextBox) -> None:
    """Drawn the old way and the new way at once, as Word writes it; a reader must take one of them."""
    inside = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in box.text.strip().split("\n"))
    content = f"<w:txbxContent>{inside}</w:txbxContent>"
    spaces = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    )
    paragraph = document.add_paragraph()
    paragraph._p.append(
        parse_xml(
            f'<w:r {NS} {spaces}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="4000000" cy="900000"/>'
            '<wp:docPr id="1" name="文本框 1"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
            '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="4000000" cy="900000"/></a:xfrm>'
            f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
            f'<v:shape style="width:315pt;height:70pt"><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>'
        )
    )


def _add_notes(document: Any, notes: list[str]) -> None:
    inside = "".join(
        f'<w:footnote w:id="{place}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve">{note}</w:t></w:r></w:p></w:footnote>'
        for place, note in enumerate(notes, 2)
    )
    ends = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    ends += '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {NS}>{ends}{inside}</w:footnotes>'.encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _add_lists(document: Any) -> None:
    root = document.part.numbering_part.element
    for number, *levels in LEVELS:
        inside = "".join(
            f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for place, (kind, text) in enumerate(levels)
        )
        abstract = parse_xml(f'<w:abstractNum {NS} w:abstractNumId="{number}">{inside}</w:abstractNum>')
        first = root.find(qn("w:num"))
        root.append(abstract) if first is None else first.addprevious(abstract)
        root.append(parse_xml(f'<w:num {NS} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))
