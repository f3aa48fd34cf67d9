"""The only way to a period to be reported, to its proof and to a closure request."""

from dataclasses import dataclass

from sqlmodel import Session, select

from app.access.current import require
from app.access.find import NO_FILE, NO_REPORT, FoundTask, attachment_to_read, task_to_read, task_to_report
from app.access.rules import why_not_business, why_not_close, why_not_review, why_not_todo, why_not_withdraw_report
from app.core.errors import Conflict, NotAllowed, NotFound
from app.people.scope import Viewer
from app.progress.closing import open_request
from app.progress.models import Attachment, ClosureRequest, ProgressReport, ReportSlot, Review
from app.tasks.models import Responsibility

NO_REVIEW = "没有找到这次审核，可能已经撤回。请返回审核页面查看。"
NOT_YOURS = "这项进展由别的部门报送。需要时请联系办公室。"


@dataclass(frozen=True)
class FoundSlot:
    slot: ReportSlot
    responsibility: Responsibility
    found: FoundTask


def slot_to_report(db: Session, viewer: Viewer, slot_id: int) -> FoundSlot:
    """A period of the reader's own department; its task is locked until the request ends."""
    require(why_not_todo(viewer))
    slot = db.get(ReportSlot, slot_id)
    if slot is None:
        raise NotFound(NO_REPORT)
    found = task_to_report(db, viewer, slot.task_id)
    db.refresh(slot)
    responsibility = db.get_one(Responsibility, slot.responsibility_id)
    if responsibility.department_id != viewer.department_id:
        raise NotAllowed(NOT_YOURS)
    return FoundSlot(slot, responsibility, found)


def responsibility_to_report(db: Session, viewer: Viewer, task_id: int, department_id: int | None) -> Responsibility:
    """The part of the reader's department, or for the office of the department it writes for."""
    task_to_report(db, viewer, task_id)
    wanted = department_id if viewer.is_office else viewer.department_id
    part = db.exec(
        select(Responsibility).where(Responsibility.task_id == task_id, Responsibility.department_id == wanted)
    ).first()
    if part is None:
        raise NotAllowed(NOT_YOURS)
    return part


def report_to_withdraw(db: Session, viewer: Viewer, report_id: int) -> tuple[ProgressReport, FoundTask]:
    """The report and, locked first, its task."""
    require(why_not_business(viewer))
    report = db.get(ProgressReport, report_id)
    if report is None:
        raise NotFound(NO_REPORT)
    found = task_to_read(db, viewer, report.task_id, lock=True)
    department_id = db.get_one(Responsibility, report.responsibility_id).department_id
    require(why_not_withdraw_report(viewer, found.facts, department_id, on_behalf=report.on_behalf))
    db.refresh(report, with_for_update=True)
    return report, found


def review_to_withdraw(db: Session, viewer: Viewer, review_id: int) -> tuple[Review, ProgressReport, FoundTask]:
    require(why_not_review(viewer))
    review = db.get(Review, review_id)
    if review is None:
        raise NotFound(NO_REVIEW)
    found = task_to_read(db, viewer, db.get_one(ProgressReport, review.report_id).task_id, lock=True)
    report = db.get_one(ProgressReport, review.report_id, with_for_update=True)
    # Somebody else may have taken it back while this request waited for the task.
    if db.exec(select(Review.id).where(Review.id == review_id)).first() is None:
        raise NotFound(NO_REVIEW)
    return review, report, found


def attachment_to_remove(db: Session, viewer: Viewer, attachment_id: int) -> tuple[Attachment, ProgressReport | None]:
    attachment = attachment_to_read(db, viewer, attachment_id)
    if attachment.report_id is None:
        return attachment, None
    report = db.get(ProgressReport, attachment.report_id)
    if report is None:
        raise NotFound(NO_FILE)
    responsibility = db.get_one(Responsibility, report.responsibility_id)
    responsibility_to_report(db, viewer, report.task_id, responsibility.department_id)
    if not viewer.is_office and responsibility.department_id != viewer.department_id:
        raise NotAllowed(NOT_YOURS)
    return attachment, report


def closure_to_decide(db: Session, viewer: Viewer, task_id: int) -> tuple[FoundTask, ClosureRequest]:
    """Raises Conflict when the request was decided since the page was opened."""
    require(why_not_review(viewer))
    found = task_to_read(db, viewer, task_id, lock=True)
    if reason := why_not_close(viewer, found.facts):
        raise Conflict(reason)
    request = open_request(db, task_id)
    if request is None:
        raise Conflict(f"第{found.facts.number}项没有待办理的销号申请。请刷新页面查看。")
    if request.checked_at is not None:
        raise Conflict(f"第{found.facts.number}项的销号申请已核验，正在等领导同意。请刷新页面查看。")
    return found, request
