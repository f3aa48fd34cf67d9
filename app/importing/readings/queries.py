"""Articles and their figures, in a fixed number of statements."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from sqlalchemy import select as columns
from sqlmodel import Session, col, func, select

from app.importing.readings.models import Article, SuggestedReading
from app.importing.readings.pages import ArticleLine
from app.ledgers.models import SourceDocument
from app.progress.models import ProgressReport, Reading, ReportStatus
from app.progress.told import ORIGIN_WORDS
from app.tasks.kinds import Origin, ReadingKind
from app.tasks.models import Indicator, Task

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
    text = db.exec(select(SourceDocument.text).where(SourceDocument.id == article.source_id)).one()
    rows = db.exec(
        select(SuggestedReading)
        .where(SuggestedReading.article_id == article.id)
        .order_by(col(SuggestedReading.position), col(SuggestedReading.id))
    ).all()
    kept = [row.reading_id for row in rows if row.reading_id is not None]
    readings = {one.id: one for one in db.exec(select(Reading).where(col(Reading.id).in_(kept))).all()}
    ids = {match[0] for row in rows for match in row.matches} | {one.indicator_id for one in readings.values()}
    return Matter(article, text, rows, targets_of(db, ids), said_of(db, ids), readings)


def targets_of(db: Session, ids: Iterable[int]) -> dict[int, Target]:
    """Those that still are: a ledger may have been taken back since."""
    rows = db.execute(
        columns(
            col(Indicator.id), col(Task.id), col(Task.number), col(Task.position), col(Indicator.words),
            col(Indicator.unit),
        )
        .join(Task, col(Task.id) == col(Indicator.task_id))
        .where(col(Indicator.id).in_(list(ids)))
    ).all()  # fmt: skip
    return {
        id: Target(id, task, number or str(position), words, unit) for id, task, number, position, words, unit in rows
    }


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
