"""Numbered items as a tree: every item with its lines, under its parent."""

from dataclasses import dataclass, field
from typing import Final

from app.importing.recognise.drafts import Clause
from app.importing.recognise.lines import BULLET, Label

NO_LABEL: Final = Label(BULLET, "", None, 0, 0)


@dataclass(frozen=True, slots=True)
class Reading:
    """`bare`: brackets with nothing but units are clauses; `loose`: sentences with clauses need no number.

    `spoken`: sentences end by saying who sees to them; `by_unit`: items stand under the unit that answers for them;
    `subject`: items begin with the unit whose duty they are.
    `headed`: clauses end the items' headings, and the items go on below them.
    """

    bare: bool = False
    loose: bool = False
    spoken: bool = False
    by_unit: bool = False
    subject: bool = False
    headed: bool = False


@dataclass(slots=True)
class Line:
    text: str
    start: int
    end: int


@dataclass(slots=True)
class Node:
    """A numbered item with its lines, under its parent."""

    label: Label
    parent: "Node | None"
    series: int
    lines: list[Line]
    children: list["Node"] = field(default_factory=list)
    found: list[tuple[int, int, Clause]] = field(default_factory=list)

    @property
    def start(self) -> int:
        return self.lines[0].start

    @property
    def raw(self) -> str:
        return "\n".join(line.text for line in self.lines)

    def bears(self) -> bool:
        return bool(self.found) or any(child.bears() for child in self.children)
