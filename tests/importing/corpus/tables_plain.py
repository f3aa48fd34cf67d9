"""Plain tables: the column headers of the catalogue, each as its text export shows it."""

from tests.importing.corpus.make import txt
from tests.importing.corpus.sample import Sample, lead, record, responsible, support, target, task

TWO_TABLES = """
梧岭县人民政府办公室关于印发2022年政府工作报告主要目标任务责任分解的通知
梧政办发〔2022〕7号

各乡镇人民政府，县政府各部门：

《2022年政府工作报告主要目标任务责任分解》已经县政府第3次常务会议审议通过，现印发给你们，请认真组织实施。

一、各责任单位要在3月15日前制定实施方案，报县政府督查室。

二、每季度末月25日前报送进展情况。

梧岭县人民政府办公室

2022年2月18日

附件：1.2022年预期目标责任分解表
2.2022年重点工作任务责任分解表

2022年政府工作报告主要目标任务责任分解

一、2022年预期目标

序号

2022年预期目标

责任单位

1

地区生产总值增长6.5%左右

县发展改革局

2

规模以上工业增加值增长8%以上

县工信商务局

3

城镇新增就业1800人，城镇登记失业率控制在4%以内

县人力资源社会保障局

二、重点工作任务

序号

工作任务

牵头单位

配合单位

1

实施城区老旧小区改造工程，年内完成12个小区、1430户改造。

县住房城乡建设局

县财政局、各乡镇人民政府

2

新建农村公路45公里，改造危桥6座。

县交通运输局

县财政局、县自然资源局

3

启动县中医院迁建项目，10月底前完成主体工程。

县卫生健康局

无
"""

SAMPLES = (
    Sample(
        name="two-tables-restart",
        file="责任分解.txt",
        cites={
            28: "2022年预期目标 · 责任单位",
            19: "one cell per line",
            60: "restarts at 1 in the second table",
            66: "Numbered text that is not a task",
            91: "written in the supporting column",
        },
        build=lambda: txt(TWO_TABLES),
        expected=record(
            "2022年政府工作报告主要目标任务责任分解",
            task(
                "1",
                "地区生产总值增长6.5%左右",
                responsible("县发展改革局"),
                heading="2022年预期目标",
                targets=[target(6.5, "%")],
            ),
            task(
                "2",
                "规模以上工业增加值增长8%以上",
                responsible("县工信商务局"),
                heading="2022年预期目标",
                targets=[target(8, "%")],
            ),
            task(
                "3",
                "城镇新增就业1800人，城镇登记失业率控制在4%以内",
                responsible("县人力资源社会保障局"),
                heading="2022年预期目标",
                targets=[target(1800, "人"), target(4, "%")],
            ),
            task(
                "1",
                "实施城区老旧小区改造工程，年内完成12个小区、1430户改造。",
                lead("县住房城乡建设局") + support("县财政局 各乡镇人民政府"),
                heading="重点工作任务",
                deadline="2022-12-31",
                targets=[target(12, "个"), target(1430, "户")],
            ),
            task(
                "2",
                "新建农村公路45公里，改造危桥6座。",
                lead("县交通运输局") + support("县财政局 县自然资源局"),
                heading="重点工作任务",
                targets=[target(45, "公里"), target(6, "座")],
            ),
            task(
                "3",
                "启动县中医院迁建项目，10月底前完成主体工程。",
                lead("县卫生健康局"),
                heading="重点工作任务",
                deadline="2022-10-31",
            ),
            doc_number="梧政办发〔2022〕7号",
            issuer="梧岭县人民政府办公室",
            issued_on="2022-02-18",
        ),
    ),
)
