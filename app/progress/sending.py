"""What stands between a sent form and the verbs: typed values, files, versions, two sides of a conflict."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from sqlmodel import Session, col, func, select

from app.core import storage
from app.core.errors import Invalid
from app.core.filters import figure, moment
from app.core.forms import Errors, Typed
from app.people.scope import Viewer
from app.progress import attachments, measuring, queries
from app.progress.forms import DraftForm
from app.progress.models import ProgressReport, ReportSlot
from app.progress.pages import Conflict, NewReport, Side
from app.progress.service import WRITABLE, open_report_of, save_draft
from app.progress.todo import Typed as Back
from app.progress.todo import fill, measured_of
from app.tasks.models import Responsibility, Task

FIELDS = {"percent": "完成进度", "summary": "进展情况", "problems": "存在问题", "next_steps": "下步措施"}
TEXTS = ("summary", "problems", "next_steps")
NO_CHANGE = "本期无变化。"
Files = list[tuple[str, bytes]]


def fields_of(typed: Typed) -> dict[str, str]:
    measured = {name: said for name, said in typed.items() if name.startswith(measuring.PREFIX)}
    return {name: typed.get(name, "") for name in (*FIELDS, "version")} | measured


def stale(typed: Typed, version: int) -> bool:
    """Was the form read before the last change?"""
    return typed.get("version", "") != str(version)


def unchanged(db: Session, responsibility: Responsibility, typed: Typed) -> dict[str, str]:
    """本期无变化: last percent, and a sentence unless one was typed."""
    before = queries.previous_report(db, responsibility.id)
    return {"percent": str(before.percent if before else 0), "summary": typed.get("summary", "").strip() or NO_CHANGE}


def read_files(typed: Typed) -> tuple[Files, Errors]:
    """All or none: every file is checked before anything is kept."""
    found: Files = []
    faults = []
    for upload in typed.files:
        name, content = upload.filename or "", upload.file.read(storage.LIMIT_MB * 1048576 + 1)
        upload.file.close()
        try:
            storage.check(name, content)
        except Invalid as refused:
            faults.append(refused.message)
        found.append((name, content))
    return ([], {"files": "".join(faults) + "请重新选择文件。"}) if faults else (found, {})


def write_draft(
    db: Session,
    task: Task,
    responsibility: Responsibility,
    slot: ReportSlot,
    form: DraftForm,
    typed: Mapping[str, str],
    by: Viewer,
    now: datetime,
) -> ProgressReport:
    """A percentage left out stays as it was, else as it was last time; so does a value that is no number."""
    before = queries.report_of_slot(db, slot)
    known = before or queries.previous_report(db, responsibility.id)
    indicators = measuring.indicators_of(db, task.id)
    readings, wrong = measuring.read(typed, indicators)
    if wrong:
        kept = measuring.readings_of(db, before.id if before else None)
        readings |= {i.id: kept[i.id] for i in indicators if measuring.name_of(i) in wrong and i.id in kept}
    return save_draft(
        db,
        task,
        responsibility,
        slot,
        percent=form.percent if form.percent is not None else known.percent if known else 0,
        summary=form.summary,
        problems=form.problems,
        next_steps=form.next_steps,
        by=by,
        now=now,
        readings=readings,
    )


def conflict_page(db: Session, slot: ReportSlot, typed: Typed, error: str = "") -> Conflict:
    """Both sides, field by field; nothing is chosen beforehand."""
    report = queries.report_of_slot(db, slot)
    theirs = {name: str(getattr(report, name)) if report else "" for name in FIELDS}
    indicators = measuring.indicators_of(db, slot.task_id)
    stored = measuring.readings_of(db, report.id if report else None)
    theirs |= {measuring.name_of(i): figure(stored.get(i.id)) for i in indicators}
    sides = []
    for name, label in (FIELDS | measuring.labels(indicators)).items():
        mine = typed.get(name, "").strip()
        same = " ".join(mine.split()) == " ".join(theirs[name].split())
        picked = typed.get(f"pick_{name}", "")
        rows = 3 if name in TEXTS else 1
        picked = picked if picked in ("theirs", "mine") else ""
        sides.append(Side(name, label, theirs[name], mine, same, picked, rows))
    return Conflict(
        slot_id=slot.id,
        version=slot.version,
        who=queries.name_of(db, report.author_id) if report else "办公室",
        at=moment(report.saved_at) if report else "",
        sent=slot.status not in WRITABLE,
        sides=tuple(sides),
        error=error,
    )


def own_version(db: Session, responsibility: Responsibility) -> int:
    """Rises with every change of any report of this part, in or outside a period."""
    return db.exec(
        select(func.coalesce(func.sum(ProgressReport.version), 0)).where(
            col(ProgressReport.responsibility_id) == responsibility.id
        )
    ).one()


def target_slot(db: Session, viewer: Viewer, part: Responsibility, today: date) -> ReportSlot | None:
    """What the office writes for a department answers the period that is asked for."""
    return queries.opened_slot(db, part.id, today) if viewer.is_office else None


def new_page(db: Session, viewer: Viewer, part: Responsibility, today: date, back: Back | None = None) -> NewReport:
    line = queries.task_line(db, part.task_id, today)
    slot = target_slot(db, viewer, part, today)
    report = open_report_of(db, part.task_id, part.id, slot.id if slot else None)
    before = queries.previous_report(db, part.id)
    files = attachments.of_report(db, report.id if report else None)
    version = own_version(db, part)
    measured = measured_of(db, part.task_id, report, back)
    form = fill(report, before, files, viewer, line, version=version, measured=measured, typed=back)
    names = queries.parts_of(db, part.task_id)
    return NewReport(
        task_id=line.id,
        number=line.number,
        target=line.target,
        department=dict(names)[part.department_id],
        department_id=part.department_id,
        departments=tuple(names) if viewer.is_office else (),
        on_behalf=viewer.is_office,
        period=slot.period_word if slot else "",
        form=replace(form, send="报送" if viewer.is_office else form.send),
    )
