"""Which days are worked, and how they are counted."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.workdays.calendar import load
from app.workdays.rules import add_working_days, monday_to_friday, next_working_day_on_or_after, working_days_between

CALENDAR = load(Path(__file__).parents[2] / "ledger_seeds" / "holidays")
DAYS = st.dates(date(2017, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize("day", [date(2021, 10, n) for n in range(1, 8)], ids=str)
def test_national_day_week_2021_is_not_worked(day):
    assert not CALENDAR.is_working_day(day)


@pytest.mark.parametrize(
    "day",
    [
        pytest.param(date(2021, 9, 26), id="the Sunday before National Day 2021"),
        pytest.param(date(2021, 10, 9), id="the Saturday after it"),
        pytest.param(date(2018, 12, 29), id="the Saturday worked in 2018 by the notice for 2019"),
        pytest.param(date(2019, 5, 5), id="the Sunday worked after Labour Day 2019 was lengthened"),
        pytest.param(date(2026, 10, 10), id="the Saturday after National Day 2026"),
    ],
)
def test_a_makeup_day_is_worked(day):
    assert CALENDAR.is_working_day(day)


@pytest.mark.parametrize(
    "day",
    [
        pytest.param(date(2020, 1, 31), id="Spring Festival 2020 was lengthened to 2 February"),
        pytest.param(date(2020, 2, 1), id="and the make-up day in it called off"),
        pytest.param(date(2018, 12, 31), id="a Monday in 2018 that the notice for 2019 frees"),
        pytest.param(date(2021, 10, 10), id="an ordinary Sunday"),
    ],
)
def test_a_holiday_or_weekend_is_not_worked(day):
    assert not CALENDAR.is_working_day(day)


@pytest.mark.parametrize("year", range(2017, 2027))
def test_a_year_with_its_notice_is_settled(year):
    assert not CALENDAR.is_provisional(year)
    assert not CALENDAR.is_provisional(date(year, 6, 1))


def test_a_year_without_notice_is_provisional_and_worked_monday_to_friday():
    year = max(CALENDAR.years) + 1
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]

    assert CALENDAR.is_provisional(year)
    assert CALENDAR.is_provisional(days[0])
    assert [day for day in days if CALENDAR.is_working_day(day)] == [day for day in days if monday_to_friday(day)]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(date(2021, 9, 30), date(2021, 10, 8), 1, id="across National Day only the eighth counts"),
        pytest.param(date(2021, 9, 30), date(2021, 10, 9), 2, id="the make-up Saturday counts"),
        pytest.param(date(2021, 10, 14), date(2021, 10, 14), 0, id="the same day is none"),
        pytest.param(date(2021, 10, 14), date(2021, 10, 20), 4, id="the weekend does not count"),
        pytest.param(date(2021, 10, 9), date(2021, 9, 30), -2, id="backwards is negative"),
    ],
)
def test_working_days_are_counted_after_the_start_up_to_the_end(start, end, expected):
    assert working_days_between(start, end, CALENDAR.is_working_day) == expected


def test_five_working_days_after_national_day_eve():
    assert add_working_days(date(2021, 9, 30), 5, CALENDAR.is_working_day) == date(2021, 10, 13)


def test_the_next_working_day_after_a_holiday_and_on_a_working_day():
    assert next_working_day_on_or_after(date(2021, 10, 1), CALENDAR.is_working_day) == date(2021, 10, 8)
    assert next_working_day_on_or_after(date(2021, 10, 8), CALENDAR.is_working_day) == date(2021, 10, 8)


@given(start=DAYS, count=st.integers(-60, 60))
def test_adding_and_counting_agree(start, count):
    end = add_working_days(start, count, CALENDAR.is_working_day)

    # Going back ends on a worked day that a count forwards does not include, so the start may tip it by one.
    counted = working_days_between(start, end, CALENDAR.is_working_day)
    assert counted == count if count >= 0 else abs(counted - count) <= 1


@given(days=st.lists(DAYS, min_size=3, max_size=3))
def test_counts_add_up_over_a_day_between(days):
    first, between, last = sorted(days)
    worked = CALENDAR.is_working_day

    parts = working_days_between(first, between, worked) + working_days_between(between, last, worked)
    assert parts == working_days_between(first, last, worked)


@given(day=DAYS)
def test_no_day_is_both_free_and_made_up_and_makeup_is_at_the_weekend(day):
    assert not (day in CALENDAR.holidays and day in CALENDAR.makeup)
    assert day not in CALENDAR.makeup or not monday_to_friday(day)
