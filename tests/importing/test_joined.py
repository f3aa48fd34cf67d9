"""A clause put into the one before: what only it says comes along, what differs is told, undo parts both."""

from datetime import date

from app.importing.models import DraftTask
from app.tasks.kinds import Recurrence, ReportCycle
from tests.importing.documents import an_import, standing

PLAIN = ("1", "深入企业走访慰问，", "组织部")


def an_import_of(db, *rows):
    batch = an_import(db, *rows)
    db.commit()
    return batch


def join(office, db, batch) -> DraftTask:
    second = standing(db, batch)[1]
    office.send(f"/imports/{batch.id}/tasks/{second.id}/merge", {"version": second.version})
    return standing(db, batch)[0]


def open_doubts(draft) -> dict[str, str]:
    return {d["code"]: d["message"] for d in draft.doubts if not d["settled"]}


def kept(draft) -> tuple[object, ...]:
    return (
        draft.text, draft.due_on, draft.deadline_kind, draft.deadline_words, draft.recurrence, draft.report_cycle,
        draft.departments, draft.doubts,
    )  # fmt: skip


def test_day_recurrence_departments_and_cycle_come_along_where_there_were_none(office, db):
    batch = an_import_of(db, ("1", "深入企业走访慰问，", ""), ("2", "每季度送清凉1次，8月底前完成。", "组织部、财务部"))
    first, second = standing(db, batch)
    second.report_cycle = ReportCycle.MONTHLY
    db.commit()
    assert (first.due_on, first.recurrence, first.departments) == (None, None, [])
    day = second.due_on

    joined = join(office, db, batch)

    assert (joined.due_on, joined.recurrence) == (day, Recurrence.QUARTERLY)
    assert day == date(2021, 8, 31)
    assert joined.text[joined.text.index("8月底前") :].startswith(joined.deadline_words)
    assert joined.report_cycle is ReportCycle.MONTHLY
    assert [d["name"] for d in joined.departments] == ["组织部", "财务部"]
    assert "no_department" not in open_doubts(joined)


def test_different_days_leave_the_first_and_raise_a_doubt(office, db):
    batch = an_import_of(db, ("1", "8月底前完成走访，", "组织部"), ("2", "12月31日前完成检查。", "组织部"))

    joined = join(office, db, batch)

    assert (joined.due_on, joined.deadline_words) == (date(2021, 8, 31), "8月底前")
    assert open_doubts(joined)["joined_deadline"] == "并入的第2项时限是12月31日前，这里保留8月底前，请核对"
    page = office.open(f"/imports/{batch.id}")
    assert "并入的第2项时限是12月31日前" in page.select_one(".doubt").text
    found = office.open(f"/imports/{batch.id}/publish").text
    assert "合并的两部分时限不同：第1项" in found


def test_different_recurrences_are_told(office, db):
    batch = an_import_of(db, ("1", "每年开展走访，", "组织部"), ("2", "每季度检查1次。", "组织部"))

    joined = join(office, db, batch)

    assert joined.recurrence is Recurrence.YEARLY
    assert open_doubts(joined)["joined_recurrence"] == "并入的第2项是每季，这里保留每年，请核对"


def test_different_departments_stand_together_and_who_leads_is_asked(office, db):
    batch = an_import_of(db, PLAIN, ("2", "送清凉3次。", "财务部"))

    joined = join(office, db, batch)

    assert [d["name"] for d in joined.departments] == ["组织部", "财务部"]
    assert open_doubts(joined)["lead_not_printed"] == "并入的第2项由财务部负责，合并后都列在这里，请核对谁牵头"
    office.send(f"/imports/{batch.id}/tasks/{joined.id}/settle", {"version": joined.version})
    assert not open_doubts(standing(db, batch)[0])


def test_where_a_lead_was_printed_the_two_are_told_apart(office, db):
    batch = an_import_of(db, PLAIN, ("2", "送清凉3次。", "财务部"))
    first, second = standing(db, batch)
    first.departments = [{"name": "组织部", "role": "lead"}]
    second.departments = [{"name": "财务部", "role": "lead"}]
    db.commit()

    joined = join(office, db, batch)

    assert open_doubts(joined)["joined_departments"].startswith("并入的第2项由财务部负责")


def test_what_both_say_alike_asks_nothing(office, db):
    batch = an_import_of(db, ("1", "8月底前完成走访，", "组织部"), ("2", "8月底前完成检查。", "组织部"))

    joined = join(office, db, batch)

    assert not [code for code in open_doubts(joined) if code.startswith(("joined", "lead"))]


def test_undo_gives_both_back_as_they_were(office, db):
    batch = an_import_of(db, ("1", "8月底前完成走访，", ""), ("2", "每季度检查1次，12月31日前完成。", "财务部"))
    before = [kept(d) for d in standing(db, batch)]
    join(office, db, batch)
    assert len(standing(db, batch)) == 1

    office.send(f"/imports/{batch.id}/revert")

    assert [kept(d) for d in standing(db, batch)] == before
