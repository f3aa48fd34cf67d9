"""Every figure that a bulletin of the corpus must give stands in its text."""

from datetime import date

import pytest

from tests.importing.corpus.bulletins_all import BULLETINS
from tests.importing.corpus.readings import Bulletin


def test_names_of_bulletins_are_unique():
    names = [bulletin.name for bulletin in BULLETINS]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("bulletin", BULLETINS, ids=lambda bulletin: bulletin.name)
def test_what_is_expected_is_quoted(bulletin: Bulletin):
    assert bulletin.expected
    for reading in bulletin.expected:
        assert reading["quotation"] in bulletin.text
        assert reading["kind"] in {"reading", "plan"}
        for day in [reading["as_of"], *reading.get("as_of_also", [])]:
            assert day is None or date.fromisoformat(day)
