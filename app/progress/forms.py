"""What a browser may send about progress."""

from datetime import date

from pydantic import Field, field_validator

from app.core.forms import Form
from app.progress.models import Decision

PERCENT = "请填0至100之间的整数"


class ReportForm(Form):
    """进展."""

    percent: int
    summary: str = Field(min_length=1, max_length=4000)
    problems: str = Field(default="", max_length=2000)
    next_steps: str = Field(default="", max_length=2000)
    version: int = 0

    @field_validator("percent", mode="before")
    @classmethod
    def percent_is_whole(cls, value: str) -> int:
        if not (isinstance(value, str) and value.isdecimal() and int(value) <= 100):
            raise ValueError(PERCENT)
        return int(value)


class DraftForm(Form):
    """A draft may lack anything; a percentage that cannot be one is left as it was."""

    percent: int | None = None
    summary: str = Field(default="", max_length=4000)
    problems: str = Field(default="", max_length=2000)
    next_steps: str = Field(default="", max_length=2000)
    version: int = 0

    @field_validator("percent", mode="before")
    @classmethod
    def percent_or_nothing(cls, value: str) -> int | None:
        return int(value) if value.isdecimal() and int(value) <= 100 else None


class DecisionForm(Form):
    """通过 or 退回."""

    decision: Decision
    remark: str = Field(default="", max_length=1000)
    redo_on: date | None = None
    version: int = 0
