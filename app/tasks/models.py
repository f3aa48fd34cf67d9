"""目标任务, 责任分工, 量化指标 and 延期."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Numeric, UniqueConstraint
from sqlmodel import Field, SQLModel

from app.core.db import by_value
from app.tasks.kinds import (
    Comparator,
    DeadlineKind,
    Part,
    PrintedRole,
    Recurrence,
    ReportCycle,
    ResponsibilityStatus,
    TaskStatus,
)


class Task(SQLModel, table=True):
    """One numbered line of a ledger, in the document's own words."""

    __table_args__ = (
        UniqueConstraint("ledger_id", "position"),
        CheckConstraint("position > 0", name="position_positive"),
    )

    id: int = Field(default=None, primary_key=True)
    ledger_id: int = Field(foreign_key="ledger.id", index=True, ondelete="CASCADE")
    measure_id: int | None = Field(default=None, foreign_key="measure.id", index=True, ondelete="SET NULL")
    position: int  # its place in the ledger, from 1
    number: str | None = Field(default=None, max_length=20)  # 序号 as printed; may restart or repeat; not the id
    target: str  # 目标任务: the document's own words, never rewritten
    source_start: int = 0  # where it stands in SourceDocument.text
    source_end: int = 0
    leaders: str = Field(default="", max_length=200)  # persons as printed, 、 between
    status: TaskStatus = Field(default=TaskStatus.ISSUED, sa_type=by_value(TaskStatus))
    handed_out_on: date | None = None  # 交办 on a later day than the publication; until then a DRAFT
    deadline_kind: DeadlineKind = Field(default=DeadlineKind.NONE, sa_type=by_value(DeadlineKind))
    deadline_words: str = Field(default="", max_length=200)
    deadline_rule: str = Field(default="", max_length=200)
    set_by_office: bool = False  # 办公室设定: no quotation stands behind the day
    start_on: date | None = None
    first_due_on: date | None = None  # 原定, never overwritten once issued
    due_on: date | None = Field(default=None, index=True)  # 现定
    recurrence: Recurrence | None = Field(default=None, sa_type=by_value(Recurrence))
    recurrence_words: str = Field(default="", max_length=100)
    report_cycle: ReportCycle = Field(default=ReportCycle.NONE, sa_type=by_value(ReportCycle))
    suspended_until: date | None = None
    end_word: str = Field(default="", max_length=60)  # where an ended task went: 并入第17项
    version: int = 1


class Responsibility(SQLModel, table=True):
    """责任分工: a task and a department; the role as printed and the part it plays are two facts."""

    __table_args__ = (UniqueConstraint("task_id", "department_id"),)

    id: int = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="task.id", index=True, ondelete="CASCADE")
    department_id: int = Field(foreign_key="department.id", index=True, ondelete="RESTRICT")
    group_id: int | None = Field(default=None, foreign_key="department.id", ondelete="RESTRICT")  # fanned out from
    position: int
    printed_name: str = Field(default="", max_length=80)
    printed_role: PrintedRole = Field(sa_type=by_value(PrintedRole))
    part: Part = Field(sa_type=by_value(Part))
    presumed: bool = False  # 推定: first named of several, until the office confirms
    status: ResponsibilityStatus = Field(
        default=ResponsibilityStatus.IN_HAND,
        sa_type=by_value(ResponsibilityStatus),
    )
    receipt_asked_on: date | None = None  # 待签收 since; the days until it is 逾期未签收 count from here


class Indicator(SQLModel, table=True):
    """量化指标, with its place in Task.target."""

    id: int = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="task.id", index=True, ondelete="CASCADE")
    position: int
    words: str = Field(max_length=300)
    comparator: Comparator = Field(sa_type=by_value(Comparator))
    value: Decimal | None = Field(sa_type=Numeric(18, 4))  # None: followed only (只关注), nothing is asked
    value_max: Decimal | None = Field(default=None, sa_type=Numeric(18, 4))
    unit: str = Field(max_length=20)
    period: str = Field(default="", max_length=20)
    start: int = 0
    end: int = 0


class Extension(SQLModel, table=True):
    """延期: one change of the due day, with who asked, why, and who decided."""

    id: int = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="task.id", index=True, ondelete="CASCADE")
    old_due_on: date
    new_due_on: date
    reason: str = Field(max_length=1000)
    asked_by: str = Field(max_length=60)
    decided_by: str = Field(max_length=60)
    decided_at: datetime


class TaskChange(SQLModel, table=True):
    """变更 of an issued task: what it was, what it became, and why. The old words are kept here."""

    __tablename__ = "task_change"

    id: int = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="task.id", index=True, ondelete="CASCADE")
    edition_id: int | None = Field(default=None, foreign_key="ledger_edition.id", index=True, ondelete="CASCADE")
    what: str = Field(max_length=60)  # 文字、时限
    reason: str = Field(max_length=1000)
    before: dict[str, Any] = Field(sa_type=JSON)  # empty for a task that the change brought
    after: dict[str, Any] = Field(sa_type=JSON)
    changed_by: str = Field(max_length=60)
    changed_at: datetime
