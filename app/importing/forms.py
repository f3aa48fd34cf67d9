"""What a clerk may send in, and what he may type on the review page."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Final, Literal, Self

from pydantic import BeforeValidator, Field

from app.core.forms import Errors, Form, Typed
from app.tasks.kinds import Comparator, DeadlineKind, Origin, PrintedRole, Recurrence, ReportCycle

BETWEEN_NAMES = re.compile(r"[、，,；;\s]+")
INDICATOR_FIELDS: Final = ("words", "comparator", "value", "value_max", "unit", "period")
LABELS: Final = {
    "words": "原文",
    "comparator": "比较",
    "value": "数值",
    "value_max": "至",
    "unit": "单位",
    "period": "周期",
}
MOST: Final = Decimal(10) ** 15
ASKED_OF: Final = {"edition": ("edition_of",), "article": ("origin", "posted_on")}  # beside what the file is
# A browser sends CR LF; offsets count characters of the text as it is stored.
Text = Annotated[str, BeforeValidator(lambda v: v.replace("\r\n", "\n") if isinstance(v, str) else v)]


class TaskForm(Form):
    """Departments by printed role, names with 、 between."""

    number: str = Field(default="", max_length=20)
    heading: str = Field(default="", max_length=1000)
    text: Text = Field(min_length=1, max_length=20000)
    lead: str = Field(default="", max_length=400)
    responsible: str = Field(default="", max_length=2000)
    support: str = Field(default="", max_length=2000)
    due_on: date | None = None
    deadline_kind: DeadlineKind = DeadlineKind.NONE
    deadline_words: str = Field(default="", max_length=200)
    recurrence: Recurrence | None = None
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


class IndicatorForm(Form):
    words: str = Field(min_length=1, max_length=300)
    comparator: Comparator = Comparator.EQUAL
    value: Decimal = Field(le=MOST, ge=-MOST)
    value_max: Decimal | None = Field(default=None, le=MOST, ge=-MOST)
    unit: str = Field(default="", max_length=20)
    period: Recurrence | None = None


def indicator_rows(typed: Typed) -> list[dict[str, str]]:
    """The rows as typed, without those left empty or ticked for deletion."""
    columns = [typed.all(f"indicator_{name}") for name in INDICATOR_FIELDS]
    gone = set(typed.all("indicator_drop"))
    rows = [dict(zip(INDICATOR_FIELDS, values, strict=True)) for values in zip(*columns, strict=False)]
    return [r for n, r in enumerate(rows) if str(n) not in gone and any(r[k].strip() for k in ("words", "value"))]


def read_indicators(rows: Sequence[dict[str, str]], text: str) -> tuple[list[dict[str, Any]], Errors]:
    """As the drafts keep them; the place of the words in the text is found again. Errors name the row."""
    found, errors = [], {}
    for n, row in enumerate(rows, start=1):
        form, wrong = IndicatorForm.parse(row)
        if form is None:
            errors["indicators"] = f"第{n}行{'；'.join(f'{LABELS[name]}：{words}' for name, words in wrong.items())}"
            continue
        start = text.find(form.words)
        found.append(
            {
                "words": form.words,
                "comparator": (Comparator.RANGE if form.value_max is not None else form.comparator).value,
                "value": plain(form.value),
                "value_max": None if form.value_max is None else plain(form.value_max),
                "unit": form.unit,
                "period": form.period.value if form.period else None,
                "start": start if start >= 0 else None,
                "end": start + len(form.words) if start >= 0 else None,
            }
        )
    return found, errors


def plain(value: Decimal) -> str:
    """1E+3 would be right and unreadable."""
    return format(value, "f")


class CutForm(Form):
    """`at`: where the cursor stood; without it, `after`: the sentence chosen."""

    at: int | None = None
    after: int | None = None

    @property
    def place(self) -> int | None:
        return self.at if self.at is not None else self.after


class AddForm(Form):
    """Words of the document that are a task."""

    words: str = Field(min_length=1, max_length=20000)


class VersionForm(Form):
    version: int


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
    """`to`: "new", the id of the department that the name means, or "undecided". `seen`: the decision then shown."""

    name: str = Field(min_length=1, max_length=80)
    to: str = Field(min_length=1, max_length=12)
    once: bool = False
    seen: str = Field(default="", max_length=40)


class UploadForm(Form):
    kind: Literal["ledger", "edition", "article"] = "ledger"
    edition_of: int | None = None
    origin: Origin | None = None
    posted_on: date | None = None

    @classmethod
    def of(cls, typed: Mapping[str, str]) -> tuple[Self | None, Errors]:
        """What belongs to another choice is not looked at: the clerk does not see it."""
        asked = {"kind", *ASKED_OF.get(typed.get("kind", ""), ())}
        form, errors = cls.parse({name: value for name, value in typed.items() if name in asked})
        if form is not None and form.kind == "article" and form.origin is None:
            return None, {"origin": "请选是部门上报的，还是媒体说的"}
        return form, errors


class PublishForm(Form):
    version: int
    how: Literal["issue", "publish"] = "issue"  # 立即交办, or 只发布，暂不交办
    cycle: ReportCycle | None = None
    needs_receipt: bool = False
    closure_needs_leader: bool = False


class SeenForm(Form):
    """A warning looked at; `again`: to be shown after all."""

    key: str = Field(min_length=1, max_length=60)
    again: bool = False
