"""Organisations, departments and people of the demonstration."""

from dataclasses import dataclass, field

from sqlmodel import Session

from app.demo.told import Story, Told
from app.people.kinds import DepartmentKind, Role
from app.people.models import Department, User
from app.people.scope import Viewer
from app.people.service import add_alias, add_member, create_department, create_organisation, create_user

KINDS = {
    "office": DepartmentKind.OFFICE,
    "group": DepartmentKind.GROUP,
    "organisation": DepartmentKind.SUBORDINATE,  # 中山区总工会 below 大连市总工会
}


@dataclass
class Cast:
    """Everybody by the name or account that the story uses."""

    organisations: dict[str, Department] = field(default_factory=dict)
    departments: dict[tuple[str, str], Department] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)

    def viewer(self, account: str) -> Viewer:
        """Somebody signed in, as the services for pages know him. The office acts for its whole organisation."""
        user = self.users[account]
        return Viewer(user.id, user.name, user.account, user.role, user.department_id, "", None, "", "")


def create_cast(db: Session, story: Story) -> Cast:
    cast = Cast()
    for told in story.organisations:
        create_house(db, cast, told)
    # One click enters as the first person of a role: those with an entry button come first.
    for told in sorted(story.users, key=lambda user: "entry" not in user):
        house = told["organisation"]
        where = cast.departments[house, told["department"]] if told["department"] else cast.organisations[house]
        cast.users[told["account"]] = create_user(
            db, told["account"], name=told["name"], role=Role(told["role"]), department_id=where.id, by="演示数据"
        )
    return cast


def create_house(db: Session, cast: Cast, told: Told) -> None:
    house = told["name"]
    organisation = cast.organisations[house] = create_organisation(db, house)
    for one in told["department"]:
        department = create_department(db, organisation, one["name"], KINDS[one["kind"]])
        cast.departments[house, one["name"]] = department
        for alias in one["aliases"]:
            add_alias(db, department, alias)
        for position, member in enumerate(one.get("members", []), start=1):
            add_member(db, department, cast.departments[house, member], position)
    db.flush()  # publishing asks who the members are
