"""The log, for the audit administrator."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.audit.listing import Portion
from app.core.render import Page


@dataclass(frozen=True)
class Log(Page):
    """`checked` says how the chain was found, when it was asked for; `typed` holds the filters as typed."""

    template = "audit/log.html"
    fragment = "audit/_log.html"

    portion: Portion
    kinds: tuple[tuple[str, str], ...]
    typed: Mapping[str, str]
    checked: bool
    fault: str
    older_href: str
    faults: Mapping[str, str]
