"""One task: its words with what was read in them, who, by when, and how it stands."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlmodel import Session, col, func, select

from app.boards.rows import CYCLE_WORDS, Row, row_of
from app.core.filters import figure
from app.people.models import Department
from app.progress.lines import LineSlot, TaskLine
from app.progress.models import SlotStatus
from app.progress.queries import indicator_values, task_line
from app.progress.told import ORIGIN_WORDS, quoted
from app.reminders.models import Urge
from app.tasks.goals import goal
from app.tasks.kinds import Origin, Part, ReadingKind, TaskStatus
from app.tasks.models import Indicator, Task

SLOT_WORDS = {
    SlotStatus.RETURNED: ("已退回", "r"),
    SlotStatus.SUBMITTED: ("待审核", "a"),
    SlotStatus.ACCEPTED: ("审核通过", "g"),
    SlotStatus.WAIVED: ("免报", ""),
}


@dataclass(frozen=True)
class Piece:
    """A stretch of the text; `mark` is its class, empty for plain words."""

    text: str
    mark: str


@dataclass(frozen=True)
class Party:
    id: int
    name: str
    word: str
    leads: bool
    presumed: bool
    awaits: bool  # 待签收


@dataclass(frozen=True)
class PeriodRow:
    word: str
    department: str
    due_on: date
    state: str
    tone: str
    submitted_on: date | None


@dataclass(frozen=True)
class QuotedRow:
    """A value out of an article, with the words that tell it."""

    origin: str
    is_media: bool
    is_plan: bool
    value: str
    as_of: date
    quotation: str
    source: str


@dataclass(frozen=True)
class IndicatorRow:
    words: str
    goal: str
    value: str
    quoted: tuple[QuotedRow, ...]


@dataclass(frozen=True)
class Step:
    word: str
    done: bool
    now: bool


@dataclass(frozen=True)
class TaskMatter:
    row: Row
    version: int
    headline: str
    pieces: tuple[Piece, ...]
    parties: tuple[Party, ...]
    leaders: str
    rhythm: str
    deadline_words: str
    overdue_days: int
    told_by: str  # an earlier lead whose word the progress still is
    steps: tuple[Step, ...]
    periods: tuple[PeriodRow, ...]
    indicators: tuple[IndicatorRow, ...]
    urged: int
    closed_on: date | None
    previous_id: int | None
    next_id: int | None


def task_matter(db: Session, task: Task, today: date, *, follows: bool) -> TaskMatter:
    line = task_line(db, task.id, today)
    values = indicator_values(db, task.id)
    urged = db.exec(select(func.count()).where(Urge.task_id == task.id)).one()
    before, after = neighbours(db, task)
    return TaskMatter(
        row=row_of(line, today, lambda _: follows),
        version=task.version,
        headline=headline(task.target),
        pieces=pieces(task, [indicator for indicator, _ in values]),
        parties=tuple(
            Party(d.id, d.name, "牵头" if d.part is Part.LEAD else "配合", d.part is Part.LEAD, d.presumed, d.awaits)
            for d in line.departments
        ),
        leaders=task.leaders,
        rhythm="，".join(w for w in (line.recurrence_words, CYCLE_WORDS.get(line.report_cycle, "")) if w),
        deadline_words=task.deadline_words,
        overdue_days=line.overdue_days,
        told_by=line.told_by_other,
        steps=steps(line),
        periods=tuple(period_row(line, slot, today) for slot in line.slots),
        indicators=indicator_rows(db, task.id, values),
        urged=urged,
        closed_on=line.closed_on,
        previous_id=before,
        next_id=after,
    )  # fmt: skip


def indicator_rows(
    db: Session, task_id: int, values: list[tuple[Indicator, Decimal | None]]
) -> tuple[IndicatorRow, ...]:
    """The department's own value first; what articles say stands under it, each with whose word it is."""
    found = quoted(db, task_id)
    return tuple(
        IndicatorRow(
            words=i.words,
            goal=goal(i),
            value=f"{figure(v)}{i.unit}" if v is not None else "",
            quoted=tuple(
                QuotedRow(
                    origin=ORIGIN_WORDS[one.origin],
                    is_media=one.origin is Origin.MEDIA,
                    is_plan=one.kind is ReadingKind.PLAN,
                    value=f"{figure(one.value)}{i.unit}",
                    as_of=one.as_of,
                    quotation=one.quotation,
                    source=one.source,
                )
                for one in found.get(i.id, ())
            ),
        )
        for i, v in values
    )


def neighbours(db: Session, task: Task) -> tuple[int | None, int | None]:
    """The tasks before and after it in the ledger."""
    rows = db.exec(
        select(Task.position, Task.id).where(
            Task.ledger_id == task.ledger_id, col(Task.position).in_((task.position - 1, task.position + 1))
        )
    ).all()
    found = dict(rows)
    return found.get(task.position - 1), found.get(task.position + 1)


def headline(target: str, longest: int = 48) -> str:
    """The first sentence, cut where it is long: the whole text stands below."""
    first = target.replace("\n", " ").split("。")[0].split("；")[0].strip()
    return first if len(first) <= longest else first[: longest - 1] + "…"


def pieces(task: Task, indicators: list[Indicator]) -> tuple[Piece, ...]:
    """The document's own words; deadline and figures marked where they were read."""
    text = task.target
    spans = [(i.start, i.end, "hl-t") for i in indicators if 0 <= i.start < i.end <= len(text)]
    at = text.find(task.deadline_words) if task.deadline_words else -1
    if at >= 0:
        spans.append((at, at + len(task.deadline_words), "hl-d"))
    found, done = [], 0
    for start, end, mark in sorted(spans):
        if start < done:
            continue
        found += [Piece(text[done:start], ""), Piece(text[start:end], mark)]
        done = end
    return tuple(piece for piece in (*found, Piece(text[done:], "")) if piece.text)


def steps(line: TaskLine) -> tuple[Step, ...]:
    closed = line.status is TaskStatus.CLOSED
    asked = line.status is TaskStatus.CLOSURE_REQUESTED
    at = 3 if closed else 2 if asked else 0 if line.status is TaskStatus.DRAFT else 1
    words = ("交办", "办理", "申请销号", "销号")
    return tuple(Step(word, n < at or closed, n == at and not closed) for n, word in enumerate(words))


def period_row(line: TaskLine, slot: LineSlot, today: date) -> PeriodRow:
    name = next((d.name for d in line.departments if d.responsibility_id == slot.responsibility_id), "")
    if slot.status in SLOT_WORDS:
        state, tone = SLOT_WORDS[slot.status]
    elif slot.due_on < today:
        state, tone = f"未报，过期{(today - slot.due_on).days}天", "r"
    else:
        state, tone = ("待报送", "y") if slot.opens_on <= today else ("未到期", "line")
    return PeriodRow(slot.word, name, slot.due_on, state, tone, slot.submitted_on)


def lead_name(db: Session, department_id: int) -> str:
    return db.exec(select(Department.name).where(Department.id == department_id)).first() or ""
