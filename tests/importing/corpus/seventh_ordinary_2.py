"""Ordinary documents: a law-like list of articles, an inspection's ledger, rules about who leads, cells run together."""

from tests.importing.corpus.make import Table, TextBox, docx, grid, pdf, txt
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample, lead, responsible

# articles, an extract
SALT_HEAD = """关于支持制造业企业增资扩产若干措施
任务分工（摘录）
海盐渡政办字 〔2023〕1号
"""
SALT = Marked("""第五条　{T落实增资扩产奖励。对当年新增设备投资500万元以上的企业，按投资额的8%给予补助，单个企业最高不超过300万元。}
牵头单位：{L市工业和信息化局}
责任单位：{R市财政局，各县（市、区）人民政府} ## O:500万元,8%,300万元
第六条　{T保障项目用地。全年盘活低效工业用地1200亩，标准地出让占比达到80%以上。}
牵头单位：{L市自然资源和规划局}
责任单位：{R市工业和信息化局、市发展和改革委员会；各县（市、区）人民政府} ## G:1200亩,80%
第七条　{T强化金融支持。每季度组织不少于2场政银企对接活动，制造业中长期贷款增速不低于15%。}
牵头单位：{L市地方金融监督管理局}
责任单位：{R人民银行海盐渡市中心支行、国家金融监管总局海盐渡监管分局} ## G:2场,15% Y:quarterly
第九条　{T压减审批时限。2023年9月底前上线“标准地＋承诺制”全流程审批系统，审批环节再压减三分之一以上。}
牵头单位：{L市行政审批服务局}
责任单位：{R市直有关部门} ## D:2023-09-30 G:33.33%
第十二条　{T稳定用工。建立重点企业用工专员制度，常态化开展“春风送岗”招聘。}
牵头单位：{L市人力资源和社会保障局} ## Y:ongoing
""")
SALT_END = """海盐渡市人民政府办公室
2023年3月6日"""
for one, label in zip(SALT.tasks, ["五", "六", "七", "九", "十二"], strict=True):
    one["number"], one["number_also"] = label, [f"第{label}条"]


# numbers of Word's own, measures below one another
INSPECT = Marked("""#|{H1“第一议题”制度落实不到位，2022年仅学习9次}|{T修订党组理论学习中心组学习规则，每月至少安排1次集中学习。}|辛 夷|{R机关党委}|长期坚持 ## P:辛夷 N:1 Y:monthly,ongoing O:1次
^|^|{T对学习情况开展年度专项考核。}|辛 夷|{R人事处}|2023年12月底前 ## P:辛夷 D:2023-12-31 Y:null,yearly
#|{H1公务接待审批不规范}|{T清退超标准接待费用2.3万元，追责问责3人次。}|靳 尚|{R办公室、机关纪委}|立行立改 ## P:靳尚 N:2 G:2.3万元,3人次
#|{H1固定资产底数不清}|{T聘请第三方机构全面清查，8月底前完成资产贴标，账实相符率达到100%。}|靳 尚|{R财务处}|2023年8月底前 ## P:靳尚 N:3 G:100% D:2023-08-31
^|^|{T处置闲置车辆5台。}|靳 尚|{R财务处、机关服务中心}|即知即改 ## P:靳尚 G:5台
#|{H1基层党组织换届不及时}|{T完成7个到届党支部换届选举。}|辛 夷|{R机关党委，直属各单位党组织}|2023年6月下旬 ## P:辛夷 N:4 G:7个 D:2023-06-30
#|{H1信访件办理超期}|{T建立信访件周调度、月通报制度，按期办结率不低于98%。}|靳 尚|{R信访工作处}|持续推进 ## P:靳尚 N:5 G:98% Y:weekly,monthly,ongoing
""")
for one, number in zip(INSPECT.tasks, ["1", "1", "2", "3", "3", "4", "5"], strict=True):
    one["number"] = number
INSPECT_ROWS = grid("序号|问题|整改措施|责任领导|责任部门|完成时限\n" + INSPECT.text)
INSPECT_HEAD = """中共云岫省水利厅党组
省委巡视反馈意见整改台账
填报单位：中共云岫省水利厅党组（盖章）　　　　　填报时间：2023年5月30日"""


# the first unit leads, also in each of two clauses
FLOOD_HEAD = """澄江市人民政府办公室文件
澄政办〔2020〕33号
澄江市人民政府办公室关于印发澄江市
城市内涝治理攻坚任务分工的通知
各区人民政府，市政府各部门：
为做好城市内涝治理工作，现将任务分工印发给你们。任务分工中列第一位的责任单位为牵头单位，无牵头单位的，责任单位即为牵头单位。请各责任单位认真抓好落实，并于6月15日、12月15日前将工作进展报送市住房城乡建设局（联系人：解冰，电话：0000-6612345）。
澄江市人民政府办公室
2020年5月8日
澄江市城市内涝治理攻坚任务分工
"""
FLOOD = Marked("""一、{H1推进工程建设}
1.{H2实施管网改造工程。}
（1）{T改造雨污合流管网56公里，清淤疏浚排水管渠320公里。}（{L市住房城乡建设局}、{R市财政局，各区人民政府}） ## N:1(1) G:56公里,320公里
（2）{T整治易涝点27处，2020年9月底前完成主体工程。}（{L市城市管理局}、{R市住房城乡建设局、各区人民政府}） ## N:1(2) G:27处 D:2020-09-30
（3）{T新建雨水泵站4座，总排水能力达到60立方米/秒。}（{L市水务局}） ## N:1(3) G:4座,60立方米/秒
{H2}2.{T实施水系连通工程，恢复河道12条。}（{L市水务局}、{R市自然资源和规划局}） ## N:2 G:12条
二、{H1提升管理水平}
3.{T建立排水设施地理信息系统，年底前投入试运行。}（{L市住房城乡建设局}、{R市大数据中心}） ## N:3 D:2020-12-31
4.{T编制城市排水防涝应急预案，每年汛前至少组织1次综合演练。}（{L市应急局（市防汛办）}、{R市城市管理局、市公安局、市气象局}） ## N:4 Y:yearly O:1次
5.{T储备移动泵车等抢险装备30台（套）；}（{L市城市管理局}、{R市财政局}）应急抢险队伍不少于600人。（{L市应急局（市防汛办）}、{R各区人民政府}） ## N:5 O:30台,30台（套） G:600人
6.{T将内涝治理纳入河长制考核，权重不低于5%。}（{R市水务局、市住房城乡建设局}按职责分工负责） ## N:6 G:5%
""")
one = FLOOD.tasks[6]  # two clauses in one item
one["text"] = "储备移动泵车等抢险装备30台（套）；应急抢险队伍不少于600人。"
one["departments"] = [
    *lead("市城市管理局"),
    *responsible("市财政局"),
    *lead("市应急局（市防汛办）"),
    *responsible("各区人民政府"),
]


# no marks between the cells, no full stops
DISTRICT = Marked("""1|{M公共文化服务提升}|{T送戏下乡120场，放映公益电影1500场次}|{P俞悦}|{L文旅局}|{S融媒体中心} ## G:120场,1500场次
2|{M背街小巷整治}|{T完成小巷改造26条，新增路灯340盏，规范停车位800个}|{P陆明}|{L城管局}|{S住建局、交警大队} ## G:26条,340盏,800个
3|{M教育扩优}|{T新建中小学3所，新增学位4200个}|{P肖扬}|{L教育局}|{S发改局、财政局} ## G:3所,4200个
4|{M医疗惠民}|{T为农村妇女免费“两癌”筛查6000人，电子健康档案使用率达到70%}|{P肖扬}|{L卫健局}|{S妇联} ## G:6000人,70%
5|{M稳岗就业}|{T城镇新增就业9000人，零就业家庭动态清零}|{P俞悦}|{L人社局}|{S工信局、各街道} ## G:9000人
6|{M燃气安全}|{T更换燃气老旧管道18公里，为用户安装自闭阀2.5万户}|{P陆明}|{L住建局}|{S应急管理局、市场监管局} ## G:18公里,2.5万户
""")
DISTRICT_HEADER = "序号项目名称主要内容区政府分管领导牵头单位配合单位"
DISTRICT_TEXT = (
    "蒲河区2021年民生实事项目责任分解表"
    + DISTRICT_HEADER
    + DISTRICT.text.replace("|", "").replace("\n", "").replace("4医疗惠民", DISTRICT_HEADER + "4医疗惠民")
    + "\n"
)


SAMPLES = (
    Sample("seventh-articles-docx", "任务分工.docx", {64: "第七条", 107: "with a stray blank", 108: "Title broken"},
           lambda: docx([SALT_HEAD, TextBox("工作提示：各责任单位请于每月5日前通过督查平台填报进展。\n联系人：蒋欣　电话：0000-3344556"), SALT.text + SALT_END]),
           expected("关于支持制造业企业增资扩产若干措施任务分工", "海盐渡政办字 〔2023〕1号", "海盐渡市人民政府办公室", "2023-03-06", SALT,
                    title_also=["关于支持制造业企业增资扩产若干措施任务分工（摘录）"])),
    Sample("seventh-inspection-docx", "巡视整改.docx", {40: "H25", 7: "descriptions of their columns"},
           lambda: docx([INSPECT_HEAD, Table(INSPECT_ROWS)]),
           expected("省委巡视反馈意见整改台账", None, "中共云岫省水利厅党组", "2023-05-30", INSPECT, title_also=["中共云岫省水利厅党组省委巡视反馈意见整改台账"])),
    Sample("seventh-first-unit-leads-pdf", "内涝.pdf", {59: "each (n) has its own clause", 78: "列第一位的责任单位为牵头单位", 81: "two or more clauses"},
           lambda: pdf(FLOOD_HEAD + FLOOD.text),
           expected("澄江市城市内涝治理攻坚任务分工", "澄政办〔2020〕33号", "澄江市人民政府办公室", "2020-05-08", FLOOD)),
    Sample("seventh-run-together-txt", "民生.txt", {35: "B13", 89: "No prefix at all"}, lambda: txt(DISTRICT_TEXT),
           expected("蒲河区2021年民生实事项目责任分解表", None, "蒲河区", None, DISTRICT, issuer_also=[None])),
)  # fmt: skip
