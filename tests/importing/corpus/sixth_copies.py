"""Tables and plans as other programs hand them on: a preview, a page of one line, Markdown, a web page's cells."""

from tests.importing.corpus.make import docx, grid, run_together, txt
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

SAMPLES = (
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
