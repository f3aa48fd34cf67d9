"""What the importing pages show, in a fixed number of statements."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import defer
from sqlmodel import Session, col, func, select

from app.core.errors import NotFound
from app.core.filters import figure
from app.core.forms import Errors
from app.importing.gates import Gates, check, label, labels, lead_is_open, open_doubts, unknown_names
from app.importing.models import BatchStatus, DraftTask, ImportBatch, JobStatus, ReadingJob
from app.importing.pages import Card, CardDepartment, Editing, ImportLine, JobLine, Review, Unknown
from app.importing.publish import names_of
from app.importing.service import drafts_of, earlier_import
from app.importing.source import source_blocks
from app.importing.stored import indicators_in
from app.ledgers.models import SourceDocument
from app.people.models import Department
from app.tasks.kinds import Comparator, PrintedRole, Recurrence, ReportCycle

STATUS_WORDS = {
    BatchStatus.DRAFT: ("草稿", "y"),
    BatchStatus.PUBLISHED: ("已发布", "g"),
    BatchStatus.UNDONE: ("已撤销", ""),
}
ROLE_WORDS = {PrintedRole.LEAD: "牵头", PrintedRole.SUPPORT: "配合", PrintedRole.RESPONSIBLE: "责任"}
CYCLE_WORDS = {
    ReportCycle.NONE: "不要求",
    ReportCycle.MONTHLY: "每月",
    ReportCycle.QUARTERLY: "每季",
    ReportCycle.YEARLY: "每年",
}
RECURRENCE_WORDS = {
    Recurrence.WEEKLY: "每周",
    Recurrence.MONTHLY: "每月",
    Recurrence.QUARTERLY: "每季",
    Recurrence.HALF_YEARLY: "每半年",
    Recurrence.YEARLY: "每年",
    Recurrence.EVERY_2_YEARS: "每2年",
    Recurrence.EVERY_5_YEARS: "每5年",
    Recurrence.PER_TERM: "每届",
    Recurrence.ONGOING: "长期坚持",
}
COMPARATOR_WORDS = {
    Comparator.AT_LEAST: "不少于",
    Comparator.AT_MOST: "不超过",
    Comparator.EQUAL: "",
    Comparator.RANGE: "",
}
CYCLES = tuple((c.value, w) for c, w in CYCLE_WORDS.items())
LABELS = {
    "number": "序号",
    "text": "目标任务",
    "lead": "牵头部门",
    "responsible": "责任部门",
    "support": "配合部门",
    "due_on": "完成时限",
    "cycle": "报送周期",
    "title": "台账标题",
    "doc_number": "文号",
    "issuer": "印发单位",
    "issued_on": "印发日期",
    "organisation": "所属单位",
    "new_organisation": "新建单位",
}


@dataclass(frozen=True)
class Shown:
    """What this visit asks of the review page, beside the batch itself."""

    doubtful_only: bool = False
    head_open: bool = False
    bulk_open: bool = False
    task: int | None = None
    typed: Mapping[str, str] | None = None
    errors: Errors | None = None
    head_typed: Mapping[str, str] | None = None
    head_errors: Errors | None = None
    bulk_error: str = ""
    said: str = ""


def import_lines(db: Session) -> tuple[ImportLine, ...]:
    rows = db.exec(
        select(ImportBatch, SourceDocument.name, func.count(col(DraftTask.id)))
        .join(SourceDocument, col(SourceDocument.id) == col(ImportBatch.source_id))
        .outerjoin(DraftTask, col(DraftTask.batch_id) == col(ImportBatch.id))
        .where(ImportBatch.status != BatchStatus.UNDONE)
        .group_by(col(ImportBatch.id), col(SourceDocument.name))
        .order_by(col(ImportBatch.id).desc())
        .limit(200)
    ).all()
    return tuple(
        ImportLine(b.id, b.title or name, name, *STATUS_WORDS[b.status], b.created_by, b.created_at, count, b.ledger_id)
        for b, name, count in rows
    )


def job_lines(db: Session) -> tuple[JobLine, ...]:
    """What is being read and what failed; never the bytes."""
    rows = db.exec(
        select(ReadingJob)
        .options(defer(ReadingJob.content))  # type: ignore[arg-type]
        .where(ReadingJob.status != JobStatus.DONE)
        .order_by(col(ReadingJob.id).desc())
        .limit(50)
    ).all()
    return tuple(job_line(job) for job in rows)


def job_line(job: ReadingJob) -> JobLine:
    return JobLine(
        id=job.id,
        name=job.name,
        by=job.sent_by,
        at=job.sent_at,
        failed=job.status is JobStatus.FAILED,
        words=job.words or (f"已读{job.done}，共{job.total}" if job.total else "正在识别"),
        done=job.done,
        total=job.total or 0,
    )


def draft_in(db: Session, batch: ImportBatch, draft_id: int) -> DraftTask:
    draft = db.get(DraftTask, draft_id)
    if draft is None or draft.batch_id != batch.id:
        raise NotFound("没有找到这一项，可能已撤销。请返回校对页面。")
    return draft


def source_name(db: Session, batch: ImportBatch) -> str:
    return db.exec(select(SourceDocument.name).where(SourceDocument.id == batch.source_id)).one()


def gates_of(db: Session, batch: ImportBatch, today: date) -> tuple[list[DraftTask], Gates]:
    drafts = drafts_of(db, batch.id)
    return drafts, check(batch, drafts, names_of(db, batch), today)


def review(db: Session, batch: ImportBatch, today: date, shown: Shown) -> Review:
    name, digest, text = db.exec(
        select(SourceDocument.name, SourceDocument.sha256, SourceDocument.text).where(
            SourceDocument.id == batch.source_id
        )
    ).one()
    earlier = earlier_import(db, digest, before=batch.id)
    drafts = drafts_of(db, batch.id)
    known = names_of(db, batch)
    gates = check(batch, drafts, known, today)
    cards = tuple(card(d, text, known, today) for d in drafts)
    doubtful = [c for c in cards if c.must or c.should]
    unknown = unknown_names(drafts, known)
    organisations = db.exec(
        select(Department.id, Department.name)
        .where(col(Department.organisation_id).is_(None))
        .order_by(col(Department.position))
    ).all()
    opened = next((d for d in drafts if d.id == shown.task), None)
    return Review(
        batch_id=batch.id,
        is_draft=batch.status is BatchStatus.DRAFT,
        status_word=STATUS_WORDS[batch.status][0],
        ledger_id=batch.ledger_id,
        source_name=name,
        warning=f"同一个文件以前导入过（导入{earlier.id}，{STATUS_WORDS[earlier.status][0]}）。" if earlier else "",
        said=shown.said,
        head=shown.head_typed if shown.head_typed is not None else head_values(batch),
        head_errors=shown.head_errors or {},
        head_open=shown.head_open or bool(shown.head_errors),
        organisations=tuple((i, n) for i, n in organisations),
        has_organisation=batch.organisation_id is not None,
        blocks=source_blocks(text, drafts, known, shown.task),
        cards=tuple(doubtful) if shown.doubtful_only else cards,
        doubtful_only=shown.doubtful_only,
        total=len(cards),
        doubtful=len(doubtful),
        figures=figures(drafts),
        must=tuple(gates.must),
        should_count=sum(bool(c.should) for c in cards),
        unknown=tuple(Unknown(n, labels(places), len(places)) for n, places in unknown.items()),
        departments=departments_of(db, batch),
        editing=editing(opened, shown) if opened else None,
        cycles=CYCLES,
        bulk_error=shown.bulk_error,
        bulk_open=shown.bulk_open or bool(shown.bulk_error),
        labels=LABELS,
    )


def departments_of(db: Session, batch: ImportBatch) -> tuple[tuple[int, str], ...]:
    if batch.organisation_id is None:
        return ()
    rows = db.exec(
        select(Department.id, Department.name)
        .where(Department.organisation_id == batch.organisation_id)
        .order_by(col(Department.position), col(Department.id))
    ).all()
    return tuple((i, n) for i, n in rows)


def figures(drafts: Sequence[DraftTask]) -> tuple[tuple[int, str], ...]:
    names = {d["name"] for draft in drafts for d in draft.departments}
    limits = sum(d.due_on is not None or d.recurrence is not None for d in drafts)
    return (
        (len(drafts), "项任务"),
        (len(names), "个部门"),
        (limits, "处时限周期"),
        (sum(len(d.indicators) for d in drafts), "个量化指标"),
    )


def card(draft: DraftTask, text: str, known: Mapping[str, int], today: date) -> Card:
    departments = tuple(
        CardDepartment(d["name"], ROLE_WORDS[PrintedRole(d["role"])], d["name"] in known) for d in draft.departments
    )
    return Card(
        id=draft.id,
        number=draft.number or str(draft.position),
        heading=f"{draft.heading_label}{draft.heading or ''}",
        text=draft.text,
        quotation=text[draft.start : draft.end].replace("\t", "　"),
        departments=departments,
        presumed=departments[0].name if lead_is_open(draft) else "",
        leaders="、".join(draft.leaders),
        deadline_words=draft.deadline_words,
        rule=draft.deadline_rule,
        due_on=draft.due_on,
        past=draft.due_on is not None and draft.due_on < today,
        set_by_office=draft.set_by_office,
        recurrence=recurrence_of(draft),
        indicators=tuple(
            f"{i.words}（{COMPARATOR_WORDS[i.comparator]}{figure(i.value)}"
            f"{f'至{figure(i.value_max)}' if i.value_max is not None else ''}{i.unit}）"
            for i in indicators_in(draft)
        ),
        cycle=CYCLE_WORDS[draft.report_cycle],
        must=must_of(draft, known),
        should=tuple(open_doubts(draft)),
    )


def recurrence_of(draft: DraftTask) -> str:
    if draft.recurrence is None:
        return ""
    word = RECURRENCE_WORDS[draft.recurrence]
    return word if draft.recurrence_words in ("", word) else f"{word}（原文“{draft.recurrence_words}”）"


def must_of(draft: DraftTask, known: Mapping[str, int]) -> tuple[str, ...]:
    if not draft.departments:
        return ("没有责任部门，请填写",)
    return tuple(f"“{d['name']}”不在部门库" for d in draft.departments if d["name"] not in known)


def editing(draft: DraftTask, shown: Shown) -> Editing:
    return Editing(draft.id, shown.typed if shown.typed is not None else task_values(draft), shown.errors or {})


def task_values(draft: DraftTask) -> dict[str, str]:
    """The draft as its form shows it."""
    by_role = {role: "、".join(d["name"] for d in draft.departments if d["role"] == role.value) for role in PrintedRole}
    return {
        "number": draft.number or "",
        "text": draft.text,
        "lead": by_role[PrintedRole.LEAD],
        "responsible": by_role[PrintedRole.RESPONSIBLE],
        "support": by_role[PrintedRole.SUPPORT],
        "due_on": draft.due_on.isoformat() if draft.due_on else "",
        "cycle": draft.report_cycle.value,
        "version": str(draft.version),
        "name": label(draft),
    }


def head_values(batch: ImportBatch) -> dict[str, str]:
    return {
        "title": batch.title,
        "doc_number": batch.doc_number or "",
        "issuer": batch.issuer or "",
        "issued_on": batch.issued_on.isoformat() if batch.issued_on else "",
        "organisation": str(batch.organisation_id or ""),
        "new_organisation": "" if batch.organisation_id else (batch.issuer or "").removesuffix("办公室"),
        "version": str(batch.version),
    }
