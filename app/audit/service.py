"""Write down who did what, in the same transaction as the act."""

from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session

from app.audit.chain import wait_for_seal
from app.audit.models import AuditEvent
from app.audit.tags import Tag
from app.core.clock import now
from app.core.db import transaction


def record(
    db: Session,
    tag: Tag,
    *,
    actor_id: int | None,
    actor_name: str,
    subject_kind: str,
    subject_id: int | None,
    **details: Any,
) -> None:
    """`details` must be JSON: days as ISO text."""
    one = AuditEvent(
        at=now(),
        actor_id=actor_id,
        actor_name=actor_name,
        tag=tag,
        subject_kind=subject_kind,
        subject_id=subject_id,
        details=details,
    )
    db.add(one)
    wait_for_seal(db, one)


def record_reading(
    engine: Engine, tag: Tag, *, actor_id: int, actor_name: str, subject_kind: str, subject_id: int, **details: Any
) -> None:
    """A print or an export: opening it changes no record, so the log entry has a transaction of its own."""
    with transaction(engine) as db:
        record(
            db, tag, actor_id=actor_id, actor_name=actor_name, subject_kind=subject_kind, subject_id=subject_id,
            **details,
        )  # fmt: skip
