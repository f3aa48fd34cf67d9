"""A ledger as it stands, with all that hangs on its tasks, in a fixed number of statements."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from sqlalchemy import Select
from sqlalchemy import select as columns
from sqlmodel import Session, col, func, select

from app.importing.editions.compare import Clause, Goal, When
from app.importing.models import DraftTask
from app.importing.stored import indicators_in, named_in
from app.ledgers.models import Ledger, Measure
from app.people.models import Department
from app.progress.models import ProgressReport, Reading, ReportSlot
from app.tasks.kinds import Origin, ReadingKind, ResponsibilityStatus
from app.tasks.models import Indicator, Responsibility, Task

FOUR_PLACES = Decimal("0.0001")
OfTask = TypeVar("OfTask", Responsibility, Indicator, ReportSlot)


@dataclass(frozen=True)
class Standing:
    """By task id, unless told: `headings` by measure, `reports` by responsibility, the last `readings` by indicator."""

    tasks: list[Task]
    parties: Mapping[int, list[Responsibility]]
    indicators: Mapping[int, list[Indicator]]
    slots: Mapping[int, list[ReportSlot]]
    headings: Mapping[int, tuple[str, str]]
    reports: Mapping[int, int]
    readings: Mapping[int, Decimal | None]
    names: Mapping[int, str]


def standing_of(db: Session, ledger: Ledger, *, lock: bool = False) -> Standing:
    mine = columns(col(Task.id)).where(col(Task.ledger_id) == ledger.id)
    wanted = select(Task).where(Task.ledger_id == ledger.id).order_by(col(Task.position))
    tasks = list(db.exec(wanted.with_for_update() if lock else wanted).all())
    headings = db.exec(select(Measure.id, Measure.label, Measure.text).where(Measure.ledger_id == ledger.id))
    sent = db.execute(
        columns(col(ProgressReport.responsibility_id), func.count())
        .where(col(ProgressReport.task_id).in_(mine))
        .group_by(col(ProgressReport.responsibility_id))
    )
    names = db.exec(select(Department.id, Department.name))
    return Standing(
        tasks=tasks,
        parties=_by_task(db, Responsibility, mine, Responsibility.position, Responsibility.id),
        indicators=_by_task(db, Indicator, mine, Indicator.position, Indicator.id),
        slots=_by_task(db, ReportSlot, mine, ReportSlot.due_on),
        headings={i: (label, text) for i, label, text in headings},
        reports={row[0]: row[1] for row in sent},
        readings=_last_readings(db, mine),
        names=dict(names.all()),
    )


def _by_task(db: Session, kind: type[OfTask], tasks: Select[int], *order: Any) -> Mapping[int, list[OfTask]]:
    found: dict[int, list[OfTask]] = defaultdict(list)
    for part in db.exec(select(kind).where(col(kind.task_id).in_(tasks)).order_by(*map(col, order))):
        found[part.task_id].append(part)
    return found


def _last_readings(db: Session, tasks: Select[int]) -> Mapping[int, Decimal | None]:
    """None: a newspaper's word alone, or a plan."""
    read = db.execute(
        columns(col(Reading.indicator_id), col(Reading.value), col(Reading.origin), col(Reading.kind))
        .join(Indicator, col(Indicator.id) == col(Reading.indicator_id))
        .where(col(Indicator.task_id).in_(tasks))
        .order_by(col(Reading.as_of), col(Reading.id))
    )
    found: dict[int, Decimal | None] = {}
    for indicator_id, value, origin, kind in read:
        is_theirs = origin is Origin.DEPARTMENT and kind is ReadingKind.READING
        found[indicator_id] = value if is_theirs else found.get(indicator_id)
    return found


def clause_of_task(standing: Standing, task: Task) -> Clause:
    return Clause(
        id=task.id,
        number=task.number or "",
        heading=standing.headings.get(task.measure_id or 0, ("", ""))[1],
        text=task.target,
        who=tuple((r.department_id, r.printed_role.value) for r in printed(standing.parties.get(task.id, ()))),
        leaders=task.leaders,
        when=When(
            task.deadline_words,
            task.deadline_kind,
            task.first_due_on,
            task.due_on,
            task.set_by_office,
            task.recurrence,
            task.recurrence_words,
        ),
        goals=tuple(
            Goal(i.comparator, exact(i.value), exact_or_none(i.value_max), i.unit, i.period)
            for i in standing.indicators.get(task.id, ())
            if i.value is not None  # one only followed stands in no document
        ),
    )


def printed(parties: Sequence[Responsibility]) -> list[Responsibility]:
    """As the document names them: no members of groups, nobody who handed the task over."""
    return [r for r in parties if r.group_id is None and r.status is not ResponsibilityStatus.HANDED_OVER]


def clause_of_draft(draft: DraftTask, known: Mapping[str, int]) -> Clause:
    """A name that means no department yet stands for itself."""
    who: dict[int | str, str] = {}
    for named in named_in(draft):
        who.setdefault(known.get(named.name) or named.name, named.printed_role.value)
    return Clause(
        id=draft.id,
        number=draft.number or "",
        heading=draft.heading or "",
        text=draft.text,
        who=tuple(who.items()),
        leaders="、".join(draft.leaders)[:200],
        when=When(
            draft.deadline_words,
            draft.deadline_kind,
            draft.due_on,
            draft.due_on,
            draft.set_by_office,
            draft.recurrence,
            draft.recurrence_words,
        ),
        goals=tuple(
            Goal(i.comparator, exact(i.value), exact_or_none(i.value_max), i.unit, i.period.value if i.period else "")
            for i in indicators_in(draft)
        ),
    )


def exact(value: Decimal) -> Decimal:
    """As the column keeps it."""
    return value.quantize(FOUR_PLACES)


def exact_or_none(value: Decimal | None) -> Decimal | None:
    return None if value is None else exact(value)
