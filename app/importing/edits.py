"""What a person corrects in the drafts before they are published."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlmodel import Session

from app.audit.service import record
from app.audit.tags import Tag
from app.core.errors import Conflict, Invalid
from app.importing.forms import BulkForm, HeadForm, TaskForm
from app.importing.gates import label, unknown_names
from app.importing.models import BatchStatus, DraftTask, ImportBatch
from app.importing.publish import names_of, new_department, note_department
from app.importing.service import drafts_of
from app.people.models import Department
from app.people.scope import Viewer
from app.people.service import add_alias, create_organisation
from app.tasks.kinds import PrintedRole, ReportCycle

BY_OFFICE = "办公室设定"


def require_draft(batch: ImportBatch) -> None:
    if batch.status is not BatchStatus.DRAFT:
        raise Conflict("这次导入已经发布或撤销，草稿不能再改。请到台账列表查看。")


def save_task(db: Session, viewer: Viewer, draft: DraftTask, form: TaskForm) -> None:
    draft.number, draft.text = form.number or None, form.text
    draft.departments = form.departments()
    draft.report_cycle = form.cycle
    if draft.due_on != form.due_on:
        set_day(draft, form.due_on)
    draft.doubts = [_settled(d, draft, all_of_them=form.settled) for d in draft.doubts]
    draft.version += 1
    note_change(db, viewer, draft.batch_id, label(draft))


def settle(db: Session, viewer: Viewer, draft: DraftTask) -> None:
    """Looked at and right as it is. A missing department cannot be settled by looking."""
    draft.doubts = [_settled(d, draft, all_of_them=True) for d in draft.doubts]
    draft.version += 1
    note_change(db, viewer, draft.batch_id, f"核对{label(draft)}")


def set_many(db: Session, viewer: Viewer, batch: ImportBatch, ids: Collection[int], form: BulkForm) -> int:
    """One due day or one cycle for many tasks; answers how many were set."""
    chosen = [d for d in drafts_of(db, batch.id) if d.id in ids]
    for draft in chosen:
        if form.due_on is not None:
            set_day(draft, form.due_on)
        if form.cycle is not None:
            draft.report_cycle = form.cycle
        draft.version += 1
    note_change(db, viewer, batch.id, f"统一设定{len(chosen)}项的时限或报送周期")
    return len(chosen)


def set_cycle_where_none(db: Session, batch: ImportBatch, cycle: ReportCycle) -> None:
    for draft in drafts_of(db, batch.id):
        if draft.report_cycle is ReportCycle.NONE:
            draft.report_cycle = cycle


def set_day(draft: DraftTask, day: date | None) -> None:
    """The printed words stay; the day is the office's, so no quotation stands behind it."""
    draft.due_on = day
    draft.set_by_office = day is not None
    draft.deadline_rule = BY_OFFICE if day is not None else ""


def save_head(db: Session, viewer: Viewer, batch: ImportBatch, form: HeadForm) -> None:
    batch.title, batch.doc_number = form.title, form.doc_number
    batch.issuer, batch.issued_on = form.issuer, form.issued_on
    batch.organisation_id = _organisation(db, viewer, form)
    batch.version += 1
    note_change(db, viewer, batch.id, "文件信息")


def _organisation(db: Session, viewer: Viewer, form: HeadForm) -> int | None:
    if form.new_organisation:
        made = create_organisation(db, form.new_organisation)
        note_department(db, made, by=viewer.name, actor_id=viewer.id)
        return made.id
    if form.organisation is not None:
        found = db.get(Department, form.organisation)
        if found is None or found.organisation_id is not None:
            raise Invalid("没有找到所选的单位，没有保存。请重新选择。")
    return form.organisation


def settle_name(db: Session, viewer: Viewer, batch: ImportBatch, name: str, to: str) -> None:
    """All places of a printed name at once: a new department, or another name of one that is there."""
    organisation = organisation_of(db, batch)
    if to == "new":
        if name in names_of(db, batch):
            return
        note_department(db, new_department(db, organisation, name), by=viewer.name, actor_id=viewer.id)
        return
    department = db.get(Department, int(to)) if to.isascii() and to.isdigit() else None
    if department is None or department.organisation_id != organisation.id:
        raise Invalid("没有找到所选的部门，没有保存。请重新选择。")
    add_alias(db, department, name)
    note_change(db, viewer, batch.id, f"“{name}”记为{department.name}的别名")


def create_all_names(db: Session, viewer: Viewer, batch: ImportBatch) -> int:
    organisation = organisation_of(db, batch)
    names = list(unknown_names(drafts_of(db, batch.id), names_of(db, batch)))
    for name in names:
        note_department(db, new_department(db, organisation, name), by=viewer.name, actor_id=viewer.id)
    return len(names)


def organisation_of(db: Session, batch: ImportBatch) -> Department:
    if batch.organisation_id is None:
        raise Invalid("还没有选定台账所属单位，没有保存。请先在“文件信息”中选择或新建单位。")
    return db.get_one(Department, batch.organisation_id)


def note_change(db: Session, viewer: Viewer, batch_id: int, what: str) -> None:
    record(
        db, Tag.IMPORT_CHANGE, actor_id=viewer.id, actor_name=viewer.name, subject_kind="import",
        subject_id=batch_id, what=what,
    )  # fmt: skip
    db.flush()


def _settled(doubt: dict[str, Any], draft: DraftTask, *, all_of_them: bool) -> dict[str, Any]:
    roles = [d["role"] for d in draft.departments]
    if doubt["code"] == "no_department":
        return {**doubt, "settled": bool(roles)}
    done = doubt["code"] == "lead_not_printed" and (len(roles) == 1 or PrintedRole.LEAD.value in roles)
    return {**doubt, "settled": doubt["settled"] or done or all_of_them}
