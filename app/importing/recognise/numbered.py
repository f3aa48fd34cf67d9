"""Ledgers written as numbered paragraphs, each with its responsibility clause."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from app.importing.blocks import Document
from app.importing.recognise.cut_lines import DATE_LINE, lines_of
from app.importing.recognise.drafts import Item, Layout, Named
from app.importing.recognise.grouped import are_headed, groups, is_label_line, lowered, records
from app.importing.recognise.lines import (
    ARABIC,
    BRACKETED,
    HEADING,
    ROUND,
    Label,
    label_at,
    unwrap,
    without_label,
)
from app.importing.recognise.names import is_unit
from app.importing.recognise.nodes import NO_LABEL, Line, Node, Reading
from app.importing.recognise.own_labels import with_marks
from app.importing.recognise.parts import LABEL as PART
from app.importing.recognise.parts import Parts, parts_of
from app.importing.recognise.responsibility import (
    LABEL_LINE,
    clauses,
    combined,
    first_unit_leads,
    merged,
)
from app.importing.recognise.said import duties, is_points, led, lists_units, may_be_by_unit, say
from app.importing.recognise.unlabelled import headings as unlabelled_headings
from app.importing.recognise.unlabelled import units as unlabelled_units

NOT_TASKS: Final = re.compile(
    r"^(?:总体(?:要求|目标|思路|安排)|指导思想|基本原则|工作(?:要求|目标|原则)|主要目标|保障措施|组织(?:保障|实施|领导|机构)|(?:切实)?(?:加强|强化)(?:组织)?领导|职责分工|有关要求|几点要求)"
    r"|^[^。；，\s]{2,16}(?:总体|工作)要求(?:\s|$)"
    r"|^本(?:措施|办法|意见|方案|规定|政策|细则|通知|计划)[^。；]{0,40}(?:解释|施行|起实施|执行|有效期)"
)
IMPRINT: Final = re.compile(r"印发$|^抄送|^（?此件|^附件|共印\s*\d+\s*份|^主题词|^联系人|^信息来源|^责任编辑")

LEAD_IN: Final = re.compile(r"^[^。；（(]{0,80}(?:以下|如下|主要)[^。；（(]{0,20}[：:]")
UNTIL: Final = re.compile(r"(?:到|至|在)\s*20\d\d\s*年(?:底|末|前)?")
MEASURES: Final = re.compile(r"\n[ \u3000]*(?:整改|具体|工作)?措施[：:]\s*$")
# 产业提升行动。围绕…，实施如下项目： is headed by its first sentence.
BELOW: Final = re.compile(r"(?<=。)(?:具体|主要|工作)(?:措施|任务|举措|内容)[：:]?$")
INTRODUCED: Final = re.compile(r"([^。；：]{2,40})。[^\n]{10,}：$")
BEHIND: Final = re.compile(r"[（(][^（()）]{2,80}(?:牵头|负责|配合|落实)[）)](?=[^\n]*[（(])[^\n]")
RUN_IN: Final = re.compile(
    r"([^，。；：]{2,16}(?:要求|目标|任务|分工|原则|措施|内容|步骤|安排))(?=(?:按照|根据|为了|围绕|坚持|以)[^\n]{2,}[，,][^\n]{6,}$)"
)
LONGEST_CLAUSE: Final = 600
FEWEST: Final = 2
LEAST: Final = 3
SIGNERS: Final = 3


def recognise(document: Document) -> Layout | None:
    """None when nothing in the document says who answers for it."""
    lines = lowered(with_marks(lines_of(document)))
    headed = are_headed(lines)
    bare = first_unit_leads(document.text) or lists_units(lines)
    readings = (
        Reading(bare, headed=headed),
        Reading(subject=True),
        Reading(bare=True, headed=headed),
        Reading(spoken=True),
        *([Reading(by_unit=True)] if may_be_by_unit(lines) else []),
        Reading(bare, loose=True),
    )
    few: Layout | None = None
    for layout in filter(None, (_read(lines, reading) for reading in readings)):
        if len(layout.items) >= FEWEST:
            return layout
        few = few or layout  # a single item may be a link to another page
    return few or (_points(lines) if is_points(lines) else None)


def _read(lines: list[Line], reading: Reading) -> Layout | None:
    """The items that the document has when it is read this way."""
    kept = (reading.loose and records(lines)) or _tasks(_nodes(lines, reading))
    items = tuple(item for item in _bound(map(_item, kept)) if item.text)
    if not items:
        return None
    top = kept[0]
    while top.parent:
        top = top.parent
    return Layout(items, min(top.start, kept[0].start), items[-1].end)


def _points(lines: list[Line]) -> Layout | None:
    """The items of a plan that names nobody: whatever is numbered below its headings, but for what it asks of all."""
    nodes = _tree(lines, Reading())
    for node in reversed(nodes):
        _fold(node, {HEADING, ROUND, ARABIC}, Reading())
    kept = [node for node in nodes if node.lines and node.label.printed and not node.children and not _asks(node)]
    below = Counter(id(node.parent) for node in kept if node.parent)
    if sum(count > 1 for count in below.values()) < FEWEST:
        return None  # the points of a notice stand under one another, those of a plan under headings
    items = tuple(item for item in map(_item, kept) if item.text)
    return Layout(items, nodes[0].start, items[-1].end)


def _asks(node: Node) -> bool:
    """Whether the item or what it stands under is a requirement of the notice."""
    return bool(NOT_TASKS.match(node.raw)) or (node.parent is not None and _asks(node.parent))


def _nodes(lines: list[Line], reading: Reading) -> list[Node]:
    nodes = _tree(lines, reading)
    for node in nodes:
        node.found = clauses(node.raw, bare=reading.bare)
    if reading.spoken or reading.by_unit:
        say(nodes, reading)
    if reading.subject:
        duties(nodes)
    led(nodes)
    parts = [_parts(node, reading) for node in nodes]
    prose = {node.label.level for node, *rest in parts if rest and node.label is not NO_LABEL}
    nodes = [
        part
        for node, *rest in parts
        for part in ([node, *rest] if rest or node.label.level not in prose else _parts(node, reading, least=1))
    ]
    levels = {node.label.level for node in nodes if node.found}
    for node in reversed(nodes):
        _fold(node, levels, reading)
    return nodes


def _tree(lines: list[Line], reading: Reading) -> list[Node]:
    nodes: list[Node] = []
    series, current, sent = 0, None, 0
    texts = [line.text for line in lines]
    unlabelled = unlabelled_headings(texts, lambda text: _is_loose(text, reading))
    unlabelled |= unlabelled_units(texts) if reading.by_unit else {}
    for place, (line, following) in enumerate(zip_longest(lines, lines[1:])):
        if is_signature := _is_signature(lines, place):
            sent = len(nodes)  # what a notice says before it is signed is no heading of what it sends
        label = unlabelled.get(place) or label_at(line.text) or _next_number(line.text, nodes, lines[place - 1])
        if label:
            parent = current or (nodes[-1] if len(nodes) > sent else None)
            while parent and parent.label.level >= label.level:
                parent = parent.parent
            if parent is None and label.value <= 1 and label.number:
                series += 1
            text = line.text[label.end :]
            current = Node(label, parent, series, [Line(text, line.start, line.end)])
            nodes.append(current)
            if parent:
                parent.children.append(current)
        elif current and _is_grouped(current, following):
            current.lines.append(line)
        elif current and (is_signature or _ends(current, line.text, reading)):
            current = None
            series += bool(DATE_LINE.match(line.text))
        elif current:
            current.lines.append(line)
        elif _is_loose(line.text, reading):
            above = next((node for node in reversed(nodes) if node.label is not NO_LABEL), None)
            parent = above if above and not above.label.printed else None
            nodes.append(Node(NO_LABEL, parent, series, [line]))
            if parent:
                parent.children.append(nodes[-1])
    return nodes


def _next_number(text: str, nodes: list[Node], before: Line) -> Label | None:
    """2.65岁以上老人… behind item 1 is item 2: a point before a digit ends a label only where the series goes on."""
    match = re.match(r"(\d{1,3})[.．](?=\d)", text)
    last = next((node.label for node in reversed(nodes) if node.label.level >= ARABIC), None) if match else None
    if not match or last is None or not before.text.endswith(("。", "）", ")", "〕", "】", ".", "：")):
        return None
    is_next = last.level == ARABIC and last.value + 1 == int(match[1])
    return Label(ARABIC, match[0], match[1], int(match[1]), match.end()) if is_next else None


def _is_loose(text: str, reading: Reading) -> bool:
    """Several goals in one line, each with its clause, are items wherever they stand."""
    found = clauses(text, bare=reading.bare)
    return bool(found) and (reading.loose or (len(found) > 1 and LEAD_IN.match(text) is not None))


def _parts(node: Node, reading: Reading, least: int = 2) -> list[Node]:
    """Under a mere heading every sentence with a clause of its own is an item, numbered or not.

    One such sentence is the item of its number, but beside headings with several it is like theirs.
    """
    node.lines = list(_with_clauses_behind(node.lines))
    heading, *rest = node.lines
    below = [line for line in (node.lines if node.label is NO_LABEL else rest) if clauses(line.text, bare=reading.bare)]
    own = [found for line in below for found in clauses(line.text, bare=reading.bare)]
    is_prose = node.label is NO_LABEL or (below and _is_heading(heading.text) and not node.children)
    if is_prose and node.label is not NO_LABEL and (parts := groups(node)):
        node.found, node.children, node.lines = [], parts, [heading]
        return [node, *parts]
    if len(own) < least or not is_prose or any(LABEL_LINE.match(line.text) for line in below):
        return [node]
    parts = list[Node]()
    for line in below:
        lead_in = LEAD_IN.match(line.text)
        begin = lead_in.end() if lead_in else 0
        until = UNTIL.search(lead_in[0]) if lead_in else None
        for start, end, clause in clauses(line.text, bare=reading.bare):
            words = line.text[begin:start].lstrip("。；;，, ")
            place = line.start + start - len(words)
            item = Node(NO_LABEL, node, node.series, [Line(words + line.text[start:end], place, line.start + end)])
            if until and not clause.deadline_words:
                clause = replace(clause, deadline_words=until[0])
            item.found = [(len(words), len(words) + end - start, clause)]
            parts.append(item)
            begin = end
    node.found, node.children = [], parts
    node.lines = [heading]
    return [node, *parts]


def _with_clauses_behind(lines: list[Line]) -> Iterator[Line]:
    """A line may begin with the clause of the sentence that the line before it ends with."""
    last: Line | None = None
    for line in lines:
        if last and BEHIND.match(line.text) and last.text.endswith("。"):
            last = Line(last.text + "\n" * (line.start - last.end) + line.text, last.start, line.end)
            continue
        if last:
            yield last
        last = line
    if last:
        yield last


def _is_heading(text: str) -> bool:
    return len(text) <= 40 and not re.search(r"[。；，：]", text.rstrip("。：")) and not clauses(text)


def _is_grouped(node: Node, following: Line | None) -> bool:
    """Under a mere heading a paragraph with label lines behind it is one of the group's."""
    return following is not None and is_label_line(following) and _is_heading(node.lines[0].text)


def _is_signature(lines: list[Line], place: int) -> bool:
    """The name of a body, or of several below one another, with the day under it."""
    behind = enumerate(lines[place + 1 : place + 1 + SIGNERS], place + 1)
    day = next((below for below, line in behind if DATE_LINE.match(line.text)), None)
    return day is not None and all(is_unit(line.text) and not LABEL_LINE.match(line.text) for line in lines[place:day])


def _ends(node: Node, line: str, reading: Reading) -> bool:
    """Whether a line without a label is no longer part of the item."""
    if IMPRINT.search(line) or DATE_LINE.match(line):
        return True
    if PART.match(line) or (LABEL_LINE.match(line) and any(earlier.text for earlier in node.lines)):
        return False
    if clauses(line, bare=reading.bare) and any(earlier.text for earlier in node.lines):
        return False
    raw = _last_words(node).rstrip("。 \n")
    found = clauses(raw, bare=reading.bare)
    if found and is_unit(line) and LABEL_LINE.match(raw, found[-1][0]) and node.lines[-1].text[-1:] != "。":
        return False
    if found and found[-1][1] >= len(raw):
        return not (reading.headed and len(node.lines) == 1)
    return node.lines[-1].text.endswith("。") and len(line) <= 30 and not re.search(r"[。；，：、]", line)


def _last_words(node: Node) -> str:
    """The end of an item, as much as a clause can fill: a text of many lines is not read again for each of them."""
    words = ""
    for line in reversed(node.lines):
        words = f"{line.text}\n{words}"
        if len(words) > LONGEST_CLAUSE:
            break
    return words


def _fold(node: Node, levels: set[int], reading: Reading) -> None:
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
    if any(map(is_like, nodes[:place])) and any(map(is_like, nodes[place + 1 :])):
        return True
    last = next((other for other in reversed(nodes[:place]) if other.label.level == node.label.level), None)
    follows = last is not None and last.series == node.series and last.label.value + 1 == node.label.value
    return follows and any(is_like(other) and other.parent is node.parent for other in nodes[:place])


def _item(node: Node) -> Item:
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
    return Item(
        number=_number(node),
        heading=" / ".join(filter(None, [*headings, parts.heading])) or None,
        heading_label=(labels[-1] or None) if labels else None,
        text=parts.text,
        goal=parts.goal,
        start=node.lines[0].start,
        end=node.lines[-1].end,
        clause=combined(clause for _, _, clause in node.found),
    )


def _bound(items: Iterable[Item]) -> Iterator[Item]:
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
