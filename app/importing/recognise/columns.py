"""What the columns of a ledger's table hold, by the words of its header."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from app.importing.blocks import Row
from app.importing.recognise.holds import LOOKED_AT, Held, held_in
from app.importing.recognise.names import is_unit
from app.importing.recognise.responsibility import IN_CHARGE, OVERSEES, Person, clauses, kind_of
from app.tasks.kinds import PrintedRole

NUMBER: Final = re.compile(
    r"^(?:序号|编号|序|项次|次序|顺序号|项号|№|NO\.?|(?:项目|任务|事项|清单|建议|提案|议案|问题|措施|条目|工单|台账|卡片?|[计规]划|受理|交办|信访|举报)(?:序号|编?号|编码|次)|[\u4e00-\u9fff]{2,4}(?:计划|任务|事项|问题)编号)$",
    re.I,
)
LABEL: Final = re.compile(r"第[一二三四五六七八九十百\d]+[条项款]|[（(]?\d{1,3}[）)]?[.、．]?")
NO_LABEL: Final = re.compile(
    r"[。；]|(?:牵头|负责)[，,]|^\d+$|^(?:索引号|(?:发布|发文|公开|生成|制发)(?:机构|机关|单位)|(?:主题|组配|信息)分类|公文种类|公开方式|发文字号|有效性)[:：]?$"
)
IGNORED: Final = re.compile(
    r"^(?:总|计划|年度|估算|完成|本年度?)*投资(?:额|估算|总额|规模|计划)?(?:[（(].*[）)])?$|^(?:所需)?(?:资金|经费)(?:来源|数额|安排|保障)?|^建设性质|^(?:建设|实施|项目)?地点"
    r"|(?:履行|决策|法定|审批|审议|办理)\S{0,4}程序(?:要求)?$|备注|进展|推进情况|情况$|达序|说明|电话|联系|(?<!时间|时序|序时)进度$|进度情况|是否|(?<!预期)成效|得分|评分|分值|权重|签字|属性|手机|职务|姓名|地址|依据|来源|报送材料|下一?步|打算|亮点|动态$|需\S{0,5}协调|^[上下本][周月旬]|^实际|(?:交办|下达|检查|发现|反馈|填报|立项|受理|签收|登记|收文|发文|报送|更新)(?:时间|日期)"
)
ANSWERS: Final = re.compile(rf"责任|牵头|领导$|{IN_CHARGE}")
PERSON: Final = r"(?:责任人|负责人|领导|联系人)"
WITH_PERSON: Final = re.compile(
    rf"^(?P<unit>\S{{0,6}}(?:单位|部门|[科处]室))(?:及|和|与|、|/|[（(])\S{{0,4}}{PERSON}[）)]?$"
    rf"|^\S{{0,4}}{PERSON}(?:及|和|与|、|/)(?P<body>\S{{0,6}}(?:单位|部门|[科处]室))$"
)
GOAL: Final = re.compile(
    r"目标值|指标值|年度目标|全年目标|预期目标|工作目标|目标要求|(?:质量|考核|验收|达标)要求|(?:工作|完成|质量|验收|考核|达标)标准|^标准$|(?:考核|量化|绩效|任务)指标$|预期(?:成果|效果|成效)|^目标$|整改目标|年度赶超目标|^目标任务值|\d{4}年度?(?:工作|考核|计划)?目标(?:数|值)?$"
)
GROUP: Final = re.compile(
    r"分类|类别|领域|板块|章节|专项|专题|^所属|(?:方向|方面|篇章)$|项目名称|^名称$|^项目$|对标|问题|隐患|风险|缺陷|不符合|短板|差距|薄弱|反馈意见|^类型$|一级|^分组$|(?<!单位|部门|机构|材料|清单|附件|附表|文件)名称$|^指标(?:内容|项目)?$|(?<!考核|量化|绩效|任务|目标|年度)指标$"
)
GRADE: Final = re.compile(
    r"(?:等级|级别|部位|位置|地点|所在地|来源|数量)$|^属地$|^所属(?:[省市州区县镇乡村]|街道|社区|地区)+$"
)
NAME: Final = re.compile(r"名称|^项目$")
PERIOD: Final = re.compile(
    r"^(?:\d{4}年)?(?:(?:第?[一二三四1-4]季度|[上下]半年|(?:1[0-2]|[1-9])月份?(?:底|末)?)(?:末|底)?)(?:工作|阶段)?(?:目标|进度|计划|节点|任务|要求|安排)?$"
)
DEEDS: Final = re.compile(r"(?:整改|具体|工作|推进|落实)?(?:措施|举措)及")
WHAT: Final = re.compile(r"(?:任务|措施|事项|内容|举措)$")
NEXT: Final = re.compile(r"下一?步|打算")  # behind a task its progress, alone the task itself
MET: Final = re.compile(r"问题|困难|风险|隐患|短板|差距")
FREQUENCY: Final = re.compile(r"频次|频率|周期|检查次数")
MEASURED_IN: Final = re.compile(r"^(?:计量)?单位$")
VALUE: Final = r"\d[\d.,]*\s*[%％‰]?"
FIGURE: Final = re.compile(
    rf"(?:[≥≤>=<＞＜]|不[低高少多]于|不超过|达到|控制在)?\s*{VALUE}(?:\s*[-~～—–至]\s*{VALUE})?(?:[^\W\d]{{1,4}}?)?(?:左右|以[上内下])?"
)
GOAL_WORD: Final = re.compile(r"目标|计划|任务|指标|标准|[值数]$")
BEFORE: Final = re.compile(r"完成|实际|实绩|上年|去年|基[数期]|现状|当前|累计|名称|序|总数|户数|人数")
YEAR: Final = re.compile(r"^(?:19|20)\d\d年度?$")
QUANTITY: Final = re.compile(r"^(?:目标|任务|计划|建设|年度)?数量?$")
VALUED: Final = re.compile(r"^(?:\d{4}年)?(?:年度)?(?:目标|指标|计划)值$")
FIGURES: Final = re.compile(r"目标值|指标|数值|计量|数量|\d{4}年度?(?:工作|考核|计划)?目标")
TEXT: Final = re.compile(r"细化|题目|诉求|任务|措施|事项|内容|举措|实事|工作|目标|要点|计划|项目|要求|做法|行动")
PLANNED: Final = re.compile(r"时间|时序|计划|安排|节点")
ELSEWHERE: Final = re.compile(rf"{OVERSEES}|地[点址区]|点位|位置|区域|范围|涉及|覆盖|惠及|受益")
TO_ASK: Final = re.compile(r"联[系络]|督[办导查]|填[报表]|制表|审核|验收|复[核查]|监督|检查|电话|经办|报送|姓名")
QUESTION: Final = re.compile(r"[谁哪啥何几]|什么|怎么")
BEGINNING: Final = re.compile(r"启动|开始|起始|开工|进场|交办|下达|反馈|发现|填报")
CLEARLY: Final = 1.5
SENTENCE: Final = 10  # characters
SHORT: Final = 7
FEWEST: Final = 2
VALUES: Final = (Held.UNITS, Held.PERSONS, Held.LIMITS, Held.NUMBERS)
Kind = PrintedRole | Person | str


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column holds; `text` is decided for the whole table, as the longest of its text columns.

    `periods`: the columns that stand for a quarter or a month, with its name. `with_persons`: columns of units that
    name persons too. `named`: tasks beside a goal that says far more; they are its heading, and their figures count.
    """

    kinds: tuple[Kind | None, ...]
    periods: tuple[tuple[int, str], ...] = ()
    with_persons: frozenset[int] = frozenset()
    named: tuple[int, ...] = ()

    def of(self, kind: Kind) -> list[int]:
        return [column for column, held in enumerate(self.kinds) if held == kind]


def with_joined_headers(rows: Sequence[Row]) -> list[Row]:
    """A header of two rows (责任分工 over 主责部门 and 协办部门) whose merged cells are left empty is made one."""
    joined: list[Row] = []
    for row in rows:
        if joined and _stands_below(joined[-1], row):
            pairs = zip(joined[-1].cells, row.cells, strict=True)
            joined[-1] = replace(joined[-1], cells=tuple(low if low.text else high for high, low in pairs), end=row.end)
        else:
            joined.append(row)
    return joined


def _stands_below(upper: Row, lower: Row) -> bool:
    """Nothing but labels of columns, under a row of labels, and each of its empty cells has one above."""
    low, high = ([re.sub(r"\s", "", cell.text) for cell in row.cells] for row in (lower, upper))
    if len(low) != len(high) or sum(map(bool, low)) < 2 or all(low):
        return False
    is_whole = all(label or above for label, above in zip(low, high, strict=True))
    return is_whole and all(
        len(label) <= 12 and kind_of_column(label) for label in [*filter(None, low), *filter(None, high)]
    )


def columns_of(row: Row, rows: Sequence[Row], *, loose: bool = False) -> Columns | None:
    """The header's columns, when the row is one: a text column, and one for units or persons.

    `loose`: a date, a goal, a frequency or a period beside the text is enough.
    """
    labels = [re.sub(r"\s", "", cell.text) for cell in row.cells]
    if any(len(label) > 24 or NO_LABEL.search(label) for label in labels) or sum(map(bool, labels)) < 2:
        return None
    kinds = kinds_of_columns(_with_heads(labels, row, rows))
    _look_below(kinds, labels, row, rows)
    _look_inside(kinds, labels, row, rows)
    _find_limits(kinds, row, rows)
    _find_units(kinds, row, rows)
    _value(kinds, labels, row, rows)
    texts = [
        column for column, kind in enumerate(kinds) if kind in ("text", "goal") and not VALUED.match(labels[column])
    ]
    if "text" not in kinds and _are_figures(texts, rows):
        texts = []
    if not texts and (unnamed := _longest_unnamed(labels, kinds, _below(row, rows), len(rows))) is not None:
        kinds[unnamed], texts = "text", [unnamed]
    texts = texts or [column for column, kind in enumerate(kinds) if kind == "group"][-1:]
    if not texts or not (_is_ledger(kinds, loose=loose) or _answers_inside(kinds, row, rows)):
        return None
    longest = max(
        texts, key=lambda column: (kinds[column] == "text", sum(_length(other, column) for other in rows), -column)
    )
    if kinds[longest] == "text":
        longest = max(texts, key=lambda column: (_weight(rows, column, kinds[column]), -column))
    if _are_figures([longest], rows):
        return None
    named = tuple(column for column in texts if column != longest and kinds[column] == "text")
    has_name = any(kind == "group" and NAME.search(label) for kind, label in zip(kinds, labels, strict=True))
    for column in named:
        kinds[column] = "ignored" if has_name else "group"
    named = tuple(column for column in named if kinds[longest] == "goal" and not _is_merged(rows, column))
    kinds[longest] = "text"
    _take_parents(kinds, longest, row, rows)
    _pass_over(
        kinds, labels, longest, [column for column, label in enumerate(labels) if MET.search(label) or column in texts]
    )
    with_persons = frozenset(column for column, label in enumerate(labels) if WITH_PERSON.search(label))
    periods = tuple((column, labels[column]) for column, kind in enumerate(kinds) if kind == "period")
    return Columns(tuple(kinds), periods, with_persons, named)


def _value(kinds: list[Kind | None], labels: Sequence[str], row: Row, rows: Sequence[Row]) -> None:
    """Figures under 基本目标, 计划数 or the last of several years are goals of what is named beside them."""
    below = _below(row, rows)
    years = [column for column, label in enumerate(labels) if YEAR.match(label)]
    for column, label in enumerate(labels):
        if MEASURED_IN.match(label) and kinds[column] is PrintedRole.RESPONSIBLE and _are_measures(column, below):
            kinds[column] = "unit"
        is_goal = GOAL_WORD.search(label) and not BEFORE.search(label)
        if kinds[column] in ("text", None) and (is_goal or column in years[-1:]) and _are_figures([column], below):
            kinds[column] = "goal"


def _are_measures(column: int, rows: Sequence[Row]) -> bool:
    """家, 万元, %: what figures are counted in, and no names of bodies."""
    cells = [row.cells[column].text.strip() for row in rows if column < len(row.cells)]
    return sum(0 < len(cell) <= SHORT and not is_unit(cell) for cell in cells) * 2 > len(cells)


def _take_parents(kinds: list[Kind | None], text: int, header: Row, rows: Sequence[Row]) -> None:
    """Left of the task and of every named parent, a column that says the same in neighbouring rows is one too."""
    for column in range(kinds.index("group") if "group" in kinds[:text] else text):
        cells = [row.cells[column] for row in rows if row is not header and column < len(row.cells)]
        if kinds[column] is None and any(cell.text and cell.text == low.text for cell, low in pairwise(cells)):
            kinds[column] = "group"


def _is_merged(rows: Sequence[Row], column: int) -> bool:
    """Whether a cell of the column stands in several rows."""
    cells = [row.cells[column] for row in rows if column < len(row.cells)]
    return any(cell.text and cell.start == low.start for cell, low in pairwise(cells))


def _pass_over(kinds: list[Kind | None], labels: Sequence[str], text: int, doubtful: Sequence[int]) -> None:
    """Behind the task a problem is one that was met on the way; behind its units too, other words are no parent."""
    first = next((column for column, kind in enumerate(kinds) if isinstance(kind, PrintedRole)), len(kinds))
    for column in doubtful:
        is_met = MET.search(labels[column])
        if kinds[column] == "group" and column > (text if is_met else max(first, text)):
            kinds[column] = "ignored"


def _look_below(kinds: list[Kind | None], labels: Sequence[str], row: Row, rows: Sequence[Row]) -> None:
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


def _look_inside(kinds: list[Kind | None], labels: Sequence[str], row: Row, rows: Sequence[Row]) -> None:
    """A title that nobody has seen names what its cells hold. Where it is such a thing itself, the row is no header."""
    unknown = [column for column, kind in enumerate(kinds) if kind is None and labels[column]]
    below = [other.cells for other in _below(row, rows)[:LOOKED_AT] if len(other.cells) == len(row.cells)]
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


def _find_limits(kinds: list[Kind | None], row: Row, rows: Sequence[Row]) -> None:
    """Beside another column of tasks, one of goals that all begin with a day (10月主体封顶) says until when."""
    texts = [column for column, kind in enumerate(kinds) if kind in ("text", "goal")]
    below = [other.cells for other in _below(row, rows)[:LOOKED_AT] if len(other.cells) == len(row.cells)]
    if Person.DEADLINE in kinds or len(texts) < 2 or len(below) < FEWEST:
        return
    for column in texts:
        if held_in([cells[column].text for cells in below]) is Held.LIMITS:
            kinds[column] = Person.DEADLINE
            return


def _find_units(kinds: list[Kind | None], row: Row, rows: Sequence[Row]) -> None:
    """Beside another column of tasks, one of nothing but units (任务分工) says who answers, if none else does."""
    texts = [column for column, kind in enumerate(kinds) if kind in ("text", "goal")]
    below = [other.cells for other in _below(row, rows)[:LOOKED_AT] if len(other.cells) == len(row.cells)]
    if len(texts) < 2 or len(below) < FEWEST or any(isinstance(kind, PrintedRole) for kind in kinds):
        return
    for column in texts:
        if held_in([cells[column].text for cells in below]) is Held.UNITS:
            kinds[column] = PrintedRole.RESPONSIBLE
            return


def _with_heads(labels: Sequence[str], row: Row, rows: Sequence[Row]) -> list[str]:
    """A word that names no column (起, 止) goes on with the title that stands over it and its neighbour."""
    place = next((place for place, other in enumerate(rows) if other is row), 0)
    above = [re.sub(r"\s", "", cell.text) for cell in rows[place - 1].cells] if place else []
    if len(above) != len(labels) or len({*filter(None, above)}) < 2 or any(map(NO_LABEL.search, above)):
        return [*labels]
    found = [*labels]
    heads = [next((above[left] for left in range(column, -1, -1) if above[left]), "") for column in range(len(above))]
    for column, (label, head) in enumerate(zip(labels, heads, strict=True)):
        is_unknown = 0 < len(label) <= SHORT and not re.search(r"\d", label) and not kind_of_column(label)
        if is_unknown and heads.count(head) > 1 and isinstance(kind_of_column(head), PrintedRole | Person):
            found[column] = head + label
    return found


def _below(row: Row, rows: Sequence[Row]) -> Sequence[Row]:
    return rows[next((place for place, other in enumerate(rows) if other is row), -1) + 1 :]


def _longest_unnamed(
    labels: Sequence[str], kinds: Sequence[Kind | None], below: Sequence[Row], many: int
) -> int | None:
    """Beside units the column that says most is the task, whatever it is called; `many`: the rows of the table."""
    if not any(isinstance(kind, PrintedRole) for kind in kinds):
        return None
    said = {
        column: sum(_length(row, column) for row in below)
        for column, kind in enumerate(kinds)
        if kind == "group" or (kind is None and labels[column]) or NEXT.search(labels[column])
    }
    longest = max(said, key=lambda column: said[column], default=None)
    if longest is None or kinds[longest] == "group":
        return None
    others = max((length for column, length in said.items() if column != longest), default=0)
    enough = SHORT if said[longest] > CLEARLY * others else SENTENCE
    return longest if said[longest] >= enough * many else None


def _are_figures(columns: Sequence[int], rows: Sequence[Row]) -> bool:
    """A goal that is mostly a bare figure is no task: its name is."""
    cells = [row.cells[column].text.strip() for row in rows for column in columns if column < len(row.cells)]
    return sum(bool(FIGURE.fullmatch(cell)) for cell in cells) * 2 > len(cells)


def _is_ledger(kinds: Sequence[Kind | None], *, loose: bool) -> bool:
    if any(isinstance(kind, PrintedRole | Person) and kind is not Person.DEADLINE for kind in kinds):
        return True
    if not loose:
        return Person.DEADLINE in kinds and "number" in kinds and "unit" not in kinds
    beside = {"goal", "frequency", "period", Person.DEADLINE} & set(kinds)
    return bool(beside) and "text" in kinds and "unit" not in kinds


def _answers_inside(kinds: Sequence[Kind | None], header: Row, rows: Sequence[Row]) -> bool:
    """Most tasks say who answers in their own cell: …（责任单位：县教育局）."""
    if "text" not in kinds:
        return False
    column = kinds.index("text")
    cells = [row.cells[column].text for row in _below(header, rows) if column < len(row.cells)]
    return len(cells) >= FEWEST and sum(bool(clauses(text)) for text in cells) * 2 > len(cells)


def kinds_of_columns(labels: Sequence[str]) -> list[Kind | None]:
    """What each label names; 单位 beside figures is their measure, 目标 left of the numbers what they serve."""
    has_figures = any(FIGURES.search(label) for label in labels)
    kinds = ["unit" if has_figures and MEASURED_IN.match(label) else kind_of_column(label) for label in labels]
    if "unit" in kinds:
        kinds = ["goal" if QUANTITY.match(label) else kind for label, kind in zip(labels, kinds, strict=True)]
    counted = kinds.index("number") if "number" in kinds and "text" in kinds else 0
    return ["group" if kind == "goal" and column < counted else kind for column, kind in enumerate(kinds)]


def kind_of_column(label: str) -> Kind | None:
    """None when the words name no column of a ledger."""
    if not label or label.startswith("各"):
        return None
    if len(parts := re.split(r"[＼\\]", label)) > 1:  # a slanting header: 任务＼单位
        slanting = [kind_of_column(part) for part in parts]
        return "text" if "text" in slanting else slanting[0]
    if NUMBER.match(label):
        return "number"
    if PERIOD.match(label):
        return "period"
    if FREQUENCY.search(label):
        return "frequency"
    if GRADE.search(label):
        return "ignored"
    if GROUP.search(label) and not re.search(r"整改措施|整改要求", label):
        return "group"
    if IGNORED.search(label) and not ANSWERS.search(label) and not DEEDS.match(label):
        return "ignored"
    if WHAT.search(label) and not GOAL.search(label):
        return "text"
    if both := WITH_PERSON.search(label):
        return kind_of(both["unit"] or both["body"])
    if kind := kind_of(label):
        return kind
    if GOAL.search(label):
        return "goal"
    return "text" if TEXT.search(label) else None


def _weight(rows: Sequence[Row], column: int, kind: Kind | None) -> float:
    """A goal is what is to be done only where it says far more than the task beside it."""
    return sum(_length(row, column) for row in rows) / (CLEARLY if kind == "goal" else 1)


def _length(row: Row, column: int) -> int:
    return len(row.cells[column].text) if column < len(row.cells) else 0
