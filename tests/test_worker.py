"""The clockwork itself."""

import os
import signal
import subprocess
import sys
import time
from datetime import date

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, func, select

from app.core.render import ROOT
from app.delivery.models import Notice
from app.reminders import service
from app.reminders.models import Heartbeat
from app.worker import run_once, started
from tests.factories import a_cast, a_ledger, a_task, department

FOREVER = """
from app.core.clock import believe
from app.core.config import read_settings
from app.core.db import make_engine
from app.worker import run_forever

settings = read_settings()
believe(settings.today)
run_forever(make_engine(settings.engine_url))
"""


@pytest.fixture
def three_tasks(db: Session) -> None:
    """Due within the week, led by 财务部, where one head sits."""
    home = a_cast(db)
    ledger = a_ledger(db, home)
    for _ in range(3):
        a_task(db, ledger, lead=department(db, home, "财务部"), due_on=date(2021, 10, 20))
    db.commit()


def test_a_round_says_what_it_wrote(engine, three_tasks):
    assert run_once(engine) == "开放0期，写入提醒3条"
    assert run_once(engine) == "开放0期，写入提醒0条"


def test_a_round_goes_through_in_batches(engine, three_tasks, monkeypatch):
    monkeypatch.setattr(service, "BATCH", 2)

    assert run_once(engine) == "开放0期，写入提醒3条"


def test_starting_catches_up_at_once_and_waits_for_half_past_eight(engine, three_tasks):
    scheduler = started(engine)
    try:
        wait_for_pulse(engine)
        daily = scheduler.get_job("daily")
        assert (daily.next_run_time.hour, daily.next_run_time.minute) == (8, 30)
        assert str(daily.next_run_time.tzinfo) == "Asia/Shanghai"
        assert (daily.misfire_grace_time, daily.coalesce, daily.max_instances) == (None, True, 1)
    finally:
        scheduler.shutdown(wait=True)

    with Session(engine) as db:
        assert db.exec(select(func.count()).select_from(Notice)).one() == 3


def test_the_worker_process_catches_up_and_ends_when_told(engine, three_tasks, database_url, tmp_path):
    settings = {
        "TAIZHANG_DATABASE_URL": database_url, "TAIZHANG_DATA": str(tmp_path), "TAIZHANG_DEMO": "1",
        "TAIZHANG_TODAY": "2021-10-14", "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    process = subprocess.Popen([sys.executable, "-c", FOREVER], env={**os.environ, **settings})
    try:
        wait_for_pulse(engine)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=120) == 0
    finally:
        process.kill()
        process.wait()


def wait_for_pulse(engine: Engine, seconds: int = 300) -> None:
    """The round runs in a thread or process of its own."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with Session(engine) as db:
            if db.exec(select(Heartbeat)).first():
                return
        time.sleep(0.05)
    raise AssertionError("no round was run")
