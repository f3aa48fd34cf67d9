"""Doors of the room: upload, the list, the last look, publish, undo. The review page has doors of its own."""

import time
from datetime import datetime

from fastapi import APIRouter, BackgroundTasks, Request
from fastapi.responses import Response
from sqlmodel import Session

from app.access.current import CurrentViewer, require
from app.access.find import article_to_read, batch_to_edit, job_to_follow
from app.access.rules import why_not_import
from app.core.db import transaction
from app.core.doors import Db, Now, Today
from app.core.errors import AppError, Conflict, Invalid
from app.core.forms import Errors, Typed, TypedForm, whole_number
from app.core.render import Page, go, render
from app.importing.checks import findings, mark_seen
from app.importing.desk.routes import router as desk
from app.importing.edits import require_draft, set_cycle_where_none
from app.importing.forms import PublishForm, SeenForm, UploadForm
from app.importing.jobs import PATIENCE, dismiss, may_send_again, read_waiting, send_again, send_in
from app.importing.models import BatchStatus, ImportBatch, JobStatus, ReadingJob
from app.importing.names import names_of
from app.importing.pages import Imports, Publish, Reading
from app.importing.publish import publish
from app.importing.purposes import job_of_article, job_of_batch, require_seen
from app.importing.queries import gates_of, import_lines, job_line, job_lines, said_of, source_name
from app.importing.readers import refuse_size
from app.importing.review import figures
from app.importing.sent import sent_document, something_sent
from app.importing.undoing import undo, undoing_page
from app.importing.uploads import otherwise_page, purpose_of, unread_page, upload_page
from app.importing.words import CYCLES
from app.people.scope import Viewer
from app.tasks.kinds import ReportCycle

router = APIRouter(prefix="/imports")


@router.get("", name="imports")
def imports(request: Request, db: Db, viewer: CurrentViewer) -> Response:
    require(why_not_import(viewer))
    lines, jobs = import_lines(db), job_lines(db)
    return render(request, Imports(said_of(lines, jobs), lines, jobs))


@router.get("/new", name="import_upload")
def new_upload(
    request: Request, db: Db, viewer: CurrentViewer, kind: str = "ledger", edition_of: int | None = None
) -> Response:
    """`kind`, `edition_of`: chosen by the page that led here."""
    require(why_not_import(viewer))
    chosen = {"kind": "edition" if edition_of else kind, "edition_of": str(edition_of or "")}
    return render(request, upload_page(db, chosen))


@router.post("", name="import_file")
def upload(
    request: Request, db: Db, viewer: CurrentViewer, now: Now, typed: TypedForm, after: BackgroundTasks
) -> Response:
    """Only stored here; another process reads it, and the next page waits for that one.

    A file that was sent as something else is taken again; a second one sent in its place replaces it.
    """
    require(why_not_import(viewer))
    form, errors = UploadForm.of(typed)
    before = sent_before(db, viewer, now, typed)
    if form is not None:
        purpose, errors = purpose_of(db, form)
    if form is None or errors:
        return render(request, asked_again(db, typed, errors, before), status=422)
    if before is not None and not something_sent(typed) and may_send_again(before):
        send_again(db, before, viewer, now, purpose)
        job = before
    else:
        try:
            data, name = sent_document(typed)
            refuse_size(data, name)
        except AppError as refused:
            return render(request, upload_page(db, typed, error=refused.message, job=before), status=422)
        job = send_in(db, data, name, viewer, now, purpose)
        if before is not None and before.status is JobStatus.FAILED:
            dismiss(db, before)
    after.add_task(read_waiting, request.app.state.engine)
    return go(request, f"/imports/jobs/{job.id}?first=1")


def sent_before(db: Session, viewer: Viewer, at: datetime, typed: Typed) -> ReadingJob | None:
    """The file that the form is about: it could not be read, or it was read as the wrong thing."""
    if "batch" in typed:
        batch = batch_to_edit(db, viewer, whole_number(typed["batch"]))
        job = job_of_batch(db, viewer, batch, at)
        require_seen(db, batch, typed.get("seen", ""))
    elif "article" in typed:
        job = job_of_article(db, viewer, article_to_read(db, viewer, whole_number(typed["article"])), at)
    else:
        return job_to_follow(db, viewer, whole_number(typed["job"])) if "job" in typed else None
    db.add(job)
    db.flush()  # its address is told
    return job


def asked_again(db: Session, typed: Typed, errors: Errors, job: ReadingJob | None) -> Page:
    if job is not None and "batch" in typed:
        return otherwise_page(db, job, db.get_one(ImportBatch, job.batch_id), typed, errors)
    return upload_page(db, typed, errors=errors, job=job)


@router.get("/{batch_id}/purpose", name="import_purpose")
def purpose_page(request: Request, db: Db, viewer: CurrentViewer, now: Now, batch_id: int) -> Response:
    """改选用途 of a file that was read to drafts, though it is a bulletin."""
    batch = batch_to_edit(db, viewer, batch_id, lock=False)
    return render(request, otherwise_page(db, job_of_batch(db, viewer, batch, now), batch, {}))


@router.get("/jobs/{job_id}", name="import_job")
def job_page(
    request: Request, viewer: CurrentViewer, job_id: int, after: BackgroundTasks, first: bool = False
) -> Response:
    """A small file is read before this answers, so its drafts open at once. A lost reader is replaced after it."""
    job = awaited(request, viewer, job_id, PATIENCE.total_seconds() if first else 0)
    if job.status is JobStatus.DONE:
        return go(request, place_of(job))
    if job.status is JobStatus.FAILED:
        with transaction(request.app.state.engine, write=False) as fresh:
            return render(request, unread_page(fresh, job_to_follow(fresh, viewer, job_id)))
    after.add_task(read_waiting, request.app.state.engine)
    return render(request, Reading(job_line(job)))


@router.post("/jobs/{job_id}/dismissal", name="import_job_dismiss")
def dismiss_job(request: Request, db: Db, viewer: CurrentViewer, job_id: int) -> Response:
    job = job_to_follow(db, viewer, job_id)
    if job.status is JobStatus.DONE:
        return go(request, place_of(job), "这个文件刚读完，没有取消")
    words = "已从列表中去掉" if job.status is JobStatus.FAILED else "已取消识别"
    if dismiss(db, job):
        return go(request, "/imports", words)
    return go(request, place_of(job), "没有改选用途，原来的内容没有变")


def place_of(job: ReadingJob) -> str:
    """Where a file that was read goes on."""
    if job.origin is not None:
        return f"/readings/{job.article_id}"
    return f"/imports/{job.batch_id}" + ("/edition" if job.is_edition else "")


def awaited(request: Request, viewer: CurrentViewer, job_id: int, seconds: float) -> ReadingJob:
    """Looks in transactions of their own: the request's would not see what is written meanwhile."""
    end = time.monotonic() + seconds
    while True:
        with transaction(request.app.state.engine, write=False) as fresh:
            job = job_to_follow(fresh, viewer, job_id)
        if job.status in (JobStatus.DONE, JobStatus.FAILED) or time.monotonic() > end:
            return job
        time.sleep(0.05)


@router.get("/{batch_id}/publish", name="import_check")
def publish_page(request: Request, db: Db, viewer: CurrentViewer, today: Today, batch_id: int) -> Response:
    batch = batch_to_edit(db, viewer, batch_id, lock=False)
    require_draft(batch)
    if batch.edition_of is not None:
        return go(request, f"/imports/{batch.id}/edition")
    drafts, gates = gates_of(db, batch, today)
    found, passed = findings(db, viewer, batch, drafts, gates, names_of(db, batch), today)
    counted = figures(drafts)
    page = Publish(
        batch_id=batch.id,
        version=batch.version,
        source_name=source_name(db, batch),
        title=batch.title,
        summary="、".join(f"{n}{word}" for n, word in counted if n),
        must=tuple(gates.must),
        should=tuple(f for f in found if not f.seen_by),
        seen=tuple(f for f in found if f.seen_by),
        passed=tuple(passed),
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
    batch = batch_to_edit(db, viewer, batch_id)
    require_draft(batch)
    form, _ = PublishForm.parse(typed)
    if form is None or form.version != batch.version:
        raise Conflict("文件信息刚被别人改过，没有发布。请重新打开发布检查，核对后再发布。")
    if form.cycle is not None:
        set_cycle_where_none(db, batch, form.cycle)
    hand_out = form.how == "issue"
    ledger = publish(
        db, batch, by=viewer.name, actor_id=viewer.id, now=now, today=today, create_unknown=False, hand_out=hand_out,
        needs_receipt=form.needs_receipt,
    )  # fmt: skip
    ledger.closure_needs_leader = form.closure_needs_leader
    words = "台账已发布并交办" if hand_out else "台账已发布，还没有交办"
    return go(request, f"/ledgers/{ledger.id}", words, undo=f"/imports/{batch.id}/undo")


@router.post("/{batch_id}/checks", name="import_check_seen")
def see_finding(request: Request, db: Db, viewer: CurrentViewer, batch_id: int, typed: TypedForm) -> Response:
    """已看过: the warning stands aside, with the name of who looked."""
    batch = batch_to_edit(db, viewer, batch_id)
    require_draft(batch)
    form, _ = SeenForm.parse(typed)
    if form is None:
        raise Invalid("没有说明是哪一条提示，没有保存。请返回发布检查页面再点。")
    mark_seen(batch, form.key, viewer.name, again=form.again)
    return go(request, f"/imports/{batch.id}/publish")


@router.get("/{batch_id}/undo", name="import_undo_page")
def undo_page(request: Request, db: Db, viewer: CurrentViewer, batch_id: int) -> Response:
    """What would go: a whole ledger is not taken back by one click in a list."""
    return render(request, undoing_page(db, batch_to_edit(db, viewer, batch_id, lock=False)))


@router.post("/{batch_id}/undo", name="import_undo")
def undo_import(request: Request, db: Db, viewer: CurrentViewer, batch_id: int) -> Response:
    batch = batch_to_edit(db, viewer, batch_id)
    was_draft = batch.status is BatchStatus.DRAFT
    undo(db, batch, by=viewer.name, actor_id=viewer.id)
    if batch.edition_id is not None:
        return go(request, f"/ledgers/{batch.edition_of}/editions", "新版已撤回，任务恢复原样")
    return go(request, "/imports", "草稿已放弃" if was_draft else "导入已撤销")


router.include_router(desk)
