"""What is left of a table when a site, a viewer or a mail program turns it into text."""

import unicodedata
from collections.abc import Sequence

from tests.importing.corpus.make.grid import UP, Rows, spans


def _real(rows: Rows) -> list[list[str]]:
    """Merged cells are simply missing."""
    covered = spans(rows)
    return [[str(cell or "") for x, cell in enumerate(row) if (y, x) in covered] for y, row in enumerate(rows)]


def cell_a_line(rows: Rows, between: str = "\n\n") -> str:
    """One cell per line, a blank line between cells."""
    return between.join(cell for row in _real(rows) for cell in row)


def piped(rows: Rows, stray: str = "") -> str:
    """Pipes; a stray one is set before every third row and behind every second one."""
    lines = [" | ".join(cell.replace("\n", " ") for cell in row) for row in _real(rows)]
    return "\n".join(
        (stray if place % 3 == 2 else "") + f"| {line} |" + (stray if place % 2 else "")
        for place, line in enumerate(lines)
    )


def spaced(rows: Rows, blank: str = " ") -> str:
    """One row per line, fields split by blanks."""
    return "\n".join(blank.join(cell.replace("\n", " ") for cell in row) for row in _real(rows))


def run_together(rows: Rows) -> str:
    return "".join(cell.replace("\n", "") for row in _real(rows) for cell in row)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _wrapped(text: str, width: int) -> list[str]:
    """Cut wherever the cell ends, in the middle of a word too."""
    lines = [""]
    for char in text:
        if char == "\n" or _width(lines[-1] + char) > width:
            lines.append("")
        lines[-1] += "" if char == "\n" else char
    return lines


def boxed(rows: Rows, widths: Sequence[int]) -> str:
    """Box drawing; a merged cell's text runs on beside its neighbours' rules. No merging to the left."""
    columns, out = range(len(widths)), []
    pending: list[list[str]] = [[] for _ in columns]
    for y, row in enumerate(rows):
        merged = [row[x] == UP for x in columns]
        out.append(_rule(pending, merged, widths, y == 0))
        for x in columns:
            if not merged[x]:
                pending[x] = _wrapped(str(row[x] or ""), widths[x])
        below = [y + 1 < len(rows) and rows[y + 1][x] == UP for x in columns]
        height = max([len(pending[x]) for x in columns if not below[x]] or [1])
        for _ in range(height):
            out.append(
                "│" + "│".join(_padded(pending[x].pop(0) if pending[x] else "", widths[x]) for x in columns) + "│"
            )
    out.append("└" + "┴".join("─" * (width // 2) for width in widths) + "┘")
    return "\n".join(out)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _rule(pending: list[list[str]], merged: list[bool], widths: Sequence[int], first: bool) -> str:
    """Rules are two columns wide a stroke, so widths are even."""
    if first:
        return "┌" + "┬".join("─" * (width // 2) for width in widths) + "┐"
    cells = [
        _padded(pending[x].pop(0) if pending[x] else "", width) if merged[x] else "─" * (width // 2)
        for x, width in enumerate(widths)
    ]
    out = "│" if merged[0] else "├"
    for x, cell in enumerate(cells):
        right = merged[x + 1] if x + 1 < len(cells) else True
        left = merged[x]
        out += cell + ("│" if left and right else "├" if left else "┤" if right else "┼")
    return out
