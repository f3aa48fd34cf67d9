"""What a person corrects in the drafts before they are published."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col, select

from app.core.errors import Conflict, Invalid
from app.importing.cutting import cut, join
from app.importing.forms import BulkForm, HeadForm, TaskForm
from app.importing.gates import label, unknown_names
from app.importing.history import act
from app.importing.models import BatchStatus, DraftTask, ImportBatch
from app.importing.names import NEW, Decision, names_of, note_department, organisation_of
from app.importing.service import drafts_of
from app.importing.stored import choices_of
from app.people.models import Department
from app.people.scope import Viewer
from app.people.service import create_organisation
from app.tasks.kinds import DeadlineKind, PrintedRole, ReportCycle

BY_OFFICE = "办公室设定"
BY_CLERK = "校对时按原文填写"
CHOSEN = "“月”字缺失，校对时选定"
HEAD_CHANGED = "修改文件信息"


def require_draft(batch: ImportBatch) -> None:
    if batch.status is not BatchStatus.DRAFT:
        raise Conflict("这次导入已经发布或撤销，草稿不能再改。请到台账列表查看。")


def save_task(
    db: Session,
    viewer: Viewer,
    batch: ImportBatch,
    draft: DraftTask,
    form: TaskForm,
    indicators: list[dict[str, Any]],
    *,
    one_sitting: bool = False,
) -> None:
    with act(db, viewer, batch, f"修改{label(draft)}", [draft], one_sitting=one_sitting):
        draft.number, draft.text = form.number or None, form.text
        if form.heading != (draft.heading or ""):
            draft.heading, draft.heading_label = form.heading or None, ""
        draft.departments = form.departments()
        draft.indicators = indicators
        draft.report_cycle = form.cycle
        if draft.recurrence != form.recurrence:
            draft.recurrence, draft.recurrence_words = form.recurrence, ""
        save_deadline(draft, form)
        draft.doubts = [_settled(d, draft, all_of_them=form.settled) for d in draft.doubts]


def has_changed(draft: DraftTask, form: TaskForm, indicators: list[dict[str, Any]]) -> bool:
    mine = (
        form.number or None, form.text, form.heading, form.departments(), form.due_on, form.deadline_kind,
        form.deadline_words, form.recurrence, form.cycle, indicators,
    )  # fmt: skip
    stored = (
        draft.number, draft.text, draft.heading or "", draft.departments, draft.due_on, draft.deadline_kind,
        draft.deadline_words, draft.recurrence, draft.report_cycle, draft.indicators,
    )  # fmt: skip
    return mine != stored


def save_deadline(draft: DraftTask, form: TaskForm) -> None:
    """With other printed words the day is the document's; a day changed without them is the office's."""
    if form.deadline_words != draft.deadline_words:
        draft.deadline_words, draft.deadline_rule = form.deadline_words, BY_CLERK if form.deadline_words else ""
        draft.due_on, draft.set_by_office = form.due_on, form.due_on is not None and not form.deadline_words
    elif draft.due_on != form.due_on:
        set_day(draft, form.due_on)
        if any(draft.due_on in choices_of(d) for d in draft.doubts):
            draft.set_by_office, draft.deadline_rule = False, CHOSEN
    draft.deadline_kind = form.deadline_kind
    if draft.due_on is not None and draft.deadline_kind is DeadlineKind.NONE:
        draft.deadline_kind = DeadlineKind.DAY


def settle(db: Session, viewer: Viewer, batch: ImportBatch, draft: DraftTask) -> None:
    """Looked at and right as it is. A missing department cannot be settled by looking."""
    with act(db, viewer, batch, f"核对{label(draft)}", [draft]):
        draft.doubts = [_settled(d, draft, all_of_them=True) for d in draft.doubts]


def settle_kind(db: Session, viewer: Viewer, batch: ImportBatch, code: str) -> int:
    """All doubts of one kind, looked at together; answers in how many tasks."""
    open_ones = [d for d in drafts_of(db, batch.id) if any(x["code"] == code and not x["settled"] for x in d.doubts)]
    if code == "no_department" or not open_ones:
        return 0
    with act(db, viewer, batch, f"一并核对{len(open_ones)}项", open_ones):
        for draft in open_ones:
            draft.doubts = [d | {"settled": d["settled"] or d["code"] == code} for d in draft.doubts]
    return len(open_ones)


def set_many(db: Session, viewer: Viewer, batch: ImportBatch, ids: Collection[int], form: BulkForm) -> int:
    """One due day or one cycle for many tasks; answers how many were set."""
    chosen = [d for d in drafts_of(db, batch.id) if d.id in ids]
    with act(db, viewer, batch, f"统一设定{len(chosen)}项的时限或报送周期", chosen):
        for draft in chosen:
            if form.due_on is not None:
                set_day(draft, form.due_on)
            if form.cycle is not None:
                draft.report_cycle = form.cycle
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


def split(db: Session, viewer: Viewer, batch: ImportBatch, draft: DraftTask, at: int | None) -> DraftTask:
    """The second part becomes the next draft. Raises Invalid when a part would be empty."""
    if at is None:
        raise Invalid("没有选拆分的位置，没有拆分。请把光标放在文字中间，或选一句之后拆开。")
    with act(db, viewer, batch, f"拆分{label(draft)}", [draft]) as noted:
        later = cut(draft, at)
        db.execute(
            update(DraftTask)
            .where(col(DraftTask.batch_id) == batch.id, col(DraftTask.position) > draft.position)
            .values(position=DraftTask.position + 1)
        )
        db.add(later)
        db.flush()  # the history names it
        noted.made(later)
    return later


def merge(db: Session, viewer: Viewer, batch: ImportBatch, draft: DraftTask) -> DraftTask:
    """Into the one before, which is answered. Raises Invalid for the first."""
    before = select(DraftTask).where(
        DraftTask.batch_id == batch.id, col(DraftTask.dropped).is_(False), DraftTask.position < draft.position
    )
    previous = db.exec(before.order_by(col(DraftTask.position).desc()).limit(1).with_for_update()).first()
    if previous is None:
        raise Invalid("这是第一项，前面没有可以并入的任务。")
    with act(db, viewer, batch, f"{label(draft)}并入{label(previous)}", [previous, draft]):
        join(previous, draft)
        draft.dropped = True
    return previous


def drop(db: Session, viewer: Viewer, batch: ImportBatch, draft: DraftTask) -> None:
    with act(db, viewer, batch, f"删除{label(draft)}", [draft]):
        draft.dropped = True


def save_head(db: Session, viewer: Viewer, batch: ImportBatch, form: HeadForm) -> None:
    """In another organisation the same printed names mean other departments: what was decided of them is void."""
    organisation_id = _organisation(db, viewer, form)
    moved = organisation_id != batch.organisation_id
    with act(db, viewer, batch, HEAD_CHANGED, names=list(batch.names) if moved else (), head=True):
        set_head_words(batch, form)
        if moved:
            batch.organisation_id, batch.names = organisation_id, {}


def save_head_words(db: Session, viewer: Viewer, batch: ImportBatch, form: HeadForm) -> None:
    """While it is typed: the organisation is not, for choosing it changes what every name means."""
    if (form.title, form.doc_number, form.issuer, form.issued_on) != (
        batch.title, batch.doc_number, batch.issuer, batch.issued_on,
    ):  # fmt: skip
        with act(db, viewer, batch, HEAD_CHANGED, head=True, one_sitting=True):
            set_head_words(batch, form)


def set_head_words(batch: ImportBatch, form: HeadForm) -> None:
    batch.title, batch.doc_number = form.title, form.doc_number
    batch.issuer, batch.issued_on = form.issuer, form.issued_on


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


def decide_name(
    db: Session, viewer: Viewer, batch: ImportBatch, name: str, decision: Decision | None, seen: str
) -> None:
    """All places of a printed name at once. Raises Conflict when another clerk decided otherwise meanwhile."""
    stored = batch.names.get(name)
    if decision_key(stored) not in (seen, decision_key(decision)):
        raise Conflict(f"“{name}”刚由别人处理过，没有再改。请刷新页面后核对。")
    with act(db, viewer, batch, f"处理名称“{name}”", names=[name]):
        kept = {other: d for other, d in batch.names.items() if other != name}
        batch.names = kept | ({name: decision} if decision else {})


def decision_key(decision: Decision | None) -> str:
    return f"{decision['how']}:{decision.get('department', '')}" if decision else ""


def create_all_names(db: Session, viewer: Viewer, batch: ImportBatch) -> int:
    organisation_of(db, batch)
    names = list(unknown_names(drafts_of(db, batch.id), names_of(db, batch)))
    if names:
        with act(db, viewer, batch, f"新建{len(names)}个部门", names=names):
            batch.names = batch.names | dict.fromkeys(names, NEW)
    return len(names)


def _settled(doubt: dict[str, Any], draft: DraftTask, *, all_of_them: bool) -> dict[str, Any]:
    roles = [d["role"] for d in draft.departments]
    if doubt["code"] == "no_department":
        return {**doubt, "settled": bool(roles)}
    done = doubt["code"] == "lead_not_printed" and (len(roles) == 1 or PrintedRole.LEAD.value in roles)
    done = done or draft.due_on in choices_of(doubt)
    return {**doubt, "settled": doubt["settled"] or done or all_of_them}
