"""Figures out of a bulletin and indicators: another one is searched, a new one made, all are matched again."""

import pytest
from sqlmodel import func, select

from app.core.clock import now
from app.ledgers.models import Ledger
from app.people.models import User
from app.progress.models import ClosureRequest
from app.progress.queries import indicator_values
from app.tasks.kinds import Origin, ReadingKind, TaskStatus
from app.tasks.models import Indicator, Task
from tests.factories import a_task
from tests.importing.articles import a_measured_task, an_indicator, confirm, figures, hand_in, readings


@pytest.fixture
def task(db):
    return a_measured_task(db)


@pytest.fixture
def office(as_user, task):
    return as_user("office")


def card_of(page, row):
    return page.select_one(f"#x{row.id}")


def test_another_indicator_is_found_by_its_words_or_its_tasks_number(office, db, task):
    other = a_task(db, db.get_one(Ledger, task.ledger_id), number="12", target="慰问医护人员家庭200家，检查医院3家。")
    an_indicator(db, other, "检查医院3家", 3, "家")
    goal = an_indicator(db, other, "慰问医护人员家庭200家", 200, "家")
    article = hand_in(office, db)
    row = figures(db, article)["45家"]

    for asked in ("医护", "慰问 家庭"):
        page = office.open(f"/readings/{article.id}?open={row.id}&q={asked}")
        chosen = card_of(page, row).select_one("#f-indicator option[selected]")
        assert chosen["value"] == str(goal.id)
        assert "找到" in page.select_one("#f-found").text
    numbered = office.open(f"/readings/{article.id}?open={row.id}&q=12")
    assert str(goal.id) in [option["value"] for option in numbered.select("#f-indicator option")]
    nothing = office.open(f"/readings/{article.id}?open={row.id}&q=100%")
    assert "没有找到单位相同、写有“100%”的指标" in nothing.select_one("#f-found").text

    confirm(office, article, row, indicator=goal.id)
    assert readings(db)[0].indicator_id == goal.id
    assert goal.words in card_of(office.open(f"/readings/{article.id}"), row).text


def test_an_indicator_of_another_unit_is_not_offered(office, db, task):
    other = a_task(db, db.get_one(Ledger, task.ledger_id), number="12", target="慰问医护人员200人。")
    an_indicator(db, other, "慰问医护人员200人", 200, "人")
    article = hand_in(office, db)
    row = figures(db, article)["45家"]

    page = office.open(f"/readings/{article.id}?open={row.id}&q=医护")

    assert "没有找到单位相同" in page.select_one("#f-found").text
    assert [option["value"] for option in page.select("#n-task option")] == [str(other.id)]


def test_an_indicator_found_by_search_stays_chosen_when_something_else_is_wrong(office, db, task):
    goal = an_indicator(db, task, "慰问医护人员家庭200家", 200, "家")
    article = hand_in(office, db)

    refused = confirm(office, article, figures(db, article)["45家"], expect=422, indicator=goal.id, as_of="")

    assert f'<option value="{goal.id}" selected>' in refused.text


def test_a_task_gets_the_indicator_that_it_lacks(office, db, task):
    article = hand_in(office, db)
    row = figures(db, article)["100家"]
    wanted = {"task": task.id, "words": "建设职工书屋", "goal": "120", "version": row.version}

    office.send(f"/readings/{article.id}/figures/{row.id}/indicator", wanted)

    db.rollback()
    made = db.exec(select(Indicator).where(Indicator.words == "建设职工书屋")).one()
    assert (made.task_id, made.value, made.unit, made.position) == (task.id, 120, "家", 4)
    row = figures(db, article)["100家"]
    assert row.matches[0][0] == made.id
    assert row.reading_id is None
    confirm(office, article, row)
    assert [(r.indicator_id, r.kind) for r in readings(db)] == [(made.id, ReadingKind.PLAN)]


def test_a_figure_may_be_followed_without_a_goal(office, as_user, db, task):
    article = hand_in(office, db)
    row = figures(db, article)["100家"]
    wanted = {"task": task.id, "words": "建设职工书屋", "goal": "", "version": row.version}

    office.send(f"/readings/{article.id}/figures/{row.id}/indicator", wanted)
    confirm(office, article, figures(db, article)["100家"], kind="reading", origin="department")

    db.rollback()
    assert db.exec(select(Indicator.value).where(Indicator.words == "建设职工书屋")).one() is None
    page = office.open(f"/tasks/{task.id}")
    shown = next(one.select_one(".ind-h").text for one in page.select(".ind") if "建设职工书屋" in one.text)
    assert shown.split() == ["建设职工书屋100家", "只关注"]
    assert "新建指标建设职工书屋（只关注，没有目标值）" in page.text
    form = as_user("zuzhi").open(f"/tasks/{task.id}/reports/new")
    assert "只关注，没有目标值；上次100家" in form.text
    for address in (f"/ledgers/{task.ledger_id}", f"/ledgers/{task.ledger_id}/print", "/board"):
        office.open(address)


def test_what_is_only_followed_hinders_no_closing(office, db, task):
    article = hand_in(office, db)
    row = figures(db, article)["100家"]
    wanted = {"task": task.id, "words": "建设职工书屋", "goal": "", "version": row.version}
    office.send(f"/readings/{article.id}/figures/{row.id}/indicator", wanted)
    db.rollback()
    for one in db.exec(select(Indicator).where(Indicator.words != "建设职工书屋")).all():
        db.delete(one)
    asker = db.exec(select(User.id).where(User.account == "zuzhi")).one()
    db.get_one(Task, task.id).status = TaskStatus.CLOSURE_REQUESTED
    db.add(ClosureRequest(task_id=task.id, statement="已完成。", asked_by_id=asker, asked_at=now()))
    db.commit()

    page = office.open(f"/tasks/{task.id}/closure")

    assert "没有量化指标" in [b.text for b in page.select(".gates b")]


@pytest.mark.parametrize(
    ("changes", "words"),
    [({"goal": "很多"}, "请填数字"), ({"words": ""}, "请填写此项"), ({"task": 999}, "没有这项任务")],
)
def test_an_indicator_that_lacks_something_is_not_made(office, db, task, changes, words):
    article = hand_in(office, db)
    row = figures(db, article)["100家"]
    wanted = {"task": task.id, "words": "建设职工书屋", "goal": "120", "version": row.version}

    refused = office.send(f"/readings/{article.id}/figures/{row.id}/indicator", wanted | changes, expect=422)

    assert words in refused.text
    assert db.exec(select(func.count()).select_from(Indicator)).one() == 3


def test_one_figure_of_a_newspaper_may_be_the_departments_own(office, db, task):
    article = hand_in(office, db)

    confirm(office, article, figures(db, article)["45家"], origin="department")

    assert [r.origin for r in readings(db)] == [Origin.DEPARTMENT]
    assert indicator_values(db, task.id)[1][1] == 45
    page = office.open(f"/readings/{article.id}")
    assert "部门上报" in card_of(page, figures(db, article)["45家"]).text
    confirm(office, article, figures(db, article)["45家"], origin="media")
    assert [r.origin for r in readings(db)] == [Origin.MEDIA]
    assert indicator_values(db, task.id)[1][1] is None


def test_figures_are_matched_again_when_indicators_came_later(office, db, task):
    article = hand_in(office, db)
    goal = an_indicator(db, task, "建设职工书屋100家", 100, "家")

    office.send(f"/readings/{article.id}/matches")

    assert figures(db, article)["100家"].matches[0][0] == goal.id
    answer = office.send(f"/readings/{article.id}/matches", htmx=True, expect=200)
    assert "已重新匹配，没有变化" in answer.text


def test_what_a_person_chose_survives_matching_again(office, db, task):
    article = hand_in(office, db)
    row = figures(db, article)["45家"]
    wanted = {"task": task.id, "words": "慰问其他", "goal": "1", "version": row.version}
    office.send(f"/readings/{article.id}/figures/{row.id}/indicator", wanted)
    chosen = figures(db, article)["45家"].matches[0]

    office.send(f"/readings/{article.id}/matches")

    assert figures(db, article)["45家"].matches[0] == chosen
