"""What the clerk has typed in an open card, read against the draft that it is of."""

from typing import Any

from sqlmodel import Session

from app.core.forms import Errors, Typed
from app.importing.cards import task_values
from app.importing.edits import has_changed, save_task
from app.importing.forms import TaskForm, indicator_rows, read_indicators
from app.importing.models import DraftTask, ImportBatch
from app.importing.words import LABELS
from app.people.scope import Viewer


def read_task(typed: Typed, draft: DraftTask) -> tuple[TaskForm | None, list[dict[str, Any]], Errors]:
    """A field that was not sent stays as it is; one sent empty is emptied."""
    stored = {name: value for name, value in task_values(draft).items() if name != "version"}
    form, errors = TaskForm.parse(stored | typed)
    if "indicator_words" not in typed:
        return form, draft.indicators, errors
    indicators, wrong = read_indicators(indicator_rows(typed), form.text if form else draft.text)
    return form, indicators, errors | wrong


def keep_typed(db: Session, viewer: Viewer, batch: ImportBatch, draft: DraftTask, typed: Typed) -> Errors:
    """Before an act of its own, what is in the open card's fields is saved, as if it had been saved just before."""
    if "text" not in typed:
        return {}
    form, indicators, errors = read_task(typed, draft)
    if form is not None and not errors and has_changed(draft, form, indicators):
        save_task(db, viewer, batch, draft, form.model_copy(update={"settled": False}), indicators, one_sitting=True)
    return errors


def not_saved(errors: Errors) -> str:
    return "没有保存：" + "；".join(f"{LABELS.get(name, name)}{said}" for name, said in errors.items())


def number_in(typed: Typed, name: str) -> int | None:
    value = typed.get(name, "")
    return int(value) if value.isascii() and value.isdigit() else None
