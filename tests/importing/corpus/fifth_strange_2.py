"""A fifth hand's second strange tables: three rows of header, columns that go on in a second table, tables in cells."""
# fmt: off

from tests.importing.corpus.columns import Ledger
from tests.importing.corpus.make import Line, Sheet, Table, docx, html, html_table, pdf, xlsx
from tests.importing.corpus.marked import expected
from tests.importing.corpus.sample import Record, Sample, lead, support, target, task

# ---------------------------------------------------------------- a university: a header of three rows, no numbers, a column of beginnings
CAMPUS = Ledger("""
建设任务|<|组织实施|<|<|时间安排|<
板块|工作内容|校领导|责任分工|<|启动|办结
^|^|^|主办|协办|^|^
""", "HTPLS--", """
学科建设|新增博士学位授权点2个，通过专项核验。|柯 林|研究生院|各学院、学科办|3月|10月底 ## D:2022-10-31 G:2个
^|建成交叉研究中心3个，立项交叉课题20项。|柯 林|科研院|各学院|2月|11月底 ## D:2022-11-30 G:3个,20项
人才培养|建设一流本科课程60门，出版新形态教材12部。|申屠敏|教务处|各学院、出版社|1月|9月底 ## D:2022-09-30 G:60门,12部
^|本科生深造率提高到38%。|申屠敏|学生处|教务处、各学院|3月|7月 ## D:2022-07-31 G:38%
^|每年评选十佳导师10名。|申屠敏|研究生院|工会|9月|12月 ## D:2022-12-31 Y:yearly G:10名
校园治理|完成老旧实验室通风改造85间。|暴 雪|实验室管理处|保卫处、后勤保障部|暑假|8月下旬 ## D:2022-08-31 G:85间
^|数据中台接入业务系统40个，“一网通办”事项达到200项。|暴 雪|信息化办|机关各部处|4月|12月中旬 ## D:2022-12-20 G:40个,200项
""")

# ---------------------------------------------------------------- a city: too wide for the page, the other columns stand in a second table
WORKS_A = [
    ["序号", "项目名称", "年度建设任务"],
    ["1", "滨江大道北延", "建成通车路段6.8公里。"],
    ["2", "第二水厂迁建", "主体工程完工，日供水能力达到20万吨。"],
    ["3", "市民文化中心", "完成幕墙和室内装饰，9月底前交付使用。"],
    ["4", "老城雨污分流", "改造排水管网37公里，消除易涝点9处。"],
    ["5", "智慧交通", "升级信号灯路口150个，高峰通行效率提升10%以上。"],
    ["6", "殡仪馆改建", "完成选址论证。"],
]
WORKS_B = [
    ["序号", "牵头单位", "配合单位", "包保市领导", "完成时限"],
    ["1", "市住建局", "市自然资源局、滨江区政府", "秦 川", "2019年11月"],
    ["2", "市水务集团", "市水利局、市生态环境局", "秦 川", "2019年12月"],
    ["3", "市城投公司", "市文旅局", "郎 平 安", "2019年9月"],
    ["4", "市住建局", "各区政府", "秦 川", "2019年10月"],
    ["5", "市公安局交警支队", "市大数据中心", "郎 平 安", "2019年6月"],
    ["6", "市民政局", "市自然资源局", "郎 平 安", "2019年上半年"],
]


def _work(place: int, due: str, *goals: Record) -> Record:
    number, name, text = WORKS_A[place]
    _, first, others, person, _ = WORKS_B[place]
    return task(number, text, lead(first) + support(others.replace("、", " ")), heading=name, leaders=person.replace(" ", ""), deadline=due,
                targets=list(goals), heading_also=[None], text_also=[name + text, f"{name}：{text}"])


WORKS_TASKS = [
    _work(1, "2019-11-30", target(6.8, "公里")), _work(2, "2019-12-31", target(20, "万吨")), _work(3, "2019-09-30"),
    _work(4, "2019-10-31", target(37, "公里"), target(9, "处")), _work(5, "2019-06-30", target(150, "个"), target(10, "%")), _work(6, "2019-06-30"),
]

# ---------------------------------------------------------------- a reservoir board: one matter in stages, each with its own day; sections between them
STAGES = Ledger("序号|攻坚工程|阶段任务|承办处室|兑现时间", "NHTR-", """
=1 枢纽工程 ::（枢纽工程）|<|<|<|<
1|溢洪道加固|完成施工图审查。|规划计划处|2021年2月底 ## D:2021-02-28
^|^|混凝土浇筑2.6万立方米。|建设管理处、第一工程处|2021年7月底 ## D:2021-07-31 G:2.6万立方米
^|^|通过蓄水验收。|建设管理处|2021年11月 ## D:2021-11-30
2|启闭机更新|更换启闭机8台。|机电处|2021年4月 ## D:2021-04-30 G:8台
^|^|联动调试并投入使用。|机电处、调度中心|2021年5月中旬 ## D:2021-05-20
=1 移民安置 ::（移民安置）|<|<|<|<
3|安置点建设|建成安置房420套。|移民处|2021年9月 ## D:2021-09-30 G:420套
^|^|搬迁移民1360人。|移民处、库区各镇人民政府|2021年12月 ## D:2021-12-31 G:1360人
!小计|3项工程|7个阶段|<|<
""")
for one in STAGES.tasks:
    one["heading_also"] = [one["heading"].split(" / ")[0]]

# ---------------------------------------------------------------- a county's page: who leads and who helps in one cell, said in five ways
ONE_CELL = Ledger("序号|重点工作|落实主体|何时完成", "NT--", """
1|开展农村供水水质监测，水质达标率达到90%以上。|牵头：县水务局\\n配合：县卫健局、县生态环境局|10月底前 ## L:县水务局 S:县卫健局,县生态环境局 D:2020-10-31 G:90%
2|建设高标准农田3.8万亩。|县农业农村局（牵头），县财政局、各乡镇配合|12月底前 ## L:县农业农村局 S:县财政局,各乡镇 D:2020-12-31 G:3.8万亩
3|发放创业担保贷款5000万元，扶持创业260人。|县人社局牵头，县财政局、人行县支行参与|9月底前 ## L:县人社局 S:县财政局,人行县支行 D:2020-09-30 G:5000万元,260人
4|改造农村危桥11座。|牵头单位：县交通局；责任单位：县公路局、各乡镇|8月底前 ## L:县交通局 R:县公路局,各乡镇 D:2020-08-31 G:11座
5|规范校外培训机构，取缔无证机构23家。|县教体局、县市场监管局按职责分工负责|6月底前 ## R:县教体局,县市场监管局 D:2020-06-30 G:23家
6|推进城乡环卫一体化。|县城管局负责|常态化 ## R:县城管局 Y:ongoing
7|县级公立医院门诊次均费用增幅低于5%。|（牵头）县卫健局\\n（配合）县医保局|全年 ## L:县卫健局 S:县医保局 D:2020-12-31,null Y:null,ongoing O:5%
""")

# ---------------------------------------------------------------- a federation's page: in each cell of the outer table stands a table
INNER = [
    ("服务职工", Ledger("序号|具体任务|承办部门|完成时间", "NTR-", """
1|建成职工书屋30家，配送图书6万册。|宣教部、职工服务中心|5月底 ## D:2023-05-31 G:30家,6万册
2|组织困难职工疗休养800人次。|权益部|10月底 ## D:2023-10-31 G:800人次
""", "服务职工")),
    ("建功立业", Ledger("序号|具体任务|承办部门|完成时间", "NTR-", """
3|开展劳动竞赛16场，征集合理化建议1.2万条。|经济部、各产业工会|11月底 ## D:2023-11-30 G:16场,1.2万条
4|命名劳模创新工作室8个。|经济部|4月底 ## D:2023-04-30 G:8个
5|举办班组长培训，参训率不低于95%。|经济部、职工学校|9月 ## D:2023-09-30 G:95%
""", "建功立业")),
    ("自身建设", Ledger("序号|具体任务|承办部门|完成时间", "NTR-", """
6|清理“空壳”工会54家。|基层部|3月底 ## D:2023-03-31 G:54家
7|机关干部下沉蹲点，每月不少于5天。|办公室、机关各部室|长期 ## Y:monthly,ongoing O:5天
""", "自身建设")),
]
UNION_PAGE = "<table border='1'><tr><td>工作板块</td><td>任务明细</td></tr>" + "".join(
    f"<tr><td>{name}</td><td>{html_table(ledger.rows)}</td></tr>" for name, ledger in INNER) + "</table>"

# ---------------------------------------------------------------- a customs house: words where tasks and units meet, a slanting header
GATE_ROWS = [
    ["", "任务＼单位", "监管科", "查检科", "稽查科", "综合业务科", "办公室", "时限要求"],
    ["通关提速", "进口整体通关时间压缩至36小时以内。", "牵头", "配合", "", "配合", "", "6月底"],
    ["^", "推广“提前申报”，应用率达到55%。", "配合", "", "", "牵头", "", "9月底"],
    ["严密监管", "高风险货物查验率100%。", "", "牵头", "配合", "", "", "长期"],
    ["^", "开展稽查作业90起，查发率不低于60%。", "", "", "牵头", "", "", "11月底"],
    ["保障有力", "更新单兵执法设备70台。", "配合", "配合", "配合", "", "牵头", "3月底"],
]
GATE_TASKS = [
    task(None, "进口整体通关时间压缩至36小时以内。", lead("监管科") + support("查检科 综合业务科"), heading="通关提速", deadline="2021-06-30", targets=[target(36, "小时", optional=True)]),
    task(None, "推广“提前申报”，应用率达到55%。", support("监管科") + lead("综合业务科"), heading="通关提速", deadline="2021-09-30", targets=[target(55, "%")]),
    task(None, "高风险货物查验率100%。", lead("查检科") + support("稽查科"), heading="严密监管", recurrence="ongoing", targets=[target(100, "%")]),
    task(None, "开展稽查作业90起，查发率不低于60%。", lead("稽查科"), heading="严密监管", deadline="2021-11-30", targets=[target(90, "起"), target(60, "%")]),
    task(None, "更新单兵执法设备70台。", support("监管科 查检科 稽查科") + lead("办公室"), heading="保障有力", deadline="2021-03-31", targets=[target(70, "台")]),
]

# ---------------------------------------------------------------- a bureau: the numbers run on inside the cells, one list of units for each cell
BUNDLES = (
    ("清廉机关", "机关党委", "人事处", "7月底前", "2023-07-31",
     [("1", "排查廉政风险点，修订岗位防控措施200条。", [target(200, "条")]), ("2", "组织旁听庭审2次。", [target(2, "次")]), ("3", "拍摄警示教育片1部。", [target(1, "部")])]),
    ("法治机关", "法规处", "各处室、各直属单位", "10月底前", "2023-10-31",
     [("4", "行政执法案卷评查合格率达到98%。", [target(98, "%")]), ("5", "清理规范性文件，公布失效目录。", [])]),
    ("数字机关", "信息中心", "办公室", "12月底前", "2023-12-31",
     [("6", "电子公文系统覆盖直属单位28家。", [target(28, "家")]), ("7", "归集共享数据5000万条。", [target(5000, "万条")]), ("8", "完成等级保护测评。", [])]),
)
BUNDLE_ROWS = [["重点方向", "具体任务", "牵头单位", "配合单位", "完成时限"]] + [
    [name, "\n".join(f"{number}.{text}" for number, text, _ in parts), first, others, day] for name, first, others, day, _, parts in BUNDLES]
BUNDLE_TASKS = [
    task(number, text, lead(first) + support(others.replace("、", " ")), heading=name, deadline=due, targets=goals)
    for name, first, others, _, due, parts in BUNDLES for number, text, goals in parts
]

# ---------------------------------------------------------------- a district: the page before lost its header, it stands in the next table only
LOST_A = Ledger("", "NTR-", """
1|新增城市绿地38公顷，建成口袋公园15个。|区园林中心|10月底 ## D:2021-10-31 G:38公顷,15个
2|完成21条背街小巷整治。|区城管局、各街道办事处|9月底 ## D:2021-09-30 G:21条
3|垃圾分类示范小区覆盖率达到80%。|区城管局、区住房局|11月底 ## D:2021-11-30 G:80%
""")
LOST_B = Ledger("序号|为民办实事内容|承办单位|办结时间", "NTR-", """
4|新开公交线路4条。|区交通局|5月底 ## D:2021-05-31 G:4条
5|为2000名适龄女性提供免费“两癌”筛查。|区卫健局、区妇联|12月 ## D:2021-12-31 O:2000名
6|建成社区养老服务综合体3个，新增护理型床位260张。|区民政局|8月 ## D:2021-08-31 G:3个,260张
""")

SAMPLES = (
    Sample("fifth-strange-three-rows", "建设任务.xlsx", {44: "merged down the left", 63: "no number", 92: "inner blanks"},
           lambda: xlsx(Sheet("任务", [["沧澜大学2022年事业发展任务安排", *"<<<<<<"], *CAMPUS.rows, ["沧澜大学校长办公室　2022年1月5日", *"<<<<<<"]])),
           expected("沧澜大学2022年事业发展任务安排", None, "沧澜大学校长办公室", "2022-01-05", CAMPUS.tasks)),
    Sample("fifth-strange-goes-on-beside", "重点项目.docx", {35: "项目名称", 46: "short name + long text columns"},
           lambda: docx([Line("宛城市2019年城建重点项目责任表", centred=True), "宛城建指〔2019〕1号", Table(WORKS_A), "（接上表）", Table(WORKS_B), "宛城市城市建设指挥部", "2019年1月30日"]),
           expected("宛城市2019年城建重点项目责任表", "宛城建指〔2019〕1号", "宛城市城市建设指挥部", "2019-01-30", WORKS_TASKS)),
    Sample("fifth-strange-stages", "工程攻坚.pdf", {62: "one number, several rows", 45: "section rows"},
           lambda: pdf([Line("龙门水库建设管理局2021年工程攻坚计划", centred=True), Table(STAGES.rows, widths=(3, 8, 16, 12, 9)), "龙门水库建设管理局", "2021年1月25日"], flipped=True, repeat=False),
           expected("龙门水库建设管理局2021年工程攻坚计划", None, "龙门水库建设管理局", "2021-01-25", STAGES.tasks)),
    Sample("fifth-strange-one-cell", "重点工作.html", {73: "牵头单位", 74: "A牵头", 76: "按职责分工负责"},
           lambda: html("<p>岐阳县人民政府办公室</p><p>关于印发2020年民生改善重点工作分工的通知</p><p>岐政办〔2020〕18号</p><p>各乡镇人民政府，县直各部门：</p><p>现将《2020年民生改善重点工作分工表》印发给你们，请于4月30日前制定细化方案。</p>"
                        "<p>岐阳县人民政府办公室</p><p>2020年4月9日</p><p>2020年民生改善重点工作分工表</p>" + html_table(ONE_CELL.rows)),
           expected("2020年民生改善重点工作分工表", "岐政办〔2020〕18号", "岐阳县人民政府办公室", "2020-04-09", ONE_CELL.tasks)),
    Sample("fifth-strange-tables-in-cells", "工作要点.html", {58: "plain table numbers", 114: "navigation"},
           lambda: html("<h1>兰渚市总工会2023年重点工作分解</h1><p>发布时间：2023-02-15</p>" + UNION_PAGE + "<p>兰渚市总工会</p><p>2023年2月9日</p>"),
           expected("兰渚市总工会2023年重点工作分解", None, "兰渚市总工会", "2023-02-09", *(ledger.tasks for _, ledger in INNER))),
    Sample("fifth-strange-gate-words", "任务分工.docx", {63: "no number", 44: "merged down the left"},
           lambda: docx([Line("平湖海关2021年重点工作分工表", centred=True), Table(GATE_ROWS), "平湖海关", "2021年2月3日"]),
           expected("平湖海关2021年重点工作分工表", None, "平湖海关", "2021-02-03", GATE_TASKS)),
    Sample("fifth-strange-bundles", "机关建设.docx", {58: "plain table numbers", 54: "continuing across headings"},
           lambda: docx([Line("鹤鸣省水利厅2023年模范机关建设任务分工", centred=True), Table(BUNDLE_ROWS), "鹤鸣省水利厅直属机关党委", "2023年3月1日"]),
           expected("鹤鸣省水利厅2023年模范机关建设任务分工", None, "鹤鸣省水利厅直属机关党委", "2023-03-01", BUNDLE_TASKS)),
    Sample("fifth-strange-header-later", "实事.html", {36: "民生实事", 49: "at a page break"},
           lambda: html("<h2>望湖区2021年为民办实事分解表</h2><p>望政办〔2021〕5号</p>" + html_table(LOST_A.rows) + "<p>— 1 —</p>" + html_table(LOST_B.rows) + "<p>望湖区人民政府办公室</p><p>2021年2月26日</p>"),
           expected("望湖区2021年为民办实事分解表", "望政办〔2021〕5号", "望湖区人民政府办公室", "2021-02-26", LOST_A.tasks, LOST_B.tasks)),
)
