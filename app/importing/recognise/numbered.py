"""Ledgers written as numbered paragraphs, each with its responsibility clause."""

import re
from dataclasses import dataclass, field
from typing import Final

from app.importing.blocks import Document, Paragraph
from app.importing.recognise.drafts import Clause, Item, Layout
from app.importing.recognise.lines import ARABIC, BRACKETED, PAGE_NUMBER, Label, label_at, unwrap, without_label
from app.importing.recognise.responsibility import clauses, combined

NOT_TASKS: Final = re.compile(
    r"^(?:总体(?:要求|目标|思路|安排)|指导思想|基本原则|工作(?:要求|目标|原则)|主要目标|保障措施|组织(?:保障|实施|领导|机构)|(?:切实)?(?:加强|强化)(?:组织)?领导|职责分工|有关要求|几点要求)"
)
IMPRINT: Final = re.compile(r"印发$|^抄送|^（?此件|^附件|共印\s*\d+\s*份|^主题词|^联系人|^信息来源|^责任编辑")
DATE_LINE: Final = re.compile(
    r"^[\d〇○零一二三四五六七八九十\s]+年[\d一二三四五六七八九十\s]+月[\d一二三四五六七八九十\s]+日$"
)

LONGEST_CLAUSE: Final = 600


@dataclass(slots=True)
class Line:
    text: str
    start: int
    end: int


@dataclass(slots=True)
class Node:
    """A numbered item with its lines, under its parent."""

    label: Label
    parent: "Node | None"
    series: int
    lines: list[Line]
    children: list["Node"] = field(default_factory=list)
    found: list[tuple[int, int, Clause]] = field(default_factory=list)

    @property
    def raw(self) -> str:
        return "\n".join(line.text for line in self.lines)

    def bears(self) -> bool:
        return bool(self.found) or any(child.bears() for child in self.children)


def recognise(document: Document) -> Layout | None:
    """None when no numbered item says who answers for it."""
    nodes = _tree(_lines(document))
    for node in nodes:
        node.found = clauses(node.raw)
    levels = {node.label.level for node in nodes if node.found}
    for node in reversed(nodes):
        _fold(node, levels)
    kept = _tasks(nodes)
    if not kept:
        return None
    top = kept[0]
    while top.parent:
        top = top.parent
    items = tuple(_item(node) for node in kept)
    return Layout(items, top.lines[0].start, items[-1].end)


def _lines(document: Document) -> list[Line]:
    """Printed lines without page numbers, cut where a new item begins right behind a clause."""
    found: list[Line] = []
    for block in document.blocks:
        if not isinstance(block, Paragraph) or PAGE_NUMBER.fullmatch(block.text):
            continue
        begin = 0
        for _, end, _ in clauses(block.text):
            while end < len(block.text) and block.text[end] in "。；; \u3000":
                end += 1
            if end < len(block.text) and label_at(block.text, end):
                found.append(Line(block.text[begin:end].rstrip(), block.start + begin, block.start + end))
                begin = end
        found.append(Line(block.text[begin:], block.start + begin, block.end))
    return found


def _tree(lines: list[Line]) -> list[Node]:
    nodes: list[Node] = []
    series, current = 0, None
    for line in lines:
        label = label_at(line.text)
        if label:
            parent = current or (nodes[-1] if nodes else None)
            while parent and parent.label.level >= label.level:
                parent = parent.parent
            if parent is None and label.value <= 1:
                series += 1
            text = line.text[label.end :]
            current = Node(label, parent, series, [Line(text, line.start, line.end)])
            nodes.append(current)
            if parent:
                parent.children.append(current)
        elif current and _ends(current, line.text):
            current = None
        elif current:
            current.lines.append(line)
    return nodes


def _ends(node: Node, line: str) -> bool:
    """Whether a line without a label is no longer part of the item."""
    if IMPRINT.search(line) or DATE_LINE.match(line):
        return True
    if clauses(line) and any(earlier.text for earlier in node.lines):
        return False
    raw = _last_words(node).rstrip("。 \n")
    found = clauses(raw)
    if found and found[-1][1] >= len(raw):
        return True
    return node.lines[-1].text.endswith("。") and len(line) <= 30 and not re.search(r"[。；，：、]", line)


def _last_words(node: Node) -> str:
    """The end of an item, as much as a clause can fill: a text of many lines is not read again for each of them."""
    words = ""
    for line in reversed(node.lines):
        words = f"{line.text}\n{words}"
        if len(words) > LONGEST_CLAUSE:
            break
    return words


def _fold(node: Node, levels: set[int]) -> None:
    """Sub-items without a clause of their own stay in their parent's text."""
    children = node.children
    if not children:
        return
    bearing = [child for child in children if child.bears()]
    shared = bearing == children[-1:] and len(children) > 1 and children[0].label.level >= BRACKETED and not node.found
    if shared or (not bearing and (node.found or node.label.level >= ARABIC or children[0].label.level not in levels)):
        for child in children:
            first = child.lines[0]
            node.lines.append(Line(child.label.printed + first.text, first.start, first.end))
            node.lines.extend(child.lines[1:])
            child.lines = []
        node.children = []
        node.found = clauses(node.raw)


def _tasks(nodes: list[Node]) -> list[Node]:
    """Items with a clause, and those without one that stand in the same series of numbers."""
    alive = [node for node in nodes if node.lines]
    kept: list[Node] = []
    for place, node in enumerate(alive):
        if node.found or (not node.children and not NOT_TASKS.match(node.raw) and _stands_among(alive, place)):
            kept.append(node)
    return kept


def _stands_among(nodes: list[Node], place: int) -> bool:
    node = nodes[place]

    def is_like(other: Node) -> bool:
        return bool(other.found) and other.label.level == node.label.level and other.series == node.series

    if any(is_like(other) and other.parent is node.parent for other in nodes[place + 1 :]):
        return any(is_like(other) for other in nodes[:place]) or node.label.value == 1
    return any(is_like(other) and other.parent is node.parent for other in nodes[:place]) or (
        any(map(is_like, nodes[:place])) and any(map(is_like, nodes[place + 1 :]))
    )


def _item(node: Node) -> Item:
    raw = node.raw
    text, position = "", 0
    for start, end, _ in node.found:
        text += raw[position:start]
        position = end
    tail = raw[position:].strip()
    if not node.found or (re.search(r"[。；，]", tail.strip("。；")) and not IMPRINT.search(tail)):
        text += raw[position:]
    headings, labels = _headings(node)
    return Item(
        number=_number(node),
        heading=" / ".join(headings) or None,
        heading_label=labels[-1] if labels else None,
        text=unwrap(text),
        start=node.lines[0].start,
        end=node.lines[-1].end,
        clause=combined(clause for _, _, clause in node.found),
    )


def _number(node: Node) -> str:
    if node.label.level == BRACKETED and node.parent and node.parent.label.level == ARABIC:
        return f"{node.parent.label.number}({node.label.number})"
    return node.label.number


def _headings(node: Node) -> tuple[list[str], list[str]]:
    headings: list[str] = []
    labels: list[str] = []
    parent = node.parent
    while parent:
        headings.insert(0, _heading(parent))
        labels.insert(0, parent.label.printed)
        parent = parent.parent
    return headings, labels


def _heading(node: Node) -> str:
    """The heading's line, joined with the next where it was full; what follows a full stop is lead-in text."""
    text = node.lines[0].text
    for line in node.lines[1:]:
        if text and (len(text) < 30 or text.endswith(("。", "：", "；"))):
            break
        text = unwrap(f"{text}\n{line.text}")
    for start, end, _ in reversed(clauses(text)):
        text = text[:start] + text[end:]
    return without_label(text)
