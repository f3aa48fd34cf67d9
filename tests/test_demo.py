"""The demonstration shows the figures the pages were drawn with, on any day, and never touches a real database."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, func, select

from app.audit.models import AuditEvent
from app.core import clock
from app.core.db import make_engine, transaction
from app.core.errors import AppError
from app.core.models import InstallationFact
from app.demo import refuse_without_mark, seed_demo
from app.importing.models import ImportBatch
from app.ledgers.models import Ledger
from app.people.kinds import Role
from app.people.models import Department, User
from app.progress.lines import LineSlot, TaskLine, task_lines
from app.progress.models import ExtensionRequest, ProgressReport, Reading, ReportSlot, SlotStatus
from app.reminders.models import Urge
from app.reminders.service import run_daily
from app.tasks.kinds import Lamp, TaskStatus
from app.tasks.models import Extension, Task
from app.workdays.calendar import installed
from tests.conftest import DAY
from tests.databases import create_database
from tests.factories import an_office

OTHER_DAYS = [date(2026, 11, 20), date(2027, 1, 5), date(2027, 3, 10), date(2024, 2, 29), date(2022, 10, 1)]
# The days are reckoned by us, not by the database.
EVERY_DAY = [*(("sqlite", day) for day in OTHER_DAYS), ("postgres", OTHER_DAYS[0])]


def lines(db: Session, day: date = DAY, number: str = "秦工办字〔2021〕29号") -> list[TaskLine]:
    wanted = select(Task.id).join(Ledger, col(Ledger.id) == col(Task.ledger_id)).where(Ledger.doc_number == number)
    return task_lines(db, wanted, day, installed().is_working_day)


def with_lamp(db: Session, lamp: Lamp) -> list[TaskLine]:
    return [line for line in lines(db) if line.lamp.lamp is lamp]


@pytest.fixture(scope="session")
def played(tmp_path_factory, request) -> Iterator[Callable[[str], Engine]]:
    """Played once on either database for all tests that only read it; a parametrized fixture would forget one."""

    @cache
    def play_on(kind: str) -> Engine:
        if kind == "sqlite":
            path = tmp_path_factory.mktemp("story") / "taizhang.sqlite"
            shutil.copy(request.getfixturevalue("sqlite_template"), path)
            engine = make_engine(f"sqlite:///{path}")
        else:
            engine = make_engine(create_database(request.getfixturevalue("postgres_folder"), "story"))
        clock.believe(DAY)
        seed_demo(engine)
        clock.believe(None)
        made.append(engine)
        return engine

    made: list[Engine] = []
    yield play_on
    for engine in made:
        engine.dispose()


@pytest.fixture(params=["sqlite", "postgres"])
def story(request, played) -> Engine:
    return played(request.param)


@pytest.fixture
def seeded(story):
    """On the day of the story; nothing is written."""
    clock.believe(DAY)
    with Session(story) as db:
        yield db
    clock.believe(None)


def test_thirty_seven_tasks_show_their_lamps(seeded):
    assert Counter(line.lamp.lamp for line in lines(seeded)) == {
        Lamp.RED: 6, Lamp.YELLOW: 6, Lamp.HOLLOW: 3, Lamp.GREEN: 18, Lamp.CLOSED: 4,
    }  # fmt: skip
    assert [line.number for line in with_lamp(seeded, Lamp.HOLLOW)] == ["25", "32", "34"]
    assert [line.number for line in with_lamp(seeded, Lamp.CLOSED)] == ["29", "33", "35", "37"]


def test_overdue_tasks_say_by_how_many_days(seeded):
    late = {line.number: line.overdue_days for line in with_lamp(seeded, Lamp.RED)}

    assert late == {"22": 44, "5": 29, "4": 14, "17": 14, "31": 6, "27": 4}


def test_yellow_tasks_say_why(seeded):
    assert {line.number: line.lamp.note for line in with_lamp(seeded, Lamp.YELLOW)} == {
        "14": "剩6天",
        "3": "落后15个百分点",
        "9": "落后13个百分点",
        "26": "落后22个百分点",
        "30": "落后12个百分点",
        "36": "落后21个百分点",
    }


def test_eleven_leads_wait_to_be_confirmed(seeded):
    presumed = [int(line.number) for line in lines(seeded) if line.presumed]

    assert presumed == [1, 2, 4, 5, 7, 11, 14, 18, 19, 23, 27]


def test_third_quarter_is_on_time_late_or_missing(seeded):
    owed = {line.number: slot for line in lines(seeded) if (slot := third_quarter(line))}

    late = [n for n, slot in owed.items() if slot.submitted_on and slot.submitted_on > slot.due_on]
    missing = [n for n, slot in owed.items() if slot.submitted_on is None]
    assert (len(owed), len(owed) - len(late) - len(missing)) == (30, 24)
    assert late == ["10", "12", "17"]
    assert missing == ["25", "32", "34"]


def third_quarter(line: TaskLine) -> LineSlot | None:
    return next((s for s in line.slots if s.word == "三季度" and s.status is not SlotStatus.WAIVED), None)


def test_task_14_was_extended_once(seeded):
    line = lines(seeded)[13]

    assert (line.first_due_on, line.due_on, line.extended) == (date(2021, 9, 30), date(2021, 10, 20), 1)
    assert seeded.exec(select(Extension.decided_by)).all() == ["周敏"]


def test_task_30_waits_for_a_leader_to_decide_on_its_extension(seeded):
    line = lines(seeded)[29]
    asked = seeded.exec(select(ExtensionRequest).where(ExtensionRequest.task_id == line.id)).one()

    assert (line.due_on, line.extended) == (date(2021, 10, 25), 0)
    assert (asked.until, asked.for_leader, asked.late, asked.decision) == (date(2021, 11, 30), True, False, None)


def test_task_17_has_proof_of_what_happened(seeded):
    seventeen = lines(seeded)[16]

    reports = seeded.exec(select(ProgressReport).where(ProgressReport.task_id == seventeen.id)).all()
    assert [(r.percent, r.status) for r in reports] == [(60, "returned"), (60, "accepted"), (67, "submitted")]
    assert [int(r.value) for r in seeded.exec(select(Reading).order_by(col(Reading.as_of)))] == [1, 2]
    urged = select(func.count()).select_from(Urge).where(Urge.task_id == seventeen.id)
    assert seeded.exec(urged).one() == 1


def test_all_three_ledgers_are_there_with_the_office_s_days(seeded):
    assert [len(lines(seeded, number=number)) for number in ("秦工办字〔2021〕29号", "大工办发〔2017〕28号")] == [
        37,
        15,
    ]
    fuxin = seeded.exec(select(Ledger).where(col(Ledger.doc_number).is_(None))).one()
    tasks = seeded.exec(select(Task).where(Task.ledger_id == fuxin.id).order_by(col(Task.position))).all()
    assert [task.number for task in tasks if not task.set_by_office] == ["二", "四", "五", "十"]
    assert all(task.due_on for task in tasks)


def test_one_request_for_closure_waits(seeded):
    waiting = [line.number for line in lines(seeded) if line.status is TaskStatus.CLOSURE_REQUESTED]

    assert waiting == ["10"]


def test_first_person_of_each_role_is_the_one_to_enter_as(seeded):
    first = {
        role: seeded.exec(select(User.name).where(User.role == role).order_by(col(User.id)).limit(1)).one()
        for role in (Role.OFFICE, Role.HEAD, Role.LEADER, Role.SYSADMIN)
    }
    assert first == {Role.OFFICE: "陈静", Role.HEAD: "刘海", Role.LEADER: "周敏", Role.SYSADMIN: "孙平"}
    assert set(seeded.exec(select(User.password_hash))) == {""}


def test_one_click_enters_as_the_head_of_the_economic_department(engine, visitor):
    seed_demo(engine)
    visitor.open("/sign-in")

    visitor.send("/sign-in/demo", {"role": "head"})

    assert "刘海" in visitor.open("/password").text


def test_the_log_carries_the_days_of_the_story(seeded):
    closing = seeded.exec(select(AuditEvent).where(AuditEvent.tag == "task:close").order_by(col(AuditEvent.id))).all()
    assert [e.at.astimezone(clock.BEIJING).date() for e in closing] == [
        date(2021, 8, 30), date(2021, 9, 28), *[date(2021, 9, 30)] * 3,
    ]  # fmt: skip
    assert seeded.exec(select(func.max(AuditEvent.at))).one() <= clock.now()


def test_a_second_seed_changes_nothing(story, seeded):
    before = rows(seeded)
    seeded.rollback()

    assert seed_demo(story) == "演示数据已经有了。"

    seeded.rollback()
    assert rows(seeded) == before


def rows(db: Session) -> list[int]:
    tables = (Department, User, Ledger, ImportBatch, Task, ReportSlot, ProgressReport, AuditEvent)
    return [db.exec(select(func.count()).select_from(table)).one() for table in tables]


def test_a_real_database_is_neither_filled_nor_opened(engine, db):
    an_office(db)
    db.commit()
    before = rows(db)

    with pytest.raises(AppError, match="没有装入演示数据"):
        seed_demo(engine)
    with pytest.raises(AppError, match="这个数据库不是演示数据，不能用演示方式启动"), transaction(engine) as other:
        refuse_without_mark(other)

    db.rollback()
    assert rows(db) == before


def test_an_empty_database_is_told_how_to_begin(engine):
    with pytest.raises(AppError, match="python -m app seed-demo"), transaction(engine) as other:
        refuse_without_mark(other)


def test_a_marked_database_may_be_opened(seeded):
    refuse_without_mark(seeded)

    assert seeded.get_one(InstallationFact, "demo").value == "2021-10-14"


def test_a_crash_leaves_an_empty_database(engine, db, monkeypatch):
    def crash(*_):
        raise RuntimeError("the lights went out")

    monkeypatch.setattr("app.demo.play", crash)
    with pytest.raises(RuntimeError, match="lights"):
        seed_demo(engine)

    assert set(rows(db)) == {0}


@pytest.mark.parametrize(("database_url", "day"), EVERY_DAY, ids=str, indirect=["database_url"])
def test_on_another_day_the_same_story_is_told(engine, db, day):
    clock.believe(day)
    seed_demo(engine)

    told = lines(db, day)
    assert {n.number: n.overdue_days for n in told if n.lamp.lamp is Lamp.RED} == {
        "22": 44, "5": 29, "4": 14, "17": 14, "31": 6, "27": 4,
    }  # fmt: skip
    assert [line.number for line in told if line.lamp.lamp is Lamp.HOLLOW] == ["25", "32", "34"]
    assert told[0].start_on == date(2021, 6, 4) + (day - DAY)


@pytest.mark.parametrize(("database_url", "day"), [("sqlite", DAY), *EVERY_DAY], ids=str, indirect=["database_url"])
def test_the_worker_finds_no_forgotten_period(engine, db, day):
    """Its periods are those of the calendar; a second one beside the story's would turn green tasks hollow."""
    clock.believe(day)
    seed_demo(engine)
    numbers = ("秦工办字〔2021〕29号", "大工办发〔2017〕28号")
    before = [[line.lamp for line in lines(db, day, number)] for number in numbers]
    db.rollback()

    with transaction(engine) as worker:
        run_daily(worker, day, clock.now(), installed().is_working_day)

    assert [[line.lamp for line in lines(db, day, number)] for number in numbers] == before
