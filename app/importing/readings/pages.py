"""Articles handed in, one article with its figures, and what a page says when another clerk was first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from app.core.forms import Errors
from app.core.render import Page

Options = tuple[tuple[str, str], ...]
Values = Mapping[str, str]


@dataclass(frozen=True)
class ArticleLine:
    id: int
    title: str
    origin: str
    by: str
    at: datetime
    open: int
    confirmed: int


@dataclass(frozen=True)
class Articles(Page):
    template = "importing/readings.html"
    fragment = "importing/_readings.html"

    lines: tuple[ArticleLine, ...]
    error: str
    errors: Errors
    values: Values
    labels: Mapping[str, str]
    origins: Options


@dataclass(frozen=True)
class ArticleShown:
    """`batch_id`: the same file was imported as a ledger too, 0 when it was not."""

    id: int
    title: str
    origin: str
    is_media: bool
    by: str
    at: datetime
    length: int
    batch_id: int


@dataclass(frozen=True)
class Piece:
    """Words of the article; `id` is the figure that quotes them, 0 for the others."""

    words: str
    id: int


@dataclass(frozen=True)
class FigureCard:
    """A figure as the right column shows it; `state` is open, done or dropped."""

    id: int
    version: int
    subject: str
    figure: str
    is_plan: bool
    as_of: date | None
    rule: str
    state: str
    by: str
    quotation: str
    target: str
    target_href: str
    origin: str
    ready: bool
    well: bool
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Settling:
    """The open card's fields, as found, as confirmed or as typed; `rule`: how its day was found.

    `asked`: the words that other indicators were looked for by, `found`: how many said them. `new`: an indicator to be.
    """

    id: int
    values: Values
    errors: Errors
    targets: Options
    rule: str
    compared: str
    asked: str
    found: int
    tasks: Options
    new: Values
    new_errors: Errors


@dataclass(frozen=True)
class Counts:
    confirmed: int
    open: int
    dropped: int


@dataclass(frozen=True)
class ArticleDesk(Page):
    """`matching`: what the clerk sees and may confirm at once, as id-version; `strangers`: what he may drop at once."""

    template = "importing/readings_article.html"
    fragment = "importing/_readings_article.html"

    article: ArticleShown
    paragraphs: tuple[tuple[Piece, ...], ...]
    cards: tuple[FigureCard, ...]
    settling: Settling | None
    counts: Counts
    matching: tuple[str, ...]
    strangers: tuple[str, ...]
    kinds: Options
    origins: Options
    labels: Mapping[str, str]
    new_labels: Mapping[str, str]
    said: str


@dataclass(frozen=True)
class Side:
    label: str
    theirs: str
    mine: str
    same: bool


@dataclass(frozen=True)
class ReadingClash(Page):
    template = "importing/readings_conflict.html"
    fragment = "importing/_readings_conflict.html"

    article_id: int
    suggestion_id: int
    title: str
    by: str
    state: str
    version: int
    sides: tuple[Side, ...]
    kept: tuple[tuple[str, str], ...]
