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


@dataclass(frozen=True)
class Password(Page):
    template = "people/password.html"

    errors: Errors
    labels: Mapping[str, str]
    must: bool
