"""What a person should look at before the ledger is published."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.importing.recognise import dates
from app.importing.recognise.drafts import Deadline, Doubt, Item, Named
from app.importing.recognise.lines import as_number
from app.tasks.kinds import PrintedRole


@dataclass(slots=True)
class Series:
    """The numbers that came before, under their headings."""

    last: str | None = None
    seen: set[tuple[str | None, str | None]] = field(default_factory=set)


def doubts_of(item: Item, departments: Sequence[Named], deadline: Deadline | None, series: Series) -> tuple[Doubt, ...]:
    found: list[Doubt] = []
    if not departments:
        found.append(Doubt("no_department", "没有找到责任部门，请填写后再发布", must=True))
    elif len(departments) > 1 and all(named.printed_role is not PrintedRole.LEAD for named in departments):
        found.append(Doubt("lead_not_printed", f"列了 {len(departments)} 个部门，没有写明谁牵头，请确认"))
    if item.assumed:
        found.append(Doubt("units_from_above", "本行的责任单位空着，按合并单元格取自上一行，请核对"))
    if deadline and deadline.either:
        days = "或".join(f"{day.year}年{day.month}月{day.day}日" for day in deadline.either)
        found.append(Doubt("either_day", f"时限“{deadline.words}”缺字，可能是{days}，请选定", choices=deadline.either))
    elif deadline and dates.is_vague(deadline):
        found.append(Doubt("vague_date", f"时限“{deadline.words}”不够明确（{deadline.rule}），请核对"))
    if doubt := _about_number(item, series):
        found.append(doubt)
    series.last = item.number
    series.seen.add((item.heading, item.number))
    return tuple(found)


def _about_number(item: Item, series: Series) -> Doubt | None:
    """Within one series a number comes once and follows the one before; a new series may begin at 1 again."""
    last = series.last
    value, before = _value(item.number), _value(last)
    if item.number and item.number == last:
        return Doubt("number_repeated", f"序号 {item.number} 与上一项相同，请核对")
    if value is None or before is None:
        return None
    if value > before + 1:
        return Doubt("number_gap", f"序号从 {last} 跳到 {item.number}，请核对是否漏项")
    if value != 1 and (item.heading, item.number) in series.seen:
        return Doubt("number_repeated", f"序号 {item.number} 前面已经出现过，请核对")
    return None


def _value(number: str | None) -> int | None:
    match = re.fullmatch(r"(?:.*\()?([^()]+)\)?", number or "")
    return as_number(match[1]) if match else None
