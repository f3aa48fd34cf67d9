"""Labels without their usual mark (1 推进…, 一　…, 【1】…): labels too where a document counts its items so."""

import re
from itertools import pairwise
from typing import Final, NamedTuple

from app.importing.recognise.clauses import clauses
from app.importing.recognise.lines import CHINESE, as_number, label_at
from app.importing.recognise.nodes import Line

WORDS: Final = r"(?=[\u4e00-\u9fff“《])"
# A form, and the mark that would stand there in the usual one: as long, so that every place stays.
FORMS: Final = (
    (re.compile(rf"(?P<number>\d{{1,3}})(?P<mark>[ \u3000]+|[，,：:]\s*){WORDS}"), "{number}."),
    (re.compile(rf"(?P<number>[{CHINESE}]{{1,3}})(?P<mark>[ \u3000]+|[，,：:]\s*){WORDS}"), "{number}、"),
    (re.compile(rf"(?P<mark>[【\[〔])(?P<number>\d{{1,3}})[】\]〕]\s*{WORDS}"), "（{number}）"),
    (
        re.compile(rf"(?P<number>(?:重点)?任务(?:[{CHINESE}]{{1,3}}|\d{{1,3}}))(?P<mark>[ \u3000]+){WORDS}"),
        "{number}：",
    ),
)


class Found(NamedTuple):
    place: int
    value: int
    text: str


def with_marks(lines: list[Line]) -> list[Line]:
    """The lines, where they count on and are answered for, with the marks that labels usually have."""
    series: dict[tuple[int, str], list[Found]] = {}
    for place, line in enumerate(lines):
        if label_at(line.text) is not None:
            continue
        for form, (pattern, usual) in enumerate(FORMS):
            if match := pattern.match(line.text):
                label = usual.format(number=match["number"])
                text = label + line.text[len(label) :]
                series.setdefault((form, match["mark"][0]), []).append(
                    Found(place, as_number(re.sub(".*任务", "", match["number"])) or 0, text)
                )
                break
    found = list(lines)
    for members in series.values():
        if _counts(members) and _answered(lines, members):
            for member in members:
                line = lines[member.place]
                found[member.place] = Line(member.text, line.start, line.end)
    return found


def _counts(members: list[Found]) -> bool:
    """1 2 3, or from 1 again: two are enough where they begin with 1."""
    steps = [(before.value, after.value) for before, after in pairwise(members)]
    return bool(steps) and members[0].value == 1 and all(after in (1, before + 1) for before, after in steps)


def _answered(lines: list[Line], members: list[Found]) -> bool:
    """A clause stands in each item, or below it before the next one begins."""
    ends = [*(member.place for member in members[1:]), len(lines)]
    spans = [lines[member.place : end] for member, end in zip(members, ends, strict=True)]
    return all(any(clauses(line.text) for line in span) for span in spans)
