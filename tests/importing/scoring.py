"""The scorer of the expected records, loaded from where the project keeps it, and the bounds every import must keep."""

import functools
import importlib.util
import json
from pathlib import Path
from typing import Any

from app.importing.blocks import Document
from app.importing.exchange import as_json
from app.importing.readers import read
from app.importing.recognise import recognise

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "intake" / "score.py"
EVERYTHING = ("recall", "prec", "text=", "num", "head", "dep=", "depF1", "role", "names", "due", "recur", "doc")


def seeds() -> list[tuple[Path, Path]]:
    """Every source with its expected record; the record's name begins the source's: seed_004 of 004_….txt."""
    folders = [ROOT / "ledger_seeds" / "sources", SHARED / "seeds"]
    if not SCORER.exists():
        return []
    found: dict[str, tuple[Path, Path]] = {}
    for folder in folders:
        for source in sorted(folder.glob("*.txt")):
            truth = SHARED / "seeds" / "truth" / f"seed_{source.name[:3]}.json"
            if truth.exists():
                found.setdefault(source.name[:3], (source, truth))
    return list(found.values())


SEEDS = seeds()


def recognised_json(data: bytes, name: str) -> dict[str, Any]:
    return json_of(read(data, name))


def json_of(document: Document) -> dict[str, Any]:
    recognised = recognise(document)
    written: dict[str, Any] = json.loads(json.dumps(as_json(recognised.head, recognised.tasks), ensure_ascii=False))
    return written


def assert_within_bounds(expected: dict[str, Any], got: dict[str, Any]) -> None:
    """Everything right, figures to 95 %; the differences are what a failing test shows."""
    rules = scorer()
    errors: list[tuple[object, ...]] = []
    counts = rules.score_doc(expected, got, errors)
    figures = {name: figure(counts) for name, figure in rules.COLS}
    assert {name: figures[name] for name in EVERYTHING if figures[name] not in (None, 1.0)} == {}, errors
    assert figures["tgtF1"] is None or figures["tgtF1"] >= 0.95, errors


@functools.cache
def scorer() -> Any:
    """The scoring rules that lie beside the expected records."""
    spec = importlib.util.spec_from_file_location("intake_score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
