"""The head of a ledger: its own title, the number, who signed it and when."""

import re
from datetime import date
from typing import Final

from app.importing.blocks import Document, Paragraph
from app.importing.recognise.drafts import Head, Layout
from app.importing.recognise.lines import as_number, label_at, unwrap

NUMBER: Final = r"[\u4e00-\u9fff]{2,20}\s*[〔\[［（(【]\s*(?:19|20)\d\d\s*[〕\]］）)】]\s*第?\s*\d+\s*号"
NUMBER_LINE: Final = re.compile(
    rf"(?:[（(]\s*)?(?:(?:发文字号|发文文号|文号|文\s*件\s*编\s*号)\s*[：:]\s*)?({NUMBER})(?:[）)])?(?:\s.*)?"
)
CHINESE_YEAR: Final = r"[〇○零一二三四五六七八九]{4}"
DATE: Final = re.compile(
    rf"(?P<year>(?:19|20)\d\d|{CHINESE_YEAR})\s*年\s*(?P<month>\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s*月\s*(?P<day>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s*日"
)
ORGANISATION: Final = (
    r"[\u4e00-\u9fff（）()、]{2,40}?(?:总工会|工会|人民政府|办公室|委员会|党委|政府|管委会|领导小组|领导小组办公室|联合会"
    r"|局|厅|部|委|办|院|中心|公司|学校|大学|集团|会)"
)
SIGNATURE: Final = re.compile(rf"{ORGANISATION}(?:\s+{ORGANISATION})*")
MADE_BY: Final = re.compile(r"(?:填报|制表|编制|填表)(?:单位|部门)\s*[：:]\s*([^\s：:]+)")
MADE_ON: Final = re.compile(r"(?:填报|制表|编制|填表)(?:日期|时间)\s*[：:]\s*")
TITLE_END: Final = re.compile(
    r"(?:措施|方案|台账|清单|计划|分工|要点|通知|意见|办法|任务|实事|规划|细则|表|安排|工作|纲要|项目|目标|举措|条|责任书|汇总)(?:[（(〔].*[）)〕])?$"
)
NOT_TITLE: Final = re.compile(
    r"^附\s*件\s*[\d一二三四五六七八九十]*\s*[：:]?$|^[（(].*[）)]$|^单位|^填报|^制表|^统计|^目\s*录|^序号"
)
NAMED_TITLE: Final = re.compile(r"(?:现将|制定了?|印发)[^《]{0,20}《([^》]+(?:》[^《]*?)?)》")


def recognise(document: Document, layout: Layout | None) -> Head:
    start, end = (layout.start, layout.end) if layout else (len(document.text), len(document.text))
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    before = [paragraph.text for paragraph in paragraphs if paragraph.start < start]
    after = [paragraph.text for paragraph in paragraphs if paragraph.start >= end]
    title = _title(before) if layout else None
    signer, signed_on = _signature(before)
    if signer is None:
        signer, signed_on = _signature(after)
    form = "\n".join([*before, *after])
    return Head(
        title=title,
        doc_number=_doc_number(before),
        issuer=signer or _made_by(form) or _issuer_of_title(title, before),
        issued_on=signed_on or _made_on(form),
    )


def read_date(text: str) -> date | None:
    match = DATE.search(text)
    if not match:
        return None
    parts = [as_number(match[part].replace("○", "〇")) or 0 for part in ("year", "month", "day")]
    try:
        return date(*parts)
    except ValueError:
        return None


def _title(before: list[str]) -> str | None:
    """The lines right above the body; an introduction between them and the body is passed over."""
    lines: list[str] = []
    for text in reversed(before):
        if NOT_TITLE.match(text):
            continue
        if _is_title_line(text) and (lines or TITLE_END.search(text)):
            lines.insert(0, text)
        elif lines:
            break
    if lines:
        return _without_repeats(lines)
    named = NAMED_TITLE.search("\n".join(before))
    return named[1] if named else None


def _is_title_line(text: str) -> bool:
    if label_at(text) or DATE.search(text) or NUMBER_LINE.fullmatch(text) or len(text) > 60:
        return False
    return not re.search(r"[。；：:]$|，", text)


def _without_repeats(lines: list[str]) -> str:
    """A web page prints the title again above the document: the same line twice is one."""
    joined = unwrap("\n".join(dict.fromkeys(lines)))
    return joined.lstrip("#").strip()


def _doc_number(before: list[str]) -> str | None:
    for text in before:
        if match := NUMBER_LINE.fullmatch(text):
            return match[1]
    return None


def _signature(lines: list[str]) -> tuple[str | None, date | None]:
    """A body's name with the date under it or beside it. The line that says 印发 is the printer's, no signature."""
    for place, text in enumerate(lines):
        match = DATE.search(text)
        if not match or "印发" in text or len(text) > 60:
            continue
        beside = text[: match.start()].strip()
        name = beside or (lines[place - 1].strip() if place else "")
        if match.end() == len(text.rstrip("）) ")) and SIGNATURE.fullmatch(name) and not name.endswith("："):
            return unwrap(name), read_date(text)
    return None, None


def _made_by(text: str) -> str | None:
    match = MADE_BY.search(text)
    return match[1] if match else None


def _made_on(text: str) -> date | None:
    match = MADE_ON.search(text)
    return read_date(text[match.end() : match.end() + 20]) if match else None


def _issuer_of_title(title: str | None, before: list[str]) -> str | None:
    """The body named in front of 关于…, else the one alone on the first line."""
    for text in filter(None, [title, *before]):
        if match := re.match(rf"({ORGANISATION})(?:办公室)?(?=关于|印发)", text):
            return match[1]
    first = before[0] if before else ""
    name = first.removesuffix("文件")
    return name if SIGNATURE.fullmatch(name) else None
