"""Who answers for a task where no clause of its own says it: the sentence, the heading, the labels behind a list."""

from app.importing.readers import read
from app.importing.recognise import Recognised, recognise


def of(text: str) -> Recognised:
    return recognise(read(text.encode(), "x.txt"))


def answers(text: str) -> list[tuple[str | None, str, str]]:
    return [
        (task.number, task.text, " ".join(f"{named.printed_role.value}:{named.name}" for named in task.departments))
        for task in of(text).tasks
    ]


DIVIDED = """关于若干政策措施分工的通知
一、工作分工
（一）关于“守住耕地、种好良田”的问题，由林业部会同农办、水利部等部门研究提出落实意见。
（二）关于“增加投入”的问题，由财政部牵头，会同水利部、税务总局等部门落实。
（三）关于“修好水渠”的问题，由水利部、财政部负责落实。
二、工作要求
（一）抓紧研究。各部门要在6月底前报送情况。
"""


def test_the_end_of_the_sentence_says_it() -> None:
    assert answers(DIVIDED) == [
        ("一", "关于“守住耕地、种好良田”的问题", "responsible:林业部 responsible:农办 responsible:水利部"),
        ("二", "关于“增加投入”的问题", "lead:财政部 support:水利部 support:税务总局"),
        ("三", "关于“修好水渠”的问题", "responsible:水利部 responsible:财政部"),
    ]


BY_UNIT = """2023年重点任务分解
一、县林业局（2项）
1.造林8000亩。
2.修建防火道30公里。
二、县水务局、县财政局（1项）
3.加固水库2座，10月底前完工。
"""


def test_items_under_a_unit_are_its_tasks() -> None:
    assert answers(BY_UNIT) == [
        ("1", "造林8000亩。", "responsible:县林业局"),
        ("2", "修建防火道30公里。", "responsible:县林业局"),
        ("3", "加固水库2座，10月底前完工。", "responsible:县水务局 responsible:县财政局"),
    ]


MENDED = """某市反馈意见整改措施清单
一、河道保护不力，责任压得不实。
整改目标：压实责任。
整改措施：
1.把河道保护列入干部培训内容。
2.每季度调度一次进展。
整改时限：2022年12月底
责任单位：市水务局，各县（市、区）党委、政府
督导单位：市整改办
"""


def test_labels_behind_a_list_of_measures_hold_for_all_of_them_and_an_overseer_is_none_of_them() -> None:
    tasks = of(MENDED).tasks
    assert [(task.number, task.text) for task in tasks] == [
        ("1", "把河道保护列入干部培训内容。"),
        ("2", "每季度调度一次进展。"),
    ]
    assert {tuple(named.name for named in task.departments) for task in tasks} == {
        ("市水务局", "各县（市、区）党委、政府")
    }
    assert {str(task.deadline.due_on) for task in tasks if task.deadline} == {"2022-12-31"}


def test_where_lists_of_units_end_the_items_a_single_unit_is_one_too() -> None:
    text = "2022年任务分工\n1.植树造林。（林业局、水务局）\n2.安置就业。（人社局）\n"
    text += "3.修建公园。（城管局、园林局，各区政府）\n"
    assert answers(text)[1] == ("2", "安置就业。", "responsible:人社局")


def test_the_first_item_may_stand_in_the_running_text_of_the_introduction() -> None:
    text = (
        "关于引才的意见。为落实部署，提出以下意见。1.给予创业补贴。责任单位：人社局。2.给予住房补贴。责任单位：住建局。"
    )
    assert answers(text) == [
        ("1", "给予创业补贴。", "responsible:人社局"),
        ("2", "给予住房补贴。", "responsible:住建局"),
    ]


def test_the_article_that_says_who_explains_the_measures_is_no_task() -> None:
    text = "护林若干措施\n第一条 补助护林员。（责任单位：林业局、财政局）\n第二条 奖励举报人。（责任单位：林业局）\n"
    text += "第三条 本措施由林业局负责解释，自2023年1月1日起施行。\n"
    assert [number for number, _, _ in answers(text)] == ["第一条", "第二条"]


def test_a_bare_month_under_a_label_belongs_to_the_only_year_of_the_document() -> None:
    text = "护林若干政策\n（一）2022年6月30日前编制规划。责任单位：林业局；完成时限：2022年6月30日。\n"
    text += "（二）补植树木。责任单位：林业局；完成时限：8月底。\n"
    assert [str(task.deadline.due_on) for task in of(text).tasks if task.deadline] == ["2022-06-30", "2022-08-31"]


def test_a_title_over_lines_with_gaps_is_found_whole_where_it_stands_on_one() -> None:
    whole = "某县人民政府办公室关于落实护林若干意见有关政策措施的通知"
    text = f"{whole}\n\n某县人民政府办公室关于落实\n\n护林若干意见\n\n有关政策措施的通知\n\n"
    text += "各乡镇人民政府：\n\n现通知如下：\n\n"
    text += "（一）补植树木。（林业局、水务局负责）\n（二）修缮水渠。（水务局、财政局负责）\n"
    assert of(text).head.title == whole


def test_labels_above_the_items_hold_for_each_of_them() -> None:
    text = "2022年重点工作分解\n牵头单位：林业局\n1.造林8000亩。\n2.修建防火道。\n牵头单位：水务局\n3.加固水库2座。\n"
    assert answers(text) == [
        ("1", "造林8000亩。", "lead:林业局"),
        ("2", "修建防火道。", "lead:林业局"),
        ("3", "加固水库2座。", "lead:水务局"),
    ]


def test_a_heading_names_the_lead_of_its_items() -> None:
    text = (
        "2022年重点任务\n（一）林业局牵头的任务\n1.造林8000亩。（配合单位：财政局）\n2.修防火道。（配合单位：水务局）\n"
    )
    assert answers(text) == [
        ("1", "造林8000亩。", "support:财政局 lead:林业局"),
        ("2", "修防火道。", "support:水务局 lead:林业局"),
    ]


def test_paragraphs_without_numbers_have_label_lines_of_their_own() -> None:
    text = "工作要点任务分工\n（一）护好林木。\n补植树木8000亩。\n牵头单位：林业局；责任单位：各乡镇。\n"
    text += "修建防火道30公里。\n牵头单位：应急局；责任单位：林业局。\n"
    assert answers(text) == [
        (None, "补植树木8000亩。", "lead:林业局 responsible:各乡镇"),
        (None, "修建防火道30公里。", "lead:应急局 responsible:林业局"),
    ]


def test_a_paragraph_below_a_heading_that_ends_in_its_clause_is_part_of_the_item() -> None:
    text = "关于护林的通知\n一、补植树木（林业局牵头，财政局配合，6月底前完成）\n补植侧柏8000亩，逐片验收。\n"
    text += "二、修建防火道（应急局牵头，林业局配合，9月底前完成）\n修建防火道30公里。\n某县护林办公室\n2022年4月6日\n"
    assert [words for _, words, _ in answers(text)] == [
        "补植树木补植侧柏8000亩，逐片验收。",
        "修建防火道修建防火道30公里。",
    ]


def test_offices_of_a_body_and_a_report_are_no_tasks_and_a_remark_on_an_office_is_no_clause() -> None:
    offices = "某局机构设置\n一、人事股\n1.负责干部人事。\n2.负责培训。\n二、财务股\n1.负责财务。\n"
    notice = "各单位:\n一、于4月20日前报送(办公室设在林业局督查室)。\n二、每季度末报送进展。\n"
    assert answers(offices) == answers(notice) == []


def test_little_forms_without_numbers_are_tasks() -> None:
    text = "2023年任务清单\n项目名称：护林\n建设内容：补植树木8000亩\n责任单位：林业局\n完成时限：11月底\n"
    text += "项目名称：治水\n建设内容：清理水渠30公里\n责任单位：水务局\n完成时限：10月底\n"
    tasks = of(text).tasks
    assert [(task.heading, task.text) for task in tasks] == [("护林", "补植树木8000亩"), ("治水", "清理水渠30公里")]
    assert [str(task.deadline.due_on) for task in tasks if task.deadline] == ["2023-11-30", "2023-10-31"]


def test_a_bracket_may_hold_a_unit_and_a_day_and_a_telephone_is_no_unit() -> None:
    text = "2022年任务分工\n1.编制方案（林业局，3月底前）\n2.补植树木。（此项工作由林业局牵头，水务局配合）\n"
    text += "3.修缮水渠。（责任部门：水务局；联系人：秦伟，联系电话：1234）\n4.清淤。——责任单位：水务局\n"
    assert answers(text) == [
        ("1", "编制方案", "responsible:林业局"),
        ("2", "补植树木。", "lead:林业局 support:水务局"),
        ("3", "修缮水渠。", "responsible:水务局"),
        ("4", "清淤。", "responsible:水务局"),
    ]


POINTS = """云屏区2016年旅游工作要点
2016年是建设国际旅游岛的启动之年。
一、编制专项规划
1.上半年完成景区总体规划报批。
2.委托编制民宿发展规划。
二、提高基础设施
1.完成10座旅游厕所建设。
2.开展沙滩综合整治。
三、保障措施
1.加强组织领导。各单位要高度重视。
"""


def test_the_points_of_a_plan_that_names_nobody_are_its_tasks() -> None:
    assert [(task.number, task.heading, task.text) for task in of(POINTS).tasks] == [
        ("1", "编制专项规划", "上半年完成景区总体规划报批。"),
        ("2", "编制专项规划", "委托编制民宿发展规划。"),
        ("1", "提高基础设施", "完成10座旅游厕所建设。"),
        ("2", "提高基础设施", "开展沙滩综合整治。"),
    ]


def test_what_a_notice_asks_of_all_is_no_plan() -> None:
    notice = """关于印发2016年重点任务分解表的通知
2016年重点任务
1.明确任务，压实责任。各牵头单位要制定方案。
2.统筹协调，合力攻坚。各单位要加强配合。
3.加强督考，狠抓落实。每月28日前报送进展。
"""
    assert of(notice).tasks == ()


DUTIES = """“平安上学路”专项整治方案
五、工作内容
1.区交通局负责打击非法营运；
2.区公安局负责整治无牌无证车辆；
3.各乡镇：组织村居劝导队上路。
六、工作要求
1.各单位要广泛宣传。
"""


def test_duties_begin_with_the_unit_that_has_them() -> None:
    assert answers(DUTIES) == [
        ("1", "区交通局负责打击非法营运；", "responsible:区交通局"),
        ("2", "区公安局负责整治无牌无证车辆；", "responsible:区公安局"),
        ("3", "组织村居劝导队上路。", "responsible:各乡镇"),
    ]
