"""总览: the sentence, the wall, the overdue list and the departments in their order."""

from datetime import UTC, date, datetime

import pytest
from sqlmodel import Session

from app.ledgers.models import Ledger
from app.people.models import Department
from app.progress.models import Closure
from app.reminders.models import Urge
from app.tasks.kinds import TaskStatus
from app.tasks.models import Extension
from tests.boards.test_ledgers import statements
from tests.factories import NOON, a_cast, a_ledger, a_report, a_slot, a_task, a_user, department


@pytest.fixture
def home(db: Session) -> Department:
    return a_cast(db)


@pytest.fixture
def ledger(db: Session, home: Department) -> Ledger:
    """财务部 leads two overdue tasks, 组织部 one yellow and one silent."""
    zuzhi, caiwu = department(db, home, "组织部"), department(db, home, "财务部")
    ledger = a_ledger(db, home)
    for day in (date(2021, 10, 10), date(2021, 8, 31)):
        a_report(db, a_task(db, ledger, lead=caiwu, due_on=day), caiwu, percent=95)
    a_report(db, a_task(db, ledger, lead=zuzhi, due_on=date(2021, 10, 20)), zuzhi, percent=95)
    a_slot(db, a_task(db, ledger, lead=zuzhi), zuzhi)
    a_task(db, a_ledger(db, home, "小台账"), lead=zuzhi, due_on=date(2021, 10, 1))
    db.commit()
    return ledger


def words(tag) -> str:
    return tag.get_text("", strip=True)


def test_the_heading_says_what_is_late_behind_and_silent(as_user, ledger):
    page = as_user("leader").open("/board")

    assert words(page.h1) == "2项逾期，最长44天；1项临期或滞后；1项没有动静"
    assert [a["aria-label"] for a in page.select(".lampwall a")] == [
        "第1项，红，逾期4天", "第2项，红，逾期44天", "第3项，黄，剩6天", "第4项，未报，从未报送",
    ]  # fmt: skip


def test_the_latest_task_stands_first_with_its_urges(as_user, ledger, db, home):
    late = ledger.id
    rows = as_user("office").open(f"/board?ledger={late}").select("#overdue tr")

    assert [words(r.select_one(".days b")) for r in rows] == ["44", "4"]
    assert all(r.select_one("form[method=post][action$=urges]") for r in rows)


def test_an_urge_is_counted_beside_the_button(as_user, ledger, db, home):
    page = as_user("office").open("/board")
    task_id = int(page.select_one("#overdue .tlink")["href"].rsplit("/")[-1])
    db.add(Urge(task_id=task_id, department_id=department(db, home, "财务部").id, by_id=1, at=NOON))
    db.commit()

    assert "已催办1次" in as_user("office").open("/board").select_one("#overdue tr").text


def test_departments_keep_their_order_and_lead_to_their_tasks(as_user, ledger):
    browser = as_user("office")
    page = browser.open("/board")

    assert [words(th) for th in page.select(".mat2 tbody th")] == ["组织部", "财务部"]
    red = page.select_one('.mat2 a[aria-label="财务部，红2项"]')
    assert len(browser.open(red["href"]).select("#rows tbody tr")) == 2


def test_another_ledger_has_its_own_board(as_user, ledger):
    browser = as_user("office")
    other = next(a for a in browser.open("/board").select(".tabs a") if "小台账" in a.text)

    assert words(browser.open(other["href"]).h1).startswith("1项逾期，最长13天")


def test_the_lamps_refresh_alone(as_user, ledger):
    page = as_user("leader").open("/board/lamps", htmx=True)

    assert page.select_one("#lamps")
    assert not page.select_one("h1")
    as_user("leader").open("/board/lamps")


def test_the_office_finds_its_table_and_a_leader_sees_it(as_user, ledger):
    assert as_user("office").open("/board").select_one('.asks a[href="/review"]')
    assert not as_user("leader").open("/board").select_one('.asks a[href="/review"]')


def test_a_department_is_led_to_its_own_list(as_user, ledger):
    assert "我的待办" in as_user("zuzhi").open("/board", expect=403).text


def test_a_board_without_ledgers_says_what_comes_next(as_user, home, db):
    db.commit()
    assert "还没有台账" in as_user("office").open("/board").h1.text


@pytest.mark.parametrize("rows", [1, 50])
def test_the_number_of_statements_does_not_grow(as_user, db, home, engine, rows):
    zuzhi = department(db, home, "组织部")
    ledger = a_ledger(db, home)
    for _ in range(rows):
        task = a_task(db, ledger, lead=zuzhi, due_on=date(2021, 8, 31))
        a_report(db, task, zuzhi)
        db.add(Urge(task_id=task.id, department_id=zuzhi.id, by_id=1, at=NOON))
    db.commit()
    browser = as_user("office")

    with statements(engine) as asked:
        browser.open("/board")

    assert len(asked) == 13, "\n".join(asked)


def test_a_past_day_is_shown_as_it_was(as_user, ledger):
    page = as_user("leader").open("/board?day=2021-09-01")

    assert words(page.h1) == "1项逾期，最长1天；没有临期或滞后；没有未报"
    assert "这是2021年9月1日当天的情况" in page.main.text
    assert not page.select("#overdue form")
    assert "hx-get" not in page.select_one("#lamps").attrs


def test_what_came_later_is_left_out_of_a_past_day(as_user, db, home):
    lead = department(db, home, "组织部")
    ledger = a_ledger(db, home)
    moved = a_task(db, ledger, lead=lead, due_on=date(2021, 12, 31), first_due_on=date(2021, 9, 30))
    db.add(
        Extension(
            task_id=moved.id, old_due_on=date(2021, 9, 30), new_due_on=date(2021, 12, 31), reason="等评审",
            asked_by="王明", decided_by="周领导", decided_at=datetime(2021, 10, 11, tzinfo=UTC),
        )
    )  # fmt: skip
    struck = a_task(db, ledger, lead=lead, due_on=date(2021, 9, 1), status=TaskStatus.CLOSED)
    closer = a_user(db, "closer", "office", department(db, home, "办公室"))
    db.add(Closure(task_id=struck.id, closed_on=date(2021, 10, 12), closed_by_id=closer.id))
    db.commit()
    browser = as_user("leader")

    assert words(browser.open("/board?day=2021-10-10").h1).startswith("2项逾期，最长39天")
    assert words(browser.open("/board?day=2021-10-11").h1).startswith("1项逾期，最长40天")
    assert words(browser.open("/board?day=2021-10-12").h1).startswith("没有逾期")


@pytest.mark.parametrize(("day", "why"), [("2021-10-15", "以后的日子还没有到"), ("十月", "这个日期读不出来")])
def test_a_day_that_cannot_be_shown_is_today_and_says_so(as_user, ledger, day, why):
    page = as_user("leader").open(f"/board?day={day}")

    assert "截至2021年10月14日" in page.main.text
    assert why in page.main.text
