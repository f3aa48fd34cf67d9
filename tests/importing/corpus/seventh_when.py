"""Until when, in every dress: bare parts of a clause, days as a spreadsheet counts them, months that the title names."""

from tests.importing.corpus.make import Line, Sheet, Table, docx, grid, run_together, txt, xlsx
from tests.importing.corpus.make.grid import lines
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample, task

# a clause names its units and, without a label, until when or how often
BARE = Marked("""一、{H1优化公共服务}
1.{T完善困难群众动态监测机制。}（{L县民政局}牵头，{S县财政局}配合，每季度末） ## Y:quarterly
2.{T改造城区老旧供水管网。}（{L县水务局}牵头，{S县住房城乡建设局}配合，最迟10月底） ## D:2024-10-31
3.{T推动医疗检验结果互认。}（{L县卫生健康局}牵头，{S县医保局}配合，常态化） ## Y:ongoing
4.{T规范殡葬服务收费。}（{L县民政局}牵头，{S县市场监管局}配合，立行立改） ## Y:null
二、{H1提升治理能力}
5.{T清理历史遗留信访积案。}（{L县信访局}牵头，{S县司法局}配合，2024.6.30） ## D:2024-06-30
6.{T健全基层议事协商制度。}（牵头单位：{L县委社会工作部}；配合单位：{S县民政局}；明年3月底前） ## D:2025-03-31
7.{T编制国土空间专项规划。}（牵头单位：{L县自然资源局}；配合单位：{S县发展改革局}；启动：3月；完成：11月） ## D:2024-11-30
8.{T整治占道经营乱象。}（牵头单位：{L县城市管理局}；配合单位：{S县公安局}；按序时进度）
9.{T修订机关公文处理办法。}（{R县政府办公室}；二季度） ## D:2024-06-30
""")
BARE_TITLE = "青川县2024年民生与治理任务分解方案"

# the same day as people and spreadsheets write it
DAYS = ("24.6.30", "202409", 45657.0, "2024.3—10", "2024.12.31", "23.12")
DUE = ("2024-06-30", "2024-09-30", "2024-12-31", "2024-10-31", "2024-12-31", "2023-12-31")
WORK = (
    "搭建政银企对接平台",
    "盘活闲置国有资产",
    "规范工程项目招标投标",
    "推广水肥一体化技术",
    "建设智慧停车平台",
    "制定招商引资奖励办法",
)
UNITS = ["县金融办", "县国资办", "县发展改革局", "县农业农村局", "县城市管理局", "县商务局"]


def _sheet(title: str, header: str, days: tuple[str | float, ...], due: tuple[str, ...]) -> Sample:
    """One column of days in a sheet of tasks."""
    rows = [[title, "<", "<", "<"], ["序号", "工作任务", "责任单位", header]]
    rows += [[float(n), WORK[n - 1], UNITS[n - 1], day] for n, day in enumerate(days, 1)]  # type: ignore[list-item]
    tasks = [
        task(str(n), WORK[n - 1], [{"name": UNITS[n - 1], "role": "responsible"}], deadline=day)
        for n, day in enumerate(due, 1)
    ]
    name = {"完成时限": "days", "完成月份": "months"}.get(header, "year")
    return Sample(f"seventh-when-{name}", "任务清单.xlsx", {95: "2018.09"},
                  lambda: xlsx(Sheet("任务清单", rows)),
                  expected(title, None, None, None, tasks, issuer_also=[title[:3]]))  # fmt: skip


# a column that is called 计划完成 and says how often as often as until when
PLANNED = Marked("""1|{T建设区域应急物资储备库}|{L县应急管理局}|{S县财政局}|至2024年底 ## D:2024-12-31
2|{T开展非法采砂联合执法}|{L县水务局}|{S县公安局}|按月推进 ## Y:monthly
3|{T推进档案数字化}|{L县档案馆}|{S县大数据局}|2024.12.31 ## D:2024-12-31
4|{T加强古树名木保护}|{L县林业局}|{S县文化和旅游局}|长期落实 ## Y:ongoing
""")
PLANNED_TITLE = "云岭县2024年重点工作任务分解表"

# labels on lines of their own, behind a dash or a mark of a list
DASHED = Marked("""1.{T完善重大项目联审联批机制。}
——牵头单位：{L县发展改革局}
——配合单位：{S县财政局}
——完成时限：6月底前 ## D:2024-06-30
2.{T改造城区老旧供水管网。}
——牵头单位：{L县水务局}
——配合单位：{S县住房城乡建设局}
——完成时限：2024年9月30日 ## D:2024-09-30
3.{T健全干部谈心谈话制度。}
——牵头单位：{L县委组织部}
——配合单位：{S县委宣传部}
——完成时限：长期坚持 ## Y:ongoing
""")
TABBED = DASHED.text.replace("\n——配合", "\t配合").replace("\n——完成", "\t完成").replace("——", "")

# units and until when in one column, or the day in brackets behind the unit
JOINT = Marked("""1|{T规范户外广告设置}|{R县城市管理局}\\n6月底前 ## D:2024-06-30
2|{T清理废旧线缆}|{R县工业和信息化局、县融媒体中心}\\n2024年9月 ## D:2024-09-30
3|{T整治农贸市场环境}|{R县市场监管局}（长期坚持） ## Y:ongoing
4|{T完善村规民约}|{R县民政局}/年底前 ## D:2024-12-31
""")

# goals for half and all of the year stand beside the task, and are longer than it
HALVES = Marked("""1|{T推进雨污分流}|完成管线摸排和方案编制|完成主管网改造12公里|{R县住房城乡建设局} ## G:12公里 D:null,2024-12-31
2|{T建设智慧校园}|完成设备采购|6所学校投入使用|{R县教育局} ## G:6所 D:null,2024-12-31
3|{T整治闲置土地}|处置率达到50%|处置率达到100%|{R县自然资源局} ## G:100% O:50% D:null,2024-12-31
""")

# a school's year; next March lies in its second half
TERM = Marked("""一、{H1立德树人}
1.{T开展养成教育月活动，9月底前完成新生入学教育。}（责任部门：{R德育处}） ## D:2023-09-30
2.{T推行“青蓝工程”，师徒结对20对，5月底前完成汇报课展示。}（责任部门：{R教师发展中心}） ## G:20对 D:2024-05-31
二、{H1条件保障}
3.{T寒假期间完成宿舍热水系统改造，次年3月投入使用。}（责任部门：{R总务处}） ## D:2024-03-31
4.{T开通校园专线公交十二条，落实完成时限为2024年6月。}（责任部门：{R安全办}） ## G:12条 D:2024-06-30
5.{T编制校园建设规划（2023—2035年），上半年报区政府审批。}（责任部门：{R校长办公室}） ## D:2023-06-30,2024-06-30
""")
TERM_TITLE = "清河中学2023—2024学年工作计划任务分解"

# what a column of limits is called, and blanks inside its words
CYCLE = Marked("""1|{T新建现代农业产业园冷库}|2023年9月—2024年10 月|{R县农业农村局} ## D:2024-10-31
2|{T修缮石门水库大坝}|2024 年 11 月底|{R县水务局} ## D:2024-11-30
3|{T巡护生态林}|长 期|{R县林业局} ## Y:ongoing
""")

# nothing parts the cells; what the last one says is nothing like 6月底前
JOINED = Marked("""1|{T完善困难群众动态监测机制。}|{L县民政局}|{S县财政局}|每季度首月10日前 ## Y:quarterly
2|{T改造城区老旧供水管网。}|{L县水务局}|{S县住房和建设局}|最迟10月底 ## D:2024-10-31
3|{T推动医疗检验结果互认。}|{L县卫生健康局}|{S县医保局}|立行立改、长期坚持 ## Y:ongoing
4|{T清理历史遗留信访积案。}|{L县信访局}|{S县司法局}|3—11月 ## D:2024-11-30
5|{T健全基层议事协商制度。}|{L县民政局}|{S县妇联}|明年上半年 ## D:2025-06-30
6|{T编制国土空间专项规划。}|{L县自然资源局}|{S县发展改革局}|不晚于9月15日 ## D:2024-09-15
""")

# until when is called by many names
NAMED = Marked("""1.{T开展公共机构节水改造，更换节水器具1.2万套。}
牵头单位：{L市机关事务局}
责任单位：{R各公共机构}
起止时间：2021年4月—2022年10月 ## G:1.2万套 D:2022-10-31
2.{T推进合同节水管理项目落地。}
牵头单位：{L市水利局}
责任单位：{R市财政局}
建设周期：长期推进 ## Y:ongoing
3.{T编制用水定额标准9项，公布节水标杆单位名单。}
牵头单位：{L市水利局}
责任单位：{R市市场监管局}
截止日期：2021年第三季度 ## G:9项 D:2021-09-30
4.{T改造城区老旧供水管网。}
完工时间：2021.11
责任单位：{R市水务集团} ## D:2021-11-30
""")
NAMED_TITLE = "云州市节水行动2021年重点任务分工"

SAMPLES = (
    Sample("seventh-when-bare", "方案.txt", {80: "deadline inside the clause", 73: "牵头单位：A"},
           lambda: txt(f"{BARE_TITLE}\n\n{BARE.text}\n青川县人民政府办公室\n2024年3月5日\n"),
           expected(BARE_TITLE, None, "青川县人民政府办公室", "2024-03-05", BARE)),
    _sheet("青川县2024年重点工作任务清单", "完成时限", DAYS, DUE),
    _sheet("青川县2024年重点工作任务清单", "完成月份", (6.0, 9.0, 12.0), ("2024-06-30", "2024-09-30", "2024-12-31")),
    _sheet("青川县重点工作任务清单", "2025年完成时限", ("6月底前", "三季度", "年底"), ("2025-06-30", "2025-09-30", "2025-12-31")),
    Sample("seventh-when-planned", "分解表.docx", {95: "持续推进"},
           lambda: docx([Line(PLANNED_TITLE, centred=True), Table(grid("序号|工作任务|牵头单位|配合单位|计划完成\n" + PLANNED.text)),
                         "云岭县人民政府办公室", "2024年3月5日"]),
           expected(PLANNED_TITLE, None, "云岭县人民政府办公室", "2024-03-05", PLANNED)),
    Sample("seventh-when-dashes", "方案.docx", {80: "deadline inside the clause", 77: "label lines"},
           lambda: docx([Line(BARE_TITLE, centred=True), *lines(DASHED.text), "青川县人民政府办公室", "2024年3月5日"]),
           expected(BARE_TITLE, None, "青川县人民政府办公室", "2024-03-05", DASHED)),
    Sample("seventh-when-tabs", "方案.txt", {77: "label lines"},
           lambda: txt(f"{BARE_TITLE}\n\n{TABBED}\n青川县人民政府办公室\n2024年3月5日\n"),
           expected(BARE_TITLE, None, "青川县人民政府办公室", "2024-03-05", DASHED)),
    Sample("seventh-when-joint", "任务清单.docx", {95: "12月底前"},
           lambda: docx([Line(PLANNED_TITLE, centred=True), Table(grid("序号|工作任务|责任单位及完成时限\n" + JOINT.text)),
                         "云岭县人民政府办公室", "2024年3月5日"]),
           expected(PLANNED_TITLE, None, "云岭县人民政府办公室", "2024-03-05", JOINT)),
    Sample("seventh-when-halves", "任务清单.docx", {97: "first to fourth quarter"},
           lambda: docx([Line(PLANNED_TITLE, centred=True), Table(grid("序号|工作任务|半年目标|全年目标|责任单位\n" + HALVES.text)),
                         "云岭县人民政府办公室", "2024年3月5日"]),
           expected(PLANNED_TITLE, None, "云岭县人民政府办公室", "2024-03-05", HALVES)),
    Sample("seventh-when-school", "工作计划.txt", {95: "12月底前"},
           lambda: txt(f"{TERM_TITLE}\n\n{TERM.text}\n清河中学\n2023年8月25日\n"),
           expected(TERM_TITLE, None, "清河中学", "2023-08-25", TERM)),
    Sample("seventh-when-cycle", "任务清单.docx", {95: "12月底前"},
           lambda: docx([Line(PLANNED_TITLE, centred=True), Table(grid("序号|工作任务|建设周期|责任单位\n" + CYCLE.text)),
                         "云岭县人民政府办公室", "2024年3月5日"]),
           expected(PLANNED_TITLE, None, "云岭县人民政府办公室", "2024-03-05", CYCLE)),
    Sample("seventh-when-together", "任务分解.docx", {21: "a docx preview"},
           lambda: docx([BARE_TITLE, run_together(grid("序号|工作任务|牵头单位|配合单位|完成时限\n" + JOINED.text)),
                         "青川县人民政府办公室", "2024年3月5日"]),
           expected(BARE_TITLE, None, "青川县人民政府办公室", "2024-03-05", JOINED)),
    Sample("seventh-when-named", "任务.docx", {77: "label lines"},
           lambda: docx([Line(NAMED_TITLE, centred=True), *lines(NAMED.text), "云州市水利局", "2021年3月30日"]),
           expected(NAMED_TITLE, None, "云州市水利局", "2021-03-30", NAMED)),
    Sample("seventh-when-header", "任务分解.docx", {21: "a docx preview"},
           lambda: docx([BARE_TITLE, run_together(grid("序号|工作任务|牵头单位|配合单位|截止日期\n" + JOINED.text)),
                         "青川县人民政府办公室", "2024年3月5日"]),
           expected(BARE_TITLE, None, "青川县人民政府办公室", "2024-03-05", JOINED)),
)  # fmt: skip
