"""What a department owes. The number of statements does not grow with the list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Select
from sqlalchemy import select as columns
from sqlmodel import Session, col, or_, select

from app.core.filters import day
from app.people.models import Department, User
from app.progress import measuring
from app.progress.lines import TaskLine, task_lines
from app.progress.models import (
    Attachment,
    ClosureRequest,
    ExtensionRequest,
    ProgressReport,
    Refusal,
    ReportSlot,
    ReportStatus,
    Review,
    SlotStatus,
)
from app.progress.service import UNSENT, WRITABLE, open_report_of
from app.progress.waiting import IN_HAND, closures_open, extensions_open, refusals_open
from app.tasks.kinds import Part, ResponsibilityStatus, TaskStatus
from app.tasks.models import Indicator, Responsibility, Task
from app.workdays.calendar import installed

SENT = (ReportStatus.SUBMITTED, ReportStatus.ACCEPTED)


@dataclass(frozen=True)
class Returned:
    """Why the office sent a report back, and by when it wants it again."""

    reviewer: str
    remark: str
    redo_on: date | None
    at: datetime


@dataclass(frozen=True)
class Unreleased:
    """A liaison's report outside any period: it waits for the head."""

    task_id: int
    author: str


@dataclass(frozen=True)
class Waiting:
    """A matter in the office's queue, oldest first."""

    kind: str  # report, closure, extension
    id: int
    task_id: int
    department: str
    word: str
    at: datetime


def lines_of(db: Session, wanted: Select[Any], today: date) -> dict[int, TaskLine]:
    return {line.id: line for line in task_lines(db, wanted, today, installed().is_working_day)}


def department_lines(db: Session, department_id: int | None, today: date) -> dict[int, TaskLine]:
    """Tasks in hand in which the department plays a part."""
    wanted = (
        columns(col(Responsibility.task_id))
        .join(Task, col(Task.id) == col(Responsibility.task_id))
        .where(
            col(Responsibility.department_id) == department_id,
            col(Responsibility.status) != ResponsibilityStatus.HANDED_OVER,
            col(Task.status).in_(IN_HAND),
        )
    )
    return lines_of(db, wanted, today)


def task_line(db: Session, task_id: int, today: date) -> TaskLine:
    return lines_of(db, columns(col(Task.id)).where(col(Task.id) == task_id), today)[task_id]


def owed_slots(db: Session, department_id: int | None, today: date) -> Sequence[ReportSlot]:
    """Periods that are open, begun, returned, or sent and not yet reviewed."""
    return db.exec(
        select(ReportSlot)
        .join(Responsibility, col(Responsibility.id) == col(ReportSlot.responsibility_id))
        .join(Task, col(Task.id) == col(ReportSlot.task_id))
        .where(
            Responsibility.department_id == department_id,
            Responsibility.status != ResponsibilityStatus.HANDED_OVER,
            col(Task.status).in_(IN_HAND),
            col(ReportSlot.status).in_((*WRITABLE, SlotStatus.SUBMITTED)),
            or_(col(ReportSlot.opens_on) <= today, ReportSlot.status != SlotStatus.OPEN),
        )
        .order_by(col(ReportSlot.due_on), col(ReportSlot.id))
    ).all()


def returned_words(db: Session, department_id: int | None) -> dict[int, Returned]:
    """By period: the last review of those that stand returned."""
    rows = db.execute(
        columns(col(ReportSlot.id), col(User.name), col(Review.remark), col(Review.redo_on), col(Review.at))
        .join(ProgressReport, col(ProgressReport.slot_id) == col(ReportSlot.id))
        .join(Review, col(Review.report_id) == col(ProgressReport.id))
        .join(User, col(User.id) == col(Review.reviewer_id))
        .join(Responsibility, col(Responsibility.id) == col(ReportSlot.responsibility_id))
        .where(col(Responsibility.department_id) == department_id, col(ReportSlot.status) == SlotStatus.RETURNED)
        .order_by(col(Review.at), col(Review.id))
    )
    return {slot_id: Returned(*rest) for slot_id, *rest in rows}


def reports_to_withdraw(db: Session, department_id: int | None) -> dict[int, int]:
    """Period → the report that waits for the office and that the department sent itself."""
    rows = db.execute(
        columns(col(ProgressReport.slot_id), col(ProgressReport.id))
        .join(Responsibility, col(Responsibility.id) == col(ProgressReport.responsibility_id))
        .join(Task, col(Task.id) == col(ProgressReport.task_id))
        .where(
            col(Responsibility.department_id) == department_id,
            col(ProgressReport.status) == ReportStatus.SUBMITTED,
            col(ProgressReport.on_behalf).is_(False),
            col(ProgressReport.slot_id).is_not(None),
            col(Task.status) == TaskStatus.ISSUED,
        )
    )
    return {row[0]: row[1] for row in rows}


def asked_longer(db: Session, department_id: int | None) -> set[int]:
    """Tasks of the department on which a request for a later day waits."""
    return set(
        db.exec(
            select(ExtensionRequest.task_id)
            .join(Responsibility, col(Responsibility.task_id) == col(ExtensionRequest.task_id))
            .where(Responsibility.department_id == department_id, col(ExtensionRequest.decision).is_(None))
        )
    )


def unreleased(db: Session, department_id: int | None) -> list[Unreleased]:
    rows = db.execute(
        columns(col(ProgressReport.task_id), col(User.name))
        .join(Responsibility, col(Responsibility.id) == col(ProgressReport.responsibility_id))
        .join(Task, col(Task.id) == col(ProgressReport.task_id))
        .join(User, col(User.id) == col(ProgressReport.author_id))
        .where(
            col(Responsibility.department_id) == department_id,
            col(Task.status).in_(IN_HAND),
            col(ProgressReport.slot_id).is_(None),
            col(ProgressReport.status) == ReportStatus.WITH_HEAD,
        )
        .order_by(col(ProgressReport.id))
    )
    return [Unreleased(*row) for row in rows]


def report_of_slot(db: Session, slot: ReportSlot) -> ProgressReport | None:
    """The unsent report of the period, else its last one (a returned one is written on)."""
    return (
        open_report_of(db, slot.task_id, slot.responsibility_id, slot.id)
        or db.exec(
            select(ProgressReport)
            .where(ProgressReport.slot_id == slot.id)
            .order_by(col(ProgressReport.id).desc())
            .limit(1)
        ).first()
    )


def previous_report(db: Session, responsibility_id: int, before: ProgressReport | None = None) -> ProgressReport | None:
    """The last accepted report; without `before` the last sent one."""
    query = select(ProgressReport).where(
        ProgressReport.responsibility_id == responsibility_id,
        col(ProgressReport.status).in_(SENT if before is None else (ReportStatus.ACCEPTED,)),
    )
    if before is not None:
        query = query.where(ProgressReport.id != before.id)
    return db.exec(
        query.order_by(col(ProgressReport.submitted_at).desc(), col(ProgressReport.id).desc()).limit(1)
    ).first()


def opened_slot(db: Session, responsibility_id: int, today: date) -> ReportSlot | None:
    """The oldest period that still waits: what the office writes for a department belongs to it."""
    return db.exec(
        select(ReportSlot)
        .where(
            ReportSlot.responsibility_id == responsibility_id,
            col(ReportSlot.status).in_(WRITABLE),
            col(ReportSlot.opens_on) <= today,
        )
        .order_by(col(ReportSlot.due_on))
        .limit(1)
    ).first()


def name_of(db: Session, user_id: int | None) -> str:
    return db.exec(select(User.name).where(User.id == user_id)).first() or "办公室"


def parts_of(db: Session, task_id: int) -> list[tuple[int, str]]:
    """Department ids and names, lead first."""
    rows: Any = db.execute(
        columns(col(Responsibility.department_id), col(Department.name))
        .join(Department, col(Department.id) == col(Responsibility.department_id))
        .where(
            col(Responsibility.task_id) == task_id,
            col(Responsibility.status) != ResponsibilityStatus.HANDED_OVER,
        )
        .order_by(col(Responsibility.part) != Part.LEAD, col(Responsibility.position))
    )
    return [(department_id, name) for department_id, name in rows]


def review_queue(db: Session) -> list[Waiting]:
    """Reports sent, closures, later days and 退办 asked for, the oldest first. Four statements."""
    reports = db.execute(
        columns(
            col(ProgressReport.id),
            col(ProgressReport.task_id),
            col(Department.name),
            col(ReportSlot.period_word),
            col(ProgressReport.submitted_at),
        )
        .join(Responsibility, col(Responsibility.id) == col(ProgressReport.responsibility_id))
        .join(Department, col(Department.id) == col(Responsibility.department_id))
        .outerjoin(ReportSlot, col(ReportSlot.id) == col(ProgressReport.slot_id))
        .where(col(ProgressReport.status) == ReportStatus.SUBMITTED)
    )
    requests = db.execute(
        columns(col(ClosureRequest.id), col(ClosureRequest.task_id), col(Department.name), col(ClosureRequest.asked_at))
        .join(User, col(User.id) == col(ClosureRequest.asked_by_id))
        .outerjoin(Department, col(Department.id) == col(User.department_id))
        .where(*closures_open(checked=False))
    )
    found = [Waiting("report", i, t, name, f"{word or '临时'}进展", at) for i, t, name, word, at in reports]
    delays = db.execute(
        columns(
            col(ExtensionRequest.id),
            col(ExtensionRequest.task_id),
            col(Department.name),
            col(ExtensionRequest.until),
            col(ExtensionRequest.asked_at),
        )
        .join(User, col(User.id) == col(ExtensionRequest.asked_by_id))
        .outerjoin(Department, col(Department.id) == col(User.department_id))
        .where(*extensions_open(for_leader=False))
    )
    refused = db.execute(
        columns(col(Refusal.id), col(Refusal.task_id), col(Department.name), col(Refusal.asked_at))
        .join(Responsibility, col(Responsibility.id) == col(Refusal.responsibility_id))
        .join(Department, col(Department.id) == col(Responsibility.department_id))
        .where(*refusals_open())
    )
    found += [Waiting("refusal", i, t, name, "申请退办", at) for i, t, name, at in refused]
    found += [Waiting("closure", i, t, name or "", "销号申请", at) for i, t, name, at in requests]
    found += [Waiting("extension", i, t, name or "", f"申请延至{day(until)}", at) for i, t, name, until, at in delays]
    return sorted(found, key=lambda w: (w.at, w.kind, w.id))


def proofs_of_task(db: Session, task_id: int) -> Sequence[Attachment]:
    """Proof of the sent reports, oldest first."""
    return db.exec(
        select(Attachment)
        .join(ProgressReport, col(ProgressReport.id) == col(Attachment.report_id))
        .where(ProgressReport.task_id == task_id, col(ProgressReport.status).not_in(UNSENT))
        .order_by(col(Attachment.id))
    ).all()


def indicator_values(db: Session, task_id: int) -> list[tuple[Indicator, Decimal | None]]:
    """Each indicator with the newest value that was sent."""
    newest = measuring.known(db, task_id)
    return [(i, newest[i.id].value if i.id in newest else None) for i in measuring.indicators_of(db, task_id)]
