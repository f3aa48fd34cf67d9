"""What has been done on the tasks of a ledger, and who was told of them: asked before all of it is taken back."""

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import String, cast, literal
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from app.delivery.models import Notice
from app.progress.models import Closure, ClosureRequest, ExtensionRequest, Instruction, ProgressReport, Reading, Refusal
from app.tasks.models import Extension, Indicator, Task

WORK: Final = (  # what somebody did on a task, and what is said of it
    ((col(ProgressReport.task_id),), "已填写进展"),
    ((col(ClosureRequest.task_id), col(Closure.task_id)), "已申请销号或已销号"),
    ((col(ExtensionRequest.task_id), col(Extension.task_id)), "已申请或办理延期"),
    ((col(Refusal.task_id),), "已申请退办"),
    ((col(Instruction.task_id),), "已有领导批示"),
)
SHOWN: Final = 4


def worked_on(db: Session, ledger_id: int) -> list[str]:
    """A report, even a draft of one, is somebody's work; so is a day that was asked for, and a figure confirmed."""
    found: list[str] = []
    for tables, words in WORK:
        ids = {i for task in tables for i in db.scalars(columns(task).where(task.in_(mine(ledger_id))))}
        found += said_of(db, ids, words)
    read = columns(col(Indicator.task_id)).join(Reading, col(Reading.indicator_id) == col(Indicator.id))
    confirmed = read.where(col(Indicator.task_id).in_(mine(ledger_id)), col(Reading.report_id).is_(None))
    return found + said_of(db, set(db.scalars(confirmed)), "已有确认的数值")


def mine(ledger_id: int) -> Any:  # a subselect of ids: SQLAlchemy's own type names nothing more
    return columns(col(Task.id)).where(col(Task.ledger_id) == ledger_id)


def said_of(db: Session, ids: Iterable[int], words: str) -> list[str]:
    rows = db.exec(select(Task.number, Task.position).where(col(Task.id).in_(ids)).order_by(col(Task.position))).all()
    numbers = [number or str(position) for number, position in rows]
    rest = f"等{len(numbers)}项" if len(numbers) > SHOWN else ""
    return [f"第{'、'.join(numbers[:SHOWN])}项{rest}{words}"] if numbers else []


def of_ledger(ledger_id: int) -> Any:
    """Notices that lead to the ledger or to one of its tasks, or ask to sign for them."""
    href = col(Notice.href)
    to_rows = href.startswith(f"/ledgers/{ledger_id}?")
    to_tasks = columns(literal("/tasks/") + cast(col(Task.id), String)).where(col(Task.ledger_id) == ledger_id)
    receipts = col(Notice.key).startswith(f"receipt:{ledger_id}:")  # these lead to the list of what is to be signed
    at_home = (href == f"/ledgers/{ledger_id}") | href.startswith(f"/ledgers/{ledger_id}/")
    return href.in_(to_tasks) | at_home | to_rows | receipts
