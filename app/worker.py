"""The clockwork: one round a day, and one at the start for what was missed while nothing ran."""

import logging
import signal
import sys

from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.schedulers.base import BaseScheduler
from apscheduler.schedulers.blocking import BlockingScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger
from sqlalchemy import Engine

from app.core.clock import BEIJING, now, today
from app.core.db import transaction
from app.importing.jobs import LEASE, read_waiting
from app.reminders.receipts import remind_to_sign
from app.reminders.service import batches, beat, run_batch
from app.workdays.calendar import installed

log = logging.getLogger("taizhang.worker")
# The default grace of one second would drop a round that fell due while the machine slept.
PATIENT = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}


def run_once(engine: Engine) -> str:
    """One round, a transaction a batch; keys make it harmless to run it again or twice at once."""
    read_waiting(engine)
    day, moment, calendar = today(), now(), installed()
    with transaction(engine, write=False) as db:
        portions = list(batches(db))
    slots = notices = 0
    for ids in portions:
        with transaction(engine) as db:
            done = run_batch(db, ids, day, moment, calendar.is_working_day)
        slots, notices = slots + done.slots, notices + done.notices
    with transaction(engine) as db:
        notices += remind_to_sign(db, day, moment, calendar.is_working_day)
    with transaction(engine) as db:
        beat(db, moment, notices)
    return f"开放{slots}期，写入提醒{notices}条"


def run_forever(engine: Engine) -> None:
    """For `python -m app worker`: ends with code 0 when the process is told to stop."""
    for told in (signal.SIGTERM, signal.SIGINT):
        signal.signal(told, _stop)
    scheduler = BlockingScheduler(timezone=BEIJING, job_defaults=PATIENT)
    plan_rounds(scheduler, engine)
    scheduler.start()


def _stop(_signal: int, _frame: object) -> None:
    """A round under way is finished by its thread before the process ends."""
    sys.exit(0)


def started(engine: Engine) -> BackgroundScheduler:
    """For `serve`: runs beside the pages; the caller shuts it down."""
    scheduler = BackgroundScheduler(timezone=BEIJING, job_defaults=PATIENT)
    plan_rounds(scheduler, engine)
    scheduler.start()
    return scheduler


def plan_rounds(scheduler: BaseScheduler, engine: Engine) -> None:
    scheduler.add_job(round_of, CronTrigger(hour=8, minute=30, timezone=BEIJING), [engine], id="daily")
    # A file whose reader was lost with its server; a file just sent in is read by the server itself, at once.
    scheduler.add_job(read_waiting, IntervalTrigger(seconds=int(LEASE.total_seconds())), [engine], id="reading")
    scheduler.add_job(round_of, args=[engine], id="catch-up")  # at once, when the scheduler starts


def round_of(engine: Engine) -> None:
    """A failed round is logged by the scheduler with its trace; the next one makes up for it."""
    log.info(run_once(engine))
