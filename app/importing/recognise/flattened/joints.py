"""Where the cells of rows met that ran together: the cheapest way of cutting the text at what may be a cell's edge."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache
from math import inf
from typing import Final, NamedTuple

from app.importing.recognise.column_words import Kind
from app.importing.recognise.flattened.limits import WHEN
from app.importing.recognise.flattened.pieces import missing
from app.importing.recognise.lines import split_outside_brackets
from app.importing.recognise.names import is_unit
from app.importing.recognise.printed_roles import Person
from app.importing.recognise.surnames import FAMILIES
from app.tasks.kinds import PrintedRole

LEVELS: Final = "市区县省州镇乡各"
ENDS: Final = re.compile(
    r"[市县区乡镇]政府|[乡镇]街(?!道)|中心|公司|企业|银行|机构|政府|集团|街道|大队|支队|学校|单位|部门|办公室|委员会|医院|学院|协会|[支分]行|海关|大学|中学|小学(?!生)|[农林]场|机关|车间|专班|幼儿园|（[^（）]{1,14}）|[局委办厅会院处科部队站所股社室组区县市镇乡联馆台厂校]"
)
STOP: Final = re.compile(r"[。；%％”）]|\d[\u4e00-\u9fff]{1,2}")
SPREAD: Final = r"[\u4e00-\u9fff] [\u4e00-\u9fff]{1,2}"
NAME: Final = re.compile(
    rf"{SPREAD}(?:、{SPREAD})+|[\u4e00-\u9fff] [\u4e00-\u9fff] [\u4e00-\u9fff]|{SPREAD}"
    r"|(?:欧阳|司马|上官|诸葛|申屠)[\u4e00-\u9fff]{1,2}|[\u4e00-\u9fff]{2,3}"
)
# What a unit's name begins with where the level is not printed.
STEMS: Final = re.compile(
    r"公安|民政|教育|财政|人社|人力|卫健|卫生|住建|住房|城管|城市|交通|交警|水利|水务|农业|林业|文旅|文化|文体|商务|科技|科学|工信|工业|发改|"
    r"发展|发改|产业|审计|统计|应急|市场|自然|生态|环保|司法|信访|税务|总工会|团委|团[市县区]委|妇联|残联|科协|民宗|气象|消防|园林|房管|规划|国土|"
    r"粮食|人防|供销|档案|行政|政务|大数据|机关|宣传|组织|统战|政法|编办|招商|投资|街道|办公室|综合|人事|学生|教务|科研|后勤|保卫|基建|乡村|扶贫|"
    r"城投|国资|交投|文投|供电|供水|移动|电信|联通|银行|海关|法院|检察|党校|党工委|党政|纪委|纪检|武装|工会|经济|经发|社会|营商|执法|"
    r"综治|平安|法务|法律|企业|运营|质量|质控|安全|安监|安环|采购|工程|信息|医务|护理|门诊|药剂|设备|总务|图书|研究|国际|宣教|保障|"
    r"女工|人行|人民银行|海关|海事|生活|财务|计划|审批|服务"
)
SEVERAL: Final = re.compile(r"[、，]|局(?=[\u4e00-\u9fff]{2,}[局委办厅队])")
INNER: Final = re.compile(r"^[^市区县省州镇乡各]{1,5}([市区县省州镇乡各][\u4e00-\u9fff]{2,})$")
GOVERNMENT: Final = re.compile(r"^.(?:人民|镇|乡|街道)|^.?.{0,2}(?:政府|管委会|办事处|党委|村委会)$|^县委$|委$")
SURNAMES: Final = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏"
    "付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文施洪季鲍章柯俞祁简左项穆卫蒲申欧司殷童柳温鲁仇戚伍宁靳"
    "曲岳聂丛苗翁解骆关佟倪骆阮柏华詹梅盛管尚单屈米商娄游霍牛焦巩连路柴车甘阎房苑葛傅包裴费薄纪舒耿卞冷桂乐古"
)
BEFORE_UNIT: Final = re.compile(
    rf"(?=([{FAMILIES}][\u4e00-\u9fff]{{1,2}}?)(?:[{LEVELS}][\u4e00-\u9fff]|{STEMS.pattern}))"
)
GROUP: Final = re.compile(r"(?![已正未尚在底前末内次])[\u4e00-\u9fff“”（）()、]{2,16}")
SUB_ITEM: Final = re.compile(r"[（(]\d{1,2}[)）](?=[\u4e00-\u9fff“《])")
BARE: Final = frozenset({"街道", "单位", "部门", "中心", "公司", "学校", "大队", "支行", "分行"})
PEERS: Final = (
    r"局(?=[\u4e00-\u9fff]{2,}[局委办厅])|(?<!分)局(?=[\u4e00-\u9fff]{2,}队)|局(?=[\u4e00-\u9fff]{2,}[支分]行)"
)
NONE: Final = frozenset({"无", "—", "-", "/"})
LONGEST: Final = {"unit": 90, "date": 24, "name": 12}
LONG_ROW: Final = 700
NEVER: Final = 50.0


def ends_a_row(text: str, kinds: Sequence[Kind | None]) -> bool:
    """Whether a number may follow: what one of the columns holds stands at the end."""
    text = text.rstrip().removesuffix("等")
    if text.endswith(tuple(NONE)):
        return True
    if Person.DEADLINE in kinds and _ends_with_date(text):
        return True
    if kinds[-1] is Person.LEADER:
        return NAME.fullmatch(text[-3:].strip()) is not None
    return _ends_with_unit(text)


def _ends_with_date(text: str) -> bool:
    return any(match.end() == len(text) for match in WHEN.finditer(text, max(0, len(text) - LONGEST["date"])))


def _ends_with_unit(text: str) -> bool:
    """A name that begins with its level, as names of units do, or behind a mark."""
    if not _is_whole(text):
        return False
    return any(
        is_unit(text[place:]) and (text[place] in LEVELS or STEMS.match(text, place) or text[place - 1] in "。、，；")
        for place in range(max(1, len(text) - 26), len(text) - 1)
    )


class Way(NamedTuple):
    """How a text is cut at the least price: rows, each with a text for every column."""

    price: float
    rows: list[list[str]]


def columns_of(kinds: Sequence[Kind | None]) -> list[int]:
    """The columns in the order of the text between two numbers; what stands left of the next number comes last."""
    first = kinds.index("number") if "number" in kinds else 0
    return [
        *(column for column in range(first, len(kinds)) if kinds[column] not in ("number", "group")),
        *range(first),
    ]


def persons(text: str) -> frozenset[str]:
    """What stands in front of several units and begins as a person's name does."""
    pairs = {(match[1], text[match.end(1) : match.end(1) + 2]) for match in BEFORE_UNIT.finditer(text)}
    return frozenset(name for name, count in Counter(name for name, _ in pairs).items() if count > 1)


def cells_of(text: str, kinds: Sequence[Kind | None], known: Collection[str] = ()) -> Way:
    """The rows that one number has, by the cheapest path through the edges; `known`: names of the table's persons."""
    columns = columns_of(kinds)
    edges = _edges(text, known)
    if len(edges) > LONG_ROW or not text:
        return Way(NEVER, [[text if kind == "text" else "" for kind in kinds]])
    best: list[dict[int, tuple[float, int, int]]] = [
        {} for _ in edges
    ]  # edge -> column -> price, edge and column before
    arrive = [[0.0 + missing([kinds[c] for c in columns[:k]]) for k in range(len(columns))]]
    came: list[list[int]] = [[-1] * len(columns)]
    for right in range(1, len(edges)):
        for k, column in enumerate(columns):
            options = [
                (arrive[left][k] + price, left, came[left][k])
                for left in range(right)
                if arrive[left][k] < inf
                and (price := _price(text[edges[left] : edges[right]], kinds[column], text, known)) < NEVER
            ]
            if options:
                best[right][k] = min(options)
        arrive.append([])
        came.append([])
        for k in range(len(columns)):
            steps = [
                (price + _step(kinds, columns, before, k), before) for before, (price, _, _) in best[right].items()
            ]
            price, before = min(steps, default=(inf, -1))
            arrive[-1].append(price)
            came[-1].append(before)
    return _traced(text, edges, best, kinds, columns)


def _traced(
    text: str,
    edges: Sequence[int],
    best: Sequence[dict[int, tuple[float, int, int]]],
    kinds: Sequence[Kind | None],
    columns: Sequence[int],
) -> Way:
    ends = {k: found[0] + missing([kinds[c] for c in columns[k + 1 :]]) for k, found in best[-1].items()}
    if not ends:
        return Way(NEVER, [[text if kind == "text" else "" for kind in kinds]])
    k = min(ends, key=lambda one: ends[one])
    price = ends[k]
    right = len(edges) - 1
    rows: list[list[str]] = [[""] * len(kinds)]
    while right:
        _, left, before = best[right][k]
        rows[0][columns[k]] = text[edges[left] : edges[right]].strip()
        if left and before >= k:
            rows.insert(0, [""] * len(kinds))
        right, k = left, before
    return Way(price, rows)


def merged(row: Sequence[str], above: Sequence[str], kinds: Sequence[Kind | None]) -> list[str]:
    """A row without a leader has the one above, and without any unit its units: their cells were merged."""
    units = [column for column, kind in enumerate(kinds) if isinstance(kind, PrintedRole)]
    taken = [column for column, kind in enumerate(kinds) if kind is Person.LEADER]
    taken += units if not any(row[column] for column in units) else []
    return [value or (above[column] if column in taken else "") for column, value in enumerate(row)]


def _step(kinds: Sequence[Kind | None], columns: Sequence[int], before: int, after: int) -> float:
    """To a later column of the row, or into a new row of the same number."""
    if after > before:
        return missing([kinds[column] for column in columns[before + 1 : after]])
    rest = [kinds[column] for column in (*columns[before + 1 :], *columns[:after])]
    return missing(rest) + missing(["number"])


def _edges(text: str, known: Collection[str]) -> list[int]:
    """Where a cell may begin or end."""
    found = {0, len(text)}
    found.update(edge for name in known for match in re.finditer(name, text) for edge in match.span())
    found.update(match.end() for match in STOP.finditer(text))
    found.update(match.end() - 1 for match in STOP.finditer(text) if len(match[0]) > 2)
    found.update(match.end() for match in ENDS.finditer(text))
    found.update(match.start() for match in SUB_ITEM.finditer(text))
    found.update(place for place, char in enumerate(text) if char in LEVELS and text[place - 1] not in "、，")
    found.update(edge for match in WHEN.finditer(text) for edge in match.span())
    for stop in sorted(found):
        if match := NAME.match(text, stop):
            found.update(stop + length for length in range(2, len(match[0]) + 1))
    found.update(place for place, char in enumerate(text) if char in NONE)
    found.update(place + 1 for place, char in enumerate(text) if char in NONE)
    inside = {
        place
        for match in re.finditer(r"[（(](?!\d{1,2}[)）])[^（()）]*[)）]", text)
        for place in range(match.start(), match.end())
    }
    return sorted(found - inside)


def _price(cell: str, kind: Kind | None, text: str, known: Collection[str]) -> float:
    if isinstance(kind, PrintedRole):
        shared = 0.3 if kind is PrintedRole.LEAD and SEVERAL.search(cell) else 0
        return _of_units(cell) + shared if len(cell) <= LONGEST["unit"] else NEVER
    if kind is Person.DEADLINE:
        return -5 - len(cell) / 100 if len(cell) <= LONGEST["date"] and WHEN.fullmatch(cell) else NEVER
    if kind is Person.LEADER:
        is_like = len(cell) <= LONGEST["name"] and NAME.fullmatch(cell.strip()) is not None
        is_name = cell in known or (is_like and (cell[0] in SURNAMES or " " in cell.strip()))
        return -3 if is_name and not is_unit(cell) else NEVER
    if kind == "text":
        return _of_text(cell, text)
    if kind == "group":
        return 0.9 if GROUP.fullmatch(cell) else NEVER
    return 2 + len(cell) / 10  # goals and what nobody reads


def _of_text(cell: str, text: str) -> float:
    """A sentence; where the text has full stops it ends with one, and a unit is no part of its end."""
    if len(cell) < 4 or cell[0] in "、，。；":
        return NEVER
    price = -1.0 if re.search(r"[，。；、\d]", cell) else 1.0
    if "。" in text and not cell.endswith("。"):
        price += 6
    return price + 1.5 * cell.rstrip("。").count("。")


@lru_cache(maxsize=4096)
def _of_units(cell: str) -> float:
    """One unit or several between marks; each that begins with its level and ends as units do is likelier."""
    if cell in NONE:
        return -2
    cell = cell.removesuffix("等")
    if not cell or cell[0] in "、，。；的和及与" or cell[-1] in "、，。；" or re.search(r"[。；%]|\d", cell):
        return NEVER
    parts = [part for part in split_outside_brackets(cell, "、，") if part]
    if not parts or not all(is_unit(part) and _is_whole(part) for part in parts):
        return NEVER
    joined: float = sum(
        len(re.findall(r"(?:[局委办厅部处院科股室]|中心|公司)(?=[市区县省州镇乡各])", part)) for part in parts
    )
    joined += (
        sum(len(re.findall(r"(?:中心|公司|集团|）)(?=[\u4e00-\u9fff]{2})(?![支分]行)", part)) for part in parts) / 3
    )
    joined += sum(len(re.findall(PEERS, part)) for part in parts) / 2
    return -4 + 4 * joined + sum(map(_strange, parts)) + 0.05 * sum(max(0, len(part) - 10) for part in parts)


def _is_whole(name: str) -> bool:
    """Ends as units do: 各镇政 is cut out of 各镇政府."""
    return any(match.end() == len(name) for match in ENDS.finditer(name, max(0, len(name) - 20)))


def _strange(part: str) -> float:
    """Letters of what stood before it, or of a name, may seem to begin a unit."""
    if len(part) < 2:
        return NEVER
    if part in BARE:
        return 1
    if part[0] in LEVELS or STEMS.match(part):
        return 0
    inner = INNER.match(part)
    return 3 if inner and is_unit(inner[1]) and not GOVERNMENT.match(inner[1]) else 0.7
