"""The inbox."""

from dataclasses import dataclass
from datetime import datetime

from app.core.render import Page


@dataclass(frozen=True)
class NoticeRow:
    """A notice as the list shows it."""

    id: int
    words: str
    href: str
    at: datetime
    unread: bool


@dataclass(frozen=True)
class NoticeIndex(Page):
    """`previous` and `following` are addresses, empty at the ends."""

    template = "delivery/notices.html"

    notices: list[NoticeRow]
    total: int
    first: int
    last: int
    previous: str
    following: str


@dataclass(frozen=True)
class NoticeMarked(Page):
    """The line again, and the counter of the bell."""

    template = "delivery/_marked.html"
    fragment = "delivery/_marked.html"

    notice: NoticeRow
