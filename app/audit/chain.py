"""The log as a chain: each event's digest covers its content and the digest before it (DOMAIN §8)."""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC

from sqlalchemy import event
from sqlmodel import Session, col, select

from app.audit.models import AuditEvent, AuditHead

HEAD = 1
PORTION = 1000
WAITING = "audit events of this transaction"


def digest_of(before: str, number: int, one: AuditEvent) -> str:
    content = [
        before, number, one.at.astimezone(UTC).isoformat(timespec="microseconds"), one.actor_id, one.actor_name,
        str(one.tag), one.subject_kind, one.subject_id, one.details,
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def wait_for_seal(db: Session, one: AuditEvent) -> None:
    db.info.setdefault(WAITING, []).append(one)


@event.listens_for(Session, "before_commit")
def seal(db: Session) -> None:
    """Links the events of a transaction as its very last act: the head's lock is held for a moment only, and, taken
    after every other lock, never makes two writers wait for each other. Events of an undone savepoint are gone."""
    if db.in_nested_transaction():
        return
    waiting: list[AuditEvent] = [one for one in db.info.pop(WAITING, []) if one in db]
    if not waiting:
        return
    db.flush()  # everything else is written, and its locks are held, before the chain's own
    head = db.exec(
        select(AuditHead).where(AuditHead.id == HEAD).with_for_update().execution_options(populate_existing=True)
    ).one()
    for one in waiting:
        head.number += 1
        one.digest = head.digest = digest_of(head.digest, head.number, one)
        one.number = head.number


def in_order(db: Session) -> Iterator[AuditEvent]:
    """A thousand at a time: the log of years does not fit into memory."""
    last = 0
    while some := db.exec(
        select(AuditEvent).where(col(AuditEvent.number) > last).order_by(col(AuditEvent.number)).limit(PORTION)
    ).all():
        yield from some
        last = some[-1].number or 0
        for one in some:
            db.expunge(one)


def fault_of(db: Session) -> str:
    """Where the chain is broken, in words; empty when it is whole."""
    before, number = "", 0
    for one in in_order(db):
        number += 1
        if one.number != number:
            return f"第{number}条缺失。"
        if one.digest != digest_of(before, number, one):
            return f"第{number}条的内容与当时不符。"
        before = one.digest
    head = db.exec(select(AuditHead).where(AuditHead.id == HEAD)).one()
    if (head.number, head.digest) != (number, before):
        return f"第{number}条之后的记录缺失。"
    return ""
