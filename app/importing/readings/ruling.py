"""How the day of a figure was found, in the words that the clerk reads beside it."""

from datetime import date

from app.core.filters import long_day
from app.importing.readings.moments import Moment
from app.importing.readings.reading import Kind


def rule_of(kind: Kind, moment: Moment | None, day: date | None, printed: date | None) -> str:
    if day is None:
        return f"“{moment.words}”要看哪天印发，原文没有写" if moment and moment.words else "原文没有写日期"
    if moment is None or not moment.words:
        return _without_words(kind, day, printed)
    if kind is Kind.PLAN and moment.is_open:
        return f"“{moment.words}”的打算，按年底"
    if day == printed and (moment.is_open or moment.day == printed):
        return f"“{moment.words}”，按印发日{long_day(day)}"
    return f"“{moment.words}”，按{long_day(day)}"


def _without_words(kind: Kind, day: date, printed: date | None) -> str:
    if kind is Kind.PLAN:
        return f"原文没有写期限，按{long_day(day)}推定"
    return f"原文没有写日期，按{'印发日' if day == printed else '标题所写期间'}{long_day(day)}推定"
