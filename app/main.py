"""The application: engine, doors, errors, headers."""

import logging
from collections.abc import Awaitable, Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import Session
from starlette.exceptions import HTTPException

from app.access.current import SessionEnded, SignInFirst, find_viewer
from app.access.frame import frame
from app.admin.routes import router as admin
from app.audit.routes import router as audit
from app.boards.routes import router as boards
from app.core import clock
from app.core.clock import now
from app.core.config import Settings
from app.core.db import make_engine
from app.core.duplicates import as_conflict
from app.core.errors import AppError
from app.core.migrate import is_current
from app.core.pages import ErrorPage
from app.core.render import STATIC, STATIC_DIGEST, VENDOR_DIGEST, is_fragment, render
from app.core.security import new_token
from app.delivery.routes import router as delivery
from app.importing.editions.routes import router as editions
from app.importing.readings.routes import router as readings
from app.importing.routes import router as importing
from app.people.routes import ended, put_cookie
from app.people.routes import router as people
from app.printouts.routes import router as printouts
from app.progress.routes import router as progress
from app.reminders.routes import router as reminders
from app.requests.routes import router as requests
from app.search.routes import router as search

ROUTERS = (
    admin, audit, boards, delivery, editions, importing, people, printouts, progress, readings, reminders, requests,
    search,
)  # fmt: skip
CSP = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
TITLES = {404: "没有找到这个页面", 403: "不能这样做", 409: "情况已有变化", 422: "没有保存", 400: "没有完成"}
log = logging.getLogger("taizhang")


def create_app(settings: Settings) -> FastAPI:
    clock.believe(settings.today)
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    app.state.settings = settings
    app.state.engine = make_engine(settings.engine_url)
    app.state.frame = frame
    app.middleware("http")(guard_answer)
    for router in ROUTERS:
        app.include_router(router)
    app.add_api_route("/healthz", healthz, methods=["GET"], name="healthz")
    app.mount(f"/static/{STATIC_DIGEST}", Hashed(directory=STATIC), name="static")
    app.mount(f"/vendor/{VENDOR_DIGEST}", Hashed(directory=Path(str(files("django_htmx") / "static" / "django_htmx"))))
    app.add_exception_handler(SignInFirst, to_sign_in)
    app.add_exception_handler(AppError, tell)
    app.add_exception_handler(HTTPException, tell_http)
    app.add_exception_handler(RequestValidationError, tell_unknown_address)
    app.add_exception_handler(IntegrityError, tell_second)
    app.add_exception_handler(OperationalError, tell_unreachable)
    app.add_exception_handler(Exception, tell_fault)
    return app


class Hashed(StaticFiles):
    """Files whose address carries the hash of their content: cached for ever."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        answer = super().file_response(*args, **kwargs)
        answer.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return answer


def healthz(request: Request) -> Response:
    """200 when the database answers and stands at the newest revision."""
    try:
        current = is_current(request.app.state.engine)
    except OperationalError:
        return JSONResponse({"ok": False, "database": "unreachable"}, status_code=503)
    return JSONResponse({"ok": current, "migrations": current}, status_code=200 if current else 503)


async def guard_answer(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    """Security headers, and the session cookie kept young while it is used."""
    answer = await call_next(request)
    answer.headers.update(HEADERS)
    renewed = getattr(request.state, "renewed", "")
    if renewed and not getattr(request.state, "signed_out", False):
        put_cookie(request, answer, renewed)
    if request.cookies.get("toast") and request.method == "GET" and hasattr(request.state, "viewer"):
        answer.delete_cookie("toast")
    return answer


def to_sign_in(request: Request, turn: Exception) -> Response:
    """The sign-in page; a form that came after the session's end is kept in it, or stays on its page."""
    if isinstance(turn, SessionEnded):
        return ended(request, turn.kept)
    path = str(turn) or "/sign-in"
    if is_fragment(request):
        return Response(status_code=204, headers={"HX-Redirect": path})
    return RedirectResponse(path, status_code=303)


def tell(request: Request, error: Exception) -> Response:
    """The error page, or a toast when htmx asked."""
    assert isinstance(error, AppError)
    number = ""
    if error.status == 403:  # whoever is asked for help can find what was refused
        number = new_token()[:8]
        log.info("refused %s at %s %s", number, request.method, request.url.path)
    return error_page(request, error.status, TITLES.get(error.status, "没有完成"), error.message, number)


def tell_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    words = {404: "地址可能打错了，或者内容已撤销。", 405: "这个地址不能这样打开。", 413: "上传的内容太大，没有保存。"}
    return error_page(
        request,
        error.status_code,
        TITLES.get(error.status_code, "没有完成"),
        words.get(error.status_code, "请返回重试。"),
    )


def tell_unknown_address(request: Request, _error: Exception) -> Response:
    return error_page(request, 404, TITLES[404], "地址可能打错了，或者内容已撤销。")


def tell_second(request: Request, error: Exception) -> Response:
    """Somebody saved the same at the same instant, and no form was at hand to say so."""
    assert isinstance(error, IntegrityError)
    refused = as_conflict(error)
    return tell(request, refused) if refused else tell_fault(request, error)


def tell_unreachable(request: Request, error: Exception) -> Response:
    """The database does not answer or is busy for too long."""
    number = new_token()[:8]
    log.error("database %s at %s %s", number, request.method, request.url.path, exc_info=error)
    return error_page(
        request,
        503,
        "数据库暂时连不上",
        "这一步没有保存。请过一两分钟再试；一直这样，请把记录号告诉系统管理员。",
        number,
    )


def tell_fault(request: Request, error: Exception) -> Response:
    """Our own fault: the number leads the administrator to the log."""
    number = new_token()[:8]
    log.error("fault %s at %s %s", number, request.method, request.url.path, exc_info=error)
    return error_page(
        request, 500, "系统出了问题", "没有保存任何内容。请稍后再试；再次出现时把记录号告诉系统管理员。", number
    )


def error_page(request: Request, status: int, title: str, message: str, number: str = "") -> Response:
    """Opens a session of its own: the request's transaction was rolled back."""
    with Session(request.app.state.engine) as db:
        request.state.db = db
        viewer = None if status >= 500 else find_viewer(db, request, now())
        if viewer is None and hasattr(request.state, "viewer"):
            del request.state.viewer
        elif viewer is not None:
            request.state.viewer = viewer
        answer = render(request, ErrorPage(status, title, message, "", number, "/", "返回首页"), status=status)
    if is_fragment(request):
        answer.headers.update({"HX-Retarget": "#toasts", "HX-Reswap": "beforeend"})
    return answer
