"""The inbox: own notices only, newest first, marked when read."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from app.core.clock import now
from app.delivery.models import Notice
from app.delivery.service import Letter, put_all
from app.people.models import User
from tests.factories import a_cast
from tests.statements import statements


def notices(db: Session, account: str, count: int, href: str = "/tasks/1") -> None:
    user_id = db.exec(select(User.id).where(User.account == account)).one()
    for n in range(1, count + 1):
        put_all(db, [Letter(f"{account}:{n}", user_id, f"第{n}条", href)], now() + timedelta(seconds=n))
    db.commit()


@pytest.fixture
def cast(db: Session) -> None:
    a_cast(db)
    db.commit()


def test_an_empty_inbox_says_what_will_come(as_user, cast):
    assert "还没有消息" in as_user("zuzhi").open("/notices").text


def test_every_role_reads_its_own(as_user, db, cast):
    notices(db, "sysadmin", 1)

    assert len(as_user("sysadmin").open("/notices").select("li.todo")) == 1
    assert as_user("zuzhi").open("/notices").select("li.todo") == []


def test_the_newest_is_on_top_and_fifty_fill_a_page(as_user, db, cast):
    notices(db, "zuzhi", 51)
    zuzhi = as_user("zuzhi")

    first, second = zuzhi.open("/notices"), zuzhi.open("/notices?page=2")

    assert "51条消息未读" in first.text
    assert "第51条" in first.select_one("li.todo").text
    assert (len(first.select("li.todo")), len(second.select("li.todo"))) == (50, 1)
    assert second.select_one(".pager a")["href"] == "/notices?page=1"
    assert len(zuzhi.open("/notices?page=99").select("li.todo")) == 1


def test_opening_a_notice_marks_it_and_goes_on(as_user, db, cast):
    notices(db, "zuzhi", 2)
    zuzhi = as_user("zuzhi")

    answer = zuzhi.send(f"/notices/{first_id(db)}/read", {"open": "1"})

    assert answer.headers["location"] == "/tasks/1"
    assert "1条消息未读" in zuzhi.open("/notices").text


def test_marking_answers_the_line_and_the_bell(as_user, db, cast):
    notices(db, "zuzhi", 2, href="")

    answer = as_user("zuzhi").send(f"/notices/{first_id(db)}/read", htmx=True, expect=200)

    assert "已读" in answer.text
    assert 'id="nav-notices" hx-swap-oob="true">1<' in answer.text


def test_the_notice_of_another_does_not_exist(as_user, db, cast):
    notices(db, "zuzhi", 1)

    as_user("caiwu").send(f"/notices/{first_id(db)}/read", expect=404)

    assert db.exec(select(Notice.read_at)).all() == [None]


def test_marking_all_leaves_those_of_others(as_user, db, cast):
    notices(db, "zuzhi", 2)
    notices(db, "caiwu", 1)

    as_user("zuzhi").send("/notices/read")

    db.rollback()
    unread = db.exec(select(Notice.key).where(Notice.read_at.is_(None))).all()
    assert unread == ["caiwu:1"]


def test_one_notice_and_fifty_take_the_same_statements(as_user, db, engine, cast):
    notices(db, "zuzhi", 1)
    notices(db, "caiwu", 50)

    assert asked_for(engine, as_user("zuzhi")) == asked_for(engine, as_user("caiwu"))


def asked_for(engine, browser) -> int:
    with statements(engine) as seen:
        browser.open("/notices")
    return len(seen)


def first_id(db: Session) -> int:
    return db.exec(select(Notice.id).order_by(Notice.id)).first()
