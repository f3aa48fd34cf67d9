"""Sign in, sign out, change the password."""

import json
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response
from sqlmodel import Session, col, select

from app.access.current import COOKIE, CSRF_COOKIE, SAFE, CurrentViewer, Kept, check_csrf, current_viewer, find_viewer
from app.audit.service import record
from app.audit.tags import Tag
from app.core.doors import Db, Now
from app.core.errors import Invalid, NotFound
from app.core.forms import Errors, TypedForm
from app.core.render import go, is_fragment, render
from app.core.security import hash_password, new_token, password_matches
from app.people.forms import PasswordForm, SignInForm
from app.people.kinds import Role
from app.people.models import User
from app.people.pages import Password, Resume, SessionEndedToast, SignIn
from app.people.rules import LOOKS, home_of, password_fault
from app.people.sessions import (
    ABSOLUTE,
    check_password,
    end_sessions,
    find_session,
    record_failure,
    start_session,
)

router = APIRouter()
DEMO_ROLES = (("office", "办公室"), ("head", "部门负责人"), ("leader", "领导"), ("sysadmin", "管理员"))
YEAR = 365 * 24 * 3600
CHOOSE_LOOK = "没有改变显示。请在右上角的账户菜单里选择深浅或字号。"
LABELS = {"current": "原密码", "password": "新密码", "again": "再输一次"}


@router.get("/", name="home")
def home(viewer: CurrentViewer) -> Response:
    return RedirectResponse(home_of(viewer.role), status_code=303)


@router.get("/sign-in", name="sign_in_page")
def sign_in_page(request: Request, db: Db, now: Now, next: str = "") -> Response:
    if viewer := find_viewer(db, request, now):
        return RedirectResponse(local(next) or home_of(viewer.role), status_code=303)
    return sign_in_form(request, "", {}, next=next, has_ended=COOKIE in request.cookies)


@router.post("/sign-in", name="sign_in", dependencies=[Depends(check_csrf)])
def sign_in(request: Request, db: Db, now: Now, typed: TypedForm) -> Response:
    form, errors = SignInForm.parse(typed)
    address = request.client.host if request.client else ""
    user = None
    if form is not None:
        try:
            user = check_password(db, form.account, form.password, address, now)
        except Invalid as refused:
            record_failure(db, form.account, address, now)
            errors = {"password": refused.message}
    if user is None:
        again = typed.get("next", ""), unpack(typed.get("kept", ""))
        return sign_in_form(request, typed.get("account", ""), errors, status=422, next=again[0], kept=again[1])
    return enter(request, db, user, now, next=typed.get("next", ""), kept=unpack(typed.get("kept", "")))


@router.post("/sign-in/demo", name="sign_in_demo", dependencies=[Depends(check_csrf)])
def sign_in_demo(request: Request, db: Db, now: Now, typed: TypedForm) -> Response:
    """One click, demonstration only: the first person of the role. The page offers four of them."""
    if not request.app.state.settings.demo or typed.get("role") not in list(Role):
        raise NotFound("这里没有演示入口。请用账号登录。")
    user = db.exec(
        select(User).where(User.role == Role(typed["role"]), col(User.is_active)).order_by(col(User.id)).limit(1)
    ).one()
    return enter(request, db, user, now, next=typed.get("next", ""), kept=unpack(typed.get("kept", "")))


@router.post("/sign-out", name="sign_out")
def sign_out(request: Request, db: Db, viewer: CurrentViewer) -> Response:
    end_sessions(db, viewer.id)
    record(db, Tag.SIGN_OUT, actor_id=viewer.id, actor_name=viewer.name, subject_kind="user", subject_id=viewer.id)
    request.state.signed_out = True
    answer = go(request, "/sign-in")
    answer.delete_cookie(COOKIE)
    return answer


@router.get("/password", name="password_page")
def password_page(request: Request, viewer: CurrentViewer) -> Response:
    return render(request, Password({}, LABELS, viewer.must_change_password))


@router.post("/password", name="change_password")
def change_password(request: Request, db: Db, viewer: CurrentViewer, now: Now, typed: TypedForm) -> Response:
    user = db.get_one(User, viewer.id)
    form, errors = PasswordForm.parse(typed)
    if form is not None:
        errors = password_faults(form, user)
    if form is None or errors:
        return render(request, Password(errors, LABELS, viewer.must_change_password), status=422)
    user.password_hash, user.must_change_password = hash_password(form.password), False
    end_sessions(db, user.id)
    record(db, Tag.PASSWORD_CHANGE, actor_id=user.id, actor_name=user.name, subject_kind="user", subject_id=user.id)
    return enter(request, db, user, now)


def password_faults(form: PasswordForm, user: User) -> Errors:
    errors: Errors = {}
    if user.password_hash and not password_matches(form.current, user.password_hash):
        errors["current"] = "原密码不对"
    if fault := password_fault(form.password, user.account):
        errors["password"] = fault
    if form.again != form.password:
        errors["again"] = "两次输入的新密码不一样"
    return errors


@router.post("/appearance", name="choose_appearance", dependencies=[Depends(current_viewer)])
def choose_appearance(request: Request, typed: TypedForm) -> Response:
    """Light or dark, normal or large: kept in the browser, and followed on the sign-in page too."""
    asked = {name: typed[name] for name, (_, choices) in LOOKS.items() if typed.get(name) in choices}
    if not asked:
        raise Invalid(CHOOSE_LOOK)
    answer = go(request, local(typed.get("back", "")) or "/")
    for name, value in asked.items():
        answer.set_cookie(
            name, value, max_age=YEAR, httponly=True, samesite="lax", secure=request.url.scheme == "https"
        )
    return answer


def sign_in_form(
    request: Request,
    account: str,
    errors: Errors,
    status: int = 200,
    *,
    next: str = "",
    kept: Kept = (),
    has_ended: bool = False,
) -> Response:
    """A browser without a token gets one here; nothing is written on our side."""
    request.state.csrf = request.cookies.get(CSRF_COOKIE) or new_token()
    roles = DEMO_ROLES if request.app.state.settings.demo else ()
    page = SignIn(account, errors, roles, has_ended, local(next), json.dumps(kept) if kept else "")
    answer = render(request, page, status=status)
    answer.set_cookie(CSRF_COOKIE, request.state.csrf, httponly=True, samesite="lax")
    return answer


def ended(request: Request, kept: Kept) -> Response:
    """Idle for too long. A page keeps what was typed when htmx asked; else the sign-in page carries it."""
    if is_fragment(request):
        answer = render(request, SessionEndedToast(), status=403)
        answer.headers.update({"HX-Retarget": "#toasts", "HX-Reswap": "innerHTML"})
        return answer
    query = f"?{request.url.query}" if request.url.query else ""
    path = request.url.path + query
    if kept:
        return sign_in_form(request, "", {}, 403, next=path, kept=kept, has_ended=True)
    wanted = f"/sign-in?next={quote(path)}" if request.method in SAFE and path != "/" else "/sign-in"
    return RedirectResponse(wanted, status_code=303)


def local(path: str) -> str:
    """Only pages of our own may follow a sign-in."""
    return path if path.startswith("/") and not path.startswith("//") and "\\" not in path else ""


def unpack(packed: str) -> Kept:
    """What the sign-in page carried; nothing when it was tampered with."""
    try:
        return [(str(name), str(value)) for name, value in json.loads(packed or "[]")]
    except (ValueError, TypeError):
        return ()


def enter(request: Request, db: Session, user: User, now: Now, *, next: str = "", kept: Kept = ()) -> Response:
    """To what was asked before, or home. What one person typed is not sent as another's."""
    former = find_session(db, request.cookies.get(COOKIE, ""))
    goes_on = former is not None and former.user.id == user.id and not user.must_change_password
    cookie = start_session(db, user, now, former)
    if goes_on and former and kept and local(next):
        request.state.csrf = former.session.csrf
        answer = render(request, Resume(local(next), tuple(kept)))
    else:
        home = "/password" if user.must_change_password else home_of(user.role)
        answer = go(request, (local(next) if goes_on and not kept else "") or home)
    request.state.signed_out = True  # the former cookie must not be renewed over this one
    put_cookie(request, answer, cookie)
    return answer


def put_cookie(request: Request, answer: Response, cookie: str) -> None:
    """It outlives the idle time, so that its end can be told from never having signed in."""
    longest = int(ABSOLUTE.total_seconds())
    answer.set_cookie(
        COOKIE, cookie, max_age=longest, httponly=True, samesite="lax", secure=request.url.scheme == "https"
    )
