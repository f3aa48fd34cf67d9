"""What has been reported, decided and done on one task: the thread, the closures, the log."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, exists, or_
from sqlalchemy import select as columns
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from app.audit.models import AuditEvent
from app.audit.tags import Tag
from app.audit.wording import what
from app.people.models import Department, User
from app.progress.models import (
    Attachment,
    ClosureRequest,
    Decision,
    ExtensionRequest,
    Instruction,
    ProgressReport,
    Refusal,
    ReportSlot,
    ReportStatus,
    Review,
)
from app.tasks.models import Responsibility, Task

SENT = (ReportStatus.SUBMITTED, ReportStatus.RETURNED, ReportStatus.ACCEPTED)
REPORT_WORDS = {
    ReportStatus.SUBMITTED: ("待审核", "a", "y"),
    ReportStatus.RETURNED: ("已退回", "r", "r"),
    ReportStatus.ACCEPTED: ("审核通过", "g", "g"),
}
CLOSURE_WORDS = {None: ("待核验", "a"), Decision.ACCEPTED: ("同意销号", "b"), Decision.RETURNED: ("不予销号", "r")}


@dataclass(frozen=True)
class FileLink:
    id: int
    name: str
    size: int


@dataclass(frozen=True)
class ReviewWords:
    reviewer: str
    word: str
    remark: str
    redo_on: date | None
    at: datetime


@dataclass(frozen=True)
class Told:
    """One report as it was sent."""

    id: int
    department: str
    author: str
    on_behalf: bool
    period: str
    percent: int
    summary: str
    problems: str
    next_steps: str
    no_change: bool
    word: str
    tone: str
    dot: str
    at: datetime | None
    reviews: tuple[ReviewWords, ...]
    files: tuple[FileLink, ...]


@dataclass(frozen=True)
class Asked:
    """One request to strike the number."""

    asker: str
    at: datetime
    statement: str
    word: str
    tone: str
    decider: str
    remark: str
    redo_on: date | None
    files: tuple[FileLink, ...]


@dataclass(frozen=True)
class Delay:
    """One request for a later day."""

    id: int
    asker: str
    at: datetime
    until: date
    late: bool
    word: str
    tone: str
    decider: str
    remark: str
    open: bool


@dataclass(frozen=True)
class Sent:
    """One 退办: whose, why, and what became of it."""

    id: int
    department: str
    asker: str
    at: datetime
    reason: str
    proposed: str
    word: str
    tone: str
    decider: str
    remark: str
    open: bool


@dataclass(frozen=True)
class Instructed:
    """What a leader wrote; `open`: an answer is asked for, and nothing was reported since; `withdrawn`: by whom."""

    id: int
    leader_id: int
    leader: str
    recorder: str
    text: str
    at: datetime
    reply_by: date | None
    open: bool
    withdrawn: str
    reason: str


@dataclass(frozen=True)
class Act:
    at: datetime
    actor: str
    words: str


def thread(db: Session, task_id: int) -> tuple[Told, ...]:
    """Reports that were sent, the newest first. Three statements."""
    rows = db.execute(
        columns(ProgressReport, col(Department.name), col(User.name), col(ReportSlot.period_word))
        .join(Responsibility, col(Responsibility.id) == col(ProgressReport.responsibility_id))
        .join(Department, col(Department.id) == col(Responsibility.department_id))
        .outerjoin(User, col(User.id) == col(ProgressReport.author_id))
        .outerjoin(ReportSlot, col(ReportSlot.id) == col(ProgressReport.slot_id))
        .where(col(ProgressReport.task_id) == task_id, col(ProgressReport.status).in_(SENT))
        .order_by(col(ProgressReport.submitted_at).desc(), col(ProgressReport.id).desc())
    ).all()
    reviews = reviews_of(db, task_id)
    files: dict[int, list[FileLink]] = defaultdict(list)
    proofs = db.exec(
        select(Attachment)
        .join(ProgressReport, col(ProgressReport.id) == col(Attachment.report_id))
        .where(ProgressReport.task_id == task_id)
        .order_by(col(Attachment.id))
    )
    for proof in proofs:
        files[proof.report_id or 0].append(FileLink(proof.id, proof.name, proof.size))
    return tuple(
        told(report, department, author or "", period or "临时", reviews[report.id], files[report.id])
        for report, department, author, period in rows
    )


def told(
    report: ProgressReport,
    department: str,
    author: str,
    period: str,
    reviews: list[ReviewWords],
    files: list[FileLink],
) -> Told:
    word, tone, dot = REPORT_WORDS[report.status]
    return Told(
        id=report.id,
        department=department,
        author=author,
        on_behalf=report.on_behalf,
        period=period,
        percent=report.percent,
        summary=report.summary,
        problems=report.problems,
        next_steps=report.next_steps,
        no_change=report.no_change,
        word=word,
        tone=tone,
        dot=dot,
        at=report.submitted_at,
        reviews=tuple(reviews),
        files=tuple(files),
    )


def reviews_of(db: Session, task_id: int) -> dict[int, list[ReviewWords]]:
    found: dict[int, list[ReviewWords]] = defaultdict(list)
    rows = db.execute(
        columns(Review, col(User.name))
        .join(ProgressReport, col(ProgressReport.id) == col(Review.report_id))
        .join(User, col(User.id) == col(Review.reviewer_id))
        .where(col(ProgressReport.task_id) == task_id)
        .order_by(col(Review.at), col(Review.id))
    )
    for review, name in rows:
        word = "通过" if review.decision is Decision.ACCEPTED else "退回"
        found[review.report_id].append(ReviewWords(name, word, review.remark, review.redo_on, review.at))
    return found


def closures(db: Session, task_id: int) -> tuple[Asked, ...]:
    """Requests to strike the number, the newest first."""
    requests = db.exec(
        select(ClosureRequest).where(ClosureRequest.task_id == task_id).order_by(col(ClosureRequest.id).desc())
    ).all()
    if not requests:
        return ()
    people = {r.asked_by_id for r in requests} | {r.decided_by_id for r in requests if r.decided_by_id}
    names = dict(db.exec(select(User.id, User.name).where(col(User.id).in_(people))).all())
    files: dict[int, list[FileLink]] = defaultdict(list)
    ids = [r.id for r in requests]
    for proof in db.exec(select(Attachment).where(col(Attachment.request_id).in_(ids)).order_by(col(Attachment.id))):
        files[proof.request_id or 0].append(FileLink(proof.id, proof.name, proof.size))
    return tuple(
        Asked(
            asker=names[r.asked_by_id],
            at=r.asked_at,
            statement=r.statement,
            word="待领导同意" if r.decision is None and r.checked_at else CLOSURE_WORDS[r.decision][0],
            tone=CLOSURE_WORDS[r.decision][1],
            decider=names.get(r.decided_by_id or 0, ""),
            remark=r.remark,
            redo_on=r.redo_on,
            files=tuple(files[r.id]),
        )
        for r in requests
    )


def delays(db: Session, task_id: int) -> tuple[Delay, ...]:
    """Requests for a later day, the newest first."""
    asker, decider = aliased(User), aliased(User)
    rows = db.execute(
        columns(ExtensionRequest, col(asker.name), col(decider.name))
        .join(asker, col(asker.id) == col(ExtensionRequest.asked_by_id))
        .outerjoin(decider, col(decider.id) == col(ExtensionRequest.decided_by_id))
        .where(col(ExtensionRequest.task_id) == task_id)
        .order_by(col(ExtensionRequest.id).desc())
    )
    return tuple(
        Delay(
            r.id, asked, r.asked_at, r.granted_until or r.until, r.late, *delay_words(r), decided or "", r.remark,
            r.decision is None,
        )
        for r, asked, decided in rows
    )  # fmt: skip


def delay_words(request: ExtensionRequest) -> tuple[str, str]:
    if request.decision is None:
        return ("待领导决定" if request.for_leader else "待办公室决定"), "a"
    return ("同意", "g") if request.decision is Decision.ACCEPTED else ("不同意", "r")


def refusals(db: Session, task_id: int) -> tuple[Sent, ...]:
    """The newest first; one statement."""
    asker, decider = aliased(User), aliased(User)
    home, proposed, given = aliased(Department), aliased(Department), aliased(Department)
    rows = db.execute(
        columns(Refusal, col(home.name), col(asker.name), col(proposed.name), col(given.name), col(decider.name))
        .join(Responsibility, col(Responsibility.id) == col(Refusal.responsibility_id))
        .join(home, col(home.id) == col(Responsibility.department_id))
        .join(asker, col(asker.id) == col(Refusal.asked_by_id))
        .outerjoin(proposed, col(proposed.id) == col(Refusal.proposed_id))
        .outerjoin(given, col(given.id) == col(Refusal.given_to_id))
        .outerjoin(decider, col(decider.id) == col(Refusal.decided_by_id))
        .where(col(Refusal.task_id) == task_id)
        .order_by(col(Refusal.id).desc())
    )
    return tuple(
        Sent(
            r.id, department, by, r.asked_at, r.reason, wish or "", *refusal_words(r, to or ""), decided or "",
            r.remark, r.decision is None,
        )
        for r, department, by, wish, to, decided in rows
    )  # fmt: skip


def refusal_words(refusal: Refusal, to: str) -> tuple[str, str]:
    if refusal.decision is None:
        return "退办中", "y"
    if refusal.decision is Decision.RETURNED:
        return "不同意退办", "r"
    return f"已改派{to}" if to else "已同意退办", "g"


def instructions(db: Session, task_id: int) -> tuple[Instructed, ...]:
    """The newest first. Any report sent since answers; one statement."""
    leader, recorder, withdrawer = aliased(User), aliased(User), aliased(User)
    answered = exists().where(
        col(ProgressReport.task_id) == col(Instruction.task_id),
        col(ProgressReport.submitted_at) > col(Instruction.at),
        col(ProgressReport.status).in_(SENT),
    )
    rows = db.execute(
        columns(Instruction, col(leader.name), col(recorder.name), col(withdrawer.name), answered)
        .join(leader, col(leader.id) == col(Instruction.leader_id))
        .outerjoin(recorder, col(recorder.id) == col(Instruction.recorded_by_id))
        .outerjoin(withdrawer, col(withdrawer.id) == col(Instruction.withdrawn_by_id))
        .where(col(Instruction.task_id) == task_id)
        .order_by(col(Instruction.at).desc(), col(Instruction.id).desc())
    )
    return tuple(
        Instructed(
            one.id, one.leader_id, by, entered or "", one.text, one.at, one.reply_by,
            one.reply_by is not None and one.withdrawn_at is None and not done, gone or "", one.withdrawn_reason,
        )
        for one, by, entered, gone, done in rows
    )  # fmt: skip


def acts(db: Session, task: Task) -> tuple[Act, ...]:
    """The log of the task, the newest first; with the 交办 of its whole ledger."""
    own = and_(col(AuditEvent.subject_kind) == "task", col(AuditEvent.subject_id) == task.id)
    handed_out = and_(
        col(AuditEvent.subject_kind) == "ledger",
        col(AuditEvent.subject_id) == task.ledger_id,
        col(AuditEvent.tag).in_((Tag.HAND_OUT, Tag.HAND_OUT_UNDO)),
    )
    events = db.exec(select(AuditEvent).where(or_(own, handed_out)).order_by(col(AuditEvent.id).desc())).all()
    return tuple(Act(e.at, e.actor_name, what(Tag(e.tag), {k: str(v) for k, v in e.details.items()})) for e in events)
