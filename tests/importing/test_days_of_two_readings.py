"""“121日” is 1月21日 or 12月1日: the document tells which, or the clerk chooses between the two."""

from datetime import date

import pytest

from app.importing.models import DraftTask, ImportBatch
from app.importing.service import drafts_of, store_import
from tests.factories import a_cast
from tests.importing.documents import NOW
from tests.importing.scoring import recognised_json

HEAD = "澜川市2022年重点任务分工\n澜政发〔2022〕12号\n{above}各县区：现印发给你们。\n"
SIGNED = "澜川市人民政府办公室\n{day}\n澜川市2022年重点任务分工\n"
ITEMS = "".join(
    "{n}.新建公园{n}座，{limit}完成。（责任单位：市城管局、市财政局）\n".replace("{n}", str(n)) for n in (1, 2, 3)
)


def a_text(day: str = "2022121日", above: str = "", limit: str = "12月底前") -> bytes:
    return (HEAD.format(above=above) + SIGNED.format(day=day) + ITEMS.replace("{limit}", limit)).encode()


TELLING = {
    "the week": (a_text("2022121日（星期五）"), "2022-01-21"),
    "the other day of the week": (a_text("2022年121日 星期四"), "2022-12-01"),
    "when it was published": (a_text(above="发布日期：2022-01-25\n"), "2022-01-21"),
    "that it is not old": (a_text(above="发布日期：2022年12月5日\n"), "2022-12-01"),
    "what was decided before": (a_text(above="2022年3月5日召开的市政府常务会议审议通过了本分工。\n"), "2022-12-01"),
    "until when the work is to be done": (a_text(limit="6月底前"), "2022-01-21"),
}


@pytest.mark.parametrize("told_by", TELLING)
def test_the_day_of_issue_that_fits_the_document_is_read(told_by: str) -> None:
    text, day = TELLING[told_by]
    assert recognised_json(text, "分工.txt")["issued_on"] == day


def test_a_day_that_may_be_either_is_not_read() -> None:
    assert recognised_json(a_text(), "分工.txt")["issued_on"] is None


@pytest.mark.parametrize(
    ("day", "due"), [("2022年3月18日", "2022-12-01"), ("2022年1月5日", None), ("2022年12月2日", None)]
)
def test_a_time_limit_lies_behind_the_day_of_issue(day: str, due: str | None) -> None:
    tasks = recognised_json(a_text(day, limit="121日前"), "分工.txt")["tasks"]
    assert [task["deadline"] for task in tasks] == [due] * 3


@pytest.fixture
def sent(db):
    a_cast(db)

    def store(data: bytes) -> ImportBatch:
        batch, _ = store_import(db, data, "分工.txt", by_name="陈静", now=NOW, organisation_id=None)
        db.commit()
        return batch

    return store


def test_the_clerk_chooses_the_day_of_issue(db, as_user, sent):
    batch = sent(a_text())
    office, address = as_user("office"), f"/imports/{batch.id}"

    page = office.open(f"{address}?head=1")
    form = page.select_one(f"form[action='{address}/head']")

    assert "印发日期缺字，可能是2022-01-21或2022-12-01" in page.select_one("#settle").text
    assert [b["value"] for b in form.select("button[name=issued_on]")] == ["2022-01-21", "2022-12-01"]
    assert not form.select("button")[0].has_attr("name")
    typed = {i["name"]: i.get("value", "") for i in form.select("input[name]")} | {"organisation": ""}
    office.send(f"{address}/head", typed | {"issued_on": "2022-01-21"})
    db.rollback()
    db.expire_all()
    assert db.get_one(ImportBatch, batch.id).issued_on == date(2022, 1, 21)
    assert "缺字" not in office.open(f"{address}?head=1").text


def test_the_clerk_chooses_the_time_limit_and_it_stays_the_documents(db, as_user, sent):
    batch = sent(a_text("2022年1月5日", limit="121日前"))
    draft = drafts_of(db, batch.id)[0]
    office, address = as_user("office"), f"/imports/{batch.id}"

    card = office.open(f"{address}?task={draft.id}").select_one(f"#t{draft.id}")
    form = card.select_one("form.editform")

    assert "时限“121日前”缺字，可能是2022年1月21日或2022年12月1日，请选定" in card.text
    assert [b["value"] for b in form.select("button[name=due_on]")] == ["2022-01-21", "2022-12-01"]
    typed = {i["name"]: i.get("value", "") for i in form.select("input[name]")}
    typed |= {area["name"]: area.text.lstrip("\n") for area in form.select("textarea")}
    typed |= {s["name"]: (s.select_one("option[selected]") or s.option)["value"] for s in form.select("select.sel")}
    kept = {name: value for name, value in typed.items() if not name.startswith("indicator")}
    office.send(f"{address}/tasks/{draft.id}", kept | {"due_on": "2022-12-01"})
    db.rollback()
    db.expire_all()
    stored = db.get_one(DraftTask, draft.id)
    assert (stored.due_on, stored.set_by_office, stored.deadline_words) == (date(2022, 12, 1), False, "121日前")
    assert [doubt["settled"] for doubt in stored.doubts if doubt["code"] == "either_day"] == [True]
