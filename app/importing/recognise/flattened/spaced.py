"""A whole document on one line: what stood on lines and in cells of its own is parted by blanks only."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from app.importing.blocks import Block, Cell, Paragraph, Row
from app.importing.recognise.column_words import Kind
from app.importing.recognise.flattened.counted import begin_rows
from app.importing.recognise.flattened.pieces import Piece, is_label, kinds_of, signs, with_numbers
from app.importing.recognise.flattened.piped_cells import with_sections

LONG: Final = 200
WORD: Final = re.compile(r"[^\s\u3000]+")
DAY: Final = re.compile(r"20\d\d年\d{1,2}月\d{1,2}日")


def tables(run: Sequence[Paragraph]) -> list[Block] | None:
    """None when no long line has a ledger's header among its words."""
    blocks: list[Block] = []
    found = False
    for paragraph in run:
        table = _table(list(_pieces(paragraph))) if len(paragraph.text) > LONG else None
        found = found or table is not None
        blocks.extend(table or [paragraph])
    return blocks if found else None


def _pieces(paragraph: Paragraph) -> Iterator[Piece]:
    """The words between blanks; a label spread over the line (工 作 内 容) is one word."""
    letters: list[Piece] = []
    for match in WORD.finditer(paragraph.text):
        start = paragraph.start + match.start()
        piece = Piece(match[0], start, start + len(match[0]))
        if len(piece.text) == 1 and "\u4e00" <= piece.text <= "\u9fff":
            letters.append(piece)
            continue
        yield from _joined(letters)
        letters = []
        yield piece
    yield from _joined(letters)


def _joined(letters: Sequence[Piece]) -> list[Piece]:
    """One word, or where each two letters are a label (序 号 事 项) as many of them."""
    text = "".join(one.text for one in letters)
    pairs = [text[place : place + 2] for place in range(0, len(text), 2)]
    step = 2 if len(text) % 2 == 0 and len(pairs) > 2 and all(map(is_label, pairs)) else max(len(text), 1)
    parts = [letters[place : place + step] for place in range(0, len(text), step)]
    return [Piece("".join(one.text for one in part), part[0].start, part[-1].end) for part in parts]


def _table(pieces: list[Piece]) -> list[Block] | None:
    """The first labels that are a ledger's header, and the cells behind them."""
    place = 0
    while place < len(pieces):
        end = place
        while end < len(pieces) and is_label(pieces[end].text):
            end += 1
        labels = [one.text for one in pieces[place:end]]
        if len(labels) > 2 and end < len(pieces) and (kinds := kinds_of(labels)):
            return _under(pieces, place, end, kinds)
        place = end + 1
    return None


def _under(pieces: list[Piece], place: int, end: int, kinds: list[Kind | None]) -> list[Block] | None:
    last = _last(pieces, end, kinds)
    below = _once(pieces[end:last], [one.text for one in pieces[place:end]])
    firsts = begin_rows([one.text for one in below], end - place)
    below = [one if first else replace(one, begins=False) for one, first in zip(below, firsts, strict=True)]
    kinds, labels = with_numbers(below, kinds, [one.text for one in pieces[place:end]])
    if "number" not in kinds:
        return None
    start, stop = pieces[place].start, pieces[end - 1].end
    header = Row(tuple(Cell(label, start, stop) for label in labels), start, stop)
    above, rest = (
        [Paragraph(one.text, one.start, one.end) for one in part] for part in (pieces[:place], pieces[last:])
    )
    return [*above, *with_sections(header, below, kinds), *rest]


def _once(pieces: Sequence[Piece], labels: Sequence[str]) -> list[Piece]:
    """The cells without the header printed again."""
    found: list[Piece] = []
    index = 0
    while index < len(pieces):
        is_header = [one.text for one in pieces[index : index + len(labels)]] == labels
        found.extend([] if is_header else [pieces[index]])
        index += len(labels) if is_header else 1
    return found


def _last(pieces: Sequence[Piece], begin: int, kinds: Sequence[Kind | None]) -> int:
    """Where the rows end: before the signature, a body's name and the only whole day of the line."""
    days = [place for place in range(begin, len(pieces)) if DAY.fullmatch(pieces[place].text)]
    is_signed = days == [len(pieces) - 1] and signs(pieces[-2], pieces[begin:-2], kinds)
    return len(pieces) - 2 if is_signed else len(pieces)
