"""What a column's cells tell of it, where the words of its title do not, or mislead."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from app.importing.blocks import Row
from app.importing.recognise.column_words import IGNORED, LABEL, MEASURED_IN, Kind
from app.importing.recognise.holds import LOOKED_AT, Held, held_in
from app.importing.recognise.names import is_unit
from app.importing.recognise.printed_roles import OVERSEES, Person
from app.tasks.kinds import PrintedRole

MET: Final = re.compile(r"问题|困难|风险|隐患|短板|差距")
VALUE: Final = r"\d[\d.,]*\s*[%％‰]?"
FIGURE: Final = re.compile(
    rf"(?:[≥≤>=<＞＜]|不[低高少多]于|不超过|达到|控制在)?\s*{VALUE}(?:\s*[-~～—–至]\s*{VALUE})?(?:[^\W\d]{{1,4}}?)?(?:左右|以[上内下])?"
)
GOAL_WORD: Final = re.compile(r"目标|计划|任务|指标|标准|[值数]$")
BEFORE: Final = re.compile(r"完成|实际|实绩|上年|去年|基[数期]|现状|当前|累计|名称|序|总数|户数|人数")
YEAR: Final = re.compile(r"^(?:19|20)\d\d年度?$")
PLANNED: Final = re.compile(r"时间|时序|计划|安排|节点")
ELSEWHERE: Final = re.compile(rf"{OVERSEES}|地[点址区]|点位|位置|区域|范围|涉及|覆盖|惠及|受益")
TO_ASK: Final = re.compile(r"联[系络]|督[办导查]|填[报表]|制表|审核|验收|复[核查]|监督|检查|电话|经办|报送|姓名")
QUESTION: Final = re.compile(r"[谁哪啥何几]|什么|怎么")
BEGINNING: Final = re.compile(r"启动|开始|起始|开工|进场|交办|下达|反馈|发现|填报")
FEWEST: Final = 2
SHORT: Final = 7
VALUES: Final = (Held.UNITS, Held.PERSONS, Held.LIMITS, Held.NUMBERS)


def look_below(kinds: list[Kind | None], labels: Sequence[str], row: Row, rows: Sequence[Row]) -> None:
    """A first column of nothing but labels is the number; periods under the head of marks or progress are no plan."""
    named = next((column for column, label in enumerate(labels) if label), 0)
    for first in range(named + 1):
        cells = [other.cells[first].text.strip() for other in rows if first < len(other.cells) and other is not row]
        cells = cells if labels[first] else list(filter(None, cells))
        if "number" not in kinds and kinds[first] in (None, "text") and cells:
            counted = sum(bool(LABEL.fullmatch(cell)) for cell in cells)
            kinds[first] = "number" if counted * 5 >= len(cells) * 4 else kinds[first]
    place = next((place for place, other in enumerate(rows) if other is row), 0)
    above = rows[place - 1].cells if place and len(rows[place - 1].cells) == len(row.cells) else ()
    for column, kind in enumerate(kinds):
        heads = [cell.text for cell in above[: column + 1] if cell.text]
        head = re.sub(r"\s", "", heads[-1]) if heads else ""
        if kind == "period" and IGNORED.search(head) and not PLANNED.search(head):
            kinds[column] = "ignored"


def look_inside(kinds: list[Kind | None], labels: Sequence[str], row: Row, rows: Sequence[Row]) -> None:
    """A title that nobody has seen names what its cells hold. Where it is such a thing itself, the row is no header."""
    unknown = [column for column, kind in enumerate(kinds) if kind is None and labels[column]]
    below = [other.cells for other in rows_below(row, rows)[:LOOKED_AT] if len(other.cells) == len(row.cells)]
    for column, kind in enumerate(kinds):
        if (
            kind is Person.LEADER
            and len(below) >= FEWEST
            and held_in([cells[column].text for cells in below]) is Held.UNITS
        ):
            kinds[column] = PrintedRole.RESPONSIBLE  # 责任人 over the names of sections
    if not unknown or len(below) < FEWEST:
        return
    found = {column: held_in([cells[column].text for cells in below]) for column in unknown}
    asked = {column for column in unknown if QUESTION.search(labels[column])}
    if any(held in VALUES and held is held_in([labels[place]]) for place, held in found.items() if place not in asked):
        return
    first = min((column for column, kind in enumerate(kinds) if isinstance(kind, PrintedRole)), default=len(kinds))
    for column, held in found.items():
        if held is Held.UNITS and column < first < len(kinds):
            continue  # beside columns that say who answers it is what the task belongs to
        if held is Held.UNITS and not ELSEWHERE.search(labels[column]):
            kinds[column] = PrintedRole.RESPONSIBLE
        elif held is Held.PERSONS and not TO_ASK.search(labels[column]):
            kinds[column] = Person.LEADER
        elif held is Held.LIMITS and Person.DEADLINE not in kinds and not BEGINNING.search(labels[column]):
            kinds[column] = Person.DEADLINE
        elif held is Held.NUMBERS and "number" not in kinds and column in (min(unknown), len(kinds) - 1):
            kinds[column] = "number"


def find_limits(kinds: list[Kind | None], row: Row, rows: Sequence[Row]) -> None:
    """Beside another column of tasks, one of goals that all begin with a day (10月主体封顶) says until when."""
    texts = [column for column, kind in enumerate(kinds) if kind in ("text", "goal")]
    below = [other.cells for other in rows_below(row, rows)[:LOOKED_AT] if len(other.cells) == len(row.cells)]
    if Person.DEADLINE in kinds or len(texts) < 2 or len(below) < FEWEST:
        return
    for column in texts:
        if held_in([cells[column].text for cells in below]) is Held.LIMITS:
            kinds[column] = Person.DEADLINE
            return


def find_units(kinds: list[Kind | None], row: Row, rows: Sequence[Row]) -> None:
    """Beside another column of tasks, one of nothing but units (任务分工) says who answers, if none else does."""
    texts = [column for column, kind in enumerate(kinds) if kind in ("text", "goal")]
    below = [other.cells for other in rows_below(row, rows)[:LOOKED_AT] if len(other.cells) == len(row.cells)]
    if len(texts) < 2 or len(below) < FEWEST or any(isinstance(kind, PrintedRole) for kind in kinds):
        return
    for column in texts:
        if held_in([cells[column].text for cells in below]) is Held.UNITS:
            kinds[column] = PrintedRole.RESPONSIBLE
            return


def find_figured_goals(kinds: list[Kind | None], labels: Sequence[str], row: Row, rows: Sequence[Row]) -> None:
    """Figures under 基本目标, 计划数 or the last of several years are goals of what is named beside them."""
    below = rows_below(row, rows)
    years = [column for column, label in enumerate(labels) if YEAR.match(label)]
    for column, label in enumerate(labels):
        if MEASURED_IN.match(label) and kinds[column] is PrintedRole.RESPONSIBLE and _are_measures(column, below):
            kinds[column] = "unit"
        is_goal = GOAL_WORD.search(label) and not BEFORE.search(label)
        if kinds[column] in ("text", None) and (is_goal or column in years[-1:]) and are_figures([column], below):
            kinds[column] = "goal"


def take_parents(kinds: list[Kind | None], text: int, header: Row, rows: Sequence[Row]) -> None:
    """Left of the task and of every named parent, a column that says the same in neighbouring rows is one too."""
    for column in range(kinds.index("group") if "group" in kinds[:text] else text):
        cells = [row.cells[column] for row in rows if row is not header and column < len(row.cells)]
        if kinds[column] is None and any(cell.text and cell.text == low.text for cell, low in pairwise(cells)):
            kinds[column] = "group"


def pass_over(kinds: list[Kind | None], labels: Sequence[str], text: int, doubtful: Sequence[int]) -> None:
    """Behind the task a problem is one that was met on the way; behind its units too, other words are no parent."""
    first = next((column for column, kind in enumerate(kinds) if isinstance(kind, PrintedRole)), len(kinds))
    for column in doubtful:
        is_met = MET.search(labels[column])
        if kinds[column] == "group" and column > (text if is_met else max(first, text)):
            kinds[column] = "ignored"


def _are_measures(column: int, rows: Sequence[Row]) -> bool:
    """家, 万元, %: what figures are counted in, and no names of bodies."""
    cells = [row.cells[column].text.strip() for row in rows if column < len(row.cells)]
    return sum(0 < len(cell) <= SHORT and not is_unit(cell) for cell in cells) * 2 > len(cells)


def are_figures(columns: Sequence[int], rows: Sequence[Row]) -> bool:
    """A goal that is mostly a bare figure is no task: its name is."""
    cells = [row.cells[column].text.strip() for row in rows for column in columns if column < len(row.cells)]
    return sum(bool(FIGURE.fullmatch(cell)) for cell in cells) * 2 > len(cells)


def is_merged(rows: Sequence[Row], column: int) -> bool:
    """Whether a cell of the column stands in several rows."""
    cells = [row.cells[column] for row in rows if column < len(row.cells)]
    return any(cell.text and cell.start == low.start for cell, low in pairwise(cells))


def rows_below(row: Row, rows: Sequence[Row]) -> Sequence[Row]:
    return rows[next((place for place, other in enumerate(rows) if other is row), -1) + 1 :]
