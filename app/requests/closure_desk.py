"""The two pages of 销号: the application, and the checking and consent."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlmodel import Session

from app.boards.history import Instructed, instructions
from app.core.filters import beijing_day, day, moment
from app.core.forms import Errors, Typed
from app.people.scope import Viewer
from app.progress import attachments, queries
from app.progress.closing import SAME_PERSON
from app.progress.lines import TaskLine
from app.progress.models import ClosureRequest
from app.progress.rules import Gate, gates
from app.requests.pages import AskClosure, Close, Proof, Step
from app.tasks.models import Task

LABELS = {
    "statement": "完成情况", "files": "佐证材料", "decision": "结论", "remark": "意见", "redo_on": "新的时限",
}  # fmt: skip
CHECKING = "办公室正在核验，核验后再请领导同意。"
FORWARDED = "已核验，等领导同意。领导同意后销号，不同意会写明要求退回。"


def ask_page(db: Session, task: Task, today: date, *, statement: str = "", errors: Errors | None = None) -> AskClosure:
    line = queries.task_line(db, task.id, today)
    return AskClosure(
        task_id=task.id,
        number=line.number,
        target=line.target,
        lamp=line.lamp,
        version=task.version,
        statement=statement,
        gates=gates_of(db, line, today, own_proofs=0, instructed=instructions(db, task.id)),
        errors=errors or {},
        labels=LABELS,
    )


def close_page(
    db: Session,
    viewer: Viewer,
    task: Task,
    asked: ClosureRequest,
    today: date,
    *,
    needs_leader: bool,
    typed: Typed | None = None,
    errors: Errors | None = None,
    trouble: str = "",
) -> Close:
    line = queries.task_line(db, task.id, today)
    files = attachments.of_request(db, asked.id)
    instructed = instructions(db, task.id)
    owed = 0 if asked.checked_at else instructions_owed(instructed)
    found = gates_of(db, line, today, own_proofs=len(files), instructed=instructed)
    met = sum(g.state == "ok" for g in found)
    why = trouble_of(viewer, asked)
    typed = typed if typed is not None else Typed()
    return Close(
        task_id=task.id,
        number=line.number,
        target=line.target,
        lamp=line.lamp,
        lead=line.lead_name,
        due=day(line.due_on),
        first_due=day(line.first_due_on),
        extended=line.extended,
        gates=found,
        gate_words=f"{met}项已满足" + (f"，{len(found) - met}项要看" if met < len(found) else ""),
        asker=queries.name_of(db, asked.asked_by_id),
        asked=moment(asked.asked_at),
        statement=asked.statement,
        proofs=tuple(Proof(f.id, f.name, f.size) for f in [*files, *queries.proofs_of_task(db, task.id)]),
        request_id=asked.id,
        version=asked.version,
        decision=typed.get("decision", ""),
        remark=typed.get("remark", ""),
        redo_on=typed.get("redo_on", ""),
        remark_hint=f"退回时必填；销号时写明{owed}条批示如何落实" if owed else "退回时必填",
        steps=steps(asked, needs_leader=needs_leader),
        checked=checked_words(db, asked),
        form="" if why else f"/tasks/{task.id}/closure{'-consent' if viewer.is_leader else ''}",
        form_title="领导意见" if viewer.is_leader else "办公室意见",
        choices=choices(viewer, line.lead_name or "部门", needs_leader=needs_leader),
        trouble=trouble or why,
        errors=errors or {},
        labels=LABELS,
    )


def instruction_words(one: Instructed) -> str:
    limit = f"，限{day(one.reply_by)}前回复" if one.reply_by else ""
    return f"{one.leader}{beijing_day(one.at)}批示“{one.text}”{limit}"


def trouble_of(viewer: Viewer, asked: ClosureRequest) -> str:
    """Why this reader only looks; empty when it is his turn."""
    if viewer.id in (asked.asked_by_id, asked.checked_by_id if viewer.is_leader else None):
        return SAME_PERSON
    if viewer.is_leader:
        return "" if asked.checked_at else CHECKING
    return FORWARDED if asked.checked_at else ""


def steps(asked: ClosureRequest, *, needs_leader: bool) -> tuple[Step, ...]:
    checked = asked.checked_at is not None
    consent = [Step("领导同意", "now" if checked else "")] if needs_leader or checked else []
    return (Step("牵头申请", "done"), Step("办公室核验", "done" if checked else "now"), *consent, Step("销号", ""))


def choices(viewer: Viewer, lead: str, *, needs_leader: bool) -> tuple[tuple[str, str, str], ...]:
    struck = "序号划去，提醒停止，尚未到期的期次免报"
    yes = ("同意销号", struck) if viewer.is_leader else ("符合条件，销号", struck)
    if needs_leader and not viewer.is_leader:
        yes = ("符合条件，报领导同意", "这本台账规定销号须经领导同意")
    return ("accepted", *yes), ("returned", "不予销号，退回", f"写明要求和新的时限，{lead}可见")


def checked_words(db: Session, asked: ClosureRequest) -> str:
    if asked.checked_at is None:
        return ""
    who = f"{queries.name_of(db, asked.checked_by_id)} {moment(asked.checked_at)}核验通过"
    return f"{who}：{asked.check_remark}" if asked.check_remark else who


def instructions_owed(found: Iterable[Instructed]) -> int:
    return sum(one.open for one in found)


def gates_of(
    db: Session, line: TaskLine, today: date, *, own_proofs: int, instructed: Sequence[Instructed]
) -> tuple[Gate, ...]:
    return gates(
        instructions=[(instruction_words(one), one.open) for one in instructed if not one.withdrawn],
        percent=line.percent,
        slots=[(s.word, s.due_on, s.status) for s in line.slots],
        proofs=own_proofs + len(queries.proofs_of_task(db, line.id)),
        indicators=queries.indicator_values(db, line.id),
        today=today,
    )
