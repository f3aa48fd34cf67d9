"""Lists for administrators: plain values, a fixed number of statements."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, func, select

from app.audit.models import AuditEvent
from app.audit.tags import Tag
from app.people.kinds import DepartmentKind, Role
from app.people.models import Department, DepartmentAlias, GroupMember, User
from app.people.rules import ROLE_WORDS

KINDS = {
    DepartmentKind.OFFICE: "部室",
    DepartmentKind.SUBORDINATE: "下属单位",
    DepartmentKind.GROUP: "组",
    DepartmentKind.ORGANISATION: "单位",
}
UNUSED = timedelta(days=90)


@dataclass(frozen=True)
class DepartmentRow:
    id: int
    name: str
    kind: str
    aliases: tuple[str, ...]
    members: int | None  # of a group
    heads: str
    liaisons: str
    first: bool
    last: bool


@dataclass(frozen=True)
class OrganisationView:
    id: int
    name: str
    rows: tuple[DepartmentRow, ...]


@dataclass(frozen=True)
class UserRow:
    id: int
    name: str
    account: str
    department: str
    role: str
    signed_in_at: datetime | None
    unused: bool
    must_change: bool
    active: bool


def departments(db: Session) -> list[Department]:
    """Organisations and departments, each in its order."""
    return list(db.exec(select(Department).order_by(col(Department.position), col(Department.id))))


def organisation_views(db: Session) -> tuple[OrganisationView, ...]:
    branches: dict[int | None, list[Department]] = defaultdict(list)
    for department in departments(db):
        branches[department.organisation_id].append(department)
    aliases: dict[int, list[str]] = defaultdict(list)
    for alias in db.exec(select(DepartmentAlias).order_by(col(DepartmentAlias.id))):
        aliases[alias.department_id].append(alias.name)
    counted = select(GroupMember.group_id, func.count()).group_by(col(GroupMember.group_id))
    members = dict(db.exec(counted).all())
    people: dict[tuple[int | None, Role], list[str]] = defaultdict(list)
    for department_id, role, name in db.exec(
        select(User.department_id, User.role, User.name).where(col(User.is_active)).order_by(col(User.id))
    ):
        people[department_id, Role(role)].append(name)

    def row(department: Department, branch: list[Department]) -> DepartmentRow:
        is_group = department.kind is DepartmentKind.GROUP
        return DepartmentRow(
            id=department.id,
            name=department.name,
            kind=KINDS[department.kind],
            aliases=tuple(aliases[department.id]),
            members=members.get(department.id, 0) if is_group else None,
            heads="、".join(people[department.id, Role.HEAD]),
            liaisons="、".join(people[department.id, Role.LIAISON]),
            first=department is branch[0],
            last=department is branch[-1],
        )

    return tuple(
        OrganisationView(top.id, top.name, tuple(row(d, branches[top.id]) for d in branches[top.id]))
        for top in branches[None]
    )


def aliases_of(db: Session, department_id: int) -> list[str]:
    return list(
        db.exec(
            select(DepartmentAlias.name)
            .where(DepartmentAlias.department_id == department_id)
            .order_by(col(DepartmentAlias.id))
        )
    )


def members_of(db: Session, group_id: int) -> list[int]:
    return list(
        db.exec(
            select(GroupMember.member_id).where(GroupMember.group_id == group_id).order_by(col(GroupMember.position))
        )
    )


def possible_members(db: Session, group: Department) -> list[tuple[int, str]]:
    """Every department of the organisation that is not a group."""
    found = db.exec(
        select(Department.id, Department.name)
        .where(Department.organisation_id == group.organisation_id, Department.kind != DepartmentKind.GROUP)
        .where(Department.id != group.id)
        .order_by(col(Department.position), col(Department.id))
    )
    return [(id, name) for id, name in found]


def overseer_options(db: Session) -> tuple[tuple[int, str], ...]:
    """Who may be 分管领导 of a department."""
    found = db.exec(
        select(User.id, User.name).where(User.role == Role.LEADER, col(User.is_active)).order_by(col(User.id))
    )
    return tuple((id, name) for id, name in found)


def department_options(all_departments: Iterable[Department]) -> tuple[tuple[int, str], ...]:
    """Where a person may belong: 甲市总工会, 甲市总工会　组织部. Not to a group."""
    found = list(all_departments)
    options: list[tuple[int, str]] = []
    for top in (d for d in found if d.organisation_id is None):
        options.append((top.id, top.name))
        branch = [d for d in found if d.organisation_id == top.id and d.kind is not DepartmentKind.GROUP]
        options += [(d.id, f"{top.name}　{d.name}") for d in branch]
    return tuple(options)


def user_rows(db: Session, now: datetime) -> tuple[UserRow, ...]:
    """In the order of the organisation; `unused` means 90 days without a sign-in."""
    signed_in = dict(
        db.exec(
            select(AuditEvent.subject_id, func.max(AuditEvent.at))
            .where(AuditEvent.tag == Tag.SIGN_IN)
            .group_by(col(AuditEvent.subject_id))
        ).all()
    )
    found = db.exec(
        select(User, Department.name)
        .outerjoin(Department, col(Department.id) == col(User.department_id))
        .order_by(col(User.is_active).desc(), col(Department.organisation_id), col(Department.position), col(User.id))
    )
    return tuple(
        UserRow(
            id=user.id,
            name=user.name,
            account=user.account,
            department=department or "",
            role=ROLE_WORDS[user.role],
            signed_in_at=(at := signed_in.get(user.id)),
            unused=at is not None and now - at > UNUSED,
            must_change=user.must_change_password,
            active=user.is_active,
        )
        for user, department in found
    )
