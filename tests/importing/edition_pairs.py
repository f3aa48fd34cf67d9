"""Eight ledgers with a newer edition of each, and what a careful clerk would say of every clause.

The first six were written before the comparison was read, the other two before it was tried on them.
A clause is named by its place in its document, counted from 1. A row of what is expected is (place before, place now,
kinds of change); another number of the same clause is not told again here. Of a clause that was taken apart or put
together one half has no match: the other half is the one that kept its number.
"""

from dataclasses import dataclass

Row = tuple[int | None, int | None, str]


@dataclass(frozen=True)
class Pair:
    name: str
    old: str
    new: str
    rows: tuple[Row, ...]
    new_halves: tuple[tuple[int, int], ...] = ()  # place now → the task it was cut from, by its place before
    gone_halves: tuple[tuple[int, int], ...] = ()  # place before → the task that took it in, by its place before


def table(title: str, rows: str) -> str:
    """One clause a line: number, words, departments; a line with one cell is a heading."""
    lines = [line.strip().replace(" | ", "\t") for line in rows.strip().splitlines()]
    body = "\n".join(("序号\t目标任务\t责任部门", *lines))
    return f"临江市总工会办公室\n临工办发〔2023〕7号\n{title}\n{body}\n临江市总工会办公室\n2023年2月20日\n"


def running(title: str, body: str) -> str:
    """Clauses in running text, each with its departments in brackets."""
    lines = "\n".join(line.strip() for line in body.strip().splitlines())
    return f"临江市总工会办公室\n临工办发〔2023〕11号\n{title}\n{lines}\n临江市总工会办公室\n2023年3月1日\n"


# Two clauses moved to the front, one to the end, all numbered anew; two of the moved ones say a little more.
MOVED = Pair(
    "moved",
    table(
        "2023年职工服务工作任务分解表",
        """
        1 | 新建户外劳动者驿站12个，10月底前全部挂牌。 | 权益保障部
        2 | 举办职工读书月，组织荐书、诵读、征文三类活动。 | 宣传教育部
        3 | 对全市困难职工档案逐户复核，做到应进必进、应退尽退。 | 权益保障部
        4 | 开设职工夜校，春秋两季各招生一次。 | 宣传教育部 女职工部
        5 | 为女职工免费开展两癌筛查3000人次。 | 女职工部
        6 | 修订机关财务报销办法，9月30日前印发执行。 | 财务资产部
        7 | 建立劳动争议联合调解室，配备专职调解员。 | 法律工作部
        8 | 推动百人以上企业单独建立工会组织。 | 组织部
        9 | 组织劳模疗休养4批次。 | 经济工作部
        """,
    ),
    table(
        "2023年职工服务工作任务分解表（修订）",
        """
        1 | 推动百人以上企业单独建立工会组织，并做好换届提醒。 | 组织部
        2 | 建立劳动争议联合调解室，配备专职调解员。 | 法律工作部
        3 | 新建户外劳动者驿站12个，10月底前全部挂牌。 | 权益保障部
        4 | 举办职工读书月，组织荐书、诵读、征文三类活动。 | 宣传教育部
        5 | 开设职工夜校，春秋两季各招生一次。 | 宣传教育部 女职工部
        6 | 为女职工免费开展两癌筛查3000人次。 | 女职工部
        7 | 修订机关财务报销办法，9月30日前印发执行。 | 财务资产部
        8 | 组织劳模疗休养4批次。 | 经济工作部
        9 | 对全市困难职工档案逐户复核建账，做到应进必进、应退尽退。 | 权益保障部
        """,
    ),
    (
        (8, 1, "文字"), (7, 2, ""), (1, 3, ""), (2, 4, ""), (4, 5, ""), (5, 6, ""), (6, 7, ""), (9, 8, ""),
        (3, 9, "文字"),
    ),
)  # fmt: skip

# Clause 2 was taken apart into 2 and 3; clauses 5 and 6 were put together as 6; the rest is untouched.
APART = Pair(
    "apart and together",
    table(
        "2023年重点工作责任分工",
        """
        1 | 召开一次全委会，审议年度工作报告。 | 办公室
        2 | 开展安全生产隐患随手拍活动，评选优秀安全员；组织高温行业防暑降温专项检查，督促企业发放津贴。 | 劳动保护部
        3 | 培训基层工会主席200名。 | 组织部
        4 | 完成工会会员实名信息采集。 | 网络工作部
        5 | 编印职工维权案例手册，发放到街道和园区。 | 法律工作部
        6 | 组织律师志愿团进企业宣讲劳动法律。 | 法律工作部
        7 | 做好离退休干部走访慰问工作。 | 办公室
        """,
    ),
    table(
        "2023年重点工作责任分工（调整稿）",
        """
        1 | 召开一次全委会，审议年度工作报告。 | 办公室
        2 | 开展安全生产隐患随手拍活动，评选优秀安全员。 | 劳动保护部
        3 | 组织高温行业防暑降温专项检查，督促企业发放津贴。 | 劳动保护部
        4 | 培训基层工会主席200名。 | 组织部
        5 | 完成工会会员实名信息采集。 | 网络工作部
        6 | 编印职工维权案例手册，发放到街道和园区；组织律师志愿团进企业宣讲劳动法律。 | 法律工作部
        7 | 做好离退休干部走访慰问工作。 | 办公室
        """,
    ),
    (
        (1, 1, ""), (2, 2, "文字"), (None, 3, "新增"), (3, 4, ""), (4, 5, ""), (6, 6, "文字"), (7, 7, ""),
        (5, None, "取消"),
    ),
    new_halves=((3, 2),),
    gone_halves=((5, 6),),
)  # fmt: skip

# A department has another name, another takes over, a day moves, an amount moves, and once all of it together.
OFFICES = Pair(
    "offices, days, amounts",
    table(
        "2023年度工会经费审查与资产管理台账",
        """
        1 | 6月30日前完成上年度决算审计。 | 经费审查办公室
        2 | 全年抽查基层工会经费账目40家。 | 经费审查办公室 财务资产部
        3 | 盘点工人文化宫固定资产，5月底前建立电子台账。 | 财务资产部
        4 | 对租赁合同逐份登记。 | 财务资产部 法律工作部
        5 | 每季度公开一次部门预算执行情况。 | 财务资产部
        6 | 举办财务人员培训班2期。 | 财务资产部
        7 | 落实审计整改问题清单销号管理。 | 经费审查办公室
        """,
    ),
    table(
        "2023年度工会经费审查与资产管理台账（第二版）",
        """
        1 | 8月31日前完成上年度决算审计。 | 经费审查办公室
        2 | 全年抽查基层工会经费账目60家。 | 经费审查办公室 财务资产部
        3 | 盘点工人文化宫固定资产和馆藏图书，7月底前建立电子台账。 | 财务资产部
        4 | 对租赁合同逐份登记。 | 资产监督管理部 法律工作部
        5 | 每季度公开一次部门预算执行情况。 | 财务资产部 办公室
        6 | 举办财务人员培训班2期以上。 | 财务资产部
        7 | 落实审计整改问题清单销号管理。 | 财务资产部
        """,
    ),
    (
        (1, 1, "时限"), (2, 2, "指标"), (3, 3, "文字 时限"), (4, 4, "部门"), (5, 5, "部门"), (6, 6, "指标"),
        (7, 7, "部门"),
    ),
)  # fmt: skip

# The numbers begin again under every heading; a heading is worded anew, one comes between, clauses of the same words
# stand under each.
HEADINGS = Pair(
    "headings",
    running(
        "关于加强产业工人队伍建设的任务分工",
        """
        一、加强思想引领
        1.组织产业工人理论宣讲30场。（责任单位：宣传教育部）
        2.培养工人身边的宣讲员。（责任单位：宣传教育部、组织部）
        3.定期报送工作信息。（责任单位：各部门）
        二、提升技能素质
        1.举办焊工、电工、叉车工技能比武。（责任单位：经济工作部）
        2.建设职工创新工作室8个。（责任单位：经济工作部）
        3.定期报送工作信息。（责任单位：各部门）
        三、强化保障
        1.把参赛成绩作为晋升依据。（责任单位：组织部）
        2.定期报送工作信息。（责任单位：各部门）
        """,
    ),
    running(
        "关于加强产业工人队伍建设的任务分工（2023年修订）",
        """
        一、加强思想政治引领
        1.组织产业工人理论宣讲30场。（责任单位：宣传教育部）
        2.培养工人身边的宣讲员。（责任单位：宣传教育部、组织部）
        3.定期报送工作信息。（责任单位：各部门）
        二、畅通发展通道
        1.推荐优秀产业工人进入基层工会班子。（责任单位：组织部）
        2.把参赛成绩作为晋升依据。（责任单位：组织部）
        三、提升技能素质
        1.举办焊工、电工、叉车工技能比武。（责任单位：经济工作部）
        2.建设职工创新工作室8个。（责任单位：经济工作部）
        3.定期报送工作信息。（责任单位：各部门）
        四、强化保障
        1.定期报送工作信息。（责任单位：各部门）
        """,
    ),
    (
        (1, 1, "措施"), (2, 2, "措施"), (3, 3, "措施"), (None, 4, "新增"), (7, 5, "措施"), (4, 6, ""), (5, 7, ""),
        (6, 8, ""), (8, 9, ""),
    ),
)  # fmt: skip

# The numbers run on, yet under four of them stands another matter now; sentences that only begin or end alike are not
# the same, and two old clauses come back under other numbers.
REPLACED = Pair(
    "replaced",
    table(
        "2023年职工文化体育工作安排",
        """
        1 | 举办全市职工篮球联赛，4月开赛。 | 宣传教育部
        2 | 举办职工书法美术展览。 | 宣传教育部
        3 | 开展青年职工联谊交友活动。 | 女职工部
        4 | 改造工人文化宫剧场音响设备，11月底前投入使用。 | 财务资产部
        5 | 做好工会志鉴资料征集工作。 | 办公室
        6 | 组织职工子女暑期托管班20个。 | 女职工部
        7 | 开展工会干部任职培训。 | 组织部
        8 | 完成上级交办的其他工作。 | 各部门
        """,
    ),
    table(
        "2023年职工文化体育工作安排（更新）",
        """
        1 | 举办全市职工篮球联赛，4月开赛。 | 宣传教育部
        2 | 选派文艺小分队下工地慰问演出。 | 宣传教育部
        3 | 维修体育场看台和照明灯具。 | 财务资产部
        4 | 开展工会干部任职培训。 | 组织部
        5 | 开展网络安全应急演练。 | 网络工作部
        6 | 组织职工子女暑期托管班20个。 | 女职工部
        7 | 开展青年职工联谊交友活动。 | 女职工部
        8 | 与高校合作开办学历提升班。 | 宣传教育部
        9 | 完成上级交办的其他工作。 | 各部门
        """,
    ),
    (
        (1, 1, ""), (None, 2, "新增"), (None, 3, "新增"), (7, 4, ""), (None, 5, "新增"), (6, 6, ""), (3, 7, ""),
        (None, 8, "新增"), (8, 9, ""), (2, None, "取消"), (4, None, "取消"), (5, None, "取消"),
    ),
)  # fmt: skip

# A table becomes running text: numbers of another style, most sentences written anew, one clause under another
# heading's number, one gone, one new.
REWRITTEN = Pair(
    "rewritten",
    table(
        "新就业形态劳动者建会入会行动任务表",
        """
        1 | 摸清快递、外卖、网约车行业企业和从业人员底数，4月底前形成清单。 | 组织部
        2 | 推动头部平台企业在本市的加盟商建立工会。 | 组织部 法律工作部
        3 | 发展新就业形态劳动者会员5000人。 | 组织部
        4 | 在商圈、车站建设暖蜂驿站，提供饮水、充电、休息等服务。 | 权益保障部
        5 | 为困难骑手家庭提供助学补助。 | 权益保障部
        6 | 组织骑手交通安全培训，发放反光背心和头盔。 | 劳动保护部
        7 | 制作入会宣传短视频，在新媒体平台投放。 | 宣传教育部
        """,
    ),
    running(
        "新就业形态劳动者建会入会行动任务分工（修订）",
        """
        （一）4月底前摸清快递、外卖、网约车等行业的企业数和从业人数，建立动态清单。（责任单位：组织部）
        （二）推动头部平台企业在我市的加盟商、代理商普遍建立工会。（责任单位：组织部、法律工作部）
        （三）发展新就业形态劳动者会员8000人。（责任单位：组织部）
        （四）制作通俗易懂的入会宣传短视频，在各新媒体平台滚动投放。（责任单位：宣传教育部）
        （五）在商圈、车站、医院周边建好用好暖蜂驿站，提供饮水、充电、休息、应急药品等服务。（责任单位：权益保障部）
        （六）推行骑手参加工伤职业伤害保障。（责任单位：法律工作部）
        （七）组织骑手参加交通安全培训，为其发放头盔和反光背心。（责任单位：劳动保护部）
        """,
    ),
    (
        (1, 1, "文字"), (2, 2, "文字"), (3, 3, "指标"), (7, 4, "文字"), (4, 5, "文字"), (None, 6, "新增"),
        (6, 7, "文字"), (5, None, "取消"),
    ),
)  # fmt: skip

# Clauses that differ in a few characters each; one in the middle is gone, one is new, so that the numbers shift.
LOOKALIKES = Pair(
    "lookalikes",
    table(
        "2023年督促检查工作计划",
        """
        1 | 3月底前完成对县区工会建会入会工作的督促检查。 | 组织部
        2 | 4月底前完成对县区工会经费收缴工作的督促检查。 | 财务资产部
        3 | 5月底前完成对县区工会劳动竞赛工作的督促检查。 | 经济工作部
        4 | 6月底前完成对县区工会困难帮扶工作的督促检查。 | 权益保障部
        5 | 7月底前完成对县区工会劳动保护工作的督促检查。 | 劳动保护部
        6 | 每月编发一期督查通报。 | 办公室
        """,
    ),
    table(
        "2023年督促检查工作计划（修订）",
        """
        1 | 3月底前完成对县区工会建会入会工作的督促检查。 | 组织部
        2 | 5月底前完成对县区工会劳动竞赛工作的督促检查。 | 经济工作部
        3 | 6月底前完成对县区工会困难帮扶工作的督促检查。 | 权益保障部
        4 | 8月底前完成对县区工会劳动保护工作的督促检查。 | 劳动保护部
        5 | 9月底前完成对县区工会网络安全工作的督促检查。 | 网络工作部
        6 | 每季度编发一期督查通报。 | 办公室
        """,
    ),
    ((1, 1, ""), (3, 2, ""), (4, 3, ""), (5, 4, "时限"), (None, 5, "新增"), (6, 6, "时限 指标"), (2, None, "取消")),
)  # fmt: skip

# One sentence became a paragraph, one paragraph a sentence; two departments' clauses were joined under one number and
# the second half of another was given to a department of its own.
RECAST = Pair(
    "recast",
    running(
        "2023年工会改革重点事项责任清单",
        """
        1.推进县级工会加强年工作。（责任单位：组织部）
        2.完善职工代表大会制度，在国有企业全面推行厂务公开，在非公企业推行集体协商，督促企业建立职工意见收集、办理、反馈闭环机制。（责任单位：法律工作部）
        3.开展智慧工会平台升级，上线普惠服务小程序。（责任单位：网络工作部）
        4.加强工会直属事业单位管理。（责任单位：财务资产部）
        5.规范社会化工会工作者队伍管理，落实薪酬待遇。（责任单位：组织部）
        """,
    ),
    running(
        "2023年工会改革重点事项责任清单（修改稿）",
        """
        1.推进县级工会加强年工作，落实人员、经费、阵地三项保障，每个县区打造两个示范点，年底组织交叉互评并通报结果。（责任单位：组织部）
        2.完善职工代表大会制度，建立职工意见收集、办理、反馈闭环机制。（责任单位：法律工作部）
        3.开展智慧工会平台升级。（责任单位：网络工作部）
        4.上线普惠服务小程序。（责任单位：权益保障部）
        5.加强工会直属事业单位管理；规范社会化工会工作者队伍管理，落实薪酬待遇。（责任单位：财务资产部、组织部）
        """,
    ),
    (
        (1, 1, "文字 时限 指标"), (2, 2, "文字"), (3, 3, "文字"), (None, 4, "新增"), (5, 5, "文字 部门"),
        (4, None, "取消"),
    ),
    new_halves=((4, 3),),
    gone_halves=((4, 5),),
)  # fmt: skip

PAIRS = (MOVED, APART, OFFICES, HEADINGS, REPLACED, REWRITTEN, LOOKALIKES, RECAST)
