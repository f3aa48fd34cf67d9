"""What a sealed measure taught: goals that say a day, a measured figure beside a goal in words, classes before numbers.

Forty documents of two authors who had seen nothing of ours were read once; these tell in other words what was missed.
"""
# fmt: off

from tests.importing.corpus.columns import Ledger
from tests.importing.corpus.make import Line, Sheet, Table, cell_a_line, docx, txt, xlsx
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# ------------------------------------------------ every goal begins with a day, and two names fill a narrow cell
DAYS = Ledger("序号|项目名称|建设内容|责任领导|牵头单位|年度节点目标", "NHTPL-", """
1|环城东路改造|改造道路4.6公里，新建桥梁2座。|凌 峰|市交通局|9月底主体贯通 ## D:2022-09-30 G:4.6公里,2座
2|乡村供水工程|铺设管网86公里，农村自来水普及率达到95%。|车晓燕\\n段云鹏|市水务局|11月中旬通水 ## D:2022-11-20 G:86公里,95%
3|文化馆迁建|新建文化馆1.2万平方米。|车晓燕|市文旅局、市科协|10月主体封顶 ## D:2022-10-31 G:1.2万平方米
4|灌区配套|改造渠道23公里。|段云鹏|市水务局|第四季度 ## D:2022-12-31 G:23公里
5|城市书房|建成城市书房6个。|车晓燕|市文旅局|长期推进 ## Y:ongoing G:6个
""")

# ------------------------------------------------ what is measured stands beside a goal in words
MEASURED = Ledger("序号|工作事项|工作标准及要求|目标值|单位|责任科室|责任人|完成时限", "NHT--RP-", """
1|公文流转|规范公文办理程序，实行限时办结。|98|%|综合科|柏 青|2023年12月 ## D:2023-12-31 G:98%
2|信息宣传|编发工作简报，反映重点工作和亮点做法。|24|期|综合科|柏 青|2023年11月 ## D:2023-11-30 G:24期
3|充电设施|在停车场加装充电桩，6月底前完成招标。|40|个|后勤科|安 澜|2023年9月 ## D:2023-09-30 G:40个
""")

# ------------------------------------------------ one cell a line: the first class reads like a label too
CLASSES = Ledger("分类|序号|事项|责任单位|牵头单位", "HNTRL", """
商业网点补短板|1|改造菜市场6家，补齐城北网点空白。|区商务局、区市场监管局|区商务局 ## G:6家
^|2|引进连锁便利店40家。|区商务局、区城管局|区商务局 ## G:40家
公共服务提质|3|建设托育点12个，新增托位480个。|区卫生健康局、区教育局|区卫生健康局 ## G:12个,480个
^|4|新开办社区食堂8家。|区民政局、各街道办事处|区民政局 ## G:8家
""")

# ------------------------------------------------ posts before spread names, a day in the clause, a section and a group
POSTS = Marked("""
一、{H1热源保障}
1.{T完成2号机组大修，检修消缺率达到100%。}
牵头部门：{L生产运行部}　　配合部门：{S安全环保部}
责任人：副总经理{P郭建军}　　完成时限：2023年10月10日 ## D:2023-10-10 G:100%
2.{T落实煤炭中长期合同，签约量达到42万吨。}
牵头部门：{L物资供应部}　　配合部门：{S财务部、法务部}
责任人：总经济师陈 岩　　完成时限：2023年9月底前 ## D:2023-09-30 G:42万吨 P:陈岩
3.{T组建抢修队伍16支，重大故障12小时内修复。}
牵头部门：{L安全环保部}　　配合部门：{S生产运行部}
责任人：安全总监袁 野　　完成时限：2023年11月5日 ## D:2023-11-05 G:16支 O:12小时 P:袁野
""")
CLAUSES = Marked("""
一、{H1诊疗服务}
1.{T新建院前急救站点7个。}（{R市急救中心、规划财务科}负责，8月投入使用） ## D:2024-08-31 G:7个
2.{T全市年培训乡村医生800人次。}（{R规划财务科和市直各医疗卫生机构}按职责分工负责） ## Y:yearly,null G:800人次 
3.{T编制康养三年行动计划，下半年启动康养基地建设2处。}〔{R市卫生健康委、市科协，各区（市）人民政府}〕 ## D:2024-12-31 G:2处
""")
CLAUSES.tasks[1]["departments"] = [
    {"name": name, "role": "responsible"} for name in ("规划财务科", "市直各医疗卫生机构")
]
DAYS.rows = [[cell.replace("\n", "") for cell in row] for row in DAYS.rows]  # the lines of a full cell, joined

SAMPLES = (
    Sample("sixth-sealed-days", "节点目标.docx", {95: "动工"}, lambda: docx([Line("滨海市2022年重点项目节点目标表", centred=True), Table(DAYS.rows)]),
           expected("滨海市2022年重点项目节点目标表", None, None, None, DAYS.tasks)),
    Sample("sixth-sealed-measured", "目标分解.xlsx", {43: "a lead/other split"}, lambda: xlsx(Sheet("目标", [["服务中心2023年工作目标分解表"], *MEASURED.rows])),
           expected("服务中心2023年工作目标分解表", None, "服务中心", None, MEASURED.tasks)),
    Sample("sixth-sealed-classes", "事项清单.txt", {19: "one cell per line"}, lambda: txt("平澜区2024年便民生活圈建设事项清单\n平商务〔2024〕9号\n平澜区商务局\n2024年4月2日\n" + cell_a_line(CLASSES.rows)),
           expected("平澜区2024年便民生活圈建设事项清单", "平商务〔2024〕9号", "平澜区商务局", "2024-04-02", CLASSES.tasks)),
    Sample("sixth-sealed-posts", "保供台账.txt", {92: "People"}, lambda: txt("热力公司2023年采暖季保供重点工作台账\n" + POSTS.text + "热力公司\n2023年7月24日\n"),
           expected("热力公司2023年采暖季保供重点工作台账", None, "热力公司", "2023-07-24", POSTS.tasks)),
    Sample("sixth-sealed-clauses", "分工.txt", {82: "〔…〕"}, lambda: txt("中共云浦市委办公室\n印发《关于提升诊疗服务的若干措施》责任分工的通知\n云办发〔2024〕12号\n" + CLAUSES.text + "中共云浦市委办公室\n2024年3月5日\n"),
           expected("《关于提升诊疗服务的若干措施》责任分工", "云办发〔2024〕12号", "中共云浦市委办公室", "2024-03-05", CLAUSES.tasks)),
)
