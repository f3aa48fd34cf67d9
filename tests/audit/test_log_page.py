"""The audit administrator reads who did what, by day, person and kind."""

import pytest

from app.audit.service import record
from app.audit.tags import Tag
from app.cli import main
from app.core.db import transaction
from tests.factories import a_cast
from tests.test_statement_counts import statements


@pytest.fixture
def cast(db):
    a_cast(db)
    db.commit()


def acts(engine, count: int, who: str = "陈静", tag: Tag = Tag.URGE) -> None:
    with transaction(engine) as db:
        for n in range(count):
            record(db, tag, actor_id=1, actor_name=who, subject_kind="task", subject_id=n, department="财务部")


def words(page) -> list[str]:
    return [" ".join(row.get_text(" ", strip=True).split()) for row in page.select("tbody tr")]


def test_the_newest_comes_first_with_its_moment(as_user, engine, cast):
    acts(engine, 1)

    rows = words(as_user("auditadmin").open("/log"))

    assert "审计员 登录" in rows[0]
    assert "陈静 催办财务部" in rows[1]
    assert "10-14" in rows[1]


def test_fifty_at_a_time_and_nothing_twice(as_user, engine, cast):
    acts(engine, 120)
    browser, seen, href = as_user("auditadmin"), [], "/log?kind=task"
    while href:
        page = browser.open(href)
        seen += [row.select_one("td").text for row in page.select("tbody tr")]
        older = page.select_one(".pager a")
        href = older["href"] if older else ""

    assert len(seen) == len(set(seen)) == 120


def test_filters_by_person_kind_and_day(as_user, engine, cast):
    acts(engine, 2)
    acts(engine, 3, who="王_明", tag=Tag.CLOSE)
    browser = as_user("auditadmin")

    assert len(words(browser.open("/log?who=王_"))) == 3
    assert len(words(browser.open("/log?who=陈静&kind=task&first=2021-10-14&last=2021-10-14"))) == 2
    assert "没有符合条件的记录" in browser.open("/log?last=2021-10-13").text
    assert "请填日期" in browser.open("/log?first=昨天", expect=422).text


def test_a_refused_sign_in_is_there_with_its_address(as_user, visitor, cast):
    visitor.open("/sign-in")
    visitor.send("/sign-in", {"account": "office", "password": "wrong"}, expect=422)

    assert any("登录失败（testclient）" in row for row in words(as_user("auditadmin").open("/log?kind=session")))


def test_the_chain_can_be_checked_on_the_page_and_by_command(
    as_user, engine, cast, database_url, tmp_path, monkeypatch, capsys
):
    acts(engine, 3)
    monkeypatch.setenv("TAIZHANG_DATA", str(tmp_path))
    monkeypatch.setenv("TAIZHANG_DATABASE_URL", database_url)

    assert "链条完整" in as_user("auditadmin").open("/log?check=1").text
    assert main(["verify-log"]) == 0
    assert "链条完整" in capsys.readouterr().out


def test_a_long_log_costs_as_many_statements_as_a_short_one(as_user, engine, cast):
    browser, counts = as_user("auditadmin"), []
    for more in (1, 100):
        acts(engine, more)
        with statements(engine) as asked:
            browser.open("/log")
        counts.append(len(asked))

    assert counts == [5, 5]
