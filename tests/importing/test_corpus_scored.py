"""The corpus of our own documents is read within the bounds, and docs/importing.md tells how well."""

import re

import pytest

from tests.importing.corpus import SAMPLES
from tests.importing.figures import BOUNDS, PAGE, SETS, figures, sets
from tests.importing.scoring import SCORER

__test__ = SCORER.exists()  # nothing to collect where the scoring rules are not there


@pytest.mark.parametrize("name", ["first", *SETS])
def test_the_documents_of_a_set_are_read_within_the_bounds(name: str) -> None:
    found = figures(sets()[name])
    assert {column: found[column] for column, bound in BOUNDS.items() if (found[column] or 0) < bound} == {}


def test_a_scanned_page_is_read_within_its_bounds() -> None:
    found = figures(sets()["scans"])
    assert (found["recall"] or 0) >= 0.95
    assert (found["depF1"] or 0) >= 0.92


def test_the_page_of_figures_counts_the_corpus_as_it_is() -> None:
    line = next(line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| documents, tasks |"))
    numbers = list(map(int, re.findall(r"\d+", line)))
    assert sum(numbers[::2]) == len(SAMPLES)
    assert sum(numbers[1::2]) == sum(len(sample.expected["tasks"]) for sample in SAMPLES)
