"""Doors for reading: ledgers, tasks, the board."""

from datetime import date, datetime
from functools import partial

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from sqlmodel import Session, col, func, select

from app.access.current import CurrentViewer, require
from app.access.find import NO_LEDGER, FoundTask, ledger_to_read, task_to_read, task_to_settle_lead
from app.access.follow import facts_of_line, may_urge, reader_of
from app.access.rules import (
    TaskFacts,
    oversees,
    why_not_board,
    why_not_business,
    why_not_close,
    why_not_confirm_lead,
    why_not_import,
    why_not_instruct,
    why_not_receive,
    why_not_refuse,
    why_not_request_closure,
    why_not_request_extension,
    why_not_review,
    why_not_see_progress,
    why_not_urge,
    why_not_urge_any,
    why_not_withdraw_instruction,
    why_not_withdraw_report,
    why_not_write_progress,
)
from app.boards.filters import DUE_CHOICES, Asked, Filters, asked_lines
from app.boards.forms import LeadForm
from app.boards.history import Instructed, acts, closures, delays, instructions, refusals, thread
from app.boards.lead import NOT_NAMED, confirm_lead
from app.boards.ledgers import LedgerMatter, head_of, ledger_matter, ledger_rows, paragraphs
from app.boards.overview import as_of, board_lamps, board_matter, choices
from app.boards.pages import (
    STATE_CHOICES,
    Abilities,
    Board,
    BoardLamps,
    EmptyBoard,
    FirstRun,
    LeadConflict,
    LedgerPage,
    LedgerRules,
    Ledgers,
    Peeked,
    PeekPage,
    SourcePage,
    TaskPage,
    UrgeAll,
)
from app.boards.peek import peek_of
from app.boards.task import lead_name, task_matter
from app.boards.urging import plan_round, urge_all
from app.core.doors import Db, Now, Today
from app.core.errors import NotFound
from app.core.forms import TypedForm, whole_number
from app.core.render import go, is_fragment, render
from app.ledgers.models import Ledger
from app.people.models import Department, User
from app.people.scope import Viewer
from app.progress.models import ReportStatus
from app.progress.withdrawing import newest_reports, reviews_to_withdraw
from app.reminders import urges
from app.tasks.kinds import TaskStatus
from app.tasks.models import Task

router = APIRouter()


@router.get("/ledgers", name="ledgers")
def ledgers(request: Request, db: Db, viewer: CurrentViewer, today: Today) -> Response:
    require(why_not_business(viewer))
    rows = ledger_rows(db, viewer, today, reader_of(viewer))
    can_import = not why_not_import(viewer)
    if not rows and can_import:
        departments = db.exec(select(func.count()).where(col(Department.organisation_id).is_not(None))).one()
        users = db.exec(select(func.count()).select_from(User)).one()
        return render(request, FirstRun(departments, users))
    archived = sum(row.head.archived for row in rows)
    page = Ledgers(tuple(rows), len(rows) - archived, archived, not viewer.sees_everything, can_import)
    return render(request, page)


@router.get("/ledgers/{ledger_id}", name="ledger")
def ledger_page(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, ledger_id: int, filters: Asked, open: str = ""
) -> Response:
    """`open`: the task whose row shows more, where htmx does not fetch it."""
    ledger = ledger_to_read(db, viewer, ledger_id)
    matter = ledger_matter(db, ledger, today, reader_of(viewer), filters)
    page = LedgerPage(
        head=head_of(ledger),
        matter=matter,
        filters=filters,
        state_choices=STATE_CHOICES,
        due_choices=DUE_CHOICES,
        own_only=not viewer.sees_everything,
        settles_leads=viewer.is_office,
        urges=not why_not_urge_any(viewer),
        peek=opened(db, viewer, matter, whole_number(open), today, filters),
        rules=LedgerRules(ledger.closure_needs_leader, ledger.needs_receipt, ledger.version)
        if viewer.is_office
        else None,
    )
    return render(request, page)


def opened(
    db: Session, viewer: Viewer, matter: LedgerMatter, task_id: int, today: date, filters: Filters
) -> Peeked | None:
    """Only what the list shows can be open in it."""
    if task_id not in {row.id for row in matter.rows}:
        return None
    return peeked(db, viewer, task_to_read(db, viewer, task_id), today, filters.query)


def peeked(db: Session, viewer: Viewer, found: FoundTask, today: date, query: str = "") -> Peeked:
    task = found.task
    return Peeked(
        matter=peek_of(db, task, today, hidden_why=why_not_see_progress(viewer, found.facts)),
        may=abilities(viewer, found.facts),
        fold=f"/ledgers/{task.ledger_id}{query}#t{task.id}",
        columns=9 if why_not_urge_any(viewer) else 10,
    )


@router.get("/tasks/{task_id}/peek", name="task_peek")
def task_peek(request: Request, db: Db, viewer: CurrentViewer, today: Today, task_id: int) -> Response:
    """The row that htmx puts under the task's own; opened by itself, the ledger with that row."""
    found = task_to_read(db, viewer, task_id)
    if not is_fragment(request):
        return RedirectResponse(f"/ledgers/{found.task.ledger_id}?open={task_id}#t{task_id}", 303)
    return render(request, PeekPage(peeked(db, viewer, found, today)))


@router.get("/ledgers/{ledger_id}/source", name="ledger_source")
def ledger_source(request: Request, db: Db, viewer: CurrentViewer, ledger_id: int) -> Response:
    ledger = ledger_to_read(db, viewer, ledger_id)
    if ledger.source_id is None:
        raise NotFound(NO_LEDGER)
    tasks = db.exec(select(func.count()).where(Task.ledger_id == ledger.id)).one()
    return render(request, SourcePage(head_of(ledger), paragraphs(db, ledger), tasks))


@router.get("/tasks/{task_id}", name="task")
def task_page(request: Request, db: Db, viewer: CurrentViewer, today: Today, now: Now, task_id: int) -> Response:
    return show_task(request, db, viewer, today, now, task_to_read(db, viewer, task_id))


def show_task(
    request: Request,
    db: Session,
    viewer: Viewer,
    today: date,
    now: datetime,
    found: FoundTask,
    *,
    error: str = "",
    status: int = 200,
) -> Response:
    """The whole page; without progress for a reader who may not follow the task, with the reason."""
    task = found.task
    why = why_not_see_progress(viewer, found.facts)
    may = abilities(viewer, found.facts)
    instructed = () if why else instructions(db, task.id)
    matter = task_matter(db, task, today, follows=not why)
    page = TaskPage(
        task=matter,
        ledger=head_of(db.get_one(Ledger, task.ledger_id)),
        may=may,
        hidden_why=why,
        told=() if why else thread(db, task.id),
        undo={} if why else undo_of(db, viewer, found, today),
        my_urge=urges.last_to_withdraw(db, task.id, by_id=viewer.id, now=now) if may.urge else 0,
        asked=() if why else closures(db, task.id),
        delays=() if why else delays(db, task.id),
        sent_back=() if why else refusals(db, task.id),
        instructed=instructed,
        signs=may.receive and any(p.awaits and p.id == viewer.department_id for p in matter.parties),
        recalls=frozenset(one.id for one in instructed if not one.withdrawn and may_recall(viewer, found, one)),
        today=today,
        acts=() if why else acts(db, task),
        error=error,
    )
    return render(request, page, status=status)


def may_recall(viewer: Viewer, found: FoundTask, one: Instructed) -> bool:
    return not why_not_withdraw_instruction(
        viewer, found.facts, leader_id=one.leader_id, recorded=bool(one.recorder), leader=one.leader
    )


def undo_of(db: Session, viewer: Viewer, found: FoundTask, today: date) -> dict[int, tuple[str, str]]:
    """What this reader may take back in the thread."""
    newest = newest_reports(db, found.task)
    undo = {
        one.report_id: (f"/reports/{one.report_id}/withdrawal", "撤回报送")
        for one in newest.values()
        if one.status is ReportStatus.SUBMITTED
        and not why_not_withdraw_report(viewer, found.facts, one.department_id, on_behalf=one.on_behalf)
    }
    if not why_not_review(viewer):
        reviews = reviews_to_withdraw(db, found.task, newest, today)
        undo |= {report: (f"/reviews/{review}/withdrawal", "撤回审核") for report, review in reviews.items()}
    return undo


def abilities(viewer: Viewer, facts: TaskFacts) -> Abilities:
    return Abilities(
        report=not why_not_write_progress(viewer, facts),
        request_closure=not why_not_request_closure(viewer, facts),
        close=not why_not_close(viewer, facts),
        urge=not why_not_urge(viewer, facts),
        settle_lead=not why_not_confirm_lead(viewer, facts),
        review=not why_not_review(viewer),
        extend=not why_not_request_extension(viewer, facts),
        decide=viewer.sees_everything,
        refuse=not why_not_refuse(viewer, facts),
        receive=not why_not_receive(viewer) and facts.status is TaskStatus.ISSUED,
        instruct=not why_not_instruct(viewer, facts),
    )


@router.post("/tasks/{task_id}/lead", name="confirm_lead")
def settle_lead(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, now: Now, task_id: int, typed: TypedForm
) -> Response:
    found = task_to_settle_lead(db, viewer, task_id)
    form, _ = LeadForm.parse(typed)
    if form is None or form.department_id not in found.facts.parts:
        return show_task(request, db, viewer, today, now, found, error=NOT_NAMED, status=422)
    name = lead_name(db, form.department_id)
    if form.version != found.task.version:
        presumed = task_matter(db, found.task, today, follows=True).row.presumed
        page = LeadConflict(
            task_id, found.facts.number, found.task.version, found.facts.lead_name, presumed, name, form.department_id
        )
        return render(request, page, status=409)
    confirm_lead(db, found.task, form.department_id, viewer)
    return go(request, f"/tasks/{task_id}", f"已确认{name}牵头")


@router.get("/board", name="board")
def board(
    request: Request,
    db: Db,
    viewer: CurrentViewer,
    today: Today,
    ledger: int | None = None,
    day: str = "",
    lead: str = "",
) -> Response:
    require(why_not_board(viewer))
    ledgers = choices(db, ledger)
    if not ledgers:
        return render(request, EmptyBoard(not why_not_import(viewer)))
    current = next(choice for choice in ledgers if choice.current)
    shown = as_of(day, today)
    matter = board_matter(
        db, viewer, current.id, shown.day, partial(may_urge, viewer), past=shown.past, only=only_mine(viewer, lead)
    )
    return render(request, Board(matter, matter.lamps, shown, ledgers, current))


def only_mine(viewer: Viewer, lead: str) -> frozenset[int] | None:
    return viewer.oversees if lead == "mine" and viewer.oversees else None


@router.get("/board/lamps", name="board_lamps")
def lamps(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, ledger: int | None = None, lead: str = ""
) -> Response:
    require(why_not_board(viewer))
    current = next((choice for choice in choices(db, ledger) if choice.current), None)
    if current is None:
        raise NotFound(NO_LEDGER)
    return render(request, BoardLamps(board_lamps(db, current.id, today, only_mine(viewer, lead)), current))


@router.get("/ledgers/{ledger_id}/urges/new", name="new_urges")
def new_urges(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, ledger_id: int, filters: Asked
) -> Response:
    """What will be sent to whom; nothing is chosen in an address that names no task."""
    require(why_not_urge_any(viewer))
    ledger = ledger_to_read(db, viewer, ledger_id)
    lines = asked_lines(db, ledger.id, filters, reader_of(viewer), today) if filters.any else []
    lines = [line for line in lines if not viewer.is_leader or oversees(viewer, facts_of_line(line))]
    return render(request, UrgeAll(head_of(ledger), plan_round(db, lines, today)))


@router.post("/ledgers/{ledger_id}/urges", name="urge_all")
def urge_many(
    request: Request, db: Db, viewer: CurrentViewer, today: Today, now: Now, ledger_id: int, typed: TypedForm
) -> Response:
    require(why_not_urge_any(viewer))
    ledger = ledger_to_read(db, viewer, ledger_id)
    ids = [whole_number(word) for word in typed.all("ids")]
    sent = urge_all(db, ledger.id, ids, by=viewer, today=today, now=now)
    words = f"已催办{'、'.join(one.department for one in sent.departments)}，共{len(sent.lines)}项"
    return go(request, f"/ledgers/{ledger.id}", words if sent.lines else "这些任务今天已催办过，没有重复发送")
