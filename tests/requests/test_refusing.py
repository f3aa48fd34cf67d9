"""退办: a department sends a task back with the reason; the office keeps it there in writing or reassigns it."""

import pytest
from sqlmodel import Session, select

from app.audit.models import AuditEvent
from app.delivery.models import Notice
from app.people.models import Department, User
from app.progress.models import Refusal, ReportSlot, ReportStatus
from app.tasks.kinds import Part, ResponsibilityStatus, TaskStatus
from app.tasks.models import Responsibility, Task
from tests.factories import a_cast, a_ledger, a_report, a_slot, a_task, department

WHY = "平台由办公室承办，本部门没有对应职责。"


@pytest.fixture
def home(db: Session) -> Department:
    return a_cast(db)


@pytest.fixture
def task(db: Session, home: Department) -> Task:
    """Led by 组织部, 财务部 helps."""
    made = a_task(
        db, a_ledger(db, home), lead=department(db, home, "组织部"), supports=(department(db, home, "财务部"),)
    )
    db.commit()
    return made


def send_back(as_user, task: Task, who: str = "zuzhi", expect: int = 303, **form: object):
    return as_user(who).send(f"/tasks/{task.id}/refusals/new", {"reason": WHY, **form}, expect=expect)


def asked(db: Session, task: Task) -> Refusal:
    db.rollback()
    return db.exec(select(Refusal).where(Refusal.task_id == task.id)).one()


def part(db: Session, task: Task, home: Department, name: str) -> Responsibility:
    db.rollback()
    db.expire_all()
    wanted = (Responsibility.task_id == task.id, Responsibility.department_id == department(db, home, name).id)
    return db.exec(select(Responsibility).where(*wanted)).one()


def decide(as_user, refusal: Refusal, who: str = "office", expect: int = 303, **form: object):
    data = {"decision": "accepted", "version": refusal.version, **form}
    return as_user(who).send(f"/refusals/{refusal.id}", data, expect=expect)


def told(db: Session, account: str) -> list[str]:
    db.rollback()
    user = db.exec(select(User.id).where(User.account == account)).one()
    return list(db.exec(select(Notice.words).where(Notice.user_id == user)))


def test_a_department_sends_back_and_the_office_finds_it_on_its_table(as_user, db, home, task):
    proposed = department(db, home, "办公室")

    send_back(as_user, task, proposed=proposed.id)

    assert part(db, task, home, "组织部").status is ResponsibilityStatus.REFUSED
    assert any("申请退办第1项" in words for words in told(db, "office"))
    queue = as_user("office").open("/review")
    assert "退办1" in queue.text
    page = as_user("office").open(f"/refusals/{asked(db, task).id}")
    assert WHY in page.text
    assert page.select_one("select[name=to] option[selected]").text == "办公室"
    assert "退办中" in as_user("zuzhi").open(f"/tasks/{task.id}").text


def test_reassigned_the_new_lead_owes_what_nobody_has_reported(as_user, db, home, task):
    slot = a_slot(db, task, department(db, home, "组织部"))
    db.commit()
    send_back(as_user, task)

    decide(as_user, asked(db, task), to=department(db, home, "办公室").id)

    old, new = part(db, task, home, "组织部"), part(db, task, home, "办公室")
    assert (old.status, old.part) == (ResponsibilityStatus.HANDED_OVER, Part.SUPPORT)
    assert (new.part, new.presumed, new.status) == (Part.LEAD, False, ResponsibilityStatus.IN_HAND)
    assert db.get_one(ReportSlot, slot.id).responsibility_id == new.id
    assert any("改派办公室" in words for words in told(db, "zuzhi"))
    events = db.exec(select(AuditEvent.tag).where(AuditEvent.subject_id == task.id)).all()
    assert {"task:refuse", "task:reassign"} <= set(events)
    as_user("zuzhi").open(f"/tasks/{task.id}")


def test_a_department_that_helps_may_become_the_lead(as_user, db, home, task):
    send_back(as_user, task)

    decide(as_user, asked(db, task), to=department(db, home, "财务部").id)

    assert part(db, task, home, "财务部").part is Part.LEAD


def test_a_lead_does_not_leave_a_task_to_nobody(as_user, db, home, task):
    send_back(as_user, task)

    assert "要改派给别的部门" in decide(as_user, asked(db, task), expect=422).text
    assert part(db, task, home, "组织部").status is ResponsibilityStatus.REFUSED


def test_a_department_that_only_helps_may_leave(as_user, db, home, task):
    send_back(as_user, task, "caiwu")

    decide(as_user, asked(db, task))

    assert part(db, task, home, "财务部").status is ResponsibilityStatus.HANDED_OVER
    assert "已同意退办" in as_user("office").open(f"/tasks/{task.id}").text


def test_kept_in_writing_the_task_stays_where_it_was(as_user, db, home, task):
    send_back(as_user, task)
    assert "请写明理由" in decide(as_user, asked(db, task), expect=422, decision="returned").text

    decide(as_user, asked(db, task), decision="returned", remark="文件写明由组织部牵头。")

    assert part(db, task, home, "组织部").status is ResponsibilityStatus.IN_HAND
    assert any("文件写明由组织部牵头" in words for words in told(db, "zuzhi"))
    assert "退办" not in as_user("office").open("/review").text


def test_it_is_decided_once(as_user, db, home, task):
    send_back(as_user, task)
    first = asked(db, task)
    decide(as_user, first, decision="returned", remark="仍由组织部办理。")

    answer = decide(as_user, first, expect=409, to=department(db, home, "办公室").id)

    assert "已经有人决定" in answer.text
    assert "仍由组织部办理" in as_user("office").open(f"/refusals/{first.id}").text


def test_twice_is_not_asked_and_what_was_typed_is_shown(as_user, task):
    send_back(as_user, task)

    assert WHY in send_back(as_user, task, expect=409).text


def test_who_has_reported_does_not_send_back_any_more(as_user, db, home, task):
    a_report(db, task, department(db, home, "组织部"), status=ReportStatus.ACCEPTED)
    db.commit()

    assert "已经报送过进展" in send_back(as_user, task, expect=409).text
    assert "申请退办" not in as_user("zuzhi").open(f"/tasks/{task.id}").text


def test_only_the_heads_of_its_departments_send_a_task_back(as_user, task):
    for who in ("office", "leader", "lianluo"):
        send_back(as_user, task, who, expect=403)


def test_a_leader_looks_and_the_office_decides(as_user, db, task):
    send_back(as_user, task)
    refusal = asked(db, task)

    assert "退办由办公室决定" in as_user("leader").open(f"/refusals/{refusal.id}").text
    decide(as_user, refusal, "leader", expect=403)
    as_user("zuzhi").open(f"/refusals/{refusal.id}", expect=403)


def test_without_a_reason_it_is_not_sent(as_user, task):
    send_back(as_user, task, expect=422, reason=" ")


def test_a_closed_task_is_not_sent_back(as_user, db, task):
    task.status = TaskStatus.CLOSED
    db.commit()

    send_back(as_user, task, expect=403)
