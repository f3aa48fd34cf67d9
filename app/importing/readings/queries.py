"""Articles and their figures, in a fixed number of statements."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from sqlalchemy import ColumnElement, ScalarSelect, and_, case, or_
from sqlalchemy import select as columns
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from app.importing.models import BatchStatus, ImportBatch
from app.importing.readings.models import Article, SuggestedReading
from app.importing.readings.pages import ArticleLine
from app.ledgers.models import Ledger, LedgerStatus, SourceDocument
from app.progress.models import ProgressReport, Reading, ReportStatus
from app.progress.told import ORIGIN_WORDS
from app.tasks.kinds import Origin, ReadingKind
from app.tasks.models import Indicator, Task

FOUND = 8  # so many are offered; more words find fewer
SHOWN = 30  # characters of a task in a list of choices
SENT = (ReportStatus.SUBMITTED, ReportStatus.ACCEPTED)


@dataclass(frozen=True)
class Target:
    """An indicator as the select names it."""

    id: int
    task_id: int
    number: str
    words: str
    unit: str

    @property
    def label(self) -> str:
        return f"第{self.number}项　{self.words}" + (f"（{self.unit}）" if self.unit not in self.words else "")


@dataclass(frozen=True)
class Said:
    """A reading that stands: what it says, and whose word it is."""

    id: int
    value: Decimal
    as_of: date
    origin: Origin
    kind: ReadingKind


@dataclass(frozen=True)
class Matter:
    """All that the page of an article shows."""

    article: Article
    text: str
    batch_id: int
    rows: Sequence[SuggestedReading]
    targets: Mapping[int, Target]
    said: Mapping[int, Sequence[Said]] = field(default_factory=dict)  # by indicator, in the order of days
    readings: Mapping[int, Reading] = field(default_factory=dict)


def article_lines(db: Session) -> tuple[ArticleLine, ...]:
    is_open = col(SuggestedReading.reading_id).is_(None) & col(SuggestedReading.dropped).is_(False)
    rows = db.execute(
        columns(
            col(Article.id), col(Article.title), col(Article.origin), col(Article.created_by), col(Article.created_at),
            func.count(col(SuggestedReading.id)).filter(is_open), func.count(col(SuggestedReading.reading_id)),
        )
        .outerjoin(SuggestedReading, col(SuggestedReading.article_id) == col(Article.id))
        .group_by(col(Article.id))
        .order_by(col(Article.id).desc())
        .limit(100)
    ).all()  # fmt: skip
    return tuple(
        ArticleLine(id, title, ORIGIN_WORDS[origin], by, at, n, done) for id, title, origin, by, at, n, done in rows
    )


def matter_of(db: Session, article: Article) -> Matter:
    text, batch_id = db.execute(
        columns(col(SourceDocument.text), _as_ledger().label("batch")).where(
            col(SourceDocument.id) == article.source_id
        )
    ).one()
    rows = db.exec(
        select(SuggestedReading)
        .where(SuggestedReading.article_id == article.id)
        .order_by(col(SuggestedReading.position), col(SuggestedReading.id))
    ).all()
    kept = [row.reading_id for row in rows if row.reading_id is not None]
    readings = {one.id: one for one in db.exec(select(Reading).where(col(Reading.id).in_(kept))).all()}
    ids = {match[0] for row in rows for match in row.matches} | {one.indicator_id for one in readings.values()}
    return Matter(article, text, batch_id or 0, rows, targets_of(db, ids), said_of(db, ids), readings)


def _as_ledger() -> ScalarSelect[int | None]:
    """The newest import of the same bytes that still stands."""
    same = aliased(SourceDocument)
    return (
        columns(func.max(ImportBatch.id))
        .join(same, col(same.id) == col(ImportBatch.source_id))
        .where(col(same.sha256) == col(SourceDocument.sha256), col(ImportBatch.status) != BatchStatus.UNDONE)
        .correlate(SourceDocument)
        .scalar_subquery()
    )


def targets_of(db: Session, ids: Iterable[int]) -> dict[int, Target]:
    """Those that still are: a ledger may have been taken back since."""
    return {target.id: target for target in _targets(db, col(Indicator.id).in_(list(ids)))}


def find_targets(db: Session, asked: str) -> list[Target]:
    """Indicators in force that say every word asked for, those first; then by their task's words or its number."""
    if not asked.strip():
        return []
    wanted = [_says(word, Indicator.words, Task.target) for word in asked.split()]
    itself = case((and_(*(_says(word, Indicator.words) for word in asked.split())), 0), else_=1)
    in_force = col(Ledger.status) == LedgerStatus.PUBLISHED
    return _targets(db, in_force, _or_number(wanted, asked), first=(itself,), limit=FOUND)


def find_tasks(db: Session, asked: str) -> list[tuple[str, str]]:
    """Tasks in force by their words or number, for an indicator that they do not have yet."""
    wanted = [_says(word, Task.target) for word in asked.split()]
    if not wanted:
        return []
    rows = db.execute(
        columns(col(Task.id), col(Task.number), col(Task.position), col(Task.target))
        .join(Ledger, col(Ledger.id) == col(Task.ledger_id))
        .where(col(Ledger.status) == LedgerStatus.PUBLISHED, _or_number(wanted, asked))
        .order_by(col(Task.ledger_id).desc(), col(Task.position))
        .limit(FOUND)
    ).all()
    return [(str(id), f"第{number or position}项　{shortened(target)}") for id, number, position, target in rows]


def shortened(words: str) -> str:
    return words if len(words) <= SHOWN else words[:SHOWN] + "…"


def _or_number(wanted: Sequence[ColumnElement[bool]], asked: str) -> ColumnElement[bool]:
    return or_(and_(*wanted), col(Task.number) == asked.strip())


def _says(word: str, *texts: str) -> ColumnElement[bool]:
    return or_(*(col(text).icontains(word, autoescape=True) for text in texts))


def _targets(
    db: Session,
    *where: ColumnElement[bool],
    first: Sequence[ColumnElement[int]] = (),
    limit: int | None = None,
) -> list[Target]:
    rows = db.execute(
        columns(
            col(Indicator.id), col(Task.id), col(Task.number), col(Task.position), col(Indicator.words),
            col(Indicator.unit),
        )
        .join(Task, col(Task.id) == col(Indicator.task_id))
        .join(Ledger, col(Ledger.id) == col(Task.ledger_id))
        .where(*where)
        .order_by(*first, col(Task.ledger_id).desc(), col(Task.position), col(Indicator.position))
        .limit(limit)
    ).all()  # fmt: skip
    return [Target(id, task, number or str(position), words, unit) for id, task, number, position, words, unit in rows]


def said_of(db: Session, ids: Iterable[int]) -> dict[int, list[Said]]:
    """What was sent or confirmed; drafts and returned reports say nothing yet."""
    rows = db.execute(
        columns(
            col(Reading.indicator_id), col(Reading.id), col(Reading.value), col(Reading.as_of), col(Reading.origin),
            col(Reading.kind),
        )
        .outerjoin(ProgressReport, col(ProgressReport.id) == col(Reading.report_id))
        .where(
            col(Reading.indicator_id).in_(list(ids)),
            col(Reading.report_id).is_(None) | col(ProgressReport.status).in_(SENT),
        )
        .order_by(col(Reading.as_of), col(Reading.id))
    ).all()  # fmt: skip
    found: dict[int, list[Said]] = defaultdict(list)
    for indicator, *said in rows:
        found[indicator].append(Said(*said))
    return found
