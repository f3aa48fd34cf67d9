"""The head of a ledger: its own title, the number, who signed it and when."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Final

from app.importing.blocks import Cell, Document, Paragraph, Row
from app.importing.recognise import lost_days
from app.importing.recognise.dates_read import lost_month
from app.importing.recognise.drafts import Head, Layout
from app.importing.recognise.lines import as_number, unwrap
from app.importing.recognise.title import END, NOISE, title_of

NUMBER: Final = r"[\u4e00-\u9fff]{2,20}\s*[〔\[［（(【]\s*(?:19|20)\d\d\s*[〕\]］）)】]\s*第?\s*\d+\s*号"
LOST: Final = r"[\u4e00-\u9fff]{2,12}〔20\d{3,6}号?"
MISREAD: Final = r"[\u4e00-\u9fff]{2,12}[CＣ(（]\s*20\d\d\s*[：:3〕)）]\s*\d+\s*号?"
YEAR_FIRST: Final = r"〔20\d\d〕[\u4e00-\u9fff]{2,12}第?\d+号"
NUMBER_LINE: Final = re.compile(
    rf"(?:[（(]\s*)?(?:(?:发文字号|发文文号|文号|文\s*件\s*编\s*号)\s*[：:]\s*)?({NUMBER}|{YEAR_FIRST}|{LOST}|{MISREAD})(?:[，,][^）)]{{6,14}})?[）)]?(?:\s.*)?"
)
LABELLED_NUMBER: Final = re.compile(rf"(?:发文字号|发文文号|文\s*号|文件编号|公文编号)[\s：:|｜]*({NUMBER}|{LOST})")
BEHIND_TITLE: Final = re.compile(rf"(?:[（(]|(?<=\S{{6}})\s)\s*({NUMBER})\s*[）)]?$")
ISSUE: Final = re.compile(r"^第\s*[\d一二三四五六七八九十百]+\s*期$")
CHINESE_YEAR: Final = r"[〇○Oo0零一二三四五六七八九]{4}"
DATE: Final = re.compile(
    rf"(?P<year>(?:19|20)\d\d|{CHINESE_YEAR})\s*年?\s*(?P<month>\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s*月\s*(?P<day>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s*日"
)
PLAIN_DATE: Final = re.compile(r"(?P<year>20\d\d)\s?[-/.]\s?(?P<month>\d{1,2})\s?[-/.]\s?(?P<day>\d{1,2})")
ORGANISATION: Final = (
    r"[\u4e00-\u9fff（）()、“”]{2,40}?(?:总工会|工会|人民政府|办公室|委员会|党委|政府|管委会|领导小组|领导小组办公室|联席会议|协调小组|联合会"
    r"|局|厅|部|委|办|院|中心|公司|学校|大学|中学|小学|集团|会|馆|所|站|指挥部|[督检]查室|党组|处|科|队|社|厂|银行|部门|室|海关|署|矿|幼儿园|街道|开发区|园区)"
)
# 和顺县审批局营商环境问题清单: the body of a place that a title begins with, whatever follows.
OFFICE_OF_PLACE: Final = re.compile(
    r"[\u4e00-\u9fff]{1,10}?[省市州县区旗盟镇乡][\u4e00-\u9fff]{2,14}?(?:局|委员会|管委会|人民政府|医院|大学|学院|中学|小学|公司|集团)(?![部面域长势限])"
)
SIGNATURE: Final = re.compile(rf"{ORGANISATION}(?:\s+{ORGANISATION})*")
SEAL: Final = r"[（(](?:盖章|公章|签章|章)[）)]"
MADE_BY: Final = re.compile(
    rf"(?:填报|制表|编制|填表|报送|制发)(?:单位|部门|机关|科室)\s*(?:{SEAL})?\s*[：:]\s*(?P<body>[^\s：:]+)"
    rf"|(?:^|(?<=\s))单位\s*(?:{SEAL})?\s*[：:]\s*(?P<ours>{ORGANISATION})(?=\s|$)"
    rf"|(?:填报|制表|编制|填表)\s*[：:]\s*(?P<organisation>{ORGANISATION})(?=\s|$)"
)
DRAWN_UP_BY: Final = re.compile(r"^(?:填报|制表|编制|填表|制发)(?:单位|部门)\s*(?:[（(]\S{1,3}[）)])?\s*[：:]\s*")
MADE_ON: Final = re.compile(r"(?:填报|制表|编制|填表)(?:日期|时间)\s*[：:]\s*")
PRINTED: Final = re.compile(rf"[（(].{{6,14}}?日\s*({ORGANISATION})(?<!会议)(?<!办公会)(?:印发|发布|通过|制定)[）)]")
AS_OF: Final = re.compile(r"截至|截止|统计|数据")
OF_WEEK: Final = r"(?:\s*[（(]?(?:星期|周)(?P<weekday>[一二三四五六日天])[）)]?)?"
LOST_DATE: Final = re.compile(rf"({ORGANISATION})\n?\s*(?P<year>20\d\d)\s?年?\s?(?P<both>\d{{1,4}})日?{OF_WEEK}")
LOST_ALONE: Final = re.compile(rf"[（(]?(?P<year>20\d\d)\s?年?\s?(?P<both>\d{{1,4}})日{OF_WEEK}[）)]?")
SIGNED_PLAINLY: Final = re.compile(rf"({ORGANISATION})\s*\n\s*(20\d\d\s*[-/.]\s*\d{{1,2}}\s*[-/.]\s*\d{{1,2}})")
LABEL: Final = re.compile(
    r"索\s*引\s*号|(?:发布|发文|公开|生成|制发|成文)(?:机构|机关|单位|日期|时间)|(?:主题|组配|信息|体裁)分类|主题词|有效性"
)
FORM_LABEL: Final = re.compile(r"(?:填报|制表|编制|填表|报送|制发)(?:单位|部门|机关|科室|日期|时间)")
# Whose seal stands in for the signer's, between its name and the day.
SEALED_BY: Final = re.compile(r"[（(][^（()）]{0,30}(?:代章|代印|盖章)[）)]")
MARKDOWN: Final = re.compile(r"^(?:#{1,6}\s|>\s?)?\s*(?:\*\*|__)?(?=\w)|(?:\*\*|__)$")
BEGINS_WITH: Final = re.compile(
    rf"(?!为|根据|按照)({ORGANISATION}(?:办公室)?)(?=\s?关于|印发|转发|(?:19|20)\d\d(?:年|\s*[-—–－~]\s*20\d\d)|[“《])"
)
PUBLISHED_BY: Final = re.compile(rf"(?:发布|发文|制发)(?:机构|机关)\s*[：:]\s*({ORGANISATION})(?=\s|$)")
MAKER: Final = re.compile(r"[\s\u3000]+(?:摘编|整理|编制|汇编|宣|制|编)$")


def recognise(document: Document, layout: Layout | None) -> Head:
    start, end = (layout.start, layout.end) if layout else (len(document.text), len(document.text))
    paragraphs = list(_paragraphs(document, start, end))
    above = [paragraph for paragraph in paragraphs if paragraph.start < start]
    before = [line for line in map(_bare, above) if not SEALED_BY.fullmatch(line.strip())]
    after = [_bare(paragraph) for paragraph in paragraphs if paragraph.start >= end]
    title = title_of(above, SIGNATURE) if layout else None
    signer, signed_on = _signature(before)
    if signer is None:
        later_signer, later = _signature(after)
        plain_signer, plain = (
            _signed_plainly([*before, "", *after]) if not (later_signer or signed_on or later) else (None, None)
        )
        signer = later_signer or plain_signer or _undated(after)
        signed_on = (later_signer and later) or signed_on or later or plain
    form = "\n".join([*before, *after])
    signed_on = signed_on or _made_on(form)
    days, weekday = ((), "") if signed_on else _either([*before, "", *after])
    chosen = lost_days.decided(days, weekday, document.text, layout.items if layout else ()) if days else None
    return Head(
        title=title and BEHIND_TITLE.sub("", title),
        doc_number=_doc_number(before, document.text[:start]),
        issuer=signer or _made_by(form) or _issuer_of_title(title, before),
        issued_on=signed_on or chosen,
        issued_either=() if chosen else days,
    )


def _paragraphs(document: Document, start: int, end: int) -> list[Paragraph]:
    """The lines around the body; what a form prints in cells above its header counts as lines."""
    found: list[Paragraph] = []
    part = next((block.part for block in document.blocks if block.end > start), "")
    for block in document.blocks:
        if isinstance(block, Paragraph):
            found.extend(_outside(block, start, end))
            continue
        if block.part != part:  # another sheet
            continue
        foot = end if block.start < end <= block.end else block.end + 1
        found.extend(_cells(row for row in block.rows if row.end <= start or row.start >= foot))
    return found


def _bare(line: Paragraph) -> str:
    """Without the marks that a page written in Markdown sets around its headings and bold words."""
    return MARKDOWN.sub("", line.text)


def _cells(rows: Iterable[Row]) -> Iterator[Paragraph]:
    """Each cell is a line; what stands beside a label (主题分类：) is its value, no part of a title over lines."""
    seen: set[Cell] = set()
    for row in rows:
        label = ""
        for cell in row.cells:
            if cell.text and cell not in seen:
                seen.add(cell)
                words = f"{label}：{cell.text}" if FORM_LABEL.fullmatch(label) else cell.text
                yield Paragraph(unwrap(words), cell.start, cell.end, part=label)
            if words := cell.text.strip():
                is_label = words.endswith(("：", ":")) or LABEL.fullmatch(words) or FORM_LABEL.fullmatch(words)
                label = words if is_label else ""


def _outside(paragraph: Paragraph, start: int, end: int) -> Iterator[Paragraph]:
    """A paragraph, or where the body begins or ends inside it, what stands there before or behind."""
    if not (paragraph.start < start < paragraph.end or paragraph.start < end < paragraph.end):
        yield paragraph
        return
    if paragraph.start < start:
        yield replace(paragraph, text=paragraph.text[: start - paragraph.start].rstrip("：: \u3000"), end=start)
    if end < paragraph.end:
        yield replace(paragraph, text=paragraph.text[end - paragraph.start :].strip(), start=end)


def read_date(text: str) -> date | None:
    match = DATE.search(text) or PLAIN_DATE.search(text)
    if not match:
        return None
    parts = [as_number(re.sub("[○Oo]", "〇", match[part])) or 0 for part in ("year", "month", "day")]
    try:
        return date(*parts)
    except ValueError:
        return None


def _doc_number(before: list[str], text: str) -> str | None:
    """On a line of its own, under its label, or in brackets behind the title; a bulletin has its number of issue."""
    for line in before:
        if match := NUMBER_LINE.fullmatch(line):
            return match[1]
    if labelled := LABELLED_NUMBER.search(text):
        return labelled[1]
    behind = (BEHIND_TITLE.search(line) for line in before if "。" not in line)
    if found := next(filter(None, behind), None):
        return found[1]
    for place, line in enumerate(before):
        if ISSUE.match(line):
            return re.sub(r"\s", "", (before[place - 1] if place and len(before[place - 1]) <= 16 else "") + line)
    return None


def _signature(lines: list[str]) -> tuple[str | None, date | None]:
    """A body's name with the date under it or beside it. The line that says 印发 is the printer's, no signature."""
    lone: date | None = None
    for place, text in enumerate(lines):
        match = DATE.search(text)
        if lost := LOST_DATE.fullmatch(text) or LOST_DATE.fullmatch("\n".join(lines[max(place - 1, 0) : place + 1])):
            return lost[1], _lost_day(lost)
        if alone := LOST_ALONE.fullmatch(text.strip()):
            lone = lone or _lost_day(alone)
        if match and (printed := PRINTED.fullmatch(text)):
            return printed[1], read_date(text)
        if not match or "印发" in text or len(text) > 60 or NOISE.search(text):
            continue
        if match.end() != len(text.rstrip("）) ")) or AS_OF.search(text):
            continue
        beside = DRAWN_UP_BY.sub("", text[: match.start()].strip("（( ，,\u3000"))
        name = MAKER.sub("", beside or (lines[place - 1].strip() if place else ""))
        if SIGNATURE.fullmatch(name) or (_is_name(name) and (beside or place == len(lines) - 1)):
            return unwrap(name), read_date(text)
        lone = lone or (None if beside else read_date(text))
    return None, lone


def _signed_plainly(lines: list[str]) -> tuple[str | None, date | None]:
    """2020.3.18 under a body's name counts where no day is written out; beside it, it may be the day of the web."""
    for pair in ("\n".join(pair) for pair in pairwise(lines)):
        if match := SIGNED_PLAINLY.fullmatch(pair.strip()):
            return match[1], read_date(match[2])
    return None, None


def _lost_day(lost: re.Match[str]) -> date | None:
    """年 and 月 are gone; a day is read only where the figures can be parted in one way."""
    found = _lost_days(lost)
    return found[0] if len(found) == 1 else None


def _lost_days(lost: re.Match[str]) -> tuple[date, ...]:
    year = int(lost["year"])
    return tuple(date(year, month, min(day, 28 if month == 2 else day)) for month, day in lost_month(lost["both"]))


def _either(lines: list[str]) -> tuple[tuple[date, ...], str]:
    """The two days that a signature may mean, and the day of the week beside it."""
    for place, text in enumerate(lines):
        pair = "\n".join(lines[max(place - 1, 0) : place + 1])
        lost = LOST_ALONE.fullmatch(text.strip()) or LOST_DATE.fullmatch(text) or LOST_DATE.fullmatch(pair)
        if lost and len(days := _lost_days(lost)) == 2:
            return days, lost["weekday"] or ""
    return (), ""


def _undated(after: list[str]) -> str | None:
    """A body's name alone right behind the body of the ledger is its signature, also without a date."""
    return next((line for line in after[:3] if len(line) >= 5 and SIGNATURE.fullmatch(line)), None)


def _is_name(text: str) -> bool:
    return re.fullmatch(r"[\u4e00-\u9fff（）()、 ]{3,30}", text) is not None and not END.search(text)


def _made_by(text: str) -> str | None:
    match = MADE_BY.search(text)
    return re.sub(SEAL, "", match["body"] or match["ours"] or match["organisation"]) if match else None


def _made_on(text: str) -> date | None:
    """Under its own label, else behind the name of the body that made the form."""
    for match in filter(None, (MADE_ON.search(text), MADE_BY.search(text))):
        behind = text[match.end() : match.end() + 20]
        for words in (behind.partition("\n")[0], behind.replace("\n", "")):
            if not AS_OF.search(words) and (found := read_date(words)):
                return found
    return None


def _issuer_of_title(title: str | None, before: list[str]) -> str | None:
    """The body on the letterhead, else the one that a title begins with, else the page's publisher."""
    for line in before[:4]:
        if line.endswith("文件") and SIGNATURE.fullmatch(name := re.sub(r"\s", "", line.removesuffix("文件"))):
            return name
    for line, following in pairwise(before):
        if SIGNATURE.fullmatch(line) and "关于" not in line and re.match(r"(?:关于|印发|转发)", following):
            return line
    for text in filter(None, [title, *before]):
        if match := BEGINS_WITH.match(text):
            return match[1]
    for line, following in pairwise(before):
        if title and title.startswith(following) and SIGNATURE.fullmatch(line):
            return line
    if before and SIGNATURE.fullmatch(before[0]):
        return before[0]
    if named := OFFICE_OF_PLACE.match(title or ""):
        return named[0]
    published = (PUBLISHED_BY.match(line) for line in before)
    return next((match[1] for match in published if match), None)
