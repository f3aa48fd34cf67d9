"""Two real databases for the tests: SQLite files copied from a template, and a PostgreSQL that we start ourselves."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, text

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
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy"))
    admin.dispose()
    return f"postgresql+psycopg://t@/{name}?host={folder}"


def drop_database(folder: Path | str, name: str) -> None:
    admin = create_engine(f"postgresql+psycopg://t@/postgres?host={folder}", isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()
