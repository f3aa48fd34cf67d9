"""One task: what everybody may read, what its departments see, and the office settling the lead."""

from datetime import date
from decimal import Decimal

import pytest
from sqlmodel import Session, select

from app.audit.models import AuditEvent
from app.people.models import Department
from app.progress.models import ReportSlot
from app.reminders.models import Urge
from app.tasks.kinds import Comparator, Part
from app.tasks.models import Indicator, Responsibility, Task
from tests.factories import NOON, a_cast, a_ledger, a_report, a_slot, a_task, department, responsibility


@pytest.fixture
def home(db: Session) -> Department:
    return a_cast(db)


@pytest.fixture
def task(db: Session, home: Department) -> Task:
    zuzhi, office = department(db, home, "组织部"), department(db, home, "办公室")
    task = a_task(
        db, a_ledger(db, home), lead=zuzhi, supports=(office,), presumed=True,
        target="10月底前召开3次会议。", deadline_words="10月底前", due_on=date(2021, 8, 31),
    )  # fmt: skip
    db.add(
        Indicator(
            task_id=task.id, position=1, words="召开会议", comparator=Comparator.AT_LEAST,
            value=Decimal(3), unit="次", start=7, end=9,
        )
    )  # fmt: skip
    a_slot(db, task, zuzhi)
    a_report(db, task, zuzhi, percent=60, summary="开了两次。")
    db.commit()
    return task


def words(page) -> str:
    return " ".join(page.select_one("main").get_text(" ", strip=True).split())


def test_the_office_sees_the_task_whole(as_user, task):
    page = as_user("office").open(f"/tasks/{task.id}")
    text = words(page)

    assert [m.text for m in page.select(".source mark")] == ["10月底前", "3次"]
    assert "逾期44天" in text
    assert "开了两次。" in text
    assert "推定" in text
    assert "不少于3次" in text
    assert "催办" in page.select_one(f'form[action="/tasks/{task.id}/urges"] button').text


def test_another_department_reads_the_words_and_is_told_why_no_more(as_user, task):
    text = words(as_user("caiwu").open(f"/tasks/{task.id}"))

    assert "3次" in text
    assert "财务部没有参与" in text
    assert "逾期" not in text
    assert "开了两次" not in text
    assert "办理记录" not in text


def test_the_lead_may_report_and_ask_for_closure_but_not_urge(as_user, task):
    page = as_user("zuzhi").open(f"/tasks/{task.id}")

    assert page.select_one(f'a[href="/tasks/{task.id}/reports/new"]')
    assert page.select_one(f'a[href="/tasks/{task.id}/closure-request"]')
    assert not page.select("form[action$=urges]")
    assert not page.select("form[action$=lead]")


def test_the_button_says_how_often_was_urged(as_user, task, db, home):
    db.add(Urge(task_id=task.id, department_id=department(db, home, "组织部").id, by_id=1, at=NOON))
    db.commit()

    assert "已催办1次" in words(as_user("office").open(f"/tasks/{task.id}"))


def test_another_organisations_task_does_not_exist(as_user, task):
    as_user("outsider").open(f"/tasks/{task.id}", expect=404)


def test_the_office_confirms_the_presumed_lead(as_user, task, db, home):
    zuzhi = department(db, home, "组织部")
    office = as_user("office")
    office.send(f"/tasks/{task.id}/lead", {"department_id": zuzhi.id, "version": task.version})

    db.rollback()
    assert not responsibility(db, task, zuzhi).presumed
    assert "确认组织部牵头" in words(office.open(f"/tasks/{task.id}"))


def test_another_lead_takes_over_what_is_still_owed(as_user, task, db, home):
    office = department(db, home, "办公室")
    as_user("office").send(f"/tasks/{task.id}/lead", {"department_id": office.id, "version": task.version})

    db.rollback()
    new = responsibility(db, task, office)
    assert new.part is Part.LEAD
    assert responsibility(db, task, department(db, home, "组织部")).part is Part.SUPPORT
    assert db.exec(select(ReportSlot.responsibility_id)).one() == new.id
    assert db.exec(select(AuditEvent).where(AuditEvent.tag == "task:lead")).one().details == {"department": "办公室"}


def test_a_department_outside_the_task_cannot_lead(as_user, task, db, home):
    answer = as_user("office").send(
        f"/tasks/{task.id}/lead",
        {"department_id": department(db, home, "财务部").id, "version": task.version},
        expect=422,
    )
    assert "请在这项任务的责任部门中选一个" in answer.text


def test_a_change_meanwhile_shows_both_sides_and_overwrites_nothing(as_user, task, db, home):
    office = department(db, home, "办公室")
    answer = as_user("office").send(
        f"/tasks/{task.id}/lead", {"department_id": office.id, "version": task.version - 1}, expect=409
    )
    assert "没有覆盖任何一边" in answer.text
    db.rollback()
    leads = db.exec(select(Responsibility).where(Responsibility.part == Part.LEAD)).one()
    assert leads.presumed


def test_only_the_office_settles_the_lead(as_user, task):
    as_user("zuzhi").send(f"/tasks/{task.id}/lead", {"department_id": 1, "version": 1}, expect=403)
