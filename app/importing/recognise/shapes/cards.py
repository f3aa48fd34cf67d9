"""Cards written as lines: 干什么：… 谁来干：… 什么时候干成：…, the same labels again for each task."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from app.importing.blocks import Block, Cell, Paragraph, Row, Table
from app.importing.recognise.columns import columns_of
from app.importing.recognise.lines import label_at
from app.importing.recognise.parts import DEED, GOAL, NAME, PROBLEM
from app.importing.recognise.printed_roles import kind_of
from app.tasks.kinds import PrintedRole

LINE: Final = re.compile(r"[【\[]?([\u4e00-\u9fff]{2,8})[】\]]?\s*[：:]\s*(\S.*)", re.DOTALL)
COUNTED: Final = re.compile(
    r"(?:重点)?(?:任务|事项|项目|工程|实事|卡片?)?[（(第]?(\d{1,3}|[一二三四五六七八九十]{1,3})[）)项件条号]?"
)
KNOWN: Final = re.compile(rf"{PROBLEM}|{NAME}|{GOAL}|{DEED}")
FEWEST_CARDS: Final = 3
FEWEST_LABELS: Final = 3
LONGEST: Final = 24


@dataclass(slots=True)
class Card:
    """What one card says under each label, and the line above it."""

    start: int
    above: Paragraph | None = None
    said: dict[str, Cell] = field(default_factory=dict)


def tabled(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks with such cards as rows of one table."""
    found: list[Block] = []
    for is_line, run in groupby(blocks, key=lambda block: isinstance(block, Paragraph)):
        lines = list(run)
        found.extend(_with_table([one for one in lines if isinstance(one, Paragraph)]) if is_line else lines)
    return found


def _with_table(lines: Sequence[Paragraph]) -> list[Block]:
    labels = [match[1] if (match := LINE.fullmatch(line.text)) else "" for line in lines]
    known = {label for label, many in Counter(labels).items() if label and many >= FEWEST_CARDS}
    first = next((label for label in labels if label in known), None)
    if first is None:
        return list(lines)
    begin = labels.index(first)
    end = max(place for place, label in enumerate(labels) if label in known) + 1
    cards = list(_cards(lines[max(begin - 1, 0) : begin], lines[begin:end], first))
    table = _table([card for card in cards if len(card.said) >= FEWEST_LABELS])
    if table is None:
        return list(lines)
    above = begin - (cards[0].above is not None)
    return [*lines[:above], table, *lines[end:]]


def _cards(before: Sequence[Paragraph], lines: Sequence[Paragraph], first: str) -> Iterator[Card]:
    """A card ends where its first label comes again; the one short line between two cards is the next one's."""
    above: Paragraph | None = next((line for line in before if _is_caption(line.text)), None)
    card: Card | None = None
    for line in lines:
        match = LINE.fullmatch(line.text)
        if match is None:
            above = line if _is_caption(line.text) else None
            continue
        if match[1] == first:
            if card:
                yield card
            card, above = Card(line.start, above), None
        if card:
            card.said.setdefault(match[1], Cell(match[2], line.start + match.start(2), line.end))
    if card:
        yield card


def _is_caption(text: str) -> bool:
    return len(text) <= LONGEST and (COUNTED.fullmatch(text) is not None or label_at(text) is not None)


def _table(cards: Sequence[Card]) -> Table | None:
    """None when the labels are not the same on all cards, are ones that every reader knows, or make no ledger."""
    if len(cards) < FEWEST_CARDS or any(card.said.keys() != cards[0].said.keys() for card in cards):
        return None
    labels, start = list(cards[0].said), min(card.above.start if card.above else card.start for card in cards)
    header = Row(tuple(Cell(label, start, start) for label in ("序号", *labels)), start, start)
    rows = (header, *(_row(card) for card in cards))
    columns = columns_of(header, rows)
    if columns is None or not any(isinstance(kind, PrintedRole) for kind in columns.kinds):
        return None
    if any(map(KNOWN.fullmatch, labels)) and any(isinstance(kind_of(label), PrintedRole) for label in labels):
        return None
    return Table(rows, start, rows[-1].end)


def _row(card: Card) -> Row:
    caption = card.above
    counted = COUNTED.fullmatch(caption.text) if caption else None
    label = label_at(caption.text) if caption and not counted else None
    number = counted[1] if counted else (label.number or "") if label else ""
    cells = (Cell(number, card.start, card.start), *card.said.values())
    return Row(cells, card.start, max(cell.end for cell in cells))
