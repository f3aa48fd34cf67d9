"""The migrations make exactly the tables of the models, and can be undone."""

from collections.abc import Callable

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, inspect
from sqlmodel import select

from app.core.db import make_engine, transaction
from app.core.migrate import changing_tables, configuration, is_current, migrate
from app.ledgers.models import Ledger
from app.people.models import User
from app.progress.models import ClosureRequest, Decision, ProgressReport, Review
from app.tables import metadata
from app.tasks.models import Task
from tests.factories import NOON, a_cast, a_ledger, a_report, a_task, department


@pytest.fixture
def stored(database_url: str):
    """A migrated database without an application."""
    engine = make_engine(database_url)
    yield engine
    engine.dispose()


def alembic(engine: Engine, act: Callable[[Config], None]) -> None:
    settings = configuration()
    with changing_tables(engine) as connection:
        settings.attributes["connection"] = connection
        act(settings)


def tables(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names()) - {"alembic_version"}


def test_an_empty_database_gets_every_table(stored):
    assert is_current(stored)
    assert tables(stored) == set(metadata.tables)


def test_the_newest_revision_equals_the_models(stored):
    alembic(stored, command.check)


def test_the_way_down_leaves_nothing_and_the_way_up_works_again(stored):
    alembic(stored, lambda settings: command.downgrade(settings, "base"))
    assert tables(stored) == set()
    assert not is_current(stored)

    migrate(stored)

    assert tables(stored) == set(metadata.tables)
    alembic(stored, command.check)


def test_what_is_stored_survives_a_rebuilt_table(stored):
    """Ledgers, reports and requests are rebuilt on the way; nothing that hangs on them may go with the old table."""
    with transaction(stored) as db:
        home = a_cast(db)
        lead = department(db, home, "组织部")
        task = a_task(db, a_ledger(db, home), lead=lead)
        report = a_report(db, task, lead)
        office = db.exec(select(User.id).where(User.account == "office")).one()
        db.add(Review(report_id=report.id, reviewer_id=office, decision=Decision.ACCEPTED, at=NOON))
        db.add(ClosureRequest(task_id=task.id, statement="都做完了。", asked_by_id=office, asked_at=NOON))

    alembic(stored, lambda settings: command.downgrade(settings, "7c3e9a41d0b8"))
    migrate(stored)

    with transaction(stored) as db:
        for table in (Ledger, Task, ProgressReport, Review, ClosureRequest):
            assert len(db.exec(select(table)).all()) == 1, table.__name__


def test_migrating_again_changes_nothing(stored):
    migrate(stored)

    assert is_current(stored)
