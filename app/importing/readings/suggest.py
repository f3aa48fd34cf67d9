"""From a document to the readings it tells: its lines in the order printed, and its tables of figures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from app.importing.blocks import Block, Document, Paragraph
from app.importing.readers import read
from app.importing.readings.clauses import told_in
from app.importing.readings.context import LOWEST, State, day_of, is_over, times_of
from app.importing.readings.grids import blocks_of
from app.importing.readings.moments import Moment
from app.importing.readings.period import ASKED, day_of_first_month, day_of_opening, day_of_overview, day_of_title
from app.importing.readings.publication import dateline, ends_here, is_noise, published, this_year
from app.importing.readings.reading import Kind, Reading
from app.importing.readings.restated import LATEST, goal_of, open_goals
from app.importing.readings.ruling import rule_of
from app.importing.readings.subject import Spoken, topic_of
from app.importing.readings.tabular import PLANNED, REACHED, Grid, Value, grid_of
from app.importing.readings.wide import widened
from app.importing.recognise.figures import figures, masked
from app.importing.recognise.lines import label_at
from app.importing.recognise.traditional import as_printed, simplified

AHEAD: Final = re.compile(
    r"下一?步|下步|打算|工作(?:安排|计划|思路|目标|要求)|今后|明年|"
    r"(?<!完成)(?<!完成全)(?:季度|半年|年|月)(?:的|工作|主要)*(?:目标|计划)(?:任务)?[】）]*$"
)
LED_AHEAD: Final = re.compile(r"(?:下一?步|下半年|下阶段|明年|[一二三四]季度)的?(?:工作)?(?:打算|安排|计划|思路)[。：]")
BEHIND: Final = re.compile(r"(?:[一二三四五六七八九十（）()、.\d]*)(?:存在|不足|主要问题|困难)")
SECTION: Final = 3  # 第一章, 第一节, 一、 and （一） open a section; 1. does not
DEMANDED: Final = re.compile(r"(?:会议|通知|通报|他|她)?(?:最后)?要求[:：，]")
WRAPPED: Final = 25  # characters; a shorter line ends where it was meant to
ENDED: Final = re.compile(r"[。！？!?；;：:）)”」】>…]$")
INTENTION: Final = re.compile(r"(?:(?:主要|重点)?工作|任务|目标|重点|安排|计划)[】）]*$")
LOOKED_BACK: Final = re.compile(r"[总小]结|情况|回顾|成效|进展")
LEADS: Final = re.compile(  # 过去的一年，全市慈善工作取得新成效。
    r"\s*(?:(?:过去|刚刚过去)的?(?:这?一年|20\d\d年)|去年|(?:今年)?(?:上半年|前[一二三]季度)|20\d\d年)，"
    r"[^。\d]*(?:工作|取得|成[效绩就]|进展)[^。\d]*[。：]?\s*"
)
ONE_DAY: Final = re.compile(r"[日号天]$|\d[-./]\d{1,2}[-./]\d{1,2}$")  # of an event or of the signature


def readings_of(data: bytes, name: str) -> list[Reading]:
    """What a file tells. Raises Unreadable."""
    return suggestions(read(data, name))


def suggestions(document: Document, posted: date | None = None) -> list[Reading]:
    """In the order printed. A heading's figures that the text tells again are told once.

    `posted`: the day of a text that names none.
    """
    document, own = simplified(document)
    items = list(_items(document))
    texts = [widened(item[0]) for item in items if isinstance(item, tuple)]
    printed = published(document) or posted
    year = this_year(texts, printed)
    titled = day_of_title(texts, year, printed)
    overview = day_of_overview(texts, year, printed)
    if titled and overview and (titled.month, titled.day) == (12, 31):
        # 2021年度…整改情况 names what was audited, 截至2022年11月底 how far it is; a review's 截至11月底 is a part's
        titled, overview = (None, overview) if overview[1] > titled else (titled, None)
    if printed is None:
        if overview and year and overview[1].year < year and any("今年" in text for text in texts):
            overview = None  # 截至2020年，…。今年，…
        titled = titled or (day_of_first_month(texts, year) if not overview else None)
        year = titled.year if titled else year
        printed = dateline(texts, year)
    now = printed or titled or (overview[1] if overview else None)
    default = titled or (None if overview else day_of_opening(texts, printed)) or printed
    until = max(now, titled) if now and titled else now
    state = State(year, year, printed, now, default, until, is_titled=titled is not None)
    found: list[tuple[Reading, bool]] = []
    for item in items:
        if isinstance(item, Grid):
            found += [(reading, False) for reading in _of_grid(document, item, state)]
            continue
        printed_line, start = item
        text = widened(printed_line)
        if overview and text == texts[overview[0]]:
            state.default, state.section = overview[1], None
        body = _opened(text, state)
        begin, is_heading = len(text) - len(body), _is_heading(text)
        cut = begin + goal_of(body, state) if begin and not is_heading else begin
        is_ahead = (
            state.is_ahead or DEMANDED.match(text) is not None or (begin > 0 and LED_AHEAD.match(body) is not None)
        )
        for first, last, is_of_plan in ((begin, cut, True), (cut, len(text), is_ahead)):
            was, state.is_ahead = state.is_ahead, is_of_plan
            found += [(reading, is_heading) for reading in told_in(printed_line[first:last], start + first, state)]
            state.is_ahead = was
    told = [reading for reading, is_heading in found if not is_heading]
    kept = [reading for reading, is_heading in found if not is_heading or not _is_among(reading, told)]
    return [as_printed(reading, own) for reading in kept] if own else kept


def _opened(text: str, state: State) -> str:
    """The line without its label; what it opens (下步打算, 存在问题) is kept in mind."""
    label = label_at(text)
    if _is_heading(text):
        state.is_ahead = _opens_ahead(text, state)
    elif label and label.level <= SECTION:
        state.is_ahead = AHEAD.search(re.split(r"[。：:]", text[:24])[0]) is not None
    if BEHIND.match(text):
        state.is_ahead = False
    if _is_heading(text) or ASKED.search(text):
        _open_section(text, label.level if label else LOWEST, state)
        open_goals(text, label.level if label else LOWEST, state)
    elif state.is_led or LEADS.fullmatch(text):
        _lead(text, state)
    body = text[label.end :] if label else text
    above = state.spoken.topic if not label and not state.spoken.main else ""
    own = topic_of(body) if label or not _is_heading(text) else ""
    if not text.lstrip(" ●·•▪■-—").startswith("其中"):
        _begin(state, own or above)
    return body


def _open_section(text: str, level: int, state: State) -> None:
    """二、上半年完成情况, or 问：2023年…？: a time that holds until the next heading of its rank."""
    if level > state.level and state.section:
        return
    reviewed = LOOKED_BACK.search(text)
    named = [one for one in times_of(text, state) if one.day and not one.is_open and not ONE_DAY.search(one.words)]
    if reviewed:  # 2015年工作总结暨2016年工作计划
        named = [one for one in named if one.start < reviewed.start()] or named
    is_named = named and len(text) > len(named[-1].words) + 3
    state.section, state.level = (named[-1], level) if is_named else (None, 0)
    state.is_led = False
    if is_named and INTENTION.search(text) and not reviewed and not is_over(named[-1], state):
        state.is_ahead = True


def _lead(text: str, state: State) -> None:
    """The time that a paragraph without figures begins with holds for those below, until one begins with its own."""
    named = [one for one in times_of(text, state) if one.start < LATEST]
    if state.is_led and named:
        state.section, state.is_led = None, False
    if named and named[0].day and not named[0].is_open and LEADS.fullmatch(text):
        state.section, state.level, state.is_led = named[0], LOWEST, True


def _begin(state: State, topic: str = "") -> None:
    if state.section and state.section.day:
        state.year = state.section.day.year  # 2022年工作安排: its 6月底前 is of that year
    elif state.is_ahead or state.default is None:
        state.year = state.this_year
    else:
        state.year = _year_of(state.default, state.this_year)
    state.moment, state.last, state.spoken = None, None, Spoken(topic)


def _of_grid(document: Document, grid: Grid, state: State) -> Iterator[Reading]:
    """The values of a table, and what its other cells tell in words, in the order printed."""
    found = [_of_value(document, value, grid, state) for value in grid.values]
    for cell, header in grid.rest:
        _begin(state)
        was, state.is_ahead = state.is_ahead, bool(PLANNED.search(header) and not REACHED.search(header))
        found += told_in(cell.text, cell.start, state)
        state.is_ahead = was
    yield from sorted(found, key=lambda reading: reading.start)


def _of_value(document: Document, value: Value, grid: Grid, state: State) -> Reading:
    kind = Kind.PLAN if value.is_planned else Kind.READING
    _begin(state)
    own = [*times_of(value.header, state), *times_of(grid.title, state)]
    if kind is Kind.READING:
        own = [moment for moment in own if not _is_running(moment, state)]
    moment = own[0] if own else None
    return Reading(
        quotation=document.text[value.row.start : value.row.end].strip(),
        subject=value.subject,
        value=value.value,
        unit=value.unit,
        as_of=day_of(kind, moment, state),
        kind=kind,
        start=value.cell.start,
        end=value.cell.end,
        rule=rule_of(kind, moment, day_of(kind, moment, state), state.printed),
    )


def _year_of(default: date, year: int | None) -> int | None:
    """全年 in a review of the last year is the last year."""
    return default.year if (default.month, default.day) == (12, 31) else year


def _is_among(reading: Reading, others: Sequence[Reading]) -> bool:
    """1645.54万 in a heading is 1645.54万元 in the text."""
    return any(other.value == reading.value and other.unit.startswith(reading.unit) for other in others)


def _is_running(moment: Moment, state: State) -> bool:
    """The year that a table is about, while it has not ended."""
    return moment.is_year and moment.day is not None and state.now is not None and moment.day > state.now


def _rejoined(document: Document) -> Iterator[Block]:
    """Lines that the width of the page or a <br> has cut inside a sentence are one again."""
    last: Block | None = None
    for block in blocks_of(document):
        if isinstance(last, Paragraph) and isinstance(block, Paragraph) and _goes_on(last, block):
            last = replace(last, text=document.text[last.start : block.end], end=block.end)
            continue
        if last is not None:
            yield last
        last = block
    if last is not None:
        yield last


def _goes_on(line: Paragraph, following: Paragraph) -> bool:
    if following.after_gap or following.start != line.end + 1 or is_noise(following.text):
        return False
    is_cut = line.text.endswith(("，", ",", "、")) or (
        len(line.text.split("\n")[-1]) >= WRAPPED and not _is_heading(line.text)
    )
    return is_cut and ENDED.search(line.text) is None and label_at(following.text) is None


def _items(document: Document) -> Iterator[tuple[str, int] | Grid]:
    """Lines of text with their place, and tables of figures; of another table each cell is a line."""
    above: list[str] = []
    for block in _rejoined(document):
        if isinstance(block, Paragraph) and ends_here(block.text):
            return
        if isinstance(block, Paragraph):
            if not is_noise(block.text):
                yield block.text, block.start
            above = [*above[-2:], block.text]
        elif grid := grid_of(block, above):
            yield grid
        else:
            cells = (cell for row in block.rows for cell in row.cells if cell.text and not is_noise(cell.text))
            yield from ((cell.text, cell.start) for cell in cells)


def _is_heading(text: str) -> bool:
    if text.endswith("。") and label_at(text) and not figures(masked(text)):
        text = text[:-1]  # 一、1—3月份主要经济指标完成情况。
    return not re.search("[。；，,;]", text) and len(text) < 40


def _opens_ahead(text: str, state: State) -> bool:
    label = label_at(text)
    if label and label.level > SECTION:
        return state.is_ahead or AHEAD.search(text) is not None
    return AHEAD.search(text) is not None and not LOOKED_BACK.search(text)
