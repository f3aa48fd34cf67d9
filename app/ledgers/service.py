"""Open a ledger with its headings; take one away whole."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import delete
from sqlmodel import Session, col, select

from app.ledgers.models import Ledger, Measure


def create_ledger(
    db: Session,
    *,
    organisation_id: int,
    source_id: int | None,
    title: str,
    doc_number: str | None,
    issuer: str | None,
    issued_on: date | None,
    by: str,
    now: datetime,
) -> Ledger:
    ledger = Ledger(
        organisation_id=organisation_id,
        source_id=source_id,
        title=title,
        doc_number=doc_number,
        issuer=issuer,
        issued_on=issued_on,
        published_at=now,
        published_by=by,
    )
    db.add(ledger)
    db.flush()  # measures and tasks need its id
    return ledger


def add_measures(db: Session, ledger: Ledger, headings: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """One heading each (label, text), in order → its id."""
    found: dict[tuple[str, str], Measure] = {}
    for label, text in headings:
        if (label, text) not in found:
            measure = Measure(ledger_id=ledger.id, position=len(found) + 1, label=label, text=text)
            found[label, text] = measure
    db.add_all(found.values())
    db.flush()  # tasks point to them
    return {key: measure.id for key, measure in found.items()}


def more_measures(db: Session, ledger: Ledger, headings: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """As add_measures, for a ledger that has some: the same heading is not made twice."""
    there = db.exec(select(Measure).where(Measure.ledger_id == ledger.id)).all()
    found = {(m.label, m.text): m for m in there}
    last = max((m.position for m in there), default=0)
    for label, text in headings:
        if (label, text) not in found:
            last += 1
            found[label, text] = Measure(ledger_id=ledger.id, position=last, label=label, text=text)
            db.add(found[label, text])
    db.flush()  # tasks point to them
    return {key: measure.id for key, measure in found.items()}


def delete_ledger(db: Session, ledger_id: int) -> None:
    """With its tasks and all that hangs on them, by the database's own cascade."""
    db.execute(delete(Ledger).where(col(Ledger.id) == ledger_id))
    db.expire_all()
