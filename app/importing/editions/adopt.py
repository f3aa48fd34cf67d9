"""采用新版: what was taken over is written into the issued tasks with its history, all at once or not at all."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Final

from sqlmodel import Session

from app.audit.service import record
from app.audit.tags import Tag
from app.importing.editions.choices import END, HEAD, WITHDRAW, Choices, key_of
from app.importing.editions.compare import DATE, GOAL, PARTIES, PLACE, WORDS, Matched
from app.importing.editions.order import FAR, put_in_order
from app.importing.editions.past import snapshot, who_words
from app.importing.editions.periods import settle_periods
from app.importing.editions.stored import Standing
from app.importing.editions.stored import printed as printed_parties
from app.importing.models import BatchStatus, DraftTask, ImportBatch
from app.importing.names import carry_out
from app.importing.publish import indicators_of, members_of, responsibility_of, task_of
from app.importing.similar import plain
from app.importing.stored import named_in
from app.ledgers.models import Ledger, LedgerEdition
from app.ledgers.service import more_measures
from app.people.models import Department
from app.people.names import known_names
from app.people.scope import Viewer
from app.tasks.issue import Printed, Share, shares
from app.tasks.kinds import Part, PrintedRole, ReportCycle, ResponsibilityStatus, TaskStatus
from app.tasks.models import Extension, Indicator, Responsibility, Task, TaskChange

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

    def __post_init__(self) -> None:
        self.tasks = {t.id: t for t in self.standing.tasks}


def adopt(
    db: Session, viewer: Viewer, batch: ImportBatch, ledger: Ledger, standing: Standing,
    drafts: Sequence[DraftTask], rows: Sequence[Matched], choices: Choices, now: datetime, today: date,
) -> LedgerEdition:  # fmt: skip
    """The caller has locked batch, ledger and tasks, and compared what the clerk saw with what is there."""
    desk = open_desk(db, viewer, batch, ledger, standing, drafts, now, today)
    brought: dict[int, Task] = {}  # by draft
    for row in rows:
        if row.old is None and row.new is not None and key_of(row) in choices.taken:
            brought[row.new.id] = bring(desk, desk.drafts[row.new.id], len(brought))
        elif row.old is not None and row.new is not None:
            take_over(desk, row, choices)
        elif row.old is not None and row.old.id in choices.gone:
            let_go(desk, desk.tasks[row.old.id], *choices.gone[row.old.id])
    place(desk, rows, brought)
    if HEAD in choices.taken:
        ledger.title, ledger.doc_number = batch.title, batch.doc_number
        ledger.issuer, ledger.issued_on = batch.issuer, batch.issued_on
    ledger.source_id = batch.source_id
    ledger.version += 1
    batch.status, batch.ledger_id, batch.edition_id = BatchStatus.PUBLISHED, ledger.id, desk.edition.id
    batch.version += 1
    record(
        db, Tag.EDITION, actor_id=viewer.id, actor_name=viewer.name, subject_kind="ledger", subject_id=ledger.id,
        title=batch.title, number=batch.doc_number or "",
    )  # fmt: skip
    db.flush()
    return desk.edition


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


def take_over(desk: Desk, row: Matched, choices: Choices) -> None:
    """The parts of one difference that were ticked. A task without any keeps its version."""
    if row.old is None or row.new is None:
        return
    parts = [p for p in row.parts if key_of(row, p.code) in choices.taken]
    task, draft = desk.tasks[row.old.id], desk.drafts[row.new.id]
    if not parts:
        return
    before = snapshot(desk.standing, task)
    extra: dict[str, Any] = {}
    for part in parts:
        if part.code == WORDS:
            extra |= take_words(desk, task, draft, part.tags)
        elif part.code == PARTIES:
            take_parties(desk, task, draft)
        elif part.code == PLACE:
            task.number = draft.number
            task.measure_id = desk.measures.get((draft.heading_label, draft.heading or ""))
    desk.db.flush()  # who answers now has ids
    if {p.code for p in parts} & {WORDS, PARTIES}:
        owe(desk, task)
    note(desk, task, "、".join(tag for p in parts for tag in p.tags), desk.reason, before, extra)


def take_words(desk: Desk, task: Task, draft: DraftTask, tags: Sequence[str]) -> dict[str, Any]:
    """The words with the day and the figures read in them. 原定 stays; a later day is an extension like any other."""
    extra: dict[str, Any] = {}
    if DATE in tags:
        if task.due_on and draft.due_on and draft.due_on > task.due_on:
            extension = Extension(
                task_id=task.id, old_due_on=task.due_on, new_due_on=draft.due_on, reason=desk.reason,
                asked_by=desk.viewer.name, decided_by=desk.viewer.name, decided_at=desk.edition.adopted_at,
            )  # fmt: skip
            desk.db.add(extension)
            desk.db.flush()  # undo names it
            extra["extension"] = extension.id
        task.due_on = draft.due_on
        task.first_due_on = task.first_due_on or draft.due_on
        task.deadline_kind, task.set_by_office = draft.deadline_kind, draft.set_by_office
        task.deadline_words, task.deadline_rule = draft.deadline_words, draft.deadline_rule
        task.recurrence, task.recurrence_words = draft.recurrence, draft.recurrence_words
    if plain(task.target) != plain(draft.text):
        task.target = draft.text
        take_figures(desk, task, draft)
    elif GOAL in tags:
        take_figures(desk, task, draft)
    return extra


def take_figures(desk: Desk, task: Task, draft: DraftTask) -> None:
    """In place, so that what was read of a figure stays with it; one with readings is never removed."""
    free = list(desk.standing.indicators.get(task.id, ()))
    for found in indicators_of(draft, task):
        same = next((i for i in free if (i.unit, i.period) == (found.unit, found.period)), None)
        same = same or next((i for i in free if i.unit == found.unit), None)
        if same is None:
            desk.db.add(found)
            continue
        free.remove(same)
        for name in Indicator.model_fields.keys() - {"id", "task_id"}:
            setattr(same, name, getattr(found, name))
    for left in free:
        if left.id not in desk.standing.readings:
            desk.db.delete(left)


def take_parties(desk: Desk, task: Task, draft: DraftTask) -> None:
    """Whoever is named no more hands the task over: the row stays, with what was reported under it."""
    task.leaders = "、".join(draft.leaders)[:200]
    there = {p.department_id: p for p in desk.standing.parties.get(task.id, ())}
    printed = [Printed(desk.known[n.name], n.name, n.printed_role) for n in named_in(draft)]
    found = keep_confirmed(shares(printed, desk.members), confirmed(there.values()))
    for n, share in enumerate(found, start=1):
        row = there.pop(share.department_id, None)
        new = responsibility_of(share, task, n)
        if row is None:
            desk.db.add(new)
            desk.standing.parties[task.id].append(new)
            continue
        row.position, row.group_id, row.printed_name = n, share.group_id, share.printed_name
        row.printed_role, row.part, row.presumed = share.printed_role, share.part, share.presumed
        if row.status is ResponsibilityStatus.HANDED_OVER:
            row.status = ResponsibilityStatus.IN_HAND
    for n, gone in enumerate(there.values(), start=len(found) + 1):
        gone.position, gone.part, gone.presumed = n, Part.SUPPORT, False
        gone.status = ResponsibilityStatus.HANDED_OVER


def confirmed(parties: Collection[Responsibility]) -> list[int]:
    """The lead that the office chose among several, where the document names none."""
    named = printed_parties(list(parties))
    if len(named) < 2 or any(p.printed_role is PrintedRole.LEAD for p in named):
        return []
    return [p.department_id for p in parties if p.part is Part.LEAD and not p.presumed]


def keep_confirmed(found: list[Share], leads: Sequence[int]) -> list[Share]:
    """The lead that the office has confirmed stays, as long as the document names him and nobody else as lead."""
    kept = {s.department_id for s in found} & set(leads)
    if not kept or any(s.printed_role is PrintedRole.LEAD for s in found):
        return found
    return [replace(s, part=Part.LEAD if s.department_id in kept else Part.SUPPORT, presumed=False) for s in found]


def bring(desk: Desk, draft: DraftTask, nth: int) -> Task:
    """A clause that was not there: issued today, reported on like its neighbours."""
    measure = desk.measures.get((draft.heading_label, draft.heading or ""))
    task = task_of(draft, 2 * FAR + nth, desk.ledger, measure, desk.today)
    task.start_on = draft.start_on or desk.today
    if task.report_cycle is ReportCycle.NONE:
        task.report_cycle = desk.cycle
    desk.db.add(task)
    desk.db.flush()  # who answers and the figures need its id
    printed = [Printed(desk.known[n.name], n.name, n.printed_role) for n in named_in(draft)]
    parties = [responsibility_of(share, task, n) for n, share in enumerate(shares(printed, desk.members), start=1)]
    desk.db.add_all([*parties, *indicators_of(draft, task)])
    desk.db.flush()  # periods need who owes them
    settle_periods(desk.db, task, parties, (), desk.today, desk.reason)
    note(desk, task, "新增", desk.reason, {}, {})
    return task


def let_go(desk: Desk, task: Task, fate: str, why: str) -> None:
    """终止 or 撤销 with a reason, or kept as it is, outside the newer document."""
    if fate not in (END, WITHDRAW):
        return
    before = snapshot(desk.standing, task)
    task.status = TaskStatus.WITHDRAWN if fate == WITHDRAW else TaskStatus.ENDED
    owe(desk, task)
    note(desk, task, "撤销" if fate == WITHDRAW else "终止", f"{desk.reason}：{why}", before, {})


def owe(desk: Desk, task: Task) -> None:
    parties, slots = desk.standing.parties.get(task.id, ()), desk.standing.slots.get(task.id, ())
    settle_periods(desk.db, task, parties, slots, desk.today, desk.reason)


def note(desk: Desk, task: Task, what: str, reason: str, before: dict[str, Any], extra: dict[str, Any]) -> None:
    """The old words stay with the change; the log tells it in one line."""
    if before:
        task.version += 1
    after = {
        "version": task.version, "target": task.target, "due_on": str(task.due_on or ""), "status": task.status,
        "who": who_words(desk.standing, task), **extra,
    }  # fmt: skip
    desk.db.add(
        TaskChange(
            task_id=task.id,
            edition_id=desk.edition.id,
            what=what,
            reason=reason,
            before=before,
            after=after,
            changed_by=desk.viewer.name,
            changed_at=desk.edition.adopted_at,
        )
    )
    record(
        desk.db, Tag.TASK_CHANGE, actor_id=desk.viewer.id, actor_name=desk.viewer.name, subject_kind="task",
        subject_id=task.id, number=task.number or str(task.position), what=what, reason=reason,
    )  # fmt: skip


def place(desk: Desk, rows: Sequence[Matched], brought: Mapping[int, Task]) -> None:
    """The order of the newer document; what it no longer has stays behind the task it stood behind."""
    order: list[Task] = []
    for row in rows:
        if row.new is None:
            continue
        task = desk.tasks[row.old.id] if row.old else brought.get(row.new.id)
        if task is not None:
            order.append(task)
            draft = desk.drafts[row.new.id]
            task.source_start, task.source_end = draft.start, draft.end
    standing = set(map(id, order))
    before: Task | None = None
    for task in desk.standing.tasks:
        if id(task) not in standing:
            order.insert(order.index(before) + 1 if before in order else 0, task)
            task.source_start = task.source_end = 0  # it stands nowhere in the newer document
        before = task
    put_in_order(desk.db, desk.ledger.id, order)
