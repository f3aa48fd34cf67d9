"""Doors of a later 交办: what will go to whom, the act, and its withdrawal."""

from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlmodel import Session

from app.access.current import CurrentViewer, require
from app.access.find import ledger_to_read
from app.access.rules import why_not_hand_out
from app.core.doors import Db, Now, Today
from app.core.forms import TypedForm
from app.core.pages import Stale
from app.core.render import go, render
from app.importing.issuing import hand_out, handed_out_later, recipients, take_back, waiting, why_not_take_back
from app.ledgers.models import Ledger
from app.progress.asking import sign_by
from app.requests.forms import HandOutForm
from app.requests.pages import HandOut
from app.tasks.kinds import TaskStatus
from app.workdays.calendar import installed

router = APIRouter(prefix="/ledgers/{ledger_id}/issue")
CHANGED = "这本台账刚被别人改过，没有交办。请核对最新的内容后再交办。"


@router.get("", name="hand_out_page")
def hand_out_page(request: Request, db: Db, viewer: CurrentViewer, today: Today, ledger_id: int) -> Response:
    require(why_not_hand_out(viewer))
    return render(request, page_of(db, ledger_to_read(db, viewer, ledger_id), today))


@router.post("", name="hand_out")
def hand_out_now(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, now: Now, ledger_id: int, typed: TypedForm
) -> Response:
    require(why_not_hand_out(viewer))
    ledger = ledger_to_read(db, viewer, ledger_id, lock=True)
    form, _ = HandOutForm.parse(typed)
    if form is None or form.version != ledger.version:
        page = Stale(CHANGED, "你要办的", "交办", f"/ledgers/{ledger_id}/issue", "重新打开")
        return render(request, page, status=409)
    count = hand_out(db, ledger, by=viewer, today=today, now=now)
    undo = f"/ledgers/{ledger_id}/issue/withdrawal"
    return go(request, f"/ledgers/{ledger_id}", f"已交办{count}项任务，部门会收到通知", undo=undo)


@router.post("/withdrawal", name="withdraw_hand_out")
def withdraw_hand_out(request: Request, db: Db, viewer: CurrentViewer, ledger_id: int) -> Response:
    require(why_not_hand_out(viewer))
    count = take_back(db, ledger_to_read(db, viewer, ledger_id, lock=True), by=viewer)
    return go(request, f"/ledgers/{ledger_id}", f"已撤回交办，{count}项任务等待交办")


def page_of(db: Session, ledger: Ledger, today: date) -> HandOut:
    tasks, is_working_day = waiting(db, ledger.id), installed().is_working_day
    found = recipients(db, ledger.id, TaskStatus.DRAFT if tasks else TaskStatus.ISSUED)
    return HandOut(
        ledger_id=ledger.id,
        title=ledger.title,
        version=ledger.version,
        tasks=len(tasks),
        late=tuple(t.number or str(t.position) for t in tasks if t.due_on is not None and t.due_on < today),
        recipients=found,
        slow=frozenset(one.id for one in found if one.asked_on and sign_by(one.asked_on, is_working_day) < today),
        signs=ledger.needs_receipt and not tasks,
        since=handed_out_later(db, ledger.id),
        why_not="" if tasks else why_not_take_back(db, ledger.id),
    )
