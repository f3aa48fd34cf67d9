"""List of ledgers, a ledger, its document; a task; the board."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.boards.filters import Filters
from app.boards.history import Act, Asked, Delay, Instructed, Sent, Told
from app.boards.ledgers import LedgerHead, LedgerMatter, LedgerRow, Paragraph
from app.boards.overview import AsOf, BoardMatter, Choice, Lamps
from app.boards.peek import Peek
from app.boards.rows import STATES
from app.boards.task import TaskMatter
from app.boards.urging import Round
from app.core.render import Page

STATE_CHOICES = tuple((code, word) for code, (word, _) in STATES.items())


@dataclass(frozen=True)
class Ledgers(Page):
    template = "boards/ledgers.html"

    rows: tuple[LedgerRow, ...]
    in_hand: int
    archived: int
    own_only: bool
    can_import: bool


@dataclass(frozen=True)
class FirstRun(Page):
    """The office opens the list before there is anything in it."""

    template = "boards/first_run.html"

    departments: int
    users: int


@dataclass(frozen=True)
class Abilities:
    """What this reader may do with the task, decided by the rules."""

    report: bool
    request_closure: bool
    close: bool
    urge: bool
    settle_lead: bool
    review: bool
    extend: bool
    decide: bool
    instruct: bool
    refuse: bool
    receive: bool


@dataclass(frozen=True)
class Peeked:
    """A task opened in its ledger; `fold`: the ledger without it, `columns`: how wide the table is."""

    matter: Peek
    may: Abilities
    fold: str
    columns: int


@dataclass(frozen=True)
class PeekPage(Page):
    """The row alone, for htmx; without script the ledger opens with it."""

    template = "boards/_peek.html"

    peek: Peeked


@dataclass(frozen=True)
class LedgerRules:
    """销号: by the office alone, or with a leader's consent; 签收: asked of the departments or not."""

    needs_leader: bool
    needs_receipt: bool
    version: int


@dataclass(frozen=True)
class LedgerPage(Page):
    template = "boards/ledger.html"
    fragment = "boards/_rows.html"

    head: LedgerHead
    matter: LedgerMatter
    filters: Filters
    state_choices: tuple[tuple[str, str], ...]
    due_choices: tuple[tuple[str, str], ...]
    own_only: bool
    settles_leads: bool
    urges: bool
    rules: LedgerRules | None  # the office may change it
    peek: Peeked | None


@dataclass(frozen=True)
class SourcePage(Page):
    template = "boards/source.html"

    head: LedgerHead
    paragraphs: tuple[Paragraph, ...]
    tasks: int


@dataclass(frozen=True)
class TaskPage(Page):
    template = "boards/task.html"

    task: TaskMatter
    ledger: LedgerHead
    may: Abilities
    hidden_why: str
    told: tuple[Told, ...]
    undo: Mapping[int, tuple[str, str]]  # report → address and word of what this reader may take back
    my_urge: int  # the urge this reader may still take back, 0 for none
    asked: tuple[Asked, ...]
    delays: tuple[Delay, ...]
    sent_back: tuple[Sent, ...]
    instructed: tuple[Instructed, ...]
    signs: bool  # this reader's department has not signed for it yet
    recalls: frozenset[int]  # instructions that this reader may take back
    today: date
    acts: tuple[Act, ...]
    error: str


@dataclass(frozen=True)
class LeadConflict(Page):
    """Somebody else changed the task meanwhile; both choices side by side, nothing overwritten."""

    template = "boards/lead_conflict.html"
    fragment = "boards/_lead_conflict.html"

    task_id: int
    number: str
    version_now: int
    theirs: str
    presumed: bool
    mine: str
    mine_id: int


@dataclass(frozen=True)
class Board(Page):
    template = "boards/board.html"

    board: BoardMatter
    lamps: Lamps
    as_of: AsOf
    choices: tuple[Choice, ...]
    current: Choice


@dataclass(frozen=True)
class BoardLamps(Page):
    """What the board fetches again on each tick; alone it is a small page of its own."""

    template = "boards/lamps.html"
    fragment = "boards/_lamps.html"

    lamps: Lamps
    current: Choice


@dataclass(frozen=True)
class EmptyBoard(Page):
    template = "boards/board_empty.html"

    can_import: bool


@dataclass(frozen=True)
class UrgeAll(Page):
    """Who will hear of what, before it is sent."""

    template = "boards/urge_all.html"

    head: LedgerHead
    round: Round
