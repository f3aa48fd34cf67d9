"""The last sentence of a task may say in words who sees to it, and names there are parted as in any list."""

import pytest

from app.importing.recognise.names import names
from app.importing.recognise.spoken import spoken
from app.tasks.kinds import PrintedRole

LEAD, SUPPORT, RESPONSIBLE = PrintedRole.LEAD, PrintedRole.SUPPORT, PrintedRole.RESPONSIBLE
TASK = "清理整治违规占道。"


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("由市城管局牵头，市公安局配合。", [("市城管局", LEAD), ("市公安局", SUPPORT)]),
        ("市城管局负责，各县（区）人民政府配合。", [("市城管局", RESPONSIBLE), ("各县（区）人民政府", SUPPORT)]),
        ("牵头单位为市城管局，责任单位为市应急局。", [("市城管局", LEAD), ("市应急局", RESPONSIBLE)]),
        ("由市城管局研究提出意见并组织落实。", [("市城管局", RESPONSIBLE)]),
        ("（市城管局牵头落实", [("市城管局", LEAD)]),
    ],
)
def test_a_sentence_of_nothing_but_units_is_the_clause(sentence: str, named: list[tuple[str, PrintedRole]]) -> None:
    ((start, end, clause),) = spoken(TASK + sentence)
    assert (start, end) == (len(TASK), len(TASK + sentence))
    assert [(unit.name, unit.printed_role) for unit in clause.departments] == named


@pytest.mark.parametrize(
    "sentence",
    [
        "各单位要高度重视，抓好落实。",
        "形成党委领导、政府负责、社会协同、公众参与的格局。",
        "做到有专人负责。",
        "各部门认真组织，确保落实。",
        "6月底前完成。",
    ],
)
def test_what_is_asked_of_all_is_no_clause(sentence: str) -> None:
    assert spoken(TASK + sentence) == []


def test_a_group_behind_and_keeps_its_levels_together() -> None:
    assert names("省教育厅及各市、州人民政府") == ["省教育厅", "各市、州人民政府"]
    assert names("市教育局及各县、区") == ["市教育局", "各县、区"]
