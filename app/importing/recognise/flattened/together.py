"""A table whose cells ran together into one text: only the header's words, the numbers and full stops part it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.importing.blocks import Block, Cell, Paragraph, Row, Table
from app.importing.recognise.columns import Kind
from app.importing.recognise.flattened.pieces import kinds_of
from app.importing.recognise.names import is_unit
from app.importing.recognise.responsibility import Person
from app.tasks.kinds import PrintedRole

LABELS: Final = (
    "序号|编号|类别|分类|领域|项目名称|任务名称|工作名称|名称|工作任务|重点任务|重点工作|主要任务|目标任务|任务内容|主要内容|工作内容|建设内容"
    "|具体措施|工作措施|整改措施|年度目标|工作目标|目标任务|民生实事|实事项目|[区县市省]?(?:政府)?(?:分管|牵头|责任|联系)(?:[区县市])?领导|责任人"
    "|牵头责任单位|牵头单位|牵头部门|主办单位|责任单位|责任部门|责任科室|配合单位|配合部门|协办单位|协助单位|参与单位|完成时限|完成时间|时限|备注"
)
HEADER: Final = re.compile(rf"序号(?:{LABELS}){{2,9}}")
SHORT_ENDS: Final = "局|委|办|厅|会|院|处|部"
LONG_ENDS: Final = "中心|公司|政府|集团|街道|大队|支队|学校|单位|部门"
NEXT_UNIT: Final = re.compile(
    rf"(?<=[\u4e00-\u9fff](?:{SHORT_ENDS}))(?=[市区县省州镇乡各])|(?<=[\u4e00-\u9fff]局)(?=[\u4e00-\u9fff]{{2}})|(?<={LONG_ENDS})(?=[市区县省州镇乡各])"
)
ROW_END: Final = re.compile(
    r"(?:。|[\u4e00-\u9fff] [\u4e00-\u9fff])"
    r".*[局委办部厅会院处心司府团道队校行位门镇乡县区市社站联馆所室科组台厂企商关）)]$"
)
SPACED: Final = re.compile(r"[\u4e00-\u9fff](?: [\u4e00-\u9fff]){1,2}(?=[\u4e00-\u9fff])")
NUMBER: Final = re.compile(r"(?<=[\u4e00-\u9fff）)])\d{1,3}(?=[\u4e00-\u9fff“])")
LEVELS: Final = "市区县省州镇乡各"
LONGEST: Final = 120
PERSON: Final = re.compile(r"[\u4e00-\u9fff]{2,3}?(?=[市区县省州镇乡各团妇])")
WHEN: Final = re.compile(
    r"(?:\d{4}年)?\d{1,2}月(?:底|末|上旬|中旬|下旬|\d{1,2}日)?前?(?:动工|开工|完工|建成|投入使用|投用|完成)?$|(?:\d{4})?年[底内]前?$|长期坚持$|持续推进$"
)


def tables(run: Sequence[Paragraph]) -> list[Block] | None:
    """None when no paragraph has a header's labels run together."""
    blocks: list[Block] = []
    found = False
    for paragraph in run:
        table = _table(paragraph)
        found = found or table is not None
        if table is None:
            blocks.append(paragraph)
            continue
        title = HEADER.split(paragraph.text, maxsplit=1)[0]
        blocks.extend([Paragraph(title, paragraph.start, paragraph.start + len(title))] if title else [])
        blocks.append(table)
    return blocks if found else None


def _table(paragraph: Paragraph) -> Table | None:
    headers = list(HEADER.finditer(paragraph.text))
    if not headers or len(paragraph.text) < 60:
        return None
    labels = re.findall(LABELS, headers[0][0])
    kinds = kinds_of(labels)
    if kinds is None:
        return None
    first = headers[0]
    rows = [_row(labels, paragraph.start + first.start(), paragraph.start + first.end())]
    number = ""
    for begin, end in _rows(paragraph.text, headers, kinds):
        text = paragraph.text[begin:end]
        if match := re.match(r"\d{1,3}(?=[\u4e00-\u9fff“])", text):
            number = match[0]
            text = text[match.end() :]
        rows.append(_row(_cells(number, text, kinds), paragraph.start + begin, paragraph.start + end))
    return Table(tuple(rows), rows[0].start, rows[-1].end)


def _rows(text: str, headers: Sequence[re.Match[str]], kinds: Sequence[Kind | None]) -> Iterator[tuple[int, int]]:
    """Places between the headers, cut where the next number of the series stands behind a whole row."""
    value: int | None = None
    for header, following in zip(headers, [*headers[1:], None], strict=True):
        begin, stop = header.end(), following.start() if following else len(text)
        for match in NUMBER.finditer(text, begin, stop):
            number = int(match[0])
            if match.start() == begin:
                value = number
            elif number in (value, (value or 0) + 1) and _ends_row(text[begin : match.start()], kinds):
                yield begin, match.start()
                begin, value = match.start(), number
        yield begin, stop


def _ends_row(text: str, kinds: Sequence[Kind | None]) -> bool:
    """A row ends with its date where there is a column for it, else with names of units."""
    if ROW_END.search(text):
        return True
    when = WHEN.search(text) if kinds[-1] is Person.DEADLINE else None
    return bool(when and _names_from(text[: when.start()]))


def _names_from(text: str) -> int:
    """Where the names of units begin that a text without full stops ends with; 0 when it ends with none."""
    begin, end = 0, len(text)
    for place in range(len(text) - 1, max(0, len(text) - LONGEST), -1):
        if text[place] in LEVELS and is_unit(text[place:end]):
            begin = place
            if text[place - 1] not in "、，":
                break
            end = place - 1
    return begin


def _cells(number: str, text: str, kinds: Sequence[Kind | None]) -> list[str]:
    """The task ends with its last full stop; behind it come persons, units and the date."""
    spaced = SPACED.search(text) if Person.LEADER in kinds else None
    task, _, behind = text.rpartition("。")
    if spaced and not task:
        task, behind = text[: spaced.start()], text[spaced.start() :]
    values = dict.fromkeys(range(len(kinds)), "")
    if Person.DEADLINE in kinds and (when := WHEN.search(behind)):
        values[kinds.index(Person.DEADLINE)] = when[0]
        behind = behind[: when.start()]
        if not task and (begin := _names_from(behind)):
            task, behind = behind[:begin], behind[begin:]
    if Person.LEADER in kinds and (person := SPACED.match(behind) or PERSON.match(behind)):
        values[kinds.index(Person.LEADER)] = person[0]
        behind = behind[person.end() :]
    roles = [column for column, kind in enumerate(kinds) if isinstance(kind, PrintedRole)]
    parts = NEXT_UNIT.split(behind, maxsplit=len(roles) - 1) if len(roles) > 1 else [behind]
    values |= dict(zip(roles, parts, strict=False))
    texts = [column for column, kind in enumerate(kinds) if kind in ("text", "goal", "group")]
    values[texts[-1]] = task + "。" * ("。" in text) if task else behind
    if "number" in kinds:
        values[kinds.index("number")] = number
    return [values[column] for column in range(len(kinds))]


def _row(values: Sequence[str], start: int, end: int) -> Row:
    return Row(tuple(Cell(value, start, end) for value in values), start, end)
