"""A task with all that an edition may change on it, as plain values: kept so that it can stand again as it was."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from sqlmodel import Session

from app.core.errors import Conflict
from app.importing.editions.stored import Standing, printed
from app.progress.models import ReportSlot, SlotStatus
from app.tasks.kinds import (
    Comparator,
    DeadlineKind,
    Part,
    PrintedRole,
    Recurrence,
    ReportCycle,
    ResponsibilityStatus,
    TaskStatus,
)
from app.tasks.models import Indicator, Responsibility, Task

TASK: Final[Mapping[str, Any]] = {
    "number": str, "measure_id": int, "target": str, "leaders": str, "status": TaskStatus,
    "deadline_kind": DeadlineKind, "deadline_words": str, "deadline_rule": str, "set_by_office": bool,
    "first_due_on": date.fromisoformat, "due_on": date.fromisoformat, "recurrence": Recurrence,
    "recurrence_words": str, "end_word": str, "report_cycle": ReportCycle,
}  # fmt: skip
PARTY: Final[Mapping[str, Any]] = {
    "position": int, "printed_name": str, "printed_role": PrintedRole, "part": Part, "presumed": bool,
    "status": ResponsibilityStatus, "group_id": int, "receipt_asked_on": date.fromisoformat,
}  # fmt: skip
FIGURE: Final[Mapping[str, Any]] = {
    "position": int, "words": str, "comparator": Comparator, "value": Decimal, "value_max": Decimal, "unit": str,
    "period": str, "start": int, "end": int,
}  # fmt: skip
SLOT: Final[Mapping[str, Any]] = {"status": SlotStatus, "waived_reason": str}


def snapshot(standing: Standing, task: Task) -> dict[str, Any]:
    return {
        **values(task, TASK),
        "version": task.version,
        "who": who_words(standing, task),
        "parties": {str(p.id): values(p, PARTY) for p in standing.parties.get(task.id, ())},
        "indicators": {str(i.id): values(i, FIGURE) for i in standing.indicators.get(task.id, ())},
        "slots": {str(s.id): values(s, SLOT) for s in standing.slots.get(task.id, ())},
    }


def who_words(standing: Standing, task: Task) -> str:
    """As printed, for the page of editions."""
    return "、".join(p.printed_name for p in printed(standing.parties.get(task.id, ())))


def values(row: object, fields: Mapping[str, Any]) -> dict[str, Any]:
    """JSON knows no days and no exact figures: those are kept in words."""
    found = {name: getattr(row, name) for name in fields}
    return {n: str(v) if isinstance(v, date | Decimal) else v for n, v in found.items()}


def set_back(db: Session, standing: Standing, task: Task, before: Mapping[str, Any]) -> None:
    """The task, who answers, figures and periods as they were. Raises Conflict for a figure read meanwhile."""
    put(task, before, TASK)
    task.version += 1
    restore_rows(db, standing.slots.get(task.id, ()), before["slots"], SLOT)
    db.flush()  # periods go before those who owed them
    restore_rows(db, standing.parties.get(task.id, ()), before["parties"], PARTY)
    figures = standing.indicators.get(task.id, ())
    if any(str(i.id) not in before["indicators"] and i.id in standing.readings for i in figures):
        raise Conflict(f"第{task.number or task.position}项新增的指标已有读数，不能撤回新版。")
    restore_rows(db, figures, before["indicators"], FIGURE)
    there = {str(i.id) for i in figures}
    for id, was in before["indicators"].items():
        if id not in there:
            again = Indicator(
                task_id=task.id, position=0, words="", comparator=Comparator.EQUAL, value=Decimal(0), unit=""
            )
            put(again, was, FIGURE)
            db.add(again)


def restore_rows(
    db: Session, rows: Sequence[Responsibility | Indicator | ReportSlot], before: Mapping[str, Any],
    fields: Mapping[str, Any],
) -> None:  # fmt: skip
    for row in rows:
        if str(row.id) in before:
            put(row, before[str(row.id)], fields)
        else:
            db.delete(row)


def put(row: object, was: Mapping[str, Any], fields: Mapping[str, Any]) -> None:
    """What an earlier version of this program did not keep, it did not change either."""
    for name, kind in fields.items():
        if name in was:
            setattr(row, name, None if was[name] is None else kind(was[name]))
