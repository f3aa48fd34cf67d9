"""Tables as web pages keep them: last cells on lines of their own, rows opened by a pipe, a school's calendar, a cut end."""
# fmt: off

from tests.importing.corpus.columns import Ledger
from tests.importing.corpus.make import txt
from tests.importing.corpus.marked import expected
from tests.importing.corpus.sample import Sample

# ------------------------------------------------ the empty last cell stands on a line of its own; merged cells are missing
SLIPPED = Ledger("序号|工作任务|细化措施|责任科室|完成时限|备注", "NHTR--", """
1|加强预算信息公开|公开部门预算、决算及“三公”经费|财务科|2023年3月| ## D:2023-03-31
2|^|公开政府采购意向|采购管理科|持续推进| ## Y:ongoing
3|^|公开绩效评价结果|绩效科|2023年10月底前| ## D:2023-10-31
4|提升政策解读质量|政策文件印发后5个工作日内发布解读材料|办公室、法规科|持续推进| ## Y:ongoing 
5|^|制作图文解读不少于3期|办公室|2023年11月底前| ## D:2023-11-30 G:3期
6|^|更新公开指南和目录|办公室|2023年6月底前| ## D:2023-06-30
""")
SLIPPED_TEXT = "岚山市财政局2023年政务公开重点任务分解表 |\n" + "".join(
    " | ".join(cell for cell in row if cell not in ("", "^")) + " |\n" + ("" if row[0] == "序号" else "|\n")
    for row in SLIPPED.rows
)

# ------------------------------------------------ one cell a line, each row opened by a pipe
OPENED = Ledger("序号|检查任务|检查对象|发起部门|参与部门|检查比例|起止时间", "NT-LS--", """
1|对农药经营门店台账和仓储情况的联合检查|农药经营门店|县农业农村局|县市场监管局|10%|2025年3月-6月 ## D:2025-06-30
2|对校外培训机构收费和消防安全的联合检查|校外培训机构|县教育局|县市场监管局、县消防救援大队|20%|2025年7月-8月 ## D:2025-08-31
3|对旅行社经营行为的联合检查|旅行社|县文旅局|县公安局|10%|2025年4月-9月 ## D:2025-09-30
4|对加油站油品质量的联合检查|加油站|县市场监管局|县商务局|30%|2025年5月-11月 ## D:2025-11-30
""")
OPENED_TEXT = "沐川岭县2025年度部门联合抽查计划\n" + "".join("| " + " |\n".join(row) + " |\n" for row in OPENED.rows)

# ------------------------------------------------ a school's calendar: weeks and days stand left of what is done in them
CALENDAR = Ledger("起止日期||主要工作|责任处室", "H-TR", """
开学前|2月20日|教职工大会|校办公室 ## D:2023-02-20
^|2月21日|班主任培训会|德育处 ## D:2023-02-21
^|2月22日|新生报到、教材发放|教务处、总务处 ## D:2023-02-22
第一周|2月23日-2月26日|开学典礼|德育处、团委 ## D:2023-02-26
^|^|安全隐患大排查|保卫处 ## D:2023-02-26
^|^|备课组长会议|教务处 ## D:2023-02-26
^|^|寒假作业展评|教务处 ## D:2023-02-26
第二周|2月27日-3月5日|主题班会：向雷锋同志学习|团委 ## D:2023-03-05
^|^|高三模拟考试|教务处 ## D:2023-03-05
^|^|家长学校开课|德育处 ## D:2023-03-05
""")
CALENDAR_TEXT = "青桐中学2022-2023学年第二学期工作行事历\n" + "".join(
    " | ".join(cell for cell in row if cell not in ("", "^")) + " |" + (" " + "|" * missing if (missing := row.count("^") + row.count("")) else "") + "\n"
    for row in CALENDAR.rows
)

# ------------------------------------------------ the copy ends inside a row; the seal is another body's, and only 代章 says so
CUT = Ledger("序号|抽查任务名称|抽查类型|抽查事项|检查对象|抽查比例|实施时间|实施单位", "NM-T---R", """
1|典当行业抽查|定向|典当行业务经营、当票使用和资产比例情况的检查。|全市典当行|100%|2024年9月|市政府办公室 ## D:2024-09-30
2|民办幼儿园抽查|不定向|民办幼儿园办学行为、收费公示和食品安全情况的检查。|民办幼儿园|5%|2024年10月|市教育局 ## D:2024-10-31
""")
CUT_TEXT = (
    "各县（区）人民政府，各成员单位:\n为贯彻落实市政府关于随机抽查工作的部署，现将《映川市2024年度随机抽查工作计划》印发给你们。\n"
    "映川市随机抽查工作联席会议\n（代章）\n2024年3月29日\n映川市2024年度随机抽查工作计划\n"
    + "".join(" | ".join(row) + " |\n" for row in CUT.rows)
    + "3 | 拍卖行业抽查 | 定向 | 拍卖企业备案、拍卖公告发布和"
)
CUT_TASKS = [*CUT.tasks, {**CUT.tasks[0], "number": "3", "text": "拍卖企业备案、拍卖公告发布和", "optional": True}]

# ------------------------------------------------ every cell on a line of its own, the empty ones too
EVENTS = Ledger("序号|活动时间|活动内容|活动地点|责任单位|备注", "N-T-R-", """
1||“书香青禾”全民阅读启动仪式|市民广场|市委宣传部 市文广旅局|
2|4月23日|经典诵读大赛|市图书馆报告厅|市教育局 团市委|各中小学 ## D:2021-04-23
3||流动图书车进乡村活动|各镇文化站|市图书馆|
4||非遗手作体验课|文化馆二楼|市文化馆|市直各单位
5|4月29日|读书征文颁奖典礼|市民广场|市文联 市总工会| ## D:2021-04-29
""")
EVENTS_TEXT = "青禾市2021年读书月活动安排表\n" + "".join(
    f"{cell} |\n" if cell else "|\n" for row in EVENTS.rows for cell in row
)

# ------------------------------------------------ the merged cell on the left is missing, and rows are filled up on the right
WEEK = Ledger("工作要点|具体内容|责任人|备注", "HTR-", """
德育工作|组织“小手拉大手”垃圾分类宣传活动，每班上交一份活动记录。|年级组|在群内上传照片 ## O:1份
^|检查各班卫生包干区，对存在的问题当天反馈。|政教处|
教学工作|完成第一单元质量检测，做好试卷分析。|教务处|
^|组织青年教师汇报课，每位教师听课不少于3节。|教科室 教务处|评课表另发 ## G:3节
安全工作|开展防溺水主题教育，发放致家长的一封信。|安全办|
""")
WEEK_TEXT = "石桥镇中心小学第十二周工作安排\n发表日期:2022/5/9 8:20:11 浏览:57\n" + "".join(
    "".join(f"{cell} |\n" for cell in row if cell not in ("", "^")) + "|" * sum(cell in ("", "^") for cell in row)
    + "\n" * any(cell in ("", "^") for cell in row)
    for row in WEEK.rows
)

SAMPLES = (
    Sample("sixth-last-cell-slipped", "任务分解.txt", {19: "pipe-delimited with stray"}, lambda: txt(SLIPPED_TEXT),
           expected("岚山市财政局2023年政务公开重点任务分解表", None, "岚山市财政局", None, SLIPPED.tasks)),
    Sample("sixth-rows-opened-by-a-pipe", "联合抽查.txt", {19: "pipe-delimited", 43: "a lead/other split"}, lambda: txt(OPENED_TEXT),
           expected("沐川岭县2025年度部门联合抽查计划", None, None, None, OPENED.tasks)),
    Sample("sixth-calendar-of-a-school", "行事历.txt", {19: "pipe-delimited"}, lambda: txt(CALENDAR_TEXT),
           expected("青桐中学2022-2023学年第二学期工作行事历", None, "青桐中学", None, CALENDAR.tasks)),
    Sample("sixth-cut-inside-a-row", "抽查计划.txt", {19: "pipe-delimited"}, lambda: txt(CUT_TEXT),
           expected("映川市2024年度随机抽查工作计划", None, "映川市随机抽查工作联席会议", "2024-03-29", CUT_TASKS)),
    Sample("sixth-empty-cells-too", "活动安排.txt", {19: "one cell per line"}, lambda: txt(EVENTS_TEXT),
           expected("青禾市2021年读书月活动安排表", None, None, None, EVENTS.tasks)),
    Sample("sixth-week-of-a-school", "周工作安排.txt", {19: "merged cells simply missing"}, lambda: txt(WEEK_TEXT),
           expected("石桥镇中心小学第十二周工作安排", None, "石桥镇中心小学", None, WEEK.tasks)),
)
