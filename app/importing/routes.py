"""Doors of the room: upload, review, correct, publish, undo."""

import time

from fastapi import APIRouter, BackgroundTasks, Request
from fastapi.responses import Response
from sqlmodel import Session

from app.access.current import CurrentViewer, require
from app.access.find import batch_to_edit, job_to_follow
from app.access.rules import why_not_import
from app.core.clock import Now, Today
from app.core.db import Db, transaction
from app.core.errors import AppError, Conflict, Invalid
from app.core.forms import Typed, TypedForm
from app.core.render import go, is_fragment, render
from app.importing.edits import (
    create_all_names,
    require_draft,
    save_head,
    save_task,
    set_cycle_where_none,
    set_many,
    settle,
    settle_name,
)
from app.importing.forms import BulkForm, HeadForm, NameForm, PublishForm, TaskForm
from app.importing.jobs import dismiss, read_waiting, send_in
from app.importing.models import ImportBatch, JobStatus, ReadingJob
from app.importing.pages import Clash, Imports, Publish, Reading, Upload
from app.importing.publish import publish
from app.importing.queries import (
    CYCLES,
    LABELS,
    Shown,
    draft_in,
    figures,
    gates_of,
    head_values,
    import_lines,
    job_line,
    job_lines,
    review,
    source_name,
    task_values,
)
from app.importing.reading import LIMIT, refuse_size
from app.importing.service import undo
from app.importing.sides import sides_of
from app.tasks.kinds import ReportCycle

router = APIRouter(prefix="/imports")
PATIENCE = 1.5


@router.get("", name="imports")
def imports(request: Request, db: Db, viewer: CurrentViewer) -> Response:
    require(why_not_import(viewer))
    return render(request, Imports(import_lines(db), job_lines(db)))


@router.get("/new", name="import_upload")
def upload_page(request: Request, viewer: CurrentViewer) -> Response:
    require(why_not_import(viewer))
    return render(request, Upload("", ""))


@router.post("", name="import_file")
def upload(
    request: Request, db: Db, viewer: CurrentViewer, now: Now, typed: TypedForm, after: BackgroundTasks
) -> Response:
    """Only stored here; another process reads it, and the next page waits for that one."""
    require(why_not_import(viewer))
    try:
        data, name = sent_document(typed)
        refuse_size(data, name)
    except AppError as refused:
        return render(request, Upload(refused.message, typed.get("paste", "")), status=422)
    job = send_in(db, data, name, viewer, now)
    after.add_task(read_waiting, request.app.state.engine)
    return go(request, f"/imports/jobs/{job.id}?first=1")


@router.get("/jobs/{job_id}", name="import_job")
def job_page(
    request: Request, viewer: CurrentViewer, job_id: int, after: BackgroundTasks, first: bool = False
) -> Response:
    """A small file is read before this answers, so its drafts open at once. A lost reader is replaced after it."""
    job = awaited(request, viewer, job_id, PATIENCE if first else 0)
    if job.status is JobStatus.DONE:
        return go(request, f"/imports/{job.batch_id}")
    if job.status is JobStatus.FAILED:
        return render(request, Upload(job.words, "", job.id))
    after.add_task(read_waiting, request.app.state.engine)
    return render(request, Reading(job_line(job)))


@router.post("/jobs/{job_id}/dismissal", name="import_job_dismiss")
def dismiss_job(request: Request, db: Db, viewer: CurrentViewer, job_id: int) -> Response:
    dismiss(db, job_to_follow(db, viewer, job_id))
    return go(request, "/imports", "已从列表中去掉")


def awaited(request: Request, viewer: CurrentViewer, job_id: int, seconds: float) -> ReadingJob:
    """Looks in transactions of their own: the request's would not see what is written meanwhile."""
    end = time.monotonic() + seconds
    while True:
        with transaction(request.app.state.engine, write=False) as fresh:
            job = job_to_follow(fresh, viewer, job_id)
        if job.status in (JobStatus.DONE, JobStatus.FAILED) or time.monotonic() > end:
            return job
        time.sleep(0.05)


def sent_document(typed: Typed) -> tuple[bytes, str]:
    """The file, or the pasted words as a text file. One byte over the limit is read, so that the reader refuses."""
    if typed.files:
        with typed.files[0].file as sent:
            return sent.read(LIMIT + 1), (typed.files[0].filename or "文件")[-200:]
    if typed.get("paste", "").strip():
        return typed["paste"].encode(), "粘贴的文字.txt"
    raise Invalid("没有选择文件。请选择文件，或粘贴文字。")


@router.get("/{batch_id}", name="import_review")
def review_page(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, batch_id: int,
    doubt: bool = False, task: int | None = None, head: bool = False, set: bool = False,
) -> Response:  # fmt: skip
    batch = batch_to_edit(db, viewer, batch_id, lock=False)
    shown = Shown(doubtful_only=doubt, task=task, head_open=head, bulk_open=set)
    return render(request, review(db, batch, today, shown))


@router.post("/{batch_id}/tasks/{draft_id}", name="import_task")
def change_task(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, batch_id: int, draft_id: int, typed: TypedForm
) -> Response:
    batch = editable(db, viewer, batch_id)
    draft = draft_in(db, batch, draft_id)
    form, errors = TaskForm.parse(typed)
    if form is None:
        kept = {**task_values(draft), **typed}
        return render(request, review(db, batch, today, Shown(task=draft_id, typed=kept, errors=errors)), status=422)
    if form.version != draft.version:
        stored = task_values(draft)
        return clash(request, db, batch, f"/imports/{batch.id}/tasks/{draft.id}", stored["name"], stored, typed)
    save_task(db, viewer, draft, form)
    return back(request, db, batch, today, f"{task_values(draft)['name']}已保存", f"#t{draft.id}")


@router.post("/{batch_id}/tasks/{draft_id}/settle", name="import_settle")
def settle_task(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, batch_id: int, draft_id: int
) -> Response:
    batch = editable(db, viewer, batch_id)
    draft = draft_in(db, batch, draft_id)
    settle(db, viewer, draft)
    return back(request, db, batch, today, f"{task_values(draft)['name']}已核对", f"#t{draft.id}")


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
        return render(request, review(db, batch, today, Shown(bulk_error=fault)), status=422)
    count = set_many(db, viewer, batch, ids, form)
    return back(request, db, batch, today, f"已设定{count}项，注明“办公室设定”", "")


@router.post("/{batch_id}/head", name="import_head")
def change_head(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, batch_id: int, typed: TypedForm
) -> Response:
    batch = editable(db, viewer, batch_id)
    form, errors = HeadForm.parse(typed)
    if form is None:
        kept = {**head_values(batch), **typed}
        return render(request, review(db, batch, today, Shown(head_typed=kept, head_errors=errors)), status=422)
    if form.version != batch.version:
        return clash(request, db, batch, f"/imports/{batch.id}/head", "文件信息", head_values(batch), typed)
    save_head(db, viewer, batch, form)
    return back(request, db, batch, today, "文件信息已保存", "")


@router.post("/{batch_id}/names", name="import_names")
def change_name(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, batch_id: int, typed: TypedForm
) -> Response:
    """A name nobody knows: a new department or another name of one, for all its places at once."""
    batch = editable(db, viewer, batch_id)
    if typed.get("to") == "all":
        return back(request, db, batch, today, f"已新建{create_all_names(db, viewer, batch)}个部门", "")
    form, _ = NameForm.parse(typed)
    if form is None:
        raise Invalid("没有选择处理方式，没有保存。请选择新建部门或归入已有部门。")
    settle_name(db, viewer, batch, form.name, form.to)
    return back(request, db, batch, today, f"“{form.name}”已处理", "")


@router.get("/{batch_id}/publish", name="import_check")
def publish_page(request: Request, db: Db, viewer: CurrentViewer, today: Today, batch_id: int) -> Response:
    batch = batch_to_edit(db, viewer, batch_id, lock=False)
    require_draft(batch)
    drafts, gates = gates_of(db, batch, today)
    counted = figures(drafts)
    page = Publish(
        batch_id=batch.id,
        version=batch.version,
        source_name=source_name(db, batch),
        title=batch.title,
        summary="、".join(f"{n}{word}" for n, word in counted),
        must=tuple(gates.must),
        should=tuple(gates.should),
        passed=tuple(gates.passed),
        cycles=CYCLES[1:],
        task_count=len(drafts),
        department_count=counted[1][0],
        uncycled=sum(d.report_cycle is ReportCycle.NONE for d in drafts),
    )
    return render(request, page)


@router.post("/{batch_id}/publish", name="import_publish")
def publish_now(
    request: Request, db: Db, viewer: CurrentViewer, now: Now, today: Today, batch_id: int, typed: TypedForm
) -> Response:
    batch = editable(db, viewer, batch_id)
    form, _ = PublishForm.parse(typed)
    if form is None or form.version != batch.version:
        raise Conflict("文件信息刚被别人改过，没有发布。请重新打开发布检查，核对后再发布。")
    if form.cycle is not None:
        set_cycle_where_none(db, batch, form.cycle)
    ledger = publish(db, batch, by=viewer.name, actor_id=viewer.id, now=now, today=today, create_unknown=False)
    return go(request, f"/ledgers/{ledger.id}", "台账已发布并交办")


@router.post("/{batch_id}/undo", name="import_undo")
def undo_import(request: Request, db: Db, viewer: CurrentViewer, batch_id: int) -> Response:
    batch = batch_to_edit(db, viewer, batch_id)
    undo(db, batch, by=viewer.name, actor_id=viewer.id)
    return go(request, "/imports", "导入已撤销")


def editable(db: Session, viewer: CurrentViewer, batch_id: int) -> ImportBatch:
    batch = batch_to_edit(db, viewer, batch_id)
    require_draft(batch)
    return batch


def back(request: Request, db: Session, batch: ImportBatch, today: Today, said: str, place: str) -> Response:
    """To the review page; to htmx the page's part as it is now (a redirect to an anchor would not reload)."""
    if is_fragment(request):
        return render(request, review(db, batch, today, Shown(said=said)))
    return go(request, f"/imports/{batch.id}{place}", said)


def clash(
    request: Request, db: Session, batch: ImportBatch, action: str, what: str, stored: dict[str, str], typed: Typed
) -> Response:
    """Somebody saved in between: both sides, nothing overwritten."""
    page = Clash(
        batch_id=batch.id,
        source_name=source_name(db, batch),
        action=action,
        what=what,
        version=int(stored["version"]),
        sides=sides_of(stored, typed),
    )
    return render(request, page, status=409)
