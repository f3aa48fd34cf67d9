"""The rules for the layouts, each shown by a small document."""

from datetime import date
from decimal import Decimal

import pytest

from app.importing.readers import read
from app.importing.recognise import Recognised, dates, indicators, recognise, recurrence
from app.importing.recognise.clauses import clauses
from app.importing.recognise.names import names, people
from app.tasks.kinds import Comparator, DeadlineKind, PrintedRole, Recurrence

LEAD, SUPPORT, RESPONSIBLE = PrintedRole.LEAD, PrintedRole.SUPPORT, PrintedRole.RESPONSIBLE
HEAD = "某市总工会2022年重点工作责任分工方案\n"


def of(text: str) -> Recognised:
    return recognise(read(text.encode(), "x.txt"))


def units(text: str) -> list[tuple[str, PrintedRole]]:
    return [(named.name, named.printed_role) for _, _, clause in clauses(text) for named in clause.departments]


def test_a_table_with_lead_support_and_deadline_columns() -> None:
    table = "序号\t类别\t工作任务\t牵头单位\t配合单位\t完成时限\n"
    table += "1\t改革\t深化改革。\t市发改委\t市财政局、各县（市、区）人民政府\t6月底前\n"
    table += "合计\t\t1 项\t\t\t\n"
    (task,) = of(HEAD + table).tasks
    assert (task.number, task.heading, task.text) == ("1", "改革", "深化改革。")
    assert [named.name for named in task.departments] == ["市发改委", "市财政局", "各县（市、区）人民政府"]
    assert [named.printed_role for named in task.departments] == [LEAD, SUPPORT, SUPPORT]
    assert task.deadline
    assert task.deadline.due_on == date(2022, 6, 30)
    assert "按 2022 年" in task.deadline.rule


def test_a_row_cut_by_the_page_is_one_task() -> None:
    table = (
        "序号\t工作任务\t责任单位\n1\t深化改革，\t办公室\n\n序号\t工作任务\t责任单位\n\t做到底。\t\n2\t再做。\t办公室\n"
    )
    assert [task.text for task in of(HEAD + table).tasks] == ["深化改革，做到底。", "再做。"]


def test_requirements_in_the_covering_notice_are_no_tasks() -> None:
    text = f"通知如下：\n1. 每月28日前报送。\n2. 加强协作。\n{HEAD}一、发展经济\n"
    text += "1. 抓项目。（A局负责）\n2. 抓招商。（B局负责）\n三、工作要求\n1. 压实责任。\n"
    assert [(task.number, task.heading) for task in of(text).tasks] == [("1", "发展经济"), ("2", "发展经济")]


def test_sub_items_with_their_own_clause_are_tasks_and_others_stay_in_the_text() -> None:
    text = (
        HEAD + "1. 抓项目：\n（1）甲。（A局负责）\n（2）乙。（B局负责）\n2. 抓招商：\n（1）丙；\n（2）丁。（C局负责）\n"
    )
    assert [(task.number, task.text) for task in of(text).tasks] == [
        ("1(1)", "甲。"),
        ("1(2)", "乙。"),
        ("2", "抓招商：（1）丙；（2）丁。"),
    ]


def test_an_item_without_a_clause_in_the_series_is_kept_with_a_doubt_that_must_be_settled() -> None:
    tasks = of(HEAD + "1. 甲。（A局负责）\n2. 乙。\n4. 丙。（A局、B局负责）\n").tasks
    assert [[(doubt.code, doubt.must) for doubt in task.doubts] for task in tasks] == [
        [],
        [("no_department", True)],
        [("lead_not_printed", False), ("number_gap", False)],
    ]


def test_the_offsets_quote_the_item() -> None:
    document = read((HEAD + "一、甲事。（责任部门：\n办公室）\n二、乙事。（责任部门：财务部）").encode(), "x")
    first, second = recognise(document).tasks
    assert document.text[first.start : first.end] == "一、甲事。（责任部门：\n办公室）"
    assert second.departments[0].name == "财务部"


@pytest.mark.parametrize("rule", ["责任单位列第一位的为牵头单位", "无牵头单位的，列第一位的责任单位为牵头单位"])
def test_a_rule_in_the_document_makes_the_first_unit_lead(rule: str) -> None:
    text = HEAD + f"（{rule}）\n1. 甲。（责任单位：A局、B局）\n"
    assert [named.printed_role for named in of(text).tasks[0].departments] == [LEAD, RESPONSIBLE]


def test_a_document_without_tasks_gives_none() -> None:
    assert of("各位同事：\n今天放假。").tasks == ()


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("甲。（责任单位：A局、B局）", [("A局", RESPONSIBLE), ("B局", RESPONSIBLE)]),
        ("甲。(牵头单位:A局;配合单位:B局)", [("A局", LEAD), ("B局", SUPPORT)]),
        ("甲。（A局牵头，B局、C局参与）", [("A局", LEAD), ("B局", SUPPORT), ("C局", SUPPORT)]),
        ("甲。（A局、B局按职责分工负责）", [("A局", RESPONSIBLE), ("B局", RESPONSIBLE)]),
        (
            "甲。\n牵头单位：A局\n责任单位：A局、B局等有关部门",
            [("A局", LEAD), ("A局", RESPONSIBLE), ("B局", RESPONSIBLE)],
        ),
        ("甲。责任单位：A局、B局。", [("A局", RESPONSIBLE), ("B局", RESPONSIBLE)]),
        ("由工会（职工之家）办理。", []),
        ("（A局及省委党校负责）", [("A局", RESPONSIBLE), ("省委党校", RESPONSIBLE)]),
        ("（澜溪海关和工商银行澜溪支行负责）", [("澜溪海关", RESPONSIBLE), ("工商银行澜溪支行", RESPONSIBLE)]),
        ("（市食安委各成员单位负责）", [("市食安委各成员单位", RESPONSIBLE)]),
        ("（A局、各基层\n人民法院负责）", [("A局", RESPONSIBLE), ("各基层人民法院", RESPONSIBLE)]),
        ("（林业局、水务局牵头督导，财政局参与）", [("林业局", LEAD), ("水务局", LEAD), ("财政局", SUPPORT)]),
        (
            "（责任单位：林业局、水务局（排名第一位的为牵头单位，下同））",
            [("林业局", RESPONSIBLE), ("水务局", RESPONSIBLE)],
        ),
    ],
)
def test_a_clause_says_who_answers(clause: str, expected: list[tuple[str, PrintedRole]]) -> None:
    assert units(clause) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("办公室 组织部", ["办公室", "组织部"]),
        ("市发展和改革局、各县（市、区）", ["市发展和改革局", "各县（市、区）"]),
        ("检验科、放射科以及超声科", ["检验科", "放射科", "超声科"]),
        ("政治部及督察室", ["政治部", "督察室"]),
        ("县公安局、县市\n场监督管理局", ["县公安局", "县市场监督管理局"]),
        ("市直各部门\n各县市", ["市直各部门", "各县市"]),
        ("实验室与设备管理处", ["实验室与设备管理处"]),
        ("各区市县和开放先导区总工会", ["各区市县和开放先导区总工会"]),
        ("市财政局和市审计局", ["市财政局", "市审计局"]),
        ("林业局、水务局等和各乡镇人民政府", ["林业局", "水务局", "各乡镇人民政府"]),
        ("县级各有关部门及各镇政府", ["县级各有关部门", "各镇政府"]),
        ("水务局等政府各有关部门", ["水务局"]),
        ("无", []),
    ],
)
def test_names_are_parted_only_between_complete_names(words: str, expected: list[str]) -> None:
    assert names(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("陆 明俞 悦", ("陆明", "俞悦")),
        ("邵 珊柴 启 明", ("邵珊", "柴启明")),
        ("龚 正平 柏 青", ("龚正平", "柏青")),
    ],
)
def test_persons_drawn_apart_are_told_where_they_touch(words: str, expected: tuple[str, ...]) -> None:
    assert people(words) == expected


@pytest.mark.parametrize(
    ("words", "due_on"),
    [
        ("2018.09", date(2018, 9, 30)),
        ("2026年3月", date(2026, 3, 31)),
        ("12月底前", date(2022, 12, 31)),
        ("2月份", date(2022, 2, 28)),
        ("6月中旬", date(2022, 6, 20)),
        ("上半年", date(2022, 6, 30)),
        ("第三季度", date(2022, 9, 30)),
        ("年底前", date(2022, 12, 31)),
        ("到2025年", date(2025, 12, 31)),
        ("5月底前动工，9月投入使用", date(2022, 9, 30)),
        ("2022年8月15日", date(2022, 8, 15)),
        ("长期坚持", None),
        ("每年3月底前", None),
        ("立行立改", None),
    ],
)
def test_a_deadline_column_becomes_a_day_by_a_rule(words: str, due_on: date | None) -> None:
    assert dates.of_column(words, dates.Plan(2022)).due_on == due_on


def test_without_a_year_no_date_is_invented() -> None:
    deadline = dates.of_column("6月底前", dates.Plan(None))
    assert (deadline.due_on, dates.is_vague(deadline)) == (None, True)


@pytest.mark.parametrize(
    ("text", "due_on"),
    [
        ("2022年10月底前，完成整治。", date(2022, 10, 31)),
        ("在2025年之前，建会率95%。", date(2025, 12, 31)),
        ("2021—2025年，给予返还。", date(2025, 12, 31)),
        ("落实《2025年前行动方案》。", None),
        ("每年3月底前报送。", None),
        ("自2021年以来，成效明显。", None),
    ],
)
def test_only_an_explicit_date_of_completion_counts_in_a_sentence(text: str, due_on: date | None) -> None:
    found = dates.in_text(text, dates.Plan(2022))
    assert (found.due_on if found else None) == due_on
    if found:
        assert found.kind in (DeadlineKind.BEFORE, DeadlineKind.RANGE)
        assert text[found.start : found.end].strip() == found.words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每年评选一次", [Recurrence.YEARLY]),
        ("每届至少召开1次，每年听取1次", [Recurrence.YEARLY, Recurrence.PER_TERM]),
        ("每5年开展1次", [Recurrence.EVERY_5_YEARS]),
        ("年度命名工作室", [Recurrence.YEARLY]),
        ("每人每月720元", []),
        ("按每年不超过3000元的标准", []),
        ("工会常态化帮扶延伸", []),
    ],
)
def test_an_act_that_comes_again_is_a_recurrence(text: str, expected: list[Recurrence]) -> None:
    assert [found.value for found in recurrence.found_in(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建会率95%", [("95", "%")]),
        ("总数四分之一以上", [("25", "%")]),
        ("每个补助5万元", [("5", "万元")]),
        ("筹集1.3亿元", [("1.3", "亿元")]),
        ("每年召开两次会议", [("2", "次")]),
        ("增长5个百分点", [("5", "个百分点")]),
        ("25人以下的企业", []),
        ("“3+2”培养，15分钟圈，12345热线，2022年10月", []),
        ("按工资总额2%拨付", []),
        ("去年新增30个", []),
    ],
)
def test_a_figure_the_task_must_reach_is_an_indicator(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(str(found.value), found.unit) for found in indicators.found_in(text)] == expected


def test_a_range_and_comparators() -> None:
    (found,) = indicators.found_in("每年建设3~5家基地")
    assert (found.comparator, found.value, found.value_max) == (Comparator.RANGE, Decimal(3), Decimal(5))
    assert found.period is Recurrence.YEARLY
    assert indicators.found_in("不少于10个")[0].comparator is Comparator.AT_LEAST
    assert indicators.found_in("控制在3%以内")[0].comparator is Comparator.AT_MOST


@pytest.mark.parametrize(
    "clause",
    [
        "［牵头单位：市发改委；配合单位：市财政局］",
        "（市发改委主责，市财政局配合）",
        "（市发改委牵头、市财政局配合）",
        "（任务分工：市发改委牵头，市财政局配合）",
        "（市发改委为牵头单位，市财政局为配合单位）",
    ],
)
def test_offices_say_who_leads_and_who_helps_in_their_own_words(clause: str) -> None:
    assert units(f"1. 深化改革。{clause}") == [("市发改委", LEAD), ("市财政局", SUPPORT)]


@pytest.mark.parametrize(
    "clause", ["（市发改委、市财政局各负其责）", "（市发改委、市财政局具体实施）", "（办理单位：市发改委、市财政局）"]
)
def test_offices_say_who_answers_in_their_own_words(clause: str) -> None:
    assert units(f"1. 深化改革。{clause}") == [("市发改委", RESPONSIBLE), ("市财政局", RESPONSIBLE)]


def test_the_thousandth_item_is_a_task_and_a_year_is_no_number() -> None:
    items = [f"{number}.完成第{number}处管网改造。（牵头单位：住建局；完成时限：6月底）" for number in range(997, 1003)]
    lines = ["管网改造任务分工", "一、主城区", *items[:-1], "2024.6月底前建成调度中心。", items[-1]]
    found = of("\n".join(lines)).tasks
    assert [task.number for task in found] == [str(number) for number in range(997, 1003)]
