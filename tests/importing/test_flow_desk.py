"""The clerk cuts, joins, drops and corrects drafts, decides names, and takes back what he did himself."""

from decimal import Decimal

import pytest
from sqlmodel import select

from app.importing.models import ImportBatch
from app.ledgers.models import SourceDocument
from app.people.kinds import Role
from app.people.models import Department, DepartmentAlias
from app.tasks.models import Indicator, Task
from tests.factories import a_cast, a_user, department
from tests.importing.documents import an_import, standing, texts

ROWS = (
    ("1", "召开会议2次。签订协议不少于20份。", "组织部"),
    ("2", "深入企业走访慰问，", "组织部"),
    ("3", "送清凉3次。", "财务部"),
)


@pytest.fixture
def home(db):
    home = a_cast(db)
    db.commit()
    return home


@pytest.fixture
def batch(db, home):
    batch = an_import(db, *ROWS)
    db.commit()
    return batch


@pytest.fixture
def office(as_user, batch):
    return as_user("office")


def act(office, batch, draft, what, expect=303, **typed):
    path = f"/imports/{batch.id}/tasks/{draft.id}{what}"
    return office.send(path, {"version": draft.version, **typed}, expect=expect)


def undo(office, batch, expect=303):
    return office.send(f"/imports/{batch.id}/revert", expect=expect)


def test_a_task_is_cut_where_the_cursor_stands_and_each_part_keeps_its_figures(db, office, batch):
    act(office, batch, standing(db, batch)[0], "/split", at="7")

    first, second, *_ = standing(db, batch)
    assert (first.text, second.text) == ("召开会议2次。", "签订协议不少于20份。")
    assert [[i["value"] for i in d.indicators] for d in (first, second)] == [["2"], ["20"]]
    assert second.departments == first.departments
    assert len(standing(db, batch)) == 4


def test_without_a_script_a_task_is_cut_after_a_chosen_sentence(db, office, batch):
    draft = standing(db, batch)[0]
    page = office.open(f"/imports/{batch.id}?task={draft.id}")
    place = page.select("#e-after option")[1]["value"]

    act(office, batch, draft, "/split", after=place)

    assert texts(db, batch)[1] == "签订协议不少于20份。"


def test_a_cut_at_the_edge_is_refused(db, office, batch):
    assert "没有拆分" in act(office, batch, standing(db, batch)[0], "/split", expect=422, at="0").text


def test_a_sentence_cut_by_a_line_comes_back_to_its_task(db, office, batch):
    act(office, batch, standing(db, batch)[2], "/merge")

    assert texts(db, batch)[1] == "深入企业走访慰问，送清凉3次。"
    joined = standing(db, batch)[1]
    assert [d["name"] for d in joined.departments] == ["组织部", "财务部"]
    assert [joined.text[i["start"] : i["end"]] for i in joined.indicators] == [i["words"] for i in joined.indicators]


def test_acts_are_taken_back_one_by_one_the_last_first(db, office, batch):
    before = texts(db, batch)
    act(office, batch, standing(db, batch)[0], "/split", at="7")
    act(office, batch, standing(db, batch)[3], "/merge")
    act(office, batch, standing(db, batch)[0], "/drop")
    assert len(texts(db, batch)) == 2

    for count in (3, 4, 3):
        undo(office, batch)
        assert len(texts(db, batch)) == count

    assert texts(db, batch) == before
    assert "没有可以撤销" in undo(office, batch, expect=422).text


def test_nobody_takes_back_what_another_clerk_changed_since(db, home, as_user, office, batch):
    a_user(db, "second", Role.OFFICE, department(db, home, "办公室"), name="林双")
    db.commit()
    other = as_user("second")
    act(office, batch, standing(db, batch)[0], "", text="陈静改过。")
    act(other, batch, standing(db, batch)[0], "", text="林双又改过。")

    assert "没有撤销" in undo(office, batch, expect=409).text
    assert texts(db, batch)[0] == "林双又改过。"

    undo(other, batch)
    undo(office, batch)
    assert texts(db, batch)[0] == ROWS[0][1]


def test_an_act_on_a_draft_changed_meanwhile_is_refused(db, office, batch):
    seen = standing(db, batch)[1]
    act(office, batch, seen, "", text="改过。")

    for what in ("/split", "/merge", "/drop", "/settle"):
        assert act(office, batch, seen, what, expect=409, at="1")
    assert len(texts(db, batch)) == 3


def test_what_is_typed_is_saved_by_itself_and_taken_back_as_one_act(db, office, batch):
    draft = standing(db, batch)[0]
    for n, words in enumerate(("走访", "走访企业", "走访企业一线。")):
        answer = office.send(
            f"/imports/{batch.id}/tasks/{draft.id}/draft", {"version": draft.version + n, "text": words},
            expect=200, htmx=True,
        )  # fmt: skip
        assert "已保存" in answer.text
    assert texts(db, batch)[0] == "走访企业一线。"

    undo(office, batch)

    assert texts(db, batch)[0] == ROWS[0][1]


def test_indicators_are_corrected_added_and_deleted(db, office, batch):
    draft = standing(db, batch)[0]
    rows = {
        "indicator_words": ["召开会议2次", "签订协议不少于20份", "补助1.5万元"],
        "indicator_comparator": ["at_least", "at_least", "equal"],
        "indicator_value": ["3", "20", "1.5"],
        "indicator_value_max": ["5", "", ""],
        "indicator_unit": ["次", "份", "万元"],
        "indicator_period": ["yearly", "", ""],
        "indicator_drop": ["1"],
    }

    act(office, batch, draft, "", **rows)

    office.send(f"/imports/{batch.id}/names", {"to": "all"})
    office.send(f"/imports/{batch.id}/publish", {"version": batch.version})
    db.rollback()
    task = db.exec(select(Task).order_by(Task.position)).first()
    found = db.exec(select(Indicator).where(Indicator.task_id == task.id).order_by(Indicator.position)).all()
    assert [(i.value, i.value_max, i.unit, i.period) for i in found] == [
        (Decimal(3), Decimal(5), "次", "yearly"), (Decimal("1.5"), None, "万元", ""),
    ]  # fmt: skip


def test_a_figure_that_is_none_is_told_and_kept_as_typed(db, office, batch):
    rows = {f"indicator_{n}": [""] for n in ("comparator", "value_max", "unit", "period")}
    answer = act(
        office, batch, standing(db, batch)[0], "", expect=422,
        **rows, indicator_words=["召开会议"], indicator_value=["两三"],
    )  # fmt: skip

    assert "请填数字" in answer.text
    assert 'value="两三"' in answer.text


def test_a_name_decided_changes_no_department_before_publication(db, home, office, as_user):
    batch = an_import(db, ("1", "开展活动。", "组织处"), ("2", "读书。", "组织处"), ("3", "检查。", "新设处"))
    db.commit()
    meant = department(db, home, "组织部")
    assert "是不是组织部" in office.open(f"/imports/{batch.id}").text

    office.send(f"/imports/{batch.id}/names", {"name": "组织处", "to": str(meant.id)})
    office.send(f"/imports/{batch.id}/names", {"name": "新设处", "to": "new"})

    db.rollback()
    assert not db.exec(select(DepartmentAlias)).all()
    assert not db.exec(select(Department).where(Department.name == "新设处")).all()
    assert "没有必须处理的地方" in office.open(f"/imports/{batch.id}").text

    office.send(f"/imports/{batch.id}/publish", {"version": batch.version})
    db.rollback()
    assert [a.name for a in db.exec(select(DepartmentAlias))] == ["组织处"]
    assert db.exec(select(Department).where(Department.name == "新设处")).one()


def test_two_clerks_deciding_a_name_differently_are_told(db, office, batch):
    batch = an_import(db, ("1", "开展活动。", "新设处"))
    db.commit()
    office.send(f"/imports/{batch.id}/names", {"name": "新设处", "to": "new"})
    meant = db.exec(select(Department.id).where(Department.name == "财务部")).first()

    answer = office.send(f"/imports/{batch.id}/names", {"name": "新设处", "to": str(meant)}, expect=409)

    assert "刚由别人处理过" in answer.text
    assert db.get(ImportBatch, batch.id, populate_existing=True).names["新设处"] == {"how": "new"}


def test_a_kind_of_doubt_is_settled_by_one_look(db, home, office):
    batch = an_import(db, *((str(n), f"开展第{n}批活动。", "组织部 财务部") for n in range(1, 12)))
    db.commit()
    assert "11项任务没有写明牵头部门" in office.open(f"/imports/{batch.id}").text

    office.send(f"/imports/{batch.id}/doubts", {"code": "lead_not_printed"})

    assert "没有写明牵头部门" not in office.open(f"/imports/{batch.id}").text


def test_the_source_keeps_line_breaks_and_greys_a_header_printed_again(db, home, office):
    batch = an_import(db, *ROWS[:2], ("序号", "目标任务", "责任部门"), ROWS[2])
    db.commit()

    page = office.open(f"/imports/{batch.id}")

    assert len(page.select("tr.rep")) == 1
    kinds = {css for mark in page.select(".srcpage mark") for css in mark["class"]}
    assert {"hl-n", "hl-x", "hl-a", "hl-t"} <= kinds
    fields = {el["data-f"] for el in page.select(".ext [data-f]")}
    assert {mark["data-f"] for mark in page.select(".srcpage mark")} <= fields


def test_a_scan_is_shown_as_it_was_sent_beside_what_was_recognised(db, home, office):
    batch = an_import(db, *ROWS)
    db.get_one(SourceDocument, batch.source_id).content = b"\x89PNG-as-sent"
    other = an_import(db, *ROWS)
    db.commit()

    page = office.open(f"/imports/{batch.id}")
    picture = office.client.get(page.select_one(".scanpage img")["src"])

    assert (picture.content, picture.headers["content-type"]) == (b"\x89PNG-as-sent", "image/png")
    assert not office.open(f"/imports/{other.id}").select(".scanpage")


def test_forty_unknown_names_of_one_task_are_told_in_one_line(db, home, office):
    names = "、".join(f"第{n}县区总工会" for n in range(1, 41))
    batch = an_import(db, ("1", "开展普惠服务活动。", names))
    db.commit()

    card = office.open(f"/imports/{batch.id}?task={standing(db, batch)[0].id}").select_one("article.ext")

    assert len(card.select(".err.doubt")) == 1
    assert "等40个名称不在部门库" in card.text
    assert len(card.select("form.fix")) == 3


def test_a_long_import_is_shown_fifty_tasks_a_page(db, home, office):
    batch = an_import(db, *((str(n), f"开展第{n}批活动。", "组织部") for n in range(1, 121)))
    db.commit()

    page = office.open(f"/imports/{batch.id}?page=2")

    assert len(page.select("article.ext")) == 20
    assert "第3页，共3页" in page.text
    assert len(page.select(".srctab tr")) < 30
