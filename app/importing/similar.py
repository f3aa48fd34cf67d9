"""How alike two clauses are, and where they differ: shared pairs of characters, counted. Pure."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

BLANKS: Final = re.compile(r"[\s\u200b\ufeff\u00ad]+")
END: Final = re.compile(r"[。.;；,，]+$")
QUOTES: Final = {ord(c): '"' for c in "“”„‟＂«»「」『』‘’'"}
COMMON: Final = 2  # a pair of characters in more than half of the clauses tells nothing
TOO_LONG: Final = 4000
SPECK: Final = 2  # fewer equal characters between two changes are read as part of the change
# A day or a figure is another one as a whole: 12月31日 became 11月15日, not 2月31 became 1月15.
PIECES: Final = re.compile(r"(?:\d+年)?\d+月(?:\d+日)?|\d+(?:[-.]\d+)*[%％万亿]?|.", re.S)


@dataclass(frozen=True)
class Likeness:
    """`draft` and `other` are positions in what was given."""

    draft: int
    other: int
    score: float


@dataclass(frozen=True)
class Stretch:
    """A part of a text; `mark` says that the other text does not have it."""

    text: str
    mark: bool


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """What counts when two texts are compared: width, blanks, quotation marks and the last stop do not."""
    return END.sub("", BLANKS.sub("", unicodedata.normalize("NFKC", text).translate(QUOTES)))


def pairs(text: str) -> Counter[str]:
    return Counter(text[i : i + 2] for i in range(max(1, len(text) - 1)))


def likeness(one: str, other: str, usual: frozenset[str] = frozenset()) -> float:
    """1: the same; 0: no two characters in common. `usual`: pairs of characters that tell nothing here."""
    a, b = plain(one), plain(other)
    if a == b:
        return 1.0
    if not a or not b:
        return 0.0
    mine, theirs = pairs(a), pairs(b)
    if usual and mine.keys() - usual and theirs.keys() - usual:
        mine, theirs = (Counter({pair: n for pair, n in one.items() if pair not in usual}) for one in (mine, theirs))
    return 2 * (mine & theirs).total() / (mine.total() + theirs.total())


def alike(drafts: Sequence[str], others: Iterable[str], least: float) -> list[Likeness]:
    """Pairs at least so alike. One pass over the others, looking only at what the drafts hold.

    At least half of what two alike clauses share must tell them from other clauses; the same text is always found.
    """
    rare = rare_pairs(drafts)
    same: dict[str, list[int]] = defaultdict(list)
    for n, draft in enumerate(drafts):
        same[plain(draft)].append(n)
    lengths = [max(1, len(plain(d)) - 1) for d in drafts]
    found = []
    for n, other in enumerate(others):
        text = plain(other)
        length = max(1, len(text) - 1)
        found += [Likeness(draft, n, 1.0) for draft in same.get(text, ())]
        shared: dict[int, int] = defaultdict(int)
        for pair in {text[i : i + 2] for i in range(length)} & rare.keys():
            for at in rare[pair]:
                shared[at] += 1
        for at, count in shared.items():
            close = least * (lengths[at] + length) / 2
            if count * 2 >= close and min(lengths[at], length) >= close and at not in same.get(text, ()):
                score = likeness(drafts[at], other)
                if score >= least:
                    found.append(Likeness(at, n, score))
    return found


def rare_pairs(drafts: Sequence[str]) -> Mapping[str, list[int]]:
    """Pair of characters → the drafts that hold it, where it tells one from another."""
    held: dict[str, list[int]] = defaultdict(list)
    for n, draft in enumerate(drafts):
        for pair in pairs(plain(draft)):
            held[pair].append(n)
    most = max(5, len(drafts) // COMMON)
    return {pair: ns for pair, ns in held.items() if len(ns) <= most}


def differences(old: str, new: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Both texts cut where they differ."""
    if len(old) + len(new) > TOO_LONG:
        return (Stretch(old, mark=True),), (Stretch(new, mark=True),)
    mine, theirs = PIECES.findall(old), PIECES.findall(new)
    blocks = SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks()
    ends = (len(mine), len(theirs))
    kept = [b for b in blocks if b.size > SPECK or b.a == b.b == 0 or (b.a + b.size, b.b + b.size) == ends]
    before, after, a, b = [], [], 0, 0
    for block in kept:
        before += [marked(mine[a : block.a]), Stretch("".join(mine[block.a : block.a + block.size]), mark=False)]
        after += [marked(theirs[b : block.b]), Stretch("".join(theirs[block.b : block.b + block.size]), mark=False)]
        a, b = block.a + block.size, block.b + block.size
    return tuple(s for s in before if s.text), tuple(s for s in after if s.text)


def marked(pieces: Sequence[str]) -> Stretch:
    return Stretch("".join(pieces), mark=True)
