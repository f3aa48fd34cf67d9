"""The list of ledgers, one ledger with its filters, and its document."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import case, func, or_
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from app.boards.filters import Filters, SortHead, asked_lines, sort_heads
from app.boards.lamp_sql import facts, lamp_of
from app.boards.rows import LampCount, Reader, Row, counted, row_of
from app.ledgers.models import Ledger, LedgerStatus, SourceDocument
from app.people.models import Department
from app.people.scope import Viewer
from app.progress.lines import TaskLine, task_lines
from app.tasks.kinds import Lamp, ResponsibilityStatus, TaskStatus
from app.tasks.models import Responsibility, Task
from app.workdays.calendar import installed


@dataclass(frozen=True)
class LedgerHead:
    """The printed head of a ledger."""

    id: int
    title: str
    doc_number: str
    issuer: str
    issued_on: date | None
    archived: bool
    has_source: bool

    @property
    def name(self) -> str:
        """Short, as a link says it."""
        return self.doc_number or self.title


@dataclass(frozen=True)
class Next:
    """The task that falls due next."""

    due_on: date
    number: str


@dataclass(frozen=True)
class LedgerRow:
    """One ledger in the list; the lamps are those of the tasks the reader may follow."""

    head: LedgerHead
    tasks: int
    waiting: int  # published and not yet handed out (交办)
    lamps: tuple[LampCount, ...]
    next: Next | None


def head_of(ledger: Ledger) -> LedgerHead:
    return LedgerHead(
        id=ledger.id,
        title=ledger.title,
        doc_number=ledger.doc_number or "",
        issuer=ledger.issuer or "",
        issued_on=ledger.issued_on,
        archived=ledger.status is LedgerStatus.ARCHIVED,
        has_source=ledger.source_id is not None,
    )


def visible_ledgers(viewer: Viewer) -> Any:
    """Ids of the ledgers of the reader's organisation; all of them for office and leaders."""
    ids = select(col(Ledger.id))
    return ids if viewer.sees_everything else ids.where(Ledger.organisation_id == viewer.organisation_id)


def ledger_rows(db: Session, viewer: Viewer, today: date, reader: Reader) -> list[LedgerRow]:
    """Those in hand first, the newest first. Three statements; no task is loaded."""
    ledgers = db.exec(
        select(Ledger)
        .where(col(Ledger.id).in_(visible_ledgers(viewer)))
        .order_by(col(Ledger.status) == LedgerStatus.ARCHIVED, col(Ledger.issued_on).desc(), col(Ledger.id).desc())
    ).all()
    where = col(Task.ledger_id).in_(visible_ledgers(viewer))
    counts, following = lamp_table(db, today, where, reader), next_due(db, today, where, reader)
    return [
        LedgerRow(
            head=head_of(ledger),
            tasks=counts[ledger.id].total,
            waiting=counts[ledger.id].waiting,
            lamps=tuple(c for c in counted(counts[ledger.id].lamps) if c.count),
            next=following.get(ledger.id),
        )
        for ledger in ledgers
    ]


class Counts:
    """All tasks of a ledger, those not yet handed out, and those the reader may follow by their lamps."""

    def __init__(self) -> None:
        self.total, self.presumed, self.waiting = 0, 0, 0
        self.lamps: dict[Lamp, int] = defaultdict(int)


def lamp_table(db: Session, today: date, where: Any, reader: Reader) -> dict[int, Counts]:
    rows = facts(today, where, reader.followed).c
    waits = case((rows.status == TaskStatus.DRAFT, 1), else_=0).label("waits")
    lit = columns(rows.ledger_id, rows.followed, rows.presumed, waits, lamp_of(rows, today).label("lamp")).subquery().c
    groups = (lit.ledger_id, lit.followed, lit.lamp)
    found: dict[int, Counts] = defaultdict(Counts)
    counting = columns(*groups, func.count(), func.sum(lit.presumed), func.sum(lit.waits)).group_by(*groups)
    for ledger_id, followed, code, n, presumed, waits_n in db.execute(counting):
        one = found[ledger_id]
        one.total, one.presumed, one.waiting = one.total + n, one.presumed + presumed, one.waiting + waits_n
        if followed:
            one.lamps[Lamp(code)] += n
    return found


def next_due(db: Session, today: date, where: Any, reader: Reader) -> dict[int, Next]:
    """Of each ledger the next task to fall due, handed out and not struck off, that the reader may follow."""
    rows = facts(today, where, reader.followed).c
    nth = func.row_number().over(partition_by=rows.ledger_id, order_by=(rows.due_on, rows.position)).label("nth")
    coming = (
        columns(rows.ledger_id, rows.due_on, rows.number, rows.position, nth)
        .where(
            rows.followed == 1,
            rows.due_on >= today,
            lamp_of(rows, today) != Lamp.CLOSED.value,
            rows.status != TaskStatus.DRAFT,
        )
        .subquery()
    ).c
    first = columns(coming.ledger_id, coming.due_on, coming.number, coming.position).where(coming.nth == 1)
    return {
        ledger_id: Next(due_on, number or str(position)) for ledger_id, due_on, number, position in db.execute(first)
    }


@dataclass(frozen=True)
class LedgerMatter:
    """A ledger with the rows that match, and what the filter bar offers."""

    rows: tuple[Row, ...]
    heads: dict[str, SortHead]
    total: int
    followed: int
    lamps: tuple[LampCount, ...]
    departments: tuple[tuple[str, str], ...]
    presumed: int
    waiting: int
    lead_name: str


def ledger_matter(db: Session, ledger: Ledger, today: date, reader: Reader, filters: Filters) -> LedgerMatter:
    departments = departments_of(db, ledger.id)
    order = {int(department_id): n for n, (department_id, _) in enumerate(departments)}
    lines = asked_lines(db, ledger.id, filters, reader, today, order)
    counts = lamp_table(db, today, col(Task.ledger_id) == ledger.id, reader)[ledger.id]
    return LedgerMatter(
        rows=tuple(row_of(line, today, reader.may_follow) for line in lines),
        heads=sort_heads(filters),
        total=counts.total,
        followed=sum(counts.lamps.values()),
        lamps=counted(counts.lamps),
        departments=departments,
        presumed=counts.presumed,
        waiting=counts.waiting,
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
        .where(Task.ledger_id == ledger_id, Responsibility.status != ResponsibilityStatus.HANDED_OVER)
    )
    rows = db.exec(
        select(Department.id, Department.name)
        .where(col(Department.id).in_(named))
        .order_by(col(Department.position), col(Department.id))
    )
    return tuple((str(department_id), name) for department_id, name in rows)


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
