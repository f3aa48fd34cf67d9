"""Where in an item its responsibility clauses stand: in brackets and under labels."""

import re
from typing import Final

from app.importing.recognise.drafts import Clause
from app.importing.recognise.lines import CLOSING, HALF_STOP, OPENING, brackets, label_at
from app.importing.recognise.names import is_unit
from app.importing.recognise.responsibility import LABEL, LABELLED, REMARK, TAILS, parse, with_colons
from app.importing.recognise.said_when import says_when
from app.importing.recognise.who_leads import without_rule

LABEL_LINE: Final = re.compile(
    r"(?:^|(?<=[。；;\n—\x00])|(?<=\x00[，,])|(?<=[\u4e00-\u9fff%％）)”]\.))[ \t\u3000]*"
    r"(?!(?:主|承|协)办\s*[：:][^\n]*(?:备案|网站|网址|版权|技术支持|ICP|邮编))"
    rf"(?:{LABEL})[ \t\u3000]*[：:]"
    r"(?:(?!(?<=[\u4e00-\u9fff）)])\.\s*(?:\d{1,3}[.、．]|[（(一二三四五六七八九十]|$|\n))[^。\n]|(?<=[、，])\n)+[。.]?"
)
LONGEST: Final = 300


def clauses(text: str, *, bare: bool = False) -> list[tuple[int, int, Clause]]:
    """Every responsibility clause in an item, with its place; `bare`: a mere list of units in brackets is one too."""
    found: list[tuple[int, int, Clause]] = []
    masked, position = "", 0
    for start, end in brackets(text):
        masked += text[position:start] + "\x00" * (end - start)
        position = end
        if _is_clause(text, start, end, bare=bare):
            found.append((start, end, parse(text[start + 1 : end - 1])))
    masked += text[position:]
    for match in LABEL_LINE.finditer(masked):
        if _is_open(masked[: match.start()]):
            continue
        end = _with_lines_of_names(masked, match.end())
        found.append((match.start(), end, parse(text[match.start() : end].strip().rstrip("。"))))
    if not any(clause for _, _, clause in found):
        return []
    return sorted(found, key=lambda clause: clause[0])  # with “配合单位：无”, which is no text of the item


def _is_open(text: str) -> bool:
    """Inside a bracket whose end the page has not brought yet."""
    last = max(text.rfind(mark) for mark in OPENING)
    return last >= 0 and len(text) - last < LONGEST and not any(mark in text[last:] for mark in CLOSING)


def _with_lines_of_names(text: str, end: int) -> int:
    """A list under a label may go on in lines of its own, one unit in each."""
    while end < len(text) and text[end] == "\n" and text[end - 1] not in "。.":
        line = text[end + 1 :].partition("\n")[0]
        if "\x00" in line or label_at(line) or LABEL_LINE.match(line) or not is_unit(line):
            break
        end += 1 + len(line)
    return end


def _is_clause(text: str, start: int, end: int, *, bare: bool) -> bool:
    """A labelled bracket anywhere; “（A牵头，B配合）”, “（A、B负责）” and “（A、B）” only where a sentence ends."""
    content = HALF_STOP.sub("。", re.sub(r"\s", "", with_colons(text[start + 1 : end - 1]))).rstrip("。")
    if LABELLED.match(content):
        return True
    if not re.match(r"\s*(?:[。；;.]|$|\n)", text[end : end + 9]) and not re.search(
        r"[。；;，,.]\s*$", text[:start][-9:]
    ):
        return False
    content = without_rule(content)
    parts = re.split(r"[，,；;。]", content)
    if any(pattern.search(part) for part in parts if not REMARK.search(part) for pattern, _ in TAILS):
        return True
    rest = [part for part in parts if part and not REMARK.search(part)]
    told = [part for part in rest if not says_when(part)]
    if not told or not all(is_unit(part) and part not in ("单位", "部门") for part in told):
        return False
    is_last = not text[end:].strip("。；; \n")
    return bare or len(told) < len(rest) or (is_last and re.search(r"[、，,]|^各", content) is not None)
