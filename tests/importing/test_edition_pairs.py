"""Newer editions that offices really make: every clause finds its match, and each change is told by its name."""

import pytest

from app.importing.editions.compare import Clause, compare
from app.importing.editions.stored import clause_of_draft
from app.importing.models import DraftTask
from app.importing.readers import read
from app.importing.recognise import recognise
from app.importing.stored import row_of
from tests.importing.edition_pairs import PAIRS, Pair


def clauses(text: str) -> list[Clause]:
    """As two imports of the documents would have them; `id` is the place."""
    drafts = recognise(read(text.encode(), "台账.txt")).tasks
    rows = [DraftTask(**row_of(draft, 0)) for draft in drafts]
    for n, row in enumerate(rows, start=1):
        row.id = n
    return [clause_of_draft(row, {}) for row in rows]


def told(pair: Pair) -> list[tuple[int | None, int | None, str]]:
    """Another number is nothing but what follows from its place."""
    found = []
    for row in compare(clauses(pair.old), clauses(pair.new)):
        tags = [tag for part in row.parts for tag in part.tags if tag != "序号"]
        kinds = "新增" if row.old is None else "取消" if row.new is None else " ".join(tags)
        found.append((row.old.id if row.old else None, row.new.id if row.new else None, kinds))
    return found


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_a_newer_edition_is_compared_as_a_careful_clerk_would(pair):
    assert set(told(pair)) == set(pair.rows)
    rows = compare(clauses(pair.old), clauses(pair.new))
    assert {(r.new.id, r.near.id) for r in rows if r.near and r.new} == set(pair.new_halves)
    assert {(r.old.id, r.near.id) for r in rows if r.near and r.old} == set(pair.gone_halves)
