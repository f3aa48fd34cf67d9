"""领导同意: where the ledger says so, the office checks a closure and a leader consents or refuses in writing."""

from datetime import date

import pytest
from sqlmodel import Session, col, select

from app.delivery.models import Notice
from app.ledgers.models import Ledger
from app.people.kinds import Role
from app.people.models import Department, User
from app.progress.models import Closure, ClosureRequest
from app.tasks.kinds import TaskStatus
from app.tasks.models import Task
from tests.factories import NOON, a_cast, a_ledger, a_task, a_user, department


@pytest.fixture
def home(db: Session) -> Department:
    return a_cast(db)


@pytest.fixture
def asked(db: Session, home: Department) -> ClosureRequest:
    """组织部 asks; the ledger wants a leader's consent."""
    ledger = a_ledger(db, home)
    ledger.closure_needs_leader = True
    task = a_task(db, ledger, lead=department(db, home, "组织部"), status=TaskStatus.CLOSURE_REQUESTED)
    by = db.exec(select(User).where(User.account == "zuzhi")).one()
    made = ClosureRequest(task_id=task.id, statement="都做完了。", asked_by_id=by.id, asked_at=NOON)
    db.add(made)
    db.commit()
    return made


def fresh(db: Session, asked: ClosureRequest) -> ClosureRequest:
    db.rollback()
    db.expire_all()
    return db.get_one(ClosureRequest, asked.id)


def decide(as_user, asked: ClosureRequest, who: str, door: str, expect: int = 303, **form: object):
    data = {"decision": "accepted", "version": asked.version, "request_id": asked.id, **form}
    return as_user(who).send(f"/tasks/{asked.task_id}/{door}", data, expect=expect)


def notices(db: Session, account: str) -> list[str]:
    user = db.exec(select(User.id).where(User.account == account)).one()
    return list(db.exec(select(Notice.words).where(Notice.user_id == user).order_by(col(Notice.id))))


def test_the_number_is_struck_when_the_leader_consents(as_user, db, asked):
    assert "报领导同意" in as_user("office").open(f"/tasks/{asked.task_id}/closure").text
    decide(as_user, asked, "office", "closure", remark="佐证齐全。")

    checked = fresh(db, asked)
    assert db.get_one(Task, asked.task_id).status is TaskStatus.CLOSURE_REQUESTED
    assert db.exec(select(Closure)).first() is None
    assert "1件销号待我同意" in as_user("leader").open("/board").select_one(".asks").get_text("", strip=True)
    assert "待领导同意" in as_user("zuzhi").open(f"/tasks/{asked.task_id}").text
    page = as_user("leader").open(f"/tasks/{asked.task_id}/closure")
    assert "佐证齐全。" in page.text
    assert page.select_one("[aria-current=step]").text == "领导同意"

    decide(as_user, checked, "leader", "closure-consent")

    fresh(db, asked)
    assert db.get_one(Task, asked.task_id).status is TaskStatus.CLOSED
    closure = db.exec(select(Closure)).one()
    assert (closure.closed_on, db.get_one(User, closure.closed_by_id).account) == (date(2021, 10, 14), "leader")
    assert notices(db, "leader") == ["第1项申请销号，陈静已核验，请决定是否同意。"]
    assert notices(db, "zuzhi") == notices(db, "office") == ["周领导同意第1项销号。"]


def test_a_refusal_is_in_writing_and_returns_the_task(as_user, db, asked):
    decide(as_user, asked, "office", "closure")
    checked = fresh(db, asked)

    assert (
        "退回时请写明原因"
        in decide(as_user, checked, "principal", "closure-consent", expect=422, decision="returned").text
    )
    decide(
        as_user, checked, "principal", "closure-consent",
        decision="returned", remark="请补成绩单。", redo_on="2021-10-29",
    )  # fmt: skip

    fresh(db, asked)
    assert db.get_one(Task, asked.task_id).status is TaskStatus.ISSUED
    assert notices(db, "zuzhi") == ["吴主席不予第1项销号：请补成绩单。"]
    assert "请补成绩单。" in as_user("zuzhi").open(f"/tasks/{asked.task_id}").text


def test_nobody_consents_before_the_office_has_checked(as_user, asked):
    page = as_user("leader").open(f"/tasks/{asked.task_id}/closure")

    assert "办公室正在核验" in page.text
    assert not page.select("form[action$=closure-consent]")
    decide(as_user, asked, "leader", "closure-consent", expect=409)


def test_the_office_does_not_check_twice(as_user, db, asked):
    decide(as_user, asked, "office", "closure")
    page = as_user("office").open(f"/tasks/{asked.task_id}/closure")

    assert "等领导同意" in page.text
    late = decide(as_user, asked, "office", "closure", expect=409, remark="我再看看。")
    assert "我再看看。" in late.text
    assert "都审完了" in as_user("office").open("/review").text


def test_who_checked_for_the_office_does_not_consent_as_a_leader(as_user, db, home, asked):
    clerk = a_user(db, "clerk", Role.OFFICE, department(db, home, "办公室"))
    db.commit()
    decide(as_user, asked, "clerk", "closure")
    checked = fresh(db, asked)
    db.refresh(clerk)
    clerk.role = Role.LEADER
    db.commit()

    decide(as_user, checked, "clerk", "closure-consent", expect=403)


def test_another_s_department_is_not_his_to_consent_to(as_user, db, home, asked):
    leader = db.exec(select(User).where(User.account == "leader")).one()
    department(db, home, "财务部").overseer_id = leader.id
    db.commit()
    decide(as_user, asked, "office", "closure")
    checked = fresh(db, asked)

    assert "0件销号待我同意" in as_user("leader").open("/board").select_one(".asks").get_text("", strip=True)
    decide(as_user, checked, "leader", "closure-consent", expect=403)
    assert notices(db, "principal") == ["第1项申请销号，陈静已核验，请决定是否同意。"]


def test_the_office_sets_the_rule_of_a_ledger(as_user, db, home):
    ledger = a_ledger(db, home)
    db.commit()
    office, path = as_user("office"), f"/ledgers/{ledger.id}"
    assert not as_user("leader").open(path).select("#f-needs_leader")

    office.send(f"{path}/rules", {"needs_leader": "1", "version": 1})

    db.rollback()
    db.expire_all()
    assert db.get_one(Ledger, ledger.id).closure_needs_leader
    assert office.open(path).select("#f-needs_leader[checked]")
    late = office.send(f"{path}/rules", {"version": 1}, expect=409)
    assert "销号由办公室办理" in late.text
