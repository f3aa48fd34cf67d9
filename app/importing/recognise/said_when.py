"""Whether a part of a list, or a cell, says until when or how often instead of naming a unit."""

import re
from functools import lru_cache
from typing import Final

from app.importing.recognise.dates import Plan
from app.importing.recognise.dates_read import every_date
from app.importing.recognise.dates_words import AT_ONCE, ONGOING, PERIODIC
from app.importing.recognise.names import is_unit

ANY_YEAR: Final = Plan(2020)
MAY_SAY: Final = re.compile(r"[每\d年月季周旬期前后内即常长持立边经随视按根适已日待]")
LONGEST: Final = 32
DEED: Final = 16  # characters that may tell what is done by then: 10月底前报县政府审定后实施
ASIDE: Final = r"(?:并|后续|需要?|须|要|坚持|全面|逐步|此后|确保|力争|争取|原则上|预计|计划|拟)?"
GOES_ON: Final = re.compile(rf"{ASIDE}(?:{ONGOING.pattern}|{AT_ONCE.pattern}|{PERIODIC.pattern}|[常长][抓年效])")
EVERY: Final = re.compile(
    r"(?:半年|一?年|一?[周月季]度?)(?:[一两二1-4][次届度轮]|调度|通报|例会)|[本各]?(?:季度?|月)[底末]前?$"
)
EVENT: Final = re.compile(
    r"[\u4e00-\u9fff“”\d]{2,14}(?:之|以)?[前后内](?:完成|办结)?|主?汛期|[\u4e00-\u9fff]{2,8}(?:(?<![工周日限学任定时到交])期|期间|[旺淡]季)"
)
OPEN: Final = re.compile(
    r"适时|待定|视情况?|即办|日常工作?|已(?:完成|整改|办结)|按[时期][\u4e00-\u9fff]{0,4}"
    r"|(?:按照?|根据|依据|视)[\u4e00-\u9fff]{2,8}(?:推进|要求|进度|约定|情况|部署|安排|实施|确定)"
)
BARE: Final = re.compile(r"(\d{1,2}|[一二三四])(?:\.0)?")
COUNTED_IN: Final = re.compile(r"(月|季)(?:份|度)?[）)]?$")
OF_YEAR: Final = re.compile(r"20\d\d年")
NO_YEAR: Final = re.compile(r"第?[一二三四1-4]季|[上下]半年|年?[底内末]|\d{1,2}[月./]|[一二三四五六七八九十]{1,2}月")


def with_title(title: str, text: str) -> str:
    """What a cell leaves to its column's title: 6 under 完成月份 is 6月, 年底 under 2025年完成时限 that year's."""
    plain = text.strip()
    if (bare := BARE.fullmatch(plain)) and (counted := COUNTED_IN.search(title)):
        plain = bare[1] + {"月": "月", "季": "季度"}[counted[1]]
    if (year := OF_YEAR.search(title)) and NO_YEAR.match(plain):
        return year[0] + plain.removeprefix("年")
    return text if plain == text.strip() else plain


@lru_cache(maxsize=4096)
def says_when(part: str) -> bool:
    """A day with little else, a period, words for going on or for at once, an event that must not have come yet."""
    plain = re.sub(r"\s", "", part)
    if not 1 < len(plain) <= LONGEST or not MAY_SAY.search(plain):
        return False
    if PERIODIC.match(plain) or EVERY.match(plain) or OPEN.fullmatch(plain):
        return True
    if is_unit(plain):
        return False
    if found := every_date(plain, ANY_YEAR, is_column=True):
        told = sum((one.end or 0) - (one.start or 0) for one in found)
        return len(plain) - told <= DEED and not is_unit(plain[: found[0].start])
    return GOES_ON.match(plain) is not None or EVENT.fullmatch(plain) is not None
