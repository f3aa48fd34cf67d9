"""What an office says of all its tasks: that the first unit leads, or that a mark stands for the lead."""

import pytest

from app.importing.recognise.drafts import Named
from app.importing.recognise.legend import as_marked, legend_of
from app.importing.recognise.printed_roles import kind_of
from app.importing.recognise.who_leads import first_of_several_leads, first_unit_leads, without_rule
from app.tasks.kinds import PrintedRole

LEAD, RESPONSIBLE = PrintedRole.LEAD, PrintedRole.RESPONSIBLE


@pytest.mark.parametrize(
    "sentence",
    [
        "排名第一位的为牵头单位",
        "列在首位的单位为牵头单位",
        "排序第1的牵头负责",
        "以排名在先的为主办单位",
        "排列靠前者为牵头部门",
        "首个责任单位牵头",
        "牵头单位均列首位",
        "牵头单位为第一位的责任单位",
        "打头的为牵头科室",
        "第一责任单位为牵头单位",
        "放在第一位的单位为牵头单位",
        "牵头单位居首，责任单位在后",
        "首家单位为主要责任单位",
        "为首的单位牵头",
    ],
)
def test_the_first_unit_leads_however_the_office_says_it(sentence: str) -> None:
    assert first_unit_leads(f"任务分解表中，{sentence}，下同。")


@pytest.mark.parametrize(
    "sentence",
    [
        "各单位主要负责同志是第一责任人，牵头抓总、亲自部署",
        "要把项目建设摆在首位，牵头部门要主动作为",
        "把质量放在第一位，主要领导要牵头推进",
        "对排名第一的县区，由市财政局牵头兑现奖励",
        "牵头单位是第一责任主体",
        "各单位走在前列，牵头单位要每月调度",
        "工业投资排第一位，牵头单位通报",
        "排名第一的牵头单位予以表扬",
        "牵头单位要第一时间响应",
        "市财政局牵头，第一季度完成",
    ],
)
def test_a_first_person_or_aim_is_no_first_unit(sentence: str) -> None:
    assert not first_unit_leads(f"{sentence}。")


def test_a_rule_for_several_units_leaves_one_alone() -> None:
    assert first_of_several_leads("涉及多个部门的，列第一位的为牵头部门")
    assert not first_of_several_leads("列第一位的为牵头部门")


def test_a_list_is_read_without_what_it_says_of_all_lists() -> None:
    assert without_rule("市财政局、市教育局，涉及多个部门的，列第一位的为牵头部门，下同") == "市财政局、市教育局"
    assert without_rule("市财政局、市教育局") == "市财政局、市教育局"


def test_a_role_in_a_columns_brackets_decides() -> None:
    assert kind_of("责任单位（牵头）") is LEAD
    assert kind_of("责任部门(配合部门)") is PrintedRole.SUPPORT
    assert kind_of("责任单位（排名第一为牵头）") is RESPONSIBLE


def test_a_mark_that_the_document_explains_gives_its_unit_the_role() -> None:
    legend = legend_of("注：责任单位中标“*”的为牵头单位。")
    assert as_marked(Named("*市财政局", RESPONSIBLE), legend) == Named("市财政局", LEAD)
    assert as_marked(Named("市财政局（*）", RESPONSIBLE), legend) == Named("市财政局", LEAD)
    assert as_marked(Named("市财政局★", RESPONSIBLE), legend) == Named("市财政局★", RESPONSIBLE)
    assert as_marked(Named("市教育局", RESPONSIBLE), legend) == Named("市教育局", RESPONSIBLE)
