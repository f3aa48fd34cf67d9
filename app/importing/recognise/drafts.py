"""What is recognised: a head and draft tasks, with the printed words beside every reading of them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.tasks.kinds import Comparator, DeadlineKind, PrintedRole, Recurrence


@dataclass(frozen=True, slots=True)
class Head:
    """`issued_either`: two days that the printed one may mean, where nothing tells which."""

    title: str | None = None
    doc_number: str | None = None
    issuer: str | None = None
    issued_on: date | None = None
    issued_either: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    name: str
    printed_role: PrintedRole


@dataclass(frozen=True, slots=True)
class Deadline:
    """`rule` says how `words` became `due_on`. Offsets are in the task's text; None: its own column or clause.

    `either`: the two days that the words may mean.
    """

    kind: DeadlineKind
    words: str
    rule: str
    due_on: date | None = None
    start_on: date | None = None
    start: int | None = None
    end: int | None = None
    either: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Recurring:
    value: Recurrence
    words: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """`value` in the printed `unit`; a range has `value_max`. Offsets are in the task's text; None: a goal column."""

    words: str
    comparator: Comparator
    value: Decimal
    unit: str
    value_max: Decimal | None = None
    period: Recurrence | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a person should look at; `must`: before the ledger can be published. `choices`: days it may mean."""

    code: str
    message: str
    must: bool = False
    choices: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """One task as printed. `start` and `end` are the whole item's place in the document's text."""

    position: int
    number: str | None
    heading: str | None
    heading_label: str | None
    text: str
    start: int
    end: int
    departments: tuple[Named, ...] = ()
    leaders: tuple[str, ...] = ()
    deadline: Deadline | None = None
    recurrence: tuple[Recurring, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Recognised:
    head: Head
    tasks: tuple[Draft, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """Who answers, by when: out of one bracket, one label line, or one row's columns.

    `later`: units that the clause binds for all items behind it. `is_shared`: the units answer side by side
    (按职责分工负责), so that a rule about who leads does not touch them. `firsts`: the first units of an item's
    further clauses.
    """

    departments: tuple[Named, ...] = ()
    leaders: tuple[str, ...] = ()
    deadline_words: str | None = None
    later: tuple[Named, ...] = ()
    is_shared: bool = False
    firsts: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.departments or self.leaders or self.deadline_words)


@dataclass(frozen=True, slots=True)
class Item:
    """What a layout finds: a task's printed parts, before any date or figure in them is read.

    `measured` is the unit of a goal that is a bare figure, as a column of its own says it. `assumed`: who answers is
    not printed in its row but in the row above.
    """

    number: str | None
    heading: str | None
    heading_label: str | None
    text: str
    start: int
    end: int
    clause: Clause
    goal: str = ""
    often: str = ""
    measured: str = ""
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """The items, and where in the text the ledger's body begins and ends."""

    items: tuple[Item, ...]
    start: int
    end: int
