"""延期: a department asks with a reason, the office or a leader decides; the clock runs until then."""

from datetime import date

import pytest
from sqlmodel import Session, col, select

from app.audit.models import AuditEvent
from app.delivery.models import Notice
from app.people.kinds import Role
from app.people.models import Department, User
from app.progress.models import ExtensionRequest
from app.tasks.kinds import TaskStatus
from app.tasks.models import Extension, Task
from tests.factories import a_cast, a_ledger, a_task, a_user, department

WHY = "总部统一答复时间为11月中旬。"


@pytest.fixture
def home(db: Session) -> Department:
    return a_cast(db)


@pytest.fixture
def task(db: Session, home: Department) -> Task:
    """Due on 25 October, led by 组织部, 财务部 helps."""
    zuzhi, caiwu = department(db, home, "组织部"), department(db, home, "财务部")
    day = date(2021, 10, 25)
    made = a_task(db, a_ledger(db, home), lead=zuzhi, supports=(caiwu,), due_on=day, first_due_on=day)
    db.commit()
    return made


def ask(as_user, task: Task, until: str, who: str = "zuzhi", expect: int = 303, **more: object):
    form = {"until": until, "reason": WHY, "version": task.version, **more}
    return as_user(who).send(f"/tasks/{task.id}/extensions/new", form, expect=expect)


def asked(db: Session, task: Task) -> ExtensionRequest:
    db.rollback()
    db.expire_all()
    return db.exec(
        select(ExtensionRequest).where(ExtensionRequest.task_id == task.id).order_by(col(ExtensionRequest.id).desc())
    ).first()


def notices(db: Session, account: str) -> list[str]:
    db.rollback()
    user = db.exec(select(User.id).where(User.account == account)).one()
    return list(db.exec(select(Notice.words).where(Notice.user_id == user).order_by(col(Notice.id))))


def decide(as_user, request: ExtensionRequest, who: str, expect: int = 303, **form: object):
    data = {"decision": "accepted", "version": request.version, **form}
    return as_user(who).send(f"/extensions/{request.id}", data, expect=expect)


def test_the_office_grants_thirty_days_and_the_lamp_follows(as_user, db, task):
    ask(as_user, task, "2021-11-24")
    request = asked(db, task)
    assert (request.for_leader, request.late) == (False, False)
    assert "申请延至11-24" in as_user("office").open("/review").text

    decide(as_user, request, "office")

    moved = asked(db, task) and db.get_one(Task, task.id)
    assert (moved.first_due_on, moved.due_on) == (date(2021, 10, 25), date(2021, 11, 24))
    granted = db.exec(select(Extension)).one()
    assert (granted.old_due_on, granted.asked_by, granted.decided_by) == (date(2021, 10, 25), "王明", "陈静")
    page = as_user("zuzhi").open(f"/tasks/{task.id}").text
    assert "1次" in page
    assert "11-24" in page
    assert "原定10-25，已延1次" in as_user("office").open(f"/ledgers/{task.ledger_id}").text
    assert "已延1次" in as_user("office").open(f"/ledgers/{task.ledger_id}/print").text


def test_both_sides_are_told_and_the_log_knows(as_user, db, task):
    ask(as_user, task, "2021-11-24")
    decide(as_user, asked(db, task), "office")

    assert notices(db, "office") == ["王明申请第1项延期至11月24日，请决定。"]
    assert notices(db, "zuzhi") == ["陈静同意第1项延期，现定时限11月24日。"]
    tags = db.exec(select(AuditEvent.tag).where(AuditEvent.subject_id == task.id).order_by(col(AuditEvent.id))).all()
    assert [tag for tag in tags if "exten" in tag] == ["task:extension-request", "task:extend"]


def test_more_than_thirty_days_is_for_a_leader(as_user, db, task):
    ask(as_user, task, "2021-11-25")
    request = asked(db, task)
    assert request.for_leader

    decide(as_user, request, "office", expect=403)
    assert "第1项，组织部申请延至11-25" in as_user("leader").open("/board").text
    assert notices(db, "principal") == ["王明申请第1项延期至11月25日，请决定。"]
    decide(as_user, request, "leader", until="2021-11-15")

    asked(db, task)
    assert db.get_one(Task, task.id).due_on == date(2021, 11, 15)
    assert "周领导同意第1项延期" in notices(db, "office")[0]
    assert not as_user("leader").open("/board").select("#h-mine")


def test_the_second_extension_is_for_a_leader_however_short(as_user, db, task):
    ask(as_user, task, "2021-10-29")
    decide(as_user, asked(db, task), "office")
    asked(db, task)
    db.refresh(task)

    ask(as_user, task, "2021-11-01")

    assert asked(db, task).for_leader


def test_after_the_limit_it_is_marked_and_the_clock_has_not_stopped(as_user, db, home):
    late = date(2021, 10, 8)
    task = a_task(db, a_ledger(db, home), lead=department(db, home, "组织部"), due_on=late, first_due_on=late)
    db.commit()
    assert "按补办登记" in as_user("zuzhi").open(f"/tasks/{task.id}/extensions/new").text

    ask(as_user, task, "2021-10-29")

    assert asked(db, task).late
    page = as_user("zuzhi").open(f"/tasks/{task.id}").text
    assert "（补办）" in page
    assert "逾期6天" in page


def test_a_refusal_is_in_writing_and_leaves_the_day(as_user, db, task):
    ask(as_user, task, "2021-11-24")
    request = asked(db, task)

    refused = decide(as_user, request, "office", expect=422, decision="returned")
    assert "不同意时请写明理由" in refused.text
    decide(as_user, request, "office", decision="returned", remark="理由不充分。")

    asked(db, task)
    assert db.get_one(Task, task.id).due_on == date(2021, 10, 25)
    assert notices(db, "zuzhi") == ["陈静不同意第1项延期：理由不充分。"]
    assert "理由不充分。" in as_user("zuzhi").open(f"/tasks/{task.id}").text


def test_nobody_decides_what_he_asked_for(as_user, db, home, task):
    a_user(db, "office2", Role.OFFICE, department(db, home, "办公室"), name="钱办")
    db.commit()
    ask(as_user, task, "2021-11-24", who="office")
    request = asked(db, task)

    assert "不能由同一人决定" in decide(as_user, request, "office", expect=403).text
    assert not as_user("office").open(f"/extensions/{request.id}").select("form[action^='/extensions']")
    decide(as_user, request, "office2")


def test_the_second_decider_sees_what_the_first_decided_and_his_own_words(as_user, db, task):
    ask(as_user, task, "2021-11-24")
    request = asked(db, task)
    decide(as_user, request, "principal")

    late = decide(as_user, request, "office", expect=409, decision="returned", remark="再等等。")

    assert "吴主席" in late.text
    assert "已同意延至11月24日" in late.text
    assert "再等等。" in late.text
    asked(db, task)
    assert len(db.exec(select(Extension)).all()) == 1


@pytest.mark.parametrize(
    ("until", "words"),
    [("2021-10-25", "要晚于现定时限10-25"), ("2021-11-06", "11月6日不是工作日，请另选工作日"), ("", "请填写此项")],
)
def test_a_day_that_will_not_do_keeps_what_was_typed(as_user, task, until, words):
    page = ask(as_user, task, until, expect=422)

    assert words in page.text
    assert WHY in page.text


def test_one_request_at_a_time(as_user, db, task):
    ask(as_user, task, "2021-11-24")
    db.refresh(task)

    assert "已有一份延期申请在等决定" in ask(as_user, task, "2021-11-30", who="caiwu", expect=409).text
    assert not as_user("zuzhi").open(f"/tasks/{task.id}").select("a[href$='/extensions/new']")


def test_a_task_that_changed_meanwhile_is_not_asked_for_blindly(as_user, task):
    assert WHY in ask(as_user, task, "2021-11-24", expect=409, version=99).text


def test_a_task_without_a_day_has_nothing_to_extend(as_user, db, home, task):
    bare = a_task(db, a_ledger(db, home, "另一本"), lead=department(db, home, "组织部"), due_on=None)
    db.commit()

    as_user("zuzhi").open(f"/tasks/{bare.id}/extensions/new", expect=409)


def test_the_office_stays_within_its_own_limit_when_it_names_another_day(as_user, db, task):
    ask(as_user, task, "2021-11-24")

    assert "超出办公室可批的30天" in decide(as_user, asked(db, task), "office", expect=422, until="2021-12-01").text


def test_what_is_struck_off_waits_for_nobody(as_user, db, task):
    ask(as_user, task, "2021-11-24")
    request = asked(db, task)
    db.get_one(Task, task.id).status = TaskStatus.CLOSED
    db.commit()

    assert "申请延至" not in as_user("office").open("/review").text
    decide(as_user, request, "office", expect=403)


def test_the_workbench_leads_to_the_form_where_the_day_is_near(as_user, db, home):
    near = date(2021, 10, 18)
    task = a_task(db, a_ledger(db, home), lead=department(db, home, "组织部"), due_on=near, first_due_on=near)
    db.commit()
    link = f"a[href='/tasks/{task.id}/extensions/new']"

    assert as_user("zuzhi").open("/todo").select(link)
    assert not as_user("lianluo").open("/todo").select(link)
    ask(as_user, task, "2021-10-29")
    assert not as_user("zuzhi").open("/todo").select(link)
