"""A third hand's eighth wave of tables: the unit first, forms one under the other, two rows of head without rules."""
# fmt: off

from tests.importing.corpus.columns import Ledger
from tests.importing.corpus.make import Line, Sheet, Table, docx, html, html_table, pdf, xlsx
from tests.importing.corpus.marked import expected
from tests.importing.corpus.sample import Record, Sample

FIRST = Ledger("责任单位|序号|重点任务|完成时限|分管负责同志", "RNT-P", """
县发展和改革局|1|争取中央预算内投资3.2亿元。|10月底|庞 涛 ## D:2024-10-31 G:3.2亿元
^|2|新开工重大项目28个，年度投资完成率不低于95%。|12月底|庞 涛 ## D:2024-12-31 G:28个,95%
县水利局、各乡镇人民政府|3|整治淤地坝隐患36座。|5月底|关 雎 ## D:2024-05-31 G:36座
^|4|解决8个村季节性缺水问题。|6月底|关 雎 ## D:2024-06-30 O:8个
县文化和旅游局|5|举办民俗文化节，接待游客15万人次。|2月|席 慕 ## D:2024-02-29 G:15万人次
^|6|创建省级旅游度假区。|持续推进|席 慕 ## Y:ongoing
国网县供电公司|7|农网改造台区52个，户均停电时间压减至4小时以内。|11月底|庞 涛 ## D:2024-11-30 G:52个 O:4小时
""")
STACK = (
    ("盘活闲置校舍", "盘活闲置校舍16所，其中改建养老服务站5个。", "区教育局", "区民政局、区国资服务中心", "凌 霄", "2023年11月底", "2023-11-30", "G:16所,5个"),
    ("整治群租房", "排查群租房2100套，整改率100%。", "区住建局", "各街道", "凌 霄", "2023年8月底", "2023-08-31", "O:2100套 G:100%"),
    ("规范共享单车停放", "施划非机动车停放区320处。", "区城管局", "无", "师 旷", "2023年6月", "2023-06-30", "G:320处"),
)
STACK_ROWS: list[list[str]] = [["永宁区人民政府重点督办任务单", "<", "<", "<"], ["制发单位：区政府督查室", "<", "2023年4月3日", "<"]]
STACK_TASKS: list[Record] = []
for name, content, first, others, person, when, day, goals in STACK:
    STACK_ROWS += [["督办任务", name, "<", "<"], ["任务内容", content, "<", "<"], ["主办单位", first, "协办单位", others], ["责任领导", person, "完成时限", when], ["", "", "", ""]]
    one = Ledger("", "TLSP", f"{content}|{first}|{others}|{person} ## {goals}").tasks[0]
    one |= {"number": None, "heading": name, "heading_also": [None], "deadline": day, "text_also": [f"{name}{content}", f"{name}：{content}"]}
    STACK_TASKS.append(one)
TEACH = Ledger("序号|工作任务|责任分工|<|完成时间\n^|^|牵头部门|配合部门|^", "NTLS-", """
1|开展大班额化解，起始年级班额不超过45人|基教科|计财科|8月底 ## D:2021-08-31 G:45人
2|新招聘教师260名，其中乡村教师90名|人事科|师训科|7月底 ## D:2021-07-31 G:260名,90名
3|中小学近视率下降1个百分点|体卫艺科|各学校|12月底 ## D:2021-12-31 G:1个百分点
4|职业院校“双师型”教师占比达到50%|职成科|人事科|11月底 ## D:2021-11-30 G:50%
5|校外培训机构排查整治|民办科|督导室|长期坚持 ## Y:ongoing
""")
WATERWORKS = Ledger("序号|项目|年度目标|一季度目标|二季度目标|三季度目标|四季度目标|责任部门|责任人", "NMT----RP", """
1|水厂扩建|日供水能力新增5万吨，完成投资8000万元。|完成征地|完成土建40%|设备安装|通水试运行|工程部|白 石 ## D:2022-12-31 G:5万吨,8000万元 O:40%
2|管网改造|改造老旧管网62公里，漏损率降至9%以内。|改造10公里|改造30公里|改造50公里|改造62公里|管网部|白 石 ## D:2022-12-31 G:62公里,9% O:10公里,30公里,50公里,62公里
3|智能水表|安装智能水表4.5万只。|招标|1.5万只|4.5万只||营销部|叶 葵 ## D:2022-09-30 G:4.5万只 O:1.5万只,4.5万只
4|水质提升|出厂水合格率100%。|100%|100%|100%|100%|水质中心|叶 葵 ## D:2022-12-31 G:100% O:100%,100%,100%,100%
""")

SAMPLES = (
    Sample("third-end-unit-first", "任务分解.docx", {45: "B7 B11 B26", 29: "lead last"},
           lambda: docx([Line("延河县2024年政府重点任务分解表（按责任单位）", centred=True), "延河县人民政府办公室", "2024年1月30日", Table(FIRST.rows)]),
           expected("延河县2024年政府重点任务分解表（按责任单位）", None, "延河县人民政府办公室", "2024-01-30", FIRST.tasks, title_also=["延河县2024年政府重点任务分解表"])),
    Sample("third-end-unit-first-html", "任务分解.html", {45: "B7 B11 B26", 114: "navigation"},
           lambda: html("<h1>延河县2024年政府重点任务分解表</h1>" + html_table(FIRST.rows) + "<p>延河县人民政府办公室</p><p>2024年1月30日</p>"),
           expected("延河县2024年政府重点任务分解表", None, "延河县人民政府办公室", "2024-01-30", FIRST.tasks)),
    Sample("third-end-stacked-forms", "督办单.xlsx", {41: "forms", 119: "None of xlsx/scan"},
           lambda: xlsx(Sheet("督办单", STACK_ROWS)),
           expected("永宁区人民政府重点督办任务单", None, "区政府督查室", "2023-04-03", STACK_TASKS, issuer_also=["永宁区人民政府"])),
    Sample("third-end-teach-unruled", "教育任务.pdf", {46: "牵头单位", 58: "plain table numbers"},
           lambda: pdf([Line("临泽市教育局2021年重点工作分工表", centred=True), "临泽市教育局办公室    2021年2月26日", Table(TEACH.rows, head_rows=2, widths=(4, 20, 9, 9, 9))], ruled=False),
           expected("临泽市教育局2021年重点工作分工表", None, "临泽市教育局办公室", "2021-02-26", TEACH.tasks)),
    Sample("third-end-waterworks", "季度目标.xlsx", {97: "first to fourth quarter", 44: "progress columns 1"},
           lambda: xlsx(Sheet("2022", [["洪州自来水公司2022年重点项目季度目标表", *"<<<<<<<<"], *WATERWORKS.typed(0)])),
           expected("洪州自来水公司2022年重点项目季度目标表", None, "洪州自来水公司", None, WATERWORKS.tasks, issuer_also=[None])),
)
