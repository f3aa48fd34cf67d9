"""Upload aside, what a clerk may type on the review page."""

import re
from datetime import date

from pydantic import Field

from app.core.forms import Form
from app.tasks.kinds import PrintedRole, ReportCycle

BETWEEN_NAMES = re.compile(r"[、，,；;\s]+")


class TaskForm(Form):
    """Departments by printed role, names with 、 between."""

    number: str = Field(default="", max_length=20)
    text: str = Field(min_length=1, max_length=20000)
    lead: str = Field(default="", max_length=400)
    responsible: str = Field(default="", max_length=2000)
    support: str = Field(default="", max_length=2000)
    due_on: date | None = None
    cycle: ReportCycle = ReportCycle.NONE
    settled: bool = False
    version: int

    def departments(self) -> list[dict[str, str]]:
        """The lead first; a name written twice keeps its first role."""
        found: dict[str, str] = {}
        for role, names in (
            (PrintedRole.LEAD, self.lead),
            (PrintedRole.RESPONSIBLE, self.responsible),
            (PrintedRole.SUPPORT, self.support),
        ):
            for name in BETWEEN_NAMES.split(names):
                if name:
                    found.setdefault(name[:80], role.value)
        return [{"name": name, "role": role} for name, role in found.items()]


class HeadForm(Form):
    title: str = Field(min_length=1, max_length=200)
    doc_number: str | None = Field(default=None, max_length=60)
    issuer: str | None = Field(default=None, max_length=80)
    issued_on: date | None = None
    organisation: int | None = None
    new_organisation: str = Field(default="", max_length=80)
    version: int


class BulkForm(Form):
    due_on: date | None = None
    cycle: ReportCycle | None = None


class NameForm(Form):
    """`to`: "new", or the id of the department that the name means."""

    name: str = Field(min_length=1, max_length=80)
    to: str = Field(min_length=1, max_length=12)


class PublishForm(Form):
    version: int
    cycle: ReportCycle | None = None
