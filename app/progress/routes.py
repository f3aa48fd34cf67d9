"""Doors of the room."""

from collections.abc import Mapping
from datetime import datetime
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlmodel import Session

from app.access.current import CurrentViewer, require
from app.access.find import attachment_to_read, report_to_review, task_to_report
from app.access.rules import why_not_review, why_not_todo
from app.access.slots import (
    FoundSlot,
    attachment_to_remove,
    report_to_withdraw,
    responsibility_to_report,
    review_to_withdraw,
    slot_to_report,
)
from app.core import errors as told
from app.core import storage
from app.core.doors import Db, Now, Today
from app.core.filters import moment
from app.core.forms import Typed, TypedForm
from app.core.pages import Stale
from app.core.render import go, is_fragment, render
from app.people.kinds import Role
from app.people.scope import Viewer
from app.progress import attachments, measuring, queries
from app.progress.desk import decided, review_page
from app.progress.forms import DecisionForm, DraftForm, ReportForm
from app.progress.models import Decision, ProgressReport, ReportStatus
from app.progress.pages import Proofs, Saved
from app.progress.rules import return_faults
from app.progress.sending import (
    FIELDS,
    Files,
    conflict_page,
    fields_of,
    new_page,
    own_version,
    read_files,
    stale,
    target_slot,
    unchanged,
    write_draft,
)
from app.progress.service import accept_report, return_report, submit_report
from app.progress.todo import Typed as Back
from app.progress.todo import proofs, todo_page
from app.progress.withdrawing import withdraw_report, withdraw_review
from app.tasks.models import Responsibility

router = APIRouter()
CHANGED = "这份进展刚被别人改过，没有覆盖。请打开最新内容后再填。"
NO_BYTES = "这份材料的文件不在存储中。请联系系统管理员从备份恢复。"


@router.get("/todo", name="todo")
def todo(request: Request, db: Db, viewer: CurrentViewer, today: Today, open: int | None = None) -> Response:
    require(why_not_todo(viewer))
    return render(request, todo_page(db, viewer, today, open_id=open, focus=is_fragment(request) and bool(open)))


@router.post("/todo/{slot_id}", name="submit_report")
def submit(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, now: Now, slot_id: int, typed: TypedForm
) -> Response:
    at = slot_to_report(db, viewer, slot_id)
    if stale(typed, at.slot.version):
        return render(request, conflict_page(db, at.slot, typed), status=409)
    values = dict(typed)
    if "no_change" in typed:
        values |= unchanged(db, at.responsibility, typed)
    form, errors = ReportForm.parse(values)
    readings, wrong = measuring.read(typed, measuring.indicators_of(db, at.found.task.id))
    files, faults = read_files(typed)
    errors |= wrong | faults
    if form is None or errors:
        page = todo_page(db, viewer, today, open_id=slot_id, typed=Back(slot_id, fields_of(typed), errors))
        return render(request, page, status=422)
    report = submit_report(
        db,
        at.found.task,
        at.responsibility,
        at.slot,
        percent=form.percent,
        summary=form.summary,
        problems=form.problems,
        next_steps=form.next_steps,
        no_change="no_change" in typed,
        by=viewer,
        now=now,
        readings=readings,
    )
    keep(request, db, files, viewer, now, report_id=report.id)
    word = sent_word(viewer)
    done = f"第{at.found.facts.number}项{at.slot.period_word}进展{word}"
    undo = undo_of(report)
    if is_fragment(request):
        return render(request, todo_page(db, viewer, today, done=done, undo=undo, focus=True))
    return go(request, "/todo", done, undo=undo)


@router.post("/todo/{slot_id}/draft", name="save_draft")
def draft(request: Request, db: Db, viewer: CurrentViewer, now: Now, slot_id: int, typed: TypedForm) -> Response:
    """Autosave, 存草稿, and files as they are chosen."""
    at = slot_to_report(db, viewer, slot_id)
    if stale(typed, at.slot.version):
        return draft_conflict(request, db, at, typed)
    form, errors = DraftForm.parse(typed)
    files, faults = read_files(typed)
    report = queries.report_of_slot(db, at.slot)
    if form is not None:
        report = write_draft(db, at.found.task, at.responsibility, at.slot, form, typed, viewer, now)
        keep(request, db, files, viewer, now, report_id=report.id)
    errors |= faults
    words = f"草稿已保存 {moment(now)}" if form is not None else "草稿没有保存：文字太长，请缩短"
    if form is not None and form.percent is None and typed.get("percent", "").strip():
        words += "；完成进度没有保存，请填0至100之间的整数"
    words += unread_words(db, at.found.task.id, typed)
    words += "".join(f"；{fault}" for fault in faults.values())
    if not is_fragment(request):
        return go(request, f"/todo?open={slot_id}", words)
    own = proofs(attachments.of_report(db, report.id if report else None), removable=True)
    page = Saved(words, at.slot.version, own, f"/todo/{slot_id}/draft", bool(typed.files), errors)
    return render(request, page)


@router.post("/todo/{slot_id}/merge", name="merge_report")
def merge(request: Request, db: Db, viewer: CurrentViewer, now: Now, slot_id: int, typed: TypedForm) -> Response:
    """After a conflict: field by field theirs or mine, kept as a draft."""
    at = slot_to_report(db, viewer, slot_id)
    page = conflict_page(db, at.slot, typed)
    if stale(typed, at.slot.version):
        return render(request, page, status=409)
    if [s for s in page.sides if not s.same and not s.picked]:
        words = "有的项目还没有选。请逐项选择用哪一份，再按所选保存。"
        return render(request, conflict_page(db, at.slot, typed, words), status=422)
    picked = {s.name: s.theirs if s.picked == "theirs" else s.mine for s in page.sides}
    form, _ = DraftForm.parse(picked)
    unread = unread_words(db, at.found.task.id, picked)
    if form is None or form.percent is None or unread:
        words = f"没有保存：完成进度请填0至100之间的整数，文字不能太长{unread}。"
        return render(request, conflict_page(db, at.slot, typed, words), status=422)
    write_draft(db, at.found.task, at.responsibility, at.slot, form, picked, viewer, now)
    return go(request, f"/todo?open={slot_id}", "已按所选保存，请核对后报送")


@router.get("/attachments/{attachment_id}", name="attachment")
def attachment(request: Request, db: Db, viewer: CurrentViewer, attachment_id: int) -> Response:
    found = attachment_to_read(db, viewer, attachment_id)
    path = storage.path_of(request.app.state.settings.data, found.sha256)
    if not path.exists():
        raise told.NotFound(NO_BYTES)
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(found.name, safe='')}",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    return Response(path.read_bytes(), media_type=found.media_type, headers=headers)


@router.post("/attachments/{attachment_id}/removal", name="remove_attachment")
def remove_attachment(request: Request, db: Db, viewer: CurrentViewer, attachment_id: int) -> Response:
    found, report = attachment_to_remove(db, viewer, attachment_id)
    attachments.remove(db, found)
    assert report is not None  # proof of a request was refused above
    if is_fragment(request):
        save = f"/todo/{report.slot_id}/draft" if report.slot_id else ""
        return render(request, Proofs(proofs(attachments.of_report(db, report.id), removable=True), save))
    back = f"/todo?open={report.slot_id}" if report.slot_id else f"/tasks/{report.task_id}/reports/new"
    return go(request, back, f"已移除{found.name}")


@router.get("/tasks/{task_id}/reports/new", name="new_report")
def new_report(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, task_id: int, department: int | None = None
) -> Response:
    part = part_to_write(db, viewer, task_id, department)
    return render(request, new_page(db, viewer, part, today))


@router.post("/tasks/{task_id}/reports/new", name="send_new_report")
def send_new_report(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, now: Now, task_id: int, typed: TypedForm
) -> Response:
    found = task_to_report(db, viewer, task_id)
    chosen = int(typed["department"]) if typed.get("department", "").isdecimal() else None
    part = part_to_write(db, viewer, task_id, chosen)
    form, errors = ReportForm.parse(typed)
    indicators = measuring.indicators_of(db, task_id)
    readings, wrong = measuring.read(typed, indicators)
    files, faults = read_files(typed)
    errors |= wrong | faults
    if form is None or errors:
        page = new_page(db, viewer, part, today, Back(0, fields_of(typed), errors))
        return render(request, page, status=422)
    if stale(typed, own_version(db, part)):
        mine = "\n".join(
            f"{label}：{typed.get(name, '')}" for name, label in (FIELDS | measuring.labels(indicators)).items()
        )
        here = f"/tasks/{task_id}/reports/new?department={part.department_id}"
        return render(request, Stale(CHANGED, "你填的内容", mine, here, "打开最新内容"), status=409)
    slot = target_slot(db, viewer, part, today)
    report = submit_report(
        db,
        found.task,
        part,
        slot,
        percent=form.percent,
        summary=form.summary,
        problems=form.problems,
        next_steps=form.next_steps,
        no_change=False,
        by=viewer,
        now=now,
        on_behalf=viewer.is_office,
        readings=readings,
    )
    keep(request, db, files, viewer, now, report_id=report.id)
    word = sent_word(viewer)
    return go(request, f"/tasks/{task_id}", f"第{found.facts.number}项进展{word}", undo=undo_of(report))


@router.get("/review", name="review")
def review(request: Request, db: Db, viewer: CurrentViewer, today: Today, report: int | None = None) -> Response:
    require(why_not_review(viewer))
    return render(request, review_page(db, today, report_id=report))


@router.post("/reports/{report_id}/review", name="decide_report")
def decide_report(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, now: Now, report_id: int, typed: TypedForm
) -> Response:
    report, found = report_to_review(db, viewer, report_id)
    form, errors = DecisionForm.parse(typed)
    if report.status is not ReportStatus.SUBMITTED or (form is not None and form.version != report.version):
        return render(request, decided(db, report, typed, found.facts.number), status=409)
    errors |= return_faults(form.decision, form.remark, form.redo_on, today) if form is not None else {}
    if form is None or errors:
        return render(request, review_page(db, today, report_id=report_id, typed=typed, errors=errors), status=422)
    if form.decision is Decision.ACCEPTED:
        made = accept_report(db, report, by=viewer, now=now, remark=form.remark)
    else:
        made = return_report(db, report, remark=form.remark, redo_on=form.redo_on, by=viewer, now=now)
    word = "已通过" if form.decision is Decision.ACCEPTED else "已退回"
    undo = f"/reviews/{made.id}/withdrawal"
    page = review_page(db, today, done=f"第{found.facts.number}项{word}", undo=undo)
    return render(request, page) if is_fragment(request) else go(request, "/review", page.done, undo=undo)


@router.post("/reports/{report_id}/withdrawal", name="withdraw_report")
def take_back_report(request: Request, db: Db, viewer: CurrentViewer, report_id: int) -> Response:
    report, found = report_to_withdraw(db, viewer, report_id)
    withdraw_report(db, found.task, report, by=viewer)
    words = f"已撤回第{found.facts.number}项的进展，内容都在草稿里"
    if viewer.is_office:
        part = db.get_one(Responsibility, report.responsibility_id)
        return go(request, f"/tasks/{report.task_id}/reports/new?department={part.department_id}", words)
    return go(
        request, f"/todo?open={report.slot_id}" if report.slot_id else f"/tasks/{report.task_id}/reports/new", words
    )


@router.post("/reviews/{review_id}/withdrawal", name="withdraw_review")
def take_back_review(request: Request, db: Db, viewer: CurrentViewer, today: Today, review_id: int) -> Response:
    review, report, found = review_to_withdraw(db, viewer, review_id)
    withdraw_review(db, found.task, report, review, by=viewer, today=today)
    return go(request, f"/review?report={report.id}", f"已撤回第{found.facts.number}项的审核结论")


def part_to_write(db: Session, viewer: Viewer, task_id: int, department_id: int | None) -> Responsibility:
    """The office writes for the lead unless it chose another department."""
    task_to_report(db, viewer, task_id)
    parts = queries.parts_of(db, task_id)
    first = parts[0][0] if parts else None
    return responsibility_to_report(db, viewer, task_id, department_id or first)


def keep(
    request: Request,
    db: Session,
    files: Files,
    viewer: Viewer,
    now: datetime,
    *,
    report_id: int | None = None,
    request_id: int | None = None,
) -> None:
    for name, content in files:
        attachments.add(
            db,
            request.app.state.settings.data,
            name,
            content,
            report_id=report_id,
            request_id=request_id,
            by=viewer,
            now=now,
        )


def unread_words(db: Session, task_id: int, typed: Mapping[str, str]) -> str:
    """Which values of a draft could not be kept; empty when all were."""
    indicators = measuring.indicators_of(db, task_id)
    _, wrong = measuring.read(typed, indicators)
    return "".join(f"；“{i.words}”没有保存，{fault}" for i in indicators if (fault := wrong.get(measuring.name_of(i))))


def undo_of(report: ProgressReport) -> str:
    """A liaison's report lies with the head and is still being written."""
    return f"/reports/{report.id}/withdrawal" if report.status is ReportStatus.SUBMITTED else ""


def sent_word(viewer: Viewer) -> str:
    return "已送部门负责人" if viewer.role is Role.LIAISON else "已报送"


def draft_conflict(request: Request, db: Session, at: FoundSlot, typed: Typed) -> Response:
    """The autosave only warns; the two sides are shown when the person saves."""
    page = conflict_page(db, at.slot, typed)
    if not is_fragment(request):
        return render(request, page, status=409)
    words = f"{page.who}{page.at}改了这份进展，你的草稿没有保存。点报送可对照两边"
    kept = int(typed["version"]) if typed.get("version", "").isdecimal() else 0
    return render(request, Saved(words, kept, (), "", False, {"version": words}), status=409)
