"""Whoever looks for a task finds it by what he remembers of it, and only what he may read."""

from datetime import date

import pytest
from sqlmodel import Session

from app.ledgers.models import Ledger, LedgerStatus
from app.people.models import Department, DepartmentAlias
from tests.factories import a_cast, a_ledger, a_report, a_task, department
from tests.test_statement_counts import statements


@pytest.fixture
def home(db: Session) -> Department:
    return a_cast(db)


@pytest.fixture
def ledger(db: Session, home: Department) -> Ledger:
    """组织部 leads the first and helps with the third; 财务部 leads the others."""
    zuzhi, caiwu = department(db, home, "组织部"), department(db, home, "财务部")
    ledger = a_ledger(db, home)
    visits = a_task(db, ledger, lead=zuzhi, number="12", target="走访慰问一线职工100%覆盖，<b>每年</b>12次。")
    a_report(db, visits, zuzhi, percent=70)
    a_task(db, ledger, lead=caiwu, number="22", target="清查经费使用，建立台账。", due_on=date(2021, 8, 31))
    a_task(db, ledger, lead=caiwu, supports=(zuzhi,), presumed=True, number="23", target="创建工作室，走访企业。")
    a_task(db, ledger, number="六", target="依法治会。")
    db.add(DepartmentAlias(organisation_id=home.id, department_id=caiwu.id, name="计财部"))
    db.commit()
    return ledger


def found(page) -> list[str]:
    return [hit.select_one("b > .num").text for hit in page.select(".hits a")]


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ("走访", ["第12项", "第23项"]),
        ("慰问", ["第12项"]),
        ("12", ["第12项"]),
        ("第22项", ["第22项"]),
        ("２２", ["第22项"]),
        ("第六项", ["第六项"]),
        ("组织部", ["第12项", "第23项"]),
        ("计财", ["第22项", "第23项"]),
        ("基层建设", ["第12项", "第22项", "第23项", "第六项"]),
        ("〔2021〕9号", ["第12项", "第22项", "第23项", "第六项"]),
        ("走访　财务", ["第23项"]),
        ("100%", ["第12项"]),
        ("%", ["第12项"]),
        ("_", []),
    ],
)
def test_a_task_is_found_by_text_number_department_and_ledger(as_user, ledger, asked, numbers):
    assert found(as_user("office").open(f"/search?q={asked.replace('%', '%25')}")) == numbers


def test_a_hit_shows_lamp_ledger_and_departments_with_the_words_marked(as_user, ledger):
    page = as_user("office").open("/search?q=清查 财务")

    hit = page.select_one(".hits a")
    assert hit["href"].startswith("/tasks/")
    assert [mark.text for mark in hit.select("mark")] == ["清查", "财务"]
    assert "红" in hit.select_one(".lamp").text
    assert ledger.title in hit.text
    assert "牵头财务部" in hit.text
    assert "“清查 财务”共1条" in page.select_one("#found").text


def test_the_text_is_shown_as_it_is_and_runs_no_code(as_user, ledger):
    hit = as_user("office").open("/search?q=每年").select_one(".hits a")

    assert "<b>每年</b>12次" in hit.text
    assert hit.select_one("mark").text == "每年"


def test_the_match_is_seen_in_a_long_text(as_user, db, home, ledger):
    a_task(db, ledger, number="30", target="深入学习。" * 60 + "举办竞赛。" + "抓好落实。" * 60)
    db.commit()

    hit = as_user("office").open("/search?q=竞赛").select_one(".hits b")

    assert "…" in hit.text
    assert hit.select_one("mark").text == "竞赛"
    assert len(hit.text) < 160


def test_a_department_sees_the_text_of_its_organisation_and_the_lamps_of_its_tasks(as_user, ledger):
    page = as_user("zuzhi").open("/search?q=基层建设")

    lamps = {hit.select_one("b > .num").text: hit.select_one(".lamp") is not None for hit in page.select(".hits a")}
    assert lamps == {"第12项": True, "第22项": False, "第23项": True, "第六项": False}


def test_another_organisation_finds_nothing_of_it(as_user, ledger):
    for asked in ("走访", "12", "组织部", "基层建设", "〔2021〕9号"):
        page = as_user("outsider").open(f"/search?q={asked}")
        assert found(page) == []
        assert "没有找到" in page.select_one("#hits").text


def test_administrators_neither_search_nor_see_the_box(as_user, ledger):
    browser = as_user("sysadmin")

    assert "三员分立" in browser.open("/search?q=走访", expect=403).text
    assert browser.open("/admin/users").select_one(".find, .find-s") is None


def test_the_box_stands_on_every_page_and_asks_by_address(as_user, ledger):
    box = as_user("zuzhi").open("/ledgers").select_one("form.find")

    assert (box["method"], box["action"], box.select_one("input")["name"]) == ("get", "/search", "q")


def test_an_empty_question_says_what_can_be_asked(as_user, ledger):
    for address in ("/search", "/search?q=", "/search?q=%20%E3%80%80%00"):
        assert "序号" in as_user("office").open(address).select_one("#hits").text


def test_nothing_found_says_what_to_do(as_user, ledger):
    page = as_user("zuzhi").open("/search?q=走访 没有的词")

    assert "请少写一个词" in page.select_one("#hits").text
    assert page.select_one('#hits a[href="/ledgers"]')


def test_at_most_fifty_are_shown_and_all_are_counted(as_user, db, home, ledger):
    for _ in range(60):
        a_task(db, ledger, target="开展劳动竞赛。")
    db.commit()

    page = as_user("office").open("/search?q=劳动竞赛")

    assert len(page.select(".hits a")) == 50
    assert "共60条，显示前50条" in page.select_one("#found").text


def test_a_ledger_in_hand_stands_before_an_archived_one(as_user, db, home, ledger):
    old = a_ledger(db, home, "旧台账")
    old.status, old.issued_on = LedgerStatus.ARCHIVED, date(2021, 9, 1)
    a_task(db, old, number="1", target="走访困难职工。")
    db.commit()

    page = as_user("office").open("/search?q=走访")

    assert found(page) == ["第12项", "第23项", "第1项"]
    assert "已归档" in page.select(".hits a")[-1].text


def test_typing_fetches_the_hits_and_their_count_alone(as_user, ledger):
    part = as_user("office").open("/search?q=慰问", htmx=True)

    assert part.select_one("h1") is None
    assert found(part) == ["第12项"]
    assert part.select_one("#found[hx-swap-oob]").text == "“慰问”共1条"


def test_more_words_than_six_are_left_out_and_not_shown(as_user, ledger):
    page = as_user("office").open("/search?q=走 访 慰 问 一 线 没有的词")

    assert found(page) == ["第12项"]
    assert "没有的词" not in page.select_one("#found").text


@pytest.mark.parametrize("tasks", [1, 60])
def test_a_search_asks_the_database_nine_times_however_much_it_finds(as_user, db, engine, home, ledger, tasks):
    for n in range(tasks):
        a_task(db, ledger, lead=department(db, home, "组织部"), target=f"开展劳动竞赛{n}。")
    db.commit()
    browser = as_user("zuzhi")

    with statements(engine) as asked:
        browser.open("/search?q=劳动竞赛 组织部 开展 劳 竞 赛 多余")

    assert len(asked) == 9, "\n".join(asked)
