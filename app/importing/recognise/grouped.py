"""Label lines that answer for more or for less than the numbered item they stand behind."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from app.importing.recognise.clauses import LABEL_LINE, clauses
from app.importing.recognise.lines import ARABIC, BULLET, Label, label_at
from app.importing.recognise.nodes import NO_LABEL, Line, Node

HEADED: Final = 40
SHORT: Final = 25
FEWEST: Final = 2
RECORD: Final = re.compile(r"(?:(?:项目|任务|事项|工作)?名称|事项|项目|整改任务|(?:存在|反馈)问题)\s*[：:]")
FIELD: Final = re.compile(r"[\u4e00-\u9fff]{2,10}\s*[：:]")


def is_label_line(line: Line) -> bool:
    return label_at(line.text) is None and LABEL_LINE.match(line.text) is not None


def lowered(lines: list[Line]) -> list[Line]:
    """Labels that stand above the items they hold for are set behind each of those items."""
    labels = [place for place, line in enumerate(lines) if is_label_line(line)]
    items = [place for place, line in enumerate(lines) if _is_item(line)]
    if not labels or not items or not 0 < labels[0] < items[0] or not labels[-1] < items[-1]:
        return lines  # what begins with its labels was cut off behind an item
    firsts = [place for place in labels if place - 1 not in labels]
    behind = [place + 1 for place in labels if place + 1 not in labels]
    if len(firsts) < 2 or not set(behind) <= set(items):
        return lines
    found: list[Line] = []
    above: list[Line] = []
    for place, line in enumerate(lines):
        if place in labels:
            above = [line] if place in firsts else [*above, line]
            continue
        found.append(line)
        if place in items:
            found.extend(Line(label.text, line.end, line.end) for label in above)
    return found


def _is_item(line: Line) -> bool:
    label = label_at(line.text)
    return label is not None and label.level >= ARABIC


def groups(node: Node) -> list[Node]:
    """Under a mere heading: paragraphs without numbers, each with label lines of its own behind it."""
    parts: list[list[Line]] = [[]]
    for line in node.lines[1:]:
        if parts[-1] and is_label_line(parts[-1][-1]) and not is_label_line(line):
            parts.append([])
        parts[-1].append(line)
    told = [part for part in parts if part and not is_label_line(part[0]) and is_label_line(part[-1])]
    if len(told) < 2 or len(told) != len([part for part in parts if part]):
        return []
    found = [Node(NO_LABEL, node, node.series, part) for part in told]
    for part in found:
        part.found = clauses(part.raw)
    return found


def records(lines: Sequence[Line]) -> list[Node]:
    """Matters without numbers: little forms, or sentences over label lines."""
    return _forms(lines) or _stanzas(lines)


def _forms(lines: Sequence[Line]) -> list[Node]:
    """项目名称：… 建设内容：… 责任单位：…, each begun by the same label, which gives the matter its name."""
    begins = [(place, match[0]) for place, line in enumerate(lines) if (match := RECORD.match(line.text))]
    counts = Counter(word for _, word in begins)
    places = [place for place, word in begins if counts[word] > 1]
    found: list[Node] = []
    for begin, following in pairwise([*places, len(lines)]):
        end = next((place for place in range(begin + 1, following) if not FIELD.match(lines[place].text)), following)
        node = Node(NO_LABEL, None, 0, [*lines[begin:end]])
        node.found = clauses(node.raw)
        found.append(node)
    return found if sum(bool(node.found) for node in found) > 1 else []


def _stanzas(lines: Sequence[Line]) -> list[Node]:
    """Sentences without numbers, each with the same label lines below it."""
    found: dict[tuple[str, ...], list[Node]] = {}
    heading: Node | None = None
    place = 0
    while place < len(lines):
        end = place + 1
        while end < len(lines) and is_label_line(lines[end]):
            end += 1
        labels = tuple(re.split("[：:]", line.text)[0].strip() for line in lines[place + 1 : end])
        if _is_stanza(lines[place], labels):
            node = Node(NO_LABEL, heading, 0, [*lines[place:end]])
            node.found = clauses(node.raw)
            found.setdefault(labels, []).append(node)
        elif _is_heading(lines, place):
            heading = Node(Label(BULLET, "", None, 0, 0), None, 0, [lines[place]])
        place = end
    told = max(found.values(), key=len, default=[])
    least = 1 if told and len(told[0].lines) > FEWEST else FEWEST
    return told if len(told) > least else []


def _is_stanza(line: Line, labels: Sequence[str]) -> bool:
    """Over a single label line stands a whole sentence."""
    if not labels or label_at(line.text) is not None or is_label_line(line):
        return False
    return len(labels) > 1 or line.text.endswith("。")


def _is_heading(lines: Sequence[Line], place: int) -> bool:
    """Between the stanzas: a short line where the introduction or the label line before it has ended."""
    line = lines[place].text
    is_apart = place > 0 and (lines[place - 1].text.endswith("。") or is_label_line(lines[place - 1]))
    return is_apart and 2 <= len(line) <= SHORT and re.search(r"[。；：:，,]", line) is None


def are_headed(lines: Sequence[Line]) -> bool:
    """Items are short headings that end in their clause, and what is to be done stands in a paragraph below them."""
    found = [(line, following) for line, following in pairwise(lines) if _is_headed(line)]
    below = [following for _, following in found if label_at(following.text) is None and "。" in following.text]
    return len(below) > 1 and len(below) * 3 >= len(found) * 2


def _is_headed(line: Line) -> bool:
    label = label_at(line.text)
    told = clauses(line.text) if label and re.search(r"[）)]。?$", line.text) else []
    return bool(label and told) and "。" not in line.text[: told[0][0]] and told[0][0] <= HEADED
