"""The last look before a ledger is published: what a clerk is told, and what he has seen."""

import random
import time

import pytest
from sqlmodel import select

from app.importing.models import DraftTask, ImportBatch
from app.importing.similar import alike, differences, likeness
from app.ledgers.models import Ledger
from tests.factories import a_cast, a_ledger, a_task, department
from tests.importing.documents import an_import
from tests.pace import kept

TWIN = "每年至少召开两次基层建设专题会议，12月31日前完成。"
WORDS = "工会组织职工代表大会技能竞赛培训帮扶维权法律监督财务审计宣传教育基层建设网上服务劳模工匠创新创业"


@pytest.fixture
def home(db):
    home = a_cast(db)
    db.commit()
    return home


def batch_of(db, *rows):
    batch = an_import(db, *rows)
    for draft in drafts(db, batch):
        draft.doubts = []
    db.commit()
    return batch


def drafts(db, batch):
    return db.exec(select(DraftTask).where(DraftTask.batch_id == batch.id).order_by(DraftTask.position)).all()


def renumber(db, batch, position, number):
    drafts(db, batch)[position - 1].number = number
    db.commit()


def warnings(page):
    return [li.b.text for li in page.select(".gates .warn")]


def test_gaps_and_repeats_are_told_as_the_drafts_are_now(as_user, db, home):
    batch = batch_of(db, ("1", "召开会议。", "组织部"), ("2", "走访慰问。", "组织部"), ("5", "财务检查。", "财务部"))
    office = as_user("office")

    page = office.open(f"/imports/{batch.id}/publish")

    assert "序号3至4没有读到" in warnings(page)
    assert {a.text.split("：")[0] for a in page.select(".gates .warn a")} >= {"第2项", "第5项"}
    renumber(db, batch, 3, "2")
    assert "序号2出现了两次" in warnings(office.open(f"/imports/{batch.id}/publish"))
    renumber(db, batch, 3, "3")
    assert "序号1至3连续，没有重号" in office.open(f"/imports/{batch.id}/publish").text


def test_an_extract_with_many_gaps_is_one_matter_to_look_at(as_user, db, home):
    batch = batch_of(db, *((str(number), f"落实第{number}项任务。", "组织部") for number in (3, 8, 10, 15, 20, 31)))
    office = as_user("office")

    page = office.open(f"/imports/{batch.id}/publish")

    assert warnings(page).count("序号有5处不连续：4至7、9、11至14、16至19等没有读到") == 1
    assert not [words for words in warnings(page) if words.startswith("序号4至7")]
    renumber(db, batch, 6, "21")
    assert "序号9没有读到" in warnings(office.open(f"/imports/{batch.id}/publish"))


def test_a_day_already_past_is_told_with_its_words(as_user, db, home):
    batch = batch_of(db, ("1", "8月底前完成财务检查。", "财务部"))

    page = as_user("office").open(f"/imports/{batch.id}/publish")

    assert "1项时限已过：第1项8月底前" in warnings(page)
    assert "文件2021-06-04印发" in page.text


def test_a_department_never_seen_before_is_asked_about(as_user, db, home):
    batch = batch_of(db, ("1", "开展走访慰问。", "宣教部"))
    office = as_user("office")
    office.send(f"/imports/{batch.id}/names", {"name": "宣教部", "to": "new"})

    assert "“宣教部”是第一次出现的部门" in warnings(office.open(f"/imports/{batch.id}/publish"))


def test_a_task_like_one_of_another_ledger_is_shown_beside_it(as_user, db, home):
    other = a_task(db, a_ledger(db, home), lead=department(db, home, "组织部"), target=TWIN)
    batch = batch_of(db, ("1", "每年至少召开1次基层建设专题会议，12月31日前完成。", "组织部"))

    page = as_user("office").open(f"/imports/{batch.id}/publish")

    assert "第1项与《甲工办字〔2021〕9号》第1项相似" in warnings(page)
    assert [m.text for m in page.select(".ba mark")] == ["1", "两"]
    assert page.select_one(f'.ba a[href="/tasks/{other.id}"]')


def test_most_of_a_ledger_again_is_offered_as_its_new_edition(as_user, db, home):
    ledger = a_ledger(db, home)
    rows = [(str(n), f"{WORDS[n : n + 16]}，{WORDS[::-1][n : n + 9]}。", "组织部") for n in range(1, 6)]
    for number, target, _ in rows:
        a_task(db, ledger, lead=department(db, home, "组织部"), target=target, number=number)
    batch = batch_of(db, *rows)

    page = as_user("office").open(f"/imports/{batch.id}/publish")

    assert "5项与《甲工办字〔2021〕9号》的任务相同或相近，可能是它的新版" in warnings(page)
    assert not page.select(".ba")

    assert page.select_one(".gates .warn b").text.endswith("可能是它的新版")


def test_two_texts_lie_open_and_the_clerk_says_that_they_are_two_matters(as_user, db, home):
    a_task(db, a_ledger(db, home), lead=department(db, home, "组织部"), target=TWIN)
    batch = batch_of(db, ("1", "每年至少召开1次基层建设专题会议，12月31日前完成。", "组织部"))
    office = as_user("office")
    line = office.open(f"/imports/{batch.id}/publish").select_one(".warn:has(.dup[open])")
    assert line.select_one("form button").text.startswith("不是同一件事")

    office.send(f"/imports/{batch.id}/checks", {"key": line.select_one("input[name=key]")["value"]})

    page = office.open(f"/imports/{batch.id}/publish")
    assert not page.select(".dup")
    assert "陈静看过" in page.text


def test_a_task_of_nobody_must_be_settled_and_a_lead_should(as_user, db, home):
    batch = batch_of(db, ("1", "召开会议。", ""), ("2", "走访慰问。", "组织部 财务部"), ("3", "检查。", "组织部"))
    office = as_user("office")

    page = office.open(f"/imports/{batch.id}/publish")

    assert [b.text for b in page.select(".gates .no b")] == ["第1项没有责任部门"]
    assert "1项任务没有写明牵头部门" in warnings(page)
    assert page.select_one("button[aria-disabled=true]").text == "发布并交办"
    answer = office.send(f"/imports/{batch.id}/publish", {"version": batch.version}, expect=422)
    assert "第1项没有责任部门" in answer.text


def test_a_number_out_of_order_is_told(as_user, db, home):
    batch = batch_of(db, ("1", "召开会议。", "组织部"), ("3", "走访。", "组织部"), ("2", "检查。", "组织部"))

    found = warnings(as_user("office").open(f"/imports/{batch.id}/publish"))

    assert {"序号2没有读到", "序号2排在3后面"} <= set(found)


def test_an_import_without_any_doubt_asks_nothing(as_user, db, home):
    batch = batch_of(db, ("1", "11月底前完成财务检查。", "财务部"), ("2", "12月20日前召开会议。", "组织部"))
    office = as_user("office")

    page = office.open(f"/imports/{batch.id}/publish")

    assert not page.select("#h-m, #h-s, .warn, .no")
    assert [p.text for p in page.select(".ok p")] == [
        "序号1至2连续，没有重号",
        "每项任务都有责任部门",
        "每项任务都能回到原文位置",
    ]
    office.send(f"/imports/{batch.id}/publish", {"version": batch.version, "closure_needs_leader": "1"})
    db.rollback()
    assert db.exec(select(Ledger.closure_needs_leader).order_by(Ledger.id.desc())).first()


def test_what_was_seen_stays_seen_until_it_changes(as_user, db, home):
    batch = batch_of(db, ("1", "召开会议。", "组织部"), ("3", "走访慰问。", "组织部"))
    office = as_user("office")
    page = office.open(f"/imports/{batch.id}/publish")
    key = page.select_one('.warn:-soup-contains("序号2没有读到") input[name=key]')["value"]

    office.send(f"/imports/{batch.id}/checks", {"key": key})

    page = office.open(f"/imports/{batch.id}/publish")
    assert "序号2没有读到" not in warnings(page)
    assert "陈静看过" in page.text
    office.send(f"/imports/{batch.id}/checks", {"key": key, "again": "1"})
    assert "序号2没有读到" in warnings(office.open(f"/imports/{batch.id}/publish"))
    office.send(f"/imports/{batch.id}/checks", {"key": key})
    renumber(db, batch, 2, "4")
    assert "序号2至3没有读到" in warnings(office.open(f"/imports/{batch.id}/publish"))


def test_a_published_import_takes_no_more_looks(as_user, db, home):
    batch = batch_of(db, ("1", "召开会议。", "组织部"))
    office = as_user("office")
    office.send(f"/imports/{batch.id}/publish", {"version": batch.version})

    office.send(f"/imports/{batch.id}/checks", {"key": "gap-1"}, expect=409)
    office.send(f"/imports/{batch.id}/checks", expect=409)
    db.expire_all()
    assert db.get_one(ImportBatch, batch.id).seen == {}


def test_two_clauses_are_cut_where_they_differ():
    before, after = differences("9月30日前完成寻访", "11月15日前完成寻访")

    assert [s.text for s in before if s.mark] == ["9月30日"]
    assert [s.text for s in after if s.mark] == ["11月15日"]
    assert "".join(s.text for s in before) == "9月30日前完成寻访"
    assert likeness("提高技术骨干党员比例。", "提高技术骨干党员比例") == 1


def test_37_drafts_meet_5000_tasks_within_a_second():
    """CPU time, so that a busy machine does not decide."""
    dice = random.Random(7)
    tasks = ["".join(dice.choice(WORDS) for _ in range(140)) for _ in range(5000)]
    drafts = [task[:100] + tasks[0][:40] for task in tasks[:37]]
    begun = time.process_time()

    found = alike(drafts, tasks, 0.6)

    assert kept(time.process_time() - begun, 1)
    assert {(one.draft, one.other) for one in found} >= {(n, n) for n in range(37)}
