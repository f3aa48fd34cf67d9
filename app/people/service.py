"""Create and change departments and users."""

from sqlmodel import Session, col, func, select

from app.audit.service import record
from app.audit.tags import Tag
from app.core.duplicates import first_come
from app.core.errors import Conflict, Invalid
from app.core.security import hash_password
from app.people.kinds import DepartmentKind, Role
from app.people.models import Department, DepartmentAlias, GroupMember, User
from app.people.rules import ROLE_WORDS, password_fault


def create_organisation(db: Session, name: str) -> Department:
    """The last in order. Raises Conflict when there is one of that name."""
    if db.exec(select(Department.id).where(col(Department.organisation_id).is_(None), Department.name == name)).first():
        raise Conflict(f"已有单位{name}，没有新建。请换一个名称。")
    position = db.exec(select(func.count()).where(col(Department.organisation_id).is_(None))).one() + 1
    organisation = Department(name=name, kind=DepartmentKind.ORGANISATION, position=position)
    with first_come(db):  # flushes: its id is the branch of all its departments
        db.add(organisation)
    return organisation


def create_department(
    db: Session, organisation: Department, name: str, kind: DepartmentKind = DepartmentKind.OFFICE
) -> Department:
    """The next one in the order of the organisation. Raises Conflict when the name is taken."""
    same = select(Department.id).where(Department.organisation_id == organisation.id, Department.name == name)
    if db.exec(same).first() is not None:
        raise Conflict(f"{organisation.name}已有部门{name}。请换一个名称，或把它记为别名。")
    taken = db.exec(select(func.max(Department.position)).where(Department.organisation_id == organisation.id)).one()
    department = Department(
        name=name, kind=kind, organisation_id=organisation.id, parent_id=organisation.id, position=(taken or 0) + 1
    )
    with first_come(db):  # flushes: aliases, members and responsibilities need the id
        db.add(department)
    return department


def add_alias(db: Session, department: Department, name: str) -> None:
    """Raises Conflict when the name already means another department of the organisation."""
    organisation_id = department.organisation_id or department.id
    names = select(Department.id).where(Department.organisation_id == organisation_id, Department.name == name)
    aliases = select(DepartmentAlias.department_id).where(
        DepartmentAlias.organisation_id == organisation_id, DepartmentAlias.name == name
    )
    meant = {*db.exec(names), *db.exec(aliases)}
    if meant - {department.id}:
        raise Conflict(f"“{name}”已经是另一个部门的名称或别名，没有保存。请先改掉那一处。")
    if not meant:
        with first_come(db):  # flushes: the next alias must see this one
            db.add(DepartmentAlias(organisation_id=organisation_id, department_id=department.id, name=name))


def add_member(db: Session, group: Department, member: Department, position: int) -> None:
    db.add(GroupMember(group_id=group.id, member_id=member.id, position=position))


def create_user(
    db: Session,
    account: str,
    *,
    name: str,
    role: Role,
    department: str | None = None,
    department_id: int | None = None,
    password: str = "",
    must_change: bool = False,
    by: str = "命令行",
    by_id: int | None = None,
) -> User:
    """Raises Conflict (account taken) or Invalid (weak password, unknown department)."""
    if db.exec(select(User.id).where(User.account == account)).first() is not None:
        raise Conflict(f"账号{account}已存在，没有建立用户。请换一个账号。")
    if password and (fault := password_fault(password, account)):
        raise Invalid(f"密码不合要求：{fault}。没有建立用户。")
    if department:
        department_id = department_named(db, department).id
    user = User(
        account=account,
        name=name,
        role=role,
        department_id=department_id,
        password_hash=hash_password(password) if password else "",
        must_change_password=must_change,
    )
    with first_come(db):  # flushes: the log names the record
        db.add(user)
    record(
        db, Tag.USER_CREATE, actor_id=by_id, actor_name=by, subject_kind="user", subject_id=user.id,
        name=name, account=account, role=ROLE_WORDS[role],
    )  # fmt: skip
    return user


def department_named(db: Session, name: str) -> Department:
    """By name in any organisation. The first one of a new installation is made: an office must begin somewhere."""
    found = db.exec(select(Department).where(Department.name == name)).all()
    if len(found) == 1:
        return found[0]
    if found:
        raise Invalid(f"有{len(found)}个单位都有部门{name}，没有建立用户。请在用户页面里选择部门。")
    if db.exec(select(Department.id).limit(1)).first() is None:
        return create_organisation(db, name)
    raise Invalid(f"没有部门{name}，没有建立用户。请先建立部门，或检查名称。")
