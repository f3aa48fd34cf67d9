"""What one row of a ledger's table says: its number, its task, its headings and who answers until when."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app.importing.blocks import Cell, Row
from app.importing.recognise.clauses import clauses
from app.importing.recognise.column_words import Kind
from app.importing.recognise.columns import Columns
from app.importing.recognise.drafts import Clause, Item
from app.importing.recognise.lines import (
    ARABIC,
    BULLET,
    JOINED,
    ROUND,
    Label,
    as_number,
    label_at,
    unwrap,
    without_label,
)
from app.importing.recognise.names import is_unit
from app.importing.recognise.printed_roles import Person
from app.importing.recognise.responsibility import LABELLED, combined, parse, under, with_persons
from app.importing.recognise.said_when import with_title
from app.tasks.kinds import PrintedRole

NOTES: Final = re.compile(
    r"^(?:例|示例|样例)[\d一二三四五]?$|^(?:合计|总计|小计|共计|备注|注[:：]|说明[:：]|填表|制表|审核|示例|样例|例[:：]|（?示例）?|(?:以上|上述)(?:各项|任务|工作|事项|内容|项目|指标|数据)|本(?:表|清单|台账))"
)
PARENT: Final = BULLET  # below every label that a section has
SUB: Final = re.compile(r"\s*(?:[（(]\d{1,2}[）)]|\d{1,2}[）)]|[①-⑳⑴-⒇])\s*")
MEASURE_BEHIND: Final = re.compile(r"[（(]([^（）()\d，。；、]{1,6})[）)]$")
DRAWN_UP: Final = re.compile(r"^(?:编制|填报|制表|统计|汇总)(?:单位|部门|科室|日期|时间)?\s*[:：]|^联系(?:人|电话)")


def item_of(row: Row, columns: Columns, sections: Sequence[tuple[int, str, str | None]]) -> Item | None:
    text = unwrap("\n".join(cell.text for cell in cells_of(row, columns, "text")))
    groups = [unwrap(cell.text) for cell in cells_of(row, columns, "group") if cell.text]
    if not text and _names_task(row, columns):
        text = groups.pop()
    numbers = [cell.text.strip().strip("、.．。()（）") for cell in cells_of(row, columns, "number")]
    number = next(filter(None, reversed(numbers)), None)
    if (
        not text
        or NOTES.match(text)
        or NOTES.match(row.cells[0].text)
        or DRAWN_UP.match(row.cells[0].text)
        or (number and NOTES.match(number))
    ):
        return None
    if number and re.fullmatch(r"\d+\.0", number):
        number = number[:-2]
    if number is None and not columns.of("number"):
        number, text = _number_inside(groups, text)
    elif (label := label_at(text)) and label.level == JOINED and label.number and label.end < len(text):
        number, text = label.number, text[label.end :]
    if number and (own := _own_label(text)):
        number, text = f"{number}({own[0]})", text[own[1] :]
    if sections and sections[-1][0] == PARENT and number and SUB.fullmatch(cells_of(row, columns, "number")[0].text):
        number = f"{sections[-1][2]}({number})"
    clause = _answers(row, columns)
    if not clause.departments:
        text, said = _said_inside(text)
        clause = combined([clause, said])
    titles: Sequence[str] = ()
    if sections:
        titles, of_section = _of_sections([section[1] for section in sections], clause)
        clause = combined([of_section, clause])
    headings = dict.fromkeys([*titles, *map(without_label, groups)])
    return Item(
        number,
        " / ".join(filter(None, headings)) or None,
        sections[-1][2] if sections else None,
        text,
        row.start,
        row.end,
        _with_milestone(clause, row, columns),
        _goal(row, columns),
        "；".join(cell.text for cell in cells_of(row, columns, "frequency") if cell.text),
        _measured(row, columns, text),
        any(cell.assumed and cell.text for kind in PrintedRole for cell in cells_of(row, columns, kind)),
    )


def _names_task(row: Row, columns: Columns) -> bool:
    """Where no measure is printed the cell before it is the task: the last of several, or one that is numbered.

    Numbered and answered for in its own row, that is; a merged cell belongs to the row where it is printed.
    """
    groups = [cell for cell in cells_of(row, columns, "group") if cell.text]
    if not columns.of("number"):
        return len(groups) > 1
    numbers = [cell for cell in cells_of(row, columns, "number") if cell.text.strip()]
    is_own = bool(groups and numbers) and groups[-1].start >= numbers[-1].start
    return is_own and any(cell.text for kind in PrintedRole for cell in cells_of(row, columns, kind))


def _measured(row: Row, columns: Columns, text: str) -> str:
    """The unit of a bare figure: its own column has it, or the indicator's name ends with it, 到位资金（亿元）."""
    if units := cells_of(row, columns, "unit"):
        return unwrap(units[0].text)
    behind = MEASURE_BEHIND.search(text)
    return behind[1] if behind else ""


def _own_label(text: str) -> tuple[str, int] | None:
    """A sub-item's （1） in the cell of its text, and where it ends; the first of a list in the cell stays there."""
    match = SUB.match(text)
    value = as_number(match[0].strip().strip("（()）")) if match else None
    if match is None or value is None or match.end() == len(text):
        return None
    others = [as_number(other[0].strip().strip("（()）")) for other in SUB.finditer(text, match.end())]
    return None if value + 1 in others else (str(value), match.end())


def _answers(row: Row, columns: Columns) -> Clause:
    """What the columns of units, persons and dates say; of several dates the last one counts."""
    titles = dict(columns.limits)
    parts = [
        with_persons(kind, cell.text)
        if column in columns.with_persons and isinstance(kind, PrintedRole)
        else under(kind, with_title(titles.get(column, ""), cell.text))
        for column, kind in enumerate(columns.kinds)
        if isinstance(kind, PrintedRole | Person) and (cell := cell_at(row, column))
    ]
    if not parts:
        return Clause()
    dates = "；".join(filter(None, (part.deadline_words for part in parts)))
    return replace(combined(parts), deadline_words=dates or None)


def _of_sections(titles: Sequence[str], clause: Clause) -> tuple[list[str], Clause]:
    """What is left of the titles of sections, and what those say that are named after who answers for their tasks.

    They are 牵头单位：县商务局, or 一、县教育局 where nobody else answers.
    """
    said = {title: parse(title) for title in titles if LABELLED.match(title)}
    if not clause.departments and not any(one.departments for one in said.values()):
        said |= {title: under(PrintedRole.RESPONSIBLE, title) for title in titles if is_unit(title)}
    return [title for title in titles if title not in said], combined(said.values())


def _said_inside(text: str) -> tuple[str, Clause]:
    """Who answers may stand in the cell of the task: the text without its clauses, and what they say."""
    found = clauses(text)
    for start, end, _ in reversed(found):
        text = text[:start] + text[end:]
    return text.strip(), combined(clause for _, _, clause in found)


def _number_inside(groups: Sequence[str], text: str) -> tuple[str | None, str]:
    """Without a column of numbers the parent's or the task's own label is the number; a list in the cell keeps its.

    Under a parent counted 一、二、 the task's own 1. 2. is the series.
    """
    label = label_at(text)
    if label and label.end == len(text):
        return None, text
    is_list = label is not None and _goes_on_counting(text, label)
    outer, inner = (label_at(groups[0]), label_at(groups[-1])) if len(groups) > 1 else (None, None)
    if outer and inner and outer.level <= ROUND and inner.level == ARABIC:
        return inner.number, text
    for group in groups:
        if (above := label_at(group)) and above.number:
            is_own = label is not None and not is_list and above.level <= ROUND and label.level == ARABIC
            return (label.number, text[label.end :]) if label and is_own else (above.number, text)
    return (None, text) if label is None or is_list else (label.number, text[label.end :])


def _goes_on_counting(text: str, label: Label) -> bool:
    """Whether the label's next stands in the text too, after 1. 2. and after （1） （2） or ①②: a list in one cell."""
    printed = text[: label.end].strip()
    one = chr(ord(printed) + 1) if len(printed) == 1 else printed.replace(str(label.value), str(label.value + 1))
    return one != printed and re.search(rf"[；。;\s]{re.escape(one)}", text) is not None


def _goal(row: Row, columns: Columns) -> str:
    named = [cell for column in columns.named if (cell := cell_at(row, column))]
    return "；".join(unwrap(cell.text) for cell in [*named, *cells_of(row, columns, "goal")] if cell.text)


def _with_milestone(clause: Clause, row: Row, columns: Columns) -> Clause:
    """Of columns that are periods the last filled one says until when."""
    filled = [
        words
        for column, words in columns.periods
        if (cell := cell_at(row, column)) and cell.text.strip() not in ("", "—", "-", "/", "无")
    ]
    return replace(clause, deadline_words=filled[-1]) if filled and not clause.deadline_words else clause


def cell_at(row: Row, column: int) -> Cell | None:
    return row.cells[column] if column < len(row.cells) else None


def cells_of(row: Row, columns: Columns, kind: Kind) -> list[Cell]:
    return [cell for column in columns.of(kind) if (cell := cell_at(row, column))]
