"""Pages that belong to no room."""

from dataclasses import dataclass

from app.core.render import Page


@dataclass(frozen=True)
class ErrorPage(Page):
    """What happened, what to do, one way on."""

    template = "error.html"
    fragment = "_error_toast.html"

    status: int
    title: str
    message: str
    advice: str
    number: str
    back_href: str
    back_label: str


@dataclass(frozen=True)
class Stale(Page):
    """Somebody else decided first; what was typed stays on the page to be copied."""

    template = "stale.html"

    words: str
    label: str
    typed: str
    href: str
    link: str
