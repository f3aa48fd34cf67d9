"""Clauses as offices print them: two bodies sign below the last list of units, a notice's own points before the ledger."""

from tests.importing.corpus.make import Line, docx, txt
from tests.importing.corpus.make.grid import lines
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# numbers run on across headings, the list of units without a stop, and two bodies sign right below the last one
TOWN = Marked("""一、{H1聚焦产业发展}
1、{T盘活闲置厂房3处，招引亿元以上项目1个、5000万元以上项目3个。}责任部门：{R经济发展办公室} ## G:3处,1个,3个 O:1亿元,5000万元
2、{T推广茶园绿色防控技术，改造低产茶园800亩，4月底前完成春茶交易市场提升工程。}责任部门：{R农业农村办公室、农业综合服务中心} ## G:800亩 D:2021-04-30
3、{T举办第六届桃花节，力争全年接待游客20万人次。}责任部门：{R文化和旅游服务中心} ## G:20万人次
二、{H1聚焦生态宜居}
4、{T完成农村户厕改造310座，新建垃圾分类亭12座。}责任部门：{R村镇建设办公室，各村（社区）} ## G:310座,12座
5、{T严格落实河长制，镇级河长每半月巡河不少于1次，村级河长每周巡河不少于1次。}责任部门：{R农业农村办公室、各村（社区）} ## Y:weekly O:1次,1次
6、{T秸秆禁烧实行网格化管理，力争全年零火点。}责任部门：{R综合行政执法队、各村（社区）}
三、{H1聚焦平安稳定}
7、{T常态化开展矛盾纠纷排查，做到小事不出村、大事不出镇。}责任部门：{R平安建设办公室、司法所} ## Y:ongoing
8、{T对辖区52家“九小场所”开展消防安全检查，6月、11月各集中整治一次。}责任部门：{R应急管理办公室、派出所} ## O:52家,1次 D:2021-11-30,null Y:null,half_yearly
9、{T完成镇村便民服务中心标准化改造，实现“最多跑一次”事项占比95%以上。}责任部门：{R便民服务中心} ## G:95%
""")
TOWN_TEXT = (
    """白溪镇2021年工作要点

2021年是“十四五”开局之年，全镇工作的总体要求是：坚持稳中求进工作总基调，奋力打造“茶香小镇、康养白溪”。全年预期目标：农村居民人均可支配收入增长9%，一般公共预算收入达到2600万元。

"""
    + TOWN.text
    + """
中共白溪镇委员会
白溪镇人民政府
2021年2月26日
"""
)

# the notice has points 一、二、 and is signed before the ledger begins with （一）
SCHOOL = Marked("""（一）{H1加强党的建设}
1.{T落实党组织领导的校长负责制，修订议事规则2项。}（{L党政办公室}，{R组织人事处}） ## G:2项
2.{T开展主题教育，处级以上干部讲党课不少于1次。}（{L组织人事处}，{R各党总支}） ## O:1次
3.{T做好新修订《纪律处分条例》学习培训。}（{R纪检监察室}）
（二）{H1深化教学改革}
4.{T申报省级精品在线课程5门、规划教材8部，5月底前完成校内遴选。}（{L教务处}，{R各二级学院}） ## G:5门,8部 D:2023-05-31
5.{T承办省职业院校技能大赛赛项2个，力争获一等奖6项以上。}（{L教务处}，{R实训中心}，{R后勤处}） ## G:2个,6项
6.{T“双师型”教师比例达到65%，选派40名教师到企业实践锻炼。}（{L组织人事处}，{R教务处}，{R各二级学院}） ## G:65%,40名
（三）{H1做好招生就业}
7.{T全日制招生计划完成率不低于98%，生源质量稳步提升。}（{L招生就业处}，{R各二级学院}） ## G:98%
8.{T落实访企拓岗专项行动，校领导走访企业不少于100家，毕业生年终去向落实率不低于92%。}（{L招生就业处}，{R校企合作办公室}，{R各二级学院}） ## G:100家,92%
（四）{H1优化服务保障}
9.{T学生公寓B栋空调安装工程暑期完成，第二食堂10月份投入使用。}（{L后勤处}，{R计划财务处}，{R学生工作处}） ## D:2023-10-31
""")
for _task in SCHOOL.tasks:
    _task["departments"][0]["role"] = "lead"
SCHOOL_RULE = """各党总支、各部门、各二级学院：
现将《海宁职业技术学院2023年党政工作要点任务分解》印发给你们。每项任务列第一位的部门为牵头部门，其余为责任部门。请各牵头部门于3月15日前将工作方案报党政办公室，并按以下要求抓好落实：
一、提高认识。各部门要把落实工作要点作为检验作风的重要标尺。
二、统筹推进。牵头部门每月28日前在OA系统填报进度。"""

SAMPLES = (
    Sample("sixth-clauses-town", "要点.txt", {15: "clause inline without brackets", 54: "continuing across headings", 109: "Signature"},
           lambda: txt(TOWN_TEXT, "gb18030", "\r\n"),
           expected("白溪镇2021年工作要点", None, "中共白溪镇委员会", "2021-02-26", TOWN, issuer_also=["白溪镇人民政府"])),
    Sample("sixth-clauses-school", "要点.docx", {66: "requirement paragraphs", 78: "bare list, role rule stated once"},
           lambda: docx([Line("海宁职业技术学院文件", centred=True), Line("海职院党发〔2023〕11号", centred=True),
                         Line("关于印发《海宁职业技术学院2023年党政工作要点任务分解》的通知", centred=True), *lines(SCHOOL_RULE),
                         "中共海宁职业技术学院委员会办公室", "2023年3月1日",
                         Line("海宁职业技术学院2023年党政工作要点任务分解", centred=True, page_break=True), *lines(SCHOOL.text)]),
           expected("海宁职业技术学院2023年党政工作要点任务分解", "海职院党发〔2023〕11号", "中共海宁职业技术学院委员会办公室", "2023-03-01", SCHOOL)),
)  # fmt: skip
