"""Running texts as public sites keep them: matters without numbers, a plan of years under a borrowed seal."""

from tests.importing.corpus.make import txt
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# nothing is numbered: below each matter stands one line that says who answers, and the first of those leads
SHARED = Marked("""{H1罗敏副县长牵头工作}
{T推进政务大厅改造，优化窗口布局，年底前实现一窗受理。} ## D:2021-12-31 L:县政务中心 R:县大数据局、各镇政府
责任单位：县政务中心、县大数据局，各镇政府（列第一位者为工作牵头单位，下同）
{T清理涉企收费，公布收费目录清单。加强收费监督检查。} ## L:县发改局 R:县财政局
责任单位：县发改局、县财政局
{H1秦岳副县长牵头工作}
{T新改建农村公路60公里。} ## G:60公里 L:县交通局 R:县财政局、县水利局
责任单位：县交通局、县财政局、县水利局
{T深化农村集体产权制度改革。} ## L:县农业农村局 R:各镇政府
责任单位：县农业农村局，各镇政府
""")
SHARED_TEXT = f"""云屏县2021年政府重点工作责任分解
为完成县政府工作报告确定的任务，按照领导分工，现将重点工作的责任单位公布如下。
{SHARED.text}"""

# the years stand inside the title; another office lends its seal, and a group of bodies is printed with a mark inside
YEARS = Marked("""一、{H1重点任务}
1.{T完善乡村规划。2023年9月底前完成规划修编。}（牵头单位：{L市资源规划局}；责任单位：{R市直有关部门、单位}，{R各区政府}） ## D:2023-09-30
2.{T整治农村水系，治理河道30公里。}（牵头单位：{L市水务局}；责任单位：{R市直有关部门、单位}） ## G:30公里
3.{T建设数字乡村平台。}（牵头单位：{L市农业农村局}；责任单位：{R市大数据局、各区政府}）
""")
for _task in YEARS.tasks:
    for _unit in _task["departments"]:
        _unit["name"] = _unit["name"].replace("市直有关部门", "市直有关部门、单位")
    _task["departments"] = [_unit for _unit in _task["departments"] if _unit["name"] != "单位"]
YEARS_TITLE = "云屏市乡村建设三年（2022—2024年）行动方案"
YEARS_TEXT = f"""各区人民政府，市直有关部门、单位：
现将今后三年的行动方案印发给你们，请认真贯彻落实。
云屏市乡村建设工作领导小组办公室
（云屏市农业农村局代章）
2022年3月18日
{YEARS_TITLE}
为加快乡村建设，制定本方案。
{YEARS.text}"""

SAMPLES = (
    Sample("sixth-one-line-below", "责任分解.txt", {77: "label lines", 78: "role rule"}, lambda: txt(SHARED_TEXT),
           expected("云屏县2021年政府重点工作责任分解", None, None, None, SHARED, issuer_also=["云屏县"])),
    Sample("sixth-years-inside-title", "行动方案.txt", {85: "Group units", 108: "title repeated"}, lambda: txt(YEARS_TEXT),
           expected(YEARS_TITLE, None, "云屏市乡村建设工作领导小组办公室", "2022-03-18", YEARS)),
)  # fmt: skip
