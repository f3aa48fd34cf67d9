"""Values confirmed out of articles: shown beside the department's own, never as it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from sqlalchemy import select as columns
from sqlmodel import Session, col

from app.ledgers.models import SourceDocument
from app.progress.models import Reading
from app.tasks.kinds import Origin, ReadingKind
from app.tasks.models import Indicator

ORIGIN_WORDS: Final = {Origin.DEPARTMENT: "部门上报", Origin.MEDIA: "媒体口径"}
KIND_WORDS: Final = {ReadingKind.READING: "已完成", ReadingKind.PLAN: "打算"}


@dataclass(frozen=True)
class Quoted:
    """A value with the words that tell it."""

    value: Decimal
    as_of: date
    origin: Origin
    kind: ReadingKind
    quotation: str
    source: str


def quoted(db: Session, task_id: int) -> dict[int, list[Quoted]]:
    """By indicator, the newest first."""
    rows = db.execute(
        columns(
            col(Reading.indicator_id), col(Reading.value), col(Reading.as_of), col(Reading.origin), col(Reading.kind),
            col(Reading.quotation), col(SourceDocument.name),
        )
        .join(Indicator, col(Indicator.id) == col(Reading.indicator_id))
        .join(SourceDocument, col(SourceDocument.id) == col(Reading.source_id))
        .where(col(Indicator.task_id) == task_id)
        .order_by(col(Reading.as_of).desc(), col(Reading.id).desc())
    ).all()  # fmt: skip
    found: dict[int, list[Quoted]] = defaultdict(list)
    for indicator_id, *said in rows:
        found[indicator_id].append(Quoted(*said))
    return found
