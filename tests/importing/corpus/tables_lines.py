"""Tables that arrive as one cell per line: merged cells missing, sections left empty, gaps in the numbers."""
# fmt: off

from tests.importing.corpus.make import cell_a_line, grid, txt
from tests.importing.corpus.sample import Sample, lead, record, responsible, support, target, task

# ---------------------------------------------------------------- a parent column, the lead last and repeated
UNIVERSITY = grid("""
分类|序号|事项|责任单位|牵头单位
一、思想引领|1|组织开展主题党日活动，每学期不少于4次，做到师生党支部全覆盖。|党委组织部、党委宣传部、各二级学院党委|党委组织部
^|2|建好用好校史馆，年内接待新生参观8000人次以上。|党委宣传部、档案馆、学生工作处|党委宣传部
^|3|完善意识形态阵地管理办法，6月底前完成全校讲座论坛备案制度修订。|党委宣传部、科研处、保卫处|党委宣传部
二、人才培养|4|新增省级一流本科课程12门，建设校级示范课程30门。|教务处、各二级学院|教务处
^|5|举办师范生教学技能大赛，参赛学生比例达到100%。|教务处、校团委、教师教育学院|教务处
三、服务保障|6|完成学生宿舍3号楼、5号楼维修改造，8月底前交付使用。|后勤管理处、基建处|基建处
^|7|推进“一站式”学生社区建设，持续优化师生办事流程。|学生工作处、信息中心|学生工作处
""")
UNIVERSITY_TEXT = f"""
云麓师范学院

首页 | 学院概况 | 机构设置 | 信息公开

当前位置：首页 > 信息公开 > 党务公开

云麓师范学院2023年党建重点任务清单

发布时间：2023-03-20    浏览次数：512

{cell_a_line(UNIVERSITY)}

中共云麓师范学院委员会办公室

2023年3月16日
"""

# ---------------------------------------------------------------- an extract: gaps, empty sections, a full stop behind units
EXTRACT = f"""
关于分解落实区《政府工作报告》涉及我局重点工作任务的通知

局机关各科室，局属各单位：

根据《溪口区2021年重点工作任务分解方案》（溪政办〔2021〕11号），现将涉及我局的任务摘录如下，请对照抓好落实，并于每月26日前将进展情况报局办公室。

{cell_a_line(grid('''
序号|重点工作任务|主要责任单位|协同配合单位
一、聚焦产业升级
3|培育专精特新企业15家以上，新增规上工业企业8家。|区经济和信息化局|区财政局，各镇（街道），区高新技术产业园管委会。
二、聚焦乡村振兴
三、聚焦民生改善
68|新建社区食堂6个、助餐点20个，为高龄老人提供送餐上门服务。|区民政局|区市场监管局，各镇（街道）。
69|每半年开展一次养老机构消防安全检查，问题整改率100%。|区民政局、区消防救援大队|区住房和城乡建设局，区卫生健康局，各镇（街道）。
73|完成儿童福利院提升工程，2021年11月底前投入使用。|区民政局|无
四、聚焦社会治理
'''))}

溪口区民政局

2021年3月9日
"""

SAMPLES = (
    Sample(
        "parent-column-lead-last", "党建任务.txt",
        {29: "lead last, and the lead repeated", 19: "merged cells simply missing", 44: "a parent column merged down the left", 114: "navigation", 109: "发布时间"},
        lambda: txt(UNIVERSITY_TEXT),
        record(
            "云麓师范学院2023年党建重点任务清单",
            task("1", UNIVERSITY[1][2], lead("党委组织部") + responsible("党委宣传部 各二级学院党委"), heading="思想引领",
                 recurrence="half_yearly", targets=[target(4, "次", "每学期不少于4次")]),
            task("2", UNIVERSITY[2][2], lead("党委宣传部") + responsible("档案馆 学生工作处"), heading="思想引领",
                 deadline="2023-12-31", targets=[target(8000, "人次")]),
            task("3", UNIVERSITY[3][2], lead("党委宣传部") + responsible("科研处 保卫处"), heading="思想引领", deadline="2023-06-30"),
            task("4", UNIVERSITY[4][2], lead("教务处") + responsible("各二级学院"), heading="人才培养",
                 targets=[target(12, "门"), target(30, "门")]),
            task("5", UNIVERSITY[5][2], lead("教务处") + responsible("校团委 教师教育学院"), heading="人才培养", targets=[target(100, "%")]),
            task("6", UNIVERSITY[6][2], lead("基建处") + responsible("后勤管理处"), heading="服务保障", deadline="2023-08-31"),
            task("7", UNIVERSITY[7][2], lead("学生工作处") + responsible("信息中心"), heading="服务保障", recurrence_also=["ongoing"]),
            issuer="中共云麓师范学院委员会办公室", issued_on="2023-03-16",
        ),
    ),
    Sample(
        "extract-cell-a-line", "摘录.txt",
        {31: "重点工作任务 · 主要责任单位 · 协同配合单位", 61: "B9 3/68/69/73", 88: "Trailing 。", 87: "， between classes of units", 98: "Reporting dates in notices"},
        lambda: txt(EXTRACT, "gb18030", "\r\n"),
        record(
            "关于分解落实区《政府工作报告》涉及我局重点工作任务的通知",
            task("3", "培育专精特新企业15家以上，新增规上工业企业8家。",
                 lead("区经济和信息化局") + support("区财政局 各镇（街道） 区高新技术产业园管委会"), heading="聚焦产业升级",
                 targets=[target(15, "家"), target(8, "家")]),
            task("68", "新建社区食堂6个、助餐点20个，为高龄老人提供送餐上门服务。", lead("区民政局") + support("区市场监管局 各镇（街道）"),
                 heading="聚焦民生改善", targets=[target(6, "个"), target(20, "个")]),
            task("69", "每半年开展一次养老机构消防安全检查，问题整改率100%。",
                 lead("区民政局 区消防救援大队") + support("区住房和城乡建设局 区卫生健康局 各镇（街道）"), heading="聚焦民生改善",
                 recurrence="half_yearly", targets=[target(100, "%"), target(1, "次", optional=True)]),
            task("73", "完成儿童福利院提升工程，2021年11月底前投入使用。", lead("区民政局"), heading="聚焦民生改善", deadline="2021-11-30"),
            issuer="溪口区民政局", issued_on="2021-03-09", title_also=["溪口区2021年重点工作任务分解方案"],
        ),
    ),
)
