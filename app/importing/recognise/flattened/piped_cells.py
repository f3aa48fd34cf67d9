"""A piped table of one cell a line: its header is as many labels as make the cells behind it fit best."""

from collections.abc import Sequence
from typing import Final

from app.importing.blocks import Block, Cell, Paragraph, Row, Table
from app.importing.recognise.column_words import Kind
from app.importing.recognise.flattened.pieces import (
    Piece,
    fit,
    has_sections,
    is_title,
    kinds_of,
    may_be_label,
    rows_of,
    with_numbers,
)
from app.importing.recognise.flattened.piped_lines import line_of, plain

FURTHEST: Final = 12
LOOKED_AT: Final = 40
WIDEST: Final = 12


def by_cells(lines: Sequence[Paragraph]) -> list[Block] | None:
    """One cell a line: the header is as many labels as make the cells behind it fit best."""
    pieces = _one_by_one(lines)
    if pieces is None:
        return None
    for place in range(min(len(pieces), FURTHEST)):
        labels = [piece.text for piece in pieces[place : place + _header(pieces, place)]]
        if (kinds := kinds_of(labels, guess=True)) is None:
            continue
        start, end = pieces[place].start, pieces[place + len(labels) - 1].end
        behind = pieces[place + len(labels) :]
        kinds, labels = with_numbers(behind, kinds, labels)
        header = Row(tuple(Cell(label, start, end) for label in labels), start, end)
        above = [Paragraph(piece.text, piece.start, piece.end) for piece in pieces[:place]]
        return [*above, *with_sections(header, behind, kinds)]
    return None


def _one_by_one(lines: Sequence[Paragraph]) -> list[Piece] | None:
    """The cells, when nearly every line holds one at most; a cell's further paragraphs are not apart from it."""
    read = [line_of(line) for line in lines]
    told = [sum(bool(piece.text) for piece in line.cells) for line in read]
    if sum(count > 1 for count in told) * 5 > len(lines):
        return None
    pieces: list[Piece] = []
    goes_on = False
    for line in read:
        for index, piece in enumerate(line.cells):
            if piece.text:
                is_rest = goes_on and index == 0
                pieces.append(Piece(piece.text, piece.start, piece.end, begins=not is_rest, apart=not is_rest))
            goes_on = False
        goes_on = bool(line.cells) and not line.closed
    return pieces


def _header(pieces: Sequence[Piece], place: int) -> int:
    end = place
    while end < min(len(pieces), place + WIDEST) and may_be_label(plain(pieces[end].text)):
        end += 1
    prices = [
        (fit(pieces[last : last + LOOKED_AT], kinds), place - last)
        for last in range(end, place + 1, -1)
        if last < len(pieces) and (kinds := kinds_of([piece.text for piece in pieces[place:last]], guess=True))
    ]
    return -min(prices)[1] if prices else 0


def with_sections(header: Row, pieces: Sequence[Piece], kinds: Sequence[Kind | None]) -> list[Block]:
    """Titles of sections stand between the rows, where no column holds them."""
    blocks: list[Block] = []
    rows, waiting = [header], list[Piece]()

    def close() -> None:
        rows.extend(rows_of(waiting, kinds) if waiting else [])
        if rows:
            blocks.append(Table(tuple(rows), rows[0].start, rows[-1].end))

    is_parted = has_sections(pieces, kinds)
    for piece in pieces:
        if is_parted and is_title(piece.text):
            close()
            blocks.append(Paragraph(piece.text, piece.start, piece.end))
            rows, waiting = [], []
        else:
            waiting.append(piece)
    close()
    return blocks
