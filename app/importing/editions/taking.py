"""What a clause says is written into the task that it stands for: words, day, figures, who answers."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from app.importing.editions.compare import DATE, GOAL
from app.importing.editions.stored import printed as printed_parties
from app.importing.editions.writing import Desk
from app.importing.models import DraftTask
from app.importing.publish import indicators_of, responsibility_of
from app.importing.similar import plain
from app.importing.stored import named_in
from app.tasks.issue import Printed, Share, shares
from app.tasks.kinds import Part, PrintedRole, ResponsibilityStatus, TaskStatus
from app.tasks.models import Extension, Indicator, Responsibility, Task


def take_words(desk: Desk, task: Task, draft: DraftTask, tags: Sequence[str]) -> dict[str, Any]:
    """The words with the day and the figures read in them. 原定 stays; a later day is an extension like any other."""
    extra: dict[str, Any] = {}
    if DATE in tags:
        issued = task.status is not TaskStatus.DRAFT  # before 交办 nobody was promised a day
        if issued and task.due_on and draft.due_on and draft.due_on > task.due_on:
            extension = Extension(
                task_id=task.id, old_due_on=task.due_on, new_due_on=draft.due_on, reason=desk.reason,
                asked_by=desk.viewer.name, decided_by=desk.viewer.name, decided_at=desk.edition.adopted_at,
            )  # fmt: skip
            desk.db.add(extension)
            desk.db.flush()  # undo names it
            extra["extension"] = extension.id
        task.due_on = draft.due_on
        task.first_due_on = (task.first_due_on if issued else None) or draft.due_on
        task.deadline_kind, task.set_by_office = draft.deadline_kind, draft.set_by_office
        task.deadline_words, task.deadline_rule = draft.deadline_words, draft.deadline_rule
        task.recurrence, task.recurrence_words = draft.recurrence, draft.recurrence_words
    if plain(task.target) != plain(draft.text):
        task.target = draft.text
        take_figures(desk, task, draft)
    elif GOAL in tags:
        take_figures(desk, task, draft)
    return extra


def take_figures(desk: Desk, task: Task, draft: DraftTask) -> None:
    """In place, so that what was read of a figure stays with it; one with readings is never removed."""
    free = [i for i in desk.standing.indicators.get(task.id, ()) if i.value is not None]  # one only followed stays
    for found in indicators_of(draft, task):
        same = next((i for i in free if (i.unit, i.period) == (found.unit, found.period)), None)
        same = same or next((i for i in free if i.unit == found.unit), None)
        if same is None:
            desk.db.add(found)
            continue
        free.remove(same)
        for name in Indicator.model_fields.keys() - {"id", "task_id"}:
            setattr(same, name, getattr(found, name))
    for left in free:
        if left.id not in desk.standing.readings:
            desk.db.delete(left)


def take_parties(desk: Desk, task: Task, draft: DraftTask) -> None:
    """Whoever is named no more hands the task over: the row stays, with what was reported under it."""
    task.leaders = "、".join(draft.leaders)[:200]
    there = {p.department_id: p for p in desk.standing.parties.get(task.id, ())}
    printed = [Printed(desk.known[n.name], n.name, n.printed_role) for n in named_in(draft)]
    found = keep_confirmed(shares(printed, desk.members), confirmed(there.values()))
    for n, share in enumerate(found, start=1):
        row = there.pop(share.department_id, None)
        new = responsibility_of(share, task, n)
        if row is None:
            desk.db.add(new)
            desk.standing.parties[task.id].append(new)
            continue
        row.position, row.group_id, row.printed_name = n, share.group_id, share.printed_name
        row.printed_role, row.part, row.presumed = share.printed_role, share.part, share.presumed
        if row.status is ResponsibilityStatus.HANDED_OVER:
            row.status = ResponsibilityStatus.IN_HAND
    for n, gone in enumerate(there.values(), start=len(found) + 1):
        gone.position, gone.part, gone.presumed = n, Part.SUPPORT, False
        gone.status = ResponsibilityStatus.HANDED_OVER


def confirmed(parties: Collection[Responsibility]) -> list[int]:
    """The lead that the office chose among several, where the document names none."""
    named = printed_parties(list(parties))
    if len(named) < 2 or any(p.printed_role is PrintedRole.LEAD for p in named):
        return []
    return [p.department_id for p in parties if p.part is Part.LEAD and not p.presumed]


def keep_confirmed(found: list[Share], leads: Sequence[int]) -> list[Share]:
    """The lead that the office has confirmed stays, as long as the document names him and nobody else as lead."""
    kept = {s.department_id for s in found} & set(leads)
    if not kept or any(s.printed_role is PrintedRole.LEAD for s in found):
        return found
    return [replace(s, part=Part.LEAD if s.department_id in kept else Part.SUPPORT, presumed=False) for s in found]
