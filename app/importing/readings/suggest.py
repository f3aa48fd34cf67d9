"""Goes through a bulletin clause by clause, and keeps in mind which day and which year it speaks of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from app.importing.blocks import Document, Paragraph
from app.importing.readings.moments import Moment, for_plan, moments
from app.importing.readings.publication import is_noise, published, this_year
from app.importing.readings.reading import Kind, Reading
from app.importing.readings.ruling import rule_of
from app.importing.readings.subject import subject_of
from app.importing.recognise.figures import Figure, figures, masked
from app.importing.recognise.lines import label_at
from app.importing.recognise.lookalikes import CAP, is_former, is_no_figure
from app.importing.recognise.units import DURATIONS, bare_word

SENTENCE: Final = re.compile(r"[^。！？!?\n]+[。！？!?]*")
CLAUSE: Final = re.compile(r"(?:[^，,；;：:。！？]|(?<=\d),(?=\d{3}))+[，,；;：:。！？]*")
PLANNED: Final = re.compile(
    r"(?:还|也|都|即|均)将|将(?=于|在|新|再|继续|完成|建[设成立]|达|投入|实现|超过|突破|开展|组织|"
    r"培育|举办|推[出进动]|力争|全[部面]|进一步|陆续|启动|改造|培训|增加|安排|引进|发放|实施|打造|"
    r"完工|竣工|累计)|计划(?!的|数|单列|生育|内|总投资的|任务的)|拟(?!定|人)|力争|确保|争取|预计|"
    r"下一?步|打算|(?<!年度)(?<!全年)(?<!完成)目标(?!的|任务|完成|责任|以内)|有望|还要"
    r"|(?:再|还)(?:新建|投入|建设|新增|采购)|剩余|要(?=达到|完成|实现|确保|建成|新增|突破)"
)
REACHED: Final = re.compile(
    r"已(?!经营)|累计(?!达到\d+万人$)|截[至止到]|目前|当前|完工|竣工|实际|仅完成|先后|完成了|现有|"
    r"新增了|共(?:举办|开展|完成|有|接|走访|发放)"
)
AHEAD: Final = re.compile(r"下一?步|下步|打算|工作(?:安排|计划|思路|目标|要求)|今后|明年")
BEHIND: Final = re.compile(r"(?:[一二三四五六七八九十（）()、.\d]*)(?:存在|不足|主要问题|困难)")
PART_OF: Final = re.compile(r"\s*的\s*\d[\d.]*\s*[%％]")
DAYS: Final = re.compile(r"(?:住院日|天数|时间|时长|用时|周期|工期|期限)[^，。；]{0,16}$")
NOT_COUNTED: Final = re.compile(r"(?:联合|会同|协同|落实|带领|率领|只用了?|仅用了?|历时|耗时|为期)\s*$")
A_FEW: Final = re.compile(r"(?:近|超|逾|上|约|达|突破)\s*$")
RELATIVE: Final = re.compile(r"今年|本年|当年|去年|上年|前年|明年|来年|次年")
SECTION: Final = 3  # 第一章, 第一节, 一、 and （一） open a section; 1. does not


@dataclass(slots=True)
class _State:
    """What the paragraph speaks of. `moment` lasts to its end, `limit` only to the end of the sentence."""

    this_year: int | None
    year: int | None
    printed: date | None
    default: date | None
    is_ahead: bool = False
    moment: Moment | None = None
    limit: Moment | None = None
    last: Kind | None = None
    subject: str = ""
    said: str = field(default="")  # the sentence so far


def suggestions(document: Document, posted: date | None = None) -> list[Reading]:
    """In the order printed. A heading's figures that the text tells again are told once.

    `posted`: the day of a text that names none.
    """
    lines = [(text, start) for text, start in _lines(document) if not is_noise(text)]
    printed = published(document) or posted
    year = this_year([text for text, _ in lines], printed)
    default = _default([text for text, _ in lines[:8]], year, printed)
    state = _State(year, year, printed, default)
    found: list[tuple[Reading, bool]] = []
    for text, start in lines:
        if _is_heading(text):
            state.is_ahead = _opens_ahead(text, state)
        label = label_at(text)
        opening = re.split(r"[。：:]", text[: 24 if label else 0])[0]
        if label and label.level <= SECTION and not _is_heading(text):
            state.is_ahead = AHEAD.search(opening) is not None
        if BEHIND.match(text):
            state.is_ahead = False
        state.year = year if state.is_ahead or default is None else _year_of(default, year)
        state.moment, state.last, state.subject = None, None, ""
        body = text[label.end :] if label else text
        found += [(reading, _is_heading(text)) for reading in _told(body, start + len(text) - len(body), state)]
    told = [reading for reading, is_heading in found if not is_heading]
    return [reading for reading, is_heading in found if not is_heading or not _is_among(reading, told)]


def _year_of(default: date, year: int | None) -> int | None:
    """全年 in a review of the last year is the last year."""
    return default.year if (default.month, default.day) == (12, 31) else year


def _is_among(reading: Reading, others: Sequence[Reading]) -> bool:
    """1645.54万 in a heading is 1645.54万元 in the text."""
    return any(other.value == reading.value and other.unit.startswith(reading.unit) for other in others)


def _lines(document: Document) -> Iterator[tuple[str, int]]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block.text, block.start
        else:
            for row in block.rows:
                yield from ((cell.text, cell.start) for cell in row.cells if cell.text)


def _is_heading(text: str) -> bool:
    return not re.search("[。；，,;]", text) and len(text) < 40


def _opens_ahead(text: str, state: _State) -> bool:
    label = label_at(text)
    if label and label.level > SECTION:
        return state.is_ahead or AHEAD.search(text) is not None
    return AHEAD.search(text) is not None and "总结" not in text


def _default(lines: list[str], year: int | None, printed: date | None) -> date | None:
    """2023年1—9月…进展情况, or 今年上半年…情况如下: the day of every figure that names none."""
    for line in lines:
        is_title = re.search(r"情况|进展|通报|总结|报告|简报|综述", line) and not re.search("。", line)
        if is_title or re.search(r"(?:如下|情况)[:：。]?$", line):
            for moment in moments(masked(line), year, printed):
                is_past = moment.day and (printed is None or moment.day <= printed)
                if is_past and not moment.is_open and not moment.is_limit:
                    return moment.day
    return printed


def _told(text: str, offset: int, state: _State) -> Iterator[Reading]:
    hidden = masked(text)
    for sentence in SENTENCE.finditer(hidden):
        state.limit = None
        goes_on = state.last is Kind.PLAN and not REACHED.search(sentence[0])
        state.said = "计划" if goes_on else ""
        for clause in CLAUSE.finditer(hidden, sentence.start(), sentence.end()):
            yield from _of_clause(text, hidden, clause.start(), clause.end(), offset, state)
            state.said += clause[0]
            if clause[0].rstrip().endswith(("；", ";")):
                state.limit = None


def _of_clause(text: str, hidden: str, start: int, end: int, offset: int, state: _State) -> Iterator[Reading]:
    clause = hidden[start:end]
    times = _times(text[start:end], clause, state)
    before_end = 0
    for figure in figures(clause):
        for earlier in times:
            if before_end <= earlier.start < figure.start:
                _keep(earlier, state)
        first, last = _quoted(clause, before_end, figure)
        if not _is_told(hidden[:start] + clause, figure, start):
            continue
        before_end = figure.end
        kind, moment = _kind(clause, figure, times, state)
        subject = subject_of(text[start:end][first : figure.start], text[start:end][figure.end :], state.subject)
        state.subject, state.last = subject, kind
        if kind is Kind.READING and any(one.start < figure.start for one in times):
            state.said = "已"  # 目标500张，9月底完成320张；改造完成6所: from here on it tells what was reached
        yield Reading(
            quotation=text[start:end][first:last],
            subject=subject,
            value=figure.value,
            unit=figure.unit,
            as_of=_day(kind, moment, state),
            kind=kind,
            start=offset + start + first,
            end=offset + start + last,
            rule=rule_of(kind, moment, _day(kind, moment, state), state.printed),
        )
    for later in times:
        if later.start >= before_end:
            _keep(later, state)


def _times(printed_clause: str, clause: str, state: _State) -> list[Moment]:
    """“十四五”末 stands in quotation marks, which hide slogans otherwise."""
    shown = re.sub(r"“(十[一二三四五六]五)”", lambda match: match[0], printed_clause)
    merged = "".join(
        real if hide == "\x00" and re.match(r"[“”十一二三四五六]", real) and "五”" in shown else hide
        for real, hide in zip(printed_clause, clause, strict=True)
    )
    year = state.this_year if RELATIVE.search(merged) else state.year
    return moments(merged, year, state.printed)


def _keep(moment: Moment, state: _State) -> None:
    if moment.is_limit:
        state.limit = moment
        return
    state.moment, state.limit = moment, None
    if moment.is_open:
        state.year = state.this_year
    elif moment.day and moment.day != state.printed:
        state.year = moment.day.year if moment.is_year or moment.day.year != state.year else state.year


def _quoted(clause: str, begin: int, figure: Figure) -> tuple[int, int]:
    """From the last mark to the next; two figures of one clause are parted at the mark between them."""
    first = begin
    if begin:
        mark = max(clause.find(sign, begin, figure.start) for sign in "、和及")
        first = mark + 1 if mark >= 0 else begin
    tail = re.match(r"[^，,；;：:。！？、\d]*", clause[figure.end :])
    last = figure.end + (len(tail[0]) if tail else 0)
    return first + (len(clause[first:]) - len(clause[first:].lstrip())), last


def _is_told(hidden: str, figure: Figure, start: int) -> bool:
    moved = Figure(
        figure.start + start, figure.end + start, figure.value, figure.unit, figure.value_max, is_spelt=figure.is_spelt
    )
    before = hidden[: moved.start]
    if is_no_figure(hidden, moved) or is_former(hidden, moved) or CAP.search(before) or NOT_COUNTED.search(before):
        return False
    if PART_OF.match(hidden, moved.end):
        return False
    if re.match(r"(?:小组|组(?![成织建])|团队|班子)", hidden[moved.end :]) and figure.unit == "人":
        return False
    if bare_word(figure.unit) in DURATIONS:
        return DAYS.search(before) is not None
    if figure.is_spelt:
        return figure.unit == "%" or (figure.value >= 100 and A_FEW.search(before) is not None)
    return True


def _kind(clause: str, figure: Figure, times: list[Moment], state: _State) -> tuple[Kind, Moment | None]:
    """By the nearest word that says so, and by whether its day lies ahead of the day of printing."""
    before, after = clause[: figure.start], clause[figure.end :]
    if coming := next((moment for moment in times if moment.start >= figure.end and moment.is_limit), None):
        return Kind.PLAN, coming
    moment = state.limit or state.moment
    own = [one for one in times if one.start < figure.start]
    if own:
        moment = own[-1]
        if _is_ahead(moment, state):
            return Kind.PLAN, moment
        is_day = not moment.is_limit and not moment.is_year and not moment.is_open
        if is_day and _is_behind(moment, state) and not PLANNED.search(before[moment.end :]):
            return Kind.READING, moment
    elif moment and _is_ahead(moment, state) and not re.search("已|目前|截至", before):
        return Kind.PLAN, moment
    said = state.said + before
    planned = max((match.end() for match in PLANNED.finditer(said)), default=-1)
    reached = max((match.end() for match in REACHED.finditer(said)), default=-1)
    if re.search(r"将(?:于|在)?|全部完成$", after) and state.printed and moment and not _is_behind(moment, state):
        return Kind.PLAN, moment
    if planned > reached:
        return Kind.PLAN, moment
    if reached >= 0:
        return Kind.READING, moment
    if moment and (_is_ahead(moment, state) or (moment.is_limit and not _is_behind(moment, state))):
        return Kind.PLAN, moment
    return (Kind.PLAN if state.is_ahead else Kind.READING), moment


def _is_behind(moment: Moment, state: _State) -> bool:
    return moment.day is None or (moment.day <= state.printed if state.printed else not moment.is_limit)


def _is_ahead(moment: Moment, state: _State) -> bool:
    """Behind the day of printing, and not merely the year that this day is in."""
    if moment.day is None or state.printed is None or moment.is_open:
        return False
    return moment.day.year > state.printed.year if moment.is_year else moment.day > state.printed


def _day(kind: Kind, moment: Moment | None, state: _State) -> date | None:
    if kind is Kind.READING:
        return moment.day if moment else state.default
    if moment is not None:
        ahead = for_plan(moment, state.year)
        if moment.is_open or not _is_behind(moment, state):
            return ahead.day
    return date(state.year, 12, 31) if state.year else None
