"""A task's progress is what a lead said last; a change of the lead forgets nothing."""

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from sqlmodel import Session, select

from app.people.models import Department, User
from app.progress.queries import task_line
from app.progress.service import submit_report
from app.tasks.kinds import Part
from app.tasks.models import Responsibility, Task
from tests.factories import a_cast, a_ledger, a_task, department, responsibility

DAY = date(2021, 10, 14)
START = datetime(2021, 6, 10, 2, tzinfo=UTC)


@pytest.fixture
def home(db: Session) -> Department:
    return a_cast(db)


@pytest.fixture
def task(db: Session, home: Department) -> Task:
    made = a_task(
        db, a_ledger(db, home), lead=department(db, home, "组织部"), supports=(department(db, home, "财务部"),),
        presumed=True,
    )  # fmt: skip
    db.commit()
    return made


def report(db: Session, part: Responsibility, percent: int, at: datetime) -> None:
    head = db.exec(select(User).where(User.account == "zuzhi")).one()
    submit_report(
        db, db.get_one(Task, part.task_id), part, None, percent=percent, summary="做了。", problems="", next_steps="",
        no_change=False, by=head, now=at,
    )  # fmt: skip


def settle(as_user, db: Session, task: Task, lead: Department) -> None:
    db.commit()
    db.refresh(task)
    as_user("office").send(f"/tasks/{task.id}/lead", {"department_id": lead.id, "version": task.version})
    db.rollback()
    db.expire_all()


def test_the_earlier_leads_word_holds_until_the_new_lead_reports(as_user, db, home, task):
    old, new = department(db, home, "组织部"), department(db, home, "财务部")
    report(db, responsibility(db, task, old), 60, START)
    settle(as_user, db, task, new)

    line = task_line(db, task.id, DAY)
    assert (line.lead_name, line.percent, line.reported_by, line.told_by_other) == ("财务部", 60, "组织部", "组织部")
    assert "60%（组织部报送）" in as_user("office").open(f"/tasks/{task.id}").select_one(".facts").text

    db.rollback()
    report(db, responsibility(db, task, new), 70, START + timedelta(days=1))
    line = task_line(db, task.id, DAY)
    assert (line.percent, line.told_by_other) == (70, "")


def test_a_supporting_department_does_not_speak_for_the_task(db, home, task):
    report(db, responsibility(db, task, department(db, home, "财务部")), 90, START)

    assert task_line(db, task.id, DAY).percent is None


@pytest.mark.parametrize("seed", range(6))
def test_whatever_the_order_of_leads_and_reports_the_progress_is_never_lost(db, home, task, seed):
    """The model: the last word of whoever led when it spoke, or leads now."""
    chance = Random(seed)
    parts = [responsibility(db, task, department(db, home, name)) for name in ("组织部", "财务部")]
    said: list[tuple[int, int, bool]] = []
    for step in range(10):
        if chance.random() < 0.3:
            lead = chance.choice(parts)
            for part in parts:
                part.part = Part.LEAD if part is lead else Part.SUPPORT
        speaker = chance.choice(parts)
        report(db, speaker, step * 10, START + timedelta(days=step))
        said.append((step * 10, speaker.id, speaker.part is Part.LEAD))
        db.flush()

        leading = {p.id for p in parts if p.part is Part.LEAD}
        expected = [percent for percent, who, led in said if led or who in leading]
        assert task_line(db, task.id, DAY).percent == (expected[-1] if expected else None)
