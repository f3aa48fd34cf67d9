"""Somebody saved in between: both sides, nothing overwritten."""

from sqlmodel import Session

from app.core.forms import Typed, whole_number
from app.importing.cards import indicator_values, task_values
from app.importing.forms import indicator_rows
from app.importing.gates import label
from app.importing.history import head_before, task_before
from app.importing.models import DraftTask, ImportBatch
from app.importing.pages import Clash
from app.importing.queries import source_name
from app.importing.review import head_values, organisations
from app.importing.sides import indicators_said, sides_of
from app.importing.words import CHOICES

OF_TASK = {
    "deadline_kind": CHOICES.kinds,
    "recurrence": (("", "不是周期任务"), *CHOICES.recurrences),
    "cycle": CHOICES.cycles,
}


def clash_of_task(db: Session, batch: ImportBatch, draft: DraftTask, typed: Typed) -> Clash:
    stored, stored_rows = said_of(draft), indicator_values(draft)
    before = task_before(db, draft, whole_number(typed.get("version", "")))
    seen = said_of(before) if before else None
    rows = indicator_rows(typed) if "indicator_words" in typed else stored_rows
    mine = stored | typed | {"indicators": indicators_said(rows)}
    if seen and mine["indicators"] == seen["indicators"]:
        rows = stored_rows
    return Clash(
        batch_id=batch.id,
        source_name=source_name(db, batch),
        action=f"/imports/{batch.id}/tasks/{draft.id}",
        what=label(draft),
        version=draft.version,
        sides=sides_of(stored, mine, OF_TASK, seen),
        kept=tuple((f"indicator_{name}", value) for row in rows for name, value in row.items()),
    )


def said_of(draft: DraftTask) -> dict[str, str]:
    return task_values(draft) | {"indicators": indicators_said(indicator_values(draft))}


def clash_of_head(db: Session, batch: ImportBatch, typed: Typed) -> Clash:
    stored = head_values(batch)
    before = head_before(db, batch, whole_number(typed.get("version", "")))
    seen = {name: str(value or "") for name, value in before.items()}
    if seen:
        seen["organisation"] = seen.pop("organisation_id")
    known = tuple((str(id), name) for id, name in organisations(db))
    return Clash(
        batch_id=batch.id,
        source_name=source_name(db, batch),
        action=f"/imports/{batch.id}/head",
        what="文件信息",
        version=batch.version,
        sides=sides_of(stored, stored | typed, {"organisation": (("", "没有选定"), *known)}, seen),
        kept=(),
    )
