"""Days of feasts: “五一”前夕, 春节期间, 国庆黄金周. The holiday notices say how long each lasted."""

import re
from datetime import date, timedelta
from typing import Final

from app.workdays.calendar import installed

# A feast of a fixed day, or the weeks of the year in which the holiday's own days are looked up.
FIXED: Final = (
    (r"元旦", (1, 1)), (r"三八", (3, 8)), (r"清明", (4, 5)), (r"五一|劳动节", (5, 1)), (r"五四|青年节", (5, 4)),
    (r"护士节", (5, 12)), (r"六一|儿童节", (6, 1)), (r"七一|建党节", (7, 1)), (r"八一|建军节", (8, 1)),
    (r"医师节", (8, 19)), (r"教师节", (9, 10)), (r"国庆|十一", (10, 1)), (r"记者节", (11, 8)),
)  # fmt: skip
MOVING: Final = (
    (r"新春|春节", (1, 15), (2, 28)), (r"端午", (5, 20), (6, 30)), (r"中秋", (9, 5), (10, 10)),
)  # fmt: skip
_NAMES: Final = "|".join(
    [f"(?P<f{place}>{words})" for place, (words, _) in enumerate(FIXED)]
    + [f"(?P<m{place}>{words})" for place, (words, _, _) in enumerate(MOVING)]
)
FEAST: Final = re.compile(
    rf"(?:今年|(?P<year>20\d\d)年)?(?:元旦[、和]?(?=新春|春节))?(?<!第)[“\"]?(?:{_NAMES})(?![月届次个])[”\"]?(?:国际)?(?:劳动|青年|儿童|建军|建党)?[节日]?"
    r"(?:(?P<eve>前夕)|(?P<during>期间|假期|假日|黄金周|小长假|长假|七天|当周)|(?P<day>当天|当日)|(?P<before>(?:之|以)?前(?!后|列|往))|(?(year)|(?!)))"
)
LONGEST: Final = 15


def day_of_feast(match: re.Match[str], year: int | None) -> date | None:
    """期间, or 2022年春节 alone, is the holiday's last day, 前夕 and 前 the day before it begins."""
    year = int(match["year"]) if match["year"] else year
    found = _first_and_last(match, year) if year else None
    if found is None:
        return None
    first, last = found
    if match["day"]:
        return first
    return first - timedelta(days=1) if match["eve"] or match["before"] else last


def _first_and_last(match: re.Match[str], year: int) -> tuple[date, date] | None:
    for place, (_, (month, day)) in enumerate(FIXED):
        if match[f"f{place}"]:
            first = date(year, month, day)
            return first, _end_of_holiday(first)
    for place, (_, opens, closes) in enumerate(MOVING):
        if match[f"m{place}"]:
            return _holiday_between(date(year, *opens), date(year, *closes))
    return None


def _end_of_holiday(day: date) -> date:
    holidays = installed().holidays
    while day + timedelta(days=1) in holidays:
        day += timedelta(days=1)
    return day


def _holiday_between(opens: date, closes: date) -> tuple[date, date] | None:
    """None when no notice is known for the year."""
    days = (opens + timedelta(days=n) for n in range((closes - opens).days))
    first = next((day for day in days if day in installed().holidays), None)
    return (first, _end_of_holiday(first)) if first else None
