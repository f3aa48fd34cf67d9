"""A served demonstration on 2021-10-14 and a real browser."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import BrowserContext, Page, sync_playwright

ROOT = Path(__file__).parents[2]
ROLES = {"office": "办公室", "head": "部门负责人", "leader": "领导", "sysadmin": "管理员"}


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the demonstration; tests that write copy it."""
    folder = tmp_path_factory.mktemp("demo")
    draft = ("import", "ledger_seeds/sources/dalian-2017-28.txt")  # the review pages need a batch not yet published
    for command in (("seed-demo",), draft):
        subprocess.run([sys.executable, "-m", "app", *command], cwd=ROOT, env=environment(folder), check=True)
    return folder


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server over the folder, ended with the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = environment(folder) | {"TAIZHANG_PORT": str(port)}
    with subprocess.Popen([sys.executable, "-m", "app", "serve", "--no-worker"], cwd=ROOT, env=env) as server:
        address = f"http://127.0.0.1:{port}"
        try:
            wait_for(f"{address}/healthz")
            yield address
        finally:
            server.terminate()


def environment(folder: Path) -> dict[str, str]:
    return os.environ | {"TAIZHANG_DATA": str(folder), "TAIZHANG_DEMO": "1", "TAIZHANG_TODAY": "2021-10-14"}


def wait_for(address: str, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            assert time.monotonic() < end, "the server did not start"
            time.sleep(0.1)


@pytest.fixture(scope="session")
def site(seeded: Path) -> Iterator[str]:
    """For tests that only read."""
    with served(seeded) as address:
        yield address


@pytest.fixture
def own_site(seeded: Path, tmp_path: Path) -> Iterator[str]:
    """For a test that writes."""
    folder = tmp_path / "demo"
    shutil.copytree(seeded, folder)
    with served(folder) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    assert program, "缺少 chromium：请运行 apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        yield browser
        browser.close()


@pytest.fixture
def sign_in(chromium: Chromium) -> Iterator[Callable[..., Page]]:
    """sign_in(site, "office", javascript=False, width=390): a page signed in by one click."""
    opened: list[BrowserContext] = []

    def enter(site: str, role: str, *, javascript: bool = True, width: int = 1440) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=javascript, locale="zh-CN"
        )
        opened.append(context)
        page = context.new_page()
        page.goto(f"{site}/sign-in")
        page.get_by_role("button", name=ROLES[role], exact=True).click()
        page.wait_for_url(lambda url: "/sign-in" not in url)
        return page

    yield enter
    for context in opened:
        context.close()
