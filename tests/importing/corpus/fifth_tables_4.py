"""Tables stranger still: who leads is said inside the cell, months that are days for Excel, words of one character a line,
a row for the example that the page hides, tables that begin anew, the same as above, parents without rules, persons
behind their units."""

from tests.importing.corpus.fifth_tables_1 import cells
from tests.importing.corpus.make import Line, Sheet, Table, converted, docx, grid, html, ofd, pdf, xlsx
from tests.importing.corpus.make.grid import Cell
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# a district: one column says in words who leads and who helps
QUARTER_HEAD = """南桥区人民政府办公室关于印发
南桥区城市更新三年行动2024年度任务分解的通知
南政办发〔2024〕6号
各街道办事处，区政府各委、办、局：
《南桥区城市更新三年行动2024年度任务分解》已经区政府同意，现印发给你们，请认真组织实施。
南桥区人民政府办公室
2024年2月28日
南桥区城市更新三年行动2024年度任务分解"""
QUARTER = Marked("""1|{H1旧住房改造}|{T完成成套改造12万平方米，签约率达到98%以上。}|{L区房管局}牵头，{S区建管委、区规划资源局，各街道}配合|12月底 ## D:2024-12-31 G:12万平方米,98%
2|^|{T实施零星二级旧里改造，受益居民1300户。}|{L区更新建设集团}牵头，{S区房管局}配合|10月底 ## D:2024-10-31 O:1300户
3|{H1公共空间}|{T新建口袋公园8座、骑行道15公里。}|{L区绿化市容局}牵头负责，{S区建管委}参与|11月 ## D:2024-11-30 G:8座,15公里
4|^|{T推进桥下空间改造利用，年内亮相3处。}|{L区建管委}（牵头）、{R区体育局、各街道}|年内 ## D:2024-12-31 G:3处
5|{H1产业载体}|{T盘活低效工业用地200亩，亩均税收提高到60万元。}|{R区规划资源局、区科经委、区税务局}按职责分工负责|持续推进 ## Y:ongoing G:200亩,60万元
6|^|{T每半年组织一次载体招商路演，新引进企业120家。}|{L区投资促进办}牵头，{S各街道、有关国有企业}按职责配合|年底前 ## D:2024-12-31 Y:half_yearly G:120家 O:1次
""")

# a customs house: sheets of departments first, the summary behind them; months are dates; last year's figures beside the goal
CUSTOMS_COLUMNS = "序号|类别|指标（任务）|单位|2022年实绩|2023年目标|牵头科室|协办科室|完成时限\n"
CUSTOMS = Marked("""1|{H1监管效能}|{T进口货物整体通关时间控制在}|小时|38.5|36|{L监管科}|{S查检科、物流监控科}|@2023-12-01 ## D:2023-12-31 G:36小时
2|^|{T布控查验查获率不低于}|%|6.8|7.5|{L查检科}|{S风险防控科}|@2023-12-01 ## D:2023-12-31 G:7.5%
3|{H1服务企业}|{T培育高级认证企业}|家|4|6|{L企业管理科}|{S稽查科、关税科}|@2023-10-01 ## D:2023-10-31 G:6家
4|^|{T开展“关长送政策上门”活动，走访企业}|家次|52|60|{L办公室}|{S各业务科室}|@2023-11-01 ## D:2023-11-30 G:60家次
5|{H1队伍建设}|{T组织实训练兵，人均培训时长}|学时|72|80|{L人事政工科}|{S各科室}|@2023-09-01 ## D:2023-09-30 G:80学时
""")
CUSTOMS_ROWS = cells(CUSTOMS_COLUMNS + CUSTOMS.text)
NINE = ["<"] * 8
CUSTOMS_BOOK = tuple(
    Sheet(name, rows, date_format='yyyy"年"m"月"')
    for name, rows in (
        ("监管科", [["临江海关2023年重点指标任务表（监管科）", *NINE], *CUSTOMS_ROWS[:2]]),
        ("企业管理科", [["临江海关2023年重点指标任务表（企业管理科）", *NINE], CUSTOMS_ROWS[0], CUSTOMS_ROWS[3]]),
        ("汇总", [["临江海关2023年重点指标任务汇总表", *NINE], ["填报单位：办公室", *["<"] * 4, "填报日期：2023-02-06", *["<"] * 3],
                *CUSTOMS_ROWS, ["小计", "5项", *[""] * 7]]),
    )
)  # fmt: skip

# an airport: two parent columns so narrow that the words stand one under the other
AIRPORT = Marked("""{H1安全保障}|{H2净空管理}|1|{T清理净空保护区超高树木260棵，每周开展一次净空巡查。}|{L飞行区管理部}|{S安全质量部、公安分局}|5月底前 ## N:1 D:2023-05-31 Y:weekly G:260棵 O:1次
^|^|2|{T升级鸟情探测系统，鸟击万架次率控制在0.15以下。}|{L飞行区管理部}|{S信息中心}|三季度 ## N:2 D:2023-09-30 O:0.15
^|{H2应急处置}|3|{T组织航空器突发事件综合演练，参演单位不少于20家。}|{L应急救援部}|{S各驻场单位}|10月 ## N:3 D:2023-10-31 G:20家
{H1运行效率}|{H2航班正常}|4|{T始发航班正常率达到88%，平均过站时间缩短5分钟。}|{L运行指挥中心}|{S各航空公司、空管站}|全年 ## N:4 D:null,2023-12-31 G:88% O:5分钟
^|{H2资源配置}|5|{T新增远机位6个，廊桥靠桥率不低于75%。}|{L飞行区管理部}|{S规划建设部}|2023年8月投运 ## N:5 D:2023-08-31 G:6个,75%
{H1旅客服务}|{H2无障碍环境}|6|{T改造卫生间18处，增设母婴室4间。}|{L航站楼管理部}|{S规划建设部}|6月下旬 ## N:6 D:2023-06-30 G:18处,4间
^|{H2投诉处理}|7|{T旅客有效投诉率下降20%，投诉24小时内回复。}|{L服务质量部}|无|长期坚持 ## N:7 Y:ongoing G:20% O:24小时
""")

# health insurance: written by hand for the web, lines broken inside cells, an example that the page hides
FUND_PAGE = """<h1 style="text-align:center">西林市医疗保障局2022年度基金监管重点任务清单</h1>
<p>发布日期：2022-04-02&nbsp;&nbsp;信息来源：市医保局&nbsp;&nbsp;阅读：88次</p>
<table border="1"><thead><tr><th rowspan="2">序号</th><th rowspan="2">任务</th><th colspan="2">责任分工</th><th rowspan="2">时限</th></tr>
<tr><th>牵头科室<br/>（单位）</th><th>配合单位</th></tr></thead>
<tbody>
<tr style="display:none"><td>例</td><td>示例任务：抽查机构10家。</td><td>某科</td><td>某局</td><td>1月底</td></tr>
<tr><td>1</td><td>开展打击欺诈骗保专项整治，<br/>现场检查定点医药机构<b>640</b>家，检查覆盖率100%。</td><td>基金监管科</td><td>市公安局<br/>市卫生健康委<br/>市市场监管局</td><td>11&nbsp;月底前</td></tr>
<tr><td>2</td><td>聘请社会监督员30名，每季度召开一次监督员座谈会。</td><td>基金监管科</td><td>市医疗保险服务中心</td><td>常态化推进</td></tr>
<tr><td>3</td><td>推广智能审核系统，<br/>二级以上定点医院接入率达到95%以上。</td><td>规划财务与信息化科<br/>市医疗保险服务中心</td><td>各县（市、区）医疗保障局</td><td>2022年第三季度</td></tr>
<tr><td colspan="5">注：配合单位排名不分先后。</td></tr>
<tr><td>4</td><td>落实举报奖励制度，每起案件奖励最高不超过10万元。</td><td>基金监管科</td><td>市财政局</td><td>——</td></tr>
<tr><td>5</td><td>建立长期护理保险失能评估专家库，入库专家达到80人。</td><td>待遇保障科</td><td>市民政局、市残联</td><td>即日起至2022年9月30日</td></tr>
</tbody></table>
<p style="text-align:right">西林市医疗保障局<br/>2022年3月31日</p>
"""
FUND = Marked("""1|{T开展打击欺诈骗保专项整治，现场检查定点医药机构640家，检查覆盖率100%。}|{L基金监管科}|{S市公安局、市卫生健康委、市市场监管局} ## D:2022-11-30 G:640家,100%
2|{T聘请社会监督员30名，每季度召开一次监督员座谈会。}|{L基金监管科}|{S市医疗保险服务中心} ## Y:quarterly,ongoing G:30名 O:1次
3|{T推广智能审核系统，二级以上定点医院接入率达到95%以上。}|{L规划财务与信息化科、市医疗保险服务中心}|{S各县（市、区）医疗保障局} ## D:2022-09-30 G:95%
4|{T落实举报奖励制度，每起案件奖励最高不超过10万元。}|{L基金监管科}|{S市财政局} ## O:10万元
5|{T建立长期护理保险失能评估专家库，入库专家达到80人。}|{L待遇保障科}|{S市民政局、市残联} ## D:2022-09-30 G:80人
""")

# a vocational school: three tables, each with columns of its own, numbered anew, under a line of its own
TRADE_HEAD = """枫林职业技术学院2020年度工作任务分解表
编制单位：学院办公室　　编制日期：2020年3月18日
一、党建思政"""
TRADE_A = Marked(
    """1|{T建设“样板党支部”2个，培育思政精品课5门。}|{R组织人事部}|{S宣传部、马克思主义学院} ## G:2个,5门
2|{T每月至少开展1次主题党日活动。}|{R各党总支}|{S组织人事部} ## Y:monthly O:1次
""",
    heading="党建思政",
)
TRADE_B = Marked(
    """1|{T新增现代学徒制试点专业3个。}|邵 一鸣|{L教务处}|{S各二级学院}|6月 ## P:邵一鸣 D:2020-06-30 G:3个
2|{T毕业生“双证书”获取率达到92%。}|邵 一鸣|{L教务处}|{S继续教育学院}|7月上旬 ## P:邵一鸣 D:2020-07-10 G:92%
3|{T承办省级技能大赛2项，力争获奖10项以上。}|骆 冰|{L实训中心}|{S各二级学院}|2020年11月 ## P:骆冰 D:2020-11-30 G:2项,10项
""",
    heading="教育教学",
)
TRADE_C = Marked(
    """1|{T完成学生宿舍热水改造，惠及学生4600人。}|{R后勤处}|9月1日前 ## D:2020-09-01,2020-08-31 O:4600人
2|{T更换实训楼老化线路，消除火灾隐患26处。}|{R后勤处、保卫处}|立行立改 ## G:26处
""",
    heading="办学条件",
)

# a cultural investment company under audit: as above, progress with dates, a time limit of its own
FIRM_COLUMNS = "序号|发现问题|整改措施|责任部门|责任人|整改时限|整改进展情况|是否销号\n"
FIRM = Marked("""1|{H1合同签订先实施后审批}|{T修订合同管理办法，实行合同会签全流程线上审批。}|{R法务合规部}|冉 东|2021年8月31日|2021年7月15日已印发新办法|是 ## P:冉东 D:2021-08-31
2|{H1应收账款长期挂账1860万元}|{T逐户制定催收方案，年内清收不少于1200万元。}|{R财务管理部、各子公司}|冉 东|2021年12月底|截至6月底已清收300万元|否 ## P:冉东 D:2021-12-31 G:1200万元
3|{H1工程变更签证不规范}|{T补充完善变更资料，对3个在建项目逐一复核。}|{R工程管理部}|齐 放|三季度末|8月10日前完成2个|否 ## P:齐放 D:2021-09-30 O:3个
4|^|{T建立变更签证台账，每月报送审计部备案。}|同上|齐 放|长期坚持|已报送2期|否 ## R:工程管理部 P:齐放 Y:monthly,ongoing
5|{H1闲置房产未及时盘活}|{T公开招租闲置房产14处，出租率提高到85%。}|{R资产运营部}|甘 霖|10月|已招租5处|否 ## P:甘霖 D:2021-10-31 G:14处,85%
""")

# forests: no rules, the category in the middle of its rows, the pages turned
WOODS = Marked("""{H1国土绿化}|1|{T完成人工造林36万亩，退化林修复52万亩。}|{L生态修复处}|{S各市州林业局}|4月底前 ## N:1 D:2025-04-30 G:36万亩,52万亩
^|2|{T创建森林乡村200个，村庄绿化覆盖率达到32%。}|{L生态修复处}|{S宣传中心}|11月底前 ## N:2 D:2025-11-30 G:200个,32%
^|3|{T义务植树尽责率保持在90%以上。}|{L省绿化委员会办公室}|{S省直各有关单位}|年底 ## N:3 D:2025-12-31 G:90%
{H1资源保护}|4|{T开展打击毁林专项行动，违法图斑查处整改率达到100%。}|{L森林资源管理处}|{S执法监督处}|9月底 ## N:4 D:2025-09-30 G:100%
^|5|{T松材线虫病疫情面积下降8%，除治疫木12万株。}|{L有害生物防治总站}|{S各市州林业局}|3月底、11月底 ## N:5 D:2025-11-30 G:8%,12万株
^|6|{T每年组织一次野生动植物资源监测，布设红外相机1500台。}|{L野生动植物保护处}|{S省林业科学院}|长期坚持 ## N:6 Y:yearly,ongoing G:1500台 O:1次
{H1产业富民}|7|{T发展林下经济经营面积110万亩，实现产值85亿元。}|{L产业发展处}|{S省林业科学院、各市州林业局}|12月 ## N:7 D:2025-12-31 G:110万亩,85亿元
^|8|{T新认定省级林业龙头企业15家，贷款贴息最高不超过50万元。}|{L产业发展处}|{S规划财务处}|8月 ## N:8 D:2025-08-31 G:15家 O:50万元
""")

# letters and visits: units with their persons in one cell, telephones, an example row, a total
LETTERS_COLUMNS = "序号|信访事项|化解措施|包案领导|责任单位|责任人|联系电话|化解时限|化解状态\n"
LETTERS = Marked("""1|{H1安置房逾期交付}|{T督促开发企业复工，分批交付安置房420套。}|县委常委、副县长 尹志远|{R县住房和城乡建设局、县征收办}|局长 于 飞|13x0001|@2022-11-30|推进中 ## P:尹志远、于飞 D:2022-11-30 G:420套
2|{H1拖欠农民工工资}|{T协调支付拖欠工资260万元，对涉事企业立案查处。}|副县长 祝永康|{R县人力资源和社会保障局}|副局长 谢小雨|13x0002|立行立改|已化解 ## P:祝永康、谢小雨 G:260万元
3|{H1养殖污染扰民}|{T关停禁养区养殖场9家，兑付搬迁补偿资金。}|副县长 祝永康|{R市生态环境局云亭分局、石门镇人民政府}|镇长 麻 峰|13x0003|9月底|推进中 ## P:祝永康、麻峰 D:2022-09-30 G:9家
4|{H1土地权属争议}|{T组织三方调解，调解不成的引导依法诉讼。}|县委政法委书记 纪良|{R县自然资源局、县司法局}|所长 乐 天|13x0004|2022年第4季度|推进中 ## P:纪良、乐天 D:2022-12-31
""")
LETTERS_ROWS: list[list[Cell]] = [
    ["云亭县重点信访事项领导包案化解台账", *NINE],
    ["制表单位：县信访工作联席会议办公室", *["<"] * 4, "制表日期：2022年8月15日", *["<"] * 3],
    *cells(LETTERS_COLUMNS + LETTERS.text),
    ["合计", "4件", *[""] * 7],
]

SAMPLES = (
    Sample("fifth-quarter-said-in-cell-docx", "任务分解.docx", {44: "parent colu", 74: "牵头"},
           lambda: docx([QUARTER_HEAD, Table(grid("序号|类别|主要任务|责任分工|完成时间\n" + QUARTER.text))]),
           expected("南桥区城市更新三年行动2024年度任务分解", "南政办发〔2024〕6号", "南桥区人民政府办公室", "2024-02-28", QUARTER)),
    Sample("fifth-customs-months-xlsx", "指标任务.xlsx", {44: "parent colu", 28: "预期目标"},
           lambda: xlsx(*CUSTOMS_BOOK),
           expected("临江海关2023年重点指标任务汇总表", None, "办公室", "2023-02-06", CUSTOMS)),
    Sample("fifth-airport-narrow-pdf", "任务清单.pdf", {44: "parent colu", 95: "投入使用"},
           lambda: pdf([Line("云港国际机场2023年提质增效任务清单", centred=True),
                        Table(grid("类别|专项|序号|任务内容|牵头部门|配合部门|完成时限\n" + AIRPORT.text), widths=(2.3, 3.6, 2.4, 15, 6, 7, 5))], size=11),
           expected("云港国际机场2023年提质增效任务清单", None, "云港国际机场", None, AIRPORT, issuer_also=[None])),
    Sample("fifth-fund-by-hand-html", "任务清单.html", {40: "配合单位", 87: "one unit per line"},
           lambda: html(FUND_PAGE, title="西林市医疗保障局2022年度基金监管重点任务清单"),
           expected("西林市医疗保障局2022年度基金监管重点任务清单", None, "西林市医疗保障局", "2022-03-31", FUND)),
    Sample("fifth-trade-three-tables-doc", "任务分解表.doc", {60: "restarts at 1", 40: "牵头领导"},
           lambda: converted(docx([TRADE_HEAD, Table(grid("序号|工作任务|责任部门|配合部门\n" + TRADE_A.text)), Line("二、教育教学"),
                                   Table(grid("序号|工作任务|责任领导|牵头部门|协同部门|完成时限\n" + TRADE_B.text)), Line("三、办学条件"),
                                   Table(grid("序号|工作任务|责任部门|完成时限\n" + TRADE_C.text))]), "docx", "doc"),
           expected("枫林职业技术学院2020年度工作任务分解表", None, "学院办公室", "2020-03-18", TRADE_A, TRADE_B, TRADE_C)),
    Sample("fifth-audited-firm-ofd", "整改台账.ofd", {40: "H25", 44: "progress columns"},
           lambda: ofd(pdf([Line("湖州湾文化旅游投资集团有限公司", centred=True), Line("内部审计发现问题整改台账", centred=True),
                            Line("填报部门：审计部　　填报日期：2021年8月20日"), Table(grid(FIRM_COLUMNS + FIRM.text))], flipped=True)),
           expected("内部审计发现问题整改台账", None, "审计部", "2021-08-20", FIRM,
                    title_also=["湖州湾文化旅游投资集团有限公司内部审计发现问题整改台账"])),
    Sample("fifth-woods-unruled-pdf", "重点任务.pdf", {44: "parent colu", 90: "Same unit"},
           lambda: pdf([Line("黔岭省林业局2025年重点任务责任分工表", centred=True),
                        Table(grid("类别|序号|重点任务|牵头单位|配合单位|完成时限\n" + WOODS.text))], ruled=False, flipped=True, footer="第 {n} 页 共 {of} 页"),
           expected("黔岭省林业局2025年重点任务责任分工表", None, "黔岭省林业局", None, WOODS)),
    Sample("fifth-letters-persons-xls", "包案台账.xls", {40: "责任领导", 92: "People"},
           lambda: converted(xlsx(Sheet("台账", LETTERS_ROWS)), "xlsx", "xls"),
           expected("云亭县重点信访事项领导包案化解台账", None, "县信访工作联席会议办公室", "2022-08-15", LETTERS)),
)  # fmt: skip
