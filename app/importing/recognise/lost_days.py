"""A day whose 年 or 月 was lost may be two days: “121日” is 1月21日 or 12月1日. The document may tell which one."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from app.importing.recognise import dates
from app.importing.recognise.drafts import Item

SOON: Final = timedelta(days=31)
LONG: Final = timedelta(days=90)
PRINTED: Final = r"(20\d\d)\s*[年\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})(?!\d)日?"
PUBLISHED: Final = re.compile(rf"(?:发布|公开|上网|发表)(?:日期|时间)?\s*[：:]\s*{PRINTED}")
TOLD: Final = re.compile(rf"{PRINTED}[^。；\n]{{0,20}}?(?:召开|会议|审议|通过|印发|下发|批准)")
WEEKDAYS: Final = "一二三四五六日"


def decided(days: Sequence[date], weekday: str, text: str, items: Iterable[Item]) -> date | None:
    """The one day of issue that nothing in the document speaks against; None while there are two."""
    left = [day for day in days if not weekday or WEEKDAYS[day.weekday()] == weekday.replace("天", "日")]
    published = _days(PUBLISHED, text)
    told = [day for day in _days(TOLD, text) if day.year == days[0].year]
    limits = _limits(items, days[0].year)
    left = [
        day
        for day in left
        if all(day <= other for other in published)
        and all(day >= other for other in told if other not in days)
        and not (limits and 2 * sum(limit < day for limit in limits) > len(limits))
    ]
    if len(left) == 2 and published:  # what is published is seldom old
        near = [day for day in left if min(published) - day <= SOON]
        left = near if all(min(published) - day > LONG for day in left if day not in near) else left
    return left[0] if len(left) == 1 else None


def _days(pattern: re.Pattern[str], text: str) -> list[date]:
    found = []
    for match in pattern.finditer(text):
        year, month, day = map(int, match.groups())
        if 1 <= month <= 12 and 1 <= day <= 28 + 3 * (month != 2):
            found.append(date(year, month, min(day, 30 if month in (4, 6, 9, 11) else day)))
    return found


def _limits(items: Iterable[Item], year: int) -> list[date]:
    """Until when the tasks are to be done: most of them lie behind the day of issue."""
    plan = dates.Plan(year)
    found = (
        dates.of_column(item.clause.deadline_words, plan)
        if item.clause.deadline_words
        else dates.in_text(item.text, plan)
        for item in items
    )
    return [deadline.due_on for deadline in found if deadline and deadline.due_on]
