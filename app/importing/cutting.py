"""One draft becomes two, or two become one. Pure."""

import re
from datetime import date
from typing import Any, Final

from app.core.errors import Invalid
from app.core.filters import long_day
from app.importing.gates import JOINED_DEADLINE, JOINED_DEPARTMENTS, JOINED_RECURRENCE, LEAD, label
from app.importing.models import DraftTask
from app.importing.words import RECURRENCE_WORDS
from app.tasks.kinds import DeadlineKind, PrintedRole, ReportCycle

ABOUT_NUMBER: Final = ("number_gap", "number_repeated")


def places(text: str) -> list[tuple[int, str]]:
    """Where a task's text may be cut: after each sentence; the place, and how the second part would begin."""
    ends = [m.end() for m in re.finditer(r"[。；;！？\n]+", text)]
    return [(at, text[at : at + 24].strip()) for at in ends if text[at:].strip()]


def cut(draft: DraftTask, at: int) -> DraftTask:
    """Cuts the text of `draft` and answers the second part, not yet stored. Each keeps the figures of its words.

    Departments and what only a column says stand for both. Raises Invalid when one part would be empty.
    """
    first, second = draft.text[:at].rstrip(), draft.text[at:].strip()
    if not first or not second:
        raise Invalid("拆分的位置在开头或末尾，没有拆分。请把光标放在文字中间，或选一句之后拆开。")
    moved = len(draft.text) - len(draft.text[at:].lstrip())
    later = DraftTask(
        batch_id=draft.batch_id,
        position=draft.position + 1,
        heading_label=draft.heading_label,
        heading=draft.heading,
        text=second,
        start=draft.start,
        end=draft.end,
        leaders=list(draft.leaders),
        departments=[dict(d) for d in draft.departments],
        indicators=[_moved(i, -moved) for i in draft.indicators if _is_after(i, at)],
        doubts=[dict(d) for d in draft.doubts if d["code"] not in ABOUT_NUMBER],
        report_cycle=draft.report_cycle,
    )
    draft.indicators = [i for i in draft.indicators if not _is_after(i, at)]
    draft.text = first
    _share_deadline(draft, later)
    _share_recurrence(draft, later)
    return later


def join(first: DraftTask, second: DraftTask) -> None:
    """`first` takes in `second`: text, departments, figures, and of time what `first` does not say itself.

    Where the two say different things, `first` holds and a doubt tells of the other.
    """
    clashes = _clashes(first, second)
    offset = len(first.text)
    first.text += second.text
    first.start, first.end = min(first.start, second.start), max(first.end, second.end)
    first.leaders = list(dict.fromkeys([*first.leaders, *second.leaders]))
    names = {d["name"] for d in first.departments}
    first.departments = [*first.departments, *(d for d in second.departments if d["name"] not in names)]
    first.indicators = [*first.indicators, *(_moved(i, offset) for i in second.indicators)]
    first.doubts = _doubts_together(first, second)
    if not _has_deadline(first):
        _take_deadline(first, second)
    if first.recurrence is None:
        first.recurrence, first.recurrence_words = second.recurrence, second.recurrence_words
    if first.report_cycle is ReportCycle.NONE:
        first.report_cycle = second.report_cycle
    said = {d["code"] for d in clashes}
    first.doubts = [*(d for d in first.doubts if d["code"] not in said), *clashes]


def _clashes(first: DraftTask, second: DraftTask) -> list[dict[str, Any]]:
    """What both parts say, and say differently: one doubt each, before they are one."""
    theirs = f"并入的{label(second)}"
    found = []
    if _has_deadline(first) and _has_deadline(second) and _deadline(first) != _deadline(second):
        words = f"{theirs}时限是{_deadline_words(second)}，这里保留{_deadline_words(first)}，请核对"
        found.append((JOINED_DEADLINE, words))
    if first.recurrence and second.recurrence and first.recurrence != second.recurrence:
        mine, other = RECURRENCE_WORDS[first.recurrence], RECURRENCE_WORDS[second.recurrence]
        found.append((JOINED_RECURRENCE, f"{theirs}是{other}，这里保留{mine}，请核对"))
    if first.departments and second.departments and _answering(first) != _answering(second):
        names = "、".join(d["name"] for d in second.departments)
        has_lead = PrintedRole.LEAD in {role for _, role in _answering(first) | _answering(second)}
        code = JOINED_DEPARTMENTS if has_lead else LEAD
        found.append((code, f"{theirs}由{names}负责，合并后都列在这里，请核对谁牵头"))
    return [{"code": code, "message": message, "must": False, "settled": False} for code, message in found]


def _has_deadline(draft: DraftTask) -> bool:
    return draft.due_on is not None or draft.deadline_kind is not DeadlineKind.NONE


def _deadline(draft: DraftTask) -> tuple[DeadlineKind, date | None]:
    return draft.deadline_kind, draft.due_on


def _deadline_words(draft: DraftTask) -> str:
    return draft.deadline_words or long_day(draft.due_on) or draft.deadline_rule


def _answering(draft: DraftTask) -> set[tuple[str, str]]:
    return {(d["name"], d["role"]) for d in draft.departments}


def _is_after(indicator: dict[str, Any], at: int) -> bool:
    return bool(indicator["start"] is not None and indicator["start"] >= at)


def _moved(indicator: dict[str, Any], by: int) -> dict[str, Any]:
    if indicator["start"] is None:
        return dict(indicator)
    return indicator | {"start": indicator["start"] + by, "end": indicator["end"] + by}


def _share_deadline(first: DraftTask, second: DraftTask) -> None:
    """Words that stand in one part only are that part's; a column's deadline is both parts'."""
    words = first.deadline_words
    if not words or words not in first.text:
        _take_deadline(second, first)
    if words and words in second.text and words not in first.text:
        first.due_on = first.start_on = None
        first.deadline_kind, first.deadline_words, first.deadline_rule = DeadlineKind.NONE, "", ""
        first.set_by_office = False


def _share_recurrence(first: DraftTask, second: DraftTask) -> None:
    words = first.recurrence_words
    if not words or words not in first.text:
        second.recurrence, second.recurrence_words = first.recurrence, words
    if words and words in second.text and words not in first.text:
        first.recurrence, first.recurrence_words = None, ""


def _take_deadline(to: DraftTask, of: DraftTask) -> None:
    to.deadline_kind, to.deadline_words, to.deadline_rule = of.deadline_kind, of.deadline_words, of.deadline_rule
    to.due_on, to.start_on, to.set_by_office = of.due_on, of.start_on, of.set_by_office


def _doubts_together(first: DraftTask, second: DraftTask) -> list[dict[str, Any]]:
    """The second part's number is gone, and with it the doubts about it; so is a time limit that does not hold."""
    gone = (*ABOUT_NUMBER, *(("vague_date", "either_day") if _has_deadline(first) else ()))
    kept = [*first.doubts, *(d for d in second.doubts if d["code"] not in gone)]
    answered = bool(first.departments)
    return [d | {"settled": d["settled"] or (d["code"] == "no_department" and answered)} for d in kept]
