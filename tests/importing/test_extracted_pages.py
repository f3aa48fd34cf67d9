"""Tables as page extractors write them: a pipe behind every cell, short rows filled up at their end."""

import pytest

from app.importing.readers import read
from app.importing.recognise import recognise
from tests.importing.test_flattened import tasks

OFFICE, ALL = ("responsible 办公室",), ("responsible 各股室",)
SHARED = ("lead 办公室", "support 各股室")


def test_short_rows_are_short_on_their_left() -> None:
    lines = [
        "工作任务 | 具体要求 | 责任部门 |",
        "一、管好公章。 | 1.公章由专人保管，使用前登记。 | 办公室 |",
        "2.每季度核对一次登记簿。 | 各股室 | |",
        "二、管好档案。 | 3.归档文件逐件编目，装盒上架。 | 办公室牵头，各股室配合 |",
    ]
    assert tasks("\n".join(lines)) == [
        ("1", "管好公章", "公章由专人保管，使用前登记。", OFFICE, ()),
        ("2", "管好公章", "每季度核对一次登记簿。", ALL, ()),
        ("3", "管好档案", "归档文件逐件编目，装盒上架。", SHARED, ()),
    ]


def test_a_label_over_several_columns_and_two_merged_parents() -> None:
    lines = [
        "工作任务 | 具体要求 | 责任单位 | 时限要求 | ||",
        "一、修好水渠。 | （一）清淤。 | 1 | 清理干渠淤泥，恢复过水断面。 | 水务局负责 | 持续推进 |",
        "2 | 疏通支渠，清除沿岸垃圾。 | 水务局等政府各有关部门按职责分工负责 | 2022年10月底 | ||",
        "（二）补漏。 | 3 | 修补渠道裂缝，更换老旧闸门。 | 水务局、财政局牵头 | 持续推进 | |",
    ]
    assert tasks("\n".join(lines)) == [
        ("1", "修好水渠 / 清淤", "清理干渠淤泥，恢复过水断面。", ("responsible 水务局",), ()),
        ("2", "修好水渠 / 清淤", "疏通支渠，清除沿岸垃圾。", ("responsible 水务局",), ()),
        ("3", "修好水渠 / 补漏", "修补渠道裂缝，更换老旧闸门。", ("lead 水务局", "lead 财政局"), ()),
    ]


def test_a_header_of_two_rows() -> None:
    lines = [
        "序号 | 任务 | 责任单位 | 完成时限 | |",
        "牵头单位 | 配合单位 | |||",
        "1 | 建成粮库2座，仓容达到3万吨。 | 发改局 | 财政局、粮食公司 | 10月底前 |",
        "2 | 改造老旧粮仓，配齐通风设备。 | 发改局 | | 12月底前 |",
    ]
    assert tasks("\n".join(lines)) == [
        ("1", None, "建成粮库2座，仓容达到3万吨。", ("lead 发改局", "support 财政局", "support 粮食公司"), ()),
        ("2", None, "改造老旧粮仓，配齐通风设备。", ("lead 发改局",), ()),
    ]


def test_a_section_across_and_an_empty_last_cell() -> None:
    lines = [
        "序号 | 任务 | 牵头单位 | 配合单位 |",
        "一、护林 | |||",
        "1 | 补植侧柏500亩，成活率不低于90%。 | 林业局 | |",
        "二、防火 | |||",
        "2 | 增设瞭望塔，值守不断岗。 | 应急局 | 林业局 |",
    ]
    assert tasks("\n".join(lines)) == [
        ("1", "护林", "补植侧柏500亩，成活率不低于90%。", ("lead 林业局",), ()),
        ("2", "防火", "增设瞭望塔，值守不断岗。", ("lead 应急局", "support 林业局"), ()),
    ]


@pytest.mark.parametrize("closed", [" |\n", "\n|\n"])
def test_one_cell_a_line(closed: str) -> None:
    cells = "序号 重点工作 责任领导 责任单位 完成时限"
    cells += " 1 修缮校舍3栋，更换门窗。 秦伟 教育股、基建股 全年"
    cells += " 2 盘活闲置校舍，开办村史馆。 陆小敏 文化股 全年"
    assert tasks(closed.join(cells.split()) + closed) == [
        ("1", None, "修缮校舍3栋，更换门窗。", ("responsible 教育股", "responsible 基建股"), ("秦伟",)),
        ("2", None, "盘活闲置校舍，开办村史馆。", ("responsible 文化股",), ("陆小敏",)),
    ]


def test_one_cell_a_line_with_numbers_under_the_label_of_the_tasks() -> None:
    cells = "工作任务 具体要求 责任科室 时限要求"
    cells += (
        " 清理旧文件 1 清点库存旧文件，列出目录。 办公室 年底前 管好网页 2 核对网页栏目，停用空栏目。 各股室 持续推进"
    )
    cells += " 3 按月更新办事指南，删去失效内容。 办公室 持续推进"
    assert tasks("\n|\n".join(cells.split()) + "\n|") == [
        ("1", "清理旧文件", "清点库存旧文件，列出目录。", OFFICE, ()),
        ("2", "管好网页", "核对网页栏目，停用空栏目。", ALL, ()),
        ("3", "管好网页", "按月更新办事指南，删去失效内容。", OFFICE, ()),
    ]


def test_units_of_one_cell_on_lines_apart() -> None:
    lines = "序号 民生实事 责任单位 完成时限"
    lines += " 1 建设滨河步道。 县水务局 县住建局 县绿化办 12月底前 2 新建公厕5座。 县城管局 9月投入使用"
    lines += " 3 启用新书库。 县文化局 县代建办 12月底前"
    assert tasks("\n\n".join(lines.split())) == [
        ("1", None, "建设滨河步道。", ("responsible 县水务局", "responsible 县住建局", "responsible 县绿化办"), ()),
        ("2", None, "新建公厕5座。", ("responsible 县城管局",), ()),
        ("3", None, "启用新书库。", ("responsible 县文化局", "responsible 县代建办"), ()),
    ]


def test_a_whole_document_on_one_line() -> None:
    text = (
        "某县人民政府办公室关于印发《2010年护林任务分解表》的通知 某政办发〔2010〕8号 各乡镇人民政府: "
        "现印发给你们,请认真执行。 二〇一〇年三月三十日 2010年护林任务分解表 序号 工 作 内 容 责任部门 完成时限 "
        "一、打好基础 1 编制护林规划,划定防火责任区,逐片落实到山头地块 县林业局 四月份 "
        "2 清点瞭望设备,列出更新计划 县林业局,各乡镇政府 二季度 "
        "二、严防火灾 3 建立值守名册,逐村落实护林员 各乡镇政府 全年"
    )
    found = recognise(read(text.encode(), "x.txt"))
    assert (found.head.title, found.head.doc_number) == ("2010年护林任务分解表", "某政办发〔2010〕8号")
    assert [(task.number, task.heading, task.text) for task in found.tasks] == [
        ("1", "打好基础", "编制护林规划,划定防火责任区,逐片落实到山头地块"),
        ("2", "打好基础", "清点瞭望设备,列出更新计划"),
        ("3", "严防火灾", "建立值守名册,逐村落实护林员"),
    ]
    assert [str(task.deadline.due_on) for task in found.tasks if task.deadline] == [
        "2010-04-30",
        "2010-06-30",
        "2010-12-31",
    ]


DRAWN = """┌──────────┬───┬─────┐
│ 工 作 任 务 │分管领│牵头单位│
│ │ 导 │ │
├──────────┼───┼─────┤
│抓好护林防火工作 │秦大山│县林业局│
├──────────┤ │、应急局 │
│△建立护林员名册,做到每│ │ │
│村一名 │ │ │
│△添置瞭望设备 │ │ │
└──────────┴───┴─────┘"""


def test_a_drawn_table_whose_blanks_were_lost_and_marks_that_count_its_tasks() -> None:
    units = ("lead 县林业局", "lead 应急局")
    assert tasks(DRAWN) == [
        (None, "抓好护林防火工作", "建立护林员名册,做到每村一名", units, ("秦大山",)),
        (None, "抓好护林防火工作", "添置瞭望设备", units, ("秦大山",)),
    ]


def test_a_date_in_a_cell_does_not_end_the_table() -> None:
    lines = "序号 任务 责任单位 完成时限 1 疏通水渠。 水务局 2023年6月30日前 2 修缮水闸。 水务局 2023年9月30日前"
    assert [task[2] for task in tasks("\n".join(lines.split()))] == ["疏通水渠。", "修缮水闸。"]


LAID_OUT = """<html><body><table><tr><td><table><tr><td>索引号</td><td>A-1</td><td>发布机构</td><td>某市教育局</td></tr>
<tr><td>名称</td><td colspan="3">2023年护林工作任务分工表</td></tr></table>
<table><tr><td><p>2023年护林工作任务分工表</p><p>1.补植树木。（林业局、水务局负责）</p>
<p>2.修缮水渠。（水务局、财政局负责）</p></td></tr></table></td></tr></table></body></html>"""


def test_a_page_laid_out_by_tables_is_read_by_its_paragraphs_and_its_metadata_are_no_ledger() -> None:
    found = recognise(read(LAID_OUT.encode(), "x.html"))
    assert [task.text for task in found.tasks] == ["补植树木。", "修缮水渠。"]
    assert found.head.title == "2023年护林工作任务分工表"


def test_a_column_of_money_is_no_part_of_the_task() -> None:
    lines = "序号 项目名称 目标任务 总投资 牵头单位 完成时限 1 水渠工程 新建水渠85公里。 9800 水务局 11月底"
    lines += " 2 水厂工程 新建水厂2座。 6500 水务局 12月底 合计 16300"
    assert [(task[1], task[2]) for task in tasks("\n".join(lines.split()))] == [
        ("水渠工程", "新建水渠85公里。"),
        ("水厂工程", "新建水厂2座。"),
    ]


def test_of_two_parents_the_outer_one_is_merged_longer() -> None:
    lines = "类别 分组 序号 任务 牵头单位 护林 补植 1 补植侧柏，逐片验收。 林业局 防火 2 修建防火道，按时巡查。 应急局"
    lines += " 治水 清淤 3 清理水渠，恢复断面。 水务局"
    assert [task[1] for task in tasks("\n\n".join(lines.split()))] == ["护林 / 补植", "护林 / 防火", "治水 / 清淤"]


def test_a_header_on_one_line_above_cells_on_lines_of_their_own() -> None:
    lines = [
        "序号 重点任务 责任科室 分管领导 完成时限",
        "1",
        "补植侧柏，逐片验收。",
        "林业科、水保科",
        "秦 伟",
        "2023年12月",
    ]
    lines += ["2", "修缮水渠，恢复断面。", "水务科", "陆敏", "2023年11月"]
    assert tasks("\n".join(lines)) == [
        ("1", None, "补植侧柏，逐片验收。", ("responsible 林业科", "responsible 水保科"), ("秦伟",)),
        ("2", None, "修缮水渠，恢复断面。", ("responsible 水务科",), ("陆敏",)),
    ]
