"""Headings without any label: short lines of their own that stand between the items, at least two of them."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from app.importing.recognise.clauses import LABEL_LINE
from app.importing.recognise.lines import BULLET, Label, label_at
from app.importing.recognise.names import is_unit
from app.importing.recognise.title import END, NOISE, WHOLE

ROOM: Final = 5  # so far above the items below it
LONGEST: Final = 25
LONG: Final = 12  # 重点项目 may head a group of items; a longer line that ends so is a title
ANSWERED: Final = re.compile(r"[）)】〕\]][。；]?$")
CLOSED: Final = re.compile(r"[。；;.）)】〕\]]$")
NO_HEADING: Final = re.compile(r"[。；，,;：:|@]|^附\s*件|^[（(【〔\[]|年.*日$|印发$|^抄送|^联系")


def headings(lines: Sequence[str], begins: Callable[[str], bool]) -> dict[int, Label]:
    """Place of the line -> a label just above the item below it. `begins`: a line without label that is an item."""
    found: dict[int, Label] = {}
    for place, (line, below) in enumerate(pairwise(lines)):
        before = lines[place - 1] if place else ""
        if line.endswith("。") and not _is_answered(before):
            continue
        if not _is_heading(line.removesuffix("。")) or not (_is_closed(before) if found else not WHOLE.search(line)):
            continue
        label = label_at(below)
        if label or begins(below):
            found[place] = Label((label.level if label else BULLET) - ROOM, "", None, 0, 0)
    return found if len(found) > 1 else {}


def units(lines: Sequence[str]) -> dict[int, Label]:
    """The units under which a plan counts anew, each in a line of its own."""
    found: dict[int, Label] = {}
    for place, (line, below) in enumerate(pairwise(lines)):
        label = label_at(below)
        if label and label.value == 1 and label_at(line) is None and len(line) <= LONGEST and is_unit(line):
            found[place] = Label(label.level - ROOM, "", None, 0, 0)
    return found if len(found) > 1 else {}


def _is_heading(line: str) -> bool:
    if not 2 <= len(line) <= LONGEST or label_at(line) or NO_HEADING.search(line) or NOISE.search(line):
        return False
    return not (is_unit(line) or (len(line) > LONG and (WHOLE.search(line) or END.search(line))))


def _is_answered(line: str) -> bool:
    """A sentence may go on for another line, unless its clause has come, or the line before is a heading itself."""
    label = label_at(line)
    is_heading = label is not None and len(line) <= LONGEST + label.end and "。" not in line[:-1]
    return ANSWERED.search(line) is not None or LABEL_LINE.match(line) is not None or is_heading


def _is_closed(line: str) -> bool:
    """Whether the item before has come to its end, so that the next line is no wrapped rest of it."""
    return CLOSED.search(line) is not None or LABEL_LINE.match(line) is not None or is_unit(line)
