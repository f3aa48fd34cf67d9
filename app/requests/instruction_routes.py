"""Doors of 批示."""

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlmodel import Session

from app.access.current import CurrentViewer
from app.access.find import FoundTask, task_to_instruct
from app.access.requests import instruction_to_withdraw
from app.core.doors import Db, Now, Today
from app.core.forms import Errors, Typed, TypedForm
from app.core.render import go, render
from app.people.scope import Viewer
from app.progress.models import Instruction
from app.requests.forms import InstructionForm, WithdrawalForm
from app.requests.instructing import instruct, leaders, readers, withdraw
from app.requests.pages import Instruct, WithdrawInstruction

router = APIRouter()
LABELS = {"leader": "哪位领导", "text": "批示内容", "reply_by": "回复期限"}


@router.get("/tasks/{task_id}/instructions/new", name="new_instruction")
def new_instruction(request: Request, db: Db, viewer: CurrentViewer, task_id: int) -> Response:
    return render(request, instruct_page(db, viewer, task_to_instruct(db, viewer, task_id), Typed(), {}))


@router.post("/tasks/{task_id}/instructions/new", name="instruct")
def write_instruction(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, now: Now, task_id: int, typed: TypedForm
) -> Response:
    found = task_to_instruct(db, viewer, task_id)
    form, errors = InstructionForm.parse(typed)
    if form is not None:
        errors |= faults(db, viewer, form, today)
    if form is None or errors:
        return render(request, instruct_page(db, viewer, found, typed, errors), status=422)
    leader_id = viewer.id if viewer.is_leader else form.leader
    instruct(
        db, found.task, found.facts.number, leader_id=leader_id, text=form.text, reply_by=form.reply_by, by=viewer,
        now=now,
    )  # fmt: skip
    return go(request, f"/tasks/{task_id}", f"已批示第{found.facts.number}项，责任部门会收到")


@router.get("/instructions/{instruction_id}/withdrawal", name="withdraw_instruction_page")
def withdrawal_page(request: Request, db: Db, viewer: CurrentViewer, instruction_id: int) -> Response:
    return render(request, withdrawing(db, *instruction_to_withdraw(db, viewer, instruction_id), "", {}))


@router.post("/instructions/{instruction_id}/withdrawal", name="withdraw_instruction")
def withdraw_instruction(
    request: Request, db: Db, viewer: CurrentViewer, now: Now, instruction_id: int, typed: TypedForm
) -> Response:
    one, leader, found = instruction_to_withdraw(db, viewer, instruction_id)
    form, errors = WithdrawalForm.parse(typed)
    if form is None:
        page = withdrawing(db, one, leader, found, typed.get("reason", ""), errors)
        return render(request, page, status=422)
    withdraw(db, one, leader, found.facts.number, reason=form.reason, by=viewer, now=now)
    return go(request, f"/tasks/{one.task_id}", f"已撤回{leader}的批示")


def withdrawing(
    db: Session, one: Instruction, leader: str, found: FoundTask, reason: str, errors: Errors
) -> WithdrawInstruction:
    return WithdrawInstruction(
        id=one.id,
        task_id=one.task_id,
        number=found.facts.number,
        leader=leader,
        text=one.text,
        told=readers(db, one),
        reason=reason,
        errors=errors,
        labels={"reason": "撤回原因"},
    )


def faults(db: Session, viewer: Viewer, form: InstructionForm, today: Today) -> Errors:
    found = {}
    if viewer.is_office and form.leader not in dict(leaders(db)):
        found["leader"] = "请选择批示的领导"
    if form.reply_by is not None and form.reply_by < today:
        found["reply_by"] = "这一天已经过去，请选择今天或以后的日期"
    return found


def instruct_page(db: Session, viewer: Viewer, found: FoundTask, typed: Typed, errors: Errors) -> Instruct:
    return Instruct(
        task_id=found.task.id,
        number=found.facts.number,
        target=found.task.target,
        leaders=tuple(leaders(db)) if viewer.is_office else (),
        leader=typed.get("leader", ""),
        text=typed.get("text", ""),
        reply_by=typed.get("reply_by", ""),
        errors=errors,
        labels=LABELS,
    )
