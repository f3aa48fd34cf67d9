"""The document's text as the review page shows it: paragraphs and rows, each task's place marked. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.importing.models import DraftTask

Marked = tuple[tuple[str, str], ...]  # (text, css class or "")


@dataclass(frozen=True)
class SourceRow:
    """One row of a table, or one paragraph (a row of one cell); `draft_id` 0: no task."""

    draft_id: int
    cells: tuple[Marked, ...]
    current: bool


@dataclass(frozen=True)
class SourceBlock:
    is_table: bool
    rows: tuple[SourceRow, ...]


def source_blocks(
    text: str, drafts: Sequence[DraftTask], known: Mapping[str, int], current: int | None
) -> tuple[SourceBlock, ...]:
    """Rows that follow each other make one table; what lies between the tasks is shown as it is."""
    rows: list[tuple[bool, SourceRow]] = []
    at = 0
    for draft in sorted(drafts, key=lambda d: d.start):
        if draft.start < at:
            continue  # printed inside the one before: that place is shown already
        rows += _between(text[at : draft.start])
        rows += _of_task(text[draft.start : draft.end], draft, known, current)
        at = draft.end
    rows += _between(text[at:])
    blocks: list[SourceBlock] = []
    for is_row, row in rows:
        if is_row and blocks and blocks[-1].is_table:
            blocks[-1] = SourceBlock(True, (*blocks[-1].rows, row))
        else:
            blocks.append(SourceBlock(is_row, (row,)))
    return tuple(blocks)


def _between(text: str) -> list[tuple[bool, SourceRow]]:
    found = []
    for line in text.split("\n"):
        if line.strip():
            cells = tuple(((cell, ""),) for cell in line.split("\t"))
            found.append((len(cells) > 1, SourceRow(0, cells, current=False)))
    return found


def _of_task(
    text: str, draft: DraftTask, known: Mapping[str, int], current: int | None
) -> list[tuple[bool, SourceRow]]:
    words = {i["words"]: "hl-t" for i in draft.indicators} | {draft.deadline_words: "hl-d"}
    words |= {d["name"]: "hl-a" if d["name"] in known else "hl-e" for d in draft.departments}
    words.pop("", None)
    cells = tuple(_marked(cell, words) for cell in text.split("\t"))
    return [(len(cells) > 1, SourceRow(draft.id, cells, current=draft.id == current))]


def _marked(text: str, words: Mapping[str, str]) -> Marked:
    """The longest words first, so that a name inside another is not torn out of it."""
    if not words:
        return ((text, ""),)
    pattern = "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))
    return tuple((part, words.get(part, "")) for part in re.split(f"({pattern})", text) if part)
