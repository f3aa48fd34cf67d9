"""What is owed on a day, by the rules alone."""

from datetime import date
from itertools import pairwise

import pytest

from app.progress.lines import LineDepartment, LineSlot, TaskLine
from app.progress.models import SlotStatus
from app.reminders.rules import plan
from app.tasks.kinds import Lamp, Part, ReportCycle, TaskStatus
from app.tasks.rules import LampView
from app.workdays.calendar import installed

DAY = date(2021, 10, 14)  # a Thursday
CALENDAR = installed()


def a_line(**changes: object) -> TaskLine:
    values: dict[str, object] = {
        "id": 14, "ledger_id": 1, "position": 14, "number": "14", "target": "开展“港城工匠”寻访。",
        "status": TaskStatus.ISSUED, "departments": (LineDepartment(7, 70, "经济部", Part.LEAD, False, None),
        LineDepartment(8, 80, "财务部", Part.SUPPORT, False, None)), "slots": (), "start_on": None,
        "first_due_on": None, "due_on": None, "extended": 0, "set_by_office": False, "recurrence": None,
        "recurrence_words": "", "report_cycle": ReportCycle.NONE, "percent": None, "expected": None,
        "last_reported_on": None, "reported_by": "", "summary": "", "problems": "", "next_steps": "",
        "closed_on": None, "lamp": LampView(Lamp.GREEN, "", "", "绿"),
        "standing": None, "version": 1,
    }  # fmt: skip
    return TaskLine(**{**values, **changes})  # type: ignore[arg-type]


def a_slot(due_on: date, opens_on: date = date(2021, 9, 1), **changes: object) -> LineSlot:
    values: dict[str, object] = {"id": 5, "responsibility_id": 70, "word": "三季度", "status": SlotStatus.OPEN}
    return LineSlot(**{"submitted_on": None, **values, **changes, "opens_on": opens_on, "due_on": due_on})  # type: ignore[arg-type]


def owed(*lines: TaskLine, on: date = DAY) -> list[tuple[str, int, str]]:
    return [(r.key_stem, r.department_id, r.words) for r in plan(lines, on, CALENDAR.is_working_day)]


@pytest.mark.parametrize(
    ("due_on", "key"),
    [
        pytest.param(date(2021, 10, 22), [], id="six working days ahead"),
        pytest.param(date(2021, 10, 21), ["due-soon:14:2021-10-21"], id="five working days ahead"),
        pytest.param(date(2021, 10, 14), ["due-soon:14:2021-10-14"], id="today"),
        pytest.param(date(2021, 10, 13), ["overdue:14:2021-W41"], id="yesterday"),
        pytest.param(None, [], id="no due day"),
    ],
)
def test_a_task_is_told_by_its_date_alone(due_on, key):
    assert [k for k, *_ in owed(a_line(due_on=due_on))] == key


def test_the_words_say_which_task_and_how_long():
    assert owed(a_line(due_on=date(2021, 10, 20))) == [
        ("due-soon:14:2021-10-20", 7, "第14项《开展“港城工匠”寻访》10月20日到期，剩6天。")
    ]
    assert owed(a_line(due_on=date(2021, 8, 31)))[0][2] == "第14项《开展“港城工匠”寻访》已逾期44天，请尽快办理并报送。"


def test_every_lead_is_told_and_no_support():
    two = (
        LineDepartment(7, 70, "经济部", Part.LEAD, False, None),
        LineDepartment(9, 90, "组织部", Part.LEAD, False, None),
    )

    assert [d for _, d, _ in owed(a_line(due_on=DAY, departments=two))] == [7, 9]


def test_overdue_is_told_once_a_week():
    week = [owed(a_line(due_on=date(2021, 8, 31)), on=date(2021, 10, d))[0][0] for d in (11, 15, 18)]

    assert [a == b for a, b in pairwise(week)] == [True, False]


@pytest.mark.parametrize(
    ("opens_on", "due_on", "key"),
    [
        pytest.param(date(2021, 10, 15), date(2021, 11, 10), [], id="opens tomorrow"),
        pytest.param(date(2021, 10, 14), date(2021, 11, 10), ["slot-open:5"], id="opens today"),
        pytest.param(date(2021, 10, 11), date(2021, 11, 10), ["slot-open:5"], id="opened while the engine stood still"),
        pytest.param(date(2021, 9, 20), date(2021, 10, 19), ["slot-due:5"], id="three working days ahead"),
        pytest.param(date(2021, 9, 20), date(2021, 10, 13), ["slot-missed:5"], id="missed"),
    ],
)
def test_a_period_is_told_when_it_opens_nears_its_end_and_is_missed(opens_on, due_on, key):
    assert [k for k, *_ in owed(a_line(slots=(a_slot(due_on, opens_on),)))] == key


@pytest.mark.parametrize(
    "changes", [{"status": SlotStatus.WAIVED}, {"status": SlotStatus.RETURNED, "submitted_on": date(2021, 10, 8)}]
)
def test_a_waived_or_sent_period_owes_nothing(changes):
    assert owed(a_line(slots=(a_slot(date(2021, 10, 10), **changes),))) == []


@pytest.mark.parametrize("status", sorted(set(TaskStatus) - {TaskStatus.ISSUED}))
def test_a_task_that_is_not_in_hand_is_left_in_peace(status):
    assert owed(a_line(status=status, due_on=DAY, slots=(a_slot(DAY),))) == []


@pytest.mark.parametrize("day", [date(2021, 10, 1), date(2021, 10, 7), date(2021, 10, 10)], ids=str)
def test_nothing_on_a_holiday_or_a_sunday(day):
    assert owed(a_line(due_on=date(2021, 8, 31)), on=day) == []


def test_a_saturday_that_is_worked_is_a_working_day():
    assert owed(a_line(due_on=date(2021, 8, 31)), on=date(2021, 10, 9)) != []
