"""Files waiting to be read: each is claimed by one reader, and taken up again when that reader was lost."""

import logging
import threading
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from sqlalchemy import CursorResult, Engine, or_, update
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import Session, col, select

from app.core.clock import now
from app.core.db import transaction
from app.core.errors import AppError
from app.core.security import new_token
from app.delivery.service import put, take_back
from app.importing.apart import Cancelled, read_apart, warm
from app.importing.models import JobStatus, ReadingJob
from app.importing.purposes import leave, means_else, replace, stands, take_up, was_read_as
from app.importing.readers.errors import NothingFound
from app.importing.reading import Prepared
from app.importing.readings.article import Read
from app.importing.readings.stored import read_article_apart, store_article
from app.importing.sent import Purpose
from app.importing.service import store_import
from app.ledgers.models import Ledger, LedgerStatus
from app.people.scope import Viewer
from app.tasks.kinds import Origin

LEASE: Final = timedelta(seconds=20)
PATIENCE: Final = timedelta(seconds=1.5)  # so long its sender's browser waits for the answer; then he may leave
ATTEMPTS: Final = 2
TWICE = "“{name}”读了两次都中途断了，已停止。没有保存任何内容。请拆分成几个文件，或另存为docx，再重新上传。"
log = logging.getLogger("taizhang.importing")
_one_at_a_time = threading.Lock()


@dataclass(frozen=True)
class Claim:
    id: int
    reader: str
    name: str
    content: bytes
    sent_by_id: int | None
    sent_by: str
    purpose: Purpose


def send_in(db: Session, data: bytes, name: str, viewer: Viewer, at: datetime, purpose: Purpose) -> ReadingJob:
    job = ReadingJob(
        name=name[:200], content=data, sent_by_id=viewer.id, sent_by=viewer.name, sent_at=at, **vars(purpose)
    )
    db.add(job)
    db.flush()  # its address is told
    return job


def may_send_again(job: ReadingJob) -> bool:
    """Also when it is on its way already: a button pressed twice leads to the same page."""
    return job.status is not JobStatus.FAILED or job.content is not None


def send_again(db: Session, job: ReadingJob, viewer: Viewer, at: datetime, purpose: Purpose) -> None:
    """The same file, meant for something else. One that is being read already is left to its reader."""
    if job.status is JobStatus.DONE and means_else(job, purpose):
        take_up(db, job, viewer, purpose)
    elif job.status is not JobStatus.FAILED:
        return
    elif was_read_as(job, purpose):
        return leave(db, job)
    take_back(db, told_of(job))
    job.status, job.words, job.attempts, job.done, job.total = JobStatus.WAITING, "", 0, 0, None
    job.sent_by_id, job.sent_by, job.sent_at = viewer.id, viewer.name, at
    for name, value in vars(purpose).items():
        setattr(job, name, value)
    db.flush()


def dismiss(db: Session, job: ReadingJob) -> bool:
    """A failed one is taken off the list; one being read is given up: its reader finds nothing to write to.

    False of one that was read before as something else: it is that again.
    """
    take_back(db, told_of(job))
    if stands(job):
        leave(db, job)
        return False
    db.delete(job)
    db.flush()
    return True


def begin(engine: Engine) -> None:
    """When a server starts: files that the last one left unread."""
    warm()
    read_waiting(engine)


def read_waiting(engine: Engine) -> None:
    """Reads whatever waits, one document at a time in this process. Whoever comes meanwhile leaves it to him.

    The lock is asked for again after each round: a file sent in just before it was let go is not forgotten.
    """
    while is_waiting(engine) and _one_at_a_time.acquire(blocking=False):
        try:
            while claimed := claim(engine):
                read_one(engine, claimed)
        finally:
            _one_at_a_time.release()


def is_waiting(engine: Engine) -> bool:
    with transaction(engine, write=False) as db:
        return db.exec(select(ReadingJob.id).where(_free(now())).limit(1)).first() is not None


def claim(engine: Engine) -> Claim | None:
    """The oldest that nobody reads. A document that took two readers with it is given up."""
    while True:
        with transaction(engine) as db:
            at, reader = now(), new_token()[:32]
            job_id = db.exec(select(ReadingJob.id).where(_free(at)).order_by(col(ReadingJob.id)).limit(1)).first()
            if job_id is None:
                return None
            job = db.get(ReadingJob, job_id, with_for_update=True, populate_existing=True)
            if job is None or (job.status is not JobStatus.WAITING and not _is_lost(job, at)):
                continue  # another process was quicker
            if job.attempts >= ATTEMPTS or job.content is None:
                _fail(db, job, TWICE.format(name=job.name))
                continue
            job.status, job.reader, job.beat_at, job.attempts = JobStatus.READING, reader, at, job.attempts + 1
            meant = Purpose(job.origin, job.posted_on, job.is_edition, job.edition_of)
            return Claim(job.id, reader, job.name, job.content, job.sent_by_id, job.sent_by, meant)


def read_one(engine: Engine, claimed: Claim) -> None:
    """A fault of ours leaves the file to a second attempt; what is wrong with the file is told."""
    try:
        if claimed.purpose.origin is None:
            store(engine, claimed, read_apart(claimed.content, claimed.name, partial(beat, engine, claimed)))
        else:
            told = partial(beat, engine, claimed)
            article = read_article_apart(claimed.content, claimed.name, claimed.purpose.posted_on, told)
            keep_article(engine, claimed, claimed.purpose.origin, article)
    except Cancelled:
        log.info("job %s was given up", claimed.id)
    except AppError as refused:
        with transaction(engine) as db:
            if job := _own(db, claimed):
                _fail(db, job, refused.message, keep=isinstance(refused, NothingFound))
    except Exception:
        log.exception("job %s was not read", claimed.id)
        with transaction(engine) as db:
            if job := _own(db, claimed):
                job.status = JobStatus.WAITING


def store(engine: Engine, claimed: Claim, ready: Prepared) -> None:
    """Drafts, and the job's end, in one transaction: a crash leaves both or none."""
    with transaction(engine) as db:
        job = _own(db, claimed)
        if job is None:
            raise Cancelled
        ledger = db.get(Ledger, claimed.purpose.edition_of) if claimed.purpose.edition_of is not None else None
        stands = ledger is not None and ledger.status is LedgerStatus.PUBLISHED
        batch, _ = store_import(
            db, claimed.content, claimed.name, by_name=claimed.sent_by, actor_id=claimed.sent_by_id, now=now(),
            organisation_id=ledger.organisation_id if ledger and stands else None, prepared=ready,
            edition_of=ledger.id if ledger and stands else None,
        )  # fmt: skip
        replace(db, job, by=claimed.sent_by, actor_id=claimed.sent_by_id)
        job.status, job.batch_id, job.content = JobStatus.DONE, batch.id, None
        _tell(db, job, f"“{job.name}”已读完，找到{len(ready.recognised.tasks)}项任务，请校对后发布。")


def keep_article(engine: Engine, claimed: Claim, origin: Origin, ready: Read) -> None:
    """As `store`, of an article."""
    with transaction(engine) as db:
        job = _own(db, claimed)
        if job is None:
            raise Cancelled
        article = store_article(
            db, claimed.content, claimed.name, origin, by_name=claimed.sent_by, actor_id=claimed.sent_by_id,
            now=now(), ready=ready,
        )  # fmt: skip
        replace(db, job, by=claimed.sent_by, actor_id=claimed.sent_by_id)
        job.status, job.article_id, job.content = JobStatus.DONE, article.id, None
        _tell(db, job, f"“{job.name}”已读完，摘出{len(ready.readings)}个数值，请逐条确认。")


def beat(engine: Engine, claimed: Claim, done: int, total: int | None) -> bool:
    """False when the file is no longer his to read."""
    with transaction(engine) as db:
        written = db.execute(
            update(ReadingJob)
            .where(col(ReadingJob.id) == claimed.id, col(ReadingJob.reader) == claimed.reader)
            .values(done=done, total=total, beat_at=now())
        )
        assert isinstance(written, CursorResult)
        return written.rowcount == 1


def _own(db: Session, claimed: Claim) -> ReadingJob | None:
    mine = select(ReadingJob).where(ReadingJob.id == claimed.id, ReadingJob.reader == claimed.reader)
    return db.exec(mine.with_for_update()).first()


def _fail(db: Session, job: ReadingJob, words: str, *, keep: bool = False) -> None:
    """`keep`: it was read, so it may be sent in again as something else."""
    job.status, job.words, job.content = JobStatus.FAILED, words[:500], job.content if keep else None
    _tell(db, job, job.words)


def _tell(db: Session, job: ReadingJob, words: str) -> None:
    """The page said that its sender may leave: a line in his inbox. Its address goes on to what was read."""
    if job.sent_by_id is not None and now() - job.sent_at > PATIENCE:
        key = f"{told_of(job)}:{job.sent_by_id}"
        put(db, key=key, user_id=job.sent_by_id, words=words, href=f"/imports/jobs/{job.id}", now=now())


def told_of(job: ReadingJob) -> str:
    return f"reading:{job.id}:{job.sent_at:%Y%m%d%H%M%S}"


def _free(at: datetime) -> ColumnElement[bool]:
    lost = (col(ReadingJob.status) == JobStatus.READING) & (col(ReadingJob.beat_at) < at - LEASE)
    return or_(col(ReadingJob.status) == JobStatus.WAITING, lost)


def _is_lost(job: ReadingJob, at: datetime) -> bool:
    return job.status is JobStatus.READING and job.beat_at is not None and job.beat_at < at - LEASE
