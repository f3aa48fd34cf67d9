"""Figures out of a bulletin: suggested by the reader, confirmed by a person, kept apart by origin."""

from datetime import date
from decimal import Decimal

import pytest
from sqlmodel import col, func, select

from app.importing.models import ReadingJob
from app.importing.readings.models import Article, SuggestedReading
from app.ledgers.models import Ledger, SourceDocument
from app.progress.models import Reading
from app.progress.queries import indicator_values
from app.tasks.kinds import Comparator, Origin, ReadingKind
from app.tasks.models import Indicator
from tests.factories import a_cast, a_ledger, a_task, department

TEXT = (
    "甲市总工会服务职工工作简报\n\n"
    "截至7月中旬，培训困难职工320人次。今年上半年，走访慰问困难企业45家，投入帮扶资金230万元。\n"
    "下半年，还将建设职工书屋100家。\n\n甲市总工会办公室\n2021年8月2日\n"
)


@pytest.fixture
def task(db):
    home = a_cast(db)
    task = a_task(
        db,
        a_ledger(db, home),
        lead=department(db, home, "组织部"),
        target="培训困难职工不少于300人次，走访慰问困难企业50家，投入帮扶资金300万元。",
    )
    for n, (words, value, unit) in enumerate(
        [
            ("培训困难职工不少于300人次", 300, "人次"),
            ("走访慰问困难企业50家", 50, "家"),
            ("投入帮扶资金300万元", 300, "万元"),
        ]
    ):
        db.add(
            Indicator(
                task_id=task.id,
                position=n + 1,
                words=words,
                comparator=Comparator.AT_LEAST,
                value=value,
                unit=unit,
                start=task.target.index(words),
                end=task.target.index(words) + len(words),
            )
        )
    db.commit()
    return task


def an_indicator(db, task, words, value, unit) -> Indicator:
    indicator = Indicator(
        task_id=task.id, position=9, words=words, comparator=Comparator.AT_LEAST, value=value, unit=unit
    )
    db.add(indicator)
    db.commit()
    return indicator


@pytest.fixture
def office(as_user, task):
    return as_user("office")


def hand_in(office, db, origin=Origin.MEDIA, text=TEXT, **typed) -> Article:
    """Pasted, read, and opened."""
    answer = office.send("/readings", {"paste": text, "origin": origin.value, **typed})
    office.client.get(answer.headers["location"])
    db.rollback()
    return db.exec(select(Article).order_by(col(Article.id).desc())).first()


def figures(db, article) -> dict[str, SuggestedReading]:
    db.rollback()
    db.expire_all()
    rows = db.exec(select(SuggestedReading).where(SuggestedReading.article_id == article.id)).all()
    return {f"{row.value.normalize():f}{row.unit}": row for row in rows}


def typed(row, **changes) -> dict[str, object]:
    return {
        "value": f"{row.value:f}", "unit": row.unit, "as_of": row.as_of.isoformat() if row.as_of else "",
        "indicator": row.matches[0][0] if row.matches else 0, "kind": row.kind.value, "version": row.version, **changes,
    }  # fmt: skip


def confirm(office, article, row, expect=303, **changes):
    return office.send(f"/readings/{article.id}/figures/{row.id}", typed(row, **changes), expect=expect)


def readings(db) -> list[Reading]:
    db.rollback()
    db.expire_all()
    return list(db.exec(select(Reading).order_by(col(Reading.id))).all())


def test_a_pasted_bulletin_becomes_suggestions_and_nothing_else(office, db, task):
    article = hand_in(office, db)

    found = figures(db, article)
    assert {"320人次", "45家", "230万元", "100家"} <= set(found)
    assert found["320人次"].as_of == date(2021, 7, 20)
    assert "“7月中旬”" in found["320人次"].rule
    assert found["100家"].kind is ReadingKind.PLAN
    assert readings(db) == []
    assert db.exec(select(SourceDocument.text)).one() == db.get_one(SourceDocument, article.source_id).text
    page = office.open(f"/readings/{article.id}")
    assert "媒体口径" in page.text
    assert len(page.select("section.ext")) == len(found)
    assert article.title in office.open("/readings").text


def test_each_figure_is_matched_to_the_indicator_of_its_unit(office, db, task):
    article = hand_in(office, db)

    words = {i.id: i.words for i in db.exec(select(Indicator)).all()}
    matched = {name: words[row.matches[0][0]] for name, row in figures(db, article).items() if row.matches}
    assert matched["320人次"] == "培训困难职工不少于300人次"
    assert matched["45家"] == "走访慰问困难企业50家"
    assert matched["230万元"] == "投入帮扶资金300万元"


def test_a_confirmed_figure_is_a_reading_with_its_quotation(office, db, task):
    article = hand_in(office, db)

    confirm(office, article, figures(db, article)["320人次"])

    [reading] = readings(db)
    assert (reading.value, reading.as_of, reading.origin) == (Decimal(320), date(2021, 7, 20), Origin.MEDIA)
    assert "培训困难职工320人次" in reading.quotation
    assert reading.source_id == article.source_id


def test_what_is_typed_counts_not_what_was_found(office, db, task):
    article = hand_in(office, db)

    confirm(office, article, figures(db, article)["230万元"], value="2350000", unit="元", as_of="2021-06-15")

    [reading] = readings(db)
    assert (reading.value, reading.as_of) == (Decimal(235), date(2021, 6, 15))


def test_a_newspaper_never_speaks_for_the_department(office, db, task):
    confirm(office, (media := hand_in(office, db)), figures(db, media)["320人次"])
    assert indicator_values(db, task.id)[0][1] is None

    confirm(office, (own := hand_in(office, db, Origin.DEPARTMENT)), figures(db, own)["320人次"], again="1")
    db.rollback()
    assert indicator_values(db, task.id)[0][1] == 320


def test_the_task_page_tells_whose_word_a_value_is(office, as_user, db, task):
    article = hand_in(office, db)
    confirm(office, article, figures(db, article)["320人次"])

    shown = office.open(f"/tasks/{task.id}").select_one("#h-ind").find_parent("section").text

    assert "媒体口径" in shown
    assert "320人次，截至07-20" in shown
    assert "培训困难职工320人次" in shown
    assert "还没有数值" in shown
    as_user("caiwu").open(f"/readings/{article.id}", expect=403)


def test_what_is_only_planned_is_not_reached(office, db, task):
    article = hand_in(office, db, Origin.DEPARTMENT)

    confirm(office, article, figures(db, article)["45家"], kind="plan")

    assert [r.kind for r in readings(db)] == [ReadingKind.PLAN]
    assert indicator_values(db, task.id)[1][1] is None


def test_those_that_fit_well_are_confirmed_at_once(office, db, task):
    article = hand_in(office, db)
    page = office.open(f"/readings/{article.id}")
    seen = [field["value"] for field in page.select("[name=seen]")]

    office.send(f"/readings/{article.id}/confirmations", {"seen": seen})

    assert sorted(r.value for r in readings(db)) == [45, 230, 320]
    assert figures(db, article)["100家"].reading_id is None


def test_a_confirmation_is_taken_back(office, db, task):
    article = hand_in(office, db)
    confirm(office, article, figures(db, article)["45家"])
    row = figures(db, article)["45家"]

    office.send(f"/readings/{article.id}/figures/{row.id}/undo", {"version": row.version})

    assert readings(db) == []
    assert figures(db, article)["45家"].reading_id is None


def test_a_figure_nobody_wants_is_put_aside_and_comes_back(office, db, task):
    article = hand_in(office, db)
    row = figures(db, article)["45家"]

    office.send(f"/readings/{article.id}/figures/{row.id}/drop", {"version": row.version})
    assert figures(db, article)["45家"].dropped

    office.send(f"/readings/{article.id}/figures/{row.id}/undo", {"version": row.version})
    assert not figures(db, article)["45家"].dropped


def test_the_same_value_of_the_same_day_is_told_before_it_is_kept_twice(office, db, task):
    first = hand_in(office, db)
    confirm(office, first, figures(db, first)["45家"])
    again = hand_in(office, db)

    refused = confirm(office, again, figures(db, again)["45家"], expect=422)

    assert "已有同样的数值（媒体口径）" in refused.text
    assert len(readings(db)) == 1
    confirm(office, again, figures(db, again)["45家"], again="1")
    assert len(readings(db)) == 2


def test_the_second_clerk_sees_both_sides(office, as_user, db, task):
    article = hand_in(office, db)
    row = figures(db, article)["45家"]
    confirm(office, article, row)

    seen = row.version
    late = confirm(office, article, row, expect=409, value="46")

    assert "刚被陈静处理过" in late.text
    assert [r.value for r in readings(db)] == [45]
    confirm(office, article, figures(db, article)["45家"], value="46")
    assert [r.value for r in readings(db)] == [46]
    office.send(f"/readings/{article.id}/figures/{row.id}/undo", {"version": seen}, expect=409)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"as_of": ""}, "请填写是哪一天"),
        ({"indicator": "0"}, "没有选指标"),
        ({"unit": "本"}, "与指标的单位不同"),
        ({"value": "很多"}, "请填数字"),
    ],
)
def test_what_cannot_be_kept_is_said_and_stays_on_the_page(office, db, task, changes, words):
    article = hand_in(office, db)

    refused = confirm(office, article, figures(db, article)["45家"], expect=422, **changes)

    assert words in refused.text
    assert all(str(value) in refused.text for value in changes.values())
    assert readings(db) == []


def test_an_article_that_names_no_day_takes_the_day_it_was_posted(office, db, task):
    text = "目前，走访慰问困难企业45家。"

    assert figures(db, hand_in(office, db, text=text))["45家"].as_of is None
    told = figures(db, hand_in(office, db, text=text, posted_on="2021-09-01"))["45家"]
    assert told.as_of == date(2021, 9, 1)


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"paste": "没有数值的一段话。", "origin": "media"}, "没有找到数值"),
        ({"paste": "", "origin": "media"}, "没有选择文件"),
        ({"paste": TEXT}, "请填写此项"),
    ],
)
def test_a_useless_text_is_explained_and_not_kept(office, db, task, sent, words):
    answer = office.send("/readings", sent, expect=303 if sent["paste"] == "没有数值的一段话。" else 422)

    shown = office.client.get(answer.headers["location"]).text if answer.status_code == 303 else answer.text
    assert words in shown
    assert db.exec(select(func.count()).select_from(Article)).one() == 0
    assert db.exec(select(ReadingJob.content).where(col(ReadingJob.content).is_not(None))).all() == []


def test_an_article_of_a_ledger_that_is_gone_still_opens(office, db, task):
    article = hand_in(office, db)
    confirm(office, article, figures(db, article)["45家"])
    db.rollback()
    for indicator in db.exec(select(Indicator)).all():
        db.delete(indicator)
    db.commit()

    office.open(f"/readings/{article.id}")

    assert figures(db, article)["45家"].reading_id is None


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


@pytest.mark.parametrize(
    ("changes", "words"),
    [({"goal": ""}, "请填写此项"), ({"words": ""}, "请填写此项"), ({"task": 999}, "没有这项任务")],
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
