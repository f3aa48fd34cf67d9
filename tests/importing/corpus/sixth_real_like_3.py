"""Pages as public sites keep them: the title said again below the site's name, or with its class before and number behind."""

from tests.importing.corpus.make import txt
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# the site prints its own name between the page's title and the document's
AGAIN_TITLE = "云屏省人民政府关于落实稳定就业重点工作部门分工的意见"
AGAIN = Marked("""一、{H1稳住现有岗位}
1.{T延续缓缴社会保险费政策，惠及企业2万户以上。}（{R省人力资源社会保障厅、省财政厅}按职责分工负责） ## G:2万户
2.{T发放稳岗返还资金，9月底前全部到账。}（{L省人力资源社会保障厅}牵头，{S省税务局}配合） ## D:2021-09-30
""")
AGAIN_TEXT = f"""返回首页

{AGAIN_TITLE}

云屏政务网

  {AGAIN_TITLE}

  云政发〔2021〕8号

  各市人民政府，省政府各部门：

  为做好稳定就业工作，现提出部门分工意见如下：

{AGAIN.text}"""

# the units stand behind an item's name and one sentence goes on behind them; who else is bound is said with an aside
AMID = Marked("""三、{H1工作任务}
(九){H2其他专项工作}
1、{T规范行业协会收费行为}(牵头单位:{L市民政局、市发展改革委};配合单位:{S市市场监管局}) ## X:规范行业协会收费行为。坚决取消没有依据的收费项目。
。坚决取消没有依据的收费项目。
2、{T用水总量控制在6.5亿立方米以内。}[{L市水务局}牵头,{S市工信局}配合。以下均需各县(市)区政府落实,区政府无相关职能的,由市直部门负责,不再列出)] ## G:6.5亿立方米 R:各县(市)区政府
3、{T新建节水灌溉示范区4处。}(牵头单位:{L市水务局};责任单位:{R各县、自治县、特区、区人民政府},{R各开发区管委会}等) ## G:4处 R:各县(市)区政府
四、工作要求
(一)加强组织领导,落实工作责任。
""")
AMID.tasks[0].update(text=AMID.tasks[0].pop("text_also")[0])
_parts = ("各县", "自治县", "特区", "区人民政府")
_kept = [_unit for _unit in AMID.tasks[2]["departments"] if _unit["name"] not in _parts]
AMID.tasks[2]["departments"] = [*_kept, {"name": "、".join(_parts), "role": "responsible"}]
AMID_TEXT = AMID.text.replace(")\n。坚决", ")。坚决")

# one long line with a single clause in it; above it what class of page it is before the title, and below the page's own table of what it is
LONE = Marked("""一、{H1深入实施就业优先战略}
1.{T坚持就业优先。把稳定和扩大就业作为制定规划的优先选项,将城镇调查失业率纳入年度计划,对带动就业的项目优先给予支持,定期分析用工形势,及时发布招聘信息。}({L市发展改革委、市人力资源社会保障局}牵头,{S市教育局、市统计局}参加)
2.{T扶持小微企业。落实小型微型企业税收优惠政策,简化贷款手续,引导银行延长还款期限,减轻企业负担}
""")
LONE.tasks[1]["optional"] = True
LONE_TITLE = "云屏市人民政府关于进一步做好就业创业工作的意见"
LONE_TEXT = (
    f"文号 | 云政办〔2017〕11号 | 索引号 | 005452065/2017-00024 |\n【市政府就业工作文件】{LONE_TITLE}(云政办〔2017〕11号) |\n||||\n各县(市、区)人民政府,市政府各部门: "
    "为进一步做好就业创业工作,现提出以下意见: " + " ".join(LONE.text.split("\n"))
)

# a sentence of its own says who sees to the item; the title goes on in a line that begins like a label
ALONE = Marked("""一、{H1为民办好“十件实事”}
(一){T发放种粮补贴,确保补贴总额高于上年。}由{R市财政局、农业局},{R各县(市)}、区人民政府负责落实。
(二){T改善农村居民饮水条件,解决12万人饮水安全问题。}由{R市水利局}负责落实。 ## G:12万人
(三){T新建社区卫生服务站30所。}由{R市卫生局、民政局},{R各县(市)}、区人民政府负责落实。 ## G:30所
""")
for _task in ALONE.tasks:
    for _unit in _task["departments"]:
        _unit["name"] = _unit["name"].replace("各县(市)", "各县(市)、区人民政府")
ALONE_TEXT = f"""云屏市人民政府办公厅
关于明确政府工作报告提出的2009年重点工作
责任单位的通知
云政办〔2009〕7号
各县(市)、区人民政府,市人民政府各部门:
为完成政府工作报告提出的任务,现将重点工作分解立项。各责任单位要在3月、6月、9月、12月底前报送完成情况。
{ALONE.text}"""

# the second page of a document begins with the labels of an item that stands on the first; blanks fell into names
SECOND_PAGE = Marked("""三、{H1教育惠民工程}
(一){T扩大学前教育资源项目。资金来源:中央专项资金和县级配套。目标任务:新建幼儿园6所。}
牵头单位:{L市教育局}。
配合单位:{S市财政局、发改委}。
实施时间:2012年1-10月。 ## D:2012-10-31 G:6所 X:新建幼儿园6所。
(二){T寄宿生生活补助项目。资金来源:市级财政配套。目标任务:为符合条件的寄宿生按时发放补助。}
牵头单位:{L市民政局}。
配合单位:{S市财政局}。
实施时间:2012年1-12月。 ## D:2012-12-31 X:为符合条件的寄宿生按时发放补助。
""")
for _task in SECOND_PAGE.tasks:
    _name = _task["text"].split("项目。")[0] + "项目"
    _task["heading_also"] = [f"{_task['heading']} / {_name}"]
SECOND_PAGE_TEXT = "牵头单位:市卫生局。\n配合单位:市财政局。\n实施时间:2012年1-12月。\n" + SECOND_PAGE.text.replace(
    "目标任务", "\n目标任务"
).replace("资金来源", "\n资金来源").replace("牵头单位:市民政局", "牵头单位:市 民政局")

# units in lines of their own, under each of which the plan counts anew
COUNTED = Marked("""市教育局
一、{T继续资助农村义务教育,年内落实资助资金1000万元以上。} ## D:2005-12-31 G:1000万元 R:市教育局
二、{T小学入学率达到100%,初中巩固率达到97%以上。} ## G:100%,97% R:市教育局
市卫生局
一、{T开展助产机构清理整顿,打击非法接生。} ## R:市卫生局
二、{T新生儿死亡率降低到5.95‰。} ## G:5.95‰ R:市卫生局
市妇联
一、{T培训妇女骨干3000人。} ## G:3000人 R:市妇联
""")
for _task in COUNTED.tasks:
    _task["heading_also"] = [_task["departments"][0]["name"]]
COUNTED_TITLE = "云屏市妇女儿童发展规划2005年目标任务分解"

# goals of a plan: years of schooling are one; a rule for several units says nothing of one alone; 一次能源 is no occasion
SHARED_OUT = Marked("""二、{H1主要指标分工}
（一）{H2约束性指标}。
1﹒{T劳动年龄人口平均受教育年限达到11.6年。}（{R市教育局}） ## G:11.6年
2﹒{T农村贫困人口脱贫累计达到12.4万人。}（{L市委农办}、{R市扶贫办}） ## G:12.4万人
3﹒{T完成省下达的非化石能源占一次能源消费比重指标。}（{L市发改委}、{R市统计局}）
4﹒{T城镇棚户区住房改造累计完成1.2万套。}（{R市房产局}） ## G:1.2万套
（二）{H2预期性指标}。
5﹒{T人均预期寿命提高到78.5岁。}（{L市卫健委}、{R云山高新区党工委和管委会}） ## G:78.5岁
""")
SHARED_OUT_TEXT = f"""各县、市、区人民政府，市政府各部门：
为做好规划纲要实施工作，现将主要目标和任务分解落实到各地、各部门，并将有关事项通知如下：
一、分工原则
（一）突出主要目标。对要求明确、有利于评价的内容进行分解。
（二）合理划分责任。由多个单位负责的，排在第一位的为牵头单位；各县、市、区人民政府应将本地目标与全市目标衔接。
{SHARED_OUT.text}"""

# the page lost the break behind a heading and broke a line before a clause; one unit sees to it together with others
RUN_TOGETHER = Marked("""二、{H1责任主体及工作分工}按照上述原则，明确带有约束性的主要目标和重点任务的责任主体及其工作分工。
（一）{H2主要目标}。
对主要约束性指标进行分解，各区县、各有关部门要确保完成。
{T常住人口控制在320万人左右。}（{L市卫生健康委、市公安局}牵头） ## G:320万人
{T耕地保有量保持在国家核定的面积。}（{L市自然资源局}牵头）
{T主要污染物排放总量减少12%。}（{L市生态环境局}牵头） ## G:12%
（二）{H2保障条件}。
1.{T万元生产总值综合能耗下降16%以上。}（{R市经信局}会同{R市统计局}和{R各县区}组织落实） ## G:16%
2.{T全社会固定资产投资年均增长15%。}（{R市发展改革委}会同{R各县区}组织推进） ## G:15%
""")
for _task in RUN_TOGETHER.tasks[:3]:
    _task.update(number_also=["一"], heading_also=["责任主体及工作分工"])
_printed = (
    RUN_TOGETHER.text.replace("牵头）\n耕", "牵头）耕")
    .replace("面积。（", "面积。\n（")
    .replace("牵头）\n主", "牵头）主")
)
RUN_TOGETHER_TEXT = f"市人民政府决定将规划纲要提出的主要目标分解落实。现将有关事项通知如下：\n一、分工原则\n（一）明确政府职责。对依靠市场主体自主行为实现的目标不作分解。\n{_printed}"

# the whole page in one line: the title runs on into the first sentence, which names the plan above this one
ONE_LINE = Marked("""一 {H1完善知识产权制度}
(一){H2完善法规规章}
1.{T推动完成《云屏市专利条例》修改,推进基础性研究论证。}({R市司法局}负责)
2.{T推动出台《民间文艺作品保护办法》。}({R市委宣传部}负责)
3.{T研究制定《标准必要专利指引》。}({R市市场监管局}负责)
""")
for _task in ONE_LINE.tasks:
    _task["heading_also"] = ["完善法规规章"]
ONE_LINE_TITLE = "2023年云屏市知识产权建设推进计划"
ONE_LINE_TEXT = (
    f"7大类39项!《{ONE_LINE_TITLE}》印发 二维码\n2\n{ONE_LINE_TITLE} 为贯彻落实市委印发的《知识产权强市建设纲要(2021—2035年)》"
    "(以下简称《纲要》),明确2023年度重点任务和工作措施,制定本计划。 " + " ".join(ONE_LINE.text.split("\n"))
)

SAMPLES = (
    Sample("sixth-title-again", "分工.txt", {108: "title repeated"}, lambda: txt(AGAIN_TEXT),
           expected(AGAIN_TITLE, "云政发〔2021〕8号", "云屏省人民政府", None, AGAIN)),
    Sample("sixth-clause-amid", "任务.txt", {82: "because the list itself has", 79: "also binds later items"}, lambda: txt(AMID_TEXT),
           expected(None, None, None, None, AMID, title_also=["其他专项工作"])),
    Sample("sixth-one-clause-in-one-line", "意见.txt", {110: "metadata table"}, lambda: txt(LONE_TEXT),
           expected(LONE_TITLE, "云政办〔2017〕11号", "云屏市人民政府", None, LONE)),
    Sample("sixth-spoken-alone", "立项.txt", {108: "broken over two"}, lambda: txt(ALONE_TEXT),
           expected("云屏市人民政府办公厅关于明确政府工作报告提出的2009年重点工作责任单位的通知", "云政办〔2009〕7号", "云屏市人民政府办公厅", None, ALONE)),
    Sample("sixth-begun-behind", "实事.txt", {77: "label lines"}, lambda: txt(SECOND_PAGE_TEXT),
           expected(None, None, None, None, SECOND_PAGE)),
    Sample("sixth-counted-under-units", "分解.txt", {60: "restarts at 1"}, lambda: txt(f"{COUNTED_TITLE}\n云妇儿工委〔2005〕3号\n{COUNTED.text}"),
           expected(COUNTED_TITLE, "云妇儿工委〔2005〕3号", None, None, COUNTED)),
    Sample("sixth-plan-shared-out", "分工.txt", {78: "role rule stated once"}, lambda: txt(SHARED_OUT_TEXT),
           expected(None, None, None, None, SHARED_OUT, issuer_also=["市政府"])),
    Sample("sixth-run-together", "分工.txt", {81: "two or more clauses"}, lambda: txt(RUN_TOGETHER_TEXT),
           expected(None, None, None, None, RUN_TOGETHER, issuer_also=["市人民政府"])),
    Sample("sixth-title-run-on", "推进计划.txt", {108: "title repeated"}, lambda: txt(ONE_LINE_TEXT),
           expected(ONE_LINE_TITLE, None, None, None, ONE_LINE)),
)  # fmt: skip
