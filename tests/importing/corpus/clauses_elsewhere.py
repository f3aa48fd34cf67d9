"""Responsibility on lines of its own, run into the sentence, in square brackets, in prose, or by a rule stated once."""

from functools import partial

from tests.importing.corpus.make import docx, html, txt
from tests.importing.corpus.passages import Passages, item, ledger
from tests.importing.corpus.sample import Sample

CAMPUS = """江州理工学院2022年度重点工作任务分解

校党字〔2022〕5号

中共江州理工学院委员会
2022年2月28日

一、学科与科研
1.推进省级重点学科建设，组织申报硕士学位授权点2个，力争国家自然科学基金立项数突破40项。
牵头单位：研究生处
责任单位：科学技术处、各二级学院
完成时限：10月底前

2.修订科研成果转化管理办法，明确收益分配
比例和转化流程。
牵头单位：科学技术处
责任单位：计划财务处、资产管理处
完成时限：上半年

二、人才培养
3.建设现代产业学院3个，新增校企合作实习基地25个以上。
牵头单位：教务处
责任单位：机械工程学院、电气与信息学院
化学工程学院
完成时限：2022年12月

4.开展本科专业认证自评，6个专业完成自评报告。
牵头单位：教务处
责任单位：各二级学院
完成时限：第三季度

三、服务保障
5.实施学生公寓修缮工程，改造宿舍楼4栋，惠及学生3200人。
牵头单位：后勤管理处
责任单位：学生工作处、保卫处、计划财务处
完成时限：8月下旬

6.办好师生意见“直通车”，件件有回音。
牵头单位：党政办公室
责任单位：无
完成时限：长期坚持
"""
said = Passages(CAMPUS)
CAMPUS_RECORD = ledger(
    "江州理工学院2022年度重点工作任务分解", "校党字〔2022〕5号", "中共江州理工学院委员会", "2022-02-28",
    [
        item("1", said("推进省级 … 40项。"), heading="学科与科研", lead="研究生处", responsible="科学技术处|各二级学院", due="2022-10-31", goals=[(2, "个"), (40, "项")]),
        item("2", said("修订科研 … 流程。"), heading="学科与科研", lead="科学技术处", responsible="计划财务处|资产管理处", due="2022-06-30"),
        item("3", said("建设现代 … 以上。"), heading="人才培养", lead="教务处", responsible="机械工程学院|电气与信息学院|化学工程学院", due="2022-12-31", goals=[(3, "个"), (25, "个")]),
        item("4", said("开展本科 … 报告。"), heading="人才培养", lead="教务处", responsible="各二级学院", due="2022-09-30", goals=[(6, "个")]),
        item("5", said("实施学生 … 3200人。"), heading="服务保障", lead="后勤管理处", responsible="学生工作处|保卫处|计划财务处", due="2022-08-31", goals=[(4, "栋")], perhaps=[(3200, "人")]),
        item("6", said("办好师生 … 回音。"), heading="服务保障", lead="党政办公室", recurrence="ongoing"),
    ],
)  # fmt: skip

HOSPITAL = """清源县人民医院等级评审准备工作安排
清医发〔2023〕8号
一、医疗质量
1.完善核心制度，修订病历书写、会诊、交接班等制度18项，3月底前印发。责任科室：医务科、质控办。2.建立临床路径管理制度，临床路径入径率达到50%以上。责任科室：医务科、信息科。3.规范抗菌药物使用，住院患者使用强度控制在40以内。责任科室：药学部、感染管理科
二、护理与服务
4.推行责任制整体护理，优质护理病房覆盖率100%。责任科室：护理部。5.优化门诊流程，设立一站式服务中心1个，患者平均候诊时间不超过20分钟。责任科室：门诊部、护理部，信息科
三、应急与安全
6.组织突发事件应急演练，全年不少于6次。责任科室：急诊科、保卫科。7.检修供氧、供电设备，每月开展一次巡检。责任科室：总务科、设备科。
清源县人民医院
2023年2月6日
"""
said = Passages(HOSPITAL)
HOSPITAL_RECORD = ledger(
    "清源县人民医院等级评审准备工作安排", "清医发〔2023〕8号", "清源县人民医院", "2023-02-06",
    [
        item("1", said("完善核心 … 印发。"), heading="医疗质量", responsible="医务科|质控办", due="2023-03-31", goals=[(18, "项")]),
        item("2", said("建立临床 … 以上。"), heading="医疗质量", responsible="医务科|信息科", goals=[(50, "%")]),
        item("3", said("规范抗菌 … 40以内。"), heading="医疗质量", responsible="药学部|感染管理科", perhaps=[(40, "")]),
        item("4", said("推行责任制 … 100%。"), heading="护理与服务", responsible="护理部", goals=[(100, "%")]),
        item("5", said("优化门诊 … 20分钟。"), heading="护理与服务", responsible="门诊部|护理部|信息科", goals=[(1, "个")], perhaps=[(20, "分钟")]),
        item("6", said("组织突发 … 6次。"), heading="应急与安全", responsible="急诊科|保卫科", goals=[(6, "次")], deadline_also=["2023-12-31"], recurrence_also=["yearly"]),
        item("7", said("检修供氧 … 巡检。"), heading="应急与安全", responsible="总务科|设备科", recurrence="monthly", perhaps=[(1, "次")]),
    ],
)  # fmt: skip

REVITAL = """石泉市乡村振兴战略实施工作要点责任分工

一、产业振兴
（一）做强特色产业。新发展高山茶园2.3万亩，培育市级以上龙头企业15家。（市农业农村局、市林业局、市供销社，排名第一位为牵头单位，下同）
（二）延长产业链条。建设农产品产地冷藏保鲜设施60座，初加工转化率提高到68%。（市农业农村局、市商务局、各镇人民政府）
二、生态振兴
（三）推进农村生活污水治理。新增完成治理行政村45个，治理率不低于55%。（市生态环境局、市住建局、市水利局）
（四）整治村容村貌。持续开展“三清一改”行动。（各镇人民政府）
三、组织振兴
（五）选优配强村干部队伍。每年培训村党组织书记不少于1次。（市委组织部、市委党校）
（六）健全村务监督机制。（市纪委监委、市民政局按职责分工负责）

石泉市委农村工作领导小组办公室
2020年4月15日
"""
said = Passages(REVITAL)
REVITAL_RECORD = ledger(
    "石泉市乡村振兴战略实施工作要点责任分工", None, "石泉市委农村工作领导小组办公室", "2020-04-15",
    [
        item("一", said("做强特色 … 15家。"), heading="产业振兴", lead="市农业农村局", responsible="市林业局|市供销社", goals=[(2.3, "万亩"), (15, "家")]),
        item("二", said("延长产业 … 68%。"), heading="产业振兴", lead="市农业农村局", responsible="市商务局|各镇人民政府", goals=[(60, "座"), (68, "%")]),
        item("三", said("推进农村 … 55%。"), heading="生态振兴", lead="市生态环境局", responsible="市住建局|市水利局", goals=[(45, "个"), (55, "%")]),
        item("四", said("整治村容 … 行动。"), heading="生态振兴", responsible="各镇人民政府", recurrence_also=["ongoing"]),
        item("五", said("选优配强 … 1次。"), heading="组织振兴", lead="市委组织部", responsible="市委党校", recurrence="yearly", perhaps=[(1, "次")]),
        item("六", said("健全村务监督机制。"), heading="组织振兴", responsible="市纪委监委|市民政局"),
    ],
)  # fmt: skip

FOREST = """关于印发《北林区林长制2021年工作任务分工》的通知

各街道办事处，区直有关单位：
现将《北林区林长制2021年工作任务分工》印发给你们。列第一位的责任单位为牵头单位，其他单位按照职能配合。请于每季度末月25日前将进展情况报区林长办。
联系人：沈思远，联系电话：0000-6215023

北林区林长制办公室
2021年4月30日

北林区林长制2021年工作任务分工

1.编制森林资源保护发展规划，7月底前报区政府审定。
责任单位：区自然资源局、区发展改革局、区财政局
2.完成造林绿化1.2万亩、退化林修复8000亩。
责任单位：区自然资源局、各街道办事处
3.森林火灾受害率控制在0.5‰以内。
责任单位：区应急管理局、区自然资源局、北林国有林场
4.设立林长公示牌96块，公开监督电话。
责任单位：各街道办事处
"""
said = Passages(FOREST)
FOREST_RECORD = ledger(
    "北林区林长制2021年工作任务分工", None, "北林区林长制办公室", "2021-04-30",
    [
        item("1", said("编制森林 … 审定。"), lead="区自然资源局", responsible="区发展改革局|区财政局", due="2021-07-31"),
        item("2", said("完成造林 … 8000亩。"), lead="区自然资源局", responsible="各街道办事处", goals=[(1.2, "万亩"), (8000, "亩")]),
        item("3", said("森林火灾 … 以内。"), lead="区应急管理局", responsible="区自然资源局|北林国有林场", goals=[(0.5, "‰")]),
        item("4", said("设立林长 … 电话。"), responsible="各街道办事处", goals=[(96, "块")]),
    ],
)  # fmt: skip

BRACKETS = """南浦市贯彻落实防汛抗旱工作会议精神任务清单

1.修订城市内涝应急预案，3月下旬前发布。〔市应急管理局牵头，市城管局（市综合执法局）、各区（县）人民政府配合〕
2.完成病险水库除险加固11座。〔牵头单位：市水利局；责任单位：各区（县）人民政府、市财政局（市国资委）〕
3.储备防汛沙袋20万只、冲锋舟16艘。〔责任单位：市粮食和物资储备局、市应急管理局（市消防救援支队）〕
4.开展地质灾害隐患点巡查，汛期每周1次。（市自然资源和规划局牵头）对受威胁群众逐户发放明白卡。（各区〔县〕人民政府、市应急管理局负责）
5.疏通城区雨水管网320公里，（市城管局负责）；清掏检查井、雨水口1.8万座。（市排水集团负责，5月底前完成）

南浦市防汛抗旱指挥部办公室
二〇二四年二月二十六日
"""
said = Passages(BRACKETS)
BRACKETS_RECORD = ledger(
    "南浦市贯彻落实防汛抗旱工作会议精神任务清单", None, "南浦市防汛抗旱指挥部办公室", "2024-02-26",
    [
        item("1", said("修订城市 … 发布。"), lead="市应急管理局", support="市城管局（市综合执法局）|各区（县）人民政府", due="2024-03-31", deadline_also=["2024-03-20"]),
        item("2", said("完成病险 … 11座。"), lead="市水利局", responsible="各区（县）人民政府|市财政局（市国资委）", goals=[(11, "座")]),
        item("3", said("储备防汛 … 16艘。"), responsible="市粮食和物资储备局|市应急管理局（市消防救援支队）", goals=[(20, "万只"), (16, "艘")]),
        item("4", "开展地质灾害隐患点巡查，汛期每周1次。对受威胁群众逐户发放明白卡。", lead="市自然资源和规划局", responsible="各区〔县〕人民政府|市应急管理局", recurrence="weekly", perhaps=[(1, "次")]),
        item("5", "疏通城区雨水管网320公里；清掏检查井、雨水口1.8万座。", responsible="市城管局|市排水集团", due="2024-05-31", goals=[(320, "公里"), (1.8, "万座")], text_also=["疏通城区雨水管网320公里，；清掏检查井、雨水口1.8万座。"]),
    ],
)  # fmt: skip

SAMPLES = (
    Sample("label-lines", "任务分解.txt", {14: "label lines of their own", 77: "label lines", 91: "written in the supporting column"}, partial(txt, CAMPUS), CAMPUS_RECORD),
    Sample("inline-without-brackets", "评审准备.txt", {15: "clause inline without brackets"}, partial(txt, HOSPITAL), HOSPITAL_RECORD),
    Sample("first-unit-leads-in-clause", "乡村振兴.html", {56: "is the task", 78: "排名第一位为牵头单位"}, lambda: html("".join(f"<p>{line}</p>" for line in REVITAL.splitlines())), REVITAL_RECORD),
    Sample("first-unit-leads-in-notice", "林长制.docx", {78: "列第一位的责任单位为牵头单位", 98: "每季度末月20日前"}, partial(docx, FOREST), FOREST_RECORD),
    Sample("square-brackets-two-clauses", "防汛任务.txt", {81: "two or more clauses", 82: "〔…〕 instead of （…）"}, partial(txt, BRACKETS), BRACKETS_RECORD),
)  # fmt: skip
