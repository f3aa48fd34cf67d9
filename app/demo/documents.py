"""The documents come in through the real importer; then the office sets days and cycles and issues them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete
from sqlmodel import Session, col, select

from app.demo.cast import Cast
from app.demo.diary import Diary, moment
from app.demo.told import SEEDS, Told
from app.importing.models import DraftTask, ImportBatch
from app.importing.publish import publish
from app.importing.service import drafts_of, store_import
from app.ledgers.models import Ledger
from app.people.models import User
from app.progress.models import ReportSlot
from app.tasks.kinds import DeadlineKind, Part, ReportCycle
from app.tasks.models import Indicator, Responsibility, Task

OFFICE = "chenjing"


@dataclass(frozen=True)
class ToldTask:
    """A stored task beside what the story tells of it."""

    told: Told
    task: Task
    lead: Responsibility
    slots: dict[str, ReportSlot]  # by the period's key
    indicators: list[Indicator]


def issue_ledger(db: Session, cast: Cast, told: Told, is_shifted: bool, diary: Diary) -> list[ToldTask]:
    """The ledger as it stood on the day it was issued."""
    office = cast.users[OFFICE]
    organisation = cast.organisations[told["organisation"]]
    # Dalian's document is older than its tasks' present year.
    issued = max(told["issued_day"], min(task.get("start_on", told["issued_day"]) for task in told["task"]))
    diary.turn_to(moment(issued, 8))
    path = SEEDS / told["source"]
    batch, _ = store_import(
        db, path.read_bytes(), path.name, by_name=office.name, actor_id=office.id, now=moment(issued, 8),
        organisation_id=organisation.id,
    )  # fmt: skip
    set_days(db, batch, told, is_shifted)
    diary.turn_to(moment(issued, 9))
    ledger = issue(db, batch, office, issued)
    responsibilities = confirm_leads(db, ledger, cast, told)
    return open_periods(db, ledger, told, responsibilities)


def issue(db: Session, batch: ImportBatch, office: User, issued: date) -> Ledger:
    return publish(
        db, batch, by=office.name, actor_id=office.id, now=moment(issued, 9), today=issued, create_unknown=False
    )


def set_days(db: Session, batch: ImportBatch, told: Told, is_shifted: bool) -> None:
    for draft, task in zip(drafts_of(db, batch.id), told["task"], strict=True):
        if draft.number != task["number"]:
            raise ValueError(f"demo.toml tells of task {task['number']} where the document has {draft.number}")
        draft.start_on = task.get("start_on", told["issued_day"])
        draft.report_cycle = ReportCycle(task["cycle"])
        granted = [e for e in task.get("extensions", []) if e["result"] == "granted"]
        draft.due_on = granted[0]["old_due"] if granted else task["due_on"]
        # Moved to another year, a printed day is no longer what the document says.
        if task["due_from"] == "office" or is_shifted:
            by_office(draft)
    db.flush()


def by_office(draft: DraftTask) -> None:
    """办公室设定: no quotation stands behind the day."""
    draft.set_by_office = True
    draft.deadline_kind, draft.deadline_words, draft.deadline_rule = DeadlineKind.DAY, "", ""


def confirm_leads(db: Session, ledger: Ledger, cast: Cast, told: Told) -> dict[int, Responsibility]:
    """Task id → who leads it. The office confirmed most leads on the day of issue; one act, not a line each."""
    leads = db.exec(
        select(Responsibility)
        .join(Task, col(Task.id) == col(Responsibility.task_id))
        .where(Task.ledger_id == ledger.id, Responsibility.part == Part.LEAD)
    ).all()
    found: dict[int, Responsibility] = {}
    for task, one in zip(tasks_of(db, ledger), told["task"], strict=True):
        department = cast.departments[told["organisation"], one["lead"]]
        for lead in leads:
            if lead.task_id == task.id:
                lead.presumed = one["presumed"]
                if lead.department_id == department.id:
                    found[task.id] = lead
    return found


def open_periods(db: Session, ledger: Ledger, told: Told, leads: dict[int, Responsibility]) -> list[ToldTask]:
    """The story's own periods replace those of the calendar: their days move with the story."""
    tasks = tasks_of(db, ledger)
    ids = [task.id for task in tasks]
    db.execute(delete(ReportSlot).where(col(ReportSlot.task_id).in_(ids)))
    db.expire_all()
    indicators = db.exec(
        select(Indicator).where(col(Indicator.task_id).in_(ids)).order_by(col(Indicator.position))
    ).all()
    found = []
    for task, one in zip(tasks, told["task"], strict=True):
        slots = {p["key"]: slot_of(p, leads[task.id]) for p in told["period"] if p["cycle"] == one["cycle"]}
        db.add_all(slots.values())
        found.append(ToldTask(one, task, leads[task.id], slots, [i for i in indicators if i.task_id == task.id]))
    db.flush()  # reports need the slots' ids
    return found


def slot_of(period: Told, lead: Responsibility) -> ReportSlot:
    return ReportSlot(
        task_id=lead.task_id,
        responsibility_id=lead.id,
        period=period["key"],
        period_word=period["word"],
        opens_on=period["opens"],
        due_on=period["due"],
    )


def tasks_of(db: Session, ledger: Ledger) -> list[Task]:
    return list(db.exec(select(Task).where(Task.ledger_id == ledger.id).order_by(col(Task.position))).all())
