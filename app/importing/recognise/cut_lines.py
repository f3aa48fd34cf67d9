"""The lines of a document that is no table, cut where an item begins inside a paragraph."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from app.importing.blocks import Document, Paragraph
from app.importing.page_numbers import ALONE
from app.importing.recognise.clauses import clauses
from app.importing.recognise.lines import CLOSING, OPENING, Label, label_at
from app.importing.recognise.nodes import Line
from app.importing.recognise.spoken import spoken

BEHIND: Final = re.compile(
    r"^(?:分享|相关(?:链接|文章|阅读|新闻|信息)|上一[篇页条]|下一[篇页条]|打印本页|关闭窗口|【?打印|附件下载|扫一扫|责任编辑|版权所有"
    r"|回复\s*\d|(?:\S{1,20}\s+){0,2}发表于|\d+\s*(?:#|楼(?![\u4e00-\u9fff]))|沙发|板凳|举报|使用道具|快速回复)"
)
OPENED: Final = re.compile(r"[。；;：:]\s*|[ \u3000]+")
DATE_LINE: Final = re.compile(
    r"^[\d〇○零一二三四五六七八九十\s]+年[\d一二三四五六七八九十\s]+月[\d一二三四五六七八九十\s]+日$"
)
SIGNED: Final = re.compile(rf"[\u4e00-\u9fff（）]{{4,30}}\s*{DATE_LINE.pattern.strip('^$')}")
FOLLOWING: Final = 3  # lines in which a bracket may be closed
SHORTEST_TITLE: Final = re.compile(r"[^。；，：\d]{2,24}?[。：\s]\s*")
SHORT_TITLE: Final = re.compile(r"[^。；，：\d]{2,24}(?:[。：\s]\s*|(?=\d{1,3}[.．、](?!\d)))")


def lines_of(document: Document) -> list[Line]:
    """Printed lines without page numbers and what a web page has behind, cut where an item begins behind a clause."""
    found: list[Line] = []
    is_answered = False
    for block in document.blocks:
        if not isinstance(block, Paragraph) or ALONE.fullmatch(block.text):
            continue
        if is_answered and BEHIND.search(block.text):
            break
        cuts = _with_headings(block.text, list(dict.fromkeys(_cuts(block.text))))
        is_answered = is_answered or bool(clauses(block.text) or spoken(block.text))
        for begin, end in pairwise([0, *cuts, len(block.text)]):
            found.append(Line(block.text[begin:end].rstrip(), block.start + begin, block.start + end))
    return list(_closed(found))


def _closed(lines: list[Line]) -> Iterator[Line]:
    """A bracket that a line leaves open is closed in one of the next: all are one line if no item begins there."""
    place = 0
    while place < len(lines):
        line, depth = lines[place], _open_brackets(lines[place].text)
        for end in range(place + 1, min(place + 1 + FOLLOWING, len(lines)) if depth > 0 else 0):
            if label_at(lines[end].text):
                break
            depth += _open_brackets(lines[end].text)
            if depth <= 0:
                parts = lines[place : end + 1]
                line, place = Line("\n".join(part.text for part in parts), line.start, parts[-1].end), end
                break
        yield line
        place += 1


def _open_brackets(text: str) -> int:
    return sum(char in OPENING for char in text) - sum(char in CLOSING for char in text)


def _cuts(text: str) -> Iterator[int]:
    """Where in a paragraph an item begins: behind a clause, and the one before it behind a lead-in (…如下：一、…)."""
    found: list[int] = []
    for _, end, _ in clauses(text):
        while end < len(text) and text[end] in "。；;. \u3000":
            end += 1
        if end < len(text) and (label := label_at(text, end)):
            if not found and not label_at(text) and (first := _first(text[:end], label)) is not None:
                yield from [_heading_above(text, first), first]
            found.append(end)
            yield end
        elif found and SIGNED.fullmatch(text, end):
            yield end


def _first(text: str, second: Label) -> int | None:
    """Where the item begins whose number comes before the second's."""
    for match in OPENED.finditer(text):
        label = label_at(text, match.end())
        if label and (label.level, label.value) == (second.level, second.value - 1):
            return match.end()
    return None


def _heading_above(text: str, first: int) -> int:
    """Where the headings right in front of the first item begin, or the item itself."""
    for match in OPENED.finditer(text[:first]):
        place: int | None = match.end()
        while place is not None and place < first:
            place = _behind_title(text, place)
        if place == first:
            return match.end()
    return first


def _with_headings(text: str, cuts: list[int]) -> list[int]:
    """Where all is one paragraph a heading (一、招商攻坚。1.…) is parted from the item or the heading below it."""
    labels = {cut: label for cut in (0, *cuts) if (label := label_at(text, cut))}
    levels = {label.level for label in labels.values()}
    more = list(cuts)
    for cut in labels:
        ends, place = list[int](), _behind_title(text, cut)
        while place:
            ends.append(place)
            place = _behind_title(text, place)
        while ends and _level(text, ends[-1]) not in levels:
            ends.pop()
        more.extend(ends)
    return sorted(set(more))


def _behind_title(text: str, cut: int) -> int | None:
    """Where behind the short title that the label here has another label begins, of something below it."""
    label = label_at(text, cut)
    if label is None:
        return None
    for pattern in (SHORTEST_TITLE, SHORT_TITLE):
        title = pattern.match(text, label.end)
        if title and (_level(text, title.end()) or 0) > label.level:
            return title.end()
    return None


def _level(text: str, place: int) -> int | None:
    label = label_at(text, place)
    return label.level if label else None
