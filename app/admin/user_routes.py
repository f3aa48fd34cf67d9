"""Users: made by the system administrator, who also changes roles, resets passwords and disables accounts."""

from collections.abc import Mapping

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlmodel import Session

from app.access.current import CurrentViewer, require
from app.access.rules import why_not_users
from app.admin.forms import CHOOSE, NewUserForm, UserForm
from app.admin.pages import Clash, OneUser, Users
from app.admin.queries import department_options, departments, user_rows
from app.core.doors import Db, Now
from app.core.errors import Conflict, Invalid
from app.core.forms import Errors, Typed, TypedForm
from app.core.render import go, render
from app.people.kinds import Role
from app.people.manage import change_user, user_to_change
from app.people.models import User
from app.people.rules import BUSINESS, ROLE_WORDS, password_fault
from app.people.service import create_user as make_user

router = APIRouter()
LIST = "/admin/users"
LABELS = {
    "account": "账号",
    "name": "姓名",
    "role": "身份",
    "department": "部门",
    "password": "密码",
    "active": "启用",
}
ROLES = tuple((role.value, word) for role, word in ROLE_WORDS.items())
NEEDS_PLACE = "这个身份要有部门，请选择"


@router.get("/admin/users", name="users")
def users(request: Request, db: Db, viewer: CurrentViewer, now: Now) -> Response:
    require(why_not_users(viewer))
    return render(request, list_page(db, now))


@router.post("/admin/users", name="create_user")
def create_user(request: Request, db: Db, viewer: CurrentViewer, now: Now, typed: TypedForm) -> Response:
    require(why_not_users(viewer))
    form, errors = NewUserForm.parse(typed)
    if form is None and typed.get("account", "").strip() and "account" in errors:
        errors["account"] = "账号只用字母、数字和 . _ - @，最多40个"
    if form is not None:
        errors = place_faults(db, form.role, form.department)
    if form is None or errors:
        return render(request, list_page(db, now, typed, errors), status=422)
    try:
        make_user(
            db,
            form.account,
            name=form.name,
            role=form.role,
            department_id=form.department,
            password=form.password,
            must_change=True,
            by=viewer.name,
            by_id=viewer.id,
        )
    except Conflict as refused:
        return render(request, list_page(db, now, typed, {"account": refused.message}), status=422)
    except Invalid as refused:
        return render(request, list_page(db, now, typed, {"password": refused.message}), status=422)
    return go(request, LIST, f"已新建{form.name}")


@router.get("/admin/users/{user_id}", name="user")
def user(request: Request, db: Db, viewer: CurrentViewer, user_id: int) -> Response:
    require(why_not_users(viewer))
    found = user_to_change(db, user_id)
    return render(request, form_page(db, viewer.id, found, stored(found)))


@router.post("/admin/users/{user_id}", name="save_user")
def save_user(request: Request, db: Db, viewer: CurrentViewer, typed: TypedForm, user_id: int) -> Response:
    require(why_not_users(viewer))
    found = user_to_change(db, user_id)
    form, errors = UserForm.parse(typed)
    if form is not None and form.version != found.version:
        clashes = compare(db, found, typed)
        return render(request, form_page(db, viewer.id, found, typed, clashes=clashes), status=409)
    if form is not None:
        errors = faults(db, found, form, myself=found.id == viewer.id)
    if form is None or errors:
        return render(request, form_page(db, viewer.id, found, typed, errors), status=422)
    change_user(
        db,
        found,
        name=form.name,
        role=form.role,
        department_id=form.department,
        is_active=form.active,
        password=form.password,
        by=viewer,
    )
    return go(request, LIST, f"已保存{form.name}")


def faults(db: Session, found: User, form: UserForm, *, myself: bool) -> Errors:
    """Nobody locks himself out: one's own account, role and password are another's to change, or another page's."""
    errors = place_faults(db, form.role, form.department)
    if form.password and (fault := password_fault(form.password, found.account)):
        errors["password"] = fault
    if not myself:
        return errors
    if not form.active:
        errors["active"] = "不能停用自己的账号。请由另一位系统管理员办理"
    if form.role is not found.role:
        errors["role"] = "不能改自己的身份。请由另一位系统管理员办理"
    if form.password:
        errors["password"] = "自己的密码请在“修改密码”页面修改"
    return errors


def place_faults(db: Session, role: Role, department_id: int | None) -> Errors:
    if department_id is None:
        return {"department": NEEDS_PLACE} if role in BUSINESS else {}
    known = {id for id, _ in department_options(departments(db))}
    return {} if department_id in known else {"department": CHOOSE}


def stored(found: User) -> dict[str, str]:
    return {
        "name": found.name,
        "role": found.role.value,
        "department": str(found.department_id or ""),
        "active": "1" if found.is_active else "",
    }


def compare(db: Session, found: User, typed: Typed) -> tuple[Clash, ...]:
    now, roles = stored(found), dict(ROLES)
    places = {str(id): name for id, name in department_options(departments(db))}

    def words(values: Mapping[str, str]) -> dict[str, str]:
        return {
            "姓名": values.get("name", ""),
            "身份": roles.get(values.get("role", ""), ""),
            "部门": places.get(values.get("department", ""), ""),
            "账号": "启用" if values.get("active") else "停用",
        }

    theirs, mine = words(now), words(typed)
    return tuple(Clash(label, theirs[label], mine[label]) for label in theirs)


def list_page(db: Session, now: Now, typed: Mapping[str, str] | None = None, errors: Errors | None = None) -> Users:
    rows = user_rows(db, now)
    waiting = sum(row.active and (row.unused or row.must_change) for row in rows)
    return Users(
        users=rows,
        summary=f"{len(rows)}人" + (f"，{waiting}人需要处理" if waiting else ""),
        roles=ROLES,
        departments=department_options(departments(db)),
        typed=typed or {},
        errors=errors or {},
        labels=LABELS,
    )


def form_page(
    db: Session,
    viewer_id: int,
    found: User,
    typed: Mapping[str, str],
    errors: Errors | None = None,
    clashes: tuple[Clash, ...] = (),
) -> OneUser:
    return OneUser(
        id=found.id,
        heading=found.name,
        account=found.account,
        myself=found.id == viewer_id,
        roles=ROLES,
        departments=department_options(departments(db)),
        typed=typed,
        version=found.version,
        errors=errors or {},
        labels=LABELS,
        clashes=clashes,
    )
