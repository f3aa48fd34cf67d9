"""Upload, reading, review, conflict, last look before publishing, and the list of imports."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from app.core.forms import Errors
from app.core.render import Page
from app.importing.checks import Finding
from app.importing.gates import Gate
from app.importing.sheets import Sheets
from app.importing.source import SourceBlock

Options = tuple[tuple[str, str], ...]
Values = Mapping[str, str]


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
    """A file on its way to drafts: `words` when it failed, else how far it is (`total` 0: nobody knows).

    `kept`: it failed, and may be sent in again as something else.
    """

    id: int
    name: str
    by: str
    at: datetime
    failed: bool
    words: str
    done: int
    total: int
    kept: bool = False


@dataclass(frozen=True)
class Undoing(Page):
    """撤销导入: what would go, or why nothing may. `back`: where the clerk came from."""

    template = "importing/undo.html"

    batch_id: int
    title: str
    is_published: bool
    is_edition: bool
    back: str
    lines: tuple[str, ...]
    why_not: str


@dataclass(frozen=True)
class Imports(Page):
    """`said`: what waits, in a sentence."""

    template = "importing/list.html"

    said: str
    lines: tuple[ImportLine, ...]
    jobs: tuple[JobLine, ...]


@dataclass(frozen=True)
class Upload(Page):
    """`job_id`: the sent file that could not be read, 0 when none was sent yet.

    `kept`: its name, when it may be sent in again as something else; `mend` says how.
    `stands`: it was read as something else before, and that is left.
    """

    template = "importing/upload.html"
    fragment = "importing/_upload.html"

    error: str
    mend: str
    stands: bool
    job_id: int
    kept: str
    values: Values
    errors: Errors
    labels: Mapping[str, str]
    kinds: tuple[tuple[str, str, str], ...]
    ledgers: Options
    origins: Options


@dataclass(frozen=True)
class Otherwise(Page):
    """Drafts were read out of a bulletin. `seen`: as the clerk saw them; `goes`: what becomes of them."""

    template = "importing/otherwise.html"
    fragment = "importing/_otherwise.html"

    batch_id: int
    source_name: str
    seen: str
    goes: str
    values: Values
    errors: Errors
    labels: Mapping[str, str]
    origins: Options


@dataclass(frozen=True)
class Reading(Page):
    """A file being read; asked for again every second."""

    template = "importing/reading.html"
    fragment = "importing/_reading.html"

    job: JobLine


@dataclass(frozen=True)
class BatchShown:
    """`edition`: the ledger it is, or may be, a newer edition of; `is_edition`: the clerk has said so."""

    id: int
    is_draft: bool
    status_word: str
    ledger_id: int | None
    title: str
    source_name: str
    warning: str
    figures: tuple[tuple[int, str], ...]
    edition: str
    is_edition: bool


@dataclass(frozen=True)
class HeadShown:
    """The form 文件信息. `either`: days that the printed day of issue may mean."""

    values: Values
    errors: Errors
    is_open: bool
    organisations: tuple[tuple[int, str], ...]
    either: tuple[str, ...]


@dataclass(frozen=True)
class Unknown:
    """A printed name that means no department: its places, and which departments it may mean."""

    name: str
    places: str
    count: int
    alike: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Decided:
    """A name the clerk has decided on; `seen` guards against another clerk's later decision."""

    name: str
    words: str
    seen: str


@dataclass(frozen=True)
class Settling:
    """What must and what should be settled before publication."""

    must: tuple[Gate, ...]
    where: str  # in the head of the document, or in how many tasks
    should: tuple[Gate, ...]
    names: tuple[Unknown, ...]
    decided: tuple[Decided, ...]
    departments: tuple[tuple[int, str], ...]
    is_open: bool


@dataclass(frozen=True)
class Sure:
    """How sure the reading of each field is: h, m or l."""

    text: str
    who: str
    when: str
    figures: str


@dataclass(frozen=True)
class CardDepartment:
    name: str
    role: str
    known: bool


@dataclass(frozen=True)
class Card:
    """A draft as the right column shows it. `page`: of the file, 0 where it has none.

    `choices`: days that its time limit may mean.
    """

    id: int
    version: int
    number: str
    page: int
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
    choices: tuple[date, ...]
    cycle: str
    must: tuple[str, ...]
    should: tuple[str, ...]
    sure: Sure


@dataclass(frozen=True)
class Editing:
    """The open card's fields, as stored or as typed, with an empty row for one more indicator."""

    id: int
    values: Values
    indicators: tuple[Values, ...]
    errors: Errors
    cuts: tuple[tuple[int, str], ...]
    previous: str
    names: tuple[Unknown, ...]
    more_names: int


@dataclass(frozen=True)
class View:
    """Which cards are shown; `onward` and `backward` lead to the next and the last doubt."""

    show: str
    total: int
    todo: int
    must: int
    page: int
    pages: int
    onward: int
    backward: int
    focus: bool


@dataclass(frozen=True)
class Bulk:
    error: str
    is_open: bool


@dataclass(frozen=True)
class Choices:
    cycles: Options
    kinds: Options
    recurrences: Options
    comparators: Options


@dataclass(frozen=True)
class Review(Page):
    """`undo`: this clerk's last act, "" when there is none."""

    template = "importing/review.html"
    fragment = "importing/_review.html"

    batch: BatchShown
    said: str
    undo: str
    head: HeadShown
    settling: Settling
    sheets: Sheets | None
    blocks: tuple[SourceBlock, ...]
    cards: tuple[Card, ...]
    view: View
    editing: Editing | None
    bulk: Bulk
    choices: Choices
    labels: Mapping[str, str]


@dataclass(frozen=True)
class Saved(Page):
    """The answer to an autosave: a word, the new version, the counts, and what may be taken back now."""

    template = "importing/_saved.html"
    fragment = "importing/_saved.html"

    batch: BatchShown
    settling: Settling
    view: View
    undo: str
    words: str
    version: int
    errors: Errors


@dataclass(frozen=True)
class HeadSaved(Page):
    """The same of the head of the document."""

    template = "importing/_head_saved.html"
    fragment = "importing/_head_saved.html"

    batch: BatchShown
    settling: Settling
    view: View
    undo: str
    words: str
    version: int
    errors: Errors


@dataclass(frozen=True)
class Side:
    """One field of a conflict: theirs, and mine where it differs; `options` where it is chosen from a list.

    `taken`: I had not touched it, so `mine` is theirs.
    """

    name: str
    label: str
    theirs: str
    mine: str
    mine_said: str
    same: bool
    taken: bool
    options: Options
    is_day: bool


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
    kept: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Publish(Page):
    template = "importing/publish.html"

    batch_id: int
    version: int
    source_name: str
    title: str
    summary: str
    must: tuple[Gate, ...]
    should: tuple[Finding, ...]
    seen: tuple[Finding, ...]
    passed: tuple[Gate, ...]
    cycles: Options
    task_count: int
    department_count: int
    uncycled: int
