"""A fifth hand's running texts and flattened tables, the second time: paper, old dates, pinyin, OCR, tabs, JSON."""

import json

from tests.importing.corpus.make import cell_a_line, grid, html, ofd, pdf, txt
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# a state firm on paper: 1-1, 1-2, clauses with a time, long items over several lines, a running head
PIPES = Marked(
    """一、{H1压实安全责任}
1-1 {T严格落实全员安全生产责任制，年初逐级签订责任书，签订率100%；管理人员带班检查每月不少于4次，重点时段加密频次，检查情况纳入月度绩效。}（主责部门：{L安全监察部}；协同部门：{S人力资源部、各分公司（水厂）}；时限：长期坚持） ## G:100%,4次 Y:monthly,ongoing
1-2 {T修订《有限空间作业管理办法》等制度16项，废止与现行规定不一致的制度，形成制度汇编。}（主责部门：{L安全监察部}；协同部门：{S法务审计部}；时限：2025年3月底前） ## G:16项 D:2025-03-31
1-3 {T足额提取安全生产费用，全年投入不低于1850万元，专款专用，不得挤占挪用。}（主责部门：{L财务管理部}；协同部门：{S安全监察部}；时限：12月底前） ## G:1850万元 D:2025-12-31
二、{H1整治突出隐患}
2-1 {T更新改造运行20年以上的老旧供水管网68公里，其中DN300以上主干管21公里，管网漏损率控制在8%以内。}（主责部门：{L管网运营公司}；协同部门：{S工程建设部、各分公司（水厂）}；时限：11月下旬前） ## G:68公里,21公里,8% O:20年 D:2025-11-30,2025-11-20
2-2 {T完成二次供水泵房标准化改造45座，加装门禁、视频监控，接入调度平台。}（主责部门：{L二次供水公司}；协同部门：{S信息中心}；时限：三季度末） ## G:45座 D:2025-09-30
2-3 {T对液氯、次氯酸钠等危险化学品储存场所开展专项评估，发现重大隐患即知即改。}（主责部门：{L各水厂}；协同部门：{S安全监察部}；时限：即知即改）
三、{H1提升应急能力}
3-1 {T组建120人的专业抢修队伍，接到抢修指令后30分钟内到场，抢修及时率达到99%。}（主责部门：{L管网运营公司}；协同部门：{S客户服务中心}；时限：6月底前） ## G:120人,99% O:30分钟 D:2025-06-30
3-2 {T每半年组织一次水质突发事件综合演练，演练后10个工作日内完成评估并整改到位。}（主责部门：{L水质检测中心}；协同部门：{S安全监察部、党群工作部}；时限：持续推进） ## Y:half_yearly,ongoing O:1次,10个工作日
3-3 {T储备应急净水药剂300吨、移动供水车6辆，到2027年建成区域应急物资库2个。}（主责部门：{L物资采购部}；协同部门：{S无}） ## G:300吨,6辆,2个 D:2027-12-31
""".replace("协同部门：{S无}", "协同部门：无")
)
PIPES_TEXT = (
    """洛南水务集团有限公司文件
洛水集安〔2025〕3号

关于印发《洛南水务集团2025年安全生产
治本攻坚工作清单》的通知

各部门、各子（分）公司：

现将《洛南水务集团2025年安全生产治本攻坚工作清单》印发给你们，请遵照执行。各单位须于每月28日前将进展情况报安全监察部。

洛南水务集团有限公司
2025年1月16日

洛南水务集团2025年安全生产治本攻坚工作清单

"""
    + PIPES.text
)

# a party organ in OFD: 一、 is the task; leaders in the clause; an old date
CADRE = Marked("""一、{T完善理论学习中心组学习制度，列出年度学习专题12个，党组成员每年为分管领域党员讲党课不少于2次。}（牵头领导：陈 立；责任部门：{R机关党委、宣传处}） ## P:陈立 G:12个,2次 Y:yearly
二、{T开展基层党组织“对标创星”活动，年底前四星级以上党支部比例达到三分之二。}（牵头领导：{P陈立}；责任部门：{R机关党委、组织处}） ## G:66.67% D:2021-12-31
三、{T选派26名优秀年轻干部到乡镇和信访一线挂职锻炼，时间不少于1年。}（牵头领导：欧阳 敏；责任部门：{R组织处、干部监督处}；完成时限：6月底前） ## P:欧阳敏 G:26名 O:1年 D:2021-06-30
四、{T组织全体党员开展“我为群众办实事”实践活动，每个支部至少办结3件实事，7月1日前建立清单。}（牵头领导：欧阳 敏；责任部门：{R各党支部}；完成时限：11月底） ## P:欧阳敏 G:3件 D:2021-11-30
五、{T对6个下属单位党组织开展巡察，反馈问题整改完成率达到95%以上。}（牵头领导：{P祁云峰}；责任部门：{R机关纪委}；完成时限：10月） ## G:95% O:6个 D:2021-10-31
六、{T落实谈心谈话制度，党支部书记与党员每半年谈心谈话1次以上。}（牵头领导：{P陈立、祁云峰}；责任部门：{R各党支部}；完成时限：常态化） ## Y:half_yearly,ongoing O:1次
七、{T换届工作严格执行“九严禁”，每届任期内开展1次全员轮训。}（牵头领导：{P祁云峰}；责任部门：{R组织处}） ## Y:per_term O:1次
""")
CADRE_TEXT = (
    """中共沙洲市市场监督管理局党组
关于印发《2021年机关党建工作要点
责任分解》的通知
沙市监党组〔2021〕9号

机关各处室，直属各单位党组织：
现将《2021年机关党建工作要点责任分解》印发给你们，请认真贯彻落实。

中共沙洲市市场监督管理局党组
二〇二一年三月十五日

2021年机关党建工作要点责任分解

"""
    + CADRE.text
    + """
沙洲市市场监督管理局办公室        二〇二一年三月十六日印发
"""
)

# a mirror: traditional, pinyin behind some, (1) (2) with clauses of their own
DRAGON = Marked("""1、{H1改善校園環境}
（1）{T翻新教學樓外牆1.2萬平方米，暑假前完成招標。}（總務處負責） ## N:1(1) G:1.2萬平方米 R:總務處 D:null,2016-06-30,2016-07-31
（2）{T增設直飲水機60台，濾芯每季度更換一次。}（總務處、後勤公司負責） ## N:1(2) G:60台 Y:quarterly O:1次 R:總務處、後勤公司
2、{H1強化師資隊伍}
（1）{T引進碩士以上教師25名，其中博士5名。}（人事處負責） ## N:2(1) G:25名,5名 R:人事處
（2）{T每年選派骨幹教師40人次赴外進修。}（人事處牽頭，教務處配合） ## N:2(2) Y:yearly G:40人次 L:人事處 S:教務處
3、{T圖書館新增紙質圖書3萬冊，周開放時間達到90小時。}（圖書館負責） ## N:3 G:3萬冊,90小時 R:圖書館
4、{H1服務學生成長}
（1）{T設立勤工助學崗位300個。}（學生處牽頭，各系部配合） ## N:4(1) G:300個 L:學生處 S:各系部
（2）{T舉辦校園招聘會18場，9月底前初次就業率達到90%。}（招生就業處負責） ## N:4(2) G:18場,90% D:2016-09-30 R:招生就業處
""")
DRAGON.tasks[4]["heading"] = None
for _one in DRAGON.tasks:
    for _goal in _one["targets"]:
        _goal["optional"] = True
PINYIN = {
    "總務處": "總務處(chù)",
    "進修": "進(jìn)修",
    "圖書館新增": "圖書館(guǎn)新增",
    "招聘會": "招聘會(huì)",
    "關於": "關(guān)於",
}


def with_pinyin(text: str) -> str:
    for plain, read in PINYIN.items():
        text = text.replace(plain, read)
    return text


# read by a machine: blanks where lines wrap, a spoiled number; a clause that binds the later items
MINES = Marked("""（一）{T开展非煤矿山“一矿一策”整治，全县28座露天矿山于6月底前完成边坡在线监测安装。}（县应急局牵头，县自然资源局配合。以下各项均需各乡镇（街道）落实，不再列出） ## O:28座 D:2020-06-30 L:县应急局 S:县自然资源局
（二）{T关闭退出安全保障能力低下的小矿山5座，年底前通过市级验收。}（县自然资源局牵头，县公安局、县供电公司配合） ## G:5座 D:2020-12-31 L:县自然资源局 S:县公安局、县供电公司
（三）{T危险化学品企业自动化控制装备率达到100%，重大危险源每月巡检不少于2次。}（县应急局负责） ## G:100%,2次 Y:monthly R:县应急局
（四）{T排查整治建筑施工领域隐患，扣件、安全网抽检合格率不低于95%。}（县住建局、县市场监管局按职责分工负责） ## G:95% R:县住建局、县市场监管局
（五）{T农村公路安全生命防护工程新增120公里，事故死亡人数同比下降10%以上。}（县交通局牵头，县公安局和县财政局配合，11月底完成） ## G:120公里,10% D:2020-11-30 L:县交通局 S:县公安局、县财政局
（六）{T“安全生产月”期间组织企业应急演练60场次。}（县应急局牵头，县总工会、团县委等参与） ## G:60场次 L:县应急局 S:县总工会、团县委
""")
for _one in MINES.tasks:
    _one["departments"].append({"name": "各乡镇（街道）", "role": "responsible"})


def as_read(text: str, width: int = 31) -> str:
    """A blank at the wrap, the next line at the margin."""
    out: list[str] = []
    for line in text.splitlines():
        out += [line[place : place + width] for place in range(0, len(line), width)] or [""]
    return "\n".join(line + (" " if len(line) == width else "") for line in out)


MINES_HEAD = """溪口县安全生产委员会文件
溪安委C2020: 7号

溪口县安全生产专项整治三年行动2020年重点任务分工

"""

# tabs with <p>, two names run together, an empty cell where the one above goes on
CUSTOMS = Marked(
    """1|{H1招商引资}|{T引进总投资10亿元以上项目6个，其中百亿级项目1个。}|陆 明俞 悦|{L区投资促进局}|{R各镇（街道）、区属国有公司}|2026年12月 ## G:6个,1个 O:10亿元,100亿元,1个 P:陆明、俞悦 D:2026-12-31
2|{H1招商引资}|{T开展“敲门招商”，每月外出招商不少于2次，签约项目注册率达到85%。}|陆 明|{L区投资促进局}|{R区商务局、各镇（街道）}|持续推进 ## Y:monthly,ongoing G:2次,85% P:陆明
3|{H1项目建设}|{T实行“四个一”推进机制，35个省市重点项目开工率100%。}|肖 扬|{L区发改局}|{R区资规分局、区住建局}|2026年6月 ## O:35个 G:100% D:2026-06-30 P:肖扬
4|{H1项目建设}|{T电子信息产业园三期竣工投产，新增产能120万套。}|肖 扬|{L区工信局}|{R江北高新产业发展有限公司}|2026年9月 ## G:120万套 D:2026-09-30 P:肖扬
5|{H1项目建设}|{T盘活闲置厂房8万平方米。}|肖 扬俞 悦|{L区资规分局}|{R无}|2026年11月 ## G:8万平方米 D:2026-11-30 P:肖扬、俞悦
6|{H1营商环境}|{T兑现惠企资金1.5亿元，免申即享比例提高到60%。}|俞 悦|{L区财政局}|{R区行政审批局（区政务办）、区税务局}|2026年10月 ## G:1.5亿元,60% D:2026-10-31 P:俞悦
7|{H1营商环境}|{T培育专精特新企业20家、“小巨人”企业3家。}|俞 悦|{L区工信局}|{R区科技局}|2026年12月 ## G:20家,3家 D:2026-12-31 P:俞悦
""".replace("{R无}", "无")
)
CUSTOMS_ROWS = grid(CUSTOMS.text)


def tabbed() -> str:
    out, last = ["序号\t类别\t任务\t分管区领导\t牵头责任单位\t责任单位\t完成时间"], ""
    for row in CUSTOMS_ROWS:
        cells = [f"<p>{cell}</p>" if place > 1 else cell for place, cell in enumerate(row)]
        cells[1], last = ("" if cells[1] == last else f"<p>{cells[1]}</p>"), row[1]
        out.append("\t".join(cells))
    return "\n".join(out)


# a row a line, blanks between; no prefixes; an extract with gaps; section rows with a count
SNOW = Marked("""{H1一、市容环境（4项）}
37 {T新改建公厕15座，二类以上公厕占比90%} {L城管局} {S住建局 财政局} 9月底 ## N:37 G:15座,90% D:2015-09-30
38 {T主干道机械化清扫率达到85%，洒水降尘每日不少于4次} {L城管局} {S环保局} 全年 ## N:38 G:85% O:4次 D:2015-12-31,null
41 {T取缔马路市场6处，规范便民摊点120个} {L城管局} {S公安局 市场监管局} 6月 ## N:41 G:6处,120个 D:2015-06-30
42 {T扫雪除冰责任路段签约率100%} {L城管局} {S各街道办事处} 11月15日前 ## N:42 G:100% D:2015-11-15
{H1二、供热保障（2项）}
55 {T改造老旧供热管网32公里，更换换热站设备18台套} {L住建局} {S热力公司 财政局} 10月上旬 ## N:55 G:32公里,18台套 D:2015-10-10
58 {T居民室温合格率不低于98%，投诉2小时内处置} {L热力公司} {S物业办} 供暖期 ## N:58 G:98% O:2小时 D:null,2015-12-31,2016-03-31
{H1三、绿化提升（2项）}
60 {T补植行道树4200株，新增街头绿地3.5公顷} {L园林处} {S各街道办事处 城投公司} 5月底 ## N:60 G:4200株,3.5公顷 D:2015-05-31
63 {T创建省级园林式小区4个} {L园林处} {S房管局} 12月 ## N:63 G:4个 D:2015-12-31
""")
for _one in SNOW.tasks:
    _one["heading"] = _one["heading"][2:].partition("（")[0]
SNOW_TEXT = "\n".join(line.replace(" ", "   ") if line[0].isdigit() else line for line in SNOW.text.splitlines())

# JSON: sections with their items, units as lists
LIBRARY = {
    "阵地建设": [
        ("1", "{T新建城市书房12家，面积不少于200平方米，实行24小时开放。}", ["{L市文广旅局}"], ["{S各区人民政府}", "{S市城投集团}"], "2024年9月底前", "G:12家 O:200平方米,24小时 D:2024-09-30"),
        ("2", "{T市图书馆新馆主体工程封顶，完成投资2.4亿元。}", ["{L市城投集团}"], ["{S市文广旅局}"], "2024年12月", "G:2.4亿元 D:2024-12-31"),
    ],
    "活动品牌": [
        ("3", "{T举办“书香望江”全民阅读月，开展活动500场以上。}", ["{L市委宣传部}", "{L市文广旅局}"], ["{S市总工会}", "{S市妇联}"], "2024年4月", "G:500场 D:2024-04-30"),
        ("4", "{T每两年评选一次“书香家庭”，本届命名100户。}", ["{L市妇联}"], [], "2024年10月", "G:100户 O:1次 Y:every_2_years D:2024-10-31"),
        ("5", "{T公共图书馆年流通人次达到380万人次，电子阅读占比35%。}", ["{L市文广旅局}"], ["{S市图书馆}"], "持续推进", "G:380万人次,35% Y:ongoing"),
    ],
    "服务保障": [
        ("6", "{T购置图书经费每年不低于600万元。}", ["{L市财政局}"], ["{S市文广旅局}"], "长期坚持", "G:600万元 Y:yearly,ongoing"),
        ("7", "{T培训阅读推广人200名，建立志愿服务队30支。}", ["{L团市委}"], ["{S市教育局}", "{S市文广旅局}等"], "2024年8月", "G:200名,30支 D:2024-08-31"),
    ],
}  # fmt: skip
BOOKS = Marked(
    "\n".join(
        f"{{H1{section}}}\n{number}|{text}|{''.join(main)}|{''.join(other)} ## {notes}"
        for section, rows in LIBRARY.items()
        for number, text, main, other, _, notes in rows
    )
)


def _bare(words: str) -> str:
    return words.replace("{T", "").replace("{L", "").replace("{S", "").replace("}", "")


BOOKS_JSON = json.dumps(
    {
        "文件名称": "望江市2024年全民阅读重点任务清单",
        "文号": "望文旅发〔2024〕11号",
        "印发机关": "望江市全民阅读工作领导小组办公室",
        "成文日期": "2024年3月1日",
        "分类": [
            {
                "名称": section,
                "任务": [
                    {"序号": int(number), "工作任务": _bare(text), "牵头单位": [_bare(unit) for unit in main],
                     "配合单位": [_bare(unit) for unit in other], "完成时间": day}
                    for number, text, main, other, day, _ in rows
                ],
            }
            for section, rows in LIBRARY.items()
        ],
    },
    ensure_ascii=False,
)  # fmt: skip

# a page with a paragraph a cell; one number over several rows with times and units of their own; progress is no goal
RAIL = Marked("""1|{T完成站房主体结构验收。}|{R市铁建办}|6月底|已完成80% ## D:2023-06-30
^|{T站前广场铺装3.6万平方米。}|{R市城建集团}|9月底|已铺1.1万平方米 ## D:2023-09-30 G:3.6万平方米
^|{T配建公交首末站1座，开通线路5条。}|{R市公交集团、市交通局}|11月底|正在设计 ## D:2023-11-30 G:1座,5条
2|{T沿线外部环境隐患整治销号率100%。}|{R沿线各县（市、区）}|8月底|排查隐患214处，整改191处 ## D:2023-08-31 G:100%
3|{T征收安全保护区用地420亩。}|{R市自然资源局}|5月中旬|完成征收380亩 ## D:2023-05-20 G:420亩
^|{T安置被征迁群众96户，过渡期不超过18个月。}|{R桥北区人民政府}|12月|已安置40户 ## D:2023-12-31 G:96户 O:18个月
4|{T开展联调联试，10月底前具备试运行条件。}|{R市铁建办、铁路枢纽指挥部}|10月底|未启动 ## D:2023-10-31
""")
RAIL_ROWS = grid("序号|工作任务|责任单位|完成时限|目前进展\n" + RAIL.text)
RAIL_LINES = [
    "首页 > 政务公开 > 重点领域 > 交通运输",
    "高铁桥州站配套工程2023年任务推进表",
    "发布日期：2023-04-12　来源：市铁建办　字体：大 中 小　打印本页",
    "（截至2023年3月31日）",
    *cell_a_line(RAIL_ROWS, "\n").split("\n"),
    "备注：加粗事项为市级重点督办事项，每月5日前更新。",
    "填报单位：桥州市铁路建设办公室",
    "2023年4月6日",
]

SAMPLES = (
    Sample("fifth-text-two-pipes-paper", "工作清单.pdf", {64: "1-1", 80: "deadline inside the clause", 108: "broken over two"},
           lambda: pdf(PIPES_TEXT, header="洛南水务集团有限公司", footer="第 {n} 页 共 {of} 页"),
           expected("洛南水务集团2025年安全生产治本攻坚工作清单", "洛水集安〔2025〕3号", "洛南水务集团有限公司", "2025-01-16", PIPES)),
    Sample("fifth-text-two-cadre-ofd", "责任分解.ofd", {57: "一、 is itself the task", 92: "inner blanks", 109: "Chinese-digit date"},
           lambda: ofd(pdf(CADRE_TEXT, size=12)),
           expected("2021年机关党建工作要点责任分解", "沙市监党组〔2021〕9号", "中共沙洲市市场监督管理局党组", "2021-03-15", CADRE)),
    Sample("fifth-text-two-dragon-mirror", "分工.html", {59: "each (n) has its own clause", 114: "traditional-character mirrors", 115: "pinyin inserted"},
           lambda: html("".join(f"<p>{line}</p>\n" for line in with_pinyin("海灣職業學院2016年改善辦學條件工作分工\n海職院字〔2016〕21號\n" + DRAGON.text + "海灣職業學院\n2016年3月7日").splitlines()), "通知"),
           expected("海灣職業學院2016年改善辦學條件工作分工", "海職院字〔2016〕21號", "海灣職業學院", "2016-03-07", DRAGON)),
    Sample("fifth-text-two-mines-read", "扫描识别.txt", {79: "also binds later items", 116: "blanks at line wraps", 88: "及/和"},
           lambda: txt(MINES_HEAD + as_read(MINES.text) + "\n溪口县安全生产委员会\n2020年4月28日\n"),
           expected("溪口县安全生产专项整治三年行动2020年重点任务分工", "溪安委〔2020〕7号", "溪口县安全生产委员会", "2020-04-28", MINES,
                    doc_number_also=["溪安委C2020: 7号", "溪安委〔2020〕: 7号"])),
    Sample("fifth-text-two-customs-tabs", "任务表.txt", {20: "`<p>` in cells", 30: "牵头责任单位", 92: "several names run together"},
           lambda: txt("江北区2026年“项目攻坚年”任务分解表\n中共江北区委办公室  江北区人民政府办公室\n2026年1月20日\n\n" + tabbed() + "\n", "utf-16"),
           expected("江北区2026年“项目攻坚年”任务分解表", None, "中共江北区委办公室", "2026-01-20", CUSTOMS,
                    issuer_also=["中共江北区委办公室 江北区人民政府办公室", "中共江北区委办公室、江北区人民政府办公室", "江北区人民政府办公室"])),
    Sample("fifth-text-two-snow-blanks", "摘录.txt", {20: "one row per line", 45: "（11项）", 61: "starts above 1", 89: "No prefix at all"},
           lambda: txt("2015年城市管理重点工作任务分解（节选）\n\n序号   工作任务   牵头单位   配合单位   完成时限\n" + SNOW_TEXT + "\n\n雪原市城市管理委员会\n2015年2月9日\n", "gb18030", "\r\n"),
           expected("2015年城市管理重点工作任务分解（节选）", None, "雪原市城市管理委员会", "2015-02-09", SNOW, title_also=["2015年城市管理重点工作任务分解"])),
    Sample("fifth-text-two-books-json", "任务清单.json", {22: "JSON", 38: "牵头 · 配合"}, lambda: txt(BOOKS_JSON),
           expected("望江市2024年全民阅读重点任务清单", "望文旅发〔2024〕11号", "望江市全民阅读工作领导小组办公室", "2024-03-01", BOOKS)),
    Sample("fifth-text-two-rail-paragraphs", "推进表.html", {19: "one cell per line", 62: "one number, several rows", 34: "推进情况"},
           lambda: html("".join(f"<p>{line}</p>" for line in RAIL_LINES), "高铁桥州站配套工程2023年任务推进表"),
           expected("高铁桥州站配套工程2023年任务推进表", None, "桥州市铁路建设办公室", "2023-04-06", RAIL)),
)  # fmt: skip
