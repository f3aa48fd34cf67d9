"""What a clerk decides of each difference, and what he saw when he did."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from app.core.forms import Errors, Typed
from app.importing.editions.compare import Matched
from app.importing.models import DraftTask
from app.tasks.kinds import TaskStatus
from app.tasks.models import Task

HEAD: Final = "head"
END, WITHDRAW, KEEP = "end", "withdraw", "keep"
IN_HAND: Final = frozenset({TaskStatus.ISSUED, TaskStatus.SUSPENDED})
LIVE: Final = IN_HAND | {TaskStatus.CLOSURE_REQUESTED}


@dataclass(frozen=True)
class Choices:
    """`taken`: keys of what is taken over; `gone`: task id → what becomes of it, and why."""

    taken: frozenset[str]
    gone: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    seen: Mapping[str, str] = field(default_factory=dict)


def key_of(row: Matched, part: str = "") -> str:
    """d: a clause of the newer document; t: a task that it no longer has."""
    if row.new is None:
        return f"t{row.old.id}" if row.old else ""
    return f"d{row.new.id}{'-' if part else ''}{part}"


def is_difference(row: Matched) -> bool:
    return row.old is None or row.new is None or bool(row.parts)


def tokens(rows: Sequence[Matched], tasks: Mapping[int, Task], drafts: Mapping[int, DraftTask]) -> dict[str, str]:
    """What each difference was made of: another version of either side is another difference."""
    found = {}
    for row in filter(is_difference, rows):
        mine = tasks[row.old.id].version if row.old else 0
        theirs = drafts[row.new.id].version if row.new else 0
        found[key_of(row)] = f"{mine}.{theirs}"
    return found


def defaults(rows: Sequence[Matched], tasks: Mapping[int, Task]) -> Choices:
    """All that is printed is taken over, except into a task that is no longer in hand. What is gone must be said."""
    taken = {HEAD}
    for row in rows:
        if row.new is not None and row.old is None:
            taken.add(key_of(row))
        elif row.new is not None and row.old is not None and tasks[row.old.id].status in LIVE:
            taken |= {key_of(row, part.code) for part in row.parts}
    return Choices(frozenset(taken))


def read_choices(typed: Typed, allowed: Mapping[int, Collection[str]]) -> tuple[Choices, Errors]:
    """As sent. An error for each task that is gone and nobody said what becomes of it."""
    gone, errors = {}, {}
    for task_id, fates in allowed.items():
        key = f"t{task_id}"
        fate, why = typed.get(f"gone-{key}", ""), typed.get(f"why-{key}", "").strip()[:500]
        gone[task_id] = (fate if fate in fates else "", why)
        if not gone[task_id][0]:
            errors[key] = "请选去向"
        elif fate != KEEP and not why:
            errors[key] = "请写明原因"
    seen = dict(pair.split("=", 1) for pair in typed.all("seen") if "=" in pair)
    return Choices(frozenset(typed.all("take")), gone, seen), errors
