"""Time limits as printed, and the rule by which they become a day. No day is invented: without a year there is none."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from app.importing.recognise.drafts import Deadline
from app.importing.recognise.lines import as_number
from app.tasks.kinds import DeadlineKind

YEAR: Final = r"(?P<year>(?:19|20)\d\d)\s*年?\s*"
YEAR_AND: Final = r"(?:(?P<year>(?:19|20)\d\d)\s*[年.．/-]\s*|(?P<this>今年|本年|当年)\s*)?"
BEFORE: Final = r"(?P<before>\s*(?:之前|以前|前))?"
MONTH: Final = re.compile(
    YEAR_AND + r"(?P<month>1[0-2]|0?[1-9])\s*(?:月份?|(?<=\d[.．/-]\d)|(?<=\d[.．/-]\d\d))\s*"
    r"(?:(?P<day>[12]\d|3[01]|0?[1-9])\s*[日号]|(?P<part>底|末|上旬|中旬|下旬|初|中)|[.．/-](?P<day2>\d{1,2}))?"
    + BEFORE
)
SPAN: Final = re.compile(
    r"(?P<first>(?:19|20)\d\d)\s*年?\s*(?:[—–\-－~～]+|至|到)\s*(?P<last>(?:19|20)\d\d)\s*年(?!\s*\d)(?:底|末)?"
)
HALF: Final = re.compile(YEAR_AND + r"(?P<half>[上下])半年" + BEFORE)
QUARTER: Final = re.compile(YEAR_AND + r"第?(?P<quarter>[一二三四1-4])季度末?" + BEFORE)
WHOLE: Final = re.compile(
    r"(?:(?P<to>到|至|截至|在)\s*)?(?:"
    + YEAR
    + r"(?P<end>底|末|内)?|(?:今年|本年|当年)?(?P<bare>年底|年末|年内|岁末))"
    + BEFORE
)
ONGOING: Final = re.compile(r"长期坚持|长期推进|长期|持续推进|持续|常态化|常年|一直")
AT_ONCE: Final = re.compile(r"立行立改|即知即改|立即")
EVERY: Final = re.compile(r"每(?:年|季|月|周|学期|半年)[^，。；]{0,4}$")
DONE: Final = re.compile(
    r"^[^，。；]{0,30}?(?:完成|建成|到位|投入使用|竣工|开工|动工|投用|投产|实现|达到|出台|印发|试运行|见成效)"
)
NAMED: Final = re.compile(r"《[^》]*》|“[^”]*”")
PARTS: Final = {"上旬": 10, "中旬": 20, "中": 15, "初": 10}


def plan_year(title: str | None, issued_on: date | None) -> int | None:
    """The year a bare “6月底” belongs to: the one in the ledger's title, else the one it was issued in."""
    found = re.search(r"((?:19|20)\d\d)年", title or "")
    return int(found[1]) if found else issued_on.year if issued_on else None


def of_column(words: str, year: int | None) -> Deadline:
    """A deadline column or clause: whatever it says is the time limit."""
    if AT_ONCE.search(words):
        return Deadline(DeadlineKind.NONE, words, "立行立改，没有写明日期")
    if re.search(r"每(?:年|半年|季|月|周|学期)", words):
        return Deadline(DeadlineKind.PERIODIC, words, "按周期办理，不是一个固定日期")
    found = [deadline for deadline in _all(words, year) if deadline.due_on or deadline.kind is DeadlineKind.BEFORE]
    if dated := [deadline for deadline in found if deadline.due_on]:
        return replace(max(dated, key=_due), words=words, start=None, end=None)
    if ONGOING.search(words):
        return Deadline(DeadlineKind.ONGOING, words, "长期坚持，没有截止日期")
    rule = "没有写年份，也无从推断" if found else "看不出日期，请人工填写"
    return Deadline(DeadlineKind.NONE, words, rule)


def in_text(text: str, year: int | None) -> Deadline | None:
    """An explicit date of completion inside the sentence; several: the last day."""
    masked = NAMED.sub(lambda match: "\x00" * len(match[0]), text)
    found = [deadline for deadline in _all(masked, year) if _is_limit(masked, deadline)]
    dated = [deadline for deadline in found if deadline.due_on]
    return max(dated, key=_due) if dated else found[-1] if found else None


def is_vague(deadline: Deadline) -> bool:
    """Two careful clerks would not agree on the day, or there is none to be had."""
    if deadline.kind in (DeadlineKind.ONGOING, DeadlineKind.PERIODIC):
        return False
    if deadline.due_on is None:
        return not AT_ONCE.search(deadline.words)
    return re.search(r"\d\s*年\s*(?:之前|以前|前)|\d\s*月\s*(?:之前|以前|前)", deadline.words) is not None


def _due(deadline: Deadline) -> date:
    return deadline.due_on or date.min


def _is_limit(text: str, deadline: Deadline) -> bool:
    """In a sentence a date is a limit when it says 前/底/到, is a span, or is followed by what will be done."""
    start, end = deadline.start or 0, deadline.end or 0
    if EVERY.search(text[:start]) or text[end:].startswith(("以来", "起", "度", "印发的", "第")):
        return False
    if re.search(r"[前底末内]$|^[到至截]", deadline.words) or deadline.kind is DeadlineKind.RANGE:
        return not re.match(r"五年|[计规]划", text[end:])
    return DONE.match(text[end:]) is not None and not re.search(r"[已自从]$", text[:start])


def _all(text: str, year: int | None) -> Iterator[Deadline]:
    """Every date, each place read once by the most exact rule."""
    taken: list[tuple[int, int]] = []
    for pattern, rule in ((SPAN, _span), (MONTH, _month), (HALF, _half), (QUARTER, _quarter), (WHOLE, _whole)):
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            if deadline := rule(match, year):
                taken.append(match.span())
                yield replace(deadline, words=match[0].strip(), start=match.start(), end=match.end())


def _span(match: re.Match[str], _: int | None) -> Deadline:
    first, last = int(match["first"]), int(match["last"])
    rule = f"起止年份，取 {last} 年最后一天"
    return Deadline(DeadlineKind.RANGE, "", rule, date(last, 12, 31), start_on=date(first, 1, 1))


def _month(match: re.Match[str], year: int | None) -> Deadline | None:
    if "." in match[0] and not match["year"]:
        return None
    month, printed = int(match["month"]), match["day"] or match["day2"]
    if printed:
        return _dated(match, year, month, int(printed), "写明的日期", DeadlineKind.DAY)
    if match["part"] in PARTS:
        return _dated(match, year, month, PARTS[match["part"]], f"{match['part']}，取 {PARTS[match['part']]} 日")
    return _dated(match, year, month, 31, "取当月最后一天")


def _half(match: re.Match[str], year: int | None) -> Deadline | None:
    return _dated(match, year, 6 if match["half"] == "上" else 12, 31, f"{match['half']}半年，取最后一天")


def _quarter(match: re.Match[str], year: int | None) -> Deadline | None:
    quarter = as_number(match["quarter"]) or 1
    return _dated(match, year, 3 * quarter, 31, f"第 {quarter} 季度，取最后一天")


def _whole(match: re.Match[str], year: int | None) -> Deadline | None:
    if match["bare"]:
        return _dated(match, year, 12, 31, f"{match['bare']}，取 12 月 31 日")
    if "年" not in match[0] or not (match["to"] or match["end"] or match["before"]):
        return None
    if match["to"] == "在" and not match["before"] and not match["end"]:
        return None
    return _dated(match, year, 12, 31, "只写到年，取该年最后一天")


def _dated(
    match: re.Match[str], year: int | None, month: int, day: int, rule: str, kind: DeadlineKind = DeadlineKind.BEFORE
) -> Deadline | None:
    """The day in the printed year, else in the plan's; a day past the month's end is its last one."""
    groups = match.groupdict()
    printed = int(groups["year"]) if groups.get("year") else None
    used = printed or year
    if used is None:
        return Deadline(DeadlineKind.BEFORE, "", "没有写年份，也无从推断")
    last = calendar.monthrange(used, month)[1]
    note = "" if printed else f"；没有写年份，按 {used} 年"
    return Deadline(
        DeadlineKind.BEFORE if groups.get("before") else kind, "", rule + note, date(used, month, min(day, last))
    )
