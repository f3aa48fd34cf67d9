"""撤回: the department takes back what it sent, the office what it decided, while nothing rests on it."""

import pytest
from sqlmodel import Session, select

from app.audit.models import AuditEvent
from app.audit.wording import sentence
from app.people.models import Department
from app.progress.models import ProgressReport, ReportSlot, ReportStatus, Review, SlotStatus
from app.tasks.kinds import TaskStatus
from app.tasks.models import Task
from tests.factories import a_cast, a_ledger, a_report, a_slot, a_task, department

SAID = {"percent": "70", "summary": "又开展三次活动。", "problems": "无", "next_steps": "11月前完成。"}
BACK = {"decision": "returned", "remark": "请补对账单。", "redo_on": "2021-10-19"}


@pytest.fixture
def home(db: Session) -> Department:
    return a_cast(db)


@pytest.fixture
def task(db: Session, home: Department) -> Task:
    return a_task(db, a_ledger(db, home), lead=department(db, home, "组织部"))


@pytest.fixture
def slot(db: Session, home: Department, task: Task) -> ReportSlot:
    made = a_slot(db, task, department(db, home, "组织部"))
    db.commit()
    return made


def the_report(db: Session) -> ProgressReport:
    db.rollback()
    db.expire_all()
    return db.exec(select(ProgressReport).order_by(ProgressReport.id.desc())).first()


def said_of(db: Session, tag: str) -> str:
    return sentence(db.exec(select(AuditEvent).where(AuditEvent.tag == tag)).one())


def send(as_user, db: Session, slot: ReportSlot) -> ProgressReport:
    db.rollback()
    db.refresh(slot)
    as_user("zuzhi").send(f"/todo/{slot.id}", {**SAID, "version": slot.version})
    return the_report(db)


def decide(as_user, db: Session, report: ProgressReport, **said: object) -> Review:
    as_user("office").send(f"/reports/{report.id}/review", {"decision": "accepted", "version": report.version, **said})
    db.rollback()
    return db.exec(select(Review)).one()


def test_a_report_taken_back_is_a_draft_again_with_all_that_was_typed(as_user, db, slot):
    report = send(as_user, db, slot)

    answer = as_user("zuzhi").send(f"/reports/{report.id}/withdrawal")

    assert answer.headers["location"] == f"/todo?open={slot.id}"
    report = the_report(db)
    assert (report.status, report.submitted_at, report.summary) == (ReportStatus.DRAFT, None, SAID["summary"])
    assert SAID["summary"] in as_user("zuzhi").open(f"/todo?open={slot.id}").select_one("[name=summary]").text
    assert "没有待审核" in as_user("office").open("/review").text
    assert said_of(db, "report:withdraw") == "王明撤回组织部报送的三季度进展"


def test_a_first_sending_taken_back_does_not_count_as_on_time(as_user, db, slot):
    report = send(as_user, db, slot)
    as_user("zuzhi").send(f"/reports/{report.id}/withdrawal")

    db.rollback()
    db.refresh(slot)
    assert (slot.status, slot.first_submitted_at) == (SlotStatus.DRAFT, None)


def test_a_second_sending_taken_back_leaves_the_period_returned(as_user, db, slot):
    decide(as_user, db, send(as_user, db, slot), **BACK)
    db.refresh(slot)
    first = slot.first_submitted_at
    again = send(as_user, db, slot)

    as_user("zuzhi").send(f"/reports/{again.id}/withdrawal")

    db.rollback()
    db.refresh(slot)
    assert (slot.status, slot.first_submitted_at) == (SlotStatus.RETURNED, first)
    assert "请补对账单。" in as_user("zuzhi").open("/todo").text


def test_what_was_taken_back_can_be_sent_again(as_user, db, slot):
    report = send(as_user, db, slot)
    as_user("zuzhi").send(f"/reports/{report.id}/withdrawal")

    assert send(as_user, db, slot).status is ReportStatus.SUBMITTED
    assert len(db.exec(select(ProgressReport)).all()) == 1


def test_the_way_back_is_on_the_list_on_the_task_and_in_the_toast(as_user, db, task, slot):
    head = as_user("zuzhi")
    report = send(as_user, db, slot)
    way = f'form[action="/reports/{report.id}/withdrawal"]'

    assert head.open("/todo").select_one(way)
    assert head.open(f"/tasks/{task.id}").select_one(way)
    head.send(f"/reports/{report.id}/withdrawal")
    head.client.cookies.delete("toast")
    db.rollback()
    db.refresh(slot)
    head.send(f"/todo/{slot.id}", {**SAID, "version": slot.version})
    assert head.open("/ledgers").select_one(f"#toasts {way}")
    assert not head.open("/ledgers").select_one("#toasts form")


def test_a_forged_toast_leads_nowhere(as_user, slot):
    head = as_user("zuzhi")
    head.client.cookies.set("toast", "%E5%B7%B2%E6%8A%A5%E9%80%81%0A/sign-out", domain="testserver.local")

    page = head.open("/todo")

    assert "已报送" in page.select_one("#toasts").text
    assert not page.select("#toasts form")


def test_after_the_decision_the_department_cannot_take_it_back(as_user, db, slot):
    report = send(as_user, db, slot)
    decide(as_user, db, report)

    as_user("zuzhi").send(f"/reports/{report.id}/withdrawal", expect=409)

    assert the_report(db).status is ReportStatus.ACCEPTED


def test_once_closure_is_asked_for_nothing_under_it_is_taken_back(as_user, db, task, slot):
    report = send(as_user, db, slot)
    db.get_one(Task, task.id).status = TaskStatus.CLOSURE_REQUESTED
    db.commit()

    as_user("zuzhi").send(f"/reports/{report.id}/withdrawal", expect=409)


def test_what_the_office_wrote_on_behalf_the_office_takes_back(as_user, db, home, task):
    report = a_report(db, task, department(db, home, "组织部"), on_behalf=True)
    db.commit()

    as_user("zuzhi").send(f"/reports/{report.id}/withdrawal", expect=403)
    as_user("office").send(f"/reports/{report.id}/withdrawal")

    assert the_report(db).status is ReportStatus.DRAFT


@pytest.mark.parametrize("said", [{}, BACK], ids=["accepted", "returned"])
def test_the_office_takes_its_decision_back_on_the_same_day(as_user, db, task, slot, said):
    report = send(as_user, db, slot)
    review = decide(as_user, db, report, **said)
    assert as_user("office").open(f"/tasks/{task.id}").select_one(f'form[action="/reviews/{review.id}/withdrawal"]')

    answer = as_user("office").send(f"/reviews/{review.id}/withdrawal")

    assert answer.headers["location"] == f"/review?report={report.id}"
    assert the_report(db).status is ReportStatus.SUBMITTED
    db.refresh(slot)
    assert slot.status is SlotStatus.SUBMITTED
    assert db.exec(select(Review)).all() == []
    assert said_of(db, "report:review-withdraw") == "陈静撤回对组织部三季度进展的审核"


def test_a_return_that_the_department_works_on_stands(as_user, db, slot):
    review = decide(as_user, db, send(as_user, db, slot), **BACK)
    db.refresh(slot)
    as_user("zuzhi").send(f"/todo/{slot.id}/draft", {"summary": "改", "version": slot.version}, expect=200, htmx=True)

    as_user("office").send(f"/reviews/{review.id}/withdrawal", expect=409)

    assert the_report(db).summary == "改"


def test_a_decision_of_another_day_stands(as_user, db, home, task, slot):
    report = send(as_user, db, slot)
    review = decide(as_user, db, report)
    review.at = report.saved_at.replace(day=1)
    db.commit()

    as_user("office").send(f"/reviews/{review.id}/withdrawal", expect=409)
    assert not as_user("office").open(f"/tasks/{task.id}").select("form[action$=withdrawal]")


def test_a_decision_is_taken_back_once(as_user, db, slot):
    review = decide(as_user, db, send(as_user, db, slot))
    as_user("office").send(f"/reviews/{review.id}/withdrawal")

    as_user("office").send(f"/reviews/{review.id}/withdrawal", expect=404)
