"""The row under a ledger's row: the whole text and where the work stands, without leaving the list."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_
from sqlmodel import Session, col, func, select

from app.boards.task import PeriodRow, period_row
from app.progress.lines import TaskLine
from app.progress.models import Attachment, ClosureRequest, ProgressReport, SlotStatus
from app.progress.queries import task_line
from app.progress.service import UNSENT
from app.reminders.models import Urge
from app.tasks.models import Task


@dataclass(frozen=True)
class Peek:
    """`hidden_why`: the reason why nothing of the progress is shown, empty when the reader may follow the task."""

    id: int
    ledger_id: int
    number: str
    target: str
    due_on: date | None
    deadline_words: str
    deadline_rule: str
    rhythm: str
    overdue_days: int
    hidden_why: str
    owed: tuple[PeriodRow, ...]
    reported_on: date | None
    reported_by: str
    percent: int | None
    summary: str
    problems: str
    next_steps: str
    proofs: int
    urged: int


def peek_of(db: Session, task: Task, today: date, *, hidden_why: str) -> Peek:
    line = task_line(db, task.id, today)
    follows = not hidden_why
    return Peek(
        id=line.id,
        ledger_id=line.ledger_id,
        number=line.number,
        target=line.target,
        due_on=line.due_on,
        deadline_words=task.deadline_words,
        deadline_rule=task.deadline_rule or ("办公室设定" if line.set_by_office else ""),
        rhythm=line.recurrence_words,
        overdue_days=line.overdue_days if follows else 0,
        hidden_why=hidden_why,
        owed=owed(line, today) if follows else (),
        reported_on=line.last_reported_on if follows else None,
        reported_by=line.reported_by if follows else "",
        percent=line.percent if follows else None,
        summary=line.summary if follows else "",
        problems=line.problems if follows else "",
        next_steps=line.next_steps if follows else "",
        proofs=proof_count(db, task.id) if follows else 0,
        urged=db.exec(select(func.count()).where(Urge.task_id == task.id)).one(),
    )


def owed(line: TaskLine, today: date) -> tuple[PeriodRow, ...]:
    """Of each department the first period that it has not sent yet."""
    first: dict[int, PeriodRow] = {}
    for slot in line.slots:  # by day
        if slot.submitted_on is None and slot.status is not SlotStatus.WAIVED and not line.struck:
            first.setdefault(slot.responsibility_id, period_row(line, slot, today))
    return tuple(first.values())


def proof_count(db: Session, task_id: int) -> int:
    """Files of reports that were sent and of requests to strike the number."""
    reports = select(ProgressReport.id).where(
        ProgressReport.task_id == task_id, col(ProgressReport.status).not_in(UNSENT)
    )
    requests = select(ClosureRequest.id).where(ClosureRequest.task_id == task_id)
    mine = or_(col(Attachment.report_id).in_(reports), col(Attachment.request_id).in_(requests))
    return db.exec(select(func.count()).select_from(Attachment).where(mine)).one()
