"""The corpus keeps its word: every document is its own, and shows the lines of the catalogue that it names."""

import pytest

from tests.importing.corpus import SAMPLES
from tests.importing.corpus.sample import Sample
from tests.importing.scoring import SHARED

PATTERNS = SHARED / "intake" / "PATTERNS.md"
ROLES = {"lead", "support", "responsible"}
PERIODS = {"weekly", "monthly", "quarterly", "half_yearly", "yearly", "every_2_years", "every_5_years", "per_term"}
each_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)


def test_names_are_unique():
    names = [sample.name for sample in SAMPLES]
    assert sorted(set(names)) == sorted(names)


def test_the_corpus_is_wide():
    assert len(SAMPLES) >= 40
    assert len({line for sample in SAMPLES for line in sample.cites}) >= 30


@each_sample
def test_an_expected_record_is_complete(sample: Sample):
    assert {"title", "doc_number", "issuer", "issued_on", "tasks"} <= set(sample.expected)
    assert sample.expected["tasks"]
    for task in sample.expected["tasks"]:
        assert task["text"]
        assert task["recurrence"] in {None, "ongoing", *PERIODS}
        assert {department["role"] for department in task["departments"]} <= ROLES
        names = [department["name"] for department in task["departments"]]
        assert sorted(set(names)) == sorted(names)
        assert all(target["unit"] is not None and target["value"] is not None for target in task["targets"])


if PATTERNS.exists():
    LINES = PATTERNS.read_text(encoding="utf-8").splitlines()

    @each_sample
    def test_a_cited_line_says_so(sample: Sample):
        assert sample.cites
        for number, words in sample.cites.items():
            assert words in LINES[number - 1], number
