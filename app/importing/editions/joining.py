"""并入: a clause, or a task that is gone, goes into a task, and what it says besides its words comes along."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Final

from app.core.filters import long_day
from app.importing.editions.compare import DATE, WHO
from app.importing.editions.writing import Desk
from app.importing.models import DraftTask
from app.importing.publish import indicators_of, responsibility_of
from app.importing.similar import END
from app.importing.stored import named_in
from app.importing.words import CYCLE_WORDS, RECURRENCE_WORDS
from app.tasks.issue import Printed, Share, shares
from app.tasks.kinds import DeadlineKind, Part, ReportCycle, ResponsibilityStatus, TaskStatus
from app.tasks.models import Responsibility, Task

LEADERS: Final = 200  # as many characters as a task keeps


def join(desk: Desk, task: Task, draft: DraftTask) -> tuple[list[str], list[str]]:
    """One more clause in a task, its sentence behind the other. Answers what of it changed, and how, in words."""
    text = END.sub("", task.target) + "；"
    for n, found in enumerate(indicators_of(draft, task), start=len(desk.standing.indicators.get(task.id, ())) + 1):
        found.position, found.start, found.end = n, found.start + len(text), found.end + len(text)
        desk.db.add(found)
    task.target = text + draft.text
    printed = [Printed(desk.known[n.name], n.name, n.printed_role) for n in named_in(draft)]
    return come_along(desk, task, draft, draft.leaders, shares(printed, desk.members))


def join_task(desk: Desk, task: Task, gone: Task) -> tuple[list[str], list[str]]:
    """A task that is gone keeps its words as history; who works on it goes on doing so under the other."""
    theirs = [
        Share(p.department_id, p.printed_name, p.printed_role, p.part, p.presumed, p.group_id)
        for p in desk.standing.parties.get(gone.id, ())
        if p.status is not ResponsibilityStatus.HANDED_OVER
    ]
    return come_along(desk, task, gone, filter(None, gone.leaders.split("、")), theirs)


def come_along(
    desk: Desk, task: Task, of: DraftTask | Task, leaders: Iterable[str], theirs: Sequence[Share]
) -> tuple[list[str], list[str]]:
    was = task.due_on, task.deadline_kind, task.recurrence
    said = take_time(task, of)
    tags = [DATE] if was != (task.due_on, task.deadline_kind, task.recurrence) else []
    said += take_cycle(task, of)
    persons = dict.fromkeys([*filter(None, task.leaders.split("、")), *leaders])
    task.leaders = "、".join(persons)[:LEADERS]
    if names := take_in(desk, task, theirs):
        tags, said = [*tags, WHO], [*said, f"{'、'.join(names)}配合"]
    return tags, said


def take_time(task: Task, of: DraftTask | Task) -> list[str]:
    """Day and recurrence, where the task has none of its own; where both say one, the task's holds."""
    said = []
    if has_deadline(of) and not has_deadline(task):
        issued = task.status is not TaskStatus.DRAFT  # before 交办 nobody was promised a day
        first = of.first_due_on if isinstance(of, Task) else of.due_on
        task.due_on = of.due_on
        task.first_due_on = (task.first_due_on if issued else None) or first
        task.deadline_kind, task.set_by_office = of.deadline_kind, of.set_by_office
        task.deadline_words, task.deadline_rule = of.deadline_words, of.deadline_rule
        said.append(f"带入时限{deadline_words(of)}")
    elif has_deadline(of) and (of.deadline_kind, of.due_on) != (task.deadline_kind, task.due_on):
        said.append(f"并入的时限是{deadline_words(of)}，仍按{deadline_words(task)}")
    if of.recurrence and task.recurrence is None:
        task.recurrence, task.recurrence_words = of.recurrence, of.recurrence_words
        said.append(f"带入周期{RECURRENCE_WORDS[of.recurrence]}")
    elif of.recurrence and task.recurrence and of.recurrence != task.recurrence:
        said.append(f"并入的周期是{RECURRENCE_WORDS[of.recurrence]}，仍按{RECURRENCE_WORDS[task.recurrence]}")
    return said


def take_cycle(task: Task, of: DraftTask | Task) -> list[str]:
    """How often it is reported on, where nobody had asked for that."""
    if task.report_cycle is not ReportCycle.NONE or of.report_cycle is ReportCycle.NONE:
        return []
    task.report_cycle = of.report_cycle
    return [f"{CYCLE_WORDS[of.report_cycle]}报送"]


def has_deadline(one: DraftTask | Task) -> bool:
    return one.due_on is not None or one.deadline_kind is not DeadlineKind.NONE


def deadline_words(one: DraftTask | Task) -> str:
    return long_day(one.due_on) or one.deadline_words or one.deadline_rule


def take_in(desk: Desk, task: Task, theirs: Collection[Share]) -> list[str]:
    """Those who did not answer for it before, as support; a lead is never changed by the way. Answers their names."""
    there = {p.department_id: p for p in desk.standing.parties.get(task.id, ())}
    names = []
    for share in theirs:
        row = there.get(share.department_id)
        if row is not None and row.status is not ResponsibilityStatus.HANDED_OVER:
            continue
        if row is not None:
            row.status = ResponsibilityStatus.IN_HAND
        else:
            there[share.department_id] = added(desk, task, share, len(there) + 1)
        names += [] if share.group_id else [share.printed_name or desk.standing.names[share.department_id]]
    return names


def added(desk: Desk, task: Task, share: Share, position: int) -> Responsibility:
    new = responsibility_of(replace(share, part=Part.SUPPORT, presumed=False), task, position)
    desk.db.add(new)
    desk.standing.parties[task.id].append(new)
    return new
