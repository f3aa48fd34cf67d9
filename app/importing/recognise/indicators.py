"""Figures that say how much, how many or how often a task must reach. What they only look like is in `lookalikes`."""

import re
from decimal import Decimal
from typing import Final

from app.importing.recognise import recurrence
from app.importing.recognise.drafts import Indicator
from app.importing.recognise.figures import Figure, figures, masked
from app.importing.recognise.lookalikes import is_lookalike
from app.tasks.kinds import Comparator

AT_LEAST: Final = re.compile(
    r"(?:至少|不少于|不少於|不低于|不小于|不短于|超过|突破|达到?|力争|高于|大于|确保|保持在|稳定在)[^，。；、]{0,12}$"
)
AT_MOST: Final = re.compile(
    r"(?:不超过|不高于|不得超过|不大于|不多于|控制在|低于|少于|小于|最多|[降减缩]短?(?:低|少|"
    r"小)?[至到为])[^，。；、]{0,6}$"
)
NOT_AT_MOST: Final = re.compile(r"不(?:低|少|小)[于於][^，。；、]{0,6}$")
VALUE: Final = r"\d[\d,]*(?:\.\d+)?"
BARE: Final = re.compile(
    rf"(?P<sign>[≥≤>=<]?)(?!第)[\u4e00-\u9fff]{{0,4}}?(?P<value>{VALUE})(?:[-~～—–至](?P<most>{VALUE}))?"
    r"(?P<behind>(?:（含）|\(含\))?(?:以[上内下]|左右)?)"
)
SIGNS: Final = {"<": Comparator.AT_MOST, "≤": Comparator.AT_MOST, ">": Comparator.AT_LEAST, "≥": Comparator.AT_LEAST}
LONGEST: Final = 200
SHORT: Final = 8
MARKS: Final = "，。；、：,;:"


def found_in(text: str) -> tuple[Indicator, ...]:
    """In the order printed."""
    hidden = masked(text)
    return tuple(
        _indicator(text, figure)
        for figure in figures(hidden)
        if not is_lookalike(hidden, figure) and not _is_said_before(text, figure)
    )


def _is_said_before(text: str, figure: Figure) -> bool:
    """A whole sentence printed twice, as copying leaves it, has its figures once."""
    start = text.rfind("。", 0, figure.start) + 1
    end = text.find("。", figure.end)
    sentence = text[start : end if end >= 0 else len(text)].strip()
    return len(sentence) > SHORT and f"{sentence}。" in text[:start]


def of_cell(goal: str, unit: str) -> tuple[Indicator, ...]:
    """A bare figure or range beside the column of its unit; nothing when the cell says more."""
    match = BARE.fullmatch(goal)
    if not match:
        return ()
    value, most = _decimal(match["value"]), _decimal(match["most"]) if match["most"] else None
    said = _comparator(goal, Figure(*match.span("value"), value, unit))
    sign = SIGNS.get(match["sign"], said) if most is None else Comparator.RANGE
    words = goal[: match.start("behind")] + unit + match["behind"]
    return (Indicator(words=words, comparator=sign, value=value, unit=unit, value_max=most),)


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


def _indicator(text: str, figure: Figure) -> Indicator:
    start, end = around(text, figure.start, figure.end)
    return Indicator(
        words=text[start:end],
        comparator=Comparator.RANGE if figure.value_max is not None else _comparator(text, figure),
        value=figure.value,
        unit=figure.unit,
        value_max=figure.value_max,
        period=recurrence.period_before(text, figure.start),
        start=start,
        end=end,
    )


def _comparator(text: str, figure: Figure) -> Comparator:
    before, after = text[max(0, figure.start - 40) : figure.start], text[figure.end : figure.end + 20].lstrip()
    if (AT_MOST.search(before) and not NOT_AT_MOST.search(before)) or re.match(r"(?:（含）)?以[内下]", after):
        return Comparator.AT_MOST
    is_more = AT_LEAST.search(before) or re.match(r"(?:（含）)?[及或]?以上", after)
    return Comparator.AT_LEAST if is_more else Comparator.EQUAL


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """The words between two marks, so that the quotation says what is counted."""
    earliest, latest = max(0, start - LONGEST), min(len(text), end + LONGEST)
    first = max(text.rfind(mark, earliest, start) for mark in MARKS) + 1 or earliest
    following = [place for mark in MARKS if (place := text.find(mark, end, latest)) >= 0]
    return first, min(following, default=latest)
