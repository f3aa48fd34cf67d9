"""Doors of the room: 催办 and its withdrawal."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.access.current import CurrentViewer
from app.access.find import task_to_urge
from app.core.doors import Db, Now, Today
from app.core.render import go, is_fragment, render
from app.reminders import urges
from app.reminders.pages import Urged, Withdrawn

router = APIRouter()


@router.post("/tasks/{task_id}/urges", name="urge_task")
def urge(request: Request, db: Db, viewer: CurrentViewer, today: Today, now: Now, task_id: int) -> Response:
    found = task_to_urge(db, viewer, task_id)
    pressed = urges.urge(db, found.task, found.facts.number, by=viewer, today=today, now=now)
    if is_fragment(request):
        return render(request, Urged(task_id, pressed.urge_id, pressed.times, pressed.words))
    return go(request, f"/tasks/{task_id}", pressed.words, undo=f"/urges/{pressed.urge_id}/removal")


@router.post("/urges/{urge_id}/removal", name="withdraw_urge")
def withdraw(request: Request, db: Db, viewer: CurrentViewer, now: Now, urge_id: int) -> Response:
    task_id, times, words = urges.withdraw(db, urge_id, by=viewer, now=now)
    if is_fragment(request):
        return render(request, Withdrawn(task_id, times, words))
    return go(request, f"/tasks/{task_id}", words)
