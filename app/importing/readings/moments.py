"""The times a clause names, as the day a figure beside them is true of."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from app.importing.readings.named import FIRST, LAST, Clock, Moment, Rules
from app.importing.recognise.dates_read import Plan, every_date
from app.tasks.kinds import DeadlineKind

__all__ = ["Moment", "for_plan", "moments", "with_titles", "without_compared"]

_YEAR: Final = r"(?:19|20)\d\d年"
_THEN: Final = rf"(?:去年|上年|前年|{_YEAR})"
BORN: Final = re.compile(rf"(?:出生[于在]|生于){_YEAR}(?:前后|以?[前后])?|{_YEAR}(?:前后|以?[前后])?出生")
# A time beside a figure that is not the figure's own: what it is compared with, and when somebody was founded.
COMPARED: Final = re.compile(
    "|".join(
        (
            rf"同比|环比|{_YEAR}(?=《)",
            rf"(?:成立|创[办刊建]|始?建|组建|设立|注册|获批)于{_YEAR}(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?",
            rf"(?:[比较同与]|和(?=[去上]年(?:同期)?相比)|相比|高于|低于)于?(?:去年|上年|前年|年初|上月|上季度|{_YEAR})"
            r"(?:同期|[底末初]|全年|(?:\d{1,2}月|[上下]半年|[一二三四]季度)(?:底|末)?)?",
            rf"(?:达到|完成|实现|优于|高于|低于|超过|占)了?(?:{_YEAR}|“十[一二三四五六]五”)[^，。；\d]{{0,4}}(?:目标|任务|指标)值?的?",
            rf"(?:报告|听取|审议|通过|印发|公布|发布|下达|制定|出台)了?《?(?:关于)?{_YEAR}度?(?=[\u4e00-\u9fff])",
            rf"(?:{_THEN}|上年度)(?=[^，。；\d]{{0,8}}(?:指出|反馈|通报|发现|交办)的)",
            rf"{_THEN}(?:\d{{1,2}}月份?|[底初])?(?=(?:启动|开工|动工|立项|引进|签约|投[用产]|建成|成立|开业|落户|获批)(?:建设|实施)?的"
            r"[^，。；\d]{2,20}，)",  # 去年启动的福利中心项目，完成投资…: when it was begun
            r"[比较与同]上?(?:前一?[日天]|昨[日天]|上?[周旬])",
            rf"{_THEN}(?:春节|国庆|五一|假期)?(?:同期|同日)",
            BORN.pattern,
            rf"[由从](?:去年|上年|年初|{_YEAR})[底末初]?(?!\s*[到至])的?",
            r"[比较与](?:今年)?上半年(?:和(?:去年|上年)同期)?(?=相比|减|增|提|下|上升|回|持平|多|少|分别|加快|略)",
            r"[比较与同]“?十[一二三四五六]五”?(?:末|时期|期间|初)?",
            rf"(?:[达占]|恢复[到至])(?:去年|上年|{_YEAR})[^，。；\d]{{0,8}}的(?=[\d.]+\s*[%％])",
            rf"(?:是|为|相当于)(?:去年|上年|{_YEAR})[底末]?(?:同期|全年)?的(?=[\d.]+倍|\d)",
            r"[比较与同](?:第?[一二三四]季度|\d{1,2}\s*[—–~～至-]\s*\d{1,2}月份?|上?个?\d{0,2}月份?|上季度)[末底初]?"
            r"(?=（|相比|减|增|提|下|上|回|持平|多|少|翻|快|加|高|低|扩|收|净|略|好)",
        )
    )
)
BY: Final = re.compile(r"(?:前|之前|以前)$|^(?:到|至)(?!目前)")
TO: Final = re.compile(r"\s*(?:(?:凌晨|上午|中午|下午|晚上?)?\d{0,2}[时点])?\s*起?\s*(?:[—–~～-]+|至|到)\s*")
CLOCK: Final = re.compile(r"\s*(?:凌晨|上午|中午|下午|晚上?)?\d{1,2}[时点](?:\d{1,2}分)?(?:之|以)?前")
FROM: Final = re.compile(r"起(?=[，,]|开展|实施|启动)")
UNTIL: Final = re.compile(r"[到至](?<!截至)$")
NO_TIME: Final = ("起", "第", "版")
WHOLE_YEAR: Final = re.compile(r"\S{0,2}(?:(?:19|20)\d\d年?\s*\S)?\s*(?:19|20)\d\d\s*年度?")


def moments(clause: str, clock: Clock) -> list[Moment]:
    """In the order printed, each place read once."""
    masked = without_compared(clause)
    named = _named(FIRST, masked, clock)
    dated = _dated(_without(masked, named), clock)
    rest = _named(LAST, _without(masked, [*named, *dated]), clock)
    found = [replace(one, words=clause[one.start : one.end].strip("\x00 ")) for one in (*named, *dated, *rest)]
    return _joined(sorted(found, key=lambda moment: moment.start), clause)


def with_titles(printed: str, hidden: str) -> str:
    """A name hides its figures, but the year before 《政府工作报告》 is a part of the name."""
    return "".join(sign if sign == "《" else other for sign, other in zip(printed, hidden, strict=True))


def without_compared(clause: str) -> str:
    """比上年 names no day. Places stay the same."""
    return COMPARED.sub(lambda match: "\x00" * len(match[0]), clause)


def _joined(found: list[Moment], clause: str) -> list[Moment]:
    """7月11日8时至13日8时 is one time, and ends with its last day."""
    joined: list[Moment] = []
    for one in found:
        first = joined[-1] if joined else None
        if first and first.day and one.day and first.day <= one.day and TO.fullmatch(clause[first.end : one.start]):
            is_limit = BY.search(one.words) is not None
            words = clause[first.start : one.end]
            joined[-1] = replace(one, start=first.start, is_limit=is_limit, is_event=True, words=words)
        else:
            joined.append(one)
    return joined


def for_plan(moment: Moment, year: int | None) -> Moment:
    """What is intended for 今年 is intended for its end."""
    return replace(moment, day=date(year, 12, 31)) if moment.is_open and year else moment


def _named(rules: Rules, text: str, clock: Clock) -> list[Moment]:
    found: list[Moment] = []
    for pattern, rule in rules:
        found += [moment for match in pattern.finditer(_without(text, found)) if (moment := rule(match, clock))]
    return found


def _dated(text: str, clock: Clock) -> list[Moment]:
    """The calendar dates: 6月底, 上半年, 三季度, 2021年."""
    found = []
    for deadline in every_date(text, Plan(clock.year, looks_back=True), is_column=False):
        start, end, day = deadline.start or 0, deadline.end or 0, deadline.due_on
        if day is not None and clock.printed and day <= clock.printed and FROM.match(text, end):
            found.append(Moment(start, end, clock.printed, is_open=day.year == clock.year))  # until now
            continue
        if day is None or text[end:].startswith(NO_TIME):
            continue
        if deadline.kind is DeadlineKind.YEARS and clock.printed and clock.year:
            day = day.replace(year=day.year - clock.year + clock.printed.year)  # 三年内 counts from the day of printing
        is_limit = (BY.search(deadline.words) or UNTIL.search(text[:start]) or CLOCK.match(text, end)) is not None
        is_year = WHOLE_YEAR.fullmatch(deadline.words) is not None
        is_event = deadline.kind is DeadlineKind.RANGE and re.search("[日号]", deadline.words) is not None
        found.append(Moment(start, end, day, is_limit, is_year=is_year, is_event=is_event))
    return found


def _without(text: str, found: Iterable[Moment]) -> str:
    for one in found:
        text = text[: one.start] + "\x00" * (one.end - one.start) + text[one.end :]
    return text
