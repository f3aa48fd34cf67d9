"""The door of the room: the log, read by the audit administrator alone."""

from datetime import date
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.access.current import CurrentViewer, require
from app.access.rules import why_not_log
from app.audit.chain import fault_of
from app.audit.listing import LogFilters, read_log
from app.audit.pages import Log
from app.audit.wording import KINDS
from app.core.doors import Db
from app.core.render import render

router = APIRouter()
CHOICES = tuple((code, word) for code, (word, _) in KINDS.items())
NO_DAY = "请填日期，如2021-10-14"


@router.get("/log", name="log")
def log(
    request: Request,
    db: Db,
    viewer: CurrentViewer,
    who: str = "",
    kind: str = "",
    first: str = "",
    last: str = "",
    before: str = "",
    check: str = "",
) -> Response:
    require(why_not_log(viewer))
    typed = {"who": who.strip(), "kind": kind, "first": first.strip(), "last": last.strip()}
    days = {name: day_of(typed[name]) for name in ("first", "last")}
    faults = {name: NO_DAY for name, day in days.items() if typed[name] and day is None}
    number = int(before) if before.isdecimal() and len(before) < 10 else None
    portion = read_log(db, LogFilters(typed["who"], kind, days["first"], days["last"], number))
    older = urlencode({**{k: v for k, v in typed.items() if v}, "before": portion.older or 0})
    page = Log(
        portion=portion,
        kinds=CHOICES,
        typed=typed,
        checked=bool(check),
        fault=fault_of(db) if check else "",
        older_href=f"/log?{older}" if portion.older else "",
        faults=faults,
    )
    return render(request, page, status=422 if faults else 200)


def day_of(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None  # said beside the field
