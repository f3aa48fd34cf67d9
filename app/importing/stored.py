"""Between what was recognised and what is stored: drafts as rows, and what is plain JSON in them as it was."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from app.importing.models import DraftTask
from app.importing.recognise.drafts import Doubt, Draft, Indicator, Named
from app.tasks.kinds import Comparator, DeadlineKind, PrintedRole, Recurrence, ReportCycle


def row_of(draft: Draft, batch_id: int) -> dict[str, Any]:
    """All its columns. Printed words longer than any real document's are cut to the column, not refused."""
    deadline = draft.deadline
    recurring = draft.recurrence[0] if draft.recurrence else None
    return {
        "batch_id": batch_id,
        "position": draft.position,
        "number": clip(draft.number, 20),
        "heading_label": clip(draft.heading_label, 20) or "",
        "heading": clip(draft.heading, 1000),
        "text": draft.text,
        "start": draft.start,
        "end": draft.end,
        "leaders": list(draft.leaders),
        "departments": [{"name": n.name[:80], "role": n.printed_role.value} for n in draft.departments],
        "indicators": [_plain(i) for i in draft.indicators],
        "doubts": [_doubt(d) for d in draft.doubts],
        "deadline_kind": deadline.kind if deadline else DeadlineKind.NONE,
        "deadline_words": deadline.words[:200] if deadline else "",
        "deadline_rule": deadline.rule[:200] if deadline else "",
        "due_on": deadline.due_on if deadline else None,
        "start_on": deadline.start_on if deadline else None,
        "recurrence": recurring.value if recurring else None,
        "recurrence_words": recurring.words[:100] if recurring else "",
        "dropped": False,
        "set_by_office": False,
        "report_cycle": ReportCycle.NONE,
        "version": 1,
    }


def _doubt(doubt: Doubt) -> dict[str, Any]:
    choices = {"choices": [day.isoformat() for day in doubt.choices]} if doubt.choices else {}
    return {"code": doubt.code, "message": doubt.message, "must": doubt.must, "settled": False, **choices}


def choices_of(doubt: Mapping[str, Any]) -> tuple[date, ...]:
    """The days among which a person is to choose."""
    return tuple(map(date.fromisoformat, doubt.get("choices", ())))


def named_in(row: DraftTask) -> tuple[Named, ...]:
    return tuple(Named(d["name"], PrintedRole(d["role"])) for d in row.departments)


def indicators_in(row: DraftTask) -> list[Indicator]:
    return [_indicator(plain) for plain in row.indicators]


def clip(words: str | None, length: int) -> str | None:
    return words[:length] if words is not None else None


def _plain(found: Indicator) -> dict[str, Any]:
    return {
        "words": found.words[:300],
        "comparator": found.comparator.value,
        "value": str(found.value),
        "value_max": None if found.value_max is None else str(found.value_max),
        "unit": found.unit[:20],
        "period": found.period.value if found.period else None,
        "start": found.start,
        "end": found.end,
    }


def _indicator(plain: Mapping[str, Any]) -> Indicator:
    return Indicator(
        words=plain["words"],
        comparator=Comparator(plain["comparator"]),
        value=Decimal(plain["value"]),
        unit=plain["unit"],
        value_max=None if plain["value_max"] is None else Decimal(plain["value_max"]),
        period=Recurrence(plain["period"]) if plain["period"] else None,
        start=plain["start"],
        end=plain["end"],
    )
