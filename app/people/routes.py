"""Sign in, sign out, change the password."""

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response
from sqlmodel import Session, col, select

from app.access.current import COOKIE, CSRF_COOKIE, CurrentViewer, check_csrf, find_viewer
from app.audit.service import record
from app.audit.tags import Tag
from app.core.clock import Now
from app.core.db import Db
from app.core.errors import Invalid, NotFound
from app.core.forms import Errors, TypedForm
from app.core.render import go, render
from app.core.security import hash_password, new_token, password_matches
from app.people.forms import PasswordForm, SignInForm
from app.people.models import Role, User
from app.people.pages import Password, SignIn
from app.people.rules import home_of, password_fault
from app.people.sessions import check_password, end_sessions, record_failure, start_session

router = APIRouter()
DEMO_ROLES = (("office", "办公室"), ("head", "部门负责人"), ("leader", "领导"), ("sysadmin", "管理员"))
LABELS = {"current": "原密码", "password": "新密码", "again": "再输一次"}


@router.get("/", name="home")
def home(viewer: CurrentViewer) -> Response:
    return RedirectResponse(home_of(viewer.role), status_code=303)


@router.get("/sign-in", name="sign_in_page")
def sign_in_page(request: Request, db: Db, now: Now) -> Response:
    if viewer := find_viewer(db, request, now):
        return RedirectResponse(home_of(viewer.role), status_code=303)
    return sign_in_form(request, "", {})


@router.post("/sign-in", name="sign_in", dependencies=[Depends(check_csrf)])
def sign_in(request: Request, db: Db, now: Now, typed: TypedForm) -> Response:
    form, errors = SignInForm.parse(typed)
    if form is None:
        return sign_in_form(request, typed.get("account", ""), errors, status=422)
    address = request.client.host if request.client else ""
    try:
        user = check_password(db, form.account, form.password, address, now)
    except Invalid as refused:
        record_failure(db, form.account, address, now)
        return sign_in_form(request, form.account, {"password": refused.message}, status=422)
    return enter(request, db, user, now)


@router.post("/sign-in/demo", name="sign_in_demo", dependencies=[Depends(check_csrf)])
def sign_in_demo(request: Request, db: Db, now: Now, typed: TypedForm) -> Response:
    """One click, demonstration only: the first person of the role."""
    if not request.app.state.settings.demo or typed.get("role") not in dict(DEMO_ROLES):
        raise NotFound("这里没有演示入口。请用账号登录。")
    user = db.exec(
        select(User).where(User.role == Role(typed["role"]), col(User.is_active)).order_by(col(User.id)).limit(1)
    ).one()
    return enter(request, db, user, now)


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
    request.state.signed_out = True
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


def sign_in_form(request: Request, account: str, errors: Errors, status: int = 200) -> Response:
    """A browser without a token gets one here; nothing is written on our side."""
    request.state.csrf = request.cookies.get(CSRF_COOKIE) or new_token()
    roles = DEMO_ROLES if request.app.state.settings.demo else ()
    answer = render(request, SignIn(account, errors, roles), status=status)
    answer.set_cookie(CSRF_COOKIE, request.state.csrf, httponly=True, samesite="lax")
    return answer


def enter(request: Request, db: Session, user: User, now: Now) -> Response:
    token = start_session(db, user, now)
    path = "/password" if user.must_change_password else home_of(user.role)
    answer = go(request, path)
    answer.set_cookie(
        COOKIE, token, max_age=30 * 60, httponly=True, samesite="lax", secure=request.url.scheme == "https"
    )
    return answer
