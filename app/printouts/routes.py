"""Doors of the room: the ledger on paper. Printing changes nothing but the log."""

from dataclasses import replace
from datetime import date
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlmodel import Session

from app.access.current import CurrentViewer
from app.access.find import ledger_to_read
from app.access.follow import reader_of
from app.audit.service import record_reading
from app.audit.tags import Tag
from app.boards.filters import Asked, Filters
from app.core.doors import Db, Today
from app.core.render import render
from app.people.scope import Viewer
from app.printouts.figures import LedgerFigures, ledger_figures
from app.printouts.pages import LedgerPrint
from app.printouts.pdf import kept_rows, ledger_pdf

router = APIRouter()


@router.get("/ledgers/{ledger_id}/print", name="ledger_print")
def ledger_print(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, ledger_id: int, filters: Asked
) -> Response:
    figures = figures_for(db, viewer, ledger_id, filters, today)
    note_print(request, viewer, ledger_id, figures, "打印页")
    before = len(figures.rows) - kept_rows(figures.rows)
    page = LedgerPrint(
        figures=figures,
        rows=figures.rows[:before],
        kept=figures.rows[before:],
        back=f"/ledgers/{ledger_id}{replace(filters, ids=()).query}",
        pdf=f"/ledgers/{ledger_id}/print.pdf{filters.query}",
    )
    return render(request, page)


@router.get("/ledgers/{ledger_id}/print.pdf", name="ledger_print_pdf")
def ledger_print_pdf(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, ledger_id: int, filters: Asked
) -> Response:
    figures = figures_for(db, viewer, ledger_id, filters, today)
    note_print(request, viewer, ledger_id, figures, "PDF")
    asked = f"（{figures.asked}）" if figures.asked else ""
    name = quote(f"{figures.title}{asked}（截至{figures.as_of}）.pdf", safe="")
    headers = {"Content-Disposition": f"inline; filename*=UTF-8''{name}", "Cache-Control": "no-store"}
    return Response(ledger_pdf(figures), media_type="application/pdf", headers=headers)


def note_print(request: Request, viewer: Viewer, ledger_id: int, figures: LedgerFigures, form: str) -> None:
    """Who took paper out of the house is written down."""
    record_reading(
        request.app.state.engine, Tag.PRINT, actor_id=viewer.id, actor_name=viewer.name, subject_kind="ledger",
        subject_id=ledger_id, title=figures.title, form=form,
    )  # fmt: skip


def figures_for(db: Session, viewer: Viewer, ledger_id: int, filters: Filters, today: date) -> LedgerFigures:
    ledger = ledger_to_read(db, viewer, ledger_id)
    return ledger_figures(db, ledger, filters, reader_of(viewer), viewer.name, today)
