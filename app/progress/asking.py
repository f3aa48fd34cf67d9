"""部门须签收: who is asked to sign, since when, and when that is late. A group signs through its members."""

from datetime import date
from typing import Any, Final

from sqlalchemy import exists, func, update
from sqlalchemy import select as columns
from sqlmodel import Session, col

from app.ledgers.models import Ledger
from app.people.kinds import DepartmentKind
from app.people.models import Department
from app.progress.models import ProgressReport, Receipt, ReportStatus
from app.tasks.kinds import ResponsibilityStatus, TaskStatus
from app.tasks.models import Responsibility, Task
from app.workdays.rules import IsWorkingDay, add_working_days

SIGN_WITHIN: Final = 3  # working days
SENT: Final = (ReportStatus.SUBMITTED, ReportStatus.RETURNED, ReportStatus.ACCEPTED)
AWAITING: Final = ResponsibilityStatus.AWAITING_RECEIPT


def sign_by(asked_on: date, is_working_day: IsWorkingDay) -> date:
    """The last day on which signing is not late."""
    return add_working_days(asked_on, SIGN_WITHIN, is_working_day)


def await_receipts(db: Session, ledger: Ledger, today: date) -> int:
    """Where a ledger asks for it, every department that has neither signed nor reported. How many parts wait then."""
    if not ledger.needs_receipt:
        return 0
    db.flush()
    groups = columns(col(Department.id)).where(col(Department.kind) == DepartmentKind.GROUP)
    reported = exists().where(
        col(ProgressReport.responsibility_id) == col(Responsibility.id),
        col(ProgressReport.status).in_(SENT),
        col(ProgressReport.on_behalf).is_(False),  # what the office wrote for it says nothing of the department
    )
    asked = (
        update(Responsibility)
        .where(
            col(Responsibility.task_id).in_(tasks_of(ledger.id, TaskStatus.ISSUED)),
            col(Responsibility.status) == ResponsibilityStatus.IN_HAND,
            col(Responsibility.department_id).not_in(groups),
            ~signed(),
            ~reported,
        )
        .values(status=AWAITING, receipt_asked_on=today)
    )
    db.execute(asked.execution_options(synchronize_session="fetch"))
    waiting = columns(func.count()).select_from(Responsibility).where(*of_ledger(ledger.id))
    return int(db.execute(waiting).scalar_one())


def wait_no_more(db: Session, ledger_id: int, *, signed_alone: bool = False) -> None:
    """Who has signed stays on record. `signed_alone`: only those who signed before their part was put back."""
    db.flush()
    done = update(Responsibility).where(*of_ledger(ledger_id), *([signed()] if signed_alone else []))
    values = {"status": ResponsibilityStatus.IN_HAND, "receipt_asked_on": None}
    db.execute(done.values(values).execution_options(synchronize_session="fetch"))


def of_ledger(ledger_id: int) -> tuple[Any, Any]:
    return col(Responsibility.task_id).in_(tasks_of(ledger_id)), col(Responsibility.status) == AWAITING


def tasks_of(ledger_id: int, status: TaskStatus | None = None) -> Any:  # a subselect: SQLAlchemy's type names no more
    ids = columns(col(Task.id)).where(col(Task.ledger_id) == ledger_id)
    return ids if status is None else ids.where(col(Task.status) == status)


def signed() -> Any:
    return exists().where(col(Receipt.responsibility_id) == col(Responsibility.id))
