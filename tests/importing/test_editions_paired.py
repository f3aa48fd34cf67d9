"""The clerk knows better than the comparison: 建立关联, 拆开, 并入."""

from bs4 import BeautifulSoup
from sqlmodel import select

from app.importing.models import ImportBatch
from app.people.models import Department
from app.tasks.kinds import Part, TaskStatus
from app.tasks.models import Indicator, Responsibility, TaskChange
from tests.importing.editions import BROUGHT, adopt, draft, form_of, tasks


def pair(office, batch, sent, *, expect=200):
    answer = office.send(f"/imports/{batch.id}/edition/pairs", sent, expect=expect)
    return BeautifulSoup(answer.text, "html.parser")


def row(page, key):
    return page.select_one(f"tr#{key}")


def test_the_clerk_says_that_a_new_clause_is_a_task_that_is_gone(as_user, db, ledger, batch):
    """38 is what 16 was, in other words: one changed task, with its history, in place of a new and a lost one."""
    office = as_user("office")
    new, gone = draft(db, batch, "38"), tasks(db, ledger)["16"]
    gone_id, words = gone.id, gone.target
    sent = form_of(office.open(f"/imports/{batch.id}/edition"))
    keep = f"d{draft(db, batch, '14').id}-words"
    sent |= {f"fate-d{new.id}": f"same-{gone.id}", "pair": new.id, "take": [keep]}

    page = pair(office, batch, sent)

    assert "新版第38项与现行第16项建立关联" in page.text
    assert "人工关联" in row(page, f"d{new.id}-0").text
    assert not page.select(f"#fate-t{gone.id}")
    ticked = {i["value"] for i in page.select("input[name=take][checked]")}
    assert ticked == {keep, f"d{new.id}-words", f"d{new.id}-who", f"d{new.id}-place"}
    office.send(f"/imports/{batch.id}/edition/changes", form_of(page))
    after = tasks(db, ledger)
    assert len(after) == 37
    assert (after["38"].id, after["38"].target, after["38"].status) == (gone_id, BROUGHT, TaskStatus.ISSUED)
    change = db.exec(select(TaskChange).where(TaskChange.task_id == gone_id)).one()
    assert change.before["target"] == words


def test_the_clerk_takes_apart_what_is_not_the_same(as_user, db, ledger, batch):
    office = as_user("office")
    nine, task = draft(db, batch, "9"), tasks(db, ledger)["9"]
    sent = form_of(office.open(f"/imports/{batch.id}/edition"))

    page = pair(office, batch, sent | {"apart": nine.id})

    assert "新增" in row(page, f"d{nine.id}-0").text
    assert page.select_one(f"#fate-t{task.id}")
    again = pair(office, batch, form_of(page) | {f"fate-d{nine.id}": f"same-{task.id}", "pair": nine.id})
    assert "、班组长" in [m.text for m in row(again, f"d{nine.id}-0").select("ins")]
    db.rollback()
    assert db.get_one(ImportBatch, batch.id).pairs == {str(nine.id): task.id}


def test_what_is_not_said_yet_is_asked_for(as_user, db, ledger, batch):
    office = as_user("office")
    new, gone = draft(db, batch, "38"), tasks(db, ledger)["16"]
    sent = form_of(office.open(f"/imports/{batch.id}/edition"))

    page = pair(office, batch, sent | {"pair": new.id}, expect=422)
    assert "请先选是现行的哪一项" in row(page, f"d{new.id}-0").text

    same = {f"fate-d{new.id}": f"same-{gone.id}", f"fate-t{gone.id}": "end"}
    answer = office.send(f"/imports/{batch.id}/edition/changes", sent | same, expect=422)
    page = BeautifulSoup(answer.text, "html.parser")
    assert "还没有建立关联" in row(page, f"d{new.id}-0").text
    assert len(tasks(db, ledger)) == 37


def test_two_clerks_pair_one_after_the_other(as_user, db, ledger, batch):
    """The second finds that the clause has its task by now; his own page is refused whole."""
    office = as_user("office")
    new, gone = draft(db, batch, "38"), tasks(db, ledger)["16"]
    sent = form_of(office.open(f"/imports/{batch.id}/edition"))
    link = sent | {f"fate-d{new.id}": f"same-{gone.id}", "pair": new.id}
    pair(office, batch, link)

    assert "刚被别人关联或拆开" in pair(office, batch, link, expect=409).text
    answer = office.send(f"/imports/{batch.id}/edition/changes", sent | {f"fate-t{gone.id}": "end"}, expect=409)
    assert "刚有变动" in row(BeautifulSoup(answer.text, "html.parser"), f"d{new.id}-0").text
    assert len(tasks(db, ledger)) == 37


def test_a_task_that_is_gone_goes_into_another_and_both_say_so(as_user, db, ledger, batch):
    office = as_user("office")
    before = tasks(db, ledger)
    sixteen, seventeen = before["16"].id, before["17"].id

    adopt(office, batch, db, ledger, fate=f"into-{seventeen}")

    after = tasks(db, ledger)
    assert (after["16"].status, after["16"].end_word) == (TaskStatus.ENDED, "并入第17项")
    assert after["17"].target == before["17"].target
    assert "并入第17项" in office.open(f"/tasks/{sixteen}").text
    assert "第16项并入本项" in office.open(f"/tasks/{seventeen}").text
    told = {c.task_id: (c.what, c.reason) for c in db.exec(select(TaskChange))}
    assert told[sixteen][0] == told[seventeen][0] == "并入"
    assert "并入第17项，新版中没有此项" in told[sixteen][1]


def test_a_new_clause_joins_a_task_with_its_words_figures_and_departments(as_user, db, ledger, batch):
    office = as_user("office")
    new, nine = draft(db, batch, "38"), tasks(db, ledger)["9"].id
    figures = db.exec(select(Indicator).where(Indicator.task_id == nine)).all()

    adopt(office, batch, db, ledger, **{f"fate-d{new.id}": f"into-{nine}"})

    after = tasks(db, ledger)
    assert "38" not in after
    assert "、班组长" in after["9"].target
    assert after["9"].target.endswith(f"；{BROUGHT}")
    parts = db.exec(
        select(Department.name, Responsibility.part)
        .join(Responsibility, Responsibility.department_id == Department.id)
        .where(Responsibility.task_id == nine)
    ).all()
    assert {("法工部", Part.SUPPORT), ("保障部", Part.SUPPORT)} <= set(parts)
    joined = db.exec(select(Indicator).where(Indicator.task_id == nine)).all()
    assert len(joined) == len(figures)
    change = db.exec(select(TaskChange).where(TaskChange.task_id == nine)).one()
    assert change.what == "文字、并入、时限、部门"
    assert "新版第38项并入本项" in change.reason

    office.send(f"/imports/{batch.id}/undo")
    assert "新就业" not in tasks(db, ledger)["9"].target
    assert "、班组长" not in tasks(db, ledger)["9"].target


def test_nothing_but_what_is_offered_may_be_said(as_user, db, ledger, batch):
    """A task that goes itself takes nothing in."""
    office = as_user("office")
    new, gone = draft(db, batch, "38"), tasks(db, ledger)["16"].id

    adopt(office, batch, db, ledger, fate=f"into-{gone}", expect=422)
    adopt(office, batch, db, ledger, expect=422, **{f"fate-d{new.id}": f"into-{gone}"})
    assert {task.status for task in tasks(db, ledger).values()} == {TaskStatus.ISSUED}
    assert db.exec(select(TaskChange)).all() == []
