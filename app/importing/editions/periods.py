"""The periods a task still owes after its day, its cycle or those who answer for it have changed."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session

from app.importing.editions.choices import OWING
from app.progress.issue import asked_until
from app.progress.models import ReportSlot, SlotStatus
from app.progress.service import WRITABLE
from app.tasks.kinds import Part, ResponsibilityStatus
from app.tasks.models import Responsibility, Task
from app.tasks.rules import counted_from
from app.tasks.slots import periods


def reporters(parties: Sequence[Responsibility]) -> list[Responsibility]:
    """The leads; a leading group reports through its members, where it has any."""
    leads = [p for p in parties if p.part is Part.LEAD and p.status is not ResponsibilityStatus.HANDED_OVER]
    groups = {p.group_id for p in leads if p.group_id is not None}
    return [p for p in leads if p.department_id not in groups]


def settle_periods(
    db: Session, task: Task, parties: Sequence[Responsibility], slots: Sequence[ReportSlot], today: date, reason: str
) -> None:
    """Only what is still to come: a period missed stays missed, and one that was reported stays as it is."""
    start = counted_from(task.start_on, task.handed_out_on)
    asked = {
        p.key: p
        for p in periods(task.report_cycle, start, asked_until(task, today))
        if p.due_on >= today
    } if start and task.status in OWING else {}  # fmt: skip
    due = {p.id for p in reporters(parties)}
    for slot in slots:
        wanted = slot.responsibility_id in due and slot.period in asked
        if slot.due_on < today or slot.first_submitted_at is not None:
            continue
        if not wanted and slot.status in WRITABLE:
            slot.status, slot.waived_reason = SlotStatus.WAIVED, reason[:200]
            slot.version += 1
        elif wanted and slot.status is SlotStatus.WAIVED and slot.waived_reason.startswith("新版"):
            slot.status, slot.waived_reason = SlotStatus.OPEN, ""
            slot.version += 1
    known = {(slot.responsibility_id, slot.period) for slot in slots}
    db.add_all(
        ReportSlot(
            task_id=task.id,
            responsibility_id=responsibility_id,
            period=p.key,
            period_word=p.word,
            opens_on=p.opens_on,
            due_on=p.due_on,
        )
        for responsibility_id in sorted(due)
        for p in asked.values()
        if (responsibility_id, p.key) not in known
    )
