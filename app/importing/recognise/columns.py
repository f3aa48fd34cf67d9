"""What the columns of a ledger's table hold, by the words of its header."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.importing.blocks import Row
from app.importing.recognise.responsibility import Person, kind_of
from app.tasks.kinds import PrintedRole

NUMBER: Final = re.compile(r"^(?:序号|编号|序|项目编号|任务序号|№|NO\.?)$", re.I)
IGNORED: Final = re.compile(r"备注|进展|推进情况|完成情况|落实情况|达序|说明|电话|联系|进度|是否|成效|得分|评分|签字")
GOAL: Final = re.compile(r"目标值|年度目标|全年目标|预期目标|工作目标|目标要求|质量要求|^目标$|整改目标|年度赶超目标")
GROUP: Final = re.compile(
    r"分类|类别|领域|板块|章节|专项|项目名称|^名称$|^项目$|对标|^问题|问题内容|问题描述|反馈问题|^类型$|一级|^分组$"
)
TEXT: Final = re.compile(r"任务|措施|事项|内容|举措|实事|工作|目标|要点|计划|项目")
Kind = PrintedRole | Person | str


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column holds; `text` is decided for the whole table, as the longest of its text columns."""

    kinds: tuple[Kind | None, ...]

    def of(self, kind: Kind) -> list[int]:
        return [column for column, held in enumerate(self.kinds) if held == kind]


def columns_of(row: Row, rows: Sequence[Row]) -> Columns | None:
    """The header's columns, when the row is one: a text column, and one for units, dates or numbers."""
    labels = [re.sub(r"\s", "", cell.text) for cell in row.cells]
    if any(len(label) > 24 for label in labels):
        return None
    kinds = [kind_of_column(label) for label in labels]
    texts = [column for column, kind in enumerate(kinds) if kind in ("text", "goal")]
    others = {kind for kind in kinds if kind is not None and kind not in ("text", "goal", "group", "ignored")}
    if not texts or not others or (others == {"number"} and len(labels) < 3) or not (others - {"number"} or len(texts)):
        return None
    if not any(isinstance(kind, PrintedRole | Person) for kind in others):
        return None
    longest = max(texts, key=lambda column: (sum(_length(other, column) for other in rows), -column))
    for column in texts:
        if column != longest and kinds[column] == "text":
            kinds[column] = "group"
    kinds[longest] = "text"
    return Columns(tuple(kinds))


def kind_of_column(label: str) -> Kind | None:
    """None when the words name no column of a ledger."""
    if not label:
        return None
    if NUMBER.match(label):
        return "number"
    if IGNORED.search(label):
        return "ignored"
    if kind := kind_of(label):
        return kind
    if GROUP.search(label):
        return "group"
    if GOAL.search(label):
        return "goal"
    return "text" if TEXT.search(label) else None


def _length(row: Row, column: int) -> int:
    return len(row.cells[column].text) if column < len(row.cells) else 0
