"""To which indicator a figure seems to belong: the same unit, and the most shared pairs of characters. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.importing.recognise.units import bare_word
from app.importing.similar import likeness, pairs, plain

OFFERED: Final = 3
LEAST: Final = 15  # percent; below it, the pairs that two texts share are chance
WELL: Final = 60
AHEAD: Final = 10  # and so much before the second
TIMES: Final = {"十万": 5, "百万": 6, "千万": 7, "万亿": 12, "亿": 8, "万": 4, "千": 3, "百": 2}


@dataclass(frozen=True)
class Goal:
    """An indicator, and the words that tell what it counts."""

    id: int
    words: str
    unit: str
    target: str


def matches(subject: str, quotation: str, unit: str, goals: Iterable[Goal]) -> list[list[int]]:
    """[indicator, likeness in percent], the best first."""
    found = [
        [goal.id, _likeness(subject, quotation, goal)] for goal in goals if bare_word(goal.unit) == bare_word(unit)
    ]
    found.sort(key=lambda match: (-match[1], match[0]))
    return [match for match in found[:OFFERED] if match[1] >= LEAST]


def fits_well(found: Sequence[Sequence[int]]) -> bool:
    """So well that it may be confirmed with others at once."""
    return bool(found) and found[0][1] >= WELL and (len(found) == 1 or found[0][1] >= found[1][1] + AHEAD)


def in_unit(value: Decimal, unit: str, wanted: str) -> Decimal | None:
    """230万元 counted in 元; None when the two units count different things."""
    if bare_word(unit) != bare_word(wanted):
        return None
    return value.scaleb(_power(unit) - _power(wanted)) + 0


def _likeness(subject: str, quotation: str, goal: Goal) -> int:
    """How much of the subject, or else of the quotation, the indicator and its task say.

    A task tells of more than it counts: where the indicator's own words share nothing with the subject, a person looks.
    """
    said = goal.words + goal.target
    near = max(_share(subject, said), _share(quotation, said))
    found = round(100 * (0.7 * near + 0.3 * likeness(quotation, goal.words)))
    return found if _share(subject, goal.words) else min(found, WELL - 1)


def _share(words: str, said: str) -> float:
    wanted, held = set(pairs(plain(words))), set(pairs(plain(said)))
    return len(wanted & held) / len(wanted) if len(plain(words)) > 1 else 0.0


def _power(unit: str) -> int:
    return TIMES.get(unit.removesuffix(bare_word(unit)), 0)
