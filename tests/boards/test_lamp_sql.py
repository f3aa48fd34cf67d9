"""The lamp in SQL says what the lamp in Python says, for any task on any day, on both databases."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, true
from sqlmodel import Session, col

from app.boards.lamp_sql import facts, lamp_of
from app.progress.lines import task_lines
from app.progress.models import Closure, Decision, ReportStatus, Review, SlotStatus
from app.tasks.kinds import TaskStatus
from app.tasks.models import Extension, Task
from app.workdays.calendar import installed
from tests.factories import a_cast, a_ledger, a_report, a_slot, a_task, a_user, department

FIRST = date(2021, 6, 4)
days = st.integers(0, 240).map(lambda n: FIRST + timedelta(days=n))
moments = st.integers(0, 240 * 24).map(lambda n: datetime(2021, 6, 4, tzinfo=UTC) + timedelta(hours=n))
SENT = (ReportStatus.SUBMITTED, ReportStatus.ACCEPTED, ReportStatus.RETURNED, ReportStatus.DRAFT)
reports = st.tuples(st.integers(0, 100), st.sampled_from(SENT), moments, moments)
slots = st.tuples(days, st.sampled_from(SlotStatus), st.none() | moments)
tasks = st.fixed_dictionaries(
    {
        "status": st.sampled_from(TaskStatus),
        "start_on": st.none() | days,
        "handed_out_on": st.none() | days,
        "due_on": st.none() | days,
        "closed_on": st.none() | days,
        "extended": st.none() | st.tuples(days, moments),
        "by_support": st.booleans(),
        "reports": st.lists(reports, max_size=3),
        "slots": st.lists(slots, max_size=3),
    }
)


def store(db: Session, told: dict, ledger, home, closer) -> Task:
    lead, support = department(db, home, "组织部"), department(db, home, "财务部")
    kept = {name: told[name] for name in ("status", "start_on", "due_on", "handed_out_on")}
    task = a_task(db, ledger, lead=lead, supports=(support,), **kept)
    for percent, status, at, reviewed in told["reports"]:
        who = support if told["by_support"] else lead
        report = a_report(db, task, who, percent=percent, status=status, submitted_at=at)
        if status is ReportStatus.RETURNED:
            db.add(Review(report_id=report.id, reviewer_id=closer.id, decision=Decision.RETURNED, at=max(at, reviewed)))
    for n, (due_on, status, sent) in enumerate(told["slots"]):
        a_slot(db, task, lead, period=f"{n}", due_on=due_on, status=status, first_submitted_at=sent)
    if told["status"] is TaskStatus.CLOSED and told["closed_on"]:
        db.add(Closure(task_id=task.id, closed_on=told["closed_on"], closed_by_id=closer.id))
    if told["extended"] and told["due_on"]:
        old, at = told["extended"]
        db.add(
            Extension(
                task_id=task.id, old_due_on=old, new_due_on=told["due_on"], reason="会期调整", asked_by="王明",
                decided_by="周领导", decided_at=at,
            )
        )  # fmt: skip
    db.flush()
    return task


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=st.lists(tasks, min_size=4, max_size=8), day=days)
def test_both_lamps_agree(db, told, day):
    home = a_cast(db)
    ledger = a_ledger(db, home)
    closer = a_user(db, "closer", "office", department(db, home, "办公室"))
    for one in told:
        store(db, one, ledger, home, closer)
    wanted = select(col(Task.id)).where(col(Task.ledger_id) == ledger.id)

    in_python = {line.id: line.lamp.lamp for line in task_lines(db, wanted, day, installed().is_working_day)}
    rows = facts(day, col(Task.ledger_id) == ledger.id, true())
    in_sql = dict(db.execute(select(rows.c.id, lamp_of(rows.c, day))).all())

    assert in_sql == in_python
    db.rollback()
