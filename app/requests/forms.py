"""What a browser may send with a request or its decision."""

from datetime import date

from pydantic import Field

from app.core.filters import day, short_day
from app.core.forms import Errors, Form
from app.progress.models import Decision
from app.workdays.calendar import installed


class ExtensionForm(Form):
    """申请延期."""

    until: date
    reason: str = Field(min_length=1, max_length=1000)
    plan: str = Field(default="", max_length=1000)
    version: int = 0


class ExtensionDecisionForm(Form):
    """同意, 同意另定的日期, or 不同意 with the reason."""

    decision: Decision
    until: date | None = None
    remark: str = Field(default="", max_length=1000)
    version: int = 0


class RefusalForm(Form):
    """申请退办; `proposed`: whose the department thinks it is."""

    reason: str = Field(min_length=1, max_length=1000)
    proposed: int | None = None
    version: int = 0


class RefusalDecisionForm(Form):
    """改派 to a department, or 不同意 with the reason."""

    decision: Decision
    to: int | None = None
    remark: str = Field(default="", max_length=1000)
    version: int = 0


class InstructionForm(Form):
    """批示; the office says whose it is."""

    leader: int = 0
    text: str = Field(min_length=1, max_length=1000)
    reply_by: date | None = None


class WithdrawalForm(Form):
    """撤回批示, with the reason."""

    reason: str = Field(min_length=1, max_length=1000)


class ClosureRequestForm(Form):
    """申请销号."""

    statement: str = Field(min_length=1, max_length=2000)
    version: int = 0


class ClosureDecisionForm(Form):
    """销号 (or on to the leader), or 不予销号 with what is missing and by when."""

    decision: Decision
    remark: str = Field(default="", max_length=1000)
    redo_on: date | None = None
    version: int = 0
    request_id: int = 0


class ReceiptForm(Form):
    """签收 of one task; without it of all that the ledger handed to the department."""

    task: int | None = None


class HandOutForm(Form):
    """交办, and the version of the ledger that was read."""

    version: int = 0


class LedgerRulesForm(Form):
    """销号须经领导同意, 部门须签收, and the version of the ledger that was read."""

    needs_leader: bool = False
    needs_receipt: bool = False
    version: int


def day_faults(until: date, due_on: date, today: date) -> Errors:
    """A later day that is still to come and on which somebody works."""
    if until <= due_on:
        return {"until": f"要晚于现定时限{day(due_on)}，请另选日期"}
    if until < today:
        return {"until": "这一天已经过去，请选择今天或以后的日期"}
    if not installed().is_working_day(until):
        return {"until": f"{short_day(until)}不是工作日，请另选工作日"}
    return {}
