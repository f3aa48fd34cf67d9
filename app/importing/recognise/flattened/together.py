"""A table whose cells ran together into one text: only the header's words, the numbers and full stops part it."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from app.importing.blocks import Block, Cell, Paragraph, Row, Table
from app.importing.recognise.column_words import Kind
from app.importing.recognise.flattened.joints import cells_of, columns_of, ends_a_row, merged, persons
from app.importing.recognise.flattened.pieces import kinds_of
from app.importing.recognise.printed_roles import Person
from app.importing.recognise.responsibility import LIMIT

ROOT: Final = "年度|全年|重点|主要|目标|具体|建设|整改|改革|工作|任务|项目|民生|实事|事项|推进|实施|问题|预期|信访|化解"
LABEL: Final = (
    r"序号|编号|项次|类别|分类|领域|板块|名称|备注|(?:\d{1,2}-\d{1,2}月)?(?:进展|完成|推进)情况|是否达序|说明|时间节点"
    r"|(?:责任|任务|职责|工作)分工|责任落实|落实责任|(?:经费|资金)来源|责任主体[与和及]协同单位|(?:量化|考核|绩效|预期)指标|目标值"
    rf"|(?:{ROOT}){{0,2}}(?:名称|内容|任务|事项|措施|举措|目标|要求|实事|工作|项目|要点|类别|领域)"
    r"|[县区市省州校院局]?(?:政府)?(?:分管|牵头|责任|联系|主管|包[联保抓案]|督办)[县区市省州校院局]?领导|(?:责任|负责)人员?"
    r"|(?:(?:主要|第一)?(?:牵头|责任|主办|主责|承办|配合|协办|协同|协助|协作|参与|参加|落实|实施|负责|组织)){1,3}"
    r"(?:单位|部门|科室|处室|股室|部室|站所|委室|主体|机构)|主责[科处部]室|建设单位"
    rf"|{LIMIT}|时间"
)
SPANNING: Final = re.compile("(?:责任|任务|职责|工作)分工|责任落实|落实责任")
ANSWERS: Final = re.compile("单位|部门|领导|人员?$|科室|[处股部]室|主体|机构")
HEADER: Final = re.compile(rf"(?:(?:{LABEL})(?:[（(][^（()）]{{2,24}}[）)])?){{3,12}}")
NUMBER: Final = re.compile(
    r"(?:(?<![\d.．（(])|(?<=20\d\d\.[01]\d))\d{1,3}(?:-\d{1,2})?(?=[\u4e00-\u9fff“《（(A-Z]|20\d\d[年—–-])(?!项[）)]|月(?![度球饼嫂均季]))"
)
TITLE: Final = re.compile(
    r"(?:(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^。，；：、\d]{2,24}(?:[（(][^（）()]*[）)])?$"
)
SUB_ITEM: Final = re.compile(
    r"(?P<parent>(?:[^。；，：（(]{2,40}。?)?)(?P<number>[（(]\d{1,2}[）)])(?P<text>.+)", re.DOTALL
)
SHORTEST: Final = 60
LONGEST: Final = 1500  # of what one number has
NEAREST: Final = 12  # numbers looked back at
FEWEST: Final = 3
GROUPED: Final = 16  # of a group's name
UNREAD: Final = 60  # of what columns say that nobody reads
AGAIN: Final = 4.0
SKIPPED: Final = 2.0


def tables(run: Sequence[Paragraph]) -> list[Block] | None:
    """None when no paragraph has a header's labels run together."""
    blocks: list[Block] = []
    found = False
    for paragraph in run:
        table = _table(paragraph)
        if table is None:
            blocks.append(paragraph)
            continue
        found = True
        title = paragraph.text[: table.start - paragraph.start]
        blocks.extend([Paragraph(title, paragraph.start, table.start)] if title else [])
        blocks.append(table)
    return blocks if found else None


def _table(paragraph: Paragraph) -> Table | None:
    text = paragraph.text
    if len(text) < SHORTEST:
        return None
    if (header := header_of(text)) is None:
        return None
    printed, labels, kinds = header
    place = paragraph.start + text.index(printed)
    rows = [_row(labels, place, place + len(printed))]
    group = {column: "" for column in range(len(kinds)) if column in columns_of(kinds) and kinds[column] == "group"}
    above = [""] * len(kinds)
    for stretch in _stretches(text, printed, kinds):
        start, end = paragraph.start + stretch.start, paragraph.start + stretch.end
        for cells in stretch.rows:
            values = [stretch.number if kind == "number" else cell for kind, cell in zip(kinds, cells, strict=True)]
            following = {column: values[column] or said for column, said in group.items()}
            if stretch.number or "number" not in kinds:
                above = merged([group.get(column, cell) for column, cell in enumerate(values)], above, kinds)
                rows.extend(_row(one, start, end) for one in _parted(above, kinds))
            group = following
        if stretch.title:
            rows.append(_row([stretch.title, *[""] * (len(kinds) - 1)], end, end))
    return Table(tuple(rows), rows[0].start, rows[-1].end) if len(rows) > 1 else None


def header_of(text: str) -> tuple[str, list[str], Sequence[Kind | None]] | None:
    """The first labels run together that are a ledger's columns, as printed and by column.

    工作任务目标 in a sentence is none.
    """
    for found in HEADER.finditer(text):
        printed = _labels(found[0])
        for labels in _orders(printed):
            if kinds := kinds_of(labels):
                return "".join(printed), labels, kinds
    return None


def _orders(labels: list[str]) -> Iterator[list[str]]:
    """A label that spans columns (责任分工) has its own behind all others: they stand in its place."""
    spanning = next((place for place, label in enumerate(labels) if SPANNING.fullmatch(label)), None)
    if spanning is None:
        yield labels
        return
    below = list(takewhile(ANSWERS.search, reversed(labels[spanning + 1 :])))[::-1]
    yield [*labels[:spanning], *below, *labels[spanning + 1 : len(labels) - len(below)]]


def _labels(header: str) -> list[str]:
    """The last of them may be the first row's first word: 项目 of 项目建设."""
    labels = re.findall(rf"(?:{LABEL})(?:[（(][^（()）]{{2,24}}[）)])?", header)
    while len(labels) > 2 and len(labels[-1]) == 2 and re.fullmatch(ROOT, labels[-1]):
        labels.pop()
    return labels


def _parted(values: list[str], kinds: Sequence[Kind | None]) -> Iterator[list[str]]:
    """2推进除险加固。（1）完成85座。 is a parent, and a row with a number of its own."""
    column = kinds.index("text") if "text" in kinds and "number" in kinds else None
    found = SUB_ITEM.match(values[column]) if column is not None else None
    if column is None or not found:
        yield values
        return
    if found["parent"]:
        yield [
            found["parent"] if kind == "text" else value if kind == "number" else ""
            for kind, value in zip(kinds, values, strict=True)
        ]
    yield [
        found["text"] if kind == "text" else found["number"] if kind == "number" else value
        for kind, value in zip(kinds, values, strict=True)
    ]


class Stretch(NamedTuple):
    """What stands from one number to the next; `title`: of the section that begins behind it."""

    price: float
    start: int
    end: int
    number: str
    rows: list[list[str]]
    title: str


def _stretches(text: str, header: str, kinds: Sequence[Kind | None]) -> list[Stretch]:
    """The text behind the header, cut at the numbers of the series that leave the likeliest rows between them."""
    begin = text.index(header) + len(header)
    known = persons(text) if Person.LEADER in kinds else frozenset[str]()
    if "number" not in kinds:
        return [_stretch(text, found.span(), "", header, kinds, known) for found in _between(text, begin, header)]
    marks = [match for match in NUMBER.finditer(text, begin) if _may_begin(text[begin : match.start()], header, kinds)]
    chosen: list[tuple[float, list[Stretch]]] = []  # the cheapest stretches up to each mark
    for right, mark in enumerate([*marks, None]):
        end = mark.start() if mark else len(text)
        options = [(opening.price, [opening])] if mark and (opening := _opening(text, begin, end, kinds)) else []
        for left, jump in _before(marks, right):
            if chosen[left][1] and end - marks[left].end() < LONGEST:
                stretch = _stretch(text, (marks[left].end(), end), marks[left][0], header, kinds, known)
                options.append((chosen[left][0] + jump + stretch.price, [*chosen[left][1], stretch]))
        chosen.append(min(options, key=lambda one: one[0], default=(0.0, [])))
    return chosen[-1][1]


def _between(text: str, begin: int, header: str) -> Iterator[re.Match[str]]:
    """What stands between the headers printed again."""
    return re.compile(rf"(?:(?!{re.escape(header)}).)+", re.DOTALL).finditer(text, begin)


def _may_begin(before: str, header: str, kinds: Sequence[Kind | None]) -> bool:
    """Whether a row's number may stand behind this: a whole row, or nothing but a title or a group."""
    rest = TITLE.sub("", before[-LONGEST:].removesuffix(header)).removesuffix(header)
    loose = GROUPED if columns_of(kinds)[-1] < kinds.index("number") else 0
    loose = UNREAD if kinds[-1] in ("ignored", "goal", None) else loose
    return len(rest) <= GROUPED or any(ends_a_row(rest[-UNREAD : len(rest) - cut], kinds) for cut in range(loose + 1))


def _opening(text: str, begin: int, end: int, kinds: Sequence[Kind | None]) -> Stretch | None:
    """What stands before the first number: nothing, a section's title, or the group of the first row."""
    title = TITLE.search(text, begin, end)
    rest = text[begin : title.start() if title else end]
    if len(rest) > GROUPED:
        return None
    strange = SKIPPED if rest and columns_of(kinds)[-1] > kinds.index("number") else 0
    groups = [rest if kind == "group" and column in columns_of(kinds) else "" for column, kind in enumerate(kinds)]
    return Stretch(strange, begin, end, "", [groups], title[0] if title else "")


def _before(marks: Sequence[re.Match[str]], right: int) -> list[tuple[int, float]]:
    """The numbers whose row may end before this one; far ones only where neither the same nor the last is there."""
    following = marks[right] if right < len(marks) else None
    jumps = [(left, _jump(marks[left], following)) for left in range(max(0, right - NEAREST), right)]
    told = [(left, jump) for left, jump in jumps if jump is not None]
    nearest = [(left, jump) for left, jump in told if jump == 0 or (following and marks[left][0] == following[0])]
    return nearest[-FEWEST:] or told[-FEWEST:]


def _jump(mark: re.Match[str], following: re.Match[str] | None) -> float | None:
    """What it costs to go on with this number: the next is the likeliest, in an extract a later one."""
    if following is None:
        return 0
    here, there = ([int(part) for part in found[0].split("-")] for found in (mark, following))
    if len(here) != len(there):
        return None
    if there <= here:
        return AGAIN if there == here or set(there) == {1} else None
    return 0 if there in ([*here[:-1], here[-1] + 1], [here[0] + 1, 1][: len(here)]) else SKIPPED


def _stretch(
    text: str, span: tuple[int, int], number: str, header: str, kinds: Sequence[Kind | None], known: Collection[str]
) -> Stretch:
    start, end = span
    inside = text[start:end].replace(header, "")
    title = TITLE.search(inside) if "number" in kinds else None
    way = cells_of(inside[: title.start()] if title else inside, kinds, known)
    return Stretch(way.price, start, end, number, way.rows, title[0] if title else "")


def _row(values: Sequence[str], start: int, end: int) -> Row:
    return Row(tuple(Cell(value, start, end) for value in values), start, end)
