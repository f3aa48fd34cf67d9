"""The pages of the file beside its text: which are shown, and where on them each task stands. Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.importing.models import DraftTask

RASTER: Final = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg"}
Places = Sequence[Sequence[int]]


@dataclass(frozen=True)
class Mark:
    """A task's rows on a page, in thousandths of its sides."""

    draft_id: int
    x: int
    y: int
    width: int
    height: int
    current: bool


@dataclass(frozen=True)
class Sheet:
    number: int
    address: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Sheets:
    """`scanned`: they show what was recognised in them, so that every word is to be compared. None is shown of a file
    with pages that was read before their places were kept.
    """

    scanned: bool
    first: int
    last: int
    shown: tuple[Sheet, ...]


def picture_type(begins: bytes) -> str:
    """Of a scan or a photo that a browser can show as it was sent, by its first bytes."""
    return next((kind for magic, kind in RASTER.items() if begins.startswith(magic)), "")


def sheets_of(
    address: str,
    begins: bytes,
    has_pages: bool,
    scans: Sequence[int],
    places: Places,
    drafts: Sequence[DraftTask],
    current: int | None,
    window: tuple[int, int],
) -> Sheets | None:
    """Those pages on which `window` of the text stands; None where the file has no pages."""
    as_sent = bool(picture_type(begins))
    numbers = [1] if as_sent else [place[1] for place in places[_span(places, window)]] or list(scans)
    if not numbers:
        return Sheets(False, 0, 0, ()) if has_pages else None
    marks: dict[int, list[Mark]] = {}
    for draft in drafts:
        for page, mark in marks_of(draft, places, draft.id == current):
            marks.setdefault(page, []).append(mark)
    first, last = min(numbers), max(numbers)
    shown = (
        Sheet(n, f"{address}/picture" if as_sent else f"{address}/pages/{n}", tuple(marks.get(n, ())))
        for n in range(first, last + 1)
    )
    return Sheets(as_sent or bool(scans), first, last, tuple(shown))


def page_of(draft: DraftTask, places: Places) -> int:
    """Where the task begins; 0 in a file without pages."""
    return places[max(bisect_right(places, draft.start, key=_start) - 1, 0)][1] if places else 0


def marks_of(draft: DraftTask, places: Places, current: bool) -> list[tuple[int, Mark]]:
    """One on each page over which it runs."""
    found: dict[int, list[Sequence[int]]] = {}
    for place in places[_span(places, (draft.start, draft.end))]:
        if place[4] > place[2]:
            found.setdefault(place[1], []).append(place)
    return [(page, _mark(draft.id, rows, current)) for page, rows in found.items()]


def _mark(draft_id: int, rows: Sequence[Sequence[int]], current: bool) -> Mark:
    left, top = min(row[2] for row in rows), min(row[3] for row in rows)
    right, bottom = max(row[4] for row in rows), max(row[5] for row in rows)
    return Mark(draft_id, left, top, right - left, bottom - top, current)


def _span(places: Places, window: tuple[int, int]) -> slice:
    """The rows that stand in this part of the text, from the one in which it begins; a row may have several places."""
    begun = bisect_right(places, window[0], key=_start) - 1
    low = bisect_left(places, places[begun][0], key=_start) if begun >= 0 else 0
    return slice(low, bisect_left(places, window[1], key=_start))


def _start(place: Sequence[int]) -> int:
    return place[0]
