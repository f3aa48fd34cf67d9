"""The list of ledgers, one ledger with its filters, and its document."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import or_
from sqlmodel import Session, col, select

from app.boards.rows import LampCount, MayFollow, Row, lamp_counts, row_of
from app.ledgers.models import Ledger, LedgerStatus, SourceDocument
from app.people.models import Department
from app.people.scope import Viewer
from app.progress.lines import TaskLine, task_lines
from app.tasks.kinds import Part
from app.tasks.models import Responsibility, Task
from app.workdays.calendar import installed

DUE_CHOICES = (("overdue", "已逾期"), ("7", "7日内"), ("30", "30日内"))


@dataclass(frozen=True)
class LedgerRow:
    """One ledger in the list; the lamps are those of the tasks the reader may follow."""

    id: int
    title: str
    doc_number: str
    issuer: str
    issued_on: date | None
    archived: bool
    tasks: int
    lamps: tuple[LampCount, ...]
    next_due_on: date | None
    next_number: str


def visible_ledgers(viewer: Viewer) -> Any:
    """Ids of the ledgers of the reader's organisation; all of them for office and leaders."""
    ids = select(col(Ledger.id))
    return ids if viewer.sees_everything else ids.where(Ledger.organisation_id == viewer.organisation_id)


def ledger_rows(db: Session, viewer: Viewer, today: date, may_follow: MayFollow) -> list[LedgerRow]:
    """Those in hand first, the newest first."""
    ledgers = db.exec(
        select(Ledger)
        .where(col(Ledger.id).in_(visible_ledgers(viewer)))
        .order_by(col(Ledger.status) == LedgerStatus.ARCHIVED, col(Ledger.issued_on).desc(), col(Ledger.id).desc())
    ).all()
    wanted: Any = select(col(Task.id)).where(col(Task.ledger_id).in_(visible_ledgers(viewer)))
    lines: dict[int, list[TaskLine]] = defaultdict(list)
    for line in task_lines(db, wanted, today, installed().is_working_day):
        lines[line.ledger_id].append(line)
    return [ledger_row(ledger, lines[ledger.id], today, may_follow) for ledger in ledgers]


def ledger_row(ledger: Ledger, lines: list[TaskLine], today: date, may_follow: MayFollow) -> LedgerRow:
    followed = [line for line in lines if may_follow(line)]
    coming = [line for line in followed if line.due_on and line.due_on >= today and not line.struck]
    following = min(coming, key=lambda line: (line.due_on, line.position), default=None)
    return LedgerRow(
        id=ledger.id,
        title=ledger.title,
        doc_number=ledger.doc_number or "",
        issuer=ledger.issuer or "",
        issued_on=ledger.issued_on,
        archived=ledger.status is LedgerStatus.ARCHIVED,
        tasks=len(lines),
        lamps=tuple(c for c in lamp_counts(followed) if c.count),
        next_due_on=following.due_on if following else None,
        next_number=following.number if following else "",
    )


@dataclass(frozen=True)
class Filters:
    """As they stand in the address; an empty word asks for nothing."""

    dept: str = ""
    lamp: str = ""
    state: str = ""
    due: str = ""
    text: str = ""
    lead: str = ""  # "presumed", or the id of the department that leads

    @property
    def any(self) -> bool:
        return bool(self.dept or self.lamp or self.state or self.due or self.text or self.lead)


@dataclass(frozen=True)
class LedgerMatter:
    """A ledger with the rows that match, and what the filter bar offers."""

    rows: tuple[Row, ...]
    total: int
    followed: int
    lamps: tuple[LampCount, ...]
    departments: tuple[tuple[str, str], ...]
    presumed: int
    lead_name: str


def ledger_matter(db: Session, ledger: Ledger, today: date, may_follow: MayFollow, filters: Filters) -> LedgerMatter:
    lines = ledger_lines(db, ledger.id, today)
    followed = [line for line in lines if may_follow(line)]
    departments = departments_of(db, ledger.id)
    rows = [row_of(line, today, may_follow) for line in lines if matches(line, filters, today)]
    rows = [row for row in rows if progress_matches(row, filters)]
    return LedgerMatter(
        rows=tuple(rows),
        total=len(lines),
        followed=len(followed),
        lamps=lamp_counts(followed),
        departments=departments,
        presumed=sum(line.presumed for line in lines),
        lead_name=dict(departments).get(filters.lead, ""),
    )


def ledger_lines(db: Session, ledger_id: int, today: date) -> list[TaskLine]:
    wanted: Any = select(col(Task.id)).where(Task.ledger_id == ledger_id)
    return task_lines(db, wanted, today, installed().is_working_day)


def departments_of(db: Session, ledger_id: int) -> tuple[tuple[str, str], ...]:
    """Departments named in the ledger, in the order of the organisation."""
    named: Any = (
        select(col(Responsibility.department_id))
        .join(Task, col(Task.id) == col(Responsibility.task_id))
        .where(Task.ledger_id == ledger_id)
    )
    rows = db.exec(
        select(Department.id, Department.name)
        .where(col(Department.id).in_(named))
        .order_by(col(Department.position), col(Department.id))
    )
    return tuple((str(department_id), name) for department_id, name in rows)


def matches(line: TaskLine, filters: Filters, today: date) -> bool:
    """What everybody may know: departments, words and days."""
    if filters.dept and filters.dept not in {str(d.id) for d in line.departments}:
        return False
    if filters.lead == "presumed" and not line.presumed:
        return False
    leading = {str(d.id) for d in line.departments if d.part is Part.LEAD}
    if filters.lead.isdigit() and filters.lead not in leading:
        return False
    if filters.text and filters.text not in line.target:
        return False
    if not filters.due.isdigit():
        return True
    return line.due_on is not None and today <= line.due_on <= today + timedelta(days=int(filters.due[:4]))


def progress_matches(row: Row, filters: Filters) -> bool:
    """A reader who may not follow a task must not find it by how it stands."""
    if filters.due.isdigit() and row.struck:
        return False
    if not (filters.lamp or filters.state or filters.due == "overdue"):
        return True
    if not row.follows or (filters.lamp and row.lamp.lamp != filters.lamp):
        return False
    if filters.state and row.state != filters.state:
        return False
    return filters.due != "overdue" or row.overdue


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the document; `marks` are ids of the tasks that begin in it."""

    text: str
    marks: tuple[int, ...]


def paragraphs(db: Session, ledger: Ledger) -> tuple[Paragraph, ...]:
    text = db.exec(select(SourceDocument.text).where(SourceDocument.id == ledger.source_id)).one()
    starts = db.exec(
        select(Task.id, Task.source_start).where(
            Task.ledger_id == ledger.id, or_(col(Task.source_end) > 0, col(Task.source_start) > 0)
        )
    ).all()
    found, at = [], 0
    for part in text.split("\n"):
        end = at + len(part)
        if part.strip():
            found.append(Paragraph(part.strip(), tuple(i for i, start in starts if at <= start <= end)))
        at = end + 1
    return tuple(found)
