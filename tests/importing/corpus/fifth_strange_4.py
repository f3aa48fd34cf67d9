"""A fifth hand's fourth strange tables: lists that answer one another, cards two abreast, one task in several rows."""
# fmt: off

from tests.importing.corpus.columns import Ledger
from tests.importing.corpus.make import (
    Line,
    Sheet,
    Table,
    converted,
    docx,
    grid,
    html,
    html_table,
    pdf,
    piped,
    txt,
    xlsx,
)
from tests.importing.corpus.marked import expected
from tests.importing.corpus.sample import Sample, lead, responsible, support, target, task

# ---------------------------------------------------------------- a mail of a bureau: a grid with ticks that a mail program cut into pipes
TICKS = grid("""
编号|督办事项|财务科|工程科|运管科|安监科|结账日
01|清理历年工程质保金86笔。|√|√|||5月31日
02|完成收费站称重设备检定24台。|||√|√|4月20日
03|处置报废车辆15辆。|√||√||6月15日
04|编制防汛物资储备方案。||√||√|3月底
05|收费人员业务考核合格率达到95%。|||√||每季度
""")
TICK_TASKS = [
    task("01", "清理历年工程质保金86笔。", responsible("财务科 工程科"), deadline="2023-05-31", targets=[target(86, "笔")]),
    task("02", "完成收费站称重设备检定24台。", responsible("运管科 安监科"), deadline="2023-04-20", targets=[target(24, "台")]),
    task("03", "处置报废车辆15辆。", responsible("财务科 运管科"), deadline="2023-06-15", targets=[target(15, "辆")]),
    task("04", "编制防汛物资储备方案。", responsible("工程科 安监科"), deadline="2023-03-31"),
    task("05", "收费人员业务考核合格率达到95%。", responsible("运管科"), recurrence="quarterly", targets=[target(95, "%")]),
]
for one in TICK_TASKS:
    one["number_also"] = [one["number"][1:]]

# ---------------------------------------------------------------- a museum: two cards abreast
MUSEUM = Table(grid("""
任务编号|1|任务编号|2
任务内容|完成馆藏一级文物数字化扫描420件。|任务内容|举办原创展览3个，接待观众60万人次。
牵头部门|信息部|牵头部门|展陈部
配合部门|藏品部、保卫部|配合部门|宣教部
完成时间|9月底前|完成时间|11月底前
任务编号|3|任务编号|4
任务内容|库房恒温恒湿系统改造800平方米。|任务内容|志愿者服务时长突破2万小时。
牵头部门|藏品部|牵头部门|宣教部
配合部门|后勤部|配合部门|办公室、团支部
完成时间|6月中旬|完成时间|全年
"""), head_rows=0)
MUSEUM_TASKS = [
    task("1", "完成馆藏一级文物数字化扫描420件。", lead("信息部") + support("藏品部 保卫部"), deadline="2024-09-30", targets=[target(420, "件")]),
    task("2", "举办原创展览3个，接待观众60万人次。", lead("展陈部") + support("宣教部"), deadline="2024-11-30", targets=[target(3, "个"), target(60, "万人次")]),
    task("3", "库房恒温恒湿系统改造800平方米。", lead("藏品部") + support("后勤部"), deadline="2024-06-20", targets=[target(800, "平方米")]),
    task("4", "志愿者服务时长突破2万小时。", lead("宣教部") + support("办公室 团支部"), deadline="2024-12-31", targets=[target(2, "万小时", optional=True)],
         deadline_also=[None], recurrence_also=["ongoing"]),
]

# ---------------------------------------------------------------- a discipline office: lists in the cells, item by item, each with its own unit and day
PARALLEL = (
    ("1", "违规吃喝问题", (("（1）", "清查公务接待费报销凭证3200份。", "财政局", "4月底", "2022-04-30", [target(3200, "份")]),
                      ("（2）", "修订公务接待管理办法。", "机关事务中心", "5月底", "2022-05-31", []))),
    ("2", "形式主义问题", (("（1）", "精简会议文件，数量压减20%以上。", "县委办、政府办", "6月底", "2022-06-30", [target(20, "%")]),
                      ("（2）", "整合村级微信工作群，清理僵尸群150个。", "网信办", "3月底", "2022-03-31", [target(150, "个")]),
                      ("（3）", "规范村级牌子，每村不超过8块。", "民政局", "7月底", "2022-07-31", [target(8, "块", optional=True)]))),
    ("3", "慢作为问题", (("（1）", "审批事项承诺时限压缩30%。", "行政审批局", "8月底", "2022-08-31", [target(30, "%")]),
                     ("（2）", "明察暗访窗口单位40家。", "纪委监委机关", "11月底", "2022-11-30", [target(40, "家")]))),
)
PARALLEL_ROWS: list[list[str]] = [["清风专项整治任务清单（2022年）", *"<<<<"], ["序号", "整治问题", "整治措施", "责任单位", "完成时限"]]
PARALLEL_ROWS += [[number, name, *("\n".join(label + part[at] for label, *part in parts) for at in (0, 1, 2))] for number, name, parts in PARALLEL]
PARALLEL_TASKS = [
    task(f"{number}{label.replace('（', '(').replace('）', ')')}", text, responsible(units.replace("、", " ")), heading=name, deadline=due, targets=goals)
    for number, name, parts in PARALLEL for label, text, units, _, due, goals in parts
]

# ---------------------------------------------------------------- a flood office on paper: one task, a row for each unit with its own day
FLOOD = Ledger("序号|工作任务|责任单位|完成时限", "NTR-", """
1|储备防汛砂石料，储备量不少于6000立方米。|城关镇人民政府|5月10日 ## D:2023-05-10 G:6000立方米
^|^|河口镇人民政府|5月15日 ## D:2023-05-15 G:6000立方米
^|^|县水利局|5月20日 ## D:2023-05-20 G:6000立方米
2|转移避险演练每年不少于2次。|县应急局、各乡镇人民政府|6月15日 ## D:2023-06-15 Y:yearly G:2次
3|整治病险山塘水库。|县水利局|4月底 ## D:2023-04-30
^|^|县农业农村局|5月底 ## D:2023-05-31
""")

# ---------------------------------------------------------------- a factory: no header at all, two columns of units
PLANT = Ledger("", "TLS-", """
一号高炉大修，4月底点火投产。|设备部|炼铁厂、物资部|2021年4月30日 ## D:2021-04-30
吨钢综合能耗降至545千克标准煤。|能源部|各分厂|2021年12月31日 ## D:2021-12-31 G:545千克标准煤
冷轧产品出口量达到12万吨。|销售部|质量部|2021年12月20日 ## D:2021-12-20 G:12万吨
职工技能等级认定1800人。|人力资源部|工会|2021年10月31日 ## D:2021-10-31 G:1800人
完成厂区绿化6.5万平方米。|行政部|无|2021年6月30日 ## D:2021-06-30 G:6.5万平方米
""")

# ---------------------------------------------------------------- a county's page: who and when in one cell, leaders in rows across the table
LED = Ledger("序号|攻坚任务|责任单位及完成时限", "NT-", """
!责任领导：晏 清|<|<
1|建成乡镇寄递物流综合服务站12个。|邮政管理局、交通运输局，6月底前完成 ## R:邮政管理局,交通运输局 P=晏清 D:2022-06-30 G:12个
2|补贴农机具更新900台。|农业农村局，10月底前完成 ## R:农业农村局 P=晏清 D:2022-10-31 G:900台
!责任领导：牧 原|<|<
3|新改扩建农村公厕58座。|住建局、各乡镇，9月底前完成 ## R:住建局,各乡镇 P=牧原 D:2022-09-30 G:58座
4|农村自来水普及率提高到96%。|水利局，12月底前完成 ## R:水利局 P=牧原 D:2022-12-31 G:96%
5|开展农村集体“三资”清理。|农业农村局、财政局，持续推进 ## R:农业农村局,财政局 P=牧原 Y:ongoing
""")

# ---------------------------------------------------------------- an old workbook: a grid under a header of two rows, what the marks mean stands below
GRID_ROWS = [
    ["青石街道2020年重点工作责任矩阵", *"<<<<<<<"],
    ["序号", "工作任务", "责任科室", "<", "<", "<", "分管领导", "时限"],
    ["^", "^", "党政办", "经发办", "城建办", "社事办", "^", "^"],
    [1.0, "引进税源型企业20家。", "", "▲", "", "", "仰 止", "12月"],
    [2.0, "拆除违法建设1.5万平方米。", "△", "", "▲", "", "于 飞", "8月"],
    [3.0, "发放困难群众救助金430万元。", "", "△", "", "▲", "于 飞", "11月"],
    [4.0, "每周召开一次经济运行调度会。", "▲", "△", "△", "△", "仰 止", "长期"],
    ["注：▲为主办科室，△为协办科室。", *"<<<<<<<"],
]
GRID_TASKS = [
    task("1", "引进税源型企业20家。", lead("经发办"), leaders="仰止", deadline="2020-12-31", targets=[target(20, "家")]),
    task("2", "拆除违法建设1.5万平方米。", support("党政办") + lead("城建办"), leaders="于飞", deadline="2020-08-31", targets=[target(1.5, "万平方米")]),
    task("3", "发放困难群众救助金430万元。", support("经发办") + lead("社事办"), leaders="于飞", deadline="2020-11-30", targets=[target(430, "万元")]),
    task("4", "每周召开一次经济运行调度会。", lead("党政办") + support("经发办 城建办 社事办"), leaders="仰止", recurrence="weekly",
         recurrence_also=["ongoing"], targets=[target(1, "次", optional=True)]),
]

# ---------------------------------------------------------------- a page: cards of lines, every label a plain question
LINES = (
    ("1", "完成学校食堂“互联网+明厨亮灶”改造52所。", "教育体育局、市场监管局", "2021年8月底前", "2021-08-31", [target(52, "所")]),
    ("2", "新增义务教育学位5400个。", "教育体育局", "2021年9月", "2021-09-30", [target(5400, "个")]),
    ("3", "为老年人免费体检8万人次。", "卫生健康局、各乡镇卫生院", "2021年11月底前", "2021-11-30", [target(8, "万人次")]),
    ("4", "乡镇便民服务中心标准化率达到100%。", "行政审批局", "2021年6月底前", "2021-06-30", [target(100, "%")]),
)
LINES_PAGE = "".join(f"<div><h4>任务{number}</h4><p>干什么：{text}</p><p>谁来干：{units}</p><p>什么时候干成：{day}</p></div>" for number, text, units, day, _, _ in LINES)
LINES_TASKS = [task(number, text, responsible(units.replace("、", " ")), deadline=due, targets=goals, number_also=[f"任务{number}"]) for number, text, units, _, due, goals in LINES]

SAMPLES = (
    Sample("fifth-strange-ticks-in-pipes", "督办.txt", {19: "pipe-delimited", 58: "plain table numbers"},
           lambda: txt("秀湖公路局2023年内部督办事项一览表\n\n" + piped(TICKS) + "\n\n秀湖公路局办公室\n2023年2月20日\n"),
           expected("秀湖公路局2023年内部督办事项一览表", None, "秀湖公路局办公室", "2023-02-20", TICK_TASKS)),
    Sample("fifth-strange-two-cards-abreast", "任务卡.docx", {41: "完成时限", 47: "配合单位"},
           lambda: docx([Line("古陶博物馆2024年度重点任务卡", centred=True), MUSEUM, "古陶博物馆", "2024年1月16日"]),
           expected("古陶博物馆2024年度重点任务卡", None, "古陶博物馆", "2024-01-16", MUSEUM_TASKS)),
    Sample("fifth-strange-lists-in-cells", "整治清单.xlsx", {59: "each (n) has its own clause", 62: "one number, several rows"},
           lambda: xlsx(Sheet("清单", PARALLEL_ROWS)),
           expected("清风专项整治任务清单（2022年）", None, None, None, PARALLEL_TASKS)),
    Sample("fifth-strange-row-for-each-unit", "防汛任务.pdf", {62: "one number, several rows"},
           lambda: pdf([Line("澧阳县2023年防汛备汛任务表", centred=True), Table(FLOOD.rows, widths=(3, 16, 14, 8)), "澧阳县防汛抗旱指挥部办公室", "2023年4月3日"]),
           expected("澧阳县2023年防汛备汛任务表", None, "澧阳县防汛抗旱指挥部办公室", "2023-04-03", FLOOD.tasks)),
    Sample("fifth-strange-nothing-named", "年度任务.docx", {63: "no number", 91: "supporting column"},
           lambda: docx([Line("长岭钢铁公司2021年重点任务", centred=True), Table(PLANT.rows, head_rows=0), "长岭钢铁公司", "2021年1月12日"]),
           expected("长岭钢铁公司2021年重点任务", None, "长岭钢铁公司", "2021-01-12", PLANT.tasks)),
    Sample("fifth-strange-leaders-across", "攻坚任务.html", {92: "inner blanks", 80: "deadline inside the clause"},
           lambda: html("<h1>汶溪县2022年乡村建设攻坚任务分解表</h1><p>汶乡建办〔2022〕3号</p>" + html_table(LED.rows) + "<p>汶溪县乡村建设行动领导小组办公室</p><p>2022年3月18日</p>"),
           expected("汶溪县2022年乡村建设攻坚任务分解表", "汶乡建办〔2022〕3号", "汶溪县乡村建设行动领导小组办公室", "2022-03-18", LED.tasks)),
    Sample("fifth-strange-grid-two-rows-xls", "责任矩阵.xls", {58: "plain table numbers", 92: "inner blanks"},
           lambda: converted(xlsx(Sheet("矩阵", GRID_ROWS)), "xlsx", "xls"),
           expected("青石街道2020年重点工作责任矩阵", None, None, None, GRID_TASKS, issuer_also=["青石街道"])),
    Sample("fifth-strange-questions-in-lines", "民生清单.html", {14: "label lines of their own", 114: "navigation"},
           lambda: html("<h1>梅岗县2021年民生工程清单</h1>" + LINES_PAGE + "<p>梅岗县人民政府</p><p>2021年3月2日</p>"),
           expected("梅岗县2021年民生工程清单", None, "梅岗县人民政府", "2021-03-02", LINES_TASKS)),
)
