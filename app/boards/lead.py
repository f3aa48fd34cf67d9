"""确认牵头: the office says who leads; what is still owed follows the lead, what was reported stays where it was."""

from sqlmodel import Session, col, select

from app.audit.service import record
from app.audit.tags import Tag
from app.core.errors import Invalid
from app.people.models import Department
from app.people.scope import Viewer
from app.progress.models import ProgressReport, ReportSlot, SlotStatus
from app.tasks.kinds import Part
from app.tasks.models import Responsibility, Task

NOT_NAMED = "请在这项任务的责任部门中选一个牵头部门。没有保存。"


def confirm_lead(db: Session, task: Task, department_id: int, by: Viewer) -> None:
    """The caller has locked the task and compared its version. Raises Invalid for a department not in the task."""
    parts = db.exec(select(Responsibility).where(Responsibility.task_id == task.id)).all()
    new = next((p for p in parts if p.department_id == department_id), None)
    if new is None:
        raise Invalid(NOT_NAMED)
    for part in parts:
        if part.part is Part.LEAD and part is not new:
            part.part = Part.SUPPORT
            move_slots(db, part, new)
        part.presumed = False
    new.part = Part.LEAD
    task.version += 1
    name = db.get_one(Department, department_id).name
    record(
        db,
        Tag.LEAD_CONFIRM,
        actor_id=by.id,
        actor_name=by.name,
        subject_kind="task",
        subject_id=task.id,
        department=name,
    )
    db.flush()


def move_slots(db: Session, old: Responsibility, new: Responsibility) -> None:
    """Periods nobody has reported yet are asked of the new lead, unless it owes that period already."""
    own = set(db.exec(select(ReportSlot.period).where(ReportSlot.responsibility_id == new.id)).all())
    unsent = select(ReportSlot).where(
        ReportSlot.responsibility_id == old.id,
        col(ReportSlot.first_submitted_at).is_(None),
        ReportSlot.status != SlotStatus.WAIVED,
    )
    for slot in db.exec(unsent).all():
        if slot.period in own:
            continue
        # A draft stays with the department that wrote it; the period begins anew.
        for draft in db.exec(select(ProgressReport).where(ProgressReport.slot_id == slot.id)).all():
            draft.slot_id = None
        slot.responsibility_id, slot.status = new.id, SlotStatus.OPEN
        slot.version += 1
