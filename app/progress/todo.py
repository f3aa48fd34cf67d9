"""My to-do as a page: what is owed, in the order in which it hurts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlmodel import Session

from app.core.filters import beijing_day, day, moment, short_day
from app.core.forms import Errors
from app.people.kinds import Role
from app.people.scope import Viewer
from app.progress import attachments, measuring, queries
from app.progress.lines import TaskLine
from app.progress.measuring import Measure
from app.progress.models import Attachment, ProgressReport, ReportSlot, ReportStatus, SlotStatus
from app.progress.pages import LABELS, Group, OpenForm, Proof, Todo, TodoRow
from app.progress.queries import Returned
from app.progress.receiving import to_sign
from app.progress.rules import hints
from app.progress.service import UNSENT
from app.tasks.kinds import Lamp, Part, TaskStatus
from app.workdays.calendar import installed
from app.workdays.rules import add_working_days

SOON = 5
WEEKDAYS = "一二三四五六日"
TITLES = (
    ("late", "逾期"),
    ("returned", "退回修改"),
    ("week", "本周到期"),
    ("open", "可以报送"),
    ("days", "任务时限临近"),
    ("sent", "已报送"),
)


@dataclass(frozen=True)
class Typed:
    """What came back with faults: shown again instead of what is stored."""

    slot_id: int
    fields: dict[str, str]
    errors: Errors = field(default_factory=dict)


def todo_page(
    db: Session,
    viewer: Viewer,
    today: date,
    *,
    open_id: int | None = None,
    typed: Typed | None = None,
    done: str = "",
    undo: str = "",
    focus: bool = False,
) -> Todo:
    """`open_id` None opens the first matter; 0 opens none. `focus` leads the keyboard there."""
    lines = queries.department_lines(db, viewer.department_id, today)
    slots = queries.owed_slots(db, viewer.department_id, today)
    returned = queries.returned_words(db, viewer.department_id)
    delayed = queries.asked_longer(db, viewer.department_id)
    may_ask = {i for i, li in lines.items() if i not in delayed and asks_longer(li, viewer, today)}
    unreleased = queries.unreleased(db, viewer.department_id)
    sent = queries.reports_to_withdraw(db, viewer.department_id) if viewer.role is Role.HEAD else {}
    kinds = {s.id: kind_of(s, viewer, today) for s in slots}
    ordered = [s for kind, _ in TITLES for s in slots if kinds[s.id] == kind]
    writable = [s.id for s in ordered if kinds[s.id] != "sent"]
    opened = open_id if open_id is not None else next(iter(writable), 0)
    groups: dict[str, list[TodoRow]] = {kind: [] for kind, _ in TITLES}
    for slot in ordered:
        line = lines[slot.task_id]
        form = None
        if slot.id == opened and slot.id in writable:
            form = open_form(db, viewer, slot, line, typed)
        groups[kinds[slot.id]].append(
            slot_row(slot, line, returned.get(slot.id), viewer, today, form, sent.get(slot.id), line.id in may_ask)
        )
    for waiting in unreleased:
        groups["open"].append(unreleased_row(lines[waiting.task_id], waiting.author, viewer))
    shown = {s.task_id for s in ordered if s.id in writable}
    days = [li for li in near(lines.values(), viewer, today) if li.id not in shown]
    groups["days"] = [day_row(li, today, li.id in may_ask) for li in days]
    found = tuple(Group(kind, title, tuple(groups[kind])) for kind, title in TITLES if groups[kind])
    signing = to_sign(db, viewer.department_id, today, installed().is_working_day)
    return Todo(
        title=(f"{len(signing)}本台账待签收，" if signing else "") + title_of(groups),
        eyebrow=eyebrow_of(viewer, today),
        to_sign=signing,
        groups=found,
        next_words="" if writable or unreleased else next_words(lines.values(), viewer, today),
        done=done,
        undo=undo,
        focus=("form" if opened in writable else "head") if focus else "",
    )


def kind_of(slot: ReportSlot, viewer: Viewer, today: date) -> str:
    if slot.status is SlotStatus.SUBMITTED or (slot.status is SlotStatus.WITH_HEAD and viewer.role is Role.LIAISON):
        return "sent"
    if slot.status is SlotStatus.RETURNED:
        return "returned"
    if slot.due_on < today:
        return "late"
    return "week" if slot.due_on <= sunday(today) else "open"


def sunday(today: date) -> date:
    return today + timedelta(days=6 - today.weekday())


def title_of(groups: dict[str, list[TodoRow]]) -> str:
    late = len(groups["late"]) + sum(r.late for r in groups["days"] + groups["returned"])
    count = sum(len(groups[k]) for k in ("late", "returned", "week", "days"))
    if not count:
        return f"本周没有要办的事，{len(groups['open'])}件可以先报" if groups["open"] else "本周没有要办的事"
    return f"本周要办{count}件，{late}件已逾期" if late else f"本周要办{count}件"


def eyebrow_of(viewer: Viewer, today: date) -> str:
    monday, last = today - timedelta(days=today.weekday()), sunday(today)
    end = f"{last.day}日" if last.month == monday.month else short_day(last)
    return f"{viewer.department}　{monday.year}年{short_day(monday)}至{end}（第{today.isocalendar().week}周）"


def near(lines: Iterable[TaskLine], viewer: Viewer, today: date) -> list[TaskLine]:
    """Tasks the department leads whose day has passed or comes within five working days."""
    limit = add_working_days(today, SOON, installed().is_working_day)
    found = [li for li in lines if leads(li, viewer) and li.due_on is not None and li.due_on <= limit]
    return sorted(found, key=lambda li: (li.due_on or today, li.id))


def leads(line: TaskLine, viewer: Viewer) -> bool:
    return any(d.part is Part.LEAD and d.id == viewer.department_id for d in line.departments)


def when_of(due_on: date, today: date) -> tuple[str, str]:
    """The words beside a row: 逾期14天, 今天, 明天, 10-20."""
    left = (due_on - today).days
    weekday = f"周{WEEKDAYS[due_on.weekday()]}"
    if left < 0:
        return f"逾期{-left}天", f"应于{day(due_on)}"
    if left < 2:
        return ("今天", "明天")[left], f"{day(due_on)} {weekday}"
    return day(due_on), weekday


def slot_row(
    slot: ReportSlot,
    line: TaskLine,
    returned: Returned | None,
    viewer: Viewer,
    today: date,
    form: OpenForm | None,
    sent: int | None,
    may_ask: bool,
) -> TodoRow:
    kind = kind_of(slot, viewer, today)
    when, sub = when_of(slot.due_on, today)
    word, late = f"{slot.period_word}进展　{last_words(line)}", kind == "late"
    if kind == "returned" and returned is not None:
        word = f"{slot.period_word}进展　{returned.reviewer} {beijing_day(returned.at)}退回：{returned.remark}"
        if returned.redo_on is not None:
            when, sub, late = f"{day(returned.redo_on)}前", "重报时限", returned.redo_on < today
    if slot.status is SlotStatus.SUBMITTED:
        when, sub = "", f"{beijing_day(slot.first_submitted_at)}报送"
    elif kind == "sent":
        when, sub = "", "已送部门负责人"
    tag, tone = TAGS.get(slot.status, ("", ""))
    action = "" if kind == "sent" else "修改重报" if kind == "returned" else "填报"
    return TodoRow(
        slot.id, line.id, line.number, line.target, line.lamp, word, tag, tone, when, sub, late, action,
        f"/todo?open={slot.id}", f"/reports/{sent}/withdrawal" if sent else "",
        longer_href(line) if may_ask and kind != "sent" else "", form,
    )  # fmt: skip


TAGS = {
    SlotStatus.DRAFT: ("草稿", ""),
    SlotStatus.WITH_HEAD: ("待部门审核", "y"),
    SlotStatus.RETURNED: ("退回", "r"),
    SlotStatus.SUBMITTED: ("待审核", "a"),
}


def last_words(line: TaskLine) -> str:
    """What was said last, and why the lamp is not green."""
    if line.last_reported_on is None:
        return "还没有报送过"
    why = f"　{line.lamp.note}" if line.lamp.lamp in (Lamp.RED, Lamp.YELLOW) else ""
    who = f"（{line.told_by_other}报送）" if line.told_by_other else ""
    return f"上期{day(line.last_reported_on)}，{line.percent}%{who}{why}"


def asks_longer(line: TaskLine, viewer: Viewer, today: date) -> bool:
    """The head may ask for a later day where the day is near or gone; earlier than that on the task's page."""
    if viewer.role is not Role.HEAD or line.status is not TaskStatus.ISSUED or line.due_on is None:
        return False
    return line.due_on <= add_working_days(today, SOON, installed().is_working_day)


def longer_href(line: TaskLine) -> str:
    return f"/tasks/{line.id}/extensions/new"


def day_row(line: TaskLine, today: date, may_ask: bool) -> TodoRow:
    assert line.due_on is not None
    when, sub = when_of(line.due_on, today)
    return TodoRow(
        0, line.id, line.number, line.target, line.lamp, f"任务时限　{last_words(line)}", "", "", when, sub,
        line.due_on < today, "报进展", f"/tasks/{line.id}/reports/new", "", longer_href(line) if may_ask else "", None,
    )  # fmt: skip


def unreleased_row(line: TaskLine, author: str, viewer: Viewer) -> TodoRow:
    action = "" if viewer.role is Role.LIAISON else "查看并报送"
    return TodoRow(
        0, line.id, line.number, line.target, line.lamp, f"{author}填写的临时进展", "待部门审核", "y", "", "",
        False, action, f"/tasks/{line.id}/reports/new", "", "", None,
    )  # fmt: skip


def next_words(lines: Iterable[TaskLine], viewer: Viewer, today: date) -> str:
    """An empty page says what comes next."""
    coming = sorted(
        (s.opens_on, li.position, li.number, s.word)
        for li in lines
        for s in li.slots
        if s.opens_on > today
        and s.responsibility_id in {d.responsibility_id for d in li.departments if d.id == viewer.department_id}
    )
    if not coming:
        return f"{viewer.department}目前没有要报送的期次。新任务交办后会出现在这里。"
    opens_on, _, number, word = coming[0]
    return f"下一件{short_day(opens_on)}开始报送：第{number}项{word}进展。"


def open_form(db: Session, viewer: Viewer, slot: ReportSlot, line: TaskLine, typed: Typed | None) -> OpenForm:
    report = queries.report_of_slot(db, slot)
    before = queries.previous_report(db, slot.responsibility_id)
    files = attachments.of_report(db, report.id if report else None)
    mine = typed if typed is not None and typed.slot_id == slot.id else None
    measured = measured_of(db, slot.task_id, report, mine)
    return fill(
        report, before, files, viewer, line, version=slot.version, slot_id=slot.id, measured=measured, typed=mine
    )


@dataclass(frozen=True)
class Measured:
    """The indicators of the form: fields, names for the summary of errors, what does not fit."""

    fields: tuple[Measure, ...]
    labels: dict[str, str]
    hints: tuple[str, ...]


def measured_of(db: Session, task_id: int, report: ProgressReport | None, typed: Typed | None) -> Measured:
    indicators = measuring.indicators_of(db, task_id)
    if not indicators:
        return Measured((), {}, ())
    before = measuring.known(db, task_id, besides=report.id if report else None)
    stored = measuring.readings_of(db, report.id if report else None)
    return Measured(
        fields=measuring.measures(indicators, before, stored, typed.fields if typed else None),
        labels=measuring.labels(indicators),
        hints=measuring.hints(indicators, before, stored, report.summary if report else ""),
    )


def fill(
    report: ProgressReport | None,
    before: ProgressReport | None,
    files: Sequence[Attachment],
    viewer: Viewer,
    line: TaskLine,
    *,
    version: int,
    measured: Measured,
    slot_id: int = 0,
    typed: Typed | None = None,
) -> OpenForm:
    """The form as stored, or as typed when it came back with faults."""
    stored = {
        "percent": str(report.percent if report else before.percent if before else ""),
        "summary": report.summary if report else "",
        "problems": report.problems if report else "",
        "next_steps": report.next_steps if report else "",
        "version": str(version),
    }
    values = {**stored, **(typed.fields if typed else {})}
    unsent = report is not None and report.status in UNSENT
    last = f"上期{before.percent}%" if before else "还没有报送过"
    return OpenForm(
        slot_id=slot_id,
        version=int(values["version"]) if values["version"].isdecimal() else version,
        percent=values["percent"],
        summary=values["summary"],
        problems=values["problems"],
        next_steps=values["next_steps"],
        measures=measured.fields,
        errors=typed.errors if typed else {},
        labels={**LABELS, **measured.labels},
        proofs=proofs(files, removable=unsent),
        below=f"{last}，序时{line.expected}%" if line.expected is not None else last,
        saved=f"草稿已保存 {moment(report.saved_at)}" if report and report.status is ReportStatus.DRAFT else "",
        send="送部门负责人" if viewer.role is Role.LIAISON else "报送审核",
        hints=(*draft_hints(report, before, len(files)), *measured.hints) if unsent else (),
    )


def draft_hints(report: ProgressReport | None, before: ProgressReport | None, files: int) -> tuple[str, ...]:
    if report is None:
        return ()
    return hints(
        report.percent,
        report.summary,
        no_change=report.no_change,
        proofs=files,
        previous_percent=before.percent if before else None,
        previous_summary=before.summary if before else "",
    )


def proofs(files: Sequence[Attachment], *, removable: bool) -> tuple[Proof, ...]:
    return tuple(Proof(f.id, f.name, f.size, f"/attachments/{f.id}/removal" if removable else "") for f in files)
