"""Acts that come again each period. A rate (每人每月720元) or a cap (每年不超过…) is none."""

import re
from typing import Final

from app.importing.recognise.drafts import Recurring
from app.tasks.kinds import Recurrence

ACTS: Final = "命名|评选|表彰|选树|评定|认定|举办|开展|组织|召开|发布"
RULES: Final = (
    (Recurrence.WEEKLY, re.compile(r"每周|每星期|按周")),
    (Recurrence.MONTHLY, re.compile(r"每个?月|按月|逐月|月度(?:调度|通报)")),
    (Recurrence.QUARTERLY, re.compile(r"每个?季度?|按季度?|逐季")),
    (Recurrence.HALF_YEARLY, re.compile(r"每半年|每个?学期|半年一次")),
    (
        Recurrence.YEARLY,
        re.compile(
            rf"每年度?|每一年|一年一度|逐年(?:开展|举办)|(?<![\d年本全上])年度(?=(?:{ACTS}))|(?<=开展|举办|组织|召开|评选)年度"
        ),
    ),
    (Recurrence.EVERY_2_YEARS, re.compile(r"每隔?[两二2]\s*年|[两二2]\s*年一[次届]")),
    (Recurrence.EVERY_5_YEARS, re.compile(r"每隔?[五5]\s*年|[五5]\s*年一[次届]")),
    (Recurrence.PER_TERM, re.compile(r"每届")),
)
ORDER: Final = {value: index for index, (value, _) in enumerate(RULES)} | {Recurrence.ONGOING: len(RULES)}
ONGOING_ALONE: Final = re.compile(r"(?:^|[，。；、])(长期坚持|持续推进|常态化推进)[。；]?$")
CAP: Final = re.compile(r"[^，。；、]{0,8}(?:不超过|不得超过|不多于|至多|最多|最高)")
RATE: Final = re.compile(r"(?:每[人户名村个家][^，。；、]{0,4})$")
AMOUNT: Final = re.compile(r"\s*\d[\d.]*\s*万?元")


def found_in(text: str) -> tuple[Recurring, ...]:
    """The shortest period first; each value once, with its first words."""
    found: dict[Recurrence, Recurring] = {}
    for value, pattern in RULES:
        for match in pattern.finditer(text):
            if not _is_rate_or_cap(text, match) and value not in found:
                found[value] = Recurring(value, match[0], match.start(), match.end())
    if not found and (alone := ONGOING_ALONE.search(text)):
        found[Recurrence.ONGOING] = Recurring(Recurrence.ONGOING, alone[1], alone.start(1), alone.end(1))
    return tuple(sorted(found.values(), key=lambda recurring: ORDER[recurring.value]))


def of_column(words: str) -> tuple[Recurring, ...]:
    """A deadline column may say how often instead of until when."""
    periodic = tuple(Recurring(found.value, words) for found in found_in(words))
    if periodic:
        return periodic
    return (Recurring(Recurrence.ONGOING, words),) if re.search(r"长期|持续|常态|常年", words) else ()


def period_before(text: str, position: int) -> Recurrence | None:
    """The period a figure counts in: the last one named earlier in its sentence."""
    start = max(text.rfind(mark, 0, position) for mark in "。；;") + 1
    last: tuple[int, Recurrence] | None = None
    for value, pattern in RULES:
        for match in pattern.finditer(text, start, position):
            if last is None or match.start() > last[0]:
                last = (match.start(), value)
    return last[1] if last else None


def _is_rate_or_cap(text: str, match: re.Match[str]) -> bool:
    after, before = text[match.end() :], text[: match.start()]
    return bool(CAP.match(after) or RATE.search(before) or AMOUNT.match(after))
