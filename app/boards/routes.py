"""Doors for reading: ledgers, tasks, the board."""

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlmodel import col, func, select

from app.access.current import CurrentViewer, require
from app.access.find import NO_LEDGER, ledger_to_read
from app.access.rules import TaskFacts, why_not_business, why_not_import, why_not_see_progress
from app.boards.ledgers import DUE_CHOICES, Filters, ledger_matter, ledger_rows, paragraphs
from app.boards.pages import STATE_CHOICES, FirstRun, LedgerHead, LedgerPage, Ledgers, SourcePage
from app.boards.rows import MayFollow
from app.core.clock import Today
from app.core.db import Db
from app.core.errors import NotFound
from app.core.render import render
from app.ledgers.models import Ledger, LedgerStatus
from app.people.models import Department, User
from app.people.scope import Viewer
from app.progress.lines import TaskLine
from app.tasks.models import Task

router = APIRouter()


def facts_of_line(line: TaskLine) -> TaskFacts:
    """What the rules need, without asking the database again."""
    return TaskFacts(line.number, line.status, {d.id: d.part for d in line.departments}, line.lead_name)


def may_follow(viewer: Viewer) -> MayFollow:
    return lambda line: not why_not_see_progress(viewer, facts_of_line(line))


@router.get("/ledgers", name="ledgers")
def ledgers(request: Request, db: Db, viewer: CurrentViewer, today: Today) -> Response:
    require(why_not_business(viewer))
    rows = ledger_rows(db, viewer, today, may_follow(viewer))
    can_import = not why_not_import(viewer)
    if not rows and can_import:
        departments = db.exec(select(func.count()).where(col(Department.organisation_id).is_not(None))).one()
        users = db.exec(select(func.count()).select_from(User)).one()
        return render(request, FirstRun(departments, users))
    archived = sum(row.archived for row in rows)
    page = Ledgers(tuple(rows), len(rows) - archived, archived, not viewer.sees_everything, can_import)
    return render(request, page)


@router.get("/ledgers/{ledger_id}", name="ledger")
def ledger_page(
    request: Request,
    db: Db,
    viewer: CurrentViewer,
    today: Today,
    ledger_id: int,
    dept: str = "",
    lamp: str = "",
    state: str = "",
    due: str = "",
    text: str = "",
    lead: str = "",
) -> Response:
    ledger = ledger_to_read(db, viewer, ledger_id)
    filters = Filters(dept, lamp, state, due, text.strip(), lead)
    matter = ledger_matter(db, ledger, today, may_follow(viewer), filters)
    page = LedgerPage(
        head=head_of(ledger),
        matter=matter,
        filters=filters,
        state_choices=STATE_CHOICES,
        due_choices=DUE_CHOICES,
        own_only=not viewer.sees_everything,
        settles_leads=viewer.is_office,
    )
    return render(request, page)


@router.get("/ledgers/{ledger_id}/source", name="ledger_source")
def ledger_source(request: Request, db: Db, viewer: CurrentViewer, ledger_id: int) -> Response:
    ledger = ledger_to_read(db, viewer, ledger_id)
    if ledger.source_id is None:
        raise NotFound(NO_LEDGER)
    tasks = db.exec(select(func.count()).where(Task.ledger_id == ledger.id)).one()
    return render(request, SourcePage(head_of(ledger), paragraphs(db, ledger), tasks))


def head_of(ledger: Ledger) -> LedgerHead:
    return LedgerHead(
        id=ledger.id,
        title=ledger.title,
        doc_number=ledger.doc_number or "",
        issuer=ledger.issuer or "",
        issued_on=ledger.issued_on,
        archived=ledger.status is LedgerStatus.ARCHIVED,
        has_source=ledger.source_id is not None,
    )
