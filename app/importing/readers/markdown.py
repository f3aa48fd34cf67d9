"""Tables as Markdown writes them: a header, a rule below it, and rows of as many cells between pipes."""

import re
from collections.abc import Sequence
from typing import Final

from app.importing.page_numbers import PRINTED

RULE: Final = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?")
BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
NARROWEST: Final = 3


def table_at(lines: Sequence[str], place: int) -> tuple[int, list[list[str]]] | None:
    """Where the table that begins here ends, and its rows; None when none does, or its rows are not all as wide."""
    if place + 2 >= len(lines) or "|" not in lines[place] or not RULE.fullmatch(lines[place + 1]):
        return None
    rows = [_cells(lines[place])]
    end = place + 2
    while end < len(lines) and not RULE.fullmatch(lines[end]):
        if "|" in lines[end]:
            rows.append(_cells(lines[end]))
        elif not PRINTED.fullmatch(lines[end]):
            break
        end += 1
    is_whole = (
        len(rows) > 1 and {len(row) for row in rows} == {len(rows[0])} and sum(map(bool, rows[0])) * 2 > len(rows[0])
    )
    return (end, rows) if is_whole and len(rows[0]) >= NARROWEST else None


def _cells(line: str) -> list[str]:
    """The cells of a line; a break inside one is a new line of it."""
    return [BREAK.sub("\n", cell.strip()) for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]
