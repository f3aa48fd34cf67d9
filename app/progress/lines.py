"""A task as every list shows it: one computation for page, board, reminder and paper. Four statements, any length."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, select
from sqlmodel import Session, SQLModel, col

from app.core.clock import BEIJING
from app.people.models import Department
from app.progress.asof import closed_by, counts_on, due_on, start_on, status_on, times_extended
from app.progress.models import Closure, ProgressReport, ReportSlot, SlotStatus
from app.tasks.kinds import Lamp, Part, Recurrence, ReportCycle, ResponsibilityStatus, TaskStatus
from app.tasks.models import Responsibility, Task
from app.tasks.rules import LampView, Standing, expected_percent, lamp, overdue_days
from app.workdays.rules import IsWorkingDay

TASK: Any = SQLModel.metadata.tables["task"]  # its plain columns, not the object


@dataclass(frozen=True)
class LineDepartment:
    """A department's part in a task; `group_id` when it was fanned out of a group."""

    id: int
    responsibility_id: int
    name: str
    part: Part
    presumed: bool
    group_id: int | None
    awaits: bool = False  # 待签收


@dataclass(frozen=True)
class LineSlot:
    """A period for which progress is asked of a department."""

    id: int
    responsibility_id: int
    word: str
    opens_on: date
    due_on: date
    status: SlotStatus
    submitted_on: date | None


@dataclass(frozen=True)
class TaskLine:
    """Plain values, so that a template cannot run a query. `percent` None: nothing was ever reported."""

    id: int
    ledger_id: int
    position: int
    number: str
    target: str
    status: TaskStatus
    departments: tuple[LineDepartment, ...]
    slots: tuple[LineSlot, ...]
    start_on: date | None
    first_due_on: date | None
    due_on: date | None
    extended: int
    set_by_office: bool
    recurrence: Recurrence | None
    recurrence_words: str
    report_cycle: ReportCycle
    percent: int | None
    expected: int | None
    last_reported_on: date | None
    reported_by: str  # the department whose word the progress is; an earlier lead's until the new one reports
    summary: str
    problems: str
    next_steps: str
    closed_on: date | None
    lamp: LampView
    standing: Standing
    version: int

    @property
    def lead(self) -> LineDepartment | None:
        return next((d for d in self.departments if d.part is Part.LEAD), None)

    @property
    def lead_name(self) -> str:
        return self.lead.name if self.lead else ""

    @property
    def told_by_other(self) -> str:
        """Who reported, where the present lead has not yet: the name is said beside the figure."""
        leads = {d.name for d in self.departments if d.part is Part.LEAD}
        return "" if self.reported_by in leads else self.reported_by

    @property
    def unsigned(self) -> bool:
        """待签收, until the first department has signed."""
        groups = {d.group_id for d in self.departments}  # they sign through their members
        mine = [d.awaits for d in self.departments if d.id not in groups]
        return bool(mine) and all(mine)

    @property
    def presumed(self) -> bool:
        return bool(self.lead and self.lead.presumed)

    @property
    def supports(self) -> tuple[str, ...]:
        """Members of a group are not listed one by one: the group's name stands for them."""
        return tuple(d.name for d in self.departments if d.part is Part.SUPPORT and d.group_id is None)

    @property
    def overdue_days(self) -> int:
        """Days late when the lamp is red because of the day; else 0."""
        return self._overdue if self.lamp.lamp is Lamp.RED else 0

    @property
    def struck(self) -> bool:
        return self.lamp.lamp is Lamp.CLOSED

    _overdue: int = 0


@dataclass(frozen=True)
class _Latest:
    percent: int
    day: date
    summary: str
    department: str
    problems: str
    next_steps: str


def task_lines(db: Session, wanted: Select[tuple[int]], today: date, is_working_day: IsWorkingDay) -> list[TaskLine]:
    """The lines of the tasks whose ids `wanted` selects, in the ledger's order, as they stood at the end of `today`."""
    then = (
        status_on(today).label("status_then"),
        start_on().label("start_then"),
        due_on(today).label("due_then"),
        times_extended(today).label("extended"),
    )
    tasks = db.execute(
        select(TASK, col(Closure.closed_on), *then)
        .outerjoin(Closure, closed_by(today))
        .where(col(Task.id).in_(wanted))
        .order_by(col(Task.ledger_id), col(Task.position))
    ).all()
    departments = _departments(db, wanted)
    slots = _slots(db, wanted, today)
    latest = _latest(db, wanted, today)
    return [_line(row, departments[row.id], slots[row.id], latest.get(row.id), today, is_working_day) for row in tasks]


def _line(
    t: Any,  # a plain row with a task's columns, closed_on, status_then, start_then, due_then and extended
    departments: Iterable[LineDepartment],
    slots: Iterable[LineSlot],
    latest: _Latest | None,
    today: date,
    is_working_day: IsWorkingDay,
) -> TaskLine:
    slots = tuple(slots)
    past = [s for s in slots if s.due_on < today and s.status is not SlotStatus.WAIVED]
    standing = Standing(
        status=t.status_then,
        start_on=t.start_then,
        due_on=t.due_then,
        percent=latest.percent if latest else None,
        missed=tuple(dict.fromkeys(s.word for s in past if s.submitted_on is None)),
        first_slot_passed=bool(past),
        reported=latest is not None,
        closed_on=t.closed_on,
        resume_on=t.suspended_until,
        end_word=t.end_word,
    )
    return TaskLine(
        id=t.id,
        ledger_id=t.ledger_id,
        position=t.position,
        number=t.number or str(t.position),
        target=t.target,
        status=t.status_then,
        departments=tuple(departments),
        slots=slots,
        start_on=t.start_then,
        first_due_on=t.first_due_on,
        due_on=t.due_then,
        extended=t.extended,
        set_by_office=t.set_by_office,
        recurrence=t.recurrence,
        recurrence_words=t.recurrence_words,
        report_cycle=t.report_cycle,
        percent=100 if t.closed_on else (latest.percent if latest else None),
        expected=expected_percent(t.start_then, t.due_then, today),
        last_reported_on=latest.day if latest else None,
        reported_by=latest.department if latest else "",
        summary=latest.summary if latest else "",
        problems=latest.problems if latest else "",
        next_steps=latest.next_steps if latest else "",
        closed_on=t.closed_on,
        lamp=lamp(standing, today, is_working_day=is_working_day),
        standing=standing,
        version=t.version,
        _overdue=overdue_days(t.due_then, today),
    )


def _departments(db: Session, wanted: Select[tuple[int]]) -> dict[int, list[LineDepartment]]:
    found: dict[int, list[LineDepartment]] = defaultdict(list)
    rows = db.execute(
        select(
            col(Responsibility.task_id),
            col(Responsibility.department_id),
            col(Responsibility.id),
            col(Department.name),
            col(Responsibility.part),
            col(Responsibility.presumed),
            col(Responsibility.group_id),
            col(Responsibility.status) == ResponsibilityStatus.AWAITING_RECEIPT,
        )
        .join(Department, col(Department.id) == col(Responsibility.department_id))
        .where(
            col(Responsibility.task_id).in_(wanted),
            col(Responsibility.status) != ResponsibilityStatus.HANDED_OVER,
        )
        .order_by(col(Responsibility.position), col(Responsibility.id))
    )
    for task_id, *rest in rows:
        found[task_id].append(LineDepartment(*rest))
    return found


def _slots(db: Session, wanted: Select[tuple[int]], today: date) -> dict[int, list[LineSlot]]:
    found: dict[int, list[LineSlot]] = defaultdict(list)
    rows = db.execute(
        select(
            col(ReportSlot.task_id),
            col(ReportSlot.id),
            col(ReportSlot.responsibility_id),
            col(ReportSlot.period_word),
            col(ReportSlot.opens_on),
            col(ReportSlot.due_on),
            col(ReportSlot.status),
            col(ReportSlot.first_submitted_at),
        )
        .where(col(ReportSlot.task_id).in_(wanted))
        .order_by(col(ReportSlot.due_on), col(ReportSlot.id))
    )
    for task_id, *rest, submitted_at in rows:
        sent = beijing(submitted_at)
        sent = sent if sent and sent <= today else None
        found[task_id].append(LineSlot(*rest, sent))  # type: ignore[call-arg]  # *rest has six
    return found


def _latest(db: Session, wanted: Select[tuple[int]], today: date) -> dict[int, _Latest]:
    """The newest progress a lead sent, per task: an earlier lead's word holds until the new one speaks."""
    rows = db.execute(
        select(
            col(ProgressReport.task_id),
            col(ProgressReport.percent),
            col(ProgressReport.submitted_at),
            col(ProgressReport.summary),
            col(Department.name),
            col(ProgressReport.problems),
            col(ProgressReport.next_steps),
        )
        .join(Responsibility, col(Responsibility.id) == col(ProgressReport.responsibility_id))
        .join(Department, col(Department.id) == col(Responsibility.department_id))
        .where(col(ProgressReport.task_id).in_(wanted), counts_on(today))
        .order_by(col(ProgressReport.submitted_at), col(ProgressReport.id))
    )
    return {
        task_id: _Latest(percent, day, *words)
        for task_id, percent, at, *words in rows
        if (day := beijing(at)) is not None
    }


def beijing(at: datetime | None) -> date | None:
    return at.astimezone(BEIJING).date() if at else None
