"""What a platform hands out as JSON: one object a task, its keys the columns; objects may lie in chapters."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from app.importing.blocks import Block, Cell, Paragraph, Row, Table
from app.importing.recognise.column_words import kind_of_column
from app.importing.recognise.flattened.pieces import kinds_of

Record = dict[str, Any]
Found = tuple[list[str], list[Record]]
# The label a table would print -> the words in a key that stand for it; the more telling labels first.
COLUMNS: Final = (
    ("配合单位", "support supporting cooperate cooperation assist"),
    ("牵头单位", "lead leading"),
    ("分管领导", "leader"),
    ("责任人", "person owner"),
    ("责任单位", "department responsible unit dept"),
    ("完成时间", "deadline due time finish"),
    ("进展情况", "progress status"),
    ("序号", "no id number index seq sn serial"),
    ("类别", "category type section chapter"),
    ("分组", "group"),
    ("工作目标", "goal target"),
    ("任务内容", "content text detail description measure"),
    ("任务名称", "title name"),
    ("任务", "task"),
    ("备注", "remark note"),
)
WORDS: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
TITLES: Final = "title name 标题 名称"
# The label a form would print -> the keys that stand for it, the likeliest first.
LABELLED: Final = {
    "": TITLES,
    "文号：": "文号 发文字号 发文文号 文件编号 number docnumber docno",
    "填报单位：": "填报单位 制表单位 issuer issuedby 发文机关 发文单位 制发机关 发布单位 发布机构 publisher 单位",
    "填报日期：": "填报日期 制表日期 成文日期 发文日期 issuedon issuedate date 日期 发布日期 publishdate",
}
# What other keys say of the document that is none of the above.
ALIKE: Final = {
    "": re.compile(
        r"(?:文件|文档|公文|台账|清单|方案|表格|通知|ledger|doc(?:ument)?|file)(?:名称?|标题|题名|title|name)"
    ),
    "文号：": re.compile(r"(?:公文|文件|发文|印发)?(?:文号|字号|编号)"),
    "填报单位：": re.compile(
        r"(?:印发|发文|制发|发布|签发|编制|填报|填表|制表)(?:机关|机构|单位|部门|处室|科室)"
        r"|(?:publish|issue|issuing)(?:org(?:an)?|unit|dept)(?:name)?"
    ),
    "填报日期：": re.compile(r"(?:印发|发文|制发|签发|编制|制定|填报|填表|成文|制表)(?:日期|时间)"),
}
GROUP: Final = "类别"
DEEPEST: Final = 8
ROLES: Final = ("role", "type", "角色", "职责", "类型")
CODES: Final = ("id", "code", "编码", "代码")


def tables(run: Sequence[Paragraph]) -> list[Block] | None:
    """None when the run is no JSON, or has no list of objects with a ledger's columns."""
    text = "\n".join(line.text for line in run)
    if not text.startswith(("{", "[")):
        return None
    try:
        content = json.loads(text)
    except ValueError:
        return None
    ledger = _ledger(content, [])
    if ledger is None:
        return None
    above, records = ledger
    keys, labels = _columns(records)
    place = run[0].start
    cells = [[_cell(text, label, place) for label in labels]]
    cells += [[_cell(text, record.get(key), place) for key in keys] for record in records]
    rows = tuple(Row(tuple(row), place + 1, run[-1].end) for row in cells)
    return [*(Paragraph(line, place, place) for line in above), Table(rows, place + 1, run[-1].end)]


def _ledger(content: Any, above: list[str], depth: int = 0) -> Found | None:
    """The objects that are rows of a ledger, with what stands above them as the lines of a head."""
    if depth > DEEPEST or not content:
        return None
    if isinstance(content, list):
        records = _records(content)
        if records and _is_ledger(records):
            return above, records
        return _ledger(_opened(records), above, depth + 1)
    if not isinstance(content, dict):
        return None
    inside = [*above, *_head(content)]
    found = {key: one for key, value in content.items() if (one := _ledger(value, inside, depth + 1))}
    if len(found) < 2:
        return next(iter(found.values()), None)
    return inside, [_under(chapter, record) for chapter, (_, records) in found.items() for record in records]


def _records(content: list[Any]) -> list[Record]:
    """Objects as they are; rows of values become objects by the row of labels above them."""
    if all(isinstance(record, dict) for record in content):
        return [dict(_fields(record)) for record in content]
    if not all(isinstance(row, list) for row in content):
        return []
    labels = [str(label) for label in content[0]]
    return [dict(zip(labels, row, strict=False)) for row in content[1:]]


def _fields(record: Record) -> Iterator[tuple[str, Any]]:
    """Units may be objects: each is named, and stands in the column of its role."""
    for key, value in record.items():
        held = value if isinstance(value, list) else [value]
        if not held or not all(map(_is_unit, held)):
            yield key, value
            continue
        for role in dict.fromkeys(_role(one, key) for one in held):
            yield role, [_named(one) for one in held if _role(one, key) == role]


def _named(one: Record) -> str | None:
    return next((str(one[key]) for key in TITLES.split() if one.get(key)), None)


def _role(one: Record, key: str) -> str:
    role = next((one[word] for word in ROLES if isinstance(one.get(word), str)), "")
    label = _label(role)
    return label if label != role else f"{role}单位" if kind_of_column(f"{role}单位") else key


def _is_unit(one: Any) -> bool:
    """Nothing but a name, a role and a code: a chapter or a task has more to say."""
    return isinstance(one, dict) and bool(_named(one)) and set(one) <= set(TITLES.split()) | {*ROLES, *CODES}


def _opened(records: list[Record]) -> list[Record]:
    """The objects inside chapters, each with the chapter's name as its category."""
    opened: list[Record] = []
    for record in records:
        name = next((value for value in record.values() if isinstance(value, str)), "")
        inner = (value for value in record.values() if isinstance(value, list))
        opened.extend(_under(name, one) for held in inner for one in held if isinstance(one, dict))
    return opened


def _under(chapter: str, record: Record) -> Record:
    return {**record, GROUP: " / ".join(filter(None, [chapter, record.get(GROUP)]))}


def _is_ledger(records: list[Record]) -> bool:
    return kinds_of([label for label in _columns(records)[1] if kind_of_column(label)]) is not None


def _columns(records: list[Record]) -> tuple[list[str], list[str]]:
    """The objects' keys, and the labels a table would print for them."""
    keys = list(dict.fromkeys(key for record in records for key in record))
    return keys, [_label(key) for key in keys]


def _label(key: str) -> str:
    """leadUnit and supporting_departments are columns as much as 牵头单位."""
    words = {word.lower() for word in WORDS.findall(key)}
    words |= {word.removesuffix("s") for word in words}
    return next((label for label, telling in COLUMNS if words & set(telling.split())), key)


def _bare(key: str) -> str:
    return re.sub(r"[_\-\s]", "", key).lower()


def _head(content: Record) -> Iterator[str]:
    """What the object says of the document, as a form would print it."""
    known = {_bare(key): value for key, value in content.items()}
    for label, keys in LABELLED.items():
        alike = [key for key in known if ALIKE[label].fullmatch(key)]
        said = [known[key] for key in [*keys.split(), *alike] if isinstance(known.get(key), str) and known[key]]
        yield from [label + value for value in said[:1]]


def _cell(source: str, value: Any, place: int) -> Cell:
    """The value as text, quoted where it is found in the source."""
    text = "、".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
    found = source.find(text) if text else -1
    start = place + max(found, 0)
    return Cell(text, start, start + len(text) if found >= 0 else start)
