"""A figure that the office only follows stands in no document: a newer edition leaves it alone."""

from sqlmodel import select

from app.tasks.kinds import Comparator
from app.tasks.models import Indicator
from tests.factories import a_cast
from tests.importing.editions import a_published_ledger, a_second_edition, adopt, tasks


def followed(db, task) -> Indicator:
    one = Indicator(
        task_id=task.id, position=9, words="青年专家", comparator=Comparator.AT_LEAST, value=None, unit="人"
    )
    db.add(one)
    return one


def test_a_newer_edition_neither_tells_of_it_nor_takes_it_away(as_user, db):
    a_cast(db)
    ledger = a_published_ledger(db)
    db.commit()
    found = tasks(db, ledger)
    kept = [followed(db, found[number]).words for number in ("1", "9")]  # 9 has other words in the newer one
    batch = a_second_edition(db, ledger)
    db.commit()
    office = as_user("office")

    page = office.open(f"/imports/{batch.id}/edition")
    assert "32项未变" in page.text
    adopt(office, batch, db, ledger)

    db.rollback()
    assert db.exec(select(Indicator.words).where(Indicator.value.is_(None))).all() == kept
