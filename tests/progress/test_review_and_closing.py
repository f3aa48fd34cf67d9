"""The office reviews; the lead asks for 销号 and the office strikes the number or refuses in writing."""

from datetime import UTC, date, datetime

import pytest
from sqlmodel import Session, select

from app.core.errors import NotAllowed
from app.people.models import Department, User
from app.progress import closing
from app.progress.models import (
    Closure,
    ClosureRequest,
    Decision,
    ProgressReport,
    ReportSlot,
    ReportStatus,
    Review,
    SlotStatus,
)
from app.progress.rules import hints
from app.tasks.kinds import TaskStatus
from app.tasks.models import Task
from tests.factories import NOON, a_cast, a_ledger, a_report, a_slot, a_task, department
from tests.statements import statements

BACK = {"decision": "returned", "remark": "请补对账单。", "redo_on": "2021-10-19", "version": 1}
YES = {"decision": "accepted", "version": 1}


@pytest.fixture
def home(db: Session) -> Department:
    return a_cast(db)


@pytest.fixture
def task(db: Session, home: Department) -> Task:
    made = a_task(
        db, a_ledger(db, home), lead=department(db, home, "组织部"), supports=(department(db, home, "财务部"),)
    )
    db.commit()
    return made


@pytest.fixture
def report(db: Session, home: Department, task: Task) -> ProgressReport:
    lead = department(db, home, "组织部")
    slot = a_slot(db, task, lead, status=SlotStatus.SUBMITTED, first_submitted_at=datetime(2021, 10, 8, 2, tzinfo=UTC))
    made = a_report(db, task, lead, slot_id=slot.id)
    db.commit()
    return made


def fresh(db: Session) -> None:
    db.rollback()
    db.expire_all()


def a_request(db: Session, task: Task, account: str = "zuzhi") -> ClosureRequest:
    by = db.exec(select(User).where(User.account == account)).one()
    made = closing.request_closure(db, task, "都做完了。", by=by, now=NOON)
    db.commit()
    return made


def test_the_oldest_matter_stands_open(as_user, report):
    page = as_user("office").open("/review")

    assert page.h1.text.startswith("1件待审核")
    assert page.select_one(f'form[action="/reports/{report.id}/review"]')


def test_an_accepted_report_closes_its_period(as_user, db, report):
    answer = as_user("office").send(f"/reports/{report.id}/review", YES)

    fresh(db)
    assert answer.headers["location"] == "/review"
    assert db.get_one(ProgressReport, report.id).status is ReportStatus.ACCEPTED
    assert db.get_one(ReportSlot, report.slot_id).status is SlotStatus.ACCEPTED


def test_a_returned_report_is_on_the_departments_list_with_the_reason(as_user, db, report):
    answer = as_user("office").send(f"/reports/{report.id}/review", BACK, expect=200, htmx=True)

    assert "都审完了" in answer.text
    page = as_user("zuzhi").open("/todo")
    assert "请补对账单。" in page.text
    assert "10-19前" in page.text
    assert "已开展两次活动。" in page.select_one("[name=summary]").text


def test_a_report_is_not_returned_without_reason_and_day(as_user, db, report):
    answer = as_user("office").send(f"/reports/{report.id}/review", {"decision": "returned", "version": 1}, expect=422)

    assert "退回时请写明原因和要求" in answer.text
    assert "退回时请选择时限" in answer.text


def test_what_was_decided_meanwhile_is_not_decided_twice(as_user, db, report):
    as_user("office").send(f"/reports/{report.id}/review", YES)

    answer = as_user("office").send(f"/reports/{report.id}/review", BACK, expect=409)

    fresh(db)
    assert "已通过第1项的进展" in answer.text
    assert "请补对账单。" in answer.text
    assert len(db.exec(select(Review)).all()) == 1


@pytest.mark.parametrize("account", ["zuzhi", "lianluo", "leader"])
def test_only_the_office_reviews(as_user, report, account):
    as_user(account).open("/review", expect=403)
    as_user(account).send(f"/reports/{report.id}/review", YES, expect=403)


def test_the_queue_costs_the_same_for_one_matter_and_for_fifty(as_user, db, home, report, task, engine):
    office = as_user("office")
    with statements(engine) as one:
        office.open("/review")
    for _ in range(49):
        a_report(db, task, department(db, home, "组织部"))
    db.commit()

    assert len(office.open("/review").select("#queue li")) == 50
    with statements(engine) as fifty:
        office.open("/review")
    assert len(fifty) == len(one)


def test_the_reviewer_is_told_what_does_not_fit():
    found = hints(100, "已完成90%。", no_change=False, proofs=0, previous_percent=None, previous_summary="")

    assert found == ("完成进度100%，没有佐证材料。", "文字写“90%”，完成进度填的是100%。")
    assert hints(50, "同", no_change=False, proofs=0, previous_percent=60, previous_summary="同") == (
        "完成进度比上期低：上期60%，本次50%。",
        "进展情况与上期一字不差。",
    )


def test_the_heads_request_waits_for_the_office(as_user, db, task):
    as_user("zuzhi").open(f"/tasks/{task.id}/closure-request")
    proof = ("总结.txt", "总结".encode(), "text/plain")

    as_user("zuzhi").send(
        f"/tasks/{task.id}/closure-request", {"statement": "做完了。", "version": 1}, files={"files": proof}
    )

    fresh(db)
    assert db.get_one(Task, task.id).status is TaskStatus.CLOSURE_REQUESTED
    assert "总结.txt" in as_user("office").open(f"/tasks/{task.id}/closure").text
    assert f"/tasks/{task.id}/closure" in str(as_user("office").open("/review"))


@pytest.mark.parametrize("account", ["lianluo", "caiwu", "office", "leader"])
def test_only_the_leads_head_asks(as_user, task, account):
    as_user(account).send(f"/tasks/{task.id}/closure-request", {"statement": "完", "version": 1}, expect=403)


def test_a_request_without_words_comes_back(as_user, task):
    as_user("zuzhi").send(f"/tasks/{task.id}/closure-request", {"version": 1}, expect=422)


def test_the_office_strikes_the_number_and_later_periods_are_waived(as_user, db, home, task):
    lead = department(db, home, "组织部")
    missed = a_slot(db, task, lead)
    later = a_slot(db, task, lead, period="2021Q4", due_on=date(2022, 1, 10))
    request = a_request(db, task)

    as_user("office").send(f"/tasks/{task.id}/closure", {**YES, "request_id": request.id})

    fresh(db)
    assert db.get_one(Task, task.id).status is TaskStatus.CLOSED
    assert db.exec(select(Closure)).one().closed_on == date(2021, 10, 14)
    assert db.get_one(ReportSlot, later.id).waived_reason == "已销号"
    assert db.get_one(ReportSlot, missed.id).status is SlotStatus.OPEN


def test_a_refusal_is_in_writing_and_the_task_is_in_hand_again(as_user, db, task):
    request = a_request(db, task)
    bare = {"decision": "returned", "version": 1, "request_id": request.id}
    as_user("office").send(f"/tasks/{task.id}/closure", bare, expect=422)

    as_user("office").send(f"/tasks/{task.id}/closure", {**BACK, "request_id": request.id})

    fresh(db)
    assert db.get_one(Task, task.id).status is TaskStatus.ISSUED
    found = db.get_one(ClosureRequest, request.id)
    assert (found.decision, found.remark, found.redo_on) == (Decision.RETURNED, "请补对账单。", date(2021, 10, 19))


def test_a_closure_is_not_decided_twice(as_user, db, task):
    request = a_request(db, task)
    as_user("office").send(f"/tasks/{task.id}/closure", {**YES, "request_id": request.id})

    answer = as_user("office").send(f"/tasks/{task.id}/closure", {**BACK, "request_id": request.id}, expect=409)

    assert "已销号" in answer.text
    assert "请补对账单。" in answer.text


def test_a_changed_request_is_shown_again_before_it_is_decided(as_user, db, task):
    request = a_request(db, task)

    answer = as_user("office").send(
        f"/tasks/{task.id}/closure", {**BACK, "version": 9, "request_id": request.id}, expect=409
    )

    assert "刚有变化" in answer.text
    assert "请补对账单。" in answer.text


def test_nobody_grants_what_he_asked_for(as_user, db, task):
    request = a_request(db, task, "office")
    office = db.exec(select(User).where(User.account == "office")).one()

    with pytest.raises(NotAllowed):
        closing.close(db, task, request, by=office, today=date(2021, 10, 14), now=NOON)

    as_user("office").send(f"/tasks/{task.id}/closure", {**YES, "request_id": request.id}, expect=403)
