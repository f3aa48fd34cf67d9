"""领导同意: the office sends a checked closure on; whoever asked is told how it ended."""

from datetime import datetime

from sqlmodel import Session

from app.people.scope import Viewer
from app.progress.closing import check_closure
from app.progress.models import ClosureRequest
from app.requests.letters import leaders_of, tell
from app.tasks.models import Task


def forward(
    db: Session, task: Task, number: str, asked: ClosureRequest, *, remark: str, by: Viewer, now: datetime
) -> None:
    check_closure(db, asked, remark=remark, by=by, now=now)
    words = f"第{number}项申请销号，{by.name}已核验，请决定是否同意。"
    tell(db, f"closure:{asked.id}:checked", leaders_of(db, task.id), words, f"/tasks/{task.id}/closure", now)


def tell_asker(db: Session, asked: ClosureRequest, words: str, now: datetime) -> None:
    """And the office person who checked, where a leader decided."""
    people = [asked.asked_by_id]
    if asked.checked_by_id is not None:
        people.append(asked.checked_by_id)
    tell(db, f"closure:{asked.id}:decided", people, words, f"/tasks/{asked.task_id}", now)
