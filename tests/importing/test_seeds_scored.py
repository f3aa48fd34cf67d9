"""The real ledgers, recognised and held against their expected records by the project's own scorer.

The ledgers lie beside the checkout; where they do not, there is nothing to collect.
"""

import json
from pathlib import Path

import pytest

from tests.importing.scoring import SEEDS, assert_within_bounds, recognised_json

__test__ = bool(SEEDS)  # nothing to collect where the ledgers are not there


@pytest.mark.parametrize(("source", "truth"), SEEDS, ids=[source.stem for source, _ in SEEDS])
def test_a_real_ledger_is_recognised_within_the_bounds(source: Path, truth: Path) -> None:
    expected = json.loads(truth.read_text(encoding="utf-8"))
    assert_within_bounds(expected, recognised_json(source.read_bytes(), source.name))
