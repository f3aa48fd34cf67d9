"""Rows that may be written once only, by whichever process comes first."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel

CHUNK = 400  # rows a statement: far below the parameters both databases take


def insert_once(db: Session, model: type[SQLModel], rows: Sequence[dict[str, Any]], *, unique: Sequence[str]) -> int:
    """How many were new; those whose `unique` columns are already there are left as they are."""
    table = SQLModel.metadata.tables[str(model.__tablename__)]
    written = 0
    for start in range(0, len(rows), CHUNK):
        statement = _insert(db)(table).values(rows[start : start + CHUNK])
        fresh = statement.on_conflict_do_nothing(index_elements=list(unique)).returning(*table.primary_key)
        written += len(db.execute(fresh).all())
    return written


def _insert(db: Session) -> Any:  # the two dialects share no type that knows ON CONFLICT
    return {"sqlite": sqlite.insert, "postgresql": postgresql.insert}[db.get_bind().dialect.name]
