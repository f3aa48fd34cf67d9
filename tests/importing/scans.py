"""Scanned and photographed pages of our own, and how well they are read: `python -m tests.importing.scans [NAME…]`.

Each costs seconds, so the tests take only the cheapest of them; the module prints the figures of all.
"""

import collections
import resource
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.importing import damage
from tests.importing.corpus.make import image_pdf, pdf
from tests.importing.corpus.sample import Record
from tests.importing.corpus.to_scan import (
    OLD_AGE_BLOCKS,
    OLD_AGE_RECORD,
    ROADS_BLOCKS,
    ROADS_RECORD,
    WATER_BLOCKS,
    WATER_RECORD,
)
from tests.importing.damage import sheet, written
from tests.importing.scoring import recognised_json, scorer

SANS = {"font": "Noto Sans SC"}


@dataclass(frozen=True)
class Scan:
    name: str
    build: Callable[[], bytes]
    expected: Record


def water(dpi: int = 200, **looks: Any) -> damage.Picture:
    return sheet(pdf(WATER_BLOCKS, **looks), dpi=dpi)


def care(dpi: int = 200, **looks: Any) -> damage.Picture:
    return sheet(pdf(OLD_AGE_BLOCKS, **looks), dpi=dpi)


def roads(dpi: int = 200, **looks: Any) -> damage.Picture:
    return sheet(pdf(ROADS_BLOCKS, flipped=True, **looks), dpi=dpi)


def png(picture: damage.Picture) -> bytes:
    return written(picture)


def jpg(picture: damage.Picture, quality: int = 85) -> bytes:
    return written(picture, ".jpg", quality)


def two_pages() -> bytes:
    """The clauses in large print over two pages."""
    printed = pdf(OLD_AGE_BLOCKS, size=20)
    return image_pdf(*(written(damage.skewed(sheet(printed, page, 150), 0.6 - page)) for page in (0, 1)), dpi=150)


BROKEN, FAINT = (0.5, 60, "dashed"), (0.25, 175, "solid")
WATERS = {
    "table-150-dpi-skewed": lambda: png(damage.skewed(water(150), -3)),
    "table-300-dpi-sans": lambda: png(water(300, size=9, **SANS)),
    "table-skewed-5-degrees": lambda: png(damage.skewed(water(size=9), 5)),
    "table-noisy-jpeg": lambda: jpg(damage.noisy(water()), 35),
    "table-faint-lines": lambda: png(damage.noisy(water(rule=FAINT), 6, 10)),
    "table-broken-lines": lambda: png(damage.specked(water(rule=BROKEN))),
    "table-without-lines": lambda: png(damage.skewed(water(ruled=False), 1)),
    "table-stamped": lambda: jpg(damage.stamped(water(), 0.5, 0.36), 80),
    "table-upside-down": lambda: png(damage.quarter_turns(water(), 2)),
    "table-turned-right": lambda: jpg(damage.quarter_turns(water(), 3)),
    "table-100-dpi": lambda: png(water(100, size=11)),
    "table-8-points-150-dpi": lambda: png(water(150, size=8)),
    "table-pale": lambda: jpg(damage.pale(water()), 60),
    "table-on-white": lambda: jpg(damage.on_white(water())),
    "table-photographed": lambda: jpg(damage.photographed(water())),
}
CARES = {
    "clauses-150-dpi": lambda: png(care(150)),
    "clauses-noisy-skewed": lambda: jpg(damage.noisy(damage.skewed(care(**SANS), -2)), 50),
    "clauses-skewed-9-degrees": lambda: png(damage.skewed(care(size=11), -9)),
    "clauses-on-white": lambda: jpg(damage.on_white(care())),
    "clauses-stamped": lambda: png(damage.stamped(care(size=12), 0.75, 0.62, 0.11)),
    "clauses-photographed": lambda: jpg(damage.photographed(care(size=12)), 80),
    "clauses-upside-down": lambda: jpg(damage.quarter_turns(care(), 2)),
    "clauses-over-two-pages": two_pages,
}
ROADWORKS = {
    "landscape-merged": lambda: png(damage.skewed(roads(), 1.5)),
    "landscape-fed-upright": lambda: image_pdf(png(damage.quarter_turns(roads(size=12), 1))),
    "landscape-from-far-aside": lambda: jpg(damage.photographed(roads(size=12), 0.12)),
    "landscape-photographed": lambda: jpg(damage.photographed(roads(size=12))),
}
SCANS = [
    Scan(name, build, record)
    for builders, record in ((WATERS, WATER_RECORD), (CARES, OLD_AGE_RECORD), (ROADWORKS, ROADS_RECORD))
    for name, build in builders.items()
]


def spent() -> float:
    own = resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime


def main(names: list[str]) -> None:
    total: collections.Counter[str] = collections.Counter()
    for scan in SCANS:
        if names and not any(name in scan.name for name in names):
            continue
        data, begun, errors = scan.build(), spent(), list[Any]()
        counts = scorer().score_doc(scan.expected, recognised_json(data, "扫描"), errors)
        total.update(counts)
        sys.stdout.write(f"{scan.name:26}{spent() - begun:5.1f} s  {_told(counts)}\n")
        sys.stdout.writelines(f"      {error}\n" for error in (errors if names else ()))
    sys.stdout.write(f"{'all':26}         {_told(total)}\n")


def _told(counts: Any) -> str:
    figures = ((name, figure(counts)) for name, figure in scorer().COLS)
    return " ".join(f"{name} {value:.3g}" for name, value in figures if value not in (None, 1.0)) or "all right"


if __name__ == "__main__":
    main(sys.argv[1:])
