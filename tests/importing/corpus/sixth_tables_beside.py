"""A sixth hand's tables beside something else: telephones on the same sheet, links below the page."""
# fmt: off

from tests.importing.corpus.columns import Ledger
from tests.importing.corpus.make import Sheet, html, html_table, xlsx
from tests.importing.corpus.marked import expected
from tests.importing.corpus.sample import Sample, lead, support, target, task

# ------------------------------------------------ a civil affairs bureau's sheet: two rows for each task, telephones below
CARE = (
    ("1", "新建社区食堂18家。", "养老服务科", "财务科", "2023年9月", "2023-09-30", [target(18, "家")]),
    ("2", "培训养老护理员600人次。", "养老服务科", "人事科", "2023年11月", "2023-11-30", [target(600, "人次")]),
    ("3", "低保对象复核率达到100%。", "社会救助科", "信息中心", "2023年6月", "2023-06-30", [target(100, "%")]),
)
CARE_ROWS: list[list[str]] = [["云溪市民政局2023年重点工作分解表", "<", "<", "<"], ["序号", "工作任务", "<", "<"], ["^", "牵头科室", "配合科室", "完成时限"]]
CARE_TASKS = []
for number, text, first, other, day, due, goals in CARE:
    CARE_ROWS += [[number, text, "<", "<"], ["^", first, other, day]]
    CARE_TASKS.append(task(number, text, lead(first) + support(other), deadline=due, targets=goals))
CARE_ROWS += [["", "", "", ""], ["科室", "联络员", "电话", ""], ["养老服务科", "谷雨", "66881001", ""], ["社会救助科", "白露", "66881002", ""]]

# ------------------------------------------------ a school's page: no units at all, and the links below look like items
DRILLS = Ledger("序号|检查内容|频次", "NT-", """
1|检查实验室危化品台账。|每月 ## Y:monthly
2|组织疏散演练。|每学期 ## Y:half_yearly
3|检测饮用水水质。|每季度 ## Y:quarterly
4|检修电梯。|每半年 ## Y:half_yearly
""")

SAMPLES = (
    Sample("sixth-care-sheet", "民政任务.xlsx", {43: "a lead/other split", 119: "None of xlsx/scan"}, lambda: xlsx(Sheet("分解表", CARE_ROWS)),
           expected("云溪市民政局2023年重点工作分解表", None, None, None, CARE_TASKS, issuer_also=["云溪市民政局"])),
    Sample("sixth-school-links", "安全检查.html", {41: "频次"}, lambda: html("<h2>明湖中学2024年安全检查事项表</h2>" + html_table(DRILLS.rows)),
           expected("明湖中学2024年安全检查事项表", None, None, None, DRILLS.tasks, issuer_also=["明湖中学"])),
)
