"""采用新版: what was taken over is written into the issued tasks with its history, all at once or not at all."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from app.audit.service import record
from app.audit.tags import Tag
from app.importing.editions.choices import END, HEAD, WITHDRAW, Choices, key_of, task_put_into
from app.importing.editions.compare import PARTIES, PLACE, WORDS, Matched
from app.importing.editions.joining import join, join_task
from app.importing.editions.notices import MERGED, tell
from app.importing.editions.order import FAR, put_in_order
from app.importing.editions.past import snapshot
from app.importing.editions.periods import settle_periods
from app.importing.editions.stored import Standing
from app.importing.editions.taking import take_parties, take_words
from app.importing.editions.writing import Desk, note, number_of, open_desk, owe
from app.importing.models import BatchStatus, DraftTask, ImportBatch
from app.importing.publish import indicators_of, responsibility_of, task_of
from app.importing.stored import named_in
from app.ledgers.models import Ledger, LedgerEdition
from app.people.scope import Viewer
from app.progress.asking import await_receipts
from app.tasks.issue import Printed, shares
from app.tasks.kinds import ReportCycle, TaskStatus
from app.tasks.models import Task


def adopt(
    db: Session, viewer: Viewer, batch: ImportBatch, ledger: Ledger, standing: Standing,
    drafts: Sequence[DraftTask], rows: Sequence[Matched], choices: Choices, now: datetime, today: date,
) -> LedgerEdition:  # fmt: skip
    """The caller has locked batch, ledger and tasks, and compared what the clerk saw with what is there."""
    desk = open_desk(db, viewer, batch, ledger, standing, drafts, now, today)
    brought: dict[int, Task] = {}  # by draft
    for row in rows:
        if row.old is None and row.new is not None and key_of(row) in choices.taken and row.new.id not in choices.put:
            brought[row.new.id] = bring(desk, desk.drafts[row.new.id], len(brought))
        elif row.old is not None and row.new is not None:
            take_over(desk, row, choices)
        elif row.old is not None and row.old.id in choices.gone:
            let_go(desk, desk.tasks[row.old.id], *choices.gone[row.old.id])
    for row in rows:  # only now do all numbers and words stand as they will
        if row.old is None and row.new is not None and row.new.id in choices.put:
            put_into(desk, desk.tasks[choices.put[row.new.id]], desk.drafts[row.new.id])
        elif row.new is None and row.old is not None and row.old.id in choices.gone:
            merge_into(desk, desk.tasks[row.old.id], *choices.gone[row.old.id])
    place(desk, rows, brought)
    await_receipts(db, ledger, today)
    tell(db, ledger, desk.edition, desk.notes, [*desk.tasks.values(), *brought.values()], standing.parties)
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


def bring(desk: Desk, draft: DraftTask, nth: int) -> Task:
    """A clause that was not there: issued today or with its neighbours, and reported on like them."""
    measure = desk.measures.get((draft.heading_label, draft.heading or ""))
    task = task_of(draft, 2 * FAR + nth, desk.ledger, measure, desk.today)
    task.start_on = draft.start_on or desk.today
    if any(t.status is TaskStatus.DRAFT for t in desk.standing.tasks):
        task.status = TaskStatus.DRAFT  # handed out together with the others
    if task.report_cycle is ReportCycle.NONE:
        task.report_cycle = desk.cycle
    desk.db.add(task)
    desk.db.flush()  # who answers and the figures need its id
    printed = [Printed(desk.known[n.name], n.name, n.printed_role) for n in named_in(draft)]
    parties = [responsibility_of(share, task, n) for n, share in enumerate(shares(printed, desk.members), start=1)]
    desk.db.add_all([*parties, *indicators_of(draft, task)])
    desk.standing.parties[task.id].extend(parties)
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


def merge_into(desk: Desk, task: Task, fate: str, why: str) -> None:
    """并入: the task ends, and says where it is worked on from now on; the other takes in what it had, and says so."""
    other = desk.tasks.get(task_put_into(fate))
    if other is None:
        return
    was, before = snapshot(desk.standing, task), snapshot(desk.standing, other)
    task.status, task.end_word = TaskStatus.ENDED, f"并入第{number_of(other)}项"
    owe(desk, task)
    note(desk, task, MERGED, f"{desk.reason}：{task.end_word}，{why}", was, {})
    note_joined(desk, other, f"第{number_of(task)}项", before, *join_task(desk, other, task))


def put_into(desk: Desk, task: Task, draft: DraftTask) -> None:
    """A clause that is new there and no task of its own here: its words, figures and departments join a task."""
    before = snapshot(desk.standing, task)
    note_joined(desk, task, f"新版第{draft.number or draft.position}项", before, *join(desk, task, draft))


def note_joined(
    desk: Desk, task: Task, which: str, before: dict[str, Any], tags: Sequence[str], said: Sequence[str]
) -> None:
    """`tags`, `said`: what came along, and what was kept where both said something."""
    desk.db.flush()  # who answers now has ids
    owe(desk, task)
    note(desk, task, "、".join([MERGED, *tags]), "，".join([f"{desk.reason}：{which}并入本项", *said]), before, {})


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
