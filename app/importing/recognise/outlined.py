"""A node of the tree as the item it is: its number, its headings, its words and its clause."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from app.importing.recognise.clauses import clauses
from app.importing.recognise.drafts import Item, Named
from app.importing.recognise.lines import ARABIC, BRACKETED, unwrap, without_label
from app.importing.recognise.nodes import NO_LABEL, Node
from app.importing.recognise.outline import IMPRINT
from app.importing.recognise.parts import Parts, parts_of
from app.importing.recognise.responsibility import combined, merged

BELOW: Final = re.compile(r"(?<=。)(?:具体|主要|工作)(?:措施|任务|举措|内容)[：:]?$")
# 产业提升行动。围绕…，实施如下项目： is headed by its first sentence.
INTRODUCED: Final = re.compile(r"([^。；：]{2,40})。[^\n]{10,}：$")
RUN_IN: Final = re.compile(
    r"([^，。；：]{2,16}(?:要求|目标|任务|分工|原则|措施|内容|步骤|安排))(?=(?:按照|根据|为了|围绕|坚持|以)[^\n]{2,}[，,][^\n]{6,}$)"
)
LEAST: Final = 3


def item_of(node: Node) -> Item:
    raw = node.raw
    text, position = "", 0
    for start, end, _ in node.found:
        text += raw[position:start]
        position = end
    tail = raw[position:].strip()
    is_sentence = raw[position : position + 1] in ("\n", "。") and tail.endswith("。") and len(tail) > LEAST
    is_more = is_sentence or not text.strip() or re.search(r"[。；，,;]", tail.strip("。；"))
    if not node.found or (is_more and not IMPRINT.search(tail)):
        text += raw[position:]
    headings, labels = _headings(node)
    text = text.rstrip("—").lstrip("—–-·• \n")
    parts = parts_of(text) or Parts(unwrap(text))
    told = [clause for _, _, clause in node.found if clause.departments]
    firsts = tuple(clause.departments[0].name for clause in told[1:] if not clause.is_shared)
    return Item(
        number=_number(node),
        heading=" / ".join(filter(None, [*headings, parts.heading])) or None,
        heading_label=(labels[-1] or None) if labels else None,
        text=parts.text,
        goal=parts.goal,
        start=node.lines[0].start,
        end=node.lines[-1].end,
        clause=replace(combined(clause for _, _, clause in node.found), firsts=firsts),
    )


def bound(items: Iterable[Item]) -> Iterator[Item]:
    """A clause may bind units to every item behind it (…，以下各项不再列出)."""
    later: tuple[Named, ...] = ()
    for item in items:
        clause = item.clause
        yield (
            replace(item, clause=replace(clause, departments=merged([*clause.departments, *later]))) if later else item
        )
        later = later or clause.later


def _number(node: Node) -> str | None:
    if node.label.level == BRACKETED and node.parent and node.parent.label.level == ARABIC:
        return f"{node.parent.label.number}({node.label.number})"
    return node.label.number


def _headings(node: Node) -> tuple[list[str], list[str]]:
    headings: list[str] = []
    labels: list[str] = []
    parent = node.parent
    while parent:
        if parent.label is not NO_LABEL:
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
    text = BELOW.sub("", text)
    if introduced := INTRODUCED.match(text) or RUN_IN.match(text):
        text = introduced[1]
    return without_label(text)
