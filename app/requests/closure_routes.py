"""Doors of 销号: the lead asks, the office checks, and where the ledger says so a leader consents."""

from collections.abc import Callable
from datetime import date, datetime

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlmodel import Session

from app.access.current import CurrentViewer
from app.access.find import FoundTask, task_to_request_closure
from app.access.requests import closure_to_consent, closure_to_see
from app.access.slots import closure_to_decide
from app.boards.history import instructions
from app.core.doors import Db, Now, Today
from app.core.errors import Conflict
from app.core.forms import TypedForm
from app.core.pages import Stale
from app.core.render import go, render
from app.ledgers.models import Ledger
from app.people.scope import Viewer
from app.progress import attachments
from app.progress.closing import close, refuse_closure, request_closure
from app.progress.models import ClosureRequest, Decision
from app.progress.rules import accept_faults, return_faults
from app.progress.sending import read_files
from app.requests.closure_desk import ask_page, close_page, instructions_owed
from app.requests.consenting import forward, tell_asker
from app.requests.forms import ClosureDecisionForm, ClosureRequestForm

router = APIRouter()
Finder = Callable[[Session, Viewer, int], tuple[FoundTask, ClosureRequest]]


@router.get("/tasks/{task_id}/closure-request", name="closure_request")
def closure_request(request: Request, db: Db, viewer: CurrentViewer, today: Today, task_id: int) -> Response:
    found = task_to_request_closure(db, viewer, task_id)
    return render(request, ask_page(db, found.task, today))


@router.post("/tasks/{task_id}/closure-request", name="request_closure")
def ask_closure(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, now: Now, task_id: int, typed: TypedForm
) -> Response:
    found = task_to_request_closure(db, viewer, task_id)
    form, errors = ClosureRequestForm.parse(typed)
    files, faults = read_files(typed)
    errors |= faults
    if form is None or errors:
        page = ask_page(db, found.task, today, statement=typed.get("statement", ""), errors=errors)
        return render(request, page, status=422)
    if form.version != found.task.version:
        words = "这项任务刚有变化，没有提交申请。请重新打开，核对后再提交。"
        page_409 = Stale(words, "完成情况", form.statement, f"/tasks/{task_id}/closure-request", "重新打开")
        return render(request, page_409, status=409)
    made = request_closure(db, found.task, form.statement, by=viewer, now=now)
    folder = request.app.state.settings.data
    for name, content in files:
        attachments.add(db, folder, name, content, request_id=made.id, by=viewer, now=now)
    return go(request, f"/tasks/{task_id}", f"第{found.facts.number}项已申请销号")


@router.get("/tasks/{task_id}/closure", name="closure")
def closure(request: Request, db: Db, viewer: CurrentViewer, today: Today, task_id: int) -> Response:
    """The office checks; a leader consents, or sees how far it is."""
    found, asked = closure_to_see(db, viewer, task_id)
    return render(request, close_page(db, viewer, found.task, asked, today, needs_leader=rule_of(db, found)))


@router.post("/tasks/{task_id}/closure", name="decide_closure")
def decide_closure(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, now: Now, task_id: int, typed: TypedForm
) -> Response:
    return decided(request, db, viewer, today, now, task_id, typed, closure_to_decide)


@router.post("/tasks/{task_id}/closure-consent", name="consent_to_closure")
def consent(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, now: Now, task_id: int, typed: TypedForm
) -> Response:
    return decided(request, db, viewer, today, now, task_id, typed, closure_to_consent)


def decided(
    request: Request,
    db: Session,
    viewer: Viewer,
    today: date,
    now: datetime,
    task_id: int,
    typed: TypedForm,
    find: Finder,
) -> Response:
    """By the office or by a leader: the same form, the same ways for it to come too late."""
    try:
        found, asked = find(db, viewer, task_id)
    except Conflict as late:
        page = Stale(late.message, "意见", typed.get("remark", ""), f"/tasks/{task_id}", "查看任务")
        return render(request, page, status=409)
    rule = rule_of(db, found)
    form, errors = ClosureDecisionForm.parse(typed)
    if form is not None and (form.version, form.request_id) != (asked.version, asked.id):
        trouble = "这份申请刚有变化，没有办理。请核对最新内容后再办。"
        page_409 = close_page(db, viewer, found.task, asked, today, needs_leader=rule, typed=typed, trouble=trouble)
        return render(request, page_409, status=409)
    if form is not None:
        owed = 0 if asked.checked_at else instructions_owed(instructions(db, task_id))
        errors |= return_faults(form.decision, form.remark, form.redo_on, today)
        errors |= accept_faults(form.decision, form.remark, owed)
    if form is None or errors:
        page_422 = close_page(db, viewer, found.task, asked, today, needs_leader=rule, typed=typed, errors=errors)
        return render(request, page_422, status=422)
    number, home = found.facts.number, "/review" if viewer.is_office else "/board"
    if form.decision is Decision.RETURNED:
        refuse_closure(db, asked, remark=form.remark, redo_on=form.redo_on, by=viewer, now=now)
        tell_asker(db, asked, f"{viewer.name}不予第{number}项销号：{asked.remark}", now)
        return go(request, home, f"第{number}项销号申请已退回")
    if rule and viewer.is_office:
        forward(db, found.task, number, asked, remark=form.remark, by=viewer, now=now)
        return go(request, home, f"第{number}项已核验，报领导同意")
    close(db, found.task, asked, by=viewer, today=today, now=now, note=form.remark)
    tell_asker(db, asked, f"{viewer.name}同意第{number}项销号。", now)
    return go(request, f"/tasks/{task_id}", f"第{number}项已销号")


def rule_of(db: Session, found: FoundTask) -> bool:
    return db.get_one(Ledger, found.task.ledger_id).closure_needs_leader
