"""部门须签收: a ledger may ask every department to confirm that it has its tasks."""

import pytest
from sqlmodel import select

from app.audit.models import AuditEvent
from app.delivery.models import Notice
from app.people.models import Department, User
from app.progress.models import Receipt, ReportStatus
from app.progress.service import submit_report
from app.requests.refusing import keep, refuse
from app.tasks.kinds import ResponsibilityStatus, TaskStatus
from app.tasks.models import Responsibility, Task
from tests.factories import a_cast
from tests.importing.documents import NOW
from tests.importing.test_handing_out import hand_out, published

AWAITING, IN_HAND = ResponsibilityStatus.AWAITING_RECEIPT, ResponsibilityStatus.IN_HAND


@pytest.fixture
def ledger_id(db, as_user):
    """组织部 leads 1 and 3 and helps with 2, which 财务部 leads."""
    a_cast(db)
    db.commit()
    return published(db, as_user, needs_receipt="1")


def standing(db) -> dict[tuple[str, str], ResponsibilityStatus]:
    db.rollback()
    db.expire_all()
    rows = db.exec(
        select(Task.number, Department.name, Responsibility.status)
        .join(Responsibility, Responsibility.task_id == Task.id)
        .join(Department, Department.id == Responsibility.department_id)
    )
    return {(number, name): status for number, name, status in rows}


def states(office, ledger_id) -> list[str]:
    return [row.select("td .tag")[-1].text for row in office.open(f"/ledgers/{ledger_id}").select("#rows tbody tr")]


def part(db, number: str, name: str) -> Responsibility:
    db.rollback()
    return db.exec(
        select(Responsibility)
        .join(Task, Task.id == Responsibility.task_id)
        .join(Department, Department.id == Responsibility.department_id)
        .where(Task.number == number, Department.name == name)
    ).one()


def person(db, account: str) -> User:
    return db.exec(select(User).where(User.account == account)).one()


def test_every_department_is_asked_to_sign(as_user, db, ledger_id):
    assert set(standing(db).values()) == {AWAITING}
    assert states(as_user("office"), ledger_id) == ["待签收"] * 3
    assert all(words.endswith("请签收。") for words in db.exec(select(Notice.words)).all())
    page = as_user("zuzhi").open("/todo")
    assert page.h1.text.startswith("1本台账待签收，")
    assert "交办给本部门3项：第1、2、3项" in page.select_one("#g-sign + ul").text


def test_one_signature_is_enough_for_all_that_a_department_got(as_user, db, ledger_id):
    liaison = as_user("lianluo")

    liaison.send(f"/ledgers/{ledger_id}/receipts")

    found = standing(db)
    assert {key: status for key, status in found.items() if status is AWAITING} == {("2", "财务部"): AWAITING}
    assert db.exec(select(Receipt.by_id)).all() == [person(db, "lianluo").id] * 3
    assert not liaison.open("/todo").select("#g-sign")
    assert "待签收" not in states(as_user("office"), ledger_id)
    assert "组织部" in str(db.exec(select(AuditEvent.details).where(AuditEvent.tag == "task:receive")).first())


def test_a_task_is_signed_on_its_own_page_and_once(as_user, db, ledger_id):
    head, task = as_user("zuzhi"), part(db, "1", "组织部").task_id
    assert head.open(f"/tasks/{task}").select_one('form[action$="/receipts"] button').text == "签收"

    head.send(f"/ledgers/{ledger_id}/receipts", {"task": task})

    assert standing(db)["1", "组织部"] is IN_HAND
    assert standing(db)["3", "组织部"] is AWAITING
    page = head.open(f"/tasks/{task}")
    assert not page.select('form[action$="/receipts"]')
    assert "签收，组织部" in page.text
    again = head.send(f"/ledgers/{ledger_id}/receipts", {"task": task})
    assert again.headers["location"] == f"/tasks/{task}"
    assert len(db.exec(select(Receipt)).all()) == 1


def test_a_department_signs_for_itself_alone(as_user, db, ledger_id):
    as_user("caiwu").send(f"/ledgers/{ledger_id}/receipts")

    assert [key for key, status in standing(db).items() if status is IN_HAND] == [("2", "财务部")]
    for account in ("office", "leader"):
        as_user(account).send(f"/ledgers/{ledger_id}/receipts", expect=403)
    as_user("outsider").send(f"/ledgers/{ledger_id}/receipts", expect=404)


def test_who_has_not_signed_is_seen_by_the_office(as_user, db, ledger_id):
    as_user("zuzhi").send(f"/ledgers/{ledger_id}/receipts")

    page = as_user("office").open(f"/ledgers/{ledger_id}/issue")

    told = {row.th.text: row.select_one('[data-l="签收"]').text for row in page.select("tbody tr")}
    assert told == {"组织部": "已签收", "财务部": "待签收1项10月14日起等待"}


def test_whoever_reports_has_signed(db, ledger_id):
    mine, head = part(db, "1", "组织部"), person(db, "zuzhi")

    report = submit_report(
        db, db.get_one(Task, mine.task_id), mine, None, percent=10, summary="已启动。", problems="", next_steps="",
        no_change=False, by=head, now=NOW,
    )  # fmt: skip
    db.commit()

    assert report.status is ReportStatus.SUBMITTED
    assert standing(db)["1", "组织部"] is IN_HAND


def test_a_refusal_that_is_not_granted_leaves_it_to_be_signed(db, ledger_id):
    mine = part(db, "1", "组织部")
    task = db.get_one(Task, mine.task_id)
    asked = refuse(db, task, "1", mine, reason="不属于本部门。", proposed_id=None, by=person(db, "zuzhi"), now=NOW)
    keep(db, task, "1", asked, remark="仍由组织部办。", by=person(db, "office"), now=NOW)
    db.commit()

    assert standing(db)["1", "组织部"] is AWAITING


def test_without_the_switch_nobody_signs(as_user, db):
    a_cast(db)
    db.commit()
    ledger_id = published(db, as_user)

    assert set(standing(db).values()) == {IN_HAND}
    assert not as_user("zuzhi").open("/todo").select("#g-sign")
    assert "待签收" not in as_user("office").open(f"/ledgers/{ledger_id}/issue").text


def test_handed_out_later_it_is_signed_later_and_taken_back_it_is_asked_anew(as_user, db):
    a_cast(db)
    db.commit()
    ledger_id, office = published(db, as_user, how="publish", needs_receipt="1"), as_user("office")
    assert set(standing(db).values()) == {IN_HAND}
    assert not as_user("zuzhi").open("/todo").select("#g-sign")

    hand_out(office, ledger_id)
    as_user("zuzhi").send(f"/ledgers/{ledger_id}/receipts")
    office.send(f"/ledgers/{ledger_id}/issue/withdrawal")

    assert set(standing(db).values()) == {IN_HAND}
    assert not db.exec(select(Receipt)).all()
    assert {t.status for t in db.exec(select(Task)).all()} == {TaskStatus.DRAFT}
    hand_out(office, ledger_id)
    assert set(standing(db).values()) == {AWAITING}
