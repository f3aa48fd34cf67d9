"""A document of 37 tasks: read, recognised, stored and published; and what a row of a long workbook costs."""

from collections.abc import Iterator

from fastapi import FastAPI
from sqlmodel import Session

from app.core import clock
from app.demo.told import SEEDS
from app.importing.publish import publish
from app.importing.reading import prepare
from app.importing.service import store_import
from tests.bench.measure import Figure, measured
from tests.importing.long_files import long_sheet

LONG = 2_000
PATH = SEEDS / "sources" / "qinhuangdao-2021-29.txt"


def documents(app: FastAPI) -> Iterator[Figure]:
    engine = app.state.engine
    yield measured("read and recognise 37 tasks", engine, read)
    long = long_sheet(LONG)
    yield measured(f"read and recognise {LONG} rows", engine, lambda: read_long(long), times=3)
    with Session(engine) as db:
        yield measured("store and publish 37 tasks", engine, lambda: published(db))


def read() -> bytes:
    prepare(PATH.read_bytes(), PATH.name)
    return b""


def read_long(data: bytes) -> bytes:
    """Twenty thousand rows must stay within ten seconds, with the start and the storing: ten times this figure."""
    assert len(prepare(data, "台账.xlsx").recognised.tasks) == LONG
    return b""


def published(db: Session) -> bytes:
    """Taken back each time, so that the next one finds the same database."""
    data, now = PATH.read_bytes(), clock.now()
    batch, _ = store_import(db, data, PATH.name, by_name="陈静", now=now, organisation_id=None)
    publish(db, batch, by="陈静", actor_id=None, now=now, today=clock.today(), create_unknown=False)
    db.rollback()
    return b""
