"""What sites and forms do to a plan: 年 and 月 lost in its days, its number behind its title, roles told in one column."""

import re

from tests.importing.corpus.make import grid, html, piped, txt
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample


def lost(text: str) -> str:
    """As a site's export leaves days."""
    return re.sub(r"(?<=\d)[年月]", "", text)


FIELDS = Marked("""一、{H1抓好春季农业生产}
1.{T春播粮食作物46万亩，落实良种补贴资金860万元。}（责任单位：{R市农业农村局，各县（区）人民政府}） ## G:46万亩,860万元
2.{T储备化肥1.2万吨，4月底前全部到位。}（责任单位：{R市供销社、市农业农村局}） ## G:1.2万吨 D:2022-04-30
二、{H1推进农村改革}
3.{T6月30日前完成土地延包试点村12个。}（责任单位：{R市农业农村局}） ## G:12个 D:2022-06-30
4.{T培育家庭农场150家，其中省级示范20家。}（责任单位：{R市农业农村局、市市场监管局}） ## G:150家,20家
5.{T每年评选“十佳农民合作社”。}（责任单位：{R市农业农村局}） ## Y:yearly O:10个,10家
""")
FIELDS_HEAD = """西川市人民政府办公室关于印发2022年“三农”工作任务清单的通知
西政办发〔2022〕3号
各县（区）人民政府，市政府各部门：
《2022年“三农”工作任务清单》已经市政府同意，现印发给你们。
西川市人民政府办公室
2022年3月21日
2022年“三农”工作任务清单
"""
FIELDS_PAGE = "".join(f"<p>　　{line}</p>\n" for line in lost(FIELDS_HEAD + FIELDS.text).strip().split("\n"))
for one in FIELDS.tasks[1:3]:
    one["text"] = lost(one["text"])

SERVED = Marked("""（一）{T建立困难职工档案动态管理机制，建档率100%。}（{R权益保障部}） ## G:100%
（二）{T开展“金秋助学”活动，资助困难职工子女180名，每人不低于2000元。}（{R权益保障部、财务部}） ## G:180名 O:2000元
（三）{T组织一线职工疗休养6批600人次。}（{R经济工作部}） ## G:6批,600人次
（四）{T职工书屋新建12家，10月底前挂牌。}（{R宣传教育部、各基层工会}） ## G:12家 D:2021-10-31
（五）{T新就业形态劳动者入会率提高到70%。}（{R组织部}） ## G:70%
""")
SERVED_HEAD = """<table><tr><td>索 引 号：</td><td>K1200-2021-0031</td><td>发布机构：</td><td>鹤岭市总工会</td></tr><tr><td>文　　号：</td><td>无</td><td>发布日期：</td><td>2021-04-16</td></tr></table>
<h1>鹤岭市总工会2021年服务职工工作任务分工 鹤工发〔2021〕11号</h1><p>发布时间：2021-04-16　字体：大 中 小　【打印】</p>"""
SERVED_PAGE = (
    SERVED_HEAD
    + "".join(f"<p>{line}</p>" for line in SERVED.text.strip().split("\n"))
    + "<p>鹤岭市总工会</p><p>二〇二一年四月十三日</p>"
)

DUTIES = Marked("""1|{T完成农村户厕改造4600户。}|{L县农业农村局}牵头，{S县住建局、县卫健局}配合|2022年10月底前 ## D:2022-10-31 G:4600户
2|{T新改建“四好农村路”85公里。}|{L县交通运输局}（牵头）、{R县财政局，各乡镇人民政府}|11月底前 ## D:2022-11-30 G:85公里
3|{T农村自来水普及率达到95%。}|主办：{L县水利局}\\n协办：{S县农业农村局、各乡镇人民政府}|年底前 ## D:2022-12-31 G:95%
4|{T5G网络覆盖所有行政村。}|{R县工信局、县发改局、移动公司}|2022年12月 ## D:2022-12-31 O:100%
5|{T新建村级寄递物流综合服务点60个。}|{R县邮政管理局、县商务局}按职责分工负责|6月底前 ## D:2022-06-30 G:60个
6|{T建设村级文化广场20处。}|{L县文旅局、县委宣传部}牵头，{R各乡镇人民政府}负责|9月上旬 ## D:2022-09-10 G:20处
7|{T农村生活垃圾收运处置体系覆盖率达到98%。}|牵头单位：{L县城管局}；责任单位：{R各乡镇人民政府}；配合单位：{S县财政局}|持续推进 ## Y:ongoing G:98%
""")
DUTIES_ROWS = grid("序号|重点任务|责任单位及分工|完成时限\n" + DUTIES.text)

SAMPLES = (
    Sample("seventh-lost-months-html", "三农.html", {114: "年/月 lost", 98: "Reporting dates"},
           lambda: html(FIELDS_PAGE, title="2022年“三农”工作任务清单"),
           expected("2022“三农”工作任务清单", None, "西川市人民政府办公室", "2022-03-21", FIELDS, title_also=["2022年“三农”工作任务清单"],
                    doc_number_also=["西政办发〔2022〕3号", "西政办发〔20223", "西政办发〔20223号"])),
    Sample("seventh-number-behind-title-html", "工会.html", {107: "in the title line 1", 109: "Chinese-digit date", 110: "索引号"},
           lambda: html(SERVED_PAGE, title="鹤岭市总工会2021年服务职工工作任务分工"),
           expected("鹤岭市总工会2021年服务职工工作任务分工", "鹤工发〔2021〕11号", "鹤岭市总工会", "2021-04-13", SERVED)),
    Sample("seventh-duties-pipes-txt", "分工.txt", {19: "pipe-delimited", 74: "A牵头"},
           lambda: txt("沙河县2022年乡村建设行动责任分工表\n沙乡振组〔2022〕3号\n\n" + piped(DUTIES_ROWS, "|") + "\n"),
           expected("沙河县2022年乡村建设行动责任分工表", "沙乡振组〔2022〕3号", None, None, DUTIES, issuer_also=["沙河县", "沙河县人民政府"])),
)  # fmt: skip
