"""Which clause of the newer document is which task, and what differs. Pure."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from app.importing.recognise.figures import figures
from app.importing.similar import alike, likeness, pairs, plain
from app.tasks.kinds import Comparator, DeadlineKind, Recurrence

NEAR: Final = 0.6  # the same matter in other words, wherever it stands
NEAR_IN_PLACE: Final = 0.35  # under the same number
SAME_NUMBER: Final = 0.1  # of two equally near clauses, the one that kept its number
HELD: Final = 0.8  # so much of the shorter clause stands in the longer one
USUAL: Final = 6
TAKEN_IN: Final = 0.6  # so much of a clause without a match is what another clause lost or gained
FIGURE: Final = re.compile("(?:至少|不少于|不低于|不超过|不高于|达到|达|超过)?#(?:[及或]?以[上下内]|左右)?")
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
    cycle: str = ""  # 每季度, as printed


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
    """old None: new; new None: gone; no parts: the same. `near`: the task it seems to be cut from or put into."""

    old: Clause | None
    new: Clause | None
    parts: tuple[Part, ...] = ()
    near: Clause | None = None


def compare(old: Sequence[Clause], new: Sequence[Clause], said: Mapping[int, int] | None = None) -> list[Matched]:
    """In the order of the newer document; what is gone comes last. `said`: the clerk's word, see `match`."""
    found = match(old, new, said or {})
    taken = set(found.values())
    rows = [
        Matched(old[found[n]], clause, parts_of(old[found[n]], clause)) if n in found else Matched(None, clause)
        for n, clause in enumerate(new)
    ]
    rows += [Matched(clause, None) for n, clause in enumerate(old) if n not in taken]
    return with_near(rows)


def match(old: Sequence[Clause], new: Sequence[Clause], said: Mapping[int, int]) -> dict[int, int]:
    """Place in new → place in old. What the clerk said, then equal words, wherever they stand; then the nearest.

    `said`: new clause → the task that it is; negative: it is not that task, and neither of them is looked for again.
    """
    told = {n: said[c.id] for n, c in enumerate(new) if c.id in said}
    places = {c.id: o for o, c in enumerate(old)}
    found = {n: places[task] for n, task in told.items() if task in places}
    apart = {places[-task] for task in told.values() if -task in places}
    free = [n for n in range(len(new)) if n not in told]
    left = [o for o in range(len(old)) if o not in apart and o not in found.values()]
    ours = matched_by_words([old[o] for o in left], [new[n] for n in free])
    return found | {free[n]: left[o] for n, o in ours.items()}


def matched_by_words(old: Sequence[Clause], new: Sequence[Clause]) -> dict[int, int]:
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
    usual = usual_pairs([c.text for c in (*old, *new)])
    scores: dict[tuple[int, int], float] = {}
    for like in alike([new[n].text for n in free_new], [old[o].text for o in free_old], NEAR):
        n, o = free_new[like.draft], free_old[like.other]
        if (score := likeness(new[n].text, old[o].text, usual)) >= NEAR:
            scores[n, o] = score
    numbered: dict[str, list[int]] = defaultdict(list)
    for o in free_old:
        numbered[plain(old[o].number)].append(o)
    for n in free_new:
        for o in numbered.get(plain(new[n].number), ()) if new[n].number else ():
            score = scores.get((n, o)) or likeness(new[n].text, old[o].text, usual)
            if score >= NEAR_IN_PLACE or holds(new[n].text, old[o].text):
                scores[n, o] = score + SAME_NUMBER
    return [(score, -n, -o) for (n, o), score in scores.items()]


def usual_pairs(texts: Sequence[str]) -> frozenset[str]:
    """What stands in a third of the clauses tells none of them from another: 完成对……的督促检查."""
    counts = Counter(pair for text in texts for pair in pairs(plain(text)))
    return frozenset(pair for pair, n in counts.items() if n * 3 >= len(texts) and n >= USUAL)


def holds(one: str, other: str) -> bool:
    """A clause that was enlarged, or shortened, under its number."""
    mine, theirs = pairs(plain(one)), pairs(plain(other))
    return (mine & theirs).total() >= HELD * min(mine.total(), theirs.total())


def parts_of(old: Clause, new: Clause) -> tuple[Part, ...]:
    words = [DATE] if has_other_time(old.when, new.when) else []
    words += [GOAL] if sorted(old.goals, key=repr) != sorted(new.goals, key=repr) else []
    if bare(old, new, figures_too=GOAL in words) != bare(new, old, figures_too=GOAL in words):
        words.insert(0, TEXT)
    who = [WHO] if (old.who, old.leaders) != (new.who, new.leaders) else []
    place = [NUMBER] if plain(old.number) != plain(new.number) else []
    place += [HEADING] if plain(old.heading) != plain(new.heading) else []
    found = ((WORDS, words), (PARTIES, who), (PLACE, place))
    return tuple(Part(code, tuple(tags)) for code, tags in found if tags)


def bare(clause: Clause, other: Clause, *, figures_too: bool) -> str:
    """A sentence that differs in its day or its figures alone has another day or goal, not other words."""
    text = plain(clause.text)
    for words in filter(None, map(plain, (clause.when.words, clause.when.cycle))):
        text = text.replace(words, "", 1)
    return without_figures(text, {goal.unit for goal in (*clause.goals, *other.goals)}) if figures_too else text


def without_figures(text: str, units: Collection[str]) -> str:
    for figure in reversed(figures(text)):
        if figure.unit in units:
            text = f"{text[: figure.start]}#{text[figure.end :]}"
    return FIGURE.sub("#", text)


def has_other_time(old: When, new: When) -> bool:
    """The office's own day and a day put off by 延期 stand as long as the document says what it said."""
    if old.recurrence != new.recurrence or plain(old.words) != plain(new.words):
        return True
    if old.by_office:
        return new.by_office and new.standing not in (None, old.standing)
    if new.standing is None:
        return old.standing is not None
    return new.standing not in (old.standing, old.first)


def with_near(rows: Sequence[Matched]) -> list[Matched]:
    """A clause cut in two leaves one half without a match, and so do two that were put together."""
    kept = [row for row in rows if row.old and row.new and TEXT in {tag for part in row.parts for tag in part.tags}]
    lost = held([(row.old, row.new) for row in kept if row.old and row.new])
    gained = held([(row.new, row.old) for row in kept if row.old and row.new])
    found = []
    for row in rows:
        near = None
        if row.old is None and row.new is not None:
            near = most_held(row.new, lost)
        elif row.new is None and row.old is not None:
            near = most_held(row.old, gained)
        found.append(replace(row, near=kept[near].old) if near is not None else row)
    return found


def held(sides: Iterable[tuple[Clause, Clause]]) -> dict[str, list[int]]:
    """Pair of characters → the rows in which the first side has it and the second does not."""
    found: dict[str, list[int]] = defaultdict(list)
    for n, (more, less) in enumerate(sides):
        for pair in pairs(plain(more.text)).keys() - pairs(plain(less.text)).keys():
            found[pair].append(n)
    return found


def most_held(clause: Clause, rows: Mapping[str, Sequence[int]]) -> int | None:
    words = pairs(plain(clause.text)).keys()
    counts = Counter(n for pair in words for n in rows.get(pair, ()))
    best = max(counts, key=lambda n: (counts[n], -n), default=None)
    return best if best is not None and counts[best] >= TAKEN_IN * len(words) else None
