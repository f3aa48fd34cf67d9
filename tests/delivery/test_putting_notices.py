"""The key of a notice is a promise."""

from sqlmodel import Session, select

from app.core.clock import now
from app.delivery.models import Notice
from app.delivery.service import put
from app.people.models import User
from tests.factories import a_cast


def user_id(db: Session, account: str) -> int:
    return db.exec(select(User.id).where(User.account == account)).one()


def test_the_same_key_is_put_once(db):
    a_cast(db)
    zuzhi = user_id(db, "zuzhi")

    first = put(db, key="overdue:1:2021-W41:2", user_id=zuzhi, words="逾期。", href="/tasks/1", now=now())
    again = put(db, key="overdue:1:2021-W41:2", user_id=zuzhi, words="又逾期。", href="/tasks/1", now=now())
    db.commit()

    assert (first, again) == (True, False)
    assert [n.words for n in db.exec(select(Notice))] == ["逾期。"]


def test_long_words_are_cut_with_a_sign(db):
    a_cast(db)

    put(db, key="k", user_id=user_id(db, "zuzhi"), words="长" * 900, href="", now=now())
    db.commit()

    assert db.exec(select(Notice.words)).one() == "长" * 499 + "…"
