"""The lamp of a task, in words: each rule at its boundary (DOMAIN.md §5)."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.tasks.kinds import Lamp, TaskStatus
from app.tasks.rules import STOPPED_WORDS, Standing, Thresholds, expected_percent, lamp, overdue_days
from app.workdays.calendar import load
from app.workdays.rules import working_days_between

CALENDAR = load(Path(__file__).parents[2] / "ledger_seeds" / "holidays")
TODAY = date(2021, 10, 14)  # a Thursday
ON_TIME = Standing(
    status=TaskStatus.ISSUED,
    start_on=date(2021, 6, 4),
    due_on=date(2021, 12, 31),
    percent=63,  # 132 days of 210
    missed=(),
    first_slot_passed=True,
    reported=True,
    closed_on=None,
)


def lamp_of(standing, today=TODAY, **thresholds):
    return lamp(standing, today, is_working_day=CALENDAR.is_working_day, thresholds=Thresholds(**thresholds))


def seen(standing, today=TODAY):
    view = lamp_of(standing, today)
    return view.word, view.note


@pytest.mark.parametrize(
    ("change", "word", "note"),
    [
        pytest.param({}, "绿", "正常推进", id="on plan and reported"),
        pytest.param({"due_on": date(2021, 10, 13)}, "红", "逾期1天", id="the day after the due day"),
        pytest.param({"due_on": date(2021, 9, 30)}, "红", "逾期14天", id="overdue counts calendar days"),
        pytest.param({"due_on": date(2021, 10, 14), "percent": 100}, "黄", "今天到期", id="on the due day"),
        pytest.param({"due_on": date(2021, 10, 20), "percent": 100}, "黄", "剩6天", id="four working days left"),
        pytest.param({"due_on": date(2021, 10, 21), "percent": 100}, "黄", "剩7天", id="five working days left"),
        pytest.param({"due_on": date(2021, 10, 22), "percent": 100}, "绿", "正常推进", id="six working days left"),
        pytest.param({"percent": 54}, "绿", "正常推进", id="9 points behind"),
        pytest.param({"percent": 53}, "黄", "落后10个百分点", id="10 points behind"),
        pytest.param({"percent": Decimal("50.50")}, "黄", "落后12.5个百分点", id="half points are said"),
        pytest.param({"percent": 33}, "黄", "落后30个百分点", id="30 points behind"),
        pytest.param({"percent": Decimal("32.9")}, "红", "落后30.1个百分点", id="more than 30 points behind"),
        pytest.param({"percent": 0}, "红", "落后63个百分点", id="reported nothing done"),
        pytest.param({"percent": None}, "绿", "正常推进", id="no percent reported is not behind"),
        pytest.param({"percent": 0, "start_on": None}, "绿", "正常推进", id="no start day, no expected progress"),
        pytest.param({"percent": None, "reported": False}, "未报", "从未报送", id="never reported"),
        pytest.param(
            {"percent": None, "reported": False, "first_slot_passed": False}, "绿", "正常推进", id="not yet asked"
        ),
        pytest.param({"missed": ("三季度",)}, "未报", "三季度未报", id="one period missed"),
        pytest.param({"missed": ("二季度", "三季度")}, "未报", "二季度、三季度未报", id="two periods missed"),
        pytest.param({"missed": ("7月", "8月", "9月")}, "未报", "3期未报", id="many periods missed are counted"),
        pytest.param({"due_on": None, "percent": 0}, "绿", "正常推进", id="no due day, reported"),
        pytest.param({"due_on": None, "missed": ("三季度",)}, "未报", "三季度未报", id="no due day is no excuse"),
        pytest.param({"start_on": TODAY, "percent": None}, "绿", "正常推进", id="begins today"),
        pytest.param({"start_on": date(2021, 11, 1)}, "未启动", "11月1日启动", id="begins later"),
        pytest.param(
            {"status": TaskStatus.CLOSURE_REQUESTED, "due_on": date(2021, 9, 30)},
            "红",
            "逾期14天",
            id="asking for closure does not stop the clock",
        ),
    ],
)
def test_a_task_in_hand_shows(change, word, note):
    assert seen(replace(ON_TIME, **change)) == (word, note)


@pytest.mark.parametrize(
    ("change", "word", "note"),
    [
        pytest.param({"status": TaskStatus.CLOSED, "closed_on": date(2021, 9, 30)}, "销号", "9月30日", id="in time"),
        pytest.param(
            {"status": TaskStatus.CLOSED, "closed_on": date(2020, 9, 30)}, "销号", "2020年9月30日", id="in another year"
        ),
        pytest.param(
            {"status": TaskStatus.CLOSED, "closed_on": date(2021, 12, 31)}, "销号", "12月31日", id="on the due day"
        ),
        pytest.param({"status": TaskStatus.CLOSED, "closed_on": date(2022, 1, 1)}, "销号", "超期销号", id="a day late"),
        pytest.param({"status": TaskStatus.CLOSED}, "销号", "已销号", id="day unknown"),
        pytest.param(
            {"status": TaskStatus.CLOSED, "closed_on": TODAY, "start_on": date(2021, 11, 1)},
            "销号",
            "10月14日",
            id="before it was to begin",
        ),
        pytest.param(
            {"status": TaskStatus.SUSPENDED, "resume_on": date(2021, 11, 30)}, "挂起", "至11月30日", id="suspended"
        ),
        pytest.param({"status": TaskStatus.SUSPENDED}, "挂起", "恢复日期未定", id="suspended without a day"),
        pytest.param({"status": TaskStatus.ENDED}, "终止", "不再办理", id="ended"),
        pytest.param({"status": TaskStatus.ENDED, "end_word": "并入第3项"}, "终止", "并入第3项", id="merged"),
        pytest.param({"status": TaskStatus.WITHDRAWN}, "撤销", "不再办理", id="withdrawn"),
        pytest.param({"status": TaskStatus.CARRIED_OVER}, "结转", "转入新台账", id="carried over"),
        pytest.param({"status": TaskStatus.DRAFT}, "草稿", "尚未交办", id="draft"),
    ],
)
def test_a_task_whose_clock_stands_shows(change, word, note):
    assert seen(replace(ON_TIME, **change)) == (word, note)


def test_a_suspended_task_is_not_red_though_its_day_has_passed():
    view = lamp_of(replace(ON_TIME, status=TaskStatus.SUSPENDED, due_on=date(2021, 9, 1), missed=("三季度",)))

    assert view.lamp is Lamp.STOPPED


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        pytest.param(
            {"due_on": date(2021, 10, 18), "percent": 100, "missed": ("三季度",)}, "剩4天；三季度未报", id="due soon"
        ),
        pytest.param(
            {"due_on": date(2021, 9, 30), "percent": 95, "missed": ("三季度",)}, "逾期14天；三季度未报", id="overdue"
        ),
        pytest.param(
            {"due_on": date(2021, 10, 18), "percent": 20},
            "落后77个百分点（序时进度97%，报送20%）；剩4天",
            id="what makes it red comes first",
        ),
        pytest.param(
            {"due_on": date(2021, 10, 18), "percent": 80},
            "剩4天；落后17个百分点（序时进度97%，报送80%）",
            id="of two yellows the due day comes first",
        ),
        pytest.param(
            {"percent": None, "reported": False, "missed": ("7月", "8月", "9月")},
            "从未报送；7月、8月、9月未报",
            id="every missed period is named",
        ),
    ],
)
def test_the_reason_says_all_that_holds(change, reason):
    assert lamp_of(replace(ON_TIME, **change)).reason == reason


def test_a_closure_past_its_day_says_by_how_much():
    view = lamp_of(replace(ON_TIME, status=TaskStatus.CLOSED, due_on=date(2021, 9, 30), closed_on=date(2021, 10, 12)))

    assert view.reason == "10月12日超期销号；超期12天"


def test_national_day_week_brings_the_warning_earlier():
    task = replace(ON_TIME, due_on=date(2021, 10, 11), percent=100)

    assert seen(task, date(2021, 9, 27)) == ("绿", "正常推进")  # 28, 29, 30 September, 8, 9, 11 October: six
    assert seen(task, date(2021, 9, 28)) == ("黄", "剩13天")


def test_a_ledger_sets_its_own_thresholds():
    assert lamp_of(replace(ON_TIME, percent=53), behind=11).lamp is Lamp.GREEN
    assert lamp_of(replace(ON_TIME, percent=53), far_behind=9).lamp is Lamp.RED
    assert lamp_of(replace(ON_TIME, due_on=date(2021, 10, 22), percent=100), soon=6).lamp is Lamp.YELLOW


@pytest.mark.parametrize(
    ("start_on", "due_on", "expected"),
    [
        pytest.param(date(2021, 6, 4), date(2021, 12, 31), 63, id="132 of 210 days"),
        pytest.param(TODAY - timedelta(days=1), TODAY + timedelta(days=1), 50, id="half way"),
        pytest.param(TODAY - timedelta(days=1), TODAY + timedelta(days=7), 13, id="12.5 is rounded up"),
        pytest.param(date(2021, 11, 1), date(2021, 12, 31), 0, id="not begun"),
        pytest.param(date(2021, 1, 1), TODAY, 100, id="on the due day"),
        pytest.param(date(2021, 1, 1), date(2021, 2, 1), 100, id="past the due day"),
        pytest.param(TODAY, TODAY, 100, id="begun and due today"),
        pytest.param(None, date(2021, 12, 31), None, id="no start day"),
        pytest.param(date(2021, 1, 1), None, None, id="no due day"),
    ],
)
def test_expected_progress_follows_the_days(start_on, due_on, expected):
    assert expected_percent(start_on, due_on, TODAY) == expected


def test_overdue_days_are_never_negative():
    assert [overdue_days(due, TODAY) for due in (None, date(2021, 12, 31), TODAY, date(2021, 9, 30))] == [0, 0, 0, 14]


DAYS = st.dates(date(2017, 1, 1), date(2027, 12, 31))
STANDINGS = st.builds(
    Standing,
    status=st.sampled_from(TaskStatus),
    start_on=st.none() | DAYS,
    due_on=st.none() | DAYS,
    percent=st.none() | st.integers(0, 100) | st.decimals(0, 100, places=1),
    missed=st.lists(st.sampled_from(["一季度", "二季度", "三季度"]), unique=True).map(tuple),
    first_slot_passed=st.booleans(),
    reported=st.booleans(),
    closed_on=st.none() | DAYS,
    resume_on=st.none() | DAYS,
)


@given(STANDINGS, DAYS)
def test_a_lamp_always_has_its_word_note_and_reason(standing, today):
    view = lamp_of(standing, today)

    assert all([view.word, view.note, view.reason])


@given(STANDINGS, DAYS)
def test_green_is_never_overdue_never_near_its_day_and_never_silent(standing, today):
    if lamp_of(standing, today).lamp is not Lamp.GREEN:
        return

    assert overdue_days(standing.due_on, today) == 0
    assert not standing.missed
    assert standing.reported or not standing.first_slot_passed
    assert standing.due_on is None or working_days_between(today, standing.due_on, CALENDAR.is_working_day) > 5


@given(STANDINGS, DAYS)
def test_yellow_by_the_day_is_a_count_of_working_days(standing, today):
    view = lamp_of(standing, today)
    if view.lamp in (Lamp.STOPPED, Lamp.CLOSED) or standing.due_on is None or standing.due_on < today:
        return

    near = working_days_between(today, standing.due_on, CALENDAR.is_working_day) <= 5
    assert near == any(words.startswith("剩") or words == "今天到期" for words in view.reason.split("；"))


@given(STANDINGS, DAYS)
def test_without_a_due_day_only_silence_takes_the_green_away(standing, today):
    assert lamp_of(replace(standing, due_on=None), today).lamp not in (Lamp.RED, Lamp.YELLOW)


@given(STANDINGS.filter(lambda standing: standing.status in STOPPED_WORDS), DAYS)
def test_a_stopped_task_stays_stopped_whatever_its_dates(standing, today):
    assert lamp_of(standing, today).lamp is Lamp.STOPPED
