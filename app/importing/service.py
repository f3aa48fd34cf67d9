"""A document comes in as drafts; an import can be taken back while nothing was reported on it."""

import hashlib
from collections.abc import Iterator
from datetime import datetime

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from app.audit.service import record
from app.audit.tags import Tag
from app.core import clock
from app.core.errors import Conflict
from app.importing.editions.takeback import newest_edition, take_back
from app.importing.models import BatchStatus, DraftTask, ImportBatch
from app.importing.reading import Prepared, prepare
from app.importing.stored import clip, row_of
from app.ledgers.models import LedgerEdition, SourceDocument
from app.ledgers.service import delete_ledger
from app.people.names import find_organisation
from app.progress.models import Closure, ClosureRequest, ProgressReport
from app.tasks.models import Task

AT_ONCE = 500  # rows written or read together


def store_import(
    db: Session,
    data: bytes,
    name: str,
    *,
    by_name: str,
    now: datetime,
    organisation_id: int | None,
    actor_id: int | None = None,
    prepared: Prepared | None = None,
) -> tuple[ImportBatch, bool]:
    """Source, batch and drafts; True when the same file came before (it is stored again all the same)."""
    ready = prepared or prepare(data, name)
    digest = hashlib.sha256(data).hexdigest()
    repeated = earlier_import(db, digest) is not None
    source = SourceDocument(name=name[:200], format=ready.format.value, sha256=digest, content=data, text=ready.text)
    db.add(source)
    db.flush()  # the batch points to it
    head = ready.recognised.head
    batch = ImportBatch(
        source_id=source.id,
        organisation_id=organisation_id or guess_organisation(db, head.issuer),
        title=clip(head.title, 200) or "",
        doc_number=clip(head.doc_number, 60),
        issuer=clip(head.issuer, 80),
        issued_on=head.issued_on,
        rows=[list(row) for row in ready.rows],
        created_by=by_name,
        created_at=now,
    )
    db.add(batch)
    db.flush()  # the drafts and the log name it
    tasks = ready.recognised.tasks
    for start in range(0, len(tasks), AT_ONCE):
        rows = [row_of(draft, batch.id) for draft in tasks[start : start + AT_ONCE]]
        db.add_all(rows)
        db.flush()  # a long sheet has tens of thousands: none of them is kept in memory
        for row in rows:
            db.expunge(row)
    record(
        db, Tag.IMPORT, actor_id=actor_id, actor_name=by_name, subject_kind="import", subject_id=batch.id,
        name=name, count=len(ready.recognised.tasks),
    )  # fmt: skip
    db.flush()
    return batch, repeated


def earlier_import(db: Session, digest: str, *, before: int | None = None) -> ImportBatch | None:
    """The newest import of the same bytes that still stands."""
    wanted = (
        select(ImportBatch)
        .join(SourceDocument, col(SourceDocument.id) == col(ImportBatch.source_id))
        .where(SourceDocument.sha256 == digest, ImportBatch.status != BatchStatus.UNDONE)
        .order_by(col(ImportBatch.id).desc())
        .limit(1)
    )
    return db.exec(wanted if before is None else wanted.where(col(ImportBatch.id) < before)).first()


def guess_organisation(db: Session, issuer: str | None) -> int | None:
    found = find_organisation(db, issuer) if issuer else None
    return found.id if found else None


def each_draft(db: Session, batch_id: int) -> Iterator[DraftTask]:
    """The drafts of a long sheet one after another; none is kept in memory."""
    for row in db.exec(_standing(batch_id).execution_options(yield_per=AT_ONCE)):
        yield row
        db.expunge(row)


def drafts_of(db: Session, batch_id: int) -> list[DraftTask]:
    """In the order of the document; what the clerk dropped is not among them."""
    return list(db.exec(_standing(batch_id)).all())


def _standing(batch_id: int) -> SelectOfScalar[DraftTask]:
    standing = select(DraftTask).where(DraftTask.batch_id == batch_id, col(DraftTask.dropped).is_(False))
    return standing.order_by(col(DraftTask.position), col(DraftTask.id))


def undo(db: Session, batch: ImportBatch, *, by: str, actor_id: int | None) -> None:
    """Takes the ledger back, or throws unpublished drafts away. Raises Conflict once somebody reported."""
    if batch.status is BatchStatus.UNDONE:
        raise Conflict("这次导入已经撤销，无需重复撤销。")
    if batch.edition_id is not None:
        take_back(db, db.get_one(LedgerEdition, batch.edition_id), by=by, actor_id=actor_id, now=clock.now())
        batch.ledger_id = None
    elif batch.ledger_id is not None:
        if newest_edition(db, batch.ledger_id) is not None:
            raise Conflict("这本台账已采用新版，不能撤销第一次导入。请先在台账的“版本”页撤销新版。")
        if was_worked_on(db, batch.ledger_id):
            raise Conflict("已有部门在这本台账上填写进展或申请销号，不能整体撤销。个别任务有误，请在任务页面处理。")
        ledger_id, batch.ledger_id = batch.ledger_id, None
        db.flush()  # the pointer goes before the ledger does
        delete_ledger(db, ledger_id)
    batch.status = BatchStatus.UNDONE
    batch.version += 1
    record(
        db, Tag.IMPORT_UNDO, actor_id=actor_id, actor_name=by, subject_kind="import", subject_id=batch.id,
        title=batch.title,
    )  # fmt: skip
    db.flush()


def was_worked_on(db: Session, ledger_id: int) -> bool:
    """A report, even a draft of one, is somebody's work."""
    tasks = select(Task.id).where(Task.ledger_id == ledger_id)
    kinds = (ProgressReport, ClosureRequest, Closure)
    return any(db.exec(select(k.id).where(col(k.task_id).in_(tasks)).limit(1)).first() is not None for k in kinds)
