"""Sign-in, change of password."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.core.forms import Errors
from app.core.render import Page


@dataclass(frozen=True)
class SignIn(Page):
    template = "people/sign_in.html"

    account: str
    errors: Errors
    demo_roles: tuple[tuple[str, str], ...]
    has_ended: bool
    next: str
    kept: str


@dataclass(frozen=True)
class Resume(Page):
    """Signed in again: what was typed before is sent by one more press."""

    template = "people/resume.html"

    action: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SessionEndedToast(Page):
    """For htmx: the page behind it keeps what was typed."""

    template = "people/_session_ended.html"
    fragment = "people/_session_ended.html"


@dataclass(frozen=True)
class Password(Page):
    template = "people/password.html"

    errors: Errors
    labels: Mapping[str, str]
    must: bool
