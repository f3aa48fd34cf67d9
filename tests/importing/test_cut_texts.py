"""Texts whose lines a program cut at some width, and pages with links beside them: the tasks stay the same."""

import unicodedata

import pytest

from app.importing.readers import read
from app.importing.recognise import Draft, recognise

LEDGER = """江州市2023年数字政府建设重点任务分解
每项任务列第一位的单位为牵头单位。
一、夯实数字底座
1.归集公共数据不少于30亿条，11月底前上线运行城市运行管理平台，实现跨部门、跨层级数据共享应用场景200个。（市大数据局、市公安局、市住房和城乡建设局）
2.新建5G基站1800个。（市通信管理办公室、市工业和信息化局、中国铁塔江州市分公司）
二、优化政务服务
3.推行“一件事一次办”，高频事项达到50项，网上可办率不低于98%，每季度通报一次各单位事项办理情况。（市行政审批局、市直各部门、各县（市、区）人民政府）
4.政务服务大厅设置“办不成事”反映窗口，对群众反映的问题逐项登记、限时办结。（市行政审批局、市政务服务中心）
江州市人民政府办公室
2023年3月6日
"""


def cut(text: str, width: int, *, wide: bool) -> str:
    """Paragraphs are indented, and go on in the next line where the width is used up."""
    found = []
    for line in text.splitlines():
        rest, now = f"　　{line}", ""
        for char in rest:
            if sum(2 if wide and unicodedata.east_asian_width(one) in "WF" else 1 for one in now + char) > width:
                found.append(now)
                now = ""
            now += char
        found.append(now)
    return "\n".join(found) + "\n"


def told(text: str, name: str = "x.txt") -> list[tuple[str | None, str | None, str, list[str]]]:
    def one(task: Draft) -> tuple[str | None, str | None, str, list[str]]:
        return task.number, task.heading, task.text, [named.name for named in task.departments]

    return [one(task) for task in recognise(read(text.encode(), name)).tasks]


@pytest.mark.parametrize("width", [26, 30, 34, 38, 42])
@pytest.mark.parametrize("wide", [False, True])
def test_a_text_cut_at_a_width_has_the_tasks_that_it_had(width: int, wide: bool) -> None:
    assert told(cut(LEDGER, width * (2 if wide else 1), wide=wide)) == told(LEDGER)


def test_a_link_to_another_page_does_not_hide_sentences_that_say_who_sees_to_them() -> None:
    items = "<p>1．新建防火隔离带18公里，由县林业局负责落实。</p><p>2．设置卡口56处，由县公安局负责落实。</p>"
    link = "<h3>相关链接</h3><p>1.关于加强协作配合的通知（责任单位：办公室）</p>"
    page = f"<html><body><p>岭南县森林防火重点工作分工</p>{items}{link}</body></html>"
    assert [units for _, _, _, units in told(page, "x.html")] == [["县林业局"], ["县公安局"]]


def test_a_header_whose_columns_cannot_be_told_is_a_line_like_others() -> None:
    text = (
        "任务清单\n　　序号 工作任务 责任单位 完成时限\n　　1 建设社区食堂 民政局 6月底\n　　2 整治街巷 城管局 9月底\n"
    )
    assert [text for _, _, text, _ in told(text)] == ["建设社区食堂", "整治街巷"]


@pytest.mark.parametrize(
    ("clause", "units"),
    [
        ("（市水利局\n（市移民局）、市财政局）", ["市水利局（市移民局）", "市财政局"]),
        ("（市政府\n办公室、市财政局）", ["市政府办公室", "市财政局"]),
        ("（市人力资源社\n会保障局、市财政局）", ["市人力资源社会保障局", "市财政局"]),
    ],
)
def test_a_name_cut_at_the_end_of_a_line_is_one_name(clause: str, units: list[str]) -> None:
    text = f"任务清单\n1.建设社区食堂。（市民政局、市城管局）\n2.整治街巷，保持整洁。{clause}\n"
    assert [units for _, _, _, units in told(text)] == [["市民政局", "市城管局"], units]


def test_headings_of_two_grades_in_one_line_are_parted_from_each_other() -> None:
    text = "任务清单\n一、改善条件 （一）建设基地 1.建成实训基地50个。（责任单位：教育局） "
    text += "2.选派教师100名。（责任单位：人社局） 二、深化融合 （一）组建集团 3.组建集团4个。（责任单位：工商联）\n"
    assert [heading for _, heading, _, _ in told(text)] == [
        "改善条件 / 建设基地",
        "改善条件 / 建设基地",
        "深化融合 / 组建集团",
    ]


def test_headings_behind_the_title_in_the_same_line_are_those_of_the_first_item() -> None:
    text = "民生实事任务分工 一、改善条件 （一）建设基地 1.建成实训基地50个。（责任单位：教育局） "
    text += "2.选派教师100名。（责任单位：人社局）\n"
    assert [(number, heading) for number, heading, _, _ in told(text)] == [
        ("1", "改善条件 / 建设基地"),
        ("2", "改善条件 / 建设基地"),
    ]
