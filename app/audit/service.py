"""Write down who did what, in the same transaction as the act."""

from typing import Any

from sqlmodel import Session

from app.audit.models import AuditEvent
from app.audit.tags import Tag
from app.core.clock import now


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
    db.add(
        AuditEvent(
            at=now(),
            actor_id=actor_id,
            actor_name=actor_name,
            tag=tag,
            subject_kind=subject_kind,
            subject_id=subject_id,
            details=details,
        )
    )
