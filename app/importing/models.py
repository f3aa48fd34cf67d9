"""An upload and its draft tasks, until a person publishes them."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from app.core.db import by_value
from app.tasks.kinds import DeadlineKind, Origin, Recurrence, ReportCycle


class BatchStatus(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"
    UNDONE = "undone"


class ImportBatch(SQLModel, table=True):
    """One uploaded document on its way to a ledger."""

    __tablename__ = "import_batch"

    id: int = Field(default=None, primary_key=True)
    source_id: int = Field(foreign_key="source_document.id", index=True, ondelete="RESTRICT")
    organisation_id: int | None = Field(default=None, foreign_key="department.id", ondelete="RESTRICT")
    title: str = Field(default="", max_length=200)
    doc_number: str | None = Field(default=None, max_length=60)
    issuer: str | None = Field(default=None, max_length=80)
    issued_on: date | None = None
    issued_either: list[str] = Field(default_factory=list, sa_type=JSON)  # days that the printed one may mean
    status: BatchStatus = Field(default=BatchStatus.DRAFT, sa_type=by_value(BatchStatus))
    ledger_id: int | None = Field(default=None, foreign_key="ledger.id", ondelete="SET NULL")
    rows: list[list[int]] = Field(default_factory=list, sa_type=JSON)  # where table rows stand in the source's text
    scans: list[int] = Field(default_factory=list, sa_type=JSON)  # pages recognised in pictures, from 1
    names: dict[str, dict[str, Any]] = Field(default_factory=dict, sa_type=JSON)  # see names.py
    seen: dict[str, str] = Field(default_factory=dict, sa_type=JSON)  # warnings looked at → by whom; see checks.py
    pairs: dict[str, int] = Field(default_factory=dict, sa_type=JSON)  # draft → task, by a clerk; see editions/pairs.py
    edition_of: int | None = Field(default=None, foreign_key="ledger.id", index=True, ondelete="SET NULL")
    edition_id: int | None = Field(default=None, foreign_key="ledger_edition.id", ondelete="SET NULL")
    created_by: str = Field(max_length=60)
    created_at: datetime
    version: int = 1


class JobStatus(StrEnum):
    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    FAILED = "failed"


class ReadingJob(SQLModel, table=True):
    """A file sent in, until it is read; then its bytes became a batch, or the words of a refusal are left.

    Of a file that held nothing of what it was sent in for, the bytes stay until it is dismissed or sent in otherwise.
    """

    __tablename__ = "reading_job"

    id: int = Field(default=None, primary_key=True)
    name: str = Field(max_length=200)
    content: bytes | None = None
    status: JobStatus = Field(default=JobStatus.WAITING, index=True, sa_type=by_value(JobStatus))
    words: str = Field(default="", max_length=500)  # why it failed
    done: int = 0
    total: int | None = None
    reader: str = Field(default="", max_length=32)  # who reads it now
    beat_at: datetime | None = None  # when he was last heard of
    attempts: int = 0
    batch_id: int | None = Field(default=None, foreign_key="import_batch.id", ondelete="CASCADE")
    origin: Origin | None = Field(default=None, sa_type=by_value(Origin))  # set: an article to read figures out of
    posted_on: date | None = None  # of an article that names no day itself
    article_id: int | None = Field(default=None, foreign_key="article.id", ondelete="CASCADE")
    is_edition: bool = False  # a newer edition; of which ledger is said below, or asked when it has been read
    edition_of: int | None = Field(default=None, foreign_key="ledger.id", ondelete="SET NULL")
    sent_by_id: int | None = Field(default=None, foreign_key="user.id", ondelete="SET NULL")
    sent_by: str = Field(max_length=60)
    sent_at: datetime


class DraftTask(SQLModel, table=True):
    """A task as recognised and corrected. Lists (departments, indicators, doubts) are plain JSON until published."""

    __tablename__ = "draft_task"

    id: int = Field(default=None, primary_key=True)
    batch_id: int = Field(foreign_key="import_batch.id", index=True, ondelete="CASCADE")
    position: int  # the order only: a dropped draft keeps its place, so that it can come back to it
    dropped: bool = False
    number: str | None = Field(default=None, max_length=20)
    heading_label: str = Field(default="", max_length=20)
    heading: str | None = Field(default=None, max_length=1000)
    text: str
    start: int
    end: int
    leaders: list[str] = Field(default_factory=list, sa_type=JSON)
    departments: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)  # {"name", "role"} as printed
    indicators: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    doubts: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)  # {"code", "message", "must", "settled"}
    deadline_kind: DeadlineKind = Field(default=DeadlineKind.NONE, sa_type=by_value(DeadlineKind))
    deadline_words: str = Field(default="", max_length=200)
    deadline_rule: str = Field(default="", max_length=200)
    due_on: date | None = None
    start_on: date | None = None
    set_by_office: bool = False
    recurrence: Recurrence | None = Field(default=None, sa_type=by_value(Recurrence))
    recurrence_words: str = Field(default="", max_length=100)
    report_cycle: ReportCycle = Field(default=ReportCycle.NONE, sa_type=by_value(ReportCycle))
    version: int = 1


class DraftEdit(SQLModel, table=True):
    """What one clerk did to the drafts in one act, so that he can take it back."""

    __tablename__ = "draft_edit"

    id: int = Field(default=None, primary_key=True)
    batch_id: int = Field(foreign_key="import_batch.id", index=True, ondelete="CASCADE")
    by_id: int = Field(foreign_key="user.id", index=True, ondelete="CASCADE")
    at: datetime
    what: str = Field(max_length=200)
    before: dict[str, Any] = Field(sa_type=JSON)  # draft id → its fields; printed name → its decision
    after: dict[str, Any] = Field(sa_type=JSON)  # draft id → its version; printed name → its decision
    undone: bool = False
