"""Doors of the review page: each act answers the page as it is then, or leads back to it."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response
from sqlmodel import select

from app.access.current import CurrentViewer
from app.access.find import batch_to_edit
from app.core.doors import Db, Today
from app.core.errors import Invalid
from app.core.forms import TypedForm
from app.core.render import go, is_fragment, render
from app.importing.added import add
from app.importing.desk.clashes import clash_of_head, clash_of_task
from app.importing.desk.clerk import Clerk
from app.importing.desk.typed import keep_typed, not_saved, read_task
from app.importing.edits import (
    create_all_names,
    decide_name,
    drop,
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
from app.importing.forms import AddForm, BulkForm, CutForm, HeadForm, NameForm
from app.importing.gates import label
from app.importing.history import take_back
from app.importing.names import decision_of
from app.importing.pictures import page_picture
from app.importing.review import Shown, desk_of, head_saved, head_values, next_doubt, review, saved
from app.importing.sheets import picture_type
from app.importing.words import LABELS
from app.ledgers.models import SourceDocument

router = APIRouter()


def at_the_desk(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, batch_id: int, typed: TypedForm
) -> Clerk:
    batch = batch_to_edit(db, viewer, batch_id)
    require_draft(batch)
    return Clerk(request, db, viewer, today, batch, typed)


AtTheDesk = Annotated[Clerk, Depends(at_the_desk)]


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


@router.get("/{batch_id}/pages/{number}", name="import_page")
def page_of_file(request: Request, db: Db, viewer: CurrentViewer, batch_id: int, number: int) -> Response:
    """A page of a PDF, OFD or TIFF file, which a browser cannot show by itself. It keeps what was drawn."""
    batch = batch_to_edit(db, viewer, batch_id, lock=False)
    digest = db.exec(select(SourceDocument.sha256).where(SourceDocument.id == batch.source_id)).one()
    headers = {"Cache-Control": "private, max-age=3600", "ETag": f'"{digest}-{number}"'}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    source = db.get_one(SourceDocument, batch.source_id)
    drawn = page_picture(source.content, source.name, number)
    return Response(drawn, media_type=picture_type(drawn) or "image/svg+xml", headers=headers)


@router.post("/{batch_id}/tasks", name="import_add")
def add_task(clerk: AtTheDesk) -> Response:
    form, _ = AddForm.parse(clerk.typed)
    if form is None:
        raise Invalid("没有选取文字，没有补上。请在原文中选取漏掉的任务，或照原文粘贴。")
    draft = add(clerk.db, clerk.viewer, clerk.batch, form.words)
    return clerk.back(clerk.here(task=draft.id, focus=True, said=f"已补上{label(draft)}，请填写责任部门"))


@router.post("/{batch_id}/tasks/{draft_id}", name="import_task")
def change_task(clerk: AtTheDesk, draft_id: int) -> Response:
    draft = clerk.draft(draft_id)
    form, indicators, errors = read_task(clerk.typed, draft)
    if form is None or errors:
        return clerk.refused(draft, errors)
    if form.version != draft.version:
        return clerk.answer(clash_of_task(clerk.db, clerk.batch, draft, clerk.typed), 409)
    save_task(clerk.db, clerk.viewer, clerk.batch, draft, form, indicators)
    if not form.settled:
        return clerk.back(clerk.here(task=draft_id, focus=True, said=f"{label(draft)}已保存"))
    return clerk.confirmed(draft)


@router.post("/{batch_id}/tasks/{draft_id}/draft", name="import_task_draft")
def autosave_task(clerk: AtTheDesk, draft_id: int) -> Response:
    """What is being typed; settles nothing. Without a script the same as saving."""
    db, viewer, batch, draft = clerk.db, clerk.viewer, clerk.batch, clerk.draft(draft_id)
    form, indicators, errors = read_task(clerk.typed, draft)
    if form is None or errors:
        return clerk.answer(saved(db, viewer, batch, clerk.today, draft, not_saved(errors), errors), 422)
    if form.version != draft.version:
        return instead_of_the_page(clerk.answer(clash_of_task(db, batch, draft, clerk.typed), 409))
    save_task(db, viewer, batch, draft, form.model_copy(update={"settled": False}), indicators, one_sitting=True)
    if not is_fragment(clerk.request):
        return clerk.back(clerk.here(task=draft.id))
    return clerk.answer(saved(db, viewer, batch, clerk.today, draft, "已保存", {}))


@router.post("/{batch_id}/tasks/{draft_id}/settle", name="import_settle")
def settle_task(clerk: AtTheDesk, draft_id: int) -> Response:
    draft = clerk.unchanged(draft_id, "确认")
    settle(clerk.db, clerk.viewer, clerk.batch, draft)
    return clerk.confirmed(draft)


@router.post("/{batch_id}/tasks/{draft_id}/split", name="import_split")
def split_task(clerk: AtTheDesk, draft_id: int) -> Response:
    draft = clerk.unchanged(draft_id, "拆分")
    if errors := keep_typed(clerk.db, clerk.viewer, clerk.batch, draft, clerk.typed):
        return clerk.refused(draft, errors)
    form, _ = CutForm.parse(clerk.typed)
    split(clerk.db, clerk.viewer, clerk.batch, draft, form.place if form else None)
    return clerk.back(clerk.here(task=draft.id, focus=True, said=f"{label(draft)}已拆成两项"))


@router.post("/{batch_id}/tasks/{draft_id}/merge", name="import_merge")
def merge_task(clerk: AtTheDesk, draft_id: int) -> Response:
    draft = clerk.unchanged(draft_id, "合并")
    if errors := keep_typed(clerk.db, clerk.viewer, clerk.batch, draft, clerk.typed):
        return clerk.refused(draft, errors)
    previous = merge(clerk.db, clerk.viewer, clerk.batch, draft)
    return clerk.back(clerk.here(task=previous.id, focus=True, said=f"已并入{label(previous)}"))


@router.post("/{batch_id}/tasks/{draft_id}/drop", name="import_drop")
def drop_task(clerk: AtTheDesk, draft_id: int) -> Response:
    draft = clerk.unchanged(draft_id, "删除")
    onward = next_doubt(desk_of(clerk.db, clerk.batch, clerk.today), draft.id)
    drop(clerk.db, clerk.viewer, clerk.batch, draft)
    task = onward.id if onward and onward is not draft else None
    return clerk.back(clerk.here(task=task, focus=True, said=f"{label(draft)}已删除，可撤销"))


@router.post("/{batch_id}/doubts", name="import_doubts")
def settle_doubts(clerk: AtTheDesk) -> Response:
    """All doubts of one kind, looked at together."""
    count = settle_kind(clerk.db, clerk.viewer, clerk.batch, clerk.typed.get("code", ""))
    return clerk.back(clerk.here(task=None, focus=True, said=f"已一并核对{count}项"))


@router.post("/{batch_id}/revert", name="import_revert")
def revert(clerk: AtTheDesk) -> Response:
    what, task = take_back(clerk.db, clerk.viewer, clerk.batch)
    return clerk.back(clerk.here(task=task, focus=True, said=f"已撤销：{what}"))


@router.post("/{batch_id}/bulk", name="import_bulk")
def set_bulk(clerk: AtTheDesk) -> Response:
    form, errors = BulkForm.parse(clerk.typed)
    ids = {int(i) for i in clerk.typed.all("draft") if i.isascii() and i.isdigit()}
    fault = ""
    if form is None:
        fault = "；".join(f"{LABELS[k]}：{v}" for k, v in errors.items())
    elif not ids:
        fault = "没有勾选任务。请先在右侧勾选要设定的任务。"
    elif form.due_on is None and form.cycle is None:
        fault = "没有填写时限，也没有选择报送周期。请至少填一项。"
    if form is None or fault:
        return clerk.page(Shown(bulk_error=fault), 422)
    count = set_many(clerk.db, clerk.viewer, clerk.batch, ids, form)
    return clerk.back(Shown(said=f"已设定{count}项，注明“办公室设定”"))


@router.post("/{batch_id}/head", name="import_head")
def change_head(clerk: AtTheDesk) -> Response:
    batch, typed = clerk.batch, clerk.typed
    form, errors = HeadForm.parse(typed)
    if form is None:
        return clerk.page(Shown(head_typed=head_values(batch) | typed, head_errors=errors), 422)
    if form.version != batch.version:
        return clerk.answer(clash_of_head(clerk.db, batch, typed), 409)
    save_head(clerk.db, clerk.viewer, batch, form)
    return clerk.back(clerk.here(head_open=True, said="文件信息已保存"))


@router.post("/{batch_id}/head/draft", name="import_head_draft")
def autosave_head(clerk: AtTheDesk) -> Response:
    """The words of the head while they are typed; which organisation it is waits for the button."""
    db, viewer, batch = clerk.db, clerk.viewer, clerk.batch
    here = clerk.here(head_open=True, said="已保存")
    form, errors = HeadForm.parse({k: v for k, v in head_values(batch).items() if k != "version"} | clerk.typed)
    if form is None:
        here = replace(here, said=not_saved(errors))
        return clerk.answer(head_saved(db, viewer, batch, clerk.today, here, errors), 422)
    if form.version != batch.version:
        return instead_of_the_page(clerk.answer(clash_of_head(db, batch, clerk.typed), 409))
    save_head_words(db, viewer, batch, form)
    if not is_fragment(clerk.request):
        return clerk.back(here)
    return clerk.answer(head_saved(db, viewer, batch, clerk.today, here, {}))


@router.post("/{batch_id}/names", name="import_names")
def change_name(clerk: AtTheDesk) -> Response:
    """A name nobody knows: a new department or another name of one, for all its places at once."""
    db, viewer, batch = clerk.db, clerk.viewer, clerk.batch
    if clerk.typed.get("to") == "all":
        said = f"发布时新建{create_all_names(db, viewer, batch)}个部门"
        return clerk.back(clerk.here(focus=True, said=said))
    form, _ = NameForm.parse(clerk.typed)
    if form is None:
        raise Invalid("没有选择处理方式，没有保存。请选择新建部门或归入已有部门。")
    decision = None if form.to == "undecided" else decision_of(db, batch, form.to, remember=not form.once)
    decide_name(db, viewer, batch, form.name, decision, form.seen)
    return clerk.back(clerk.here(focus=True, said=f"“{form.name}”已处理"))


def instead_of_the_page(answer: Response) -> Response:
    """What was typed aside in a small answer needs the room of the page once it is a conflict."""
    answer.headers.update({"HX-Retarget": "#review", "HX-Reswap": "outerHTML"})
    return answer
