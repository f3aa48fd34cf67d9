"""What taking a difference over would do, and both sides of it in words."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from app.core.filters import day as short
from app.core.filters import figure
from app.importing.editions.compare import DATE, GOAL, PARTIES, PLACE, Clause, Goal, Matched, Part, When
from app.importing.editions.comparison import Comparison, standing_number
from app.importing.editions.pages import Text
from app.importing.editions.stored import printed
from app.importing.similar import Stretch, differences, plain
from app.importing.words import COMPARATOR_WORDS, RECURRENCE_WORDS, ROLE_WORDS
from app.progress.lines import TaskLine
from app.tasks.kinds import Comparator, Lamp, PrintedRole, TaskStatus
from app.tasks.models import Indicator, Task
from app.tasks.rules import LampView, expected_percent, lamp
from app.workdays.calendar import installed

STOOD: Final = {
    TaskStatus.CLOSED: "已销号，不勾选就保留原样",
    TaskStatus.ENDED: "已终止，不勾选就保留原样",
    TaskStatus.WITHDRAWN: "已撤销，不勾选就保留原样",
    TaskStatus.CARRIED_OVER: "已结转，不勾选就保留原样",
}


def texts(found: Comparison, row: Matched, part: Part) -> tuple[Text, Text]:
    """What stands and what the newer document says, in the terms of this part."""
    if row.old is None or row.new is None:
        return whole(row.old), whole(row.new)
    if part.code == PARTIES:
        return parties(found, row.old, row.new), parties(found, row.new, row.old)
    if part.code == PLACE:
        return differences(place_words(row.old), place_words(row.new))
    if plain(row.old.text) != plain(row.new.text):
        return differences(row.old.text, row.new.text)
    return differences(said(row.old, part), said(row.new, part))


def whole(clause: Clause | None) -> Text:
    return (Stretch(clause.text, mark=False),) if clause else ()


def parties(found: Comparison, mine: Clause, other: Clause) -> Text:
    """Each department; marked where the other side does not have it in this role."""
    lines: list[Stretch] = []
    for who, role in mine.who:
        name = found.standing.names.get(who, "") if isinstance(who, int) else who
        word = "" if role == PrintedRole.RESPONSIBLE else f"（{ROLE_WORDS[PrintedRole(role)]}）"
        lines += [Stretch("、", mark=False)] if lines else []
        lines.append(Stretch(name + word, mark=(who, role) not in other.who))
    if mine.leaders or other.leaders:
        lines.append(Stretch(f"；{mine.leaders or '没有写明负责人'}", mark=mine.leaders != other.leaders))
    return tuple(lines) or (Stretch("没有责任部门", mark=True),)


def place_words(clause: Clause) -> str:
    return f"第{clause.number}项" + (f"　{clause.heading}" if clause.heading else "")


def said(clause: Clause, part: Part) -> str:
    """Day and figures, where the sentence itself is the same."""
    words = [when_words(clause.when)] if DATE in part.tags else []
    words += ["；".join(goal_words(g) for g in clause.goals) or "没有指标"] if GOAL in part.tags else []
    return "；".join(words)


def when_words(when: When) -> str:
    day = when.standing.isoformat() if when.standing else ""
    cycle = RECURRENCE_WORDS[when.recurrence] if when.recurrence else ""
    return "，".join(w for w in (when.words, day, cycle) if w) or "没有写明时限"


def goal_words(goal: Goal) -> str:
    if goal.comparator is Comparator.RANGE:
        return f"{figure(goal.value)}～{figure(goal.value_max)}{goal.unit}"
    return f"{COMPARATOR_WORDS[goal.comparator]}{figure(goal.value)}{goal.unit}"


def effects(found: Comparison, row: Matched, part: Part) -> list[str]:
    if row.old is None and row.new is not None:
        names = "".join(s.text for s in parties(found, row.new, row.new))
        presumed = len(row.new.who) > 1 and PrintedRole.LEAD not in {role for _, role in row.new.who}
        cut = [f"可能是从第{standing_number(found, row.near)}项拆出来的"] if row.near else []
        return [f"责任部门：{names}{'（牵头推定）' if presumed else ''}", *day_of_new(row.new), *cut]
    if row.old is None:
        return []
    task = found.tasks[row.old.id]
    if row.new is None:
        waiting = ["正在申请销号，请先办理，这里不动"] if task.status is TaskStatus.CLOSURE_REQUESTED else []
        into = [f"可能已写进第{standing_number(found, row.near)}项"] if row.near else []
        kept = [f"现有{reports_of(found, task)}次报送，保留为历史"] if reports_of(found, task) else []
        return [*into, *(waiting or kept)]
    words = [STOOD[task.status]] if task.status in STOOD else []
    if DATE in part.tags:
        words += day_effects(task, row.new, found.lines.get(task.id), found.today)
    if GOAL in part.tags:
        words += goal_effects(found, task, row.old, row.new)
    if part.code == PARTIES:
        words += party_effects(found, task, row.new)
    return words


def reports_of(found: Comparison, task: Task) -> int:
    return sum(found.standing.reports.get(p.id, 0) for p in found.standing.parties.get(task.id, ()))


def day_of_new(clause: Clause) -> list[str]:
    return [f"时限：{when_words(clause.when)}"] if clause.when.standing or clause.when.recurrence else []


def day_effects(task: Task, new: Clause, line: TaskLine | None, today: date) -> list[str]:
    day = new.when.standing
    if day is None:
        return ["采用后没有时限" if task.due_on else f"周期：{when_words(new.when)}"]
    if task.first_due_on is None:
        return [f"原来没有时限，原定、现定都记为{short(day)}"]
    if task.status is TaskStatus.DRAFT:
        return [f"还没有交办，原定、现定都记为{short(day)}"]
    if day == task.due_on:
        return [f"现定{short(day)}不变"]
    words = [f"原定{short(task.first_due_on)}不改，现定变为{short(day)}，提醒按新的日期发"]
    return words + (lamp_effects(line, day, today) if line else [])


def lamp_effects(line: TaskLine, day: date, today: date) -> list[str]:
    """The lamp beside the new day: one that is no longer late may still be behind."""
    before = line.lamp
    after = lamp(replace(line.standing, due_on=day), today, is_working_day=installed().is_working_day)
    if (before.lamp, before.note) == (after.lamp, after.note):
        return []
    turn = f"仍{lit(after)}" if before.lamp is after.lamp else f"转{lit(after).removeprefix('亮')}"
    why = "，记录注明因新版" if line.overdue_days and day >= today else ""
    return [f"现{lit(before)}（{before.note}），采用后{turn}（{after.note}）{why}"]


def lit(view: LampView) -> str:
    """未报 is no colour."""
    return view.word if view.lamp in (Lamp.HOLLOW, Lamp.STOPPED) else f"亮{view.word}灯"


def goal_effects(found: Comparison, task: Task, old: Clause, new: Clause) -> list[str]:
    """What was reported stays; beside another goal, or another day, it may be too little or enough."""
    before, after = goals_besides(old, new), goals_besides(new, old)
    words = [f"指标由{before}改为{after}"] if before != after else []
    for was in found.standing.indicators.get(task.id, ()):
        value, goal = found.standing.readings.get(was.id), next((g for g in new.goals if g.unit == was.unit), None)
        if value is not None:
            late = is_behind(value, was, task.start_on, task.due_on, found.today)
            later = goal is not None and is_behind(value, goal, task.start_on, new.when.standing, found.today)
            turn = {(False, True): "，序时变为落后", (True, False): "，序时不再落后"}.get((late, later), "")
            words.append(f"已报{figure(value)}{was.unit}{turn}")
    return words


def goals_besides(mine: Clause, other: Clause) -> str:
    """Those that the other side does not have."""
    return "；".join(goal_words(g) for g in mine.goals if g not in other.goals) or "没有指标"


def is_behind(value: Decimal, goal: Goal | Indicator, start_on: date | None, due_on: date | None, today: date) -> bool:
    """序时: less of it than of the time. What must not be exceeded has no pace."""
    expected = expected_percent(start_on, due_on, today)
    if expected is None or goal.value is None or goal.comparator is Comparator.AT_MOST:
        return False
    return value * 100 < goal.value * expected


def party_effects(found: Comparison, task: Task, new: Clause) -> list[str]:
    named = {who for who, _ in new.who}
    words = []
    for party in printed(found.standing.parties.get(task.id, ())):
        sent, name = found.standing.reports.get(party.id, 0), found.standing.names[party.department_id]
        if party.department_id not in named:
            words.append(f"{name}有{sent}次报送，作为历史保留" if sent else f"{name}不再承担")
    return words
