"""One draft as a card, and as a form. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.core.filters import figure
from app.core.forms import Errors
from app.importing.cutting import places
from app.importing.forms import INDICATOR_FIELDS
from app.importing.gates import (
    FROM_ABOVE,
    JOINED_DEADLINE,
    JOINED_DEPARTMENTS,
    JOINED_RECURRENCE,
    LEAD,
    label,
    lead_is_open,
    open_doubts,
)
from app.importing.models import DraftTask
from app.importing.pages import Card, CardDepartment, Editing, Sure, Unknown, Values
from app.importing.stored import choices_of, indicators_in
from app.importing.words import COMPARATOR_WORDS, CYCLE_WORDS, RECURRENCE_WORDS, ROLE_WORDS
from app.tasks.kinds import Comparator, PrintedRole

A_FEW = 3
ABOUT_TIME, ABOUT_TEXT = (
    ("vague_date", "either_day", JOINED_DEADLINE, JOINED_RECURRENCE),
    ("number_gap", "number_repeated"),
)

ANOTHER = dict.fromkeys(INDICATOR_FIELDS, "") | {"comparator": Comparator.EQUAL.value}


def card(draft: DraftTask, text: str, page: int, known: Mapping[str, int], today: date) -> Card:
    departments = tuple(
        CardDepartment(d["name"], ROLE_WORDS[PrintedRole(d["role"])], d["name"] in known) for d in draft.departments
    )
    return Card(
        id=draft.id,
        version=draft.version,
        number=draft.number or str(draft.position),
        page=page,
        heading=f"{draft.heading_label}{draft.heading or ''}",
        text=draft.text,
        quotation=text[draft.start : draft.end].replace("\t", "　"),
        departments=departments,
        presumed=departments[0].name if lead_is_open(draft) else "",
        leaders="、".join(draft.leaders),
        deadline_words=draft.deadline_words,
        rule=draft.deadline_rule,
        due_on=draft.due_on,
        past=draft.due_on is not None and draft.due_on < today,
        set_by_office=draft.set_by_office,
        recurrence=recurrence_of(draft),
        indicators=tuple(
            f"{i.words}（{COMPARATOR_WORDS[i.comparator]}{figure(i.value)}"
            f"{f'至{figure(i.value_max)}' if i.value_max is not None else ''}{i.unit}"
            f"{f'，{RECURRENCE_WORDS[i.period]}' if i.period else ''}）"
            for i in indicators_in(draft)
        ),
        choices=tuple(day for d in draft.doubts if not d["settled"] for day in choices_of(d)),
        cycle=CYCLE_WORDS[draft.report_cycle],
        must=must_of(draft, known),
        should=tuple(open_doubts(draft)),
        sure=sure_of(draft, known),
    )


def sure_of(draft: DraftTask, known: Mapping[str, int]) -> Sure:
    """Low where it must be settled, middle where a doubt is open or a rule presumed, high otherwise."""
    codes = {d["code"] for d in draft.doubts if not d["settled"]}
    presumed = "推定" in draft.deadline_rule and not draft.set_by_office
    return Sure(
        text="m" if codes & set(ABOUT_TEXT) else "h",
        who="l" if must_of(draft, known) else "m" if codes & {LEAD, FROM_ABOVE, JOINED_DEPARTMENTS} else "h",
        when="m" if codes & set(ABOUT_TIME) or presumed else "h",
        figures="m" if any(c.startswith("indicator") for c in codes) else "h",
    )


def recurrence_of(draft: DraftTask) -> str:
    if draft.recurrence is None:
        return ""
    word = RECURRENCE_WORDS[draft.recurrence]
    return word if draft.recurrence_words in ("", word) else f"{word}（原文“{draft.recurrence_words}”）"


def must_of(draft: DraftTask, known: Mapping[str, int]) -> tuple[str, ...]:
    if not draft.departments:
        return ("没有责任部门，请填写",)
    return (*_unknown(draft, known), *(d["message"] for d in draft.doubts if d["must"] and not d["settled"]))


def _unknown(draft: DraftTask, known: Mapping[str, int]) -> list[str]:
    """A line each, unless they are so many that nothing else would be seen."""
    names = [f"“{d['name']}”" for d in draft.departments if d["name"] not in known]
    if len(names) > A_FEW:
        return [f"{''.join(names[:A_FEW])}等{len(names)}个名称不在部门库"]
    return [f"{name}不在部门库" for name in names]


def editing(
    draft: DraftTask,
    previous: DraftTask | None,
    names: tuple[Unknown, ...],
    typed: Values | None,
    rows: Sequence[Values] | None,
    errors: Errors,
) -> Editing:
    return Editing(
        id=draft.id,
        values=typed if typed is not None else task_values(draft),
        indicators=(*(rows if rows is not None else indicator_values(draft)), dict(ANOTHER)),
        errors=errors,
        cuts=tuple(places(draft.text)),
        previous=label(previous) if previous else "",
        names=names[:A_FEW],
        more_names=max(0, len(names) - A_FEW),
    )


def task_values(draft: DraftTask) -> dict[str, str]:
    """The draft as its form shows it."""
    by_role = {role: "、".join(d["name"] for d in draft.departments if d["role"] == role.value) for role in PrintedRole}
    return {
        "number": draft.number or "",
        "heading": draft.heading or "",
        "text": draft.text,
        "lead": by_role[PrintedRole.LEAD],
        "responsible": by_role[PrintedRole.RESPONSIBLE],
        "support": by_role[PrintedRole.SUPPORT],
        "due_on": draft.due_on.isoformat() if draft.due_on else "",
        "deadline_kind": draft.deadline_kind.value,
        "deadline_words": draft.deadline_words,
        "recurrence": draft.recurrence.value if draft.recurrence else "",
        "cycle": draft.report_cycle.value,
        "version": str(draft.version),
        "name": label(draft),
    }


def indicator_values(draft: DraftTask) -> list[dict[str, str]]:
    return [{n: str(i[n] if i[n] is not None else "") for n in INDICATOR_FIELDS} for i in draft.indicators]
