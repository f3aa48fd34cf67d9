"""Figures that say how much, how many or how often. Who is covered, dates, slogans and rates of a rule are none."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from app.importing.recognise import recurrence
from app.importing.recognise.drafts import Indicator
from app.importing.recognise.lines import as_number
from app.tasks.kinds import Comparator

UNITS: Final = (
    "个百分点|百分点|%|％|万人次|人次|万平方米|平方米|平方公里|平方千米|立方米|公里|千米|公顷|万亩|亩|万吨|吨|千瓦时|千瓦|兆瓦"
    "|(?:万亿|亿|万|千|百)?(?:元|美元|人|户|家|个|套|件|株|名|次|头|只)|万|亿|人|名|位|户|家|次|场次|场|项|件|套|批|期|辆|台|座|所|处|条|篇|部|支|间|类|种|门|宗|起|例|村|米|张|份|节|对|班|届"
)
NUMBER: Final = r"\d+(?:,\d{3})*(?:\.\d+)?"
QUANTITY: Final = re.compile(
    rf"(?<![\d.A-Za-z+:：第])(?P<value>{NUMBER})\s*(?:(?:{UNITS})?\s*(?:[~～—–\-－]+|至|到)\s*(?P<max>{NUMBER})\s*)?(?P<more>余|多)?(?P<unit>{UNITS})"
    r"(?!月|工作日|小时|年|星期|季度|[人户企校]\d|学时|课时)"
)
FRACTION: Final = re.compile(
    r"(?P<whole>[二三四五六七八九十]|百)分之(?P<part>[一二三四五六七八九十]+|\d+(?:\.\d+)?)(?!分)"
)
SPELT: Final = re.compile(
    r"(?P<lead>至少|不少于|不低于|不少於|每[年月季周届](?:度)?[^，。；]{0,8}?)(?P<value>[一二两三四五六七八九十]+)(?P<unit>次|场次|场|家|名|个|项|期|批)(?!月|方面|层次)"
)
NAMED: Final = re.compile(r"《[^》]*》|“[^”]*”|\"[^\"]*\"|「[^」]*」")
SCOPE: Final = re.compile(
    r"\s*(?:（含）)?(?:以[上下内]|及以[上下])(?:的|(?:企业|单位|职工|人员|村|社区|家庭|民营|非公))"
)
RATE: Final = re.compile(r"(?:总额|基数|费率|税率|比例为?|工资|\d\s*%)\s*的?\s*$")
ALSO_SCOPE: Final = re.compile(r"(?:低于|高于|超过|不足|未达到?|达到|满)\s*$")
PAST: Final = re.compile(r"(?:已|去年|上年|累计已?|截至目前|目前)[^，。；]*$")
CAP: Final = re.compile(r"(?:最高|上限|每[次例人户个件名家][^，。；]{0,8}不超过|每[年月]不超过)[^，。；]{0,6}$")
AT_LEAST: Final = re.compile(r"(?:至少|不少于|不低于|超过|突破|达到?|力争|高于|确保)[^，。；、]{0,12}$")
AT_MOST: Final = re.compile(r"(?:不超过|不高于|不得超过|控制在|低于|不多于|降[至到])[^，。；、]{0,6}$")
HUNDRED: Final = Decimal(100)


def found_in(text: str) -> tuple[Indicator, ...]:
    """In the order printed."""
    masked = NAMED.sub(lambda match: "\x00" * len(match[0]), text)
    found = [*_quantities(text, masked), *_fractions(text, masked), *_spelt(text, masked)]
    return tuple(sorted(found, key=lambda indicator: indicator.start or 0))


def _quantities(text: str, masked: str) -> Iterator[Indicator]:
    for match in QUANTITY.finditer(masked):
        if _is_no_target(masked, match.start(), match.end()):
            continue
        highest = Decimal(match["max"].replace(",", "")) if match["max"] else None
        yield _indicator(text, match, Decimal(match["value"].replace(",", "")), match["unit"], highest)


def _fractions(text: str, masked: str) -> Iterator[Indicator]:
    """四分之一 is 25 %, 百分之八十 is 80 %."""
    for match in FRACTION.finditer(masked):
        whole = 100 if match["whole"] == "百" else as_number(match["whole"])
        part = as_number(match["part"]) if not match["part"][0].isdigit() else None
        above = Decimal(part) if part is not None else Decimal(match["part"]) if match["part"][0].isdigit() else None
        if whole and above is not None and not _is_no_target(masked, match.start(), match.end()):
            yield _indicator(text, match, (above * HUNDRED / whole).quantize(Decimal("0.01")).normalize() + 0, "%")


def _spelt(text: str, masked: str) -> Iterator[Indicator]:
    for match in SPELT.finditer(masked):
        value = 2 if match["value"] == "两" else as_number(match["value"])
        if value and not CAP.search(masked[: match.start("value")]):
            yield _indicator(text, match, Decimal(value), match["unit"])


def _indicator(text: str, match: re.Match[str], value: Decimal, unit: str, highest: Decimal | None = None) -> Indicator:
    start, end = _around(text, match.start(), match.end())
    comparator = Comparator.RANGE if highest is not None else _comparator(text, match.start(), match.end())
    return Indicator(
        words=text[start:end],
        comparator=comparator,
        value=value,
        unit="%" if unit == "％" else unit,
        value_max=highest,
        period=recurrence.period_before(text, match.start()),
        start=start,
        end=end,
    )


def _comparator(text: str, start: int, end: int) -> Comparator:
    before, after = text[:start], text[end:].lstrip()
    if AT_MOST.search(before) or re.match(r"以[内下]", after):
        return Comparator.AT_MOST
    is_more = AT_LEAST.search(before) or after.startswith("以上") or re.search(r"至少|不少于|不低于", text[start:end])
    return Comparator.AT_LEAST if is_more else Comparator.EQUAL


def _is_no_target(text: str, start: int, end: int) -> bool:
    before, after = text[:start], text[end:]
    if SCOPE.match(after) or RATE.search(before) or PAST.search(before) or CAP.search(before):
        return True
    if re.match(r"\s*部分|\s*的?标准", after) or re.search(r"[前第]\s*$", before):
        return True
    return ALSO_SCOPE.search(before) is not None and re.match(r"\s*(?:以上|以下)?的", after) is not None


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """The words between two marks, so that the quotation says what is counted."""
    marks = "，。；、：,;:"
    first = max(text.rfind(mark, 0, start) for mark in marks) + 1
    following = [place for mark in marks if (place := text.find(mark, end)) >= 0]
    return first, min(following, default=len(text))
