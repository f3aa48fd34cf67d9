"""Counting working days, and the periods of a year. Pure: which day is worked comes in as a function."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

IsWorkingDay = Callable[[date], bool]

ONE_DAY = timedelta(days=1)
PERIOD_KEY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)|Q(?P<quarter>[1-4])|H(?P<half>[12]))?")


def monday_to_friday(day: date) -> bool:
    """The calendar of a year without notice."""
    return day.weekday() < 5


def working_days_between(start: date, end: date, is_working_day: IsWorkingDay) -> int:
    """Working days after start, up to and including end; 0 on the same day, negative when end lies before start."""
    if end < start:
        return -working_days_between(end, start, is_working_day)
    return sum(is_working_day(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))


def add_working_days(start: date, count: int, is_working_day: IsWorkingDay) -> date:
    """The count-th working day after start (before it, if negative); 0 gives start itself, worked or not."""
    step = ONE_DAY if count >= 0 else -ONE_DAY
    day, left = start, abs(count)
    while left:
        day += step
        left -= is_working_day(day)
    return day


def next_working_day_on_or_after(day: date, is_working_day: IsWorkingDay) -> date:
    while not is_working_day(day):
        day += ONE_DAY
    return day


def quarter_of(day: date) -> int:
    return (day.month + 2) // 3


def month_key(day: date) -> str:
    return f"{day.year:04}-{day.month:02}"


def quarter_key(day: date) -> str:
    return f"{day.year:04}Q{quarter_of(day)}"


def year_key(day: date) -> str:
    return f"{day.year:04}"


def period_bounds(key: str) -> tuple[date, date]:
    """First and last day of "2021", "2021H1", "2021Q3" or "2021-09"."""
    found = PERIOD_KEY.fullmatch(key)
    if found is None:
        raise ValueError(f"{key} is not a period")
    year = int(found["year"])
    first, last = _months(found)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _months(found: re.Match[str]) -> tuple[int, int]:
    if found["month"]:
        return int(found["month"]), int(found["month"])
    if found["quarter"]:
        return 3 * int(found["quarter"]) - 2, 3 * int(found["quarter"])
    if found["half"]:
        return 6 * int(found["half"]) - 5, 6 * int(found["half"])
    return 1, 12
