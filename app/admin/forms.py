"""What administrators type."""

from pydantic import Field, field_validator

from app.core.forms import Form
from app.people.kinds import DepartmentKind, Role

CHOOSE = "请从列出的选项中选择"
LONGEST = 80


def lines(text: str) -> list[str]:
    """One name a line; blanks around it and repetitions do not count."""
    return list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


class _Kind(Form):
    kind: DepartmentKind = DepartmentKind.OFFICE

    @field_validator("kind")
    @classmethod
    def below_an_organisation(cls, kind: DepartmentKind) -> DepartmentKind:
        if kind is DepartmentKind.ORGANISATION:
            raise ValueError(CHOOSE)
        return kind


def names_of_fitting_length(text: str) -> str:
    if long := [name for name in lines(text) if len(name) > LONGEST]:
        raise ValueError(f"“{long[0][:10]}…”太长，每个名称最多{LONGEST}个字")
    return text


class NewDepartmentsForm(_Kind):
    """One name, or a pasted list of names."""

    organisation: int
    name: str = Field(min_length=1, max_length=20_000)

    _names = field_validator("name")(names_of_fitting_length)


class OrganisationForm(Form):
    name: str = Field(min_length=1, max_length=LONGEST)


class DepartmentForm(_Kind):
    name: str = Field(min_length=1, max_length=LONGEST)
    aliases: str = Field(default="", max_length=20_000)
    overseer: int | None = None
    version: int

    _aliases = field_validator("aliases")(names_of_fitting_length)


class UserForm(Form):
    name: str = Field(min_length=1, max_length=40)
    role: Role
    department: int | None = None
    active: bool = False
    password: str = Field(default="", max_length=200)
    version: int


class NewUserForm(Form):
    account: str = Field(min_length=1, max_length=40, pattern=r"^[A-Za-z0-9._@-]+$")
    name: str = Field(min_length=1, max_length=40)
    role: Role
    department: int | None = None
    password: str = Field(min_length=1, max_length=200)
