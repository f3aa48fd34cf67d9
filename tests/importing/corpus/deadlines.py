"""Dates as offices print them: the year missing, spans, stages of building, quarters, terms of years."""

from functools import partial

from tests.importing.corpus.make import docx, txt
from tests.importing.corpus.passages import Passages, item, ledger
from tests.importing.corpus.sample import Sample

PROJECTS = """红枫市2018年重点民生工程推进计划

一、市政道路
1.滨江大道东延工程，5月底前动工。
责任单位：市城建集团
完成时限：2019.09
2.文化路大修，全长3.2公里。
责任单位：市市政工程处
完成时限：2018.12
3.新建人行天桥2座。
责任单位：市城建集团
完成时限：5月底前动工
二、公共服务
4.市民健身中心建设。
责任单位：市体育局
完成时限：9月投入使用
5.改造农贸市场7个。
责任单位：市商务局
完成时限：11月份
6.编制养老设施布局规划。
责任单位：市民政局
完成时限：第二季度
7.推进殡仪馆迁建前期工作。
责任单位：市民政局
完成时限：持续推进
8.整治背街小巷106条。
责任单位：市城管局
完成时限：年内见成效
9.新增公共停车位3000个。
责任单位：市城管局、市公安局
完成时限：6月、12月
10.开展噪声敏感建筑物周边整治。
责任单位：市环保局
完成时限：中考前
11.建成智慧公厕20座。
责任单位：市城管局
完成时限：12月5日前
12.城市照明设施移交。
责任单位：市路灯管理所
完成时限：——

红枫市人民政府督查室
2018年1月25日
"""
said = Passages(PROJECTS)
ROAD, SERVICE = "市政道路", "公共服务"
PROJECTS_RECORD = ledger(
    "红枫市2018年重点民生工程推进计划", None, "红枫市人民政府督查室", "2018-01-25",
    [
        item("1", said("滨江大道 … 动工。"), heading=ROAD, responsible="市城建集团", due="2019-09-30"),
        item("2", said("文化路 … 3.2公里。"), heading=ROAD, responsible="市市政工程处", due="2018-12-31", perhaps=[(3.2, "公里")]),
        item("3", said("新建人行天桥2座。"), heading=ROAD, responsible="市城建集团", due="2018-05-31", goals=[(2, "座")]),
        item("4", said("市民健身中心建设。"), heading=SERVICE, responsible="市体育局", due="2018-09-30"),
        item("5", said("改造农贸市场7个。"), heading=SERVICE, responsible="市商务局", due="2018-11-30", goals=[(7, "个")]),
        item("6", said("编制养老设施布局规划。"), heading=SERVICE, responsible="市民政局", due="2018-06-30"),
        item("7", said("推进殡仪馆迁建前期工作。"), heading=SERVICE, responsible="市民政局", recurrence="ongoing"),
        item("8", said("整治背街小巷106条。"), heading=SERVICE, responsible="市城管局", due="2018-12-31", goals=[(106, "条")]),
        item("9", said("新增公共停车位3000个。"), heading=SERVICE, responsible="市城管局|市公安局", due="2018-12-31", goals=[(3000, "个")]),
        item("10", said("开展噪声 … 整治。"), heading=SERVICE, responsible="市环保局", deadline_also=["2018-05-31", "2018-06-30"]),
        item("11", said("建成智慧公厕20座。"), heading=SERVICE, responsible="市城管局", due="2018-12-05", goals=[(20, "座")]),
        item("12", said("城市照明设施移交。"), heading=SERVICE, responsible="市路灯管理所"),
    ],
)  # fmt: skip

PARTY = """中共凌水县委关于制定“十四五”人才发展规划的实施意见任务分解

（2021年9月6日）

一、主要任务
（一）引才聚才
1.2021—2025年，引进急需紧缺人才1000名。（责任单位：县委组织部、县人社局）
2.到2025年，全县人才总量达到3.5万人。（责任单位：县委人才办）
3.在2023年之前，建成人才公寓500套。（责任单位：县住建局）
（二）育才用才
1. 5年内完成乡村人才轮训。（责任单位：县农业农村局）
2.五年内选派科技特派员下乡服务2000人次。（责任单位：县科技局）
3.2022年10月底前，出台技能人才评价办法，2023年全面推行。（责任单位：县人社局）
4.人才服务专窗试点，实施期限至2023年12月31日。（责任单位：县行政审批局）
（三）留才爱才
1.“十四五”末，人才服务满意度达到90%以上。（责任单位：县委人才办）
2.2021年下半年启动、2022年上半年建成人才之家1个。（责任单位：县委组织部）
3.汛期前完成专家工作站防洪评估。（责任单位：县水利局）
4.5月前完成首批“凌水英才”评选。（责任单位：县委宣传部、县委组织部）
"""
said = Passages(PARTY)
BRING, RAISE, KEEP = "主要任务 / 引才聚才", "主要任务 / 育才用才", "主要任务 / 留才爱才"
PARTY_RECORD = ledger(
    "中共凌水县委关于制定“十四五”人才发展规划的实施意见任务分解", None, "中共凌水县委", "2021-09-06",
    [
        item("1", said("2021—2025年，引进急需紧缺人才1000名。"), heading=BRING, responsible="县委组织部|县人社局", due="2025-12-31", goals=[(1000, "名")], deadline_also=[None]),
        item("2", said("到2025年， … 3.5万人。"), heading=BRING, responsible="县委人才办", due="2025-12-31", goals=[(3.5, "万人")]),
        item("3", said("在2023年之前 … 500套。"), heading=BRING, responsible="县住建局", due="2023-12-31", goals=[(500, "套")], deadline_also=["2022-12-31"]),
        item("1", said("5年内完成乡村人才轮训。"), heading=RAISE, responsible="县农业农村局", due="2025-12-31", deadline_also=["2026-09-06", "2026-12-31", None]),
        item("2", said("五年内选派 … 2000人次。"), heading=RAISE, responsible="县科技局", due="2025-12-31", goals=[(2000, "人次")], deadline_also=["2026-09-06", "2026-12-31", None]),
        item("3", said("2022年10月底前 … 推行。"), heading=RAISE, responsible="县人社局", due="2023-12-31", deadline_also=["2022-10-31"]),
        item("4", said("人才服务专窗 … 12月31日。"), heading=RAISE, responsible="县行政审批局", due="2023-12-31"),
        item("1", said("“十四五”末 … 以上。"), heading=KEEP, responsible="县委人才办", due="2025-12-31", goals=[(90, "%")]),
        item("2", said("2021年下半年 … 1个。"), heading=KEEP, responsible="县委组织部", due="2022-06-30", goals=[(1, "个")]),
        item("3", said("汛期前 … 评估。"), heading=KEEP, responsible="县水利局", deadline_also=["2021-05-31", "2021-06-30", "2021-12-31", "2022-05-31", "2022-06-30"]),
        item("4", said("5月前完成首批“凌水英才”评选。"), heading=KEEP, responsible="县委宣传部|县委组织部", due="2021-05-31", deadline_also=["2021-04-30", "2022-05-31", "2022-04-30", None]),
    ],
    issued_on_also=[None],
)  # fmt: skip

PERIODS = """金坪市总工会服务职工常态化工作清单

金工发〔2022〕16号

一、组织建设
1.每年召开一次全委会，听取工作报告。（责任部门：办公室）
2.每届任期内对基层工会主席轮训一遍。（责任部门：组织部）
3.每5年开展1次先进集体和先进个人表彰。（责任部门：经济工作部）
4.每半年通报建会入会进度，新建工会组织200家。（责任部门：组织部）
二、服务职工
5.每月15日前更新普惠商家名录。（责任部门：职工服务中心）
6.每周三开展法律援助坐班。（责任部门：权益保障部）
7.每季度组织1场专场招聘会，提供岗位不少于800个。（责任部门：权益保障部、职工服务中心）
8.年度评选“金坪工匠”10名，每人奖励1万元。（责任部门：经济工作部）
9.常态化走访困难职工，建档立卡动态管理。（责任部门：权益保障部）
10.每两年开展一次职工队伍状况调查。（责任部门：宣传教育部、办公室）
11.困难职工生活救助按每人每月720元标准发放。（责任部门：权益保障部）
12.对同一企业的检查每年不超过1次。（责任部门：权益保障部）
13.每年6月底前完成经费预算审查，每季度审计1次。（责任部门：财务部、经费审查办公室）
14.每天开放职工书屋，长期坚持。（责任部门：宣传教育部）
15.每年“五一”前后举办职工运动会。（责任部门：宣传教育部）

金坪市总工会
2022年1月11日
"""
said = Passages(PERIODS)
BUILD, SERVE = "组织建设", "服务职工"
PERIODS_RECORD = ledger(
    "金坪市总工会服务职工常态化工作清单", "金工发〔2022〕16号", "金坪市总工会", "2022-01-11",
    [
        item("1", said("每年召开 … 报告。"), heading=BUILD, responsible="办公室", recurrence="yearly", perhaps=[(1, "次")]),
        item("2", said("每届任期 … 一遍。"), heading=BUILD, responsible="组织部", recurrence="per_term", perhaps=[(1, "遍")]),
        item("3", said("每5年 … 表彰。"), heading=BUILD, responsible="经济工作部", recurrence="every_5_years", perhaps=[(1, "次")]),
        item("4", said("每半年 … 200家。"), heading=BUILD, responsible="组织部", recurrence="half_yearly", goals=[(200, "家")]),
        item("5", said("每月15日 … 名录。"), heading=SERVE, responsible="职工服务中心", recurrence="monthly"),
        item("6", said("每周三 … 坐班。"), heading=SERVE, responsible="权益保障部", recurrence="weekly"),
        item("7", said("每季度组织 … 800个。"), heading=SERVE, responsible="权益保障部|职工服务中心", recurrence="quarterly", goals=[(800, "个")], perhaps=[(1, "场")]),
        item("8", said("年度评选 … 1万元。"), heading=SERVE, responsible="经济工作部", recurrence="yearly", goals=[(10, "名"), (1, "万元")]),
        item("9", said("常态化走访 … 管理。"), heading=SERVE, responsible="权益保障部", recurrence="ongoing"),
        item("10", said("每两年 … 调查。"), heading=SERVE, responsible="宣传教育部|办公室", recurrence="every_2_years", perhaps=[(1, "次"), (2, "年")]),
        item("11", said("困难职工生活 … 发放。"), heading=SERVE, responsible="权益保障部", perhaps=[(720, "元")], recurrence_also=["monthly"]),
        item("12", said("对同一企业 … 1次。"), heading=SERVE, responsible="权益保障部", perhaps=[(1, "次")]),
        item("13", said("每年6月底 … 1次。"), heading=SERVE, responsible="财务部|经费审查办公室", recurrence="quarterly", recurrence_also=["yearly"], perhaps=[(1, "次")], deadline_also=["2022-06-30"]),
        item("14", said("每天开放 … 坚持。"), heading=SERVE, responsible="宣传教育部", recurrence="ongoing"),
        item("15", said("每年“五一” … 运动会。"), heading=SERVE, responsible="宣传教育部", recurrence="yearly", deadline_also=["2022-05-01", "2022-05-31"]),
    ],
)  # fmt: skip

QUARTERS = """青阳港区2023年招商引资工作节点安排

1.临港装备产业园一期。第一季度：完成土地平整；第二季度：厂房主体封顶；第三季度：设备安装；第四季度：竣工投产，完成投资6.5亿元。
牵头单位：港区投资促进局
责任单位：港区建设局、临港集团
2.冷链物流中心。一季度完成可研批复，二季度办结用地手续，三季度开工建设。
牵头单位：港区经济发展局
责任单位：港区自然资源分局
3.开展“叩门招商”。
牵头单位：港区投资促进局
责任单位：各产业链专班
工作节点：3月上旬排出计划；6月中旬赴外招商；10月下旬签约不少于8个项目
4.盘活闲置厂房12万平方米。
牵头单位：临港集团
责任单位：港区投资促进局
工作节点：全年

青阳港区管委会办公室
2023年1月30日
"""
said = Passages(QUARTERS)
QUARTERS_RECORD = ledger(
    "青阳港区2023年招商引资工作节点安排", None, "青阳港区管委会办公室", "2023-01-30",
    [
        item("1", said("临港装备 … 6.5亿元。"), lead="港区投资促进局", responsible="港区建设局|临港集团", due="2023-12-31", goals=[(6.5, "亿元")]),
        item("2", said("冷链物流 … 建设。"), lead="港区经济发展局", responsible="港区自然资源分局", due="2023-09-30"),
        item("3", said("开展“叩门招商”。"), lead="港区投资促进局", responsible="各产业链专班", due="2023-10-31", perhaps=[(8, "个")]),
        item("4", said("盘活闲置厂房12万平方米。"), lead="临港集团", responsible="港区投资促进局", due="2023-12-31", goals=[(12, "万平方米")], deadline_also=[None]),
    ],
    issuer_also=["青阳港区管委会"],
)  # fmt: skip

SAMPLES = (
    Sample("deadline-lines", "推进计划.txt", {95: "5月底前**动工**", 96: "6月底完成", 99: "The year is often missing"}, partial(txt, PROJECTS), PROJECTS_RECORD),
    Sample("deadlines-in-sentences", "人才规划.txt", {96: "到2025年", 97: "实施期限至2021年12月31日"}, partial(txt, PARTY), PARTY_RECORD),
    Sample("every-recurrence", "工作清单.txt", {100: "Recurrence"}, partial(txt, PERIODS), PERIODS_RECORD),
    Sample("quarter-stages", "节点安排.docx", {97: "first to fourth quarter"}, partial(docx, QUARTERS), QUARTERS_RECORD),
)  # fmt: skip
