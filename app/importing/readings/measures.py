"""The figures of a clause, also with a measure word that no list holds: 156万管, 2860通, 9600座次."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from app.importing.recognise.figures import NUMBER, Figure, figures

CLOSED: Final = r"(?=\s*(?:[，。；、,;：:！!（）()]|以上|左右|$))"
UNLISTED: Final = re.compile(
    rf"(?P<value>{NUMBER})\s*[余多]?(?P<unit>[万亿]?(?![年月日号时点至到和与及或的是为万亿余多以之第后前起来内外中上下版页期届章条款岁省市县区强线分])"
    rf"[\u4e00-\u9fff]){CLOSED}"
)
MINUS: Final = re.compile(r"(?:[\u4e00-\u9fff（：、，]|^)[-−－]$")
MANY: Final = re.compile(rf"(?P<value>{NUMBER})\s*[余多](?P<unit>[万亿]){CLOSED}")  # 产业工人200多万
ITEMS: Final = re.compile(rf"(?P<value>{NUMBER})\s*(?P<unit>项)(?=目标|目录)")  # 145项目标任务 are no 项目
BILLION: Final = re.compile(rf"亿{CLOSED}")  # 20个亿
DENSE: Final = re.compile(rf"(?P<value>{NUMBER})\s*(?P<unit>(?:[μµu]|m)?g/(?:m[3³]|L))(?![A-Za-z\d])")
MYRIAD: Final = 10_000
TENTHS: Final = 10
EACH: Final = re.compile(r"[·/](?:年|月|天)")  # 1953元/人·月
GOES_ON: Final = re.compile(
    rf"次{CLOSED}|(?<=[台件])套{CLOSED}|(?<=[万亿])(?![余多级元里能的和及与以左])[\u4e00-\u9fff]{CLOSED}"
)


def counted(clause: str) -> list[Figure]:
    """In the order printed. A measure word that is not known counts only where the clause ends behind it."""
    known = [_signed(_whole(figure, clause), clause) for figure in figures(clause)]
    more = [one for one in _unlisted(clause) if not any(one.start < k.end and k.start < one.end for k in known)]
    return _mixed(sorted([*known, *more], key=lambda figure: figure.start))


def _mixed(found: list[Figure]) -> list[Figure]:
    """11万七千多人次 is one figure."""
    whole: list[Figure] = []
    for one in found:
        last = whole[-1] if whole else None
        if last and last.unit == "万" and one.is_spelt and one.start == last.end and one.value < MYRIAD:
            whole[-1] = replace(one, start=last.start, value=last.value * MYRIAD + one.value, is_spelt=False)
        else:
            whole.append(one)
    return whole


def _whole(figure: Figure, clause: str) -> Figure:
    if "/" in figure.unit and (each := EACH.match(clause, figure.end)):
        return replace(figure, end=each.end(), unit=figure.unit + each[0])
    if figure.unit == "个" and (billion := BILLION.match(clause, figure.end)):
        return replace(figure, end=billion.end(), unit=billion[0])
    rest = GOES_ON.match(clause, figure.end)
    if not rest or figure.is_spelt or figure.unit.endswith("次") or figure.unit in {"%", "‰"}:
        return figure
    return replace(figure, end=rest.end(), unit=figure.unit + rest[0])


def _signed(figure: Figure, clause: str) -> Figure:
    """增长-15.3%, （-0.6%）."""
    if figure.unit not in {"%", "‰", "个百分点"} or not MINUS.search(clause[: figure.start]):
        return figure
    return replace(figure, start=figure.start - 1, value=-figure.value)


def _unlisted(clause: str) -> Iterator[Figure]:
    for match in (*UNLISTED.finditer(clause), *MANY.finditer(clause), *ITEMS.finditer(clause), *DENSE.finditer(clause)):
        value, unit = Decimal(match["value"].replace(",", "")), match["unit"]
        if unit == "成" and value < TENTHS:
            value, unit = value * TENTHS, "%"  # 超过9成
        yield Figure(match.start(), match.end(), value, unit)
