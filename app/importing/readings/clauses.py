"""Goes through a line clause by clause: its figures, each with its day, its kind and what it counts."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from app.importing.readings.context import INTENDED, State, day_of, is_ahead, keep, times_in, turned
from app.importing.readings.kinds import BEHIND_FIGURE, REACHED, is_begun, is_partly_done, kind_of
from app.importing.readings.measures import counted
from app.importing.readings.moments import Moment
from app.importing.readings.reading import Kind, Reading
from app.importing.readings.ruling import rule_of
from app.importing.readings.subject import lead_of, note_risen, subject_of
from app.importing.readings.told import is_told, moved
from app.importing.readings.wide import widened
from app.importing.recognise.figures import Figure, masked

SENTENCE: Final = re.compile(r"[^。！？!?]+[。！？!?]*")
CLAUSE: Final = re.compile(r"(?:[^，,；;：:。！？]|(?<=\d),(?=\d{3})){1,240}[，,；;：:。！？]*")
REST: Final = re.compile(r"剩余|其余|余下")  # 剩余157套计划6月底前盘活: says nothing of the next sentence
OF_PLAN_TOLD: Final = re.compile(
    r"(?:完成|占|比)[^，；]*(?:计划|任务|目标)[^，；]*\d(?:[%％]|个百分点)"
)  # 占全年计划75亿元的84%
ATTRIBUTE: Final = re.compile(r"[^，。；、\d]{0,8}的$")
LOOKS_BACK: Final = re.compile(r"\s*(?:去年|上年|前年|今年以来)")
STANDS: Final = re.compile(
    r"已[^，；]{2,8}，[^，；]*(?:计划|预计)[^，；]*\d+月|即将[^，；\d]{1,12}；$"
)  # 已开工，计划11月竣工；…
WHOLE_PLAN: Final = re.compile(r"计划(?:总?投资)?\d[^，；]*，$")  # 年度计划投资75.2亿元，完成51.66亿元
SHARE_DONE: Final = re.compile(r"(?:上半年|前?[一二三]季度|\d+[-—]\d+月份?)?(?:累计|实际)?完成(?:投资)?\d")
YEARS: Final = re.compile(r"\d{4}年?[—–~～至-]+\d{4}年")
SPEECH: Final = re.compile(r"“([^“”]{8,}[。！？，])”")
PARTING: Final = re.compile(r"[、及]|（(?![^（）]*）)|(?<!共)和(?![解谐平])")
NEAR: Final = 200  # characters before a clause that may still say how its figures are meant
MARKS: Final = " \u3000，,；;：:。！？!?、\n"


def told_in(printed: str, offset: int, state: State) -> Iterator[Reading]:
    """The figures of one line; `offset` is where it begins in the document."""
    text = widened(printed)
    hidden = _heard(text, masked(text))
    for sentence in SENTENCE.finditer(hidden):
        turned(sentence[0], state)
        if not state.spoken.noun and not state.spoken.topic:
            state.spoken.topic = lead_of(sentence[0])
        is_intended = INTENDED.search(state.said) and not REST.search(state.said)
        is_told = REACHED.search(sentence[0]) or LOOKS_BACK.match(sentence[0])
        goes_on = state.last is Kind.PLAN and state.first is not Kind.READING
        state.said = "计划" if goes_on and is_intended and not is_told else ""
        state.first = None
        opened, before, item = state.moment, state.said, ""
        for clause in CLAUSE.finditer(hidden, sentence.start(), sentence.end()):
            if SHARE_DONE.match(clause[0]) and WHOLE_PLAN.search(state.said):
                state.said += "已"
            for reading in _of_clause(text, hidden, clause.start(), clause.end(), state):
                yield _placed(reading, printed, clause.start(), clause.end(), offset)
            state.said = state.said[-NEAR:] + clause[0] + ("已" if OF_PLAN_TOLD.search(clause[0]) else "")
            note_risen(clause[0], state.spoken)
            if not state.spoken.main and not state.spoken.topic:
                state.spoken.topic = lead_of(clause[0])
            item += clause[0].rstrip()
            if item.endswith("："):
                opened = state.moment  # 二季度打算：一是…；二是…
            if item.endswith("；"):
                _end_item(item, opened, before, state)
                before, item = state.said, ""


def _end_item(item: str, opened: Moment | None, before: str, state: State) -> None:
    """甲项目已开工，计划11月份竣工；乙项目建成收纳仓4栋；: what is to come of one is not said of the next."""
    state.limit = None
    if state.moment and is_ahead(state.moment, state):
        state.moment = opened
    if STANDS.search(item):
        state.said = before


def _heard(text: str, hidden: str) -> str:
    """“去年我们开通了11条航线，…。”某某说: what somebody says is no slogan, and its figures count."""
    shown = list(hidden)
    for match in SPEECH.finditer(text):
        shown[match.start() + 1 : match.end() - 1] = match[1]
    return "".join(shown)


def _placed(reading: Reading, printed: str, start: int, end: int, offset: int) -> Reading:
    """Quoted as printed, and found again in the document."""
    quotation = printed[start:end].strip(MARKS).replace("\n", "")
    return replace(reading, quotation=quotation, start=offset + reading.start, end=offset + reading.end)


def _of_clause(text: str, hidden: str, start: int, end: int, state: State) -> Iterator[Reading]:
    clause = hidden[start:end]
    times = times_in(text[start:end], clause, state)
    before_end = 0
    near = max(0, start - NEAR)
    told = [one for one in counted(clause) if is_told(hidden[near:end], moved(one, start - near), state.spoken.main)]
    apart = clause.find("分别")
    group = [one for one in told if 0 <= apart < one.start]
    for figure in told:
        for earlier in times:
            is_between = before_end <= earlier.start < figure.start and not _is_aside(earlier, clause)
            if is_between and not ATTRIBUTE.fullmatch(clause[earlier.end : figure.start]):
                keep(earlier, state)
        first, last = _quoted(clause, before_end, figure)
        before_end = figure.end
        kind, moment = kind_of(clause, figure, times, state)
        is_open = not times and not state.moment
        if is_partly_done(clause, figure) or (is_open and is_begun(clause[: figure.start], figure, hidden[end:])):
            kind = Kind.PLAN
        if figure in group:
            place = group.index(figure)
            before = text[start : start + group[0].start]
            subject = subject_of(before, "", state.spoken, unit=figure.unit, nth=place, of=len(group))
        else:
            words, after = text[start:end][first : figure.start], text[start + figure.end : end]
            subject = subject_of(words, after, state.spoken, unit=figure.unit)
        day = day_of(kind, moment, state)
        state.last, state.first = kind, state.first or kind
        if kind is Kind.READING and any(one.start < figure.start for one in times):
            state.said = "已"  # 目标500张，9月底完成320张；改造完成6所: from here on it tells what was reached
        yield Reading(
            quotation="",
            subject=subject,
            value=figure.value,
            unit=figure.unit,
            as_of=day,
            kind=kind,
            start=start + first,
            end=start + last,
            rule=rule_of(kind, moment, day, state.printed),
        )
    for later in times:
        is_of_figure = before_end and BEHIND_FIGURE.search(clause[before_end : later.start])
        if later.start >= before_end and not is_of_figure and not _is_aside(later, clause):
            keep(later, state)


def _is_aside(moment: Moment, clause: str) -> bool:
    """500万人饮水安全（2013—2017年）。: how long the programme lasts, not of when the text speaks."""
    is_alone = clause[: moment.start].endswith("（") and clause.startswith("）", moment.end)
    return is_alone and YEARS.fullmatch(clause, moment.start, moment.end) is not None


def _quoted(clause: str, begin: int, figure: Figure) -> tuple[int, int]:
    """From the last mark to the next; two figures of one clause are parted at the mark between them."""
    first = begin
    if begin:
        marks = [mark.end() for mark in PARTING.finditer(clause, begin + 2, figure.start)]
        first = marks[-1] if marks else begin
    tail = re.match(r"[^，,；;：:。！？、\d]*", clause[figure.end :])
    last = figure.end + (len(tail[0].rstrip()) if tail else 0)
    return first + (len(clause[first:]) - len(clause[first:].lstrip())), last
