"""The daily round on a database: once, again, twice at the same time, and after a pause."""

import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session, func, select

from app.core.db import make_engine
from app.core.render import ROOT
from app.delivery.models import Notice
from app.people.kinds import Role
from app.people.models import Department
from app.progress.models import ReportSlot, SlotStatus
from app.reminders.models import Heartbeat
from app.reminders.service import run_daily
from app.tasks.kinds import ReportCycle, TaskStatus
from app.tasks.models import Task
from app.workdays.calendar import installed
from tests.factories import a_cast, a_ledger, a_slot, a_task, a_user, department

DAY = date(2021, 10, 14)
IS_WORKING_DAY = installed().is_working_day
ONE_ROUND = """
from app.core.clock import believe
from app.core.config import read_settings
from app.core.db import make_engine
from app.worker import run_once

settings = read_settings()
believe(settings.today)
print(run_once(make_engine(settings.engine_url)))
"""


@pytest.fixture
def task(db: Session) -> Task:
    """Led by 组织部 (zuzhi, lianluo), due in six days."""
    home = a_cast(db)
    lead, support = department(db, home, "组织部"), department(db, home, "财务部")
    task = a_task(db, a_ledger(db, home), lead=lead, supports=(support,), due_on=date(2021, 10, 20))
    db.commit()
    return task


def run(db: Session, day: date = DAY) -> int:
    written = run_daily(db, day, datetime(day.year, day.month, day.day, 0, 30, tzinfo=UTC), IS_WORKING_DAY)
    db.commit()
    return written


def lead_of(db: Session) -> Department:
    return db.exec(select(Department).where(Department.name == "组织部")).one()


def keys(db: Session) -> list[str]:
    return [n.key.rsplit(":", 1)[0] for n in db.exec(select(Notice).order_by(Notice.id))]


def test_head_and_liaison_of_the_lead_are_told(db, task):
    assert run(db) == 2

    told = db.exec(select(Notice.words, Notice.href)).all()
    assert told == [("第1项《第1项任务：每年至少召开1次会议》10月20日到期，剩6天。", f"/tasks/{task.id}")] * 2


def test_somebody_who_left_is_not_told(db, task):
    a_user(db, "former", Role.HEAD, lead_of(db), is_active=False)
    db.commit()

    assert run(db) == 2


def test_running_twice_writes_nothing_twice(db, task):
    assert (run(db), run(db)) == (2, 0)
    assert keys(db) == [f"due-soon:{task.id}:2021-10-20"] * 2


def test_a_holiday_is_quiet(db, task):
    assert run(db, date(2021, 10, 17)) == 0


def test_a_task_closed_in_between_is_left_in_peace(db, task):
    run(db)
    task.status = TaskStatus.CLOSED
    db.add(task)
    db.commit()

    assert run(db, date(2021, 10, 21)) == 0


def test_a_pause_of_three_days_loses_nothing(db, task):
    lead = lead_of(db)
    a_slot(db, task, lead, opens_on=date(2021, 10, 13), due_on=date(2021, 11, 10), period="2021-10")
    a_slot(db, task, lead, due_on=date(2021, 10, 12), period="2021-09")
    db.commit()

    run(db, date(2021, 10, 11))
    run(db, date(2021, 10, 14))

    found = {key.split(":")[0] for key in keys(db)}
    assert found == {"slot-due", "slot-open", "slot-missed", "due-soon"}


def test_periods_are_opened_once_for_the_lead(db, task):
    task.report_cycle = ReportCycle.QUARTERLY
    db.add(task)
    db.commit()

    run(db)
    run(db)

    found = db.exec(select(ReportSlot).order_by(ReportSlot.due_on)).all()
    assert [(s.period, s.status, s.version) for s in found] == [
        ("2021Q2", SlotStatus.OPEN, 1), ("2021Q3", SlotStatus.OPEN, 1), ("2021Q4", SlotStatus.OPEN, 1),
    ]  # fmt: skip


def test_a_changed_cycle_asks_only_for_the_time_to_come(db, task):
    a_slot(db, task, lead_of(db), period="2021-09", due_on=date(2021, 10, 10))
    task.report_cycle = ReportCycle.QUARTERLY
    db.add(task)
    db.commit()

    run(db)

    assert db.exec(select(ReportSlot.period).order_by(ReportSlot.due_on)).all() == ["2021-09", "2021Q4"]


def test_the_pulse_tells_when_and_how_much(db, task):
    run(db)
    run(db, DAY + timedelta(days=1))

    db.expire_all()
    pulse = db.exec(select(Heartbeat)).one()
    assert (pulse.job, pulse.at.date(), pulse.written) == ("daily", date(2021, 10, 15), 0)


def test_two_processes_at_once_write_nothing_twice(database_url, tmp_path):
    engine = make_engine(database_url)
    with Session(engine) as db:
        home = a_cast(db)
        ledger, lead = a_ledger(db, home), department(db, home, "组织部")
        for _ in range(120):
            a_task(db, ledger, lead=lead, due_on=date(2021, 10, 20), report_cycle=ReportCycle.MONTHLY)
        db.commit()
    settings = {
        "TAIZHANG_DATABASE_URL": database_url, "TAIZHANG_DATA": str(tmp_path), "TAIZHANG_DEMO": "1",
        "TAIZHANG_TODAY": DAY.isoformat(), "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    both = [
        subprocess.Popen(
            [sys.executable, "-c", ONE_ROUND], env={**os.environ, **settings}, stdout=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]

    said = [process.communicate(timeout=300)[0] for process in both]

    assert [p.returncode for p in both] == [0, 0]
    with Session(engine) as db:
        notices = db.exec(select(func.count(), func.count(func.distinct(Notice.key))).select_from(Notice)).one()
        slots = db.exec(select(func.count()).select_from(ReportSlot)).one()
    engine.dispose()
    written = [tuple(int(n) for n in "".join(c if c.isdigit() else " " for c in words).split()) for words in said]
    # Each month from June to October for 120 tasks; two people, told of the due day and of five months.
    assert notices[0] == notices[1] == sum(n for _, n in written)
    assert slots == sum(s for s, _ in written) == 600
