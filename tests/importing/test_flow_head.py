"""文件信息 of the review page: it saves itself while typed, is taken back, and two clerks lose nothing."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from app.importing.models import ImportBatch
from app.people.kinds import Role
from app.people.service import create_organisation
from tests.factories import a_cast, a_user, department
from tests.importing.documents import an_import


@pytest.fixture
def home(db):
    home = a_cast(db)
    db.commit()
    return home


@pytest.fixture
def batch(db, home):
    batch = an_import(db)
    db.commit()
    return batch


@pytest.fixture
def office(as_user, batch):
    return as_user("office")


@pytest.fixture
def other(as_user, db, home, batch):
    a_user(db, "second", Role.OFFICE, department(db, home, "办公室"), name="林双")
    db.commit()
    return as_user("second")


def stored(db, batch):
    db.rollback()
    return db.get(ImportBatch, batch.id, populate_existing=True)


def words(batch, **changes):
    found = {
        "title": batch.title, "doc_number": batch.doc_number or "", "issuer": batch.issuer or "",
        "issued_on": batch.issued_on.isoformat() if batch.issued_on else "",
        "organisation": batch.organisation_id or "", "version": batch.version,
    }  # fmt: skip
    return found | changes


def autosave(office, batch, expect=200, **changes):
    return office.send(f"/imports/{batch.id}/head/draft", words(batch, **changes), expect=expect, htmx=True)


def undo(office, batch, expect=303):
    return office.send(f"/imports/{batch.id}/revert", expect=expect)


def test_the_head_saves_itself_while_it_is_typed_and_the_title_above_follows(db, office, batch):
    answer = autosave(office, batch, title="新标题", doc_number="甲工办字〔2021〕10号", issued_on="2021-07-01")

    assert "已保存" in answer.text
    assert "新标题" in answer.text
    found = stored(db, batch)
    assert (found.title, found.doc_number, found.issued_on) == ("新标题", "甲工办字〔2021〕10号", date(2021, 7, 1))


def test_typing_in_the_head_is_one_act_to_take_back(db, office, batch):
    before = batch.title
    for title in ("新", "新标", "新标题"):
        answer = autosave(office, stored(db, batch), title=title)
    assert "撤销" in answer.text

    undo(office, batch)

    assert stored(db, batch).title == before


def test_an_emptied_title_is_told_and_the_stored_one_stays(db, office, batch):
    assert "请填写此项" in autosave(office, batch, 422, title=" ").text
    assert stored(db, batch).title


def test_what_is_typed_of_a_new_organisation_makes_none_until_the_button(db, office, batch):
    before = batch.organisation_id

    autosave(office, batch, title="新标题", organisation="", new_organisation="丙市总")

    assert stored(db, batch).organisation_id == before


def test_two_clerks_at_the_head_see_both_sides_and_nothing_is_lost(db, office, other, batch):
    seen = words(stored(db, batch))
    autosave(other, stored(db, batch), title="林双的标题")

    answer = office.send(f"/imports/{batch.id}/head/draft", seen | {"title": "陈静的标题"}, expect=409, htmx=True)

    assert answer.headers["HX-Retarget"] == "#review"
    assert "林双的标题" in answer.text
    assert "陈静的标题" in answer.text
    found = stored(db, batch)
    assert found.title == "林双的标题"
    assert found.organisation_id is not None

    office.send(f"/imports/{batch.id}/head", words(found, title="陈静的标题"))
    assert stored(db, batch).title == "陈静的标题"


def test_what_only_the_other_clerk_touched_is_offered_as_he_left_it(db, office, other, batch):
    seen = words(stored(db, batch))
    autosave(other, stored(db, batch), issuer="林双改的单位")

    answer = office.send(f"/imports/{batch.id}/head", seen | {"title": "陈静的标题"}, expect=409)

    page = BeautifulSoup(answer.text, "html.parser")
    mine = {field["name"]: field.text.strip() for field in page.select("textarea")}
    assert mine == {"title": "陈静的标题", "issuer": "林双改的单位"}
    office.send(f"/imports/{batch.id}/head", words(stored(db, batch), **mine))
    found = stored(db, batch)
    assert (found.title, found.issuer) == ("陈静的标题", "林双改的单位")


def test_the_sides_of_a_conflict_speak_words_not_codes(db, office, other, batch):
    elsewhere = create_organisation(db, "丙市总工会")
    db.commit()
    seen = words(stored(db, batch))
    autosave(other, stored(db, batch), title="林双的标题")

    page = office.send(f"/imports/{batch.id}/head", seen | {"organisation": elsewhere.id}, expect=409).text

    assert "甲市总工会" in page
    assert f'<option value="{elsewhere.id}" selected>丙市总工会' in page


def test_nobody_takes_back_a_head_that_another_clerk_changed_since(db, office, other, batch):
    autosave(office, batch, title="陈静的标题")
    autosave(other, stored(db, batch), title="林双的标题")

    assert "没有撤销" in undo(office, batch, expect=409).text
    assert stored(db, batch).title == "林双的标题"


def test_taking_back_the_title_leaves_the_number_another_clerk_wrote(db, office, other, batch):
    before = batch.title
    autosave(office, batch, title="陈静的标题")
    autosave(other, stored(db, batch), doc_number="甲工办字〔2021〕10号")

    undo(office, batch)

    found = stored(db, batch)
    assert (found.title, found.doc_number) == (before, "甲工办字〔2021〕10号")


def test_another_organisation_taken_back_brings_the_decisions_on_names_along(db, office, batch):
    elsewhere = create_organisation(db, "丙市总工会")
    db.commit()
    office.send(f"/imports/{batch.id}/names", {"name": "宣教部", "to": "new"})
    home = batch.organisation_id
    office.send(f"/imports/{batch.id}/head", words(stored(db, batch), organisation=elsewhere.id))
    assert stored(db, batch).names == {}

    undo(office, batch)

    found = stored(db, batch)
    assert (found.organisation_id, found.names) == (home, {"宣教部": {"how": "new"}})


def test_without_a_script_the_button_saves_and_the_form_stays_open(db, office, batch):
    answer = office.send(f"/imports/{batch.id}/head", words(batch, title="按钮存的"))

    assert stored(db, batch).title == "按钮存的"
    page = office.open(answer.headers["location"])
    assert page.select_one("#h-title")["value"] == "按钮存的"
    assert page.select_one(".settings details").has_attr("open")
