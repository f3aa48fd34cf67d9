"""Files under the names of others, and kinds that offices hold beside the usual ones."""

import base64
from collections.abc import Callable

from app.importing.blocks import Format
from tests.importing.corpus.make import Line, Sheet, Table, converted, docx, grid, html_table, xlsx
from tests.importing.test_hostile_files import parts_of, with_part, zipped

GRID = grid("序号 | 任务 | 责任单位\n1 | 甲事 | 财政局\n2 | 乙事 | ^")
READ = [["序号", "任务", "责任单位"], ["1", "甲事", "财政局"], ["2", "乙事", "财政局"]]
WORDS = docx([Line("甲市台账", centred=True), Table(GRID)])
BOOK = xlsx(Sheet("台账", GRID))
PAGE = f'<html xmlns:v="urn:schemas-microsoft-com:vml"><head><meta charset=gb2312><title>x</title></head><body><p>甲市台账</p>{html_table(GRID)}</body></html>'


def mht(page: str = PAGE, encoding: str = "gb2312", transfer: str = "base64", before: str = "") -> bytes:
    body = base64.encodebytes(page.encode(encoding)).decode() if transfer == "base64" else page
    head = f'{before}MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--=_X"\r\n\r\n'
    parts = [
        f'Content-Type: text/html;\r\n\tcharset="{encoding}"\r\nContent-Transfer-Encoding: {transfer}\r\n'
        f"Content-Location: file:///C:/1/file.htm\r\n\r\n{body}\r\n",
        "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n",
    ]
    return (head + "".join(f"----=_X\r\n{part}\r\n" for part in parts) + "----=_X--\r\n").encode()


def flat(data: bytes) -> bytes:
    """A Word file as one XML."""
    parts = []
    for path, content in parts_of(data).items():
        if not path.endswith((".xml", ".rels")):
            continue
        text = content.decode("utf-8-sig", "replace")
        body = text.partition("?>")[2] if text.startswith("<?xml") else text
        parts.append(f'<pkg:part pkg:name="/{path}"><pkg:xmlData>{body}</pkg:xmlData></pkg:part>')
    binary = '<pkg:part pkg:name="/word/media/a.png"><pkg:binaryData>iVBORw0KGgo=</pkg:binaryData></pkg:part>'
    start = '<?xml version="1.0" standalone="yes"?><?mso-application progid="Word.Document"?>'
    space = "http://schemas.microsoft.com/office/2006/xmlPackage"
    return f'{start}<pkg:package xmlns:pkg="{space}">{"".join(parts)}{binary}</pkg:package>'.encode()


def holding(part: bytes, name: str) -> bytes:
    """A Word file that a program put together out of whole documents."""
    parts = parts_of(docx([Line("甲市台账", centred=True)]))
    body = parts["word/document.xml"].replace(b"<w:sectPr", b'<w:altChunk r:id="rA"/><w:sectPr', 1)
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
    link = b'<Relationship Id="rA" Type="%s" Target="/word/%s"/></Relationships>' % (kind, name.encode())
    links = parts["word/_rels/document.xml.rels"].replace(b"</Relationships>", link)
    parts |= {"word/document.xml": body, "word/_rels/document.xml.rels": links, f"word/{name}": part}
    return zipped(parts)


SHEET = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="d"><NumberFormat ss:Format="Long Date"/></Style><Style ss:ID="p"><NumberFormat ss:Format="0%"/></Style></Styles>
<Worksheet ss:Name="台账"><Table><Column/><Column ss:Index="5" ss:Hidden="1"/>
<Row><Cell ss:MergeAcross="3"><Data ss:Type="String">甲市台账</Data></Cell></Row>
<Row><Cell><Data ss:Type="String">序号</Data></Cell><Cell><Data ss:Type="String">任务</Data></Cell><Cell><Data ss:Type="String">责任单位</Data></Cell>
<Cell><Data ss:Type="String">完成时限</Data></Cell><Cell><Data ss:Type="String">密</Data></Cell></Row>
<Row ss:Index="4"><Cell><Data ss:Type="Number">1</Data></Cell><Cell><ss:Data ss:Type="String"><B>甲</B>事</ss:Data></Cell>
<Cell ss:MergeDown="1"><Data ss:Type="String">财政局</Data></Cell><Cell ss:StyleID="d"><Data ss:Type="DateTime">2024-06-30T00:00:00.000</Data></Cell></Row>
<Row ss:Hidden="1"><Cell><Data ss:Type="String">藏</Data></Cell></Row>
<Row><Cell><Data ss:Type="Number">2</Data></Cell><Cell><Data ss:Type="String">乙事</Data></Cell><Cell ss:Index="4" ss:StyleID="p"><Data ss:Type="Number">0.5</Data></Cell></Row>
</Table></Worksheet>
<Worksheet ss:Name="藏"><Table><Row><Cell><Data ss:Type="String">密</Data></Cell></Row></Table>
<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>"""


def with_macros(data: bytes, folder: str) -> bytes:
    return with_part(data, f"{folder}/vbaProject.bin", b"\xd0\xcf\x11\xe0" + bytes(600))


FILES: dict[str, tuple[str, Callable[[], bytes], Format]] = {
    "a web page named .doc": ("台账.doc", lambda: PAGE.encode("gb18030"), Format.HTML),
    "a web page named .xls": ("台账.xls", lambda: html_table(GRID).encode(), Format.HTML),
    "a page with styles first": ("台账.xls", lambda: f"<style>td{{x:y}}</style><center>{html_table(GRID)}".replace("</tr>", "</tr><tr style='display:none'><td>藏</td></tr>", 1).encode(), Format.HTML),
    "a saved page": ("台账.mht", mht, Format.HTML),
    "a saved page named .doc": ("台账.doc", lambda: mht(encoding="utf-8", transfer="8bit", before="From: <Saved by WPS>\r\nSubject: =?x?=\r\n"), Format.HTML),
    "tabs named .xls": ("台账.xls", lambda: "序号\t任务\t责任单位\r\n1\t甲事\t财政局\r\n2\t乙事\t财政局\r\n".encode("utf-16"), Format.TXT),
    "tabs with lines in a cell": ("台账.xls", lambda: '序号\t任务\t责任单位\n1\t"甲\n事"\t财政局\n2\t乙事\t财政局\n'.encode(), Format.TXT),
    "commas": ("台账.csv", lambda: '序号,任务,责任单位\n1,"甲事",财政局\n2,乙事,财政局\n'.encode("gb18030"), Format.TXT),
    "a word file in one xml": ("台账.xml", lambda: flat(WORDS), Format.DOCX),
    "a word file that holds a page": ("台账.docx", lambda: holding(html_table(GRID).encode("gb18030"), "a.htm"), Format.DOCX),
    "a word file that holds a saved page": ("台账.docx", lambda: holding(mht(html_table(GRID)), "a.mht"), Format.DOCX),
    "a word file that holds another": ("台账.docx", lambda: holding(docx([Table(GRID)]), "a.docx"), Format.DOCX),
    "a word file with macros": ("台账.docm", lambda: with_macros(WORDS, "word"), Format.DOCX),
    "a workbook with macros": ("台账.xlsm", lambda: with_macros(BOOK, "xl"), Format.XLSX),
    "an open document": ("台账.odt", lambda: converted(WORDS, "docx", "odt"), Format.ODT),
    "an open sheet": ("台账.ods", lambda: converted(BOOK, "xlsx", "ods"), Format.ODS),
    "rtf named .doc": ("台账.doc", lambda: b"\r\n" + converted(WORDS, "docx", "rtf"), Format.RTF),
}  # fmt: skip


W2003 = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?>
<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="urn:wx" xmlns:aml="urn:aml">
<w:docPr/><w:body><wx:sect><w:p><w:r><w:t>甲市台账</w:t></w:r></w:p>
<w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="一、"/></w:listPr></w:pPr><w:r><w:t>经济</w:t></w:r>
<aml:annotation aml:id="0" w:type="Word.Deletion"><aml:content><w:r><w:delText>旧</w:delText></w:r></aml:content></aml:annotation>
<aml:annotation aml:id="1" w:type="Word.Insertion"><aml:content><w:r><w:t>工作</w:t></w:r></aml:content></aml:annotation></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲事</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:vmerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>财政局</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:p><w:r><w:t>乙事</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl></wx:sect></w:body></w:wordDocument>"""

HOSTILE = {
    "entities": (b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><Workbook xmlns="x"><Worksheet>&a;</Worksheet></Workbook>', "实体"),
    "cut off": (flat(WORDS)[:3000], "已损坏"),
    "an archive that leads outside": (flat(WORDS).replace(b"/word/styles.xml", b"/../../styles.xml"), "文件夹之外"),
    "a flat open document": (b'<?xml version="1.0"?><office:document xmlns:office="urn:x"/>', "OpenDocument"),
    "nothing in it": (mht("<html></html>"), "没有文字"),
}  # fmt: skip
