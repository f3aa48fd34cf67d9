"""Clauses in an office's own words: labels without a colon, 负责牵头, members, persons behind their unit."""

from tests.importing.corpus.make import Line, Table, docx, grid, txt
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# a city: labels that 为 follows, verbs before the role, a body that only looks on, clauses on lines of their own
GRAIN = Marked("""1.{T建成粮食应急加工点18个，日加工能力达到600吨。}（牵头单位为{L市发展改革委}，配合单位为{S市财政局、市商务局}） ## G:18个,600吨
2.{T新增优质粮食订单面积20万亩。}（{L市农业农村局}负责牵头，{S市供销社、各县（区）人民政府}负责配合） ## G:20万亩
3.{T开展政策性粮食库存大清查。}（{R市粮食和物资储备局}承办，{S市审计局}协办）
4.{T建立“平急结合”的保供机制。}
〔{L市商务局}牵头负责〕
5.{T落实储备粮轮换计划，6月底前完成轮换4万吨。}
〔{R市发展改革委员会}组织实施，{S市财政局}分工配合〕 ## G:4万吨 D:2023-06-30
6.{T每季度开展一次粮油质量抽检，合格率保持在97%以上。}（牵头单位：{L市市场监管局}；成员单位：{R市农业农村局、市卫生健康委}；督查单位：市政府督查室） ## Y:quarterly G:97% O:1次
""")

# an office's table: labels inside the cells, the person without any mark behind the unit
HEALTH = Marked("""1|{T家庭医生签约服务重点人群覆盖率达到80%。}|{R基层卫生科}{P郑文博}|8月 ## G:80% D:2022-08-31
2|{T二级以上医院全部开设夜间门诊。}|牵头单位：{L医政医管科}；责任单位：{R各县区卫生健康局}|5月 ## D:2022-05-31
3|{T完成老年友善医疗机构创建42家。}|{R老龄健康科}{P吕晓}|10月 ## G:42家 D:2022-10-31
4|{T职业病危害专项治理企业不少于65家。}|{R市疾控中心}（{P谢宁}）|11月 ## G:65家 D:2022-11-30
""")

SAMPLES = (
    Sample(
        "seventh-labels-without-colon",
        "粮食.txt",
        {76: "按职责分工负责"},
        lambda: txt(f"平川市2023年粮食安全重点任务分工\n\n{GRAIN.text}\n平川市人民政府办公室\n2023年2月6日\n"),
        expected("平川市2023年粮食安全重点任务分工", None, "平川市人民政府办公室", "2023-02-06", GRAIN),
    ),
    Sample(
        "seventh-person-behind-unit",
        "卫健.docx",
        {41: "责任领导·责任部门"},
        lambda: docx(
            [
                Line("平川市卫生健康委员会2022年重点任务清单"),
                Table(grid("序号|重点任务|责任单位及责任人|完成时间\n" + HEALTH.text)),
                Line("平川市卫生健康委员会"),
                Line("2022年3月1日"),
            ]
        ),
        expected("平川市卫生健康委员会2022年重点任务清单", None, "平川市卫生健康委员会", "2022-03-01", HEALTH),
    ),
)
