"""The real ledgers printed: the same records as from their text, whatever the page looks like."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.importing import ofd_files, printed
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


BODIES: dict[str, Callable[[str], bytes]] = {
    form: PRINTED[form] for form in ("running text", "ruled table", "unruled table")
}


@pytest.mark.parametrize("writer", ofd_files.WRITERS)
@pytest.mark.parametrize("form", BODIES)
@pytest.mark.parametrize(("source", "truth"), SEEDS, ids=IDS)
def test_a_ledger_in_ofd_keeps_the_bounds_whoever_wrote_it(source: Path, truth: Path, form: str, writer: str) -> None:
    text, expected = load(source, truth)
    data = ofd_files.ofd(BODIES[form](text), ofd_files.WRITERS[writer])
    assert_within_bounds(expected, recognised_json(data, source.name))


def test_a_crooked_scan_gives_the_tasks_of_its_page() -> None:
    source, truth = next(pair for pair in SEEDS if pair[0].name.startswith("004"))
    text, expected = load(source, truth)
    whole = printed.as_table(text)
    whole[-1]["rows"] = whole[-1]["rows"][:3]  # what fits on the page
    expected["tasks"] = expected["tasks"][:3]
    assert_within_bounds(expected, recognised_json(printed.crooked(printed.png(whole), 2), source.name))


def test_a_pdf_of_pictures_is_read_as_scans() -> None:
    source, truth = next(pair for pair in SEEDS if pair[0].name.startswith("000"))
    text, expected = load(source, truth)
    blocks = [
        block for block in printed.as_running_text(text) if not block["text"].startswith(("七", "八", "九", "十"))
    ]
    expected["tasks"] = expected["tasks"][:1]
    got = recognised_json(printed.pictured(printed.pdf(blocks)), source.name)
    got["tasks"] = got["tasks"][:1]
    assert_within_bounds(expected, got)
