"""The real ledgers as files of Word and Excel, new and old: the same records as from their text."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest

from app.importing.recognise.lines import as_number
from tests.importing.corpus.make import Line, Sheet, Table, converted, docx, xlsx
from tests.importing.corpus.make.grid import AUTO, LEFT
from tests.importing.printed import Block, as_running_text, as_table
from tests.importing.scoring import SEEDS, assert_within_bounds, recognised_json
from tests.importing.test_variations import IDS, load

__test__ = bool(SEEDS)  # nothing to collect where the ledgers are not there

LABELS = {
    "一、": re.compile(r"([一二三四五六七八九十]+)、\s*"),
    "（一）": re.compile(r"（([一二三四五六七八九十]+)）\s*"),
    "1.": re.compile(r"(\d+)\.\s*"),
}


def rows_of(block: Block) -> list[list[str]]:
    """With marks for the cells that are merged."""
    rows: list[list[str]] = []
    for row in [block["head"], *block["rows"]]:
        cells: list[str] = []
        for cell in row:
            cells.extend([cell] if isinstance(cell, str) else [cell["text"], *[LEFT] * (cell["columns"] - 1)])
        rows.append(cells)
    return rows


def word(blocks: Sequence[Block], *, automatic: bool = False) -> bytes:
    """`automatic`: Word counts the items, in paragraphs and in the first column, as far as it would count the same."""
    made: list[str | Line | Table] = []
    counts: dict[str, int] = {}
    for block in blocks:
        if block["kind"] == "table":
            rows = rows_of(block)
            numbered = [[AUTO, *row[1:]] if row[0].isdigit() else row for row in rows]
            made.append(Table(numbered if automatic and counts_up(rows) else rows))
        else:
            made.append(counted(block["text"], counts) if automatic else block["text"])
    return docx([*made, ""])  # Word lets no document end with a table


def counted(text: str, counts: dict[str, int]) -> Line:
    for place, (kind, label) in enumerate(LABELS.items()):
        if (match := label.match(text)) and as_number(match[1]) == counts.get(kind, 0) + 1:
            counts[kind] = counts.get(kind, 0) + 1
            for below in list(LABELS)[place + 1 :]:
                counts.pop(below, None)
            return Line(text[match.end() :], number=kind)
    return Line(text)


def counts_up(rows: Sequence[Sequence[str]]) -> bool:
    numbers = [row[0] for row in rows if row[0].isdigit()]
    return numbers == [str(number + 1) for number in range(len(numbers))]


def sheet(blocks: Sequence[Block]) -> bytes:
    """One sheet: the head across it, the table, the signature."""
    rows: list[list[str]] = []
    for block in blocks:
        rows.extend(rows_of(block) if block["kind"] == "table" else [[block["text"], LEFT, LEFT]])
    return xlsx(Sheet("台账", rows))


@cache
def made(form: str, text: str) -> bytes:
    return FORMS[form](text)


FORMS: dict[str, Callable[[str], bytes]] = {
    "docx in paragraphs": lambda text: word(as_running_text(text)),
    "docx in paragraphs that Word counts": lambda text: word(as_running_text(text), automatic=True),
    "docx table": lambda text: word(as_table(text)),
    "docx table that Word counts": lambda text: word(as_table(text), automatic=True),
    "doc in paragraphs": lambda text: converted(made("docx in paragraphs", text), "docx", "doc"),
    "doc table": lambda text: converted(made("docx table", text), "docx", "doc"),
    "xlsx": lambda text: sheet(as_table(text)),
    "xls": lambda text: converted(made("xlsx", text), "xlsx", "xls"),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("source", "truth"), SEEDS, ids=IDS)
def test_a_ledger_in_this_format_keeps_the_bounds(source: Path, truth: Path, form: str) -> None:
    text, expected = load(source, truth)
    assert_within_bounds(expected, recognised_json(made(form, text), source.name))
