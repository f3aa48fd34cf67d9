"""What a platform hands out as JSON: one object a task, its keys the columns."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from app.importing.blocks import Block, Cell, Paragraph, Row, Table
from app.importing.recognise.columns import kind_of_column
from app.importing.recognise.flattened.pieces import kinds_of

COLUMNS: Final = (
    ("序号", "no id number index"),
    ("类别", "category type"),
    ("分组", "group"),
    ("任务", "task"),
    ("任务内容", "content"),
    ("任务名称", "title name"),
    ("牵头单位", "lead"),
    ("配合单位", "support"),
    ("责任单位", "department departments responsible"),
    ("分管领导", "leader"),
    ("责任人", "person"),
    ("完成时间", "deadline due time"),
    ("备注", "remark"),
)
ENGLISH: Final = {word: label for label, words in COLUMNS for word in words.split()}
TITLES: Final = "title name 标题 名称"
# The label a form would print -> the keys that stand for it, the likeliest first.
LABELLED: Final = {
    "": TITLES,
    "文号：": "文号 发文字号 发文文号 文件编号 number docnumber docno",
    "填报单位：": "填报单位 制表单位 issuer issuedby 发文机关 发文单位 制发机关 发布单位 发布机构 publisher 单位",
    "填报日期：": "填报日期 制表日期 成文日期 发文日期 issuedon issuedate date 日期 发布日期 publishdate",
}


def tables(run: Sequence[Paragraph]) -> list[Block] | None:
    """None when the run is no JSON, or has no list of objects with a ledger's columns."""
    text = "\n".join(line.text for line in run)
    if not text.startswith(("{", "[")):
        return None
    try:
        content = json.loads(text)
    except ValueError:
        return None
    for above, found in _lists(content, []):
        keys = list(dict.fromkeys(key for record in found for key in record))
        labels = [ENGLISH.get(key.lower(), key) for key in keys]
        known = [label for label in labels if kind_of_column(label)]
        if kinds_of(known):
            place = run[0].start
            cells = [[_cell(text, label, place) for label in labels]]
            cells += [[_cell(text, record.get(key), place) for key in keys] for record in found]
            rows = tuple(Row(tuple(row), place + 1, run[-1].end) for row in cells)
            lines = [Paragraph(line, place, place) for line in above]
            return [*lines, Table(rows, place + 1, run[-1].end)]
    return None


def _lists(content: Any, above: list[str]) -> Iterator[tuple[list[str], list[dict[str, Any]]]]:
    """Every list of objects, with what stands above it as the lines of a head."""
    if isinstance(content, list) and content and all(isinstance(record, dict) for record in content):
        yield above, content
    elif isinstance(content, dict):
        head = list(_head(content))
        for value in content.values():
            yield from _lists(value, [*above, *head])


def _head(content: dict[str, Any]) -> Iterator[str]:
    """What the object says of the document, as a form would print it."""
    known = {re.sub(r"[_\-\s]", "", key).lower(): value for key, value in content.items()}
    for label, keys in LABELLED.items():
        said = [known[key] for key in keys.split() if isinstance(known.get(key), str) and known[key]]
        yield from [label + value for value in said[:1]]


def _cell(source: str, value: Any, place: int) -> Cell:
    """The value as text, quoted where it is found in the source."""
    text = "、".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
    found = source.find(text) if text else -1
    start = place + max(found, 0)
    return Cell(text, start, start + len(text) if found >= 0 else start)
