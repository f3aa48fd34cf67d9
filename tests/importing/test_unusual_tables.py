"""Tables of unusual shapes are laid out as the usual one before they are read."""

import pytest

from app.importing.blocks import Builder, Format
from app.importing.recognise import Recognised, recognise
from app.importing.recognise.holds import Held, held_in


def read(*tables: list[list[str]], line: str = "") -> Recognised:
    builder = Builder()
    builder.paragraph(line)
    for table in tables:
        builder.table(table)
    return recognise(builder.document("表.docx", Format.DOCX))


def answers(found: Recognised) -> list[tuple[str, list[tuple[str, str]]]]:
    return [(task.text, [(one.name, one.printed_role.value) for one in task.departments]) for task in found.tasks]


WANTED = [
    ("新建学校三所，八月开学。", [("县教育局", "lead"), ("县财政局", "support")]),
    ("改造管网八公里，消除隐患。", [("县水务局", "lead"), ("县财政局", "support")]),
]


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["序号", "1", "2"],
            ["办什么", WANTED[0][0], WANTED[1][0]],
            ["牵头单位", "县教育局", "县水务局"],
            ["配合单位", "县财政局", "县财政局"],
        ],
        [
            ["序号", "办什么", "县教育局", "县水务局", "县财政局", "时限"],
            ["1", WANTED[0][0], "★", "", "○", "8月底"],
            ["2", WANTED[1][0], "", "★", "○", "9月底"],
        ],
        [
            ["序号", "办什么", "时限"],
            ["1", WANTED[0][0], "8月底"],
            ["牵头单位：县教育局　配合单位：县财政局", "", ""],
            ["2", WANTED[1][0], "9月底"],
            ["牵头单位：县水务局　配合单位：县财政局", "", ""],
        ],
        [["1", WANTED[0][0], "县教育局", "县财政局", "8月底"], ["2", WANTED[1][0], "县水务局", "县财政局", "9月底"]],
    ],
    ids=["turned round", "a grid of units", "rows beneath", "no header"],
)
def test_the_same_two_tasks_are_read_out_of_every_shape(rows: list[list[str]]):
    assert answers(read(rows)) == WANTED


def test_columns_that_go_on_in_a_second_table_belong_to_the_same_tasks():
    first = [["序号", "任务"], ["1", WANTED[0][0]], ["2", WANTED[1][0]]]
    second = [["序号", "牵头单位", "配合单位"], ["1", "县教育局", "县财政局"], ["2", "县水务局", "县财政局"]]
    assert answers(read(first, second)) == WANTED


@pytest.mark.parametrize(
    ("cells", "held"),
    [
        (["县教育局", "县财政局、各乡镇"], Held.UNITS),
        (["孔 令 辉", "申屠敏"], Held.PERSONS),
        (["6月底前", "长期坚持", "四季度"], Held.LIMITS),
        (["①", "②"], Held.NUMBERS),
        (["基础设施", "公共服务"], None),
    ],
)
def test_a_column_is_known_by_what_its_cells_hold(cells: list[str], held: Held | None):
    assert held_in(cells) is held
