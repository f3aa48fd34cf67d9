"""One notice for each department that a newer edition touches, listing what became of its tasks."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlmodel import Session, col, select

from app.core.filters import short_day
from app.delivery.models import Notice
from app.delivery.service import Letter, put_all, take_back
from app.importing.editions.compare import DATE, HEADING, NUMBER
from app.ledgers.models import Ledger, LedgerEdition
from app.people.kinds import Role
from app.people.models import User
from app.tasks.kinds import ResponsibilityStatus, TaskStatus
from app.tasks.models import Responsibility, Task, TaskChange

TOLD: Final = (Role.HEAD, Role.LIAISON)
LISTED: Final = 8
MERGED: Final = "并入"
PLACE_ALONE: Final = frozenset({NUMBER, HEADING})


def tell(
    db: Session, ledger: Ledger, edition: LedgerEdition, changes: Mapping[int, TaskChange],
    tasks: Sequence[Task], parties: Mapping[int, Sequence[Responsibility]],
) -> int:  # fmt: skip
    """How many notices. `changes`: by task; a department whose tasks moved and nothing else is not disturbed."""
    lines: dict[int, list[str]] = defaultdict(list)
    to_sign: set[int] = set()
    for task in tasks:
        change = changes.get(task.id)
        if change is None or not_heard_of(task, change) or set(change.what.split("、")) <= PLACE_ALONE:
            continue
        for party in parties.get(task.id, ()):
            if words := words_for(task, change, party):
                lines[party.department_id].append(words)
                to_sign |= {party.department_id} if party.status is ResponsibilityStatus.AWAITING_RECEIPT else set()
    name = ledger.doc_number or ledger.title
    letters = [
        Letter(
            f"{stem(edition)}:{user_id}", user_id,
            f"《{name}》按新版调整，涉及本部门{listed(lines[department])}。" + "请签收。" * (department in to_sign),
            f"/ledgers/{ledger.id}/editions",
        )
        for department, user_id in people(db, lines)
    ]  # fmt: skip
    return put_all(db, letters, edition.adopted_at)


def not_heard_of(task: Task, change: TaskChange) -> bool:
    """Before 交办 a department knows nothing of the task."""
    return TaskStatus.DRAFT in (task.status, change.before.get("status"))


def words_for(task: Task, change: TaskChange, party: Responsibility) -> str:
    """Empty for whoever had handed the task over before."""
    number = f"第{task.number or task.position}项"
    before: Mapping[str, Any] = change.before.get("parties", {}).get(str(party.id), {})
    if party.status is ResponsibilityStatus.HANDED_OVER:
        was_theirs = before.get("status", party.status) != ResponsibilityStatus.HANDED_OVER
        return f"{number}不再由本部门承担" if was_theirs else ""
    if not change.before:
        return f"新增{number}"
    if task.status in (TaskStatus.ENDED, TaskStatus.WITHDRAWN) and change.before["status"] != task.status:
        return f"{number}{task.end_word or change.what}"
    if change.before and not before:
        return f"{number}由本部门承担"
    kinds = [kind for kind in change.what.split("、") if kind != MERGED]
    words = [f"{'、'.join(kinds)}有变"] if kinds else []
    words += [f"时限{short_day(task.due_on)}"] if DATE in kinds and task.due_on else []
    words += ["并入了一项"] if MERGED in change.what.split("、") else []
    return number + "，".join(words)


def listed(lines: Sequence[str]) -> str:
    return f"{len(lines)}项：{'；'.join(lines[:LISTED])}{'等' if len(lines) > LISTED else ''}"


def people(db: Session, departments: Mapping[int, object]) -> Iterator[tuple[int, int]]:
    rows = db.exec(
        select(User.department_id, User.id)
        .where(col(User.department_id).in_(departments), col(User.role).in_(TOLD), col(User.is_active))
        .order_by(col(User.id))
    )
    return ((department_id, user_id) for department_id, user_id in rows if department_id is not None)


def untell(db: Session, ledger: Ledger, edition: LedgerEdition, now: datetime) -> None:
    """Whoever has read it is told that it holds no more; from the others it goes."""
    mine = col(Notice.key).startswith(f"{stem(edition)}:", autoescape=True)
    readers = db.exec(select(Notice.user_id).where(mine, col(Notice.read_at).is_not(None))).all()
    take_back(db, stem(edition))
    words = f"《{ledger.doc_number or ledger.title}》的新版已撤回，任务恢复原样。"
    href = f"/ledgers/{ledger.id}/editions"
    put_all(db, [Letter(f"{stem(edition)}-undone:{one}", one, words, href) for one in readers], now)


def stem(edition: LedgerEdition) -> str:
    return f"edition:{edition.id}"
