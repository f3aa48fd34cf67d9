"""催办: who may, what it does, and how it is taken back."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from app.audit.models import AuditEvent
from app.audit.wording import sentence
from app.delivery.models import Notice
from app.people.models import User
from app.reminders.models import Urge
from app.tasks.kinds import TaskStatus
from app.tasks.models import Task
from tests.factories import a_cast, a_ledger, a_task, department


@pytest.fixture
def task(db: Session) -> Task:
    home = a_cast(db)
    task = a_task(
        db, a_ledger(db, home), lead=department(db, home, "财务部"), supports=(department(db, home, "组织部"),)
    )
    db.commit()
    return task


@pytest.mark.parametrize(
    ("account", "status"),
    [
        ("office", 303), ("leader", 303), ("principal", 303), ("caiwu", 403), ("zuzhi", 403), ("outsider", 404),
        ("sysadmin", 403),
    ],
)  # fmt: skip
def test_office_and_leaders_urge(as_user, db, task, account, status):
    as_user(account).send(f"/tasks/{task.id}/urges", expect=status)

    assert len(db.exec(select(Urge)).all()) == (status == 303)


def test_the_head_of_the_lead_reads_who_urges_what(as_user, db, task):
    answer = as_user("office").send(f"/tasks/{task.id}/urges")

    assert answer.headers["location"] == f"/tasks/{task.id}"
    told = db.exec(select(Notice, User).join(User)).one()
    assert told[1].account == "caiwu"
    assert told[0].words == "陈静催办第1项，应于12月31日办结，请尽快报送进展。"
    event = db.exec(select(AuditEvent).where(AuditEvent.tag == "task:urge")).one()
    assert sentence(event) == "陈静催办财务部"


def test_a_double_click_urges_once(as_user, db, task):
    as_user("office").send(f"/tasks/{task.id}/urges")
    answer = as_user("office").send(f"/tasks/{task.id}/urges", htmx=True, expect=200)

    assert "已催办1次" in answer.text
    assert len(db.exec(select(Urge)).all()) == len(db.exec(select(Notice)).all()) == 1


def test_the_button_becomes_the_count_with_a_way_back(as_user, db, task):
    answer = as_user("office").send(f"/tasks/{task.id}/urges", htmx=True, expect=200)

    urge = db.exec(select(Urge)).one()
    assert f'id="urge-{task.id}"' in answer.text
    assert "已催办1次" in answer.text
    assert answer.text.count(f'action="/urges/{urge.id}/removal"') == 2
    assert 'hx-swap-oob="beforeend:#toasts"' in answer.text


def test_an_urge_is_taken_back_with_its_notice(as_user, db, task):
    as_user("office").send(f"/tasks/{task.id}/urges")
    urge_id = db.exec(select(Urge.id)).one()

    answer = as_user("office").send(f"/urges/{urge_id}/removal", htmx=True, expect=200)

    db.rollback()
    assert db.exec(select(Urge)).all() == db.exec(select(Notice)).all() == []
    assert "已撤回对财务部的催办" in answer.text
    assert f'action="/tasks/{task.id}/urges"' in answer.text
    as_user("office").send(f"/urges/{urge_id}/removal", expect=404)


def test_nobody_takes_back_the_urge_of_another(as_user, db, task):
    as_user("leader").send(f"/tasks/{task.id}/urges")
    urge_id = db.exec(select(Urge.id)).one()

    as_user("office").send(f"/urges/{urge_id}/removal", expect=404)


def test_after_ten_minutes_it_stands(as_user, db, task):
    as_user("office").send(f"/tasks/{task.id}/urges")
    urge = db.exec(select(Urge)).one()
    urge.at -= timedelta(minutes=11)
    db.commit()

    answer = as_user("office").send(f"/urges/{urge.id}/removal", expect=409)

    assert "超过10分钟" in answer.text


def test_a_closed_task_is_not_urged(as_user, db, task):
    task.status = TaskStatus.CLOSED
    db.add(task)
    db.commit()

    as_user("office").send(f"/tasks/{task.id}/urges", expect=403)


def test_without_a_lead_there_is_nobody_to_urge(as_user, db):
    task = a_task(db, a_ledger(db, a_cast(db)))
    db.commit()

    answer = as_user("office").send(f"/tasks/{task.id}/urges", expect=409)

    assert "还没有牵头部门" in answer.text


def test_a_lead_without_people_is_said_openly(as_user, db):
    home = a_cast(db)
    task = a_task(db, a_ledger(db, home), lead=department(db, home, "办公室"))
    db.commit()

    answer = as_user("office").send(f"/tasks/{task.id}/urges", htmx=True, expect=200)

    assert "没有人收到" in answer.text


def test_an_urge_is_taken_back_on_the_task_page_without_script(as_user, db, task):
    leader = as_user("leader")
    leader.send(f"/tasks/{task.id}/urges")
    urge = db.exec(select(Urge)).one()

    form = leader.open(f"/tasks/{task.id}").select_one(f'.urge-box form[action="/urges/{urge.id}/removal"]')
    assert form.button.text.startswith("撤回")
    leader.send(form["action"])

    db.rollback()
    assert db.exec(select(Urge)).all() == []
    assert not leader.open(f"/tasks/{task.id}").select(".urge-box form[action$=removal]")
