"""A table whose cells ran together into one text: only the header's words, the numbers and full stops part it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.importing.blocks import Block, Cell, Paragraph, Row, Table
from app.importing.recognise.columns import Kind
from app.importing.recognise.flattened.joints import cells_of, ends_a_row
from app.importing.recognise.flattened.pieces import kinds_of

ROOT: Final = "年度|全年|重点|主要|目标|具体|建设|整改|改革|工作|任务|项目|民生|实事|事项|推进|实施|问题|预期"
LABEL: Final = (
    r"序号|编号|项次|类别|分类|领域|板块|名称|备注|(?:\d{1,2}-\d{1,2}月)?(?:进展|完成|推进)情况|是否达序|说明|时间节点"
    r"|(?:经费|资金)来源|责任主体[与和及]协同单位"
    rf"|(?:{ROOT}){{0,2}}(?:名称|内容|任务|事项|措施|举措|目标|要求|实事|工作|项目|要点|类别|领域)"
    r"|[县区市省州校院局]?(?:政府)?(?:分管|牵头|责任|联系|主管|包[联保抓]|督办)[县区市省州校院局]?领导|(?:责任|负责)人"
    r"|(?:(?:主要|第一)?(?:牵头|责任|主办|主责|承办|配合|协办|协同|协助|协作|参与|参加|落实|实施|负责|组织)){1,3}"
    r"(?:单位|部门|科室|处室|股室|部室|主体|机构)|主责[科处部]室|建设单位"
    r"|(?:完成|整改|办结|计划|推进|落实){0,2}(?:时限|时间|期限)(?:要求)?|时限"
)
HEADER: Final = re.compile(rf"(?:{LABEL}){{3,9}}")
NUMBER: Final = re.compile(r"(?<![\d.．])\d{1,3}(?=[\u4e00-\u9fff“《])")
SHORTEST: Final = 60
MOST: Final = 9  # unlike numbers looked at for the next row


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
    labels, kinds = header
    headers = list(re.finditer(re.escape("".join(labels)), text))
    first = headers[0]
    rows = [_row(labels, paragraph.start + first.start(), paragraph.start + first.end())]
    number = ""
    for begin, end in _rows(text, headers, kinds):
        match = NUMBER.match(text, begin) if "number" in kinds else None
        number = match[0] if match else number
        for cells in cells_of(text[match.end() if match else begin : end], kinds):
            values = [number if kind == "number" else cell for kind, cell in zip(kinds, cells, strict=True)]
            rows.append(_row(values, paragraph.start + begin, paragraph.start + end))
    return Table(tuple(rows), rows[0].start, rows[-1].end) if len(rows) > 1 else None


def header_of(text: str) -> tuple[list[str], Sequence[Kind | None]] | None:
    """The first labels run together that are a ledger's columns; 工作任务目标 in a sentence is none."""
    for found in HEADER.finditer(text):
        labels = _labels(found[0])
        if kinds := kinds_of(labels):
            return labels, kinds
    return None


def _labels(header: str) -> list[str]:
    """The last of them may be the first row's first word: 项目 of 项目建设."""
    labels = re.findall(LABEL, header)
    while len(labels) > 2 and len(labels[-1]) == 2 and re.fullmatch(ROOT, labels[-1]):
        labels.pop()
    return labels


def _rows(text: str, headers: Sequence[re.Match[str]], kinds: Sequence[Kind | None]) -> Iterator[tuple[int, int]]:
    """Places between the headers, cut where the next number of the series stands behind a whole row."""
    value: int | None = None
    for header, following in zip(headers, [*headers[1:], None], strict=True):
        begin, stop = header.end(), following.start() if following else len(text)
        if "number" not in kinds:
            yield begin, stop
            continue
        for match in (found := list(NUMBER.finditer(text, begin, stop))):
            number = int(match[0])
            if match.start() == begin:
                value = number
            elif _follows(number, value, found) and ends_a_row(text[begin : match.start()], kinds):
                yield begin, match.start()
                begin, value = match.start(), number
        yield begin, stop


def _follows(number: int, value: int | None, found: Sequence[re.Match[str]]) -> bool:
    """The same number again or the next; a later one in an extract, where the next is nowhere."""
    if value is None or value <= number <= value + 1:
        return True
    return value < number <= value + MOST and all(int(match[0]) != value + 1 for match in found)


def _row(values: Sequence[str], start: int, end: int) -> Row:
    return Row(tuple(Cell(value, start, end) for value in values), start, end)
