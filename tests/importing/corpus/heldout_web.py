"""A second hand's long lists and real web exports: lines cut at a width, tables that only lay out, breaks in cells."""

from textwrap import wrap

from tests.importing.corpus.make import Table, docx, grid, html, html_table, pdf, txt
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# thirty-two items, numbers running on, bare lists of which the first leads; lines cut at a width
OCEAN = Marked(
    """东屿省海洋强省建设2021年重点任务责任清单
（各任务责任单位中，排名第一位为牵头单位，下同）
一、{H1壮大海洋产业}
1.{T海洋生产总值增长7%以上，占地区生产总值比重达到19%。}（{L省发展改革委}、{R省海洋渔业厅、省统计局}） ## G:7%,19%
2.{T新建深远海养殖平台5座，投放大型深水网箱300口。}（{L省海洋渔业厅}、{R沿海各设区市人民政府}） ## G:5座,300口
3.{T培育海洋生物医药领军企业6家，在研新药不少于12个。}（{L省工业和信息化厅}、{R省科技厅、省药监局}） ## G:6家,12个
4.{T海上风电新增并网容量180万千瓦，年底前全部投产。}（{L省能源局}、{R省海事局、国网东屿电力公司}） ## D:2021-12-31 G:180万千瓦
5.{T邮轮、海岛旅游接待游客2800万人次。}（{L省文化和旅游厅}、{R省交通运输厅}） ## G:2800万人次
6.{T打造海洋装备产业基地3个，引进10亿元以上项目8个。}（{L省工业和信息化厅}、{R省商务厅，沿海各设区市人民政府}） ## G:3个,8个 O:10亿元
7.{T远洋渔业自捕鱼回运量突破60万吨。}（{L省海洋渔业厅}、{R东屿海关}） ## G:60万吨
二、{H1提升科技创新能力}
8.{T组建省海洋实验室，10月底前挂牌运行。}（{L省科技厅}、{R东屿海洋大学}） ## D:2021-10-31
9.{T实施海洋领域省级重大科技专项15项，攻克关键技术20项。}（{L省科技厅}、{R省财政厅}） ## G:15项,20项
10.{T引进海洋高层次人才团队8到10个。}（{L省委组织部}、{R省人力资源社会保障厅}） ## G:8-10个
11.{T建设海洋中试基地2家，转化科技成果100项以上。}（{L省科技厅}、{R省海洋渔业厅}） ## G:2家,100项
12.{T涉海专利授权量增长12%左右。}（{L省市场监管局}、{R省科技厅}） ## G:12%
三、{H1推进港口现代化}
13.{T沿海港口货物吞吐量达到7亿吨，集装箱吞吐量1800万标箱。}（{L省交通运输厅}、{R省港口集团}） ## G:7亿吨,1800万标箱
14.{T新增万吨级以上泊位6个，9月投入使用2个。}（{L省港口集团}、{R省交通运输厅、省自然资源厅}） ## G:6个 O:2个 D:2021-09-30
15.{T新开外贸航线10条，“丝路海运”命名航线达到80条。}（{L省港口集团}、{R省商务厅（省口岸办）}） ## G:10条,80条
16.{T压缩口岸整体通关时间，进口不超过36小时，出口不超过2小时。}（{L东屿海关}、{R省商务厅（省口岸办）}） ## O:36小时,2小时
17.{T铁路专用线进港区比例达到75%。}（{L省发展改革委}、{R省铁路办、省港口集团}） ## G:75%
四、{H1加强生态保护}
18.{T近岸海域优良水质面积比例不低于86%。}（{L省生态环境厅}、{R沿海各设区市人民政府}） ## G:86%
19.{T修复滨海湿地1200公顷，整治海岸线45公里。}（{L省自然资源厅}、{R省林业局、省海洋渔业厅}） ## G:1200公顷,45公里
20.{T入海排污口排查整治完成率2021年11月底前达到100%。}（{L省生态环境厅}、{R省水利厅、省住房城乡建设厅}） ## D:2021-11-30 G:100%
21.{T每年开展海漂垃圾专项治理，建立“海上环卫”机制。}（{L省生态环境厅}、{R省财政厅，沿海各设区市人民政府}） ## Y:yearly
22.{T严控新增围填海，分类处置历史遗留问题图斑300个。}（{L省自然资源厅}、{R沿海各设区市人民政府}） ## G:300个
23.{T增殖放流各类苗种30亿单位。}（{L省海洋渔业厅}） ## O:30亿单位,30亿
五、{H1完善治理体系}
24.{T修订《东屿省海域使用管理条例》。}（{L省自然资源厅}、{R省司法厅}）
25.{T渔船北斗终端安装率100%，6月底前完成。}（{L省海洋渔业厅}、{R省通信管理局、东屿海事局}） ## D:2021-06-30 G:100%
26.{T建成海洋观测浮标40套，预警信息15分钟内送达。}（{L省自然资源厅}、{R省气象局}） ## G:40套
27.{T渔业安全事故起数下降10%，每月通报一次。}（{L省海洋渔业厅}、{R省应急厅}） ## G:10% Y:monthly O:1次
28.{T组织海上联合搜救演习2次。}（{L省海上搜救中心}、{R东屿海事局、省海警局等}） ## G:2次
29.{T开展“碧海”执法行动，查处案件办结率95%以上。}（{L省海警局}、{R省海洋渔业厅、省生态环境厅等有关部门}） ## G:95%
六、{H1强化保障措施}
30.{T设立海洋产业发展基金，总规模100亿元，首期不少于20亿元。}（{L省财政厅}、{R省金融监管局}） ## G:100亿元,20亿元
31.{T每季度召开一次海洋强省建设领导小组办公室会议。}（{L省发展改革委}） ## Y:quarterly O:1次
32.{T将海洋强省建设纳入绩效考核，到2025年形成长效机制。}（{L省效能办}、{R省发展改革委}） ## D:2025-12-31
东屿省人民政府办公厅
2021年3月29日
""".replace("省海警局等}", "省海警局}等").replace("省生态环境厅等有关部门}", "省生态环境厅}等有关部门")
)
OCEAN_RECORD = expected("东屿省海洋强省建设2021年重点任务责任清单", None, "东屿省人民政府办公厅", "2021-03-29", OCEAN)


def cut(text: str, width: int) -> str:
    """Lines end where the page ends, the first one of a paragraph indented, an empty line and a number at page ends."""
    out: list[str] = []
    for line in text.splitlines():
        indent = "    " if line[:1].isdigit() or line[1:2] == "、" else ""
        out += wrap(line, width, initial_indent=indent, break_on_hyphens=False) or [""]
    for page, place in enumerate(range(30, len(out), 32), 1):
        out.insert(place, f"— {page} —")
    return "\n".join(out)


# a saved page: a table only for the layout, metadata, breaks inside cells, hidden words, a table of Word's making
STATION = Marked("""1|{T整合12345热线与各类专线，话务接通率达到97%。}|{L市政务服务局}|{S各县（区）人民政府，市直有关部门} ## G:97%
2|{T疑难工单“会商派单”，按时办结率不低于98%。}|{L市政务服务局}|{S市委编办、市司法局} ## G:98%
3|{T建立知识库，更新词条1.5万条，每周核查一次。}|{L各承办单位}|{S市政务服务局} ## Y:weekly G:1.5万条 O:1次
4|{T“局长接线”活动不少于24场。}|{L市政务服务局}|{S市融媒体中心} ## G:24场
5|{T智能语音分流率提高到30%，8月底前上线。}|{L市大数据局}|{S市通信发展办} ## D:2024-08-31 G:30%
6|{T对群众反映集中的前10类问题开展专项治理。}|{L市政府督查室}|{S市纪委监委机关} ## O:10类
7|{T工单满意率达到95%，不满意工单回访率100%。}|{L市政务服务局}|{S各承办单位} ## G:95%,100%
8|{T组织话务员培训，人均不少于40学时。}|{L市政务服务局}|{S市人力资源社会保障局} ## G:40学时
""")
STATION_ROWS = grid("序号|重点任务|牵头单位|配合单位\n" + STATION.text)


def station() -> bytes:
    table = (
        html_table(STATION_ROWS)
        .replace("、", "、<br>")
        .replace("<td>", '<td class="xl65" width="86"><span lang="EN-US">')
        .replace("</td>", "<o:p></o:p></span></td>")
    )
    meta = "<tr><td>索引号</td><td>QS-2024-00117</td><td>主题分类</td><td>政务公开</td></tr><tr><td>发布机构</td><td>市政府办公室</td><td>成文日期</td><td>2024-04-02</td></tr>"
    head = ["衢水市人民政府办公室", "关于印发衢水市提升政务服务热线质效2024年任务分工表的通知", "衢政办字&nbsp;〔2024〕14号", "各县（区）人民政府，市政府各部门：",
            "《衢水市提升政务服务热线质效2024年任务分工表》已经市政府同意，现印发给你们，请抓好落实。", "一、加强领导。各单位要明确分管负责同志。",
            "二、强化督查。市政务服务局于每月5日前通报上月情况。", "衢水市人民政府办公室", "2024年4月1日", "（此件公开发布）", "衢水市提升政务服务热线质效2024年任务分工表"]  # fmt: skip
    inner = "".join(f'<p style="margin:0;text-indent:32px">{line}</p>' for line in head)
    body = f'<table width="100%"><tr><td><table class="xxgk">{meta}</table></td></tr><tr><td>字号：<a>大</a> <a>中</a> <a>小</a> 发布时间：2024-04-03 15:20</td></tr>'
    return html(
        f'{body}<tr><td><div class="TRS_Editor">{inner}{table}<p style="display:none">二维码</p></div></td></tr></table>'
    )


# H33: problem, goal, measures and what was done, each behind a label
RIVER = Marked("""雁荡泽市督察反馈问题整改方案

问题一：{H1部分乡镇生活污水直排入河。}
整改目标：2022年底前，建制镇污水处理设施全覆盖。
整改时限：2022年12月底
责任单位：市住房城乡建设局、各县（区）人民政府
整改措施：
1.{T新建乡镇污水处理厂14座，铺设管网230公里。} ## G:14座,230公里
2.{T对已建成的26座污水处理厂开展运行评估，正常运行率达到95%。} ## G:95% O:26座

问题二：{H1非法采砂屡禁不止，监管合力不足。}
整改目标：重点河段非法采砂动态清零。
整改时限：2021年9月底
责任单位：市水利局、市公安局
整改措施：
1.{T建立水利、公安联合执法机制，每月联合巡查不少于2次。} ## Y:monthly G:2次
2.{T清理取缔“三无”采砂船41艘。} ## G:41艘

问题三：{H1饮用水水源保护区内存在违法建设。}
整改目标：一级保护区内违法建设全部拆除。
整改时限：立行立改，长期坚持
责任单位：市生态环境局、市自然资源局
整改措施：
1.{T拆除违法建筑1.6万平方米。} ## G:1.6万平方米
2.{T设置物理隔离设施18公里，在线监控覆盖率100%。} ## G:18公里,100%

雁荡泽市人民政府
2021年7月20日
""")
LIMITS = (
    ("2022-12-31", "市住房城乡建设局 各县（区）人民政府"),
    ("2021-09-30", "市水利局 市公安局"),
    (None, "市生态环境局 市自然资源局"),
)
for place, one in enumerate(RIVER.tasks):
    day, units = LIMITS[place // 2]
    one["deadline"] = day
    one["heading_also"] = [
        f"问题{'一二三'[place // 2]}：{one['heading']}",
        f"问题{'一二三'[place // 2]} / {one['heading']}",
    ]
    one["departments"] = [{"name": name, "role": "responsible"} for name in units.split()]
    if day is None:
        one["recurrence"], one["recurrence_also"] = "ongoing", [None]

# H15, H16: 牵头领导 · 牵头单位 · 配合单位 · 完成时限, a leader for a whole block of rows
STADIUM = Marked("""1|{H1赛事筹备}|{T完成开闭幕式总体方案。}|{P郑 重}|{L宣传文化部}|{S市文广旅局}|3月15日 ## D:2025-03-15
2|^|{T招募志愿者8000名，完成通用培训。}|{P郑 重}|{L志愿者部}|{S团市委、各高校}|6月底 ## D:2025-06-30 G:8000名
3|^|{T组织测试赛12场。}|{P郑 重}|{L竞赛部}|{S市体育局}|7月上旬 ## D:2025-07-10 G:12场
4|{H1场馆建设}|{T改造训练馆9个。}|{P关 山 月}|{L场馆建设部}|{S市住建局、各区政府}|4月 ## D:2025-04-30 G:9个
5|^|{T媒体中心投入试运行。}|{P关 山 月}|{L场馆建设部}|{S信息技术部}|第二季度 ## D:2025-06-30
6|{H1保障服务}|{T签约接待酒店45家、客房1.2万间。}|{P夏 至}|{L接待部}|{S市文广旅局、市商务局}|5月底前 ## D:2025-05-31 G:45家,1.2万间
7|^|{T配备急救站点80个、救护车60辆。}|{P夏 至}|{L医疗卫生部}|{S市卫健委}|8月5日 ## D:2025-08-05 G:80个,60辆
8|^|{T食品溯源率100%。}|{P夏 至}|{L食品安全部}|{S市市场监管局}|赛前及赛时 ## D:null,2025-12-31 G:100%
""")
for one, name in zip(STADIUM.tasks, ("郑重",) * 3 + ("关山月",) * 2 + ("夏至",) * 3, strict=True):
    one["leaders"] = [name]
STADIUM_TEXT = STADIUM.text
for repeated in ("郑 重", "关 山 月", "夏 至"):
    first = STADIUM_TEXT.index(repeated) + len(repeated)
    STADIUM_TEXT = STADIUM_TEXT[:first] + STADIUM_TEXT[first:].replace(repeated, "^")
STADIUM_ROWS = grid("序号|类别|任务内容|牵头领导|牵头单位|配合单位|完成时限\n" + STADIUM_TEXT)
STADIUM_HEAD = "第九届海河杯全民运动会筹备工作任务推进表\n（2025年2月修订）\n填报单位：筹委会综合协调部"
STADIUM_RECORD = expected("第九届海河杯全民运动会筹备工作任务推进表", None, "筹委会综合协调部", None, STADIUM, issued_on_also=["2025-02-28", "2025-02"],
                          title_also=["第九届海河杯全民运动会筹备工作任务推进表（2025年2月修订）"])  # fmt: skip

SAMPLES = (
    Sample("heldout-ocean-cut-lines", "责任清单.txt", {78: "排名第一位为牵头单位,下同", 54: "certain", 116: "blanks at line wraps"}, lambda: txt(cut(OCEAN.text, 36)), OCEAN_RECORD),
    Sample("heldout-ocean-pdf", "责任清单.pdf", {78: "B18", 88: "等有关部门"}, lambda: pdf(OCEAN.text, header="东屿省人民政府办公厅"), OCEAN_RECORD),
    Sample("heldout-hotline-page", "任务分工表.html", {110: "metadata table before the text", 114: "navigation", 107: "stray blank"}, station,
           expected("衢水市提升政务服务热线质效2024年任务分工表", "衢政办字 〔2024〕14号", "衢水市人民政府办公室", "2024-04-01", STATION)),
    Sample("heldout-river-problems", "整改方案.docx", {40: "整改任务/整改目标"}, lambda: docx(RIVER.text),
           expected("雁荡泽市督察反馈问题整改方案", None, "雁荡泽市人民政府", "2021-07-20", RIVER)),
    Sample("heldout-games-word", "推进表.docx", {40: "牵头领导·牵头单位·配合单位"}, lambda: docx([*STADIUM_HEAD.splitlines(), Table(STADIUM_ROWS)]), STADIUM_RECORD),
    Sample("heldout-games-pdf", "推进表.pdf", {40: "牵头单位·配合单位·完成时限"}, lambda: pdf([STADIUM_HEAD, Table(STADIUM_ROWS)], flipped=True), STADIUM_RECORD),
)  # fmt: skip
