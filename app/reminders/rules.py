"""Which reminders are owed on a day. Pure: asking twice gives the same keys, so sending twice is impossible."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.progress.lines import LineSlot, TaskLine
from app.progress.models import SlotStatus
from app.tasks.kinds import Part, TaskStatus
from app.tasks.rules import overdue_days
from app.workdays.rules import IsWorkingDay, add_working_days

TASK_SOON = 5  # working days to the due day of a task
SLOT_SOON = 3  # and of a period
TITLE = 20  # characters of the target that tell a person which task it is


@dataclass(frozen=True)
class Reminder:
    """One thing to tell a department; the recipient's id completes the key."""

    key_stem: str
    task_id: int
    department_id: int
    words: str


def plan(lines: Iterable[TaskLine], today: date, is_working_day: IsWorkingDay) -> list[Reminder]:
    """All that is owed today, in the order of the lines."""
    if not is_working_day(today):
        return []
    task_horizon = _horizon(today, TASK_SOON, is_working_day)
    slot_horizon = _horizon(today, SLOT_SOON, is_working_day)
    owed: list[Reminder] = []
    for line in lines:
        # Once closure is asked for, the office has the next move.
        if line.status is not TaskStatus.ISSUED:
            continue
        owed += _of_task(line, today, task_horizon)
        owed += _of_slots(line, today, slot_horizon)
    return owed


def _horizon(today: date, count: int, is_working_day: IsWorkingDay) -> date:
    """The first day that lies more than `count` working days ahead."""
    return add_working_days(today, count + 1, is_working_day)


def _of_task(line: TaskLine, today: date, horizon: date) -> Iterator[Reminder]:
    """By the date alone: a yellow lamp may also mean behind plan."""
    if line.due_on is None:
        return
    late = overdue_days(line.due_on, today)
    if late:
        key, words = f"overdue:{line.id}:{today:%G-W%V}", f"已逾期{late}天，请尽快办理并报送。"
    elif line.due_on < horizon:
        left = (line.due_on - today).days
        key = f"due-soon:{line.id}:{line.due_on}"
        words = f"{day_words(line.due_on, today)}到期，剩{left}天。" if left else "今天到期。"
    else:
        return
    for department in line.departments:
        if department.part is Part.LEAD:
            yield Reminder(key, line.id, department.id, title(line) + words)


def _of_slots(line: TaskLine, today: date, horizon: date) -> Iterator[Reminder]:
    owner = {d.responsibility_id: d.id for d in line.departments}
    for slot in line.slots:
        # Sent back is told by the review; a sent or waived period owes nothing.
        if slot.status is SlotStatus.WAIVED or slot.submitted_on is not None:
            continue
        found = _of_slot(slot, today, horizon)
        if found is not None:
            key, words = found
            yield Reminder(key, line.id, owner[slot.responsibility_id], f"{title(line)}{slot.word}进展{words}")


def _of_slot(slot: LineSlot, today: date, horizon: date) -> tuple[str, str] | None:
    """The most urgent of missed, due and opened: after a pause of the engine one line says it all."""
    day = day_words(slot.due_on, today)
    if slot.due_on < today:
        return f"slot-missed:{slot.id}", f"应于{day}报送，还没有收到，请尽快补报。"
    if slot.opens_on > today:
        return None
    left = (slot.due_on - today).days
    if slot.due_on < horizon:
        return f"slot-due:{slot.id}", f"{day}前报送，剩{left}天。" if left else "今天截止报送。"
    return f"slot-open:{slot.id}", f"可以报送了，请在{day}前报送。"


def title(line: TaskLine) -> str:
    target = " ".join(line.target.split())
    short = target if len(target) <= TITLE else target[:TITLE] + "…"
    return f"第{line.number}项《{short.rstrip('。；，')}》"


def day_words(day: date, today: date) -> str:
    """10月20日 within the year, 2022年1月10日 beyond it."""
    within = f"{day.month}月{day.day}日"
    return within if day.year == today.year else f"{day.year}年{within}"
