"""A value that holds for several rows is printed once: it stands in each of them, ruled or not, and overleaf."""

import pytest

from tests.importing import printed
from tests.importing.printed import line, merged, table
from tests.importing.test_pages_layout import LONG, joined, of
from tests.importing.test_readers import paragraphs

AREAS = {"水利设施": 5, "城市道路": 2, "绿化": 4, "垃圾分类": 1, "公共照明": 6}
HEAD = ["序号", "领域", "目标任务", "责任部门"]
NUMBER_FIRST = {"widths": [14, 22, 0, 40]}
AREA_FIRST = {"widths": [22, 14, 0, 40]}


def ledger(
    *, number_first: bool = True, times: int = 1, text: str = "完成工程"
) -> tuple[list[list[printed.Cell]], list[list[str]]]:
    """The rows as they are laid out, and as they are to be read."""
    laid: list[list[printed.Cell]] = []
    plain: list[list[str]] = []
    for area, count in [*AREAS.items()] * times:
        for place in range(count):
            number = str(len(plain) + 1)
            rest = [f"{text}第{number}项", "市水务局"]
            area_cell: list[printed.Cell] = [] if place else [merged(area, rows=count)]
            laid.append([number, *area_cell, *rest] if number_first else [*area_cell, number, *rest])
            plain.append([number, area, *rest] if number_first else [area, number, *rest])
    return laid, plain


@pytest.mark.parametrize("middle", [False, True])
@pytest.mark.parametrize("text", ["完成工程", LONG])
@pytest.mark.parametrize("ruled", [False, True])
def test_a_value_beside_several_rows_stands_in_each(ruled: bool, text: str, middle: bool) -> None:
    laid, plain = ledger(text=text)
    found = joined(of([table(HEAD, laid, ruled=ruled, middle=middle, breaks=False, **NUMBER_FIRST)]))
    assert [row for row in found if row != HEAD] == plain


@pytest.mark.parametrize("ruled", [False, True])
def test_a_value_in_the_first_column_stands_in_each_row(ruled: bool) -> None:
    laid, plain = ledger(number_first=False)
    head = ["领域", "序号", *HEAD[2:]]
    assert joined(of([table(head, laid, ruled=ruled, **AREA_FIRST)])) == [head, *plain]


@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize("ruled", [False, True])
def test_a_value_of_the_page_before_holds_overleaf(ruled: bool, again: bool) -> None:
    laid, plain = ledger(times=3)
    found = joined(of([table(HEAD, laid, ruled=ruled, again=again, **NUMBER_FIRST)]))
    assert [row for row in found if row != HEAD] == plain


@pytest.mark.parametrize("ruled", [False, True])
def test_a_value_broken_by_its_column_is_one_text(ruled: bool) -> None:
    laid, plain = ledger(times=3)
    found = joined(of([table(HEAD, laid, ruled=ruled, widths=[14, 16, 0, 40])]))
    assert [row for row in found if row != HEAD] == plain


@pytest.mark.parametrize("ruled", [False, True])
def test_a_value_cut_in_two_by_the_page_is_one_text(ruled: bool) -> None:
    found = []
    for count in range(20, 32):
        before: list[list[printed.Cell]] = [
            [str(n), merged("水利"), f"工程第{n}项", "市水务局"] for n in range(1, count)
        ]
        laid = [
            *before,
            [str(count), merged("公共照明", rows=3), "更换", "电力局"],
            [str(count + 1), "检修", "电力局"],
            [str(count + 2), "巡查", "电力局"],
        ]
        rows = joined(of([table(HEAD, laid, ruled=ruled, widths=[14, 16, 0, 40])]))
        found.append([row[1] for row in rows if row != HEAD][-4:])
    assert found == [["水利", *["公共照明"] * 3]] * len(found)


def test_labels_of_a_header_over_two_lines_are_whole() -> None:
    head = ["序号", "重点领域", "主要目标任务", "牵头领导", "配合单位和部门", "时限"]
    body = [[str(n), "水利设施", LONG, "林国栋", "市水务局", "6月"] for n in range(1, 4)]
    document = of([table(head, body, ruled=False, widths=[14, 14, 0, 16, 18, 16])])
    assert joined(document) == [head, *body]


def test_a_note_under_a_table_without_lines_is_no_cell() -> None:
    body = [["1", "修好堤坝", "水务局"], ["2", "清理河道", "河道科"]]
    head = ["序号", "目标任务", "责任部门"]
    note = "各单位于每季度末月20日前报送进展情况，由办公室汇总后通报。"
    document = of([table(head, body, ruled=False), line(note), line("市水务局", "right")])
    assert joined(document) == [head, *body]
    assert paragraphs(document) == [note, "市水务局"]


UNITS = {"市水务局": 3, "市城管局、市财政局": 1, "市住房和城乡建设局": 4, "市教育局": 1, "市民政局": 2}
TAIL = {"responsible": ["责任单位"], "and until when": ["责任单位", "完成时限"]}


def shared(text: str, labels: list[str], times: int = 1) -> tuple[list[list[printed.Cell]], list[list[str]]]:
    """Units behind the text, printed once for all of their tasks, and with them until when."""
    laid: list[list[printed.Cell]] = []
    plain: list[list[str]] = []
    for unit, count in [*UNITS.items()] * times:
        for place in range(count):
            task = [str(len(plain) + 1), f"{text}第{len(plain) + 1}项"]
            tail = [unit, "6月底前"][: len(labels)]
            laid.append([*task, *([] if place else [merged(value, rows=count) for value in tail])])
            plain.append([*task, *tail])
    return laid, plain


@pytest.mark.parametrize("tail", TAIL)
@pytest.mark.parametrize("middle", [False, True])
@pytest.mark.parametrize("ruled", [False, True])
def test_a_unit_behind_the_text_answers_for_each_of_its_tasks(ruled: bool, middle: bool, tail: str) -> None:
    head = ["序号", "目标任务", *TAIL[tail]]
    laid, plain = shared("完成改造工程", TAIL[tail])
    widths = [14, 0, 40, 26][: len(head)]
    assert joined(of([table(head, laid, ruled=ruled, middle=middle, breaks=False, widths=widths)])) == [head, *plain]


@pytest.mark.parametrize("again", [False, True])
def test_a_unit_at_the_top_of_its_tasks_answers_for_them_overleaf_too(again: bool) -> None:
    head = ["序号", "目标任务", *TAIL["and until when"]]
    laid, plain = shared(LONG, head[2:], times=3)
    found = joined(of([table(head, laid, ruled=False, again=again, widths=[14, 0, 40, 26])]))
    assert [row[2:] for row in found if row != head] == [row[2:] for row in plain]


def test_a_time_limit_that_only_some_tasks_have_is_not_that_of_the_next() -> None:
    head = ["序号", "目标任务", "责任单位", "完成时限"]
    body = [
        ["1", "修好堤坝", "水务局", "6月底前"],
        ["2", "清理河道", "河道科", ""],
        ["3", "栽种树木", "园林科", "9月底前"],
    ]
    assert joined(of([table(head, body, ruled=False)])) == [head, *body]


def test_a_unit_that_only_helps_with_some_tasks_is_not_that_of_the_next() -> None:
    head = ["序号", "目标任务", "牵头单位", "配合单位"]
    body = [
        ["1", "修好堤坝", "水务局", "财政局"],
        ["2", "清理河道", "河道科", ""],
        ["3", "栽种树木", "园林科", "财政局"],
    ]
    assert joined(of([table(head, body, ruled=False)])) == [head, *body]
