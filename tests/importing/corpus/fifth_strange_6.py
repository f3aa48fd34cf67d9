"""A fifth hand's strange tables once more: a grid on paper, cards of six columns, titles unheard of."""
# fmt: off

from tests.importing.corpus.columns import Ledger
from tests.importing.corpus.make import Line, Table, docx, grid, html, html_table, pdf
from tests.importing.corpus.marked import expected
from tests.importing.corpus.sample import Sample, lead, responsible, support, target, task

# ---------------------------------------------------------------- a plain table, but for its titles
PLAIN = Ledger("次|拟办事宜|经手处室|掌舵人|收官日", "NTRPD".replace("D", "-"), """
1|编印信访案例汇编3期。|综合处|云 飞|4月底 ## D:2022-04-30 G:3期
2|化解信访积案76件，化解率不低于90%。|接访处、督查处|云 飞|10月底 ## D:2022-10-31 G:76件,90%
3|领导干部每月下访接访一次。|接访处|童 安 格|常年 ## Y:monthly,ongoing O:1次
4|网上信访占比提高到65%。|网信处|童 安 格|12月底 ## D:2022-12-31 G:65%
5|培训基层信访干部400人次。|综合处、人事处|云 飞|9月中旬 ## D:2022-09-20 G:400人次
""")

# ---------------------------------------------------------------- cards of six columns
CARDS = (
    ("1", "巩 俐", "5月底", "2021-05-31", "完成水表智能化改造1.8万只。", "营销公司", "信息中心", [target(1.8, "万只")]),
    ("2", "巩 俐", "11月底", "2021-11-30", "供水管网漏损率降至9%以下。", "管网公司", "营销公司、调度中心", [target(9, "%")]),
    ("3", "宁 静", "8月底", "2021-08-31", "新建二次供水泵房14座。", "工程公司", "物资部", [target(14, "座")]),
    ("4", "宁 静", "长期", None, "水质综合合格率保持在99.9%。", "水质中心", "各水厂", [target(99.9, "%")]),
)
CARD_TABLES = [part for number, person, day, _, text, first, others, _ in CARDS for part in (
    Table([["编号", number, "挂点领导", person, "办结期限", day], ["任务描述", text, *"<<<<"], ["牵头单位", first, "协同单位", others, "备注", ""]], head_rows=0), "")]
CARD_TASKS = [task(number, text, lead(first) + support(others.replace("、", " ")), leaders=person.replace(" ", ""), deadline=due, targets=goals,
                   recurrence=None if due else "ongoing") for number, person, _, due, text, first, others, goals in CARDS]

# ---------------------------------------------------------------- a grid on paper
PAPER = Table(grid("""
序号|任务内容|团委|教务部|学工部|后勤部|保卫部|完成时间
1|组织校园开放日活动2场。|●|○|○||○|5月
2|宿舍用电安全检查每月一次。|||○|●|○|每月
3|建设劳动教育基地6个。|○|●|||  |10月底
4|校园监控更新探头280个。||||○|●|7月底
"""), widths=(3, 14, 5, 5, 5, 5, 5, 7))
PAPER_TASKS = [
    task("1", "组织校园开放日活动2场。", lead("团委") + support("教务部 学工部 保卫部"), deadline="2023-05-31", targets=[target(2, "场")]),
    task("2", "宿舍用电安全检查每月一次。", support("学工部 保卫部") + lead("后勤部"), recurrence="monthly", targets=[target(1, "次", optional=True)]),
    task("3", "建设劳动教育基地6个。", support("团委") + lead("教务部"), deadline="2023-10-31", targets=[target(6, "个")]),
    task("4", "校园监控更新探头280个。", support("后勤部") + lead("保卫部"), deadline="2023-07-31", targets=[target(280, "个")]),
]

# ---------------------------------------------------------------- turned round on a page; nobody helps with two of the tasks
TURNED = grid("""
序号|1|2|3|4
重点任务|建成数字档案馆1座。|接收进馆档案2.6万卷。|开展档案执法检查15家。|编研出版志书2部。
责任科室|信息科|管理科|法规科|编研科
配合单位|县大数据局||县司法局|
完成时限|10月底|12月底|6月底|11月底
""")
TURNED_TASKS = [
    task("1", "建成数字档案馆1座。", responsible("信息科") + support("县大数据局"), deadline="2020-10-31", targets=[target(1, "座")]),
    task("2", "接收进馆档案2.6万卷。", responsible("管理科"), deadline="2020-12-31", targets=[target(2.6, "万卷")]),
    task("3", "开展档案执法检查15家。", responsible("法规科") + support("县司法局"), deadline="2020-06-30", targets=[target(15, "家")]),
    task("4", "编研出版志书2部。", responsible("编研科"), deadline="2020-11-30", targets=[target(2, "部")]),
]

SAMPLES = (
    Sample("fifth-strange-unheard-titles", "任务.docx", {58: "plain table numbers", 92: "inner blanks"},
           lambda: docx([Line("江宁州信访局2022年重点工作任务表", centred=True), Table(PLAIN.rows), "江宁州信访局", "2022年2月15日"]),
           expected("江宁州信访局2022年重点工作任务表", None, "江宁州信访局", "2022-02-15", PLAIN.tasks)),
    Sample("fifth-strange-cards-of-six", "任务书.docx", {41: "完成时限", 92: "inner blanks"},
           lambda: docx([Line("清泉水务集团2021年重点任务书", centred=True), *CARD_TABLES, "清泉水务集团", "2021年1月18日"]),
           expected("清泉水务集团2021年重点任务书", None, "清泉水务集团", "2021-01-18", CARD_TASKS)),
    Sample("fifth-strange-grid-on-paper", "分工.pdf", {58: "plain table numbers"},
           lambda: pdf([Line("博雅职业学院2023年平安校园任务分工表", centred=True), "图例：●牵头部门，○配合部门。", PAPER, "博雅职业学院", "2023年3月1日"]),
           expected("博雅职业学院2023年平安校园任务分工表", None, "博雅职业学院", "2023-03-01", PAPER_TASKS)),
    Sample("fifth-strange-turned-page", "档案.html", {47: "配合单位", 114: "navigation"},
           lambda: html("<h1>永定县档案馆2020年重点任务清单</h1>" + html_table(TURNED) + "<p>永定县档案馆</p><p>2020年3月9日</p>"),
           expected("永定县档案馆2020年重点任务清单", None, "永定县档案馆", "2020-03-09", TURNED_TASKS)),
)
