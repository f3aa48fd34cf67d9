"""How days, moments and figures are written (ui/DESIGN §8)."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from markupsafe import Markup, escape

from app.core.clock import BEIJING, today


def day(value: date | None) -> str:
    """2021-10-14; 10-14 within the current year."""
    if value is None:
        return ""
    return f"{value:%m-%d}" if value.year == today().year else value.isoformat()


def long_day(value: date | None) -> str:
    """2021年10月14日."""
    return f"{value.year}年{value.month}月{value.day}日" if value else ""


def short_day(value: date | None) -> str:
    """10月14日."""
    return f"{value.month}月{value.day}日" if value else ""


def paper_day(value: date | None) -> str:
    """2021.10.14, the form of the printed ledger."""
    return f"{value:%Y.%m.%d}" if value else ""


def beijing_day(value: datetime | None) -> str:
    return day(value.astimezone(BEIJING).date()) if value else ""


def moment(value: datetime | None) -> str:
    """10-14 8:30, Beijing time."""
    if value is None:
        return ""
    local = value.astimezone(BEIJING)
    return f"{day(local.date())} {local.hour}:{local.minute:02d}"


def figure(value: Decimal | int | None) -> str:
    """A quantity without trailing zeros."""
    return "" if value is None else f"{Decimal(value).normalize():f}"


def size(value: int) -> str:
    """A file's size: 326 KB, 1.2 MB."""
    return f"{value / 1048576:.1f} MB" if value >= 1048576 else f"{max(1, round(value / 1024))} KB"


def marked(text: str, words: Sequence[str]) -> Markup:
    """The text with each of the words in <mark>; everything is escaped."""
    pattern = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    if not pattern:
        return escape(text)
    parts = re.split(f"({pattern})", text, flags=re.IGNORECASE)
    return Markup().join(Markup("<mark>{}</mark>").format(part) if n % 2 else part for n, part in enumerate(parts))


ALL: dict[str, Callable[..., Any]] = {
    "day": day,
    "long_day": long_day,
    "short_day": short_day,
    "paper_day": paper_day,
    "beijing_day": beijing_day,
    "moment": moment,
    "figure": figure,
    "size": size,
    "marked": marked,
}
