"""For which periods progress is asked, when each opens and falls due."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.tasks.kinds import ReportCycle
from app.tasks.slots import Period, periods
from app.workdays.rules import period_bounds


def test_a_task_reported_by_quarter_owes_each_quarter_until_its_end():
    found = periods(ReportCycle.QUARTERLY, date(2021, 6, 4), date(2021, 12, 31))

    assert found == [
        Period("2021Q2", "二季度", date(2021, 6, 1), date(2021, 7, 10)),
        Period("2021Q3", "三季度", date(2021, 9, 1), date(2021, 10, 10)),
        Period("2021Q4", "四季度", date(2021, 12, 1), date(2022, 1, 10)),
    ]


def test_a_task_reported_by_month_opens_on_the_twentieth():
    assert periods(ReportCycle.MONTHLY, date(2021, 9, 1), date(2021, 9, 30)) == [
        Period("2021-09", "9月", date(2021, 9, 20), date(2021, 10, 10))
    ]


def test_a_task_reported_by_year_opens_in_december():
    assert periods(ReportCycle.YEARLY, date(2021, 6, 4), date(2022, 3, 1)) == [
        Period("2021", "2021年", date(2021, 12, 1), date(2022, 1, 10)),
        Period("2022", "2022年", date(2022, 12, 1), date(2023, 1, 10)),
    ]


@pytest.mark.parametrize(
    ("start", "first"),
    [
        pytest.param(date(2021, 9, 15), "2021Q3", id="15 days left: it counts"),
        pytest.param(date(2021, 9, 16), "2021Q4", id="14 days left: the next one is the first"),
    ],
)
def test_a_period_nearly_over_at_the_start_is_not_asked(start, first):
    assert periods(ReportCycle.QUARTERLY, start, date(2021, 12, 31))[0].key == first


def test_the_due_day_is_as_printed_even_on_a_holiday():
    assert periods(ReportCycle.QUARTERLY, date(2021, 7, 1), date(2021, 9, 30), due_day=5)[0].due_on == date(2021, 10, 5)


@pytest.mark.parametrize("due_day", [0, 29, 31])
def test_a_due_day_that_some_month_lacks_is_refused(due_day):
    with pytest.raises(ValueError, match="due_day"):
        periods(ReportCycle.MONTHLY, date(2021, 1, 1), date(2021, 12, 31), due_day=due_day)


def test_nothing_is_asked_without_a_cycle_or_after_the_end():
    assert periods(ReportCycle.NONE, date(2021, 1, 1), date(2021, 12, 31)) == []
    assert periods(ReportCycle.MONTHLY, date(2021, 2, 1), date(2021, 1, 1)) == []


@given(
    st.sampled_from([ReportCycle.MONTHLY, ReportCycle.QUARTERLY, ReportCycle.YEARLY]),
    st.dates(date(2015, 1, 1), date(2030, 12, 31)),
    st.integers(0, 2000),
)
def test_periods_follow_each_other_without_gap_or_repeat(cycle, start, length):
    found = periods(cycle, start, start + timedelta(days=length))

    bounds = [period_bounds(period.key) for period in found]
    assert all(after[0] - before[1] == timedelta(days=1) for before, after in pairwise(bounds))
    assert all(period.opens_on <= last < period.due_on for period, (_, last) in zip(found, bounds, strict=True))
