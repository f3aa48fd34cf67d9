"""部门须签收 is switched on and off after publication, in the settings of the ledger."""

from datetime import date

import pytest
from sqlmodel import select

from app.audit.models import AuditEvent
from app.audit.wording import sentence
from app.delivery.models import Notice
from app.ledgers.models import Ledger
from app.people.models import User
from app.progress.asking import await_receipts
from app.progress.models import Receipt
from app.progress.receiving import receive
from app.tasks.models import Responsibility, Task
from tests.factories import NOON, a_cast, a_report, department
from tests.importing.editions import a_published_ledger, a_second_edition, adopt
from tests.importing.test_handing_out import hand_out, published
from tests.importing.test_receipts import AWAITING, IN_HAND, part, standing


@pytest.fixture
def home(db):
    home = a_cast(db)
    db.commit()
    return home


@pytest.fixture
def ledger_id(db, as_user, home):
    """组织部 leads 1 and 3 and helps with 2, which 财务部 leads; handed out, nobody is asked to sign."""
    return published(db, as_user)


def switch(as_user, db, ledger_id, *, on, expect=303):
    db.rollback()
    db.expire_all()
    sent = {"version": db.get_one(Ledger, ledger_id).version, **({"needs_receipt": "1"} if on else {})}
    return as_user("office").send(f"/ledgers/{ledger_id}/rules", sent, expect=expect)


def notices(db, account) -> list[str]:
    user = db.exec(select(User.id).where(User.account == account)).one()
    return list(db.exec(select(Notice.words).where(Notice.user_id == user).order_by(Notice.id)))


def test_switched_on_what_is_handed_out_waits_too_and_the_departments_are_told(as_user, db, ledger_id):
    before = as_user("office").open(f"/ledgers/{ledger_id}").select_one('form[action$="/rules"]')
    assert "已经交办、部门还没有报送的任务也等待签收" in before.text

    switch(as_user, db, ledger_id, on=True)

    assert set(standing(db).values()) == {AWAITING}
    assert notices(db, "caiwu")[-1].endswith("须部门签收，本部门还有第2项，请签收。")
    page = as_user("office").open(f"/ledgers/{ledger_id}")
    assert page.select("#f-needs_receipt[checked]")
    assert "已有的签收保留" in page.select_one('form[action$="/rules"]').text
    event = db.exec(select(AuditEvent).where(AuditEvent.tag == "ledger:receipt-rule")).one()
    assert sentence(event).startswith("陈静规定台账")
    assert sentence(event).endswith("须部门签收")


def test_whoever_has_reported_has_it(as_user, db, home, ledger_id):
    mine = part(db, "1", "组织部")
    a_report(db, db.get_one(Task, mine.task_id), department(db, home, "组织部"))
    db.commit()

    switch(as_user, db, ledger_id, on=True)

    found = standing(db)
    assert found.pop(("1", "组织部")) is IN_HAND
    assert set(found.values()) == {AWAITING}


def test_switched_off_nobody_waits_and_who_signed_stays_on_record(as_user, db, ledger_id):
    switch(as_user, db, ledger_id, on=True)
    as_user("zuzhi").send(f"/ledgers/{ledger_id}/receipts")

    switch(as_user, db, ledger_id, on=False)

    assert set(standing(db).values()) == {IN_HAND}
    assert not [words for words in notices(db, "caiwu") if words.endswith("请签收。")]
    assert len(db.exec(select(Receipt)).all()) == 3
    switch(as_user, db, ledger_id, on=True)  # asked again: only those who never signed
    assert [key for key, status in standing(db).items() if status is AWAITING] == [("2", "财务部")]


def test_a_ledger_that_waits_to_be_handed_out_is_signed_from_then_on(as_user, db, home):
    ledger_id = published(db, as_user, how="publish")
    switch(as_user, db, ledger_id, on=True)
    assert set(standing(db).values()) == {IN_HAND}

    hand_out(as_user("office"), ledger_id)

    assert set(standing(db).values()) == {AWAITING}


def test_the_office_alone_sets_it_and_not_over_somebody_else(as_user, db, ledger_id):
    for account in ("zuzhi", "leader"):
        as_user(account).send(f"/ledgers/{ledger_id}/rules", {"version": 1, "needs_receipt": "1"}, expect=403)
    switch(as_user, db, ledger_id, on=True)

    late = as_user("office").send(f"/ledgers/{ledger_id}/rules", {"version": 1, "needs_leader": "1"}, expect=409)

    assert "销号须经领导同意，部门不须签收" in late.text
    assert set(standing(db).values()) == {AWAITING}


def test_nothing_changed_is_said_and_not_logged(as_user, db, ledger_id):
    answer = switch(as_user, db, ledger_id, on=False)

    assert "%E8%AE%BE%E7%BD%AE%E6%B2%A1%E6%9C%89%E5%8F%98%E5%8C%96" in answer.headers["set-cookie"]
    assert not db.exec(select(AuditEvent).where(AuditEvent.tag == "ledger:receipt-rule")).all()


def test_a_newer_edition_asks_those_whom_it_names_first_and_undo_asks_nobody_twice(as_user, db, home):
    ledger = a_published_ledger(db)
    ledger.needs_receipt = True
    await_receipts(db, ledger, date(2021, 6, 4))
    batch = a_second_edition(db, ledger)
    db.commit()
    signed = [part(db, "9", name) for number, name in standing(db) if number == "9"]
    law = [r for r in db.exec(select(Responsibility)).all() if r.printed_name == "法工部"]
    receive(db, law, by=db.exec(select(User)).first(), now=NOON)
    db.commit()
    office = as_user("office")

    adopt(office, batch, db, ledger)  # 9 has other words; 38 is new, for 法工部 and 保障部

    found = standing(db)
    assert found["38", "法工部"] is found["38", "保障部"] is found["9", signed[0].printed_name] is AWAITING
    assert {s for (number, name), s in found.items() if name == "法工部" and number != "38"} == {IN_HAND}
    assert part(db, "38", "法工部").receipt_asked_on == date(2021, 10, 14)
    receive(db, [part(db, "9", s.printed_name) for s in signed], by=db.exec(select(User)).first(), now=NOON)
    db.commit()
    office.send(f"/imports/{batch.id}/undo")
    found = standing(db)
    assert ("38", "法工部") not in found
    assert {status for (number, _), status in found.items() if number == "9"} == {IN_HAND}
    assert found["14", part_name(found, "14")] is AWAITING


def part_name(found, number) -> str:
    return next(name for other, name in found if other == number and name != "法工部")
