"""Tables of unusual shapes are laid out as the usual one before they are read."""

import pytest

from app.importing import readers
from app.importing.blocks import Builder, Format
from app.importing.recognise import Recognised, recognise
from app.importing.recognise.holds import Held, held_in
from tests.importing.corpus.make import Table, docx


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


PIPED = """类别 | 民生事项名称 | 2022年度任务目标 | 责任单位 | 分管领导 | 完成情况 | 监督电话 |
四、教育文化 | 14.扩建泉湾学校 | 完成2座教学楼建设并投入使用。 | 教育局 | 刘远山 | 主体完成70%。 | 电话0535-1234567 |
15.铺设塑胶操场 | 13处农村学校操场建成使用。 | 教育局 | 刘远山 | 基础完成30%。 | 电话0535-1234567 | |
16.推进课后服务 | 学校课后服务全覆盖。 | 教育局 | 刘远山 | 覆盖34所。 | 电话0535-1234568 |
索引号: | 113706/2022-04772 | 成文日期: | 2022-10-08 |
发布机构: | 招湾市人民政府"""


def test_a_page_of_pipes_ends_before_its_own_particulars_and_names_carry_the_numbers():
    builder = Builder()
    for line in PIPED.splitlines():
        builder.paragraph(line)
    found = recognise(builder.document("实事.txt", Format.TXT)).tasks
    assert [(one.number, one.text) for one in found] == [
        ("14", "完成2座教学楼建设并投入使用。"),
        ("15", "13处农村学校操场建成使用。"),
        ("16", "学校课后服务全覆盖。"),
    ]
    assert [one.heading for one in found] == [
        "教育文化 / 扩建泉湾学校",
        "教育文化 / 铺设塑胶操场",
        "教育文化 / 推进课后服务",
    ]
    assert {one.leaders for one in found} == {("刘远山",)}


def test_a_measure_without_a_number_among_those_counted_past_their_parents_is_a_task_too() -> None:
    measures = [
        "1、制定搬迁方案",
        "2、修复溪流",
        "3、公布结果",
        "4、改造管网",
        "安排资金",
        *(f"{n}、添置设备" for n in range(6, 10)),
    ]
    rows = [["1" if at < 3 else "2" if at == 3 else "^", one, "环保局"] for at, one in enumerate(measures)]
    rows[1][0] = rows[2][0] = "^"
    found = recognise(readers.read(docx([Table([["序号", "工作措施", "责任单位"], *rows])]), "措施.docx"))
    assert [task.text for task in found.tasks] == [one.split("、")[-1] for one in measures]


def test_a_section_in_one_cell_of_a_web_page_stands_over_its_tasks() -> None:
    header = ["序号", "工作任务", "牵头单位"]
    found = read([header, ["一、供水"], ["1", WANTED[0][0], "县教育局"], ["二、供气"], ["2", WANTED[1][0], "县水务局"]])
    assert [(task.number, task.heading) for task in found.tasks] == [("1", "供水"), ("2", "供气")]
