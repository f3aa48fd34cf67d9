"""Tables as web pages keep them: what a decision passes through, a whole table on one line, who walked the street, commas."""
# fmt: off

from tests.importing.corpus.columns import Ledger
from tests.importing.corpus.make import txt
from tests.importing.corpus.marked import expected
from tests.importing.corpus.sample import Sample

# ------------------------------------------------ one cell a line: the procedure says more than the matter decided
DECIDED = Ledger("序号|决策事项名称|履行程序要求|承办单位|计划完成时间", "NT-R-", """
1|澜溪县城市公共停车管理办法|公开征求意见、专家论证、风险评估、合法性审查、集体讨论决定|县城市管理局|2024年9月 ## D:2024-09-30
2|澜溪县中小学布局规划|公开征求意见、专家论证、风险评估、合法性审查、集体讨论决定|县教育局|2024年12月 ## D:2024-12-31
3|调整城区供水价格|公开征求意见、成本监审、听证、合法性审查、集体讨论决定|县发展改革局|2024年11月 ## D:2024-11-30
""")
DECIDED_TEXT = (
    "澜溪县人民政府办公室关于公布2024年度县政府重大行政决策事项目录的通知\n发布日期:2024-04-19 浏览次数:\n"
    "各乡镇人民政府,县政府各部门:\n为规范重大行政决策行为,现将《2024年度县政府重大行政决策事项目录》予以公布,并就有关事项通知如下:\n"
    "一、承办单位要压实责任,把握时间节点,确保按时完成。\n二、目录实行动态管理,确需调整的,按程序报批。\n"
    "澜溪县人民政府办公室\n2024年4月18日\n(此件公开发布)\n附件\n2024年度县政府重大行政决策事项目录\n"
    + "".join(f"{cell} |\n" for row in DECIDED.rows for cell in row)
)

# ------------------------------------------------ the whole table on one line between pipes
LINED = Ledger("序号|事项名称|承办科室|计划完成时间|备注", "NTR--", """
1|修订柳溪镇集镇管理公约|村镇建设办公室|2024年6月| ## D:2024-06-30
2|编制柳溪镇农村公路养护计划|经济发展办公室|2024年10月| ## D:2024-10-31
3|公布柳溪镇便民服务事项清单|党群服务中心|2024年8月| ## D:2024-08-31
""")
LINED_TEXT = (
    "柳溪镇人民政府2024年度重点事项清单\n为提高办事质量,经广泛征集,确定以下事项为柳溪镇人民政府2024年度重点事项。\n"
    "柳溪镇人民政府\n2024年3月5日\n" + " | ".join(cell for row in LINED.rows for cell in row) + " |\n信息来源:\n柳溪镇\n|\n"
)

# ------------------------------------------------ who walked the street answers for nothing; two labels stand on one line
STREET = Ledger("序号|路段名称|问题描述|责任单位|备注", "NHTR-", """
1|沿河路|人行道地砖缺失，积水严重|市政养护中心|
2|沿河路|垃圾桶满溢未清运|环卫一所|
3|民主街|店外经营占用盲道|城管一大队|
4|民主街|共享单车乱停乱放|静态交通管理所|
""")
STREET_TEXT = (
    "梅岭市文明城市测评路段问题汇总表\n督查领导:葛明远 督查时间:2023年 5 月 9日\n"
    + "".join(" |\n".join([*row[:4]]) + (" |\n备注 |\n" if row[0] == "序号" else " |\n|\n") for row in STREET.rows)
    + "2023年5月9日\n"
)

# ------------------------------------------------ as a spreadsheet writes it out
WRITTEN_OUT = Ledger("序号|工作任务|牵头单位|配合单位|完成时限", "NTLS-", """
1|新建城市书房4家,更新图书2万册。|县文旅局|县财政局、县教体局|2023年10月底前 ## D:2023-10-31 G:4家,2万册
2|改造老旧小区12个。|县住建局|各街道办事处|2023年12月底前 ## D:2023-12-31 G:12个
3|开展根治欠薪专项行动,做到案件动态清零。|县人社局|县公安局、县法院|持续推进 ## Y:ongoing
""")
WRITTEN_OUT_TEXT = "云台县2023年重点工作任务分解表\n" + "".join(
    ",".join(f'"{cell}"' if "," in cell else cell for cell in row) + "\n" for row in WRITTEN_OUT.rows
)

SAMPLES = (
    Sample("sixth-written-out", "任务分解.txt", {43: "a lead/other split"}, lambda: txt(WRITTEN_OUT_TEXT),
           expected("云台县2023年重点工作任务分解表", None, None, None, WRITTEN_OUT.tasks)),
    Sample("sixth-decisions-passed", "决策目录.txt", {19: "pipe-delimited", 108: "title repeated"}, lambda: txt(DECIDED_TEXT),
           expected("2024年度县政府重大行政决策事项目录", None, "澜溪县人民政府办公室", "2024-04-18", DECIDED.tasks)),
    Sample("sixth-all-on-one-line", "事项清单.txt", {19: "pipe-delimited"}, lambda: txt(LINED_TEXT),
           expected("柳溪镇人民政府2024年度重点事项清单", None, "柳溪镇人民政府", "2024-03-05", LINED.tasks)),
    Sample("sixth-who-walked-the-street", "路段问题.txt", {19: "pipe-delimited", 92: "People"}, lambda: txt(STREET_TEXT),
           expected("梅岭市文明城市测评路段问题汇总表", None, None, "2023-05-09", STREET.tasks)),
)
