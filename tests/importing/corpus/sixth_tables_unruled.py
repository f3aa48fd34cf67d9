"""A sixth hand's tables without lines: numbers shared by rows of one line, titles without labels, a second table with its own title."""
# fmt: off

from tests.importing.corpus.columns import Ledger
from tests.importing.corpus.make import Line, Table, pdf
from tests.importing.corpus.marked import expected
from tests.importing.corpus.sample import Sample

# ------------------------------------------------ a market bureau: measures of one problem share its number, each on one line
FOUND = Ledger("序号|反馈问题|整改措施|责任部门|整改时限", "NHTR-", """
1|大额支出未经集体研究。|修订议事规则，大额支出一律上会。|办公室|5月底 ## D:2021-05-31
^|^|逐笔建立大额支出台账。|财务处、审计处|6月底 ## D:2021-06-30
2|档案核查不到位。|复核干部档案，认定率达到100%。|人事处|8月底 ## D:2021-08-31 G:100%
3|日常巡查流于形式。|年度抽查比例不低于8%。|执法处|立行立改 ## G:8%
^|^|每月召开案件会商会。|法规处|长期坚持 ## Y:monthly,ongoing
^|^|开发移动巡查系统。|信息中心|9月底 ## D:2021-09-30
""")

# ------------------------------------------------ a water company: titles across the table without a label, a second table with a title of its own
PIPES = Ledger("序号|重点工作|责任部门|完成时间", "NTR-", """
=1管网改造::管网改造|<|<|<
1|更换老旧管网36公里。|工程部|2022年10月 ## D:2022-10-31 G:36公里
2|漏损率降至9%以内。|管网部|2022年12月 ## D:2022-12-31 G:9%
=1优质服务::优质服务|<|<|<
3|安装智能水表2.4万只。|营销部|2022年11月 ## D:2022-11-30 G:2.4万只
4|用户满意度达到92%。|客服中心|2022年12月 ## D:2022-12-31 G:92%
!合计：|4项||
""")
SAFE = Ledger("序号|安全工作|责任部门|完成时间", "NTR-", """
1|排查加氯间隐患16处。|安全部|2022年6月 ## D:2022-06-30 G:16处
2|组织应急演练4次。|安全部、各水厂|2022年9月 ## D:2022-09-30 G:4次
""")

# ------------------------------------------------ a letters bureau: titles that no other office prints
WORDS = Ledger("次|拟办事宜|经手处室|收官日", "NTR-", """
1|编印信访案例3期。|综合处|4月底 ## D:2022-04-30 G:3期
2|化解信访积案76件。|接访处、督查处|10月底 ## D:2022-10-31 G:76件
3|网上信访占比提高到65%。|网信处|12月底 ## D:2022-12-31 G:65%
4|培训基层信访干部400人次。|综合处、人事处|9月中旬 ## D:2022-09-20 G:400人次
""")

SAMPLES = (
    Sample("sixth-words-unruled", "信访任务.pdf", {27: "序号 · 目标任务 · 责任部门"}, lambda: pdf([Line("柳州县信访局2022年重点工作任务表", centred=True), Table(WORDS.rows), "柳州县信访局", "2022年2月15日"], ruled=False, flipped=True),
           expected("柳州县信访局2022年重点工作任务表", None, "柳州县信访局", "2022-02-15", WORDS.tasks)),
    Sample("sixth-found-unruled", "整改措施.pdf", {62: "one number, several rows"}, lambda: pdf([Line("沙洲市场监督管理局2021年巡察整改措施清单", centred=True), Table(FOUND.rows), "沙洲市场监督管理局", "2021年4月19日"], ruled=False, flipped=True),
           expected("沙洲市场监督管理局2021年巡察整改措施清单", None, "沙洲市场监督管理局", "2021-04-19", FOUND.tasks)),
    Sample("sixth-pipes-unruled", "水务任务.pdf", {45: "section rows across the table", 60: "restarts at 1 in the second table"}, lambda: pdf([Line("清源水务公司2022年重点任务表", centred=True), Table(PIPES.rows), Line("表二　安全生产任务", centred=True), Table(SAFE.rows), "清源水务公司", "2022年1月20日"], ruled=False, flipped=True),
           expected("清源水务公司2022年重点任务表", None, "清源水务公司", "2022-01-20", PIPES.tasks, [one | {"heading_also": ["优质服务", "安全生产任务", "表二　安全生产任务", "表二"]} for one in SAFE.tasks])),
)
