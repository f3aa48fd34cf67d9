"""Who leads, as ordinary offices say it: away from the items, by marks on names, and in clauses of their own wording."""

from tests.importing.corpus.make import Line, Table, docx, grid, txt
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# a prefecture: the one answerable first is a person; of the units, the one that stands first leads
LAKE = Marked("""1|{T完成环湖截污干管12公里铺设。}|{L市水务局}、{R市城投集团、临湖县人民政府}|6月底 ## D:2022-06-30 G:12公里
2|{T退出湖区围网养殖3600亩。}|{L市农业农村局}、{R市财政局、临湖县人民政府}|9月底 ## D:2022-09-30 G:3600亩
3|{T清理沿湖违法建筑，恢复湿地植被。}|{L市自然资源和规划局}、{R市林业局}|11月 ## D:2022-11-30
4|{T每月通报一次入湖河流水质。}|{L市生态环境局}、{R市水务局}|长期坚持 ## Y:monthly,ongoing O:1次
""")
LAKE_HEAD = """澄湖市人民政府办公室
关于印发澄湖保护治理2022年重点任务分解表的通知
澄政办发〔2022〕14号
各县（区）人民政府，市政府有关部门：
现将《澄湖保护治理2022年重点任务分解表》印发给你们，并就有关事项通知如下：
一、各责任单位主要负责人是第一责任人，要牵头抓总，把水质改善摆在首位，牵头部门要每月调度。
二、责任单位名称排列靠前的为牵头单位。
澄湖市人民政府办公室
2022年2月25日
澄湖保护治理2022年重点任务分解表"""

# a works: a star before the department that leads, wherever it stands in the list
WORKS = Marked("""1|{T更换一号窑炉耐火材料，吨产品气耗下降4%。}|*{L设备部}、{R生产一车间}|5月 ## D:2023-05-31 G:4%
2|{T全员技能等级认定通过率达到85%。}|{R生产技术部}、*{L人力资源部}|10月 ## D:2023-10-31 G:85%
3|{T压降产成品库存1.2万吨。}|{R财务部}、{R物流部}、*{L营销中心}|年底 ## D:2023-12-31 G:1.2万吨
4|{T修订安全生产责任制，组织应急演练4次。}|*{L安全环保部}、{R各车间}|9月 ## D:2023-09-30 G:4次
""")

# a county's text: the rule in the first clause, said with a condition
FAIR = Marked("""1.{T办好第二届茶文化节，签约项目不少于15个。}（{L县茶产业中心}、{R县文旅局、县商务局}，涉及多个单位的，排序第一的为牵头单位，以下均同） ## G:15个
2.{T新建生态茶园8000亩。}（{L县农业农村局}、{R县林业局，各乡镇}） ## G:8000亩
3.{T培育茶叶类“专精特新”企业3家，6月底前完成申报。}（{L县科工局}、{R县市场监管局}） ## G:3家 D:2021-06-30
4.{T建设茶旅融合示范点5处。}（{L县文旅局}、{R各乡镇}） ## G:5处
""")

SAMPLES = (
    Sample(
        "seventh-lead-stands-in-front",
        "分解表.docx",
        {78: "列第一位的责任单位为牵头单位"},
        lambda: docx([*map(Line, LAKE_HEAD.split("\n")), Table(grid("序号|重点任务|责任单位|完成时限\n" + LAKE.text))]),
        expected(
            "澄湖保护治理2022年重点任务分解表",
            "澄政办发〔2022〕14号",
            "澄湖市人民政府办公室",
            "2022-02-25",
            LAKE,
        ),
    ),
    Sample(
        "seventh-starred-lead",
        "分工.docx",
        {29: "分类 · 序号 · 事项"},
        lambda: docx(
            [
                Line("青瓷股份有限公司2023年提质增效任务分工"),
                Line("（标“*”的为牵头部门，其他为责任部门）"),
                Table(grid("序号|任务|责任部门|完成时间\n" + WORKS.text)),
                Line("青瓷股份有限公司企业管理部"),
                Line("2023年1月30日"),
            ]
        ),
        expected("青瓷股份有限公司2023年提质增效任务分工", None, "青瓷股份有限公司企业管理部", "2023-01-30", WORKS),
    ),
    Sample(
        "seventh-rule-in-first-clause",
        "茶产业.txt",
        {78: "排名第一位为牵头单位,下同"},
        lambda: txt(f"云台县2021年茶产业发展重点任务\n\n{FAIR.text}\n云台县人民政府办公室\n2021年3月12日\n"),
        expected("云台县2021年茶产业发展重点任务", None, "云台县人民政府办公室", "2021-03-12", FAIR),
    ),
)
