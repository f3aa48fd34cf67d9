"""The migrations make exactly the tables of the models, and can be undone."""

from collections.abc import Callable

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, inspect

from app.core.db import make_engine
from app.core.migrate import configuration, is_current, migrate
from app.tables import metadata


@pytest.fixture
def stored(database_url: str):
    """A migrated database without an application."""
    engine = make_engine(database_url)
    yield engine
    engine.dispose()


def alembic(engine: Engine, act: Callable[[Config], None]) -> None:
    settings = configuration()
    with engine.begin() as connection:
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


def test_migrating_again_changes_nothing(stored):
    migrate(stored)

    assert is_current(stored)
