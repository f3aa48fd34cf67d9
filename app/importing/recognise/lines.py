"""Small things every layout needs: wrapped lines joined, labels of numbered items, brackets paired."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

OPENING: Final = "（(〔[［【<〈"
CLOSING: Final = "）)〕]］】>〉"
CHINESE: Final = "一二三四五六七八九十百零〇"
DIGITS: Final = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
CHAPTER, SECTION, HEADING, ROUND, ARTICLE, ARABIC, JOINED, BRACKETED, HALF, CIRCLED, BULLET = range(0, 110, 10)
LABELS: Final = (
    (CHAPTER, re.compile(rf"第\s*([{CHINESE}\d]+)\s*(?:章|部分|编|篇)[\s、：:]*")),
    (SECTION, re.compile(rf"第([{CHINESE}\d]+)节[\s、：:]*")),
    (
        SECTION,
        re.compile(
            rf"((?:(?:反馈|突出|主要)?问题|专项|板块|领域|模块|行动|工程)\s?(?:[{CHINESE}]{{1,3}}|\d{{1,3}}))[、：:.．]\s*"
        ),
    ),
    (SECTION, re.compile(rf"(附?表\s?[{CHINESE}\d]{{1,2}})[、：:.．\s]\s*")),
    (HEADING, re.compile(rf"([{CHINESE}]+)\s?[、.．]\s*")),
    (ROUND, re.compile(rf"[（(]([{CHINESE}]+)[）)][、.．]?\s*")),
    (ROUND, re.compile(r"([㈠-㈩])[、.．]?\s*")),
    (ARABIC, re.compile(r"([⒈-⒛])\s*")),
    (ARTICLE, re.compile(rf"(第[{CHINESE}\d]+[条项])(?:[\s、：:]+|(?=[\u4e00-\u9fff“]))")),
    (
        ARTICLE,
        re.compile(rf"((?:(?:重点|主要|具体)?(?:任务|举措|措施)|事项)(?:[{CHINESE}]{{1,3}}|\d{{1,3}}))[、：:.．]\s*"),
    ),
    (
        JOINED,
        re.compile(
            r"(\d{1,2}[-－–—]\d{1,2}|\d{1,2}(?:\.\d{1,2}){1,3})(?:[、：:]\s*|[.．](?!\d)\s*|\s+(?=[\u4e00-\u9fff“]))"
        ),
    ),
    (
        ARABIC,
        re.compile(
            r"(\d{1,3}|[1-9]\d{3}(?=\s?[.．﹒、](?!\d)))(?:\s?[.．﹒](?!\d)|．(?=\d)|\.(?=(?:19|20)\d\d(?!\d)|\d{1,2}(?:月|年内))"
            r"|\s?、(?!\d)|、(?=\d{1,2}月\d{1,2}日))\s*"
        ),
    ),
    (BRACKETED, re.compile(r"[（(](\d{1,3})[.．]?[）)][、.．]?\s*")),
    (HALF, re.compile(r"(\d{1,2})[）)][、.．]?\s*")),
    (CIRCLED, re.compile(r"([①-⑳⑴-⒇㊀-㊉❶-❿])[、.．]?\s*")),
    (BULLET, re.compile(r"([△▲●○■□◆◇★☆•※➢►▶▪◎❖✓√])\s*")),
)
ANY_LABEL: Final = re.compile("|".join(pattern.pattern for _, pattern in LABELS))
COUNT: Final = re.compile(r"[（(]\s*(?:共\s*)?\d+\s*[项条件个]\s*[）)]$")
IN_BRACKETS: Final = re.compile(r"[（(【〔][^（()）【】〔〕]{2,20}[）)】〕]")
FULL_MARKS: Final = dict(zip(",;:()", "，；：（）", strict=True))
# Each begins with the mark itself: then only the places where it stands are looked at.
HALF_MARK: Final = re.compile(r"[,;:()](?:(?<=[()])|(?<!\d.)|(?!\d))")
HALF_STOP: Final = re.compile(r"\.(?<=[\u4e00-\u9fff%％）”].)(?![A-Za-z])")


@dataclass(frozen=True, slots=True)
class Label:
    """`level` orders the kinds of labels: 一、 above （一） above 1. above (1) above ①. A mere △ has no number.

    Between two of them is room for a line that is a heading without any label.
    """

    level: int
    printed: str
    number: str | None
    value: int
    end: int


def full_width(text: str) -> str:
    """The marks of a web copy (,;:) and .) as the office printed them, for reading only; every place stays."""
    text = HALF_MARK.sub(lambda match: FULL_MARKS[match[0]], text)
    return HALF_STOP.sub("。", text)


def label_at(text: str, position: int = 0) -> Label | None:
    if not ANY_LABEL.match(text, position):  # most words begin with none
        return None
    for level, pattern in LABELS:
        if match := pattern.match(text, position):
            number = None if level == BULLET else match[1]
            if number and level in (ROUND, ARABIC):
                number = unicodedata.normalize("NFKC", number).strip(".()")  # ㈠ is （一）, ⒈ is 1.
            depth = number.count(".") - 1 if number and level == JOINED and "." in number else 0
            value = as_number(re.sub(rf"^[^{CHINESE}\d①-⑳⑴-⒇㊀-㊉❶-❿]+|[条项]$", "", number or "")) or 0
            return Label(level + depth, match[0].strip(), number, value, match.end())
    return None


def as_number(words: str) -> int | None:
    """12, 十二, ⑫ → 12."""
    if words.isascii() and words.isdigit():
        return int(words)
    for first, last in ("①⑳", "⑴⒇", "㊀㊉", "❶❿"):
        if len(words) == 1 and first <= words <= last:
            return ord(words) - ord(first) + 1
    if not words or any(char not in DIGITS and char not in "十百" for char in words):
        return None
    if not set(words) & set("十百"):
        return int("".join(str(DIGITS[char]) for char in words))
    total = current = 0
    for char in words:
        if char in "十百":
            total += (current or 1) * (10 if char == "十" else 100)
            current = 0
        else:
            current = DIGITS[char]
    return total + current


def unwrap(text: str) -> str:
    """Joins lines cut by the page or the cell: with a blank only between Latin words."""
    parts = [part.strip() for part in text.split("\n")]
    joined = ""
    for part in filter(None, parts):
        needs_blank = joined[-1:].isascii() and joined[-1:].isalpha() and part[0].isascii() and part[0].isalpha()
        joined += (" " if needs_blank else "") + part
    return joined


def without_label(text: str) -> str:
    """A heading as the ledger names it: no label in front, no “（n项）” behind."""
    label = label_at(text)
    title = COUNT.sub("", text[label.end :] if label else text).strip().rstrip("。：:").removeprefix("——")
    return title[1:-1] if IN_BRACKETS.fullmatch(title) else title


def brackets(text: str) -> list[tuple[int, int]]:
    """Outermost pairs; half- and full-width may be mixed. What is never closed is no bracket."""
    found: list[tuple[int, int]] = []
    stack: list[int] = []
    for position, char in enumerate(text):
        if char in OPENING:
            stack.append(position)
        elif char in CLOSING and stack:
            start = stack.pop()
            while found and found[-1][0] > start:
                found.pop()
            found.append((start, position + 1))
    return found


def split_outside_brackets(text: str, separators: str) -> list[str]:
    parts, depth = [""], 0
    for char in text:
        depth += (char in OPENING) - (char in CLOSING and depth > 0)
        if char in separators and not depth:
            parts.append("")
        else:
            parts[-1] += char
    return [part.strip() for part in parts if part.strip()]
