"""Items are counted in many ways: whatever stands in front of them, they are the same three tasks."""

import pytest

from app.importing.readers import read
from app.importing.recognise import recognise

DEEDS = ("推进政府债务管理，完善预警机制。", "优化审批流程，提升服务效能。", "加快项目建设，强化要素保障。")
UNITS = ("市财政局", "市行政审批局", "市发展改革委")


def written(labels: list[str]) -> str:
    items = "\n".join(
        f"{label}{deed}（责任单位：{unit}）" for label, deed, unit in zip(labels, DEEDS, UNITS, strict=True)
    )
    return f"江州市2023年重点工作任务分解\n一、经济领域\n{items}\n江州市人民政府办公室\n2023年2月20日\n"


@pytest.mark.parametrize(
    ("labels", "numbers"),
    [
        (["1 ", "2 ", "3 "], ["1", "2", "3"]),
        (["01　", "02　", "03　"], ["01", "02", "03"]),
        (["1，", "2，", "3，"], ["1", "2", "3"]),
        (["1：", "2：", "3："], ["1", "2", "3"]),
        (["【1】", "【2】", "【3】"], ["1", "2", "3"]),
        (["⒈", "⒉", "⒊"], ["1", "2", "3"]),
        (["㈠", "㈡", "㈢"], ["一", "二", "三"]),
        (["（1.）", "（2.）", "（3.）"], ["1", "2", "3"]),
        (["1.1.1 ", "1.1.2 ", "1.1.3 "], ["1.1.1", "1.1.2", "1.1.3"]),
        (["重点任务一 ", "重点任务二 ", "重点任务三 "], ["重点任务一", "重点任务二", "重点任务三"]),
        (["措施1：", "措施2：", "措施3："], ["措施1", "措施2", "措施3"]),
        (["➢ ", "➢ ", "➢ "], [None, None, None]),
        (["- ", "- ", "- "], [None, None, None]),
    ],
)
def test_a_label_is_no_part_of_the_text(labels: list[str], numbers: list[str | None]) -> None:
    tasks = recognise(read(written(labels).encode(), "x.txt")).tasks
    assert [task.number for task in tasks] == numbers
    assert [task.text for task in tasks] == list(DEEDS)
    assert [task.heading for task in tasks] == ["经济领域"] * 3


def test_a_figure_that_begins_a_line_is_no_label_where_nothing_is_counted() -> None:
    text = "江州市2023年重点工作任务分解\n1.推进管网改造，覆盖\n3 个老旧片区。（责任单位：市住建局）\n"
    text += "2.整治背街小巷。（责任单位：市城管局）\n"
    assert [task.text for task in recognise(read(text.encode(), "x.txt")).tasks] == [
        "推进管网改造，覆盖3 个老旧片区。",
        "整治背街小巷。",
    ]
