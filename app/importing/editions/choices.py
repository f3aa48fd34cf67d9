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
INTO, SAME = "into-", "same-"  # 并入 a task; a clause that is a task, though the comparison did not find it
# What may still be changed as a whole; a task published and not yet handed out (交办) is one of them, and owes nothing.
IN_HAND: Final = frozenset({TaskStatus.DRAFT, TaskStatus.ISSUED, TaskStatus.SUSPENDED})
LIVE: Final = IN_HAND | {TaskStatus.CLOSURE_REQUESTED}
OWING: Final = LIVE - {TaskStatus.DRAFT}


@dataclass(frozen=True)
class Choices:
    """`taken`: keys of what is taken over; `gone`: task id → what becomes of it, and why; `put`: draft → its task."""

    taken: frozenset[str]
    gone: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    put: Mapping[int, int] = field(default_factory=dict)
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


def read_choices(
    typed: Typed, gone: Mapping[int, Collection[str]], brought: Mapping[int, Collection[str]]
) -> tuple[Choices, Errors]:
    """As sent. An error for each task that is gone and nobody said what becomes of it.

    `gone`, `brought`: task or draft without a match → what may be said of it.
    """
    fates, errors = {}, {}
    for task_id, allowed in gone.items():
        key = f"t{task_id}"
        fate, why = typed.get(f"fate-{key}", ""), typed.get(f"why-{key}", "").strip()[:500]
        fates[task_id] = (fate if fate in allowed else "", why)
        if not fates[task_id][0]:
            errors[key] = "请选去向"
        elif fate != KEEP and not why:
            errors[key] = "请写明原因"
    put = {}
    for draft_id, allowed in brought.items():
        said = typed.get(f"fate-d{draft_id}", "")
        if said in allowed and said.startswith(INTO):
            put[draft_id] = task_put_into(said)
        elif said:
            errors[f"d{draft_id}"] = "选了同一项，还没有建立关联。请点“建立关联”，看过对比后再采用"
    seen = dict(pair.split("=", 1) for pair in typed.all("seen") if "=" in pair)
    return Choices(frozenset(typed.all("take")), fates, put, seen), errors


def task_put_into(fate: str) -> int:
    """0 where it says anything else."""
    return int(fate.removeprefix(INTO)) if fate.startswith(INTO) else 0
