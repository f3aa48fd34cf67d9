"""Tables that arrive with pipes or tabs between their cells."""
# fmt: off

from tests.importing.corpus.make import grid, piped, txt
from tests.importing.corpus.sample import Record, Sample, lead, record, responsible, support, target, task

# ---------------------------------------------------------------- leaders with blanks in their names, numbers from 80
COUNTY = grid("""
序号|目标与任务|分管县领导|牵头责任单位|责任单位
80|新建、改扩建公办幼儿园7所，新增学位2100个。|陈 岚|县教育局|县发展改革局、县自然资源局、各镇（街道）
81|全县义务教育学校课后服务覆盖率达到100%，课后服务覆盖率达到100%。|陈 岚|县教育局|县财政局
82|县人民医院新院区9月底前投入使用，每千人口医疗床位数达到6.8张。|周 毅|县卫生健康局|县人民医院、县财政局
84|举办第十二届柑橘文化旅游节，全年接待游客突破300万人次，实现旅游收入24亿元。|赵 晓 宁|县文化广电旅游局|县融媒体中心、县农业农村局、各镇（街道）
85|发放创业担保贷款1.2亿元，开展职业技能培训3000人次。|周 毅陈 岚|县人力资源社会保障局|县财政局、县总工会
""")
COUNTY_TEXT = f"""
石潭县人民政府办公室文件
石政办发 〔2024〕3号

石潭县人民政府办公室
关于印发2024年县政府重点工作目标任务分解表的通知

各镇人民政府、街道办事处，县政府各部门、各直属机构：
现将《2024年县政府重点工作目标任务分解表》（社会事业部分）印发给你们，请结合实际抓好落实。
1.强化责任落实。各牵头责任单位要于2月20日前将任务细化到季度。
2.强化督查考核。县政府督查室每月28日前汇总通报。

石潭县人民政府办公室
2024年1月26日
（此件公开发布）

2024年县政府重点工作目标任务分解表

{piped(COUNTY, stray="|")}

抄送：县委各部门，县人大常委会办公室，县政协办公室。
石潭县人民政府办公室            2024年1月29日印发
"""

# ---------------------------------------------------------------- progress columns
PROGRESS = grid("""
序号|主要任务|全年目标任务|分管领导|牵头单位|责任主体与协同单位|1-10月推进情况|1-11月推进情况|是否达序|说明
24|河道清淤|完成28条河道清淤疏浚，长度36公里。|沈国栋|区水务局|各街道|已完成22条，29公里。|已完成25条，33公里。|是|
25|停车泊位|新增公共停车泊位1500个，其中智慧泊位600个。|沈国栋|区城管局|区住建局、各街道|新增1120个，12月底前可完成。|新增1380个。|是|
26|垃圾分类|居民小区生活垃圾分类达标率达到95%以上。|顾敏|区绿化市容局|各街道、区房管局|达标率93.6%。|达标率94.1%。|否|个别小区撤桶滞后
28|违法建筑整治|拆除违法建筑12万平方米，无违建小区创建率不低于90%。|顾敏|区城管局|各街道|拆除9.7万平方米。|拆除11.2万平方米。|是|
""")
PROGRESS_TEXT = f"""
澄江区2020年城市管理重点任务推进情况表（截至11月底）
填报单位：澄江区城市运行管理中心    填报日期：2020年12月4日

{piped(PROGRESS)}
注：是否达序指是否达到序时进度。
"""

# ---------------------------------------------------------------- tabs, <p> in cells, the header at every page
HOSPITAL = [
    ["1", "<p>完善医疗质量安全管理体系，成立三级质控网络，每季度召开1次质量与安全管理委员会会议。</p>", "<p>医务科 质控科</p>"],
    ["2", "<p>规范病案首页填写，病案首页主要诊断编码正确率达到98%以上。</p>", "<p>病案室</p><p>信息科</p>"],
    ["3", "<p>加强抗菌药物管理，住院患者抗菌药物使用率控制在45%以内。</p>", "<p>药学部 医务科</p>"],
    ["4", "<p>落实优质护理服务，</p><p>责任护士人均护理患者不超过8名。</p>", "<p>护理部</p>"],
    ["5", "开展全员应急演练，每年不少于2次。", "应急办 保卫科 后勤保障部"],
    ["6", "<p>改善患者就医体验，门诊预约挂号率达到80%，平均候诊时间控制在25分钟以内。</p>", "<p>门诊部</p>"],
]
HOSPITAL_HEAD = "序号\t目标任务\t责任部门"
HOSPITAL_TEXT = "\n\n".join(
    "\n".join([HOSPITAL_HEAD, *("\t".join(row) for row in page)]) for page in (HOSPITAL[:2], HOSPITAL[2:5], HOSPITAL[5:])
)
HOSPITAL_DOCUMENT = f"""
临川市第二人民医院文件

临二医〔2019〕41号


关于印发《临川市第二人民医院三级医院等级复审任务分解表》的通知

各科室：

现将《临川市第二人民医院三级医院等级复审任务分解表》印发给你们，请遵照执行。

临川市第二人民医院

二〇一九年五月六日

临川市第二人民医院三级医院等级复审任务分解表

{HOSPITAL_TEXT}
"""

# ---------------------------------------------------------------- goals with four quarters inside one cell
QUARTERS = grid("""
工作任务|目标及质量要求
安全生产标准化建设（15分）|一季度：完成班组对标自查（3分）；二季度：完成12个班组达标验收（4分）；三季度：完成隐患整改回头看（4分）；四季度：通过二级标准化复评（4分）
全员安全培训（10分）|一季度：制定培训计划（2分）；二季度：组织管理人员取证培训（3分）；三季度：组织一线员工轮训（3分）；四季度：考核合格率达到100%（2分）
设备检修（10分）|一季度：完成春检方案编制（3分）；二季度：完成2台主变检修（4分）；三季度：完成度夏消缺（3分）
""")
QUARTERS_TEXT = f"""
龙源水电有限责任公司2022年度安全目标责任书任务分解

{piped(QUARTERS, stray="|")}

龙源水电有限责任公司安全生产委员会
2022年1月10日
"""

def _goal(row: int) -> Record:
    """The long cell is the text; the short one, and both together, are understood as well."""
    name, goal = QUARTERS[row]
    return {"text_also": [name, name.split("（")[0], name + goal], "heading_also": [name, name.split("（")[0]]}


SAMPLES = (
    Sample(
        "pipes-from-80", "目标任务.txt",
        {30: "目标与任务 · 分管县领导 · 牵头责任单位", 19: "pipe-delimited with stray", 61: "B8 from 80", 92: "several names run together",
         107: "with a stray blank 1", 110: "抄送 3", 116: "sentence repeated by copy-paste inside a cell", 66: "requirement paragraphs"},
        lambda: txt(COUNTY_TEXT),
        record(
            "2024年县政府重点工作目标任务分解表",
            task("80", COUNTY[1][1], lead("县教育局") + responsible("县发展改革局 县自然资源局 各镇（街道）"), leaders="陈岚",
                 targets=[target(7, "所"), target(2100, "个")]),
            task("81", COUNTY[2][1], lead("县教育局") + responsible("县财政局"), leaders="陈岚",
                 targets=[target(100, "%"), target(100, "%", optional=True)]),
            task("82", COUNTY[3][1], lead("县卫生健康局") + responsible("县人民医院 县财政局"), leaders="周毅", deadline="2024-09-30",
                 targets=[target(6.8, "张")]),
            task("84", COUNTY[4][1], lead("县文化广电旅游局") + responsible("县融媒体中心 县农业农村局 各镇（街道）"), leaders="赵晓宁",
                 targets=[target(300, "万人次"), target(24, "亿元")]),
            task("85", COUNTY[5][1], lead("县人力资源社会保障局") + responsible("县财政局 县总工会"), leaders="周毅 陈岚",
                 targets=[target(1.2, "亿元"), target(3000, "人次")]),
            doc_number="石政办发〔2024〕3号", issuer="石潭县人民政府办公室", issued_on="2024-01-26",
        ),
    ),
    Sample(
        "pipes-with-progress", "推进情况.txt",
        {34: "1-10月推进情况", 61: "B12 from 24", 47: "责任主体与协同单位", 44: "progress columns 1"},
        lambda: txt(PROGRESS_TEXT, "utf-8-sig"),
        record(
            "澄江区2020年城市管理重点任务推进情况表",
            task("24", PROGRESS[1][2], lead("区水务局") + support("各街道"), leaders="沈国栋", heading="河道清淤", heading_also=[None],
                 text_also=["河道清淤" + PROGRESS[1][2]], targets=[target(28, "条"), target(36, "公里")]),
            task("25", PROGRESS[2][2], lead("区城管局") + support("区住建局 各街道"), leaders="沈国栋", heading="停车泊位", heading_also=[None],
                 text_also=["停车泊位" + PROGRESS[2][2]], targets=[target(1500, "个"), target(600, "个")]),
            task("26", PROGRESS[3][2], lead("区绿化市容局") + support("各街道 区房管局"), leaders="顾敏", heading="垃圾分类", heading_also=[None],
                 text_also=["垃圾分类" + PROGRESS[3][2]], targets=[target(95, "%")]),
            task("28", PROGRESS[4][2], lead("区城管局") + support("各街道"), leaders="顾敏", heading="违法建筑整治", heading_also=[None],
                 text_also=["违法建筑整治" + PROGRESS[4][2]], targets=[target(12, "万平方米"), target(90, "%")]),
            issuer="澄江区城市运行管理中心", issued_on="2020-12-04", title_also=["澄江区2020年城市管理重点任务推进情况表（截至11月底）"],
        ),
    ),
    Sample(
        "tabs-header-every-page", "复审任务.txt",
        {27: "序号 · 目标任务 · 责任部门", 20: "tab-separated with `<p>` in cells", 49: "B3 at every page", 87: "blank 1", 109: "Chinese-digit date"},
        lambda: txt(HOSPITAL_DOCUMENT, "utf-16"),
        record(
            "临川市第二人民医院三级医院等级复审任务分解表",
            task("1", "完善医疗质量安全管理体系，成立三级质控网络，每季度召开1次质量与安全管理委员会会议。", responsible("医务科 质控科"),
                 recurrence="quarterly", targets=[target(1, "次", optional=True)]),
            task("2", "规范病案首页填写，病案首页主要诊断编码正确率达到98%以上。", responsible("病案室 信息科"), targets=[target(98, "%")]),
            task("3", "加强抗菌药物管理，住院患者抗菌药物使用率控制在45%以内。", responsible("药学部 医务科"), targets=[target(45, "%")]),
            task("4", "落实优质护理服务，责任护士人均护理患者不超过8名。", responsible("护理部"), targets=[target(8, "名")]),
            task("5", "开展全员应急演练，每年不少于2次。", responsible("应急办 保卫科 后勤保障部"), recurrence="yearly",
                 targets=[target(2, "次")]),
            task("6", "改善患者就医体验，门诊预约挂号率达到80%，平均候诊时间控制在25分钟以内。", responsible("门诊部"),
                 targets=[target(80, "%"), target(25, "分钟", optional=True)]),
            doc_number="临二医〔2019〕41号", issuer="临川市第二人民医院", issued_on="2019-05-06",
        ),
    ),
    Sample(
        "quarters-in-one-cell", "责任书.txt",
        {39: "first to fourth quarter inside one cell", 97: "first to fourth quarter (B32)", 104: "scores (5分)"},
        lambda: txt(QUARTERS_TEXT),
        record(
            "龙源水电有限责任公司2022年度安全目标责任书任务分解",
            task(None, QUARTERS[1][1], deadline="2022-12-31", deadline_also=[None], **_goal(1), targets=[target(12, "个", optional=True)]),
            task(None, QUARTERS[2][1], deadline="2022-12-31", deadline_also=[None], **_goal(2), targets=[target(100, "%", optional=True)]),
            task(None, QUARTERS[3][1], deadline="2022-09-30", deadline_also=[None], **_goal(3), targets=[target(2, "台", optional=True)]),
            issuer="龙源水电有限责任公司安全生产委员会", issued_on="2022-01-10",
        ),
    ),
)
