"""A second hand's documents, after the described tables (H) and the forms of tracking systems (F): problems and measures."""

from tests.importing.corpus.make import (
    Sheet,
    Table,
    cell_a_line,
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
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# H25: 问题 · 整改措施 · 责任领导 · 责任部门 · 完成时限, several measures of one problem
AUDIT = Marked(
    """1|{H1理论学习抓得不紧，中心组学习计划性不强}|{T修订党委理论学习中心组学习制度，每月集中学习不少于1次。}|{P院长 贺 敏}|{R党委办公室}|立行立改 ## Y:monthly O:1次
^|^|{T建立学习情况通报机制，每季度通报一次出勤和发言情况。}|{P院长 贺 敏}|{R党委办公室、纪检监察室}|长期坚持 ## Y:quarterly,ongoing O:1次
2|{H1药品耗材采购管理不规范}|{T重新修订《医用耗材采购管理办法》，明确采购流程和审批权限。}|{P副院长 鲁 一 鸣}|{R设备科、药学部}|2023年9月底前 ## D:2023-09-30
^|^|{T清理临时采购目录，压减临时采购品种30%以上。}|{P副院长 鲁 一 鸣}|{R药学部}|2023年10月31日 ## D:2023-10-31 G:30%
^|^|{T开展耗材使用专项点评，每月点评病历不少于100份。}|{P副院长 鲁 一 鸣}|{R医务科、医保办}|持续推进 ## Y:monthly,ongoing G:100份
3|{H1固定资产账实不符}|{T开展固定资产清查盘点，账实相符率达到100%。}|{P总会计师 秦 岚}|{R财务科、总务科、设备科}|2023年11月中旬 ## D:2023-11-20 G:100%
4|{H1干部档案审核不到位}|{T对36名中层干部档案逐一审核，补充缺失材料。}|{P党委副书记 霍 东}|{R组织人事科}|即知即改 ## O:36名
5|{H1对群众反映的停车难问题解决不力}|{T改造地下车库，新增停车位220个。}|{P副院长 鲁 一 鸣}|{R总务科、保卫科}|2024年6月底 ## D:2024-06-30 G:220个
^|^|{T与周边商场协商共享泊位80个。}|{P副院长 鲁 一 鸣}|{R保卫科}|2023年12月 ## D:2023-12-31 G:80个
"""
)
PEOPLE25 = ("贺敏", "贺敏", "鲁一鸣", "鲁一鸣", "鲁一鸣", "秦岚", "霍东", "鲁一鸣", "鲁一鸣")
for one, name in zip(AUDIT.tasks, PEOPLE25, strict=True):
    one["leaders"] = [name]
AUDIT_ROWS = grid("序号|巡察反馈问题|整改措施|责任领导|责任部门|完成时限\n" + AUDIT.text)
AUDIT_HEAD = "杏林区人民医院关于巡察反馈意见整改工作台账\n（2023年8月）\n填报单位：杏林区人民医院党委　　　填报日期：2023年8月15日"
AUDIT_RECORD = expected("杏林区人民医院关于巡察反馈意见整改工作台账", None, "杏林区人民医院党委", "2023-08-15", AUDIT,
                        issuer_also=["杏林区人民医院"], title_also=["杏林区人民医院关于巡察反馈意见整改工作台账（2023年8月）"])  # fmt: skip

# F5: 具体控制措施 · 预计完成时间 · 责任人 · 责任领导 · 配合单位或部门 · 是否完成 · 是否逾期
RISK = Marked("""1.0|采购环节围标串标风险|{T建立供应商黑名单，公开招标率达到95%以上。}|2022-06-30|{P邵 磊}|{P方 国 庆}|{S法务部、审计部}|是|否 ## D:2022-06-30 G:95% N:1
2.0|工程变更签证失控风险|{T变更签证实行联签，单笔50万元以上的提交总经理办公会审议。}|2022-09-30|{P高 杨}|{P方 国 庆}|{S工程管理部、造价中心}|否|否 ## D:2022-09-30 O:50万元 N:2
3.0|资金支付越权风险|{T上线资金支付系统，支付审批线上化率100%。}|2022-12-31|{P魏 红}|{P卢 志}|{S信息中心}|否|否 ## D:2022-12-31 G:100% N:3
4.0|合同履约不到位风险|{T建立合同台账，每季度核查一次履约情况。}|长期|{P于 童}|{P卢 志}|{S各分子公司}|—|— ## Y:quarterly,ongoing O:1次 N:4
5.0|信息系统数据泄露风险|{T完成12个重要系统等保测评，组织应急演练2次。}|2022-11-15|{P汪 洋}|{P卢 志}|无|否|否 ## D:2022-11-15 G:12个,2次 N:5
""")
PAIRS = ("邵磊 方国庆", "高杨 方国庆", "魏红 卢志", "于童 卢志", "汪洋 卢志")
RISKS = (
    "采购环节围标串标风险",
    "工程变更签证失控风险",
    "资金支付越权风险",
    "合同履约不到位风险",
    "信息系统数据泄露风险",
)
for one, names, risk in zip(RISK.tasks, PAIRS, RISKS, strict=True):
    one["leaders"], one["heading"], one["heading_also"] = names.split(), risk, [None]
RISK_HEAD = [
    "序号",
    "风险点",
    "具体控制措施",
    "预计完成时间",
    "责任人",
    "责任领导",
    "配合单位或部门",
    "是否完成",
    "是否逾期",
]
RISK_ROWS = [
    [float(cell) if place == 0 else cell for place, cell in enumerate(line.split("|"))]
    for line in RISK.text.strip().splitlines()
]
RISK_TITLE = "星槎港务集团2022年重大风险防控措施跟踪表"

# F2: 工作任务及要求 · 频次 · 报送材料 · 工作完成时限要求
RETURNS = Marked("""1|{T召开安全生产例会，分析研判安全形势。}|每月1次|会议纪要|每月5日前 ## Y:monthly
2|{T开展消防设施检查，建立隐患清单。}|每季度1次|检查记录表|季度末 ## Y:quarterly
3|{T组织全员安全教育培训，培训覆盖率100%。}|每半年1次|签到册、课件|6月底、12月底 ## Y:half_yearly D:null,2024-12-31 G:100%
4|{T修订应急救援预案并备案。}|每年1次|预案文本、备案表|3月底前 ## Y:yearly D:null,2024-03-31
5|{T领导带队夜查宿舍、实验室。}|每周1次|夜查台账|每周五前 ## Y:weekly
6|{T完成危化品暂存柜更换40台。}|一次性|验收单|2024年5月31日 ## D:2024-05-31 G:40台
7|{T开展“安全生产月”活动，张贴宣传海报500张。}|每年1次|活动总结|6月30日前 ## Y:yearly D:null,2024-06-30 G:500张
8|{T对校车驾驶员开展安全警示教育。}|每学期1次|影像资料|开学前 ## Y:half_yearly
""")
RETURNS_ROWS = grid("序号|工作任务及要求|频次|报送材料|工作完成时限要求\n" + RETURNS.text)
RETURNS_HEAD = "云水外国语学校2024年安全工作任务清单\n编制部门：后勤保障处    编制日期：2024年1月8日\n"
for one in RETURNS.tasks:
    one["targets"] = [{"text": "", "value": 1, "unit": "次", "optional": True}, *one["targets"]]

# F1, F3, F4: plain forms
PLAN = Marked("""1|{T完成智慧工地平台采购，接入在建项目25个。}|2023年3月|{P季 平}| ## D:2023-03-31 G:25个
2|{T组织注册安全工程师继续教育，参训不少于60人。}|4月下旬|{P季 平}|与协会合办 ## D:2023-04-30 G:60人
3|{T开展起重机械专项检查，覆盖全部在建工地。}|二季度|{P卓 越}| ## D:2023-06-30
4|{T编印《工地安全口袋书》3000册。}|5月31日前|{P白 露}|经费已落实 ## D:2023-05-31 G:3000册
5|{T开展防汛防台应急演练。}|汛期前|{P卓 越}| ## D:null,2023-05-31,2023-06-30,2023-04-30,2023-03-31,2023-06-01
6|{T承办全市观摩会1场。}|9月份|{P白 露}|场地待定 ## D:2023-09-30 O:1场
7|{T落实农民工实名制考勤，考勤率保持95%以上。}|常态化|{P季 平}| ## Y:ongoing G:95%
8|{T完成年度标准化工地评选，评出10个。}|年底|{P卓 越}| ## D:2023-12-31 G:10个
""")
for one, name in zip(PLAN.tasks, ("季平", "季平", "卓越", "白露", "卓越", "白露", "季平", "卓越"), strict=True):
    one["leaders"] = [name]
PLAN_ROWS = grid(
    "序号|工作计划|完成时限|责任人|备注\n" + PLAN.text + "说明：责任人为直接责任人，有调整的及时报办公室。|<|<|<|<"
)

# H17: 类别 · 任务内容 · 牵头领导 · 责任单位
PARK = Marked("""{H1项目建设}|{T竣工投产亿元项目6个，完成工业投资45亿元。}|{P钟 山}|{R经济发展局、建设局} ## G:6个,45亿元 O:1亿元
^|{T拆除低效厂房12万平方米，盘活闲置土地500亩。}|{P钟 山}|{R自然资源分局} ## G:12万平方米,500亩
^|{T新增标准厂房20万平方米，6月底前交付。}|{P江 水 清}|{R城投集团、建设局} ## D:2020-06-30 G:20万平方米
{H1科技创新}|{T新增国家级孵化器1家、省级研发机构4家。}|{P江 水 清}|{R科技局} ## G:1家,4家
^|{T万人发明专利拥有量达到35件。}|{P江 水 清}|{R科技局、市场监管局} ## G:35件
{H1营商环境}|{T开展“千企大走访”，帮助企业解决问题300个，办结率不低于95%。}|{P钟 山}|{R营商办、各局（办）} ## G:300个,95%
^|{T政务服务“一窗”受理率100%。}|{P史 可}|{R行政审批局} ## G:100%
{H1安全环保}|{T化工企业搬迁入园8家，挥发性有机物排放量削减15%。}|{P史 可}|{R应急局、生态环境分局} ## G:8家,15%
^|{T建设污水处理厂二期，日处理能力3万吨，年内通水。}|{P史 可}|{R生态环境分局、城投集团} ## D:2020-12-31 G:3万吨
""")
for one, name in zip(
    PARK.tasks, ("钟山", "钟山", "江水清", "江水清", "江水清", "钟山", "史可", "史可", "史可"), strict=True
):
    one["leaders"], one["number"] = [name], None
PARK_ROWS = grid("类别|任务内容|牵头领导|责任单位\n" + PARK.text)
PARK_HEAD = "关于下达2020年度重点任务的通知\n园管发〔2020〕2号\n各局（办）、直属单位：\n现将《落霞湾经济开发区2020年度重点任务分解表》下达给你们。\n落霞湾经济开发区管理委员会\n2020年1月10日\n落霞湾经济开发区2020年度重点任务分解表"
PARK_RECORD = expected(
    "落霞湾经济开发区2020年度重点任务分解表", "园管发〔2020〕2号", "落霞湾经济开发区管理委员会", "2020-01-10", PARK
)

# H27: 主要工作任务 · 牵头领导 · 牵头委室 · 协作委室和县级部门 · 责任人 · 拟定时限
CONGRESS = Marked("""1|{T听取和审议县人民政府关于粮食安全工作情况的报告}|{P谷 丰}|{L农业农村委}|{S县农业农村局、县发展改革局}|{P田 野}|4月 ## D:2021-04-30
2|{T开展《中华人民共和国固体废物污染环境防治法》执法检查}|{P谷 丰}|{L城环委}|{S监察法制委、县生态环境局}|{P柳 青}|6月上旬 ## D:2021-06-10
3|{T视察乡镇人大规范化建设，走访代表联络站20个}|{P成 功}|{L代表工委}|{S各乡镇人大}|{P龙 飞}|7月 ## D:2021-07-31 G:20个
4|{T对5个部门开展工作评议，满意度测评当场公布}|{P成 功}|{L监察法制委}|{S县公安局、县司法局、县交通运输局、县民政局、县医保局}|{P龙 飞}|三季度 ## D:2021-09-30 O:5个
5|{T审查和批准2020年县本级财政决算}|{P谷 丰}|{L财经委}|{S县财政局、县审计局}|{P田 野}|8月下旬 ## D:2021-08-31
6|{T督办代表建议86件，办复率100%}|{P成 功}|{L代表工委}|{S县政府办公室}|{P龙 飞}|11月底前 ## D:2021-11-30 G:100% O:86件
""")
for one, names in zip(
    CONGRESS.tasks, ("谷丰 田野", "谷丰 柳青", "成功 龙飞", "成功 龙飞", "谷丰 田野", "成功 龙飞"), strict=True
):
    one["leaders"] = names.split()
CONGRESS_ROWS = grid("序号|主要工作任务|牵头领导|牵头委室|协作委室和县级部门|责任人|拟定时限\n" + CONGRESS.text)
CONGRESS_HEAD = "芦溪渡县人大常委会2021年工作任务分解表\n（2021年2月26日县十六届人大常委会第四十次主任会议通过）\n"
CONGRESS_RECORD = expected(
    "芦溪渡县人大常委会2021年工作任务分解表", None, "芦溪渡县人大常委会", None, CONGRESS, issued_on_also=["2021-02-26"]
)

SAMPLES = (
    Sample("heldout-hospital-problems", "整改台账.docx", {40: "问题·整改措施·责任领导·责任部门·完成时限", 7: "H25"},
           lambda: docx([*AUDIT_HEAD.splitlines(), Table(AUDIT_ROWS)]), AUDIT_RECORD),
    Sample("heldout-hospital-problems-pdf", "整改台账.pdf", {40: "H25"},
           lambda: pdf([AUDIT_HEAD, Table(AUDIT_ROWS)], flipped=True), AUDIT_RECORD),
    Sample("heldout-hospital-problems-lines", "整改台账.txt", {40: "H25", 19: "merged cells simply missing"},
           lambda: txt(AUDIT_HEAD + "\n\n" + cell_a_line(AUDIT_ROWS)), AUDIT_RECORD),
    Sample("heldout-harbour-risks-sheet", "跟踪表.xlsx", {41: "是否逾期"},
           lambda: xlsx(Sheet("填写说明", [["填写说明"], ["1.责任人填写姓名。"], ["2.是否逾期由系统生成。"]]),
                        Sheet("措施", [[RISK_TITLE, *["<"] * 8], ["制表单位：星槎港务集团风控部", *["<"] * 4, "制表日期：2022年1月20日", *["<"] * 3], RISK_HEAD, *RISK_ROWS]),
                        Sheet("参数", [["是"], ["否"]], hidden=True)),
           expected(RISK_TITLE, None, "星槎港务集团风控部", "2022-01-20", RISK, issuer_also=["星槎港务集团"])),
    Sample("heldout-school-frequencies", "任务清单.docx", {41: "频次", 100: "每季度/每月"},
           lambda: docx([*RETURNS_HEAD.strip().splitlines(), Table(RETURNS_ROWS)]),
           expected("云水外国语学校2024年安全工作任务清单", None, "后勤保障处", "2024-01-08", RETURNS, issuer_also=["云水外国语学校", "云水外国语学校后勤保障处"])),
    Sample("heldout-site-plan-sheet", "工作计划.xls", {41: "工作计划"},
           lambda: converted(xlsx(Sheet("计划", [["青瓦台市建设工程安全监督站2023年工作计划表", *["<"] * 4], *PLAN_ROWS])), "xlsx", "xls"),
           expected("青瓦台市建设工程安全监督站2023年工作计划表", None, "青瓦台市建设工程安全监督站", None, PLAN)),
    Sample("heldout-park-categories", "分解表.html", {40: "H17", 108: "title repeated"},
           lambda: html("".join(f"<p>{line}</p>" for line in PARK_HEAD.splitlines()) + html_table(PARK_ROWS)), PARK_RECORD),
    Sample("heldout-park-categories-lines", "分解表.txt", {40: "类别·任务内容·牵头领导·责任单位", 19: "one cell per line"},
           lambda: txt(PARK_HEAD + "\n\n" + cell_a_line(PARK_ROWS)), PARK_RECORD),
    Sample("heldout-congress-committees", "任务分解表.pdf", {40: "协作委室和县级部门"},
           lambda: pdf([CONGRESS_HEAD, Table(CONGRESS_ROWS)], ruled=False, flipped=True), CONGRESS_RECORD),
    Sample("heldout-congress-pipes", "任务分解表.txt", {40: "拟定时限", 20: "pipes"}, lambda: txt(CONGRESS_HEAD + piped(CONGRESS_ROWS)), CONGRESS_RECORD),
)  # fmt: skip
