"""并入 by a newer edition: what a clause or a lost task says besides its words comes along, with its history."""

from datetime import date

from sqlmodel import select

from app.people.models import Department
from app.progress.models import ReportSlot
from app.tasks.kinds import DeadlineKind, Part, Recurrence, ReportCycle, ResponsibilityStatus
from app.tasks.models import Responsibility, Task, TaskChange
from tests.importing.editions import adopt, draft, tasks


def parts(db, task_id) -> dict[str, Part]:
    rows = db.exec(
        select(Department.name, Responsibility.part)
        .join(Responsibility, Responsibility.department_id == Department.id)
        .where(Responsibility.task_id == task_id)
    )
    return dict(rows.all())


def reason(db, task_id) -> str:
    return db.exec(select(TaskChange.reason).where(TaskChange.task_id == task_id)).one()


def time_of(task: Task) -> tuple[object, ...]:
    return task.due_on, task.first_due_on, task.deadline_kind, task.deadline_words, task.recurrence, task.report_cycle


def test_a_joined_clause_gives_a_day_a_recurrence_and_a_cycle_to_a_task_that_had_none(as_user, db, ledger, batch):
    office, nine, new = as_user("office"), tasks(db, ledger)["9"], draft(db, batch, "38")
    new.recurrence, new.recurrence_words, new.report_cycle = Recurrence.QUARTERLY, "每季度", ReportCycle.MONTHLY
    nine.recurrence = None
    db.commit()
    nine_id, before = nine.id, time_of(nine)
    assert before[:4] == (None, None, DeadlineKind.NONE, "")

    adopt(office, batch, db, ledger, **{f"fate-d{new.id}": f"into-{nine_id}"})

    after, day = tasks(db, ledger)["9"], date(2021, 12, 20)
    assert time_of(after) == (day, day, new.deadline_kind, "12月20日前", Recurrence.QUARTERLY, ReportCycle.MONTHLY)
    assert parts(db, nine_id)["法工部"] is Part.SUPPORT
    assert "并入本项，带入时限2021年12月20日，带入周期每季，每月报送，法工部、保障部配合" in reason(db, nine_id)
    assert {s.period for s in db.exec(select(ReportSlot).where(ReportSlot.task_id == nine_id))} >= {"2021-11"}
    assert "带入时限2021年12月20日" in office.open(f"/tasks/{nine_id}").text

    office.send(f"/imports/{batch.id}/undo")
    assert time_of(tasks(db, ledger)["9"]) == before
    assert "法工部" not in parts(db, nine_id)
    assert not db.exec(select(ReportSlot).where(ReportSlot.task_id == nine_id)).all()


def test_where_both_say_a_day_the_task_keeps_its_own_and_tells_the_other(as_user, db, ledger, batch):
    office, nine, new = as_user("office"), tasks(db, ledger)["9"], draft(db, batch, "38")
    nine.due_on = nine.first_due_on = date(2021, 9, 30)
    nine.deadline_kind, nine.recurrence = DeadlineKind.BEFORE, Recurrence.YEARLY
    new.recurrence = Recurrence.QUARTERLY
    db.commit()
    nine_id = nine.id

    adopt(office, batch, db, ledger, take=[], **{f"fate-d{new.id}": f"into-{nine_id}"})

    after = tasks(db, ledger)["9"]
    assert (after.due_on, after.recurrence) == (date(2021, 9, 30), Recurrence.YEARLY)
    told = reason(db, nine_id)
    assert db.exec(select(TaskChange.what).where(TaskChange.task_id == nine_id)).one() == "并入、部门"
    assert "并入的时限是2021年12月20日，仍按2021年9月30日" in told
    assert "并入的周期是每季，仍按每年" in told


def test_a_lost_task_takes_its_day_and_its_departments_along(as_user, db, ledger, batch):
    office, before = as_user("office"), tasks(db, ledger)
    sixteen, seventeen = before["16"], before["17"]
    sixteen.first_due_on, sixteen.due_on = date(2021, 9, 30), date(2021, 11, 15)
    sixteen.deadline_kind, sixteen.deadline_words = DeadlineKind.BEFORE, "9月底前"
    other = db.exec(select(Department).where(Department.name == "法工部")).first()
    mine = db.exec(select(Responsibility).where(Responsibility.task_id == sixteen.id)).one()
    mine.department_id, mine.printed_name = other.id, other.name
    db.commit()
    lead = [p for p in parts(db, seventeen.id).items() if p[1] is Part.LEAD]
    kept, known = seventeen.id, parts(db, seventeen.id)

    adopt(office, batch, db, ledger, fate=f"into-{kept}")

    after = tasks(db, ledger)["17"]
    assert (after.first_due_on, after.due_on) == (date(2021, 9, 30), date(2021, 11, 15))
    assert parts(db, kept) == known | {"法工部": Part.SUPPORT}
    assert [p for p in parts(db, kept).items() if p[1] is Part.LEAD] == lead
    assert "第16项并入本项，带入时限2021年11月15日，法工部配合" in reason(db, kept)

    office.send(f"/imports/{batch.id}/undo")
    assert tasks(db, ledger)["17"].due_on is None
    assert parts(db, kept) == known


def test_who_had_handed_the_task_over_is_not_given_the_other_one(as_user, db, ledger, batch):
    office, before = as_user("office"), tasks(db, ledger)
    sixteen, nine = before["16"], before["9"]
    row = db.exec(select(Responsibility).where(Responsibility.task_id == sixteen.id)).one()
    row.status = ResponsibilityStatus.HANDED_OVER
    db.commit()
    nine_id, known = nine.id, parts(db, nine.id)

    adopt(office, batch, db, ledger, fate=f"into-{nine_id}")

    assert parts(db, nine_id) == known
