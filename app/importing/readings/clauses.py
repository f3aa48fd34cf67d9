"""Goes through a line clause by clause, and keeps in mind which day and which year it speaks of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from app.importing.readings.measures import counted
from app.importing.readings.moments import Moment, for_plan, moments, without_compared
from app.importing.readings.reading import Kind, Reading
from app.importing.readings.ruling import rule_of
from app.importing.readings.subject import Spoken, lead_of, subject_of
from app.importing.readings.told import is_told, moved
from app.importing.recognise.figures import Figure, masked

SENTENCE: Final = re.compile(r"[^。！？!?]+[。！？!?]*")
CLAUSE: Final = re.compile(r"(?:[^，,；;：:。！？]|(?<=\d),(?=\d{3})){1,240}[，,；;：:。！？]*")
PLANNED: Final = re.compile(
    r"(?:还|也|都|即|均)将|将(?=于|在|新|再|继续|完成|建[设成立]|达|投入|实现|超过|突破|开展|组织|"
    r"培育|举办|推[出进动]|力争|全[部面]|进一步|陆续|启动|改造|培训|增加|安排|引进|发放|实施|打造|"
    r"完工|竣工|累计|拿出|分[\d一二三四五]|为|向|走访|慰问|招聘|招录|出台|覆盖|带动|惠及|重点|集中|持续|用)|(?<!完成)(?<!占)(?:全年|年度)任务数?(?=\s*(?:\d|$))|"
    r"(?<!列入)(?<!纳入)(?<!占)计划(?!的|数|单列|生育|内|总投资的|任务的)|拟(?!定|人)|力争|确保|争取(?!到|上级|中央|省|国家|资金|项目)|预计|"
    r"下一?步|打算|(?<!年度)(?<!全年)(?<!完成)目标(?!的|任务|完成|责任|以内)|有望|还要"
    r"|(?<!完成)(?<!占)(?<!为)(?<!达)(?:年度|全年)目标(?=[建新改培筹开举]|发展|实[施现]|完成\d)"
    r"|(?<!完成)(?<!占)(?:年度|全年|下达[^，。；]{0,24}|目标)任务数?(?:分别)?(?:[为是][:：]?|[:：])"
    r"|(?:再|还)(?:新建|投入|建设|新增|采购)|剩余|要(?=达到|完成|实现|确保|建成|新增|突破)"
)
REACHED: Final = re.compile(
    r"已(?!经营)|累计(?!达到\d+万人$)|截[至止到]|目前|当前|完工|竣工|实际|仅完成|先后|完成了|现有|"
    r"新增了|共(?:举办|开展|完成|有|接|走访|发放)"
)
RELATIVE: Final = re.compile(r"今年|本年|当年|去年|上年|前年|明年|来年|次年")
QUOTED_TIME: Final = re.compile(r"“(?:十[一二三四五六]五|十一|[三五六七八][一四八]|国庆|元旦|春节)”")
LAST_YEAR: Final = re.compile(r"[去上]年|过去")
SINCE_THEN: Final = re.compile(r"截[至止到]")
INTENDED: Final = re.compile(r"将|计划|拟|力争|确保|争取|预计|打算|下一?步|有望")
REST: Final = re.compile(r"剩余|其余|余下")  # 剩余157套计划6月底前盘活: says nothing of the next sentence
DONE_AFTER: Final = re.compile(r"[^，。；\d]{0,14}(?<!未)(?:均已|已经?|达到序时|正在|尚未|仍未)(?!列入|纳入)")
TARGET_OF: Final = re.compile(r"的?(?:目标|任务|计划)?数?的\s*\d[\d.]*\s*[%％]")
OF_PLAN: Final = re.compile(r"(?:完成|占|达到?|为|实现)[^，；]*(?:计划|任务|目标)[^，；]*$")
OF_PLAN_TOLD: Final = re.compile(r"(?:完成|占)[^，；]*(?:计划|任务|目标)[^，；]*\d[%％]")  # 占全年计划75亿元的84%
ATTRIBUTE: Final = re.compile(r"[^，。；、\d]{0,8}的$")
BEHIND_FIGURE: Final = re.compile(r"^[^\d]*[于在]\s*$")  # 3所已于6月中旬交付: a day of its own, and of nothing after it
BUILT: Final = re.compile(r"\s*(?:新建|新增|改造|建设|改扩建)[^\d]*$")
BEGUN: Final = re.compile(
    r"(?:目前|现)?已经?(?:完工|建成|开工|竣工|贯通|完成|新增|新建|投用)\s*(?P<value>\d+(?:\.\d+)?)(?P<unit>[^\d，。；]?)"
)
LATE: Final = 11  # from November on 全年 tells what the year has brought
NEAR: Final = 200  # characters before a clause that may still say how its figures are meant
MARKS: Final = " \u3000，,；;：:。！？!?、\n"


@dataclass(slots=True)
class State:
    """What the paragraph speaks of. `moment` lasts to its end, `limit` only to the end of the sentence."""

    this_year: int | None
    year: int | None
    printed: date | None
    default: date | None
    is_titled: bool = False  # the title names the day of what names none
    is_ahead: bool = False
    section: Moment | None = None  # what the heading or the question above names
    level: int = 0
    is_last_year: bool = False  # 去年 has said which year it is, not a year's number
    is_year_near: bool = False  # and has said so in this sentence
    moment: Moment | None = None
    limit: Moment | None = None
    last: Kind | None = None
    spoken: Spoken = field(default_factory=Spoken)
    said: str = field(default="")  # the sentence so far


def told_in(text: str, offset: int, state: State) -> Iterator[Reading]:
    """The figures of one line; `offset` is where it begins in the document."""
    hidden = masked(text)
    for sentence in SENTENCE.finditer(hidden):
        state.limit, state.is_year_near = None, False
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


def _of_clause(text: str, hidden: str, start: int, end: int, offset: int, state: State) -> Iterator[Reading]:
    clause = hidden[start:end]
    times = _times(text[start:end], clause, state)
    before_end = 0
    near = max(0, start - NEAR)
    told = [one for one in counted(clause) if is_told(hidden[near:end], moved(one, start - near), state.spoken.main)]
    apart = clause.find("分别")
    group = [one for one in told if 0 <= apart < one.start]
    for figure in told:
        for earlier in times:
            is_between = before_end <= earlier.start < figure.start
            if is_between and not ATTRIBUTE.fullmatch(clause[earlier.end : figure.start]):
                _keep(earlier, state)
        first, last = _quoted(clause, before_end, figure)
        before_end = figure.end
        kind, moment = _kind(clause, figure, times, state)
        if not times and not state.moment and _is_begun(clause[: figure.start], figure, hidden[end:]):
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
            _keep(later, state)


def times_of(text: str, state: State) -> list[Moment]:
    """The moments that a header or a caption names."""
    return _times(text, masked(text), state)


def _times(printed_clause: str, clause: str, state: State) -> list[Moment]:
    """“十四五”末 and “五一”前夕 stand in quotation marks, which hide slogans otherwise."""
    shown = list(clause)
    for match in QUOTED_TIME.finditer(printed_clause):
        shown[match.start() : match.end()] = match[0]
    words = "".join(shown)
    if RELATIVE.search(without_compared(words)):
        return moments(words, state.this_year, state.printed)
    found = moments(words, state.year, state.printed)
    if state.year == state.this_year or state.is_year_near or not (state.is_last_year or SINCE_THEN.search(words)):
        return found
    recent = moments(words, state.this_year, state.printed)  # 去年新增6842户。截至3月底，…: it is back in this year
    is_past = all(one.day and state.printed and one.day <= state.printed for one in recent)
    return recent if is_past else found


def _keep(moment: Moment, state: State) -> None:
    if moment.is_limit:
        state.limit = moment
        return
    if moment.words == "今年" and state.moment and state.moment.day and state.moment.day.year == state.this_year:
        return  # 7月26日，负荷达到…，今年第四次刷新纪录，…
    if moment.is_open and state.printed is None and state.moment and state.moment.day and not state.moment.is_year:
        return  # 1—3月…。本年度计划270项，已开工129项
    state.moment, state.limit = moment, None
    if moment.is_open:
        state.year = state.this_year
    elif moment.day and moment.day != state.printed and (moment.is_year or moment.day.year != state.year):
        state.year, state.is_year_near = moment.day.year, True
        state.is_last_year = LAST_YEAR.search(moment.words) is not None


def _quoted(clause: str, begin: int, figure: Figure) -> tuple[int, int]:
    """From the last mark to the next; two figures of one clause are parted at the mark between them."""
    first = begin
    if begin:
        mark = max(clause.rfind(sign, begin + 2, figure.start) for sign in "、和及")
        first = mark + 1 if mark >= 0 else begin
    tail = re.match(r"[^，,；;：:。！？、\d]*", clause[figure.end :])
    last = figure.end + (len(tail[0]) if tail else 0)
    return first + (len(clause[first:]) - len(clause[first:].lstrip())), last


def _kind(clause: str, figure: Figure, times: list[Moment], state: State) -> tuple[Kind, Moment | None]:
    """By the nearest word that says so, and by whether its day lies ahead of the day of printing."""
    before, after = clause[: figure.start], clause[figure.end :]
    coming = next((moment for moment in times if moment.start >= figure.end), None)
    if coming and coming.is_limit:
        return Kind.PLAN, coming
    if coming and BEHIND_FIGURE.search(clause[figure.end : coming.start]):
        return Kind.PLAN if _is_ahead(coming, state) else Kind.READING, coming
    moment = state.limit or state.moment
    own = [one for one in times if one.start < figure.start]
    if own:
        moment = own[-1]
        if _is_ahead(moment, state):
            return Kind.PLAN, moment
        is_day = not moment.is_limit and not moment.is_year and not moment.is_open
        is_day = is_day and not (state.is_ahead and state.printed is None)  # 下半年工作计划：四季度完成6000人
        if is_day and _is_behind(moment, state) and not PLANNED.search(before[moment.end if state.printed else 0 :]):
            return Kind.READING, moment
    elif moment and _is_ahead(moment, state) and not re.search("已|目前|截至", before):
        return Kind.PLAN, moment
    said = state.said + before
    if moment and _is_under_way(moment, state) and not REACHED.search(said):
        return Kind.PLAN, moment
    if figure.unit != "%" and TARGET_OF.match(after):
        return Kind.PLAN, None
    if figure.unit == "%" and OF_PLAN.search(before):
        return Kind.READING, moment if moment is None or _is_behind(moment, state) else None
    if DONE_AFTER.match(after):
        return Kind.READING, moment if moment and _is_behind(moment, state) else None
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


def _is_begun(before: str, figure: Figure, following: str) -> bool:
    """新建口袋公园12个，已完工3个: the twelve are the plan."""
    done = BEGUN.match(following) if BUILT.match(before) else None
    return done is not None and float(done["value"]) < figure.value and figure.unit.startswith(done["unit"])


def _is_under_way(moment: Moment, state: State) -> bool:
    """全年新增车位3000个, in a text of May."""
    told = state.printed
    is_of_year = told is not None and moment.day is not None and moment.day.year == told.year
    return is_of_year and told is not None and told.month < LATE and moment.words == "全年"


def _is_behind(moment: Moment, state: State) -> bool:
    return moment.day is None or (moment.day <= state.printed if state.printed else not moment.is_limit)


def _is_ahead(moment: Moment, state: State) -> bool:
    """Behind the day of printing, and not merely the year that this day is in."""
    if moment.day is None or state.printed is None or moment.is_open:
        return False
    return moment.day.year > state.printed.year if moment.is_year else moment.day > state.printed


def day_of(kind: Kind, moment: Moment | None, state: State) -> date | None:
    if kind is Kind.READING:
        if moment is None or (moment.is_open and state.is_titled) or _is_under_way(moment, state):
            moment = state.section if state.section and _is_behind(state.section, state) else None
            return (moment and moment.day) or state.default
        return moment.day or state.default
    moment = moment or state.section
    if moment is not None:
        ahead = for_plan(moment, state.year)
        if moment.is_open or not _is_behind(moment, state):
            return ahead.day
    return date(state.year, 12, 31) if state.year else None
