"""The only place that reads the clock. Days are Beijing days, moments are UTC."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

BEIJING = ZoneInfo("Asia/Shanghai")
_believed: date | None = None


def believe(day: date | None) -> None:
    """A demonstration may live on another day (TAIZHANG_TODAY); None returns to the real one."""
    global _believed
    _believed = day


def now() -> datetime:
    """The present moment, aware, UTC; in a demonstration the same time of the believed day."""
    real = datetime.now(BEIJING)
    if _believed is not None:
        real = datetime.combine(_believed, real.timetz())
    return real.astimezone(UTC)


def today() -> date:
    """Today in Beijing."""
    return now().astimezone(BEIJING).date()
