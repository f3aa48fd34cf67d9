"""A served demonstration on 2021-10-14 and a real browser."""

import multiprocessing
import os
import random
import shutil
import socket
import sys
import time
import urllib.request
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import BrowserContext, Page, expect, sync_playwright
from sqlmodel import select

from app.cli import main
from app.core.clock import now
from app.core.config import Settings
from app.core.db import make_engine, transaction
from app.importing.models import JobStatus, ReadingJob
from app.importing.readings.article import read_article
from app.importing.readings.stored import store_article
from app.ledgers.models import Ledger
from app.tasks.kinds import Origin
from tests.databases import create_database
from tests.importing.editions import a_second_edition

ROOT = Path(__file__).parents[2]
LOADED = multiprocessing.get_context("forkserver")
LOADED.set_forkserver_preload(["app.main", "app.demo", "app.importing.command", "app.importing.readings.article"])
PATIENCE = 60_000  # milliseconds; a busy machine may be slow, and only a missing thing shall fail
ROLES = {"office": "办公室", "head": "部门负责人", "leader": "领导", "sysadmin": "管理员"}
ARTICLE = "秦皇岛市总工会工作简报\n截至9月底，全市建立职工创新工作室36家，培训职工1.2万人次，同比增长8%。\n"
# Without the script the server is asked for the same things: one database shows it.
JAVASCRIPT = pytest.mark.parametrize(
    ("seeded", "javascript"),
    [("sqlite", True), ("postgres", True), ("sqlite", False)],
    ids=["sqlite-with-script", "postgres-with-script", "sqlite-without-script"],
    indirect=["seeded"],
)


@dataclass(frozen=True)
class Demo:
    """Where a demonstration lies: its data folder and its database."""

    data: Path
    url: str

    @property
    def environment(self) -> dict[str, str]:
        told = {"TAIZHANG_DATA": str(self.data), "TAIZHANG_DATABASE_URL": self.url}
        return told | {"TAIZHANG_DEMO": "1", "TAIZHANG_TODAY": "2021-10-14"}


@pytest.fixture(scope="session")
def told_on() -> dict[str, Demo]:
    """The demonstrations that are there already: pytest forgets a parametrized one when another is asked for."""
    return {}


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def seeded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, told_on: dict[str, Demo]) -> Demo:
    """The demonstration on either database, never served itself: tests serve copies."""
    if request.param not in told_on:
        on_postgres = request.param == "postgres"
        url = create_database(request.getfixturevalue("postgres_folder"), "demo") if on_postgres else ""
        told_on[request.param] = told(Demo(tmp_path_factory.mktemp("demo"), url))
    return told_on[request.param]


def told(demo: Demo) -> Demo:
    """With what the story lacks: an import, an edition and an article that wait, a file that was not read."""
    draft = ("import", "ledger_seeds/sources/dalian-2017-28.txt")
    for command in (("seed-demo",), draft):
        with told_apart(command, demo.environment) as process:
            process.join()
        assert process.exitcode == 0
    engine = make_engine(Settings(data=demo.data, database_url=demo.url).engine_url)
    with transaction(engine) as db:
        db.add(ReadingJob(name="扫描.txt", status=JobStatus.FAILED, words="读不了。", sent_by="陈静", sent_at=now()))
        said, ready = ARTICLE.encode(), read_article(ARTICLE.encode(), "简报.txt")
        store_article(
            db, said, "简报.txt", Origin.MEDIA, by_name="陈静", actor_id=None, now=now(), ready=ready
        )  # fmt: skip
        a_second_edition(db, db.exec(select(Ledger).where(Ledger.doc_number == "秦工办字〔2021〕29号")).one())
    engine.dispose()
    return demo


def copy_of(demo: Demo, folder: Path, request: pytest.FixtureRequest) -> Demo:
    shutil.copytree(demo.data, folder)
    if not demo.url:
        return Demo(folder, "")
    name = f"d{uuid.uuid4().hex[:12]}"
    return Demo(folder, create_database(request.getfixturevalue("postgres_folder"), name, template="demo"))


@contextmanager
def served(demo: Demo) -> Iterator[str]:
    """The address of a server over the demonstration, ended with the block."""
    port = free_port()
    with told_apart(("serve", "--no-worker"), demo.environment | {"TAIZHANG_PORT": str(port)}) as server:
        address = f"http://127.0.0.1:{port}"
        wait_for(f"{address}/healthz", server)
        yield address


@contextmanager
def told_apart(command: tuple[str, ...], environment: dict[str, str]) -> Iterator[BaseProcess]:
    """The command in a process of its own, ended with the block: a fork of one that has the application loaded."""
    process = LOADED.Process(target=obey, args=(command, environment))
    process.start()
    try:
        yield process
    finally:
        process.terminate()
        process.join()


def obey(command: tuple[str, ...], environment: dict[str, str]) -> None:
    os.chdir(ROOT)
    os.environ.update(environment)
    sys.exit(main(command))


def free_port() -> int:
    """Below the ports that browsers are given, so that none of theirs takes it before the server does."""
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)):
                return port


def wait_for(address: str, server: BaseProcess) -> None:
    end = time.monotonic() + 3 * PATIENCE / 1000
    while True:
        try:
            with urllib.request.urlopen(address, timeout=10):
                return
        except OSError:
            assert server.is_alive(), "the server has ended"
            assert time.monotonic() < end, "the server did not start"
            time.sleep(0.1)


@pytest.fixture(scope="session")
def site(seeded: Demo, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """For tests that only read."""
    with served(copy_of(seeded, tmp_path_factory.mktemp("site") / "demo", request)) as address:
        yield address


@pytest.fixture
def own_site(seeded: Demo, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """For a test that writes."""
    with served(copy_of(seeded, tmp_path / "demo", request)) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    assert program, "缺少 chromium：请运行 apt-get install chromium"
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE)
        browser = playwright.chromium.launch(executable_path=program, timeout=PATIENCE)
        yield browser
        browser.close()


@pytest.fixture
def sign_in(chromium: Chromium) -> Iterator[Callable[..., Page]]:
    """sign_in(site, "office", javascript=False, width=390): a page signed in by one click."""
    opened: list[BrowserContext] = []

    def enter(site: str, role: str, *, javascript: bool = True, width: int = 1440) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=javascript,
            locale="zh-CN",
            reduced_motion="reduce",  # no colour is half-way to another while axe looks
        )
        context.set_default_timeout(PATIENCE)
        opened.append(context)
        page = context.new_page()
        page.goto(f"{site}/sign-in")
        page.get_by_role("button", name=ROLES[role], exact=True).click()
        page.wait_for_url(lambda url: "/sign-in" not in url)
        return page

    yield enter
    for context in opened:
        context.close()
