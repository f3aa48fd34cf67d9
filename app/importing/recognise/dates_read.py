"""Every date in a text, each place read once, by the most exact pattern that fits; `rule` says how it became a day."""

import calendar
import re
from bisect import bisect, insort
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from app.importing.recognise import dates_words as words
from app.importing.recognise.drafts import Deadline
from app.importing.recognise.lines import as_number
from app.tasks.kinds import DeadlineKind

SENTENCE: Final = 200
NEAR: Final = 6  # years
PRESUMED: Final = "推定"
PARTS: Final = {"上旬": 10, "中旬": 20, "中": 15, "初": 10}
FIVES: Final = {"一": 2010, "二": 2015, "三": 2020, "四": 2025, "五": 2030, "六": 2035}


SCHOOL_BEGINS: Final = 8  # the month


@dataclass(frozen=True, slots=True)
class Plan:
    """`year`: the one a bare “6月底” belongs to. `last`: where the plan itself ends, when its title says so.

    `looks_back`: a report also tells of 去年; a time limit never lies there. `since`: when it was issued, if that is
    known. `school`: the year is a school's, whose second half lies in the next one.
    """

    year: int | None
    last: int | None = None
    looks_back: bool = False
    since: date | None = None
    school: bool = False


Match = re.Match[str]
Rule = Callable[[Match, Plan], Deadline | None]


def every_date(text: str, plan: Plan, *, is_column: bool) -> list[Deadline]:
    """In the order printed. A month without a year belongs to the year printed before it in the same sentence."""
    taken = bytearray(len(text))
    found: list[Deadline] = []
    years: list[tuple[int, int]] = []  # where a date with a printed year ends
    for pattern, rule in COLUMN_RULES if is_column else TEXT_RULES:
        for match in pattern.finditer(text):
            if match[0].strip() and not any(taken[match.start() : match.end()]):
                deadline = rule(match, _plan_at(text, match.start(), years, plan))
                if deadline or match.groupdict().get("past"):
                    taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                if deadline:
                    if deadline.due_on and re.search(r"(?:19|20)\d\d", match[0]):
                        insort(years, (match.end(), deadline.due_on.year))
                    found.append(replace(deadline, words=match[0].strip(), start=match.start(), end=match.end()))
    return sorted(found, key=lambda deadline: deadline.start or 0)


def _plan_at(text: str, position: int, years: list[tuple[int, int]], plan: Plan) -> Plan:
    """2022年10月底前…，12月底前…: the second month is in the first one's year, unless that lies behind the plan."""
    place = bisect(years, (position, 9999)) - 1
    if place < 0:
        return plan
    end, year = years[place]
    is_past = plan.year and year < plan.year and not plan.looks_back
    if is_past or position - end > SENTENCE or re.search("[。\n]", text[end:position]):
        return plan
    return replace(plan, year=year)


def _year(match: Match, plan: Plan, group: str = "year") -> tuple[int | None, str]:
    """The year, and what is to be said when it was not printed."""
    groups = match.groupdict()
    if printed := groups.get(group):
        return _printed(printed), ""
    if plan.year is None:
        return None, ""
    if past := groups.get("past"):
        ago = 2 if past == "前年" else 1
        return plan.year - ago, f"；“{past}”按 {plan.year - ago} 年"
    if groups.get("next") or groups.get("after"):
        return plan.year + 1, f"；“{groups.get('next') or groups.get('after')}”按 {plan.year + 1} 年"
    return plan.year, f"；没有写年份，按 {plan.year} 年"


def _printed(year: str) -> int:
    digits = re.sub("[○Oo]", "〇", year)
    number = int(digits) if digits.isdigit() else as_number(digits) or 0
    return number + 2000 if len(digits) == 2 else number


def _dated(
    match: Match, plan: Plan, month: int, day: int, rule: str, kind: DeadlineKind = DeadlineKind.BEFORE
) -> Deadline | None:
    """A day past the month's end is its last one; a year that lies behind (去年) is no time limit."""
    groups = match.groupdict()
    if groups.get("past") and not plan.looks_back:
        return None
    year, note = _year(match, plan)
    if year is None:
        return Deadline(DeadlineKind.BEFORE, "", "没有写年份，也无从推断")
    if plan.school and note.startswith("；没有写年份") and month < SCHOOL_BEGINS:
        year, note = year + 1, f"；没有写年份，按学年在 {year + 1} 年"
    kind = DeadlineKind.BEFORE if groups.get("before") else kind
    return Deadline(kind, "", rule + note, _day(year, month, day))


def _day(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def _numeral(text: str) -> int:
    return as_number(text) or 1


def _month(match: Match, plan: Plan) -> Deadline | None:
    groups = match.groupdict()
    month = _numeral(match["month"])
    if printed := groups.get("day"):
        return _dated(match, plan, month, _numeral(printed), "写明的日期", DeadlineKind.DAY)
    part = groups.get("part") or ""
    if part in PARTS:
        return _dated(match, plan, month, PARTS[part], f"{part}，取 {PARTS[part]} 日")
    return _dated(match, plan, month, 31, "取当月最后一天")


def _short_year(match: Match, plan: Plan) -> Deadline | None:
    """24.6.30 is a day of 2024 where the plan is of those years."""
    is_near = plan.year is not None and abs(_printed(match["year"]) - plan.year) <= NEAR
    return _month(match, plan) if is_near else None


def _serial(match: Match, _: Plan) -> Deadline | None:
    day = date(1899, 12, 30) + timedelta(int(match["serial"]))
    return Deadline(DeadlineKind.DAY, "", "电子表格的日期序号", day)


def _lost_month(match: Match, plan: Plan) -> Deadline | None:
    """Of two days the one that lies behind the day of issue; where both do, a person has to choose."""
    ways, year = lost_month(match["both"]), _year(match, plan)[0]
    if len(ways) == 1:
        return _dated(match, plan, *ways[0], "“月”字缺失，只能这样分开")
    if not ways or year is None:
        return None
    days = tuple(_day(year, *way) for way in ways)
    ahead = [way for way, day in zip(ways, days, strict=True) if plan.since is None or day >= plan.since]
    if len(ahead) == 1:
        return _dated(match, plan, *ahead[0], "“月”字缺失，另一种读法早于印发日期")
    return Deadline(DeadlineKind.BEFORE, "", "“月”字缺失，可以读成两个日子", either=days)


def lost_month(digits: str) -> list[tuple[int, int]]:
    """“330” can only be 3月30日; “121” may be two days."""
    ways = [(digits[:cut], digits[cut:]) for cut in (1, 2)]
    read = [(int(month), int(day)) for month, day in ways if re.fullmatch(r"[1-9]\d? [1-9]\d?", f"{month} {day}")]
    return [(month, day) for month, day in read if month <= 12 and day <= calendar.monthrange(2000, month)[1]]


def _span(match: Match, plan: Plan) -> Deadline | None:
    """From one day to another: the time limit is the last."""
    found = _month(match, plan)
    if found is None or found.due_on is None:
        return found
    groups = match.groupdict()
    first = _numeral(groups.get("first") or match["month"])
    last, began = found.due_on, found.due_on.year
    if later := groups.get("year2"):
        last = _day(_printed(later), last.month, last.day)
    elif groups.get("next2") or first > last.month:
        last = _day(began + 1, last.month, last.day)
    start = _day(began, first, _numeral(groups.get("first_day") or "1"))
    note = found.rule.partition("；")[2]
    rule = "起止日期，取最后一天" + (f"；{note}" if note else "")
    return replace(found, kind=DeadlineKind.RANGE, rule=rule, due_on=last, start_on=start)


def _years(match: Match, _: Plan) -> Deadline | None:
    first, last = _printed(match["first"]), _printed(match["last"])
    if last < first:
        return None
    rule = f"起止年份，取 {last} 年最后一天"
    return Deadline(DeadlineKind.RANGE, "", rule, date(last, 12, 31), start_on=date(first, 1, 1))


def _half(match: Match, plan: Plan) -> Deadline | None:
    return _dated(match, plan, 6 if match["half"] == "上" else 12, 31, f"{match['half']}半年，取最后一天")


def _quarter(match: Match, plan: Plan) -> Deadline | None:
    quarter = _numeral(match["quarter"] or match["latin"])
    return _dated(match, plan, 3 * quarter, 31, f"第 {quarter} 季度，取最后一天")


def _five_years(match: Match, _: Plan) -> Deadline | None:
    last = FIVES[match["plan"]]
    if match["during"]:
        return Deadline(DeadlineKind.RANGE, "", f"“十{match['plan']}五”期间，取 {last} 年最后一天", date(last, 12, 31))
    return Deadline(DeadlineKind.BEFORE, "", f"“十{match['plan']}五”末，取 {last} 年最后一天", date(last, 12, 31))


def _within_years(match: Match, plan: Plan) -> Deadline | None:
    count = as_number(match["years"]) if match["years"] != "两" else 2
    if plan.last and plan.year and plan.last - plan.year < (count or 1):
        return Deadline(
            DeadlineKind.YEARS, "", f"按规划末年{PRESUMED}，取 {plan.last} 年最后一天", date(plan.last, 12, 31)
        )
    if plan.year is None:
        return Deadline(DeadlineKind.YEARS, "", "从何时算起没有写明，也无从推断")
    last = plan.year + (count or 1)
    return Deadline(
        DeadlineKind.YEARS, "", f"从 {plan.year} 年算起{PRESUMED}，取 {last} 年最后一天", date(last, 12, 31)
    )


def _within(_match: Match, _plan: Plan) -> Deadline | None:
    return Deadline(DeadlineKind.TERM, "", "从何时算起没有写明，请人工填写")


def _year_end(match: Match, plan: Plan) -> Deadline | None:
    return _dated(match, plan, 12, 31, f"{'年' + match['end'].lstrip('年')}，取 12 月 31 日")


def _whole_year(match: Match, plan: Plan) -> Deadline | None:
    if match.groupdict().get("to") == "在" and not match["before"]:
        return None
    return _dated(match, plan, 12, 31, "只写到年，取该年最后一天")


def _this_year(match: Match, plan: Plan) -> Deadline | None:
    return _dated(match, plan, 12, 31, f"{match[0]}，取 12 月 31 日")


def _feast(match: Match, plan: Plan) -> Deadline | None:
    place = next(place for place in range(len(words.FEASTS)) if match[f"f{place}"])
    month, day, years = words.FEASTS[place][1]
    found = _dated(match, plan, month, day, f"“{match[0]}”没有写日期，按惯例{PRESUMED}为 {month} 月 {day} 日")
    return found if not years or found is None else replace(found, due_on=None, kind=DeadlineKind.TERM)


def _moving(_match: Match, _plan: Plan) -> Deadline | None:
    return Deadline(DeadlineKind.TERM, "", "没有写日期，每年不同，请人工填写")


TEXT_RULES: Final[tuple[tuple[re.Pattern[str], Rule], ...]] = (
    (words.FIVE_YEARS, _five_years),
    (words.FEAST, _feast),
    (words.MOVING, _moving),
    (words.MONTH_SPAN, _span),
    (words.DAY_SPAN, _span),
    (words.YEAR_SPAN, _years),
    (words.NUMERIC, _month),
    (words.LOST_YEAR, _month),
    (words.LOST_MONTH, _lost_month),
    (words.LOST_AFTER_MONTH, _month),
    (words.MONTH, _month),
    (words.HALF, _half),
    (words.QUARTER, _quarter),
    (words.WITHIN_YEARS, _within_years),
    (words.YEAR_END, _year_end),
    (words.WHOLE_YEAR, _whole_year),
)
COLUMN_RULES: Final = (
    *TEXT_RULES[:6],
    (words.YEAR_SPAN_IN_COLUMN, _years),
    (words.NUMERIC_SPAN, _span),
    (words.SERIAL, _serial),
    (words.YEAR_ALONE, _whole_year),
    (words.SHORT_YEAR, _short_year),
    *TEXT_RULES[6:10],
    (words.NUMERIC_MONTH, _month),
    (words.RUN_TOGETHER, _month),
    *TEXT_RULES[10:],
    (words.MONTH_DAY, _month),
    (words.THIS_YEAR, _this_year),
    (words.WITHIN, _within),
)
