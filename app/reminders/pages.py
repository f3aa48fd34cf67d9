"""What an urge answers."""

from dataclasses import dataclass

from app.core.render import Page


@dataclass(frozen=True)
class Urged(Page):
    """In place of the button: how often, and 撤回."""

    template = "reminders/_urged.html"
    fragment = "reminders/_urged.html"

    task_id: int
    urge_id: int
    times: int
    words: str


@dataclass(frozen=True)
class Withdrawn(Page):
    """A toast in place of the toast, and the button again."""

    template = "reminders/_withdrawn.html"
    fragment = "reminders/_withdrawn.html"

    task_id: int
    times: int
    words: str
