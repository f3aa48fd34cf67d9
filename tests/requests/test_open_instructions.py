"""A 批示 that waits for an answer at the closing of a task, and one that was written by mistake."""

from datetime import UTC, date, datetime

import pytest
from sqlmodel import Session, select

from app.audit.models import AuditEvent
from app.delivery.models import Notice
from app.ledgers.models import Ledger
from app.people.models import Department, User
from app.progress.models import Closure, ClosureRequest, Instruction, ReportStatus
from app.requests.instructing import instruct
from app.tasks.kinds import TaskStatus
from app.tasks.models import Task
from tests.factories import a_cast, a_ledger, a_report, a_task, department
from tests.importing.documents import NOW

WORDS = "请抓紧二次采购，10月底前把建成情况报我。"
BEFORE = datetime(2021, 10, 12, 2, tzinfo=UTC)


@pytest.fixture
def task(db: Session) -> Task:
    """Led by 组织部, 财务部 helps."""
    home = a_cast(db)
    supports = (department(db, home, "财务部"),)
    made = a_task(db, a_ledger(db, home), lead=department(db, home, "组织部"), supports=supports)
    db.commit()
    return made


def user(db: Session, account: str) -> User:
    db.rollback()
    return db.exec(select(User).where(User.account == account)).one()


def instructed(db: Session, task: Task, *, by: str = "leader", reply_by: date | None = date(2021, 10, 29)) -> int:
    leader, writer = user(db, "leader"), user(db, by)
    made = instruct(
        db, db.get_one(Task, task.id), "1", leader_id=leader.id, text=WORDS, reply_by=reply_by, by=writer, now=BEFORE
    )
    db.commit()
    return made.id


def asked_to_close(db: Session, task: Task) -> ClosureRequest:
    made = ClosureRequest(task_id=task.id, statement="已完成。", asked_by_id=user(db, "zuzhi").id, asked_at=NOW)
    db.add(made)
    db.get_one(Task, task.id).status = TaskStatus.CLOSURE_REQUESTED
    db.commit()
    return made


def close(
    as_user, asked: ClosureRequest, expect: int = 303, who: str = "office", door: str = "closure", **form: object
):
    sent = {"decision": "accepted", "version": asked.version, "request_id": asked.id, **form}
    return as_user(who).send(f"/tasks/{asked.task_id}/{door}", sent, expect=expect)


def gates(page) -> list[str]:
    return [b.text for b in page.select(".gates b")]


def test_the_closing_page_shows_what_no_answer_came_to(as_user, db, task):
    instructed(db, task)
    asked = asked_to_close(db, task)

    page = as_user("office").open(f"/tasks/{asked.task_id}/closure")

    assert "1条领导批示还没有回复" in gates(page)
    assert f"周领导10-12批示“{WORDS}”，限10-29前回复" in page.text
    assert "销号时写明1条批示如何落实" in page.text


def test_nobody_strikes_the_number_over_it_in_silence(as_user, db, task):
    instructed(db, task)
    asked = asked_to_close(db, task)

    refused = close(as_user, asked, expect=422)

    assert "还有1条批示没有回复，请写明批示如何落实" in refused.text
    assert not db.exec(select(Closure)).all()
    close(as_user, asked, remark="建成情况已当面报告周领导。")
    db.rollback()
    assert db.exec(select(Closure.note)).one() == "建成情况已当面报告周领导。"


def test_a_leader_who_consents_reads_what_the_office_has_said_of_it(as_user, db, task):
    instructed(db, task)
    asked = asked_to_close(db, task)
    db.get_one(Ledger, db.get_one(Task, task.id).ledger_id).closure_needs_leader = True
    db.commit()
    close(as_user, asked, expect=422)
    close(as_user, asked, remark="已当面报告。")
    db.rollback()
    db.refresh(asked)

    page = as_user("leader").open(f"/tasks/{asked.task_id}/closure")
    assert "核验通过：已当面报告。" in page.text
    close(as_user, asked, who="leader", door="closure-consent")
    db.rollback()
    assert db.exec(select(Closure)).one().task_id == asked.task_id


def test_an_answer_or_a_word_that_asks_for_none_keeps_nobody(as_user, db, task):
    instructed(db, task, reply_by=None)
    asked = asked_to_close(db, task)
    assert "领导批示没有待回复的" in gates(as_user("office").open(f"/tasks/{asked.task_id}/closure"))

    instructed(db, task)
    lead = db.exec(select(Department).where(Department.name == "组织部")).one()
    a_report(db, db.get_one(Task, task.id), lead, status=ReportStatus.SUBMITTED, submitted_at=NOW)
    db.commit()

    assert "领导批示没有待回复的" in gates(as_user("office").open(f"/tasks/{asked.task_id}/closure"))
    close(as_user, asked)


def test_a_task_without_any_is_not_asked_of_them(as_user, db, task):
    asked = asked_to_close(db, task)

    assert not [words for words in gates(as_user("office").open(f"/tasks/{asked.task_id}/closure")) if "批示" in words]


def test_a_leader_takes_his_own_back_and_those_who_read_it_are_told(as_user, db, task):
    one = instructed(db, task)
    notice = db.exec(select(Notice).where(Notice.user_id == user(db, "zuzhi").id)).one()
    db.get_one(Notice, notice.id).read_at = NOW
    db.commit()
    leader = as_user("leader")
    assert leader.open(f"/tasks/{task.id}").select_one(f'a[href="/instructions/{one}/withdrawal"]')

    leader.send(f"/instructions/{one}/withdrawal", {"reason": "写错了任务"})

    db.rollback()
    told = dict(db.exec(select(User.account, Notice.words).join(Notice, Notice.user_id == User.id)).all())
    assert told == {"zuzhi": "周领导撤回对第1项的批示：写错了任务"}
    page = as_user("zuzhi").open(f"/tasks/{task.id}")
    assert page.select_one(".instr del").text == WORDS
    assert "周领导已撤回：写错了任务" in page.select_one(".instr-one").text
    assert not page.select('a[href$="/withdrawal"]')
    event = db.exec(select(AuditEvent).where(AuditEvent.tag == "task:instruct-withdraw")).one()
    assert (event.details["leader"], event.details["reason"]) == ("周领导", "写错了任务")


def test_the_office_takes_back_what_it_entered_and_the_leader_hears_of_it(as_user, db, task):
    one = instructed(db, task, by="office")

    as_user("office").send(f"/instructions/{one}/withdrawal", {"reason": "录错了领导"})

    db.rollback()
    told = dict(db.exec(select(User.account, Notice.words).join(Notice, Notice.user_id == User.id)).all())
    assert told == {"leader": "陈静撤回周领导对第1项的批示：录错了领导"}


def test_nobody_else_takes_it_back(as_user, db, task):
    one = instructed(db, task)

    office = as_user("office").open(f"/instructions/{one}/withdrawal", expect=403)
    assert "由周领导本人写，由本人撤回" in " ".join(office.text.split()).replace("这条批示", "")
    assert "是周领导的，由本人撤回" in as_user("principal").open(f"/instructions/{one}/withdrawal", expect=403).text
    assert as_user("zuzhi").client.get(f"/instructions/{one}/withdrawal").status_code == 403
    assert not as_user("office").open(f"/tasks/{task.id}").select('a[href$="/withdrawal"]')


def test_the_reason_is_asked_for_and_a_second_click_changes_nothing(as_user, db, task):
    one, leader = instructed(db, task), as_user("leader")

    assert "请填写此项" in leader.send(f"/instructions/{one}/withdrawal", {"reason": " "}, expect=422).text
    leader.send(f"/instructions/{one}/withdrawal", {"reason": "写错了任务"})
    again = leader.send(f"/instructions/{one}/withdrawal", {"reason": "再撤一次"}, expect=409)

    assert "已经撤回" in again.text
    db.rollback()
    assert db.get_one(Instruction, one).withdrawn_reason == "写错了任务"


def test_what_was_taken_back_waits_for_no_answer(as_user, db, task):
    one = instructed(db, task)
    as_user("leader").send(f"/instructions/{one}/withdrawal", {"reason": "写错了任务"})
    asked = asked_to_close(db, task)

    assert not [words for words in gates(as_user("office").open(f"/tasks/{asked.task_id}/closure")) if "批示" in words]
    close(as_user, asked)


def test_after_the_end_of_a_task_its_words_stay(as_user, db, task):
    one = instructed(db, task)
    db.get_one(Task, task.id).status = TaskStatus.CLOSED
    db.commit()

    assert "不能再撤回批示" in as_user("leader").open(f"/instructions/{one}/withdrawal", expect=403).text
