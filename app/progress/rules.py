"""What the office should look at twice, and whether a number may be struck. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core.filters import figure
from app.progress.models import Decision, SlotStatus
from app.tasks.kinds import Comparator
from app.tasks.models import Indicator

PERCENT_SAID = re.compile(r"(?:完成|进度|达到|达)[^，。；、\d]{0,6}(\d{1,3})[%％]")


@dataclass(frozen=True)
class Gate:
    """A condition of 销号: state ok, warn or no; title; what was found."""

    state: str
    title: str
    words: str


def hints(
    percent: int,
    summary: str,
    *,
    no_change: bool,
    proofs: int,
    previous_percent: int | None,
    previous_summary: str,
) -> tuple[str, ...]:
    """Never a bar to anything: only what a careful reader would notice."""
    found = []
    if percent == 100 and not proofs:
        found.append("完成进度100%，没有佐证材料。")
    if previous_percent is not None and percent < previous_percent:
        found.append(f"完成进度比上期低：上期{previous_percent}%，本次{percent}%。")
    if not no_change and summary.strip() and summary.strip() == previous_summary.strip():
        found.append("进展情况与上期一字不差。")
    other = [n for n in PERCENT_SAID.findall(summary) if int(n) != percent]
    if other:
        found.append(f"文字写“{other[0]}%”，完成进度填的是{percent}%。")
    return tuple(found)


def reached(indicator: Indicator, value: Decimal) -> bool:
    if indicator.value is None:  # followed only: nothing was asked
        return True
    match indicator.comparator:
        case Comparator.AT_LEAST:
            return value >= indicator.value
        case Comparator.AT_MOST:
            return value <= indicator.value
        case Comparator.EQUAL:
            return value == indicator.value
        case Comparator.RANGE:
            return value >= indicator.value  # more than was asked is no fault


def gates(
    *,
    percent: int | None,
    slots: Iterable[tuple[str, date, SlotStatus]],
    proofs: int,
    indicators: Iterable[tuple[Indicator, Decimal | None]],
    instructions: Sequence[tuple[str, bool]],  # in words, and whether an answer is still owed
    today: date,
) -> tuple[Gate, ...]:
    """Words for the person who decides; the decision is not the computer's."""
    return (
        _percent_gate(percent),
        _slot_gate([s for s in slots if s[2] is not SlotStatus.WAIVED], today),
        _indicator_gate(list(indicators)),
        Gate("warn", "佐证材料由办公室逐件核验", f"共{proofs}件")
        if proofs
        else Gate("no", "没有佐证材料", "申请和各期进展都没有附材料"),
        *_instruction_gate(instructions),
    )


def _percent_gate(percent: int | None) -> Gate:
    if percent == 100:
        return Gate("ok", "牵头部门报送已完成", "完成进度100%")
    said = "从未报送进展" if percent is None else f"最近报送{percent}%"
    return Gate("no", "牵头部门报送尚未完成", said)


def _slot_gate(slots: list[tuple[str, date, SlotStatus]], today: date) -> Gate:
    due = [s for s in slots if s[1] <= today]
    sent = [s for s in due if s[2] in (SlotStatus.SUBMITTED, SlotStatus.ACCEPTED)]
    waiting = [s[0] for s in slots if s[2] is SlotStatus.SUBMITTED]
    counted = f"应报{len(due)}期，已报{len(sent)}期"
    if len(sent) < len(due):
        return Gate("no", "各期报送不齐全", counted)
    if waiting:
        return Gate("warn", "还有进展待审核", f"{counted}；{'、'.join(dict.fromkeys(waiting))}待审核")
    return Gate("ok", "各期报送齐全", counted)


def _indicator_gate(indicators: list[tuple[Indicator, Decimal | None]]) -> Gate:
    indicators = [(i, value) for i, value in indicators if i.value is not None]
    if not indicators:
        return Gate("ok", "没有量化指标", "原文没有写明数量要求")
    unread = [i.words for i, value in indicators if value is None]
    short = [f"{i.words}：现{figure(v)}{i.unit}" for i, v in indicators if v is not None and not reached(i, v)]
    if short:
        return Gate("no", "量化指标没有达到", "；".join(short))
    if unread:
        return Gate("warn", "量化指标没有填报数值，请对照原文核验", "；".join(unread))
    return Gate("ok", "量化指标达到", "；".join(f"{i.words}：{figure(v)}{i.unit}" for i, v in indicators))


def _instruction_gate(instructions: Sequence[tuple[str, bool]]) -> list[Gate]:
    """Most tasks have none, and nothing is said of it."""
    owed = [words for words, is_open in instructions if is_open]
    if owed:
        return [Gate("no", f"{len(owed)}条领导批示还没有回复", "；".join(owed))]
    return [Gate("ok", "领导批示没有待回复的", f"共{len(instructions)}条")] if instructions else []


def accept_faults(decision: Decision, remark: str, owed: int) -> dict[str, str]:
    """A number is not struck over a leader's unanswered word in silence."""
    if decision is not Decision.ACCEPTED or not owed or remark:
        return {}
    return {"remark": f"还有{owed}条批示没有回复，请写明批示如何落实，或为何不再等回复"}


def return_faults(decision: Decision, remark: str, redo_on: date | None, today: date) -> dict[str, str]:
    """A matter is sent back with what is missing and by when."""
    if decision is not Decision.RETURNED:
        return {}
    errors = {}
    if not remark:
        errors["remark"] = "退回时请写明原因和要求"
    if redo_on is None:
        errors["redo_on"] = "退回时请选择时限"
    elif redo_on < today:
        errors["redo_on"] = "时限已经过去，请选择今天或以后的日期"
    return errors
