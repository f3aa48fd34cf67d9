"""Which clause of the newer document is which task, and what differs. Pure."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from app.importing.similar import alike, likeness, plain
from app.tasks.kinds import Comparator, DeadlineKind, Recurrence

NEAR: Final = 0.6  # the same matter in other words, wherever it stands
NEAR_IN_PLACE: Final = 0.35  # under the same number
SAME_NUMBER: Final = 0.1  # of two equally near clauses, the one that kept its number
TEXT, DATE, GOAL, WHO, NUMBER, HEADING = "文字", "时限", "指标", "部门", "序号", "措施"
WORDS, PARTIES, PLACE = "words", "who", "place"


@dataclass(frozen=True)
class Goal:
    """量化指标, without its place in the text."""

    comparator: Comparator
    value: Decimal
    value_max: Decimal | None
    unit: str
    period: str


@dataclass(frozen=True)
class When:
    """The time limit: `first` and `standing` are the task's 原定 and 现定, for a draft both the printed day."""

    words: str
    kind: DeadlineKind
    first: date | None
    standing: date | None
    by_office: bool
    recurrence: Recurrence | None


@dataclass(frozen=True)
class Clause:
    """A task, or a draft of the newer document. `who`: department (its name where it is new) and printed role."""

    id: int
    number: str
    heading: str
    text: str
    who: tuple[tuple[int | str, str], ...]
    leaders: str
    when: When
    goals: tuple[Goal, ...]


@dataclass(frozen=True)
class Part:
    """What may be taken over by itself: the words with what is read in them, who, or the place."""

    code: str
    tags: tuple[str, ...]


@dataclass(frozen=True)
class Matched:
    """old None: new; new None: gone; no parts: the same."""

    old: Clause | None
    new: Clause | None
    parts: tuple[Part, ...] = ()


def compare(old: Sequence[Clause], new: Sequence[Clause]) -> list[Matched]:
    """In the order of the newer document; what is gone comes last."""
    found = match(old, new)
    taken = set(found.values())
    rows = [
        Matched(old[found[n]], clause, parts_of(old[found[n]], clause)) if n in found else Matched(None, clause)
        for n, clause in enumerate(new)
    ]
    return rows + [Matched(clause, None) for n, clause in enumerate(old) if n not in taken]


def match(old: Sequence[Clause], new: Sequence[Clause]) -> dict[int, int]:
    """Place in new → place in old. Equal words first, wherever they stand; then the nearest."""
    found: dict[int, int] = {}
    keys: tuple[Callable[[Clause], Hashable], ...] = (
        lambda c: (plain(c.text), c.who, plain(c.number), c.heading),
        lambda c: (plain(c.text), c.who, plain(c.number)),
        lambda c: (plain(c.text), c.who),
        lambda c: (plain(c.text), plain(c.number)),
        lambda c: plain(c.text),
    )
    for key in keys:
        pair_off(old, new, found, key)
    free_old = [n for n in range(len(old)) if n not in set(found.values())]
    free_new = [n for n in range(len(new)) if n not in found]
    ranked = sorted(near(old, new, free_old, free_new), reverse=True)
    for _, n, o in ranked:
        if -n not in found and -o not in found.values():
            found[-n] = -o
    return found


def pair_off(
    old: Sequence[Clause], new: Sequence[Clause], found: dict[int, int], key: Callable[[Clause], Hashable]
) -> None:
    """Those not yet matched that are equal under `key`, in their order."""
    taken = set(found.values())
    free: dict[Hashable, list[int]] = defaultdict(list)
    for n, clause in enumerate(old):
        if n not in taken:
            free[key(clause)].append(n)
    for n, clause in enumerate(new):
        if n not in found and free[key(clause)]:
            found[n] = free[key(clause)].pop(0)


def near(
    old: Sequence[Clause], new: Sequence[Clause], free_old: Sequence[int], free_new: Sequence[int]
) -> list[tuple[float, int, int]]:
    """Score and both places, negative: of equal scores the first in the document ranks highest."""
    scores: dict[tuple[int, int], float] = {}
    for like in alike([new[n].text for n in free_new], [old[o].text for o in free_old], NEAR):
        scores[free_new[like.draft], free_old[like.other]] = like.score
    numbered: dict[str, list[int]] = defaultdict(list)
    for o in free_old:
        numbered[plain(old[o].number)].append(o)
    for n in free_new:
        for o in numbered.get(plain(new[n].number), ()) if new[n].number else ():
            score = scores.get((n, o)) or likeness(new[n].text, old[o].text)
            if score >= NEAR_IN_PLACE:
                scores[n, o] = score + SAME_NUMBER
    return [(score, -n, -o) for (n, o), score in scores.items()]


def parts_of(old: Clause, new: Clause) -> tuple[Part, ...]:
    words = [DATE] if has_other_time(old.when, new.when) else []
    words += [GOAL] if sorted(old.goals, key=repr) != sorted(new.goals, key=repr) else []
    if without_day(old) != without_day(new):
        words.insert(0, TEXT)
    who = [WHO] if (old.who, old.leaders) != (new.who, new.leaders) else []
    place = [NUMBER] if plain(old.number) != plain(new.number) else []
    place += [HEADING] if plain(old.heading) != plain(new.heading) else []
    found = ((WORDS, words), (PARTIES, who), (PLACE, place))
    return tuple(Part(code, tuple(tags)) for code, tags in found if tags)


def without_day(clause: Clause) -> str:
    """A sentence that differs in its day alone has another day, not other words."""
    text, day = plain(clause.text), plain(clause.when.words)
    return text.replace(day, "", 1) if day else text


def has_other_time(old: When, new: When) -> bool:
    """The office's own day and a day put off by 延期 stand as long as the document says what it said."""
    if old.recurrence != new.recurrence or plain(old.words) != plain(new.words):
        return True
    if old.by_office:
        return new.by_office and new.standing not in (None, old.standing)
    if new.standing is None:
        return old.standing is not None
    return new.standing not in (old.standing, old.first)
