"""Who sees to a task said in words, in a sentence of its own at the end of the item."""

from tests.importing.corpus.make import docx, txt
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# a district: nothing but sentences, with requirements behind that end in the same words
STALLS = Marked("""一、{H1规范市场秩序}
1.{T划定临时摊区9处，规范设置摊位420个。}由{L区城管局}牵头，{S区市场监管局、各街道办事处}配合。 ## G:9处,420个
2.{T对占道经营实行“首违不罚”，建立轻微违法清单。}此项工作由{R区司法局}负责，{S区城管局}协助。
3.{T改造提升农贸市场6个，9月底前全部开业。}{L区商务局}牵头，{R区住建局、区应急管理局}按职责分工负责。 ## G:6个 D:2021-09-30
二、{H1便利群众生活}
4.{T新建“一刻钟便民生活圈”4个，每个补助10万元。}牵头单位为{L区商务局}，配合单位为{S区财政局}。 ## G:4个 O:10万元
5.{T组织“夜间经济”促消费活动20场，}由{R区文旅局、各街道办事处}负责落实。 ## G:20场
""")
STALLS_HEAD = """临江区人民政府办公室
关于印发临江区2021年城区市场环境整治任务分工的通知
临政办函〔2021〕19号
各街道办事处，区政府各部门：
现将《临江区2021年城区市场环境整治任务分工》印发给你们，请认真落实。
临江区人民政府办公室
2021年3月26日
临江区2021年城区市场环境整治任务分工
"""
STALLS_REST = """三、工作要求
（一）加强组织领导。各单位要高度重视，明确专人。由区政府办公室牵头负责。
（二）强化督促检查。实行月调度、季通报，由区政府督查室负责落实。
"""

# a bureau: most items have their clause in brackets, the last two say it
ROADS = Marked("""1.{T完成国省干线大修48公里。}（{L公路科}牵头，{S养护中心}配合） ## G:48公里
2.{T整治临水临崖路段65公里。}（{L安全科}牵头，{S公路科}配合） ## G:65公里
3.{T新增新能源公交车80辆。}{L运输科}牵头，{S财务科}配合。 ## G:80辆
4.{T每月开展一次“两客一危”企业检查。}由{R安全科、执法支队}负责。 ## Y:monthly O:1次
""")

SAMPLES = (
    Sample(
        "seventh-said-in-words",
        "整治.docx",
        {76: "分别负责"},
        lambda: docx(STALLS_HEAD + STALLS.text + STALLS_REST),
        expected(
            "临江区2021年城区市场环境整治任务分工",
            "临政办函〔2021〕19号",
            "临江区人民政府办公室",
            "2021-03-26",
            STALLS,
        ),
    ),
    Sample(
        "seventh-said-beside-brackets",
        "交通.txt",
        {74: "A牵头，B、C参与/配合"},
        lambda: txt(f"澄江市交通运输局2022年重点工作分工\n\n{ROADS.text}\n澄江市交通运输局\n2022年2月11日\n"),
        expected("澄江市交通运输局2022年重点工作分工", None, "澄江市交通运输局", "2022-02-11", ROADS),
    ),
)
