"""Ordinary tables once more: sub-items in rows of their own, points and weights, quarters inside one cell, a problem
that goes on overleaf, measures against a model, what is done beside what is to be done."""

from tests.importing.corpus.fifth_tables_1 import WIDE, cells
from tests.importing.corpus.make import Line, Sheet, Table, converted, docx, grid, html, html_table, ofd, pdf, xlsx
from tests.importing.corpus.make.grid import Cell
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# water affairs: rows (1)(2) under a numbered row that only names what they have in common
WATER_HEAD = """川西省水利厅
关于印发2021年水旱灾害防御重点工作分工的通知
川西水防〔2021〕22号
各市（州）水利（水务）局，厅机关有关处室：
现将《2021年水旱灾害防御重点工作分工》印发给你们，请抓好落实，并于每月5日前报送进展。
川西省水利厅
2021年2月25日
2021年水旱灾害防御重点工作分工"""
WATER = Marked("""1|{T修订全省超标准洪水防御预案，完成演练3次。}|{L水旱灾害防御处}|{S省水文中心}|4月底前 ## D:2021-04-30 G:3次
{H12|推进水库除险加固。}|||
（1）|{T完成小型病险水库除险加固85座。}|{L运行管理处}|{S各市（州）水利（水务）局}|12月底前 ## N:2(1) D:2021-12-31 G:85座
（2）|{T落实水库“三个责任人”，培训巡查责任人4000人次。}|{L运行管理处}|{S人事处}|5月中旬 ## N:2(2) D:2021-05-20 G:4000人次
{H13|提升监测预报能力。}|||
（1）|{T新建自动雨量站260处，中小河流洪水预报精度达到75%。}|{L省水文中心}|{S规划计划处}|汛前 ## N:3(1) D:2021-04-30,2021-05-31,2021-03-31,null G:260处,75%
（2）|{T每月发布一次水情旱情分析报告。}|{L省水文中心}|{S水旱灾害防御处}|常态化 ## N:3(2) Y:monthly,ongoing O:1次
4|{T储备省级防汛物资，价值不低于3200万元。}|{L财务审计处}|{S省防汛物资储备中心}|6月1日前 ## D:2021-06-01,2021-05-31 G:3200万元
""")
for one in WATER.tasks:
    if "(" not in one["number"]:
        one["heading"] = None
    else:
        one["heading"] = {"2": "推进水库除险加固", "3": "提升监测预报能力"}[one["number"][0]]
WATER_ROWS = "序号|工作任务|牵头单位|配合单位|完成时限\n" + WATER.text

# a tobacco company: aims of the year with unit, weight and points; the last column tells how it stands
TOBACCO_COLUMNS = "序号|考核维度|考核指标|目标值|单位|权重|责任部门|责任领导|完成时限|当前值\n"
TOBACCO = Marked("""1|{H1经营效益}|{T实现税利总额}|8.6|亿元|20|{R财务管理科}|卓 越|12月|6.1 ## P:卓越 D:2022-12-31 G:8.6亿元
2|^|{T三项费用率控制在}|≤6.2|%|10|{R财务管理科}|卓 越|12月|5.9 ## P:卓越 D:2022-12-31 G:6.2%
3|{H1市场建设}|{T建设现代终端}|1200|户|15|{R营销中心}|江 帆|9月底|980 ## P:江帆 D:2022-09-30 G:1200户
4|^|{T零售客户满意度不低于}|92|分|10|{R营销中心、客户服务部}|江 帆|11月|暂无 ## P:江帆 D:2022-11-30 G:92分
5|{H1专卖管理}|{T查处案值5万元以上案件}|40|起|15|{R专卖监督管理科}|严 明|四季度|22 ## P:严明 D:2022-12-31 G:40起 O:5万元
6|{H1安全生产}|{T组织应急演练}|2-4|次|5|{R安全管理科}|严 明|10月|1 ## P:严明 D:2022-10-31 G:2-4次
""")
TOBACCO_ROWS: list[list[Cell]] = [
    ["永宁市烟草公司2022年度绩效目标责任分解表", *["<"] * 9],
    ["编制部门：企业管理科", *["<"] * 5, "编制时间：2022年1月28日", *["<"] * 3],
    *cells(TOBACCO_COLUMNS + TOBACCO.text),
    ["合计", "", "", "", "", "75", "", "", "", ""],
    ["说明：权重合计100分，其余25分为党建考核得分。", *["<"] * 9],
]

# a prefecture measures itself against a model; year and month as 2018.09; several measures for one goal
MODEL = Marked("""1|{H1苏江市高新区}|{H2科技创新}|{T培育高新技术企业40家，研发投入占比达到3.2%。}|齐 鸣|{R市科技局}|2018.12 ## P:齐鸣 D:2018-12-31 G:40家,3.2%
2|^|{H2园区建设}|{T新建标准厂房30万平方米，6月底前完成主体工程。}|齐 鸣|{R高新区管委会}|2018.09 ## P:齐鸣 D:2018-09-30 G:30万平方米
3|{H1临海市}|{H2港口物流}|{T开通集装箱航线5条，吞吐量突破18万标箱。}|鲍 宇|{R市港航管理局、港务集团}|2018.10 ## P:鲍宇 D:2018-10-31 G:5条,18万标箱
4|^|{H2口岸通关}|{T压缩通关时间三分之一，每季度召开一次关企座谈会。}|鲍 宇|{R口岸办}|2018.06 ## P:鲍宇 D:2018-06-30 Y:quarterly G:33.33% O:1次
5|{H1清源县}|{H2全域旅游}|{T创建国家4A级景区1家，旅游总收入增长20%以上。}|柳 眉|{R市旅发委、各县（区）人民政府}|2018.11 ## P:柳眉 D:2018-11-30 G:1家,20%
""")
for one in MODEL.tasks:
    one["heading_also"] = one["heading"].split(" / ")

# a prison administration: long problems that go on overleaf, what was done beside what is to be done
PRISON = Marked("""1|{H1安全警戒设施老化，部分监区围墙照明亮度不足，周界报警系统误报率偏高，存在管理漏洞}|{T更换围墙照明灯具420盏，改造周界报警系统，误报率降至3%以下，同步完善值班备勤制度，落实领导干部带班制度，确保发现问题第一时间处置到位。}|{R狱政管理处、各监狱}|2024年5月底|已更换260盏，5月20日前完成余下部分 ## D:2024-05-31 G:420盏,3%
^|^|{T每周开展一次警戒设施巡检，巡检记录留存备查，对巡检发现的隐患建立台账并限期整改。}|{R各监狱}|长期坚持|已巡检9次 ## Y:weekly,ongoing O:1次
2|{H1罪犯职业技能培训与社会用工需求脱节，培训工种单一，取证率不高}|{T新增电工、焊工、中式烹调等培训工种，全年培训罪犯不少于2600人次，取证率达到85%，与人力资源社会保障部门联合开展技能鉴定，推动刑满释放人员就业安置衔接。}|{R教育改造处}|2024年11月|正在制定方案 ## D:2024-11-30 G:2600人次,85%
3|{H1干警带教制度执行不到位，新录用干警独立值班前实训时间不足}|{T修订新警带教办法，确定带教导师60名，实训考核合格后方可独立值班，每半年组织一次带教成效评估。}|{R政治部}|立行立改|办法已印发 ## Y:half_yearly G:60名 O:1次
4|{H1财务报销审核不严，个别单位超标准列支差旅费}|{T开展差旅费专项清理，追缴违规资金，修订差旅费管理实施细则，对财务人员集中轮训两次。}|{R规划财务处}|2024年第二季度|追缴3.2万元 ## D:2024-06-30 G:2次
5|{H1生产安全责任制落实不细，部分岗位操作规程缺失}|{T补充完善岗位操作规程118项，全员签订安全生产责任书，特种作业人员持证上岗率达到100%，年内不发生较大以上生产安全事故。}|{R生产管理处，各监狱}|8月|已完成40项 ## D:2024-08-31 G:118项,100%
""")

# a publishing group: the goal of each quarter stands in one cell, with points
BOOKS = Marked("""1|{T实施精品出版工程，全年出版重点图书80种}|一季度：确定选题（5分）；二季度：完成组稿40种（10分）；三季度：出版50种（10分）；四季度：全部出版（5分）|{L总编室}|{S各出版社} ## D:2019-12-31,null G:80种 O:40种,50种,5分,10分,10分,5分
2|{T建设实体书店示范店6家}|二季度：开业2家（8分）；四季度：开业4家（12分）|{L发行集团}|{S资产管理部} ## D:2019-12-31,null G:6家 O:2家,4家,8分,12分
3|{T举办全民阅读活动200场，覆盖读者10万人次}|全年有序推进（10分）|{L品牌运营部}|{S发行集团、各出版社} ## D:null,2019-12-31 G:200场 O:10万人次,10分
4|{T数字出版收入占比达到15%}|四季度：完成（10分）|{L数字出版公司}|{S财务部} ## D:2019-12-31,null G:15% O:10分
""")

for one, row in zip(BOOKS.tasks, grid(BOOKS.text), strict=True):
    one["text_also"] = [row[2], one["text"] + row[2]]
    one["heading_also"] = [one["text"]]

# a nature reserve by the web: what, until when, and who first
RESERVE = Marked("""{H1（一）生态修复}|<|<|<
1|{T封山育林2.4万亩，人工补植苗木15万株。}|2023年底前|{R保护区管理局、县林业和草原局} ## D:2023-12-31 G:2.4万亩,15万株
2|{T拆除核心区小水电6座，恢复河道生态流量。}|2023年6月底前|{R县水利局、县发展和改革局，有关乡镇人民政府} ## D:2023-06-30 G:6座
{H1（二）科普宣教}|<|<|<
3|{T建成自然教育基地2个，每年接待研学学生1万人次以上。}|2024年10月|{R保护区管理局、县教育局（县科学技术协会）} ## D:2024-10-31 Y:yearly,null G:2个,1万人次
{H1（三）社区共管}|<|<|<
4|{T聘用周边村民担任生态护林员150名，人均年增收8000元。}|持续推进|{R县林业和草原局；县乡村振兴局；有关乡镇人民政府} ## Y:ongoing G:150名,8000元
5|{T化解人兽冲突，野生动物致害保险理赔在15个工作日内完成。}|长期坚持|{R保护区管理局、财险县支公司}等 ## Y:ongoing O:15个工作日
""")

SAMPLES = (
    Sample("fifth-water-sub-rows-docx", "重点工作分工.docx", {59: "own clause", 40: "配合单位"},
           lambda: docx([WATER_HEAD, Table(grid(WATER_ROWS))]),
           expected("2021年水旱灾害防御重点工作分工", "川西水防〔2021〕22号", "川西省水利厅", "2021-02-25", WATER)),
    Sample("fifth-tobacco-weights-xls", "责任分解表.xls", {44: "parent colu", 104: "scores"},
           lambda: converted(xlsx(Sheet("目标", TOBACCO_ROWS), Sheet("联系人", [["部门", "联系人", "电话"], ["企业管理科", "常 青", "6680012"]])), "xlsx", "xls"),
           expected("永宁市烟草公司2022年度绩效目标责任分解表", None, "企业管理科", "2022-01-28", TOBACCO)),
    Sample("fifth-model-cities-xlsx", "对标赶超.xlsx", {33: "对标对象", 95: "2018.09"},
           lambda: xlsx(Sheet("Sheet1", [["沧江市2018年对标赶超任务分解表", *WIDE[:6]], *cells("序号|对标对象|对标项目|赶超目标任务|责任人|责任单位|完成时限\n" + MODEL.text)])),
           expected("沧江市2018年对标赶超任务分解表", None, "沧江市", None, MODEL, issuer_also=[None])),
    Sample("fifth-prison-overleaf-ofd", "整改台账.ofd", {40: "H25", 44: "progress columns", 49: "Header repeated"},
           lambda: ofd(pdf([Line("西岭省监狱管理局", centred=True), Line("2024年专项检查发现问题整改台账", centred=True),
                            Line("填报单位：西岭省监狱管理局　　填报日期：2024年4月12日"),
                            Table(grid("序号|发现问题|整改措施|责任部门|整改时限|整改进展\n" + PRISON.text))], size=12)),
           expected("2024年专项检查发现问题整改台账", None, "西岭省监狱管理局", "2024-04-12", PRISON,
                    title_also=["西岭省监狱管理局2024年专项检查发现问题整改台账"])),
    Sample("fifth-books-quarters-in-cell-doc", "工作任务.doc", {39: "目标及质量要求", 104: "scores"},
           lambda: converted(docx([Line("南岸出版集团2019年重点工作目标责任书", centred=True),
                                   Table(grid("序号|工作任务|目标及质量要求|牵头部门|配合部门\n" + BOOKS.text)), Line("南岸出版集团有限公司"), Line("2019年1月30日")]), "docx", "doc"),
           expected("南岸出版集团2019年重点工作目标责任书", None, "南岸出版集团有限公司", "2019-01-30", BOOKS)),
    Sample("fifth-reserve-sections-html", "任务清单.html", {45: "section rows", 86: "Brackets inside", 88: "Trailing"},
           lambda: html(f"<h1>雾岭国家级自然保护区问题整改与提升任务清单（2023—2024年）</h1><p>发布时间：2023-03-01</p>{html_table(grid('序号|任务|完成时限|责任单位' + chr(10) + RESERVE.text))}"
                        "<p>雾岭县人民政府</p><p>2023年2月24日</p>", title="雾岭国家级自然保护区问题整改与提升任务清单"),
           expected("雾岭国家级自然保护区问题整改与提升任务清单（2023—2024年）", None, "雾岭县人民政府", "2023-02-24", RESERVE)),
)  # fmt: skip
