"""交办: a published ledger is handed to its departments, at once or later in one act; and taken back in time."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from sqlalchemy import delete, func
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from app.audit.service import record
from app.audit.tags import Tag
from app.core.clock import BEIJING
from app.core.errors import Conflict
from app.delivery.service import Letter, forget, put_all
from app.importing.editions.periods import reporters
from app.importing.worked import of_ledger, worked_on
from app.ledgers.models import Ledger, LedgerEdition
from app.people.models import Department, User
from app.people.rules import DEPARTMENT_ROLES
from app.people.scope import Viewer
from app.progress.asking import await_receipts, wait_no_more
from app.progress.issue import asked_until, open_slots
from app.progress.models import Receipt, ReportSlot
from app.tasks.kinds import Part, ResponsibilityStatus, TaskStatus
from app.tasks.models import Responsibility, Task

LISTED: Final = 8
NOTHING: Final = "这本台账没有待交办的任务，没有重复交办。请到台账查看。"
NOT_LATER: Final = "这本台账是发布时交办的，不能单独撤回交办。需要收回，请在导入列表撤销这次导入。"
EDITED: Final = "交办之后采用过新版，不能撤回交办。请先在台账的“版本”页撤回新版。"
WORKED_ON: Final = "已有部门在办，不能撤回交办：{}。个别任务有误，请在任务页面处理。"


@dataclass(frozen=True)
class Recipient:
    """A department with what it gets, and how many accounts will hear of it."""

    id: int
    name: str
    leads: tuple[str, ...]
    supports: tuple[str, ...]
    people: int
    unsigned: int  # 待签收
    asked_on: date | None  # the longest of these waits since


def hand_out(db: Session, ledger: Ledger, *, by: Viewer, today: date, now: datetime) -> int:
    """How many tasks. Periods are asked from this day on: nobody owed anything before."""
    tasks = waiting(db, ledger.id, lock=True)
    if not tasks:
        raise Conflict(NOTHING)
    parties: dict[int, list[Responsibility]] = defaultdict(list)
    for one in db.exec(select(Responsibility).where(col(Responsibility.task_id).in_([t.id for t in tasks]))):
        parties[one.task_id].append(one)
    for task in tasks:
        task.status, task.handed_out_on = TaskStatus.ISSUED, today
        task.version += 1
        for reporter in reporters(parties[task.id]):
            open_slots(db, task, reporter, asked_until(task, today), is_new=True)
    ledger.version += 1
    note(db, Tag.HAND_OUT, ledger, by, len(tasks))
    db.flush()
    await_receipts(db, ledger, today)
    announce(db, ledger, now)
    return len(tasks)


def waiting(db: Session, ledger_id: int, *, lock: bool = False) -> Sequence[Task]:
    """Published and not handed out."""
    found = select(Task).where(Task.ledger_id == ledger_id, Task.status == TaskStatus.DRAFT)
    found = found.order_by(col(Task.position))
    return db.exec(found.with_for_update() if lock else found).all()


def note(db: Session, tag: Tag, ledger: Ledger, by: Viewer, count: int) -> None:
    record(
        db, tag, actor_id=by.id, actor_name=by.name, subject_kind="ledger", subject_id=ledger.id, title=ledger.title,
        count=count,
    )  # fmt: skip


def announce(db: Session, ledger: Ledger, now: datetime) -> int:
    """One notice for each head and liaison, with the numbers that are theirs."""
    found = {one.id: one for one in recipients(db, ledger.id, TaskStatus.ISSUED)}
    name, ask = ledger.doc_number or ledger.title, "请签收。" if ledger.needs_receipt else ""
    letters = [
        Letter(
            f"issue:{ledger.id}:{user_id}", user_id, f"《{name}》已交办，{share(found[department])}。{ask}",
            f"/ledgers/{ledger.id}?dept={department}",
        )
        for department, user_id in people(db, found)
    ]  # fmt: skip
    return put_all(db, letters, now)


def recipients(db: Session, ledger_id: int, wanted: TaskStatus) -> tuple[Recipient, ...]:
    """In the order of the organisation."""
    rows = db.execute(
        columns(
            col(Department.id),
            col(Department.name),
            col(Responsibility.part),
            col(Task.number),
            col(Task.position),
            col(Responsibility.status),
            col(Responsibility.receipt_asked_on),
        )
        .join(Responsibility, col(Responsibility.department_id) == col(Department.id))
        .join(Task, col(Task.id) == col(Responsibility.task_id))
        .where(
            col(Task.ledger_id) == ledger_id,
            col(Task.status) == wanted,
            col(Responsibility.status) != ResponsibilityStatus.HANDED_OVER,
        )
        .order_by(col(Department.position), col(Department.id), col(Task.position))
    ).all()
    numbers: dict[tuple[int, str], dict[Part, list[str]]] = defaultdict(lambda: defaultdict(list))
    waits: dict[int, list[date | None]] = defaultdict(list)
    for department_id, name, part, number, position, status, asked_on in rows:
        waits[department_id] += [asked_on] if status is ResponsibilityStatus.AWAITING_RECEIPT else []
        numbers[department_id, name][part].append(number or str(position))
    homes = [department for department, _ in people(db, [department for department, _ in numbers])]
    return tuple(
        Recipient(
            department,
            name,
            tuple(of[Part.LEAD]),
            tuple(of[Part.SUPPORT]),
            homes.count(department),
            len(waits[department]),
            min(filter(None, waits[department]), default=None),
        )
        for (department, name), of in numbers.items()
    )


def people(db: Session, departments: Collection[int]) -> list[tuple[int, int]]:
    """Department and account of every head and liaison."""
    rows = db.exec(
        select(User.department_id, User.id)
        .where(
            col(User.department_id).in_(departments), col(User.role).in_(DEPARTMENT_ROLES), col(User.is_active)
        )
        .order_by(col(User.id))
    )  # fmt: skip
    return [(department, user_id) for department, user_id in rows if department is not None]


def share(one: Recipient) -> str:
    """牵头第1、3项，配合第2项."""
    parts = (("牵头", one.leads), ("配合", one.supports))
    return "，".join(f"{word}第{listed(numbers)}项" for word, numbers in parts if numbers)


def listed(numbers: Sequence[str]) -> str:
    return "、".join(numbers[:LISTED]) + (f"等{len(numbers)}" if len(numbers) > LISTED else "")


def handed_out_later(db: Session, ledger_id: int) -> date | None:
    """The day of the 交办 that may be taken back; None for a ledger handed out when it was published, or not yet."""
    found = columns(func.max(col(Task.handed_out_on))).where(col(Task.ledger_id) == ledger_id)
    day: date | None = db.execute(found).scalar_one()
    return day


def why_not_take_back(db: Session, ledger_id: int) -> str:
    """Empty while nobody has worked on it and no newer edition stands on it."""
    day = handed_out_later(db, ledger_id)
    if day is None:
        return NOT_LATER
    adopted = select(LedgerEdition.adopted_at).where(
        LedgerEdition.ledger_id == ledger_id, col(LedgerEdition.undone_at).is_(None)
    )
    if any(at >= start_of(day) for at in db.exec(adopted)):
        return EDITED
    reasons = worked_on(db, ledger_id)
    return WORKED_ON.format("；".join(reasons)) if reasons else ""


def start_of(day: date) -> datetime:
    return datetime.combine(day, time(), BEIJING)


def take_back(db: Session, ledger: Ledger, *, by: Viewer) -> int:
    """How many tasks wait for 交办 again. What was asked and told of them since is gone; raises Conflict."""
    wanted = select(Task).where(Task.ledger_id == ledger.id, col(Task.handed_out_on).is_not(None))
    # Nobody may begin to work on a task between the look and the act.
    tasks = db.exec(wanted.order_by(col(Task.id)).with_for_update()).all()
    if why := why_not_take_back(db, ledger.id):
        raise Conflict(why)
    db.execute(delete(ReportSlot).where(col(ReportSlot.task_id).in_([t.id for t in tasks])))
    parts = columns(col(Responsibility.id)).where(col(Responsibility.task_id).in_([t.id for t in tasks]))
    db.execute(delete(Receipt).where(col(Receipt.responsibility_id).in_(parts)))
    wait_no_more(db, ledger.id)
    for task in tasks:
        task.handed_out_on = None
        if task.status is TaskStatus.ISSUED:
            task.status = TaskStatus.DRAFT
        task.version += 1
    forget(db, of_ledger(ledger.id))
    ledger.version += 1
    note(db, Tag.HAND_OUT_UNDO, ledger, by, len(tasks))
    db.flush()
    return len(tasks)
