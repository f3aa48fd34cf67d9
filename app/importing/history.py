"""What a clerk did to the drafts, written down so that he can take back his last act and nobody else's."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

from sqlmodel import Session, col, select

from app.audit.service import record
from app.audit.tags import Tag
from app.core.clock import now
from app.core.errors import Conflict, Invalid
from app.importing.models import DraftEdit, DraftTask, ImportBatch
from app.people.scope import Viewer
from app.tasks.kinds import DeadlineKind, Recurrence, ReportCycle

FIELDS: Final = (
    "dropped", "number", "heading_label", "heading", "text", "start", "end", "leaders", "departments", "indicators",
    "doubts", "deadline_kind", "deadline_words", "deadline_rule", "due_on", "start_on", "set_by_office", "recurrence",
    "recurrence_words", "report_cycle",
)  # fmt: skip
DAYS: Final = ("due_on", "start_on")
HEAD: Final = ("title", "doc_number", "issuer", "issued_on", "organisation_id")
ONE_SITTING: Final = timedelta(minutes=2)


@dataclass
class Act:
    """One act while it goes on: the drafts and names as they were."""

    batch: ImportBatch
    drafts: list[DraftTask]
    before: dict[str, Any] = field(default_factory=dict)

    def made(self, draft: DraftTask) -> None:
        """A draft that did not exist: taking the act back drops it."""
        self.drafts.append(draft)
        self.before["drafts"][str(draft.id)] = snapshot(draft) | {"dropped": True}


@contextmanager
def act(
    db: Session, viewer: Viewer, batch: ImportBatch, what: str, drafts: Sequence[DraftTask] = (),
    names: Sequence[str] = (), *, head: bool = False, one_sitting: bool = False,
) -> Iterator[Act]:  # fmt: skip
    """Around a change: raises the versions, keeps what was before, writes the log. `one_sitting`: an autosave."""
    found = Act(batch, list(drafts))
    found.before = {
        "drafts": {str(d.id): snapshot(d) for d in drafts},
        "names": {name: batch.names.get(name) for name in names},
        "head": head_of(batch) if head else {},
        "version": batch.version,
    }
    yield found
    for draft in found.drafts:
        draft.version += 1
    batch.version += head
    after = {
        "drafts": {str(d.id): d.version for d in found.drafts},
        "names": {name: batch.names.get(name) for name in names},
        "head": head_of(batch) if head else {},
    }
    last = last_edit(db, viewer, batch) if one_sitting else None
    if last and goes_on(last, what, found.before):
        last.after, last.at = after, now()
    else:
        db.add(
            DraftEdit(batch_id=batch.id, by_id=viewer.id, at=now(), what=what[:200], before=found.before, after=after)
        )
        note(db, viewer, batch.id, what)
    db.flush()


def goes_on(last: DraftEdit, what: str, before: dict[str, Any]) -> bool:
    """The same clerk still types in the same draft or head, and nobody else came between."""
    same = last.what == what and now() - last.at < ONE_SITTING and before["head"] == last.after.get("head", {})
    return same and {k: s["version"] for k, s in before["drafts"].items()} == last.after["drafts"]


def last_edit(db: Session, viewer: Viewer, batch: ImportBatch) -> DraftEdit | None:
    mine = select(DraftEdit).where(DraftEdit.batch_id == batch.id, DraftEdit.by_id == viewer.id)
    return db.exec(mine.where(col(DraftEdit.undone).is_(False)).order_by(col(DraftEdit.id).desc()).limit(1)).first()


def take_back(db: Session, viewer: Viewer, batch: ImportBatch) -> tuple[str, int | None]:
    """This clerk's last act; answers what it was and a draft to look at. Raises Conflict when another came after."""
    edit = last_edit(db, viewer, batch)
    if edit is None:
        raise Invalid("没有可以撤销的修改。")
    ids = [int(key) for key in edit.before["drafts"]]
    drafts = {d.id: d for d in db.exec(select(DraftTask).where(col(DraftTask.id).in_(ids)))}
    changed = any(drafts[id].version != edit.after["drafts"][str(id)] for id in ids)
    head, now_head = head_changes(edit), head_of(batch)
    changed = changed or any(now_head[name] != edit.after["head"][name] for name in head)
    if changed or any(batch.names.get(name) != then for name, then in edit.after["names"].items()):
        raise Conflict(f"“{edit.what}”之后，别人又改过同一处，没有撤销。请打开这一项核对。")
    earlier = db.exec(select(DraftEdit).where(DraftEdit.batch_id == batch.id, col(DraftEdit.id) < edit.id)).all()
    for id in ids:
        restore(drafts[id], edit.before["drafts"][str(id)])
        let_follow(earlier, str(id), edit.before["drafts"][str(id)]["version"], drafts[id].version)
    put_back(batch, edit.before["names"])
    put_head_back(batch, head)
    edit.undone = True
    note(db, viewer, batch.id, f"撤销：{edit.what}")
    db.flush()
    return edit.what, next((id for id in ids if not drafts[id].dropped), None)


def task_before(db: Session, draft: DraftTask, version: int) -> DraftTask | None:
    """The draft as a clerk saw it; None where a sitting of another clerk ran over it."""
    for edit in edits_of(db, draft.batch_id):
        found = edit.before["drafts"].get(str(draft.id))
        if found and found["version"] == version:
            seen = DraftTask(batch_id=draft.batch_id, position=draft.position, text="", start=0, end=0)
            restore(seen, found)
            return seen
    return None


def head_before(db: Session, batch: ImportBatch, version: int) -> dict[str, Any]:
    """The head as a clerk saw it, {} where that is not known."""
    edits = (e for e in edits_of(db, batch.id) if e.before.get("head") and e.before.get("version") == version)
    return next((e.before["head"] for e in edits), {})


def edits_of(db: Session, batch_id: int) -> Sequence[DraftEdit]:
    return db.exec(select(DraftEdit).where(DraftEdit.batch_id == batch_id).order_by(col(DraftEdit.id))).all()


def let_follow(earlier: Sequence[DraftEdit], key: str, was: int, is_now: int) -> None:
    """A draft that stands again as an earlier act left it may be taken back further, under its new version."""
    for edit in earlier:
        if not edit.undone and edit.after["drafts"].get(key) == was:
            edit.after = edit.after | {"drafts": edit.after["drafts"] | {key: is_now}}


def snapshot(draft: DraftTask) -> dict[str, Any]:
    fields = {name: getattr(draft, name) for name in FIELDS}
    days = {name: fields[name].isoformat() if fields[name] else None for name in DAYS}
    return fields | days | {"version": draft.version}


def restore(draft: DraftTask, before: dict[str, Any]) -> None:
    for name in FIELDS:
        setattr(draft, name, before[name])
    for name in DAYS:
        setattr(draft, name, date.fromisoformat(before[name]) if before[name] else None)
    # Stored as words; the columns are closed lists.
    draft.deadline_kind, draft.report_cycle = DeadlineKind(before["deadline_kind"]), ReportCycle(before["report_cycle"])
    draft.recurrence = Recurrence(before["recurrence"]) if before["recurrence"] else None
    draft.version += 1


def put_back(batch: ImportBatch, names: dict[str, Any]) -> None:
    if names:
        kept = {name: decision for name, decision in batch.names.items() if name not in names}
        batch.names = kept | {name: decision for name, decision in names.items() if decision}


def head_of(batch: ImportBatch) -> dict[str, Any]:
    fields = {name: getattr(batch, name) for name in HEAD}
    return fields | {"issued_on": batch.issued_on.isoformat() if batch.issued_on else None}


def head_changes(edit: DraftEdit) -> dict[str, Any]:
    """What the act changed of the head, as it was before; acts of earlier versions of this program know no head."""
    after = edit.after.get("head", {})
    return {name: value for name, value in edit.before.get("head", {}).items() if after[name] != value}


def put_head_back(batch: ImportBatch, head: dict[str, Any]) -> None:
    for name, value in head.items():
        setattr(batch, name, date.fromisoformat(value) if name == "issued_on" and value else value)
    batch.version += bool(head)


def note(db: Session, viewer: Viewer, batch_id: int, what: str) -> None:
    record(
        db, Tag.IMPORT_CHANGE, actor_id=viewer.id, actor_name=viewer.name, subject_kind="import",
        subject_id=batch_id, what=what,
    )  # fmt: skip
