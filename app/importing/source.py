"""The document's text as the review page shows it: paragraphs and rows, what was read marked by kind. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from app.importing.models import DraftTask

TEXT, NUMBER, DEADLINE, INDICATOR, KNOWN, UNKNOWN = "hl-x", "hl-n", "hl-d", "hl-t", "hl-a", "hl-e"
FIELD_OF = {TEXT: "text", NUMBER: "number", DEADLINE: "when", INDICATOR: "figures", KNOWN: "who", UNKNOWN: "who"}


@dataclass(frozen=True)
class Piece:
    """Words of one kind; `field` is the field on the right that shows them, "" for words nobody read."""

    words: str
    css: str = ""
    field: str = ""


@dataclass(frozen=True)
class SourceRow:
    """One row of a table, or one paragraph (a row of one cell); `draft_id` 0: no task."""

    draft_id: int
    cells: tuple[tuple[Piece, ...], ...]
    current: bool
    header: bool
    repeated: bool


@dataclass(frozen=True)
class SourceBlock:
    is_table: bool
    rows: tuple[SourceRow, ...]


def source_blocks(
    text: str,
    table_rows: Sequence[Sequence[int]],
    drafts: Sequence[DraftTask],
    known: Mapping[str, int],
    current: int | None,
    window: tuple[int, int],
) -> tuple[SourceBlock, ...]:
    """What stands in `window`: rows that follow each other make one table, other lines are paragraphs."""
    lines = [line for line in _lines(text, table_rows) if line[0] < window[1] and line[1] > window[0]]
    # The first row of all is the header that later pages print again.
    headers = {_bare(text, table_rows[0])} if table_rows else set()
    shown: list[tuple[bool, SourceRow]] = []
    linked: set[int] = set()
    for start, end, is_row in lines:
        here = [d for d in drafts if d.start < end and d.end > start]
        bare = _bare(text, (start, end))
        header = is_row and not here and bare in headers
        repeated = header and (not table_rows or start > table_rows[0][0])
        if is_row and not here:
            headers.add(bare)
        cells = tuple(_cells(text, start, end, here, known))
        first = next((d.id for d in here if d.id not in linked), 0)
        linked |= {d.id for d in here}
        shown.append(
            (is_row, SourceRow(first, cells, any(d.id == current for d in here), header and not repeated, repeated))
        )
    grouped = groupby(_in_tables(shown), key=lambda numbered: numbered[0])
    return tuple(SourceBlock(is_row, tuple(row for _, row in rows)) for (is_row, _), rows in grouped)


def window_of(text: str, drafts: Sequence[DraftTask], first: int, last: int) -> tuple[int, int]:
    """The part of the text around drafts[first:last]: from the end of the one before to the start of the one after."""
    start = drafts[first - 1].end if first > 0 else 0
    end = drafts[last].start if last < len(drafts) else len(text)
    return (start, end) if start < end else (0, len(text))


def _bare(text: str, span: Sequence[int]) -> str:
    return re.sub(r"\s", "", text[span[0] : span[1]])


def _in_tables(shown: Sequence[tuple[bool, SourceRow]]) -> Iterator[tuple[tuple[bool, int], SourceRow]]:
    """Numbers the paragraphs, so that each is a block of its own."""
    for n, (is_row, row) in enumerate(shown):
        yield (is_row, 0 if is_row else n), row


def _lines(text: str, table_rows: Sequence[Sequence[int]]) -> Iterator[tuple[int, int, bool]]:
    """(start, end, is a row) of all that is printed, in order. A row's cells may have line breaks of their own."""
    at = 0
    for start, end in table_rows:
        yield from _paragraphs(text, at, start)
        yield start, end, True
        at = max(at, end)
    yield from _paragraphs(text, at, len(text))


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    for line in re.finditer(r"[^\n]+", text[start:end]):
        if line[0].strip():
            yield start + line.start(), start + line.end(), "\t" in line[0]


def _cells(
    text: str, start: int, end: int, drafts: Iterable[DraftTask], known: Mapping[str, int]
) -> Iterator[tuple[Piece, ...]]:
    drafts = list(drafts)
    at = start
    for cell in text[start:end].split("\t"):
        marks: list[tuple[str, str]] = [("", "")] * len(cell)
        for draft in drafts:
            if draft.start < at + len(cell) and draft.end > at:
                _mark(marks, cell, at, draft, known)
        at += len(cell) + 1
        runs = groupby(zip(cell, marks, strict=True), key=lambda pair: pair[1])
        yield tuple(Piece("".join(c for c, _ in run), *mark) for mark, run in runs)


def _mark(marks: list[tuple[str, str]], cell: str, at: int, draft: DraftTask, known: Mapping[str, int]) -> None:
    """Writes over `marks` what of the cell is this draft's: its text first, then what was read in it."""

    def write(span: tuple[int, int], css: str) -> None:
        low, high = max(span[0], draft.start - at, 0), min(span[1], draft.end - at)
        for n in range(low, high):
            marks[n] = (css, f"{draft.id}-{FIELD_OF[css]}")

    if span := _overlap(cell, draft.text):
        write(span, TEXT)
    for words, css in _words_of(draft, known):
        for found in re.finditer(re.escape(words), cell):
            write(found.span(), css)
    if at <= draft.start < at + len(cell) and draft.number:
        begun = draft.start - at
        number = re.compile(rf"[（(]?{re.escape(draft.number)}[)）.．、]?").match(cell, begun)
        if number:
            write(number.span(), NUMBER)


def _words_of(draft: DraftTask, known: Mapping[str, int]) -> list[tuple[str, str]]:
    """Short words first: what is written later, the longer, stands."""
    found = [(i["words"], INDICATOR) for i in draft.indicators]
    found += [(draft.recurrence_words, DEADLINE), (draft.deadline_words, DEADLINE)]
    found += [(d["name"], KNOWN if d["name"] in known else UNKNOWN) for d in draft.departments]
    return sorted(((w, css) for w, css in found if w), key=lambda pair: len(pair[0]))


def _overlap(cell: str, text: str) -> tuple[int, int] | None:
    """Where the task's text stands in the cell, or the cell in the text; blanks and line breaks do not count."""
    places = [n for n, c in enumerate(cell) if not c.isspace()]
    bare, wanted = "".join(cell[n] for n in places), re.sub(r"\s", "", text)
    if len(bare) < 4 or not wanted:
        return None
    if bare in wanted:
        return 0, len(cell)
    begun = bare.find(wanted)
    return (places[begun], places[begun + len(wanted) - 1] + 1) if begun >= 0 else None
