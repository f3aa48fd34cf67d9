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

# what class of page it is stands before the title, the number of the document in brackets behind it
CLASSED = Marked("""一、{H1主要预期目标}
1. {T粮食总产量稳定在42万吨以上。} ## G:42万吨
牵头负责领导：{P陆明}。
牵头责任单位：{L县农业农村局}。
协同责任单位：{S县水利局、县气象局}等。
2. {T外贸进出口增长6%左右。} ## G:6%
牵头负责领导：{P肖扬}。
牵头责任单位：{L县商务局}。
协同责任单位：{S县财政局、云屏经开区管委会}。
""")
CLASSED_TEXT = f"""政务微博
【县政府重点工作分解】云屏县人民政府关于2022年县政府重点工作及责任分解的通知(云政〔2022〕3号)
来源：云屏县政府网 浏览次数： 发布时间：2022-02-11 17:29
各乡镇人民政府，县政府各部门：
县政府工作报告确定了重点工作，由各位县领导分别负责，请认真落实，按时报告进展。
{CLASSED.text}"""

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

# one long line with a single clause in it, below the page's own table of what it is
LONE = Marked("""一、{H1深入实施就业优先战略}
1.{T坚持就业优先。把稳定和扩大就业作为制定规划的优先选项,将城镇调查失业率纳入年度计划,对带动就业的项目优先给予支持,定期分析用工形势,及时发布招聘信息。}({L市发展改革委、市人力资源社会保障局}牵头,{S市教育局、市统计局}参加)
2.{T扶持小微企业。落实小型微型企业税收优惠政策,简化贷款手续,引导银行延长还款期限,减轻企业负担}
""")
LONE.tasks[1]["optional"] = True
LONE_TITLE = "云屏市人民政府关于进一步做好就业创业工作的意见"
LONE_TEXT = (
    f"文号 | 云政办〔2017〕11号 | 索引号 | 005452065/2017-00024 |\n{LONE_TITLE} |\n||||\n各县(市、区)人民政府,市政府各部门: "
    "为进一步做好就业创业工作,现提出以下意见: " + " ".join(LONE.text.split("\n"))
)

SAMPLES = (
    Sample("sixth-title-again", "分工.txt", {108: "title repeated"}, lambda: txt(AGAIN_TEXT),
           expected(AGAIN_TITLE, "云政发〔2021〕8号", "云屏省人民政府", None, AGAIN)),
    Sample("sixth-title-classed", "分解.txt", {107: "in the title line"}, lambda: txt(CLASSED_TEXT),
           expected("云屏县人民政府关于2022年县政府重点工作及责任分解的通知", "云政〔2022〕3号", "云屏县人民政府", None, CLASSED,
                    title_also=["2022年县政府重点工作及责任分解"])),
    Sample("sixth-clause-amid", "任务.txt", {82: "because the list itself has", 79: "also binds later items"}, lambda: txt(AMID_TEXT),
           expected(None, None, None, None, AMID, title_also=["其他专项工作"])),
    Sample("sixth-one-clause-in-one-line", "意见.txt", {110: "metadata table"}, lambda: txt(LONE_TEXT),
           expected(LONE_TITLE, "云政办〔2017〕11号", "云屏市人民政府", None, LONE)),
)  # fmt: skip
