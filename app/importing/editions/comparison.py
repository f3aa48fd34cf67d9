"""A batch beside the ledger that it is a newer edition of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlalchemy import select as columns
from sqlmodel import Session, col

from app.importing.editions.choices import LIVE, OWING, tokens
from app.importing.editions.compare import Clause, Matched, compare
from app.importing.editions.pairs import said_of
from app.importing.editions.stored import Standing, clause_of_draft, clause_of_task, standing_of
from app.importing.models import DraftTask, ImportBatch
from app.importing.names import names_of
from app.importing.service import drafts_of
from app.ledgers.models import Ledger
from app.progress.lines import TaskLine
from app.progress.queries import lines_of
from app.tasks.models import Task


@dataclass(frozen=True)
class Comparison:
    """A batch beside the ledger that it is a newer edition of."""

    ledger: Ledger
    standing: Standing
    drafts: list[DraftTask]
    rows: list[Matched]
    tasks: Mapping[int, Task]
    by_id: Mapping[int, DraftTask]
    known: Mapping[str, int]
    said: Mapping[int, int]
    lines: Mapping[int, TaskLine]  # of those in hand whose day is another now
    today: date

    @cached_property
    def tokens(self) -> dict[str, str]:
        return tokens(self.rows, self.tasks, self.by_id)

    @cached_property
    def gone(self) -> list[Matched]:
        return [row for row in self.rows if row.new is None]

    @cached_property
    def brought(self) -> list[Matched]:
        return [row for row in self.rows if row.old is None]


def comparison(db: Session, batch: ImportBatch, ledger: Ledger, today: date, *, lock: bool = False) -> Comparison:
    standing = standing_of(db, ledger, lock=lock)
    drafts, known = drafts_of(db, batch.id), names_of(db, batch)
    said = said_of(batch)
    tasks = [clause_of_task(standing, t) for t in standing.tasks]
    rows = compare(tasks, [clause_of_draft(d, known) for d in drafts], said)
    by_id = {t.id: t for t in standing.tasks}
    # A task that was struck, ended or withdrawn is not missed in a newer document.
    rows = [r for r in rows if r.new or (r.old and by_id[r.old.id].status in LIVE)]
    lines = lines_of(db, columns(col(Task.id)).where(col(Task.id).in_(moved(rows, by_id))), today)
    return Comparison(ledger, standing, drafts, rows, by_id, {d.id: d for d in drafts}, known, said, lines, today)


def moved(rows: Iterable[Matched], tasks: Mapping[int, Task]) -> list[int]:
    days = [r.old.id for r in rows if r.old and r.new and r.old.when.standing != r.new.when.standing]
    return [i for i in days if tasks[i].status in OWING]


def number_of(found: Comparison, row: Matched) -> str:
    if row.new is not None:
        return row.new.number or str(found.by_id[row.new.id].position)
    return standing_number(found, row.old) if row.old else ""


def standing_number(found: Comparison, clause: Clause) -> str:
    task = found.tasks[clause.id]
    return task.number or str(task.position)
