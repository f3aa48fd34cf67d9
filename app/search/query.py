"""Tasks by words: each stands in the text, the number, a department or the ledger's name. Five statements."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import case, false, func, or_, select
from sqlmodel import Session, col

from app.boards.ledgers import visible_ledgers
from app.boards.rows import Reader, Row, row_of
from app.ledgers.models import Ledger, LedgerStatus
from app.people.models import Department, DepartmentAlias
from app.people.scope import Viewer
from app.progress.lines import task_lines
from app.tasks.models import Responsibility, Task
from app.workdays.calendar import installed

MOST = 50
LONGEST, MOST_WORDS = 100, 6  # what a person types; more only costs time
NUMBER = re.compile(r"第?(.{1,9}?)项?")
BEFORE, WINDOW = 24, 120  # characters shown: a few before the first match, and so many in all


@dataclass(frozen=True)
class Hit:
    """A task that was found, with the ledger it belongs to; `text` begins shortly before the first match."""

    row: Row
    text: str
    ledger: str
    doc_number: str
    archived: bool


@dataclass(frozen=True)
class Found:
    """The first 50; `total` counts all."""

    hits: tuple[Hit, ...]
    total: int


def words_of(asked: str) -> tuple[str, ...]:
    """By blanks, half or full width; characters that no text holds are left out."""
    clean = "".join(c if c.isprintable() else " " for c in asked.replace("\u3000", " "))[:LONGEST]
    return tuple(dict.fromkeys(clean.split()))[:MOST_WORDS]


def find_tasks(db: Session, viewer: Viewer, reader: Reader, words: tuple[str, ...], today: date) -> Found:
    """Of the ledgers this viewer may read; those in hand and the newest first, a task so numbered before all."""
    if not words:
        return Found((), 0)
    numbered = or_(*(has_number(word) for word in words))
    rows = db.execute(
        select(col(Task.id), col(Ledger.title), col(Ledger.doc_number), col(Ledger.status), func.count().over())
        .join(Ledger, col(Ledger.id) == col(Task.ledger_id))
        .where(col(Ledger.id).in_(visible_ledgers(viewer)), *(says(word) for word in words))
        .order_by(
            case((numbered, 0), else_=1),
            col(Ledger.status) == LedgerStatus.ARCHIVED,
            col(Ledger.issued_on).desc(),
            col(Ledger.id).desc(),
            col(Task.position),
        )
        .limit(MOST)
    ).all()
    if not rows:
        return Found((), 0)
    wanted: Any = select(col(Task.id)).where(col(Task.id).in_([row[0] for row in rows]))
    lines = {line.id: line for line in task_lines(db, wanted, today, installed().is_working_day)}
    hits = tuple(
        Hit(
            row=row_of(lines[task_id], today, reader.may_follow),
            text=near(lines[task_id].target, words),
            ledger=title,
            doc_number=doc_number or "",
            archived=status is LedgerStatus.ARCHIVED,
        )
        for task_id, title, doc_number, status, _ in rows
    )
    return Found(hits, rows[0][-1])


def says(word: str) -> Any:
    """The task's own words, its number, a department's name or alias, the name or 文号 of its ledger."""
    alias = select(col(DepartmentAlias.department_id)).where(like(DepartmentAlias.name, word))
    part = (
        select(col(Responsibility.task_id))
        .join(Department, col(Department.id) == col(Responsibility.department_id))
        .where(or_(like(Department.name, word), col(Department.id).in_(alias)))
    )
    return or_(
        like(Task.target, word),
        has_number(word),
        like(Ledger.title, word),
        like(Ledger.doc_number, word),
        col(Task.id).in_(part),
    )


def like(column: Any, word: str) -> Any:
    return col(column).icontains(word, autoescape=True)


def has_number(word: str) -> Any:
    """22, 第22项, 第六项; a task without a number is called by its place."""
    bare = NUMBER.fullmatch(word)
    if bare is None:
        return false()
    if not bare[1].isdecimal():
        return col(Task.number) == bare[1]
    place = int(bare[1])  # full-width digits too
    unnumbered = func.coalesce(Task.number, "") == ""
    return or_(col(Task.number) == str(place), unnumbered & (col(Task.position) == place))


def near(text: str, words: tuple[str, ...]) -> str:
    """A long text from shortly before the first match on, so that the match is seen."""
    lowered = text.lower()
    places = [at for word in words if (at := lowered.find(word.lower())) >= 0]
    start = min(places, default=0) - BEFORE
    start = start if start > 0 and len(text) > WINDOW else 0
    cut = text[start : start + WINDOW]
    return ("…" if start else "") + cut + ("…" if start + WINDOW < len(text) else "")
