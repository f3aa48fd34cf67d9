"""Of which day a bulletin speaks as a whole, where a figure names none of its own."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from app.importing.readings.moments import Moment, moments, with_titles
from app.importing.readings.named import Clock
from app.importing.recognise.figures import figures, masked
from app.importing.recognise.lines import label_at

TITLE: Final = re.compile(
    r"情况|进展|进度|通报|总结|小结|报告|简报|综述|公报|回顾|成效|完成|[周月旬]报|快报|^[（(][^（）()]*[—–~～至-][^（）()]*[日月][)）]$"
)
ANNOUNCED: Final = re.compile(
    r"如下|情况(?:进行|开展)了?(?:专项|跟踪|全面)?督[查导办]$|(?:现将|总结|通报|报告|汇报)[^。]{0,40}[情状]况[:：。]?$"
)
RELEASED: Final = re.compile(  # 24日公布1月至9月司法审判工作主要数据
    r"(?:公布|发布|通报|晒出)了?(?:今年|全[国省市县])?(?=\d|[上前第]|[一二三四]季度)[^。；，]{2,40}?(?:数据|情况|状况|形势|结果|成绩单)"
)
REVIEW: Final = re.compile(r"总结|小结|回顾|述职")
ASKED: Final = re.compile(r"^\s*(?:记者|主持人|问)\s*[:：]|[？?]")
SENTENCE: Final = re.compile(r"[^。！？!?]+")
AS_OF: Final = re.compile(
    r"截[至止到]到?(?!目前|今|现在)|(?:^|(?<=[，。：,]))[到至](?=[\d一二三四五六七八九十]{1,2}月|去年|今年)"
)
OPENS: Final = re.compile(
    r"\s*(?:(?:今年|(?:19|20)\d\d年)?\s*(?:\d{1,2}\s*[—–~～至-]+\s*\d{1,2}月份?|上半年|前[一二三]季度|前[一二三四五六七八九十]+个?月|[一二三]季度)"
    r"|(?:19|20)\d\d年\d{1,2}月\d{1,2}日\s*[—–~～至-]+\s*(?:(?:(?:19|20)\d\d年)?\d{1,2}月)?\d{1,2}日)，"
)
REVIEWED: Final = re.compile(r"\s*(?P<year>(?:19|20)\d\d)年(?:[，,]|是)")
PERIODIC: Final = re.compile(r"[周旬月季]度?(?:快报|月?报|报表|通报|监测|简报)|(?:周|旬|月|季)报")
HEAD: Final = 3  # lines
LEAD: Final = 200  # characters of a line in which a release says what it is about
LONG: Final = 2000
EARLY: Final = timedelta(days=45)  # so long before its period is over a review may be printed
FIRST_LINES: Final = 10
OVERVIEW: Final = 2  # so many paragraphs with figures may say of which day the whole text speaks


def day_of_title(lines: Sequence[str], year: int | None, printed: date | None) -> date | None:
    """2023年1—9月…进展情况, or 现将上半年…通报如下: the day of every figure that names none.

    A 截至 says it best, then months; a year alone may be no more than the name of what is told of.
    """
    titles = [sentence for line in lines[:FIRST_LINES] for sentence in _titles(line)]
    for sentence in titles:
        if (day := _as_of(sentence, year, printed)) is not None:
            return day
    for sentence in titles:
        named = _narrowest(moments(with_titles(sentence, masked(sentence)), Clock(year, printed)))
        spans = [one for one in named if not one.words.endswith(("日", "号", "天"))]
        until = printed + EARLY if printed and REVIEW.search(sentence) else printed
        if (day := _past([*spans, *named], until)) is not None:  # 8月7日通报1至7月的状况: the months
            return day
    return None


def _narrowest(named: Sequence[Moment]) -> list[Moment]:
    """2022年重点工作前三季度完成情况: the three quarters rather than the year that they are of."""
    parts = {one.day.year for one in named if one.day and not one.is_year}
    return [one for one in named if not (one.is_year and one.day and one.day.year in parts)]


def _titles(line: str) -> list[str]:
    if ASKED.search(line) or label_at(line):
        return []
    if "。" not in line and len(line) < 80:
        return [line] if TITLE.search(line) or ANNOUNCED.search(line) else []
    released = RELEASED.search(line[:LEAD])
    return [
        *([released[0]] if released else []),
        *(sentence for sentence in SENTENCE.findall(line) if ANNOUNCED.search(sentence)),
    ]


def day_of_opening(lines: Sequence[str], printed: date | None) -> date | None:
    """2015年，全县…: a text that begins with a year that is over tells of that year."""
    begun = next((line for line in lines[:FIRST_LINES] if "。" in line), "")
    match = REVIEWED.match(begun)
    day = date(int(match["year"]), 12, 31) if match else None
    return day if day and (printed is None or day <= printed) else None


def day_of_overview(lines: Sequence[str], year: int | None, printed: date | None) -> tuple[int, date] | None:
    """The first 截至…, when the text begins with it; and the line that says it, from which on it holds."""
    told = [place for place, line in enumerate(lines) if re.search("[。，,]", line) and figures(masked(line[:LONG]))]
    begins = next((place for place, line in enumerate(lines) if "。" in line or place in told[:1]), None)
    if begins is not None and (day := _opened_with(lines[begins], year, printed)):
        return begins, day
    for place in told[:OVERVIEW]:
        label = label_at(lines[place])
        if not label and (day := _as_of(lines[place], year, printed)):
            return place, day
    return None


def day_of_first_month(lines: Sequence[str], year: int | None) -> date | None:
    """A monthly's figures are of the month that it names first."""
    if not any(PERIODIC.search(line) for line in lines[:HEAD]):
        return None
    named = (moment for line in lines for moment in moments(masked(line[:LONG]), Clock(year, None)))
    months = (one.day for one in named if not one.is_limit and not one.is_year and not one.words.endswith(("日", "号")))
    return next(months, None)


def _as_of(line: str, year: int | None, printed: date | None) -> date | None:
    """截至8月31日, wherever the line says it."""
    for match in AS_OF.finditer(line):
        clause = re.split(r"[，。；,;]", masked(line)[match.start() :], maxsplit=1)[0]
        found = moments(clause, Clock(year, printed))
        if day := _past([replace(one, is_limit=False) for one in found if printed or not one.is_limit], printed):
            return day
    return None


def _opened_with(line: str, year: int | None, printed: date | None) -> date | None:
    """1—5月，全区…: the months that a report begins with hold for its numbered parts too."""
    match = OPENS.match(line)
    return _past(moments(masked(match[0]), Clock(year, printed)), printed) if match else None


def _past(found: Sequence[Moment], printed: date | None) -> date | None:
    for moment in found:
        is_past = moment.day and (printed is None or moment.day <= printed)
        if is_past and not moment.is_open and not moment.is_limit and moment.day != printed:
            return moment.day
    return None
