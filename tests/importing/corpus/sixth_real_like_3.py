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

SAMPLES = (
    Sample("sixth-title-again", "分工.txt", {108: "title repeated"}, lambda: txt(AGAIN_TEXT),
           expected(AGAIN_TITLE, "云政发〔2021〕8号", "云屏省人民政府", None, AGAIN)),
    Sample("sixth-title-classed", "分解.txt", {107: "in the title line"}, lambda: txt(CLASSED_TEXT),
           expected("云屏县人民政府关于2022年县政府重点工作及责任分解的通知", "云政〔2022〕3号", "云屏县人民政府", None, CLASSED,
                    title_also=["2022年县政府重点工作及责任分解"])),
)  # fmt: skip
