"""Quarters and the bounds of a period."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.workdays.rules import month_key, period_bounds, quarter_key, quarter_of, year_key


@pytest.mark.parametrize(
    ("key", "first", "last"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2021H2", date(2021, 7, 1), date(2021, 12, 31)),
        ("2021Q3", date(2021, 7, 1), date(2021, 9, 30)),
        ("2021-09", date(2021, 9, 1), date(2021, 9, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ],
)
def test_a_period_has_its_first_and_last_day(key, first, last):
    assert period_bounds(key) == (first, last)


@pytest.mark.parametrize("key", ["2021Q5", "2021-13", "2021-00", "21Q1", "三季度", ""])
def test_what_is_no_period_is_refused(key):
    with pytest.raises(ValueError, match=r"period|month"):
        period_bounds(key)


@given(st.dates())
def test_every_day_lies_in_its_own_periods(day):
    for key in (month_key(day), quarter_key(day), year_key(day)):
        first, last = period_bounds(key)
        assert first <= day <= last
    assert 1 <= quarter_of(day) <= 4
