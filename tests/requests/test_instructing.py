"""批示: a leader writes on a task, the office may enter it; its departments are told, and answer by a report."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session, select

from app.audit.models import AuditEvent
from app.delivery.models import Notice
from app.people.kinds import Role
from app.people.models import Department, User
from app.progress.models import Instruction, ReportStatus
from app.requests.instructing import instruct
from app.tasks.kinds import TaskStatus
from app.tasks.models import Task
from tests.factories import a_cast, a_ledger, a_report, a_task, a_user, department
from tests.importing.documents import NOW

WORDS = "请抓紧二次采购，10月底前把建成情况报我。"


@pytest.fixture
def home(db: Session) -> Department:
    return a_cast(db)


@pytest.fixture
def task(db: Session, home: Department) -> Task:
    """Led by 组织部, 财务部 helps."""
    made = a_task(
        db, a_ledger(db, home), lead=department(db, home, "组织部"), supports=(department(db, home, "财务部"),)
    )
    db.commit()
    return made


def write(as_user, task: Task, who: str, expect: int = 303, **form: object):
    return as_user(who).send(f"/tasks/{task.id}/instructions/new", {"text": WORDS, **form}, expect=expect)


def of_account(db: Session, account: str) -> User:
    db.rollback()
    return db.exec(select(User).where(User.account == account)).one()


def test_a_leader_instructs_and_every_department_of_the_task_is_told(as_user, db, task):
    write(as_user, task, "leader", reply_by="2021-10-29")

    db.rollback()
    made = db.exec(select(Instruction)).one()
    assert (made.text, made.reply_by, made.recorded_by_id) == (WORDS, date(2021, 10, 29), None)
    for account in ("zuzhi", "caiwu"):
        told = db.exec(select(Notice.words).where(Notice.user_id == of_account(db, account).id)).all()
        assert any(WORDS in words and "10月29日前回复" in words for words in told)
        page = as_user(account).open(f"/tasks/{task.id}")
        assert page.select_one(".instr").text == WORDS
        assert not page.select(f'a[href="/tasks/{task.id}/instructions/new"]')


def test_the_office_enters_an_instruction_and_both_names_stand(as_user, db, task):
    leader = of_account(db, "leader")

    write(as_user, task, "office", leader=leader.id)

    shown = as_user("office").open(f"/tasks/{task.id}").select_one(".instr-one").text
    assert f"{leader.name}10-14批示" in shown
    assert "代录" in shown
    db.rollback()
    event = db.exec(select(AuditEvent).where(AuditEvent.tag == "task:instruct")).one()
    assert (event.details["leader"], event.details["recorded"]) == (leader.name, True)


def test_the_office_must_say_whose_it_is_and_nothing_typed_is_lost(as_user, db, task):
    answer = write(as_user, task, "office", expect=422)

    assert "请选择批示的领导" in answer.text
    assert WORDS in answer.text
    assert not db.exec(select(Instruction)).all()


def test_the_office_cannot_make_a_department_head_a_leader(as_user, db, task):
    write(as_user, task, "office", expect=422, leader=of_account(db, "zuzhi").id)


def test_a_day_gone_by_is_no_limit(as_user, task):
    assert "已经过去" in write(as_user, task, "leader", expect=422, reply_by="2021-10-13").text


def test_a_department_does_not_instruct(as_user, task):
    write(as_user, task, "zuzhi", expect=403)


def test_a_leader_does_not_instruct_what_others_are_in_charge_of(as_user, db, home, task):
    other = a_user(db, "other", Role.LEADER, None, name="吴强")
    department(db, home, "财务部").overseer_id = other.id
    db.commit()

    assert "不是你分管的部门" in write(as_user, task, "other", expect=403).text


def test_a_closed_task_is_not_instructed_any_more(as_user, db, task):
    task.status = TaskStatus.CLOSED
    db.commit()

    write(as_user, task, "leader", expect=403)


def test_what_is_not_answered_in_time_is_red_until_a_report_comes(as_user, db, home, task):
    leader, before = of_account(db, "leader"), NOW - timedelta(days=6)
    task = db.get_one(Task, task.id)
    instruct(db, task, "1", leader_id=leader.id, text=WORDS, reply_by=date(2021, 10, 12), by=leader, now=before)
    db.commit()
    assert "限10-12前回复，已过期" in as_user("office").open(f"/tasks/{task.id}").select_one(".instr-one .red").text

    a_report(db, task, department(db, home, "组织部"), status=ReportStatus.SUBMITTED, submitted_at=NOW)
    db.commit()

    shown = as_user("office").open(f"/tasks/{task.id}").select_one(".instr-one")
    assert not shown.select(".red")
    assert "已有进展报来" in shown.text
