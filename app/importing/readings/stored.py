"""An article read in a process of its own, then kept with what was found in it. Writes no reading."""

import hashlib
import re
from datetime import date, datetime
from functools import partial
from typing import Final

from sqlmodel import Session, col, select

from app.audit.service import record
from app.audit.tags import Tag
from app.importing.apart import Told, apart
from app.importing.readings.article import Read, read_article
from app.importing.readings.matching import Goal, matches
from app.importing.readings.models import Article, SuggestedReading
from app.importing.readings.publication import NOISE
from app.importing.readings.reading import Reading
from app.ledgers.models import Ledger, LedgerStatus, SourceDocument
from app.tasks.kinds import Origin
from app.tasks.models import Indicator, Task

NO_TITLE: Final = re.compile(r"^——|>|第\s*\d+\s*期|(?:\d{4}|二[〇○零]\S{2})年\S{1,3}月\S{1,3}日$")


def read_article_apart(data: bytes, name: str, posted: date | None, told: Told = lambda _done, _total: True) -> Read:
    return apart(partial(read_article, posted=posted), data, name, told)


def store_article(
    db: Session,
    data: bytes,
    name: str,
    origin: Origin,
    *,
    by_name: str,
    actor_id: int | None,
    now: datetime,
    ready: Read,
) -> Article:
    """Source and suggestions, each with the indicators that it seems to belong to."""
    title = title_of(ready.text, name)
    source = SourceDocument(
        name=title,  # what a quotation is cited by
        format=ready.format.value,
        sha256=hashlib.sha256(data).hexdigest(),
        content=data,
        text=ready.text,
    )
    db.add(source)
    db.flush()  # the article points to it
    article = Article(source_id=source.id, title=title, origin=origin, created_by=by_name, created_at=now)
    db.add(article)
    db.flush()  # so do the suggestions
    goals = open_goals(db)
    db.add_all(row_of(found, n, article.id, goals) for n, found in enumerate(ready.readings, start=1))
    record(
        db, Tag.ARTICLE, actor_id=actor_id, actor_name=by_name, subject_kind="article", subject_id=article.id,
        title=article.title, count=len(ready.readings),
    )  # fmt: skip
    db.flush()
    return article


def title_of(text: str, name: str) -> str:
    """The line that reads like a heading, else the first: not the page's own buttons, the issue's number or its day."""
    first = [line.strip() for line in text.splitlines()[:12] if line.strip()]
    lines = [line for line in first if not (NOISE.search(line) or NO_TITLE.search(line))] or first
    headings = [line for line in lines if line.startswith("#")]
    headings += [line for line in lines if 8 <= len(line) <= 60 and not re.search("[。；，]", line)]
    return (headings or lines or [name])[0].lstrip("# ")[:60]


def open_goals(db: Session) -> list[Goal]:
    """Indicators of every ledger in force: the office sees them all."""
    rows = db.exec(
        select(Indicator.id, Indicator.words, Indicator.unit, Task.target)
        .join(Task, col(Task.id) == col(Indicator.task_id))
        .join(Ledger, col(Ledger.id) == col(Task.ledger_id))
        .where(Ledger.status == LedgerStatus.PUBLISHED)
    ).all()
    return [Goal(*row) for row in rows]


def row_of(found: Reading, position: int, article_id: int, goals: list[Goal]) -> SuggestedReading:
    return SuggestedReading(
        article_id=article_id,
        position=position,
        quotation=found.quotation,
        start=found.start,
        end=found.end,
        subject=found.subject[:100],
        value=found.value,
        unit=found.unit[:20],
        as_of=found.as_of,
        rule=found.rule[:200],
        kind=found.kind,
        matches=matches(found.subject, found.quotation, found.unit, goals),
    )
