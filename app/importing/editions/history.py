"""The editions of a ledger, each with what it changed: the old words stay readable."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from app.importing.editions.pages import ChangeLine, EditionLine
from app.importing.editions.takeback import newest_edition
from app.importing.models import ImportBatch
from app.importing.similar import Stretch, differences
from app.ledgers.models import Ledger, LedgerEdition, SourceDocument
from app.tasks.models import Task, TaskChange


def edition_lines(db: Session, ledger: Ledger) -> tuple[EditionLine, ...]:
    """The newest first. Four statements, however many changes."""
    rows = db.execute(
        columns(LedgerEdition, col(SourceDocument.name), col(ImportBatch.id))
        .join(SourceDocument, col(SourceDocument.id) == col(LedgerEdition.source_id))
        .outerjoin(ImportBatch, col(ImportBatch.edition_id) == col(LedgerEdition.id))
        .where(col(LedgerEdition.ledger_id) == ledger.id)
        .order_by(col(LedgerEdition.id).desc())
    ).all()
    changes = changes_of(db, ledger)
    newest = newest_edition(db, ledger.id)
    return tuple(
        EditionLine(
            id=edition.id,
            name=edition.doc_number or edition.title,
            title=edition.title,
            issued_on=edition.issued_on,
            source_name=name,
            by=edition.adopted_by,
            at=edition.adopted_at,
            undone_at=edition.undone_at,
            changes=tuple(changes[edition.id]),
            undo=batch_id if edition.id == newest and batch_id else 0,
        )
        for edition, name, batch_id in rows
    )


def changes_of(db: Session, ledger: Ledger) -> dict[int, list[ChangeLine]]:
    found: dict[int, list[ChangeLine]] = defaultdict(list)
    rows = db.execute(
        columns(TaskChange, col(Task.number), col(Task.position))
        .join(Task, col(Task.id) == col(TaskChange.task_id))
        .where(col(Task.ledger_id) == ledger.id, col(TaskChange.edition_id).is_not(None))
        .order_by(col(Task.position), col(TaskChange.id))
    )
    for change, number, position in rows:
        found[change.edition_id].append(line_of(change, number or str(position)))
    return found


def line_of(change: TaskChange, number: str) -> ChangeLine:
    """What was said before and after, of what changed alone; a task that was let go loses its whole sentence."""
    was, became = change.before, change.after
    old: tuple[Stretch, ...] = ()
    new: tuple[Stretch, ...] = ()
    if not was:
        new = (Stretch(became["target"], mark=True),)
    elif was["status"] != became["status"]:
        old = (Stretch(was["target"], mark=True),)
    else:
        old, new = differences(said(was, became), said(became, was))
    return ChangeLine(change.task_id, number, change.what, change.reason, old, new)


def said(mine: Mapping[str, Any], other: Mapping[str, Any]) -> str:
    parts = [mine["target"]] if mine["target"] != other["target"] else []
    if (mine["due_on"] or "") != (other["due_on"] or ""):
        parts.append(f"完成时限：{mine['due_on']}" if mine["due_on"] else "没有时限")
    parts += [f"责任部门：{mine['who']}"] if mine["who"] != other["who"] else []
    return "　".join(parts)


def first_source(db: Session, ledger: Ledger) -> str:
    """The document the ledger was published from."""
    oldest = db.exec(
        select(LedgerEdition).where(LedgerEdition.ledger_id == ledger.id).order_by(col(LedgerEdition.id)).limit(1)
    ).first()
    source_id = oldest.before["head"]["source_id"] if oldest else ledger.source_id
    return db.exec(select(SourceDocument.name).where(SourceDocument.id == source_id)).first() or ""
