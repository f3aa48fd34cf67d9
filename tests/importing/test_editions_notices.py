"""Departments hear of what a newer edition changed for them: one notice each, and none where nothing changed."""

import pytest
from sqlmodel import select

from app.core.clock import now
from app.delivery.models import Notice
from app.people.kinds import Role
from app.people.models import Department, User
from tests.factories import a_cast, a_user, department
from tests.importing.editions import FIRST, a_published_ledger, a_second_edition, adopt, draft, form_of, tasks

HEADS = ("网络中心", "法工部", "经济部", "财务部", "宣教部")


@pytest.fixture
def ledger(db):
    a_cast(db)
    ledger = a_published_ledger(db)
    home = db.get_one(Department, ledger.organisation_id)
    for name in HEADS:
        a_user(db, f"head-{name}", Role.HEAD, department(db, home, name))
    a_user(db, "gone", Role.LIAISON, department(db, home, "网络中心"), is_active=False)
    db.commit()
    return ledger


def notices(db):
    """Account → words of what it was told of the edition."""
    db.rollback()
    rows = db.exec(
        select(User.account, Notice.words)
        .join(Notice, Notice.user_id == User.id)
        .where(Notice.key.startswith("edition"))
        .order_by(Notice.id)
    ).all()
    assert len({account for account, _ in rows}) == len(rows)
    return {account.removeprefix("head-"): words for account, words in rows}


def test_each_department_is_told_once_what_changed_for_it(as_user, db, ledger, batch):
    adopt(as_user("office"), batch, db, ledger)

    told = notices(db)

    assert told["网络中心"] == "《秦工办字〔2021〕29号》按新版调整，涉及本部门1项：第23项不再由本部门承担。"
    assert "新增第38项" in told["法工部"]
    assert "第9项文字有变" in told["经济部"]
    assert "第38项" not in told["经济部"]
    notice = db.exec(select(Notice).where(Notice.key.startswith("edition"))).first()
    assert notice.href == f"/ledgers/{ledger.id}/editions"
    assert notice.key.endswith(f":{notice.user_id}")


def test_a_later_day_and_an_end_are_told_in_words(as_user, db, ledger, batch):
    seventeen = tasks(db, ledger)["17"].id

    adopt(as_user("office"), batch, db, ledger, fate=f"into-{seventeen}")

    told = notices(db)
    assert "第22项时限有变，时限11月30日" in told["财务部"]
    assert "第16项并入第17项；第17项并入了一项" in told["经济部"]


def test_other_numbers_alone_disturb_nobody(as_user, db, ledger):
    text = FIRST
    for n in range(37, 0, -1):
        text = text.replace(f"\n{n}\t", f"\n{n + 1}\t")
    batch = a_second_edition(db, ledger, text.encode())
    db.commit()
    office = as_user("office")

    office.send(f"/imports/{batch.id}/edition/changes", form_of(office.open(f"/imports/{batch.id}/edition")))

    assert tasks(db, ledger)["38"].position == 37
    assert notices(db) == {}


def test_taking_the_edition_back_takes_the_notices_back_and_tells_whoever_read_one(as_user, db, ledger, batch):
    office = as_user("office")
    adopt(office, batch, db, ledger)
    notices(db)
    read = db.exec(select(Notice).join(User, Notice.user_id == User.id).where(User.account == "head-网络中心")).one()
    read.read_at = now()
    db.commit()

    office.send(f"/imports/{batch.id}/undo")

    assert notices(db) == {"网络中心": "《秦工办字〔2021〕29号》的新版已撤回，任务恢复原样。"}


def test_what_is_not_taken_over_is_not_told(as_user, db, ledger, batch):
    keep = f"d{draft(db, batch, '9').id}-words"

    adopt(as_user("office"), batch, db, ledger, fate="keep", take=[keep])

    assert set(notices(db)) == {"经济部"}
