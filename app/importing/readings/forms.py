"""What the office may send about an article and its figures."""

from datetime import date
from decimal import Decimal
from typing import Final

from pydantic import Field

from app.core.forms import Form
from app.tasks.kinds import Origin, ReadingKind

LABELS: Final = {
    "value": "数值",
    "unit": "单位",
    "as_of": "截至",
    "indicator": "归到哪个指标",
    "origin": "口径",
    "kind": "完成还是打算",
    "again": "仍然保存",
}
NEW_LABELS: Final = {"task": "哪项任务", "words": "指标", "goal": "目标值"}
MOST: Final = Decimal(10) ** 13


class ArticleForm(Form):
    """`posted_on`: when it was published, for a text that does not say so."""

    origin: Origin
    posted_on: date | None = None


class SettleForm(Form):
    """`indicator` 0: it belongs to none. `again`: the same value was said before, keep it all the same.

    `origin` None: the article's.
    """

    value: Decimal = Field(ge=-MOST, le=MOST, decimal_places=4)
    unit: str = Field(default="", max_length=20)
    as_of: date | None = None
    indicator: int = 0
    origin: Origin | None = None
    kind: ReadingKind
    again: bool = False
    version: int


class NewIndicatorForm(Form):
    """`goal`: what the task wants to reach, in the figure's unit; None: the figure is only followed."""

    task: int
    words: str = Field(min_length=1, max_length=300)
    goal: Decimal | None = Field(default=None, ge=-MOST, le=MOST, decimal_places=4)
    version: int


class VersionForm(Form):
    version: int
