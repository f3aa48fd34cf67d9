"""Stranger ledgers as tables: roles named inside a cell, a card for each problem, rows cut by the page,
the first unit leads by the header's word, a plan with persons alone, an extract with progress columns."""

from tests.importing.corpus.fifth_tables_1 import cells
from tests.importing.corpus.make import Line, Sheet, Table, converted, docx, grid, html, html_table, ofd, pdf, xlsx
from tests.importing.corpus.make.grid import Block, Cell
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample, record, responsible, target, task

# health: posts before the names, roles named inside one cell, requirements of several lines
HEALTH_HEAD = """栖山市卫生健康委员会
关于印发2024年基层卫生能力提升行动责任清单的通知
栖卫发〔2024〕11号
各县（市、区）卫生健康局，委直属各单位：
现将《2024年基层卫生能力提升行动责任清单》印发给你们。请各牵头科室于每月28日前将进展报委办公室（联系人：祁某，电话：0555-2310099）。
栖山市卫生健康委员会
2024年4月10日
2024年基层卫生能力提升行动责任清单"""
HEALTH = Marked(r"""1|{M人才下沉}|{T（1）选派二级以上医院骨干到乡镇卫生院坐诊；\n（2）全年下派医师不少于260人，每人服务期不少于6个月。}|党组书记、主任 孟凡成|牵头单位：{L人事科}\n配合单位：{S医政科、各县（市、区）卫生健康局}|2024年6月底 ## P:孟凡成 D:2024-06-30 G:260人 O:6个月
2|{M设备更新}|{T为乡镇卫生院配备DR、彩超85台，故障设备48小时内维修到位。}|副主任 钱 悦|牵头单位：{L规划财务科}\n配合单位：{S市疾病预防控制中心、基层卫生科}|10月中旬 ## P:钱悦 D:2024-10-20 G:85台 O:48小时
3|{M家庭医生签约}|{T规范签约服务，重点人群签约率达到75%以上，每季度开展一次满意度回访。}|副主任 钱 悦|牵头单位：{L基层卫生科}\n配合单位：无|常态化推进 ## P:钱悦 Y:quarterly,ongoing G:75% O:1次
4|{M中医药服务}|{T新建中医馆9个，实现社区卫生服务中心全覆盖。}|党组成员、副主任 吴 迪生|牵头单位：{L中医药科}\n配合单位：{S市中医院；各县（市、区）卫生健康局}|年底前 ## P:吴迪生 D:2024-12-31 G:9个
5|{M急救体系}|{T急救站点平均服务半径缩短到5公里以内，急救平均反应时间12分钟以内。}|四级调研员 汤 敏|牵头单位：{L市急救中心}\n配合单位：{S医政科}|2025年3月 ## P:汤敏 D:2025-03-31 O:5公里,12分钟
""")
for one in HEALTH.tasks:
    one["text"] = one["text"].replace("\\n", "")
    one["text_also"] = [words.replace("\\n", "") for words in one["text_also"]]

# the environment: one small table for each problem, its words down the left
CARDS = (
    ("一", "城区黑臭水体治理进展迟缓，青衣河下游水质长期为劣Ⅴ类。", "2023年底前城区黑臭水体基本消除，青衣河出境断面水质稳定达到Ⅳ类。",
     "实施雨污分流改造，新建污水管网46公里，整治排污口58个。", "市住房城乡建设局、高新区管委会", "2023年12月底", "2023-12-31",
     [target(46, "公里"), target(58, "个")]),
    ("二", "部分砂石企业扬尘污染严重，群众反映强烈。", "砂石企业规范化达标率100%。",
     "关停淘汰不达标企业17家，其余企业全部建成密闭料仓。", "市自然资源和规划局，各县（市、区）人民政府", "2023年6月", "2023-06-30",
     [target(17, "家"), target(100, "%")]),
    ("三", "生活垃圾填埋场渗滤液积存量大，存在环境风险。", "积存渗滤液全部得到安全处置。",
     "增配应急处理设备，日处理能力提高到800吨，限期消化积存渗滤液。", "市城市管理局", "2023.9", "2023-09-30", [target(800, "吨")]),
    ("四", "自然保护区内违规开发活动清理不彻底。", "保护区内违规项目全部退出。",
     "拆除违规建筑，恢复植被不少于320亩，建立卫星遥感巡查制度。", "市林业局、云雾山自然保护区管理局", "2024年上半年", "2024-06-30",
     [target(320, "亩")]),
)  # fmt: skip
CARDS_HEAD = """金溪市贯彻落实省生态环境保护督察反馈意见整改措施清单
金溪市生态环境保护督察整改工作领导小组办公室
2023年2月20日"""


def card(part: tuple[str, str, str, str, str, str, str, list[dict[str, object]]]) -> Table:
    number, problem, goal, measure, units, until, *_ = part
    words = ("序号", number), ("反馈问题", problem), ("整改目标", goal), ("整改措施", measure)
    return Table([*words, ("责任单位", units), ("整改时限", until)], head_rows=0)


CARDS_RECORD = record(
    "金溪市贯彻落实省生态环境保护督察反馈意见整改措施清单",
    *(
        task(number, measure, responsible(units.replace("、", " ").replace("，", " ").replace("县（市 区）", "县（市、区）")),
             heading=problem, deadline=day, targets=goals)
        for number, problem, goal, measure, units, until, day, goals in CARDS
    ),
    issuer="金溪市生态环境保护督察整改工作领导小组办公室",
    issued_on="2023-02-20",
)  # fmt: skip

# flood control: long cells that the page cuts, a place and a problem before the measure, a person by name
FLOOD = Marked("""1|{H1红旗水库}|{H2溢洪道左岸边墙开裂，尾水渠淤积严重，影响安全泄洪}|{T对开裂边墙实施灌浆加固，清除尾水渠淤积土石方6000立方米，汛期每日开展两次巡查，发现险情立即报告并组织下游群众按预案转移，确保工程安全度汛。}|龙 海平|{R县水利局、石桥镇人民政府}|5月20日前 ## P:龙海平 D:2022-05-20 G:6000立方米 O:2次
2|{H1柳河城区段}|{H2桥下阻水建筑物未拆除，堤顶道路不贯通}|{T拆除阻水建筑物4处，打通堤顶防汛道路2.3公里，备足编织袋、块石、抢险照明等防汛物资，与驻地部队和民兵建立联防联动机制，明确抢险责任段和转移路线。}|邢 瑞|{R县住房和城乡建设局、城关街道办事处}|6月10日 ## P:邢瑞 D:2022-06-10 G:4处,2.3公里
3|{H1青石沟地质灾害点}|{H2监测预警设备离线，群测群防员未落实}|{T修复雨量计和位移监测设备12套，每个隐患点配备群测群防员2名，汛前组织避险转移演练。}|邢 瑞|{R县自然资源局〔县林业局〕、石桥镇人民政府}|2022年5月底 ## P:邢瑞 D:2022-05-31 G:12套,2名
4|{H1县域公路涵洞}|{H2排水不畅，易形成内涝积水点}|{T疏通涵洞35座，在下穿立交积水点设置警示标识和水位监测设施，遇强降雨及时封闭交通，组织人员值守，并通过交通广播、电子显示屏等渠道向社会公众发布绕行提示。}|罗 中一|{R县交通运输局、县公安局交通警察大队}|5月中旬 ## P:罗中一 D:2022-05-20 G:35座
5|{H1防汛通信}|{H2卫星电话数量不足，偏远村预警广播覆盖有盲区}|{T购置卫星电话26部，行政村预警广播覆盖率达到100%。}|罗 中一|{R县应急管理局、各乡镇人民政府（街道办事处）}|已于4月底完成采购，6月底前完成调试 ## P:罗中一 D:2022-06-30 G:26部,100%
6|{H1小型水电站}|{H2生态流量与防汛调度衔接不畅}|{T修订28座小型水电站汛期调度运用计划，严格执行县防汛抗旱指挥部调度指令，擅自蓄水的依法严肃处理。}|龙 海平|{R县水利局}|立行立改 ## P:龙海平 O:28座
""")
for one in FLOOD.tasks:
    one["heading_also"] = one["heading"].split(" / ")

# publicity: the header says who leads; number in the middle; one unit a line; the parent merged down
PRESS = Marked(r"""{H1理论武装}|1|{T组织“理论轻骑兵”基层宣讲1000场以上，打造示范宣讲点30个。}|{L市委宣传部}\n{R市委党校}\n{R市委讲师团}|全年 ## N:1 D:null,2023-12-31 G:1000场,30个
^|2|{T每季度举办一次党委（党组）理论学习中心组学习会，开展巡听旁听。}|{L市委组织部}\n{R市委宣传部}|持续推进 ## N:2 Y:quarterly,ongoing O:1次
{H1文明创建}|3|{T新增省级文明村镇12个，县级以上文明村占比达到65%。}|{L市委文明办}\n{R市农业农村局}\n{R各县（市、区）委宣传部}|2023年11月底 ## N:3 D:2023-11-30 G:12个,65%
^|4|{T深化“移风易俗”专项整治，红白事消费标准写入村规民约。}|{L市民政局}\n{R市委文明办}\n{R各县（市、区）委宣传部}|6月 ## N:4 D:2023-06-30
^|5|{T建成“乡村复兴少年宫”20所，服务18岁以下未成年人5万人次。}|{L市教育局}|8月下旬 ## N:5 D:2023-08-31 G:20所,5万人次
{H1文化惠民}|6|{T送戏下乡600场，农村公益电影放映每村每月1场。}|{L市文化广电旅游局}\n{R市演艺集团}\n{R市电影公司}|长期坚持 ## N:6 Y:monthly,ongoing G:600场 O:1场
^|7|{T推进市图书馆新馆建设，年内完成主体验收，藏书量达到80万册。}|{L市文化广电旅游局}\n{R市发展改革委}\n{R市财政局等有关部门}|12月 ## N:7 D:2023-12-31 G:80万册
""")
PRESS.tasks[-1]["departments"][-1]["name"] = "市财政局"
PRESS_COLUMNS = "类别|序号|工作任务|责任单位（列首位的为牵头单位）|完成时限\n"
PRESS_PAGE = f"""<p style="text-align:center">中共松河市委宣传部</p>
<p style="text-align:center">2023年宣传思想文化重点工作责任表</p>
<p>来源：中共松河市委宣传部　　日期：2023-02-17　　点击：1024次</p>
{html_table(grid(PRESS_COLUMNS + PRESS.text))}
"""

# prosecutors: a plan with persons and no units; a remark column, a hidden sheet of last year
OFFICE = Marked("""1.1|{T开展未成年人检察开放日活动6场，覆盖中小学师生2000人次。}|每学期末前|姜 维平、石 磊|与教育局对接中 ## P:姜维平、石磊 Y:half_yearly,per_term,null G:6场 O:2000人次
1.2|{T办理公益诉讼案件不少于40件，诉前检察建议采纳率95%以上。}|2025年12月20日|石 磊|去年36件 ## P:石磊 D:2025-12-20 G:40件,95%
1.9|{T每月评查已结案件，评查比例不低于15%。}|每月25日前|安 琪|已评查2批 ## P:安琪 Y:monthly G:15%
1.10|{T组织检察官业务培训，人均不少于40学时。}|第三季度|安 琪|培训计划已报 ## P:安琪 D:2025-09-30 G:40学时
2.1|{T完成检察听证室改造，配齐同步录音录像设备2套。}|5月31日|钟 灵、姜 维平|— ## P:钟灵、姜维平 D:2025-05-31 G:2套
2.2|{T修订合同管理、车辆管理等内部制度。}|2025年上半年|钟 灵| ## P:钟灵 D:2025-06-30
""")
OFFICE_ROWS: list[list[Cell]] = [
    ["双桥区人民检察院2025年重点工作计划台账", "<", "<", "<", "<"],
    ["填表部门：办公室", "<", "<", "填表时间：2025.2.14", "<"],
    *cells("编号|工作计划|完成时限|责任人|备注\n" + OFFICE.text),
    ["注：完成时限如有调整，须书面报检察长批准。", "<", "<", "<", "<"],
]
LAST_YEAR = cells("编号|工作计划|完成时限|责任人|备注\n1.1|开展案件评查12批次。|2024年12月|安 琪|已完成")

# an extract that begins at 24: a name, the year's task, who leads, who helps, two columns of progress; no rules
EXTRACT_COLUMNS = "序号|主要任务|全年目标任务|分管领导|牵头单位|责任主体与协同单位|1-9月推进情况|是否达序|说明\n"
EXTRACT = Marked("""24|{M技术改造}|{T完成工业技改投资28亿元，实施“智改数转”项目60个。}|向 东|{L经信局}|{S发改局、各镇（街道）}|完成21亿元|是| ## P:向东 G:28亿元,60个
25|{M河道清淤}|{T清淤河道75公里，轮疏农村沟塘120万立方米。}|费 明|{L水务局}|{S各镇（街道）}|完成58公里|是| ## P:费明 G:75公里,120万立方米
27|{M公交优化}|{T新辟、优化公交线路9条，新能源公交车占比达到90%。}|费 明|{L交通局}|{S公交公司、财政局}|开通4条|否|车辆未到 ## P:费明 G:9条,90%
30|{M居家养老}|{T新建老年助餐点22个，完成适老化改造800户。}|池 云|{L民政局}|{S住建局、各镇（街道）}|建成15个|是| ## P:池云 G:22个,800户
31|{M文体设施}|{T建成区文体中心并于10月试运行。}|池 云|{L文体旅局}|{S城建集团}|内装施工|否|工期顺延 ## P:池云 D:2016-10-31
""")


def blocks() -> list[Block]:
    return [Line("江宁浦区2016年民生实事及重点项目进展情况表（部分）", centred=True), Line("填报单位：区政府督查室")]


SAMPLES = (
    Sample("fifth-health-roles-in-cell-docx", "责任清单.docx", {40: "牵头领导", 86: "Brackets inside", 98: "Reporting dates"},
           lambda: docx([HEALTH_HEAD, Table(grid("序号|工作内容|具体要求|责任领导|责任单位|完成时限\n" + HEALTH.text))]),
           expected("2024年基层卫生能力提升行动责任清单", "栖卫发〔2024〕11号", "栖山市卫生健康委员会", "2024-04-10", HEALTH)),
    Sample("fifth-environment-cards-docx", "整改措施清单.docx", {40: "整改任务"}, lambda: docx([CARDS_HEAD, *(part for one in CARDS for part in (card(one), Line("")))]), CARDS_RECORD),
    Sample("fifth-flood-cut-rows-pdf", "隐患整改清单.pdf", {40: "问题内容", 86: "Brackets inside"},
           lambda: pdf([Line("临川县防汛抗旱指挥部办公室", centred=True), Line("2022年汛前检查发现隐患整改责任清单", centred=True),
                        Line("制表单位：临川县防汛抗旱指挥部办公室　　制表时间：2022年4月29日"),
                        Table(grid("序号|隐患点位|存在问题|整改措施|责任人|责任单位|整改时限\n" + FLOOD.text))], size=13),
           expected("2022年汛前检查发现隐患整改责任清单", None, "临川县防汛抗旱指挥部办公室", "2022-04-29", FLOOD,
                    title_also=["临川县防汛抗旱指挥部办公室2022年汛前检查发现隐患整改责任清单"])),
    Sample("fifth-press-first-leads-html", "责任表.html", {44: "parent colu", 87: "one unit per line"},
           lambda: html(PRESS_PAGE, title="中共松河市委宣传部2023年宣传思想文化重点工作责任表"),
           expected("2023年宣传思想文化重点工作责任表", None, "中共松河市委宣传部", None, PRESS,
                    title_also=["中共松河市委宣传部2023年宣传思想文化重点工作责任表"])),
    Sample("fifth-office-persons-xls", "计划台账.xls", {41: "工作计划"},
           lambda: converted(xlsx(Sheet("2025", OFFICE_ROWS), Sheet("2024", LAST_YEAR, hidden=True)), "xlsx", "xls"),
           expected("双桥区人民检察院2025年重点工作计划台账", None, "办公室", "2025-02-14", OFFICE)),
    Sample("fifth-extract-progress-ofd", "进展情况表.ofd", {34: "1-10月推进情况", 61: "starts above 1"},
           lambda: ofd(pdf([*blocks(), Table(grid(EXTRACT_COLUMNS + EXTRACT.text))], ruled=False, flipped=True)),
           expected("江宁浦区2016年民生实事及重点项目进展情况表（部分）", None, "区政府督查室", None, EXTRACT,
                    title_also=["江宁浦区2016年民生实事及重点项目进展情况表"])),
)  # fmt: skip
