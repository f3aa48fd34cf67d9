"""Plain text whose lines a mail program or a viewer cut at one width, in the middle of a sentence too."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from app.importing.page_numbers import PRINTED

SHORTEST: Final = 20  # characters of a line that could be cut by its width
FEW: Final = 6
FEWEST: Final = 3  # where each of them breaks off
SHARE: Final = 0.2
FEW_BEYOND: Final = 0.1
NEARLY: Final = 0.85  # a line cut before a word or a mark that may not begin a line
UNFINISHED: Final = re.compile(r"[，。：].*[\u4e00-\u9fff、，]$")
INDENT: Final = "\u3000\u3000"  # begins a paragraph, unless it is the margin of all lines
MARGIN: Final = 0.9
TABLE: Final = re.compile(r"[\t|｜│┃┌├└]|<p>| {3,}\S+ {3,}")
# 二、聚焦生态宜居: a short line with a label of headings is no rest of the line before it.
HEADING: Final = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[^。；，、]{2,24}$")
ROW: Final = re.compile(r"\d{1,3}(?:[ \u3000]+[^ \u3000]+){3,}$")  # a number and cells side by side
ROWS: Final = 3
ENDED: Final = re.compile(r"[。；：:;.）)】〕]$")
BEGINS: Final = re.compile(
    r"[ \u3000]|[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]|第[\d一二三四五六七八九十]+|[①-⑳△▲●■◆]"
    r"|[\u4e00-\u9fff]{2,8}[：:]|附件|$"
)


def unwrapped(lines: Sequence[str]) -> list[str]:
    """The lines as they were before; unchanged where too few of them are of one width to tell."""
    kept = [line.rstrip() for line in lines]
    if any(TABLE.search(line) for line in kept) or sum(bool(ROW.match(line)) for line in kept) >= ROWS:
        return list(lines)
    full = max((_full_lines(kept, measured) for measured in (_width, len)), key=sum)
    return _joined(kept, full) if any(full) else list(lines)


def _width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)


def _full_lines(lines: Sequence[str], measured: Callable[[str], int]) -> list[bool]:
    """Which lines have the common greatest width, when most of them break off in a sentence; else none has."""
    widths = Counter(measured(line) for line in lines if len(line) >= SHORTEST)
    least = _common_width(widths) - (measured is _width)
    full = [bool(widths) and measured(line) >= least for line in lines]
    cut = sum(is_full and not ENDED.search(line) for line, is_full in zip(lines, full, strict=True))
    written = sum(1 for line in lines if line)
    enough = sum(full) >= max(FEW, written * SHARE) and cut > sum(full) * 0.6
    is_width = enough or (cut == sum(full) >= max(FEWEST, written * SHARE))
    if not is_width:
        return [False] * len(lines)
    return [
        is_full or bool(measured(line) >= least * NEARLY and UNFINISHED.search(line))
        for line, is_full in zip(lines, full, strict=True)
    ]


def _common_width(widths: Counter[int]) -> int:
    """The greatest width; where a line or two stand out beyond it, the one that most lines have."""
    if not widths:
        return 0
    common = max(widths, key=lambda width: (widths[width], width))
    beyond = sum(count for width, count in widths.items() if width > common)
    is_common = widths[common] >= FEW and beyond <= max(1, widths[common] * FEW_BEYOND)
    return common if is_common else max(widths)


def _joined(lines: Sequence[str], full: Sequence[bool]) -> list[str]:
    found: list[str] = []
    goes_on = False
    indented = sum(line.startswith(INDENT) for line in lines if line)
    is_telling = 0 < indented < sum(1 for line in lines if line) * MARGIN
    for line, is_full in zip(lines, full, strict=True):
        if goes_on and PRINTED.fullmatch(line):
            continue
        if (
            goes_on
            and not (is_telling and line.startswith(INDENT))
            and (is_full or not HEADING.match(line))
            and (not BEGINS.match(line) or not ENDED.search(found[-1]))
            and line
        ):
            found[-1] += line.lstrip(" \u3000")
        else:
            found.append(line)
        goes_on = is_full
    return found
