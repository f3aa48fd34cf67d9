"""Fixtures: both databases, an app on the fixed day, signed-in browsers."""

import gc
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import settings as properties
from sqlalchemy import Engine
from sqlmodel import Session, select

from app.access.current import COOKIE
from app.core import clock
from app.core.config import Settings
from app.core.db import make_engine, transaction
from app.core.migrate import migrate
from app.core.security import hash_token
from app.main import create_app
from app.people.models import User, UserSession
from app.people.sessions import start_session
from tests.browser import Browser
from tests.databases import File, Reused, postgres

DAY = date(2021, 10, 14)
# No bound on the clock: a busy machine is no fault. The same cases at every run: what a new one finds is looked for on
# purpose (--hypothesis-profile=default), not by a change that has nothing to do with it.
properties.register_profile("steady", deadline=None, derandomize=True)
properties.load_profile("steady")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "template.sqlite"
    engine = make_engine(f"sqlite:///{path}")
    migrate(engine)
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def postgres_folder() -> Iterator[str]:
    with postgres() as folder:
        yield folder


@pytest.fixture(scope="session")
def postgres_database(postgres_folder: str) -> Iterator[Reused]:
    with closing(Reused(postgres_folder, "reused")) as database:
        yield database


@pytest.fixture(scope="session")
def sqlite_database(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> File:
    return File(sqlite_template, tmp_path_factory.mktemp("reused") / "taizhang.sqlite")


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """An empty, migrated database; every test that asks for it runs on both."""
    database: File | Reused = request.getfixturevalue(f"{request.param}_database")
    yield database.url
    database.empty()


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Iterator[Settings]:
    """Demonstration settings: they allow a fixed day."""
    yield Settings(data=tmp_path, database_url=database_url, demo=True, today=DAY)
    clock.believe(None)


@pytest.fixture(scope="session")
def doors(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    """The application without a database of its own: its routes are put together once, not for each test."""
    app = create_app(Settings(data=tmp_path_factory.mktemp("doors")))
    app.state.engine.dispose()
    app.state.csrf_of = lambda cookies: csrf_of(app.state.engine, cookies)
    return app


@pytest.fixture(scope="session")
def engines() -> Callable[[str], Engine]:
    """One engine for each database, from test to test: it remembers the statements that it has put into words."""
    return cache(make_engine)


@pytest.fixture
def app(doors: FastAPI, settings: Settings, engines: Callable[[str], Engine]) -> Iterator[FastAPI]:
    clock.believe(settings.today)
    # With options of its own, though none: whoever listens to it hears this test only.
    doors.state.settings, doors.state.engine = settings, engines(settings.engine_url).execution_options()
    own = list(doors.router.routes)
    yield doors
    doors.router.routes[:] = own
    doors.dependency_overrides.clear()
    doors.state.engine.dispose()


@pytest.fixture
def engine(app: FastAPI) -> Engine:
    return app.state.engine


@pytest.fixture
def db(engine: Engine) -> Iterator[Session]:
    """For arranging and for asserting; commit what the pages shall see."""
    with Session(engine, expire_on_commit=False) as session:
        yield session


@pytest.fixture(scope="session")
def portal() -> Iterator[BlockingPortal]:
    """The thread that answers: one for all requests, for a client would start one for each."""
    with start_blocking_portal() as thread:
        yield thread


@pytest.fixture
def new_client(app: FastAPI, portal: BlockingPortal) -> Callable[[], TestClient]:
    def client() -> TestClient:
        made = TestClient(app)
        made.portal = portal
        return made

    return client


@pytest.fixture
def visitor(new_client: Callable[[], TestClient]) -> Browser:
    """Nobody signed in."""
    return Browser(new_client())


@pytest.fixture
def as_user(app: FastAPI, new_client: Callable[[], TestClient]) -> Callable[[str], Browser]:
    """as_user("jingji-head"): the browser of that account, signed in."""

    def sign_in(account: str) -> Browser:
        client = new_client()
        with transaction(app.state.engine) as db:
            user = db.exec(select(User).where(User.account == account)).one()
            # The domain that the client itself uses: else a renewed cookie stands beside this one.
            client.cookies.set(COOKIE, start_session(db, user, clock.now()), domain="testserver.local")
        return Browser(client)

    return sign_in


def csrf_of(engine: Engine, cookies: dict[str, str]) -> str:
    token = cookies.get(COOKIE)
    if token is None:
        return cookies.get("csrf", "")
    with Session(engine) as db:
        return db.get_one(UserSession, hash_token(token.partition(".")[0])).csrf


def pytest_collection_finish() -> None:
    """What is there by now stays to the end: the collector need not walk it with every few tests."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The two counts: every test that touches the database ran on both. And what tests measured."""
    reports = terminalreporter.stats.get("passed", [])
    for report in reports:
        for name, value in report.user_properties:
            terminalreporter.write_line(f"{report.nodeid.rpartition('::')[2]}: {value} {name}")
    passed = [report.nodeid for report in reports]
    for kind in ("sqlite", "postgres"):
        terminalreporter.write_line(f"on {kind}: {sum(f'[{kind}' in n or f'-{kind}' in n for n in passed)} passed")
