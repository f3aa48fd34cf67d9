"""Doors: say that a document is a newer edition, compare, take over; and the editions of a ledger."""

from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlmodel import Session

from app.access.current import CurrentViewer
from app.access.find import NO_LEDGER, batch_to_edit, ledger_to_read
from app.access.rules import why_not_import
from app.audit.service import record_reading
from app.audit.tags import Tag
from app.core.doors import Db, Now, Today
from app.core.errors import Conflict, Invalid, NotFound
from app.core.forms import Errors, TypedForm
from app.core.render import go, render
from app.importing.editions.adopt import adopt
from app.importing.editions.candidates import candidates
from app.importing.editions.choices import SAME, Choices, defaults, key_of, read_choices
from app.importing.editions.comparison import Comparison, comparison
from app.importing.editions.fates import allowed_gone, allowed_new, labels
from app.importing.editions.forms import AdoptForm, EditionForm, PairForm
from app.importing.editions.history import edition_lines, first_source
from app.importing.editions.matter import chosen_words, clause_by_clause, must_of, same_lines, shown, summary, tally
from app.importing.editions.pages import EditionChoice, EditionCompare, Editions
from app.importing.editions.pairs import link, part
from app.importing.editions.table import XLSX, table_of
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
    return render(request, compare_page(batch, found, show=show))


@router.get("/imports/{batch_id}/edition/table.xlsx", name="import_edition_table")
def edition_table(request: Request, db: Db, viewer: CurrentViewer, today: Today, batch_id: int) -> Response:
    """下载对比表: taken out of the house, so it is written into the log."""
    batch = batch_to_edit(db, viewer, batch_id, lock=False)
    require_draft(batch)
    found = comparison(db, batch, its_ledger(db, batch, lock=False), today)
    data = table_of(summary(found, batch), clause_by_clause(found, batch))
    record_reading(
        request.app.state.engine, Tag.PRINT, actor_id=viewer.id, actor_name=viewer.name, subject_kind="ledger",
        subject_id=found.ledger.id, title=found.ledger.title, form="版本对比表",
    )  # fmt: skip
    name = quote(f"{found.ledger.doc_number or found.ledger.title}版本对比表.xlsx", safe="")
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}", "Cache-Control": "no-store"}
    return Response(data, media_type=XLSX, headers=headers)


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
    batch.pairs = {}
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
    ledger = its_ledger(db, batch)
    found = comparison(db, batch, ledger, today, lock=True)
    choices, errors = read_choices(typed, allowed_gone(found), allowed_new(found))
    moved_on = frozenset(k for k, token in found.tokens.items() if choices.seen.get(k) != token)
    form, _ = AdoptForm.parse(typed)
    if moved_on or form is None or form.ledger_version != ledger.version:
        kept = what_stays(found, choices, moved_on)
        return render(request, compare_page(batch, found, kept, moved_on=moved_on, clash=True), status=409)
    if errors:
        return render(request, compare_page(batch, found, choices, errors), status=422)
    if must := must_of(found, batch):
        raise Invalid(f"还有{len(must)}处必须处理，没有采用：{'；'.join(g.what for g in must)}。请处理后再采用。")
    adopt(db, viewer, batch, ledger, found.standing, found.drafts, found.rows, choices, now, today)
    return go(
        request, f"/ledgers/{ledger.id}/editions", "新版已采用，每处变化都留了历史", undo=f"/imports/{batch.id}/undo"
    )


@router.post("/imports/{batch_id}/edition/pairs", name="import_edition_pair")
def pair_clauses(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, batch_id: int, typed: TypedForm
) -> Response:
    """建立关联 or 拆开: compared anew at once, with all that was ticked and typed so far."""
    batch = batch_to_edit(db, viewer, batch_id)
    require_draft(batch)
    ledger = its_ledger(db, batch)
    found = comparison(db, batch, ledger, today, lock=True)
    choices, _ = read_choices(typed, allowed_gone(found), allowed_new(found))
    form, _ = PairForm.parse(typed)
    task_id = typed.get(f"fate-d{form.pair}", "").removeprefix(SAME) if form else ""
    if form and form.apart is not None:
        said = part(db, viewer, batch, found.rows, form.apart)
    elif form is None or form.pair is None:
        raise Invalid("没有说明是哪一项，没有改动。请返回对比页再点。")
    elif not task_id.isdecimal():
        errors = {f"d{form.pair}": "请先选是现行的哪一项，再建立关联"}
        return render(request, compare_page(batch, found, choices, errors), status=422)
    else:
        said = link(db, viewer, batch, found.rows, form.pair, int(task_id))
    moved_on = frozenset(k for k, token in found.tokens.items() if choices.seen.get(k) != token)
    again = comparison(db, batch, ledger, today)
    fresh = frozenset(again.tokens.items() - found.tokens.items())
    kept = what_stays(again, choices, moved_on | {key for key, _ in fresh})
    return render(request, compare_page(batch, again, kept, moved_on=moved_on, said=said))


def its_ledger(db: Session, batch: ImportBatch, *, lock: bool = True) -> Ledger:
    ledger = db.get(Ledger, batch.edition_of, with_for_update=lock or None) if batch.edition_of is not None else None
    if ledger is None:
        raise Conflict("还没有选定是哪本台账的新版，没有对比。请先选择台账。")
    return ledger


def what_stays(found: Comparison, choices: Choices, moved_on: frozenset[str]) -> Choices:
    """The clerk's choices, but the default where the difference is another by now."""
    fresh = defaults(found.rows, found.tasks)
    kept = {key for key in choices.taken if key.partition("-")[0] not in moved_on}
    kept |= {key for key in fresh.taken if key.partition("-")[0] in moved_on}
    gone = {r.old.id for r in found.rows if r.old and r.new is None and key_of(r) not in moved_on}
    put = {i: task for i, task in choices.put.items() if f"d{i}" not in moved_on}
    return Choices(frozenset(kept), {i: fate for i, fate in choices.gone.items() if i in gone}, put)


def compare_page(
    batch: ImportBatch, found: Comparison, choices: Choices | None = None, errors: Errors | None = None,
    *, moved_on: frozenset[str] = frozenset(), clash: bool = False, said: str = "", show: str = "",
) -> EditionCompare:  # fmt: skip
    lines = shown(found, batch, choices, errors or {}, moved_on)
    return EditionCompare(
        batch_id=batch.id,
        ledger_id=found.ledger.id,
        ledger_name=found.ledger.doc_number or found.ledger.title,
        eyebrow=summary(found, batch),
        show="same" if show == "same" else "",
        tally=tally(found),
        differences=lines,
        chosen=chosen_words(lines),
        same=same_lines(found),
        must=tuple(must_of(found, batch)),
        errors=errors or {},
        labels=labels(found, errors or {}),
        clash=clash,
        said=said,
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
