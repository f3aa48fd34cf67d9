"""Of which day a figure of a bulletin is, and whether it was reached or is planned."""

from datetime import date

import pytest

from app.importing.readings.reading import Kind
from tests.importing.test_readings import PRINTED, told


@pytest.mark.parametrize(
    ("sentence", "day", "kind"),
    [
        ("截至7月中旬，已命名工作室18个。", date(2022, 7, 20), Kind.READING),
        ("年度计划投资75亿元，完成51亿元。", date(2022, 9, 16), Kind.READING),
        ("于“十四五”时期组织实施提升项目，已支持18个地区，提供服务64.7万人次。", date(2022, 9, 16), Kind.READING),
        ("与去年同期持平，和去年相比增幅达31.3%。", date(2022, 9, 16), Kind.READING),
        ("2022年《政府工作报告》明确任务，完成17项。", date(2022, 9, 16), Kind.READING),
        ("欠进度的17个，2022年《工作要点》明确145项目标任务。", date(2022, 9, 16), Kind.READING),
        ("截至8月底，新增就业4.2万人。", date(2022, 8, 31), Kind.READING),
        ("今年上半年，举办竞赛12场。", date(2022, 6, 30), Kind.READING),
        ("1—8月，新建组织386家。", date(2022, 8, 31), Kind.READING),
        ("今年以来，举办招聘会264场。", date(2022, 9, 16), Kind.READING),
        ("目前，已有基地19家。", date(2022, 9, 16), Kind.READING),
        ("去年筹集资金540万元。", date(2021, 12, 31), Kind.READING),
        ("去年全年筹集540万元，今年一季度筹集210万元。", date(2022, 3, 31), Kind.READING),
        ("2020年，新建学校6所。", date(2020, 12, 31), Kind.READING),
        ("2019年上半年，新建泵站4座；10月底，处理率达78%。", date(2019, 10, 31), Kind.READING),
        ("由17家扩大到23家。", date(2022, 9, 16), Kind.READING),
        ("年底前新建驿站20个。", date(2022, 12, 31), Kind.PLAN),
        ("下半年将培育站点5个。", date(2022, 12, 31), Kind.PLAN),
        ("明年计划培训2万人次。", date(2023, 12, 31), Kind.PLAN),
        ("到2025年，会员突破60万人。", date(2025, 12, 31), Kind.PLAN),
        ("“十四五”末，累计达到25万人。", date(2025, 12, 31), Kind.PLAN),
        ("剩余2所将于11月底前完工。", date(2022, 11, 30), Kind.PLAN),
        ("全年计划改造小区16个。", date(2022, 12, 31), Kind.PLAN),
        ("新增床位目标500张，9月上旬完成320张。", date(2022, 9, 10), Kind.READING),
        ("截至上月末，在建项目4个。", date(2022, 8, 31), Kind.READING),
        ("昨日，大桥通车，全市通车里程达到512公里。", date(2022, 9, 15), Kind.READING),
        ("投入1亿元新建学校9所，其中3所已于6月中旬交付使用。", date(2022, 6, 20), Kind.READING),
        ("计划“十四五”时期投入衔接资金30亿元。", date(2025, 12, 31), Kind.PLAN),
        ("2021年人均可支配收入达到11726元，是2015年的1.72倍。", date(2021, 12, 31), Kind.READING),
        ("剩余24处主体工程均已完成。", date(2022, 9, 16), Kind.READING),
        ("全年任务500户。", date(2022, 12, 31), Kind.PLAN),
        ("其余38户10月10日前完成。为独居老人配发手环2200只。", date(2022, 9, 16), Kind.READING),
        ("列入计划逐步解决的109件。", date(2022, 9, 16), Kind.READING),
        ("上半年完成全年90万人目标的73%。", date(2022, 6, 30), Kind.READING),
        ("6月末失业率为4.1%，与一季度末持平；登记8万人，比3月末减少1万人。", date(2022, 6, 30), Kind.READING),
        ("8月份完成年度计划开工的80.8%。", date(2022, 8, 31), Kind.READING),
        ("9月5日，争取上级资金400多万元。", date(2022, 9, 5), Kind.READING),
        ("截至6月20日，今年全镇收缴保费312万元。", date(2022, 6, 20), Kind.READING),
        ("10月底前，3200名村民都将喝上放心水。", date(2022, 10, 31), Kind.PLAN),
        ("从2003年到2021年，油气当量保持在4000万吨以上。", date(2021, 12, 31), Kind.READING),
        ("1—8月新增就业76万人，提前完成全年75万人的目标任务。", date(2022, 12, 31), Kind.PLAN),
        ("求职者大多出生在1990年后，签约的有7人。", date(2022, 9, 16), Kind.READING),
        ("累计完成投资2亿元，推进“改薄”、教育质量提升计划等，新建校舍8万平方米。", date(2022, 9, 16), Kind.READING),
        ("今年计划解决16个村饮水问题，全市解决了9.6万人的饮水问题。", date(2022, 9, 16), Kind.READING),
        ("截至8月底完成5项任务。", date(2022, 8, 31), Kind.READING),
        ("《政府工作报告》提出，新开工改造小区120个。", date(2022, 12, 31), Kind.PLAN),
        ("投放贷款总量将不低于20亿元。", date(2022, 12, 31), Kind.PLAN),
        ("“送清凉”活动将拿出50余万元。", date(2022, 12, 31), Kind.PLAN),
        ("月底前完成投资65亿元。", date(2022, 9, 30), Kind.PLAN),
        ("下月底前完成投资65亿元。", date(2022, 10, 31), Kind.PLAN),
        ("会议要求：一要抓好落实；全年事故起数下降10%以上。", date(2022, 12, 31), Kind.PLAN),
        ("截至9月8日，投资入库63亿元，占全年计划75亿元的84.3%，同比增长11.7%。", date(2022, 9, 8), Kind.READING),
        ("二季度入会420人，较一季度翻了一番。累计投入85.6万元。", date(2022, 6, 30), Kind.READING),
        ("年度目标任务为：新开工1286套；新增分配600套。", date(2022, 12, 31), Kind.PLAN),
        ("反馈的43个问题已完成39个，剩余4个达到序时进度。", date(2022, 9, 16), Kind.READING),
        ("今年前8个月，新增就业8.36万人。", date(2022, 8, 31), Kind.READING),
        ("总量达到43.8万人，比“十三五”末增长9.6%。", date(2022, 9, 16), Kind.READING),
        ("务工就业2.31万人，达去年务工总数的103.2%。", date(2022, 9, 16), Kind.READING),
        ("年度目标建设综合体6个。", date(2022, 12, 31), Kind.PLAN),
        ("全年新增停车位3000个。", date(2022, 12, 31), Kind.PLAN),
        ("全年新增停车位3000个，已新增1124个。", date(2022, 9, 16), Kind.READING),
        ("“五一”前夕，表彰先进集体18个。", date(2022, 4, 30), Kind.READING),
        ("春节期间，接待游客6万人次。", date(2022, 2, 6), Kind.READING),
        ("国庆节前发放消费券500万元。", date(2022, 9, 30), Kind.PLAN),
        ("8月走访3家。上周又走访5家。", date(2022, 9, 11), Kind.READING),
        ("过去一年，新登记6842户。", date(2021, 12, 31), Kind.READING),
        ("去年得分82.3分。截至3月底，占比38%。", date(2022, 3, 31), Kind.READING),
        ("去年得分82.3分，12月底占比38%。", date(2021, 12, 31), Kind.READING),
        ("春节假期（1月31日至2月6日）接待游客9万人次。假日期间检查单位29家。", date(2022, 2, 6), Kind.READING),
        ("9月11日8时至13日8时，平均降雨137毫米。", date(2022, 9, 13), Kind.READING),
        ("9月11日启动响应。13日8时，水位38.4米。", date(2022, 9, 13), Kind.READING),
        ("18日12时前转移群众1200人。", date(2022, 9, 18), Kind.PLAN),
        ("公司成立于1998年，现有职工12640人。", date(2022, 9, 16), Kind.READING),
        ("国庆收入8亿元，恢复到2019年同期的97.5%。", date(2022, 9, 16), Kind.READING),
        ("2021年新增6家。下一步，11月底前新增3家。", date(2022, 11, 30), Kind.PLAN),
        ("2021—2022学年，开设课程618门。", date(2022, 8, 31), Kind.READING),
        ("2021年受理392件，2022年431件。", date(2022, 12, 31), Kind.READING),
        ("产品去年10月推出，当年发放1.3亿元。", date(2021, 12, 31), Kind.READING),
        ("到6月底，已提前达到2025年目标的有54项；进展滞后的6项。", date(2022, 6, 30), Kind.READING),
        ("前两月，进出口97.4亿元。", date(2022, 2, 28), Kind.READING),
        ("2016年修路7.2公里。第二年，又建大棚86个。", date(2017, 12, 31), Kind.READING),
        ("2022年7月，报告了2021年度审计工作。共指出问题63个。", date(2022, 7, 31), Kind.READING),
        ("“ 十四五 ” 期间 , 我们计划培育企业 50 家 。", date(2025, 12, 31), Kind.PLAN),
        ("石楼区任务150万株。", date(2022, 12, 31), Kind.PLAN),
        ("上年度报告指出的5个问题已全部整改。", date(2022, 9, 16), Kind.READING),
        ("昨日，蔬菜上市1960吨，较前日增加120吨。", date(2022, 9, 15), Kind.READING),
        ("2022年7月1日起，低保标准提高到每人每月820元。", date(2022, 9, 16), Kind.READING),
        ("目前主体封顶2所。", date(2022, 9, 16), Kind.READING),
        ("剩余157套计划11月底前全部盘活。", date(2022, 11, 30), Kind.PLAN),
        ("剩余157套计划11月底前全部盘活。收取租金91万元。", date(2022, 9, 16), Kind.READING),
        ("到8月底，会员达到80.3万人。下面看服务。托管班开了68个班。", date(2022, 8, 31), Kind.READING),
    ],
)
def test_the_day_and_whether_it_was_reached(sentence: str, day: date, kind: Kind) -> None:
    last = told(PRINTED + sentence)[-1]
    assert (last.as_of, last.kind) == (day, kind)


def test_a_month_that_lies_far_ahead_was_the_last_year_s_unless_it_is_planned() -> None:
    told_of = told("2023年1月15日\n\n11月，实训中心竣工，面积1.2万平方米。将在11月举办竞赛12场。\n")
    assert [(reading.as_of, reading.kind) for reading in told_of] == [
        (date(2022, 11, 30), Kind.READING),
        (date(2023, 11, 30), Kind.PLAN),
    ]


def test_without_a_day_of_printing_the_day_of_the_title_stands_in_for_it() -> None:
    told_of = told("2023年度民生实事进展情况（截至8月31日）\n\n1．停车泊位：年内新增1.2万个。截至目前新增7860个。\n")
    assert [(reading.as_of, reading.kind) for reading in told_of] == [
        (date(2023, 12, 31), Kind.PLAN),
        (date(2023, 8, 31), Kind.READING),
    ]
    assert {reading.subject for reading in told_of} == {"停车泊位新增"}


def test_a_day_that_a_numbered_part_names_is_not_of_the_parts_before_it() -> None:
    told_of = told("总结\n\n（一）开课618门。\n（二）截至8月31日，就业率96%。\n（三）走访企业83家。\n\n2022年9月16日\n")
    assert [reading.as_of for reading in told_of] == [date(2022, 9, 16), date(2022, 8, 31), date(2022, 9, 16)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("周报\n（第38期 2023年11月6日—11月12日）\n\n本周完成填筑8.6万立方米。\n", date(2023, 11, 12)),
        ("本网讯 5月31日，县法院通报2021年1月至2024年4月审判工作情况。\n\n目前有法官3名。\n", date(2024, 5, 31)),
        ("简报\n\n自动履行率81.4%，高于2022年5.6个百分点。\n", None),
        ("报告\n2022年1月6日\n\n二、2021年工作情况\n一年来，引进项目9个。\n", date(2021, 12, 31)),
        ("2022年义务植树情况\n（截至11月20日）\n\n一、丹水县完成142万株。\n", date(2022, 11, 20)),
        ("税费月度快报\n2023年第9期\n\n● 9月份收入4.82亿元；\n\n● 申报率99.3%。\n", date(2023, 9, 30)),
        ("2021年审计整改情况\n\n截至2022年11月底，已整改58个。\n\n二、追回补贴51万元。\n", date(2022, 11, 30)),
        (
            "2024年11月19日\n\n市法院24日公布1月至9月审判工作主要数据显示，收案2.5万件。\n调解纠纷1.1万件。\n",
            date(2024, 9, 30),
        ),
        ("2019年，全县稳字当头。\n一、综合\n生产总值86亿元。\n二、农业\n果园386公顷。\n", date(2019, 12, 31)),
        ("2024年5月1日至5月31日，优良天数28天。\n二氧化硫9微克/立方米。\n", date(2024, 5, 31)),
        ("16.12.2013 14:16\n\n截至目前，加固水库65座。\n", date(2013, 12, 16)),
        ("2023 08/17 16:19\n\n从2022年起，合作社种植大豆150亩。\n", date(2023, 8, 17)),
        ("报告\n2022年1月6日\n\n二、2021年工作情况\n略。\n\n三、其他情况\n现有项目9个。\n", date(2022, 1, 6)),
    ],
)
def test_the_day_of_printing_and_the_period_of_a_heading(text: str, day: date | None) -> None:
    assert told(text)[-1].as_of == day


def test_under_the_heading_of_a_year_to_come_everything_is_planned() -> None:
    told_of = told("报告\n2022年1月6日\n\n三、2022年主要工作\n（一）实施项目24个。三季度增加床位60张。\n")
    assert [(reading.as_of, reading.kind) for reading in told_of] == [
        (date(2022, 12, 31), Kind.PLAN),
        (date(2022, 9, 30), Kind.PLAN),
    ]


def test_a_year_told_as_over_beside_this_year_is_the_last_one() -> None:
    told_of = told("港口喜报\n\n一季度，吞吐量6215万吨。\n\n2022年，岸电用量1240万千瓦时。\n\n今年2月，建成电站8座。\n")
    assert [reading.as_of for reading in told_of] == [date(2023, 3, 31), date(2022, 12, 31), date(2023, 2, 28)]


def test_what_somebody_says_holds_figures_and_a_slogan_none() -> None:
    told_of = told("2023年4月3日\n\n“去年我们开通了11条航线，今年已新开5条。”部长说。开展“千企万户大走访”活动。\n")
    assert [(float(reading.value), reading.as_of) for reading in told_of] == [
        (11, date(2022, 12, 31)),
        (5, date(2023, 4, 3)),
    ]
