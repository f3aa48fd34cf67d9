"""撤回: what was sent or decided is taken back, as long as nothing rests on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select as columns
from sqlmodel import Session, col, func, select

from app.audit.tags import Tag
from app.core.errors import Conflict
from app.progress.lines import beijing
from app.progress.models import ProgressReport, ReportSlot, ReportStatus, Review, SlotStatus
from app.progress.service import Person, log
from app.tasks.kinds import TaskStatus
from app.tasks.models import Responsibility, Task

REPORT_STANDS = "这份进展已经办理，或后面又有了新的办理，不能再撤回。需要修改，请联系办公室退回。"
REVIEW_STANDS = "审核结论只在当天、部门还没有改、也没有申请销号时可以撤回。需要更正，请直接联系部门。"
DECIDED = (ReportStatus.ACCEPTED, ReportStatus.RETURNED)


@dataclass(frozen=True)
class Newest:
    """The last report of a part in a period, or outside any."""

    report_id: int
    status: ReportStatus
    on_behalf: bool
    department_id: int


def newest_reports(db: Session, task: Task) -> dict[int, Newest]:
    """By report. Nothing where the task is no longer simply in hand: closure rests on what was reported."""
    if task.status is not TaskStatus.ISSUED:
        return {}
    rows = db.execute(
        columns(
            col(ProgressReport.id),
            col(ProgressReport.status),
            col(ProgressReport.on_behalf),
            col(Responsibility.department_id),
            col(ProgressReport.responsibility_id),
            col(ProgressReport.slot_id),
        )
        .join(Responsibility, col(Responsibility.id) == col(ProgressReport.responsibility_id))
        .where(col(ProgressReport.task_id) == task.id)
        .order_by(col(ProgressReport.id))
    )
    last = {(part, slot): Newest(*rest) for *rest, part, slot in rows}
    return {one.report_id: one for one in last.values()}


def reviews_to_withdraw(db: Session, task: Task, newest: Mapping[int, Newest], today: date) -> dict[int, int]:
    """Report → review: decided today, and the department has not begun to write anew."""
    rows = db.execute(
        columns(col(Review.report_id), func.max(col(Review.id)), func.max(col(Review.at)))
        .join(ProgressReport, col(ProgressReport.id) == col(Review.report_id))
        .where(col(ProgressReport.task_id) == task.id)
        .group_by(col(Review.report_id))
    )
    return {
        report_id: review_id
        for report_id, review_id, at in rows
        if report_id in newest and newest[report_id].status in DECIDED and beijing(at) == today
    }


def withdraw_report(db: Session, task: Task, report: ProgressReport, *, by: Person) -> None:
    """Back to a draft with all that was typed. A first sending that is withdrawn no longer counts as on time."""
    one = newest_reports(db, task).get(report.id)
    if one is None or one.status is not ReportStatus.SUBMITTED:
        raise Conflict(REPORT_STANDS)
    log(db, Tag.REPORT_WITHDRAW, report, by)
    report.status, report.submitted_at = ReportStatus.DRAFT, None
    report.version += 1
    slot = db.get(ReportSlot, report.slot_id) if report.slot_id else None
    if slot is not None:
        returned = select(ProgressReport.id).where(
            ProgressReport.slot_id == slot.id, ProgressReport.status == ReportStatus.RETURNED
        )
        again = db.exec(returned).first() is not None
        slot.status = SlotStatus.RETURNED if again else SlotStatus.DRAFT
        slot.first_submitted_at = slot.first_submitted_at if again else None
        slot.version += 1
    db.flush()


def withdraw_review(
    db: Session, task: Task, report: ProgressReport, review: Review, *, by: Person, today: date
) -> None:
    """The report waits again. The log keeps both acts; only the same day, so that no one has built on it."""
    if reviews_to_withdraw(db, task, newest_reports(db, task), today).get(report.id) != review.id:
        raise Conflict(REVIEW_STANDS)
    db.delete(review)
    report.status = ReportStatus.SUBMITTED
    report.version += 1
    slot = db.get(ReportSlot, report.slot_id) if report.slot_id else None
    if slot is not None:
        slot.status = SlotStatus.SUBMITTED
        slot.version += 1
    log(db, Tag.REVIEW_WITHDRAW, report, by)
    db.flush()
