"""Sentences with clauses of their own, which are items below a heading or in a line of several goals."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from app.importing.recognise.clauses import LABEL_LINE, clauses
from app.importing.recognise.grouped import groups
from app.importing.recognise.nodes import NO_LABEL, Line, Node, Reading

LEAD_IN: Final = re.compile(r"^[^。；（(]{0,80}(?:以下|如下|主要)[^。；（(]{0,20}[：:]")
UNTIL: Final = re.compile(r"(?:到|至|在)\s*20\d\d\s*年(?:底|末|前)?")
BEHIND: Final = re.compile(r"[（(][^（()）]{2,80}(?:牵头|负责|配合|落实)[）)](?=[^\n]*[（(])[^\n]")


def with_sentences(node: Node, reading: Reading, least: int = 2) -> list[Node]:
    """Under a mere heading every sentence with a clause of its own is an item, numbered or not.

    One such sentence is the item of its number, but beside headings with several it is like theirs.
    """
    node.lines = list(_with_clauses_behind(node.lines))
    heading, *rest = node.lines
    below = [line for line in (node.lines if node.label is NO_LABEL else rest) if clauses(line.text, bare=reading.bare)]
    own = [found for line in below for found in clauses(line.text, bare=reading.bare)]
    is_prose = node.label is NO_LABEL or (below and is_heading(heading.text) and not node.children)
    if is_prose and node.label is not NO_LABEL and (grouped := groups(node)):
        node.found, node.children, node.lines = [], grouped, [heading]
        return [node, *grouped]
    if len(own) < least or not is_prose or any(LABEL_LINE.match(line.text) for line in below):
        return [node]
    items = list[Node]()
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
            items.append(item)
            begin = end
    node.found, node.children = [], items
    node.lines = [heading]
    return [node, *items]


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


def is_heading(text: str) -> bool:
    return len(text) <= 40 and not re.search(r"[。；，：]", text.rstrip("。：")) and not clauses(text)
