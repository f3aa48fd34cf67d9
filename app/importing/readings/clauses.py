"""Goes through a line clause by clause: its figures, each with its day, its kind and what it counts."""

import re
from collections.abc import Iterator
from typing import Final

from app.importing.readings.context import INTENDED, State, day_of, keep, times_in, turned
from app.importing.readings.kinds import BEHIND_FIGURE, REACHED, is_begun, kind_of
from app.importing.readings.measures import counted
from app.importing.readings.reading import Kind, Reading
from app.importing.readings.ruling import rule_of
from app.importing.readings.subject import lead_of, subject_of
from app.importing.readings.told import is_told, moved
from app.importing.recognise.figures import Figure, masked

SENTENCE: Final = re.compile(r"[^。！？!?]+[。！？!?]*")
CLAUSE: Final = re.compile(r"(?:[^，,；;：:。！？]|(?<=\d),(?=\d{3})){1,240}[，,；;：:。！？]*")
REST: Final = re.compile(r"剩余|其余|余下")  # 剩余157套计划6月底前盘活: says nothing of the next sentence
OF_PLAN_TOLD: Final = re.compile(r"(?:完成|占)[^，；]*(?:计划|任务|目标)[^，；]*\d[%％]")  # 占全年计划75亿元的84%
ATTRIBUTE: Final = re.compile(r"[^，。；、\d]{0,8}的$")
SPEECH: Final = re.compile(r"“([^“”]{8,}[。！？，])”")
NEAR: Final = 200  # characters before a clause that may still say how its figures are meant
MARKS: Final = " \u3000，,；;：:。！？!?、\n"


def told_in(text: str, offset: int, state: State) -> Iterator[Reading]:
    """The figures of one line; `offset` is where it begins in the document."""
    hidden = _heard(text, masked(text))
    for sentence in SENTENCE.finditer(hidden):
        turned(sentence[0], state)
        if not state.spoken.noun and not state.spoken.topic:
            state.spoken.topic = lead_of(sentence[0])
        is_intended = INTENDED.search(state.said) and not REST.search(state.said)
        goes_on = state.last is Kind.PLAN and is_intended and not REACHED.search(sentence[0])
        state.said = "计划" if goes_on else ""
        for clause in CLAUSE.finditer(hidden, sentence.start(), sentence.end()):
            yield from _of_clause(text, hidden, clause.start(), clause.end(), offset, state)
            state.said = state.said[-NEAR:] + clause[0] + ("已" if OF_PLAN_TOLD.search(clause[0]) else "")
            if not state.spoken.main and not state.spoken.topic:
                state.spoken.topic = lead_of(clause[0])
            if clause[0].rstrip().endswith(("；", ";")):
                state.limit = None


def _heard(text: str, hidden: str) -> str:
    """“去年我们开通了11条航线，…。”某某说: what somebody says is no slogan, and its figures count."""
    shown = list(hidden)
    for match in SPEECH.finditer(text):
        shown[match.start() + 1 : match.end() - 1] = match[1]
    return "".join(shown)


def _of_clause(text: str, hidden: str, start: int, end: int, offset: int, state: State) -> Iterator[Reading]:
    clause = hidden[start:end]
    times = times_in(text[start:end], clause, state)
    before_end = 0
    near = max(0, start - NEAR)
    told = [one for one in counted(clause) if is_told(hidden[near:end], moved(one, start - near), state.spoken.main)]
    apart = clause.find("分别")
    group = [one for one in told if 0 <= apart < one.start]
    for figure in told:
        for earlier in times:
            is_between = before_end <= earlier.start < figure.start
            if is_between and not ATTRIBUTE.fullmatch(clause[earlier.end : figure.start]):
                keep(earlier, state)
        first, last = _quoted(clause, before_end, figure)
        before_end = figure.end
        kind, moment = kind_of(clause, figure, times, state)
        if not times and not state.moment and is_begun(clause[: figure.start], figure, hidden[end:]):
            kind = Kind.PLAN
        if figure in group:
            place = group.index(figure)
            before = text[start : start + group[0].start]
            subject = subject_of(before, "", state.spoken, nth=place, of=len(group))
        else:
            subject = subject_of(text[start:end][first : figure.start], text[start + figure.end : end], state.spoken)
        state.last = kind
        if kind is Kind.READING and any(one.start < figure.start for one in times):
            state.said = "已"  # 目标500张，9月底完成320张；改造完成6所: from here on it tells what was reached
        day = day_of(kind, moment, state)
        yield Reading(
            quotation=text[start:end].strip(MARKS).replace("\n", ""),
            subject=subject,
            value=figure.value,
            unit=figure.unit,
            as_of=day,
            kind=kind,
            start=offset + start + first,
            end=offset + start + last,
            rule=rule_of(kind, moment, day, state.printed),
        )
    for later in times:
        if later.start >= before_end and not (before_end and BEHIND_FIGURE.search(clause[before_end : later.start])):
            keep(later, state)


def _quoted(clause: str, begin: int, figure: Figure) -> tuple[int, int]:
    """From the last mark to the next; two figures of one clause are parted at the mark between them."""
    first = begin
    if begin:
        mark = max(clause.rfind(sign, begin + 2, figure.start) for sign in "、和及")
        first = mark + 1 if mark >= 0 else begin
    tail = re.match(r"[^，,；;：:。！？、\d]*", clause[figure.end :])
    last = figure.end + (len(tail[0].rstrip()) if tail else 0)
    return first + (len(clause[first:]) - len(clause[first:].lstrip())), last
