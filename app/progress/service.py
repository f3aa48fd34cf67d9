"""Reporting: a draft is saved, a report is sent, the office accepts it or sends it back."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol

from sqlmodel import Session, col, select

from app.audit.service import record
from app.audit.tags import Tag
from app.core.clock import BEIJING
from app.core.errors import Conflict, Invalid
from app.people.kinds import Role
from app.people.models import Department
from app.progress.models import (
    Attachment,
    Decision,
    ProgressReport,
    Reading,
    ReportSlot,
    ReportStatus,
    Review,
    SlotStatus,
)
from app.progress.receiving import receive
from app.tasks.kinds import Part
from app.tasks.models import Responsibility, Task

UNSENT = (ReportStatus.DRAFT, ReportStatus.WITH_HEAD)
WRITABLE = (SlotStatus.OPEN, SlotStatus.DRAFT, SlotStatus.WITH_HEAD, SlotStatus.RETURNED)
SENT = "这一期进展已经报送，没有覆盖。请刷新页面查看；需要再改，请联系办公室退回。"
WAIVED = "这一期已经免报，不用再报送。请刷新页面查看。"
DECIDED = "这份进展已经有人审核，没有重复办理。请刷新页面查看。"


class Person(Protocol):
    """Whoever acts: a signed-in viewer or a stored user."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def role(self) -> Role: ...


def save_draft(
    db: Session,
    task: Task,
    responsibility: Responsibility,
    slot: ReportSlot | None,
    *,
    percent: int,
    summary: str,
    problems: str,
    next_steps: str,
    by: Person,
    now: datetime,
    readings: Mapping[int, Decimal] | None = None,
) -> ProgressReport:
    """Keep what was typed; nothing is sent. A returned period stays returned until it is sent again."""
    report = _open_report(db, task, responsibility, slot, by, now)
    report.percent, report.summary, report.problems, report.next_steps = percent, summary, problems, next_steps
    report.author_id, report.saved_at = by.id, now
    report.version += 1
    _keep_readings(db, report, readings or {}, now)
    if slot is not None:
        if slot.status is SlotStatus.OPEN:
            slot.status = SlotStatus.DRAFT
        slot.version += 1
    db.flush()
    return report


def submit_report(
    db: Session,
    task: Task,
    responsibility: Responsibility,
    slot: ReportSlot | None,
    *,
    percent: int,
    summary: str,
    problems: str,
    next_steps: str,
    no_change: bool,
    by: Person,
    now: datetime,
    on_behalf: bool = False,
    readings: Mapping[int, Decimal] | None = None,
) -> ProgressReport:
    """报送: the head's goes to the office, the liaison's to the head. The first sending decides on time or late."""
    report = save_draft(
        db,
        task,
        responsibility,
        slot,
        percent=percent,
        summary=summary,
        problems=problems,
        next_steps=next_steps,
        by=by,
        now=now,
        readings=readings,
    )
    if not on_behalf:
        receive(db, [responsibility], by=by, now=now)  # whoever reports has it
    report.no_change, report.on_behalf = no_change, on_behalf
    report.as_lead = responsibility.part is Part.LEAD
    if by.role is Role.LIAISON:
        report.status = ReportStatus.WITH_HEAD
        if slot is not None and slot.status is not SlotStatus.RETURNED:
            slot.status = SlotStatus.WITH_HEAD
        db.flush()
        return report
    report.status, report.submitted_at = ReportStatus.SUBMITTED, now
    if slot is not None:
        slot.status = SlotStatus.SUBMITTED
        slot.first_submitted_at = slot.first_submitted_at or now
    log(db, Tag.REPORT_SUBMIT, report, by, percent=percent)
    db.flush()
    return report


def accept_report(db: Session, report: ProgressReport, *, by: Person, now: datetime, remark: str = "") -> Review:
    """通过."""
    return _review(db, report, Decision.ACCEPTED, remark, None, by, now)


def return_report(
    db: Session, report: ProgressReport, *, remark: str, redo_on: date | None, by: Person, now: datetime
) -> Review:
    """退回: with what is missing and by when; the day of the first sending is kept."""
    if not remark.strip():
        raise Invalid("退回要写明原因，没有退回。请填写审核意见后再退回。")
    if redo_on is None:
        raise Invalid("退回要定重报时限，没有退回。请选择日期后再退回。")
    return _review(db, report, Decision.RETURNED, remark, redo_on, by, now)


def open_report_of(db: Session, task_id: int, responsibility_id: int, slot_id: int | None) -> ProgressReport | None:
    """The unsent report of this period, or of the task outside any period."""
    return db.exec(
        select(ProgressReport)
        .where(
            ProgressReport.task_id == task_id,
            ProgressReport.responsibility_id == responsibility_id,
            ProgressReport.slot_id == slot_id,
            col(ProgressReport.status).in_(UNSENT),
        )
        .order_by(col(ProgressReport.id).desc())
        .limit(1)
    ).first()


def _open_report(
    db: Session,
    task: Task,
    responsibility: Responsibility,
    slot: ReportSlot | None,
    by: Person,
    now: datetime,
) -> ProgressReport:
    if slot is not None and slot.status not in WRITABLE:
        raise Conflict(WAIVED if slot.status is SlotStatus.WAIVED else SENT)
    slot_id = slot.id if slot is not None else None
    found = open_report_of(db, task.id, responsibility.id, slot_id)
    if found is not None:
        return found
    report = ProgressReport(
        task_id=task.id, responsibility_id=responsibility.id, slot_id=slot_id, author_id=by.id, saved_at=now, version=0
    )
    db.add(report)
    db.flush()
    if slot is not None and slot.status is SlotStatus.RETURNED:
        _take_over_proof(db, slot.id, report)
    return report


def _take_over_proof(db: Session, slot_id: int, report: ProgressReport) -> None:
    """What was attached to the returned report need not be attached again."""
    last = db.exec(
        select(ProgressReport.id)
        .where(ProgressReport.slot_id == slot_id, ProgressReport.status == ReportStatus.RETURNED)
        .order_by(col(ProgressReport.id).desc())
        .limit(1)
    ).first()
    for old in db.exec(select(Attachment).where(Attachment.report_id == last)).all() if last else ():
        db.add(Attachment(**old.model_dump(exclude={"id", "report_id"}), report_id=report.id))


def _keep_readings(db: Session, report: ProgressReport, readings: Mapping[int, Decimal], now: datetime) -> None:
    for old in db.exec(select(Reading).where(Reading.report_id == report.id)).all():
        db.delete(old)
    as_of = now.astimezone(BEIJING).date()
    for indicator_id, value in readings.items():
        db.add(Reading(indicator_id=indicator_id, report_id=report.id, value=value, as_of=as_of))


def _review(
    db: Session,
    report: ProgressReport,
    decision: Decision,
    remark: str,
    redo_on: date | None,
    by: Person,
    now: datetime,
) -> Review:
    if report.status is not ReportStatus.SUBMITTED:
        raise Conflict(DECIDED)
    accepted = decision is Decision.ACCEPTED
    report.status = ReportStatus.ACCEPTED if accepted else ReportStatus.RETURNED
    report.version += 1
    slot = db.get(ReportSlot, report.slot_id) if report.slot_id else None
    if slot is not None:
        slot.status = SlotStatus.ACCEPTED if accepted else SlotStatus.RETURNED
        slot.version += 1
    review = Review(
        report_id=report.id, reviewer_id=by.id, decision=decision, remark=remark.strip(), redo_on=redo_on, at=now
    )
    db.add(review)
    log(db, Tag.REPORT_ACCEPT if accepted else Tag.REPORT_RETURN, report, by, remark=remark.strip())
    db.flush()
    return review


def log(db: Session, tag: Tag, report: ProgressReport, by: Person, **details: object) -> None:
    """An act on a report, with whose it is and for which period."""
    department = db.exec(
        select(Department.name)
        .join(Responsibility, col(Responsibility.department_id) == col(Department.id))
        .where(Responsibility.id == report.responsibility_id)
    ).one()
    slot = db.get(ReportSlot, report.slot_id) if report.slot_id else None
    record(
        db,
        tag,
        actor_id=by.id,
        actor_name=by.name,
        subject_kind="task",
        subject_id=report.task_id,
        department=department,
        period=slot.period_word if slot else "",
        **details,
    )
