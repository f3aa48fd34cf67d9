"""Which ledger it is a new edition of; what differs and what to take over; the editions of a ledger."""

from dataclasses import dataclass
from datetime import date, datetime

from app.core.forms import Errors
from app.core.render import Page
from app.importing.gates import Gate
from app.importing.similar import Stretch

Text = tuple[Stretch, ...]


@dataclass(frozen=True)
class Candidate:
    """A ledger that the document may be a newer edition of, and why."""

    id: int
    title: str
    doc_number: str
    why: str
    likely: bool


@dataclass(frozen=True)
class EditionChoice(Page):
    template = "importing/edition_choice.html"

    batch_id: int
    source_name: str
    title: str
    version: int
    candidates: tuple[Candidate, ...]
    chosen: int


@dataclass(frozen=True)
class Fates:
    """What may be said of a clause without a match; `why` None where no reason is asked."""

    key: str
    blank: str
    ways: tuple[tuple[str, str], ...]
    groups: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    chosen: str
    why: str | None
    error: str


@dataclass(frozen=True)
class Difference:
    """One line: what stands, what the newer document says, and what taking it over would do."""

    key: str
    number: str
    old: Text
    new: Text
    tags: tuple[tuple[str, str], ...]  # word and tone
    effects: tuple[str, ...]
    take: str  # the value of its tick; "" where there is nothing to tick
    ticked: bool
    token: str = ""
    fates: Fates | None = None
    link: int = 0  # the clause that may be said to be a task without a match
    apart: int = 0  # the clause that may be taken apart from its task
    about: str = ""  # how its text begins, where neither side shows it
    moved_on: bool = False  # somebody changed it while this clerk was deciding


@dataclass(frozen=True)
class SameLine:
    number: str
    text: str
    task_id: int


@dataclass(frozen=True)
class Tally:
    """In words: 30项未变, 6项有变 (文字3，部门1), 1项新增，1项取消. `moved`: 只改序号或措施."""

    same: int
    moved: int
    changed: int
    kinds: str
    brought: int
    gone: int
    gone_words: str


@dataclass(frozen=True)
class EditionCompare(Page):
    template = "importing/edition.html"

    batch_id: int
    ledger_id: int
    ledger_name: str
    eyebrow: str
    show: str
    tally: Tally
    differences: tuple[Difference, ...]
    same: tuple[SameLine, ...]
    chosen: str
    must: tuple[Gate, ...]
    errors: Errors
    labels: dict[str, str]
    clash: bool
    said: str
    ledger_version: int


@dataclass(frozen=True)
class ChangeLine:
    task_id: int
    number: str
    what: str
    reason: str
    old: Text
    new: Text


@dataclass(frozen=True)
class EditionLine:
    """One edition, the newest first. `undo`: the import to take back, 0 where that is not possible from here."""

    id: int
    name: str
    title: str
    issued_on: date | None
    source_name: str
    by: str
    at: datetime
    undone_at: datetime | None
    changes: tuple[ChangeLine, ...]
    undo: int


@dataclass(frozen=True)
class Editions(Page):
    template = "importing/editions.html"

    ledger_id: int
    ledger_title: str
    ledger_name: str
    first_source: str
    published_by: str
    published_at: datetime
    editions: tuple[EditionLine, ...]
    can_import: bool
