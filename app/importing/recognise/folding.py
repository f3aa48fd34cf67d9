"""Which nodes of the tree are items, and which are words of the item above them."""

import re
from typing import Final

from app.importing.recognise.clauses import clauses
from app.importing.recognise.lines import ARABIC, BRACKETED
from app.importing.recognise.nodes import Line, Node, Reading

NOT_TASKS: Final = re.compile(
    r"^(?:总体(?:要求|目标|思路|安排)|指导思想|基本原则|工作(?:要求|目标|原则)|主要目标|保障措施|组织(?:保障|实施|领导|机构)|(?:切实)?(?:加强|强化)(?:组织)?领导|职责分工|有关要求|几点要求)"
    r"|^[^。；，\s]{2,16}(?:总体|工作)要求(?:\s|$)"
    r"|^本(?:措施|办法|意见|方案|规定|政策|细则|通知|计划)[^。；]{0,40}(?:解释|施行|起实施|执行|有效期)"
)
MEASURES: Final = re.compile(r"\n[ \u3000]*(?:整改|具体|工作)?措施[：:]\s*$")


def fold(node: Node, levels: set[int], reading: Reading) -> None:
    """Sub-items without a clause of their own stay in their parent's text."""
    children = node.children
    if not children or not node.label.printed:
        return
    bearing = [child for child in children if child.bears()]
    if MEASURES.search(node.raw) and node.found and not bearing:
        for child in children:
            child.found = [(len(child.raw), len(child.raw), clause) for _, _, clause in node.found]
        node.found = []
        node.lines = node.lines[:1]
        return
    if MEASURES.search(node.raw) and bearing == children[-1:] and not clauses(children[-1].lines[0].text):
        for child in children[:-1]:
            child.found = [(len(child.raw), len(child.raw), clause) for _, _, clause in children[-1].found]
        return
    shared = bearing == children[-1:] and len(children) > 1 and children[0].label.level >= BRACKETED and not node.found
    if shared or (not bearing and (node.found or node.label.level >= ARABIC or children[0].label.level not in levels)):
        for child in children:
            first = child.lines[0]
            node.lines.append(Line(child.label.printed + first.text, first.start, first.end))
            node.lines.extend(child.lines[1:])
            child.lines = []
        node.children = []
        node.found = clauses(node.raw, bare=reading.bare)


def tasks(nodes: list[Node]) -> list[Node]:
    """Items with a clause, and those without one that stand in the same series of numbers."""
    alive = [node for node in nodes if node.lines]
    kept: list[Node] = []
    for place, node in enumerate(alive):
        if node.found or (not node.children and not NOT_TASKS.match(node.raw) and _stands_among(alive, place)):
            kept.append(node)
    return kept


def asks(node: Node) -> bool:
    """Whether the item or what it stands under is a requirement of the notice."""
    return bool(NOT_TASKS.match(node.raw)) or (node.parent is not None and asks(node.parent))


def _stands_among(nodes: list[Node], place: int) -> bool:
    node = nodes[place]

    def is_like(other: Node) -> bool:
        return bool(other.found) and other.label.level == node.label.level and other.series == node.series

    if any(is_like(other) and other.parent is node.parent for other in nodes[place + 1 :]):
        return any(is_like(other) for other in nodes[:place]) or node.label.value == 1
    if any(map(is_like, nodes[:place])) and any(map(is_like, nodes[place + 1 :])):
        return True
    last = next((other for other in reversed(nodes[:place]) if other.label.level == node.label.level), None)
    follows = last is not None and last.series == node.series and last.label.value + 1 == node.label.value
    return follows and any(is_like(other) and other.parent is node.parent for other in nodes[:place])
