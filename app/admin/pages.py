"""Departments and users, as administrators keep them."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.admin.queries import OrganisationView, UserRow
from app.core.forms import Errors
from app.core.render import Page

Options = tuple[tuple[int | str, str], ...]


@dataclass(frozen=True)
class Clash:
    """One field where somebody saved in between: what is stored, what was typed."""

    label: str
    theirs: str
    mine: str

    @property
    def same(self) -> bool:
        return self.theirs == self.mine


@dataclass(frozen=True)
class Departments(Page):
    """`failed` names the form whose errors are shown: departments or organisation."""

    template = "admin/departments.html"

    organisations: tuple[OrganisationView, ...]
    summary: str
    options: Options  # the organisations, to choose from
    kinds: Options
    typed: Mapping[str, str]
    errors: Errors
    failed: str
    labels: Mapping[str, str]
    may_users: bool


@dataclass(frozen=True)
class OneDepartment(Page):
    template = "admin/department.html"

    id: int
    heading: str
    organisation: str  # empty for an organisation itself
    kinds: Options
    members: tuple[tuple[int, str, bool], ...]
    overseers: Options  # 分管领导 to choose from
    typed: Mapping[str, str]
    version: int
    errors: Errors
    labels: Mapping[str, str]
    clashes: tuple[Clash, ...]
    may_users: bool


@dataclass(frozen=True)
class Users(Page):
    template = "admin/users.html"

    users: tuple[UserRow, ...]
    summary: str
    roles: Options
    departments: Options
    typed: Mapping[str, str]
    errors: Errors
    labels: Mapping[str, str]


@dataclass(frozen=True)
class OneUser(Page):
    """`myself`: role, account and password of one's own are not changed here."""

    template = "admin/user.html"

    id: int
    heading: str
    account: str
    myself: bool
    roles: Options
    departments: Options
    typed: Mapping[str, str]
    version: int
    errors: Errors
    labels: Mapping[str, str]
    clashes: tuple[Clash, ...]
