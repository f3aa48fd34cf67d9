"""An article that the office handed in, and the figures found in it, until a person confirms them."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import JSON, Numeric
from sqlmodel import Field, SQLModel

from app.core.db import by_value
from app.tasks.kinds import Origin, ReadingKind


class Article(SQLModel, table=True):
    """A bulletin or a news text. Its origin is chosen once, for all that it tells."""

    id: int = Field(default=None, primary_key=True)
    source_id: int = Field(foreign_key="source_document.id", index=True, ondelete="RESTRICT")
    title: str = Field(max_length=200)
    origin: Origin = Field(sa_type=by_value(Origin))
    created_by: str = Field(max_length=60)
    created_at: datetime


class SuggestedReading(SQLModel, table=True):
    """One figure as it was found; what a person confirmed of it is the reading it points to."""

    __tablename__ = "suggested_reading"

    id: int = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="article.id", index=True, ondelete="CASCADE")
    position: int
    quotation: str
    start: int  # where the quotation stands in SourceDocument.text
    end: int
    subject: str = Field(max_length=100)
    value: Decimal = Field(sa_type=Numeric(18, 4))
    unit: str = Field(max_length=20)
    as_of: date | None = None
    rule: str = Field(default="", max_length=200)  # how the day was found, in words
    kind: ReadingKind = Field(sa_type=by_value(ReadingKind))
    matches: list[list[int]] = Field(default_factory=list, sa_type=JSON)  # [indicator, likeness in percent], best first
    reading_id: int | None = Field(default=None, foreign_key="reading.id", index=True, ondelete="SET NULL")
    dropped: bool = False
    decided_by: str = Field(default="", max_length=60)
    version: int = 1
