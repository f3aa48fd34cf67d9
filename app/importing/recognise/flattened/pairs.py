"""A form that became text: its label, a pipe, and the value beside it, one pair a line."""

import re
from collections.abc import Sequence
from typing import Final

from app.importing.blocks import Block, Cell, Paragraph, Row, Table
from app.importing.recognise.column_words import kind_of_column
from app.importing.recognise.printed_roles import Person
from app.tasks.kinds import PrintedRole

PAIR: Final = re.compile(r"\|?\s*([\u4e00-\u9fff][^|：:]{1,24})[：:]\s*\|\s*(.*?)[\s|]*")
LEAST: Final = 3


def tables(run: Sequence[Paragraph]) -> list[Block] | None:
    """None when no three labels in the run say what is to be done and who does it."""
    found = [(place, match) for place, line in enumerate(run) if (match := PAIR.fullmatch(line.text))]
    kinds = [kind_of_column(re.sub(r"\s", "", match[1])) for _, match in found]
    if len(found) < LEAST or "text" not in kinds or not any(isinstance(kind, PrintedRole | Person) for kind in kinds):
        return None
    ends = [*(place for place, _ in found[1:]), len(run)]
    parts = zip(found, ends, kinds, strict=True)
    rows = [_row(run[place:end], match) for (place, match), end, kind in parts if kind and "、" not in match[1]]
    first = found[0][0]
    return [*run[:first], Table(tuple(rows), rows[0].start, rows[-1].end)]


def _row(lines: Sequence[Paragraph], match: re.Match[str]) -> Row:
    """What stands on the lines below a value belongs to it."""
    line = lines[0]
    value = "\n".join([match[2], *(below.text.strip("| ") for below in lines[1:])]).strip()
    label = re.sub(r"\s", "", match[1])
    begin = line.start + match.start(2)
    return Row(
        (
            Cell(label, line.start + match.start(1), line.start + match.end(1)),
            Cell(value, begin, lines[-1].end if value else begin),
        ),
        line.start,
        lines[-1].end,
    )
