"""A fifth hand's last strange tables: units down and tasks across, a second sheet with the other columns, three abreast."""
# fmt: off

from tests.importing.corpus.columns import Ledger
from tests.importing.corpus.make import Line, Sheet, Table, docx, html, html_table, ofd, pdf, spaced, txt, xlsx
from tests.importing.corpus.marked import expected
from tests.importing.corpus.sample import Sample, lead, responsible, support, target, task

# ---------------------------------------------------------------- a township's workbook: turned round, cells merged over tasks, titles as people speak
FARM_ROWS = [
    ["柳湾乡2022年“十件实事”推进安排", *"<<<<<"],
    ["第几件", "1", "2", "3", "4", "5"],
    ["归哪一类", "基础设施", "<", "公共服务", "<", "产业帮扶"],
    ["办哪件事", "硬化生产路16公里。", "安装防护栏5200米。", "建成村级卫生室4所。", "免费放映电影120场。", "发放产业奖补资金90万元。"],
    ["哪个部门办", "乡规建办", "<", "乡卫健办", "乡文化站", "乡农业办、乡财政所"],
    ["谁盯着办", "孔 令 辉", "<", "黎 明", "<", "孔 令 辉"],
    ["啥时候办完", "8月底", "9月底", "11月", "全年", "10月20日前"],
]
FARM_TASKS = [
    task("1", "硬化生产路16公里。", responsible("乡规建办"), heading="基础设施", leaders="孔令辉", deadline="2022-08-31", targets=[target(16, "公里")]),
    task("2", "安装防护栏5200米。", responsible("乡规建办"), heading="基础设施", leaders="孔令辉", deadline="2022-09-30", targets=[target(5200, "米")]),
    task("3", "建成村级卫生室4所。", responsible("乡卫健办"), heading="公共服务", leaders="黎明", deadline="2022-11-30", targets=[target(4, "所")]),
    task("4", "免费放映电影120场。", responsible("乡文化站"), heading="公共服务", leaders="黎明", deadline="2022-12-31", deadline_also=[None],
         recurrence_also=["ongoing"], targets=[target(120, "场")]),
    task("5", "发放产业奖补资金90万元。", responsible("乡农业办 乡财政所"), heading="产业帮扶", leaders="孔令辉", deadline="2022-10-20", targets=[target(90, "万元")]),
]

# ---------------------------------------------------------------- a court: units down, tasks across
COURT = Table([
    ["责任庭室＼重点任务", "1.一审服判息诉率达到92%以上。", "2.清理三年以上未结案件45件。", "3.庭审直播300场。", "4.新建诉讼服务站8个。"],
    ["立案庭", "配合", "", "", "牵头"], ["民事审判庭", "牵头", "配合", "配合", ""], ["执行局", "", "牵头", "", "配合"],
    ["审判管理办公室", "配合", "配合", "牵头", ""], ["完成时限", "12月底", "6月底", "11月底", "9月底"],
])
COURT_TASKS = [
    task("1", "一审服判息诉率达到92%以上。", lead("民事审判庭") + support("立案庭 审判管理办公室"), deadline="2023-12-31", targets=[target(92, "%")]),
    task("2", "清理三年以上未结案件45件。", lead("执行局") + support("民事审判庭 审判管理办公室"), deadline="2023-06-30", targets=[target(45, "件")]),
    task("3", "庭审直播300场。", lead("审判管理办公室") + support("民事审判庭"), deadline="2023-11-30", targets=[target(300, "场")]),
    task("4", "新建诉讼服务站8个。", lead("立案庭") + support("执行局"), deadline="2023-09-30", targets=[target(8, "个")]),
]

# ---------------------------------------------------------------- a city's page: a little table of two columns for each task, with a line above it
CITY = (
    ("任务一", "水环境整治", "消除黑臭水体7条，水质达标率100%。", "市水务局", "市住建局、市生态环境局", "2020年10月底", "2020-10-31", [target(7, "条"), target(100, "%")]),
    ("任务二", "交通畅通", "新增公交专用道32公里。", "市交通局", "市公安局", "2020年11月", "2020-11-30", [target(32, "公里")]),
    ("任务三", "垃圾治理", "生活垃圾焚烧处理率达到85%。", "市城管局", "各区政府", "2020年底", "2020-12-31", [target(85, "%")]),
    ("任务四", "老旧小区", "改造老旧小区48个，惠及居民1.9万户。", "市住建局", "各区政府、市财政局", "2020年9月底", "2020-09-30", [target(48, "个"), target(1.9, "万户", optional=True)]),
)
CITY_PAGE = "".join(
    f"<p>{caption}</p>" + html_table([["所属专题", field], ["要做的事", text], ["牵头落实", first], ["协同落实", others], ["交卷时间", day]])
    for caption, field, text, first, others, day, _, _ in CITY)
CITY_TASKS = [
    task(None, text, lead(first) + support(others.replace("、", " ")), heading=field, deadline=due, targets=goals,
         heading_also=[f"{caption} / {field}", caption], text_also=[f"{field}：{text}"])
    for caption, field, text, first, others, _, due, goals in CITY
]

# ---------------------------------------------------------------- a ministry's bureau on paper: units first, the day before the task, the columns counted
BUREAU = Ledger("承担处室|时间要求|类 型|序 次|工 作 要 点|督办领导\n①|②|③|④|⑤|⑥", "R-HNTP", """
综合处\\n法规处|3月底前|制度建设|1|制定标准化工作指南5项。|柏 杨 ## D:2021-03-31 G:5项
^|6月底前|^|2|废止过期规范性文件12件。|柏 杨 ## D:2021-06-30 G:12件
监测处|每季度|行业监管|3|发布监测通报1期。|荆 轲 ## Y:quarterly O:1期
^|9月底前|^|4|抽查企业150家，问题整改率100%。|荆 轲 ## D:2021-09-30 G:150家,100%
人事处|11月底前|队伍建设|5|培训一线执法人员2000人次。|柏 杨 ## D:2021-11-30 G:2000人次
""")

# ---------------------------------------------------------------- a power company: unit and person with a stroke between them
POWER = Ledger("工单号|重点工作|归口部门/责任人|关闭日期", "NT--", """
GD-01|投运220千伏输变电工程3项。|建设部/贺 兰|@2023-06-30 ## N=GD-01 R:建设部 P=贺兰 D:2023-06-30 G:3项
GD-02|配网自动化覆盖率提升到92%。|运检部/管 仲|@2023-11-30 ## N=GD-02 R:运检部 P=管仲 D:2023-11-30 G:92%
GD-03|客户平均停电时间压降15%。|营销部/史 进|@2023-12-20 ## N=GD-03 R:营销部 P=史进 D:2023-12-20 G:15%
GD-04|拆除退役杆塔420基。|运检部/管 仲|@2023-08-31 ## N=GD-04 R:运检部 P=管仲 D:2023-08-31 G:420基
""")

# ---------------------------------------------------------------- a school board's workbook: the second sheet has who and when, under the same numbers
SHEET_A = [["龙岗区2021年教育重点工作任务表", "<", "<"], ["序号", "板块", "主要内容"],
           [1.0, "学位建设", "新改扩建学校9所，新增学位1.2万个。"], [2.0, "^", "引进优质幼儿园3所。"],
           [3.0, "教师队伍", "招聘教师500名，骨干教师占比达到30%。"], [4.0, "^", "教师培训每人每年不少于72学时。"], [5.0, "校园安全", "校园封闭式管理达标率100%。"]]
SHEET_B = [["龙岗区2021年教育重点工作任务表（续）", "<", "<", "<"], ["序号", "牵头单位", "责任单位", "完成时间"],
           [1.0, "区教育局", "区发改局、区住建局", "8月底"], [2.0, "区教育局", "各街道", "9月"], [3.0, "区委编办", "区教育局、区人社局", "7月底"],
           [4.0, "区教师发展中心", "各学校", "12月底"], [5.0, "区公安分局", "区教育局", "4月底"]]
SHEET_TASKS = [
    task("1", "新改扩建学校9所，新增学位1.2万个。", lead("区教育局") + responsible("区发改局 区住建局"), heading="学位建设", deadline="2021-08-31", targets=[target(9, "所"), target(1.2, "万个")]),
    task("2", "引进优质幼儿园3所。", lead("区教育局") + responsible("各街道"), heading="学位建设", deadline="2021-09-30", targets=[target(3, "所")]),
    task("3", "招聘教师500名，骨干教师占比达到30%。", lead("区委编办") + responsible("区教育局 区人社局"), heading="教师队伍", deadline="2021-07-31", targets=[target(500, "名"), target(30, "%")]),
    task("4", "教师培训每人每年不少于72学时。", lead("区教师发展中心") + responsible("各学校"), heading="教师队伍", deadline="2021-12-31", recurrence_also=["yearly"],
         targets=[target(72, "学时", optional=True)]),
    task("5", "校园封闭式管理达标率100%。", lead("区公安分局") + responsible("区教育局"), heading="校园安全", deadline="2021-04-30", targets=[target(100, "%")]),
]

# ---------------------------------------------------------------- a bureau on a page: three tables abreast, without a gap
ABREAST = [Ledger("号|事项|科室", "NTR", source) for source in (
    """
1|核查林地图斑860个。|资源科 ## G:860个
2|飞播造林1.3万亩。|造林科 ## G:1.3万亩
3|新建防火检查站6处。|防火科、派出所 ## G:6处
""", """
4|清理整治“大棚房”22宗。|执法队 ## G:22宗
5|改造林区危桥4座。|基建科 ## G:4座
6|培训护林员350人。|防火科 ## G:350人
""", """
7|查处涉林案件，结案率98%。|执法队、派出所 ## G:98%
8|完成苗圃土地流转700亩。|造林科 ## G:700亩
9|编制林长制年度报告。|办公室
""")]
ABREAST_ROWS = [[cell for row in rows for cell in row] for rows in zip(*(one.rows for one in ABREAST), strict=True)]

# ---------------------------------------------------------------- a text with tabs: titles that no office prints, a class merged away
TABS = Ledger("大类|攻关题目|啃硬骨头的人|兜底部门|见效时间", "HTPR-", """
科技创新|攻克高强铝合金铸造工艺2项。|尚 可|研发中心|2024年6月底 ## D:2024-06-30 G:2项
科技创新|研发投入强度提高到5.5%。|尚 可|财务部、研发中心|2024年12月底 ## D:2024-12-31 G:5.5%
降本增效|单位产品成本下降8%。|费 明|生产部|2024年9月底 ## D:2024-09-30 G:8%
降本增效|压减库存1.6亿元。|费 明|供应链部|2024年10月 ## D:2024-10-31 G:1.6亿元
安全环保|重大事故隐患整改率100%。|卫 青|安环部、各车间|长期坚持 ## Y:ongoing G:100%
""")

SAMPLES = (
    Sample("fifth-strange-farm-turned-merged", "实事.xlsx", {92: "inner blanks", 119: "None of xlsx/scan"},
           lambda: xlsx(Sheet("安排", FARM_ROWS)),
           expected("柳湾乡2022年“十件实事”推进安排", None, None, None, FARM_TASKS, issuer_also=["柳湾乡"])),
    Sample("fifth-strange-court-units-down", "任务.docx", {58: "plain table numbers"},
           lambda: docx([Line("清源县人民法院2023年重点任务分工表", centred=True), COURT, "清源县人民法院", "2023年2月6日"]),
           expected("清源县人民法院2023年重点任务分工表", None, "清源县人民法院", "2023-02-06", COURT_TASKS)),
    Sample("fifth-strange-city-small-tables", "攻坚任务.html", {46: "short name + long text columns", 114: "navigation"},
           lambda: html("<h1>海宁港市2020年城市治理攻坚任务书</h1><p>海治办〔2020〕5号</p>" + CITY_PAGE + "<p>海宁港市城市治理委员会办公室</p><p>2020年3月30日</p>"),
           expected("海宁港市2020年城市治理攻坚任务书", "海治办〔2020〕5号", "海宁港市城市治理委员会办公室", "2020-03-30", CITY_TASKS)),
    Sample("fifth-strange-units-first-ofd", "工作要点.ofd", {44: "merged down the left", 92: "inner blanks"},
           lambda: ofd(pdf([Line("东部质量监督管理局2021年工作要点分解表", centred=True), Table(BUREAU.rows, head_rows=2, widths=(7, 7, 6, 4, 18, 6)), "东部质量监督管理局", "2021年2月9日"])),
           expected("东部质量监督管理局2021年工作要点分解表", None, "东部质量监督管理局", "2021-02-09", BUREAU.tasks)),
    Sample("fifth-strange-power-strokes", "工单.xlsx", {64: "1-1", 92: "inner blanks"},
           lambda: xlsx(Sheet("工单", [["云岭供电公司2023年重点工作工单", *"<<<"], *POWER.typed()])),
           expected("云岭供电公司2023年重点工作工单", None, None, None, POWER.tasks, issuer_also=["云岭供电公司"])),
    Sample("fifth-strange-second-sheet", "教育任务.xlsx", {48: "beside 牵头单位", 58: "plain table numbers"},
           lambda: xlsx(Sheet("表一", SHEET_A), Sheet("表二", SHEET_B)),
           expected("龙岗区2021年教育重点工作任务表", None, None, None, SHEET_TASKS, issuer_also=["龙岗区"])),
    Sample("fifth-strange-three-abreast", "林业.html", {27: "责任部门", 58: "plain table numbers"},
           lambda: html("<h2>金沙林业局2022年工作任务一览表</h2>" + html_table(ABREAST_ROWS) + "<p>金沙林业局</p><p>2022年1月20日</p>"),
           expected("金沙林业局2022年工作任务一览表", None, "金沙林业局", "2022-01-20", *(one.tasks for one in ABREAST))),
    Sample("fifth-strange-tabs-odd-titles", "攻关.txt", {20: "tab-separated", 92: "inner blanks"},
           lambda: txt("恒力铸造集团2024年攻关任务表\n\n" + spaced(TABS.rows, "\t") + "\n\n恒力铸造集团\n2024年1月9日\n"),
           expected("恒力铸造集团2024年攻关任务表", None, "恒力铸造集团", "2024-01-09", TABS.tasks)),
)
