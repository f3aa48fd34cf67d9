"""A file that was read as the wrong thing is read as the right one; what came of it first goes when that is there."""

from datetime import datetime
from typing import Final

from sqlmodel import Session, select

from app.audit.service import record
from app.audit.tags import Tag
from app.core.errors import Conflict
from app.importing.edits import require_draft
from app.importing.models import BatchStatus, ImportBatch, JobStatus, ReadingJob
from app.importing.queries import edits_of
from app.importing.readings.models import Article, SuggestedReading
from app.importing.sent import Purpose
from app.importing.undoing import undo
from app.ledgers.models import SourceDocument
from app.people.scope import Viewer

CHANGED: Final = "这份草稿刚被别人改过，没有改选用途，草稿都在。请核对后再做一次。"
WORDS: Final = {True: "通报、新闻、总结", False: "台账"}


def job_of_batch(db: Session, viewer: Viewer, batch: ImportBatch, at: datetime) -> ReadingJob:
    """The one that read it; of an import that came another way, what it would be."""
    require_draft(batch)
    found = db.exec(select(ReadingJob).where(ReadingJob.batch_id == batch.id)).first()
    job = found or _done(db, viewer, batch.source_id, at)
    job.batch_id = batch.id
    return job


def job_of_article(db: Session, viewer: Viewer, article: Article, at: datetime) -> ReadingJob:
    found = db.exec(select(ReadingJob).where(ReadingJob.article_id == article.id)).first()
    job = found or _done(db, viewer, article.source_id, at)
    job.article_id, job.origin = article.id, job.origin if found else article.origin
    return job


def _done(db: Session, viewer: Viewer, source_id: int, at: datetime) -> ReadingJob:
    name = db.exec(select(SourceDocument.name).where(SourceDocument.id == source_id)).one()
    return ReadingJob(name=name, status=JobStatus.DONE, sent_by_id=viewer.id, sent_by=viewer.name, sent_at=at)


def drafts_seen(db: Session, batch: ImportBatch) -> str:
    """Changes with every act on the drafts: what a clerk has not seen is not thrown away."""
    return f"{batch.version}.{edits_of(db, batch)}"


def require_seen(db: Session, batch: ImportBatch, seen: str) -> None:
    if seen != drafts_seen(db, batch):
        raise Conflict(CHANGED)


def means_else(job: ReadingJob, purpose: Purpose) -> bool:
    """Another ledger, or another's word, is not another purpose: that is chosen on the page it was read to."""
    return (job.origin is None) != (purpose.origin is None)


def was_read_as(job: ReadingJob, purpose: Purpose) -> bool:
    return (job.batch_id if purpose.origin is None else job.article_id) is not None


def stands(job: ReadingJob) -> bool:
    """It was read before: what came of it is left until it has been read otherwise."""
    return job.batch_id is not None or job.article_id is not None


def take_up(db: Session, job: ReadingJob, viewer: Viewer, purpose: Purpose) -> None:
    """The bytes once more, from what was kept of them. What came of them stands until it is replaced."""
    batch, article = made_of(db, job)
    source_id = article.source_id if article else batch.source_id if batch else None
    job.content = db.exec(select(SourceDocument.content).where(SourceDocument.id == source_id)).one()
    about = ("article", job.article_id) if article else ("import", job.batch_id)
    record(
        db, Tag.PURPOSE, actor_id=viewer.id, actor_name=viewer.name, subject_kind=about[0], subject_id=about[1],
        name=job.name, purpose=WORDS[purpose.origin is not None],
    )  # fmt: skip


def made_of(db: Session, job: ReadingJob) -> tuple[ImportBatch | None, Article | None]:
    """What the file was read to before; locked, since it may be replaced now."""
    batch = db.get(ImportBatch, job.batch_id, with_for_update=True) if job.batch_id is not None else None
    article = db.get(Article, job.article_id, with_for_update=True) if job.article_id is not None else None
    return batch, article


def replace(db: Session, job: ReadingJob, *, by: str, actor_id: int | None) -> None:
    """What was made of the file when it was taken for something else. What is published or confirmed stays."""
    batch, article = made_of(db, job)
    job.batch_id = job.article_id = None
    db.flush()  # the pointer goes before the article does
    if batch is not None and batch.status is BatchStatus.DRAFT:
        undo(db, batch, by=by, actor_id=actor_id)
    if article is not None and not confirmed_of(db, article):
        remove(db, article, by=by, actor_id=actor_id)


def confirmed_of(db: Session, article: Article) -> int:
    """Locked: nobody confirms a figure between the look and its end."""
    figures = select(SuggestedReading.reading_id).where(SuggestedReading.article_id == article.id)
    return sum(reading is not None for reading in db.exec(figures.with_for_update()))


def remove(db: Session, article: Article, *, by: str, actor_id: int | None) -> None:
    source = db.get_one(SourceDocument, article.source_id)
    record(
        db, Tag.ARTICLE_UNDO, actor_id=actor_id, actor_name=by, subject_kind="article", subject_id=article.id,
        title=article.title,
    )  # fmt: skip
    db.delete(article)
    db.flush()  # the article goes before its text does
    db.delete(source)
    db.flush()


def leave(db: Session, job: ReadingJob) -> None:
    """Not read otherwise after all: as it was before."""
    batch, article = made_of(db, job)
    job.status, job.words, job.content, job.reader = JobStatus.DONE, "", None, ""
    job.origin = article.origin if article else None
    job.edition_of = batch.edition_of if batch else None
    job.is_edition = job.edition_of is not None
    db.flush()
