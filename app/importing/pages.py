"""Upload, review, conflict, last look before publishing, and the list of imports."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from app.core.forms import Errors
from app.core.render import Page
from app.importing.gates import Gate
from app.importing.source import SourceBlock


@dataclass(frozen=True)
class ImportLine:
    id: int
    title: str
    source: str
    word: str
    tone: str
    by: str
    at: datetime
    count: int
    ledger_id: int | None


@dataclass(frozen=True)
class JobLine:
    """A file on its way to drafts: `words` when it failed, else how far it is (`total` 0: nobody knows)."""

    id: int
    name: str
    by: str
    at: datetime
    failed: bool
    words: str
    done: int
    total: int


@dataclass(frozen=True)
class Imports(Page):
    template = "importing/list.html"

    lines: tuple[ImportLine, ...]
    jobs: tuple[JobLine, ...]


@dataclass(frozen=True)
class Upload(Page):
    """`job_id`: the sent file that could not be read, 0 when none was sent yet."""

    template = "importing/upload.html"
    fragment = "importing/_upload.html"

    error: str
    paste: str
    job_id: int = 0


@dataclass(frozen=True)
class Reading(Page):
    """A file being read; asked for again every second."""

    template = "importing/reading.html"
    fragment = "importing/_reading.html"

    job: JobLine


@dataclass(frozen=True)
class CardDepartment:
    name: str
    role: str
    known: bool


@dataclass(frozen=True)
class Card:
    """A draft as the right column shows it."""

    id: int
    number: str
    heading: str
    text: str
    quotation: str
    departments: tuple[CardDepartment, ...]
    presumed: str
    leaders: str
    deadline_words: str
    rule: str
    due_on: date | None
    past: bool
    set_by_office: bool
    recurrence: str
    indicators: tuple[str, ...]
    cycle: str
    must: tuple[str, ...]
    should: tuple[str, ...]


@dataclass(frozen=True)
class Editing:
    """The open card's fields, as stored or as typed."""

    id: int
    values: Mapping[str, str]
    errors: Errors


@dataclass(frozen=True)
class Unknown:
    name: str
    places: str
    count: int


@dataclass(frozen=True)
class Review(Page):
    template = "importing/review.html"
    fragment = "importing/_review.html"

    batch_id: int
    is_draft: bool
    status_word: str
    ledger_id: int | None
    source_name: str
    warning: str
    said: str
    head: Mapping[str, str]
    head_errors: Errors
    head_open: bool
    organisations: tuple[tuple[int, str], ...]
    has_organisation: bool
    blocks: tuple[SourceBlock, ...]
    cards: tuple[Card, ...]
    doubtful_only: bool
    total: int
    doubtful: int
    figures: tuple[tuple[int, str], ...]
    must: tuple[Gate, ...]
    should_count: int
    unknown: tuple[Unknown, ...]
    departments: tuple[tuple[int, str], ...]
    editing: Editing | None
    cycles: tuple[tuple[str, str], ...]
    bulk_error: str
    bulk_open: bool
    labels: Mapping[str, str]


@dataclass(frozen=True)
class Side:
    """One field of a conflict: theirs, and mine where it differs."""

    name: str
    label: str
    theirs: str
    mine: str
    same: bool


@dataclass(frozen=True)
class Clash(Page):
    template = "importing/conflict.html"
    fragment = "importing/_conflict.html"

    batch_id: int
    source_name: str
    action: str
    what: str
    version: int
    sides: tuple[Side, ...]


@dataclass(frozen=True)
class Publish(Page):
    template = "importing/publish.html"

    batch_id: int
    version: int
    source_name: str
    title: str
    summary: str
    must: tuple[Gate, ...]
    should: tuple[Gate, ...]
    passed: tuple[Gate, ...]
    cycles: tuple[tuple[str, str], ...]
    task_count: int
    department_count: int
    uncycled: int
