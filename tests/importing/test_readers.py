"""A file is read by its content, or refused at once with a sentence the office understands."""

import random
import re
import time

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls

from app.importing.blocks import Paragraph, Table
from app.importing.readers import LIMIT, Unreadable, read
from tests.importing.blocks_of import paragraphs, rows
from tests.importing.compound import SIGNATURE, compound
from tests.importing.office_files import saved, zipped
from tests.pace import kept

TEXT = "市总工会工作台账\n序号\t目标任务\t责任部门\n1\t<p>做好第一件事，\n做完它。</p><p>再做。</p>\t<p>办公室</p>\n"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)
OLE = SIGNATURE + bytes(600)
BODY = "word/document.xml"


def body(inner: str, before: str = "") -> bytes:
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xml = f'{before}<w:document xmlns:w="{namespace}"><w:body>{inner}</w:body></w:document>'
    return zipped({BODY: xml.encode()})


def bomb() -> str:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE d [<!ENTITY e0 "ha">{entities}]>'


def whole() -> bytes:
    document = docx.Document()
    document.add_paragraph("标题")
    for number in range(200):
        document.add_paragraph(f"第 {number} 段。" * 20)
    return saved(document)


WRONG = {
    "empty": (b"", "空文件"),
    "picture named docx": (PNG, "图片已损坏"),
    "photo": (b"\xff\xd8\xff\xe0" + bytes(50), "图片已损坏"),
    "gif": (b"GIF89a" + bytes(50), "图片已损坏"),
    "too large": (b"a" * (20 * 1024 * 1024 + 1), "超过 20 MB"),
    "docx cut in half": (whole()[: len(whole()) // 2], "已损坏或不完整"),
    "docx with its XML cut off": (
        zipped({BODY: body("<w:p><w:r><w:t>x</w:t></w:r></w:p>")[:0] + b"<w:document"}),
        "正文不完整",
    ),
    "zip bomb": (zipped({BODY: b" " * 40_000_000}), "解压后过大"),
    "zip of many members": (zipped({f"{n}": b"" for n in range(3001)}), "解压后过大"),
    "entity bomb": (body("<w:p><w:r><w:t>&e9;</w:t></w:r></w:p>", bomb()), "实体定义"),
    "external entity": (
        body("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        "外部引用",
    ),
    "path outside": (zipped({BODY: b"<x/>", "../../evil": b"x"}), "文件夹之外"),
    "random bytes": (random.Random(7).randbytes(50_000), "认不出"),
    "few random bytes": (random.Random(8).randbytes(60), "认不出"),
    "old presentation": (compound({"PowerPoint Document": b""}), "旧版 PowerPoint（.ppt）"),
    "old installer": (compound({"Setup": b""}), "认不出是文字还是表格"),
    "locked docx or xlsx": (compound({"EncryptionInfo": b"", "EncryptedPackage": b""}), "打开密码"),
    "locked doc": (compound({"WordDocument": bytes(10) + b"\x00\x01" + bytes(5000)}), "打开密码"),
    "locked xls": (
        compound({"Workbook": bytes.fromhex("0908100000060500f21ccd07c9000100060400002f00060000000000") + bytes(5000)}),
        "打开密码",
    ),
    "old file cut in half": (compound({"WordDocument": bytes(5000)})[:700], "已损坏或不完整"),
    "old file of a header alone": (OLE, "已损坏或不完整"),
    "xlsx of nothing": (zipped({"xl/workbook.xml": b"<x/>"}), "里面没有文字"),
    "xlsb": (zipped({"xl/workbook.bin": b"x"}), "（.xlsb）"),
    "old xls cut in half": (compound({"Workbook": b"\x09\x08\x10\x00\x00\x06"}), "已损坏或不完整"),
    "plain zip": (zipped({"a.txt": b"x"}), "压缩包"),
    "pdf": (b"%PDF-1.7\n" + bytes(50), "PDF"),
    "only blanks": (b" \n\r\n\t ", "没有文字"),
    "docx without text": (body("<w:p/>"), "没有文字"),
    "html too deep": (b"<html>" + b"<div>" * 100_000, "嵌套过深"),
}


@pytest.mark.parametrize(("data", "reason"), WRONG.values(), ids=WRONG.keys())
def test_what_cannot_be_read_is_refused_at_once_with_the_reason_and_a_way_out(data: bytes, reason: str) -> None:
    begun = time.process_time()
    with pytest.raises(Unreadable) as raised:
        read(data, "台账.docx")
    assert kept(time.process_time() - begun, 1.5)
    assert raised.value.status == 422
    assert reason in raised.value.message
    assert "没有保存任何内容" in raised.value.message
    assert "请" in raised.value.message


def test_a_file_of_more_than_twenty_megabytes_is_refused() -> None:
    with pytest.raises(Unreadable, match="超过 20 MB 的上限"):
        read(bytes(LIMIT + 1), "a.txt")


def test_a_damaged_docx_never_raises_anything_else() -> None:
    source, chance = whole(), random.Random(3)
    for _ in range(150):
        damaged = bytearray(source[: chance.randrange(4, len(source))] if chance.random() < 0.5 else source)
        for _ in range(chance.randrange(1, 20)):
            damaged[chance.randrange(2, len(damaged))] = chance.randrange(256)
        try:
            read(bytes(damaged), "台账.docx")
        except Unreadable:
            continue


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_text_is_the_same_in_every_encoding(encoding: str, ending: str) -> None:
    document = read(TEXT.replace("\n", ending).encode(encoding), "x")
    assert paragraphs(document) == ["市总工会工作台账"]
    assert rows(document) == [["序号", "目标任务", "责任部门"], ["1", "做好第一件事，\n做完它。\n再做。", "办公室"]]


def test_big_endian_text_is_read() -> None:
    assert paragraphs(read(b"\xfe\xff" + "台账".encode("utf-16-be"), "x")) == ["台账"]


def test_every_block_is_a_quotation_of_the_text() -> None:
    document = read(TEXT.encode(), "x")
    for block in document.blocks:
        if isinstance(block, Paragraph):
            assert document.text[block.start : block.end] == block.text
        else:
            assert all(document.text[cell.start : cell.end] == cell.text for row in block.rows for cell in row.cells)


def test_a_header_printed_again_is_flagged() -> None:
    table = "序号\t任务\n1\t甲\n"
    document = read(f"{table}\n{table}".encode(), "x")
    flags = [row.repeated_header for block in document.blocks if isinstance(block, Table) for row in block.rows]
    assert flags == [False, False, True, True] or flags == [False, False, True, False]


def test_html_gives_paragraphs_and_tables_without_what_serves_the_site() -> None:
    page = (
        "<!DOCTYPE html><html><head><title>站</title><style>p{}</style></head><body><nav>首页</nav>"
        "<p>工作<b>台账</b></p><script>alert(1)</script><table><tr><th>序号</th><th>任务</th></tr>"
        "<tr><td rowspan=2>1</td><td><p>甲</p><p>乙</p></td></tr><tr><td>丙</td></tr></table>"
        "<div>完</div></body></html>"
    )
    document = read(page.encode("gb18030"), "x.doc")
    assert paragraphs(document) == ["工作台账", "完"]
    assert rows(document) == [["序号", "任务"], ["1", "甲\n乙"], ["1", "丙"]]


def test_docx_gives_paragraphs_and_tables_in_order_with_merged_cells_in_every_row() -> None:
    source = docx.Document()
    source.add_paragraph("工作台账")
    table = source.add_table(rows=3, cols=3)
    for place, words in enumerate(["类别", "任务", "责任部门", "一类", "甲", "办公室", "", "乙", "财务部"]):
        table.cell(place // 3, place % 3).text = words
    table.cell(1, 0).merge(table.cell(2, 0))
    source.add_paragraph("完")
    document = read(saved(source), "x.txt")
    assert paragraphs(document) == ["工作台账", "完"]
    assert rows(document) == [["类别", "任务", "责任部门"], ["一类", "甲", "办公室"], ["一类", "乙", "财务部"]]


def test_docx_keeps_insertions_and_content_controls_and_drops_deletions() -> None:
    space = nsdecls("w")
    source = docx.Document()
    paragraph = source.add_paragraph("原文")
    for xml in (
        f"<w:ins {space}><w:r><w:t>加</w:t></w:r></w:ins>",
        f"<w:del {space}><w:r><w:delText>减</w:delText></w:r></w:del>",
        f"<w:moveFrom {space}><w:r><w:t>移</w:t></w:r></w:moveFrom>",
        f"<w:sdt {space}><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt>",
        f"<w:r {space}><w:tab/><w:t>后</w:t><w:br/><w:t>下一行</w:t></w:r>",
    ):
        paragraph._p.append(parse_xml(xml))
    paragraph._p.append(OxmlElement("w:bookmarkStart"))
    assert paragraphs(read(saved(source), "x")) == ["原文加控件 后", "下一行"]


def test_a_message_names_the_file_as_sent() -> None:
    with pytest.raises(Unreadable) as raised:
        read(b"", "七月台账.docx")
    assert re.match("“七月台账.docx”是空文件", raised.value.message)
