"""逾期未签收: three working days to sign, then a reminder each week until it is done."""

from datetime import UTC, date, datetime

import pytest
from sqlmodel import select

from app.delivery.models import Notice
from app.people.models import User
from app.progress.asking import await_receipts, sign_by
from app.progress.models import Receipt
from app.progress.receiving import parts_to_sign, receive
from app.reminders.models import Heartbeat
from app.reminders.service import run_daily
from app.tasks.kinds import TaskStatus
from app.tasks.models import Task
from app.workdays.calendar import installed
from app.worker import run_once
from tests.factories import NOON, a_cast, a_ledger, a_task, department

IS_WORKING_DAY = installed().is_working_day
ASKED = date(2021, 9, 29)  # a Wednesday; from 1 to 7 October nobody works, on Saturday the 9th everybody does


@pytest.fixture
def ledger(db):
    """Two tasks of 组织部 (zuzhi, lianluo), one with 财务部 (caiwu) as support; no day, no period."""
    home = a_cast(db)
    ledger, mine = a_ledger(db, home), department(db, home, "组织部")
    ledger.needs_receipt = True
    a_task(db, ledger, lead=mine, supports=(department(db, home, "财务部"),), due_on=None, first_due_on=None)
    a_task(db, ledger, lead=mine, due_on=None, first_due_on=None)
    await_receipts(db, ledger, ASKED)
    db.commit()
    return ledger


def run(db, day: date) -> int:
    written = run_daily(db, day, datetime(day.year, day.month, day.day, 0, 30, tzinfo=UTC), IS_WORKING_DAY)
    db.commit()
    return written


def told(db) -> list[tuple[str, str]]:
    rows = db.exec(select(User.account, Notice.words).join(User, User.id == Notice.user_id).order_by(Notice.id))
    return list(rows.all())


def sign(db, ledger, account: str) -> None:
    user = db.exec(select(User).where(User.account == account)).one()
    receive(db, parts_to_sign(db, ledger.id, user.department_id, None), by=user, now=NOON)
    db.commit()


def test_holidays_are_not_counted(db):
    assert sign_by(ASKED, IS_WORKING_DAY) == date(2021, 10, 9)


def test_nobody_is_reminded_within_three_working_days(db, ledger):
    assert [run(db, date(2021, 10, day)) for day in (8, 9, 10)] == [0, 0, 0]  # the 10th is a Sunday


def test_each_department_is_told_once_a_week_what_it_has_not_signed(db, ledger):
    assert run(db, date(2021, 10, 11)) == 3

    name = ledger.doc_number
    words = "《{}》交办已过3个工作日，本部门还没有签收第{}项，请签收。"
    assert set(told(db)) == {
        ("zuzhi", words.format(name, "1、2")),
        ("lianluo", words.format(name, "1、2")),
        ("caiwu", words.format(name, "1")),
    }
    assert set(db.exec(select(Notice.href)).all()) == {"/todo"}
    assert [run(db, date(2021, 10, day)) for day in (11, 12, 15)] == [0, 0, 0]
    sign(db, ledger, "caiwu")
    assert run(db, date(2021, 10, 18)) == 2
    assert db.get_one(Heartbeat, "daily").written == 2
    sign(db, ledger, "lianluo")
    assert run(db, date(2021, 10, 25)) == 0
    assert len(db.exec(select(Receipt)).all()) == 3


def test_a_task_that_is_not_in_hand_is_not_signed_for(db, ledger):
    for task in db.exec(select(Task)).all():
        task.status = TaskStatus.SUSPENDED
    db.commit()

    assert run(db, date(2021, 10, 11)) == 0


def test_the_worker_counts_them_with_the_others(engine, db, ledger):
    assert run_once(engine) == "开放0期，写入提醒3条"
    assert run_once(engine) == "开放0期，写入提醒0条"


def test_both_sides_read_that_it_is_late(as_user, db, ledger):
    todo = as_user("zuzhi").open("/todo").select_one("#g-sign + ul")
    issue = as_user("office").open(f"/ledgers/{ledger.id}/issue")

    assert "第1、2项，逾期未签收，应于10月9日前签收" in todo.text
    assert {row.select_one('[data-l="签收"]').text for row in issue.select("tbody tr")} == {
        "逾期未签收2项9月29日起等待", "逾期未签收1项9月29日起等待",
    }  # fmt: skip
