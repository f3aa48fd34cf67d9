"""Who answers for an item where no clause says it: the end of the sentence, or the heading above."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from app.importing.recognise.drafts import Clause
from app.importing.recognise.folding import asks
from app.importing.recognise.lines import brackets, label_at, without_label
from app.importing.recognise.names import is_unit
from app.importing.recognise.nodes import Line, Node, Reading
from app.importing.recognise.responsibility import units
from app.importing.recognise.spoken import spoken
from app.tasks.kinds import PrintedRole

Told = list[tuple[int, int, Clause]]
LED: Final = re.compile(
    r"由?(?P<units>.+?)(?P<role>牵头|负责)(?:负责|落实|完成|承担)?的?(?:重点)?(?:工作|任务|事项|项目)"
)
PLAN: Final = re.compile(r"任务|分工|分解|清单|台账|要点|重点工作|计划|实事")
DUTIES: Final = re.compile(r"分工|任务|工作内容|工作措施|工作安排")
SUBJECT: Final = re.compile(r"(?P<unit>[^，。；：、]{2,24}?)(?:(?P<colon>[：:])|(?:牵头|具体|主要)?负责)")
FEWEST: Final = 3
POINTS: Final = re.compile(r"(?:工作要点|任务清单|重点任务|民生实事|实事项目|任务分解|分解表)(?:[（(].*[）)])?$")
NO_PLAN: Final = re.compile(r"职责|机构|总结|完成情况|进展|报告$")


def lists_units(lines: Sequence[Line]) -> bool:
    """The document is one of those whose items end in a mere list of units: then a single unit is such a list too."""
    count = 0
    for line in lines:
        text = line.text.rstrip("。")
        begin, end = next(iter(brackets(text)[-1:]), (0, 0))
        count += end == len(text) > 0 and "、" in text[begin:] and is_unit(text[begin + 1 : end - 1])
    return count > 1


def may_be_by_unit(lines: Sequence[Line]) -> bool:
    """Only what calls itself a plan names units in its headings; a body's offices and a report do so too."""
    head = _head(lines)
    return any(map(PLAN.search, head)) and not any(map(NO_PLAN.search, head))


def is_points(lines: Sequence[Line]) -> bool:
    """The title is that of a plan: its numbered items are what is to be done, whoever does it."""
    head = _head(lines)
    return any(map(POINTS.search, head)) and not any(map(NO_PLAN.search, head))


def _head(lines: Sequence[Line]) -> list[str]:
    """The short lines at the beginning that are no items."""
    return [line.text.strip() for line in lines[:12] if len(line.text) <= 60 and label_at(line.text) is None]


def say(nodes: Sequence[Node], reading: Reading) -> None:
    """Items get who answers for them from elsewhere than a clause, where at least two say it so."""
    told: Callable[[Node], Told] = _of_sentence if reading.spoken else _of_heading
    open_nodes = (node for node in nodes if not node.children and not node.found and not asks(node))
    found = [(node, clause) for node in open_nodes if (clause := told(node))]
    if len(found) > 1:
        for node, clause in found:
            node.found = clause


def say_beside(nodes: Sequence[Node]) -> None:
    """An item without a clause says it in words, where others of its series have theirs in brackets or lines."""
    answered = {_series(node) for node in nodes if node.found}
    for node in nodes:
        if not node.found and not node.children and _series(node) in answered:
            node.found = _of_sentence(node)


def _series(node: Node) -> tuple[int, int, int]:
    return id(node.parent), node.series, node.label.level


def led(nodes: Sequence[Node]) -> None:
    """A heading may name the lead of all its items: （一）某局牵头的任务."""
    for node in nodes:
        heading = without_label(node.parent.lines[0].text) if node.parent and not node.children else ""
        if (match := LED.fullmatch(heading)) and is_unit(match["units"]):
            role = PrintedRole.LEAD if match["role"] == "牵头" else PrintedRole.RESPONSIBLE
            node.found.append((len(node.raw), len(node.raw), units(match["units"], role)))


def _of_sentence(node: Node) -> Told:
    return spoken(node.raw)


def _of_heading(node: Node) -> Told:
    """An item under a heading that is nothing but the unit that answers for it."""
    heading = without_label(node.parent.lines[0].text) if node.parent else ""
    end = len(node.raw)
    return [(end, end, units(heading, PrintedRole.RESPONSIBLE))] if is_unit(heading) else []


def duties(nodes: Sequence[Node]) -> None:
    """Under a heading of duties every item may begin with the unit that has it: 区公安局：… or 区公安局负责…."""
    for parent in nodes:
        below = [node for node in parent.children if not node.children]
        told = [(node, match) for node in below if (match := SUBJECT.match(node.raw)) and is_unit(match["unit"])]
        if len(told) < max(FEWEST, len(parent.children)) or not DUTIES.search(parent.lines[0].text):
            continue
        for node, match in told:
            begin, end = (0, match.end()) if match["colon"] else (len(node.raw), len(node.raw))
            node.found = [(begin, end, units(match["unit"], PrintedRole.RESPONSIBLE))]
