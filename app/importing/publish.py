"""Drafts become a ledger: departments, tasks, who answers, figures, and the periods to report."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlmodel import Session, col, select

from app.audit.service import record
from app.audit.tags import Tag
from app.core.errors import Conflict, Invalid
from app.importing.gates import check, organisation_name, unknown_names
from app.importing.issuing import announce
from app.importing.models import BatchStatus, DraftTask, ImportBatch
from app.importing.names import carry_out, create_named, names_of, note_department
from app.importing.service import drafts_of
from app.importing.stored import indicators_in, named_in
from app.ledgers.models import Ledger
from app.ledgers.service import add_measures, create_ledger
from app.people.models import Department, GroupMember
from app.people.names import known_names
from app.people.service import create_organisation
from app.progress.asking import await_receipts
from app.progress.issue import asked_until, open_slots
from app.tasks.issue import Printed, Share, shares, who_reports
from app.tasks.kinds import TaskStatus
from app.tasks.models import Indicator, Responsibility, Task


def publish(
    db: Session,
    batch: ImportBatch,
    *,
    by: str,
    actor_id: int | None,
    now: datetime,
    today: date,
    create_unknown: bool,
    hand_out: bool = True,
    needs_receipt: bool = False,
) -> Ledger:
    """Raises Conflict when it is no draft any more, Invalid with every reason while something must be settled."""
    drafts = drafts_of(db, batch.id)
    require_publishable(db, batch, drafts, today, create_unknown=create_unknown)
    organisation = the_organisation(db, batch, by=by, actor_id=actor_id)
    used = {d["name"] for draft in drafts for d in draft.departments}
    meant = carry_out(db, organisation, batch, used, by=by, actor_id=actor_id)
    if create_unknown:
        create_missing(db, organisation, drafts, by=by, actor_id=actor_id)
    ledger = create_ledger(
        db,
        organisation_id=organisation.id,
        source_id=batch.source_id,
        title=batch.title,
        doc_number=batch.doc_number,
        issuer=batch.issuer,
        issued_on=batch.issued_on,
        by=by,
        now=now,
    )
    ledger.needs_receipt = needs_receipt
    issue_tasks(db, ledger, drafts, today, meant, hand_out=hand_out)
    if hand_out:
        await_receipts(db, ledger, today)
        announce(db, ledger, now)
    batch.status, batch.ledger_id, batch.organisation_id = BatchStatus.PUBLISHED, ledger.id, organisation.id
    batch.version += 1
    record(
        db, Tag.PUBLISH, actor_id=actor_id, actor_name=by, subject_kind="ledger", subject_id=ledger.id,
        title=ledger.title, count=len(drafts), how="issue" if hand_out else "publish",
    )  # fmt: skip
    db.flush()
    return ledger


def require_publishable(
    db: Session, batch: ImportBatch, drafts: Sequence[DraftTask], today: date, *, create_unknown: bool
) -> None:
    if batch.status is not BatchStatus.DRAFT:
        raise Conflict("这次导入已经发布或撤销，不能再发布。请到台账列表查看。")
    if batch.edition_of is not None:
        raise Conflict("这份文件已定为一本台账的新版，没有另外发布。请在版本对比页采用变化，或改为作为新台账发布。")
    gates = check(batch, drafts, names_of(db, batch), today, create_unknown=create_unknown)
    if gates.must:
        raise Invalid(f"还有{len(gates.must)}处必须处理，没有发布：{gates.reasons()}。请处理后再发布。")


def the_organisation(db: Session, batch: ImportBatch, *, by: str, actor_id: int | None) -> Department:
    """The chosen one, or a new one under the printed issuer's name."""
    if batch.organisation_id is not None:
        return db.get_one(Department, batch.organisation_id)
    organisation = create_organisation(db, organisation_name(batch))
    note_department(db, organisation, by=by, actor_id=actor_id)
    return organisation


def create_missing(
    db: Session, organisation: Department, drafts: Sequence[DraftTask], *, by: str, actor_id: int | None
) -> None:
    for name in unknown_names(drafts, known_names(db, organisation.id)):
        create_named(db, organisation, name, by=by, actor_id=actor_id)


def issue_tasks(
    db: Session, ledger: Ledger, drafts: Sequence[DraftTask], today: date, meant: Mapping[str, int], *, hand_out: bool
) -> None:
    """All rows of a kind at once: three round trips, however many tasks. `meant`: what the decided names mean.

    Not handed out, they are drafts (草稿): nobody owes anything on them until the office does so.
    """
    measures = add_measures(db, ledger, [(d.heading_label, d.heading) for d in drafts if d.heading])
    known = {**meant, **known_names(db, ledger.organisation_id)}
    members = members_of(db, set(known.values()))
    tasks = [
        task_of(d, n, ledger, measures.get((d.heading_label, d.heading or "")), today)
        for n, d in enumerate(drafts, start=1)
    ]
    for task in tasks:
        task.status = TaskStatus.ISSUED if hand_out else TaskStatus.DRAFT
    db.add_all(tasks)
    db.flush()  # responsibilities and indicators need the tasks' ids
    asked: list[tuple[Task, Responsibility]] = []
    for draft, task in zip(drafts, tasks, strict=True):
        found = shares([Printed(known[n.name], n.name, n.printed_role) for n in named_in(draft)], members)
        rows = {share: responsibility_of(share, task, n) for n, share in enumerate(found, start=1)}
        db.add_all(rows.values())
        db.add_all(indicators_of(draft, task))
        asked += [(task, rows[share]) for share in who_reports(found)]
    db.flush()  # slots need the responsibilities' ids
    for task, responsibility in asked if hand_out else ():
        open_slots(db, task, responsibility, asked_until(task, today), is_new=True)


def members_of(db: Session, departments: set[int]) -> Mapping[int, Sequence[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    rows = db.exec(
        select(GroupMember.group_id, GroupMember.member_id)
        .where(col(GroupMember.group_id).in_(departments))
        .order_by(col(GroupMember.position), col(GroupMember.member_id))
    )
    for group, member in rows:
        found[group].append(member)
    return found


def task_of(draft: DraftTask, position: int, ledger: Ledger, measure_id: int | None, today: date) -> Task:
    """A due day already past is kept: it is what the document says, and red from the first day."""
    return Task(
        ledger_id=ledger.id,
        measure_id=measure_id,
        position=position,
        number=draft.number,
        target=draft.text,
        source_start=draft.start,
        source_end=draft.end,
        leaders="、".join(draft.leaders)[:200],
        deadline_kind=draft.deadline_kind,
        deadline_words=draft.deadline_words,
        deadline_rule=draft.deadline_rule,
        set_by_office=draft.set_by_office,
        start_on=draft.start_on or ledger.issued_on or today,
        first_due_on=draft.due_on,
        due_on=draft.due_on,
        recurrence=draft.recurrence,
        recurrence_words=draft.recurrence_words,
        report_cycle=draft.report_cycle,
    )


def responsibility_of(share: Share, task: Task, position: int) -> Responsibility:
    return Responsibility(
        task_id=task.id,
        department_id=share.department_id,
        group_id=share.group_id,
        position=position,
        printed_name=share.printed_name,
        printed_role=share.printed_role,
        part=share.part,
        presumed=share.presumed,
    )


def indicators_of(draft: DraftTask, task: Task) -> list[Indicator]:
    return [
        Indicator(
            task_id=task.id,
            position=n,
            words=found.words,
            comparator=found.comparator,
            value=found.value,
            value_max=found.value_max,
            unit=found.unit,
            period=found.period.value if found.period else "",
            start=found.start or 0,
            end=found.end or 0,
        )
        for n, found in enumerate(indicators_in(draft), start=1)
    ]
