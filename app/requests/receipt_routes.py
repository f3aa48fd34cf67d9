"""The door of 签收."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.access.current import CurrentViewer, require
from app.access.find import ledger_to_read
from app.access.rules import why_not_receive
from app.core.doors import Db, Now
from app.core.forms import TypedForm
from app.core.render import go
from app.progress.receiving import parts_to_sign, receive
from app.requests.forms import ReceiptForm

router = APIRouter()


@router.post("/ledgers/{ledger_id}/receipts", name="receive")
def sign(request: Request, db: Db, viewer: CurrentViewer, now: Now, ledger_id: int, typed: TypedForm) -> Response:
    """From the list of what is to be done all of a ledger at once, from a task's page that task."""
    require(why_not_receive(viewer))
    ledger = ledger_to_read(db, viewer, ledger_id)
    form, _ = ReceiptForm.parse(typed)
    task_id = form.task if form is not None else 0
    count = receive(db, parts_to_sign(db, ledger.id, viewer.department_id, task_id), by=viewer, now=now)
    words = f"已签收{count}项任务" if count else "这些任务已经签收，没有重复签收"
    return go(request, f"/tasks/{task_id}" if task_id else "/todo", words)
