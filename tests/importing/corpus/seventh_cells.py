"""Cells of one column of units that say in their own ways who leads and who helps."""

from tests.importing.corpus.make import Line, Table, docx, grid
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# a county's bureau of works: role behind the name, on a line of its own, in the verb; one name to a line or a blank between
BRIDGE = Marked(
    """1|{T完成危桥改造14座，5月底前开工。}|{L县交通运输局}（总牵头）、{R县公路事业发展中心} ## G:14座 D:2024-05-31
2|{T新建改建雨污管网23公里。}|{R县住建局}负责\\n{S县水利局、县自然资源局}配合 ## G:23公里
3|{T整治排水防涝隐患点31处，汛期前完成。}|{L县住建局}\\n（牵头）\\n{R县应急管理局、各乡镇人民政府} ## G:31处 D:2024-05-31,2024-04-30,2024-06-30,null
4|{T更新老旧电梯26部。}|{R县市场监管局 县住建局、县财政局} ## G:26部
5|{T创建“四好农村路”示范乡镇2个。}|{L县交通运输局}（牵头，统筹协调）、{R县农业农村局} ## G:2个
6|{T新增城市绿道8公里。}|{L县城管局}牵头，{S县自然资源局}\\n{S县林业局}参与 ## G:8公里
"""
)

SAMPLES = (
    Sample(
        "seventh-cells-in-own-ways",
        "项目.docx",
        {29: "分类 · 序号 · 事项"},
        lambda: docx(
            [
                Line("石梁县2024年城乡建设重点任务分解表"),
                Table(grid("序号|工作任务|责任单位\n" + BRIDGE.text)),
                Line("石梁县人民政府办公室"),
                Line("2024年2月23日"),
            ]
        ),
        expected("石梁县2024年城乡建设重点任务分解表", None, "石梁县人民政府办公室", "2024-02-23", BRIDGE),
    ),
)
