"""Short ways to write what a document of running text must give; quotations are cut out of the document itself."""

from collections.abc import Iterable, Sequence
from typing import Any

from tests.importing.corpus.sample import Record, record, target, task
from tests.importing.corpus.sample import lead as _lead
from tests.importing.corpus.sample import responsible as _responsible
from tests.importing.corpus.sample import support as _support

Goal = tuple[float, str] | tuple[float, str, float]  # value, unit, highest value of a range


class Passages:
    """Quote a document by the first and last words of a passage: said("推进 … 建设。")."""

    def __init__(self, document: str) -> None:
        self.document = document

    def __call__(self, ends: str) -> str:
        first, _, last = ends.partition(" … ")
        if self.document.count(first) != 1:
            raise ValueError(f"{first!r} must stand in the document exactly once")
        start = self.document.index(first)
        after = start + len(first)
        end = self.document.index(last, after) + len(last) if last else after
        return "".join(self.document[start:end].splitlines())


def item(
    number: str | None,
    text: str,
    *,
    lead: str = "",
    support: str = "",
    responsible: str = "",
    heading: str | None = None,
    due: str | None = None,
    recurrence: str | None = None,
    goals: Iterable[Goal] = (),
    perhaps: Iterable[Goal] = (),
    leaders: Sequence[str] = (),
    **also: Any,
) -> Record:
    """One expected task; names of one role are parted by |, `perhaps` are figures that nobody must find."""
    units = (
        _lead(lead.replace("|", " "))
        + _support(support.replace("|", " "))
        + _responsible(responsible.replace("|", " "))
    )
    targets = [_goal(goal) for goal in goals] + [_goal(goal) | {"optional": True} for goal in perhaps]
    return task(
        number, text, units, heading=heading, leaders=" ".join(leaders), deadline=due, recurrence=recurrence, targets=targets, **also
    )  # fmt: skip


def _goal(goal: Goal) -> Record:
    value, unit, *highest = goal
    return (
        target(value, unit)
        if not highest
        else target(value, unit, f"{value:g}—{highest[0]:g}{unit}", value_max=highest[0])
    )


def ledger(
    title: str, doc_number: str | None, issuer: str | None, issued_on: str | None, tasks: list[Record], **also: Any
) -> Record:
    """The expected record of one document."""
    return record(title, *tasks, doc_number=doc_number, issuer=issuer, issued_on=issued_on, **also)
