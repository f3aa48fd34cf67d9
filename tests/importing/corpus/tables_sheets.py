"""Spreadsheets: hidden rows, columns and sheets, a summary with its department sheets, quarters, floats and real dates."""
# fmt: off

from datetime import date

from tests.importing.corpus.make import Sheet, converted, grid, xlsx
from tests.importing.corpus.sample import Sample, lead, record, responsible, support, target, task

# ---------------------------------------------------------------- a summary, sheets of departments, a hidden sheet
SUMMARY = grid("""
序号|重点工作|责任科室|完成时限
1|编制《城市更新专项规划》并报市政府审批。|规划科|2023年6月
2|完成农房安全隐患排查整治“回头看”，排查农房3.6万栋。|村镇科|2023年3月底
3|新建保障性租赁住房2400套（间）。|住保科、财务科|2023年12月
4|开展建筑工地扬尘治理专项检查，每月覆盖在建工地不少于30个。|质安科|全年
5|新增海绵城市达标面积2.8平方公里。|城建科|2023年10月31日
""")
BUREAU = "松原县住房和城乡建设局2023年重点工作台账"

# ---------------------------------------------------------------- quarter milestones
QUARTERS = [
    ["红旗农场2024年重点工作节点计划表", *"<<<<<<"],
    ["制表单位：红旗农场办公室", "<", "<", "<", "制表日期：2024-01-12", "<", "<"],
    ["序号", "工作任务", "责任部门", "一季度", "二季度", "三季度", "四季度"],
    [1.0, "建成高标准农田1.2万亩。", "农业生产科、水利科", "完成招投标", "完成土方工程50%", "完成渠系配套", "竣工验收"],
    [2.0, "改造晾晒场6万平方米。", "粮食产业科", "完成设计", "开工建设", "9月20日前交付使用", ""],
    [3.0, "完成春播面积38万亩，良种覆盖率100%。", "农业生产科", "备足种子化肥", "5月25日前完成播种38万亩", "", ""],
    [4.0, "职工危旧房改造120户。", "基建科、工会", "", "", "", "完成120户"],
    ["合计", "4项", "", "", "", "", ""],
]  # fmt: skip

# ---------------------------------------------------------------- real dates, a hidden column, filtered rows
DATED = [
    ["县级机关党建重点任务清单（2021年度）", *"<<<<<<"],
    ["序号", "重点任务", "内部备注", "牵头单位", "责任单位", "完成日期", "责任人"],
    [1.0, "举办党史学习教育专题读书班3期。", "经费15万元已落实", "县直机关工委", "县委党校", date(2021, 6, 30), "乔 木"],
    [2.0, "新建机关党员活动阵地10个。", "", "县直机关工委", "县财政局、县委组织部", date(2021, 9, 15), "乔 木"],
    [3.0, "（已销号）完成机关党组织换届21个。", "", "县直机关工委", "各机关党组织", date(2021, 3, 31), "盛 夏"],
    [4.0, "组织机关党员到社区报到，参与率达到95%以上。", "7月通报", "县委组织部", "县直机关工委、各社区", date(2021, 11, 30), "盛 夏"],
    [5.0, "评选“最美机关干部”20名。", "每年一次", "县委宣传部", "县直机关工委", date(2021, 12, 31), "盛 夏"],
]  # fmt: skip

# ---------------------------------------------------------------- labels like 2.10, goals and units in columns, two rows of head
GOALS = [
    ["白云山旅游度假区管理委员会", *"<<<<<<"],
    ["“十四五”旅游业发展主要任务分解", *"<<<<<<"],
    ["编号", "任务名称", "任务内容", "目标", "<", "责任单位", "<"],
    ["^", "^", "^", "目标值", "单位", "牵头", "配合"],
    ["2.9", "景区提质", "创建国家5A级旅游景区，完善游客中心和标识系统。", 1.0, "个", "景区管理局", "规划建设局"],
    ["2.10", "民宿集群", "打造精品民宿集群，新增等级民宿60家，到2025年民宿床位突破5000张。", 60.0, "家", "文旅发展局", "市场监管分局、各社区居委会"],
    ["2.11", "旅游厕所", "旅游厕所新建和改建全部达到A级以上。", 35.0, "座", "规划建设局", "—"],
    ["2.12", "智慧旅游", "智慧旅游平台接入率达到四分之三以上，游客满意度不低于92%。", 75.0, "%", "景区管理局", "数据中心"],
]  # fmt: skip

# ---------------------------------------------------------------- an old binary workbook with two tables on one sheet
OLD = [
    ["兴隆铁矿2010年安全生产奋斗目标及重点工作", *"<<<"],
    ["编制单位：兴隆铁矿安全科", "<", "二○一○年一月十五日", "<"],
    ["序号", "重点工作", "负责单位", "完成时间"],
    [1.0, "完成主井提升系统改造，投资控制在850万元以内。", "机电科", "6月份"],
    [2.0, "井下避险系统建设试运行。", "通风科、生产科", "9月试运行"],
    [3.0, "特种作业人员持证上岗率100%，培训800人次。", "安全科", "年内"],
    [None, None, None, None],
    ["联系方式", "<", "<", "<"],
    ["科室", "联系人", "电话", "备注"],
    ["安全科", "钱进", "3021", ""],
]

SAMPLES = (
    Sample(
        "summary-and-departments", "台账.xlsx",
        {119: "None of xlsx/scan", 95: "2026年12月", 27: "责任部门"},
        lambda: xlsx(
            Sheet("填表说明", [["填表说明", "<"], ["一、", "各科室于每月25日前更新进展。"], ["二、", "完成时限以汇总表为准。"]]),
            Sheet("汇总", [[BUREAU, *"<<<"], *SUMMARY]),
            Sheet("规划科", [["规划科任务", *"<<<"], SUMMARY[0], SUMMARY[1]]),
            Sheet("村镇科", [["村镇科任务", *"<<<"], SUMMARY[0], ["1", *SUMMARY[2][1:]]]),
            Sheet("城建科", [["城建科任务", *"<<<"], SUMMARY[0], ["1", *SUMMARY[5][1:]]]),
            Sheet("2022年", [["序号", "重点工作", "责任科室", "完成时限"], ["1", "完成老旧小区改造20个。", "城建科", "2022年12月"]], hidden=True),
        ),
        record(
            BUREAU,
            task("1", SUMMARY[1][1], responsible("规划科"), deadline="2023-06-30"),
            task("2", SUMMARY[2][1], responsible("村镇科"), deadline="2023-03-31", targets=[target(3.6, "万栋")]),
            task("3", SUMMARY[3][1], responsible("住保科 财务科"), deadline="2023-12-31", targets=[target(2400, "套")]),
            task("4", SUMMARY[4][1], responsible("质安科"), deadline="2023-12-31", deadline_also=[None], recurrence="monthly", targets=[target(30, "个")]),
            task("5", SUMMARY[5][1], responsible("城建科"), deadline="2023-10-31", targets=[target(2.8, "平方公里")]),
            issuer="松原县住房和城乡建设局", issued_on=None,
        ),
    ),
    Sample(
        "quarter-columns", "节点计划.xlsx",
        {97: "first to fourth quarter", 39: "quarter", 7: ".xls/.xlsx files"},
        lambda: xlsx(Sheet("节点", QUARTERS)),
        record(
            "红旗农场2024年重点工作节点计划表",
            task("1", "建成高标准农田1.2万亩。", responsible("农业生产科 水利科"), deadline="2024-12-31",
                 targets=[target(1.2, "万亩"), target(50, "%", optional=True)]),
            task("2", "改造晾晒场6万平方米。", responsible("粮食产业科"), deadline="2024-09-30", deadline_also=["2024-09-20"], targets=[target(6, "万平方米")]),
            task("3", "完成春播面积38万亩，良种覆盖率100%。", responsible("农业生产科"), deadline="2024-06-30", deadline_also=["2024-05-25"],
                 targets=[target(38, "万亩"), target(100, "%"), target(38, "万亩", optional=True)]),
            task("4", "职工危旧房改造120户。", responsible("基建科 工会"), deadline="2024-12-31",
                 targets=[target(120, "户"), target(120, "户", optional=True)]),
            issuer="红旗农场办公室", issued_on="2024-01-12",
        ),
    ),
    Sample(
        "real-dates-hidden-column", "党建清单.xlsx",
        {118: "File kinds met", 119: "None of xlsx/scan", 47: "责任单位 (2)", 43: "a leader or person column 5"},
        lambda: xlsx(Sheet("清单", DATED, hidden_columns=[2], filtered_rows=[4], date_format='yyyy"年"m"月"d"日"')),
        record(
            "县级机关党建重点任务清单（2021年度）",
            task("1", "举办党史学习教育专题读书班3期。", lead("县直机关工委") + responsible("县委党校"), leaders="乔木", deadline="2021-06-30", targets=[target(3, "期")]),
            task("2", "新建机关党员活动阵地10个。", lead("县直机关工委") + responsible("县财政局 县委组织部"), leaders="乔木", deadline="2021-09-15",
                 targets=[target(10, "个")]),
            task("3", "（已销号）完成机关党组织换届21个。", lead("县直机关工委") + responsible("各机关党组织"), leaders="盛夏", deadline="2021-03-31",
                 targets=[target(21, "个")], optional=True),
            task("4", "组织机关党员到社区报到，参与率达到95%以上。", lead("县委组织部") + responsible("县直机关工委 各社区"), leaders="盛夏", deadline="2021-11-30",
                 targets=[target(95, "%")]),
            task("5", "评选“最美机关干部”20名。", lead("县委宣传部") + responsible("县直机关工委"), leaders="盛夏", deadline="2021-12-31", targets=[target(20, "名")]),
            issuer=None, issued_on=None,
        ),
    ),
    Sample(
        "goal-and-unit-columns", "十四五任务.xlsx",
        {46: "short name + long text columns", 103: "四分之一以上", 96: "到2025", 108: "Title broken over two or three lines"},
        lambda: xlsx(Sheet("Sheet1", GOALS)),
        record(
            "白云山旅游度假区管理委员会“十四五”旅游业发展主要任务分解",
            task("2.9", GOALS[4][2], lead("景区管理局") + support("规划建设局"), heading="景区提质", heading_also=[None],
                 text_also=[f"景区提质{GOALS[4][2]}"], targets=[target(1, "个")]),
            task("2.10", GOALS[5][2], lead("文旅发展局") + support("市场监管分局 各社区居委会"), heading="民宿集群", heading_also=[None],
                 text_also=[f"民宿集群{GOALS[5][2]}"], deadline="2025-12-31", targets=[target(60, "家"), target(5000, "张")]),
            task("2.11", GOALS[6][2], lead("规划建设局"), heading="旅游厕所", heading_also=[None], text_also=[f"旅游厕所{GOALS[6][2]}"], targets=[target(35, "座")]),
            task("2.12", GOALS[7][2], lead("景区管理局") + support("数据中心"), heading="智慧旅游", heading_also=[None],
                 text_also=[f"智慧旅游{GOALS[7][2]}"], targets=[target(75, "%"), target(92, "%")]),
            issuer="白云山旅游度假区管理委员会", issued_on=None, title_also=["“十四五”旅游业发展主要任务分解"],
        ),
    ),
    Sample(
        "old-binary-workbook", "2010安全.xls",
        {7: ".xls/.xlsx files are not in the stored text", 109: "Chinese-digit date", 95: "投入使用", 110: "contact names and phones"},
        lambda: converted(xlsx(Sheet("安全目标", OLD), Sheet("底稿", [["序号", "重点工作"], [1.0, "草稿，不用"]], hidden=True)), "xlsx", "xls"),
        record(
            "兴隆铁矿2010年安全生产奋斗目标及重点工作",
            task("1", "完成主井提升系统改造，投资控制在850万元以内。", responsible("机电科"), deadline="2010-06-30", targets=[target(850, "万元")]),
            task("2", "井下避险系统建设试运行。", responsible("通风科 生产科"), deadline="2010-09-30"),
            task("3", "特种作业人员持证上岗率100%，培训800人次。", responsible("安全科"), deadline="2010-12-31", targets=[target(100, "%"), target(800, "人次")]),
            issuer="兴隆铁矿安全科", issued_on="2010-01-15",
        ),
    ),
)
