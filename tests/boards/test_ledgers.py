"""The list of ledgers and a ledger with its filters."""

from datetime import date

import pytest
from sqlmodel import Session

from app.ledgers.models import Ledger, SourceDocument
from app.people.models import Department
from app.progress.models import Closure
from app.tasks.kinds import TaskStatus
from app.tasks.models import Extension
from tests.factories import NOON, a_cast, a_ledger, a_report, a_slot, a_task, a_user, department
from tests.statements import statements


@pytest.fixture
def home(db: Session) -> Department:
    return a_cast(db)


@pytest.fixture
def ledger(db: Session, home: Department) -> Ledger:
    """组织部: one overdue, one reported, one closed; 财务部: one silent; presumed lead on the last."""
    zuzhi, caiwu = department(db, home, "组织部"), department(db, home, "财务部")
    ledger = a_ledger(db, home)
    late = a_task(db, ledger, lead=zuzhi, due_on=date(2021, 8, 31), first_due_on=date(2021, 8, 31))
    a_report(db, late, zuzhi, percent=90)
    fine = a_task(db, ledger, lead=zuzhi, supports=(caiwu,), presumed=True, target="建立联席会议制度。")
    a_report(db, fine, zuzhi, percent=70)
    closed = a_task(db, ledger, lead=zuzhi, status=TaskStatus.CLOSED)
    office = a_user(db, "closer", "office", department(db, home, "办公室"))
    db.add(Closure(task_id=closed.id, closed_on=date(2021, 9, 30), closed_by_id=office.id))
    silent = a_task(db, ledger, lead=caiwu, set_by_office=True)
    a_slot(db, silent, caiwu)
    db.commit()
    return ledger


def words(page) -> str:
    return " ".join(page.select_one("main").get_text(" ", strip=True).split())


def numbers(page) -> list[str]:
    return [td.get_text(strip=True) for td in page.select("td.tno")]


def test_an_office_without_ledgers_is_led_to_its_first(as_user, db, home):
    db.commit()
    assert "建第一本台账" in words(as_user("office").open("/ledgers"))


def test_a_department_without_ledgers_is_told_who_makes_them(as_user, db, home):
    db.commit()
    assert "办公室发布台账后" in words(as_user("zuzhi").open("/ledgers"))


def test_the_list_names_each_ledger_with_its_lamps(as_user, ledger):
    page = as_user("office").open("/ledgers")

    assert page.select_one(f'a.tlink[href="/ledgers/{ledger.id}"]').text == ledger.title
    assert "红 1 项" in page.select_one(".lampline").get_text(" ", strip=True)


def test_a_department_counts_only_its_own_lamps(as_user, ledger):
    line = as_user("caiwu").open("/ledgers").select_one(".lampline").get_text(" ", strip=True)

    assert "红" not in line
    assert "未报 1 项" in line


def test_an_administrator_reads_no_business(as_user, ledger):
    as_user("sysadmin").open("/ledgers", expect=403)


def test_another_organisations_ledger_does_not_exist(as_user, ledger):
    as_user("outsider").open(f"/ledgers/{ledger.id}", expect=404)


def test_the_ledger_shows_every_line_and_strikes_the_closed_number(as_user, ledger):
    page = as_user("office").open(f"/ledgers/{ledger.id}")

    assert page.h1.text == ledger.title
    assert numbers(page) == ["1", "2", "3", "4"]
    assert [td.text for td in page.select("td.tno.struck")] == ["3"]
    assert "逾期44天" in words(page)
    assert "1项任务有几个责任部门，原文没有写明谁牵头。" in words(page)
    assert "办公室设定" in words(page)


def test_a_department_reads_the_text_of_others_but_not_their_progress(as_user, ledger):
    page = as_user("caiwu").open(f"/ledgers/{ledger.id}")

    rows = page.select("tbody tr")
    assert numbers(page) == ["1", "2", "3", "4"]
    assert "逾期" not in rows[0].text
    assert "进展由责任部门和办公室查看" in rows[0].text
    assert "70%" in rows[1].text
    assert not page.select("td.struck")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("lamp=red", ["1"]),
        ("lamp=hollow", ["4"]),
        ("state=closed", ["3"]),
        ("due=overdue", ["1"]),
        ("text=联席会议", ["2"]),
        ("lead=presumed", ["2"]),
        ("lamp=nonsense", []),
        ("due=7", []),
    ],
)
def test_filters_leave_the_rows_that_match(as_user, ledger, query, expected):
    assert numbers(as_user("office").open(f"/ledgers/{ledger.id}?{query}")) == expected


def test_a_filter_by_department_finds_leading_and_supporting(as_user, ledger, db, home):
    caiwu = department(db, home, "财务部").id

    assert numbers(as_user("office").open(f"/ledgers/{ledger.id}?dept={caiwu}")) == ["2", "4"]
    assert numbers(as_user("office").open(f"/ledgers/{ledger.id}?lead={caiwu}")) == ["4"]


def test_a_lamp_does_not_betray_a_task_the_reader_may_not_follow(as_user, ledger):
    assert numbers(as_user("caiwu").open(f"/ledgers/{ledger.id}?lamp=red")) == []


def test_htmx_gets_the_rows_and_the_count(as_user, ledger):
    page = as_user("office").open(f"/ledgers/{ledger.id}?lamp=red", htmx=True)

    assert page.select_one("#rows")
    assert not page.select_one("h1")
    assert page.select_one("#result[hx-swap-oob]").get_text(strip=True) == "共1项，全部4项，按序号"


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("", ["1", "2", "3", "4"]),
        ("-number", ["4", "3", "2", "1"]),
        ("due", ["1", "2", "3", "4"]),
        ("-due", ["2", "3", "4", "1"]),
        ("lamp", ["1", "4", "2", "3"]),
        ("-dept", ["4", "1", "2", "3"]),
        ("nonsense", ["1", "2", "3", "4"]),
    ],
)
def test_columns_sort_and_equals_keep_the_document_s_order(as_user, ledger, sort, expected):
    assert numbers(as_user("office").open(f"/ledgers/{ledger.id}?sort={sort}")) == expected


def test_a_sorted_column_says_so_and_its_link_turns_it_round(as_user, ledger):
    browser = as_user("office")
    page = browser.open(f"/ledgers/{ledger.id}?lamp=red&sort=due")

    assert [th["aria-sort"] for th in page.select("th[aria-sort]")] == ["none", "none", "ascending", "none"]
    assert "按完成时限" in page.select_one("#result").text
    link = page.select_one("th[aria-sort=ascending] a")["href"]
    assert link.endswith("?lamp=red&sort=-due")
    assert "按完成时限倒序" in browser.open(link).select_one("#result").text


def test_sorting_by_lamp_betrays_no_task_the_reader_may_not_follow(as_user, ledger):
    assert numbers(as_user("caiwu").open(f"/ledgers/{ledger.id}?sort=lamp")) == ["4", "2", "1", "3"]


def test_the_links_to_paper_keep_the_filters(as_user, ledger):
    browser = as_user("office")

    for htmx in (False, True):
        page = browser.open(f"/ledgers/{ledger.id}?lamp=red&text=任务", htmx=htmx)
        assert [a["href"].split("?")[1] for a in page.select("#paper a")] == ["lamp=red&text=%E4%BB%BB%E5%8A%A1"] * 2


def test_an_extended_day_shows_what_was_first_set(as_user, db, home):
    ledger = a_ledger(db, home)
    task = a_task(db, ledger, lead=department(db, home, "组织部"), first_due_on=date(2021, 9, 30))
    db.add(
        Extension(
            task_id=task.id, old_due_on=date(2021, 9, 30), new_due_on=date(2021, 12, 31), reason="等评审",
            asked_by="王明", decided_by="周领导", decided_at=NOON,
        )
    )  # fmt: skip
    db.commit()

    assert "原定09-30，已延1次" in words(as_user("office").open(f"/ledgers/{ledger.id}"))


def test_the_document_is_read_where_there_is_one(as_user, ledger, db):
    text = "标题\n\n第一项内容\n第二项内容"
    source = SourceDocument(name="来文.txt", format="txt", sha256="0" * 64, content=b"", text=text)
    db.add(source)
    db.flush()
    ledger.source_id = source.id
    db.add(ledger)
    db.commit()

    page = as_user("zuzhi").open(f"/ledgers/{ledger.id}/source")

    assert [p.get_text(strip=True) for p in page.select(".source p")] == ["标题", "第一项内容", "第二项内容"]


def test_a_ledger_without_its_document_has_no_such_page(as_user, ledger):
    as_user("office").open(f"/ledgers/{ledger.id}/source", expect=404)


@pytest.mark.parametrize(("path", "expected"), [("/ledgers", 8), ("/ledgers/{id}", 12)])
@pytest.mark.parametrize("rows", [1, 50])
def test_the_number_of_statements_does_not_grow(as_user, db, home, engine, path, expected, rows):
    zuzhi, caiwu = department(db, home, "组织部"), department(db, home, "财务部")
    ledger = a_ledger(db, home)
    for _ in range(rows):
        task = a_task(db, ledger, lead=zuzhi, supports=(caiwu,))
        a_slot(db, task, zuzhi)
        a_report(db, task, zuzhi)
    db.commit()
    browser = as_user("office")

    with statements(engine) as asked:
        browser.open(path.format(id=ledger.id))

    assert len(asked) == expected, "\n".join(asked)


def test_a_due_day_in_a_year_without_a_holiday_notice_is_marked(as_user, db, home):
    ledger = a_ledger(db, home)
    a_task(db, ledger, lead=department(db, home, "组织部"), due_on=date(2031, 6, 30))
    a_task(db, ledger, lead=department(db, home, "组织部"), due_on=date(2021, 11, 30))
    db.commit()

    marked = as_user("office").open(f"/ledgers/{ledger.id}").select("#rows tbody tr")

    assert ["工作日暂定" in row.get_text() for row in marked] == [True, False]
