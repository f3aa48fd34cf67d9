"""Rectification ledgers: problem, measures, who answers for them, by when."""
# fmt: off

from tests.importing.corpus.make import Block, Line, Table, docx, grid, html, html_table, txt
from tests.importing.corpus.sample import Record, Sample, lead, record, responsible, support, target, task

# ---------------------------------------------------------------- problem merged over its measures
INSPECTION = grid("""
序号|问题|整改措施|责任领导|责任部门|完成时限
1|理论学习中心组学习不够规范|修订理论学习中心组学习制度，每月至少集中学习1次。|党委书记 高志远|党委宣传部|立行立改
^|^|建立学习考勤和通报机制，由纪检监察室列席旁听。|^|党委宣传部、纪检监察室|2022年9月底
2|重大决策事前调研论证不充分|修订“三重一大”决策事项清单，明确12类须经论证的事项。|总经理 方 旭|企业管理部、法务合规部|2022年10月15日前
3|废旧物资处置流程不规范|全面清理近三年处置台账，对26宗疑点业务逐项复核。|副总经理 罗平|物资供应部|2022年8月
^|^|上线废旧物资网上竞价模块。|副总经理 罗平|物资供应部、信息中心|2022年12月底前
4|基层党支部标准化建设有差距|对5个软弱涣散党支部开展集中整顿，长期坚持支部联系点制度。|党委副书记 白 雪|党委组织部|长期坚持
""")
INSPECTION_BLOCKS: list[Block] = [
    "泰山石化集团有限公司党委文件\n泰石党〔2022〕36号",
    Line("泰山石化集团有限公司党委", centred=True),
    Line("关于巡察反馈意见整改工作台账", centred=True),
    "（截至2022年7月31日）",
    Table(INSPECTION),
    "注：立行立改事项须在反馈后一个月内完成。\n泰山石化集团有限公司党委\n2022年8月3日",
]

# ---------------------------------------------------------------- measures numbered inside one cell
SAFETY = grid("""
问题内容|整改措施|整改时限|责任人
（一）消防设施维护保养不到位。|1.更换失效灭火器180具；2.修复3号楼消防水泵；3.与维保单位重新签订协议。|2023年4月30日|王 磊、李建国
（二）实验室危险化学品台账不清。|开展全校实验室危险化学品清查，做到账物相符率100%。|5月底前|孙悦
（三）食堂后厨卫生管理松懈。|落实食堂日管控、周排查、月调度制度，每周开展一次后厨卫生检查。|即知即改，长期坚持|赵 敏
（四）校园周界报警系统老化。|更新周界报警系统，新增高清摄像机64台。|2023年秋季开学前|王 磊
""")
SAFETY_BODY = f"""
<h1>滨河职业技术学院校园安全隐患整改台账</h1>
<p>发布时间：2023-03-30　来源：安全保卫处　浏览次数：88</p>
{html_table(SAFETY, "th")}
<p>滨河职业技术学院安全工作委员会办公室</p><p>2023年3月28日</p>
"""

# ---------------------------------------------------------------- the input form of a tracking system, with answers
CONTROLS = grid("""
序号|风险点|具体控制措施|预计完成时间|责任人|责任领导|配合单位或部门|是否完成|是否逾期
1|高处作业坠落|为作业平台加装防护栏杆240米，设置警示标识。|2024.05|马小军|吴 昊|物资部、安全监察部|否|否
2|有限空间中毒窒息|配备四合一气体检测仪20台，作业前检测率100%。|2024.04|石磊|吴 昊|设备部|是（2024.03.28）|否
3|厂内车辆伤害|施划人车分流标线，限速装置安装率达到100%。|2024年6月上旬|马小军|丁 一|综合部、运输公司|否|否
合计|<|3项|||||1项|0项
""")
CONTROLS_TEXT = """
江海港务集团第三作业区安全风险管控措施跟踪表
制表单位：江海港务集团第三作业区安全监察部        制表日期：2024年4月1日
"""

# ---------------------------------------------------------------- one problem, several labelled lines
LABELLED = """
雁栖县贯彻落实省生态环境保护督察反馈意见整改台账

一、整改任务：部分乡镇污水处理设施运行不正常，3座污水处理站长期停运。
整改目标：2023年底前全县乡镇污水处理站稳定运行率达到95%以上。
整改措施：完成3座停运污水处理站修复，落实第三方专业运维。
责任单位：县住房和城乡建设局、有关乡镇人民政府
整改时限：2023年10月底前
整改完成情况：已完成2座修复，预计9月30日前全部完成。

二、整改任务：畜禽养殖粪污资源化利用率低。
整改目标：畜禽粪污综合利用率达到85%以上。
整改措施：新建粪污集中处理中心2处，对规模养殖场每季度开展一次执法检查。
责任单位：县农业农村局、县生态环境分局
整改时限：2024年6月底前
整改完成情况：正在推进。

三、整改任务：矿山生态修复进展缓慢。
整改目标：完成历史遗留废弃矿山修复430亩。
整改措施：编制“一矿一策”修复方案，分期实施复绿工程。
责任单位：县自然资源和规划局
整改时限：2025年底
整改完成情况：方案已编制完成。

雁栖县生态环境保护督察整改工作领导小组办公室
2023年8月15日
"""

LABELLED_ROWS = (
    ("一", "部分乡镇污水处理设施运行不正常，3座污水处理站长期停运。", "2023年底前全县乡镇污水处理站稳定运行率达到95%以上。", "完成3座停运污水处理站修复，落实第三方专业运维。"),
    ("二", "畜禽养殖粪污资源化利用率低。", "畜禽粪污综合利用率达到85%以上。", "新建粪污集中处理中心2处，对规模养殖场每季度开展一次执法检查。"),
    ("三", "矿山生态修复进展缓慢。", "完成历史遗留废弃矿山修复430亩。", "编制“一矿一策”修复方案，分期实施复绿工程。"),
)

def _labelled(row: int, departments: list[Record], deadline: str, targets: list[Record], **more: str) -> Record:
    """The measures are the text, under their problem; goal and measures together are understood as well."""
    number, problem, goal, measures = LABELLED_ROWS[row]
    also = [goal + measures, f"整改目标：{goal}整改措施：{measures}", f"整改措施：{measures}", problem + goal + measures,
            f"{problem}整改目标：{goal}整改措施：{measures}", problem]
    return task(number, measures, departments, heading=problem, heading_also=[None], text_also=also, deadline=deadline, targets=targets, **more)


# ---------------------------------------------------------------- two rows of head, 牵头 and 配合 under 责任单位
AUDIT = grid("""
序号|审计发现问题|整改措施|责任单位|<|整改期限|备注
^|^|^|牵头|配合|^|^
1|专项资金结余未及时盘活|收回2年以上结余资金1360万元，统筹用于民生项目。|市财政局|市教育局、市民政局|2021年6月30日|
2|政府采购程序不规范|（1）修订采购内控制度；（2）对2020年以来47个采购项目开展自查。|市教育局|—|2021年第三季度|销号
3|公租房分配后续管理不到位|腾退不符合条件家庭住房86套，健全年度审核机制。|市住房城乡建设局|市民政局、市公安局，各区人民政府|2021年下半年|
4|工程款支付审核不严|核减多计工程价款212.5万元，今后严格执行结算复核制度。|市交通运输局|市审计局|立即整改并长期坚持|
""")

SAMPLES = (
    Sample(
        "problem-over-measures", "整改台账.docx",
        {40: "问题·整改措施·责任领导·责任部门·完成时限", 6: "Rectification ledgers", 62: "one number, several rows", 108: "Title broken over two or three lines"},
        lambda: docx(INSPECTION_BLOCKS),
        record(
            "泰山石化集团有限公司党委关于巡察反馈意见整改工作台账",
            task("1", INSPECTION[1][2], responsible("党委宣传部"), heading=INSPECTION[1][1], leaders="高志远", recurrence="monthly",
                 targets=[target(1, "次", optional=True)]),
            task("1", INSPECTION[2][2], responsible("党委宣传部 纪检监察室"), heading=INSPECTION[1][1], leaders="高志远", deadline="2022-09-30"),
            task("2", INSPECTION[3][2], responsible("企业管理部 法务合规部"), heading=INSPECTION[3][1], leaders="方旭", deadline="2022-10-15",
                 targets=[target(12, "类", optional=True)]),
            task("3", INSPECTION[4][2], responsible("物资供应部"), heading=INSPECTION[4][1], leaders="罗平", deadline="2022-08-31",
                 targets=[target(26, "宗", optional=True)]),
            task("3", INSPECTION[5][2], responsible("物资供应部 信息中心"), heading=INSPECTION[4][1], leaders="罗平", deadline="2022-12-31"),
            task("4", INSPECTION[6][2], responsible("党委组织部"), heading=INSPECTION[6][1], leaders="白雪", recurrence="ongoing",
                 targets=[target(5, "个", optional=True)]),
            doc_number="泰石党〔2022〕36号", issuer="泰山石化集团有限公司党委", issued_on="2022-08-03",
        ),
    ),
    Sample(
        "measures-in-one-cell", "隐患整改.html",
        {40: "问题内容·整改措施·整改时限·责任人", 119: "html pages (most)", 92: "inner", 114: "navigation", 109: "web 发布时间"},
        lambda: html(SAFETY_BODY, "隐患整改台账"),
        record(
            "滨河职业技术学院校园安全隐患整改台账",
            task("一", SAFETY[1][1], heading="消防设施维护保养不到位", leaders="王磊 李建国", deadline="2023-04-30", targets=[target(180, "具")]),
            task("二", SAFETY[2][1], heading="实验室危险化学品台账不清", leaders="孙悦", deadline="2023-05-31", targets=[target(100, "%")]),
            task("三", SAFETY[3][1], heading="食堂后厨卫生管理松懈", leaders="赵敏", recurrence="weekly", recurrence_also=["ongoing", "monthly"],
                 targets=[target(1, "次", optional=True)]),
            task("四", SAFETY[4][1], heading="校园周界报警系统老化", leaders="王磊", deadline="2023-08-31", deadline_also=["2023-09-01", None, "2023-09-30"],
                 targets=[target(64, "台")]),
            issuer="滨河职业技术学院安全工作委员会办公室", issued_on="2023-03-28",
        ),
    ),
    Sample(
        "risk-controls-form", "风险管控.docx",
        {41: "具体控制措施·预计完成时间·责任人·责任领导·配合单位或部门", 95: "2018.09", 7: "descriptions of their columns"},
        lambda: docx([CONTROLS_TEXT.strip("\n"), Table(CONTROLS), "联系人：胡蓉    联系电话：0000-8123456"]),
        record(
            "江海港务集团第三作业区安全风险管控措施跟踪表",
            task("1", CONTROLS[1][2], support("物资部 安全监察部"), heading="高处作业坠落", leaders="马小军 吴昊", deadline="2024-05-31",
                 targets=[target(240, "米")]),
            task("2", CONTROLS[2][2], support("设备部"), heading="有限空间中毒窒息", leaders="石磊 吴昊", deadline="2024-04-30",
                 targets=[target(20, "台"), target(100, "%")]),
            task("3", CONTROLS[3][2], support("综合部 运输公司"), heading="厂内车辆伤害", leaders="马小军 丁一", deadline="2024-06-10",
                 targets=[target(100, "%")]),
            issuer="江海港务集团第三作业区安全监察部", issued_on="2024-04-01",
        ),
    ),
    Sample(
        "labelled-problem", "督察整改.txt",
        {40: "一、整改任务/整改目标/整改完成情况", 14: "then label lines of their own"},
        lambda: txt(LABELLED, newline="\r\n"),
        record(
            "雁栖县贯彻落实省生态环境保护督察反馈意见整改台账",
            _labelled(0, responsible("县住房和城乡建设局 有关乡镇人民政府"), "2023-10-31", [target(95, "%"), target(3, "座", optional=True), target(3, "座", optional=True)]),
            _labelled(1, responsible("县农业农村局 县生态环境分局"), "2024-06-30", [target(85, "%"), target(2, "处"), target(1, "次", optional=True)],
                      recurrence="quarterly"),
            _labelled(2, responsible("县自然资源和规划局"), "2025-12-31", [target(430, "亩")]),
            issuer="雁栖县生态环境保护督察整改工作领导小组办公室", issued_on="2023-08-15",
        ),
    ),
    Sample(
        "head-in-two-rows", "审计整改.docx",
        {43: "a lead/other split in two columns", 91: "written in the supporting column", 87: "， between classes of units", 119: "docx preview"},
        lambda: docx([
            Line("望海市2020年度预算执行审计查出问题整改责任清单", centred=True),
            Table(AUDIT, head_rows=2),
            "说明：1.整改期限按审计报告要求确定。2.各责任单位每月5日前报送进展。",
            Table(grid("单位|联系人|电话\n市审计局|吕静|0000-2233445\n市财政局|段宏|0000-2233446")),
            "望海市审计整改工作联席会议办公室\n2021年4月20日",
        ]),
        record(
            "望海市2020年度预算执行审计查出问题整改责任清单",
            task("1", AUDIT[2][2], lead("市财政局") + support("市教育局 市民政局"), heading=AUDIT[2][1], deadline="2021-06-30", targets=[target(1360, "万元")]),
            task("2", AUDIT[3][2], lead("市教育局"), heading=AUDIT[3][1], deadline="2021-09-30", targets=[target(47, "个", optional=True)]),
            task("3", AUDIT[4][2], lead("市住房城乡建设局") + support("市民政局 市公安局 各区人民政府"), heading=AUDIT[4][1], deadline="2021-12-31",
                 recurrence_also=["yearly"], targets=[target(86, "套")]),
            task("4", AUDIT[5][2], lead("市交通运输局") + support("市审计局"), heading=AUDIT[5][1], recurrence="ongoing", targets=[target(212.5, "万元")]),
            issuer="望海市审计整改工作联席会议办公室", issued_on="2021-04-20",
        ),
    ),
)
