"""Files made to do harm, and files that are merely damaged: a sentence within seconds, or a document."""

import io
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Any

import pytest
import xlsxwriter
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.importing.readers import Unreadable, read
from tests.importing.compound import compound
from tests.importing.corpus.make import Line, Sheet, Table, TextBox, converted, docx, grid, xlsx
from tests.importing.corpus.make.grid import AUTO
from tests.importing.office_files import p, table, tc, tr, word, zipped
from tests.importing.test_spreadsheets import sheet_xml
from tests.pace import kept

ROWS = grid("序号 | 任务 | 部门\n1 | 甲 | 财政局\n^ | 乙 | ^")
TEXT_CELL = '<c r="{}{}" t="inlineStr"><is><t>甲</t></is></c>'
quickly = settings(
    max_examples=60, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def without_bounds(rows: int, columns: int) -> bytes:
    """Filled to the edge, as a file that wants to use up the memory."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    names = [a + b for a in ["", *letters] for b in letters]
    names = [a + b for a in ["", *letters] for b in names] if columns > len(names) else names
    cells = "".join(TEXT_CELL.format(name, "{0}") for name in list(dict.fromkeys(names))[:columns])
    return sheet_xml(
        f"<sheetData>{''.join(f'<row>{cells}</row>'.replace('{0}', str(n + 1)) for n in range(rows))}</sheetData>"
    )


def far(reference: str) -> bytes:
    cell = f'<c r="{reference}" t="str"><v>甲</v></c>'
    return sheet_xml(f'<dimension ref="A1:XFD1048576"/><sheetData><row>{cell}</row></sheetData>')


def long_string_everywhere() -> bytes:
    cells = "".join(f'<c r="A{n}" t="s"><v>0</v></c>' for n in range(1, 3001))
    return sheet_xml(f"<sheetData>{cells}</sheetData>", f"<si><t>{'甲' * 30_000}</t></si>")


def merges_over_all() -> bytes:
    rows = "".join(f"<row>{TEXT_CELL.format('A', n)}</row>" for n in range(1, 3001))
    areas = "".join(f'<mergeCell ref="A{n}:SF200000"/>' for n in range(1, 3001))
    return sheet_xml(f"<sheetData>{rows}</sheetData><mergeCells>{areas}</mergeCells>")


def with_part(data: bytes, path: str, content: bytes) -> bytes:
    return zipped({**parts_of(data), path: content})


BOMB = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "sheet of 10,000 columns": (lambda: without_bounds(1, 10_000), "500 列"),
    "one cell in the last corner": (lambda: far("XFD1048576"), "200,000 行或 500 列"),
    "one cell in the last row": (lambda: far("A1048576"), "200,000 行"),
    "one long string in every cell": (long_string_everywhere, "内容过多"),
    "merged cells upon merged cells": (merges_over_all, "合并单元格过多"),
    "entities in the sheet": (lambda: with_part(xlsx(Sheet("a", ROWS)), "xl/worksheets/sheet1.xml", BOMB), "实体定义"),
    "entities in the strings": (lambda: with_part(xlsx(Sheet("a", ROWS)), "xl/sharedStrings.xml", BOMB), "实体定义"),
    "entities in the styles": (lambda: with_part(docx("甲"), "word/styles.xml", BOMB), "实体定义"),
    "entities in the relations": (lambda: with_part(docx("甲"), "_rels/.rels", BOMB), "实体定义"),
    "entities in UTF-16": (
        lambda: with_part(docx("甲"), "word/document.xml", BOMB.decode().encode("utf-16")),
        "实体定义",
    ),
    "bomb in a part beside": (lambda: with_part(docx("甲"), "word/media/a.bin", bytes(30_000_000)), "解压后过大"),
    "path outside": (lambda: with_part(xlsx(Sheet("a", ROWS)), "xl/../../../evil", b"x"), "文件夹之外"),
    "drive letter": (lambda: with_part(docx("甲"), "C:evil.exe", b"x"), "文件夹之外"),
    "locked spreadsheet": (lambda: compound({"EncryptionInfo": b"x", "EncryptedPackage": b"x"}), "打开密码"),
    "old file whose directory leads in a circle": (
        lambda: compound({"Workbook": bytes(100)})[:512] + bytes([0] * 4 + [1, 0, 0, 0]) + bytes(3000),
        "已损坏",
    ),
}


@pytest.mark.parametrize(("make", "reason"), HOSTILE.values(), ids=HOSTILE)
def test_a_file_made_to_do_harm_is_refused_with_its_reason(make: Callable[[], bytes], reason: str) -> None:
    data = make()
    begun = time.process_time()
    with pytest.raises(Unreadable) as raised:
        read(data, "台账.xlsx")
    assert kept(time.process_time() - begun, 5)
    assert reason in raised.value.message
    assert "没有保存任何内容。请" in raised.value.message


def test_a_relation_that_leads_outside_the_file_reads_nothing() -> None:
    links = parts_of(docx("甲"))["_rels/.rels"].replace(b'"word/document.xml"', b'"../../../../etc/passwd"')
    with pytest.raises(Unreadable):
        read(with_part(docx("甲"), "_rels/.rels", links), "x")


@cache
def whole_word() -> bytes:
    rows = [["序号", "任务", "责任单位", "<"], ["^", "^", "牵头", "配合"], [AUTO, "甲{+加+}", "财政局", "民政局"]]
    return docx(
        ["标题{^脚注^}", Line("甲", number="一、"), Line("乙{-减-}", number="（一）"), Table(rows), TextBox("框")]
    )


@cache
def whole_sheet() -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as made:
        page: Any = made.add_worksheet("甲")
        page.merge_range(0, 0, 0, 2, "标题")
        page.write_row(1, 0, ["序号", "任务", 0.5])
        page.write_row(2, 0, [1, "甲", 44742], made.add_format({"num_format": 'yyyy"年"m"月"'}))
        page.set_row(2, options={"hidden": True})
    return buffer.getvalue()


@cache
def whole_old_sheet() -> bytes:
    return converted(xlsx(Sheet("甲", ROWS)), "xlsx", "xls")


FLIPS = st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), max_size=20)
WHOLE = st.sampled_from([whole_word, whole_sheet, whole_old_sheet])
PARTS = {
    whole_word: ["word/document.xml", "word/numbering.xml", "word/styles.xml", "word/_rels/document.xml.rels"],
    whole_sheet: ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"],
}


def try_to_read(data: bytes) -> None:
    """A document or the one kind of refusal, in bounded time; anything else is let through and fails the test."""
    begun = time.process_time()
    with suppress(Unreadable):
        read(data, "台账")
    assert kept(time.process_time() - begun, 10)


@quickly
@given(
    whole=WHOLE, cut=st.floats(0, 1), flips=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), max_size=20)
)
def test_a_damaged_file_is_refused_or_read(
    whole: Callable[[], bytes], cut: float, flips: list[tuple[float, int]]
) -> None:
    damaged = bytearray(whole())
    for place, byte in flips:
        damaged[int(place * len(damaged))] = byte
    try_to_read(bytes(damaged[: int(cut * len(damaged))] if cut < 0.5 else damaged))


MARKS = [
    b"<",
    b">",
    b'"',
    b"&",
    b"/",
    b"\x00",
    b"-1",
    b"99999999999",
    b"</w:p>",
    b"<w:tbl>",
    b"<w:tr><w:tc/></w:tr>",
    b"A0",
]


@quickly
@given(data=st.data(), whole=st.sampled_from(list(PARTS)))
def test_a_file_with_a_damaged_part_is_refused_or_read(data: st.DataObject, whole: Callable[[], bytes]) -> None:
    path = data.draw(st.sampled_from(PARTS[whole]))
    part = parts_of(whole())[path]
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(part)))
        put = data.draw(st.sampled_from(MARKS) | st.binary(max_size=6))
        part = part[:place] + put + part[place + data.draw(st.integers(0, 30)) :]
    try_to_read(with_part(whole(), path, part))


ELEMENTS = [
    "p",
    "r",
    "t",
    "tbl",
    "tr",
    "tc",
    "sdt",
    "sdtContent",
    "txbxContent",
    "pict",
    "fldChar",
    "del",
    "ins",
    "vMerge",
]


@quickly
@given(st.recursive(st.sampled_from(ELEMENTS), lambda inner: st.lists(inner, max_size=4), max_leaves=25))
@example(["tbl", ["tr", ["tc", ["tbl", ["tr"]]]]])
def test_elements_in_any_order_are_refused_or_read(tree: Any) -> None:
    def written(node: Any) -> str:
        if isinstance(node, str):
            return f"<w:{node}>甲</w:{node}>"
        name = node[0] if node and isinstance(node[0], str) else "p"
        return f"<w:{name}>{''.join(written(inner) for inner in node)}</w:{name}>"

    try_to_read(word(p("甲") + written(tree) + table(tr(tc("乙")))))
