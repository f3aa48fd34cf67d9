"""总览: what is late, what is behind, what is silent in one ledger, and what waits for the office."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select as columns
from sqlmodel import Session, col, func, select

from app.boards.ledgers import departments_of, ledger_lines
from app.boards.rows import LampCount, Row, lamp_counts, row_of
from app.ledgers.models import Ledger, LedgerStatus
from app.people.scope import Viewer
from app.progress.lines import TaskLine
from app.progress.waiting import ForLeader, OfficeTable, leader_matters, office_table
from app.reminders.models import Urge
from app.tasks.kinds import Lamp, Part, TaskStatus
from app.tasks.models import Task

Only = frozenset[int] | None
EXPLAINED = {
    Lamp.RED: ("逾期或严重滞后", "过了时限未办结，或落后序时进度30个百分点以上"),
    Lamp.YELLOW: ("临期或滞后", "5个工作日内到期，或落后序时进度10个百分点以上"),
    Lamp.HOLLOW: ("没有动静", "应报未报，或从未报送"),
    Lamp.GREEN: ("正常推进", "按序时进度推进"),
    Lamp.CLOSED: ("办结核验", "办结并审核销号"),
    Lamp.STOPPED: ("不在办理中", "挂起、终止、未启动或未交办"),
}


@dataclass(frozen=True)
class Choice:
    """A ledger whose board can be opened."""

    id: int
    title: str
    doc_number: str
    tasks: int
    current: bool


@dataclass(frozen=True)
class Stat:
    """One of the large counts."""

    lamp: Lamp
    word: str
    small: str
    count: int
    explanation: str


@dataclass(frozen=True)
class Lamps:
    """The part of the board that refreshes itself."""

    ledger_id: int
    lead: str  # what follows in its links: &lead=mine, or nothing
    stats: tuple[Stat, ...]
    wall: tuple[TaskLine, ...]
    tick: bool  # a past day does not change any more


@dataclass(frozen=True)
class Late:
    """An overdue task; `share` of the latest one, in percent, is the length of its line."""

    row: Row
    days: int
    share: int
    urged: int
    may_urge: bool


@dataclass(frozen=True)
class DepartmentCounts:
    """How many tasks a department leads, by lamp in the order of the heads. `id` empty: nobody leads yet."""

    id: str
    name: str
    total: int
    counts: tuple[LampCount, ...]


@dataclass(frozen=True)
class Summary:
    """The figures of the sentence on top."""

    overdue: int
    longest: int
    behind: int
    silent: int
    waiting: int  # published and not yet handed out (交办)
    all_wait: bool


@dataclass(frozen=True)
class Waiting:
    """Of all ledgers what lies on the office's table or a leader's; of this one the presumed leads."""

    office: OfficeTable | None
    mine: tuple[ForLeader, ...]
    presumed: int

    def of(self, kind: str) -> tuple[ForLeader, ...]:
        return tuple(matter for matter in self.mine if matter.kind == kind)


@dataclass(frozen=True)
class Scope:
    """统计范围: the whole ledger, or what one's own departments lead."""

    word: str
    lead: str
    tasks: int
    current: bool


@dataclass(frozen=True)
class BoardMatter:
    summary: Summary
    lamps: Lamps
    late: tuple[Late, ...]
    departments: tuple[DepartmentCounts, ...]
    heads: tuple[LampCount, ...]
    total: int
    scopes: tuple[Scope, ...]
    waiting: Waiting


def scopes(lines: list[TaskLine], oversees: frozenset[int], *, mine: bool) -> tuple[Scope, ...]:
    if not oversees:
        return ()
    return (
        Scope("本台账", "", len(lines), not mine),
        Scope("我分管的", "&lead=mine", len(led(lines, oversees)), mine),
    )


def choices(db: Session, wanted: int | None) -> tuple[Choice, ...]:
    """Ledgers in hand, the largest first; the wanted one is current, else the first."""
    tasks = func.count(col(Task.id))
    rows = db.execute(
        columns(col(Ledger.id), col(Ledger.title), col(Ledger.doc_number), tasks)
        .outerjoin(Task, col(Task.ledger_id) == col(Ledger.id))
        .where(col(Ledger.status) == LedgerStatus.PUBLISHED)
        .group_by(col(Ledger.id), col(Ledger.title), col(Ledger.doc_number))
        .order_by(tasks.desc(), col(Ledger.id))
    ).all()
    current = wanted if wanted in {row[0] for row in rows} else (rows[0][0] if rows else None)
    return tuple(Choice(i, title, number or "", n, i == current) for i, title, number, n in rows)


@dataclass(frozen=True)
class AsOf:
    """The day that the board shows. `wrong`: what was asked for cannot be shown, in words."""

    day: date
    today: date
    wrong: str

    @property
    def past(self) -> bool:
        return self.day < self.today


def as_of(word: str, today: date) -> AsOf:
    """A day gone by as asked; anything else is today, and the page says why."""
    try:
        day = date.fromisoformat(word) if word else today
    except ValueError:
        return AsOf(today, today, "这个日期读不出来，已按今天显示。请用日历选择日期。")
    if day > today:
        return AsOf(today, today, "以后的日子还没有到，已按今天显示。请选择今天或以前的日期。")
    return AsOf(day, today, "")


def lamps_of(ledger_id: int, lines: list[TaskLine], *, mine: bool, tick: bool = True) -> Lamps:
    stats = tuple(Stat(c.lamp, c.word, EXPLAINED[c.lamp][0], c.count, EXPLAINED[c.lamp][1]) for c in lamp_counts(lines))
    return Lamps(ledger_id, "&lead=mine" if mine else "", stats, tuple(lines), tick)


def board_lamps(db: Session, ledger_id: int, today: date, only: Only = None) -> Lamps:
    return lamps_of(ledger_id, led(ledger_lines(db, ledger_id, today), only), mine=only is not None)


def led(lines: list[TaskLine], only: Only) -> list[TaskLine]:
    """我分管的: those that one of the departments leads."""
    if only is None:
        return lines
    return [line for line in lines if any(d.part is Part.LEAD and d.id in only for d in line.departments)]


def board_matter(
    db: Session,
    viewer: Viewer,
    ledger_id: int,
    today: date,
    may_urge: Callable[[TaskLine], bool],
    *,
    past: bool = False,
    only: Only = None,
) -> BoardMatter:
    """`today` may be any day gone by: the lines are then those of that day. `only`: what these departments lead."""
    whole = ledger_lines(db, ledger_id, today)
    lines = led(whole, only)
    heads = lamp_counts(lines)
    return BoardMatter(
        summary=summary_of(lines),
        lamps=lamps_of(ledger_id, lines, mine=only is not None, tick=not past),
        late=late_ones(lines, urges(db, ledger_id), today, may_urge),
        departments=by_department(lines, departments_of(db, ledger_id), heads),
        heads=heads,
        total=len(lines),
        scopes=scopes(whole, viewer.oversees, mine=only is not None),
        waiting=waiting(db, viewer, lines),
    )


def summary_of(lines: list[TaskLine]) -> Summary:
    """Red because of points alone counts as behind: only days are 逾期."""
    late = [line.overdue_days for line in lines if line.overdue_days]
    lit = [line.lamp.lamp for line in lines if not line.overdue_days]
    return Summary(
        overdue=len(late),
        longest=max(late, default=0),
        behind=lit.count(Lamp.RED) + lit.count(Lamp.YELLOW),
        silent=lit.count(Lamp.HOLLOW),
        waiting=(waiting := sum(line.status is TaskStatus.DRAFT for line in lines)),
        all_wait=0 < waiting == len(lines),
    )


def urges(db: Session, ledger_id: int) -> dict[int, int]:
    """How often each task was urged."""
    rows = db.exec(
        select(Urge.task_id, func.count())
        .join(Task, col(Task.id) == col(Urge.task_id))
        .where(Task.ledger_id == ledger_id)
        .group_by(col(Urge.task_id))
    ).all()
    return dict(rows)


def late_ones(
    lines: list[TaskLine], urged: dict[int, int], today: date, may_urge: Callable[[TaskLine], bool]
) -> tuple[Late, ...]:
    """By days late: a task may be sorted, a department may not."""
    late = sorted((line for line in lines if line.overdue_days), key=lambda x: (-x.overdue_days, x.position))
    longest = max((line.overdue_days for line in late), default=1)
    return tuple(
        Late(
            row=row_of(line, today, lambda _: True),
            days=line.overdue_days,
            share=max(1, 100 * line.overdue_days // longest),
            urged=urged.get(line.id, 0),
            may_urge=may_urge(line),
        )
        for line in late
    )


def by_department(
    lines: list[TaskLine], departments: tuple[tuple[str, str], ...], heads: tuple[LampCount, ...]
) -> tuple[DepartmentCounts, ...]:
    """Those that lead, in the order of the organisation; tasks without a lead stand last."""
    led: dict[str, list[Lamp]] = defaultdict(list)
    for line in lines:
        led[str(line.lead.id) if line.lead else ""].append(line.lamp.lamp)
    return tuple(
        DepartmentCounts(
            id=key,
            name=name,
            total=len(led[key]),
            counts=tuple(LampCount(h.lamp, h.word, led[key].count(h.lamp)) for h in heads),
        )
        for key, name in (*departments, ("", "牵头待明确"))
        if key in led
    )


def waiting(db: Session, viewer: Viewer, lines: list[TaskLine]) -> Waiting:
    presumed = sum(line.presumed for line in lines)
    if viewer.is_leader:
        return Waiting(None, leader_matters(db, viewer.oversees), presumed)
    return Waiting(office_table(db), (), presumed)
