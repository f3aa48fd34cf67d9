"""Doors of 退办: the application of a department, the decision of the office."""

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlmodel import Session

from app.access.current import CurrentViewer, require
from app.access.find import FoundTask, task_to_refuse
from app.access.requests import refusal_to_see
from app.access.rules import why_not_decide_refusal
from app.core.doors import Db, Now
from app.core.errors import Conflict
from app.core.filters import moment
from app.core.forms import Errors, Typed, TypedForm
from app.core.pages import Stale
from app.core.render import go, render
from app.people.models import Department, User
from app.people.scope import Viewer
from app.progress.models import Decision, Refusal
from app.requests.forms import RefusalDecisionForm, RefusalForm
from app.requests.pages import AskRefusal, OneRefusal, Outcome
from app.requests.refusing import SAME_PERSON, keep, others, part_of_department, reassign, refuse, why_not_ask
from app.tasks.kinds import Part
from app.tasks.models import Responsibility

router = APIRouter()
LABELS = {"reason": "理由", "proposed": "建议改由", "to": "改派给", "remark": "理由"}
PARTS = {Part.LEAD: "牵头", Part.SUPPORT: "配合"}


@router.get("/tasks/{task_id}/refusals/new", name="new_refusal")
def new_refusal(request: Request, db: Db, viewer: CurrentViewer, task_id: int) -> Response:
    found = task_to_refuse(db, viewer, task_id)
    if why := why_not_ask(db, part_of_department(db, task_id, viewer.department_id)):
        raise Conflict(why)
    return render(request, ask_page(db, viewer, found, Typed(), {}))


@router.post("/tasks/{task_id}/refusals/new", name="refuse_task")
def ask_refusal(request: Request, db: Db, viewer: CurrentViewer, now: Now, task_id: int, typed: TypedForm) -> Response:
    found = task_to_refuse(db, viewer, task_id)
    part = part_of_department(db, task_id, viewer.department_id)
    if why := why_not_ask(db, part):
        page = Stale(why, "理由", typed.get("reason", ""), f"/tasks/{task_id}", "查看任务")
        return render(request, page, status=409)
    form, errors = RefusalForm.parse(typed)
    if form is not None and form.proposed is not None and form.proposed not in dict(others(db, found.task, part)):
        errors["proposed"] = "请从列出的部门中选择"
    if form is None or errors:
        return render(request, ask_page(db, viewer, found, typed, errors), status=422)
    number = found.facts.number
    refuse(db, found.task, number, part, reason=form.reason, proposed_id=form.proposed, by=viewer, now=now)
    return go(request, f"/tasks/{task_id}", f"第{number}项已申请退办，等办公室决定")


@router.get("/refusals/{refusal_id}", name="refusal")
def refusal(request: Request, db: Db, viewer: CurrentViewer, refusal_id: int) -> Response:
    asked, found = refusal_to_see(db, viewer, refusal_id)
    return render(request, decide_page(db, viewer, found, asked, Typed(), {}))


@router.post("/refusals/{refusal_id}", name="decide_refusal")
def decide_refusal(
    request: Request, db: Db, viewer: CurrentViewer, now: Now, refusal_id: int, typed: TypedForm
) -> Response:
    asked, found = refusal_to_see(db, viewer, refusal_id, lock=True)
    require(why_not_decide_refusal(viewer, found.facts))
    task, number = found.task, found.facts.number
    form, errors = RefusalDecisionForm.parse(typed)
    if asked.decision is not None or (form is not None and form.version != asked.version):
        words = f"第{number}项的退办申请已经有人决定，没有重复办理。"
        page = Stale(words, "理由", typed.get("remark", ""), f"/refusals/{asked.id}", "查看决定")
        return render(request, page, status=409)
    if form is not None:
        errors |= faults(db, found, asked, form)
    if form is None or errors:
        return render(request, decide_page(db, viewer, found, asked, typed, errors), status=422)
    if form.decision is Decision.RETURNED:
        keep(db, task, number, asked, remark=form.remark, by=viewer, now=now)
        return go(request, "/review", f"已不同意第{number}项退办，仍由原部门办理")
    reassign(db, task, number, asked, to_id=form.to, remark=form.remark, by=viewer, now=now)
    return go(request, "/review", f"第{number}项已{'改派' if form.to else '同意退办'}")


def faults(db: Session, found: FoundTask, asked: Refusal, form: RefusalDecisionForm) -> Errors:
    if form.decision is Decision.RETURNED:
        return {} if form.remark else {"remark": "不同意时请写明理由"}
    part = db.get_one(Responsibility, asked.responsibility_id)
    if form.to is None:
        return {"to": "牵头部门退办要改派给别的部门"} if part.part is Part.LEAD else {}
    return {} if form.to in dict(others(db, found.task, part)) else {"to": "请从列出的部门中选择"}


def ask_page(db: Session, viewer: Viewer, found: FoundTask, typed: Typed, errors: Errors) -> AskRefusal:
    part = part_of_department(db, found.task.id, viewer.department_id)
    return AskRefusal(
        task_id=found.task.id,
        number=found.facts.number,
        target=found.task.target,
        part=PARTS[part.part],
        departments=tuple(others(db, found.task, part)),
        version=found.task.version,
        proposed=typed.get("proposed", ""),
        reason=typed.get("reason", ""),
        errors=errors,
        labels=LABELS,
    )


def decide_page(
    db: Session, viewer: Viewer, found: FoundTask, asked: Refusal, typed: Typed, errors: Errors
) -> OneRefusal:
    part = db.get_one(Responsibility, asked.responsibility_id)
    why = why_not_decide_refusal(viewer, found.facts) or (SAME_PERSON if asked.asked_by_id == viewer.id else "")
    return OneRefusal(
        id=asked.id,
        task_id=found.task.id,
        number=found.facts.number,
        target=found.task.target,
        department=db.get_one(Department, part.department_id).name,
        part=PARTS[part.part],
        asker=db.get_one(User, asked.asked_by_id).name,
        asked_at=asked.asked_at,
        reason=asked.reason,
        proposed=db.get_one(Department, asked.proposed_id).name if asked.proposed_id else "",
        outcome=outcome_of(db, asked),
        why_not=why,
        must_reassign=part.part is Part.LEAD,
        departments=tuple(others(db, found.task, part)),
        to=typed.get("to", str(asked.proposed_id or "")),
        remark=typed.get("remark", ""),
        opened="remark" if "remark" in errors else "",
        version=asked.version,
        errors=errors,
        labels=LABELS,
    )


def outcome_of(db: Session, asked: Refusal) -> Outcome | None:
    if asked.decision is None or asked.decided_by_id is None:
        return None
    given = db.get_one(Department, asked.given_to_id).name if asked.given_to_id else ""
    agreed = f"同意退办，改派{given}" if given else "同意退办"
    word, tone = (agreed, "g") if asked.decision is Decision.ACCEPTED else ("不同意退办", "r")
    return Outcome(word, tone, db.get_one(User, asked.decided_by_id).name, moment(asked.decided_at), asked.remark)
