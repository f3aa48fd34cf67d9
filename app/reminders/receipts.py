"""逾期未签收: a department that has not signed in time is reminded, once a week for each ledger, until it has."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache

from sqlalchemy import select as columns
from sqlmodel import Session, col

from app.delivery.service import Letter, put_all
from app.importing.issuing import listed, people
from app.ledgers.models import Ledger
from app.progress.asking import AWAITING, SIGN_WITHIN, sign_by
from app.tasks.kinds import TaskStatus
from app.tasks.models import Responsibility, Task
from app.workdays.rules import IsWorkingDay

Late = dict[tuple[int, str, int], list[str]]


def remind_to_sign(db: Session, today: date, now: datetime, is_working_day: IsWorkingDay) -> int:
    """How many notices are new. Again or elsewhere at the same time: nothing is written twice."""
    if not is_working_day(today):
        return 0
    return put_all(db, letters(db, late(db, today, is_working_day), today), now)


def late(db: Session, today: date, is_working_day: IsWorkingDay) -> Late:
    """Ledger, its name and department → the numbers not signed for in time."""
    last_day = cache(lambda asked_on: sign_by(asked_on, is_working_day))
    rows = db.execute(
        columns(
            col(Ledger.id), col(Ledger.doc_number), col(Ledger.title), col(Responsibility.department_id),
            col(Task.number), col(Task.position), col(Responsibility.receipt_asked_on),
        )
        .join(Task, col(Task.ledger_id) == col(Ledger.id))
        .join(Responsibility, col(Responsibility.task_id) == col(Task.id))
        .where(
            col(Responsibility.status) == AWAITING,
            col(Responsibility.receipt_asked_on) < today,
            col(Task.status) == TaskStatus.ISSUED,
        )
        .order_by(col(Ledger.id), col(Task.position))
    )  # fmt: skip
    found: Late = defaultdict(list)
    for ledger_id, doc_number, title, department_id, number, position, asked_on in rows:
        if last_day(asked_on) < today:
            found[ledger_id, doc_number or title, department_id].append(number or str(position))
    return found


def letters(db: Session, found: Late, today: date) -> Iterator[Letter]:
    readers: dict[int, list[int]] = defaultdict(list)
    for department_id, user_id in people(db, {department for _, _, department in found}):
        readers[department_id].append(user_id)
    for (ledger_id, name, department_id), numbers in found.items():
        words = f"《{name}》交办已过{SIGN_WITHIN}个工作日，本部门还没有签收第{listed(numbers)}项，请签收。"
        for user_id in readers[department_id]:
            yield Letter(f"receipt:{ledger_id}:{department_id}:{today:%G-W%V}:{user_id}", user_id, words, "/todo")
