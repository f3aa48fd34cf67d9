"""A table as spreadsheets write it out: a row a line, cells parted by commas, those with commas inside in quotes."""

import re
from collections.abc import Sequence
from typing import Final

from app.importing.blocks import Block, Cell, Paragraph, Row, Table
from app.importing.recognise.flattened.pieces import kinds_of

CELL: Final = re.compile(r'(?:^|(?<=,))[ \t]*(?:"(?P<quoted>(?:[^"]|"")*)"[ \t]*(?=,|$)|(?P<plain>[^,]*))')
NARROWEST: Final = 3
FEWEST: Final = 2


def tables(run: Sequence[Paragraph]) -> list[Block] | None:
    """None when no line is a ledger's header with rows of its width right below it."""
    for place, line in enumerate(run):
        if "," not in line.text:
            continue
        header = _row(line)
        labels = [cell.text for cell in header.cells]
        if len(labels) < NARROWEST or not all(labels) or kinds_of(labels, guess=True) is None:
            continue
        rows = [header]
        for below in map(_row, run[place + 1 :]):
            if len(below.cells) != len(labels):
                break
            rows.append(below)
        if len(rows) > FEWEST:
            rest = run[place + len(rows) :]
            return [*run[:place], Table(tuple(rows), header.start, rows[-1].end), *(tables(rest) or rest)]
    return None


def _row(line: Paragraph) -> Row:
    return Row(tuple(_cell(line, match) for match in CELL.finditer(line.text)), line.start, line.end)


def _cell(line: Paragraph, match: re.Match[str]) -> Cell:
    group = "plain" if match["quoted"] is None else "quoted"
    text = match[group].replace('""', '"').strip()
    return Cell(text, line.start + match.start(group), line.start + match.end(group))
