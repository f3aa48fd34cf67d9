"""Change departments and users after they were made. Each change counts the version up."""

from collections.abc import Iterable, Sequence

from sqlmodel import Session, col, delete, select

from app.audit.service import record
from app.audit.tags import Tag
from app.core.duplicates import first_come
from app.core.errors import Conflict, NotFound
from app.core.security import hash_password
from app.people.kinds import DepartmentKind, Role
from app.people.models import Department, DepartmentAlias, GroupMember, User
from app.people.rules import ROLE_WORDS
from app.people.scope import Viewer
from app.people.service import add_alias, add_member, create_department, create_organisation
from app.people.sessions import end_sessions

NO_DEPARTMENT = "没有找到这个部门，可能已改动。请返回部门列表。"
NO_USER = "没有找到这个用户。请返回用户列表。"


def department_to_change(db: Session, department_id: int) -> Department:
    """Locked together with its organisation: a name may also be the alias of a neighbour, so neighbours wait."""
    department = db.get(Department, department_id)
    if department is None:
        raise NotFound(NO_DEPARTMENT)
    db.get(Department, department.organisation_id or department.id, with_for_update=True)
    db.refresh(department, with_for_update=True)
    return department


def organisation_to_fill(db: Session, organisation_id: int) -> Department | None:
    """Locked like in `department_to_change`; None when it is no organisation."""
    return db.exec(
        select(Department)
        .where(Department.id == organisation_id, col(Department.organisation_id).is_(None))
        .with_for_update()
    ).first()


def user_to_change(db: Session, user_id: int) -> User:
    user = db.get(User, user_id, with_for_update=True)
    if user is None:
        raise NotFound(NO_USER)
    return user


def taken_names(db: Session, organisation_id: int | None, *, besides: int | None = None) -> set[str]:
    """Names and aliases that mean a department; at the top (None) the names of the organisations."""
    names = select(Department.name).where(
        Department.organisation_id == organisation_id, col(Department.id).is_distinct_from(besides)
    )
    if organisation_id is None:
        return set(db.exec(names))
    aliases = select(DepartmentAlias.name).where(
        DepartmentAlias.organisation_id == organisation_id,
        col(DepartmentAlias.department_id).is_distinct_from(besides),
    )
    itself = db.get_one(Department, organisation_id)
    return {*db.exec(names), *db.exec(aliases), *({itself.name} if besides != organisation_id else ())}


def new_organisation(db: Session, name: str, by: Viewer) -> Department:
    """Raises Conflict when there is one of that name."""
    organisation = create_organisation(db, name)
    log_department(db, Tag.DEPARTMENT_CREATE, organisation, by)
    return organisation


def new_departments(
    db: Session, organisation: Department, names: Iterable[str], kind: DepartmentKind, by: Viewer
) -> list[Department]:
    """All of them, in their order, or none: raises Conflict at the first name that is taken."""
    made = []
    for name in names:
        if name in taken_names(db, organisation.id):
            raise Conflict(f"{organisation.name}已有部门或别名{name}，没有新建。请换一个名称。")
        made.append(create_department(db, organisation, name, kind))
        log_department(db, Tag.DEPARTMENT_CREATE, made[-1], by)
    return made


def change_department(
    db: Session,
    department: Department,
    *,
    name: str,
    kind: DepartmentKind,
    aliases: Sequence[str],
    members: Sequence[int],
    overseer_id: int | None = None,
    by: Viewer,
) -> None:
    """The former name stays an alias, so that older documents are still read. Only groups have members."""
    if name != department.name and department.name not in aliases:
        aliases = [*aliases, department.name]
    with first_come(db):  # flushes: the aliases are checked against the new name
        department.name, department.kind, department.overseer_id = name, kind, overseer_id
        department.version += 1
    db.exec(delete(DepartmentAlias).where(col(DepartmentAlias.department_id) == department.id))
    for alias in aliases:
        if alias != name:
            add_alias(db, department, alias)
    db.exec(delete(GroupMember).where(col(GroupMember.group_id) == department.id))
    for position, member_id in enumerate(members if kind is DepartmentKind.GROUP else (), 1):
        add_member(db, department, db.get_one(Department, member_id), position)
    log_department(db, Tag.DEPARTMENT_CHANGE, department, by)


def move_department(db: Session, department: Department, step: int, by: Viewer) -> bool:
    """One place up (-1) or down (1) among its neighbours; False at the end of the row."""
    row = list(
        db.exec(
            select(Department)
            .where(Department.organisation_id == department.organisation_id)
            .order_by(col(Department.position), col(Department.id))
            .with_for_update()
        )
    )
    place = row.index(department)
    if not 0 <= place + step < len(row):
        return False
    row.insert(place + step, row.pop(place))
    for position, neighbour in enumerate(row, 1):
        neighbour.position = position
    log_department(db, Tag.DEPARTMENT_CHANGE, department, by)
    return True


def log_department(db: Session, tag: Tag, department: Department, by: Viewer) -> None:
    record(
        db,
        tag,
        actor_id=by.id,
        actor_name=by.name,
        subject_kind="department",
        subject_id=department.id,
        name=department.name,
    )


def change_user(
    db: Session,
    user: User,
    *,
    name: str,
    role: Role,
    department_id: int | None,
    is_active: bool,
    password: str,
    by: Viewer,
) -> None:
    """A new role, a new password or a disabled account signs the person out everywhere; the log says so."""
    changes = changes_of(user, name, role, department_id, is_active, password)
    ends = role is not user.role or bool(password) or not is_active
    user.name, user.role, user.department_id, user.is_active = name, role, department_id, is_active
    if password:
        user.password_hash, user.must_change_password = hash_password(password), True
    user.version += 1
    if ends and end_sessions(db, user.id):
        changes.append("已退出其全部登录")
    record(
        db, Tag.USER_CHANGE, actor_id=by.id, actor_name=by.name, subject_kind="user", subject_id=user.id,
        name=user.name, changes="，".join(changes),
    )  # fmt: skip


def changes_of(
    user: User, name: str, role: Role, department_id: int | None, is_active: bool, password: str
) -> list[str]:
    """In words for the log, the former name and role kept."""
    told = {
        f"原名{user.name}": name != user.name,
        f"身份由{ROLE_WORDS[user.role]}改为{ROLE_WORDS[role]}": role is not user.role,
        "换部门": department_id != user.department_id,
        "启用账号" if is_active else "停用账号": is_active != user.is_active,
        "重置密码": bool(password),
    }
    return [words for words, happened in told.items() if happened]
