"""What the cells of a column hold, whatever its title is: numbers, units, persons, time limits, marks, sentences."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Final

from app.importing.recognise.dates import Plan, of_column
from app.importing.recognise.names import NONE, is_unit
from app.importing.recognise.said_when import says_when
from app.importing.recognise.surnames import PERSON
from app.tasks.kinds import DeadlineKind


class Held(StrEnum):
    """The kinds of things that one column of a ledger says."""

    NUMBERS = "numbers"
    UNITS = "units"
    PERSONS = "persons"
    LIMITS = "limits"
    SENTENCES = "sentences"


MOST: Final = 0.8
LOOKED_AT: Final = 40
SENTENCE: Final = 9  # characters, on the average
NUMBER: Final = re.compile(r"[（(]?(?:\d{1,3}(?:[-.－]\d{1,3})?|[一二三四五六七八九十]{1,3}|[①-⑳])[）)]?[.、．]?")
NOT_YET: Final = Plan(2020)


@lru_cache(maxsize=4096)
def is_limit(text: str) -> bool:
    """A date, or words that stand for one (长期坚持), and little else."""
    plain = re.sub(r"\s", "", text)
    if not 1 < len(plain) <= 16 or (re.fullmatch(r"[\d.]+", plain) and not re.match(r"20\d\d[.．]\d", plain)):
        return False
    found = of_column(plain, NOT_YET)
    return found.kind is not DeadlineKind.NONE or found.rule.startswith("立行立改") or says_when(plain)


def is_person(text: str) -> bool:
    """Names of two or three characters behind a family's name; spread ones are persons, whatever they are called."""
    parts = [part.strip() for part in re.split(r"[、，,\n]", text) if part.strip()]
    return bool(parts) and all(_is_name(part) for part in parts)


def _is_name(text: str) -> bool:
    if re.fullmatch(r"[\u4e00-\u9fff](?:[ \u3000]+[\u4e00-\u9fff]){1,2}", text):
        return True
    plain = re.sub(r"\s", "", text)
    return PERSON.fullmatch(plain) is not None and not is_unit(plain) and not is_limit(plain)


def held_in(cells: Sequence[str]) -> Held | None:
    """What most of these cells are; None when they are of several kinds or mere words."""
    filled = tuple(text for cell in cells[:LOOKED_AT] if (text := cell.strip()) not in NONE)
    return _held(filled) if filled else None


@lru_cache(maxsize=1024)
def _held(filled: tuple[str, ...]) -> Held | None:
    tests = (
        (Held.NUMBERS, lambda text: NUMBER.fullmatch(text) is not None),
        (Held.LIMITS, is_limit),
        (Held.PERSONS, is_person),
        (Held.UNITS, _are_units),
    )
    for held, test in tests:
        if sum(map(test, filled)) >= MOST * len(filled):
            return held
    return Held.SENTENCES if sum(map(len, filled)) >= SENTENCE * len(filled) else None


def _are_units(text: str) -> bool:
    return len(text) <= 120 and is_unit(re.sub(r"[（(](?:牵头|配合|主办|协办|主责|负责)[）)]", "", text))
