"""A second hand's documents, after bodies 31 to 35 of the catalogue: no brackets, quarters in a cell, flowing prose."""

from tests.importing.corpus.make import docx, grid, html, html_table, pdf, piped, txt
from tests.importing.corpus.marked import MARK, Marked, expected
from tests.importing.corpus.sample import Sample

# body 31: numbered items one behind the other, the responsibility inline and without brackets
BANK = Marked("""沙河铺农村商业银行股份有限公司2018年“三农”金融服务重点任务
沙农商发〔2018〕36号
各支行、总行各部室：
为做好2018年“三农”金融服务，现将重点任务明确如下。
一、{H1信贷投放}
1.{T全年新增涉农贷款6亿元以上，涉农贷款占比不低于80%。}责任单位：{R公司业务部、各支行}。 ## G:6亿元,80% D:null,2018-12-31
2.{T推广“整村授信”，6月底前完成120个行政村建档评级，建档面达到90%。}责任单位：{R普惠金融部、各支行}。 ## D:2018-06-30 G:120个,90%
3.{T对返乡创业青年发放免担保贷款，单户最高不超过10万元。}责任单位：{R普惠金融部、风险管理部}。 ## O:10万元
二、{H1渠道建设}
4.{T新设村级金融服务站35个，布放自助机具60台。}责任单位：{R电子银行部、科技信息部}。 ## G:35个,60台
5.{T手机银行活跃客户突破15万户，电子交易替代率提升5个百分点。}责任单位：{R电子银行部}。 ## G:15万户,5个百分点
三、{H1风险防控}
6.{T不良贷款率控制在2.5%以内，清收不良贷款1.2亿元。}责任单位：{R风险管理部、资产保全部、各支行}。 ## G:2.5%,1.2亿元
7.{T每季度开展一次案件风险排查，排查面100%。}责任单位：{R审计稽核部、合规部}。 ## Y:quarterly G:100% O:1次
8.{T完善反洗钱监测系统，12月末上线运行。}责任单位：{R合规部、科技信息部}。 ## D:2018-12-31
四、{H1队伍建设}
9.{T选派40名客户经理驻村，走访农户2万户。}责任单位：{R人力资源部、各支行}。 ## G:40名,2万户
10.{T组织金融知识下乡宣讲100场次。}责任单位：{R办公室、工会}。 ## G:100场次
沙河铺农村商业银行股份有限公司
2018年3月1日
""")

# body 32: work and quality demanded; first to fourth quarter inside one cell, with scores that are not goals
TAX = Marked("""{T纳税服务提质}|第一季度：完成办税服务厅功能分区改造3处（5分）；第二季度：上线智能导税终端20台（5分）；第三季度：组织纳税人学堂不少于6期（3分）；第四季度：纳税人满意度达到90分以上（2分）|{R纳税服务科}
{T税收风险管理}|第一季度：制定年度风险应对计划（3分）；第二季度：推送中高风险任务150户（5分）；第三季度：完成应对率80%（5分）；第四季度：应对完成率100%（2分）|{R风险管理局、各税务所}
{T干部队伍建设}|第一季度：完成轮训方案（2分）；第二季度：举办业务培训班2期（5分）；第三季度：选拔业务能手15名（5分）|{R人事教育科}
{T社保费征收}|第一季度：核对缴费底册（2分）；第二季度：城乡居民医保参保缴费率达到70%（4分）；第三季度：达到85%（4分）；第四季度：达到95%以上（5分）|{R社会保险费和非税收入科}
""")
GOALS32 = (
    ((3, "处"), (20, "台"), (6, "期"), (90, "分")),
    ((150, "户"), (80, "%"), (100, "%")),
    ((2, "期"), (15, "名")),
    ((70, "%"), (85, "%"), (95, "%")),
)
TAX_ROWS = grid("工作任务|目标及质量要求|责任部门\n" + TAX.text)
for place, one in enumerate(TAX.tasks):
    cell, name = TAX_ROWS[place + 1][1], one["text"]
    one["text"], one["text_also"], one["number"] = cell, [name, name + cell, f"{name}：{cell}"], None
    one["heading"], one["heading_also"] = name, [None]
    one["deadline"] = "2019-09-30" if place == 2 else "2019-12-31"
    one["deadline_also"] = [None]
    one["targets"] = [{"text": "", "value": value, "unit": unit, "optional": True} for value, unit in GOALS32[place]]
TAX_HEAD = "南浔埠区税务局2019年度重点工作目标责任分解表\n"
TAX_RECORD = expected("南浔埠区税务局2019年度重点工作目标责任分解表", None, "南浔埠区税务局", None, TAX)

# body 33: 一、 and （一） is the task, several units answer for it
MUSEUM = Marked(
    """麒麟山博物馆关于提升公共服务水平的若干举措
一、{H1优化观众参观体验}
（一）{T延长夏季开放时间至20时，7—8月实行周末夜游，夜间接待观众3万人次以上。}（{R开放服务部、安全保卫部}负责） ## G:3万人次 D:null,2023-08-31
（二）{T优化预约系统，开通老年人、残疾人绿色通道，现场预约名额保留10%。}（{R信息中心、开放服务部}负责） ## G:10%
（三）{T更新语音导览设备500台，增加英、日、韩三个语种。}（{R信息中心}负责） ## G:500台 O:3个
二、{H1丰富展览供给}
（一）{T年内推出原创展览5个，引进精品展3个，巡展2个。}（{R陈列展览部、藏品部}负责） ## D:2023-12-31 G:5个,3个,2个
（二）{T“云上麒麟”数字展厅6月底前上线。}（{R信息中心、陈列展览部}负责） ## D:2023-06-30
（三）{T每月举办一期“馆长讲馆”直播，观看量累计超过100万人次。}（{R宣传教育部}负责） ## Y:monthly G:100万人次 O:1期
三、{H1拓展社会教育}
（一）{T开发研学课程12门，进校园活动不少于60场，覆盖学生2万名。}（{R宣传教育部}负责） ## G:12门,60场,2万名
（二）{T招募志愿者200名，年服务时长达到1万小时。}（{R宣传教育部、人事部}负责） ## G:200名,1万小时 Y:null,yearly
四、{H1强化安全保障}
（一）{T完成消防系统改造，10月试运行。}（{R安全保卫部、行政部}负责） ## D:2023-10-31
（二）{T文物库房每周巡检，全年零事故。}（{R藏品部、安全保卫部}负责） ## Y:weekly D:null,2023-12-31
麒麟山博物馆
2023年2月1日
"""
)

# body 34: numbered paragraphs, 按职责分工负责, 等 behind the units; the page is a mirror in traditional characters elsewhere
YOUTH = Marked("""索 引 号：GL0003-0201-2026-0009　　主题分类：民政、青年
发布机构：桂屏市人民政府　　成文日期：2026-01-19
标　　题：桂屏市人民政府关于印发桂屏市青年发展型城市建设2026年重点举措的通知
文　　号：市政规〔2026〕1号　　有 效 性：现行有效

桂屏市人民政府关于印发
桂屏市青年发展型城市建设
2026年重点举措的通知
市政规〔2026〕1号

各县、自治县、区人民政府，市人民政府各委办局：
现将《桂屏市青年发展型城市建设2026年重点举措》印发给你们，请认真组织实施。
桂屏市人民政府
2026年1月16日

桂屏市青年发展型城市建设2026年重点举措

1.{T筹集保障性租赁住房4000套，其中面向新就业大学生不少于1500套。}（{R市住房城乡建设局、团市委}等按职责分工负责） ## G:4000套,1500套
2.{T建设青年驿站20家，为来桂求职青年提供7天免费住宿。}（{R团市委、市文化广电和旅游局}等按职责分工负责） ## G:20家 O:7天
3.{T归集就业见习岗位5000个，组织专场招聘100场。}（{R市人力资源社会保障局、市国资委、团市委}等按职责分工负责） ## G:5000个,100场
4.{T发放创业担保贷款3亿元以上，扶持青年创业项目300个。}（{R市人力资源社会保障局、市财政局、人行桂屏市分行}等负责） ## G:3亿元,300个
5.{T新增普惠托位3200个，每千人口拥有托位数达到4.6个。}（{R市卫生健康委、市发展改革委}等按职责分工负责） ## G:3200个,4.6个
6.{T打造青年夜校50个教学点，每季开班，招收学员1万人次。}（{R团市委、市总工会、市妇联}按职责分工负责） ## G:50个,1万人次 Y:quarterly,null
7.{T开通12355青少年服务台，心理热线接通率不低于90%。}（{R团市委、市卫生健康委}等有关部门按职责分工负责） ## G:90%
8.{T举办青年集体婚礼2场、联谊活动30场。}（{R团市委、市民政局、市总工会}负责） ## G:2场,30场
9.{T建设青年友好街区6个，打造15分钟青年生活圈。}（{R各城区人民政府、市商务局}等按职责分工负责） ## G:6个
10.{T每年评选“桂屏青年五四奖章”10名，树立榜样。}（{R团市委、市人力资源社会保障局}负责） ## Y:yearly G:10名
11.{T推进青年志愿服务常态化，注册志愿者占常住青年比例达到20%。}（{R团市委}负责） ## Y:ongoing,null G:20%
12.{T青年发展规划监测评估报告于10月底前完成。}（{R团市委、市统计局}等负责） ## D:2026-10-31
（此件公开发布）
""")


# body 35: prose; behind each target of the list (责任单位：X)
def one_by_one(source: str) -> Marked:
    """Several tasks on one line: each with the units that follow it."""
    marked = Marked("")
    for part in source.split("{T")[1:]:
        text, rest = part.split("}", 1)
        piece = Marked("{T" + text + "}（责任单位：{R" + rest.split("{R")[1].split("}")[0] + "}）")
        piece.tasks[0].update(number=None, deadline="2025-12-31")
        marked.tasks += piece.tasks
    return marked


SPORT = """到2025年，全市体育事业发展主要实现以下目标：{T人均体育场地面积达到2.8平方米}（责任单位：{R市体育局、市自然资源局}），{T经常参加体育锻炼人数比例达到42%}（责任单位：{R市体育局、市教育局}），{T国民体质合格率不低于94%}（责任单位：{R市体育局、市卫生健康委}），{T每千人拥有社会体育指导员2.5名}（责任单位：{R市体育局}），{T体育产业总规模突破150亿元}（责任单位：{R市体育局、市统计局}），{T培育省级体育产业示范基地8个}（责任单位：{R市体育局、市发展改革委}），{T青少年体育俱乐部达到60个}（责任单位：{R市教育局、市体育局}）。"""
SPORTS = one_by_one(SPORT)
PRINTED = (
    "海螺屿市“十四五”体育发展主要指标责任分工\n\n"
    + MARK.sub(lambda mark: mark[2], SPORT)
    + "\n\n海螺屿市体育局\n2021年9月10日\n"
)
for one, (value, unit) in zip(SPORTS.tasks, ((2.8, "平方米"), (42, "%"), (94, "%"), (2.5, "名"), (150, "亿元"), (8, "个"), (60, "个")), strict=True):  # fmt: skip
    one["targets"] = [{"text": one["text"], "value": value, "unit": unit}]
    one["deadline_also"] = [None]
SPORTS.tasks[0]["text_also"] = ["到2025年，全市体育事业发展主要实现以下目标：人均体育场地面积达到2.8平方米"]

SAMPLES = (
    Sample("heldout-bank-inline", "重点任务.txt", {15: "without brackets", 72: "责任单位"},
           lambda: txt(BANK.text),
           expected("沙河铺农村商业银行股份有限公司2018年“三农”金融服务重点任务", "沙农商发〔2018〕36号", "沙河铺农村商业银行股份有限公司", "2018-03-01", BANK)),
    Sample("heldout-bank-run-on", "重点任务.pdf", {15: "clause inline"},
           lambda: pdf("\n".join(BANK.text.splitlines()[:4]) + "\n" + "".join(("\n" if line[1:2] == "、" or "沙河铺" in line or line.startswith("2018") else "") + line + ("\n" if line[1:2] == "、" else "") for line in BANK.text.splitlines()[4:])),
           expected("沙河铺农村商业银行股份有限公司2018年“三农”金融服务重点任务", "沙农商发〔2018〕36号", "沙河铺农村商业银行股份有限公司", "2018-03-01", BANK)),
    Sample("heldout-tax-quarters", "分解表.txt", {39: "目标及质量要求", 97: "first to fourth quarter", 104: "scores (5分)"},
           lambda: txt(TAX_HEAD + piped(TAX_ROWS, stray="|") + "\n"), TAX_RECORD),
    Sample("heldout-tax-quarters-html", "分解表.html", {39: "inside one cell", 20: "B32"},
           lambda: html(f"<h1>{TAX_HEAD}</h1>" + html_table(TAX_ROWS, head="th")), TAX_RECORD),
    Sample("heldout-museum", "若干举措.docx", {56: "B33", 76: "B33"},
           lambda: docx(MUSEUM.text),
           expected("麒麟山博物馆关于提升公共服务水平的若干举措", None, "麒麟山博物馆", "2023-02-01", MUSEUM,
                    title_also=["关于提升公共服务水平的若干举措"])),
    Sample("heldout-youth-city", "重点举措.html", {12: "B34", 76: "B34", 88: "B34", 110: "此件公开发布", 108: "title repeated"},
           lambda: html("\n".join(f'<p class="MsoNormal">{line}</p>' for line in YOUTH.text.splitlines() if line), title="桂屏市人民政府门户网站"),
           expected("桂屏市青年发展型城市建设2026年重点举措", "市政规〔2026〕1号", "桂屏市人民政府", "2026-01-16", YOUTH)),
    Sample("heldout-sport-prose", "责任分工.txt", {16: "after each listed target", 72: "B35"},
           lambda: txt(PRINTED),
           expected("海螺屿市“十四五”体育发展主要指标责任分工", None, "海螺屿市体育局", "2021-09-10", SPORTS)),
)  # fmt: skip
