"""The office's desk as pages: the queue with one matter open, and the two pages of a closure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from app.core.filters import beijing_day, day, figure, moment
from app.core.forms import Errors, Typed
from app.core.pages import Stale
from app.progress import attachments, measuring, queries
from app.progress.lines import TaskLine, beijing
from app.progress.models import Decision, ProgressReport, ReportSlot, ReportStatus, Review
from app.progress.pages import LABELS, Compared, Matter, QueueRow, ReviewDesk
from app.progress.queries import Waiting
from app.progress.rules import hints
from app.progress.todo import proofs
from app.tasks.kinds import Part
from app.tasks.models import Indicator, Task
from app.workdays.calendar import installed
from app.workdays.rules import working_days_between

KINDS = {"report": "进展", "closure": "销号", "extension": "延期", "refusal": "退办"}
RARE = ("extension", "refusal")  # told only when there are any
ROWS = {"summary": "进展情况", "problems": "存在问题", "next_steps": "下步措施"}


def review_page(
    db: Session,
    today: date,
    *,
    report_id: int | None = None,
    typed: Typed | None = None,
    errors: Errors | None = None,
    done: str = "",
    undo: str = "",
) -> ReviewDesk:
    """The oldest report open, unless one was asked for."""
    queue = queries.review_queue(db)
    tasks = {w.task_id for w in queue}
    lines = queries.lines_of(db, columns(col(Task.id)).where(col(Task.id).in_(tasks)), today)
    reports = [w for w in queue if w.kind == "report"]
    asked = next((w for w in reports if w.id == report_id), None)
    opened = asked or next(iter(reports), None)
    missing = report_id is not None and asked is None and not done
    return ReviewDesk(
        title=title_of(queue, today),
        eyebrow=eyebrow_of(queue),
        waiting=len(queue),
        queue=tuple(queue_row(w, lines[w.task_id], current=w is opened) for w in queue),
        matter=matter_of(db, opened, lines[opened.task_id], typed, errors or {}) if opened else None,
        trouble="这份进展已经审核过，或已由部门撤回。" if missing else "",
        done=f"{done}，还有{len(queue)}件" if done and queue else done,
        undo=undo,
    )


def title_of(queue: Sequence[Waiting], today: date) -> str:
    if not queue:
        return "没有待审核的事项"
    first = beijing(queue[0].at)
    waited = working_days_between(first, today, installed().is_working_day) if first else 0
    return f"{len(queue)}件待审核" + (f"，最早一件等了{waited}个工作日" if waited > 0 else "")


def eyebrow_of(queue: Sequence[Waiting]) -> str:
    counts = Counter(w.kind for w in queue)
    return "、".join(f"{word}{counts[kind]}" for kind, word in KINDS.items() if counts[kind] or kind not in RARE)


def queue_row(waiting: Waiting, line: TaskLine, *, current: bool) -> QueueRow:
    is_report = waiting.kind == "report"
    elsewhere = f"/{waiting.kind}s/{waiting.id}" if waiting.kind in RARE else f"/tasks/{waiting.task_id}/closure"
    return QueueRow(
        href=f"/review?report={waiting.id}" if is_report else elsewhere,
        current=current,
        is_report=is_report,
        lamp=line.lamp,
        number=line.number,
        target=line.target,
        day=beijing_day(waiting.at),
        words=f"{waiting.department}　{waiting.word}",
    )


def matter_of(db: Session, waiting: Waiting, line: TaskLine, typed: Typed | None, errors: Errors) -> Matter:
    report = db.get_one(ProgressReport, waiting.id)
    slot = db.get(ReportSlot, report.slot_id) if report.slot_id else None
    before = queries.previous_report(db, report.responsibility_id, before=report)
    before_slot = db.get(ReportSlot, before.slot_id) if before and before.slot_id else None
    files = attachments.of_report(db, report.id)
    part = next(d for d in line.departments if d.responsibility_id == report.responsibility_id)
    indicators = measuring.indicators_of(db, report.task_id)
    known = measuring.known(db, report.task_id, besides=report.id)
    readings = measuring.readings_of(db, report.id)
    measured = measured_rows(indicators, known, readings)
    typed = typed if typed is not None else Typed()
    return Matter(
        id=report.id,
        task_id=line.id,
        version=report.version,
        number=line.number,
        target=line.target,
        lamp=line.lamp,
        department=part.name,
        part="牵头" if part.part is Part.LEAD else "配合",
        due=day(line.due_on),
        first_due=day(line.first_due_on),
        extended=line.extended,
        sent=sent_words(db, report, slot),
        before_head=f"{before_slot.period_word if before_slot else '上次'}　{beijing_day(before.submitted_at)}报送"
        if before
        else "以前没有通过的进展",
        after_head=f"本次　{waiting.word}",
        rows=compared(report, before, line.expected, measured),
        proofs=proofs(files, removable=False),
        hints=hints(
            report.percent,
            report.summary,
            no_change=report.no_change,
            proofs=len(files),
            previous_percent=before.percent if before else None,
            previous_summary=before.summary if before else "",
        )
        + measuring.hints(indicators, known, readings, report.summary),
        remark=typed.get("remark", ""),
        redo_on=typed.get("redo_on", ""),
        errors=errors,
        labels=LABELS,
    )


def sent_words(db: Session, report: ProgressReport, slot: ReportSlot | None) -> str:
    """Who, when, and on time or late: the first sending decides."""
    words = f"{queries.name_of(db, report.author_id)} {moment(report.submitted_at)}"
    if report.on_behalf:
        words += "，办公室代填"
    first = beijing(slot.first_submitted_at) if slot else None
    if slot is None or first is None:
        return words
    late = (first - slot.due_on).days
    return f"{words}，晚{late}天" if late > 0 else f"{words}，按时"


def compared(
    report: ProgressReport, before: ProgressReport | None, expected: int | None, measured: Sequence[Compared]
) -> tuple[Compared, ...]:
    plan = f"　序时{expected}%" if expected is not None else ""
    old = f"{before.percent}%" if before else ""
    rows = [Compared("完成进度", old, f"{report.percent}%{plan}", before is None or before.percent != report.percent)]
    rows += measured
    for name, label in ROWS.items():
        was, now = str(getattr(before, name, "")), str(getattr(report, name))
        rows.append(Compared(label, was, now, was != now))
    return tuple(rows)


def measured_rows(
    indicators: Iterable[Indicator], known: Mapping[int, measuring.Known], readings: measuring.Readings
) -> list[Compared]:
    """The values known before, with their day, and those of this report; an indicator nobody spoke of is left out."""
    rows = []
    for i in indicators:
        value, last = readings.get(i.id), known.get(i.id)
        was = f"{figure(last.value)}{i.unit}（{day(last.as_of)}）" if last else ""
        now = f"{figure(value)}{i.unit}" if value is not None else ""
        if was or now:
            rows.append(Compared(i.words, was, now, last is None or value != last.value))
    return rows


def decided(db: Session, report: ProgressReport, typed: Typed, number: str) -> Stale:
    """Somebody was first, or the department sent it anew."""
    last = db.exec(select(Review).where(Review.report_id == report.id).order_by(col(Review.id).desc()).limit(1)).first()
    words = f"第{number}项的进展刚有变化，没有办理。请打开最新内容核对后再办。"
    if last is not None and report.status is not ReportStatus.SUBMITTED:
        act = "通过" if last.decision is Decision.ACCEPTED else "退回"
        who = queries.name_of(db, last.reviewer_id)
        words = f"{who}{moment(last.at)}已{act}第{number}项的进展，没有重复办理。"
        if last.remark:
            words += f"审核意见：{last.remark}"
    return Stale(words, "你写的审核意见", typed.get("remark", ""), "/review", "回到审核")
