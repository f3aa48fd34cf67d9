"""Which day a bulletin speaks of: the whole text's, then the heading's, the paragraph's, the sentence's, the clause's.

A time holds until the next one of its rank: a heading's until the next heading, a paragraph's until it ends, a limit
(9月底前) until its sentence ends. Nothing here knows whether a figure was reached or is planned; see kinds.py.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from app.importing.readings.moments import Moment, for_plan, moments, with_titles, without_compared
from app.importing.readings.named import Clock
from app.importing.readings.reading import Kind
from app.importing.readings.subject import Spoken
from app.importing.recognise.figures import masked

RELATIVE: Final = re.compile(r"今年|本年|去年|上年|前年|明年|来年")
QUOTED_TIME: Final = re.compile(r"“\s*(?:十[一二三四五六]五|十一|[三五六七八][一四八]|国庆|元旦|春节)\s*”")
LAST_YEAR: Final = re.compile(r"[去上]年|过去")
SINCE_THEN: Final = re.compile(r"截[至止到]")
INTENDED: Final = re.compile(r"将|计划|拟|力争|确保|争取|预计|打算|下一?步|有望")
OF_NO_YEAR: Final = re.compile(
    r"(?:\d{1,2}\s*[—–~～至-]+\s*)?(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月|[前第]?[一二三四]季度|[上下]半年"
)
TURN: Final = re.compile(r"\s*(?:下一?步|下一?阶段|下学[期年]|新学[期年]|新的?一年|今后|接下来|面向未来|展望)")
OF_CALENDAR: Final = re.compile(r"(?:[日号月旬底]|月份|季度|半年)$")
OTHER_TIME: Final = re.compile(r"\s*[^，。：\d]{2,24}期间，")
LAST_DAYS: Final = 180
FEBRUARY: Final = 2
LOWEST: Final = 99  # the level of a heading without a number
LATE: Final = 11  # from November on 全年 tells what the year has brought


@dataclass(slots=True)
class State:
    """`now`: the day of printing, or the 截至 of the whole text in its stead. `moment` lasts to the paragraph's end,
    `limit` only to the end of the sentence."""

    this_year: int | None
    year: int | None
    printed: date | None
    now: date | None
    default: date | None
    until: date | None  # `now`, or the end of the period that a review printed before it tells of
    is_titled: bool = False  # the title names the day of what names none
    is_ahead: bool = False
    section: Moment | None = None  # what the heading or the question above names
    level: int = 0
    is_led: bool = False  # the section is what a paragraph without figures began with
    goals_level: int = 0  # the rank of the heading under which items tell their goals first
    is_last_year: bool = False  # 去年 has said which year it is, not a year's number
    is_year_near: bool = False  # and has said so in this sentence
    moment: Moment | None = None
    limit: Moment | None = None
    event: date | None = None  # when the feast or the campaign that was spoken of was over
    told: date | None = None  # the last single day that was named
    last: Kind | None = None
    first: Kind | None = None  # of the sentence
    spoken: Spoken = field(default_factory=Spoken)
    said: str = field(default="")  # the sentence so far


def times_of(text: str, state: State) -> list[Moment]:
    """The moments that a header or a caption names."""
    return times_in(text, masked(text), state)


def times_in(printed_clause: str, clause: str, state: State) -> list[Moment]:
    """“十四五”末 and “五一”前夕 stand in quotation marks, which hide slogans otherwise."""
    shown = list(with_titles(printed_clause, clause))
    for match in QUOTED_TIME.finditer(printed_clause):
        shown[match.start() : match.end()] = match[0]
    words = "".join(shown)
    if RELATIVE.search(without_compared(words)):
        return moments(words, _clock(state, state.this_year))
    found = [_of_heading(_lately(one, words, state), state) for one in moments(words, _clock(state, state.year))]
    if SINCE_THEN.search(state.said):
        found = [one for one in found if not one.words.endswith("以来")]  # 截至6月30日，自2021年以来立案的案件…
    if state.year == state.this_year or state.is_year_near or not (state.is_last_year or SINCE_THEN.search(words)):
        return found
    recent = moments(words, _clock(state, state.this_year))  # 去年新增6842户。截至3月底，…: it is back in this year
    is_past = all(one.day and state.now and one.day <= state.now for one in recent)
    return recent if is_past else found


def _lately(moment: Moment, words: str, state: State) -> Moment:
    """11月，…竣工, told in January: the November that was, when nobody speaks of what is to come."""
    day, now = moment.day, state.now
    if (
        day is None
        or now is None
        or day <= now
        or moment.is_limit
        or state.is_ahead
        or not OF_NO_YEAR.match(moment.words)
    ):
        return moment
    before = day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == FEBRUARY else day.day)
    is_nearer = (now - before).days < (day - now).days
    return moment if not is_nearer or INTENDED.search(state.said + words) else replace(moment, day=before)


def _of_heading(moment: Moment, state: State) -> Moment:
    """本月 under 一、10月份工作情况, told in November, is October."""
    month = state.section.day if state.section else state.default if state.is_titled else None
    is_over = month and moment.day and month < moment.day
    return replace(moment, day=month) if moment.words == "本月" and is_over else moment


def _clock(state: State, year: int | None) -> Clock:
    moment = state.moment
    near = moment.day if moment and not moment.is_year and not moment.is_open else None
    spoken = moment.day.year if moment and moment.day else state.year
    return Clock(year, state.now, near or state.now, spoken, state.event, state.told)


def turned(sentence: str, state: State) -> None:
    """A sentence begins: the last one's limit is over, and 下一步 speaks of what is to come in this year."""
    state.limit, state.is_year_near = None, False
    if state.moment and state.moment.is_event and OTHER_TIME.match(sentence):
        state.moment = None  # 国庆假期出动96人次。宣传月期间，…: no longer of the feast
    if TURN.match(sentence):
        state.year, state.moment, state.is_ahead = state.this_year, None, True


def keep(moment: Moment, state: State) -> None:
    """From here on the text speaks of this time."""
    if moment.is_limit and (moment.words.endswith("前") or not (state.now and is_behind(moment, state))):
        state.limit = moment
        return
    if is_under_way(moment, state) and SINCE_THEN.search(state.said):
        return  # 截至4月底，开展11场，筹集1300万元用于全年开展169场，…
    if moment.is_event:
        state.event = moment.day
    if moment.words.endswith(("日", "号")) and not moment.is_limit:
        state.told = moment.day
    if moment.words == "今年" and state.moment and state.moment.day and state.moment.day.year == state.this_year:
        return  # 7月26日，负荷达到…，今年第四次刷新纪录，…
    if moment.is_year and state.until and _is_within(state.moment, moment) and not is_behind(moment, state):
        return  # 2月15日，2023年春运结束，发送…: a year that is not over does not end the day
    if moment.is_open and state.now is None and state.moment and state.moment.day and not state.moment.is_year:
        return  # 1—3月…。本年度计划270项，已开工129项
    state.moment, state.limit = moment, None
    if moment.is_open:
        state.year = state.section.day.year if state.section and state.section.day else state.this_year
    elif moment.day and moment.day != state.now and (moment.is_year or moment.day.year != state.year):
        if OF_NO_YEAR.match(moment.words) and state.year and moment.day.year < state.year:
            return  # 11月，…竣工, told in January
        state.year, state.is_year_near = moment.day.year, True
        state.is_last_year = LAST_YEAR.search(moment.words) is not None


def _is_within(moment: Moment | None, year: Moment) -> bool:
    """A day or some months of that year, by the calendar: 近年来 is neither."""
    if moment is None or moment.day is None or year.day is None or not OF_CALENDAR.search(moment.words):
        return False
    return moment.day.year == year.day.year


def is_under_way(moment: Moment, state: State) -> bool:
    """全年新增车位3000个, in a text of May."""
    if state.now is None or moment.day is None or moment.words != "全年":
        return False
    return moment.day.year == state.now.year and state.now.month < LATE


def is_behind(moment: Moment, state: State) -> bool:
    return moment.day is None or (moment.day <= state.until if state.until else not moment.is_limit)


def is_over(moment: Moment, state: State) -> bool:
    """A heading's year that has come to its last months is told of, rather than planned; a quarter when it is over."""
    if moment.day is None or state.until is None:
        return True
    return (moment.day - state.until).days < (LAST_DAYS if moment.is_year else 1)


def is_ahead(moment: Moment, state: State) -> bool:
    """Behind the day of printing, and not merely the year that this day is in."""
    if moment.day is None or state.until is None or moment.is_open:
        return False
    return moment.day.year > state.until.year if moment.is_year else moment.day > state.until


def _has_period(state: State) -> bool:
    """今年以来 under the title or the numbered heading of a period is that period."""
    return state.is_titled or 0 < state.level < LOWEST


def is_five_years(moment: Moment) -> bool:
    return re.search("十[一二三四五六]五", moment.words) is not None


def day_of(kind: Kind, moment: Moment | None, state: State) -> date | None:
    if kind is Kind.READING:
        if moment and moment.words == "今年" and SINCE_THEN.search(state.said) and state.moment:
            moment = state.moment  # 截至6月底，今年已完成5亿元
        if moment is None or (moment.is_open and _has_period(state)) or is_under_way(moment, state):
            moment = state.section if state.section and is_behind(state.section, state) else None
            return (moment and moment.day) or state.default
        if moment.is_year and state.is_titled and state.default and not is_behind(moment, state):
            return state.default  # 2020年的指标, in what tells of 1—11月
        if is_five_years(moment) and not is_behind(moment, state):
            return state.default
        return moment.day or state.default
    moment = moment or state.section
    if moment is not None:
        ahead = for_plan(moment, state.year)
        if moment.is_open or state.now is None or not is_behind(moment, state):
            return ahead.day
    return date(state.year, 12, 31) if state.year else None
