"""Doors: hand an article in, settle its figures one by one or those that fit well at once, take a decision back."""

from fastapi import APIRouter, BackgroundTasks, Request
from fastapi.responses import Response
from sqlmodel import Session

from app.access.current import CurrentViewer, require
from app.access.find import article_to_read, suggestion_to_settle
from app.access.rules import why_not_readings
from app.core.doors import Db, Now
from app.core.errors import AppError
from app.core.forms import Errors, Typed, TypedForm
from app.core.render import go, is_fragment, render
from app.importing.jobs import read_waiting, send_in
from app.importing.readers import refuse_size
from app.importing.readings.desk import Shown, clash, desk
from app.importing.readings.forms import ArticleForm, NewIndicatorForm, SettleForm, VersionForm
from app.importing.readings.goals import create_indicator, match_again
from app.importing.readings.models import Article, SuggestedReading
from app.importing.readings.pages import Articles
from app.importing.readings.queries import article_lines
from app.importing.readings.service import (
    confirm,
    confirm_matching,
    drop,
    drop_seen,
    require_seen,
    seen_in,
    take_back,
)
from app.importing.sent import Purpose, sent_document
from app.progress.told import ORIGIN_WORDS

router = APIRouter(prefix="/readings")
LONGEST_ASKED = 60
LABELS = {"origin": "口径", "posted_on": "发布日期"}


@router.get("", name="articles")
def articles(request: Request, db: Db, viewer: CurrentViewer) -> Response:
    require(why_not_readings(viewer))
    return render(request, articles_page(db))


@router.post("", name="article_send")
def send_article(
    request: Request, db: Db, viewer: CurrentViewer, now: Now, typed: TypedForm, after: BackgroundTasks
) -> Response:
    """Only stored here; another process reads it, as it reads imports."""
    require(why_not_readings(viewer))
    form, errors = ArticleForm.parse(typed)
    if form is None:
        return render(request, articles_page(db, errors=errors, typed=typed), status=422)
    try:
        data, name = sent_document(typed)
        refuse_size(data, name)
    except AppError as refused:
        return render(request, articles_page(db, refused.message, typed=typed), status=422)
    job = send_in(db, data, name, viewer, now, Purpose(form.origin, form.posted_on))
    after.add_task(read_waiting, request.app.state.engine)
    return go(request, f"/imports/jobs/{job.id}?first=1")


@router.get("/{article_id}", name="article")
def article_page(
    request: Request, db: Db, viewer: CurrentViewer, article_id: int, open: int | None = None, q: str = ""
) -> Response:
    """`q`: the open figure belongs to another indicator, which these words look for."""
    return render(request, desk(db, article_to_read(db, viewer, article_id), Shown(open=open, asked=q[:LONGEST_ASKED])))


@router.post("/{article_id}/confirmations", name="readings_confirm")
def confirm_all(request: Request, db: Db, viewer: CurrentViewer, article_id: int, typed: TypedForm) -> Response:
    """Those that fit well, as the clerk saw them."""
    article = article_to_read(db, viewer, article_id)
    told = confirm_matching(db, viewer, article, seen_in(typed.all("seen")))
    said = f"已确认{told.done}个"
    if told.repeated:
        said += f"，{told.repeated}个与已有数值相同，没有重复保存"
    if told.changed:
        said += f"，{told.changed}个刚被别人处理过，没有改动"
    return back(request, db, article, Shown(said=said))


@router.post("/{article_id}/drops", name="readings_drop")
def drop_all(request: Request, db: Db, viewer: CurrentViewer, article_id: int, typed: TypedForm) -> Response:
    """Those that belong to no indicator, as the clerk saw them: most of what a newspaper counts is not ours."""
    article = article_to_read(db, viewer, article_id)
    done = drop_seen(db, viewer, article, seen_in(typed.all("seen")))
    return back(request, db, article, Shown(said=f"已去掉{done}个，可逐个恢复"))


@router.post("/{article_id}/matches", name="readings_match")
def match_figures(request: Request, db: Db, viewer: CurrentViewer, article_id: int) -> Response:
    article = article_to_read(db, viewer, article_id)
    changed = match_again(db, viewer, article)
    return back(
        request, db, article, Shown(said=f"已重新匹配，{changed}个数值换了指标" if changed else "已重新匹配，没有变化")
    )


@router.post("/{article_id}/figures/{suggestion_id}/indicator", name="reading_indicator")
def new_indicator(
    request: Request, db: Db, viewer: CurrentViewer, article_id: int, suggestion_id: int, typed: TypedForm
) -> Response:
    """The figure is not confirmed by it: the clerk still looks at the card."""
    article, row = suggestion_to_settle(db, viewer, article_id, suggestion_id)
    form, errors = NewIndicatorForm.parse(typed)
    if form is not None:
        require_seen(row, form.version, "新建指标")
        errors = create_indicator(db, viewer, row, form)
    if form is None or errors:
        shown = Shown(open=row.id, asked=typed.get("q", "")[:LONGEST_ASKED], new=typed, new_errors=errors)
        return render(request, desk(db, article, shown), status=422)
    return back(request, db, article, Shown(open=row.id, said=f"已新建指标“{form.words}”，请核对后确认这个数值"))


@router.post("/{article_id}/figures/{suggestion_id}", name="reading_confirm")
def confirm_one(
    request: Request, db: Db, viewer: CurrentViewer, article_id: int, suggestion_id: int, typed: TypedForm
) -> Response:
    article, row = suggestion_to_settle(db, viewer, article_id, suggestion_id)
    form, errors = SettleForm.parse(typed)
    if form is None:
        return refused(request, db, article, row, typed, errors)
    if form.version != row.version:
        return render(request, clash(db, article, row, typed), status=409)
    if errors := confirm(db, viewer, article, row, form):
        return refused(request, db, article, row, typed, errors)
    return back(request, db, article, Shown(after=row.id, said=f"{row.subject}已确认"))


@router.post("/{article_id}/figures/{suggestion_id}/drop", name="reading_drop")
def drop_one(
    request: Request, db: Db, viewer: CurrentViewer, article_id: int, suggestion_id: int, typed: TypedForm
) -> Response:
    article, row = unchanged(db, viewer, article_id, suggestion_id, typed, "去掉")
    drop(db, viewer, row)
    return back(request, db, article, Shown(after=row.id, said=f"{row.subject}已去掉，可恢复"))


@router.post("/{article_id}/figures/{suggestion_id}/undo", name="reading_undo")
def undo_one(
    request: Request, db: Db, viewer: CurrentViewer, article_id: int, suggestion_id: int, typed: TypedForm
) -> Response:
    article, row = unchanged(db, viewer, article_id, suggestion_id, typed, "撤销")
    take_back(db, viewer, row)
    return back(request, db, article, Shown(open=row.id, said=f"{row.subject}已恢复为待定"))


def unchanged(
    db: Session, viewer: CurrentViewer, article_id: int, suggestion_id: int, typed: Typed, act: str
) -> tuple[Article, SuggestedReading]:
    article, row = suggestion_to_settle(db, viewer, article_id, suggestion_id)
    form, _ = VersionForm.parse(typed)
    require_seen(row, form.version if form else None, act)
    return article, row


def refused(
    request: Request, db: Session, article: Article, row: SuggestedReading, typed: Typed, errors: Errors
) -> Response:
    return render(request, desk(db, article, Shown(open=row.id, typed=typed, errors=errors)), status=422)


def back(request: Request, db: Session, article: Article, shown: Shown) -> Response:
    """To htmx the page's part as it is now; else to the page, with the next open card."""
    page = desk(db, article, shown)
    if is_fragment(request):
        return render(request, page)
    current = page.settling.id if page.settling else 0
    return go(request, f"/readings/{article.id}" + (f"?open={current}#x{current}" if current else ""), shown.said)


def articles_page(
    db: Session, error: str = "", *, errors: Errors | None = None, typed: Typed | None = None
) -> Articles:
    typed = typed if typed is not None else Typed()
    return Articles(
        lines=article_lines(db),
        error=error,
        errors=errors or {},
        values={name: typed.get(name, "") for name in ("origin", "posted_on", "paste")},
        labels=LABELS,
        origins=tuple((origin.value, word) for origin, word in ORIGIN_WORDS.items()),
    )
