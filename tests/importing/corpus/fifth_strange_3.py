"""A fifth hand's third strange tables: plain questions as titles, cards under one another, the class on the right."""
# fmt: off

from tests.importing.corpus.columns import Ledger
from tests.importing.corpus.make import Line, Sheet, Table, docx, grid, html, html_table, pdf, piped, txt, xlsx
from tests.importing.corpus.marked import expected
from tests.importing.corpus.sample import Sample, lead, responsible, support, target, task

# ---------------------------------------------------------------- a street office: titles are questions
STREET = Ledger("排序|做什么|做到什么程度|谁来做|谁来督促|何时做完", "NT-RP-", """
①|整治飞线充电|拆除私拉乱接电线900处，新装充电端口1500个。|平安办、各社区|韶 华|6月底 ## N=① D:2024-06-30 G:900处,1500个
②|清理楼道堆物|140个楼栋全部清零。|城管办、物业公司|韶 华|4月底 ## N=② D:2024-04-30 O:140个
③|更新适老化设施|安装扶手坐凳260套，惠及高龄老人480户。|民政办|靳 佳 佳|8月底 ## N=③ D:2024-08-31 G:260套 O:480户
④|培育楼组长队伍|每个小区培训2次，持证率达到70%。|党群办、各社区|靳 佳 佳|11月底 ## N=④ D:2024-11-30 G:2次,70%
⑤|巡查独居老人|每周上门不少于1次。|各社区|靳 佳 佳|一直坚持 ## N=⑤ Y:weekly,ongoing O:1次
""")
for one in STREET.tasks:
    one["number_also"] = [str("①②③④⑤".index(one["number"]) + 1)]

# ---------------------------------------------------------------- a bank: cards under one another on one sheet
BANK = (
    ("1", "普惠小微贷款余额新增12亿元，户数新增900户。", "小企业部、各支行", "阚 峰", "2023-11-30", "11月末", [target(12, "亿元"), target(900, "户")]),
    ("2", "压降不良贷款1.8亿元，不良率控制在1.1%以内。", "风险部、资产保全部", "阚 峰", "2023-12-31", "四季度末", [target(1.8, "亿元"), target(1.1, "%")]),
    ("3", "布放乡村金融服务站65个。", "网点管理部", "隗 小 军", "2023-07-31", "7月31日前", [target(65, "个")]),
    ("4", "完成手机银行适老版改造。", "电子银行部、科技部", "隗 小 军", "2023-05-31", "5月", []),
    ("5", "反洗钱可疑交易甄别准确率提升至85%。", "合规部", "阚 峰", "2023-09-30", "三季度", [target(85, "%")]),
    ("6", "组织消费者权益保护宣传24场。", "消保部、各支行", "隗 小 军", "2023-10-31", "10月底", [target(24, "场")]),
)
BANK_ROWS: list[list[str]] = [["苇塘农商银行2023年“一项一卡”重点任务", "<", "<", "<"]]
for number, text, units, person, _, day, _ in BANK:
    BANK_ROWS += [["任务编号", number, "责任领导", person], ["任务描述", text, "<", "<"], ["承接部门", units, "完成期限", day], ["", "", "", ""]]
BANK_TASKS = [task(number, text, responsible(units.replace("、", " ")), leaders=person.replace(" ", ""), deadline=due, targets=goals)
              for number, text, units, person, due, _, goals in BANK]

# ---------------------------------------------------------------- a health commission on paper: turned round, in two tables one above the other
TURNED_A = Table(grid("""
任务编号|1|2|3
任务内容|建设县域医共体影像中心2个。|家庭医生签约率达到65%。|新招聘乡村医生120名。
牵头处室|医政医管处|基层卫生处|人事处
协办处室|规划信息处|老龄健康处、妇幼健康处|基层卫生处
完成时限|2022年10月底|2022年12月底|2022年7月底
"""), head_rows=0, widths=(5, 10, 10, 10))
TURNED_B = Table(grid("""
任务编号|4|5|6
任务内容|适龄儿童疫苗接种率保持在95%以上。|完成老年医院改扩建，新增床位300张。|查处非法行医案件，办结率100%。
牵头处室|疾病预防控制处|规划信息处|综合监督处
协办处室|妇幼健康处|财务处|医政医管处、法规处
完成时限|持续推进|2022年11月底|2022年9月底
"""), head_rows=0, widths=(5, 10, 10, 10))
TURNED_TASKS = [
    task("1", "建设县域医共体影像中心2个。", lead("医政医管处") + support("规划信息处"), deadline="2022-10-31", targets=[target(2, "个")]),
    task("2", "家庭医生签约率达到65%。", lead("基层卫生处") + support("老龄健康处 妇幼健康处"), deadline="2022-12-31", targets=[target(65, "%")]),
    task("3", "新招聘乡村医生120名。", lead("人事处") + support("基层卫生处"), deadline="2022-07-31", targets=[target(120, "名")]),
    task("4", "适龄儿童疫苗接种率保持在95%以上。", lead("疾病预防控制处") + support("妇幼健康处"), recurrence="ongoing", targets=[target(95, "%")]),
    task("5", "完成老年医院改扩建，新增床位300张。", lead("规划信息处") + support("财务处"), deadline="2022-11-30", targets=[target(300, "张")]),
    task("6", "查处非法行医案件，办结率100%。", lead("综合监督处") + support("医政医管处 法规处"), deadline="2022-09-30", targets=[target(100, "%")]),
]

# ---------------------------------------------------------------- a county's workbook: one block for each leading unit, named in a line over the block
BLOCKS = (
    ("牵头单位：县工信局（2项）", "县工信局", """
1|新增规模以上工业企业16家。|统计局、各园区|12月 ## L:县工信局 D:2020-12-31 G:16家
2|实施技改项目25个，技改投资增长15%。|发改局、财政局|10月 ## L:县工信局 D:2020-10-31 G:25个,15%
"""),
    ("牵头单位：县商务局（1项）", "县商务局", """
3|建成农村电商服务站80个，网络零售额达到6亿元。|邮政公司、各乡镇|9月 ## L:县商务局 D:2020-09-30 G:80个,6亿元
"""),
    ("牵头单位：县自然资源局（3项）", "县自然资源局", """
4|盘活闲置土地700亩。|各园区|11月 ## L:县自然资源局 D:2020-11-30 G:700亩
5|复垦废弃矿山12处。|生态环境局、林业局|6月 ## L:县自然资源局 D:2020-06-30 G:12处
6|完成不动产登记“一窗受理”。|税务局、住建局|5月 ## L:县自然资源局 D:2020-05-31
"""),
)
LED_ROWS: list[list[object]] = [["永宁县2020年工业强县任务分解表", "<", "<", "<"]]
LED_TASKS = []
for caption, _, source in BLOCKS:
    ledger = Ledger("序号|具体事项|配合单位|时间", "NTS-", source)
    LED_ROWS += [[caption, "<", "<", "<"], *map(list, ledger.typed(0))]
    for one in ledger.tasks:
        one["heading_also"] = [caption, caption.partition("（")[0], caption.partition("：")[2]]
    LED_TASKS += ledger.tasks

# ---------------------------------------------------------------- a bureau's text with pipes: no numbers, the class stands in the last column
FORESTRY = Ledger("工作内容|担当科室|节点|所属类别", "TR-H", """
补植改培低效林1.1万亩。|造林科、国有林场|4月15日|生态修复 ## D:2022-04-15 G:1.1万亩
更新古树名木保护牌600块。|资源科|6月|生态修复 ## D:2022-06-30 G:600块
建设林下经济示范基地8个，带动农户1500户。|产业科|10月|产业富民 ## D:2022-10-31 G:8个,1500户
组织森林食品展销4场。|产业科、办公室|11月上旬|产业富民 ## D:2022-11-10 G:4场
松材线虫病疫木除治率100%。|防治检疫站|3月底|灾害防控 ## D:2022-03-31 G:100%
开设防火隔离带52公里。|防火办、国有林场|9月中旬|灾害防控 ## D:2022-09-20 G:52公里
""")

# ---------------------------------------------------------------- a development zone: under each task a row across the table says who and when
ZONE = (
    ("1", "项目招引", "签约10亿元以上项目5个，亿元以上项目30个。", "招商局", "各产业专班", "2021年12月", "2021-12-31", [target(5, "个"), target(30, "个"), target(10, "亿元", optional=True), target(1, "亿元", optional=True)]),
    ("2", "项目招引", "外出招商每月不少于3批次。", "招商局", "党政办", "长期", None, [target(3, "批次")]),
    ("3", "要素保障", "新建标准厂房18万平方米，入驻率达到85%。", "建设局", "国资公司、自然资源分局", "2021年10月底", "2021-10-31", [target(18, "万平方米"), target(85, "%")]),
    ("4", "要素保障", "开工建设110千伏变电站1座。", "经发局", "供电公司", "2021年6月底前开工", "2021-06-30", [target(1, "座")]),
    ("5", "营商环境", "企业开办1日办结，推行帮办代办员120名。", "行政审批局", "市场监管分局、税务分局", "2021年5月", "2021-05-31", [target(120, "名")]),
)
ZONE_ROWS = [["序号", "工作重点", "具体任务"]]
for number, field, text, first, others, day, *_ in ZONE:
    ZONE_ROWS += [[number, field, text], [f"牵头单位：{first}　　配合单位：{others}　　完成时间：{day}", "<", "<"]]
ZONE_TASKS = [
    task(number, text, lead(first) + support(others.replace("、", " ")), heading=field, deadline=due, targets=goals,
         heading_also=[None], text_also=[f"{field}{text}", f"{field}：{text}"])
    for number, field, text, first, others, _, due, goals in ZONE
]
ZONE_TASKS[1] |= {"recurrence": "monthly", "recurrence_also": ["ongoing"]}

SAMPLES = (
    Sample("fifth-strange-street-questions", "整治清单.html", {32: "no number column", 92: "inner blanks"},
           lambda: html("<h1>新桥街道2024年社区治理难题攻坚清单</h1>" + html_table(STREET.rows, "th") + "<p>新桥街道办事处</p><p>2024年2月21日</p>"),
           expected("新桥街道2024年社区治理难题攻坚清单", None, "新桥街道办事处", "2024-02-21", [
               one | {"text_also": [one["text"] + goal, f"{one['text']}，{goal}", goal], "heading_also": [one["text"]]} for one, goal in zip(STREET.tasks, [row[2] for row in STREET.rows[1:]], strict=True)])),
    Sample("fifth-strange-bank-cards", "一项一卡.xlsx", {41: "责任人", 119: "None of xlsx/scan"},
           lambda: xlsx(Sheet("任务卡", BANK_ROWS)),
           expected("苇塘农商银行2023年“一项一卡”重点任务", None, None, None, BANK_TASKS, issuer_also=["苇塘农商银行"])),
    Sample("fifth-strange-turned-twice", "卫生任务.pdf", {58: "plain table numbers", 47: "配合单位"},
           lambda: pdf([Line("丹霞市卫生健康委员会2022年重点任务", centred=True), TURNED_A, "", TURNED_B, "丹霞市卫生健康委员会", "2022年2月14日"]),
           expected("丹霞市卫生健康委员会2022年重点任务", None, "丹霞市卫生健康委员会", "2022-02-14", TURNED_TASKS)),
    Sample("fifth-strange-led-blocks", "工业强县.xlsx", {54: "continuing across headings", 89: "Level prefix"},
           lambda: xlsx(Sheet("分解表", LED_ROWS)),
           expected("永宁县2020年工业强县任务分解表", None, None, None, LED_TASKS, issuer_also=["永宁县"],
                    aliases={name: f"县{name}" for name in ("统计局", "发改局", "财政局", "生态环境局", "林业局", "税务局", "住建局")})),
    Sample("fifth-strange-class-last", "林业任务.txt", {19: "pipe-delimited", 63: "no number"},
           lambda: txt("白云县林业局2022年重点任务表\n白林发〔2022〕6号\n\n" + piped(FORESTRY.rows) + "\n\n白云县林业局\n2022年1月28日\n"),
           expected("白云县林业局2022年重点任务表", "白林发〔2022〕6号", "白云县林业局", "2022-01-28", FORESTRY.tasks)),
    Sample("fifth-strange-row-beneath", "重点任务.docx", {46: "short name + long text columns", 77: "label lines"},
           lambda: docx([Line("临江经济开发区2021年重点任务责任表", centred=True), Table(ZONE_ROWS), "临江经济开发区管理委员会", "2021年1月29日"]),
           expected("临江经济开发区2021年重点任务责任表", None, "临江经济开发区管理委员会", "2021-01-29", ZONE_TASKS)),
)
