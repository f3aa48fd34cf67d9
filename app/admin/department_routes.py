"""Departments, groups and organisations: listed, made, renamed, put in order."""

from collections.abc import Mapping, Sequence

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlmodel import Session

from app.access.current import CurrentViewer, require
from app.access.rules import why_not_departments, why_not_users
from app.admin.forms import CHOOSE, DepartmentForm, NewDepartmentsForm, OrganisationForm, lines
from app.admin.pages import Clash, Departments, OneDepartment
from app.admin.queries import KINDS, aliases_of, members_of, organisation_views, overseer_options, possible_members
from app.core.doors import Db
from app.core.errors import Conflict
from app.core.forms import Errors, Typed, TypedForm
from app.core.render import go, render
from app.people.kinds import DepartmentKind
from app.people.manage import (
    change_department,
    department_to_change,
    move_department,
    new_departments,
    new_organisation,
    organisation_to_fill,
    taken_names,
)
from app.people.models import Department
from app.people.scope import Viewer

router = APIRouter()
LIST = "/admin/departments"
LABELS = {"name": "名称", "kind": "类别", "organisation": "所属单位", "aliases": "别名", "overseer": "分管领导"}
BELOW = tuple((kind.value, word) for kind, word in KINDS.items() if kind is not DepartmentKind.ORGANISATION)
STEPS = {"-1": -1, "1": 1}


@router.get("/admin/departments", name="departments")
def departments(request: Request, db: Db, viewer: CurrentViewer) -> Response:
    require(why_not_departments(viewer))
    return render(request, list_page(db, viewer))


@router.post("/admin/departments", name="create_departments")
def create_departments(request: Request, db: Db, viewer: CurrentViewer, typed: TypedForm) -> Response:
    """One department, or several by a pasted list: all or none."""
    require(why_not_departments(viewer))
    form, errors = NewDepartmentsForm.parse(typed)
    if form is None:
        return render(request, list_page(db, viewer, typed, errors, "departments"), status=422)
    organisation = organisation_to_fill(db, form.organisation)
    if organisation is None:
        return render(request, list_page(db, viewer, typed, {"organisation": CHOOSE}, "departments"), status=422)
    names = lines(form.name)
    if taken := [name for name in names if name in taken_names(db, organisation.id)]:
        errors = {"name": f"{'、'.join(taken)}已是部门名称或别名，一个都没有新建。请改名或删去"}
        return render(request, list_page(db, viewer, typed, errors, "departments"), status=422)
    try:
        new_departments(db, organisation, names, form.kind, viewer)
    except Conflict as refused:
        return render(request, list_page(db, viewer, typed, {"name": refused.message}, "departments"), status=422)
    return go(request, LIST, f"已新建{names[0]}" if len(names) == 1 else f"已新建{len(names)}个部门")


@router.post("/admin/organisations", name="create_organisation")
def create_organisation(request: Request, db: Db, viewer: CurrentViewer, typed: TypedForm) -> Response:
    require(why_not_departments(viewer))
    form, errors = OrganisationForm.parse(typed)
    if form is not None:
        try:
            new_organisation(db, form.name, viewer)
        except Conflict as refused:
            errors = {"name": refused.message}
        else:
            return go(request, LIST, f"已新建{form.name}")
    return render(request, list_page(db, viewer, typed, errors, "organisation"), status=422)


@router.get("/admin/departments/{department_id}", name="department")
def department(request: Request, db: Db, viewer: CurrentViewer, department_id: int) -> Response:
    require(why_not_departments(viewer))
    found = department_to_change(db, department_id)
    return render(request, form_page(db, viewer, found, stored(db, found), members_of(db, found.id)))


@router.post("/admin/departments/{department_id}", name="save_department")
def save_department(request: Request, db: Db, viewer: CurrentViewer, typed: TypedForm, department_id: int) -> Response:
    require(why_not_departments(viewer))
    found = department_to_change(db, department_id)
    form, errors = DepartmentForm.parse(typed)
    possible = dict(possible_members(db, found))
    members = [id for id in possible if str(id) in typed.all("member")]
    if form is not None and form.version != found.version:
        clashes = compare(db, found, typed, members)
        return render(request, form_page(db, viewer, found, typed, members, clashes=clashes), status=409)
    if form is not None:
        errors = name_faults(db, found, form)
        if form.overseer is not None and form.overseer not in dict(overseer_options(db)):
            errors["overseer"] = CHOOSE
    if form is None or errors:
        return render(request, form_page(db, viewer, found, typed, members, errors), status=422)
    kind = form.kind if found.organisation_id else DepartmentKind.ORGANISATION
    try:
        change_department(
            db, found, name=form.name, kind=kind, aliases=lines(form.aliases), members=members,
            overseer_id=form.overseer, by=viewer,
        )  # fmt: skip
    except Conflict as refused:
        return render(request, form_page(db, viewer, found, typed, members, {"name": refused.message}), status=422)
    return go(request, LIST, f"已保存{form.name}")


@router.post("/admin/departments/{department_id}/move", name="move_department")
def move(request: Request, db: Db, viewer: CurrentViewer, typed: TypedForm, department_id: int) -> Response:
    require(why_not_departments(viewer))
    found = department_to_change(db, department_id)
    moved = typed.get("step") in STEPS and move_department(db, found, STEPS[typed["step"]], viewer)
    return go(request, LIST, f"已移动{found.name}" if moved else f"{found.name}已在这一端，没有移动")


def name_faults(db: Session, found: Department, form: DepartmentForm) -> Errors:
    """A name and an alias mean one department of the organisation."""
    taken = taken_names(db, found.organisation_id, besides=found.id)
    errors: Errors = {}
    if form.name in taken:
        errors["name"] = f"{form.name}已是另一个部门的名称或别名。请换一个名称"
    within = taken if found.organisation_id else taken_names(db, found.id, besides=found.id)
    if used := [alias for alias in lines(form.aliases) if alias in within]:
        errors["aliases"] = f"{'、'.join(used)}已是另一个部门的名称或别名。请先改掉那一处"
    return errors


def stored(db: Session, found: Department) -> dict[str, str]:
    return {
        "name": found.name,
        "kind": found.kind.value,
        "aliases": "\n".join(aliases_of(db, found.id)),
        "overseer": str(found.overseer_id or ""),
    }


def compare(db: Session, found: Department, typed: Typed, members: Sequence[int]) -> tuple[Clash, ...]:
    now, names = stored(db, found), dict(possible_members(db, found))
    kinds = dict(BELOW)

    def listed(ids: Sequence[int]) -> str:
        return "、".join(names[id] for id in names if id in ids)

    clashes = [
        Clash("名称", now["name"], typed.get("name", "")),
        Clash("别名", "、".join(lines(now["aliases"])), "、".join(lines(typed.get("aliases", "")))),
    ]
    if found.organisation_id:
        leaders = {str(id): name for id, name in overseer_options(db)}
        clashes.append(Clash("分管领导", leaders.get(now["overseer"], ""), leaders.get(typed.get("overseer", ""), "")))
        clashes.append(Clash("类别", KINDS[found.kind], kinds.get(typed.get("kind", ""), "")))
        clashes.append(Clash("成员", listed(members_of(db, found.id)), listed(members)))
    return tuple(clashes)


def list_page(
    db: Session, viewer: Viewer, typed: Mapping[str, str] | None = None, errors: Errors | None = None, failed: str = ""
) -> Departments:
    organisations = organisation_views(db)
    groups = sum(row.members is not None for o in organisations for row in o.rows)
    total = sum(len(o.rows) for o in organisations)
    return Departments(
        organisations=organisations,
        summary=f"{len(organisations)}个单位，{total - groups}个部门，{groups}个组",
        options=tuple((o.id, o.name) for o in organisations),
        kinds=BELOW,
        typed=typed or {},
        errors=errors or {},
        failed=failed,
        labels={"name": "单位全称"} if failed == "organisation" else LABELS,
        may_users=not why_not_users(viewer),
    )


def form_page(
    db: Session,
    viewer: Viewer,
    found: Department,
    typed: Mapping[str, str],
    members: Sequence[int],
    errors: Errors | None = None,
    clashes: tuple[Clash, ...] = (),
) -> OneDepartment:
    organisation = db.get_one(Department, found.organisation_id).name if found.organisation_id else ""
    choices = possible_members(db, found) if organisation else []
    return OneDepartment(
        id=found.id,
        heading=found.name,
        organisation=organisation,
        kinds=BELOW,
        members=tuple((id, name, id in members) for id, name in choices),
        overseers=overseer_options(db),
        typed=typed,
        version=found.version,
        errors=errors or {},
        labels=LABELS,
        clashes=clashes,
        may_users=not why_not_users(viewer),
    )
