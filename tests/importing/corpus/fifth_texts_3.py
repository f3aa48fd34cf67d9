"""A fifth hand's flattened tables, the strangest: cells that wrap, markdown, ASCII rules, lost years in a column."""

from tests.importing.corpus.make import Line, boxed, cell_a_line, docx, grid, html, ofd, pdf, run_together, txt
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# a cell a line with a blank line between, but long cells wrap at a width too; sections with a count; three sign
REFORM = Marked("""{H1一、完善公司治理（2项）}
1|{M外部董事}|{T推动各级子企业董事会应建尽建、配齐建强，外部董事占多数的企业比例达到100%，专职外部董事库人选不少于60人。}|{L企业改革处}|{S产权管理处、各省属企业}|2024年6月底前 ## N:1 G:100%,60人 D:2024-06-30
2|{M授权放权}|{T修订授权放权清单，下放事项18项以上，每年评估一次授权效果并动态调整。}|{L政策法规处}|{S企业改革处、规划发展处}|2024年9月底前 ## N:2 G:18项 O:1次 Y:yearly D:2024-09-30
{H1二、优化布局结构（2项）}
3|{M战新产业}|{T战略性新兴产业投资占比提高到35%，培育“专精特新”企业40家，其中国家级“小巨人”8家。}|{L规划发展处}|{S科技创新处、各省属企业}|2025年12月底前 ## N:3 G:35%,40家,8家 D:2025-12-31
4|{M亏损治理}|{T亏损子企业户数压减三分之一，法人层级控制在4级以内，清理“两非”企业27户。}|{L财务监管处}|{S企业改革处、各省属企业}|2024年底前 ## N:4 G:33.33%,4级,27户 D:2024-12-31
{H1三、健全市场化机制（2项）}
5|{M任期考核}|{T经理层成员任期制契约化签约率100%，刚性兑现薪酬，末等调整和不胜任退出比例不低于3%。}|{L考核分配处}|{S组织干部处}|2024年3月底前 ## N:5 G:100%,3% D:2024-03-31
6|{M科技投入}|{T工业企业研发投入强度达到3.2%，落实研发费用视同利润加回政策。}|{L科技创新处}|{S考核分配处、财务监管处}|长期坚持 ## N:6 G:3.2% Y:ongoing
""")
for _one in REFORM.tasks:
    _above, _name = _one["heading"].split(" / ")
    _above = _above[2:].partition("（")[0]
    _one["heading"] = f"{_above} / {_name}"
    _one["heading_also"] = [_above, _name]
REFORM_HEADER = ["序号", "改革任务", "工作要求及目标", "主要责任单位", "协同配合\n单位", "完成时限"]


def wrapping(rows: list[list[str]], width: int) -> str:
    """Cells between blank lines; a long one goes on in the next line."""
    cells = [cell for row in rows for cell in row if cell]
    return "\n\n".join(
        "\n".join(line[place : place + width] for line in cell.split("\n") for place in range(0, len(line), width))
        for cell in cells
    )


# markdown: a rule below the header, empty cells where the above goes on, a total, progress, numbers from 24
ORDER = Marked(
    """24|{M平安建设}|{T命案现案破获率100%，刑事案件立案数同比下降8%。}|许 敬东|{L区公安分局}|{S区委政法委、各镇（街道）}|命案全破，立案数下降6.1%|是||## P:许敬东 G:100%,8%
25|{M矛盾化解}|{T建成区级矛盾调处中心1个，受理事项按期办结率不低于97%。}||{L区委政法委}|{S区信访局、区司法局}|已揭牌，办结率98.2%|是||## P:许敬东 G:1个,97%
26|{M反诈宣传}|{T电信网络诈骗发案数下降20%以上，反诈APP注册率达到80%。}||{L区公安分局}|{S区融媒体中心}|发案数上升3%，注册率71%|否|10月份发案集中||## P:许敬东 G:20%,80%
28|{M社区矫正}|{T社区矫正对象再犯罪率控制在0.2%以内。}|余 宁|{L区司法局}|{S区法院、区检察院}|0.11%|是||## P:余宁 G:0.2%
29|{M法治副校长}|{T全区46所中小学法治副校长配备率100%，每学期开展法治课不少于2次。}||{L区教育局}|{S区司法局}|已配备41所|否|5所学校人选调整||## P:余宁 G:100%,2次 O:46所 Y:half_yearly
""".replace("||##", "| ##")
    .replace("|||", "|| ")
    .replace("| ##", " ##")
)
ORDER_HEADER = "|序号|主要任务|全年目标任务|分管领导|牵头单位|协同单位|1-10月推进情况|是否达序|说明|"


def markdown() -> str:
    out = [ORDER_HEADER, "|" + "---|" * 9]
    for line in ORDER.text.splitlines():
        cells = line.split("|")
        out.append("|" + "|".join((cells + [""] * 9)[:9]) + "|")
    out.insert(5, "||||||||||")
    out.append("|合计|5项||||||达序3项||")
    return "\n".join(out)


# rules of plus and minus; the leader merged over his tasks; no numbers
FLOWERS = Marked("""{T完成入口景观、主场馆布展，总面积达到2.6万平方米。}|{P方 圆}|{L区园林局}|3月20日前 ## D:2023-03-20 G:2.6万平方米
{T组织志愿者1200人次，设置便民服务点18处。}|^|{L团区委}|4月1日前 ## D:2023-04-01 G:1200人次,18处
{T开行观展专线公交3条，新增临时车位2400个。}|{P秦一鸣}|{L区交通局、区公安分局}|3月底前 ## D:2023-03-31 G:3条,2400个
{T花展期间每日消毒2次，食品抽检不少于150批次。}|^|{L区市场监管局}|5月10日前 ## D:2023-05-10 G:150批次 O:2次
{T门票收入突破600万元，接待游客45万人次以上。}|^|{L区文旅公司}|5月底前 ## D:2023-05-31 G:600万元,45万人次
""")
for _one, _name in zip(FLOWERS.tasks, ("方圆", "方圆", "秦一鸣", "秦一鸣", "秦一鸣"), strict=True):
    _one["leaders"] = [_name]
    _one["number"] = None
FLOWERS_ROWS = grid("工作任务|分管领导|牵头组织实施单位|完成时限\n" + FLOWERS.text)
PLUS = str.maketrans({**dict.fromkeys("┌┬┐├┼┤└┴┘", "+"), "─": "--", "│": "|"})

# a saved page, a row a line between breaks, wide blanks; the site lost year and month between digits
TAX = Marked("""1　{T电子税务局网上办税率达到98%以上}　{R征管科技科}　2019630日前 ## N:1 G:98% D:2019-06-30
2　{T减税降费政策宣传辅导户数不少于3.6万户}　{R纳税服务科、各税务所}　2019415日前 ## N:2 G:3.6万户 D:2019-04-15
3　{T增值税留抵退税平均办理时间压缩至6个工作日}　{R税政一科、收入核算科}　2019930日前 ## N:3 O:6个工作日 D:2019-09-30
4　{T欠税清缴入库1.2亿元，新增欠税率控制在0.5%以内}　{R征管科技科、各税务所}　20191220日前 ## N:4 G:1.2亿元,0.5% D:2019-12-20
5　{T每季度开展一次明察暗访}　{R纪检组}　长期坚持 ## N:5 Y:quarterly,ongoing O:1次
6　{T完成税务人员轮训260人，“业务能手”持证率达到30%}　{R人事教育科}　2019820日前 ## N:6 G:260人,30% D:2019-08-20
""")
TAX_LINES = [
    "国家税务总局平川县税务局2019年重点工作任务分工表",
    "平川税发〔201912号",
    "2019225日",
    "序号　工作任务　责任部门　完成时限",
    *TAX.text.splitlines(),
    "注：各责任部门于每月5日前将上月进展报送办公室，联系电话：0000-6632158。",
]

# on paper a cell a line, as a viewer printed it: pages cut between the cells, the header once again, section lines
CANAL = Marked("""{H1（一）水环境治理}
1|{T整治运河沿线入河排污口73个，建立“一口一档”。}|{L市生态环境局}|{S沿线各区人民政府}|2021年8月 ## N:1 G:73个 D:2021-08-31
2|{T新建污水提升泵站4座，日处理能力提高3万吨。}|{L市水务集团}|{S市城管局}|2021年12月 ## N:2 G:4座,3万吨 D:2021-12-31
3|{T打捞水面漂浮物，重点断面水质优于Ⅲ类的比例不低于85%。}|{L市水利局}|{S沿线各区人民政府}|持续推进 ## N:3 G:85% Y:ongoing
{H1（二）文化遗产保护}
4|{T修缮古码头、古驿站等文物点22处，完成考古勘探5万平方米。}|{L市文物局}|{S市财政局}|2021年11月 ## N:4 G:22处,5万平方米 D:2021-11-30
5|{T建成运河数字博物馆，年接待观众30万人次。}|{L市文化广电和旅游局}|{S市大数据局、市文投集团}|2021年9月底前开馆 ## N:5 G:30万人次 D:2021-09-30
{H1（三）沿线开发利用}
6|{T贯通滨河慢行道41公里，设置驿站20处，平均间距2公里。}|{L市自然资源和规划局}|{S市园林局、沿线各区人民政府}|2021年10月 ## N:6 G:41公里,20处 O:2公里 D:2021-10-31
7|{T通航里程延伸15公里，新增游船码头6个。}|{L市交通运输局}|{S市文投集团}|2022年6月 ## N:7 G:15公里,6个 D:2022-06-30
""")
for _one in CANAL.tasks:
    _one["heading"] = _one["heading"][3:]
CANAL_HEADER = ["序号", "主要任务", "牵头单位", "配合单位", "完成时间"]
CANAL_BODY = [line.split("|") for line in CANAL.text.splitlines()]
CANAL_CELLS = [*CANAL_HEADER, *[cell for row in CANAL_BODY[:6] for cell in row], *CANAL_HEADER, *[cell for row in CANAL_BODY[6:] for cell in row]]  # fmt: skip

# all together without numbers or full stops; the unit closes the row
FAIR = Marked("""1|{T组织企业参展320家，其中境外企业45家}|{L县商务局}|{S县贸促会} ## G:320家,45家
2|{T签约项目合同金额不少于50亿元}|{L县投资促进中心}|{S各乡镇（街道）} ## G:50亿元
3|{T布置特色展位180个，更新宣传展板60块}|{L县委宣传部}|{S县融媒体中心、县文旅局} ## G:180个,60块
4|{T培训讲解员80名，印制导览手册2万册}|{L县文旅局}|{S团县委} ## G:80名,2万册
5|{T设置医疗救护点6处，救护车24小时值守}|{L县卫健局}|{S县人民医院、县疾控中心} ## G:6处 O:24小时
6|{T会展期间餐饮单位检查覆盖率100%}|{L县市场监管局}|{S县公安局} ## G:100%
""")
FAIR_ROWS = grid("序号|工作内容|牵头单位|配合单位\n" + FAIR.text)

# problems with label lines, one unit a line
PATROL = Marked("""（一）{H1“三重一大”决策制度执行不到位}
1．{T修订党组议事规则，列明必须集体研究事项31项，2022年3月底前印发。}
责任领导：{P余 航}
责任部门：
{R办公室}
{R机关党委}
完成时限：2022年3月 ## G:31项 D:2022-03-31 P:余航
2．{T对近三年大额资金支出120笔开展“回头看”。}
责任领导：{P余 航}
责任部门：
{R规划财务处}
{R派驻纪检监察组}
完成时限：2022年4月 ## O:120笔 D:2022-04-30 P:余航
（二）{H1联系服务群众不够经常}
3．{T处级以上干部每人联系2个村（社区），每季度至少下沉1次。}
责任领导：{P司马卓}
责任部门：
{R人事处}
{R各处室、直属单位}
完成时限：长期坚持 ## G:2个 O:1次 Y:quarterly,ongoing
4．{T办理群众留言答复时限由10个工作日缩短为5个工作日，满意率达到95%。}
责任领导：{P司马卓}
责任部门：
{R信访处}
完成时限：立行立改并长期坚持 ## O:5个工作日,10个工作日 G:95% Y:ongoing,null
（三）{H1工程建设领域廉政风险防控薄弱}
5．{T完成在建项目招投标专项检查46个，移交问题线索处置率100%。}
责任领导：{P余 航}
责任部门：
{R建设管理处}
{R派驻纪检监察组}
完成时限：2022年5月 ## G:46个,100% D:2022-05-31 P:余航
""")
for _one in PATROL.tasks:
    if "余" in _one["leaders"]:
        _one["leaders"] = ["余航"]
    _one["number"] = _one["number"].strip("．")
    _one["departments"] = [
        {"name": name, "role": "responsible"} for unit in _one["departments"] for name in [unit["name"]]
    ]

SAMPLES = (
    Sample("fifth-text-three-reform-wrapping", "任务台账.txt", {19: "one cell per line", 31: "主要责任单位", 45: "（11项）", 46: "short name + long text"},
           lambda: txt("中共北原省国资委委员会\n北原省人民政府国有资产监督管理委员会\n关于印发《省属国有企业改革深化提升行动\n2024年重点任务台账》的通知\n\n北国资改〔2024〕15号\n\n各省属企业，委内各处室：\n\n现将《省属国有企业改革深化提升行动2024年重点任务台账》印发给你们，请抓好落实。\n\n北原省人民政府国有资产监督管理委员会\n\n2024年1月31日\n\n省属国有企业改革深化提升行动\n2024年重点任务台账\n\n"
                       + wrapping([REFORM_HEADER, *[line.split("|") for line in REFORM.text.splitlines()]], 20) + "\n"),
           expected("省属国有企业改革深化提升行动2024年重点任务台账", "北国资改〔2024〕15号", "北原省人民政府国有资产监督管理委员会", "2024-01-31", REFORM)),
    Sample("fifth-text-three-order-markdown", "推进情况.txt", {19: "pipe-delimited with stray", 34: "1-10月推进情况", 61: "B12 from 24", 92: "inner blanks"},
           lambda: txt("临江区2018年平安法治类目标任务推进情况表\n填报单位：区委区政府督查考核办　　统计时间：2018年10月31日\n\n" + markdown() + "\n"),
           expected("临江区2018年平安法治类目标任务推进情况表", None, "区委区政府督查考核办", None, ORDER)),
    Sample("fifth-text-three-flowers-plus", "花展.txt", {21: "box-drawing", 32: "牵头组织实施单位", 63: "no number"},
           lambda: txt("花溪区第十届赏花节筹备工作责任分解表\n" + boxed(FLOWERS_ROWS, (34, 12, 22, 14)).translate(PLUS) + "\n花溪区人民政府办公室\n2023年2月16日\n", "gb18030"),
           expected("花溪区第十届赏花节筹备工作责任分解表", None, "花溪区人民政府办公室", "2023-02-16", FLOWERS)),
    Sample("fifth-text-three-tax-lost-years", "分工表.html", {20: "one row per line", 27: "责任部门", 114: "年/月 lost"},
           lambda: html("<div>" + "<br>\n".join(TAX_LINES) + "</div>", "重点工作任务分工表"),
           expected("国家税务总局平川县税务局2019年重点工作任务分工表", "平川税发〔2019〕12号", "国家税务总局平川县税务局", "2019-02-25", TAX, doc_number_also=["平川税发〔201912号"], issuer_also=[None])),
    Sample("fifth-text-three-canal-paper", "任务表.pdf", {19: "one cell per line", 49: "Header repeated", 45: "section rows"},
           lambda: pdf("文昌市大运河保护传承利用2021年重点任务表\n文运河办〔2021〕3号\n文昌市大运河保护工作领导小组办公室\n2021年3月4日\n" + "\n".join(CANAL_CELLS), header="文昌市大运河保护"),
           expected("文昌市大运河保护传承利用2021年重点任务表", "文运河办〔2021〕3号", "文昌市大运河保护工作领导小组办公室", "2021-03-04", CANAL)),
    Sample("fifth-text-three-fair-together", "预览.docx", {21: "run together"},
           lambda: docx([Line("2017年板栗文化节暨经贸洽谈会任务分解", centred=True), run_together(FAIR_ROWS), "板溪县人民政府", "2017年8月3日"]),
           expected("2017年板栗文化节暨经贸洽谈会任务分解", None, "板溪县人民政府", "2017-08-03", FAIR)),
    Sample("fifth-text-three-patrol-lines", "整改.ofd", {14: "label lines of their own", 77: "label lines", 87: "one unit per line"},
           lambda: ofd(pdf("中共南麓省水利厅党组巡视反馈问题整改任务清单\n南水党〔2022〕6号\n" + PATROL.text + "\n中共南麓省水利厅党组\n2022年1月27日", size=12)),
           expected("中共南麓省水利厅党组巡视反馈问题整改任务清单", "南水党〔2022〕6号", "中共南麓省水利厅党组", "2022-01-27", PATROL)),
    Sample("fifth-text-three-reform-paragraphs", "任务台账.docx", {19: "blank line between cells", 46: "short name + long text"},
           lambda: docx("省属国有企业改革深化提升行动\n2024年重点任务台账\n\n" + cell_a_line([[cell.replace("\n", "") for cell in REFORM_HEADER], *[line.split("|") for line in REFORM.text.splitlines()]])),
           expected("省属国有企业改革深化提升行动2024年重点任务台账", None, None, None, REFORM)),
)  # fmt: skip
