"""Put a line into an inbox, once; mark it read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, delete, select, update

from app.core.errors import NotFound
from app.delivery.models import Notice
from app.delivery.once import insert_once

LONGEST = 500
NO_NOTICE = "没有找到这条消息，可能已经撤回。请返回消息列表。"


@dataclass(frozen=True)
class Letter:
    """A notice to be; the key is the promise that it comes once."""

    key: str
    user_id: int
    words: str
    href: str


def put(db: Session, *, key: str, user_id: int, words: str, href: str, now: datetime) -> bool:
    """True when it was new; the same key is never written twice."""
    return put_all(db, [Letter(key, user_id, words, href)], now) == 1


def put_all(db: Session, letters: Iterable[Letter], now: datetime) -> int:
    """How many were new. In the order of the keys, so that two processes wait for each other instead of locking up."""
    once = {letter.key: letter for letter in letters}
    rows = [
        {"key": key, "user_id": one.user_id, "words": clipped(one.words), "href": one.href, "created_at": now}
        for key, one in sorted(once.items())
    ]
    return insert_once(db, Notice, rows, unique=["key"])


def clipped(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


def take_back(db: Session, key_stem: str) -> None:
    """Remove the notices of an act that was withdrawn; keys are stem:user."""
    db.exec(delete(Notice).where(col(Notice.key).startswith(f"{key_stem}:", autoescape=True)))


def forget(db: Session, which: ColumnElement[bool]) -> None:
    """Notices of what is no more: their addresses lead nowhere."""
    db.exec(delete(Notice).where(which))


def mark_read(db: Session, user_id: int, notice_id: int, now: datetime) -> Notice:
    """Raises NotFound for a notice of somebody else as for one that does not exist."""
    notice = db.exec(select(Notice).where(Notice.id == notice_id, Notice.user_id == user_id)).first()
    if notice is None:
        raise NotFound(NO_NOTICE)
    notice.read_at = notice.read_at or now
    return notice


def mark_all_read(db: Session, user_id: int, now: datetime) -> None:
    unread = col(Notice.user_id) == user_id, col(Notice.read_at).is_(None)
    db.exec(update(Notice).where(*unread).values(read_at=now))
