"""One draft becomes two, or two become one. Pure."""

import re
from collections.abc import Sequence
from typing import Any, Final

from app.core.errors import Invalid
from app.importing.models import DraftTask
from app.tasks.kinds import DeadlineKind

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
    """`first` takes in `second`: its text, departments and figures; what `first` says of time holds."""
    offset = len(first.text)
    first.text += second.text
    first.start, first.end = min(first.start, second.start), max(first.end, second.end)
    first.leaders = list(dict.fromkeys([*first.leaders, *second.leaders]))
    names = {d["name"] for d in first.departments}
    first.departments = [*first.departments, *(d for d in second.departments if d["name"] not in names)]
    first.indicators = [*first.indicators, *(_moved(i, offset) for i in second.indicators)]
    first.doubts = _doubts_together(first.doubts, second.doubts, has_department=bool(first.departments))
    if first.due_on is None and first.deadline_kind is DeadlineKind.NONE:
        _take_deadline(first, second)
    if first.recurrence is None:
        first.recurrence, first.recurrence_words = second.recurrence, second.recurrence_words


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


def _doubts_together(
    first: Sequence[dict[str, Any]], second: Sequence[dict[str, Any]], *, has_department: bool
) -> list[dict[str, Any]]:
    """The second part's number is gone, and with it the doubts about it."""
    kept = [*first, *(d for d in second if d["code"] not in ABOUT_NUMBER)]
    return [d | {"settled": d["settled"] or (d["code"] == "no_department" and has_department)} for d in kept]
