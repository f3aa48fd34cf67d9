"""What the recognition overlooked becomes a task by the document's own words, in its place, and may be taken back."""

import pytest

from tests.factories import a_cast
from tests.importing.documents import an_import, standing, texts

ROWS = (
    ("1", "每年至少召开1次会议，12月31日前完成。", "组织部"),
    ("2", "8月底前完成财务检查。", "财务部"),
    ("3", "开展走访慰问活动。", "宣教部"),
)


@pytest.fixture
def batch(db):
    a_cast(db)
    batch = an_import(db, *ROWS)
    db.commit()
    return batch


@pytest.fixture
def office(as_user, batch):
    return as_user("office")


def overlook(office, db, batch, number: str) -> None:
    """As if it had not been recognised: nobody else has it, and its place in the text is free."""
    draft = next(d for d in standing(db, batch) if d.number == number)
    office.send(f"/imports/{batch.id}/tasks/{draft.id}/drop", {"version": draft.version})


def take(office, batch, words: str, expect: int = 303):
    return office.send(f"/imports/{batch.id}/tasks", {"words": words}, expect=expect)


def test_a_row_taken_whole_stands_in_its_place_with_its_number(office, db, batch):
    overlook(office, db, batch, "2")

    take(office, batch, "2\t8月底前完成\n财务检查。\t财务部")

    assert texts(db, batch) == [text for _, text, _ in ROWS]
    made = standing(db, batch)[1]
    assert (made.number, made.departments) == ("2", [])
    assert [draft.position for draft in standing(db, batch)] == sorted({d.position for d in standing(db, batch)})


def test_a_sentence_anywhere_in_the_document_may_be_a_task(office, db, batch):
    take(office, batch, "甲市总工会加强基层建设工作台账")

    assert texts(db, batch)[0] == "甲市总工会加强基层建设工作台账"
    assert len(texts(db, batch)) == 4


def test_the_new_task_is_open_and_asks_for_its_department(office, db, batch):
    overlook(office, db, batch, "3")
    answer = take(office, batch, "开展走访慰问活动。")
    made = standing(db, batch)[-1]

    page = office.open(answer.headers["location"])

    assert page.select_one(f"#t{made.id} #e-text").text.strip() == "开展走访慰问活动。"
    assert "没有责任部门，请填写" in page.select_one(f"#t{made.id}").text
    assert office.client.get(f"/imports/{batch.id}/publish").text.count("没有责任部门") == 1


def test_what_the_document_does_not_say_is_no_task(office, db, batch):
    answer = take(office, batch, "完成三百公里公路。", expect=422)

    assert "原文里没有这段文字，没有补上" in answer.text
    assert "没有选取文字" in take(office, batch, " ", expect=422).text
    assert len(texts(db, batch)) == 3


def test_it_is_taken_back_like_every_act(office, db, batch):
    take(office, batch, "甲市总工会加强基层建设工作台账")

    office.send(f"/imports/{batch.id}/revert")

    assert texts(db, batch) == [text for _, text, _ in ROWS]


def test_the_review_page_offers_it_only_while_the_import_is_a_draft(office, db, batch):
    assert office.open(f"/imports/{batch.id}").select(f"form[action='/imports/{batch.id}/tasks'] #a-words")
    office.send(f"/imports/{batch.id}/undo")

    assert not office.open(f"/imports/{batch.id}").select("#a-words")
