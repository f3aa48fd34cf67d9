"""A spreadsheet is read as the office sees it: what is hidden is not there, numbers are what the cells show."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from app.importing.blocks import Document, Format, Table
from app.importing.readers import read
from app.importing.readers.xlsx_numbers import shown
from tests.importing.blocks_of import paragraphs, paragraphs_in, rows, rows_in
from tests.importing.corpus.make import Sheet, converted, grid, xlsx
from tests.importing.office_files import RELATION, RELATIONS, zipped

LEDGER = grid(
    """
    甲市重点任务台账 | < | < | < | <
    填报单位：市政府办公室 | | | 填报时间：2022年3月1日 |
    序号 | 任务 | 责任单位 | < | 完成时限
    ^ | ^ | 牵头 | 配合 | ^
    一、经济 | < | < | < | <
    1 | 甲事 | 财政局 | 审计局 | 6月底
    ^ | 乙事 | ^ | 民政局 | 年底
    注：本表由各单位填报。 | < | < | < | <
    """
)
READ = [
    ["序号", "任务", "责任单位", "", "完成时限"],
    ["序号", "任务", "牵头", "配合", "完成时限"],
    ["一、经济", "", "", "", ""],
    ["1", "甲事", "财政局", "审计局", "6月底"],
    ["1", "乙事", "财政局", "民政局", "年底"],
]


SHOWN = [
    ["序号", "任务", "时限"],
    [1.0, "甲", date(2022, 6, 30)],
    ["2.10", "乙", date(2022, 12, 1)],
    [0.1 + 0.2, "丙", "年底"],
]
HIDDEN = grid(
    """
    序号 | 任务 | 内部意见 | 部门
    例 | 示例任务 | 甲 | 示例
    1 | 甲事 | 乙 | 财政局
    2 | 乙事 | 丙 | ^
    """
)
CATEGORY = grid("类别 | 任务 | 部门\n经济 | 甲事 | 财政局\n^ | 乙事 | 民政局\n^ | 丙事 | 民政局")
SHEETS = (
    Sheet("台账", LEDGER),
    Sheet("隐藏行列", HIDDEN, hidden_rows=[1], hidden_columns=[2]),
    Sheet("参数", grid("选项 | 值\n甲 | 乙"), hidden=True),
    Sheet("合并", CATEGORY, hidden_rows=[1]),
    Sheet("日", SHOWN),
    Sheet("月", SHOWN, date_format='yyyy"年"m"月"'),
)


@cache
def all_sheets() -> bytes:
    return xlsx(*SHEETS)


@pytest.fixture(params=[Format.XLSX, Format.XLS])
def workbook(request: pytest.FixtureRequest) -> Document:
    """All sheets in one file: LibreOffice, which writes the old kind, takes seconds to start."""
    return read(all_sheets() if request.param is Format.XLSX else converted(all_sheets(), "xlsx", "xls"), "x")


def on_sheet(document: Document, name: str) -> list[list[str]]:
    return rows(replace(document, blocks=tuple(block for block in document.blocks if block.part == name)))


def book(fill: Callable[[Any, Any], None]) -> bytes:
    """One sheet, filled by hand."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as made:
        fill(made, made.add_worksheet("台账"))
    return buffer.getvalue()


def test_titles_and_notes_are_paragraphs_and_merged_cells_speak_for_every_row(workbook: Document) -> None:
    assert on_sheet(workbook, "台账") == READ
    assert paragraphs(workbook) == [
        "甲市重点任务台账", "填报单位：市政府办公室", "填报时间：2022年3月1日", "注：本表由各单位填报。",
    ]  # fmt: skip


def test_hidden_rows_columns_and_sheets_are_left_out(workbook: Document) -> None:
    assert on_sheet(workbook, "隐藏行列") == [
        ["序号", "任务", "部门"], ["1", "甲事", "财政局"], ["2", "乙事", "财政局"],
    ]  # fmt: skip
    assert on_sheet(workbook, "参数") == []


def test_a_merged_cell_that_begins_in_a_hidden_row_still_speaks(workbook: Document) -> None:
    assert on_sheet(workbook, "合并")[1:] == [["经济", "乙事", "民政局"], ["经济", "丙事", "民政局"]]


def test_numbers_and_days_are_what_the_cells_show(workbook: Document) -> None:
    assert on_sheet(workbook, "日")[1:] == [
        ["1", "甲", "2022年6月30日"], ["2.10", "乙", "2022年12月1日"], ["0.3", "丙", "年底"],
    ]  # fmt: skip
    assert on_sheet(workbook, "月")[1][2] == "2022年6月"


@pytest.mark.parametrize(
    ("value", "written", "text"),
    [
        (1.0, "General", "1"), (2.1, "0.00", "2.10"), (0.3, "0%", "30%"), (0.305, "0.0%", "30.5%"), (7, "000", "007"),
        (1234567.5, "#,##0.00", "1234567.50"), (-3, "0;(0)", "(3)"), (5, '0"个"', "5个"), (5, '"第"0"号"', "第5号"),
        (12, 'General"项"', "12项"), (2.5, "0.##", "2.5"), (2, "0.##", "2"), (5, "@", "5"), (0.125, "0.00", "0.13"),
        (44742, '[$-804]yyyy"年"m"月"d"日";@', "2022年6月30日"), (44742, "m/d", "6月30日"), (44742, "yyyy", "2022年"),
        (44742.5, "yyyy-mm-dd hh:mm", "2022年6月30日 12:00"), (0.5, "h:mm", "12:00"), (-5, "yyyy/m/d", "-5"),
        (1e300, "0.00", "1" + "0" * 300), (float("inf"), "0", ""), (3e9, "yyyy/m/d", "3000000000"),
        (1.5, "# ?/?", "1.5"), (0, "0;-0;-", "0"), (1, "", "1"), (1, ";;;", "1"),
    ],
)  # fmt: skip
def test_the_format_of_a_number_decides_how_it_reads(value: float, written: str, text: str) -> None:
    assert shown(value, written) == text


def test_days_counted_from_1904_are_the_same_days() -> None:
    assert shown(43280, "yyyy/m/d", since_1904=True) == "2022年6月30日"


def test_a_formula_is_its_saved_value() -> None:
    def fill(_: Any, page: Any) -> None:
        page.write_row(0, 0, ["序号", "任务"])
        page.write_formula(1, 0, "=ROW()-1", None, 1)
        page.write_formula(1, 1, '=WEBSERVICE("http://x/")', None, "甲事")
        page.write_row(2, 0, ["2", "乙事"])
        page.write_formula(3, 0, "=1/0", None, "#DIV/0!")
        page.write(3, 1, "丙事")

    assert rows_in(book(fill)) == [["序号", "任务"], ["1", "甲事"], ["2", "乙事"], ["", "丙事"]]


def test_parts_between_empty_rows_have_titles_of_their_own() -> None:
    rows = grid("附件1 | < | <\n序号 | 任务 | 部门\n1 | 甲 | 乙\n2 | 丙 | 丁")
    rows += [
        ["", "", ""],
        ["附件2", "", ""],
        ["序号", "实事", "部门"],
        ["1", "戊", "己"],
        ["", "", ""],
        ["2", "庚", "辛"],
    ]
    source = xlsx(Sheet("台账", rows))
    assert paragraphs_in(source) == ["附件1", "附件2"]
    tables = [block for block in read(source, "x").blocks if isinstance(block, Table)]
    assert [len(each.rows) for each in tables] == [3, 2, 1]


def test_a_table_may_begin_anywhere_on_the_sheet() -> None:
    def fill(made: Any, page: Any) -> None:
        page.write(3, 2, "甲市台账")
        for row, values in enumerate([["序号", "任务", "部门"], ["1", "甲", "乙"]]):
            page.write_row(5 + row, 2, values)
        page.write(7, 2, "2")
        page.write_rich_string(7, 3, "做好", made.add_format({"bold": True}), "重点", "工作")
        page.write(7, 4, "丙\n丁")

    assert rows_in(book(fill)) == [["序号", "任务", "部门"], ["1", "甲", "乙"], ["2", "做好重点工作", "丙\n丁"]]
    assert paragraphs_in(book(fill)) == ["甲市台账"]


def test_sheets_follow_one_another_with_their_names() -> None:
    source = xlsx(Sheet("填表说明", [["一、请如实填写。"]]), Sheet("汇总", grid("序号 | 任务 | 部门\n1 | 甲 | 乙")))
    assert [(type(block).__name__, block.part) for block in read(source, "x").blocks] == [
        ("Paragraph", "填表说明"), ("Table", "汇总"),
    ]  # fmt: skip


def sheet_xml(inner: str, strings: str = "", book_more: str = "") -> bytes:
    """A workbook of one sheet, written part by part."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    main = f'<Relationship Id="m" Type="{RELATION}/officeDocument" Target="xl/workbook.xml"/>'
    links = (
        f'<Relationship Id="r1" Type="{RELATION}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{RELATION}/sharedStrings" Target="sharedStrings.xml"/>'
    )
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}">{main}</Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{space}" xmlns:r="{RELATION}"><sheets>'
        f'<sheet name="台账" sheetId="1" r:id="r1"/></sheets>{book_more}</workbook>',
        "xl/sharedStrings.xml": f'<sst xmlns="{space}">{strings}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{space}">{inner}</worksheet>',
    }
    return zipped({path: text.encode() for path, text in parts.items()})


def test_cells_without_places_follow_one_another() -> None:
    cells = '<c t="inlineStr"><is><t>{}</t></is></c>'
    row = f"<row>{cells.format('甲')}{cells.format('乙')}</row>"
    assert rows_in(sheet_xml(f"<sheetData>{row}{row}</sheetData>")) == [["甲", "乙"], ["甲", "乙"]]


def test_reading_aids_and_control_marks_are_not_words() -> None:
    strings = '<si><t>甲_x000D_\n乙</t><rPh sb="0" eb="1"><t>jia</t></rPh></si>'
    cells = '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>7</v></c><c r="C1" t="b"><v>1</v></c>'
    more = '<c r="D1" t="d"><v>2022-06-30T00:00:00</v></c><c r="E1" s="9"><v>oops</v></c>'
    source = sheet_xml(f'<sheetData><row r="1">{cells}{more}</row></sheetData>', strings)
    assert rows_in(source) == [["甲\n乙", "是", "2022-06-30", "oops"]]


def test_a_row_of_no_height_is_hidden() -> None:
    cell = '<c r="{0}{1}" t="str"><v>{0}{1}</v></c>'
    row = '<row r="{1}" {2}>' + cell.replace("{0}", "A") + cell.replace("{0}", "B") + "</row>"
    inner = "".join(row.format("", number, more) for number, more in ((1, ""), (2, 'ht="0"'), (3, "")))
    assert rows_in(sheet_xml(f"<sheetData>{inner}</sheetData>")) == [["A1", "B1"], ["A3", "B3"]]


def test_empty_cells_with_a_border_far_away_do_no_harm() -> None:
    far = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    near = '<row r="1"><c r="A1" t="str"><v>甲</v></c><c r="B1" t="str"><v>乙</v></c></row>'
    assert rows_in(sheet_xml(f'<dimension ref="A1:XFD1048576"/><sheetData>{near}{far}</sheetData>')) == [["甲", "乙"]]


def test_macros_are_carried_and_never_looked_at(tmp_path: Path) -> None:
    macros = tmp_path / "vba.bin"
    macros.write_bytes(b"x" * 100)

    def fill(made: Any, page: Any) -> None:
        made.add_vba_project(str(macros), is_stream=False)
        page.write_row(0, 0, ["甲", "乙"])

    assert rows_in(book(fill)) == [["甲", "乙"]]
