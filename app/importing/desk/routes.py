"""Doors of the review page: each act answers the page as it is then, or leads back to it."""

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlmodel import Session

from app.access.current import CurrentViewer
from app.access.find import batch_to_edit
from app.core.clock import Today
from app.core.db import Db
from app.core.errors import Conflict, Invalid
from app.core.forms import Errors, Typed, TypedForm
from app.core.render import go, is_fragment, render
from app.importing.cards import must_of, task_values
from app.importing.desk.clashes import clash_of_head, clash_of_task
from app.importing.edits import (
    create_all_names,
    decide_name,
    drop,
    has_changed,
    merge,
    require_draft,
    save_head,
    save_head_words,
    save_task,
    set_many,
    settle,
    settle_kind,
    split,
)
from app.importing.forms import (
    BulkForm,
    CutForm,
    HeadForm,
    NameForm,
    TaskForm,
    VersionForm,
    indicator_rows,
    read_indicators,
)
from app.importing.gates import label
from app.importing.history import take_back
from app.importing.models import DraftTask, ImportBatch
from app.importing.names import decision_of, names_of
from app.importing.queries import draft_in
from app.importing.review import Shown, desk_of, head_saved, head_values, next_doubt, picture_type, review, saved
from app.importing.words import LABELS
from app.ledgers.models import SourceDocument

router = APIRouter()
CHANGED = "{}刚被别人改过，没有{}。请核对后再做一次。"


@router.get("/{batch_id}", name="import_review")
def review_page(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, batch_id: int,
    show: str = "", page: int = 0, task: int | None = None, head: bool = False, set: bool = False,
) -> Response:  # fmt: skip
    batch = batch_to_edit(db, viewer, batch_id, lock=False)
    shown = Shown(show=show, page=page, task=task, focus=task is not None, head_open=head, bulk_open=set)
    return render(request, review(db, viewer, batch, today, shown))


@router.get("/{batch_id}/picture", name="import_picture")
def picture(request: Request, db: Db, viewer: CurrentViewer, batch_id: int) -> Response:
    """The scan or photo as it was sent in, to be compared with what was recognised. Other files are only text."""
    batch = batch_to_edit(db, viewer, batch_id, lock=False)
    content = db.get_one(SourceDocument, batch.source_id).content
    kind = picture_type(content[:4])
    if not kind:
        return go(request, f"/imports/{batch.id}")
    return Response(content, media_type=kind, headers={"Cache-Control": "private, max-age=3600"})


@router.post("/{batch_id}/tasks/{draft_id}", name="import_task")
def change_task(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, batch_id: int, draft_id: int, typed: TypedForm
) -> Response:
    batch = editable(db, viewer, batch_id)
    draft = draft_in(db, batch, draft_id)
    form, indicators, errors = read_task(typed, draft)
    here = Shown(show=typed.get("show", ""), task=draft_id, focus=True)
    if form is None or errors:
        return refused(request, db, viewer, batch, today, draft, typed, errors)
    if form.version != draft.version:
        return render(request, clash_of_task(db, batch, draft, typed), status=409)
    save_task(db, viewer, batch, draft, form, indicators)
    if not form.settled:
        return back(request, db, viewer, batch, today, replace(here, said=f"{label(draft)}已保存"))
    return confirmed(request, db, viewer, batch, today, draft, here)


@router.post("/{batch_id}/tasks/{draft_id}/draft", name="import_task_draft")
def autosave_task(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, batch_id: int, draft_id: int, typed: TypedForm
) -> Response:
    """What is being typed; settles nothing. Without a script the same as saving."""
    batch = editable(db, viewer, batch_id)
    draft = draft_in(db, batch, draft_id)
    form, indicators, errors = read_task(typed, draft)
    if form is None or errors:
        return render(request, saved(db, viewer, batch, today, draft, not_saved(errors), errors), status=422)
    if form.version != draft.version:
        return instead_of_the_page(render(request, clash_of_task(db, batch, draft, typed), status=409))
    save_task(db, viewer, batch, draft, form.model_copy(update={"settled": False}), indicators, one_sitting=True)
    if not is_fragment(request):
        return back(request, db, viewer, batch, today, Shown(show=typed.get("show", ""), task=draft.id))
    return render(request, saved(db, viewer, batch, today, draft, "已保存", {}))


@router.post("/{batch_id}/tasks/{draft_id}/settle", name="import_settle")
def settle_task(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, batch_id: int, draft_id: int, typed: TypedForm
) -> Response:
    batch, draft = unchanged(db, viewer, batch_id, draft_id, typed, "确认")
    settle(db, viewer, batch, draft)
    return confirmed(request, db, viewer, batch, today, draft, Shown(show=typed.get("show", ""), focus=True))


@router.post("/{batch_id}/tasks/{draft_id}/split", name="import_split")
def split_task(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, batch_id: int, draft_id: int, typed: TypedForm
) -> Response:
    batch, draft = unchanged(db, viewer, batch_id, draft_id, typed, "拆分")
    if errors := keep_typed(db, viewer, batch, draft, typed):
        return refused(request, db, viewer, batch, today, draft, typed, errors)
    form, _ = CutForm.parse(typed)
    split(db, viewer, batch, draft, form.place if form else None)
    shown = Shown(show=typed.get("show", ""), task=draft.id, focus=True, said=f"{label(draft)}已拆成两项")
    return back(request, db, viewer, batch, today, shown)


@router.post("/{batch_id}/tasks/{draft_id}/merge", name="import_merge")
def merge_task(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, batch_id: int, draft_id: int, typed: TypedForm
) -> Response:
    batch, draft = unchanged(db, viewer, batch_id, draft_id, typed, "合并")
    if errors := keep_typed(db, viewer, batch, draft, typed):
        return refused(request, db, viewer, batch, today, draft, typed, errors)
    previous = merge(db, viewer, batch, draft)
    shown = Shown(show=typed.get("show", ""), task=previous.id, focus=True, said=f"已并入{label(previous)}")
    return back(request, db, viewer, batch, today, shown)


@router.post("/{batch_id}/tasks/{draft_id}/drop", name="import_drop")
def drop_task(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, batch_id: int, draft_id: int, typed: TypedForm
) -> Response:
    batch, draft = unchanged(db, viewer, batch_id, draft_id, typed, "删除")
    onward = next_doubt(desk_of(db, batch, today), draft.id)
    drop(db, viewer, batch, draft)
    task = onward.id if onward and onward is not draft else None
    shown = Shown(show=typed.get("show", ""), task=task, focus=True, said=f"{label(draft)}已删除，可撤销")
    return back(request, db, viewer, batch, today, shown)


@router.post("/{batch_id}/doubts", name="import_doubts")
def settle_doubts(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, batch_id: int, typed: TypedForm
) -> Response:
    """All doubts of one kind, looked at together."""
    batch = editable(db, viewer, batch_id)
    count = settle_kind(db, viewer, batch, typed.get("code", ""))
    shown = Shown(show=typed.get("show", ""), focus=True, said=f"已一并核对{count}项")
    return back(request, db, viewer, batch, today, shown)


@router.post("/{batch_id}/revert", name="import_revert")
def revert(request: Request, db: Db, viewer: CurrentViewer, today: Today, batch_id: int, typed: TypedForm) -> Response:
    batch = editable(db, viewer, batch_id)
    what, task = take_back(db, viewer, batch)
    shown = Shown(show=typed.get("show", ""), task=task, focus=True, said=f"已撤销：{what}")
    return back(request, db, viewer, batch, today, shown)


@router.post("/{batch_id}/bulk", name="import_bulk")
def set_bulk(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, batch_id: int, typed: TypedForm
) -> Response:
    batch = editable(db, viewer, batch_id)
    form, errors = BulkForm.parse(typed)
    ids = {int(i) for i in typed.all("draft") if i.isascii() and i.isdigit()}
    fault = ""
    if form is None:
        fault = "；".join(f"{LABELS[k]}：{v}" for k, v in errors.items())
    elif not ids:
        fault = "没有勾选任务。请先在右侧勾选要设定的任务。"
    elif form.due_on is None and form.cycle is None:
        fault = "没有填写时限，也没有选择报送周期。请至少填一项。"
    if form is None or fault:
        return render(request, review(db, viewer, batch, today, Shown(bulk_error=fault)), status=422)
    count = set_many(db, viewer, batch, ids, form)
    return back(request, db, viewer, batch, today, Shown(said=f"已设定{count}项，注明“办公室设定”"))


@router.post("/{batch_id}/head", name="import_head")
def change_head(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, batch_id: int, typed: TypedForm
) -> Response:
    batch = editable(db, viewer, batch_id)
    form, errors = HeadForm.parse(typed)
    if form is None:
        shown = Shown(head_typed=head_values(batch) | typed, head_errors=errors)
        return render(request, review(db, viewer, batch, today, shown), status=422)
    if form.version != batch.version:
        return render(request, clash_of_head(db, batch, typed), status=409)
    save_head(db, viewer, batch, form)
    here = Shown(show=typed.get("show", ""), task=number_in(typed, "task"), head_open=True, said="文件信息已保存")
    return back(request, db, viewer, batch, today, here)


@router.post("/{batch_id}/head/draft", name="import_head_draft")
def autosave_head(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, batch_id: int, typed: TypedForm
) -> Response:
    """The words of the head while they are typed; which organisation it is waits for the button."""
    batch = editable(db, viewer, batch_id)
    here = Shown(show=typed.get("show", ""), task=number_in(typed, "task"), head_open=True, said="已保存")
    form, errors = HeadForm.parse({k: v for k, v in head_values(batch).items() if k != "version"} | typed)
    if form is None:
        here = replace(here, said=not_saved(errors))
        return render(request, head_saved(db, viewer, batch, today, here, errors), status=422)
    if form.version != batch.version:
        return instead_of_the_page(render(request, clash_of_head(db, batch, typed), status=409))
    save_head_words(db, viewer, batch, form)
    if not is_fragment(request):
        return back(request, db, viewer, batch, today, here)
    return render(request, head_saved(db, viewer, batch, today, here, {}))


@router.post("/{batch_id}/names", name="import_names")
def change_name(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, batch_id: int, typed: TypedForm
) -> Response:
    """A name nobody knows: a new department or another name of one, for all its places at once."""
    batch = editable(db, viewer, batch_id)
    here = Shown(show=typed.get("show", ""), task=number_in(typed, "task"), focus=True)
    if typed.get("to") == "all":
        said = f"发布时新建{create_all_names(db, viewer, batch)}个部门"
        return back(request, db, viewer, batch, today, replace(here, said=said))
    form, _ = NameForm.parse(typed)
    if form is None:
        raise Invalid("没有选择处理方式，没有保存。请选择新建部门或归入已有部门。")
    decision = None if form.to == "undecided" else decision_of(db, batch, form.to, remember=not form.once)
    decide_name(db, viewer, batch, form.name, decision, form.seen)
    return back(request, db, viewer, batch, today, replace(here, said=f"“{form.name}”已处理"))


def editable(db: Session, viewer: CurrentViewer, batch_id: int) -> ImportBatch:
    batch = batch_to_edit(db, viewer, batch_id)
    require_draft(batch)
    return batch


def unchanged(
    db: Session, viewer: CurrentViewer, batch_id: int, draft_id: int, typed: Typed, act: str
) -> tuple[ImportBatch, DraftTask]:
    """For acts that leave nothing typed to lose: the draft as the clerk saw it, or a refusal."""
    batch = editable(db, viewer, batch_id)
    draft = draft_in(db, batch, draft_id)
    form, _ = VersionForm.parse(typed)
    if form is None or form.version != draft.version:
        raise Conflict(CHANGED.format(label(draft), act))
    return batch, draft


def read_task(typed: Typed, draft: DraftTask) -> tuple[TaskForm | None, list[dict[str, Any]], Errors]:
    """A field that was not sent stays as it is; one sent empty is emptied."""
    stored = {name: value for name, value in task_values(draft).items() if name != "version"}
    form, errors = TaskForm.parse(stored | typed)
    if "indicator_words" not in typed:
        return form, draft.indicators, errors
    indicators, wrong = read_indicators(indicator_rows(typed), form.text if form else draft.text)
    return form, indicators, errors | wrong


def keep_typed(db: Session, viewer: CurrentViewer, batch: ImportBatch, draft: DraftTask, typed: Typed) -> Errors:
    """Before an act of its own, what is in the open card's fields is saved, as if it had been saved just before."""
    if "text" not in typed:
        return {}
    form, indicators, errors = read_task(typed, draft)
    if form is not None and not errors and has_changed(draft, form, indicators):
        save_task(db, viewer, batch, draft, form.model_copy(update={"settled": False}), indicators, one_sitting=True)
    return errors


def refused(
    request: Request, db: Session, viewer: CurrentViewer, batch: ImportBatch, today: Today, draft: DraftTask,
    typed: Typed, errors: Errors,
) -> Response:  # fmt: skip
    rows = indicator_rows(typed) if "indicator_words" in typed else None
    shown = Shown(
        show=typed.get("show", ""), task=draft.id, focus=True, typed=task_values(draft) | typed, rows=rows,
        errors=errors,
    )  # fmt: skip
    return render(request, review(db, viewer, batch, today, shown), status=422)


def not_saved(errors: Errors) -> str:
    return "没有保存：" + "；".join(f"{LABELS.get(name, name)}{said}" for name, said in errors.items())


def instead_of_the_page(answer: Response) -> Response:
    """What was typed aside in a small answer needs the room of the page once it is a conflict."""
    answer.headers.update({"HX-Retarget": "#review", "HX-Reswap": "outerHTML"})
    return answer


def number_in(typed: Typed, name: str) -> int | None:
    value = typed.get(name, "")
    return int(value) if value.isascii() and value.isdigit() else None


def confirmed(
    request: Request, db: Session, viewer: CurrentViewer, batch: ImportBatch, today: Today, draft: DraftTask,
    here: Shown,
) -> Response:  # fmt: skip
    """On to the next doubt, unless something of this one must still be filled in."""
    if must := must_of(draft, names_of(db, batch)):
        said = f"{label(draft)}还要处理：{'；'.join(must)}"
        return back(request, db, viewer, batch, today, replace(here, task=draft.id, said=said))
    return back(
        request, db, viewer, batch, today, replace(here, task=None, after=draft.id, said=f"{label(draft)}已核对")
    )


def back(
    request: Request, db: Session, viewer: CurrentViewer, batch: ImportBatch, today: Today, shown: Shown
) -> Response:
    """To the review page; to htmx the page's part as it is now (a redirect to an anchor would not reload)."""
    if is_fragment(request):
        return render(request, review(db, viewer, batch, today, shown))
    task = shown.task
    if shown.after is not None:
        onward = next_doubt(desk_of(db, batch, today), shown.after)
        task = onward.id if onward else None
    query = urlencode({k: v for k, v in (("show", shown.show), ("task", task), ("head", shown.head_open)) if v})
    return go(request, f"/imports/{batch.id}{'?' if query else ''}{query}{f'#t{task}' if task else ''}", shown.said)
