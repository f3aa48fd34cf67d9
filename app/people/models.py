"""Departments in one tree, people with a role, and their sessions."""

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from app.core.db import by_value
from app.people.kinds import DepartmentKind, Role

TOP = text("organisation_id IS NULL")


class Department(SQLModel, table=True):
    """部门. `organisation_id` is the root of its branch; an organisation at the top points to nothing."""

    __table_args__ = (
        UniqueConstraint("organisation_id", "name"),
        # Two NULLs are never equal: the organisations at the top need an index of their own.
        Index("uq_department_name", "name", unique=True, sqlite_where=TOP, postgresql_where=TOP),
    )

    id: int = Field(default=None, primary_key=True)
    parent_id: int | None = Field(default=None, foreign_key="department.id", index=True, ondelete="RESTRICT")
    organisation_id: int | None = Field(default=None, foreign_key="department.id", index=True, ondelete="RESTRICT")
    name: str = Field(max_length=80)
    kind: DepartmentKind = Field(default=DepartmentKind.OFFICE, sa_type=by_value(DepartmentKind))
    position: int = 0  # the order of the organisation; departments are never ranked
    overseer_id: int | None = Field(default=None, index=True)  # 分管领导, a user
    valid_from: date | None = None
    valid_to: date | None = None
    version: int = 1


class DepartmentAlias(SQLModel, table=True):
    """Another name of a department, unique within its organisation."""

    __tablename__ = "department_alias"
    __table_args__ = (UniqueConstraint("organisation_id", "name"),)

    id: int = Field(default=None, primary_key=True)
    organisation_id: int = Field(foreign_key="department.id", index=True, ondelete="CASCADE")
    department_id: int = Field(foreign_key="department.id", index=True, ondelete="CASCADE")
    name: str = Field(max_length=80)


class GroupMember(SQLModel, table=True):
    """A group (各区市县总工会) and one of its members."""

    __tablename__ = "group_member"

    group_id: int = Field(primary_key=True, foreign_key="department.id", ondelete="CASCADE")
    member_id: int = Field(primary_key=True, foreign_key="department.id", ondelete="CASCADE")
    position: int = 0


class User(SQLModel, table=True):
    """A person. An empty password hash means: cannot sign in with a password (demo accounts)."""

    id: int = Field(default=None, primary_key=True)
    account: str = Field(max_length=40, unique=True)
    name: str = Field(max_length=40)
    role: Role = Field(sa_type=by_value(Role))
    department_id: int | None = Field(default=None, foreign_key="department.id", index=True, ondelete="RESTRICT")
    password_hash: str = Field(default="", max_length=200)
    must_change_password: bool = False
    is_active: bool = True
    version: int = 1


class UserSession(SQLModel, table=True):
    """A signed-in browser; only the hash of its token is kept."""

    __tablename__ = "user_session"

    token_hash: str = Field(primary_key=True, max_length=64)
    user_id: int = Field(foreign_key="user.id", index=True, ondelete="CASCADE")
    csrf: str = Field(max_length=64)
    stamp_key: str = Field(max_length=64)  # signs the moment of the last use, which the cookie carries
    started_at: datetime


class SignInFailure(SQLModel, table=True):
    """A refused sign-in; five within 15 minutes lock the account or the address."""

    __tablename__ = "sign_in_failure"

    id: int = Field(default=None, primary_key=True)
    account: str = Field(max_length=40, index=True)
    address: str = Field(max_length=60, index=True)
    at: datetime
