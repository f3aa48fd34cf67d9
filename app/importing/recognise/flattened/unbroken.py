"""A table that a page kept on one line: header and rows run on between pipes, each row as wide as the header."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from app.importing.blocks import Paragraph
from app.importing.recognise.column_words import NUMBER
from app.importing.recognise.flattened.pieces import kinds_of

PIPE: Final = "|"
COUNTED: Final = re.compile(r"\d{1,3}")
NARROWEST: Final = 3


def broken(run: Sequence[Paragraph]) -> list[Paragraph]:
    """The same lines, but such a one cut before every row."""
    return [line for paragraph in run for line in (_rows(paragraph) if PIPE in paragraph.text else [paragraph])]


def _rows(paragraph: Paragraph) -> Iterator[Paragraph]:
    """The rows of the line; the line itself when it is none of these tables."""
    cells = [*re.finditer(r"(?:^|(?<=\|))[^|]*", paragraph.text)]
    cells = cells[1:] if not cells[0][0].strip() else cells
    words = [re.sub(r"\s", "", cell[0]) for cell in cells]
    width = next((place for place, word in enumerate(words) if COUNTED.fullmatch(word)), 0)
    if width >= NARROWEST and len(words) % width == 1 and not words[-1]:
        del cells[-1], words[-1]  # what the last pipe opens is no cell
    if width < NARROWEST or len(words) % width or not _is_table(words, width):
        yield paragraph
        return
    for first in range(0, len(cells), width):
        start = cells[first].start()
        end = min(cells[first + width - 1].end() + len(PIPE), len(paragraph.text))
        yield replace(
            paragraph, text=paragraph.text[start:end], start=paragraph.start + start, end=paragraph.start + end
        )


def _is_table(words: Sequence[str], width: int) -> bool:
    """A ledger's header with its number first, and rows that count from one to the next."""
    counts = words[width::width]
    if not NUMBER.match(words[0]) or not all(map(COUNTED.fullmatch, counts)):
        return False
    steps = [int(count) for count in counts]
    return steps == list(range(steps[0], steps[0] + len(steps))) and kinds_of(words[:width], guess=True) is not None
