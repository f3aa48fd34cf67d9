"""应报期次, 进展反馈, 审核, 销号申请, 销号 and 延期申请."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import CheckConstraint, Numeric, UniqueConstraint
from sqlmodel import Field, SQLModel

from app.core.db import by_value
from app.tasks.kinds import Origin, ReadingKind


class SlotStatus(StrEnum):
    """Only what is stored; 未到期, 待报送, 超期未报 are computed."""

    OPEN = "open"
    DRAFT = "draft"
    WITH_HEAD = "with_head"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    WAIVED = "waived"


class ReportStatus(StrEnum):
    """草稿, 待部门审核, 待审核, 已退回, 已通过."""

    DRAFT = "draft"
    WITH_HEAD = "with_head"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"


class Decision(StrEnum):
    """The outcome of a review or of a request; None in the row means: not yet."""

    ACCEPTED = "accepted"
    RETURNED = "returned"


class Receipt(SQLModel, table=True):
    """签收: a department confirms that it has the task."""

    id: int = Field(default=None, primary_key=True)
    responsibility_id: int = Field(foreign_key="responsibility.id", unique=True, ondelete="CASCADE")
    by_id: int = Field(foreign_key="user.id", ondelete="RESTRICT")
    at: datetime


class ReportSlot(SQLModel, table=True):
    """应报期次: responsibility × period. The first submission decides on time or late."""

    __tablename__ = "report_slot"
    __table_args__ = (UniqueConstraint("responsibility_id", "period"),)

    id: int = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="task.id", index=True, ondelete="CASCADE")
    responsibility_id: int = Field(foreign_key="responsibility.id", ondelete="CASCADE")
    period: str = Field(max_length=10)  # 2021Q3, 2021-09, 2021
    period_word: str = Field(max_length=20)  # 三季度
    opens_on: date
    due_on: date = Field(index=True)
    status: SlotStatus = Field(default=SlotStatus.OPEN, sa_type=by_value(SlotStatus))
    first_submitted_at: datetime | None = None
    waived_reason: str = Field(default="", max_length=200)
    version: int = 1


class ProgressReport(SQLModel, table=True):
    """进展反馈 of one department on one task; a draft is the same row before it is sent."""

    __tablename__ = "progress_report"
    __table_args__ = (CheckConstraint("percent >= 0 AND percent <= 100", name="percent_range"),)

    id: int = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="task.id", index=True, ondelete="CASCADE")
    responsibility_id: int = Field(foreign_key="responsibility.id", index=True, ondelete="CASCADE")
    slot_id: int | None = Field(default=None, foreign_key="report_slot.id", index=True, ondelete="SET NULL")
    percent: int = 0
    summary: str = ""
    problems: str = ""
    next_steps: str = ""
    no_change: bool = False  # 本期无变化: a nil report
    status: ReportStatus = Field(default=ReportStatus.DRAFT, sa_type=by_value(ReportStatus))
    author_id: int | None = Field(default=None, foreign_key="user.id", ondelete="RESTRICT")
    on_behalf: bool = False  # 代填: the office wrote it for the department
    as_lead: bool = False  # the department led the task when it was sent: what it said stays the task's progress
    saved_at: datetime
    submitted_at: datetime | None = Field(default=None, index=True)
    version: int = 1


class Reading(SQLModel, table=True):
    """A value of an indicator on a day: out of a report, or confirmed out of an article that is quoted.

    What a newspaper says and what is only intended never counts as the department's word.
    """

    id: int = Field(default=None, primary_key=True)
    indicator_id: int = Field(foreign_key="indicator.id", index=True, ondelete="CASCADE")
    report_id: int | None = Field(default=None, foreign_key="progress_report.id", index=True, ondelete="CASCADE")
    value: Decimal = Field(sa_type=Numeric(18, 4))
    as_of: date
    origin: Origin = Field(default=Origin.DEPARTMENT, sa_type=by_value(Origin))
    kind: ReadingKind = Field(default=ReadingKind.READING, sa_type=by_value(ReadingKind))
    source_id: int | None = Field(default=None, foreign_key="source_document.id", index=True, ondelete="RESTRICT")
    quotation: str = ""


class Review(SQLModel, table=True):
    """审核: 通过 or 退回 with a reason and a day."""

    id: int = Field(default=None, primary_key=True)
    report_id: int = Field(foreign_key="progress_report.id", index=True, ondelete="CASCADE")
    reviewer_id: int = Field(foreign_key="user.id", ondelete="RESTRICT")
    decision: Decision = Field(sa_type=by_value(Decision))
    remark: str = Field(default="", max_length=1000)
    redo_on: date | None = None
    at: datetime


class ClosureRequest(SQLModel, table=True):
    """申请销号 by the lead's head; the office closes or refuses in writing."""

    __tablename__ = "closure_request"

    id: int = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="task.id", index=True, ondelete="CASCADE")
    statement: str
    asked_by_id: int = Field(foreign_key="user.id", ondelete="RESTRICT")
    asked_at: datetime
    decision: Decision | None = Field(default=None, sa_type=by_value(Decision))
    remark: str = Field(default="", max_length=1000)
    redo_on: date | None = None
    checked_by_id: int | None = Field(default=None, foreign_key="user.id", ondelete="RESTRICT")  # 办公室核验
    checked_at: datetime | None = None  # since then it waits for a leader's consent
    check_remark: str = Field(default="", max_length=1000)
    decided_by_id: int | None = Field(default=None, foreign_key="user.id", ondelete="RESTRICT")
    decided_at: datetime | None = None
    version: int = 1


class Closure(SQLModel, table=True):
    """销号. Reopening is a new act, not an undo."""

    id: int = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="task.id", unique=True, ondelete="CASCADE")
    request_id: int | None = Field(default=None, foreign_key="closure_request.id", ondelete="SET NULL")
    closed_on: date
    closed_by_id: int = Field(foreign_key="user.id", ondelete="RESTRICT")
    note: str = Field(default="", max_length=1000)


class ExtensionRequest(SQLModel, table=True):
    """申请延期: a later day and the reason. What is granted becomes an Extension; waiting does not stop the clock."""

    __tablename__ = "extension_request"

    id: int = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="task.id", index=True, ondelete="CASCADE")
    old_due_on: date  # 现定 when it was asked
    until: date  # the day that is asked for
    reason: str = Field(max_length=1000)
    plan: str = Field(default="", max_length=1000)  # 后续安排
    late: bool = False  # 补办: asked after the day had passed
    for_leader: bool = False  # beyond what the office may grant
    asked_by_id: int = Field(foreign_key="user.id", ondelete="RESTRICT")
    asked_at: datetime
    decision: Decision | None = Field(default=None, sa_type=by_value(Decision))
    granted_until: date | None = None
    remark: str = Field(default="", max_length=1000)
    decided_by_id: int | None = Field(default=None, foreign_key="user.id", ondelete="RESTRICT")
    decided_at: datetime | None = None
    version: int = 1


class Refusal(SQLModel, table=True):
    """退办: a department sends back what is not its own, and names whose it is; the office keeps or reassigns it."""

    id: int = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="task.id", index=True, ondelete="CASCADE")
    responsibility_id: int = Field(foreign_key="responsibility.id", index=True, ondelete="CASCADE")
    reason: str = Field(max_length=1000)
    proposed_id: int | None = Field(default=None, foreign_key="department.id", ondelete="RESTRICT")
    asked_by_id: int = Field(foreign_key="user.id", ondelete="RESTRICT")
    asked_at: datetime
    decision: Decision | None = Field(default=None, sa_type=by_value(Decision))
    given_to_id: int | None = Field(default=None, foreign_key="department.id", ondelete="RESTRICT")  # 改派
    remark: str = Field(default="", max_length=1000)
    decided_by_id: int | None = Field(default=None, foreign_key="user.id", ondelete="RESTRICT")
    decided_at: datetime | None = None
    version: int = 1


class Instruction(SQLModel, table=True):
    """批示: a leader's dated line on a task, written by himself or entered by the office; it may ask for an answer."""

    id: int = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="task.id", index=True, ondelete="CASCADE")
    leader_id: int = Field(foreign_key="user.id", ondelete="RESTRICT")
    recorded_by_id: int | None = Field(default=None, foreign_key="user.id", ondelete="RESTRICT")  # 代录
    text: str = Field(max_length=1000)
    reply_by: date | None = None
    at: datetime
    withdrawn_at: datetime | None = None  # 撤回: it stays in the history and binds nobody
    withdrawn_by_id: int | None = Field(default=None, foreign_key="user.id", ondelete="RESTRICT")
    withdrawn_reason: str = Field(default="", max_length=1000)


class Attachment(SQLModel, table=True):
    """佐证材料 of a report or of a closure request; the bytes lie in the file store under their SHA-256."""

    id: int = Field(default=None, primary_key=True)
    report_id: int | None = Field(default=None, foreign_key="progress_report.id", index=True, ondelete="CASCADE")
    request_id: int | None = Field(default=None, foreign_key="closure_request.id", index=True, ondelete="CASCADE")
    name: str = Field(max_length=200)
    sha256: str = Field(max_length=64)
    size: int
    media_type: str = Field(max_length=80)
    added_by_id: int = Field(foreign_key="user.id", ondelete="RESTRICT")
    added_at: datetime
