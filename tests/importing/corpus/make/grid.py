"""What a document is built of: lines, and tables as one reads them, with marks for merged cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

UP = "^"  # merged with the cell above
LEFT = "<"  # merged with the cell on the left
AUTO = "#"  # Word numbers this paragraph itself
Cell = str | float | date | None
Rows = Sequence[Sequence[Cell]]


@dataclass(frozen=True)
class Line:
    """A paragraph. In Word {+…+} is inserted, {-…-} deleted under tracking, {^…^} a footnote."""

    text: str
    number: str | None = None  # "一、" "（一）" "1." "（1）": the label is Word's own, not in the text
    centred: bool = False
    page_break: bool = False


@dataclass(frozen=True)
class Table:
    """In Word a cell that is AUTO, or begins with it, is numbered by Word."""

    rows: Rows
    head_rows: int = 1  # repeated on every page
    widths: Sequence[float] | None = None  # proportions, on paper only


@dataclass(frozen=True)
class TextBox:
    text: str


Block = str | Line | Table | TextBox


def lines(text: str) -> list[Line]:
    """One paragraph for each line."""
    return [Line(line) for line in text.strip("\n").split("\n")]


def grid(text: str) -> list[list[str]]:
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
