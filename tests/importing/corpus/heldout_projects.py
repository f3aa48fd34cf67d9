"""A second hand's documents, after bodies 12 to 15 of the catalogue: progress, livelihood projects, all run together."""

from tests.importing.corpus.make import (
    Sheet,
    Table,
    cell_a_line,
    docx,
    grid,
    html,
    html_table,
    piped,
    run_together,
    spaced,
    txt,
    xlsx,
)
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# body 12: begins at 24, yearly goals beside the task, progress columns that give neither figures nor dates, no prefix
STREET_HEAD = """镜湖区2023年城建攻坚重点任务推进情况表

（截至2023年11月30日）

"""
STREET_COLUMNS = (
    "序号|主要任务|全年目标任务|分管领导|牵头单位|责任主体与协同单位|1-10月推进情况|1-11月推进情况|是否达序|说明\n"
)
STREET = Marked("""24|环城北路改造|{T完成道路拓宽2.3公里，同步敷设雨污管网4.6公里，12月底前通车。}|{P严  冬}|{L住建局}|{S城投公司、交警大队}|完成路基1.8公里|路基全部完成，铺设管网3.9公里|是| ## D:2023-12-31 G:2.3公里,4.6公里
25|棚户区改造|{T新开工安置房1200套，基本建成860套。}|{P严  冬}|{L住建局}|{S财政局、东风街道、城投公司}|开工1200套|基本建成700套|是| ## G:1200套,860套
26|停车泊位|{T新增公共停车泊位1500个，其中立体停车位不少于300个。}|{P苏 小 雨}|{L城管局}|{S自然资源局、各街道}|新增1120个|新增1360个|是|含错时共享泊位200个 ## G:1500个,300个
27|口袋公园|{T建成口袋公园12个、绿道8公里，人均公园绿地面积达到13平方米。}|{P苏 小 雨}|{L园林中心}|{S城管局、各街道}|建成8个|建成11个|是| ## G:12个,8公里,13平方米
28|雨污分流|{T完成46个小区雨污分流改造，消除易涝点9处。}|{P严  冬}|{L水务局}|{S住建局、各街道}|完成30个|完成35个|否|受管线迁改影响，12月20日前可完成 ## G:46个,9处
29|垃圾分类|{T居民小区垃圾分类覆盖率100%，建设示范街道2个。}|{P苏 小 雨}|{L城管局}|{S机关事务中心、各街道}|覆盖率92%|覆盖率97%|是| ## G:100%,2个
31|老旧电梯更新|{T更新老旧电梯60部，惠及居民3000余户。}|{P严  冬}|{L市场监管局}|{S住建局、财政局}|更新41部|更新55部|是| ## G:60部 O:3000户
32|慢行系统|{T推进慢行系统连片成网，常态化养护既有步道。}|{P苏 小 雨}|{L城管局}|{S住建局}|按计划推进|按计划推进|是| ## Y:ongoing
""")
for one, title, name in zip(STREET.tasks, ("环城北路改造", "棚户区改造", "停车泊位", "口袋公园", "雨污分流", "垃圾分类", "老旧电梯更新", "慢行系统"),
                            ("严冬", "严冬", "苏小雨", "苏小雨", "严冬", "苏小雨", "严冬", "苏小雨"), strict=True):  # fmt: skip
    one["leaders"], one["heading"], one["heading_also"] = [name], title, [None]
    one["text_also"] = [title + one["text"], f"{title}：{one['text']}", f"{title}。{one['text']}"]
STREET_ROWS = grid(STREET_COLUMNS + STREET.text)
STREET_RECORD = expected("镜湖区2023年城建攻坚重点任务推进情况表", None, None, None, STREET, issuer_also=["镜湖区"])

# body 13: a viewer's text without any separators; one number with several rows; brackets, no prefix, many figures
DISTRICT = Marked(
    """1|{M公共厕所提升}|{T新建公厕18座，改造公厕32座，设置第三卫生间40处}|{P陶 然}|{L城管局}|{S各街道（园区）}
2|{M社区食堂}|{T新增社区食堂25家、助餐点60个，日均供餐能力达到5000份，其中60岁以上老人占比不低于70%}|{P沈 一 鸣}|{L民政局}|{S市场监管局、各街道（园区）}
3|{M校园提质}|{T新建幼儿园4所，新增学位1440个}|{P沈 一 鸣}|{L教育局}|{S发展改革局（粮食和物资储备局）、财政局}
^|{M校园提质}|{T改造学校食堂12个、运动场9片、课桌椅8600套}|{P沈 一 鸣}|{L教育局}|{S财政局、住建局（人防办）}
4|{M便民就医}|{T升级改造社区卫生服务站16个，配备远程会诊设备16套，新增家庭医生签约居民2.4万人}|{P陶 然}|{L卫健局}|{S医保局、各街道（园区）}
5|{M技能培训}|{T开展补贴性职业技能培训6200人次，新增取得职业资格证书3100人}|{P高 云 飞}|{L人社局}|{S总工会、妇联}
6|{M智慧平安小区}|{T改造智慧平安小区30个，新增高清探头960路、充电桩1800个、消防水箱24座、微型消防站30个，培训网格员450人次，覆盖居民5.2万户，入户宣传率达到100%}|{P陶 然}|{L公安分局}|住建局消防救援大队各街道（园区） ## S:住建局、消防救援大队、各街道（园区）
"""
)
GOALS = (((18, "座"), (32, "座"), (40, "处")), ((25, "家"), (60, "个"), (5000, "份"), (70, "%")), ((4, "所"), (1440, "个")),
         ((12, "个"), (9, "片"), (8600, "套")), ((16, "个"), (16, "套"), (24000, "人")), ((6200, "人次"), (3100, "人")),
         ((30, "个"), (960, "路"), (1800, "个"), (24, "座"), (30, "个"), (450, "人次"), (52000, "户"), (100, "%")))  # fmt: skip
for one, goals in zip(DISTRICT.tasks, GOALS, strict=True):
    one["targets"] = [{"text": f"{value}{unit}", "value": value, "unit": unit} for value, unit in goals]
    one["targets"] = [goal | {"optional": True} if goal["unit"] == "户" else goal for goal in one["targets"]]
    one["leaders"] = ["".join(one["leaders"])]
DISTRICT_COLUMNS = "序号|项目名称|主要内容|区政府分管领导|牵头单位|配合单位\n"
DISTRICT_ROWS = grid(DISTRICT_COLUMNS + DISTRICT.text.replace("^|校园提质", "^|^"))
DISTRICT_TITLE = "滨河新城2024年民生实事项目责任分解表"
DISTRICT_RECORD = expected(DISTRICT_TITLE, None, None, None, DISTRICT, issuer_also=["滨河新城"])

# body 14: one thing, several rows with a date of their own, begun and in use; reports each quarter in the notice
PEOPLE_HEAD = """信息公开
大通河市人民政府办公室
关于印发大通河市2015年为民办实事责任分工的通知

〔2015〕大政办字第18号

各县（区）人民政府，市政府有关部门：

大通河市2015年为民办实事责任分工已经市政府同意，现印发给你们。各责任单位要于每季度末月20日前将进展情况报市政府督查室（邮箱见内网，联系电话：6213888）。

大通河市人民政府办公室

2015年2月27日

大通河市2015年为民办实事责任分工

"""
PEOPLE = Marked("""1|{M城区供热扩面}|{T新建热源厂1座，铺设供热管网26公里。}|{R市住房城乡建设局}|5月底前动工 ## D:2015-05-31 G:1座,26公里
^|{M城区供热扩面}|{T新增供热面积180万平方米。}|{R市住房城乡建设局、市热力公司}|10月投入使用 ## D:2015-10-31 G:180万平方米
2|{M乡村客运}|{T新辟乡村客运班线9条，行政村通班车率达到98%。}|{R市交通运输局}|9月底前 ## D:2015-09-30 G:9条,98%
3|{M老年关爱}|{T建设农村互助老人幸福院100所，每所补助6万元。}|{R市民政局}|12月底前 ## D:2015-12-31 G:100所,6万元
^|{M老年关爱}|{T为80岁以上老人办理意外伤害保险，参保率达到100%。}|{R市老龄办、市财政局}|6月底前 ## D:2015-06-30 G:100% O:80岁
4|{M饮水改造}|{T更新老城区供水管网40公里，二次供水设施改造30处。}|{R市供水集团}|11月上旬 ## D:2015-11-10 G:40公里,30处
5|{M文化惠民}|{T送戏下乡300场，农家书屋补充图书6万册。}|{R市文化广电新闻出版局、市新华书店}|全年 ## D:null,2015-12-31 G:300场,6万册
6|{M就业帮扶}|{T开发公益性岗位1000个，发放小额担保贷款1.5亿元。}|{R市人力资源社会保障局、市财政局}|第三季度 ## D:2015-09-30 G:1000个,1.5亿元
7|{M体育设施}|{T市全民健身中心建成。}|{R市体育局}|8月试运行 ## D:2015-08-31
""")
PEOPLE_ROWS = grid(
    "序号|民生实事|建设内容|责任单位|完成时限\n"
    + PEOPLE.text.replace("^|城区供热扩面", "^|^").replace("^|老年关爱", "^|^")
)
PEOPLE_RECORD = expected(
    "大通河市2015年为民办实事责任分工", "〔2015〕大政办字第18号", "大通河市人民政府办公室", "2015-02-27", PEOPLE
)

# body 15: one row a line, fields parted by blanks, section rows with how many there are, no prefix
OFFICE_HEAD = """云麓县2017年重点改革任务一览表

"""
OFFICE = Marked(
    """{H1一、农业农村改革（4项）}
{N1}1|{M土地确权}|{T完成全县农村土地承包经营权确权登记颁证，颁证率达到97%}|{L农经局} ## G:97%
{N1}2|{M产权交易}|{T建立县乡两级农村产权交易平台，实现交易额2000万元}|{L农经局、国土资源局} ## G:2000万元
{N1}3|{M供销改革}|{T改造基层供销社8家，领办创办合作社25个}|{L供销社} ## G:8家,25个
{N1}4|{M林权流转}|{T规范林权流转3万亩}|{L林业局} ## G:3万亩
{H1二、行政审批改革（3项）}
{N1}5|{M清单管理}|{T公布权力清单和责任清单，动态调整不少于2次}|{L编办} ## G:2次
{N1}6|{M多证合一}|{T推行“多证合一、一照一码”登记制度改革}|{L市场监管局}
{N1}7|{M中介清理}|{T清理规范行政审批中介服务事项，压减比例30%以上}|{L审改办} ## G:30%
{H1三、社会事业改革（5项）}
{N1}8|{M公立医院}|{T取消药品加成，药占比控制在30%以内}|{L卫计局} ## G:30%
{N1}9|{M医保整合}|{T整合城乡居民基本医疗保险制度，参保率稳定在95%以上}|{L人社局} ## G:95%
{N1}10|{M校长交流}|{T校长教师交流轮岗120人，其中骨干教师占20%}|{L教育局} ## G:120人,20%
{N1}11|{M户籍改革}|{T全面实施居住证制度}|{L公安局}
{N1}12|{M殡葬改革}|{T建成村级公益性墓地36处}|{L民政局} ## G:36处
""".replace("{N1}", "")
)
for one in OFFICE.tasks:
    one["heading"] = one["heading"].split("（")[0] + " / " + one["heading"].split(" / ")[1]
    one["heading_also"] = [one["heading"].split(" / ")[0]]


def office() -> str:
    """The columns are parted by one blank or two."""
    rows = [line.split("|") for line in OFFICE.text.strip().splitlines()]
    return (
        OFFICE_HEAD
        + "序号 名称 工作任务 牵头责任单位\n"
        + spaced(rows, "  ")
        + "\n云麓县全面深化改革领导小组办公室\n2017年3月30日\n"
    )


SAMPLES = (
    Sample("heldout-streets-progress", "推进情况.txt", {34: "全年目标任务", 61: "B12 from 24", 19: "stray", 44: "progress columns 1", 89: "No prefix"},
           lambda: txt(STREET_HEAD + piped(STREET_ROWS, stray="| ")), STREET_RECORD),
    Sample("heldout-streets-progress-sheet", "推进情况.xlsx", {34: "是否达序", 103: "其中N名"},
           lambda: xlsx(Sheet("11月", [["镜湖区2023年城建攻坚重点任务推进情况表", *["<"] * 9], ["（截至2023年11月30日）", *["<"] * 9], *STREET_ROWS]),
                        Sheet("说明", [["填表说明"], ["1.各单位于每月28日前更新推进情况。"], ["2.“是否达序”填是或否。"]])), STREET_RECORD),
    Sample("heldout-district-run-together", "民生实事.txt", {35: "区政府分管领导", 62: "one number, several rows", 21: "docx preview", 87: "none at all"},
           lambda: txt(DISTRICT_TITLE + run_together([*DISTRICT_ROWS[:4], DISTRICT_ROWS[0], *DISTRICT_ROWS[4:]])), DISTRICT_RECORD),
    Sample("heldout-district-docx", "民生实事.docx", {35: "主要内容", 49: "B13", 86: "B13"},
           lambda: docx([DISTRICT_TITLE, Table(DISTRICT_ROWS[:4]), Table([DISTRICT_ROWS[0], *DISTRICT_ROWS[4:]])]), DISTRICT_RECORD),
    Sample("heldout-people-dates", "为民办实事.txt", {36: "民生实事", 62: "B13 B14", 95: "5月底前**动工**", 98: "每季度末月20日前"},
           lambda: txt(PEOPLE_HEAD + cell_a_line(PEOPLE_ROWS)), PEOPLE_RECORD),
    Sample("heldout-people-dates-html", "为民办实事.html", {36: "完成时限", 95: "投入使用"},
           lambda: html("".join(f"<p>{line}</p>\n" for line in PEOPLE_HEAD.splitlines() if line) + html_table(PEOPLE_ROWS)), PEOPLE_RECORD),
    Sample("heldout-reform-blanks", "一览表.txt", {37: "牵头责任单位", 20: "fields split by blanks", 45: "B15, with a count", 89: "B15"},
           lambda: txt(office()), expected("云麓县2017年重点改革任务一览表", None, "云麓县全面深化改革领导小组办公室", "2017-03-30", OFFICE)),
)  # fmt: skip
