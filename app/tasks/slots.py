"""The periods for which a task's progress is asked, with the day each opens and falls due (DESIGN.md §2, 应报期次)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from app.tasks.kinds import ReportCycle
from app.workdays.rules import month_key, period_bounds, quarter_key, quarter_of, year_key

ENOUGH_OF_A_PERIOD = timedelta(days=15)
QUARTER_WORDS = ("一季度", "二季度", "三季度", "四季度")
KEYS: dict[ReportCycle, Callable[[date], str]] = {
    ReportCycle.MONTHLY: month_key,
    ReportCycle.QUARTERLY: quarter_key,
    ReportCycle.YEARLY: year_key,
}


@dataclass(frozen=True)
class Period:
    """One period to be reported on; both days are as printed, not moved for holidays."""

    key: str
    word: str
    opens_on: date
    due_on: date


def periods(cycle: ReportCycle, start: date, until: date, *, due_day: int = 10) -> list[Period]:
    """The period of start (if at least 15 days of it are left) to that of until, in order."""
    if not 1 <= due_day <= 28:
        raise ValueError("due_day must be a day that every month has")
    key_of = KEYS.get(cycle)
    if key_of is None:
        return []
    found: list[Period] = []
    first = start
    while first <= until:
        key = key_of(first)
        end = period_bounds(key)[1]
        if end - start >= ENOUGH_OF_A_PERIOD:
            found.append(_period(cycle, key, end, due_day))
        first = end + timedelta(days=1)
    return found


def _period(cycle: ReportCycle, key: str, end: date, due_day: int) -> Period:
    due_on = (end + timedelta(days=1)).replace(day=due_day)
    # A month's window opens on its 20th, a longer period's on the first day of its last month.
    opens_on = end.replace(day=20 if cycle is ReportCycle.MONTHLY else 1)
    return Period(key, _word(cycle, end), opens_on, due_on)


def _word(cycle: ReportCycle, end: date) -> str:
    if cycle is ReportCycle.MONTHLY:
        return f"{end.month}月"
    if cycle is ReportCycle.QUARTERLY:
        return QUARTER_WORDS[quarter_of(end) - 1]
    return f"{end.year}年"
