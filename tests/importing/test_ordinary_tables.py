"""What ordinary offices print: goals in a column of figures, makers in a cell of the form, menus beside the text."""

from typing import Any

import pytest

from tests.importing.corpus.make import html, html_table
from tests.importing.scoring import recognised_json

TASKS = ["培训高素质农民", "建设示范基地", "资金拨付及时率"]
UNITS = ["科教科", "农技中心", "计财科"]


def _read(page: str) -> dict[str, Any]:
    return recognised_json(html(page, navigation=False), "清单.html")


@pytest.mark.parametrize(
    ("label", "goals"),
    [
        ("指标值", ["≥500人", "≥8个", "100%"]),
        ("2024年目标", ["500人左右", "8～10个", "不低于95%"]),
        ("目标值", ["完成省定任务", "8个", "持平"]),
    ],
)
def test_a_goal_of_figures_is_never_the_task_and_its_indicator_is(label: str, goals: list[str]):
    rows = [["序号", "指标名称", label, "责任科室"]]
    rows += [[str(place), *cells] for place, cells in enumerate(zip(TASKS, goals, UNITS, strict=True), 1)]
    assert [task["text"] for task in _read(html_table(rows))["tasks"]] == TASKS


@pytest.mark.parametrize("name", ["指标名称", "主要指标", "考核内容", "工作任务", "项目"])
@pytest.mark.parametrize("label", ["年度目标", "2025年", "计划数", "标准值", "年度指标", "奋斗目标", "数量"])
def test_a_figure_beside_its_unit_is_the_goal_of_what_stands_before_it(name: str, label: str):
    rows = [["序号", name, "单位", label, "责任科室"]]
    figures = zip(TASKS, ["人", "个", "%"], ["500", "8", "98.5"], UNITS, strict=True)
    read = _read(html_table([*rows, *([str(place), *cells] for place, cells in enumerate(figures, 1))]))
    goals = [(target["value"], target["unit"]) for task in read["tasks"] for target in task["targets"]]
    assert [task["text"] for task in read["tasks"]] == TASKS
    assert goals == [(500, "人"), (8, "个"), (98.5, "%")]
    assert [unit["name"] for task in read["tasks"] for unit in task["departments"]] == UNITS


def test_who_made_a_form_may_stand_in_the_cell_beside_its_label():
    rows = [["填报单位", "东湖县财政局", "填报日期", "2021年2月5日"], ["序号", "工作计划", "责任科室", "完成时限"]]
    rows += [["1", "修订预算编制办法。", "预算科", "11月"], ["2", "开展绩效评价10个。", "绩效科", "9月底前"]]
    read = _read("<h1>2021年财政重点工作计划表</h1>" + html_table(rows))
    assert (read["issuer"], read["issued_on"]) == ("东湖县财政局", "2021-02-05")


@pytest.mark.parametrize(("others", "many"), [(True, 6), (False, 3)])
def test_a_table_behind_clauses_is_more_of_the_ledger_unless_it_repeats_them(others: bool, many: int):
    tasks = ["改造老旧小区12个，新增停车位300个", "整治背街小巷20条，每季度通报进展", "新建社区食堂5家，惠及老年人"]
    projects = ["滨河公园提升", "城东泵站扩建", "文化中心装修"] if others else tasks
    clauses = "".join(f"<p>{place}.{task}。（责任单位：区住建局、区民政局）</p>" for place, task in enumerate(tasks, 1))
    rows = [
        ["序号", "工作任务", "责任单位"],
        *([str(place), task, "区城管局"] for place, task in enumerate(projects, 1)),
    ]
    page = f"<h1>石桥区城市更新方案</h1><p>一、重点任务</p>{clauses}<p>附件</p>{html_table(rows)}"
    assert len(_read(page)["tasks"]) == many


def test_a_menu_of_links_is_no_part_of_the_title():
    rows = [
        ["序号", "工作任务", "责任单位"],
        ["1", "修建公路42公里。", "县交通运输局"],
        ["2", "改造危房830户。", "县住建局"],
    ]
    menu = "".join(f'<div><a href="/{place}">{name}</a></div>' for place, name in enumerate(TASKS))
    title = "<div>山口县2019年重点任务责任清单</div>"
    assert _read(menu + title + html_table(rows))["title"] == "山口县2019年重点任务责任清单"


def test_marks_under_months_say_until_when_and_name_no_units():
    rows = [["序号", "工作任务", "责任单位", "1月", "2月", "3月"], ["1", "编制旅游规划", "文旅局", "★", "★", ""]]
    rows += [["2", "改造旅游厕所15座", "文旅局、住建局", "", "★", "★"]]
    tasks = _read("<h1>云溪县2023年旅游项目推进计划</h1>" + html_table(rows))["tasks"]
    assert [(task["text"], task["deadline"]) for task in tasks] == [
        ("编制旅游规划", "2023-02-28"),
        ("改造旅游厕所15座", "2023-03-31"),
    ]


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("各区、市民政局", ["各区", "市民政局"]),
        ("各县、市区政府", ["各县、市区政府"]),
        ("有关市、县人民政府", ["有关市、县人民政府"]),
        ("各县、市场监管局", ["各县", "市场监管局"]),
    ],
)
def test_a_bureau_behind_a_group_of_places_is_a_unit_of_its_own(listed: str, names: list[str]):
    rows = [["序号", "工作任务", "责任单位"], ["1", "建设示范点16个。", listed], ["2", "更换水表8万块。", "市住建局"]]
    first, _ = _read("<h1>沧浪市2022年任务清单</h1>" + html_table(rows))["tasks"]
    assert [unit["name"] for unit in first["departments"]] == names


def test_tasks_of_one_cell_that_each_end_in_a_clause_are_tasks_of_their_own():
    cell = "1.培育企业5家。（责任单位：工信局）\n2.新建厂房20万平方米。（责任单位：开发区、投资公司）"
    rows = [["类别", "重点任务"], ["壮大产业", cell], ["建设乡村", "3.打造示范村14个。（责任单位：各乡镇）"]]
    tasks = _read("<h1>尧都县2021年重点工作要点</h1>" + html_table(rows))["tasks"]
    assert [(task["number"], task["heading"], len(task["departments"])) for task in tasks] == [
        ("1", "壮大产业", 1),
        ("2", "壮大产业", 2),
        ("3", "建设乡村", 1),
    ]


def test_what_answers_for_an_item_above_a_table_answers_for_none_of_its_rows():
    item = "<p>{}.{}。</p><p>牵头单位：区卫健局</p><p>配合单位：各卫生服务中心</p>"
    items = "".join(
        item.format(place, task) for place, task in enumerate(["新建服务站9个", "组建团队20支", "扩建床位90张"], 1)
    )
    rows = [
        ["序号", "项目内容", "责任单位"],
        ["1", "采购体检车2台", "区医院"],
        ["2", "接入机构35家", "区大数据中心"],
        ["3", "改造病房4处", "区医院"],
    ]
    for between in ("", "<p>附：重点项目表</p>"):
        tasks = _read(f"<h1>开福区2026年医疗任务清单</h1>{items}{between}{html_table(rows)}")["tasks"]
        assert [len(task["departments"]) for task in tasks] == [2, 2, 2, 1, 1, 1]


def test_a_remark_without_a_number_is_no_rest_of_the_task_above_it():
    rows = [["序号", "任务", "责任科室"], ["1", "上门服务企业100家。", "管理部"], ["2", "新增职工9000人。", "归集科"]]
    read = _read("<h1>2023年工作任务清单</h1>" + html_table([*rows, ["", "以上任务按月调度。", ""]]))
    assert [task["text"] for task in read["tasks"]] == ["上门服务企业100家。", "新增职工9000人。"]


LEDGER = [
    ["序号", "类别", "工作任务", "责任单位", "完成时限"],
    ["1", "城市更新", "改造老旧小区12个。", "县住建局", "10月底前"],
    ["2", "安全生产", "开展专项检查，覆盖企业160家。", "县应急管理局、县公安局", "6月30日前"],
    ["3", "民生服务", "建成社区食堂5家。", "县民政局", "年底前"],
]
SO_FAR = [
    "截至5月底已完成方案设计并进入招标阶段，预计9月底前完工。",
    "已检查企业82家，发现隐患130处。",
    "已建成2家，正在装修。",
]


def _tasks(rows: list[list[str]]) -> list[dict[str, Any]]:
    return list(_read("<h1>清河县2024年重点工作任务分解表</h1>" + html_table(rows))["tasks"])


@pytest.mark.parametrize(
    ("label", "cells"),
    [
        *((label, SO_FAR) for label in ("存在问题及困难", "工作亮点", "需协调事项", "下周计划", "工作动态")),
        *((label, ["县委督查室"] * 3) for label in ("评价单位", "业务指导单位", "销号单位")),
        *((label, ["城关镇", "全县", "石桥镇"]) for label in ("所在地", "所属乡镇")),
        *((label, ["钱学文", "孔令辉", "吴晓东"]) for label in ("联络员", "验收人", "督办人")),
    ],
)
@pytest.mark.parametrize("place", [3, 4, 5])
def test_a_column_beside_the_task_changes_nothing_of_it(label: str, cells: list[str], place: int):
    wider = [[*row[:place], own, *row[place:]] for row, own in zip(LEDGER, [label, *cells], strict=True)]
    assert _tasks(wider) == _tasks(LEDGER)


@pytest.mark.parametrize(
    ("column", "label"), [(2, "下一步措施"), (3, "任务分工"), (3, "项目业主"), (3, "工作专班"), (4, "序时进度")]
)
def test_a_column_alone_of_its_kind_is_known_by_what_it_holds(column: int, label: str):
    named = [[*LEDGER[0][:column], label, *LEDGER[0][column + 1 :]], *LEDGER[1:]]
    assert _tasks(named) == _tasks(LEDGER)


@pytest.mark.parametrize(
    ("cell", "roles"),
    [
        ("县教育局牵头 县财政局配合", ["lead", "support"]),
        ("县教育局牵头，会同县财政局", ["lead", "support"]),
        ("【牵头】县教育局【配合】县财政局", ["lead", "support"]),
        ("1.县教育局\n2.县财政局", ["responsible", "responsible"]),
        ("①县教育局②县财政局", ["responsible", "responsible"]),
        ("县教育局｜县财政局", ["responsible", "responsible"]),
        ("县教育局商县财政局", ["responsible", "responsible"]),
    ],
)
def test_two_units_of_one_cell_are_two_however_they_are_set(cell: str, roles: list[str]):
    first, *_ = _tasks([LEDGER[0], [*LEDGER[1][:3], cell, LEDGER[1][4]], *LEDGER[2:]])
    assert [unit["name"] for unit in first["departments"]] == ["县教育局", "县财政局"]
    assert [unit["role"] for unit in first["departments"]] == roles


@pytest.mark.parametrize(
    ("cell", "names"),
    [("局长：王建国", ["王建国"]), ("王建国/李明", ["王建国", "李明"]), ("王建国 13800000000", ["王建国"])],
)
def test_persons_stand_behind_their_posts_and_before_their_telephones(cell: str, names: list[str]):
    person = zip(LEDGER, ["责任领导", cell, "孙晓红", "赵海涛"], strict=True)
    first, *_ = _tasks([[*row[:3], own, *row[3:]] for row, own in person])
    assert first["leaders"] == names
