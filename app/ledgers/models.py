"""台账, its headings and the document it came from."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field, SQLModel

from app.core.db import by_value


class LedgerStatus(StrEnum):
    PUBLISHED = "published"
    ARCHIVED = "archived"


class SourceDocument(SQLModel, table=True):
    """来文 as it was received: the bytes, and the text in which every quotation has its place."""

    __tablename__ = "source_document"

    id: int = Field(default=None, primary_key=True)
    name: str = Field(max_length=200)
    format: str = Field(max_length=10)
    sha256: str = Field(max_length=64, index=True)
    content: bytes
    text: str
    places: list[list[int]] = Field(default_factory=list, sa_type=JSON)  # where what stands on its pages, see Place


class Ledger(SQLModel, table=True):
    """A published ledger; it belongs to the organisation that issued it."""

    id: int = Field(default=None, primary_key=True)
    organisation_id: int = Field(foreign_key="department.id", index=True, ondelete="RESTRICT")
    source_id: int | None = Field(default=None, foreign_key="source_document.id", index=True, ondelete="RESTRICT")
    title: str = Field(max_length=200)
    doc_number: str | None = Field(default=None, max_length=60)  # 文号
    issuer: str | None = Field(default=None, max_length=80)  # the body that signed, as printed
    issued_on: date | None = None
    status: LedgerStatus = Field(default=LedgerStatus.PUBLISHED, sa_type=by_value(LedgerStatus))
    published_at: datetime
    published_by: str = Field(max_length=60)
    closure_needs_leader: bool = False  # 销号 waits for a leader's consent after the office has checked
    needs_receipt: bool = False  # 部门须签收: a department confirms that it has the task
    version: int = 1


class Measure(SQLModel, table=True):
    """措施: a heading (一、) that groups tasks."""

    __table_args__ = (UniqueConstraint("ledger_id", "position"),)

    id: int = Field(default=None, primary_key=True)
    ledger_id: int = Field(foreign_key="ledger.id", ondelete="CASCADE")
    position: int
    label: str = Field(max_length=20)
    text: str = Field(max_length=1000)


class LedgerEdition(SQLModel, table=True):
    """新版: a newer document whose changes were taken over into a ledger. The first document is no edition."""

    __tablename__ = "ledger_edition"

    id: int = Field(default=None, primary_key=True)
    ledger_id: int = Field(foreign_key="ledger.id", index=True, ondelete="CASCADE")
    source_id: int = Field(foreign_key="source_document.id", ondelete="RESTRICT")
    title: str = Field(max_length=200)
    doc_number: str | None = Field(default=None, max_length=60)
    issued_on: date | None = None
    adopted_at: datetime
    adopted_by: str = Field(max_length=60)
    before: dict[str, Any] = Field(sa_type=JSON)  # head, source and places of tasks as they were
    undone_at: datetime | None = None
