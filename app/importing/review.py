"""The review page: the document on the left, what was read on the right, and what still stands in the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select as columns
from sqlmodel import Session, col, func, select

from app.core.forms import Errors
from app.importing.blocks import Format
from app.importing.cards import card, editing
from app.importing.editions.candidates import edition_hint
from app.importing.edits import decision_key
from app.importing.gates import HEAD_QUERY, Gates, check, labels, unknown_names
from app.importing.history import last_edit
from app.importing.models import BatchStatus, DraftTask, ImportBatch
from app.importing.names import TO_BE_MADE, alike, departments_of, names_of
from app.importing.pages import (
    BatchShown,
    Bulk,
    Decided,
    Editing,
    HeadSaved,
    HeadShown,
    Review,
    Saved,
    Settling,
    Unknown,
    Values,
    View,
)
from app.importing.queries import source_name
from app.importing.service import drafts_of, earlier_import
from app.importing.sheets import page_of, sheets_of
from app.importing.source import source_blocks, window_of
from app.importing.words import CHOICES, LABELS, STATUS_WORDS
from app.ledgers.models import SourceDocument
from app.people.models import Department
from app.people.scope import Viewer

A_PAGE = 50
PAGED = (Format.PDF, Format.OFD)


@dataclass(frozen=True)
class Shown:
    """What this visit asks of the review page. `after`: open the next doubt behind this draft."""

    show: str = ""
    page: int = 0
    task: int | None = None
    after: int | None = None
    focus: bool = False
    head_open: bool = False
    bulk_open: bool = False
    typed: Values | None = None
    rows: Sequence[Values] | None = None
    errors: Errors | None = None
    head_typed: Values | None = None
    head_errors: Errors | None = None
    bulk_error: str = ""
    said: str = ""


@dataclass(frozen=True)
class Desk:
    """Everything of a batch that its pages are made of, fetched once."""

    batch: ImportBatch
    drafts: list[DraftTask]
    known: Mapping[str, int]
    gates: Gates
    departments: Sequence[tuple[int, str]]
    today: date

    def is_doubtful(self, draft: DraftTask) -> bool:
        return self.must(draft) or any(not d["settled"] for d in draft.doubts)

    def must(self, draft: DraftTask) -> bool:
        return (
            not draft.departments
            or any(d["name"] not in self.known for d in draft.departments)
            or any(d["must"] and not d["settled"] for d in draft.doubts)
        )


def desk_of(db: Session, batch: ImportBatch, today: date) -> Desk:
    drafts, known = drafts_of(db, batch.id), names_of(db, batch)
    gates = check(batch, drafts, known, today)
    if batch.organisation_id is None:
        # Which names are known is asked of an organisation: until it is chosen, nothing is said against any of them.
        known = {d["name"]: TO_BE_MADE for draft in drafts for d in draft.departments}
    return Desk(batch, drafts, known, gates, departments_of(db, batch), today)


def review(db: Session, viewer: Viewer, batch: ImportBatch, today: date, shown: Shown) -> Review:
    name, kind, digest, text, places, begins = db.execute(
        columns(
            col(SourceDocument.name), col(SourceDocument.format), col(SourceDocument.sha256),
            col(SourceDocument.text), col(SourceDocument.places),
            func.substr(SourceDocument.content, 1, 4),
        ).where(col(SourceDocument.id) == batch.source_id)
    ).one()  # fmt: skip
    earlier = earlier_import(db, digest, before=batch.id)
    warning = f"同一个文件以前导入过（导入{earlier.id}，{STATUS_WORDS[earlier.status][0]}）。" if earlier else ""
    desk = desk_of(db, batch, today)
    opened = opened_by(desk, shown)
    view = view_of(desk, shown, opened)
    chosen = matching(desk, shown.show, opened)[view.page * A_PAGE : (view.page + 1) * A_PAGE]
    last = last_edit(db, viewer, batch)
    low, high = stretch(desk, chosen, opened)
    near, window = desk.drafts[low:high], window_of(text, desk.drafts, low, high)
    current = opened.id if opened else None
    return Review(
        batch=batch_shown(desk, name, warning, edition_hint(db, batch)),
        said=shown.said,
        undo=last.what if last else "",
        head=head_shown(db, batch, shown),
        settling=settling_of(desk, opened),
        sheets=sheets_of(
            f"/imports/{batch.id}", bytes(begins), kind in PAGED, batch.scans, places, near, current, window
        ),
        blocks=source_blocks(text, batch.rows, near, desk.known, current, window),
        cards=tuple(card(d, text, page_of(d, places), desk.known, today) for d in chosen),
        view=view,
        editing=editing_of(desk, opened, shown) if opened else None,
        bulk=Bulk(shown.bulk_error, shown.bulk_open or bool(shown.bulk_error)),
        choices=CHOICES,
        labels=LABELS,
    )


def saved(
    db: Session, viewer: Viewer, batch: ImportBatch, today: date, draft: DraftTask, words: str, errors: Errors
) -> Saved:
    desk = desk_of(db, batch, today)
    last = last_edit(db, viewer, batch)
    return Saved(
        batch=batch_shown(desk, "", "", ""),
        settling=settling_of(desk, draft),
        view=view_of(desk, Shown(task=draft.id), draft),
        undo=last.what if last else "",
        words=words,
        version=draft.version,
        errors=errors,
    )


def head_saved(db: Session, viewer: Viewer, batch: ImportBatch, today: date, shown: Shown, errors: Errors) -> HeadSaved:
    """`shown.task`: the card that is open beside it stays so."""
    desk = desk_of(db, batch, today)
    opened = opened_by(desk, shown)
    last = last_edit(db, viewer, batch)
    return HeadSaved(
        batch=batch_shown(desk, source_name(db, batch), "", ""),
        settling=settling_of(desk, opened),
        view=view_of(desk, shown, opened),
        undo=last.what if last else "",
        words=shown.said,
        version=batch.version,
        errors=errors,
    )


def opened_by(desk: Desk, shown: Shown) -> DraftTask | None:
    """The draft asked for, or the next doubt behind the one that was settled."""
    if shown.after is not None:
        return next_doubt(desk, shown.after)
    return next((d for d in desk.drafts if d.id == shown.task), None)


def next_doubt(desk: Desk, draft_id: int, *, backward: bool = False) -> DraftTask | None:
    """Round the document: behind the last doubt comes the first."""
    drafts = desk.drafts[::-1] if backward else desk.drafts
    at = next((n for n, d in enumerate(drafts) if d.id == draft_id), -1)
    round_trip = [*drafts[at + 1 :], *drafts[: at + 1]]
    return next((d for d in round_trip if desk.is_doubtful(d)), None)


def view_of(desk: Desk, shown: Shown, opened: DraftTask | None) -> View:
    in_view = matching(desk, shown.show, opened)
    pages = max(1, -(-len(in_view) // A_PAGE))
    page = in_view.index(opened) // A_PAGE if opened in in_view else shown.page
    at = opened.id if opened else 0
    onward, backward = next_doubt(desk, at), next_doubt(desk, at, backward=True)
    return View(
        show=shown.show,
        total=len(desk.drafts),
        todo=sum(desk.is_doubtful(d) for d in desk.drafts),
        must=sum(desk.must(d) for d in desk.drafts),
        page=min(max(page, 0), pages - 1),
        pages=pages,
        onward=onward.id if onward and onward.id != at else 0,
        backward=backward.id if backward and backward.id != at else 0,
        focus=shown.focus,
    )


def matching(desk: Desk, show: str, opened: DraftTask | None = None) -> list[DraftTask]:
    """The open draft stays in sight, whatever is shown."""
    wanted = {"todo": desk.is_doubtful, "must": desk.must}.get(show, lambda _draft: True)
    return [d for d in desk.drafts if wanted(d) or d is opened]


def stretch(desk: Desk, chosen: Sequence[DraftTask], opened: DraftTask | None) -> tuple[int, int]:
    """The drafts whose source is shown: from the first card to the last, or around the open one when that is far."""
    if not chosen:
        return 0, len(desk.drafts[:A_PAGE])
    low, high = desk.drafts.index(chosen[0]), desk.drafts.index(chosen[-1]) + 1
    if high - low <= 2 * A_PAGE:
        return low, high
    low = desk.drafts.index(opened) if opened else low
    return max(0, low - A_PAGE // 2), low + A_PAGE


def editing_of(desk: Desk, draft: DraftTask, shown: Shown) -> Editing:
    at = desk.drafts.index(draft)
    previous = desk.drafts[at - 1] if at else None
    mine = {d["name"] for d in draft.departments}
    names = tuple(u for u in unknown_of(desk) if u.name in mine)
    return editing(draft, previous, names, shown.typed, shown.rows, shown.errors or {})


def settling_of(desk: Desk, opened: DraftTask | None) -> Settling:
    words = dict(desk.departments)
    how = {"new": "发布时新建", "alias": "记为{}的别名", "once": "仅本次归入{}"}
    return Settling(
        must=tuple(g for g in desk.gates.must if not g.name),
        where=where_words(desk),
        should=tuple(desk.gates.should),
        names=unknown_of(desk),
        decided=tuple(
            Decided(n, how[d["how"]].format(words.get(d.get("department", 0), "已删除的部门")), decision_key(d))
            for n, d in desk.batch.names.items()
        ),
        departments=tuple(desk.departments),
        is_open=bool(desk.gates.must or desk.gates.should) and opened is None,
    )


def where_words(desk: Desk) -> str:
    """The list counts places (处), the tabs count tasks (项): how the two go together."""
    head = sum(g.query == HEAD_QUERY for g in desk.gates.must)
    tasks = sum(desk.must(d) for d in desk.drafts)
    found = (
        f"{head}处在文件信息" if head else "",
        f"{len(desk.gates.must) - head}处涉及{tasks}项任务" if tasks else "",
    )
    return "，".join(words for words in found if words)


def unknown_of(desk: Desk) -> tuple[Unknown, ...]:
    if desk.batch.organisation_id is None:
        return ()
    words = dict(desk.departments)
    return tuple(
        Unknown(n, labels(places), len(places), tuple((i, words[i]) for i in alike(n, desk.known) if i in words))
        for n, places in unknown_names(desk.drafts, desk.known).items()
    )


def batch_shown(desk: Desk, source_name: str, warning: str, edition: str) -> BatchShown:
    batch = desk.batch
    return BatchShown(
        id=batch.id,
        is_draft=batch.status is BatchStatus.DRAFT,
        status_word=STATUS_WORDS[batch.status][0],
        ledger_id=batch.ledger_id,
        title=batch.title,
        source_name=source_name,
        warning=warning,
        figures=figures(desk.drafts),
        edition=edition,
        is_edition=batch.edition_of is not None,
    )


def head_shown(db: Session, batch: ImportBatch, shown: Shown) -> HeadShown:
    return HeadShown(
        values=shown.head_typed if shown.head_typed is not None else head_values(batch),
        errors=shown.head_errors or {},
        is_open=shown.head_open or bool(shown.head_errors) or batch.organisation_id is None,
        organisations=organisations(db),
        either=() if batch.issued_on else tuple(batch.issued_either),
    )


def organisations(db: Session) -> tuple[tuple[int, str], ...]:
    rows = db.exec(
        select(Department.id, Department.name)
        .where(col(Department.organisation_id).is_(None))
        .order_by(col(Department.position))
    )
    return tuple((id, name) for id, name in rows)


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


def figures(drafts: Sequence[DraftTask]) -> tuple[tuple[int, str], ...]:
    names = {d["name"] for draft in drafts for d in draft.departments}
    limits = sum(d.due_on is not None or d.recurrence is not None for d in drafts)
    return (
        (len(drafts), "项任务"),
        (len(names), "个部门"),
        (limits, "处时限周期"),
        (sum(len(d.indicators) for d in drafts), "个量化指标"),
    )
