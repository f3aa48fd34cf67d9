"""Tables in the forms that copying leaves of them, again: two labels that span, telephones, figures as goals."""

from tests.importing.corpus.make import Line, Table, cell_a_line, grid, pdf, run_together, spaced, txt
from tests.importing.corpus.marked import Marked, expected
from tests.importing.corpus.sample import Sample

# a firm: two labels of the header span others, what has come of it stands in columns of its own
FIRM = Marked("""1|{T完成第三水厂扩建，日供水能力新增8万吨。}|庄 周|{R工程建设部}|{S计划财务部}|2023年12月31日|完成70%|资金紧张 ## P:庄周 G:8万吨 D:2023-12-31
2|{T更换老旧管网46公里，漏损率降至9%以内。}|庄 周|{R管网公司}|{S工程建设部、营业公司}|2023年10月|完成28公里| ## P:庄周 G:46公里,9% D:2023-10-31
3|{T智能水表覆盖率达到65%。}|列 御 寇|{R营业公司}|{S信息中心}|2023年11月30日|58%|供货延迟 ## P:列御寇 G:65% D:2023-11-30
4|{T每月开展一次水质全项检测，合格率100%。}|列 御 寇|{R水质中心}|无|长期|正常| ## P:列御寇 G:100% Y:monthly,ongoing O:1次
5|{T资产负债率控制在58%以内。}|惠 施|{R计划财务部}|{S各子公司}|年底|59.2%| ## P:惠施 G:58% D:2023-12-31
""")
FIRM_ROWS = grid(
    "序号|督办事项|责任落实|<|<|办结时限|进展情况|<\n^|^|责任领导|责任部门|配合部门|^|上半年进展|存在问题\n" + FIRM.text
)
FIRM_HEAD = "东湖水务集团2023年重点任务督办台账\n（截至6月30日）\n\n"

# police: posts before spread names, beside whom to call
POLICE = Marked("""1|{T侦办涉黑案件不少于3起，打掉恶势力团伙8个。}|{R刑侦支队}|副局长 尉 缭|方 圆 13900000001|2020年12月底 ## P:尉缭 G:3起,8个 D:2020-12-31
2|{T对2018年以来线索逐条核查，办结率达到100%。}|{R扫黑办、各分局}|副局长 尉 缭|高 山 13900000002|9月底前 ## P:尉缭 G:100% D:2020-09-30
3|{T开展重点行业领域乱象整治，每季度通报一次。}|{R治安支队、交警支队}|政委 田 单|水 清 13900000003|常态推进 ## P:田单 Y:quarterly,ongoing O:1次
4|{T培训一线民警1200人次。}|{R政治部}|政委 田 单|石 坚 13900000004|8月 ## P:田单 G:1200人次 D:2020-08-31
5|{T新建智慧安防小区60个。}|{R科信支队、各派出所}|副局长 廉 颇|金 戈 13900000005|11月底前 ## P:廉颇 G:60个 D:2020-11-30
""")
POLICE_ROWS = grid("序号|重点任务|责任单位|责任领导|联系人及电话|时限要求\n" + POLICE.text)
POLICE_HEAD = "云津市公安局2020年扫黑除恶重点任务责任表\n\n"

# a hospital: numbers of two parts, 2.10 among them
WARDS = Marked("""1.1|{H1医疗质量管理}|{T修订医疗核心制度，全员培训考核合格率100%。}|{L质控科}|{S医务科、护理部}|2023.04 ## N:1.1 G:100% D:2023-04-30
1.2|^|{T病案首页填报正确率达到95%。}|{L病案室}|{S各临床科室}|2023.05 ## N:1.2 G:95% D:2023-05-31
2.1|{H1患者安全}|{T住院患者身份识别使用腕带率100%。}|{L护理部}|{S各病区}|2023.03 ## N:2.1 G:100% D:2023-03-31
2.10|^|{T手术部位标识执行率不低于98%。}|{L医务科}|{S手术室、麻醉科}|2023.06 ## N:2.10 G:98% D:2023-06-30
3.1|{H1服务流程}|{T门诊患者平均等候时间缩短至20分钟以内。}|{L门诊部}|{S信息科}|2023.09 ## N:3.1 O:20分钟 D:2023-09-30
3.2|^|{T预约诊疗率达到70%以上。}|{L门诊部}|{S各临床科室}|2023.12 ## N:3.2 G:70% D:2023-12-31
""")
WARDS_ROWS = grid("条款号|评审要求|整改内容|主责科室|协同科室|完成日期\n" + WARDS.text)

# a street office: what is counted may sound like a body (养老服务站)
COUNTED = Marked("""{H1经济发展}|1|{T规模以上工业产值}|亿元|36|{R经济发展办} ## N:1 G:36亿元
^|2|{T固定资产投资增速}|%|12|{R经济发展办} ## N:2 G:12%
^|3|{T新增“四上”企业}|家|8|{R经济发展办、统计站} ## N:3 G:8家
{H1社会治理}|4|{T信访事项按期办结率}|%|100|{R平安办} ## N:4 G:100%
^|5|{T矛盾纠纷调解成功率}|%|98|{R司法所} ## N:5 G:98%
{H1民生事业}|6|{T新增城镇就业}|人|620|{R公共服务中心} ## N:6 G:620人
^|7|{T新建养老服务站}|个|3|{R民政办} ## N:7 G:3个
""")
COUNTED_ROWS = grid("类别|序号|考核指标|单位|目标值|责任科室\n" + COUNTED.text)

# pharmacists: no ruling lines, a column of one character under a label that is wider
GRADED = Marked("""1|{H1供应商资质审核不严}|高|{T对216家供应商重新审核，清退不合格供应商。}|{R采购部}|管 辂|2025年3月|否 ## P:管辂 G:216家 D:2025-03-31
2|{H1销售费用报销不规范}|高|{T修订费用管理制度，抽查报销凭证比例不低于30%。}|{R财务部、销售公司}|管 辂|2025年4月|否 ## P:管辂 G:30% D:2025-04-30
3|{H1药品追溯码采集率低}|中|{T升级追溯系统，采集率达到99%以上。}|{R信息部、物流中心}|郭 璞|2025年6月|否 ## P:郭璞 G:99% D:2025-06-30
4|{H1合同用印管理松散}|中|{T上线电子印章系统，合同审核率100%。}|{R办公室}|郭 璞|2025年2月|是 ## P:郭璞 G:100% D:2025-02-28
5|{H1合规培训覆盖不足}|低|{T每季度举办1期合规培训，年度覆盖率90%。}|{R法务合规部}|管 辂|长期|否 ## P:管辂 G:90% O:1期 Y:quarterly,ongoing
""")
GRADED_ROWS = grid("编号|风险点|风险等级|整改措施|责任部门|督办领导|预计完成时间|是否完成\n" + GRADED.text)

# youth: an item that begins with its years, right behind its number
GROWING = Marked("""1|{T到2025年，新增劳动年龄人口平均受教育年限达到14年。}|{L市教育局}|{S市人力资源社会保障局} ## G:14年 D:2025-12-31
2|{T每年开展青年马克思主义者培养工程，培训骨干300名。}|{L团市委}|{S市委组织部、市委党校} ## Y:yearly G:300名
3|{T在2025年之前，保障性租赁住房供应不少于1万套。}|{L市住房城乡建设局}|{S市自然资源局、各区政府} ## G:1万套 D:2025-12-31,2024-12-31
4|{T2021—2025年，累计扶持青年创业项目2000个。}|{L市人力资源社会保障局}|{S团市委、市科技局}等 ## G:2000个 D:2025-12-31,null
5|{T青少年近视率年均下降0.5个百分点以上。}|{L市卫生健康委}|{S市教育局、市体育局} ## G:0.5个百分点
6|{T持续开展青年志愿服务，注册志愿者占青年人口的25%。}|{L团市委}|{S市委宣传部（市文明办）} ## G:25% Y:null,ongoing
""")
GROWING_ROWS = grid("序号|重点任务|牵头单位|参加单位\n" + GROWING.text)

# a museum: a division whose name sounds like a verb (陈列部)
SHOWN = Marked("""{H1陈列展览}|1|{T举办原创展览4个、引进展览6个。}|{R陈列部}|沈 从 文|12月 ## N:1 P:沈从文 G:4个,6个 D:2023-12-31
^|2|{T完成基本陈列提升，国庆节前开放。}|{R陈列部、典藏部}|沈 从 文|9月底 ## N:2 P:沈从文 D:2023-09-30
{H1文物保护}|3|{T修复馆藏文物80件（套），数字化采集1200件。}|{R文保中心}|梁 思|11月底 ## N:3 P:梁思 O:80件,80件（套） G:1200件 D:2023-11-30
^|4|{T每周开展一次库房安全检查。}|{R保卫部}|梁 思|长期 ## N:4 P:梁思 Y:weekly,ongoing O:1次
{H1社会教育}|5|{T开展研学活动150场，服务未成年人2万人次。}|{R社教部}|钱 谷|12月 ## N:5 P:钱谷 G:150场,2万人次 D:2023-12-31
""")
SHOWN_ROWS = grid("类别|序号|任务|责任部门|责任人|时间节点\n" + SHOWN.text)

SAMPLES = (
    Sample("seventh-graded-unruled-pdf", "整改.pdf", {41: "责任领导", 40: "H25"},
           lambda: pdf([Line("瑞康药业集团2025年合规风险整改推进表", centred=True), Line("编制：法务合规部"), Table(GRADED_ROWS)], ruled=False, flipped=True),
           expected("瑞康药业集团2025年合规风险整改推进表", None, "法务合规部", None, GRADED)),
    Sample("seventh-growing-together-txt", "分工.txt", {21: "run together", 96: "2021—2025年"},
           lambda: txt("凤仪市“十四五”青年发展规划重点任务分工\n\n" + run_together(GROWING_ROWS) + "\n"),
           expected("凤仪市“十四五”青年发展规划重点任务分工", None, "凤仪市", None, GROWING, issuer_also=[None])),
    Sample("seventh-shown-spaced-txt", "清单.txt", {20: "fields split by blanks", 92: "inner blanks"},
           lambda: txt("云溪博物馆2023年重点工作责任清单\n\n" + spaced(SHOWN_ROWS, "  ") + "\n"),
           expected("云溪博物馆2023年重点工作责任清单", None, "云溪博物馆", None, SHOWN, issuer_also=[None])),
    Sample("seventh-firm-cells-txt", "督办.txt", {19: "one cell per line", 44: "progress columns"},
           lambda: txt(FIRM_HEAD + cell_a_line(FIRM_ROWS) + "\n"),
           expected("东湖水务集团2023年重点任务督办台账", None, "东湖水务集团", None, FIRM, issuer_also=[None])),
    Sample("seventh-firm-spaced-txt", "督办.txt", {20: "fields split by blanks", 92: "inner blanks"},
           lambda: txt(FIRM_HEAD + spaced(FIRM_ROWS, "  ") + "\n"),
           expected("东湖水务集团2023年重点任务督办台账", None, "东湖水务集团", None, FIRM, issuer_also=[None])),
    Sample("seventh-police-cells-txt", "责任表.txt", {19: "one cell per line", 110: "contact names and phones"},
           lambda: txt(POLICE_HEAD + cell_a_line(POLICE_ROWS) + "\n"),
           expected("云津市公安局2020年扫黑除恶重点任务责任表", None, "云津市公安局", None, POLICE)),
    Sample("seventh-police-spaced-txt", "责任表.txt", {20: "fields split by blanks", 110: "contact names and phones"},
           lambda: txt(POLICE_HEAD + spaced(POLICE_ROWS, "  ") + "\n"),
           expected("云津市公安局2020年扫黑除恶重点任务责任表", None, "云津市公安局", None, POLICE)),
    Sample("seventh-wards-cells-txt", "评审.txt", {19: "one cell per line", 64: "1-1"},
           lambda: txt("江都医院三级评审重点工作分解表\n\n" + cell_a_line(WARDS_ROWS) + "\n"),
           expected("江都医院三级评审重点工作分解表", None, "江都医院", None, WARDS, issuer_also=[None])),
    Sample("seventh-counted-cells-txt", "指标.txt", {19: "one cell per line", 44: "parent column"},
           lambda: txt("望城湖街道2023年度目标管理考核指标分解表\n\n" + cell_a_line(COUNTED_ROWS) + "\n"),
           expected("望城湖街道2023年度目标管理考核指标分解表", None, "望城湖街道", None, COUNTED, issuer_also=[None])),
)  # fmt: skip
