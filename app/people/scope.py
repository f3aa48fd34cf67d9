"""Who is looking: plain facts that access makes and queries take."""

from dataclasses import dataclass

from app.people.kinds import Role
from app.people.rules import ADMINISTRATORS, BUSINESS, DEPARTMENT_ROLES, LEADERS


@dataclass(frozen=True)
class Viewer:
    """A signed-in person. Office and leaders see every ledger of the installation, a department its organisation's."""

    id: int
    name: str
    account: str
    role: Role
    department_id: int | None
    department: str
    organisation_id: int | None
    organisation: str
    csrf: str
    must_change_password: bool = False
    oversees: frozenset[int] = frozenset()  # departments of a 分管领导; empty: none in particular, so all

    @property
    def is_office(self) -> bool:
        return self.role is Role.OFFICE

    @property
    def is_leader(self) -> bool:
        return self.role in LEADERS

    @property
    def is_department(self) -> bool:
        return self.role in DEPARTMENT_ROLES

    @property
    def is_administrator(self) -> bool:
        return self.role in ADMINISTRATORS

    @property
    def reads_business(self) -> bool:
        return self.role in BUSINESS

    @property
    def sees_everything(self) -> bool:
        return self.is_office or self.is_leader
