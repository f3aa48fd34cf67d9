"""The times a clause names, as the day a figure beside them is true of."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from app.importing.recognise.dates_read import FIVES, Plan, every_date
from app.tasks.kinds import DeadlineKind

TO_NOW: Final = re.compile(
    r"(?:今年|年初|(?:19|20)\d\d年(?:\d{1,2}月)?|去年|开年|入[春夏秋冬汛]|"
    r"[^，。；、]{1,24}(?=以来))以来|"
    r"截[至止到]{1,2}目前|目前|当前|迄今|至今|现已|近年来|近[几两三五十\d]+年(?:来)?|"
    r"[一二三四五六七八九十两几\d]+年来"
)
COMPARED: Final = re.compile(
    r"(?:同比|环比)|(?:[比较同与]|相比|高于|低于)(?:于)?(?:去年|上年|前年|年初|上月|上季度|(?:19|"
    r"20)\d\d年)(?:同期|[底末初]|全年|(?:\d{1,2}月|[上下]半年|[一二三四]季度)(?:底|末)?)?|(?:去年|"
    r"上年)同期|[由从](?:去年|上年|年初|(?:19|20)\d\d年)[底末初]?的?|"
    r"[比较与同]“?十[一二三四五六]五”?(?:末|时期|期间|初)?|[达占](?:去年|上年)[^，。；\d]{0,8}的(?=[\d.]+\s*[%％])|(?:是|为|相当于)(?:去年|上年|(?:19|20)\d\d年)[底末]?(?:同期)?的(?=[\d.]+倍|\d)|"
    r"[比较与同](?:第?[一二三四]季度|\d{1,2}\s*[—–~～至-]\s*\d{1,2}月份?|上?个?\d{0,2}月份?|上季度)[末底初]?"
    r"(?=相比|减|增|提|下|上|回|持平|多|少|翻|快|加|高|低|扩|收|净|略|好)"
)
BARE: Final = re.compile(
    r"(?P<last>(?:去年|上年)(?:全年)?)|(?P<before>前年)|(?P<next>明年|来年)|(?P<this>今年|"
    r"本年度?)|(?P<all>全年(?!\d[\d.,]*\S{0,3}(?:目标|任务|计划)|目标|任务|计划|预算|工作))|(?P<within>年内)"
)
SINCE: Final = re.compile(r"(?:今年|年初|开年|\d月份?)以来$")
PLANS: Final = re.compile(r"[“\"]?十(?P<plan>[一二三四五六])五[”\"]?(?:时期|期间|末)(?![，,：:])")
NEAR: Final = re.compile(
    r"(?P<yesterday>昨[日天])|(?P<today>今[日天]|(?<![\d一二三四五六七八九十])日前|近日)|(?P<month>上个?月(?:份|[底末]|[上中下]旬)?)(?!\d)|"
    r"(?P<quarter>上个?季度(?:[底末])?)|(?P<to_month>(?:本月|(?<![\d一二三四五六七八九十上下个每本])月(?=[底末]))[底末]?前?)|(?P<next_month>下个?月[底末]?前?)"
)
FIRST_MONTHS: Final = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年|今年)?(?<!提)前(?P<count>十一|[一二三四五六七八九十]|1[01]|[1-9])个月(?![前后内])"
)
COUNTS: Final = dict(zip("一二三四五六七八九十", range(1, 11), strict=True)) | {"十一": 11}
LIMIT: Final = re.compile(r"(?:前|之前|以前)$|^(?:到|至)(?!目前)")


@dataclass(frozen=True, slots=True)
class Moment:
    """`is_limit`: by then, rather than then. `is_open`: 今年 names no day: until now, or until its end for a plan."""

    start: int
    end: int
    day: date | None
    is_limit: bool = False
    is_open: bool = False
    is_year: bool = False
    words: str = ""


def moments(clause: str, year: int | None, printed: date | None) -> list[Moment]:
    """In the order printed; `year` is the one the paragraph speaks of."""
    masked = without_compared(clause)
    found: list[Moment] = []
    for match in TO_NOW.finditer(masked):
        found.append(Moment(match.start(), match.end(), printed, is_open=SINCE.search(match[0]) is not None))
    masked = TO_NOW.sub(lambda match: "\x00" * len(match[0]), masked)
    if printed:
        found += [_near(match, printed) for match in NEAR.finditer(masked)]
    found += [_first_months(match, year) for match in FIRST_MONTHS.finditer(masked) if year]
    for deadline in every_date(masked, Plan(year, looks_back=True), is_column=False):
        start, end = deadline.start or 0, deadline.end or 0
        is_limit = (
            LIMIT.search(deadline.words) is not None or re.search(r"[到至](?<!截至)$", masked[:start]) is not None
        )
        if deadline.due_on and not masked[end:].startswith(("起", "第", "版")):
            day = deadline.due_on
            if deadline.kind is DeadlineKind.YEARS and printed and year:
                day = day.replace(year=day.year - year + printed.year)  # 三年内 counts from the day of printing
            is_year = (
                re.fullmatch(r"\S{0,2}(?:(?:19|20)\d\d年?\s*\S)?\s*(?:19|20)\d\d\s*年度?", deadline.words) is not None
            )
            found.append(Moment(start, end, day, is_limit, is_year=is_year))
    for match in PLANS.finditer(masked):
        if not any(moment.start < match.end() and match.start() < moment.end for moment in found):
            found.append(Moment(match.start(), match.end(), date(FIVES[match["plan"]], 12, 31)))
    taken = [(moment.start, moment.end) for moment in found]
    for match in BARE.finditer(masked):
        if year and not any(match.start() < end and start < match.end() for start, end in taken):
            found.append(_bare(match, year, printed))
    told = [replace(moment, words=clause[moment.start : moment.end].strip("\x00 ")) for moment in found]
    return sorted(told, key=lambda moment: moment.start)


def without_compared(clause: str) -> str:
    """比上年 names no day. Places stay the same."""
    return COMPARED.sub(lambda match: "\x00" * len(match[0]), clause)


def _near(match: re.Match[str], printed: date) -> Moment:
    """昨日 and 上月末 count from the day of printing."""
    first = printed.replace(day=1)
    if match["yesterday"]:
        day = printed - timedelta(days=1)
    elif match["month"]:
        day = first - timedelta(days=1)
    elif match["quarter"]:
        day = first.replace(month=first.month - (first.month - 1) % 3) - timedelta(days=1)
    elif match["to_month"] and re.search("[底末]", match[0]):
        day = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    elif match["next_month"]:
        day = (first + timedelta(days=62)).replace(day=1) - timedelta(days=1)
    else:
        day = printed
    return Moment(match.start(), match.end(), day, is_limit=match[0].endswith("前"))


def _first_months(match: re.Match[str], year: int) -> Moment:
    """前10个月 ends with October."""
    count = COUNTS.get(match["count"]) or int(match["count"])
    after = date(int(match["year"] or year), count + 1, 1)
    return Moment(match.start(), match.end(), after - timedelta(days=1))


def _bare(match: re.Match[str], year: int, printed: date | None) -> Moment:
    if match["this"]:
        return Moment(match.start(), match.end(), printed, is_open=True)
    shift = -1 if match["last"] else -2 if match["before"] else 1 if match["next"] else 0
    return Moment(match.start(), match.end(), date(year + shift, 12, 31), is_limit=bool(match["within"]), is_year=True)


def for_plan(moment: Moment, year: int | None) -> Moment:
    """What is intended for 今年 is intended for its end."""
    return replace(moment, day=date(year, 12, 31)) if moment.is_open and year else moment
