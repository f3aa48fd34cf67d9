"""A newer edition of a ledger: compared, taken over with history, taken back."""

import re
from datetime import date, timedelta

import pytest
from sqlalchemy import update
from sqlmodel import func, select

from app.audit.models import AuditEvent
from app.core.clock import now
from app.importing.models import BatchStatus, ImportBatch
from app.ledgers.models import Ledger, LedgerEdition, SourceDocument
from app.people.kinds import Role
from app.people.models import Department
from app.progress.models import ProgressReport, ReportSlot, SlotStatus
from app.tasks.kinds import ResponsibilityStatus, TaskStatus
from app.tasks.models import Extension, Indicator, Responsibility, Task, TaskChange
from tests.factories import a_report, a_user, department
from tests.importing.editions import (
    BROUGHT,
    FIRST,
    a_second_edition,
    adopt,
    draft,
    form_of,
    tasks,
)
from tests.test_statement_counts import statements

LONG_AGO = timedelta(days=90)


def lines(page):
    """number → (words of the tags, what is marked)."""
    return {
        row.select_one(".tno").text: ([t.text for t in row.select(".tag")], [m.text for m in row.select("ins, del")])
        for row in page.select(".edit-t tbody tr")
    }


def test_the_page_tells_what_differs_clause_by_clause(as_user, batch):
    page = as_user("office").open(f"/imports/{batch.id}/edition")

    found = lines(page)
    assert found["9"] == (["文字"], ["、班组长"])
    assert found["14"] == (["文字"], ["、健康体检"])
    assert found["22"] == (["时限"], ["8月", "11月"])
    assert found["23"] == (["部门"], ["网络中心", "宣教部"])
    assert found["38"] == (["新增"], [])
    assert found["16"] == (["取消"], [])
    assert "32项未变" in page.text
    assert "导入，取消第16项，新增第38项，仍为37项" in page.select_one(".eyebrow").text
    assert "取消的是第16项，需选去向" in page.text
    assert page.select_one("[data-chosen]").text == "已选5处，第16项未选去向"
    assert "原定08-31不改，现定变为11-30，提醒按新的日期发" in page.text
    assert "现亮红灯（逾期44天），采用后转绿灯（正常推进），记录注明因新版" in page.text
    assert "责任部门：法工部、保障部（牵头推定）" in page.text
    assert len(as_user("office").open(f"/imports/{batch.id}/edition?show=same").select("tbody tr")) == 32


def test_a_day_put_off_does_not_hide_that_a_task_is_behind(as_user, db, ledger, batch):
    task = tasks(db, ledger)["22"]
    who = db.exec(select(Responsibility).where(Responsibility.task_id == task.id)).first()
    a_report(db, task, db.get_one(Department, who.department_id), percent=20)
    db.commit()

    page = as_user("office").open(f"/imports/{batch.id}/edition")

    assert "现亮红灯（逾期44天），采用后仍亮红灯（落后54个百分点），记录注明因新版" in page.text


def test_taking_over_writes_the_tasks_and_keeps_the_old_words(as_user, db, ledger, batch):
    before = tasks(db, ledger)
    old = {n: (t.id, t.target, t.version) for n, t in before.items()}

    adopt(as_user("office"), batch, db, ledger)

    after = tasks(db, ledger)
    assert [t.position for t in after.values()] == list(range(1, 39))
    assert {n: t.id for n, t in after.items() if n != "38"} == {n: i for n, (i, *_) in old.items()}
    assert "、班组长" in after["9"].target
    assert (after["22"].first_due_on, after["22"].due_on) == (date(2021, 8, 31), date(2021, 11, 30))
    assert after["16"].status is TaskStatus.ENDED
    assert after["38"].target == BROUGHT
    assert after["38"].due_on == date(2021, 12, 20)
    assert after["1"].version == old["1"][2]
    change = db.exec(select(TaskChange).where(TaskChange.task_id == after["9"].id)).one()
    assert (change.before["target"], change.what, change.changed_by) == (old["9"][1], "文字", "陈静")
    assert change.reason.startswith("新版")
    extension = db.exec(select(Extension)).one()
    assert (extension.task_id, extension.new_due_on) == (after["22"].id, date(2021, 11, 30))
    who = db.exec(select(Responsibility).where(Responsibility.task_id == after["23"].id)).all()
    assert sorted(r.status for r in who) == sorted(
        [ResponsibilityStatus.IN_HAND, ResponsibilityStatus.HANDED_OVER, ResponsibilityStatus.HANDED_OVER]
    )
    assert db.get_one(Ledger, ledger.id).source_id == batch.source_id
    assert db.exec(select(func.count()).select_from(SourceDocument)).one() == 2
    tags = db.exec(select(AuditEvent.tag).where(AuditEvent.tag.in_(["task:change", "ledger:edition"]))).all()
    assert sorted(tags) == ["ledger:edition", *["task:change"] * 6]


def test_the_history_is_read_on_the_task_and_with_the_ledger(as_user, db, ledger, batch):
    adopt(as_user("office"), batch, db, ledger)

    task = tasks(db, ledger)["22"]
    office = as_user("office")
    page = office.open(f"/tasks/{task.id}")
    assert "按新版" in page.text
    assert "时限" in page.text
    page = office.open(f"/ledgers/{ledger.id}/editions")
    assert "共2个版本" in page.h1.text
    assert "、班组长" in [m.text for m in page.select("ins")]
    assert "完成时限：2021-11-30" in page.text
    assert "责任部门：经济部、网络中心、宣教部" in page.text
    assert any(m.text.startswith("扩大中高职") for m in page.select("del"))


def test_a_department_reads_what_the_ledger_said_before_and_takes_nothing_back(as_user, db, ledger, batch):
    adopt(as_user("office"), batch, db, ledger)
    db.rollback()
    home = db.get_one(Department, ledger.organisation_id)
    a_user(db, "jingji", Role.HEAD, department(db, home, "经济部"))
    a_user(db, "wangluo", Role.HEAD, department(db, home, "网络中心"))
    db.commit()

    assert not as_user("jingji").open(f"/ledgers/{ledger.id}/editions").select("a[href$='/undo']")
    task = tasks(db, ledger)["23"]
    as_user("jingji").open(f"/tasks/{task.id}/reports/new")
    as_user("wangluo").open(f"/tasks/{task.id}/reports/new", expect=403)


def test_what_is_not_ticked_stays(as_user, db, ledger, batch):
    was = {n: (t.target, t.due_on, t.version) for n, t in tasks(db, ledger).items()}

    adopt(as_user("office"), batch, db, ledger, fate="keep", take=[])

    assert {n: (t.target, t.due_on, t.version) for n, t in tasks(db, ledger).items()} == was
    assert db.exec(select(TaskChange)).all() == []


def test_what_is_gone_must_be_said_and_nothing_chosen_is_lost(as_user, db, ledger, batch):
    keep = f"d{draft(db, batch, '14').id}-words"

    answer = adopt(as_user("office"), batch, db, ledger, fate="", take=[keep], expect=422)

    assert "第16项去向：请选去向" in answer.text
    assert re.findall(r'name="take" value="([^"]+)" checked', answer.text) == [keep]
    assert db.exec(select(LedgerEdition)).all() == []


def test_withdrawing_is_offered_before_any_report_only(as_user, db, ledger, batch):
    office = as_user("office")
    gone = tasks(db, ledger)["16"]
    path = f"/imports/{batch.id}/edition"
    fates = [o["value"] for o in office.open(path).select(f"#fate-t{gone.id} > option")]
    who = db.exec(select(Responsibility).where(Responsibility.task_id == gone.id)).first()
    db.add(ProgressReport(task_id=gone.id, responsibility_id=who.id, saved_at=now() - LONG_AGO))
    db.commit()

    page = office.open(path)

    assert fates == ["", "end", "withdraw", "keep"]
    assert [o["value"] for o in page.select(f"#fate-t{gone.id} > option")] == ["", "end", "keep"]
    assert "现有1次报送，保留为历史" in page.text
    adopt(office, batch, db, ledger, fate="withdraw", expect=422)


def test_reports_and_periods_stay_and_only_what_is_to_come_follows(as_user, db, ledger, batch):
    task = tasks(db, ledger)["23"]
    parts = {p.printed_name: p for p in db.exec(select(Responsibility).where(Responsibility.task_id == task.id))}
    lead, helper, gone = parts["经济部"], parts["网络中心"], tasks(db, ledger)["16"]
    db.add(ProgressReport(task_id=task.id, responsibility_id=helper.id, saved_at=now() - LONG_AGO))
    theirs = db.exec(select(Responsibility).where(Responsibility.task_id == gone.id)).one()
    days = {"2021Q2": date(2021, 7, 10), "2021Q3": date(2021, 10, 20)}
    for key, due in days.items():
        db.add(
            ReportSlot(
                task_id=gone.id, responsibility_id=theirs.id, period=key, period_word=key, opens_on=due, due_on=due
            )
        )
    db.commit()

    page = as_user("office").open(f"/imports/{batch.id}/edition")
    assert "网络中心有1次报送，作为历史保留" in page.text
    adopt(as_user("office"), batch, db, ledger)

    tasks(db, ledger)
    assert db.exec(select(func.count()).select_from(ProgressReport)).one() == 1
    slots = db.exec(select(ReportSlot).where(ReportSlot.task_id == gone.id).order_by(ReportSlot.due_on)).all()
    assert [s.status for s in slots] == [SlotStatus.OPEN, SlotStatus.WAIVED]
    assert slots[1].waived_reason.startswith("新版")
    assert db.get_one(Responsibility, lead.id).part == "lead"


def everything(db, ledger):
    """All that an edition may touch, without versions."""
    db.rollback()
    db.expire_all()
    found = []
    for kind in (Task, Responsibility, Indicator, ReportSlot, Extension):
        rows = db.exec(select(kind).order_by(kind.id)).all()
        found.append([{k: v for k, v in r.model_dump().items() if k not in ("version", "id")} for r in rows])
    kept = db.get_one(Ledger, ledger.id)
    return found, (kept.title, kept.doc_number, kept.issued_on, kept.source_id)


def test_an_edition_is_taken_back_whole(as_user, db, ledger, batch):
    before = everything(db, ledger)
    office = as_user("office")
    adopt(office, batch, db, ledger)
    assert everything(db, ledger) != before

    way = office.open(f"/ledgers/{ledger.id}/editions").select_one("a[href$='/undo']")["href"]
    told = office.open(way).text
    assert "改过的5项任务恢复原样" in told
    assert "新增的1项任务去掉" in told
    office.send(way)

    assert everything(db, ledger) == before
    assert db.get_one(ImportBatch, batch.id).status is BatchStatus.UNDONE
    assert "已撤回" in office.open(f"/ledgers/{ledger.id}/editions").text
    assert db.exec(select(AuditEvent).where(AuditEvent.tag == "ledger:edition-undo")).one()


def test_the_toast_after_adopting_takes_it_back(as_user, db, ledger, batch):
    office = as_user("office")
    before = everything(db, ledger)
    answer = adopt(office, batch, db, ledger)
    page = office.open(answer.headers["location"])
    back = page.select_one(".toast form")
    assert "新版已采用" in page.select_one(".toast").text
    assert back.button.text.strip() == "撤回"

    answer = office.send(back["action"])

    assert answer.headers["location"] == f"/ledgers/{ledger.id}/editions"
    assert "新版已撤回，任务恢复原样" in office.open(answer.headers["location"]).text
    assert everything(db, ledger) == before


def test_once_something_was_reported_the_edition_stays(as_user, db, ledger, batch):
    office = as_user("office")
    adopt(office, batch, db, ledger)
    task = tasks(db, ledger)["9"]
    who = db.exec(select(Responsibility).where(Responsibility.task_id == task.id)).one()
    db.add(ProgressReport(task_id=task.id, responsibility_id=who.id, saved_at=now() + timedelta(minutes=1)))
    db.commit()

    assert "第9项已填写进展" in office.send(f"/imports/{batch.id}/undo", expect=409).text
    assert "、班组长" in tasks(db, ledger)["9"].target


def test_the_first_import_is_not_taken_back_under_an_edition(as_user, db, ledger, batch):
    office = as_user("office")
    adopt(office, batch, db, ledger)
    first = db.exec(select(ImportBatch).where(ImportBatch.edition_of.is_(None))).one()

    assert "已采用新版" in office.send(f"/imports/{first.id}/undo", expect=409).text
    assert db.get(Ledger, ledger.id)


def test_two_clerks_at_once_lose_nothing(as_user, db, ledger, batch):
    office = as_user("office")
    sent = form_of(office.open(f"/imports/{batch.id}/edition"))
    task = tasks(db, ledger)["9"]
    db.execute(update(Task).where(Task.id == task.id).values(version=Task.version + 1, target="别人刚改的任务。"))
    db.commit()
    keep = f"d{draft(db, batch, '14').id}-words"
    sent |= {"take": [keep], f"fate-t{tasks(db, ledger)['16'].id}": "end"}

    answer = office.send(f"/imports/{batch.id}/edition/changes", sent, expect=409)

    assert "有内容刚被别人改过，没有采用" in answer.text
    assert "别人刚改的任务" in answer.text
    assert keep in re.findall(r'name="take" value="([^"]+)" checked', answer.text)
    assert '<option value="end" selected>' in answer.text
    assert db.exec(select(LedgerEdition)).all() == []


def test_the_second_of_two_clerks_is_told_that_it_is_done(as_user, db, ledger, batch):
    office = as_user("office")
    sent = form_of(office.open(f"/imports/{batch.id}/edition"))
    adopt(office, batch, db, ledger)

    office.send(f"/imports/{batch.id}/edition/changes", sent, expect=409)
    office.open(f"/imports/{batch.id}/edition", expect=409)
    db.rollback()
    assert db.exec(select(func.count()).select_from(LedgerEdition)).one() == 1


def test_the_product_suggests_whose_edition_it_is(as_user, db, ledger):
    batch = a_second_edition(db, ledger)
    batch.edition_of = None
    db.commit()
    office = as_user("office")

    assert "可能是《秦工办字〔2021〕29号》的新版" in office.open(f"/imports/{batch.id}").text
    page = office.open(f"/imports/{batch.id}/edition")
    assert page.select_one(f'input[name=ledger][value="{ledger.id}"][checked]')
    assert "文号相同，标题相同，36项任务相同或相近" in page.text
    office.send(f"/imports/{batch.id}/edition", {"ledger": ledger.id, "version": batch.version})
    assert office.send(f"/imports/{batch.id}/publish", {"version": batch.version + 1}, expect=409)
    office.send(f"/imports/{batch.id}/edition", {"version": batch.version}, expect=409)
    office.send(f"/imports/{batch.id}/edition", {"version": batch.version + 1})
    db.expire_all()
    assert db.get_one(ImportBatch, batch.id).edition_of is None


def test_the_same_document_again_changes_nothing(as_user, db, ledger):
    before = everything(db, ledger)[0]
    batch = a_second_edition(db, ledger, FIRST.encode())
    db.commit()
    office = as_user("office")
    page = office.open(f"/imports/{batch.id}/edition")
    assert "两个版本逐项相同" in page.text

    office.send(f"/imports/{batch.id}/edition/changes", form_of(page))

    assert everything(db, ledger)[0] == before


def test_a_name_nobody_knows_keeps_the_edition_waiting(as_user, db, ledger):
    batch = a_second_edition(db, ledger, FIRST.replace("经济部 网络中心 宣教部", "经济部 数字部").encode())
    db.commit()
    office = as_user("office")
    page = office.open(f"/imports/{batch.id}/edition")
    assert "数字部" in page.select_one("#why").text

    office.send(f"/imports/{batch.id}/edition/changes", form_of(page), expect=422)

    assert db.exec(select(LedgerEdition)).all() == []


def test_only_the_office_compares_and_takes_over(as_user, batch, ledger):
    for who in ("leader", "zuzhi"):
        as_user(who).open(f"/imports/{batch.id}/edition", expect=403)
        as_user(who).send(f"/imports/{batch.id}/edition/changes", expect=403)
    as_user("outsider").open(f"/ledgers/{ledger.id}/editions", expect=404)


@pytest.mark.parametrize("rows", [0, 36])
def test_the_page_asks_as_often_for_one_difference_as_for_many(as_user, db, engine, ledger, rows):
    text = FIRST
    for line in [line for line in FIRST.splitlines() if line[:1].isdigit()][:rows]:
        text = text.replace(line, line.replace("。", "，并按季度报告。", 1))
    batch = a_second_edition(db, ledger, text.encode())
    db.commit()
    office = as_user("office")

    with statements(engine) as asked:
        office.open(f"/imports/{batch.id}/edition")

    assert len(asked) == 23, "\n".join(asked)


@pytest.mark.parametrize("rows", [1, 30])
def test_the_list_of_editions_asks_as_often_for_one_change_as_for_many(as_user, db, engine, ledger, rows):
    source = db.get_one(Ledger, ledger.id).source_id
    edition = LedgerEdition(
        ledger_id=ledger.id,
        source_id=source,
        title="修订",
        adopted_at=now(),
        adopted_by="陈静",
        before={"head": {"source_id": source}},
    )
    db.add(edition)
    db.flush()
    for task in list(tasks_now(db, ledger))[:rows]:
        unchanged = {"due_on": "", "who": "", "status": "issued"}
        db.add(
            TaskChange(
                task_id=task.id,
                edition_id=edition.id,
                what="文字",
                reason="新版",
                before={"target": "旧", **unchanged},
                after={"target": "新", **unchanged},
                changed_by="陈静",
                changed_at=now(),
            )
        )
    db.commit()
    office = as_user("office")

    with statements(engine) as asked:
        office.open(f"/ledgers/{ledger.id}/editions")

    assert len(asked) == 11, "\n".join(asked)


def tasks_now(db, ledger):
    return db.exec(select(Task).where(Task.ledger_id == ledger.id)).all()
