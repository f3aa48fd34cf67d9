"""Texts as exports leave them: the whole document is one line, headings, items and labels run on behind one another."""

from tests.importing.corpus.make import txt
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample, target


def one_line(marked: Marked) -> str:
    return marked.text.replace("\n", "")


# label clauses without anything between them, headings that begin behind a unit, an introduction behind a heading
PORT = Marked("""一、总体目标围绕渔港转型，用两年时间把沙埕老港建成集避风、交易、休闲于一体的特色渔港。
二、{H1渔港设施提升}
（一）{H2夯实岸上基础}
1.{T改造卸渔码头。对一号、二号码头进行加固，更换系船柱40个，配套冷藏车位25个。}牵头单位：{L区海渔局}责任单位：{R区港发集团、海峡冷链公司}配合单位：{S区财政局、交通局，沙埕海事处} ## G:40个,25个
2.{T完善消防设施。按照“一码头一站”要求补齐微型消防站。}牵头单位：{L区消防大队}责任单位：{R区港发集团}
（二）{H2整治港池环境}
1.{T清理沉船废网。组织潜水队伍对港池内沉船、废网进行打捞，9月底前完成打捞12艘。}责任单位：{R沙埕镇政府} ## G:12艘 D:2021-09-30
2.{T实行油污集中回收。渔船含油污水一律上岸处理，每月公布回收数量。}牵头单位：{L区生态环境局}责任单位：{R区港发集团}配合单位：{S各渔业公司} ## Y:monthly
{H2}（三）{T出台港区管理办法现有规定散见于多个文件，操作性不强，由有关部门重新梳理后统一印发。}牵头单位：{L区司法局}责任单位：{R区海渔局、港发集团}
三、{H1渔村文旅融合}
（一）{T打造渔家餐饮街。引进特色餐饮30家，举办开渔节。}责任单位：{R沙埕镇政府、区文旅局} ## G:30家
""")
PORT_TEXT = (
    "当前位置： 首页政务公开最新文件 沙埕区人民政府办公室关于印发《沙埕老港转型提升2021年工作方案》的通知 时间：2021-03-22 16:40 "
    "微信 微博 沙政办〔2021〕17号 沙埕区人民政府办公室关于印发《沙埕老港转型提升2021年工作方案》的通知 沙埕镇政府，区直有关单位："
    "《沙埕老港转型提升2021年工作方案》已经区政府研究同意，现印发给你们，请认真贯彻执行。 沙埕区人民政府办公室 2021年3月19日"
    "沙埕老港转型提升2021年工作方案 按照市委、市政府部署，制定本方案。"
    + one_line(PORT)
    + "四、保障措施（一）强化组织领导。成立工作专班，协调解决问题。（二）强化督促检查。由区督查室纳入督查。 来源：沙埕区人民政府办公室 附件下载\n"
)

# brackets behind the items, the order of the district's chiefs in front of them; one item alone under its heading
FLOOD = Marked("""一、{H1持续加强河道整治}
1.{T立足防大汛，实施清淤疏浚工程，完成河道清淤86公里，提高行洪能力。}(责任单位:{L市水利局}牵头，{R市财政局、青河管理局}等部门分工负责) ## G:86公里
二、{H1健全预警机制}
1.{T总结今年汛期经验，修订预警发布规程。}(责任单位:{L市气象局}牵头，{R市应急局、市水利局}等分工负责)
2.{T加快山洪预警信息化建设，新建雨量站60处。}(责任单位:{R市水利局、市大数据局}等部门分工负责) ## G:60处
三、{H1提高物资储备水平}
1.{T建立装备采购、轮换长效机制。}(责任单位:{R市应急局、市粮储局}等部门分工负责)
2.{T加强抢险队伍建设，每年开展实战演练。}(责任单位:{L市应急局}牵头，{R市消防救援支队}等部门分工负责) ## Y:yearly
""")
FLOOD_TEXT = (
    "平漳市防汛抗旱指挥部办公室签批盖章等级特提明电平汛办明电[2020]18号关于印发落实市领导防汛批示分工方案的通知各县防指、市防指各成员单位:"
    "近日，市委主要领导在防汛工作报告上批示:要认真总结，抓好整改。为贯彻落实批示要求，进一步压实责任，现将《落实市领导防汛批示分工方案》印发你们，请抓好落实。"
    "附件:落实市领导防汛批示分工方案平漳市防汛抗旱指挥部办公室2020年10月28日附件落实市领导防汛批示分工方案"
    + one_line(FLOOD)
    + "\n"
)

# who answers and until when under each item, numbers in brackets that begin anew under every heading
METER = Marked("""三、{H1工作任务}
(一){H2系统部署}
（1）{T资源申请：按照总部要求提出软硬件需求，落实服务器4台。}责任单位：{R信通公司}完成时限：2022年3月31日 ## D:2022-03-31 G:4台
（2）{T组件部署：由服务商完成边缘组件的部署及调试。}责任单位：{R服务商、信通公司}完成时限：2022年4月30日 ## D:2022-04-30
(二){H2现场应用}
（1）{T应用培训组织班组骨干集中培训，每个专业至少3人参加。}责任单位：{R培训中心、服务商}配合单位：{S各供电单位，检修公司}完成时限：2022年5月-6月 ## D:2022-06-30 G:3人
（2）{T全面推广在三级及以上风险作业现场推广智能终端，及时消除现场风险。}责任单位：{R各供电单位}配合单位：{S服务商}完成时限：2022年12月31日 ## D:2022-12-31
""")
METER_TEXT = (
    "青岭供电公司智能安全管控终端推广工作方案为有序推进终端应用，提升作业现场安全水平，特制定本工作方案。"
    "一、工作思路总结试点经验，在作业现场深化应用，及时消除风险。二、工作目标通过设备租赁，在公司12家单位推广应用。"
    + one_line(METER)
    + "四、工作要求1.加强领导。各单位要明确目标，责任到人。2.强化培训。以现场需求为导向，打造内训团队。联系人：赵磊 附件：典型场景配置青岭供电公司安全监察部2022年2月21日\n"
)

# the whole of it in one paragraph: （n） are the tasks and go on under the next heading
TRADE = Marked("""一、{H1提升投资便利度}
（一）{T优化前期审批流程。实行一套材料、统一受理，推动评估事项同步办理。}（{L省发展改革委}牵头，{R省有关部门}按职责分工负责）
（二）{T提升工程审批效率。2023年底前将审批涉及的中介服务全部纳入线上平台。}（{L省住房城乡建设厅}牵头，{R各市人民政府}按职责分工负责） ## D:2023-12-31
二、{H1简化经营条件}
（三）{T降低准入门槛。清理不合理的资质、股比条件，列出台账逐项销号。}（{R省发展改革委、省教育厅、省商务厅}按职责分工负责）
（四）{T压减收费项目。对小微商户减收服务费，降幅不低于15%。}（{R省市场监管局、省财政厅}按职责分工负责） ## G:15%
三、{H1优化外贸环境}
（五）{T提高通关效率。推行“提前申报”，口岸整体通关时间压缩10%。}（{L东岭海关}牵头，{R省商务厅}配合） ## G:10%
""")
for _unit in TRADE.tasks[-1]["departments"][1:]:
    _unit["role"] = "support"
TRADE_TEXT = (
    "各市人民政府，省政府各部门：营商环境仍存在薄弱环节，企业困难凸显，亟需采取改革的办法破解堵点痛点，经省政府同意，现提出以下措施。"
    + one_line(TRADE)
    + "各地区、各部门要结合实际抓好落实，重要情况及时报告。东岭省人民政府办公厅2023年6月8日（此件公开发布）\n"
)

# a page's table as one line: money and telephone numbers stand between the row's number and who answers
SIGNED = Marked(
    """{H1一、文旅项目}
1|{T在青屿湾建设研学营地，年接待学生2万人次。}|{P郭明远}|{R区文旅局} ## O:2万人次,10亿元
2|{T改造老灯塔，建设海洋文化展陈馆。}|{P郭明远}|{R区文旅局} ## O:3亿元
{H1二、产业项目}
3|{T建设万吨级冷链仓库，配套水产品交易中心。}|{P林海生}|{R区海渔局} ## O:100亿元
4|{T投放换电车辆，建设换电站。}|{P林海生}|{R区工信局} ## O:5亿元
""".replace("{H1一、", "{H1").replace("{H1二、", "{H1")
)
SIGNED_NAMES = ("青屿研学营地项目", "灯塔文化馆项目", "冷链物流园项目", "换电示范项目")
for _one, _name in zip(SIGNED.tasks, SIGNED_NAMES, strict=True):
    _section = _one["heading"]
    _one["heading"], _one["heading_also"] = f"{_section} / {_name}", [_section, _name, None]
    _one["text_also"] = [_name, _name + _one["text"]]
SIGNED_TEXT = (
    "标题: 青屿区签约项目任务分解汇总表 发布时间: 2016-05-09 附件 青屿区签约项目任务分解汇总表 截止日期：2016年5月1日 "
    "序号 项目名称 项目内容 投资额（亿元） 企业联系方式 牵头领导 责任单位 一、文旅项目 "
    "1 青屿研学营地项目 在青屿湾建设研学营地，年接待学生2万人次。 10 叶勤13900000011 郭明远 区文旅局 "
    "2 灯塔文化馆项目 改造老灯塔，建设海洋文化展陈馆。 3 13900000012 郭明远 区文旅局 二、产业项目 "
    "3 冷链物流园项目 建设万吨级冷链仓库，配套水产品交易中心。 100 陆益13900000013 林海生 区海渔局 "
    "4 换电示范项目 投放换电车辆，建设换电站。 5 13900000014 林海生 区工信局\n"
)

# a newspaper lists matters without numbers, each with the same labels below it
PAPER = Marked("""{T市区新增公办学位1.8万个。}
主管领导：{P沈岚}
责任单位：{R市教育局}
主要责任人：{P毛建}
进度安排：6月底前完成主体工程；12月底前全部交付。 ## N:- G:1.8万个 D:2013-12-31
{T新建社区养老服务站45处。}
主管领导：{P罗成}
责任单位：{R市民政局}
主要责任人：{P许平}
进度安排：10月底前全部建成。 ## N:- G:45处 D:2013-10-31
""")
PAPER.tasks[0].update(deadline="2013-12-31", targets=[target(1.8, "万个")])
PAPER.tasks[1].update(deadline="2013-10-31", targets=[target(45, "处")])
PAPER_TEXT = (
    "昨日，市政府公布了2013年实事的任务分解，主管领导、责任单位和进度一并亮相。\n本报挑选与市民相关的内容，请大家监督。 记者 宋文\n"
    + PAPER.text
)

# every matter of the meeting has measures of its own, all on one line
MEETING = Marked("""一、{H1把政策落实与改革结合起来，提高政策实效}
（一）{T研究资金直达机制，为保市场主体提供支撑。}（{R省财政厅、省税务局}等省有关部门及{R各地区}按职责分工负责）具体措施：
1．{T总结资金直达的做法，完善监控系统。}（{L省财政厅}牵头，{R省有关部门}及{R各地区}按职责分工负责）
2．{T2020年底前开展涉企收费治理，坚决避免红利被截留。}（{L省市场监管局}牵头，{R省发展改革委、省住房城乡建设厅}等部门单位分工负责） ## D:2020-12-31
（二）{T稳定和扩大就业，发展新就业形态。}（{L省人力资源社会保障厅}牵头，{R省有关部门}及{R各地区}按职责分工负责）具体措施：
1．{T简化毕业生就业手续，做好就业服务。}（{R省教育厅、省公安厅}协同负责）
2．{T组织与创业者座谈，收集政策需求。}（{R省工商联}负责；根据会议统一安排确定具体时间）
""")
MEETING_TEXT = (
    "省政府高度重视改革工作。为确保会议确定的重点任务落到实处，现制定如下分工方案。"
    + one_line(MEETING)
    + "各地区、各部门要结合实际抓好贯彻落实。\n"
)
for _one, _above in zip(MEETING.tasks, (None, 0, 0, None, 3, 3), strict=True):
    if _above is not None:
        _one["heading"] += " / " + MEETING.tasks[_above]["text"]
        _one["number_also"] = [f"一({_one['number']})", f"二({_one['number']})"]

# a page of one task: label, pipe, value
CARD_TEXT = """重点工作: | 12.统筹违法建设治理与城市更新，年内拆除违法建设18万平方米，推进存量分类处置，严防新增违法建设，确保治理工作走在全市前列。 |
牵头单位: | 区城管执法局 |
配合单位: | 区住建局、各街道办事处 |
完成时限: | 2022年12月底 |
进展情况、存在问题 及下一步工作建议: |
已拆除9.6万平方米。 |
"""
CARD = Marked("""12.{T统筹违法建设治理与城市更新，年内拆除违法建设18万平方米，推进存量分类处置，严防新增违法建设，确保治理工作走在全市前列。} ## L:区城管执法局 S:区住建局、各街道办事处 D:2022-12-31 G:18万平方米
""")

# an extract for one department on one line: most items are left out, so numbers jump
EXTRACT = Marked("""一、{H1城乡建设}
3.{T改造老旧小区26个，惠及居民4200户。}（责任单位：{R区住建局}；完成时限：2021年11月底） ## G:26个,4200户 D:2021-11-30
8.{T新建口袋公园5处，补植行道树1.2万株。}（责任单位：{R区园林处}；完成时限：2021年10月底） ## G:5处,1.2万株 D:2021-10-31
二、{H1民生保障}
19.{T新增普惠托位320个，规范家庭托育点登记。}（责任单位：{R区卫健局}；完成时限：2021年12月底） ## G:320个 D:2021-12-31
27.{T举办招聘会12场，做好离校未就业毕业生帮扶。}（责任单位：{R区人社局}；完成时限：2021年12月底） ## G:12场 D:2021-12-31
28.{T建成社区食堂9家，完善助餐补贴办法。}（责任单位：{R区民政局}；完成时限：2021年9月底） ## G:9家 D:2021-09-30
""")

# cells closed by a pipe behind them only; a merged cell is left out on the left, the filling stands on the right
CENTRE = Marked("""{H1一、公开财务信息。} | 1.{T公开本中心年度预算、决算和“三公”经费报表。} | {R财务科} |
{H1二、办好网站专栏。} | 2.{T每季度更新机构概况和办事指南。} | {R办公室} | ## Y:quarterly
3.{T及时答复网民留言，答复率100%。} | {R各科室} | | ## G:100%
4.{T策划专题访谈2期。} | {R宣传科} | | ## G:2期
{H1三、改进政策解读。} | 5.{T解读材料与文件同步起草。} | {R各科室} |
6.{T对咨询较多的事项制作图解10个。} | {R宣传科} | | ## G:10个
""")
for _place, _one in enumerate(CENTRE.tasks, 1):
    _one["number"] = str(_place)
    _one["heading"] = _one["heading"].split("、")[1].rstrip("。")

SAMPLES = (
    Sample("fifth-real-like-port-run-on", "工作方案.txt", {21: "run together without any separator", 15: "clause inline without brackets", 60: "restarts at 1"},
           lambda: txt(PORT_TEXT),
           expected("沙埕老港转型提升2021年工作方案", "沙政办〔2021〕17号", "沙埕区人民政府办公室", "2021-03-19", PORT,
                    title_also=["沙埕区人民政府办公室关于印发《沙埕老港转型提升2021年工作方案》的通知"])),
    Sample("fifth-real-like-flood-telegram", "明电.txt", {21: "run together", 115: "half-width", 60: "restarts at 1"},
           lambda: txt(FLOOD_TEXT),
           expected("落实市领导防汛批示分工方案", None, "平漳市防汛抗旱指挥部办公室", "2020-10-28", FLOOD,
                    doc_number_also=["平汛办明电〔2020〕18号"])),
    Sample("fifth-real-like-meter-plan", "工作方案.txt", {21: "run together", 14: "label lines", 95: "12月底前"},
           lambda: txt(METER_TEXT),
           expected("青岭供电公司智能安全管控终端推广工作方案", None, "青岭供电公司安全监察部", "2022-02-21", METER)),
    Sample("fifth-real-like-trade-paragraph", "措施.txt", {21: "run together", 56: "（一） is the task", 75: "A牵头"},
           lambda: txt(TRADE_TEXT),
           expected("", None, "东岭省人民政府办公厅", "2023-06-08", TRADE, title_also=[None])),
    Sample("fifth-real-like-signed-one-line", "汇总表.txt", {21: "run together without any separator", 33: "B11"},
           lambda: txt(SIGNED_TEXT),
           expected("青屿区签约项目任务分解汇总表", None, None, None, SIGNED)),
    Sample("fifth-real-like-newspaper", "报道.txt", {14: "label lines", 63: "no number"},
           lambda: txt(PAPER_TEXT),
           expected("", None, None, None, PAPER, title_also=[None, "2013年实事的任务分解"])),
    Sample("fifth-real-like-meeting", "分工方案.txt", {21: "run together", 60: "restarts at 1"},
           lambda: txt(MEETING_TEXT),
           expected("", None, None, None, MEETING, title_also=[None])),
    Sample("fifth-real-like-card", "重点工作.txt", {19: "pipe-delimited with stray"},
           lambda: txt(CARD_TEXT),
           expected("", None, None, None, CARD, title_also=[None])),
    Sample("fifth-real-like-centre-pipes", "任务表.txt", {19: "pipe-delimited with stray", 44: "merged down the left"},
           lambda: txt("江湾市土地整理中心2020年政务公开任务分工表\n工作任务 | 具体要求 | 责任部门 |\n" + CENTRE.text),
           expected("江湾市土地整理中心2020年政务公开任务分工表", None, "江湾市土地整理中心", None, CENTRE, issuer_also=[None])),
    Sample("fifth-real-like-extract", "分工.txt", {21: "run together", 61: "an extract for one department"},
           lambda: txt("岚湖区2021年政府重点工作任务分工（节选）" + one_line(EXTRACT) + "\n"),
           expected("岚湖区2021年政府重点工作任务分工（节选）", None, None, None, EXTRACT,
                    title_also=["岚湖区2021年政府重点工作任务分工"])),
)  # fmt: skip
