"""Tables and plans as other programs hand them on: a preview, a page of one line, Markdown, page edges, aligned columns."""

from tests.importing.corpus.make import cell_a_line, docx, grid, run_together, txt
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# a preview without any separator; one number has two rows, units end in 镇政府 and 镇街
ERRANDS = Marked("""1|{M绿色生态工程}|{T新建公园绿地35公顷，人均公园绿地面积达到14平方米}|{P张国强}|{L区园林局}|{S区发展改革委、区财政局} ## G:35公顷,14平方米
2|{M清洁取暖工程}|{T完成平原地区20个村“煤改电”，涉及居民8600户}|{P李红梅}|{L区城管委}|{S区农业局、各镇政府} ## G:20个 O:8600户
^|^|{T更换老旧燃气锅炉45台}|^|{L区生态环境局}|{S区市场监管局} ## G:45台 P:李红梅
3|{M文化服务工程}|{T组织群众文化活动1000场，放映公益电影4500场}|{P赵敏}|{L区文化和旅游局}|{S各镇街} ## G:1000场,4500场
4|{M就业增收工程}|{T促进城乡劳动力就业5000人，农村居民收入增长8%左右}|{P王振华}|{L区人力资源社会保障局}|{S区农业局、区统计局} ## G:5000人,8%
""")
ERRANDS.tasks[2]["heading_also"] = [None, "清洁取暖工程"]
ERRANDS_ROWS = grid("序号|项目名称|主要内容|区政府分管领导|牵头单位|配合单位\n" + ERRANDS.text)

# a whole plan on one line: title and number run together, parts with clauses of their own
QUARTER = Marked("""{H1一、加快产业升级}
1.{H2培育优势产业。}
（1）{T打造百亿级装备制造集群，引进配套企业20家。}（牵头单位：{L区工信局}；责任单位：{R区投促局、各街道}） ## N:1(1) G:20家
（2）{T支持企业数字化改造，上云企业达到300家。}（牵头单位：{L区大数据局}；责任单位：{R区工信局}） ## N:1(2) G:300家
{H2}2.{T提升楼宇经济，新增税收亿元楼宇3栋，11月底前完成。}（牵头单位：{L区商务局}；责任单位：{R区税务局、各街道}） ## G:3栋 D:2021-11-30 O:1亿元
{H1二、建设宜居城区}
3.{T实施雨污分流改造工程18公里。}（牵头单位：{L区住建局}；责任单位：{R区水务局、城投公司}） ## G:18公里
""")

# a page written in Markdown, its number in bold
HARBOUR = Marked("""1|{T对已建成通航的桥梁开展防船撞设施排查，建立问题清单。}|{L市交通运输局}|{S市港航中心、海事局}|4月30日前 ## D:2022-04-30
2|{T清理取缔“三无”船舶，立案查处率100%。}|{L市农业农村局}|{S市公安局、海事局}|9月底前 ## G:100% D:2022-09-30
3|{T每半年组织一次水上搜救综合演练。}|{L海事局}|{S市应急管理局}|持续推进 ## Y:half_yearly,ongoing O:1次
""")
HARBOUR_LINES = ["序号|整治任务|牵头单位|配合单位|完成时限", "---|---|---|---|---", *HARBOUR.text.strip().split("\n")]
HARBOUR_TEXT = (
    "# 沅江口市水上交通安全专项整治任务清单\n\n**沅安委〔2022〕5号**\n\n"
    + "\n".join(f"| {line.replace('|', ' | ')} |" for line in HARBOUR_LINES)
    + "\n\n沅江口市安全生产委员会\n\n2022年3月18日\n"
)

# a cell a line between the edges of pages; what the measures serve stands left of the numbers; units over two lines
UNION = Marked(
    """{H1维护职工合法权益}|1|{T指导新就业形态企业建会，新发展会员6000人。}|{L组织部}|{S财务部、各县（市、区）总工会} ## N:1 G:6000人
^|2|{T建成户外劳动者服务站点50个。}|{L权益保障部}|{S各产业工会} ## N:2 G:50个
{H1提升职工技能素质}|3|{T举办市级职工技能竞赛25场，带动岗位练兵3万人次。}|{L经济技术部}|{S各产业工会} ## N:3 G:25场,3万人次
^|4|{T命名市级劳模创新工作室10个。}|{L经济技术部}|{S财务部} ## N:4 G:10个
{H1做实职工帮扶服务}|5|{T筹措“金秋助学”资金不少于120万元。}|{L帮扶中心}|{S财务部} ## N:5 G:120万元
^|6|{T每年组织一线职工疗休养2000人次。}|{L女职工部}|{S工人疗养院} ## N:6 Y:yearly G:2000人次
""".replace("\\\\n", "\n")
)
UNION_HEADER = "目标|序号|工作举措|牵头部门|协办部门"
UNION_TITLE = "洛川市总工会2020年重点工作任务分解方案"
UNION_CELLS = cell_a_line(grid(f"{UNION_HEADER}\n{UNION.text}"), "\n")
UNION_CELLS = UNION_CELLS.replace("25场，", "25场，\n").replace("财务部、各县", "财务部\n各县")
UNION_CELLS = UNION_CELLS.replace("\n3\n", "\n第 1 页 共 3 页\n文档预览\n3\n").replace(
    "\n5\n", f"\n2\n续表\n{UNION_TITLE}\n" + UNION_HEADER.replace("|", "\n") + "\n5\n"
)

# columns set with blanks, long cells go on below
GRID = """国网柳河供电公司2016年重点工作任务分解表

序号  工作任务                责任部门        完成时限

1     开展配电线路通道清障，  运维检修部      4月底前
      清理树障1200处。

2     农网改造升级完成投资56  发展建设部      12月底前
      00万元。                财务部

3     每月开展一次安全日活动  安质部          长期坚持
      。

国网柳河供电公司办公室
2016年3月1日
"""
GRID_TASKS = Marked("""1|{T开展配电线路通道清障，清理树障1200处。}|{R运维检修部}|4月底前 ## G:1200处 D:2016-04-30
2|{T农网改造升级完成投资5600万元。}|{R发展建设部 财务部}|12月底前 ## G:5600万元 D:2016-12-31
3|{T每月开展一次安全日活动。}|{R安质部}|长期坚持 ## Y:monthly,ongoing O:1次
""")

# a whole form on one line, single blanks between its cells, the signature behind the last of them
GRAIN = Marked("""1|{T制定机关干部平时考核实施办法}|{L人事处}|{S机关党委、办公室}|3月 ## D:2023-03-31
2|{T建立重大事项督办台账，督办件办结率达到98%}|{L办公室}|{S各处室}|4月底 ## G:98% D:2023-04-30
3|{T压减一般性支出10%，清理往来款项300万元}|{L财务处}|{S审计处、各直属单位}|6月底 ## G:10%,300万元 D:2023-06-30
4|{T推进行政执法“三项制度”全覆盖，抽查案卷不少于60卷}|{L政策法规处}|{S执法监督处}|第三季度 ## G:60卷 D:2023-09-30
5|{T每半年评估一次改革成效}|{L办公室}|{S政策法规处}|常态化推进 ## Y:half_yearly,ongoing O:1次
""")
GRAIN_TITLE = "省粮食和物资储备局2023年内部改革任务清单"
GRAIN_ROWS = grid("序号|改革任务|牵头处室|参与处室|完成时限\n" + GRAIN.text)

SAMPLES = (
    Sample("sixth-copies-union-page-edges", "分解方案.txt", {19: "one cell per line", 44: "merged down the left", 49: "Header repeated"},
           lambda: txt(f"{UNION_TITLE}\n{UNION_CELLS}\n洛川市总工会办公室\n2020年3月30日\n"),
           expected(UNION_TITLE, None, "洛川市总工会办公室", "2020-03-30", UNION)),
    Sample("sixth-copies-grid-aligned", "任务.txt", {20: "fields split by blanks"},
           lambda: txt(GRID),
           expected("国网柳河供电公司2016年重点工作任务分解表", None, "国网柳河供电公司办公室", "2016-03-01", GRID_TASKS)),
    Sample("sixth-copies-grain-one-line", "改革任务.txt", {20: "fields split by blanks", 96: "年内持续推进"},
           lambda: txt(" ".join([GRAIN_TITLE, *(cell for row in GRAIN_ROWS for cell in row), "省粮食和物资储备局办公室", "2023年2月20日"])),
           expected(GRAIN_TITLE, None, "省粮食和物资储备局办公室", "2023-02-20", GRAIN)),
    Sample("sixth-copies-errands-together", "折子工程.docx", {21: "a docx preview", 62: "several rows"},
           lambda: docx(["密水区2020年为民办实事折子工程任务书", run_together(ERRANDS_ROWS), "密水区人民政府办公室", "2020年2月11日"]),
           expected("密水区2020年为民办实事折子工程任务书", None, "密水区人民政府办公室", "2020-02-11", ERRANDS)),
    Sample("sixth-copies-quarter-line", "要点.txt", {59: "own clause", 73: "牵头单位：A；责任单位：B"},
           lambda: txt("海曙江区2021年重点工作任务分解海政办〔2021〕8号" + QUARTER.text.replace("\n", " ") + "海曙江区人民政府办公室2021年3月15日"),
           expected("海曙江区2021年重点工作任务分解", "海政办〔2021〕8号", "海曙江区人民政府办公室", "2021-03-15", QUARTER)),
    Sample("sixth-copies-harbour-markdown", "水上交通.txt", {19: "pipe-delimited", 107: "〔年〕"},
           lambda: txt(HARBOUR_TEXT),
           expected("沅江口市水上交通安全专项整治任务清单", "沅安委〔2022〕5号", "沅江口市安全生产委员会", "2022-03-18", HARBOUR)),
)  # fmt: skip
