"""全部催办: named before it is sent, once a department, never twice a day."""

from datetime import date

import pytest
from sqlmodel import Session, col, func, select

from app.delivery.models import Notice
from app.ledgers.models import Ledger
from app.people.models import Department
from app.reminders.models import Urge
from app.tasks.models import Task
from tests.factories import a_cast, a_ledger, a_task, department


@pytest.fixture
def ledger(db: Session) -> Ledger:
    """财务部 leads two overdue tasks, 组织部 one, and one that is not yet due."""
    home = a_cast(db)
    ledger = a_ledger(db, home)
    for name, day in (("财务部", 30), ("组织部", 15), ("财务部", 1)):
        a_task(db, ledger, lead=department(db, home, name), due_on=date(2021, 9, day))
    a_task(db, ledger, lead=department(db, home, "组织部"))
    db.commit()
    return ledger


def ids(db: Session) -> list[int]:
    return list(db.exec(select(Task.id).order_by(col(Task.position))))


def count(db: Session, model: type) -> int:
    db.rollback()
    return db.exec(select(func.count()).select_from(model)).one()


def test_the_board_leads_to_a_page_that_names_the_departments(as_user, ledger, db):
    browser = as_user("leader")
    link = browser.open("/board").select_one("a[href*=urges]")

    page = browser.open(link["href"])

    assert page.h1.text == "催办2个部门，3项任务"
    assert [th.text for th in page.select("tbody th")] == ["财务部", "组织部"]
    assert [int(i["value"]) for i in page.select("[name=ids]")] == [ids(db)[0], ids(db)[2], ids(db)[1]]
    assert count(db, Urge) == 0


def test_each_head_hears_once_of_all_its_tasks(as_user, ledger, db):
    as_user("office").send(f"/ledgers/{ledger.id}/urges", {"ids": ids(db)[:3]})

    db.rollback()
    assert sorted(db.exec(select(Notice.words))) == [
        "陈静催办第1、3项，请尽快报送进展。",
        "陈静催办第2项，请尽快报送进展。",
    ]
    assert count(db, Urge) == 3


def test_a_second_click_or_clerk_sends_nothing_again(as_user, ledger, db):
    for who in ("office", "office", "leader"):
        as_user(who).send(f"/ledgers/{ledger.id}/urges", {"ids": ids(db)[:3]})

    assert (count(db, Urge), count(db, Notice)) == (3, 2)
    page = as_user("leader").open(f"/ledgers/{ledger.id}/urges/new?due=overdue")
    assert "今天已催办，不再重复：第1、2、3项。" in page.main.text


def test_tasks_of_another_ledger_are_not_touched(as_user, ledger, db):
    other = a_ledger(db, db.get_one(Department, ledger.organisation_id), "别的台账")
    db.commit()

    as_user("office").send(f"/ledgers/{other.id}/urges", {"ids": [*ids(db), "x"]})

    assert count(db, Urge) == 0


def test_ticked_rows_of_the_ledger_are_urged_or_printed_without_script(as_user, ledger, db):
    page = as_user("office").open(f"/ledgers/{ledger.id}")
    form = page.select_one("form#bulk")

    assert form["action"].endswith("/urges/new")
    assert [b.get("formaction") for b in form.select("button")] == [None, f"/ledgers/{ledger.id}/print", None]
    assert len(page.select("[name=ids][form=bulk]")) == 4
    first = ids(db)[0]
    assert as_user("office").open(f"{form['action']}?ids={first}").h1.text == "催办1个部门，1项任务"


def test_a_department_gets_no_boxes_to_tick(as_user, ledger):
    assert not as_user("zuzhi").open(f"/ledgers/{ledger.id}").select("[name=ids], #bulk")
