"""Asking for a later day, and deciding on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from app.core.forms import Errors
from app.core.render import Page
from app.importing.issuing import Recipient
from app.progress.rules import Gate
from app.tasks.rules import LampView


@dataclass(frozen=True)
class Days:
    """原定, 现定, how often it was moved."""

    first: str
    due: str
    extended: int


@dataclass(frozen=True)
class AskExtension(Page):
    template = "requests/ask_extension.html"

    task_id: int
    number: str
    target: str
    days: Days
    late_words: str  # 补办; empty before the limit
    limit_words: str
    version: int
    until: str
    reason: str
    plan: str
    errors: Errors
    labels: Mapping[str, str]


@dataclass(frozen=True)
class Outcome:
    word: str
    tone: str
    who: str
    at: str
    remark: str


@dataclass(frozen=True)
class AskRefusal(Page):
    template = "requests/ask_refusal.html"

    task_id: int
    number: str
    target: str
    part: str
    departments: tuple[tuple[int, str], ...]
    version: int
    proposed: str
    reason: str
    errors: Errors
    labels: Mapping[str, str]


@dataclass(frozen=True)
class OneRefusal(Page):
    """`why_not`: what keeps this reader from deciding. `must_reassign`: the lead cannot go without another."""

    template = "requests/refusal.html"

    id: int
    task_id: int
    number: str
    target: str
    department: str
    part: str
    asker: str
    asked_at: datetime
    reason: str
    proposed: str
    outcome: Outcome | None
    why_not: str
    must_reassign: bool
    departments: tuple[tuple[int, str], ...]
    to: str
    remark: str
    opened: str
    version: int
    errors: Errors
    labels: Mapping[str, str]


@dataclass(frozen=True)
class Instruct(Page):
    """`leaders`: whose instruction the office may enter, empty for a leader himself."""

    template = "requests/instruct.html"

    task_id: int
    number: str
    target: str
    leaders: tuple[tuple[int, str], ...]
    leader: str
    text: str
    reply_by: str
    errors: Errors
    labels: Mapping[str, str]


@dataclass(frozen=True)
class HandOut(Page):
    """`tasks` 0: handed out already, on `since`; `why_not`: what keeps the office from taking that back."""

    template = "requests/hand_out.html"

    ledger_id: int
    title: str
    version: int
    tasks: int
    late: tuple[str, ...]
    recipients: tuple[Recipient, ...]
    since: date | None
    signs: bool  # handed out, and the departments are to sign
    slow: frozenset[int]  # 逾期未签收
    why_not: str


@dataclass(frozen=True)
class WithdrawInstruction(Page):
    template = "requests/withdraw_instruction.html"

    id: int
    task_id: int
    number: str
    leader: str
    text: str
    told: int
    reason: str
    errors: Errors
    labels: Mapping[str, str]


@dataclass(frozen=True)
class OneExtension(Page):
    """`why_not`: what keeps this reader from deciding; empty when he may. `outcome` None: undecided."""

    template = "requests/extension.html"

    id: int
    task_id: int
    number: str
    target: str
    lamp: LampView
    eyebrow: str
    days: Days
    until: str  # as a date field wants it
    until_shown: str
    until_words: str
    shift: str
    standing: str  # in time or 补办, and what goes on meanwhile
    asker: str
    department: str
    reason: str
    plan: str
    progress: str
    outcome: Outcome | None
    why_not: str
    version: int
    other: str
    remark: str
    opened: str  # the form that came back with faults: until, remark
    errors: Errors
    labels: Mapping[str, str]


@dataclass(frozen=True)
class Proof:
    id: int
    name: str
    size: int


@dataclass(frozen=True)
class Step:
    """牵头申请, 办公室核验, 领导同意, 销号; `state`: done, now, or nothing yet."""

    word: str
    state: str


@dataclass(frozen=True)
class AskClosure(Page):
    template = "requests/ask_closure.html"

    task_id: int
    number: str
    target: str
    lamp: LampView
    version: int
    statement: str
    gates: tuple[Gate, ...]
    errors: Errors
    labels: Mapping[str, str]


@dataclass(frozen=True)
class Close(Page):
    """One page for the office that checks and the leader who consents; `form` is empty for whoever only looks."""

    template = "requests/close.html"

    task_id: int
    number: str
    target: str
    lamp: LampView
    lead: str
    due: str
    first_due: str
    extended: int
    gates: tuple[Gate, ...]
    gate_words: str
    asker: str
    asked: str
    statement: str
    proofs: tuple[Proof, ...]
    request_id: int
    version: int
    decision: str
    remark: str
    redo_on: str
    remark_hint: str
    steps: tuple[Step, ...]
    checked: str  # who checked for the office, when, and what he said
    form: str  # where the decision goes
    form_title: str
    choices: tuple[tuple[str, str, str], ...]
    trouble: str
    errors: Errors
    labels: Mapping[str, str]
