"""Events are only ever added."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel


class AuditEvent(SQLModel, table=True):
    """One act. The actor's name is kept as it was. Number and digest are its link in the chain."""

    __tablename__ = "audit_event"

    id: int = Field(default=None, primary_key=True)
    at: datetime = Field(index=True)
    actor_id: int | None = Field(default=None, index=True)
    actor_name: str = Field(max_length=60)
    tag: str = Field(max_length=60, index=True)
    subject_kind: str = Field(max_length=20, index=True)
    subject_id: int | None = Field(default=None, index=True)
    details: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    number: int | None = Field(default=None, unique=True)
    digest: str | None = Field(default=None, max_length=64)


class AuditHead(SQLModel, table=True):
    """The end of the chain: one row, locked by whoever adds to it."""

    __tablename__ = "audit_head"

    id: int = Field(primary_key=True)
    number: int
    digest: str = Field(max_length=64)
