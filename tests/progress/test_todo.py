"""My to-do: the department sees what it owes, sends it, and loses nothing it typed."""

from datetime import UTC, date, datetime

import pytest
from sqlmodel import Session, select

from app.audit.models import AuditEvent
from app.audit.wording import sentence
from app.people.models import Department
from app.progress.models import Attachment, ProgressReport, ReportSlot, ReportStatus, SlotStatus
from app.tasks.models import Task
from tests.factories import a_cast, a_ledger, a_slot, a_task, department
from tests.statements import statements

SAID = {"percent": "70", "summary": "又开展三次活动。", "problems": "无", "next_steps": "11月前完成。"}
PDF = ("通知.pdf", b"%PDF-1.4 proof", "application/pdf")


@pytest.fixture
def home(db: Session) -> Department:
    return a_cast(db)


@pytest.fixture
def task(db: Session, home: Department) -> Task:
    return a_task(
        db, a_ledger(db, home), lead=department(db, home, "组织部"), supports=(department(db, home, "财务部"),)
    )


@pytest.fixture
def slot(db: Session, home: Department, task: Task) -> ReportSlot:
    made = a_slot(db, task, department(db, home, "组织部"))
    db.commit()
    return made


def reports(db: Session) -> list[ProgressReport]:
    db.rollback()
    db.expire_all()
    return list(db.exec(select(ProgressReport).order_by(ProgressReport.id)).all())


def test_the_first_matter_stands_open(as_user, slot):
    page = as_user("zuzhi").open("/todo")

    assert page.h1.text == "本周要办1件，1件已逾期"
    assert page.select_one(f"#todo-{slot.id} form [name=summary]")


def test_an_empty_list_says_what_comes_next(as_user, db, home, task):
    a_slot(
        db,
        task,
        department(db, home, "组织部"),
        opens_on=date(2021, 12, 1),
        due_on=date(2022, 1, 10),
        period_word="四季度",
    )
    db.commit()

    page = as_user("zuzhi").open("/todo")

    assert page.h1.text == "本周没有要办的事"
    assert "12月1日开始报送：第1项四季度进展" in page.text


def test_the_heads_report_goes_to_the_office(as_user, db, slot):
    answer = as_user("zuzhi").send(f"/todo/{slot.id}", {**SAID, "version": 1})

    [report] = reports(db)
    assert answer.headers["location"] == "/todo"
    assert (report.status, report.percent) == (ReportStatus.SUBMITTED, 70)
    assert db.get_one(ReportSlot, slot.id).status is SlotStatus.SUBMITTED
    assert sentence(db.exec(select(AuditEvent)).all()[-1]) == "王明组织部报送三季度进展，完成70%"


def test_the_liaisons_report_goes_to_the_head_and_the_head_releases_it(as_user, db, slot):
    as_user("lianluo").send(f"/todo/{slot.id}", {**SAID, "version": 1})
    [report] = reports(db)
    assert report.status is ReportStatus.WITH_HEAD
    assert db.get_one(ReportSlot, slot.id).first_submitted_at is None
    assert "待部门审核" in as_user("lianluo").open("/todo").text

    page = as_user("zuzhi").open("/todo")
    assert "又开展三次活动。" in page.select_one("[name=summary]").text
    as_user("zuzhi").send(f"/todo/{slot.id}", {**SAID, "version": page.select_one("#version")["value"]})

    [report] = reports(db)
    assert report.status is ReportStatus.SUBMITTED


def test_sending_by_script_opens_the_next_matter(as_user, db, home, slot, task):
    other = a_slot(
        db, task, department(db, home, "组织部"), period="2021Q2", period_word="二季度", due_on=date(2021, 10, 20)
    )
    db.commit()

    answer = as_user("zuzhi").send(f"/todo/{slot.id}", {**SAID, "version": 1}, expect=200, htmx=True)

    assert f'action="/todo/{other.id}"' in answer.text
    assert "第1项三季度进展已报送" in answer.text
    assert "待审核" in answer.text


def test_a_faulty_form_comes_back_filled(as_user, db, slot):
    answer = as_user("zuzhi").send(f"/todo/{slot.id}", {**SAID, "percent": "120", "version": 1}, expect=422)

    assert "请填0至100之间的整数" in answer.text
    assert "又开展三次活动。" in answer.text
    assert reports(db) == []


def test_no_change_needs_no_words(as_user, db, slot):
    as_user("zuzhi").send(f"/todo/{slot.id}", {"no_change": "1", "version": 1})

    [report] = reports(db)
    assert (report.no_change, report.summary) == (True, "本期无变化。")


def test_a_draft_saves_itself_and_answers_with_the_next_version(as_user, db, slot):
    answer = as_user("lianluo").send(
        f"/todo/{slot.id}/draft", {"summary": "写到一半", "version": 1}, expect=200, htmx=True
    )

    [report] = reports(db)
    assert (report.status, report.summary) == (ReportStatus.DRAFT, "写到一半")
    assert "草稿已保存" in answer.text
    assert 'value="2"' in answer.text
    assert "hx-swap-oob" in answer.text


def test_who_saves_second_sees_both_sides_and_nothing_is_overwritten(as_user, db, slot):
    as_user("lianluo").send(f"/todo/{slot.id}/draft", {**SAID, "summary": "联络员写的", "version": 1})

    answer = as_user("zuzhi").send(f"/todo/{slot.id}", {**SAID, "summary": "负责人写的", "version": 1}, expect=409)

    [report] = reports(db)
    assert report.summary == "联络员写的"
    assert "联络员写的" in answer.text
    assert "负责人写的" in answer.text


def test_both_sides_are_merged_field_by_field(as_user, db, slot):
    as_user("lianluo").send(f"/todo/{slot.id}/draft", {**SAID, "summary": "联络员写的", "version": 1})
    mine = {**SAID, "percent": "80", "summary": "负责人写的", "version": 2}

    as_user("zuzhi").send(f"/todo/{slot.id}/merge", {**mine, "pick_summary": "theirs"}, expect=422)
    as_user("zuzhi").send(f"/todo/{slot.id}/merge", {**mine, "pick_summary": "theirs", "pick_percent": "mine"})

    [report] = reports(db)
    assert (report.summary, report.percent) == ("联络员写的", 80)


def test_two_heads_sending_the_same_send_it_once(as_user, db, slot):
    as_user("zuzhi").send(f"/todo/{slot.id}", {**SAID, "version": 1})

    answer = as_user("zuzhi").send(f"/todo/{slot.id}", {**SAID, "version": 1}, expect=409)

    assert "已经报送" in answer.text
    assert len(reports(db)) == 1


@pytest.mark.parametrize(("account", "status"), [("caiwu", 403), ("office", 403), ("leader", 403), ("outsider", 404)])
def test_nobody_else_reports_for_the_department(as_user, db, slot, account, status):
    as_user(account).send(f"/todo/{slot.id}", {**SAID, "version": 1}, expect=status)

    assert reports(db) == []


def test_proof_is_kept_with_the_draft_read_by_those_concerned_and_removable(as_user, db, slot):
    as_user("zuzhi").send(f"/todo/{slot.id}/draft", {"version": 1}, files={"files": PDF}, expect=200, htmx=True)
    proof = db.exec(select(Attachment)).one()

    answer = as_user("zuzhi").client.get(f"/attachments/{proof.id}")
    assert answer.content == PDF[1]
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''%E9%80%9A%E7%9F%A5.pdf"
    assert as_user("outsider").client.get(f"/attachments/{proof.id}").status_code == 404
    as_user("caiwu").send(f"/attachments/{proof.id}/removal", expect=403)

    as_user("zuzhi").send(f"/attachments/{proof.id}/removal", expect=200, htmx=True)
    db.rollback()
    assert db.exec(select(Attachment)).all() == []


def test_proof_that_was_sent_stays(as_user, db, slot):
    as_user("zuzhi").send(f"/todo/{slot.id}", {**SAID, "version": 1}, files={"files": PDF})
    proof = db.exec(select(Attachment)).one()

    as_user("zuzhi").send(f"/attachments/{proof.id}/removal", expect=409)


def test_a_wrong_file_is_explained_and_nothing_is_sent(as_user, db, slot):
    wrong = ("通知.pdf", b"MZ program", "application/pdf")

    answer = as_user("zuzhi").send(f"/todo/{slot.id}", {**SAID, "version": 1}, files={"files": wrong}, expect=422)

    assert "不是可以接收的格式" in answer.text
    assert reports(db) == []


def test_the_office_writes_for_a_department_and_it_shows(as_user, db, slot, task):
    page = as_user("office").open(f"/tasks/{task.id}/reports/new")
    sent = {
        **SAID,
        "version": page.select_one("[name=version]")["value"],
        "department": page.select_one("[name=department]")["value"],
    }

    as_user("office").send(f"/tasks/{task.id}/reports/new", sent)

    [report] = reports(db)
    assert (report.on_behalf, report.slot_id, report.status) == (True, slot.id, ReportStatus.SUBMITTED)
    as_user("office").send(f"/tasks/{task.id}/reports/new", sent, expect=409)


def test_a_report_outside_any_period_needs_no_slot(as_user, db, slot, task):
    as_user("caiwu").open(f"/tasks/{task.id}/reports/new")

    as_user("caiwu").send(f"/tasks/{task.id}/reports/new", {**SAID, "version": 0})

    [report] = reports(db)
    assert (report.slot_id, report.status) == (None, ReportStatus.SUBMITTED)


def asked_for(engine, act) -> int:
    with statements(engine) as seen:
        act()
    return len(seen)


def test_the_list_costs_the_same_for_one_row_and_for_fifty(as_user, db, home, slot, task, engine):
    head = as_user("zuzhi")
    one = asked_for(engine, lambda: head.open("/todo"))
    for n in range(49):
        more = a_task(db, db.get_one(type(a_ledger(db, home)), task.ledger_id), lead=department(db, home, "组织部"))
        a_slot(db, more, department(db, home, "组织部"), period=f"2021-{n}")
    db.commit()

    assert len(head.open("/todo").select(".todo")) == 50
    assert asked_for(engine, lambda: head.open("/todo")) == one


def test_the_first_sending_decides_on_time_or_late(as_user, db, slot):
    slot.first_submitted_at, slot.status = datetime(2021, 10, 9, tzinfo=UTC), SlotStatus.RETURNED
    db.commit()

    as_user("zuzhi").send(f"/todo/{slot.id}", {**SAID, "version": 1})

    db.rollback()
    db.expire_all()
    assert db.get_one(ReportSlot, slot.id).first_submitted_at == datetime(2021, 10, 9, tzinfo=UTC)
