"""`make bench`: what the demonstration costs on this machine. Figures to look at; nothing is asserted of them."""

import sys
import tempfile
from pathlib import Path

from tests.bench.bench_documents import documents
from tests.bench.bench_pages import pages
from tests.bench.measure import Figure, demonstration


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, demonstration(Path(folder)) as (app, seeding):
        rows = [seeding, *documents(app), *pages(app)]
    sys.stdout.write(table(rows))


def table(rows: list[Figure]) -> str:
    lines = [f"{'':34}{'CPU ms':>9}{'statements':>12}{'kB':>7}"]
    lines += [f"{r.name:34}{r.milliseconds:9.1f}{r.statements:12}{r.size / 1000:7.0f}" for r in rows]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
