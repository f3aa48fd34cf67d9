"""What was found."""

from dataclasses import dataclass

from app.core.render import Page
from app.search.query import Hit


@dataclass(frozen=True)
class Search(Page):
    template = "search/search.html"
    fragment = "search/_answer.html"

    asked: str
    words: tuple[str, ...]
    hits: tuple[Hit, ...]
    total: int
    own_only: bool
