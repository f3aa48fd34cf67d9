"""The same lists under other words: each office has its own labels, brackets and marks, and the tasks stay the same."""

import re

import pytest

from tests.importing.scoring import recognised_json

LIST = """石桥区2024年重点工作任务清单
石政办〔2024〕6号
一、城市更新
1.改造老旧小区12个，新增停车位300个。
牵头单位：区住建局
配合单位：区财政局、各街道
完成时限：2024年10月底
2.整治背街小巷20条，每季度通报一次进展。
牵头单位：区城管局
配合单位：无
完成时限：2024年6月
二、民生保障
3.新建社区食堂5家，让老年人在家门口吃上热饭。
牵头单位：区民政局
配合单位：区市场监管局
完成时限：长期坚持
石桥区人民政府办公室
2024年2月1日
"""
OTHER_WORDS = [
    ("牵头单位", "主办单位"), ("牵头单位", "主责单位"), ("牵头单位", "牵头责任单位"), ("牵头单位", "牵头"),
    ("牵头单位", "主办"),
    ("配合单位", "协办单位"), ("配合单位", "参与单位"), ("配合单位", "协同配合单位"), ("配合单位", "协办"),
    ("配合单位", "会办单位"),
    ("完成时限", "完成时间节点"), ("完成时限", "时间要求"), ("完成时限", "时间进度"), ("完成时限", "计划完成时间"),
    ("完成时限", "成果形式：印发文件\n完成时限"),
    (r"(牵头单位|配合单位|完成时限)：", r"【\1】"), (r"(牵头单位|配合单位|完成时限)：", r"\1： "),
    (r"(\d)\.(?=[改整新])", r"\1、"), (r"(\d)\.(?=[改整新])", r"（\1）"), (r"(\d)\.(?=[改整新])", r"\1）"),
    (r"^([一二])、", r"\1．"), (r"^([一二])、", r"第\1部分 "), (r"^([一二])、", ""), (r"\n", r"\n\n"),
    (r"。\n牵头单位：(.*)\n配合单位：(.*)\n完成时限：(.*)", r"。（牵头单位：\1；配合单位：\2；完成时限：\3）"),
    (r"。\n牵头单位：(.*)\n配合单位：(.*)\n完成时限：(.*)", r"。〔牵头单位：\1，配合单位：\2，完成时限：\3〕"),
    (r"。\n牵头单位：(.*)\n配合单位：(.*)\n完成时限：(.*)", r"。牵头单位：\1；配合单位：\2；完成时限：\3。"),
]  # fmt: skip


def _told(text: str) -> list[dict[str, object]]:
    tasks = recognised_json(text.encode(), "清单.txt")["tasks"]
    return [{key: task[key] for key in ("number", "heading", "text", "departments", "deadline")} for task in tasks]


@pytest.mark.parametrize(("word", "other"), OTHER_WORDS, ids=[f"{word}-{other}" for word, other in OTHER_WORDS])
def test_another_word_tells_the_same(word: str, other: str):
    told = _told(re.sub(word, other, LIST, flags=re.MULTILINE))
    assert told == _told(LIST)
    assert [task["heading"] for task in told] == ["城市更新", "城市更新", "民生保障"]
    assert [task["deadline"] for task in told] == ["2024-10-31", "2024-06-30", None]


@pytest.mark.parametrize("width", [20, 24, 31])
def test_lines_cut_at_one_width_are_joined_again(width: int):
    long = "。".join(["完善基层治理体系和公共服务设施，推动资源向街道社区下沉"] * 8)
    text = LIST.replace("改造老旧小区12个，", f"{long}，改造老旧小区12个，")
    lines = [line[at : at + width] for line in text.split("\n") for at in range(0, max(len(line), 1), width)]
    assert _told("\n".join(lines)) == _told(text)
