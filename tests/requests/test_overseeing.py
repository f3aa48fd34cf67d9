"""分管: a leader in charge of departments urges and decides for those only, and may look at them alone."""

from datetime import date

import pytest
from sqlmodel import Session, select

from app.ledgers.models import Ledger
from app.people.models import Department, User
from app.progress.models import ExtensionRequest
from app.reminders.models import Urge
from app.tasks.models import Task
from tests.factories import a_cast, a_ledger, a_task, department

FORM = {"name": "组织部", "kind": "office", "aliases": "", "version": 1}


@pytest.fixture
def home(db: Session) -> Department:
    return a_cast(db)


@pytest.fixture
def leader(db: Session, home: Department) -> User:
    return db.exec(select(User).where(User.account == "leader")).one()


@pytest.fixture
def ledger(db: Session, home: Department, leader: User) -> Ledger:
    """Overdue: one task of 组织部, which the leader is in charge of, and one of 财务部."""
    zuzhi, caiwu = department(db, home, "组织部"), department(db, home, "财务部")
    made = a_ledger(db, home)
    for lead in (zuzhi, caiwu):
        a_task(db, made, lead=lead, due_on=date(2021, 10, 8), first_due_on=date(2021, 10, 8))
    zuzhi.overseer_id = leader.id
    db.commit()
    return made


def tasks(db: Session, ledger: Ledger) -> list[Task]:
    return list(db.exec(select(Task).where(Task.ledger_id == ledger.id).order_by(Task.position)))


@pytest.mark.parametrize("account", ["office", "sysadmin"])
def test_office_or_administrator_names_the_leader_in_charge(as_user, db, home, leader, account):
    db.commit()
    zuzhi = department(db, home, "组织部")
    browser = as_user(account)
    assert "周领导" in browser.open(f"/admin/departments/{zuzhi.id}").select_one("#f-overseer").text

    browser.send(f"/admin/departments/{zuzhi.id}", {**FORM, "overseer": leader.id})

    db.rollback()
    db.refresh(zuzhi)
    assert zuzhi.overseer_id == leader.id
    chosen = browser.open(f"/admin/departments/{zuzhi.id}").select_one("#f-overseer option[selected]")
    assert chosen.text == "周领导"


def test_only_a_leader_can_be_in_charge(as_user, db, home):
    head = db.exec(select(User).where(User.account == "zuzhi")).one()
    zuzhi = department(db, home, "组织部")
    db.commit()

    page = as_user("office").send(f"/admin/departments/{zuzhi.id}", {**FORM, "overseer": head.id}, expect=422)

    assert "请从列出的选项中选择" in page.text


def test_the_board_counts_what_the_own_departments_lead(as_user, db, ledger):
    browser = as_user("leader")
    page = browser.open("/board")
    assert page.h1.get_text("", strip=True).startswith("2项逾期")
    link = next(a for a in page.select(".seg a") if "我分管的" in a.text)
    assert "1" in link.text

    mine = browser.open(link["href"])

    assert mine.h1.get_text("", strip=True).startswith("1项逾期")
    assert len(mine.select(".lampwall a")) == 1
    red = browser.open(mine.select_one(".ls-r")["href"])
    assert len(red.select("#rows tbody tr")) == 1
    assert len(browser.open("/board/lamps?lead=mine", htmx=True).select(".lampwall a")) == 1


def test_he_urges_only_his_own(as_user, db, ledger):
    own, other = tasks(db, ledger)
    browser = as_user("leader")

    assert len(browser.open("/board").select("form[action$=urges]")) == 1
    refused = browser.send(f"/tasks/{other.id}/urges", expect=403)
    assert "不是你分管的部门" in refused.text
    browser.send(f"/ledgers/{ledger.id}/urges", {"ids": [own.id, other.id]})

    db.rollback()
    assert list(db.exec(select(Urge.task_id))) == [own.id]
    assert "组织部" in browser.open(f"/ledgers/{ledger.id}/urges/new?due=overdue").text


def test_without_departments_of_his_own_he_urges_all(as_user, db, home, ledger):
    department(db, home, "组织部").overseer_id = None
    db.commit()
    browser = as_user("leader")

    assert len(browser.open("/board").select("form[action$=urges]")) == 2
    assert not [a for a in browser.open("/board").select(".seg a") if "我分管的" in a.text]
    assert len(as_user("principal").open("/board").select("form[action$=urges]")) == 2


def test_an_extension_of_another_s_department_is_not_on_his_table(as_user, db, ledger):
    other = tasks(db, ledger)[1]
    form = {"until": "2021-12-01", "reason": "等评审。", "version": other.version}
    as_user("caiwu").send(f"/tasks/{other.id}/extensions/new", form)
    db.rollback()
    asked = db.exec(select(ExtensionRequest)).one()

    assert not as_user("leader").open("/board").select("#h-mine")
    as_user("leader").send(f"/extensions/{asked.id}", {"decision": "accepted", "version": 1}, expect=403)
    assert as_user("principal").open("/board").select("#h-mine")
    as_user("principal").send(f"/extensions/{asked.id}", {"decision": "accepted", "version": 1})
