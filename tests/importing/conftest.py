"""The ledger of 37 tasks, and a second edition of it that waits; a file may have a ledger or an import of its own."""

from collections.abc import Callable

import pytest
from sqlmodel import Session

from app.importing.models import ImportBatch
from app.ledgers.models import Ledger
from tests.browser import Browser
from tests.factories import a_cast
from tests.importing.editions import a_published_ledger, a_second_edition


@pytest.fixture
def office(as_user: Callable[[str], Browser], db: Session) -> Browser:
    a_cast(db)
    db.commit()
    return as_user("office")


@pytest.fixture
def ledger(db: Session) -> Ledger:
    a_cast(db)
    ledger = a_published_ledger(db)
    db.commit()
    return ledger


@pytest.fixture
def batch(db: Session, ledger: Ledger) -> ImportBatch:
    batch = a_second_edition(db, ledger)
    db.commit()
    return batch
