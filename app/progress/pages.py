"""My to-do, the queue of the office, closing, and what a page says when somebody else was first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.core.forms import Errors
from app.core.render import Page
from app.progress.measuring import Measure
from app.tasks.rules import LampView

LABELS = {
    "percent": "完成进度",
    "summary": "进展情况",
    "problems": "存在问题",
    "next_steps": "下步措施",
    "files": "佐证材料",
    "remark": "审核意见",
    "redo_on": "重报时限",
    "decision": "结论",
    "statement": "完成情况",
    "department": "部门",
}


@dataclass(frozen=True)
class Proof:
    """An attached file; `removal` is the address that takes it away, empty when it stays."""

    id: int
    name: str
    size: int
    removal: str


@dataclass(frozen=True)
class OpenForm:
    """The report form of one period: what was typed, what is known."""

    slot_id: int
    version: int
    percent: str
    summary: str
    problems: str
    next_steps: str
    measures: tuple[Measure, ...]
    errors: Errors
    labels: Mapping[str, str]
    proofs: tuple[Proof, ...]
    below: str  # last percent and the plan's
    saved: str
    send: str  # the word on the button
    hints: tuple[str, ...]


@dataclass(frozen=True)
class TodoRow:
    """A period that is owed or sent, or a task whose day is near (then `slot_id` is 0)."""

    slot_id: int
    task_id: int
    number: str
    target: str
    lamp: LampView
    word: str
    tag: str
    tone: str
    when: str
    when_sub: str
    late: bool
    action: str
    href: str
    withdrawal: str  # the address that takes the sent report back, empty when it stays
    extension: str  # the address that asks for a later day, where the day is near
    form: OpenForm | None


@dataclass(frozen=True)
class Group:
    id: str
    title: str
    rows: tuple[TodoRow, ...]


@dataclass(frozen=True)
class ToSign:
    """待签收: a ledger with the department's tasks that nobody has signed for."""

    ledger_id: int
    name: str
    numbers: tuple[str, ...]
    sign_by: date | None
    late: bool


@dataclass(frozen=True)
class Todo(Page):
    template = "progress/todo.html"
    fragment = "progress/_todo.html"

    title: str
    eyebrow: str
    to_sign: tuple[ToSign, ...]
    groups: tuple[Group, ...]
    next_words: str
    done: str
    undo: str
    focus: str  # where the keyboard goes after a swap: the form, the head, or nowhere


@dataclass(frozen=True)
class Saved(Page):
    """Answer of the autosave: the hint, and out of band the version and the files."""

    template = "progress/_saved.html"

    words: str
    version: int
    proofs: tuple[Proof, ...]
    save: str
    with_files: bool
    errors: Errors


@dataclass(frozen=True)
class Proofs(Page):
    """The files block after one was removed."""

    template = "progress/_proofs.html"

    proofs: tuple[Proof, ...]
    save: str


@dataclass(frozen=True)
class Side:
    """One field of two versions of a report. `picked`: theirs, mine, or nothing yet."""

    name: str
    label: str
    theirs: str
    mine: str
    same: bool
    picked: str
    rows: int


@dataclass(frozen=True)
class Conflict(Page):
    template = "progress/conflict.html"
    fragment = "progress/_conflict.html"

    slot_id: int
    version: int
    who: str
    at: str
    sent: bool
    sides: tuple[Side, ...]
    error: str


@dataclass(frozen=True)
class NewReport(Page):
    template = "progress/new_report.html"

    task_id: int
    number: str
    target: str
    department: str
    department_id: int
    departments: tuple[tuple[int, str], ...]
    on_behalf: bool
    period: str
    form: OpenForm


@dataclass(frozen=True)
class QueueRow:
    href: str
    current: bool
    is_report: bool
    lamp: LampView
    number: str
    target: str
    day: str
    words: str


@dataclass(frozen=True)
class Compared:
    """A row of before and after."""

    label: str
    before: str
    after: str
    changed: bool


@dataclass(frozen=True)
class Matter:
    """The report that is being reviewed."""

    id: int
    task_id: int
    version: int
    number: str
    target: str
    lamp: LampView
    department: str
    part: str
    due: str
    first_due: str
    extended: int
    sent: str
    before_head: str
    after_head: str
    rows: tuple[Compared, ...]
    proofs: tuple[Proof, ...]
    hints: tuple[str, ...]
    remark: str
    redo_on: str
    errors: Errors
    labels: Mapping[str, str]


@dataclass(frozen=True)
class ReviewDesk(Page):
    template = "progress/review.html"
    fragment = "progress/_review.html"

    title: str
    eyebrow: str
    waiting: int
    queue: tuple[QueueRow, ...]
    matter: Matter | None
    trouble: str
    done: str
    undo: str
