"""Whose progress a reader may know, for many tasks at once: the rule of one task, and the same as SQL."""

from sqlalchemy import exists, false, true
from sqlmodel import col

from app.access.rules import TaskFacts, why_not_see_progress, why_not_urge
from app.boards.rows import Reader
from app.people.scope import Viewer
from app.progress.lines import TaskLine
from app.tasks.models import Responsibility, Task


def reader_of(viewer: Viewer) -> Reader:
    def may_follow(line: TaskLine) -> bool:
        return not why_not_see_progress(viewer, facts_of_line(line))

    if viewer.sees_everything:
        return Reader(may_follow, true(), viewer.oversees)
    if viewer.department_id is None:
        return Reader(may_follow, false())
    takes_part = exists().where(
        col(Responsibility.task_id) == col(Task.id), col(Responsibility.department_id) == viewer.department_id
    )
    return Reader(may_follow, takes_part)


def may_urge(viewer: Viewer, line: TaskLine) -> bool:
    return not why_not_urge(viewer, facts_of_line(line))


def facts_of_line(line: TaskLine) -> TaskFacts:
    """What the rules need, without asking the database again."""
    return TaskFacts(line.number, line.status, {d.id: d.part for d in line.departments}, line.lead_name)
