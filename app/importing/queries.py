"""Lists of imports, and single records by their place, in a fixed number of statements."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import defer
from sqlmodel import Session, col, func, select

from app.core.errors import NotFound
from app.importing.gates import Gates, check
from app.importing.models import BatchStatus, DraftEdit, DraftTask, ImportBatch, JobStatus, ReadingJob
from app.importing.names import names_of
from app.importing.pages import ImportLine, JobLine
from app.importing.service import drafts_of
from app.importing.words import STATUS_WORDS
from app.ledgers.models import SourceDocument

PERCENT = 100


def import_lines(db: Session) -> tuple[ImportLine, ...]:
    rows = db.exec(
        select(ImportBatch, SourceDocument.name, func.count(col(DraftTask.id)))
        .join(SourceDocument, col(SourceDocument.id) == col(ImportBatch.source_id))
        .outerjoin(DraftTask, (col(DraftTask.batch_id) == col(ImportBatch.id)) & col(DraftTask.dropped).is_(False))
        .where(ImportBatch.status != BatchStatus.UNDONE)
        .group_by(col(ImportBatch.id), col(SourceDocument.name))
        .order_by(col(ImportBatch.id).desc())
        .limit(200)
    ).all()
    return tuple(
        ImportLine(b.id, b.title or name, name, *STATUS_WORDS[b.status], b.created_by, b.created_at, count, b.ledger_id)
        for b, name, count in rows
    )


def job_lines(db: Session) -> tuple[JobLine, ...]:
    """What is being read and what failed; never the bytes."""
    rows = db.exec(
        select(ReadingJob, col(ReadingJob.content).is_not(None))
        .options(defer(ReadingJob.content))  # type: ignore[arg-type]
        .where(ReadingJob.status != JobStatus.DONE)
        .order_by(col(ReadingJob.id).desc())
        .limit(50)
    ).all()
    return tuple(job_line(job, kept=kept) for job, kept in rows)


def said_of(lines: Sequence[ImportLine], jobs: Sequence[JobLine]) -> str:
    """The page's answer: what waits for the office."""
    failed = sum(job.failed for job in jobs)
    drafts = sum(line.word == STATUS_WORDS[BatchStatus.DRAFT][0] for line in lines)
    counted = ((drafts, "份草稿待校对"), (len(jobs) - failed, "份文件正在识别"), (failed, "份文件没有读成"))
    return "，".join(f"{n}{words}" for n, words in counted if n) or f"{len(lines)}份文件都已发布"


def job_line(job: ReadingJob, *, kept: bool = False) -> JobLine:
    return JobLine(
        id=job.id,
        name=job.name,
        by=job.sent_by,
        at=job.sent_at,
        failed=job.status is JobStatus.FAILED,
        words=job.words or how_far(job.done, job.total or 0, "任务、部门和时限" if job.origin is None else "数值"),
        done=job.done,
        total=job.total or 0,
        kept=kept and job.status is JobStatus.FAILED,
    )


def how_far(done: int, total: int, wanted: str) -> str:
    """Files without pages are told in percent. What is `wanted` is looked for when all of it has been read."""
    if not total:
        return "正在识别"
    if done >= total:
        return f"文件已读完，正在找{wanted}"
    return f"已读{done}%" if total == PERCENT else f"已读{done}页，共{total}页"


def draft_in(db: Session, batch: ImportBatch, draft_id: int) -> DraftTask:
    draft = db.get(DraftTask, draft_id)
    if draft is None or draft.batch_id != batch.id or draft.dropped:
        raise NotFound("没有找到这一项，可能已删除或并入别项。请返回校对页面。")
    return draft


def source_name(db: Session, batch: ImportBatch) -> str:
    return db.exec(select(SourceDocument.name).where(SourceDocument.id == batch.source_id)).one()


def drafts_told(db: Session, batch: ImportBatch) -> str:
    """What would be lost with them, in words."""
    standing = (DraftTask.batch_id == batch.id, col(DraftTask.dropped).is_(False))
    count = db.exec(select(func.count()).select_from(DraftTask).where(*standing)).one()
    edits = edits_of(db, batch)
    return f"{count}项任务的草稿" + (f"和已做的{edits}处修改" if edits else "")


def edits_of(db: Session, batch: ImportBatch) -> int:
    """Acts on the drafts, also those that were taken back: none is forgotten."""
    return db.exec(select(func.count()).select_from(DraftEdit).where(DraftEdit.batch_id == batch.id)).one()


def gates_of(db: Session, batch: ImportBatch, today: date) -> tuple[list[DraftTask], Gates]:
    drafts = drafts_of(db, batch.id)
    return drafts, check(batch, drafts, names_of(db, batch), today)
