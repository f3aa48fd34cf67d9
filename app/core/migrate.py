"""Bring the database to the newest revision, and tell whether it is there."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

ROOT = Path(__file__).parents[2]


def configuration() -> Config:
    return Config(str(ROOT / "alembic.ini"))


def migrate(engine: Engine) -> None:
    """Upgrade to the newest revision, in one transaction."""
    settings = configuration()
    with changing_tables(engine) as connection:
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")


@contextmanager
def changing_tables(engine: Engine) -> Iterator[Connection]:
    """A transaction in which tables may be rebuilt without losing what hangs on them.

    SQLite changes a table by writing it anew and dropping the old one. With its foreign keys on, that would delete
    every row that refers to it; they can be turned off only outside a transaction.
    """
    with engine.connect() as connection:
        raw = connection.connection.driver_connection if connection.dialect.name == "sqlite" else None
        if raw is not None:
            raw.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                yield connection
        finally:
            if raw is not None:
                raw.execute("PRAGMA foreign_keys=ON")


def is_current(engine: Engine) -> bool:
    """Does the database stand at the newest revision?"""
    newest = ScriptDirectory.from_config(configuration()).get_current_head()
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() == newest
