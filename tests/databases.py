"""Two real databases for the tests: SQLite files copied from a template, and a PostgreSQL that we start ourselves."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import CursorResult, create_engine, inspect, text

from app.core.db import make_engine
from app.core.migrate import migrate


def newest_postgres() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name))
    if found:
        return found[-1]
    initdb = shutil.which("initdb")
    assert initdb, "缺少 PostgreSQL：请运行 apt-get install postgresql"
    return Path(initdb).resolve().parent


def as_nobody() -> list[str]:
    """initdb refuses root."""
    return ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] if os.geteuid() == 0 else []


@contextmanager
def postgres() -> Iterator[str]:
    """A throw-away cluster on a socket; gives the address of its template database, migrated."""
    programs = newest_postgres()
    folder = Path(tempfile.mkdtemp(prefix="tz-", dir="/tmp"))  # a socket's path may have 107 bytes
    if os.geteuid() == 0:
        shutil.chown(folder, "nobody", "nogroup")

    def run(name: str, *arguments: str) -> None:
        subprocess.run(
            [*as_nobody(), str(programs / name), *arguments], check=True, cwd=folder, stdout=subprocess.DEVNULL
        )

    run("initdb", "-D", f"{folder}/d", "-U", "t", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
    options = f"-k {folder} -c listen_addresses='' -c fsync=off -c full_page_writes=off -c max_connections=200"
    run("pg_ctl", "-D", f"{folder}/d", "-w", "-l", f"{folder}/log", "-o", options, "start")
    try:
        create_database(folder, "tpl", template="template1")
        engine = make_engine(f"postgresql+psycopg://t@/tpl?host={folder}")
        migrate(engine)
        engine.dispose()
        yield str(folder)
    finally:
        run("pg_ctl", "-D", f"{folder}/d", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def create_database(folder: Path | str, name: str, *, template: str = "tpl") -> str:
    admin = create_engine(f"postgresql+psycopg://t@/postgres?host={folder}", isolation_level="AUTOCOMMIT")
    try:
        with admin.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy"))
    finally:
        admin.dispose()
    return f"postgresql+psycopg://t@/{name}?host={folder}"


class File:
    """One SQLite file for test after test: a copy of the template each time, in the same place."""

    def __init__(self, template: Path, path: Path) -> None:
        self.url = f"sqlite:///{path}"
        self._template, self._path = template, path
        self.empty()

    def empty(self) -> None:
        """As the migrations left it. Whoever is still connected keeps the file that was."""
        for ending in ("", "-wal", "-shm"):
            Path(f"{self._path}{ending}").unlink(missing_ok=True)
        shutil.copy(self._template, self._path)


class Reused:
    """One PostgreSQL database for test after test: emptying it takes a tenth of the time that a new one takes."""

    def __init__(self, folder: Path | str, name: str) -> None:
        self.url = create_database(folder, name)
        self._engine = create_engine(self.url, isolation_level="AUTOCOMMIT")
        self._inside = self._engine.connect()
        self._tables = [name for name in inspect(self._engine).get_table_names() if name != "alembic_version"]
        self._kept = {name: self._run(f'SELECT * FROM "{name}"').mappings().all() for name in self._filled()}

    def empty(self) -> None:
        """As the migrations left it. Whoever is still connected is sent away."""
        self._run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        self._run("SET session_replication_role = replica")  # no triggers, no foreign keys
        filled = self._filled()
        for name in filled:
            self._run(f'DELETE FROM "{name}"')
        if filled:  # the next rows lie in their order from the first page on, as in a new table
            self._run("VACUUM " + ", ".join(f'"{name}"' for name in filled))
        self._run(
            "SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false) FROM pg_sequences"
            " WHERE last_value IS NOT NULL"
        )
        for name, rows in self._kept.items():
            for row in rows:
                columns, values = ", ".join(row), ", ".join(f":{column}" for column in row)
                self._run(f'INSERT INTO "{name}" ({columns}) VALUES ({values})', **row)

    def close(self) -> None:
        self._inside.close()
        self._engine.dispose()

    def _filled(self) -> list[str]:
        asked = ", ".join(f'EXISTS (SELECT FROM "{name}")' for name in self._tables)
        return [name for name, filled in zip(self._tables, self._run(f"SELECT {asked}").one(), strict=True) if filled]

    def _run(self, statement: str, **values: object) -> CursorResult[Any]:
        return self._inside.execute(text(statement), values)
