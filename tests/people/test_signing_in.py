"""Signing in, out, and the first change of the password."""

import pytest
from sqlmodel import Session, select

from app.core.security import hash_password
from app.people.models import User, UserSession
from tests.factories import a_cast


@pytest.fixture
def cast(db: Session) -> None:
    a_cast(db)
    office = db.exec(select(User).where(User.account == "office")).one()
    office.password_hash = hash_password("Gongzuo-2021!")
    db.commit()


def test_a_right_password_opens_the_board(visitor, cast):
    visitor.open("/sign-in")

    answer = visitor.send("/sign-in", {"account": "office", "password": "Gongzuo-2021!"})

    assert answer.headers["location"] == "/board"


def test_a_wrong_password_keeps_the_account_and_tells_neither_which(visitor, cast):
    visitor.open("/sign-in")

    answer = visitor.send("/sign-in", {"account": "office", "password": "wrong"}, expect=422)

    assert "账号或密码不对" in answer.text
    assert 'value="office"' in answer.text


def test_five_failures_lock_the_account(visitor, cast):
    visitor.open("/sign-in")
    for _ in range(5):
        visitor.send("/sign-in", {"account": "office", "password": "wrong"}, expect=422)

    answer = visitor.send("/sign-in", {"account": "office", "password": "Gongzuo-2021!"}, expect=422)

    assert "锁定15分钟" in answer.text


def test_one_click_signs_a_demo_role_in(visitor, cast):
    visitor.open("/sign-in")

    answer = visitor.send("/sign-in/demo", {"role": "head"})

    assert answer.headers["location"] == "/todo"


def test_a_forged_form_is_refused(visitor, cast):
    visitor.open("/sign-in")

    visitor.send("/sign-in", {"account": "office", "password": "Gongzuo-2021!", "csrf": "forged"}, expect=403)


def test_signing_out_ends_every_session(as_user, cast, db):
    as_user("office").send("/sign-out")

    assert db.exec(select(UserSession)).all() == []


def test_a_weak_new_password_is_explained(as_user, cast):
    answer = as_user("office").send(
        "/password", {"current": "Gongzuo-2021!", "password": "short", "again": "short"}, expect=422
    )

    assert "至少10位" in answer.text
