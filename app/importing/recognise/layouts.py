"""Which form a document's tasks are printed in: the rows of its tables, its numbered items, or both."""

import re
from collections.abc import Sequence
from typing import Final

from app.importing.blocks import Document
from app.importing.recognise import numbered, table
from app.importing.recognise.drafts import Item, Layout

FEW: Final = 2  # items that may be links to other pages
BEGINNING: Final = 12  # characters that two readings of one task share


def layout_of(document: Document) -> Layout | None:
    """The form in which most items say who answers; a table without units is better than nothing."""
    found = [layout for layout in (table.recognise(document), numbered.recognise(document)) if layout]
    best = max(found, key=_answered, default=None)
    if best and _answered(best) > FEW:
        return _both(found) or best
    loose = table.recognise(document, loose=True)
    is_above = loose and best and loose.items[-1].end <= best.items[0].start and len(loose.items) > len(best.items)
    return loose if best is None or is_above else best


def _answered(layout: Layout) -> int:
    return sum(_is_answered(item) for item in layout.items)


def _is_answered(item: Item) -> bool:
    return bool(item.clause.departments or item.clause.leaders)


def _both(found: Sequence[Layout]) -> Layout | None:
    """Clauses and a table behind or before them are one ledger, where neither repeats the other."""
    if len(found) < 2 or any(_answered(layout) < max(FEW, len(layout.items) - 1) for layout in found):
        return None
    first, second = sorted(found, key=lambda layout: layout.items[0].start)
    if first.items[-1].end > second.items[0].start or _repeats(first, second):
        return None
    return Layout((*first.items, *second.items), first.start, max(first.end, second.end))


def _repeats(first: Layout, second: Layout) -> bool:
    """Whether a task of the one stands in the other too."""
    plain = [[re.sub(r"\W", "", item.text) for item in layout.items] for layout in (first, second)]
    return any(one[:BEGINNING] in other or other[:BEGINNING] in one for one in plain[0] for other in plain[1])
