"""Open the periods for which progress is asked; may be called again, for what is still missing."""

from datetime import date

from sqlmodel import Session, select

from app.progress.models import ReportSlot
from app.tasks.models import Responsibility, Task
from app.tasks.rules import counted_from
from app.tasks.slots import periods


def open_slots(db: Session, task: Task, responsibility: Responsibility, until: date, *, is_new: bool = False) -> int:
    """Adds the slots from the task's start to `until` that are not there yet; answers how many.

    `is_new` saves the look at what is there when the responsibility was made a moment ago.
    """
    start = counted_from(task.start_on, task.handed_out_on)
    if start is None:
        return 0
    known = (
        set()
        if is_new
        else set(db.exec(select(ReportSlot.period).where(ReportSlot.responsibility_id == responsibility.id)))
    )
    added = [p for p in periods(task.report_cycle, start, until) if p.key not in known]
    db.add_all(
        ReportSlot(
            task_id=task.id,
            responsibility_id=responsibility.id,
            period=p.key,
            period_word=p.word,
            opens_on=p.opens_on,
            due_on=p.due_on,
        )
        for p in added
    )
    return len(added)


def asked_until(task: Task, today: date) -> date:
    """Progress is asked to the due day, and never further ahead than this year's end."""
    year_end = date(today.year, 12, 31)
    return min(task.due_on, year_end) if task.due_on else year_end
