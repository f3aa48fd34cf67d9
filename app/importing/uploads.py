"""The page that takes a file in: what it may be, and what came before that could not be read."""

from collections.abc import Mapping
from typing import Any, Final

from sqlmodel import Session, col, select

from app.core.forms import Errors
from app.importing.forms import ASKED_OF, UploadForm
from app.importing.models import ImportBatch, ReadingJob
from app.importing.pages import Otherwise, Upload
from app.importing.purposes import drafts_seen, stands
from app.importing.queries import drafts_told
from app.importing.sent import PASTED, Purpose
from app.ledgers.models import Ledger, LedgerStatus
from app.progress.told import ORIGIN_WORDS

KINDS: Final[tuple[tuple[str, str, str], ...]] = (
    ("ledger", "新台账", "读出任务、部门和时限，校对后发布"),
    ("edition", "已有台账的修订版", "先逐条对比，再决定采用哪些变化"),
    ("article", "通报、新闻、总结", "从中摘录数值，不生成任务"),
)
LABELS: Final = {"edition_of": "哪本台账的修订版", "origin": "口径", "posted_on": "发布日期"}
ORIGINS: Final = tuple((origin.value, word) for origin, word in ORIGIN_WORDS.items())
FIELDS: Final = ("kind", "edition_of", "origin", "posted_on", "paste")
MEND: Final = {
    "article": "其实是台账的，请改选“新台账”或“已有台账的修订版”，不用重新上传。",
    "": "其实是通报、新闻、总结的，请改选“通报、新闻、总结”，不用重新上传。",
}

STANDS: Final = {"article": "原来摘录的文章和数值没有变。", "": "原来识别出的任务草稿没有变。"}


def upload_page(
    db: Session, typed: Mapping[str, str], *, error: str = "", errors: Errors | None = None,
    job: ReadingJob | None = None, mend: str = "",
) -> Upload:  # fmt: skip
    """`job`: the file could not be read, or is sent in once more."""
    values = {name: typed.get(name, "") for name in FIELDS}
    kept = job is not None and job.content is not None
    if job and job.content is not None and job.name == PASTED and not values["paste"]:
        values["paste"] = job.content.decode()
    ledgers = ledgers_in_hand(db)
    kinds = tuple(kind for kind in KINDS if ledgers or kind[0] != "edition")
    if values["kind"] not in {kind[0] for kind in kinds}:
        values["kind"] = "ledger"
    return Upload(
        error=error,
        mend=mend,
        stands=job is not None and stands(job),
        job_id=job.id if job else 0,
        kept=job.name if job and kept and job.name != PASTED else "",
        values=values,
        errors=errors or {},
        labels=LABELS,
        kinds=kinds,
        ledgers=ledgers,
        origins=ORIGINS,
    )


def otherwise_page(
    db: Session, job: ReadingJob, batch: ImportBatch, typed: Mapping[str, str], errors: Errors | None = None
) -> Otherwise:
    """It was read to drafts, which a bulletin has none of. What becomes of them is told first."""
    return Otherwise(
        batch_id=batch.id,
        source_name=job.name,
        seen=drafts_seen(db, batch),
        goes=drafts_told(db, batch),
        values={name: typed.get(name, "") for name in ASKED_OF["article"]},
        errors=errors or {},
        labels=LABELS,
        origins=ORIGINS,
    )


def unread_page(db: Session, job: ReadingJob) -> Upload:
    """It failed: the words why, and where only its purpose may have been wrong the file as it was sent."""
    mend = MEND["article" if job.origin else ""] if job.content is not None else ""
    if stands(job):
        mend = STANDS["article" if job.article_id else ""]
    return upload_page(db, said_of(job), error=job.words, job=job, mend=mend)


def said_of(job: ReadingJob) -> dict[str, str]:
    kind = "article" if job.origin else "edition" if job.is_edition else "ledger"
    told: dict[str, Any] = {"edition_of": job.edition_of, "origin": job.origin, "posted_on": job.posted_on}
    return {"kind": kind} | {name: str(value) for name, value in told.items() if value is not None}


def ledgers_in_hand(db: Session) -> tuple[tuple[str, str], ...]:
    """Those that a newer edition may be of: the office keeps them all."""
    rows = db.exec(
        select(Ledger.id, Ledger.title, Ledger.doc_number)
        .where(Ledger.status == LedgerStatus.PUBLISHED)
        .order_by(col(Ledger.id).desc())
        .limit(200)
    )
    return tuple((str(i), f"{number}　{title}" if number else title) for i, title, number in rows)


def purpose_of(db: Session, form: UploadForm) -> tuple[Purpose, Errors]:
    """What the form says, if the ledger that it names is still in hand."""
    if form.edition_of is not None:
        ledger = db.get(Ledger, form.edition_of)
        if ledger is None or ledger.status is not LedgerStatus.PUBLISHED:
            return Purpose(), {"edition_of": "没有找到所选的台账，可能已撤销或归档。请重新选择"}
    return Purpose(form.origin, form.posted_on, form.kind == "edition", form.edition_of), {}
