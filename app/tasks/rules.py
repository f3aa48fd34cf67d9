"""The lamp 红黄绿灯 of a task, in words (DOMAIN.md §5, our default). Computed at reading time, never stored."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.tasks.kinds import Lamp, TaskStatus
from app.workdays.rules import IsWorkingDay, add_working_days

LAMP_WORDS = {Lamp.RED: "红", Lamp.YELLOW: "黄", Lamp.HOLLOW: "未报", Lamp.GREEN: "绿", Lamp.CLOSED: "销号"}
SEVERITY = {Lamp.RED: 1, Lamp.YELLOW: 2, Lamp.HOLLOW: 3}
# A task not yet issued owes nothing: it stands still like a suspended one.
STOPPED_WORDS = {
    TaskStatus.DRAFT: ("草稿", "尚未交办"),
    TaskStatus.AWAITING_APPROVAL: ("待审", "尚未交办"),
    TaskStatus.SUSPENDED: ("挂起", "恢复日期未定"),
    TaskStatus.ENDED: ("终止", "不再办理"),
    TaskStatus.WITHDRAWN: ("撤销", "不再办理"),
    TaskStatus.CARRIED_OVER: ("结转", "转入新台账"),
}


@dataclass(frozen=True)
class Standing:
    """What is known of a task on the as-of day: all that its lamp depends on."""

    status: TaskStatus
    start_on: date | None
    due_on: date | None
    percent: Decimal | int | None  # as last reported; None: never
    missed: tuple[str, ...]  # words of the periods past their day with nothing sent: "三季度"
    first_slot_passed: bool
    reported: bool
    closed_on: date | None
    resume_on: date | None = None
    end_word: str = ""  # where an ended task went: "并入第3项", "转入2022年台账"


@dataclass(frozen=True)
class Thresholds:
    """Settings of a ledger: working days to the due day, points behind."""

    soon: int = 5
    behind: int = 10
    far_behind: int = 30


@dataclass(frozen=True)
class LampView:
    """note: the short words beside the lamp; reason: all that holds; word: the lamp's name as shown."""

    lamp: Lamp
    note: str
    reason: str
    word: str


@dataclass(frozen=True)
class _Finding:
    lamp: Lamp
    note: str
    reason: str


DEFAULT_THRESHOLDS = Thresholds()


def lamp(
    standing: Standing, today: date, *, is_working_day: IsWorkingDay, thresholds: Thresholds = DEFAULT_THRESHOLDS
) -> LampView:
    """红黄绿灯 (DOMAIN.md §5): the first rule that holds decides; what else holds is added to the reason."""
    if standing.status in STOPPED_WORDS:
        return _stopped(standing, today)
    if standing.status is TaskStatus.CLOSED:
        return _closed(standing, today)
    if standing.start_on is not None and standing.start_on > today:
        note = f"{_day_words(standing.start_on, today)}启动"
        return LampView(Lamp.STOPPED, note, f"未启动，{note}", "未启动")
    findings = [
        *_overdue(standing, today),
        *_due_soon(standing, today, is_working_day, thresholds),
        *_behind(standing, today, thresholds),
        *_silent(standing),
    ]
    return _decide(sorted(findings, key=lambda finding: SEVERITY[finding.lamp]))


def counted_from(start_on: date | None, handed_out_on: date | None) -> date | None:
    """序时 and periods count from the day of 交办, where that came later than the document's own start."""
    return max(start_on, handed_out_on) if start_on is not None and handed_out_on is not None else start_on


def overdue_days(due_on: date | None, today: date) -> int:
    """Calendar days past the due day; 0 on the day itself and without one."""
    return max(0, (today - due_on).days) if due_on is not None else 0


def expected_percent(start_on: date | None, due_on: date | None, today: date) -> int | None:
    """序时进度: the share of the days gone by, 0 to 100, rounded half up; None without both days."""
    if start_on is None or due_on is None:
        return None
    if today >= due_on:
        return 100
    if today <= start_on:
        return 0
    gone, total = (today - start_on).days, (due_on - start_on).days
    return (200 * gone + total) // (2 * total)


def _stopped(standing: Standing, today: date) -> LampView:
    word, note = STOPPED_WORDS[standing.status]
    if standing.status is TaskStatus.SUSPENDED and standing.resume_on is not None:
        note = f"至{_day_words(standing.resume_on, today)}"
    note = standing.end_word or note
    return LampView(Lamp.STOPPED, note, f"{word}，{note}", word)


def _closed(standing: Standing, today: date) -> LampView:
    word = LAMP_WORDS[Lamp.CLOSED]
    if standing.closed_on is None:
        return LampView(Lamp.CLOSED, "已销号", "已销号", word)
    day = _day_words(standing.closed_on, today)
    late = overdue_days(standing.due_on, standing.closed_on)
    if late:
        return LampView(Lamp.CLOSED, "超期销号", f"{day}超期销号；超期{late}天", word)
    return LampView(Lamp.CLOSED, day, f"{day}销号", word)


def _decide(findings: list[_Finding]) -> LampView:
    if not findings:
        return LampView(Lamp.GREEN, "正常推进", "正常推进", LAMP_WORDS[Lamp.GREEN])
    first = findings[0]
    reason = "；".join(finding.reason for finding in findings)
    return LampView(first.lamp, first.note, reason, LAMP_WORDS[first.lamp])


def _overdue(standing: Standing, today: date) -> list[_Finding]:
    late = overdue_days(standing.due_on, today)
    return [_Finding(Lamp.RED, f"逾期{late}天", f"逾期{late}天")] if late else []


def _due_soon(standing: Standing, today: date, is_working_day: IsWorkingDay, thresholds: Thresholds) -> list[_Finding]:
    if standing.due_on is None or standing.due_on < today:
        return []
    # The same as working_days_between(today, due_on) <= soon, without counting every day of a far due day.
    if standing.due_on >= add_working_days(today, thresholds.soon + 1, is_working_day):
        return []
    left = (standing.due_on - today).days
    note = f"剩{left}天" if left else "今天到期"
    return [_Finding(Lamp.YELLOW, note, note)]


def _behind(standing: Standing, today: date, thresholds: Thresholds) -> list[_Finding]:
    """Never reported is not behind: silence is its own lamp (DOMAIN.md §5 rule 5)."""
    expected = expected_percent(standing.start_on, standing.due_on, today)
    if expected is None or standing.percent is None:
        return []
    points = expected - standing.percent
    if points < thresholds.behind:
        return []
    note = f"落后{_figure(points)}个百分点"
    colour = Lamp.RED if points > thresholds.far_behind else Lamp.YELLOW
    return [_Finding(colour, note, f"{note}（序时进度{expected}%，报送{_figure(standing.percent)}%）")]


def _silent(standing: Standing) -> list[_Finding]:
    """未报: a period past its day with nothing sent, or never a word since the first one (DOMAIN.md §5 rule 5)."""
    never = standing.first_slot_passed and not standing.reported
    findings = [_Finding(Lamp.HOLLOW, "从未报送", "从未报送")] if never else []
    if standing.missed:
        every = f"{'、'.join(standing.missed)}未报"
        note = every if len(standing.missed) <= 2 else f"{len(standing.missed)}期未报"
        findings.append(_Finding(Lamp.HOLLOW, note, every))
    return findings


def _day_words(day: date, today: date) -> str:
    """9月30日 within the year, 2020年9月30日 beyond it (ui/DESIGN.md §8)."""
    within = f"{day.month}月{day.day}日"
    return within if day.year == today.year else f"{day.year}年{within}"


def _figure(value: Decimal | int) -> str:
    return f"{Decimal(value).normalize():f}"
