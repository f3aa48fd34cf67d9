"""The only way to a record: found and allowed, or NotFound / NotAllowed with a reason."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy.orm import defer
from sqlmodel import Session, col, select

from app.access.current import require
from app.access.rules import (
    TaskFacts,
    why_not_business,
    why_not_close,
    why_not_confirm_lead,
    why_not_import,
    why_not_instruct,
    why_not_readings,
    why_not_refuse,
    why_not_request_closure,
    why_not_request_extension,
    why_not_review,
    why_not_see_progress,
    why_not_urge,
    why_not_write_progress,
)
from app.core.errors import NotFound
from app.importing.models import ImportBatch, ReadingJob
from app.importing.readings.models import Article, SuggestedReading
from app.ledgers.models import Ledger
from app.people.models import Department
from app.people.scope import Viewer
from app.progress.models import Attachment, ClosureRequest, ProgressReport
from app.tasks.kinds import Part, ResponsibilityStatus
from app.tasks.models import Responsibility, Task

NO_LEDGER = "没有找到这本台账，可能已撤销。请返回台账列表重新查找。"
NO_TASK = "没有找到这项任务，可能已撤销。请返回台账重新查找。"
NO_BATCH = "没有找到这次导入，可能已撤销。请返回台账列表。"
NO_ARTICLE = "没有找到这篇文章或这个数值。请返回“摘录数值”列表。"
NO_REPORT = "没有找到这份进展，可能已撤回。请返回任务页面查看。"
NO_FILE = "没有找到这份材料，可能已删除。请返回任务页面查看。"


@dataclass(frozen=True)
class FoundTask:
    """A task with what the rules need to know of it."""

    task: Task
    facts: TaskFacts
    organisation_id: int


def ledger_to_read(db: Session, viewer: Viewer, ledger_id: int, *, lock: bool = False) -> Ledger:
    require(why_not_business(viewer))
    ledger = db.get(Ledger, ledger_id, with_for_update=lock or None)
    if ledger is None or not (viewer.sees_everything or ledger.organisation_id == viewer.organisation_id):
        raise NotFound(NO_LEDGER)
    return ledger


def task_to_read(db: Session, viewer: Viewer, task_id: int, *, lock: bool = False) -> FoundTask:
    """The text may be read in the whole organisation; progress is another question (`task_to_follow`)."""
    require(why_not_business(viewer))
    task = db.get(Task, task_id, with_for_update=lock or None)
    if task is None:
        raise NotFound(NO_TASK)
    organisation_id = db.exec(select(Ledger.organisation_id).where(Ledger.id == task.ledger_id)).one()
    if not (viewer.sees_everything or organisation_id == viewer.organisation_id):
        raise NotFound(NO_TASK)
    return FoundTask(task, facts_of(db, task), organisation_id)


def facts_of(db: Session, task: Task) -> TaskFacts:
    rows = db.exec(
        select(Responsibility.department_id, Responsibility.part, Department.name)
        .join(Department, col(Department.id) == col(Responsibility.department_id))
        .where(Responsibility.task_id == task.id, Responsibility.status != ResponsibilityStatus.HANDED_OVER)
    ).all()
    leads = [name for _, part, name in rows if part is Part.LEAD]
    return TaskFacts(
        number=task.number or str(task.position),
        status=task.status,
        parts={department: Part(part) for department, part, _ in rows},
        lead_name="、".join(leads) or "责任部门",
    )


def _task_for(
    why_not: Callable[[Viewer, TaskFacts], str], *, lock: bool = True
) -> Callable[[Session, Viewer, int], FoundTask]:
    def find(db: Session, viewer: Viewer, task_id: int) -> FoundTask:
        found = task_to_read(db, viewer, task_id, lock=lock)
        require(why_not(viewer, found.facts))
        return found

    return find


task_to_follow = _task_for(why_not_see_progress, lock=False)
task_to_report = _task_for(why_not_write_progress)
task_to_settle_lead = _task_for(why_not_confirm_lead)
task_to_request_closure = _task_for(why_not_request_closure)
task_to_extend = _task_for(why_not_request_extension)
task_to_refuse = _task_for(why_not_refuse)
task_to_instruct = _task_for(why_not_instruct)
task_to_close = _task_for(why_not_close)
task_to_urge = _task_for(why_not_urge)


def report_to_review(db: Session, viewer: Viewer, report_id: int) -> tuple[ProgressReport, FoundTask]:
    require(why_not_review(viewer))
    report = db.get(ProgressReport, report_id, with_for_update=True)
    if report is None:
        raise NotFound(NO_REPORT)
    return report, task_to_read(db, viewer, report.task_id)


def batch_to_edit(db: Session, viewer: Viewer, batch_id: int, *, lock: bool = True) -> ImportBatch:
    require(why_not_import(viewer))
    batch = db.get(ImportBatch, batch_id, with_for_update=lock or None)
    if batch is None:
        raise NotFound(NO_BATCH)
    return batch


def article_to_read(db: Session, viewer: Viewer, article_id: int) -> Article:
    require(why_not_readings(viewer))
    article = db.get(Article, article_id)
    if article is None:
        raise NotFound(NO_ARTICLE)
    return article


def suggestion_to_settle(
    db: Session, viewer: Viewer, article_id: int, suggestion_id: int
) -> tuple[Article, SuggestedReading]:
    """Locked: two clerks decide one after the other."""
    article = article_to_read(db, viewer, article_id)
    suggestion = db.get(SuggestedReading, suggestion_id, with_for_update=True)
    if suggestion is None or suggestion.article_id != article.id:
        raise NotFound(NO_ARTICLE)
    return article, suggestion


def job_to_follow(db: Session, viewer: Viewer, job_id: int) -> ReadingJob:
    """Without the bytes of the file."""
    require(why_not_import(viewer))
    asked = select(ReadingJob).where(ReadingJob.id == job_id).options(defer(ReadingJob.content))  # type: ignore[arg-type]
    job = db.exec(asked).first()
    if job is None:
        raise NotFound(NO_BATCH)
    return job


def attachment_to_read(db: Session, viewer: Viewer, attachment_id: int) -> Attachment:
    """Proof is progress: who may follow the task may open it."""
    require(why_not_business(viewer))
    attachment = db.get(Attachment, attachment_id)
    if attachment is None:
        raise NotFound(NO_FILE)
    if attachment.report_id is not None:
        task_id = db.get_one(ProgressReport, attachment.report_id).task_id
    else:
        task_id = db.get_one(ClosureRequest, attachment.request_id).task_id
    task_to_follow(db, viewer, task_id)
    return attachment
