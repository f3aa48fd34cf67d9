"""The end of an item that says in words who sees to it: “……，由甲局会同乙局负责落实。”, “……。甲局牵头，乙局配合。”"""

import re
from collections.abc import Iterator
from typing import Final

from app.importing.recognise.drafts import Clause
from app.importing.recognise.lines import split_outside_brackets
from app.importing.recognise.names import is_unit, names
from app.importing.recognise.responsibility import FRONT, LABELLED, RUN_ON, TAILS, parse, with_colons
from app.importing.recognise.said_when import says_when

BEGINS: Final = re.compile(r"^|(?<=[。；;\n！])|[，,]\s*(?=由)")
LONGEST: Final = 160
# 由某局研究提出意见并组织落实 is no more than that it answers.
WORKS_OUT: Final = re.compile(
    r"(?:负责)?(?:研究(?:提出|制定)(?:具体)?(?:(?:落实|实施)?意见|办法|方案)(?:并(?:组织)?(?:落实|实施))?"
    r"|(?:抓好|组织|具体)?(?:落实|实施|办理))$"
)
DEED: Final = re.compile(  # 各单位要抓好… is no unit
    r"[要须把抓]|应(?!急)|将(?!军|乐)|对(?!外|口)|加强|强化|切实|认真|积极|进一步|工作$|落实|建立|完善|健全"
)


def spoken(text: str) -> list[tuple[int, int, Clause]]:
    """The last sentence of the item, or its end from 由 on, where it names nothing but units and what they do."""
    for begin in _begins(text):
        said = text[begin:].strip("，, \u3000\n（(").rstrip("。 \n")
        said = f"{WORKS_OUT.sub('', said)}负责" if said.startswith("由") and WORKS_OUT.search(said) else said
        if _names_only(said):
            return [(begin, len(text), parse(said))]
    return []


def _begins(text: str) -> Iterator[int]:
    """Where the last sentence begins, and every 由 behind a comma in it."""
    begins = [match.start() for match in BEGINS.finditer(text) if text[match.start() :].strip("。；; \n")]
    sentence = max((begin for begin in begins if text[begin] not in "，,"), default=0)
    yield from (begin for begin in begins if begin >= sentence and len(text) - begin <= LONGEST)


def _names_only(said: str) -> bool:
    labelled = with_colons(said)
    if labelled != said:
        lists = [part.partition("：")[2] or part for part in split_outside_brackets(labelled, "，,；;")]
        return LABELLED.match(labelled) is not None and all(map(_are_units, lists))
    roles = 0
    for part in split_outside_brackets(RUN_ON.sub(r"\g<1>，", said), "，,；;"):
        tail = next((pattern for pattern, _ in TAILS if pattern.search(part)), None)
        roles += tail is not None
        units = FRONT.sub("", tail.sub("", part) if tail else part)
        if not says_when(part) and not _are_units(units):
            return False
    return roles > 0


def _are_units(text: str) -> bool:
    return is_unit(text) and not any(map(DEED.search, names(text)))
