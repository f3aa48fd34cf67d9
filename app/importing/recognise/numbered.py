"""Ledgers written as numbered paragraphs, each with its responsibility clause."""

from collections import Counter
from typing import Final

from app.importing.blocks import Document
from app.importing.recognise.clauses import clauses
from app.importing.recognise.cut_lines import lines_of
from app.importing.recognise.drafts import Layout
from app.importing.recognise.folding import asks, fold, tasks
from app.importing.recognise.grouped import are_headed, lowered, records
from app.importing.recognise.lines import ARABIC, HEADING, ROUND
from app.importing.recognise.nodes import NO_LABEL, Line, Node, Reading
from app.importing.recognise.outline import tree
from app.importing.recognise.outlined import bound, item_of
from app.importing.recognise.own_labels import with_marks
from app.importing.recognise.said import duties, is_points, led, lists_units, may_be_by_unit, say, say_beside
from app.importing.recognise.sentences import with_sentences
from app.importing.recognise.who_leads import first_unit_leads

FEWEST: Final = 2


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
    kept = (reading.loose and records(lines)) or tasks(_nodes(lines, reading))
    items = tuple(item for item in bound(map(item_of, kept)) if item.text)
    if not items:
        return None
    top = kept[0]
    while top.parent:
        top = top.parent
    return Layout(items, min(top.start, kept[0].start), items[-1].end)


def _points(lines: list[Line]) -> Layout | None:
    """The items of a plan that names nobody: whatever is numbered below its headings, but for what it asks of all."""
    nodes = tree(lines, Reading())
    for node in reversed(nodes):
        fold(node, {HEADING, ROUND, ARABIC}, Reading())
    kept = [node for node in nodes if node.lines and node.label.printed and not node.children and not asks(node)]
    below = Counter(id(node.parent) for node in kept if node.parent)
    if sum(count > 1 for count in below.values()) < FEWEST:
        return None  # the points of a notice stand under one another, those of a plan under headings
    items = tuple(item for item in map(item_of, kept) if item.text)
    return Layout(items, nodes[0].start, items[-1].end)


def _nodes(lines: list[Line], reading: Reading) -> list[Node]:
    nodes = tree(lines, reading)
    for node in nodes:
        node.found = clauses(node.raw, bare=reading.bare)
    if reading.spoken or reading.by_unit:
        say(nodes, reading)
    if reading.subject:
        duties(nodes)
    say_beside(nodes)
    led(nodes)
    found = [with_sentences(node, reading) for node in nodes]
    prose = {node.label.level for node, *rest in found if rest and node.label is not NO_LABEL}
    nodes = [
        part
        for node, *rest in found
        for part in ([node, *rest] if rest or node.label.level not in prose else with_sentences(node, reading, least=1))
    ]
    levels = {node.label.level for node in nodes if node.found}
    for node in reversed(nodes):
        fold(node, levels, reading)
    return nodes
