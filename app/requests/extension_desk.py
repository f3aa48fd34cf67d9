"""The two pages of 延期: the application, and the decision."""

from datetime import date

from sqlmodel import Session

from app.access.rules import TaskFacts, why_not_decide_extension
from app.core.filters import beijing_day, day, moment, short_day
from app.core.forms import Errors, Typed
from app.core.pages import Stale
from app.people.models import Department, User
from app.people.scope import Viewer
from app.progress import queries
from app.progress.lines import TaskLine, beijing
from app.progress.models import Decision, ExtensionRequest
from app.requests.extending import OFFICE_DAYS
from app.requests.pages import AskExtension, Days, OneExtension, Outcome
from app.tasks.models import Task
from app.workdays.calendar import installed
from app.workdays.rules import working_days_between

LABELS = {"until": "改为何日", "reason": "理由", "plan": "后续安排", "remark": "理由"}


def ask_page(
    db: Session, task: Task, today: date, *, typed: Typed | None = None, errors: Errors | None = None
) -> AskExtension:
    line = queries.task_line(db, task.id, today)
    typed = typed if typed is not None else Typed()
    late = (today - task.due_on).days if task.due_on else 0
    return AskExtension(
        task_id=task.id,
        number=line.number,
        target=line.target,
        days=days_of(line),
        late_words=f"时限已过{late}天，按补办登记。" if late > 0 else "",
        limit_words=f"{OFFICE_DAYS}天以内且第一次延期由办公室决定，其他由分管领导或主要领导决定；没有决定前照常计时",
        version=task.version,
        until=typed.get("until", ""),
        reason=typed.get("reason", ""),
        plan=typed.get("plan", ""),
        errors=errors or {},
        labels=LABELS,
    )


def decide_page(
    db: Session,
    viewer: Viewer,
    facts: TaskFacts,
    asked: ExtensionRequest,
    today: date,
    *,
    typed: Typed | None = None,
    errors: Errors | None = None,
) -> OneExtension:
    line = queries.task_line(db, asked.task_id, today)
    asker = db.get_one(User, asked.asked_by_id)
    home = db.get(Department, asker.department_id) if asker.department_id else None
    department = home.name if home else ""
    typed, errors = typed if typed is not None else Typed(), errors or {}
    return OneExtension(
        id=asked.id,
        task_id=asked.task_id,
        number=line.number,
        target=line.target,
        lamp=line.lamp,
        eyebrow=f"{department} {beijing_day(asked.asked_at)}申请{waited(asked, today)}",
        days=days_of(line),
        until=asked.until.isoformat(),
        until_shown=day(asked.until),
        until_words=day_in_words(asked.until, today),
        shift=f"{working_days_between(asked.old_due_on, asked.until, installed().is_working_day)}个工作日",
        standing=standing_of(asked),
        asker=asker.name,
        department=department,
        reason=asked.reason,
        plan=asked.plan,
        progress=progress_of(line),
        outcome=outcome_of(db, asked, today),
        why_not=why_not_decide_extension(viewer, facts, for_leader=asked.for_leader, asked_by_id=asked.asked_by_id),
        version=asked.version,
        other=typed.get("until", ""),
        remark=typed.get("remark", ""),
        opened=next(iter(errors), ""),
        errors=errors,
        labels=LABELS,
    )


def decided_meanwhile(db: Session, asked: ExtensionRequest, typed: Typed, number: str, today: date) -> Stale:
    """The second decider sees what the first decided, and his own words."""
    done = outcome_of(db, asked, today)
    words = f"{done.who} {done.at}已{done.word}第{number}项的延期，没有重复办理。" if done else ""
    if done and done.remark:
        words += f"理由：{done.remark}"
    mine = "同意" if typed.get("decision") == Decision.ACCEPTED else "不同意"
    said = "：".join(w for w in (mine, typed.get("until", ""), typed.get("remark", "")) if w)
    return Stale(
        words or f"第{number}项的延期申请刚有变化，没有办理。请核对最新内容后再办。", "你的决定", said,
        f"/extensions/{asked.id}", "查看延期申请",
    )  # fmt: skip


def days_of(line: TaskLine) -> Days:
    return Days(day(line.first_due_on) or "没有写明", day(line.due_on) or "没有写明", line.extended)


def day_in_words(value: date, today: date) -> str:
    """11月30日; with its year beyond this one."""
    return short_day(value) if value.year == today.year else f"{value.year}年{short_day(value)}"


def waited(asked: ExtensionRequest, today: date) -> str:
    first = beijing(asked.asked_at)
    if asked.decision is not None or first is None:
        return ""
    days = working_days_between(first, today, installed().is_working_day)
    return f"，等了{days}个工作日" if days > 0 else ""


def standing_of(asked: ExtensionRequest) -> str:
    if asked.late:
        return f"{day(asked.old_due_on)}的时限已过才提出，按补办登记。没有同意前照常计逾期。"
    if asked.decision is not None:
        return "时限前提出，手续合规。"
    return f"时限前提出，手续合规。没有同意前照常计时：过了{day(asked.old_due_on)}亮红灯。"


def progress_of(line: TaskLine) -> str:
    if line.last_reported_on is None:
        return "还没有报送过进展。"
    plan = f"，序时{line.expected}%" if line.expected is not None else ""
    return f"{line.summary}（{day(line.last_reported_on)}报送，完成{line.percent}%{plan}）"


def outcome_of(db: Session, asked: ExtensionRequest, today: date) -> Outcome | None:
    if asked.decision is None:
        return None
    who, at = queries.name_of(db, asked.decided_by_id), moment(asked.decided_at)
    if asked.decision is Decision.ACCEPTED and asked.granted_until is not None:
        return Outcome(f"同意延至{day_in_words(asked.granted_until, today)}", "g", who, at, "")
    return Outcome("不同意延期", "r", who, at, asked.remark)
