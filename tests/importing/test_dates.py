"""Time limits as offices print them, in a column and in a sentence, for a plan of 2022."""

from datetime import date

import pytest

from app.importing.recognise import dates
from app.importing.recognise.dates import Plan
from app.importing.recognise.said_when import says_when
from app.tasks.kinds import DeadlineKind

PLAN = Plan(2022)


@pytest.mark.parametrize(
    ("words", "due_on"),
    [
        ("12月底前", date(2022, 12, 31)),
        ("5月底前动工", date(2022, 5, 31)),
        ("9月投入使用", date(2022, 9, 30)),
        ("2018.09", date(2018, 9, 30)),
        ("2026年12月", date(2026, 12, 31)),
        ("持续推进", None),
        ("年内见成效", date(2022, 12, 31)),
        ("6月底完成", date(2022, 6, 30)),
        ("年内持续推进", date(2022, 12, 31)),
        ("2022年10月底前", date(2022, 10, 31)),
        ("到2025年", date(2025, 12, 31)),
        ("2025年之前", date(2025, 12, 31)),
        ("2021—2025年", date(2025, 12, 31)),
        ("5年内", date(2027, 12, 31)),
        ("2012年底前", date(2012, 12, 31)),
        ("至2021年12月31日", date(2021, 12, 31)),
        ("十二月底", date(2022, 12, 31)),
        ("二季度", date(2022, 6, 30)),
        ("三季度末", date(2022, 9, 30)),
        ("第四季度", date(2022, 12, 31)),
        ("一季度前", date(2022, 3, 31)),
        ("自6月1日起至9月8日止", date(2022, 9, 8)),
        ("9月18日", date(2022, 9, 18)),
        ("10月上旬", date(2022, 10, 10)),
        ("11月下旬前", date(2022, 11, 30)),
        ("年底", date(2022, 12, 31)),
        ("年内", date(2022, 12, 31)),
        ("明年6月", date(2023, 6, 30)),
        ("次年1月", date(2023, 1, 31)),
        ("“十四五”末", date(2025, 12, 31)),
        ("十五五末", date(2030, 12, 31)),
        ("半年内", None),
        ("3个月内", None),
        ("上半年启动，年底前完成", date(2022, 12, 31)),
        ("汛期前", date(2022, 5, 31)),
        ("春节前", None),
        ("秋季开学前", date(2022, 8, 31)),
        ("五四前", date(2022, 5, 3)),
        ("高考前", date(2022, 6, 6)),
        ("2023/6/30", date(2023, 6, 30)),
        ("2022-06-30", date(2022, 6, 30)),
        ("20230630", date(2023, 6, 30)),
        ("每年3月底前", None),
        ("立行立改", None),
        ("长期坚持", None),
        ("全年", date(2022, 12, 31)),
        ("2023年", date(2023, 12, 31)),
        ("2023年6月", date(2023, 6, 30)),
        ("2022年3—6月", date(2022, 6, 30)),
        ("3-11月", date(2022, 11, 30)),
        ("3月至次年2月", date(2023, 2, 28)),
        ("2021-2023", date(2023, 12, 31)),
        ("2023.3-2023.11", date(2023, 11, 30)),
        ("6.30前", date(2022, 6, 30)),
        ("2022年12月31日前", date(2022, 12, 31)),
        ("每月5日前", None),
        ("1-12月", date(2022, 12, 31)),
        ("3月、6月、9月、12月", date(2022, 12, 31)),
        ("6月、12月", date(2022, 12, 31)),
        ("二〇二二年九月底", date(2022, 9, 30)),
        ("2022年第四季度", date(2022, 12, 31)),
        ("2022年二季度", date(2022, 6, 30)),
        ("Q3", date(2022, 9, 30)),
        ("22.6.30", date(2022, 6, 30)),
        ("23年3月底", date(2023, 3, 31)),
        ("24.09", date(2024, 9, 30)),
        ("202206", date(2022, 6, 30)),
        ("44742", date(2022, 6, 30)),
        ("2022", date(2022, 12, 31)),
        ("2022.3—10", date(2022, 10, 31)),
        ("投资22.6亿元", None),
        ("前三季度", date(2022, 9, 30)),
        ("每季度末", None),
        ("12月5日前", date(2022, 12, 5)),
        ("11月份", date(2022, 11, 30)),
        ("——", None),
        ("2022年6月30日", date(2022, 6, 30)),
        ("9月1日—15日", date(2022, 9, 15)),
        ("2022年底", date(2022, 12, 31)),
        ("今年年底前", date(2022, 12, 31)),
        ("8月中旬", date(2022, 8, 20)),
        ("2月底", date(2022, 2, 28)),
        ("2022年4季度", date(2022, 12, 31)),
        ("6月底前完成方案，12月底前完成", date(2022, 12, 31)),
        ("即知即改，4月底前", date(2022, 4, 30)),
        ("2022年12月底前，长期坚持", date(2022, 12, 31)),
        ("随时", None),
        ("2022年度", date(2022, 12, 31)),
        ("8月15日至8月31日", date(2022, 8, 31)),
        ("2022年11月—2023年3月", date(2023, 3, 31)),
        ("10月30日前", date(2022, 10, 30)),
        ("2022.6.30", date(2022, 6, 30)),
        ("2022年6月中旬", date(2022, 6, 20)),
        ("月底前", None),
        ("第一季度：完成土地平整；第二季度：厂房主体封顶", date(2022, 6, 30)),
        ("已完成", None),
        ("12月", date(2022, 12, 31)),
        ("2022.12底", date(2022, 12, 31)),
        ("2023年春节前", None),
        ("2022年1—12月", date(2022, 12, 31)),
        ("12", None),
        ("三年内", date(2025, 12, 31)),
    ],
)
def test_a_deadline_column_is_read_by_the_day_it_ends(words: str, due_on: date | None) -> None:
    assert dates.of_column(words, PLAN).due_on == due_on


@pytest.mark.parametrize(
    ("text", "due_on"),
    [
        ("2022年10月底前，出台办法，2023年全面推行", date(2023, 12, 31)),
        ("到2025年，总量达3.5万人", date(2025, 12, 31)),
        ("在2023年之前，建成500套", date(2023, 12, 31)),
        ("5年内完成轮训", date(2027, 12, 31)),
        ("实施期限至2023年12月31日", date(2023, 12, 31)),
        ("“十四五”末，满意度达到90%", date(2025, 12, 31)),
        ("2021年下半年启动、2022年上半年建成1个", date(2022, 6, 30)),
        ("汛期前完成评估", date(2022, 5, 31)),
        ("5月前完成评选", date(2022, 5, 31)),
        ("落实《2025年前行动方案》", None),
        ("每年3月底前报送", None),
        ("自2021年以来", None),
        ("2022年完成投资35亿元", None),
        ("2023年1月1日起施行", None),
        ("落实2019年专项检查要求，6月底前整改", date(2022, 6, 30)),
        ("2020年底前建成的小区应改尽改", None),
        ("截至2021年底，已建成12个", None),
        ("“十四五”期间，新增床位500张", date(2025, 12, 31)),
        ("围绕“十四五”时期重大战略", None),
        ("秋季开学前投用", date(2022, 8, 31)),
        ("9月举办文化节", date(2022, 9, 30)),
        ("3月启动", None),
        ("二季度，出台人才公寓管理办法", date(2022, 6, 30)),
        ("2023年，基本缓解停车难", date(2023, 12, 31)),
        ("完成时限为2022年9月，确保如期交付", date(2022, 9, 30)),
        ("编制总体规划（2021—2035年），2022年上半年报批", date(2022, 6, 30)),
        ("用好1—6月经济运行监测数据", None),
        ("根据省政府2022年2月18日会议部署，开展行动", None),
        ("每年3月、9月各开展一次检查", None),
        ("纳入“3·15”活动", None),
        ("6月是安全生产月", None),
        ("2025年建成通车", date(2025, 12, 31)),
        ("上半年完成摸底，下半年全面推开", date(2022, 12, 31)),
        ("3月至10月，开展专项行动", date(2022, 10, 31)),
        ("6月1日至8月31日开展百日攻坚", date(2022, 8, 31)),
        ("力争年内开工", date(2022, 12, 31)),
        ("年底前完成", date(2022, 12, 31)),
        ("12月底前，2000名以上", date(2022, 12, 31)),
        ("第一季度完成、二季度办结", date(2022, 6, 30)),
        ("2022年11月底前完成，12月10日前报送总结", date(2022, 11, 30)),
        ("2022年12月底前完成60%，2023年6月底前全部完成", date(2023, 6, 30)),
        ("近五年内未发生", None),
        ("35岁以内", None),
        ("两年内消除", date(2024, 12, 31)),
        ("工期2年", None),
        ("从2022年起，每年安排", None),
        ("从2023年9月起", None),
        ("到2022年底", date(2022, 12, 31)),
        ("到年底", date(2022, 12, 31)),
        ("2022年全年", None),
        ("本年度内完成", date(2022, 12, 31)),
        ("3月5日学雷锋日", None),
        ("12月2日前完成", date(2022, 12, 2)),
        ("为12月底前", date(2022, 12, 31)),
        ("十月底前全面完成", date(2022, 10, 31)),
        ("2022年中央一号文件", None),
        ("用3年时间，到2024年", date(2024, 12, 31)),
        ("2021年度考核", None),
        ("2022—2024年每年培训100人", date(2024, 12, 31)),
        ("条例草案9月下旬提请市人大常委会审议", date(2022, 9, 30)),
        ("第四季度兑现奖补资金", date(2022, 12, 31)),
        ("确保6月30日零时全线贯通", date(2022, 6, 30)),
        ("8月份通过省级评审", date(2022, 8, 31)),
        ("7月1日前所有乡镇完成挂牌", date(2022, 7, 1)),
        ("9月质量月活动期间设置咨询台", None),
    ],
)
def test_in_a_sentence_only_a_day_of_completion_is_a_limit(text: str, due_on: date | None) -> None:
    found = dates.in_text(text, PLAN)
    assert (found.due_on if found else None) == due_on


def test_the_rule_says_how_the_day_was_found_and_what_is_only_presumed() -> None:
    assert dates.of_column("6月中旬前", PLAN).rule == "中旬，取 20 日；没有写年份，按 2022 年"
    presumed = dates.of_column("汛期前", PLAN)
    assert "按惯例推定" in presumed.rule
    assert dates.is_vague(presumed)
    assert dates.is_vague(dates.of_column("春节前", PLAN))
    assert not dates.is_vague(dates.of_column("2022年6月底前", PLAN))


def test_a_span_keeps_both_its_days() -> None:
    span = dates.of_column("3月15日至次年2月", PLAN)
    assert (span.kind, span.start_on, span.due_on) == (DeadlineKind.RANGE, date(2022, 3, 15), date(2023, 2, 28))


def test_a_periodic_column_has_no_day_but_a_day_beside_it_counts() -> None:
    assert dates.of_column("每年3月、9月", PLAN).kind is DeadlineKind.PERIODIC
    assert dates.of_column("每半年；12月20日前", PLAN).due_on == date(2022, 12, 20)


@pytest.mark.parametrize(
    ("title", "issued_on", "plan"),
    [
        ("某市2022年重点工作", date(2021, 12, 30), Plan(2022)),
        ("某市二〇二二年重点工作", None, Plan(2022)),
        ("某县三年行动方案（2023—2025年）", date(2023, 4, 1), Plan(2023, 2025)),
        ("某县2021—2025年规划任务分解", date(2020, 12, 1), Plan(2021, 2025)),
        ("某市“十四五”人才规划任务分解", date(2021, 9, 6), Plan(2021, 2025)),
        ("2021年工作总结与2022年工作安排", None, Plan(2022)),
        ("2021年度预算执行审计查出问题整改台账", date(2022, 7, 11), Plan(2022)),
        ("2021年度重点任务完成情况", date(2022, 1, 11), Plan(2021)),
        ("重点任务分工", date(2019, 5, 1), Plan(2019)),
        (None, None, Plan(None)),
    ],
)
def test_the_title_says_which_year_is_meant(title: str | None, issued_on: date | None, plan: Plan) -> None:
    assert dates.plan_year(title, issued_on) == plan


def test_years_within_a_plan_end_with_the_plan() -> None:
    assert dates.of_column("5年内", Plan(2021, 2025)).due_on == date(2025, 12, 31)


def test_the_words_are_quoted_from_the_sentence() -> None:
    text = "抓紧整治，2022年10月底前完成。"
    found = dates.in_text(text, PLAN)
    assert found
    assert text[found.start : found.end] == found.words == "2022年10月底前"


@pytest.mark.parametrize(
    "words",
    [
        "最迟6月底",
        "24.6.30",
        "常态化",
        "立行立改",
        "每季度末",
        "按月推进",
        "党代会召开前",
        "按序时进度",
        "后续长期坚持",
        "月调度",
    ],
)
def test_words_for_when_are_no_unit(words: str):
    assert says_when(words)


@pytest.mark.parametrize("name", ["县民政局", "长期护理保险中心", "三月三景区管委会", "经常性项目办公室"])
def test_a_unit_named_after_a_time_is_a_unit(name: str):
    assert not says_when(name)
