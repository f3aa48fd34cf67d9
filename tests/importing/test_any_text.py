"""Whatever text an office hands in, the importer answers: with drafts, with none, or with what is wrong."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.importing.blocks import Builder, Format
from app.importing.readers import Unreadable, read
from app.importing.readings.suggest import suggestions
from app.importing.recognise import recognise

WORDS = """
序号 目标任务 工作任务 责任单位 责任部门 牵头单位 配合单位 完成时限 分管领导 类别 年度目标 单位 一季度 二季度 频次
一、 （一） 1. 2． （3） ① 第七条 1-1 问题一： 第一章 △ 附件1 合计 注：
推进项目建设，新增45个。 每年评选10名， 控制在3%以内； 5年内 到2025年， 12月底前 截至7月中旬 长期坚持
市发展改革委 各县（市、区）人民政府 县住建局、县财政局 市教育局等有关部门 张三 俞 悦 无 —
（责任单位：甲局、乙局） （甲局牵头，乙局配合） （甲局、乙局负责） 〔牵头单位：甲局；责任单位：乙局〕 责任单位：甲局
甲市总工会 2021年6月4日 甲工办字〔2021〕9号 关于印发《甲市2021年工作要点》的通知 以下各项工作均需乙县落实，不再列出
| ｜ ┌──┬──┐ │ ├──┤ └──┘ <p> </p> <table> <tr><td> </td></tr> { } [ ] " : ， 。 ） （ 〕 1 2 37 % 整改措施：
"""
PIECES = st.sampled_from(WORDS.split())
BETWEEN = st.sampled_from(["", "\n", "\n\n", "\t", " ", "\u3000", "、", "|"])
TEXTS = st.lists(st.tuples(PIECES, BETWEEN), min_size=1, max_size=60).map(
    lambda parts: "".join(piece + between for piece, between in parts)
)


def taken(data: bytes) -> None:
    try:
        document = read(data, "文字.txt")
    except Unreadable:
        return
    for draft in recognise(document).tasks:
        assert draft.text
        assert 0 <= draft.start <= draft.end <= len(document.text)
    for reading in suggestions(document):
        assert reading.quotation


@settings(max_examples=250, deadline=10_000)
@given(TEXTS)
def test_ledger_words_in_any_order(text: str) -> None:
    taken(text.encode())


@settings(max_examples=100, deadline=10_000)
@given(st.binary(max_size=400) | st.text(max_size=400).map(lambda text: text.encode("gb18030", "ignore")))
def test_any_bytes(data: bytes) -> None:
    taken(data)


HEADER = ("序号", "工作任务", "牵头单位", "完成时限")
CELLS = st.sampled_from(
    ["", "1", "2", "一、热源保障", "1.推进建设。（甲局负责）2.新增45个。（乙局负责）", "甲局", "12月底前", "★"]
)
ROWS = st.lists(st.lists(CELLS, max_size=6) | st.just(list(HEADER)), max_size=8)


@settings(max_examples=150, deadline=10_000)
@given(ROWS)
def test_rows_that_lack_cells_or_have_too_many(rows: list[list[str]]) -> None:
    builder = Builder()
    builder.table([HEADER, ["1", "改造管网8公里。", "县水务局", "9月底"], *rows])
    document = builder.document("表.html", Format.HTML)
    for draft in recognise(document).tasks:
        assert draft.text
