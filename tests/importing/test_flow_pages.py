"""From the upload to the published ledger, as the office does it page by page."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from sqlmodel import func, select

from app.importing.models import BatchStatus, DraftTask, ImportBatch, ReadingJob
from app.importing.readers import LIMIT
from app.ledgers.models import Ledger, SourceDocument
from app.people.models import Department
from app.progress.models import ReportSlot
from app.tasks.kinds import ReportCycle
from app.tasks.models import Responsibility, Task
from tests.factories import a_cast, a_report, department
from tests.importing.documents import a_document, an_import
from tests.importing.test_flow_command import WRONG
from tests.statements import statements


@pytest.fixture
def home(db):
    home = a_cast(db)
    db.commit()
    return home


@pytest.fixture
def batch(db, home):
    batch = an_import(db)
    db.commit()
    return batch


def count(db, kind):
    return db.exec(select(func.count()).select_from(kind)).one()


def drafts(db, batch):
    db.rollback()
    db.expire_all()
    return db.exec(select(DraftTask).where(DraftTask.batch_id == batch.id).order_by(DraftTask.position)).all()


def typed(draft, **changes):
    return {
        "number": draft.number, "text": draft.text, "cycle": "none", "version": draft.version,
        "responsible": "、".join(d["name"] for d in draft.departments), **changes,
    }  # fmt: skip


def publish(office, batch, **changes):
    return office.send(f"/imports/{batch.id}/publish", {"version": batch.version, **changes})


def test_an_uploaded_document_waits_as_drafts(as_user, db, home):
    office = as_user("office")
    office.open("/imports/new")

    answer = office.send("/imports", files={"file": ("台账.txt", a_document())})

    page = office.open(answer.headers["location"])
    assert "“宣教部”不在部门库" in page.text
    assert len(page.select("article.ext")) == 3
    assert count(db, Task) == 0
    assert "台账.txt" in office.open("/imports").text


def test_pasted_words_do_as_well(as_user, home):
    as_user("office").send("/imports", {"paste": a_document().decode()})


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_file_is_explained_and_only_the_explanation_is_kept(as_user, db, home, name):
    office = as_user("office")
    answer = office.send("/imports", files={"file": (name, WRONG[name])})

    assert "没有保存任何" in office.open(answer.headers["location"]).text
    assert [count(db, kind) for kind in (SourceDocument, ImportBatch, DraftTask)] == [0, 0, 0]
    # What could be read, but holds no task, may still be a bulletin: it waits for the clerk to say so.
    assert db.exec(select(ReadingJob.content)).all() == [WRONG[name] if name == "news.txt" else None]
    assert "没有保存任何" in office.open("/imports").text


def test_a_file_too_large_is_refused_at_the_door(as_user, db, home):
    answer = as_user("office").send("/imports", files={"file": ("a.docx", b"x" * (LIMIT + 1))}, expect=422)

    assert "超过 20 MB" in answer.text
    assert count(db, ReadingJob) == 0


def test_no_file_at_all_is_told(as_user, home):
    assert "没有选择文件" in as_user("office").send("/imports", expect=422).text


def test_the_same_file_again_is_a_warning_on_the_review_page(as_user, db, batch):
    again = an_import(db)
    db.commit()

    assert "以前导入过" in as_user("office").open(f"/imports/{again.id}").text


def test_only_the_office_imports(as_user, batch):
    head = as_user("zuzhi")

    for path in ("/imports", "/imports/new", f"/imports/{batch.id}", f"/imports/{batch.id}/publish"):
        head.open(path, expect=403)
    head.send(f"/imports/{batch.id}/undo", expect=403)


def test_a_task_is_corrected(as_user, db, batch):
    draft = drafts(db, batch)[2]
    office = as_user("office")
    office.open(f"/imports/{batch.id}?task={draft.id}")

    office.send(
        f"/imports/{batch.id}/tasks/{draft.id}",
        typed(draft, responsible="", lead="财务部", support="组织部、办公室", due_on="2021-11-30", cycle="monthly"),
    )

    draft = drafts(db, batch)[2]
    assert [(d["name"], d["role"]) for d in draft.departments] == [
        ("财务部", "lead"), ("组织部", "support"), ("办公室", "support"),
    ]  # fmt: skip
    assert (draft.due_on, draft.set_by_office) == (date(2021, 11, 30), True)
    assert draft.report_cycle is ReportCycle.MONTHLY


def test_a_correction_that_will_not_do_keeps_what_was_typed(as_user, db, batch):
    draft = drafts(db, batch)[0]

    answer = as_user("office").send(
        f"/imports/{batch.id}/tasks/{draft.id}", typed(draft, due_on="月底", lead="财务部"), expect=422
    )

    assert "请填日期" in answer.text
    assert 'value="财务部"' in answer.text


def test_two_clerks_see_both_sides_and_nothing_is_overwritten(as_user, db, batch):
    draft = drafts(db, batch)[0]
    path = f"/imports/{batch.id}/tasks/{draft.id}"
    as_user("office").send(path, typed(draft, text="先保存的文字。"))

    answer = as_user("office").send(path, typed(draft, text="后写的文字。"), expect=409)

    assert "先保存的文字。" in answer.text
    assert "后写的文字。" in answer.text
    assert drafts(db, batch)[0].text == "先保存的文字。"


def test_a_field_only_the_other_clerk_touched_is_offered_as_he_left_it(as_user, db, batch):
    draft = drafts(db, batch)[0]
    path = f"/imports/{batch.id}/tasks/{draft.id}"
    seen = typed(draft)
    as_user("office").send(path, seen | {"due_on": "2021-12-01", "cycle": "quarterly"})

    answer = as_user("office").send(path, seen | {"text": "后写的文字。"}, expect=409)

    page = BeautifulSoup(answer.text, "html.parser")
    assert page.select_one("input[name=due_on]")["value"] == "2021-12-01"
    assert page.select_one("select[name=cycle] option[selected]").text == "每季"
    assert page.select_one("textarea[name=text]").text.strip() == "后写的文字。"


def test_many_tasks_are_set_at_once_by_the_office(as_user, db, batch):
    first, second, third = drafts(db, batch)

    as_user("office").send(
        f"/imports/{batch.id}/bulk", {"draft": [first.id, third.id], "due_on": "2021-12-20", "cycle": "quarterly"}
    )

    found = drafts(db, batch)
    assert [d.set_by_office for d in found] == [True, False, True]
    assert found[1].due_on == second.due_on


def test_setting_nothing_is_told(as_user, db, batch):
    answer = as_user("office").send(f"/imports/{batch.id}/bulk", {"due_on": "2021-12-20"}, expect=422)

    assert "没有勾选任务" in answer.text


def test_an_unknown_name_is_settled_for_all_its_places(as_user, db, home):
    batch = an_import(db, ("1", "开展走访慰问活动。", "宣教部"), ("2", "开展读书活动。", "宣教部"))
    db.commit()
    meant = department(db, home, "组织部")
    office = as_user("office")
    assert "2处一并处理" in office.open(f"/imports/{batch.id}").text

    office.send(f"/imports/{batch.id}/names", {"name": "宣教部", "to": str(meant.id)})
    publish(office, batch)

    db.rollback()
    assert {r.department_id for r in db.exec(select(Responsibility))} == {meant.id}


def test_what_must_be_settled_keeps_the_ledger_from_being_published(as_user, db, batch):
    office = as_user("office")
    assert "“宣教部”不在部门库" in office.open(f"/imports/{batch.id}/publish").text

    answer = office.send(f"/imports/{batch.id}/publish", {"version": batch.version}, expect=422)

    assert "没有发布" in answer.text
    assert count(db, Ledger) == 0


def test_a_published_ledger_is_issued_with_its_periods(as_user, db, batch):
    office = as_user("office")
    office.send(f"/imports/{batch.id}/names", {"to": "all"})
    assert "时限已过" in office.open(f"/imports/{batch.id}/publish").text

    answer = publish(office, batch, cycle="quarterly")

    db.rollback()
    ledger = db.exec(select(Ledger)).one()
    assert answer.headers["location"] == f"/ledgers/{ledger.id}"
    first, second, third = db.exec(select(Task).order_by(Task.position)).all()
    assert second.due_on == second.first_due_on == date(2021, 8, 31)
    assert (first.start_on, third.due_on) == (date(2021, 6, 4), None)
    assert [s.period for s in db.exec(select(ReportSlot).where(ReportSlot.task_id == third.id))] == [
        "2021Q2", "2021Q3", "2021Q4",
    ]  # fmt: skip
    parts = db.exec(select(Responsibility).where(Responsibility.task_id == second.id).order_by(Responsibility.id)).all()
    assert [(r.part.value, r.presumed) for r in parts] == [("lead", True), ("support", False)]


def test_a_published_import_is_not_published_or_changed_again(as_user, db, batch):
    office = as_user("office")
    office.send(f"/imports/{batch.id}/names", {"to": "all"})
    publish(office, batch)

    office.send(f"/imports/{batch.id}/publish", {"version": 2}, expect=409)
    office.send(f"/imports/{batch.id}/bulk", {"due_on": "2021-12-20"}, expect=409)
    office.open(f"/imports/{batch.id}")


def test_an_import_is_undone_while_nothing_was_reported(as_user, db, batch):
    office = as_user("office")
    office.send(f"/imports/{batch.id}/names", {"to": "all"})
    publish(office, batch, cycle="monthly")

    office.send(f"/imports/{batch.id}/undo")

    db.rollback()
    assert [count(db, kind) for kind in (Ledger, Task, Responsibility, ReportSlot)] == [0, 0, 0, 0]
    assert db.get(ImportBatch, batch.id, populate_existing=True).status is BatchStatus.UNDONE


def test_an_import_is_not_undone_after_a_report(as_user, db, home, batch):
    office = as_user("office")
    office.send(f"/imports/{batch.id}/names", {"to": "all"})
    publish(office, batch)
    db.rollback()
    a_report(db, db.exec(select(Task).order_by(Task.position)).first(), department(db, home, "组织部"))
    db.commit()

    answer = office.send(f"/imports/{batch.id}/undo", expect=409)

    assert "不能整体撤销" in answer.text
    assert count(db, Task) == 3


def test_the_head_names_the_organisation_or_makes_it(as_user, db, home):
    batch = an_import(db)
    batch.organisation_id = None
    db.commit()

    as_user("office").send(
        f"/imports/{batch.id}/head",
        {"title": "工作台账", "new_organisation": "丙市总工会", "issued_on": "2021-07-01", "version": batch.version},
    )

    db.rollback()
    found = db.get(ImportBatch, batch.id, populate_existing=True)
    assert (found.title, found.issued_on) == ("工作台账", date(2021, 7, 1))
    assert db.get(Department, found.organisation_id).name == "丙市总工会"


def test_a_doubt_is_settled_by_looking(as_user, db, batch):
    draft = drafts(db, batch)[1]
    office = as_user("office")

    answer = office.send(
        f"/imports/{batch.id}/tasks/{draft.id}/settle", {"version": draft.version}, expect=200, htmx=True
    )

    assert 'id="review"' in answer.text
    assert all(d["settled"] for d in drafts(db, batch)[1].doubts)


def test_the_review_page_asks_the_same_number_of_questions_for_1_and_50_tasks(as_user, db, home, engine):
    short = an_import(db, ("1", "开展走访慰问活动。", "组织部"))
    long = an_import(db, *((str(n), f"开展第{n}批走访活动。", "宣教部") for n in range(1, 51)))
    db.commit()
    office = as_user("office")

    with statements(engine) as few:
        office.open(f"/imports/{short.id}")
    with statements(engine) as many:
        office.open(f"/imports/{long.id}")

    assert len(many) == len(few)
