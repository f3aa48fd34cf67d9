"""Doors of 延期: the application of a department, the decision of the office or a leader."""

from datetime import date, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.access.current import CurrentViewer, require
from app.access.find import task_to_extend
from app.access.requests import extension_to_decide, extension_to_see
from app.core.doors import Db, Now, Today
from app.core.errors import Conflict
from app.core.forms import Errors, TypedForm
from app.core.pages import Stale
from app.core.render import go, render
from app.people.scope import Viewer
from app.progress.models import Decision, ExtensionRequest
from app.requests.extending import OFFICE_DAYS, grant, refuse, request_extension, why_not_ask
from app.requests.extension_desk import ask_page, day_in_words, decide_page, decided_meanwhile
from app.requests.forms import ExtensionDecisionForm, ExtensionForm, day_faults

router = APIRouter()


@router.get("/tasks/{task_id}/extensions/new", name="new_extension")
def new_extension(request: Request, db: Db, viewer: CurrentViewer, today: Today, task_id: int) -> Response:
    found = task_to_extend(db, viewer, task_id)
    if why := why_not_ask(db, found.task):
        raise Conflict(why)
    return render(request, ask_page(db, found.task, today))


@router.post("/tasks/{task_id}/extensions/new", name="request_extension")
def ask_extension(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, now: Now, task_id: int, typed: TypedForm
) -> Response:
    found = task_to_extend(db, viewer, task_id)
    task = found.task
    form, errors = ExtensionForm.parse(typed)
    if why := why_not_ask(db, task):
        page = Stale(why, "理由", typed.get("reason", ""), f"/tasks/{task_id}", "查看任务")
        return render(request, page, status=409)
    if form is not None and task.due_on is not None:
        errors |= day_faults(form.until, task.due_on, today)
    if form is None or errors:
        return render(request, ask_page(db, task, today, typed=typed, errors=errors), status=422)
    if form.version != task.version:
        words = "这项任务刚有变化，没有提交申请。请重新打开，核对后再提交。"
        page = Stale(words, "理由", form.reason, f"/tasks/{task_id}/extensions/new", "重新打开")
        return render(request, page, status=409)
    made = request_extension(
        db, task, found.facts.number, until=form.until, reason=form.reason, plan=form.plan, by=viewer, now=now
    )
    whom = "分管领导" if made.for_leader else "办公室"
    return go(request, f"/tasks/{task_id}", f"第{found.facts.number}项已申请延期，报{whom}决定")


@router.get("/extensions/{extension_id}", name="extension")
def extension(request: Request, db: Db, viewer: CurrentViewer, today: Today, extension_id: int) -> Response:
    asked, found = extension_to_see(db, viewer, extension_id)
    return render(request, decide_page(db, viewer, found.facts, asked, today))


@router.post("/extensions/{extension_id}", name="decide_extension")
def decide_extension(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, now: Now, extension_id: int, typed: TypedForm
) -> Response:
    asked, found, why = extension_to_decide(db, viewer, extension_id)
    number = found.facts.number
    form, errors = ExtensionDecisionForm.parse(typed)
    if asked.decision is not None or (form is not None and form.version != asked.version):
        return render(request, decided_meanwhile(db, asked, typed, number, today), status=409)
    require(why)
    until = (form.until if form else None) or asked.until
    if form is not None:
        errors |= decision_faults(form, asked, viewer, today)
    if form is None or errors:
        page = decide_page(db, viewer, found.facts, asked, today, typed=typed, errors=errors)
        return render(request, page, status=422)
    if form.decision is Decision.RETURNED:
        refuse(db, found.task, number, asked, remark=form.remark, by=viewer, now=now)
        words = f"已不同意第{number}项延期，仍按原时限"
    else:
        grant(db, found.task, number, asked, until=until, by=viewer, now=now)
        words = f"已同意第{number}项延至{day_in_words(until, today)}"
    return go(request, "/review" if viewer.is_office else "/board", words)


def decision_faults(form: ExtensionDecisionForm, asked: ExtensionRequest, viewer: Viewer, today: date) -> Errors:
    """The applicant's own day was looked at when he asked; another one is looked at now."""
    if form.decision is Decision.RETURNED:
        return {} if form.remark else {"remark": "不同意时请写明理由"}
    if form.until is None:
        return {}
    if viewer.is_office and form.until > asked.old_due_on + timedelta(days=OFFICE_DAYS):
        return {"until": f"超出办公室可批的{OFFICE_DAYS}天，请另选日期或请领导决定"}
    return day_faults(form.until, asked.old_due_on, today)
