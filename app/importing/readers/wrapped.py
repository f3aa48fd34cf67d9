"""Plain text whose lines a mail program or a viewer cut at one width, in the middle of a sentence too."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

SHORTEST: Final = 20  # characters of a line that could be cut by its width
FEW: Final = 6
SHARE: Final = 0.2
TABLE: Final = re.compile(r"[\t|｜│┃┌├└]|<p>| {3,}\S+ {3,}")
PAGE: Final = re.compile(r"\s*[-—–－]\s*\d{1,4}\s*[-—–－]\s*|\s*第\s*\d+\s*页.{0,10}")
ENDED: Final = re.compile(r"[。；：:;.）)】〕]$")
BEGINS: Final = re.compile(
    r"[ \u3000]|[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]|第[\d一二三四五六七八九十]+|[①-⑳△▲●■◆]"
    r"|[\u4e00-\u9fff]{2,8}[：:]|附件|$"
)


def unwrapped(lines: Sequence[str]) -> list[str]:
    """The lines as they were before; unchanged where too few of them are of one width to tell."""
    kept = [line.rstrip() for line in lines]
    if any(TABLE.search(line) for line in kept):
        return list(lines)
    for measured in (_width, len):
        if width := _of_cut_lines(kept, measured):
            return _joined(kept, [measured(line) >= width for line in kept])
    return list(lines)


def _width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)


def _of_cut_lines(lines: Sequence[str], measured: Callable[[str], int]) -> int | None:
    """The least width of a full line, when most lines of that width break off in a sentence."""
    widths = Counter(measured(line) for line in lines if len(line) >= SHORTEST)
    if not widths:
        return None
    widest = max(widths)
    near = widest - 1 if measured is _width else widest
    full = [line for line in lines if measured(line) >= near]
    cut = [line for line in full if not ENDED.search(line)]
    written = sum(1 for line in lines if line)
    return near if len(full) >= max(FEW, written * SHARE) and len(cut) > len(full) * 0.6 else None


def _joined(lines: Sequence[str], full: Sequence[bool]) -> list[str]:
    found: list[str] = []
    goes_on = False
    for line, is_full in zip(lines, full, strict=True):
        if goes_on and PAGE.fullmatch(line):
            continue
        if goes_on and (not BEGINS.match(line) or not ENDED.search(found[-1])) and line:
            found[-1] += line.lstrip(" \u3000")
        else:
            found.append(line)
        goes_on = is_full
    return found
