"""Lines as a tree of numbered items: which label each begins with, what it stands under, and where it ends."""

import re
from itertools import zip_longest
from typing import Final

from app.importing.recognise.clauses import LABEL_LINE, clauses
from app.importing.recognise.cut_lines import DATE_LINE
from app.importing.recognise.grouped import is_label_line
from app.importing.recognise.lines import ARABIC, Label, label_at
from app.importing.recognise.names import is_unit
from app.importing.recognise.nodes import NO_LABEL, Line, Node, Reading
from app.importing.recognise.parts import LABEL as PART
from app.importing.recognise.sentences import LEAD_IN, is_heading
from app.importing.recognise.unlabelled import headings as unlabelled_headings
from app.importing.recognise.unlabelled import units as unlabelled_units

IMPRINT: Final = re.compile(r"印发$|^抄送|^（?此件|^附件|共印\s*\d+\s*份|^主题词|^联系人|^信息来源|^责任编辑")
LONGEST_CLAUSE: Final = 600
SIGNERS: Final = 3


def tree(lines: list[Line], reading: Reading) -> list[Node]:
    nodes: list[Node] = []
    series, current, sent = 0, None, 0
    texts = [line.text for line in lines]
    unlabelled = unlabelled_headings(texts, lambda text: is_loose(text, reading))
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
        elif is_loose(line.text, reading):
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
    is_behind = before.text.endswith(("。", "）", ")", "〕", "】", ".", "：")) or is_heading(before.text)
    if not match or last is None or not is_behind:
        return None
    is_next = last.level == ARABIC and last.value + 1 == int(match[1])
    return Label(ARABIC, match[0], match[1], int(match[1]), match.end()) if is_next else None


def is_loose(text: str, reading: Reading) -> bool:
    """Several goals in one line, each with its clause, are items wherever they stand."""
    found = clauses(text, bare=reading.bare)
    return bool(found) and (reading.loose or (len(found) > 1 and LEAD_IN.match(text) is not None))


def _is_grouped(node: Node, following: Line | None) -> bool:
    """Under a mere heading a paragraph with label lines behind it is one of the group's."""
    return following is not None and is_label_line(following) and is_heading(node.lines[0].text)


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
    if found and is_unit(line) and LABEL_LINE.match(raw, found[-1][0]) and node.lines[-1].text[-1:] not in "。.":
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
