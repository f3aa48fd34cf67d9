"""Doors: say that a document is a newer edition, compare, take over; and the editions of a ledger."""

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlmodel import Session

from app.access.current import CurrentViewer
from app.access.find import NO_LEDGER, batch_to_edit, ledger_to_read
from app.access.rules import why_not_import
from app.core.clock import Now, Today
from app.core.db import Db
from app.core.errors import Conflict, Invalid, NotFound
from app.core.forms import Errors, TypedForm
from app.core.render import go, render
from app.importing.editions.adopt import adopt
from app.importing.editions.candidates import candidates
from app.importing.editions.choices import Choices, defaults, key_of, read_choices
from app.importing.editions.forms import AdoptForm, EditionForm
from app.importing.editions.history import edition_lines, first_source
from app.importing.editions.matter import (
    Comparison,
    allowed_fates,
    comparison,
    gone_labels,
    must_of,
    same_lines,
    shown,
    tally,
)
from app.importing.editions.pages import EditionChoice, EditionCompare, Editions
from app.importing.edits import require_draft
from app.importing.history import note
from app.importing.models import ImportBatch
from app.importing.queries import source_name
from app.importing.service import drafts_of
from app.ledgers.models import Ledger, LedgerStatus

router = APIRouter()
CHANGED = "文件信息刚被别人改过，没有保存。请重新打开这一页，核对后再选。"


@router.get("/imports/{batch_id}/edition", name="import_edition")
def edition_page(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, batch_id: int, show: str = "", choose: bool = False
) -> Response:
    batch = batch_to_edit(db, viewer, batch_id, lock=False)
    require_draft(batch)
    if batch.edition_of is None or choose:
        page = EditionChoice(
            batch_id=batch.id,
            source_name=source_name(db, batch),
            title=batch.title,
            version=batch.version,
            candidates=candidates(db, viewer, batch, drafts_of(db, batch.id)),
            chosen=batch.edition_of or 0,
        )
        return render(request, page)
    found = comparison(db, batch, db.get_one(Ledger, batch.edition_of), today)
    return render(request, compare_page(db, batch, found, show=show))


@router.post("/imports/{batch_id}/edition", name="import_edition_choose")
def choose_edition(request: Request, db: Db, viewer: CurrentViewer, batch_id: int, typed: TypedForm) -> Response:
    """新版 of which ledger, or a ledger of its own. Names are decided anew in another organisation."""
    batch = batch_to_edit(db, viewer, batch_id)
    require_draft(batch)
    form, _ = EditionForm.parse(typed)
    if form is None or form.version != batch.version:
        raise Conflict(CHANGED)
    ledger = db.get(Ledger, form.ledger) if form.ledger is not None else None
    if form.ledger is not None and (ledger is None or ledger.status is not LedgerStatus.PUBLISHED):
        raise Invalid("没有找到所选的台账，可能已撤销或归档，没有保存。请重新选择。")
    batch.edition_of = ledger.id if ledger else None
    if ledger and batch.organisation_id != ledger.organisation_id:
        batch.organisation_id, batch.names = ledger.organisation_id, {}
    batch.version += 1
    note(db, viewer, batch.id, f"定为《{ledger.doc_number or ledger.title}》的新版" if ledger else "作为新台账发布")
    return go(request, f"/imports/{batch.id}/{'edition' if ledger else 'publish'}")


@router.post("/imports/{batch_id}/edition/changes", name="import_edition_adopt")
def adopt_edition(
    request: Request, db: Db, viewer: CurrentViewer, now: Now, today: Today, batch_id: int, typed: TypedForm
) -> Response:
    """All that was ticked, in one transaction; nothing at all when somebody changed what it was based on."""
    batch = batch_to_edit(db, viewer, batch_id)
    require_draft(batch)
    ledger = db.get(Ledger, batch.edition_of, with_for_update=True) if batch.edition_of is not None else None
    if ledger is None:
        raise Conflict("还没有选定是哪本台账的新版，没有采用。请先选择台账。")
    found = comparison(db, batch, ledger, today, lock=True)
    choices, errors = read_choices(typed, allowed_fates(found))
    moved_on = frozenset(k for k, token in found.tokens.items() if choices.seen.get(k) != token)
    form, _ = AdoptForm.parse(typed)
    if moved_on or form is None or form.ledger_version != ledger.version:
        kept = what_stays(found, choices, moved_on)
        return render(request, compare_page(db, batch, found, kept, moved_on=moved_on, clash=True), status=409)
    if errors:
        return render(request, compare_page(db, batch, found, choices, errors), status=422)
    if must := must_of(found, batch):
        raise Invalid(f"还有{len(must)}处必须处理，没有采用：{'；'.join(g.what for g in must)}。请处理后再采用。")
    adopt(db, viewer, batch, ledger, found.standing, found.drafts, found.rows, choices, now, today)
    return go(
        request, f"/ledgers/{ledger.id}/editions", "新版已采用，每处变化都留了历史", undo=f"/imports/{batch.id}/undo"
    )


def what_stays(found: Comparison, choices: Choices, moved_on: frozenset[str]) -> Choices:
    """The clerk's choices, but the default where the difference is another by now."""
    fresh = defaults(found.rows, found.tasks)
    kept = {key for key in choices.taken if key.partition("-")[0] not in moved_on}
    kept |= {key for key in fresh.taken if key.partition("-")[0] in moved_on}
    gone = {r.old.id for r in found.rows if r.old and r.new is None and key_of(r) not in moved_on}
    return Choices(frozenset(kept), {i: fate for i, fate in choices.gone.items() if i in gone})


def compare_page(
    db: Session, batch: ImportBatch, found: Comparison, choices: Choices | None = None, errors: Errors | None = None,
    *, moved_on: frozenset[str] = frozenset(), clash: bool = False, show: str = "",
) -> EditionCompare:  # fmt: skip
    counted = tally(found)
    day = f"{batch.issued_on.isoformat()}印发　" if batch.issued_on else ""
    return EditionCompare(
        batch_id=batch.id,
        ledger_id=found.ledger.id,
        ledger_name=found.ledger.doc_number or found.ledger.title,
        eyebrow=f"{batch.doc_number or batch.title}　{day}{source_name(db, batch)}",
        show="same" if show == "same" else "",
        tally=counted,
        differences=shown(found, batch, choices, errors or {}, moved_on),
        same=same_lines(found),
        must=tuple(must_of(found, batch)),
        errors=errors or {},
        labels=gone_labels(found, errors or {}),
        clash=clash,
        ledger_version=found.ledger.version,
    )


@router.get("/ledgers/{ledger_id}/editions", name="ledger_editions")
def editions_page(request: Request, db: Db, viewer: CurrentViewer, ledger_id: int) -> Response:
    """Everybody who may read the ledger may read what it said before."""
    ledger = ledger_to_read(db, viewer, ledger_id)
    if ledger.source_id is None:
        raise NotFound(NO_LEDGER)
    page = Editions(
        ledger_id=ledger.id,
        ledger_title=ledger.title,
        ledger_name=ledger.doc_number or ledger.title,
        first_source=first_source(db, ledger),
        published_by=ledger.published_by,
        published_at=ledger.published_at,
        editions=edition_lines(db, ledger),
        can_import=not why_not_import(viewer),
    )
    return render(request, page)
