"""Doors of the room: everybody reads the own notices."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.access.current import CurrentViewer
from app.core.doors import Db, Now
from app.core.forms import TypedForm
from app.core.render import go, is_fragment, render
from app.delivery import service
from app.delivery.pages import NoticeIndex, NoticeMarked
from app.delivery.queries import PER_PAGE, count_of, notices_of, row_of

router = APIRouter(prefix="/notices")


@router.get("", name="notices")
def index(request: Request, db: Db, viewer: CurrentViewer, page: int = 1) -> Response:
    total = count_of(db, viewer.id)
    page = min(max(page, 1), max(1, -(-total // PER_PAGE)))
    before = (page - 1) * PER_PAGE
    notices = notices_of(db, viewer.id, page)
    last = before + len(notices)
    previous = address(page - 1) if page > 1 else ""
    following = address(page + 1) if last < total else ""
    return render(request, NoticeIndex(notices, total, before + 1, last, previous, following))


def address(page: int) -> str:
    return f"/notices?page={page}"


@router.post("/read", name="read_all_notices")
def read_all(request: Request, db: Db, viewer: CurrentViewer, now: Now) -> Response:
    service.mark_all_read(db, viewer.id, now)
    return go(request, "/notices", "全部消息已标为已读")


@router.post("/{notice_id}/read", name="read_notice")
def read_one(request: Request, db: Db, viewer: CurrentViewer, now: Now, typed: TypedForm, notice_id: int) -> Response:
    """With `open` the person goes on to what the notice is about."""
    notice = service.mark_read(db, viewer.id, notice_id, now)
    if typed.get("open") and notice.href:
        return go(request, notice.href)
    if is_fragment(request):
        return render(request, NoticeMarked(row_of(notice)))
    return go(request, "/notices")
