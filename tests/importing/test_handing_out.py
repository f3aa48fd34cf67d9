"""只发布，暂不交办: nothing is owed and nobody is told until one act of the office, which may be taken back."""

from datetime import UTC, date, datetime

import pytest
from sqlmodel import func, select

from app.delivery.models import Notice
from app.ledgers.models import Ledger
from app.people.models import Department, User
from app.progress.models import Instruction, ProgressReport, ReportSlot
from app.reminders.service import run_daily
from app.tasks.kinds import Lamp, TaskStatus
from app.tasks.models import Responsibility, Task
from app.workdays.calendar import installed
from tests.factories import a_cast, a_report, department
from tests.importing.documents import an_import
from tests.importing.editions import a_second_edition, draft, form_of

DAY = date(2021, 10, 14)
ROWS = (
    ("1", "每年至少召开1次会议，12月31日前完成。", "组织部"),
    ("2", "8月底前完成财务检查。", "财务部 组织部"),
    ("3", "开展走访慰问活动。", "组织部"),
)


def published(db, as_user, **choices):
    """Reported on every month since June, by the departments that are there."""
    home = db.exec(select(Department.id)).first()
    batch = an_import(db, *ROWS, organisation_id=home)
    db.commit()
    sent = {"version": batch.version, "cycle": "monthly", **choices}
    answer = as_user("office").send(f"/imports/{batch.id}/publish", sent)
    return int(answer.headers["location"].rpartition("/")[2])


@pytest.fixture
def ledger_id(db, as_user):
    """Published, not handed out."""
    a_cast(db)
    db.commit()
    return published(db, as_user, how="publish")


def tasks(db, ledger_id):
    db.rollback()
    db.expire_all()
    return db.exec(select(Task).where(Task.ledger_id == ledger_id).order_by(Task.position)).all()


def count(db, kind):
    db.rollback()
    return db.exec(select(func.count()).select_from(kind)).one()


def hand_out(office, ledger_id, **options):
    page = office.open(f"/ledgers/{ledger_id}/issue")
    return office.send(
        f"/ledgers/{ledger_id}/issue", {"version": page.select_one("main [name=version]")["value"]}, **options
    )


def test_published_only_nobody_is_told_and_nothing_is_owed(as_user, db, ledger_id):
    assert {t.status for t in tasks(db, ledger_id)} == {TaskStatus.DRAFT}
    assert (count(db, ReportSlot), count(db, Notice)) == (0, 0)
    page = as_user("zuzhi").open(f"/ledgers/{ledger_id}")
    assert "还没有交办" in page.select_one(".note b").text
    assert not page.select('a[href$="/issue"]')


def test_handed_out_at_once_each_department_hears_which_tasks_are_its_own(as_user, db):
    a_cast(db)
    db.commit()
    ledger_id = published(db, as_user)

    assert {t.status for t in tasks(db, ledger_id)} == {TaskStatus.ISSUED}
    words = dict(db.exec(select(User.account, Notice.words).join(Notice, Notice.user_id == User.id)).all())
    assert words == {
        "zuzhi": "《甲工办字〔2021〕9号》已交办，牵头第1、3项，配合第2项。",
        "lianluo": "《甲工办字〔2021〕9号》已交办，牵头第1、3项，配合第2项。",
        "caiwu": "《甲工办字〔2021〕9号》已交办，牵头第2项。",
    }


def test_a_task_not_handed_out_stands_still_even_past_its_day(as_user, db, ledger_id):
    office = as_user("office")

    page = office.open(f"/ledgers/{ledger_id}")
    assert [" ".join(c.text.split()) for c in page.select("#rows tbody .lamp")] == ["草稿尚未交办"] * 3
    assert "没有符合条件的任务" in office.open(f"/ledgers/{ledger_id}?due=overdue").text
    assert "没有符合条件的任务" in office.open(f"/ledgers/{ledger_id}?lamp=red").text
    board = office.open(f"/board?ledger={ledger_id}")
    assert board.h1.text == "3项任务都还没有交办"
    assert office.open("/ledgers").select_one("tbody tr").text.count("尚未交办") == 1
    assert "还没有交办" in page.select_one(".note b").text


def test_the_daily_round_leaves_it_alone(db, ledger_id):
    for day in (DAY, date(2021, 11, 15), date(2022, 1, 17)):
        run_daily(db, day, datetime(day.year, day.month, day.day, 0, 30, tzinfo=UTC), installed().is_working_day)
        db.commit()

    assert (count(db, ReportSlot), count(db, Notice)) == (0, 0)


def test_a_department_has_nothing_to_do_and_may_do_nothing(as_user, db, ledger_id):
    head, task = as_user("zuzhi"), tasks(db, ledger_id)[0]

    assert head.open("/todo").h1.text == "本周没有要办的事"
    for door in ("reports/new", "closure-request", "extensions/new", "refusals/new"):
        answer = head.client.get(f"/tasks/{task.id}/{door}")
        assert answer.status_code == 403, door
    assert "第1项还没有交办，不能报送进展" in head.open(f"/tasks/{task.id}/reports/new", expect=403).text
    leader = as_user("leader")
    assert "还没有交办，不用催办" in leader.send(f"/tasks/{task.id}/urges", expect=403).text
    assert "还没有交办，不能批示" in leader.open(f"/tasks/{task.id}/instructions/new", expect=403).text
    page = head.open(f"/tasks/{task.id}")
    assert [li.text for li in page.select(".steps [aria-current=step]")] == ["交办"]


def test_the_lead_may_be_confirmed_before(as_user, db, ledger_id):
    task = tasks(db, ledger_id)[1]
    other = department(db, db.exec(select(Department)).first(), "组织部")

    as_user("office").send(f"/tasks/{task.id}/lead", {"department_id": other.id, "version": task.version})

    db.rollback()
    assert count(db, ReportSlot) == 0
    lead = db.exec(select(Responsibility).where(Responsibility.task_id == task.id, Responsibility.part == "lead")).one()
    assert (lead.department_id, lead.presumed) == (other.id, False)


def test_one_act_hands_all_of_it_out_and_periods_count_from_that_day(as_user, db, ledger_id):
    office = as_user("office")
    page = office.open(f"/ledgers/{ledger_id}/issue")
    assert page.h1.text == "交办3项任务给2个部门"
    assert "1项时限已过：第2项" in page.select_one(".note").text

    answer = hand_out(office, ledger_id)

    found = tasks(db, ledger_id)
    assert {(t.status, t.handed_out_on) for t in found} == {(TaskStatus.ISSUED, DAY)}
    assert sorted(set(db.exec(select(ReportSlot.period)).all())) == ["2021-10", "2021-11", "2021-12"]
    assert count(db, Notice) == 3
    assert "牵头第1、3项，配合第2项" in as_user("zuzhi").open("/notices").text
    home = office.open(answer.headers["location"])
    assert [w.text for w in home.select("#rows tbody .lamp-r small")] == ["逾期44天"]
    assert "陈静交办甲市总工会加强基层建设工作台账" in "".join(office.open(f"/tasks/{found[0].id}").text.split())


def test_no_period_is_asked_of_the_time_before_also_by_the_daily_round(as_user, db, ledger_id):
    hand_out(as_user("office"), ledger_id)
    for slot in db.exec(select(ReportSlot)).all():
        db.delete(slot)
    db.commit()

    run_daily(db, DAY, datetime(2021, 10, 14, 1, tzinfo=UTC), installed().is_working_day)
    db.commit()

    assert set(db.exec(select(ReportSlot.period)).all()) == {"2021-10"}


def test_expected_progress_counts_from_the_day_of_handing_out(as_user, db, ledger_id):
    hand_out(as_user("office"), ledger_id)
    task = tasks(db, ledger_id)[0]
    home = db.exec(select(Department)).first()
    a_report(db, task, department(db, home, "组织部"), percent=5, submitted_at=datetime(2021, 10, 14, 2, tzinfo=UTC))
    db.commit()

    row = as_user("office").open(f"/ledgers/{ledger_id}").select_one(f"#t{task.id}")

    assert row.select_one(".lamp-g")
    assert "序时进度0%" in row.select_one(".meter")["aria-label"]


def test_a_board_of_a_day_before_shows_it_not_handed_out(as_user, db, ledger_id):
    office = as_user("office")
    hand_out(office, ledger_id)

    before = office.open(f"/board?ledger={ledger_id}&day=2021-10-13")

    assert before.h1.text == "3项任务都还没有交办"
    assert office.open(f"/board?ledger={ledger_id}").h1.text.strip().startswith("1项逾期")


def test_a_second_click_hands_nothing_out_again(as_user, db, ledger_id):
    office = as_user("office")
    version = office.open(f"/ledgers/{ledger_id}/issue").select_one("main [name=version]")["value"]
    hand_out(office, ledger_id)

    office.send(f"/ledgers/{ledger_id}/issue", {"version": version}, expect=409)

    again = db.get_one(Ledger, ledger_id).version
    assert "没有重复交办" in office.send(f"/ledgers/{ledger_id}/issue", {"version": again}, expect=409).text
    assert count(db, Notice) == 3


def test_taken_back_it_waits_again_and_what_was_told_is_gone(as_user, db, ledger_id):
    office = as_user("office")
    back = office.open(hand_out(office, ledger_id).headers["location"]).select_one(".toast form")
    run_daily(db, DAY, datetime(2021, 10, 14, 1, tzinfo=UTC), installed().is_working_day)
    db.commit()

    office.send(back["action"])

    assert {(t.status, t.handed_out_on) for t in tasks(db, ledger_id)} == {(TaskStatus.DRAFT, None)}
    assert (count(db, ReportSlot), count(db, Notice)) == (0, 0)
    log = office.open(f"/tasks/{tasks(db, ledger_id)[0].id}").text
    assert "撤回对甲市总工会加强基层建设工作台账的交办" in log
    hand_out(office, ledger_id)
    assert count(db, Notice) == 3


@pytest.mark.parametrize("work", ["report", "instruction"])
def test_once_somebody_has_worked_on_it_it_stays_handed_out(as_user, db, ledger_id, work):
    office = as_user("office")
    hand_out(office, ledger_id)
    task, home = tasks(db, ledger_id)[0], db.exec(select(Department)).first()
    if work == "report":
        a_report(db, task, department(db, home, "组织部"))
    else:
        leader = db.exec(select(User.id).where(User.account == "leader")).one()
        at = datetime(2021, 10, 14, 2, tzinfo=UTC)
        db.add(Instruction(task_id=task.id, leader_id=leader, text="抓紧。", at=at))
    db.commit()

    page = office.open(f"/ledgers/{ledger_id}/issue")
    words = {"report": "第1项已填写进展", "instruction": "第1项已有领导批示"}[work]
    assert words in page.text
    assert not page.select('main form[action$="/withdrawal"]')
    assert words in office.send(f"/ledgers/{ledger_id}/issue/withdrawal", expect=409).text
    assert {t.status for t in tasks(db, ledger_id)} == {TaskStatus.ISSUED}


def test_what_was_handed_out_when_it_was_published_goes_back_only_as_a_whole_import(as_user, db):
    a_cast(db)
    db.commit()
    ledger_id = published(db, as_user)
    office = as_user("office")

    assert "是发布时交办的" in office.open(f"/ledgers/{ledger_id}/issue").text
    office.send(f"/ledgers/{ledger_id}/issue/withdrawal", expect=409)


def test_a_newer_edition_before_handing_out_changes_the_draft_and_tells_nobody(as_user, db, ledger_id):
    office, ledger = as_user("office"), db.get_one(Ledger, ledger_id)
    rows = ("\t".join(r) for r in (*ROWS, ("4", "召开现场会，11月底前完成。", "财务部")))
    text = "\n".join(rows).replace("12月31日", "12月20日")
    head = "甲市总工会办公室\n甲工办字〔2021〕12号\n甲市总工会加强基层建设工作台账\n序号\t目标任务\t责任部门\n"
    batch = a_second_edition(db, ledger, f"{head}{text}\n".encode())
    db.commit()

    office.send(f"/imports/{batch.id}/edition/changes", form_of(office.open(f"/imports/{batch.id}/edition")))

    found = tasks(db, ledger_id)
    assert [t.status for t in found] == [TaskStatus.DRAFT] * 4
    assert (found[0].first_due_on, found[0].due_on) == (date(2021, 12, 20), date(2021, 12, 20))
    assert (count(db, ReportSlot), count(db, Notice)) == (0, 0)
    assert draft(db, batch, "4").number == "4"
    hand_out(office, ledger_id)
    assert {t.status for t in tasks(db, ledger_id)} == {TaskStatus.ISSUED}
    assert count(db, ProgressReport) == 0


def test_paper_and_search_say_that_it_is_not_handed_out(as_user, ledger_id):
    office = as_user("office")

    assert office.open(f"/ledgers/{ledger_id}/print").text.count("尚未交办") == 3
    assert office.open("/search?q=走访慰问").select_one(".lamp").text.split() == ["草稿尚未交办"]


def test_its_lamp_is_that_of_a_task_that_stands_still(db, ledger_id):
    from app.progress.queries import task_line

    assert [task_line(db, t.id, DAY).lamp.lamp for t in tasks(db, ledger_id)] == [Lamp.STOPPED] * 3
