"""What a printed page does to a ledger, and how it is undone: one test for each trick of paper."""

import io
from collections.abc import Sequence

import pypdfium2

from app.importing.blocks import Document, Format
from app.importing.readers import read
from app.importing.readers.pages.lines import lines_of
from app.importing.readers.pages.model import Word
from tests.importing import printed
from tests.importing.printed import line, merged, table
from tests.importing.test_readers import paragraphs, rows

HEAD = ["序号", "目标任务", "责任部门"]
LONG = (
    "坚持党委统一领导，政府有关部门各司其职，工会牵头协调，"
    "行业协会、企业代表组织充分发挥作用，协同推进产业工人队伍建设。"
)


def of(blocks: Sequence[printed.Block], **page: object) -> Document:
    return read(printed.pdf(blocks, **page), "台账.pdf")


def joined(document: Document) -> list[list[str]]:
    return [[cell.replace("\n", "") for cell in row] for row in rows(document)]


def test_merged_cells_give_their_value_to_every_row_they_cover() -> None:
    body = [
        [merged("党的建设", rows=2), "1", "做好第一件事", "办公室"],
        ["2", "做好第二件事", merged("组织部", rows=2)],
        ["民生", "3", "做好第三件事"],
    ]
    document = of([table(["类别", *HEAD], body, widths=[30, 14, 0, 40])])
    assert document.format is Format.PDF
    assert rows(document) == [
        ["类别", *HEAD],
        ["党的建设", "1", "做好第一件事", "办公室"],
        ["党的建设", "2", "做好第二件事", "组织部"],
        ["民生", "3", "做好第三件事", "组织部"],
    ]


def test_a_row_that_the_page_cuts_is_whole_again() -> None:
    body = [[str(n), LONG * 4, "办公室、组织部"] for n in range(1, 8)]
    for again in (True, False):
        found = joined(of([line("台账", "title"), table(HEAD, body, again=again)]))
        assert [row for row in found if row != HEAD] == body


def test_a_row_cut_in_a_table_without_numbers_is_whole_again() -> None:
    body = [[LONG * 4 + f"第{n}项", "办公室", "2023年6月底前"] for n in range(1, 8)]
    head = ["工作任务", "责任部门", "完成时限"]
    found = joined(of([table(head, body, widths=[0, 40, 40], again=False)]))
    assert found == [head, *body]


def test_a_cell_merged_over_the_end_of_a_page_holds_overleaf_too() -> None:
    body = [[merged("一类", rows=12), "1", LONG * 2, "办公室"], *([str(n), LONG * 2, "组织部"] for n in range(2, 13))]
    found = joined(of([table(["类别", *HEAD], body, widths=[20, 14, 0, 40], again=False)]))
    assert [row[1] for row in found[1:]] == [str(n) for n in range(1, 13)]
    assert {row[0] for row in found[1:]} == {"一类"}


def test_names_cut_by_a_narrow_cell_are_whole_and_names_on_lines_of_their_own_stay_apart() -> None:
    body = [["1", "甲", "市人力资源和社会保障局、市住房和城乡建设局"], ["2", "乙", "办公室\n组织部"]]
    found = rows(of([table(HEAD, body, widths=[14, 0, 30])]))
    assert found[1][2] == "市人力资源和社会保障局、市住房和城乡建设局"
    assert found[2][2] == "办公室\n组织部"


def test_page_numbers_and_running_headers_are_no_text() -> None:
    blocks = [line(LONG * 3) for _ in range(14)]
    document = of(blocks, header="秦皇岛市总工会工作台账")
    assert paragraphs(document) == [LONG * 3] * 14


def test_a_sentence_goes_on_over_the_page() -> None:
    blocks = [line(f"{n}. {LONG * 9}（责任部门：办公室）") for n in range(1, 6)]
    assert paragraphs(of(blocks)) == [block["text"] for block in blocks]


def test_footnotes_are_left_out() -> None:
    note = {"kind": "note", "text": LONG, "note": "数据来自统计局。"}
    document = of([line(LONG), note, line(LONG)])
    assert "统计局" not in document.text
    assert [text.rstrip("1") for text in paragraphs(document)] == [LONG] * 3


def test_two_columns_are_read_one_after_the_other() -> None:
    blocks = [line(f"{LONG}{LONG}第{n}段。") for n in range(1, 11)]
    document = of(blocks, columns=2)
    assert paragraphs(document) == [block["text"] for block in blocks]


def test_a_page_turned_by_its_viewer_reads_the_same() -> None:
    source = printed.pdf(
        [line("台账", "title"), table(HEAD, [["1", LONG, "办公室"], ["2", LONG, "组织部"]])], flipped=True
    )
    straight = read(source, "x")
    for turn in (90, 180, 270):
        document, buffer = pypdfium2.PdfDocument(source), io.BytesIO()
        for page in document:
            page.set_rotation(turn)
        document.save(buffer)
        assert read(buffer.getvalue(), "x").text == straight.text


def test_text_around_a_table_stays_in_its_place() -> None:
    document = of(
        [
            line("工作台账", "title"),
            table(HEAD, [["1", "甲", "办公室"]]),
            line("注：以上任务年底前完成。"),
            line("2021年6月4日", "right"),
        ]
    )
    assert paragraphs(document) == ["工作台账", "注：以上任务年底前完成。", "2021年6月4日"]
    assert document.text.index("工作台账") < document.text.index("序号") < document.text.index("注：")


def test_what_stands_behind_a_table_without_lines_is_no_row() -> None:
    body = [["1", LONG, "办公室"], ["2", LONG, "组织部"]]
    document = of([table(HEAD, body, ruled=False), line("市总工会办公室", "right"), line("2021年6月4日", "right")])
    assert joined(document) == [HEAD, *body]
    assert paragraphs(document) == ["市总工会办公室", "2021年6月4日"]


def test_a_narrow_blank_between_two_names_is_kept_and_a_stretched_line_gets_none() -> None:
    def places(text: str, gaps: dict[int, float], usual: float) -> list[Word]:
        found, x = [], 100.0
        for index, character in enumerate(text):
            x += gaps.get(index, usual)
            found.append(Word(character, x, 50, x + 11, 61))
            x += 11
        return found

    assert lines_of(places("办公室组织部", {3: 3.5}, 0))[0].text == "办公室 组织部"
    assert lines_of(places("协同推进产业工人队伍", {}, 3.5))[0].text == "协同推进产业工人队伍"


def test_a_flat_stroke_and_the_characters_beside_it_are_one_line() -> None:
    heights = {"月": (50.9, 60.6), "一": (54.0, 55.3), "面": (50.6, 60.5)}
    words = [Word(char, 100.0 + 11 * at, *_box(heights, at, char)) for at, char in enumerate("每月公布一次断面")]
    assert [found.text for found in lines_of(words)] == ["每月公布一次断面"]


def _box(heights: dict[str, tuple[float, float]], at: int, char: str) -> tuple[float, float, float]:
    top, bottom = heights.get(char, (50.0, 61.0))
    return top, 111.0 + 11 * at, bottom
