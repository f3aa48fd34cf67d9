"""The door of 台账设置."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.access.current import CurrentViewer, require
from app.access.find import ledger_to_read
from app.access.rules import why_not_set_rules
from app.core.doors import Db, Now, Today
from app.core.forms import TypedForm
from app.core.pages import Stale
from app.core.render import go, render
from app.requests.forms import LedgerRulesForm
from app.requests.ruling import change_rules

router = APIRouter()
CHANGED = "这本台账刚被别人改过，没有保存。请核对最新的设置后再改。"


@router.post("/ledgers/{ledger_id}/rules", name="ledger_rules")
def set_rules(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, now: Now, ledger_id: int, typed: TypedForm
) -> Response:
    require(why_not_set_rules(viewer))
    ledger = ledger_to_read(db, viewer, ledger_id, lock=True)
    form, _ = LedgerRulesForm.parse(typed)
    if form is None or form.version != ledger.version:
        mine = "销号须经领导同意" if typed.get("needs_leader") else "销号由办公室办理"
        mine += "，部门须签收" if typed.get("needs_receipt") else "，部门不须签收"
        page = Stale(CHANGED, "你的设置", mine, f"/ledgers/{ledger_id}", "回到台账")
        return render(request, page, status=409)
    words = change_rules(
        db, ledger, needs_leader=form.needs_leader, needs_receipt=form.needs_receipt, by=viewer, today=today, now=now
    )
    return go(request, f"/ledgers/{ledger_id}", words)
