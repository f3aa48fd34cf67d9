"""撤销导入 in every state: done completely, or refused with every reason; and never half."""

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy.exc import DBAPIError
from sqlmodel import func, select

from app.core.clock import now
from app.core.db import transaction
from app.delivery.models import Notice
from app.delivery.service import put
from app.importing.models import BatchStatus, ImportBatch
from app.importing.publish import publish
from app.importing.undoing import undo
from app.ledgers.models import Ledger, Measure
from app.people.models import Department, User
from app.progress.models import (
    Closure,
    ClosureRequest,
    ExtensionRequest,
    ProgressReport,
    Reading,
    Refusal,
    ReportSlot,
)
from app.reminders.models import Urge
from app.tasks.kinds import Origin
from app.tasks.models import Extension, Indicator, Responsibility, Task
from tests.factories import a_cast
from tests.importing.documents import NOW, TODAY, an_import
from tests.importing.editions import a_second_edition, adopt, form_of, tasks

HANGING = (Ledger, Measure, Task, Responsibility, Indicator, ReportSlot, Urge)


@pytest.fixture
def batch(db, ledger):
    return db.exec(select(ImportBatch)).one()


def counts(db, *kinds):
    db.rollback()
    return [db.exec(select(func.count()).select_from(kind)).one() for kind in kinds]


def first(db):
    task = db.exec(select(Task).order_by(Task.position)).first()
    return task, db.exec(select(Responsibility).where(Responsibility.task_id == task.id)).first()


def office_id(db):
    return db.exec(select(User.id).where(User.account == "office")).one()


def test_after_publishing_the_toast_takes_it_back_whole(as_user, db):
    a_cast(db)
    batch = an_import(db, organisation_id=db.exec(select(Department.id)).first())
    db.commit()
    office = as_user("office")
    office.send(f"/imports/{batch.id}/names", {"to": "all"})
    answer = office.send(f"/imports/{batch.id}/publish", {"version": batch.version, "cycle": "monthly"})
    back = office.open(answer.headers["location"]).select_one(".toast form")

    office.send(back["action"])

    assert counts(db, *HANGING) == [0] * len(HANGING)


def test_reminders_and_urges_go_with_the_ledger(as_user, db, ledger, batch):
    task, part = first(db)
    me = office_id(db)
    db.add(Urge(task_id=task.id, department_id=part.department_id, by_id=me, at=now()))
    put(db, key="urge:1:1", user_id=me, words="催办", href=f"/tasks/{task.id}", now=now())
    put(db, key="edition:1:1", user_id=me, words="新版", href=f"/ledgers/{ledger.id}/editions", now=now())
    put(db, key="other:1", user_id=me, words="别的", href=f"/tasks/{task.id}0000", now=now())
    put(db, key="other:2", user_id=me, words="别的", href=f"/ledgers/{ledger.id}1", now=now())
    db.commit()
    office = as_user("office")
    page = office.open(f"/imports/{batch.id}/undo")
    assert "37项任务" in page.text
    assert "已发出的2条消息一并收回" in page.text

    office.send(page.select_one("form[action$='/undo']")["action"])

    assert counts(db, *HANGING) == [0] * len(HANGING)
    assert sorted(db.exec(select(Notice.key).where(Notice.key.not_like("reading%")))) == ["other:1", "other:2"]
    assert db.exec(select(ImportBatch.status)).one() is BatchStatus.UNDONE


def test_what_the_office_edited_since_goes_too_and_is_told_before(as_user, db, ledger, batch):
    task, _ = first(db)
    task.version += 1
    db.commit()

    page = as_user("office").open(f"/imports/{batch.id}/undo")

    assert "其中1项发布后改过，改动一并撤销" in page.text
    as_user("office").send(f"/imports/{batch.id}/undo")
    assert counts(db, Task) == [0]


def report(task, part, me):
    return ProgressReport(task_id=task.id, responsibility_id=part.id, saved_at=now())


def asked(task, part, me):
    return ClosureRequest(task_id=task.id, statement="已完成", asked_by_id=me, asked_at=now())


def closed(task, part, me):
    return Closure(task_id=task.id, closed_on=TODAY, closed_by_id=me)


def later(task, part, me):
    return ExtensionRequest(
        task_id=task.id, old_due_on=TODAY, until=date(2021, 12, 1), reason="雨季", asked_by_id=me, asked_at=now()
    )


def granted(task, part, me):
    return Extension(
        task_id=task.id, old_due_on=TODAY, new_due_on=date(2021, 12, 1), reason="雨季", asked_by="甲", decided_by="乙",
        decided_at=now(),
    )  # fmt: skip


def sent_back(task, part, me):
    return Refusal(task_id=task.id, responsibility_id=part.id, reason="不属本部门职责", asked_by_id=me, asked_at=now())


@pytest.mark.parametrize(
    ("work", "words"),
    [
        (report, "第1项已填写进展"),
        (asked, "第1项已申请销号或已销号"),
        (closed, "第1项已申请销号或已销号"),
        (later, "第1项已申请或办理延期"),
        (granted, "第1项已申请或办理延期"),
        (sent_back, "第1项已申请退办"),
    ],
)
def test_somebodys_work_keeps_the_ledger_and_is_named(as_user, db, ledger, batch, work, words):
    task, part = first(db)
    db.add(work(task, part, office_id(db)))
    db.commit()
    before = counts(db, *HANGING)
    office = as_user("office")

    page = office.open(f"/imports/{batch.id}/undo")
    answer = office.send(f"/imports/{batch.id}/undo", expect=409)

    assert words in page.text
    assert not page.select("form[action$='/undo']")
    assert words in answer.text
    assert counts(db, *HANGING) == before


def test_a_figure_confirmed_out_of_the_paper_keeps_it_too(as_user, db, ledger, batch):
    figure = db.exec(select(Indicator).join(Task, Task.id == Indicator.task_id).order_by(Task.position)).first()
    db.add(Reading(indicator_id=figure.id, value=Decimal(3), as_of=TODAY, origin=Origin.MEDIA))
    db.commit()

    assert "已有确认的数值" in as_user("office").send(f"/imports/{batch.id}/undo", expect=409).text


def test_all_reasons_are_told_at_once(as_user, db, ledger, batch):
    task, part = first(db)
    me = office_id(db)
    db.add_all([report(task, part, me), later(task, part, me)])
    for other in db.exec(select(Task).where(Task.position.between(2, 7))):
        who = db.exec(select(Responsibility).where(Responsibility.task_id == other.id)).first()
        db.add(report(other, who, me))
    db.commit()

    text = as_user("office").send(f"/imports/{batch.id}/undo", expect=409).text

    assert "第1、2、3、4项等7项已填写进展；第1项已申请或办理延期" in text


def test_drafts_are_thrown_away_and_not_twice(as_user, db):
    a_cast(db)
    batch = an_import(db)
    db.commit()
    office = as_user("office")
    way = office.open(f"/imports/{batch.id}").select_one(f"a[href='/imports/{batch.id}/undo']")
    assert way.text == "放弃草稿"
    assert "3项任务的草稿不再保留，不能恢复" in office.open(way["href"]).text

    assert "草稿已放弃" in office.open(office.send(way["href"]).headers["location"]).text

    assert "无需重复撤销" in office.send(f"/imports/{batch.id}/undo", expect=409).text
    assert "无需重复撤销" in office.open(f"/imports/{batch.id}/undo").text
    assert batch.title not in office.open("/imports").text


def test_after_an_edition_was_taken_back_the_first_import_may_go(as_user, db, ledger, batch):
    second = a_second_edition(db, ledger)
    db.commit()
    office = as_user("office")
    adopt(office, second, db, ledger)
    assert "已采用新版" in office.open(f"/imports/{batch.id}/undo").text
    office.send(f"/imports/{second.id}/undo")

    office.send(f"/imports/{batch.id}/undo")

    assert counts(db, *HANGING) == [0] * len(HANGING)


class Crash(Exception):
    """The machine stops in the middle."""


def everything(db):
    """Each row of every table; the log's and the sessions' come and go by themselves."""
    db.rollback()
    found = {}
    for table in Task.metadata.sorted_tables:
        if table.name not in ("audit_event", "user_session"):
            found[table.name] = sorted(map(repr, db.execute(table.select()).all()))
    return found


def crash_after(engine, act):
    def run():
        with transaction(engine) as other:
            act(other)
            raise Crash

    with pytest.raises(Crash):
        run()


def test_a_crash_after_publishing_leaves_the_drafts(db, engine):
    a_cast(db)
    batch = an_import(db)
    db.commit()
    before, batch_id = everything(db), batch.id
    db.rollback()

    crash_after(
        engine,
        lambda other: publish(
            other, other.get_one(ImportBatch, batch_id), by="陈静", actor_id=None, now=NOW, today=TODAY,
            create_unknown=True,
        ),
    )  # fmt: skip

    assert everything(db) == before


def test_a_crash_while_undoing_leaves_the_ledger_whole(db, engine, ledger, batch):
    before, batch_id = everything(db), batch.id
    db.rollback()

    def half(other):
        undo(other, other.get_one(ImportBatch, batch_id), by="陈静", actor_id=None)
        assert other.exec(select(func.count()).select_from(Task)).one() == 0

    crash_after(engine, half)

    assert everything(db) == before


def test_an_edition_that_fails_on_its_way_changes_nothing(as_user, db, engine, ledger):
    """The history cannot be written: nothing of what went before stays."""
    second = a_second_edition(db, ledger)
    db.commit()
    office = as_user("office")
    sent = {"csrf": office.csrf, **form_of(office.open(f"/imports/{second.id}/edition"))}
    sent[f"fate-t{tasks(db, ledger)['16'].id}"] = "end"
    before, second_id = everything(db), second.id
    db.rollback()
    rename(engine, "task_change", "change_away")
    try:
        with suppress(DBAPIError):  # the page of the fault, or the fault itself
            office.client.post(f"/imports/{second_id}/edition/changes", data=sent)
    finally:
        rename(engine, "change_away", "task_change")

    assert everything(db) == before
    db.rollback()
    office.send(f"/imports/{second_id}/edition/changes", sent)


def rename(engine, old, new):
    with transaction(engine) as other:
        other.connection().exec_driver_sql(f"ALTER TABLE {old} RENAME TO {new}")
