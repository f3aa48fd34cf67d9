"""Times that no calendar date names: 今年以来, 昨日, 上周, 春节期间, 前10个月, 去年."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.importing.readings.feasts import FEAST, day_of_feast
from app.importing.recognise.dates_read import FIVES

TO_NOW: Final = re.compile(
    r"(?P<since>(?:今年|年初|(?:19|20)\d\d年(?:\d{1,2}月)?|去年|开年|入[春夏秋冬汛]|"
    r"[^，。；、]{1,24}(?=以来))以来)|"
    r"截[至止到]{1,2}(?:目前|会前|发稿)|目前|当前|如今|眼下|迄今|至今|现已|近年来|近[几两三五十\d]+年(?:来)?|"
    r"[一二三四五六七八九十两几\d]+年来"
)
SINCE: Final = re.compile(
    r"(?:(?:今年|年初|开年|\d月份?|[一二三四]季度)以来|(?<!近)[一二三四五六七八九十两几\d]+年来)$"
)
TODAY: Final = re.compile(r"今[日天]|(?<![\d一二三四五六七八九十])日前|近日|本周")
THAT_DAY: Final = re.compile(r"(?:^|(?<=[，。；、]))\s*(?:当[天日](?!气|前)|活动现场(?=，)|[^，。；]{0,6}仪式上(?=，))")
YESTERDAY: Final = re.compile(r"(?P<two>前[日天](?!数))|昨[日天]")
LAST_WEEK: Final = re.compile(r"上个?(?:周|星期)(?!期)(?P<on>[一二三四五六日天])?")
LAST_MONTH: Final = re.compile(r"上个?月(?:份|[底末]|[上中下]旬)?(?!\d)")
LAST_QUARTER: Final = re.compile(r"上个?季度(?:[底末])?")
THIS_MONTH: Final = re.compile(
    r"(?:本月|(?<![\d一二三四五六七八九十上下个每本])月(?=[底末]))(?:(?P<last>[底末])|(?P<day>\d{1,2})[日号])?(?P<before>前)?"
)
NEXT_MONTH: Final = re.compile(r"下个?月[底末]?(?P<before>前)?")
FIRST_MONTHS: Final = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年|今年)?(?<!提)前(?P<count>十一|[一二两三四五六七八九十]|1[01]|[1-9])个?月(?![前后内份])"
)
FAR: Final = 10  # days
COUNTS: Final = dict(zip("一二三四五六七八九十", range(1, 11), strict=True)) | {"两": 2, "十一": 11}
BARE_DAY: Final = re.compile(
    r"(?<![\d月.．年共])(?<!历时)(?<!连续)(?<!为期)(?<!近)(?<!每)(?P<day>3[01]|[12]\d|[1-9])日(?!均|常|报|产|发|处理|供|接|游|[之以]?内|元|子|\x00)"
    r"(?:(?:凌晨|上午|中午|下午|晚上?|夜间)?\d{0,2}[时点]?)(?P<before>(?:之|以)?前)?"
)
RECALLED: Final = re.compile(
    r"(?:假期|假日|节日|节庆|活动|赛事|比赛|竞赛|展会|会议|大会|节会|行动|整治|检查|集训|演练|考试)期间|"
    r"(?:假期|节日|长假)[三五六七八]天|[三五六七八]天(?:假期|长假)|除夕夜?|(?:^|(?<=[，。；]))期间(?=[，,])"
)
TERM: Final = re.compile(
    r"20\d\d\s*[—–~～至-]+\s*(?P<year>20\d\d)\s*学年度?(?P<first>第?[一上]学期|秋季学期)?(?P<second>第?[二下]学期|春季学期)?"
)
YEAR_OF_FIGURE: Final = re.compile(r"(?P<year>(?:19|20)\d\d)年(?=\d[\d.,]*\s*[^\d\s.,月年日])")
THAT_YEAR: Final = re.compile(r"当年(?![底末内])|(?P<next>次年|翌年|第二年)(?![度级])")
PLANS: Final = re.compile(r"(?:[“\"]\s*)?十(?P<plan>[一二三四五六])五(?:\s*[”\"])?\s*(?:时期|期间|末)(?![，,：:])")
BARE: Final = re.compile(
    r"(?P<last>(?:去年|上年)(?:全年)?|(?:过去|刚刚过去)的?(?:这?一年|20\d\d年))|(?P<before>前年)|(?P<next>明年|来年)|(?P<this>今年|"
    r"本年度?)|(?P<all>全年(?!\d[\d.,]*\S{0,3}(?:目标|任务|计划)|目标|任务|计划|预算|工作))|(?P<within>年内)"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """`is_limit`: by then, rather than then. `is_open`: 今年 names no day: until now, or until its end for a plan."""

    start: int
    end: int
    day: date | None
    is_limit: bool = False
    is_open: bool = False
    is_year: bool = False
    is_event: bool = False  # some days that a feast or a campaign lasted
    words: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """What a time is counted from: the year that the paragraph speaks of, the day of printing, the last day named."""

    year: int | None
    printed: date | None
    near: date | None = None
    spoken: int | None = None  # the year of the last time that was named
    event: date | None = None  # when the feast or the campaign that was spoken of was over
    told: date | None = None  # the last single day that was named


Match = re.Match[str]
Rule = Callable[[Match, Clock], Moment | None]


def _moment(match: Match, day: date | None, *, is_limit: bool = False) -> Moment:
    return Moment(match.start(), match.end(), day, is_limit=is_limit)


def _to_now(match: Match, clock: Clock) -> Moment:
    return Moment(match.start(), match.end(), clock.printed, is_open=SINCE.search(match[0]) is not None)


def _from_printing(day: Callable[[date, Match], date]) -> Rule:
    """A time that counts from the day of printing, and is none without it."""

    def rule(match: Match, clock: Clock) -> Moment | None:
        if clock.printed is None:
            return None
        is_limit = bool(match.groupdict().get("before"))
        return _moment(match, day(clock.printed, match), is_limit=is_limit)

    return rule


def _last_week(printed: date, match: Match) -> date:
    """The Sunday before, or the day of that week that is named."""
    sunday = printed - timedelta(days=printed.weekday() + 1)
    place = "一二三四五六".find(match["on"] or "日")
    return sunday if place < 0 else sunday - timedelta(days=6 - place)


def _last_quarter(printed: date, _: Match) -> date:
    return printed.replace(month=printed.month - (printed.month - 1) % 3, day=1) - timedelta(days=1)


def _this_month(printed: date, match: Match) -> date:
    if match["last"]:
        return _month_end(printed)
    return printed.replace(day=min(int(match["day"]), _month_end(printed).day)) if match["day"] else printed


def _month_end(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _first_months(match: Match, clock: Clock) -> Moment | None:
    """前10个月 ends with October."""
    if clock.year is None:
        return None
    count = COUNTS.get(match["count"]) or int(match["count"])
    return _moment(match, date(int(match["year"] or clock.year), count + 1, 1) - timedelta(days=1))


def _feast(match: Match, clock: Clock) -> Moment | None:
    day = day_of_feast(match, clock.year)
    if day is None:
        return None
    return Moment(match.start(), match.end(), day, is_limit=bool(match["before"]), is_event=bool(match["during"]))


def _bare_day(match: Match, clock: Clock) -> Moment | None:
    """13日8时 is of the month that was spoken of; a limit is never behind it, and of what was, none is far ahead."""
    near, number = clock.near, int(match["day"])
    if near is None or number > _month_end(near).day:
        return None
    day = near.replace(day=number)
    if match["before"] and day < (clock.printed or near):
        following = _month_end(near) + timedelta(days=1)
        day = following.replace(day=min(number, _month_end(following).day))
    elif not match["before"] and (day - near).days > FAR:
        day = near.replace(day=1) - timedelta(days=1)
        day = day.replace(day=min(number, day.day))
    return _moment(match, day, is_limit=bool(match["before"]))


def _recalled(match: Match, clock: Clock) -> Moment | None:
    """假期七天 is the feast that was spoken of."""
    return _moment(match, clock.event) if clock.event else None


def _that_day(match: Match, clock: Clock) -> Moment | None:
    """8月15日，…举行启动仪式。…当天，…: the day that was named, even some paragraphs before."""
    return _moment(match, clock.told) if clock.told else None


def _term(match: Match, clock: Clock) -> Moment:
    month, day = (1, 31) if match["first"] else (7, 31) if match["second"] else (8, 31)
    ends = date(int(match["year"]), month, day)
    return _moment(match, min(ends, clock.printed) if clock.printed else ends)


def _year_of_figure(match: Match, _: Clock) -> Moment:
    """2022年431件."""
    return Moment(match.start(), match.end(), date(int(match["year"]), 12, 31), is_year=True)


def _that_year(match: Match, clock: Clock) -> Moment | None:
    """去年10月推出，当年发放1.3亿元: the year that was spoken of, when it is over."""
    if clock.spoken is None or clock.printed is None:
        return None
    year = clock.spoken + (1 if match["next"] else 0)
    if year >= clock.printed.year:
        return None
    return Moment(match.start(), match.end(), date(year, 12, 31), is_year=True)


def _five_years(match: Match, _: Clock) -> Moment:
    return _moment(match, date(FIVES[match["plan"]], 12, 31))


def _bare(match: Match, clock: Clock) -> Moment | None:
    if clock.year is None:
        return None
    if match["this"]:
        return Moment(match.start(), match.end(), clock.printed, is_open=True)
    shift = -1 if match["last"] else -2 if match["before"] else 1 if match["next"] else 0
    day = date(clock.year + shift, 12, 31)
    return Moment(match.start(), match.end(), day, is_limit=bool(match["within"]), is_year=True)


Rules = tuple[tuple[re.Pattern[str], Rule], ...]
# Read before the calendar dates, which stand inside some of them (2020年以来), and after them (今年6月 is no 今年).
FIRST: Final[Rules] = (
    (TERM, _term),
    (TO_NOW, _to_now),
    (RECALLED, _recalled),
    (FEAST, _feast),
    (THAT_DAY, _that_day),
    (TODAY, _from_printing(lambda printed, _: printed)),
    (YESTERDAY, _from_printing(lambda printed, match: printed - timedelta(days=2 if match["two"] else 1))),
    (LAST_WEEK, _from_printing(_last_week)),
    (LAST_MONTH, _from_printing(lambda printed, _: printed.replace(day=1) - timedelta(days=1))),
    (LAST_QUARTER, _from_printing(_last_quarter)),
    (THIS_MONTH, _from_printing(_this_month)),
    (NEXT_MONTH, _from_printing(lambda printed, _: _month_end(_month_end(printed) + timedelta(days=1)))),
    (FIRST_MONTHS, _first_months),
)
LAST: Final[Rules] = (
    (YEAR_OF_FIGURE, _year_of_figure),
    (THAT_YEAR, _that_year),
    (BARE_DAY, _bare_day),
    (PLANS, _five_years),
    (BARE, _bare),
)
