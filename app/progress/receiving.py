"""签收: where a ledger asks for it, a department confirms that it has its tasks."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from app.audit.service import record
from app.audit.tags import Tag
from app.ledgers.models import Ledger
from app.people.models import Department
from app.progress.asking import sign_by
from app.progress.models import Receipt
from app.progress.pages import ToSign
from app.tasks.kinds import ResponsibilityStatus, TaskStatus
from app.tasks.models import Responsibility, Task
from app.workdays.rules import IsWorkingDay


class Signer(Protocol):
    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...


def receive(db: Session, parts: Sequence[Responsibility], *, by: Signer, now: datetime) -> int:
    """How many were waiting. Signing again changes nothing."""
    waiting = [part for part in parts if part.status is ResponsibilityStatus.AWAITING_RECEIPT]
    for part in waiting:
        part.status, part.receipt_asked_on = ResponsibilityStatus.IN_HAND, None
        db.add(Receipt(responsibility_id=part.id, by_id=by.id, at=now))
        name = db.get_one(Department, part.department_id).name
        record(
            db, Tag.RECEIVE, actor_id=by.id, actor_name=by.name, subject_kind="task", subject_id=part.task_id,
            department=name,
        )  # fmt: skip
    db.flush()
    return len(waiting)


def parts_to_sign(
    db: Session, ledger_id: int, department_id: int | None, task_id: int | None
) -> Sequence[Responsibility]:
    """Locked: of two people of the department one signs."""
    wanted = (
        select(Responsibility)
        .join(Task, col(Task.id) == col(Responsibility.task_id))
        .where(
            Task.ledger_id == ledger_id,
            Task.status == TaskStatus.ISSUED,
            Responsibility.department_id == department_id,
            Responsibility.status == ResponsibilityStatus.AWAITING_RECEIPT,
        )
        .order_by(col(Responsibility.id))
        .with_for_update(of=Responsibility)
    )
    return db.exec(wanted if task_id is None else wanted.where(Responsibility.task_id == task_id)).all()


def to_sign(db: Session, department_id: int | None, today: date, is_working_day: IsWorkingDay) -> tuple[ToSign, ...]:
    """By ledger; one statement."""
    rows = db.execute(
        columns(
            col(Ledger.id), col(Ledger.doc_number), col(Ledger.title), col(Task.number), col(Task.position),
            col(Responsibility.receipt_asked_on),
        )
        .join(Task, col(Task.ledger_id) == col(Ledger.id))
        .join(Responsibility, col(Responsibility.task_id) == col(Task.id))
        .where(
            col(Task.status) == TaskStatus.ISSUED,
            col(Responsibility.department_id) == department_id,
            col(Responsibility.status) == ResponsibilityStatus.AWAITING_RECEIPT,
        )
        .order_by(col(Ledger.id), col(Task.position))
    )  # fmt: skip
    found: dict[tuple[int, str], list[str]] = defaultdict(list)
    since: dict[int, date] = {}
    for ledger_id, doc_number, title, number, position, asked_on in rows:
        found[ledger_id, doc_number or title].append(number or str(position))
        if asked_on is not None:
            since[ledger_id] = min(asked_on, since.get(ledger_id, asked_on))
    last = {ledger_id: sign_by(asked_on, is_working_day) for ledger_id, asked_on in since.items()}
    return tuple(
        ToSign(ledger_id, name, tuple(numbers), last.get(ledger_id), last.get(ledger_id, today) < today)
        for (ledger_id, name), numbers in found.items()
    )


def waiting_departments(db: Session, ledger_id: int) -> dict[int, list[str]]:
    """Department → the numbers it has not signed for."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = db.execute(
        columns(col(Responsibility.department_id), col(Task.number), col(Task.position))
        .join(Task, col(Task.id) == col(Responsibility.task_id))
        .where(
            col(Task.ledger_id) == ledger_id,
            col(Task.status) == TaskStatus.ISSUED,
            col(Responsibility.status) == ResponsibilityStatus.AWAITING_RECEIPT,
        )
        .order_by(col(Task.position))
    )
    for department_id, number, position in rows:
        found[department_id].append(number or str(position))
    return found


def stand(db: Session, part: Responsibility, today: date) -> None:
    """待签收, from this day on, for a department that the ledger asks to sign and that never did; else 办理中."""
    asks = db.exec(
        select(Ledger.needs_receipt).join(Task, col(Task.ledger_id) == col(Ledger.id)).where(Task.id == part.task_id)
    ).one()
    signed = db.exec(select(Receipt.id).where(Receipt.responsibility_id == part.id)).first()
    waits = asks and signed is None
    part.status = ResponsibilityStatus.AWAITING_RECEIPT if waits else ResponsibilityStatus.IN_HAND
    part.receipt_asked_on = today if waits else None
