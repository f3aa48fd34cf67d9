"""The real ledgers printed: the same records as from their text, whatever the page looks like."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.importing import printed
from tests.importing.scoring import SEEDS, assert_within_bounds, recognised_json
from tests.importing.test_variations import IDS, load

__test__ = bool(SEEDS)  # nothing to collect where the ledgers are not there

PRINTED: dict[str, Callable[[str], bytes]] = {
    "running text": lambda text: printed.pdf(printed.as_running_text(text)),
    "ruled table": lambda text: printed.pdf(printed.as_table(text)),
    "ruled table without repeated header": lambda text: printed.pdf(
        printed.as_table(text, again=False, middle=True), header="工作台账"
    ),
    "ruled table on its side": lambda text: printed.pdf(printed.as_table(text), flipped=True),
    "unruled table": lambda text: printed.pdf(printed.as_table(text, ruled=False)),
    "unruled table with whole rows": lambda text: printed.pdf(
        printed.as_table(text, ruled=False, middle=True, again=False, breaks=False)
    ),
    "running text without indent": lambda text: printed.pdf(printed.as_running_text(text), indent=False),
}


@pytest.mark.parametrize("form", PRINTED)
@pytest.mark.parametrize(("source", "truth"), SEEDS, ids=IDS)
def test_a_printed_ledger_keeps_the_bounds(source: Path, truth: Path, form: str) -> None:
    text, expected = load(source, truth)
    assert_within_bounds(expected, recognised_json(PRINTED[form](text), source.name))
