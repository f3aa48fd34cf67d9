"""A third hand's tables turned into text, the fifth time: no numbers, heads of two levels, heavy boxes, pre, JSON by department."""

import json

from tests.importing.corpus.make import boxed, cell_a_line, grid, html, run_together, txt
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# a cell a line, no column of numbers, sections between, persons with inner blanks
POOR = Marked("""{H1一、产业帮扶}
{T建设食用菌大棚320座，带动脱贫户1500户，户均增收6000元。}|胡 兵|{R县农业农村局、县乡村振兴局}|2021.10 ## P:胡兵 G:320座,1500户,6000元 D:2021-10-31
{T村集体经济收入10万元以上的村达到85%。}|欧阳 倩|{R县委组织部}|2021.12 ## P:欧阳倩 G:85% O:10万元 D:2021-12-31
{H1二、就业帮扶}
{T开发公益性岗位2400个，岗位补贴每人每月不低于800元。}|胡 兵|{R县人社局、县财政局}|2021.06 ## P:胡兵 G:2400个 O:800元 D:2021-06-30
{T举办专场招聘会12场，脱贫劳动力外出务工不少于3.6万人。}|胡 兵|{R县人社局}|2021.03 ## P:胡兵 G:12场,3.6万人 D:2021-03-31
{H1三、防返贫监测}
{T监测对象每月走访一遍，风险消除率达到90%。}|欧阳 倩|{R县乡村振兴局、各乡镇党委政府}|持续推进 ## P:欧阳倩 Y:monthly,ongoing G:90% O:1遍
{T为监测户购买“防贫保”，财政投入300万元。}|欧阳 倩|{R县乡村振兴局、县财产保险公司}|2021.05 ## P:欧阳倩 G:300万元 D:2021-05-31
""")
POOR_ROWS = grid("工作任务|责任领导|责任单位|完成时限\n" + POOR.text)

# run together with a column of deadlines, tasks without full stops
LIVES = Marked("""1|{T新改建城市公厕26座}|{R市城管局}|10月底前 ## G:26座 D:2020-10-31
2|{T为6万名适龄妇女免费开展“两癌”筛查}|{R市卫健委}|12月底前 ## G:6万名 D:2020-12-31
3|{T新增公办幼儿园学位4200个}|{R市教育局}|9月投入使用 ## G:4200个 D:2020-09-30
4|{T改造提升农贸市场15家}|{R市商务局}|11月底前 ## G:15家 D:2020-11-30
5|{T更新公交站亭300个}|{R市公交集团}|5月底前动工 ## G:300个 D:2020-05-31
6|{T老旧小区加装电梯80部}|{R市住建局}|12月底前 ## G:80部 D:2020-12-31
7|{T建成村级综合性文化服务中心110个}|{R市文旅局}|12月底前 ## G:110个 D:2020-12-31
8|{T培训家政服务人员5000人次}|{R市妇联}|8月底前 ## G:5000人次 D:2020-08-31
""")
LIVES_ROWS = grid("序号|民生实事|责任单位|完成时限\n" + LIVES.text)

# tabs with <p>, a head of two levels, empty cells under the merged ones
HOUSE = Marked("""{H1经营管理}|1|{T全年实现利润总额1.2亿元，成本费用利润率不低于8%。}|{L财务管理部}|{S各子公司}|12月 ## N:1 G:1.2亿元,8% D:2019-12-31
^|2|{T清收历史欠款2300万元。}|{L法务风控部}|{S财务管理部 各子公司}|三季度 ## N:2 G:2300万元 D:2019-09-30
^|3|{T修订制度45项，废止12项。}|{L综合办公室}||6月底 ## N:3 G:45项,12项 D:2019-06-30
{H1工程建设}|4|{T保障房项目竣工交付1600套，一次验收合格率100%。}|{L工程部}|{S质量安全部}|11月 ## N:4 G:1600套,100% D:2019-11-30
^|5|{T每周开展一次工地安全巡检。}|{L质量安全部}|{S各项目部}|长期 ## N:5 Y:weekly,ongoing O:1次
{H1队伍建设}|6|{T引进注册建造师10人，组织技能比武3场次。}|{L人力资源部}|{S工会}|10月底 ## N:6 G:10人,3场次 D:2019-10-31
""")
HOUSE_ROWS = [line.split("|") for line in HOUSE.text.strip().splitlines()]
HOUSE_TEXT = "板块\t序号\t重点工作\t责任分工\t\t完成时限\n\t\t\t主责部门\t协办部门\t\n" + "\n".join(
    "\t".join("" if cell == "^" else f"<p>{cell}</p>" if cell else "" for cell in row) for row in HOUSE_ROWS
)

# a heavy box, the leader merged over his tasks, cells set in the middle
ROAD = Marked("""1|{T查处超限超载车辆2600台次，路面超限率降至1%以下。}|高 峻|{L市交通执法支队}|年底前 ## P:高峻 G:2600台次,1% D:2023-12-31
2|{T排查整治农村公路急弯陡坡隐患480处。}|^|{L市公路发展中心}|10月底前 ## P:高峻 G:480处 D:2023-10-31
3|{T“两客一危”车辆动态监控上线率100%。}|^|{L市道路运输中心}|持续推进 ## P:高峻 G:100% Y:ongoing
4|{T电动自行车登记上牌率不低于98%，头盔佩戴率90%以上。}|简 明|{L市公安局交警支队}|6月 ## P:简明 G:98%,90% D:2023-06-30
5|{T学校周边增设人行过街设施55处。}|^|{L市公安局交警支队、市教育局}|9月开学前 ## P:简明 G:55处 D:2023-08-31,2023-09-01,null
""")
ROAD_ROWS = grid("序号|主要任务|牵头领导|牵头部门|时限\n" + ROAD.text)
HEAVY = str.maketrans("┌┬┐├┼┤└┴┘─│", "┏┳┓┣╋┫┗┻┛━┃")

# a page with the table in <pre>, pipes, &nbsp; and progress
TRADE = """序号|指标（任务）|目标|牵头单位|协同配合单位|上半年进展
1|{T外贸进出口总额增长8%左右}|640亿元|{L市商务局}|{S海关、税务局}|完成310亿元 ## G:8%,640亿元
2|{T实际使用外资稳定增长，制造业占比35%以上}|5亿美元|{L市商务局}|{S发改委、自然资源局}|到位2.2亿美元 ## G:35%,5亿美元
3|{T新设公共海外仓，对新获评省级的每个奖励50万元}|6个|{L市商务局}|{S财政局}|已建3个 ## G:6个 O:50万元
4|{T组织企业参加境外展会，展位补贴比例不超过70%}|30场次|{L市贸促会}|{S外办}|18场次 ## G:30场次 O:70%
5|{T培育跨境电商主体}|净增150家|{L市商务局}|无|净增92家 ## G:150家
"""
TRADED = Marked(TRADE.split("\n", 1)[1])
TRADE_PRE = "\n".join([TRADE.splitlines()[0], *TRADED.text.splitlines()]).replace("|", "&nbsp;|&nbsp;")

# JSON: the tasks lie under the departments that answer for them
CITY = {
    "市民政局": [
        ("1", "{T新增普惠型养老床位800张，护理型床位占比达到58%}", "2024年11月底前", "G:800张,58% D:2024-11-30"),
        ("2", "{T为8000名独居老人提供每周一次探访服务}", "持续推进", "G:8000名 O:1次 Y:weekly,ongoing"),
    ],
    "市残联": [("3", "{T完成困难重度残疾人家庭无障碍改造450户}", "2024年10月", "G:450户 D:2024-10-31")],
    "市总工会": [
        ("4", "{T新建户外劳动者服务站点60个}", "2024年6月底", "G:60个 D:2024-06-30"),
        ("5", "{T帮助2000名困难职工实现解困}", "2024年内", "G:2000名 D:2024-12-31"),
    ],
}
CITIZENS = Marked(
    "\n".join(f"{number}|{text} ## {notes} R:{unit}" for unit, rows in CITY.items() for number, text, _, notes in rows)
)
for one in CITIZENS.tasks:
    one["heading_also"] = [unit["name"] for unit in one["departments"]]
CITY_JSON = json.dumps(
    {
        "title": "榆林湾市2024年民生微实事清单",
        "发布单位": "榆林湾市人民政府办公室",
        "发布日期": "2024-02-05",
        "tasks": [
            {"no": number, "task": text[2:-1], "responsibleUnit": unit, "finishTime": day}
            for unit, rows in CITY.items()
            for number, text, day, _ in rows
        ],
    },
    ensure_ascii=False,
    indent=2,
)

SAMPLES = (
    Sample("third-text-five-poor-cells", "帮扶.txt", {19: "one cell per line", 45: "section rows across", 92: "inner blanks", 95: "2018.09"},
           lambda: txt("关于印发《北营县2021年巩固脱贫成果任务分解表》的通知\n北乡振组〔2021〕1号\n北营县乡村振兴领导小组\n2021年1月29日\n\n北营县2021年巩固脱贫成果任务分解表\n\n" + cell_a_line(POOR_ROWS)),
           expected("北营县2021年巩固脱贫成果任务分解表", "北乡振组〔2021〕1号", "北营县乡村振兴领导小组", "2021-01-29", POOR)),
    Sample("third-text-five-lives-together", "实事.txt", {21: "without any separator", 36: "民生实事", 95: "投入使用"},
           lambda: txt("海曙湾市2020年民生实事项目责任分解\n" + run_together(LIVES_ROWS) + "\n海曙湾市人民政府办公室\n2020年2月14日\n"),
           expected("海曙湾市2020年民生实事项目责任分解", None, "海曙湾市人民政府办公室", "2020-02-14", LIVES)),
    Sample("third-text-five-house-tabs", "年度重点.txt", {20: "`<p>` in cells", 44: "merged down the left"},
           lambda: txt("泰安居城市建设投资集团2019年度重点工作分解表\n泰安居司发〔2019〕 6号\n\n" + HOUSE_TEXT + "\n\n泰安居城市建设投资集团有限公司\n2019年1月10日\n"),
           expected("泰安居城市建设投资集团2019年度重点工作分解表", "泰安居司发〔2019〕 6号", "泰安居城市建设投资集团有限公司", "2019-01-10", HOUSE)),
    Sample("third-text-five-road-heavy-box", "交通安全.txt", {21: "┌─┬─┐", 22: "merged cells' text", 40: "牵头领导"},
           lambda: txt("岭南坡市2023年道路交通安全重点任务分工表\n" + boxed(ROAD_ROWS, (6, 32, 10, 20, 12)).translate(HEAVY) + "\n\n岭南坡市道路交通安全委员会办公室\n2023年2月8日\n", "gb18030"),
           expected("岭南坡市2023年道路交通安全重点任务分工表", None, "岭南坡市道路交通安全委员会办公室", "2023-02-08", ROAD)),
    Sample("third-text-five-trade-pre", "外贸.html", {19: "pipe-delimited", 34: "推进情况", 91: "supporting column"},
           lambda: html(f"<h2>滨海岸市2022年稳外贸稳外资任务清单</h2><p>填报单位：市商务局　统计截止：2022年6月30日</p><pre>{TRADE_PRE}</pre>"),
           expected("滨海岸市2022年稳外贸稳外资任务清单", None, "市商务局", None, TRADED)),
    Sample("third-text-five-city-json", "data.json", {22: "JSON"}, lambda: txt(CITY_JSON),
           expected("榆林湾市2024年民生微实事清单", None, "榆林湾市人民政府办公室", "2024-02-05", CITIZENS)),
)  # fmt: skip
