"""The door of the search box."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.access.current import CurrentViewer, require
from app.access.follow import reader_of
from app.access.rules import why_not_business
from app.core.doors import Db, Today
from app.core.render import render
from app.search.pages import Search
from app.search.query import find_tasks, words_of

router = APIRouter()


@router.get("/search", name="search")
def search(request: Request, db: Db, viewer: CurrentViewer, today: Today, q: str = "") -> Response:
    require(why_not_business(viewer))
    words = words_of(q)
    found = find_tasks(db, viewer, reader_of(viewer), words, today)
    return render(request, Search(" ".join(words), words, found.hits, found.total, not viewer.sees_everything))
