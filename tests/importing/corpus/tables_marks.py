"""Tables whose cells say the role themselves, forms of corrective measures, one table below each heading."""
# fmt: off

from tests.importing.corpus.make import Block, Line, Table, docx, grid, html, html_table, txt
from tests.importing.corpus.sample import Sample, lead, record, responsible, support, target, task

# ---------------------------------------------------------------- （牵头） behind the name
MARKED = grid("""
序号|重点举措|责任单位|完成节点
1|建成人才公寓500套，对引进的博士每人每月发放3000元生活补贴。|县委组织部（牵头）、县住房城乡建设局、县财政局|2025年9月
2|选派科技特派员60名，实现乡镇全覆盖。|县科学技术局（牵头）、县农业农村局，各乡镇人民政府|2025年6月底
3|开展“智汇古邑”创业大赛，征集项目200个以上。|团县委（牵头）；县人力资源社会保障局；县总工会|2025年11月上旬
4|完善人才服务专员制度，重点人才联系服务率100%。|县委组织部牵头，各行业主管部门配合|贯穿全年
""")
MARKED_BODY = f"""
<p align="center"><strong>古邑县人才工作领导小组2025年重点举措责任清单</strong></p>
<p align="center">（2025年2月28日）</p>
{html_table(MARKED, "th")}
<p align="right">中共古邑县委人才工作领导小组办公室</p>
"""

# ---------------------------------------------------------------- F1 and F4: persons for measures, leaders and departments for problems
CORRECTIVE = grid("""
序号|整改事项|责任领导|责任部门|具体措施|计划完成时间|措施整改责任人
1|应收账款清收不力|总会计师 邵 阳|财务资产部|1-1 建立账龄分析月报制度，每月10日前通报。|2023-05|白洁
^|^|^|^|1-2 对三年以上欠款逐户制定清收方案，清收回款不少于2600万元。|2023-11|白洁、方 圆
2|分包队伍管理粗放|副总经理 何 岩|工程管理部|2-1 清退不合格分包队伍14家。|2023年7月15日|马 腾
^|^|^|^|2-2 上线劳务实名制系统，实名制录入率100%。|2023年8月|马 腾、石 榴
3|后备干部储备不足|党委副书记 柯 蓝|人力资源部|3-1 选拔35岁以下后备干部30名，每年开展一次轮训。|2023年底|金 晶
""")

# ---------------------------------------------------------------- a table below every heading, numbers restarting
GREEN = grid("序号|任务内容|责任科室|责任人\n1|完成楼宇节能改造3栋，年节电15万千瓦时。|后勤管理处|江 川\n2|推行无纸化办公，公文电子化率达到95%。|办公室|沙 鸥")
SAFE = grid("序号|任务内容|责任科室|责任人\n1|每周开展1次消防安全巡查。|保卫处|雷 鸣\n2|组织师生应急疏散演练，每学期不少于2次。|保卫处、学工处|雷 鸣、黎 明")
HEADED: list[Block] = [
    Line("南山理工学校", centred=True), Line("“绿色校园、平安校园”创建任务书", centred=True), "（2022—2023学年）",
    "一、绿色校园创建", "（一）节能降耗", Table(GREEN), "二、平安校园创建", "（一）校园安全", Table(SAFE),
    "南山理工学校\n2022年9月5日\n抄送：市教育局。",
]

# ---------------------------------------------------------------- one cell a line, units one a line, cells of several lines
STACKED = """
关于印发《江口区重点行业领域专项整治任务清单》的通知
江安委〔2024〕2号

各成员单位：
现将《江口区重点行业领域专项整治任务清单》印发给你们，请抓好落实。
江口区安全生产委员会
2024年4月2日

江口区重点行业领域专项整治任务清单

序号

整治任务

主办单位

协办单位

完成时间

1

排查整治瓶装液化气充装站11座，
更换到期钢瓶4000只。

区城管执法局

区市场监管局
区公安分局

5月底

2

整治医院、养老机构消防安全隐患，
隐患整改率100%。

区消防救援大队

区卫生健康局
区民政局

6月15日前

3

检查电动自行车销售门店全覆盖，新建集中充电端口2万个。

区市场监管局

各街道办事处

2024年第四季度

"""

SAMPLES = (
    Sample(
        "lead-marked-in-cell", "人才清单.html",
        {47: "责任单位 (2)", 87: "； 1", 74: "A牵头，B、C参与", 86: "Brackets inside a unit name"},
        lambda: html(MARKED_BODY, "责任清单", navigation=False),
        record(
            "古邑县人才工作领导小组2025年重点举措责任清单",
            task("1", MARKED[1][1], lead("县委组织部") + responsible("县住房城乡建设局 县财政局"), deadline="2025-09-30",
                 targets=[target(500, "套"), target(3000, "元", optional=True)]),
            task("2", MARKED[2][1], lead("县科学技术局") + responsible("县农业农村局 各乡镇人民政府"), deadline="2025-06-30", targets=[target(60, "名")]),
            task("3", MARKED[3][1], lead("团县委") + responsible("县人力资源社会保障局 县总工会"), deadline="2025-11-10", targets=[target(200, "个")]),
            task("4", MARKED[4][1], lead("县委组织部") + support("各行业主管部门"), deadline="2025-12-31", deadline_also=[None], recurrence_also=["ongoing"],
                 targets=[target(100, "%")]),
            issuer="中共古邑县委人才工作领导小组办公室", issued_on="2025-02-28",
        ),
    ),
    Sample(
        "corrective-measures", "措施整改.docx",
        {41: "序号·具体措施·计划完成时间·措施整改责任人 (F1)", 64: "1-1", 95: "2018.12", 59: "own clause"},
        lambda: docx([Line("宏远建工集团内控评价缺陷整改计划", centred=True), Table(CORRECTIVE), "编制部门：宏远建工集团内控审计部\n编制日期：2023年4月12日"]),
        record(
            "宏远建工集团内控评价缺陷整改计划",
            task("1-1", "建立账龄分析月报制度，每月10日前通报。", responsible("财务资产部"), heading="应收账款清收不力", leaders="邵阳 白洁", deadline="2023-05-31",
                 recurrence="monthly"),
            task("1-2", "对三年以上欠款逐户制定清收方案，清收回款不少于2600万元。", responsible("财务资产部"), heading="应收账款清收不力", leaders="邵阳 白洁 方圆",
                 deadline="2023-11-30", targets=[target(2600, "万元")]),
            task("2-1", "清退不合格分包队伍14家。", responsible("工程管理部"), heading="分包队伍管理粗放", leaders="何岩 马腾", deadline="2023-07-15",
                 targets=[target(14, "家")]),
            task("2-2", "上线劳务实名制系统，实名制录入率100%。", responsible("工程管理部"), heading="分包队伍管理粗放", leaders="何岩 马腾 石榴", deadline="2023-08-31",
                 targets=[target(100, "%")]),
            task("3-1", "选拔35岁以下后备干部30名，每年开展一次轮训。", responsible("人力资源部"), heading="后备干部储备不足", leaders="柯蓝 金晶", deadline="2023-12-31",
                 recurrence="yearly", targets=[target(30, "名"), target(1, "次", optional=True)]),
            issuer="宏远建工集团内控审计部", issued_on="2023-04-12",
        ),
    ),
    Sample(
        "a-table-below-each-heading", "创建任务书.docx",
        {60: "restarts at 1 in the second table", 55: "一、 → （一） → 1. three levels", 110: "抄送 3", 108: "Title broken over two or three lines"},
        lambda: docx(HEADED),
        record(
            "南山理工学校“绿色校园、平安校园”创建任务书",
            task("1", GREEN[1][1], responsible("后勤管理处"), heading="绿色校园创建 / 节能降耗", leaders="江川",
                 targets=[target(3, "栋"), target(15, "万千瓦时")], recurrence_also=["yearly"]),
            task("2", GREEN[2][1], responsible("办公室"), heading="绿色校园创建 / 节能降耗", leaders="沙鸥", targets=[target(95, "%")]),
            task("1", SAFE[1][1], responsible("保卫处"), heading="平安校园创建 / 校园安全", leaders="雷鸣", recurrence="weekly", targets=[target(1, "次", optional=True)]),
            task("2", SAFE[2][1], responsible("保卫处 学工处"), heading="平安校园创建 / 校园安全", leaders="雷鸣 黎明", recurrence="half_yearly",
                 targets=[target(2, "次")]),
            issuer="南山理工学校", issued_on="2022-09-05",
        ),
    ),
    Sample(
        "cells-of-several-lines", "整治清单.txt",
        {19: "one cell per line, blank line between cells", 87: "one unit per line 1", 47: "配合单位 (3)"},
        lambda: txt(STACKED),
        record(
            "江口区重点行业领域专项整治任务清单",
            task("1", "排查整治瓶装液化气充装站11座，更换到期钢瓶4000只。", lead("区城管执法局") + support("区市场监管局 区公安分局"), deadline="2024-05-31",
                 targets=[target(11, "座"), target(4000, "只")]),
            task("2", "整治医院、养老机构消防安全隐患，隐患整改率100%。", lead("区消防救援大队") + support("区卫生健康局 区民政局"), deadline="2024-06-15",
                 targets=[target(100, "%")]),
            task("3", "检查电动自行车销售门店全覆盖，新建集中充电端口2万个。", lead("区市场监管局") + support("各街道办事处"), deadline="2024-12-31",
                 targets=[target(2, "万个")]),
            doc_number="江安委〔2024〕2号", issuer="江口区安全生产委员会", issued_on="2024-04-02",
        ),
    ),
)
