"""A table as one reads it: rows of cells, and marks where a cell is merged with its neighbour."""

from collections.abc import Sequence
from datetime import date

UP = "^"  # merged with the cell above
LEFT = "<"  # merged with the cell on the left
AUTO = "#"  # Word numbers this paragraph itself
Cell = str | float | date | None
Rows = Sequence[Sequence[Cell]]


def grid(text: str) -> list[list[Cell]]:
    """One row a line, cells between | ; ^ and < are merged cells, \\n a new line inside a cell."""
    lines = [line for line in text.strip().splitlines() if line.strip()]
    return [[cell.strip().replace("\\n", "\n") for cell in line.split("|")] for line in lines]


def spans(rows: Rows) -> dict[tuple[int, int], tuple[int, int]]:
    """(row, column) of each real cell -> how many rows and columns it covers."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            if cell in (UP, LEFT):
                continue
            right, down = x + 1, y + 1
            while right < len(row) and row[right] == LEFT:
                right += 1
            while down < len(rows) and x < len(rows[down]) and rows[down][x] == UP:
                down += 1
            found[y, x] = (down - y, right - x)
    return found
