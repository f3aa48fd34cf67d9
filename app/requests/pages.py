"""Asking for a later day, and deciding on it."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.core.forms import Errors
from app.core.render import Page
from app.tasks.rules import LampView


@dataclass(frozen=True)
class Days:
    """原定, 现定, how often it was moved."""

    first: str
    due: str
    extended: int


@dataclass(frozen=True)
class AskExtension(Page):
    template = "requests/ask_extension.html"

    task_id: int
    number: str
    target: str
    days: Days
    late_words: str  # 补办; empty before the limit
    limit_words: str
    version: int
    until: str
    reason: str
    plan: str
    errors: Errors
    labels: Mapping[str, str]


@dataclass(frozen=True)
class Outcome:
    word: str
    tone: str
    who: str
    at: str
    remark: str


@dataclass(frozen=True)
class OneExtension(Page):
    """`why_not`: what keeps this reader from deciding; empty when he may. `outcome` None: undecided."""

    template = "requests/extension.html"

    id: int
    task_id: int
    number: str
    target: str
    lamp: LampView
    eyebrow: str
    days: Days
    until: str  # as a date field wants it
    until_shown: str
    until_words: str
    shift: str
    standing: str  # in time or 补办, and what goes on meanwhile
    asker: str
    department: str
    reason: str
    plan: str
    progress: str
    outcome: Outcome | None
    why_not: str
    version: int
    other: str
    remark: str
    opened: str  # the form that came back with faults: until, remark
    errors: Errors
    labels: Mapping[str, str]
