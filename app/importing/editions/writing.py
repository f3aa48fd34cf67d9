"""What one adoption works with, and how each change of a task is written down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from sqlmodel import Session

from app.audit.service import record
from app.audit.tags import Tag
from app.importing.editions.past import who_words
from app.importing.editions.periods import settle_periods
from app.importing.editions.stored import Standing
from app.importing.models import DraftTask, ImportBatch
from app.importing.names import carry_out
from app.importing.publish import members_of
from app.ledgers.models import Ledger, LedgerEdition
from app.ledgers.service import more_measures
from app.people.models import Department
from app.people.names import known_names
from app.people.scope import Viewer
from app.tasks.kinds import ReportCycle
from app.tasks.models import Task, TaskChange

HEAD_FIELDS: Final = ("title", "doc_number", "issuer", "issued_on", "source_id")


@dataclass
class Desk:
    """Everything one adoption works with."""

    db: Session
    viewer: Viewer
    ledger: Ledger
    standing: Standing
    drafts: Mapping[int, DraftTask]
    edition: LedgerEdition
    measures: Mapping[tuple[str, str], int]
    known: Mapping[str, int]
    members: Mapping[int, Sequence[int]]
    cycle: ReportCycle
    today: date
    reason: str
    tasks: Mapping[int, Task] = field(init=False)
    notes: dict[int, TaskChange] = field(default_factory=dict)  # by task: one for each edition, so that undo finds one

    def __post_init__(self) -> None:
        self.tasks = {t.id: t for t in self.standing.tasks}


def open_desk(
    db: Session, viewer: Viewer, batch: ImportBatch, ledger: Ledger, standing: Standing,
    drafts: Sequence[DraftTask], now: datetime, today: date,
) -> Desk:  # fmt: skip
    organisation = db.get_one(Department, ledger.organisation_id)
    used = {d["name"] for draft in drafts for d in draft.departments}
    meant = carry_out(db, organisation, batch, used, by=viewer.name, actor_id=viewer.id)
    known = {**meant, **known_names(db, organisation.id)}
    edition = LedgerEdition(
        ledger_id=ledger.id,
        source_id=batch.source_id,
        title=batch.title,
        doc_number=batch.doc_number,
        issued_on=batch.issued_on,
        adopted_at=now,
        adopted_by=viewer.name,
        before=ledger_before(ledger, standing),
    )
    db.add(edition)
    db.flush()  # the changes point to it
    return Desk(
        db=db,
        viewer=viewer,
        ledger=ledger,
        standing=standing,
        drafts={d.id: d for d in drafts},
        edition=edition,
        measures=more_measures(db, ledger, [(d.heading_label, d.heading) for d in drafts if d.heading]),
        known=known,
        members=members_of(db, set(known.values())),
        cycle=usual_cycle(standing.tasks),
        today=today,
        reason=f"新版{f'（{batch.doc_number}）' if batch.doc_number else f'《{batch.title}》'}",
    )


def ledger_before(ledger: Ledger, standing: Standing) -> dict[str, Any]:
    head = {name: getattr(ledger, name) for name in HEAD_FIELDS}
    head["issued_on"] = ledger.issued_on.isoformat() if ledger.issued_on else None
    return {"head": head, "places": {str(t.id): [t.position, t.source_start, t.source_end] for t in standing.tasks}}


def usual_cycle(tasks: Sequence[Task]) -> ReportCycle:
    """How often most tasks of the ledger are reported on: a new one joins them."""
    cycles = [t.report_cycle for t in tasks]
    return max(dict.fromkeys(cycles), key=cycles.count, default=ReportCycle.NONE)


def owe(desk: Desk, task: Task) -> None:
    parties, slots = desk.standing.parties.get(task.id, ()), desk.standing.slots.get(task.id, ())
    settle_periods(desk.db, task, parties, slots, desk.today, desk.reason)


def note(desk: Desk, task: Task, what: str, reason: str, before: dict[str, Any], extra: dict[str, Any]) -> None:
    """The old words stay with the change; the log tells it in one line. Called again, it adds to what it said."""
    there = desk.notes.get(task.id)
    if before and there is None:
        task.version += 1
    after = {
        "version": task.version, "target": task.target, "due_on": str(task.due_on or ""), "status": task.status,
        "who": who_words(desk.standing, task), **extra,
    }  # fmt: skip
    if there is not None:
        kinds = dict.fromkeys([*there.what.split("、"), *what.split("、")])
        there.what, there.reason = "、".join(kinds)[:60], f"{there.reason}；{reason}"[:1000]
        there.after = there.after | after
    else:
        there = desk.notes[task.id] = TaskChange(
            task_id=task.id,
            edition_id=desk.edition.id,
            what=what,
            reason=reason[:1000],
            before=before,
            after=after,
            changed_by=desk.viewer.name,
            changed_at=desk.edition.adopted_at,
        )
        desk.db.add(there)
    record(
        desk.db, Tag.TASK_CHANGE, actor_id=desk.viewer.id, actor_name=desk.viewer.name, subject_kind="task",
        subject_id=task.id, number=number_of(task), what=what, reason=reason,
    )  # fmt: skip


def number_of(task: Task) -> str:
    return task.number or str(task.position)
