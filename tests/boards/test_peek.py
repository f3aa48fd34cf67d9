"""A row of the ledger opened in place: the whole text and where the work stands, with and without script."""

from datetime import UTC, date, datetime

import pytest
from sqlmodel import Session, col, select

from app.ledgers.models import Ledger
from app.people.models import User
from app.progress.models import Attachment
from app.tasks.models import Task
from tests.factories import a_cast, a_ledger, a_report, a_slot, a_task, department

TEXT = "推进基层组织规范化建设，" * 25


@pytest.fixture
def ledger(db: Session) -> Ledger:
    """组织部 leads an overdue task of 300 characters, reported with one proof; 财务部 leads another task."""
    home = a_cast(db)
    ledger, lead = a_ledger(db, home), department(db, home, "组织部")
    task = a_task(
        db, ledger, lead=lead, target=TEXT, due_on=date(2021, 8, 31), deadline_words="8月底前",
        deadline_rule="月底前，取该月最后一天",
    )  # fmt: skip
    a_slot(db, task, lead, period_word="三季度")
    report = a_report(
        db, task, lead, percent=40, summary="已完成摸底。", problems="场地不足。", next_steps="本月内选址。"
    )
    who = db.exec(select(User.id).where(User.account == "zuzhi")).one()
    db.add(
        Attachment(
            report_id=report.id, name="照片.png", sha256="1" * 64, size=1, media_type="image/png",
            added_by_id=who, added_at=datetime(2021, 10, 8, tzinfo=UTC),
        )
    )  # fmt: skip
    a_task(db, ledger, lead=department(db, home, "财务部"))
    db.commit()
    return ledger


def first(db: Session) -> int:
    return db.exec(select(Task.id).order_by(col(Task.position)).limit(1)).one()


def test_the_peek_says_what_is_asked_what_was_reported_and_what_comes_next(as_user, ledger, db):
    row = as_user("office").open(f"/tasks/{first(db)}/peek", htmx=True).select_one("tr.peek")

    said = row.get_text(" ", strip=True)
    for words in (
        TEXT, "原文：“8月底前”", "月底前，取该月最后一天", "逾期44天", "40%", "已完成摸底。", "场地不足。",
        "本月内选址。", "三季度", "1件",
    ):  # fmt: skip
        assert words in said
    assert [b.text for b in row.select("button")] == ["催办"]


def test_the_chevron_says_what_it_opens_and_that_it_is_folded(as_user, ledger, db):
    button = as_user("office").open(f"/ledgers/{ledger.id}").select_one("button.exp")

    assert (button["aria-expanded"], button["aria-controls"]) == ("false", f"peek-{first(db)}")
    assert button["aria-label"] == "展开第1项"
    assert button["hx-get"] == f"/tasks/{first(db)}/peek"


def test_without_script_the_ledger_opens_the_row_and_keeps_its_filters(as_user, ledger, db):
    browser, task = as_user("office"), first(db)
    form = browser.open(f"/ledgers/{ledger.id}?lamp=red").select_one("form#peeks")
    assert [(i["name"], i["value"]) for i in form.select("input")] == [("lamp", "red")]

    page = browser.open(f"/ledgers/{ledger.id}?lamp=red&open={task}")

    assert page.select_one(f"tr#t{task} + tr#peek-{task}")
    assert page.select_one("button.exp")["aria-expanded"] == "true"
    assert page.select_one("[data-esc]")["href"] == f"/ledgers/{ledger.id}?lamp=red#t{task}"


@pytest.mark.parametrize("asked", ["0", "x", "", "999999"])
def test_what_the_list_does_not_show_is_not_opened(as_user, ledger, asked):
    assert not as_user("office").open(f"/ledgers/{ledger.id}?open={asked}").select(".peek")


def test_the_address_opened_by_itself_leads_to_the_ledger(as_user, ledger, db):
    answer = as_user("office").client.get(f"/tasks/{first(db)}/peek", follow_redirects=False)

    assert answer.headers["location"] == f"/ledgers/{ledger.id}?open={first(db)}#t{first(db)}"


def test_another_department_reads_the_text_but_no_progress(as_user, ledger, db):
    row = as_user("caiwu").open(f"/tasks/{first(db)}/peek", htmx=True).select_one("tr.peek")

    assert TEXT in row.text
    assert "组织部" in row.text  # whom to ask
    assert not [words for words in ("逾期", "40%", "已完成摸底", "三季度", "佐证") if words in row.text]
    assert not row.select("button")
