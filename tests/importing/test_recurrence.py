"""How often an act comes again, in a sentence and in a column."""

import re

import pytest

from app.importing.recognise import recurrence
from app.tasks.kinds import Recurrence

WEEKLY, MONTHLY, QUARTERLY = Recurrence.WEEKLY, Recurrence.MONTHLY, Recurrence.QUARTERLY
HALF, YEARLY, ONGOING = Recurrence.HALF_YEARLY, Recurrence.YEARLY, Recurrence.ONGOING


COME_AGAIN = [
    ("每周三开展法律援助坐班", WEEKLY),
    ("实行日巡查、周汇总、月评比制度", WEEKLY),
    ("一月一主题开展活动", MONTHLY),
    ("隐患点巡查，汛期每周1次", WEEKLY),
    ("每月15日前更新名录", MONTHLY),
    ("按月调度、按季通报", MONTHLY),
    ("建立月调度、季通报制度", MONTHLY),
    ("每年6月底前完成审查，每季度审计1次", QUARTERLY),
    ("召开季度例会", QUARTERLY),
    ("落实月例会制度", MONTHLY),
    ("一季度一督查，及时通报", QUARTERLY),
    ("半年一次", HALF),
    ("每学期不少于2次", HALF),
    ("一年一度的评选", YEARLY),
    ("年度命名工作室", YEARLY),
    ("每年“五一”前后举办运动会", YEARLY),
    ("每两年开展一次", Recurrence.EVERY_2_YEARS),
    ("每五年一次", Recurrence.EVERY_5_YEARS),
    ("每届任期内轮训一遍", Recurrence.PER_TERM),
    ("常态化走访困难职工，建档立卡", ONGOING),
    ("延时服务常态化开展。", ONGOING),
    ("深化监管，并长期坚持。", ONGOING),
    ("每天开放书屋，长期坚持", ONGOING),
]


@pytest.mark.parametrize(("text", "expected"), COME_AGAIN)
def test_the_shortest_period_comes_first(text: str, expected: Recurrence) -> None:
    assert recurrence.found_in(text)[0].value is expected


@pytest.mark.parametrize(("_value", "signs", "pattern"), recurrence.RULES)
def test_what_a_rule_looks_for_is_always_said_with_one_of_its_characters(
    _value: Recurrence, signs: str, pattern: re.Pattern[str]
) -> None:
    unsaid = str.maketrans("", "", signs)
    assert not any(pattern.search(text.translate(unsaid)) for text, _ in COME_AGAIN)


@pytest.mark.parametrize(
    "text",
    [
        "对同一企业的检查每年不超过1次",
        "按每人每月720元标准发放",
        "每人每年2.4万元",
        "人均每年增收500元",
        "每年3000元标准",
        "工会常态化帮扶延伸",
        "持续优化营商环境",
        "上半年通报",
        "一季度一般公共预算收入增长6%",
        "第四季度检查",
        "本年度评选",
        "2022年度表彰",
        "纳入年度考核",
    ],
)
def test_a_rate_a_cap_and_one_certain_period_do_not_come_again(text: str) -> None:
    assert recurrence.found_in(text) == ()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("每年；12月31日前", YEARLY),
        ("月度", MONTHLY),
        ("季度", QUARTERLY),
        ("半年", HALF),
        ("周一", WEEKLY),
        ("年度", YEARLY),
        ("长期坚持", ONGOING),
        ("每日", ONGOING),
        ("持续推进", ONGOING),
        ("年内", None),
        ("一季度", None),
        ("3月、9月", None),
    ],
)
def test_a_column_may_say_how_often(words: str, expected: Recurrence | None) -> None:
    found = recurrence.of_column(words)
    assert (found[0].value if found else None) is expected
