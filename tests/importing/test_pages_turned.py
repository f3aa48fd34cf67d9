"""Pages whose text is turned, marked with notes, stamped with a watermark, or whose cells hold for several rows."""

import io

import pypdfium2
import pytest
import typst

from app.importing.readers import read
from tests.importing.blocks_of import paragraphs, rows
from tests.importing.corpus.make.paper import fonts

LOOK = """#set page(paper: "a4", margin: 22mm{more})
#set text(font: "Noto Serif SC", size: 10.5pt, lang: "zh", region: "cn", cjk-latin-spacing: none)
#set par(leading: 0.8em)
"""
ROWS = [[str(n), f"推进第{n}项工程建设，完成年度投资，做好跟踪服务。", f"市第{n}局"] for n in range(1, 10)]
HEAD = ["序号", "工作任务", "责任单位"]
TURNS = ("-90deg", "90deg", "180deg")


def printed(body: str, more: str = "") -> bytes:
    made = typst.Compiler((LOOK.replace("{more}", more) + body).encode(), font_paths=fonts()).compile(format="pdf")
    assert isinstance(made, bytes)
    return made


def table(*lines: list[str], columns: str = "1fr, 8fr, 3fr", ruled: bool = True) -> str:
    cells = "".join(f"{cell}, " if cell.startswith("table") else f"[{cell}], " for line in lines for cell in line)
    return f"#table(columns: ({columns}), inset: 5pt, stroke: {'0.6pt' if ruled else 'none'}, {cells})"


@pytest.mark.parametrize("turn", TURNS)
def test_a_table_that_lies_on_its_side_in_the_page_is_read_as_it_is_meant(turn: str) -> None:
    side = f"#rotate({turn}, reflow: true)[#box(width: 160mm)[市任务表\n\n{table(HEAD, *ROWS)}]]"
    document = read(printed(f"通知正文\n#pagebreak()\n{side}"), "通知.pdf")
    assert paragraphs(document) == ["通知正文", "市任务表"]
    assert rows(document) == [HEAD, *ROWS]


@pytest.mark.parametrize("quarter", [90, 180, 270])
def test_a_page_that_is_shown_turned_is_read_as_its_text_runs(quarter: int) -> None:
    document = pypdfium2.PdfDocument(printed(table(HEAD, *ROWS)))
    document[0].set_rotation(quarter)
    buffer = io.BytesIO()
    document.save(buffer)
    assert rows(read(buffer.getvalue(), "表.pdf")) == [HEAD, *ROWS]


MARKS = {
    "across": "foreground: rotate(-45deg, text(size: 60pt, fill: luma(220))[内部资料 严禁外传])",
    "everywhere": "background: grid(columns: 3, gutter: 60pt, ..range(12).map(i => rotate(-30deg)[张三 8823]))",
}


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("mark", MARKS)
def test_a_watermark_is_no_part_of_the_text(mark: str, ruled: bool) -> None:
    document = read(printed(table(HEAD, *ROWS, ruled=ruled), f", {MARKS[mark]}"), "表.pdf")
    assert paragraphs(document) == []
    assert rows(document) == [HEAD, *ROWS]


@pytest.mark.parametrize("ruled", [True, False])
def test_a_note_at_the_foot_of_a_page_leaves_no_mark_in_the_table_that_goes_on_overleaf(ruled: bool) -> None:
    long = [[number, text * 4, unit] for number, text, unit in ROWS * 2]
    marked = [list(row) for row in long]
    marked[2][1] += "#footnote[以市委文件为准。]"
    marked[3][1] += "面积5km#super[2]。#footnote[含续建。]"
    long[3][1] += "面积5km2。"
    document = read(printed(table(HEAD, *marked, ruled=ruled)), "表.pdf")
    assert paragraphs(document) == []
    assert rows(document) == [HEAD, *long]


def test_a_time_limit_printed_once_in_the_middle_of_its_rows_holds_for_all_of_them() -> None:
    lines = [[*row] for row in ROWS]
    for place, rows_below in ((0, 4), (4, 3), (7, 2)):
        lines[place].append(f"table.cell(rowspan: {rows_below}, align: horizon)[2024年{place + 3}月底前]")
    made = printed(table([*HEAD, "完成时限"], *lines, columns="1fr, 8fr, 3fr, 3fr", ruled=False))
    found = [row[3] for row in rows(read(made, "表.pdf"))[1:]]
    assert found == ["2024年3月底前"] * 4 + ["2024年7月底前"] * 3 + ["2024年10月底前"] * 2


def test_remarks_beside_a_few_rows_are_not_shared_out() -> None:
    lines = [[*row, "已列入预算" if row[0] in "37" else ""] for row in ROWS]
    made = printed(table([*HEAD, "备注"], *lines, columns="1fr, 8fr, 3fr, 3fr", ruled=False))
    assert [row[3] for row in rows(read(made, "表.pdf"))[1:]] == [line[3] for line in lines]
