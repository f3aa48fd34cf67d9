"""A document comes in as drafts."""

import hashlib
from datetime import datetime

from sqlalchemy import insert
from sqlmodel import Session, col, select

from app.audit.service import record
from app.audit.tags import Tag
from app.importing.models import BatchStatus, DraftTask, ImportBatch
from app.importing.reading import Prepared, prepare
from app.importing.stored import clip, row_of
from app.ledgers.models import SourceDocument
from app.people.names import find_organisation

AT_ONCE = 500  # rows written together


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
    edition_of: int | None = None,
) -> tuple[ImportBatch, bool]:
    """Source, batch and drafts; True when the same file came before (it is stored again all the same)."""
    ready = prepared or prepare(data, name)
    source = source_of(ready, data, name)
    repeated = earlier_import(db, source.sha256) is not None
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
        issued_either=[day.isoformat() for day in head.issued_either],
        rows=[list(row) for row in ready.rows],
        scans=list(ready.scans),
        edition_of=edition_of,
        created_by=by_name,
        created_at=now,
    )
    db.add(batch)
    db.flush()  # the drafts and the log name it
    tasks = ready.recognised.tasks
    for start in range(0, len(tasks), AT_ONCE):
        # A long sheet has tens of thousands: plain rows, of which none is kept in memory.
        db.execute(insert(DraftTask), [row_of(draft, batch.id) for draft in tasks[start : start + AT_ONCE]])
    record(
        db, Tag.IMPORT, actor_id=actor_id, actor_name=by_name, subject_kind="import", subject_id=batch.id,
        name=name, count=len(tasks),
    )  # fmt: skip
    db.flush()
    return batch, repeated


def source_of(ready: Prepared, data: bytes, name: str) -> SourceDocument:
    return SourceDocument(
        name=name[:200],
        format=ready.format.value,
        sha256=hashlib.sha256(data).hexdigest(),
        content=data,
        text=ready.text,
        places=[list(place) for place in ready.places],
    )


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


def drafts_of(db: Session, batch_id: int) -> list[DraftTask]:
    """In the order of the document; what the clerk dropped is not among them."""
    standing = select(DraftTask).where(DraftTask.batch_id == batch_id, col(DraftTask.dropped).is_(False))
    return list(db.exec(standing.order_by(col(DraftTask.position), col(DraftTask.id))).all())
