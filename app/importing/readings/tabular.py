"""The figures of a table: the unit stands in the header, beside the row's name, in a column of its own or above."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.importing.blocks import Cell, Row, Table
from app.importing.readings.grids import is_value
from app.importing.recognise.units import BARE, UNIT

UNIT_COLUMN: Final = re.compile(r"(?:计量|计算)?单\s*位|单位名称(?=$)")
MEASURE: Final = re.compile(rf"(?:{UNIT}|{BARE})")
IN_BRACKETS: Final = re.compile(r"[（(\[]\s*(?:单位[:：])?\s*([^（()）\]]{1,8})\s*[)）\]]|[:：/／]\s*(\S{1,6})$")
ABOVE: Final = re.compile(r"单\s*位\s*[:：]\s*([^\s，。；、（()）]{1,8})")
NOT_COUNTED: Final = re.compile(
    r"序\s*号|编\s*号|排\s*[名位序]|名\s*次|位\s*次|备\s*注|电\s*话|年\s*[份度]$|邮\s*编|代\s*码|页|权\s*重|日期|时间|时限"
)
SHARE: Final = re.compile(r"[率比]$|率[（(]|比例|比重|占比|同比|环比|增[幅速]|增长|进度$|±")
PLANNED: Final = re.compile(r"目标|计划|任务|预算|应(?=完成|建|办)|下达")
REACHED: Final = re.compile(r"完成|实际|累计|已|占|实绩|达到|进展|[率比]$")
GENERIC: Final = re.compile(
    r"(?:进度|进展|年度|全年|当年|本年|本期|上半年|目标|任务|计划|预算|实际|累计|已|完成|情况|数值?|指标|值|当月|本月|"
    r"截[至止].{0,9}|\d+[—\-–~至]\d+月|\d{1,2}月份?[底末]?|(?:19|20)\d\d年|[一二三四]季度|前三季度|量)+"
)
WHO: Final = re.compile(r"县|区|市|镇|乡|街道|单\s*位|部\s*门|地\s*区|企\s*业|公\s*司|学\s*校|村|站|名\s*称$|机构")
COUNTED: Final = {"人数": "人", "户数": "户", "个数": "个", "次数": "次", "件数": "件", "家数": "家", "金额": "元"}
ASIDE: Final = re.compile(r"责任|牵头|负责|联系|联络|备注|配合|主管|说明|问题|原因")
TOTAL: Final = re.compile(r"合\s*计|总\s*计|小\s*计|全[市县区省州国]")


@dataclass(frozen=True, slots=True)
class Value:
    """One cell's figure; `header` tells its kind and its day."""

    cell: Cell
    row: Row
    value: Decimal
    unit: str
    subject: str
    header: str
    is_planned: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """`rest`: the cells of the body that are text."""

    values: tuple[Value, ...]
    rest: tuple[tuple[Cell, str], ...]  # each with its column's header
    title: str


def grid_of(table: Table, above: Sequence[str]) -> Grid | None:
    """None when no column counts anything. `above`: the lines before the table, the nearest last."""
    rows = [row for row in table.rows if not row.repeated_header]
    first = next((n for n, row in enumerate(rows) if _is_body(row)), 0)
    if not first:
        return None
    headers, title = _headers(rows[:first])
    around = [title, *reversed(above)]
    unit_above = next((_measure(match[1]) for line in around if (match := ABOVE.search(line))), "")
    body = rows[first:]
    names = _name_columns(headers, body)
    values, rest, seen = [], [], set()
    for row in body:
        for place, cell in enumerate(row.cells):
            if cell.text and cell.start not in seen:
                seen.add(cell.start)
                header = headers[place] if place < len(headers) else ""
                if not is_value(cell.text):
                    rest.append((cell, header))
                elif found := _value(row, place, headers, names, unit_above):
                    values.append(found)
    near = [line for line in reversed(above) if len(line) < 50 and "。" not in line]
    return Grid(tuple(values), tuple(rest), "，".join([title, *near])) if values else None


def _is_body(row: Row) -> bool:
    """It has a value that is no number of the row and no year."""
    texts = [cell.text.strip() for cell in row.cells]
    return any(is_value(text) and not re.fullmatch(r"(?:19|20)\d\d", text) for text in texts[1:])


def _headers(rows: Sequence[Row]) -> tuple[list[str], str]:
    """Each column's words from top to bottom; a row that says the same all across is the title."""
    title, width = [], max(len(row.cells) for row in rows)
    columns: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        texts = list(dict.fromkeys(cell.text for cell in row.cells if cell.text))
        if len(texts) == 1 and width > 1:
            title.append(texts[0])
            continue
        words = ""
        for place, cell in enumerate(row.cells):
            beside = words if row is not rows[-1] else ""  # a title over several columns is told of the first
            words = re.sub(r"\s", "", cell.text) or beside
            if words and words not in columns[place]:
                columns[place].append(words)
    return ["".join(words) for words in columns], " ".join(title)


def _name_columns(headers: Sequence[str], body: Sequence[Row]) -> list[int]:
    """Where the row says what it is about: text, and neither the unit nor who is in charge."""
    found = []
    for place, header in enumerate(headers):
        texts = [row.cells[place].text for row in body if place < len(row.cells) and row.cells[place].text]
        is_name = texts and sum(map(is_value, texts)) * 2 < len(texts) and sum(map(len, texts)) < 40 * len(texts)
        if (
            is_name
            and not UNIT_COLUMN.fullmatch(header)
            and not ASIDE.search(header)
            and not NOT_COUNTED.search(header)
        ):
            found.append(place)
        elif is_name and UNIT_COLUMN.fullmatch(header) and not all(map(_measure, texts)):
            found.append(place)  # 单位 is who, not what it is counted in
    return found


def _value(row: Row, place: int, headers: Sequence[str], names: Sequence[int], unit_above: str) -> Value | None:
    header = headers[place] if place < len(headers) else ""
    cell, told = row.cells[place], [row.cells[n].text for n in names if n < len(row.cells) and row.cells[n].text]
    if not header or NOT_COUNTED.search(header) or not told:
        return None
    sign = cell.text.strip()[-1]
    beside = next(
        (
            unit
            for n, name in enumerate(headers)
            if UNIT_COLUMN.fullmatch(name) and n < len(row.cells) and (unit := _measure(row.cells[n].text))
        ),
        "",
    )
    unit = (
        ("%" if sign in "%％" else "‰" if sign == "‰" else "")
        or _bracketed(header)
        or ("%" if SHARE.search(re.sub(r"[（(].*", "", header)) else "")
        or beside
        or next((found for name in told if (found := _bracketed(name))), "")
        or next((unit for words, unit in COUNTED.items() if words in header), "")
        or unit_above
    )
    if not unit:
        return None
    number = Decimal(re.sub(r"[\s,+%％‰]", "", cell.text))
    planned = PLANNED.search(header) is not None and REACHED.search(re.sub(r"[（(].*", "", header)) is None
    return Value(cell, row, number, unit, _subject(told, [headers[n] for n in names], header), header, planned)


def _subject(told: Sequence[str], name_headers: Sequence[str], header: str) -> str:
    """城镇新增就业 + 完成率; 岳湖区 + 已完工; a column that says only 累计完成 adds nothing to what is counted."""
    name = re.sub(r"\s|[（(][^（()）]*[)）]$", "", told[-1])
    what = re.sub(r"[（(][^（()）]*[)）]", "", header)
    is_who = WHO.search(name_headers[-1]) is not None or TOTAL.fullmatch(name) is not None
    if SHARE.search(what):
        return (name + what)[:40]
    if GENERIC.fullmatch(what) and not is_who:
        return name[:40]
    return (name + what)[:40]


def _bracketed(words: str) -> str:
    match = IN_BRACKETS.search(words)
    return _measure(match[1] or match[2]) if match else ""


def _measure(text: str) -> str:
    """The unit, when the words are one and nothing else."""
    words = re.sub(r"\s", "", text).replace("％", "%")
    return words if MEASURE.fullmatch(words) else ""
