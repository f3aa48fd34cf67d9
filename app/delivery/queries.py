"""A person's notices, newest first."""

from sqlmodel import Session, col, func, select

from app.delivery.models import Notice
from app.delivery.pages import NoticeRow

PER_PAGE = 50


def notices_of(db: Session, user_id: int, page: int) -> list[NoticeRow]:
    """One page of them; two notices of the same moment keep their order."""
    rows = db.exec(
        select(Notice)
        .where(Notice.user_id == user_id)
        .order_by(col(Notice.created_at).desc(), col(Notice.id).desc())
        .limit(PER_PAGE)
        .offset((page - 1) * PER_PAGE)
    )
    return [row_of(notice) for notice in rows]


def count_of(db: Session, user_id: int) -> int:
    return db.exec(select(func.count()).select_from(Notice).where(Notice.user_id == user_id)).one()


def row_of(notice: Notice) -> NoticeRow:
    return NoticeRow(notice.id, notice.words, notice.href, notice.created_at, notice.read_at is None)
