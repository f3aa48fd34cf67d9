"""A task's line as a row of a page: what this reader may see of it, in words ready to print."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement

from app.progress.lines import TaskLine
from app.progress.models import SlotStatus
from app.tasks.kinds import Lamp, Part, ReportCycle, TaskStatus
from app.tasks.rules import LampView
from app.workdays.calendar import installed

MayFollow = Callable[[TaskLine], bool]


@dataclass(frozen=True)
class Reader:
    """Whose progress may be known: by a line at hand, and by a condition on Task for the database."""

    may_follow: MayFollow
    followed: ColumnElement[bool]
    oversees: frozenset[int] = frozenset()  # departments of a 分管领导


CYCLE_WORDS = {ReportCycle.MONTHLY: "按月报送", ReportCycle.QUARTERLY: "按季报送", ReportCycle.YEARLY: "按年报送"}
LAMP_ORDER = (Lamp.RED, Lamp.YELLOW, Lamp.HOLLOW, Lamp.GREEN, Lamp.CLOSED, Lamp.STOPPED)
STATES = {
    "unsigned": ("待签收", "y"),
    "owed": ("待报送", "y"),
    "silent": ("未报", "line"),
    "running": ("办理中", ""),
    "waiting": ("待审核", "a"),
    "returned": ("已退回", "r"),
    "closing": ("申请销号", "a"),
    "closed": ("已销号", "b"),
    "stopped": ("不在办理中", ""),
}


@dataclass(frozen=True)
class Row:
    """`follows` False: the reader may see the text, the departments and the day, nothing of the progress."""

    id: int
    number: str
    target: str
    lead: str
    presumed: bool
    supports: tuple[str, ...]
    first_due_on: date | None
    due_on: date | None
    extended: int
    due_note: str
    follows: bool
    struck: bool
    overdue: bool
    percent: int | None
    expected: int | None
    lamp: LampView
    state: str
    state_word: str
    state_tone: str
    reported_on: date | None


def state_of(line: TaskLine, today: date) -> str:
    """Where the work stands, beside the lamp: a code of STATES."""
    if line.status is TaskStatus.CLOSED:
        return "closed"
    if line.status is TaskStatus.CLOSURE_REQUESTED:
        return "closing"
    if line.status is not TaskStatus.ISSUED:
        return "stopped"
    if line.unsigned:
        return "unsigned"
    leading = {d.responsibility_id for d in line.departments if d.part is Part.LEAD}
    slots = [s for s in line.slots if s.responsibility_id in leading and s.opens_on <= today]
    if any(s.status is SlotStatus.RETURNED for s in slots):
        return "returned"
    if any(s.status is SlotStatus.SUBMITTED for s in slots):
        return "waiting"
    if line.lamp.lamp is Lamp.HOLLOW:
        return "silent"
    owed = any(s.submitted_on is None and s.status is not SlotStatus.WAIVED for s in slots)
    return "owed" if owed else "running"


def due_note(line: TaskLine, *, follows: bool) -> str:
    """What stands under the day: how often, who set it, or that it no longer matters."""
    if follows and line.status is TaskStatus.CLOSED:
        return "已办结"
    rhythm = line.recurrence_words or CYCLE_WORDS.get(line.report_cycle, "")
    # The State Council's notice for that year is not out: its working days may still move.
    provisional = line.due_on is not None and installed().is_provisional(line.due_on)
    notes = (rhythm, "办公室设定" if line.set_by_office else "", "工作日暂定" if provisional else "")
    return "，".join(w for w in notes if w)


def row_of(line: TaskLine, today: date, may_follow: MayFollow) -> Row:
    follows = may_follow(line)
    state = state_of(line, today)
    word, tone = STATES[state]
    # Past its day the calendar says 100 for everything; the line would tell nothing.
    ahead = line.due_on is not None and line.due_on > today and not line.struck
    counts = ahead and line.status is not TaskStatus.DRAFT  # 序时 begins with 交办
    return Row(
        id=line.id,
        number=line.number,
        target=line.target,
        lead=line.lead_name,
        presumed=line.presumed,
        supports=line.supports,
        first_due_on=line.first_due_on,
        due_on=line.due_on,
        extended=line.extended,
        due_note=due_note(line, follows=follows),
        follows=follows,
        struck=follows and line.struck,
        overdue=follows and line.overdue_days > 0,
        percent=line.percent if follows else None,
        expected=line.expected if follows and counts else None,
        lamp=line.lamp,
        state=state,
        state_word=line.lamp.word if state == "stopped" else word,
        state_tone=tone,
        reported_on=line.last_reported_on,
    )


@dataclass(frozen=True)
class LampCount:
    """`lamp` and `word` for the sign, `count` beside it."""

    lamp: Lamp
    word: str
    count: int


def lamp_counts(lines: list[TaskLine]) -> tuple[LampCount, ...]:
    return counted(Counter(line.lamp.lamp for line in lines))


def counted(counts: Mapping[Lamp, int]) -> tuple[LampCount, ...]:
    """By urgency; a lamp nobody has is left out, but for the five everybody asks about."""
    words = {Lamp.RED: "红", Lamp.YELLOW: "黄", Lamp.HOLLOW: "未报", Lamp.GREEN: "绿", Lamp.CLOSED: "销号"}
    return tuple(
        LampCount(code, words.get(code, "停办"), counts.get(code, 0))
        for code in LAMP_ORDER
        if counts.get(code, 0) or code is not Lamp.STOPPED
    )
