"""Figures out of a bulletin: suggested by the reader, confirmed by a person, kept apart by origin."""

from datetime import date
from decimal import Decimal

import pytest
from sqlmodel import col, func, select

from app.importing.models import ReadingJob
from app.importing.readings.models import Article
from app.importing.readings.stored import title_of
from app.ledgers.models import SourceDocument
from app.progress.queries import indicator_values
from app.tasks.kinds import Origin, ReadingKind
from app.tasks.models import Indicator
from tests.importing.articles import TEXT, a_measured_task, confirm, figures, hand_in, readings


@pytest.fixture
def task(db):
    return a_measured_task(db)


@pytest.fixture
def office(as_user, task):
    return as_user("office")


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


def test_what_belongs_to_no_indicator_is_put_aside_at_once(office, as_user, db, task):
    article = hand_in(office, db, text=TEXT + "开展宣讲12场次，发放手册900册。")
    page = office.open(f"/readings/{article.id}")
    seen = [field["value"] for field in page.select("form[action$=drops] [name=seen]")]
    settled = figures(db, article)["12场次"]
    office.send(f"/readings/{article.id}/figures/{settled.id}/drop", {"version": settled.version})
    office.send(f"/readings/{article.id}/figures/{settled.id}/undo", {"version": settled.version + 1})

    said = office.send(f"/readings/{article.id}/drops", {"seen": seen}, expect=200, htmx=True).text

    found = figures(db, article)
    assert f"已去掉{len(seen) - 1}个" in said
    assert [found[name].dropped for name in ("900册", "12场次", "45家")] == [True, False, False]


def test_an_article_that_is_done_says_so_and_leads_on(office, db, task):
    article = hand_in(office, db, text="截至7月中旬，培训困难职工320人次。")
    assert "这篇已处理完" not in office.open(f"/readings/{article.id}").text

    confirm(office, article, figures(db, article)["320人次"], as_of="2021-07-20")

    done = office.open(f"/readings/{article.id}").select_one(".note-g")
    assert "这篇已处理完。确认的1个数值已记在任务的指标下。" in done.text
    assert done.a["href"] == "/readings"
    assert "都已处理" in office.open("/readings").text


def test_the_day_given_to_one_figure_is_proposed_for_the_next(office, db, task):
    article = hand_in(office, db, text="目前，走访慰问困难企业45家，投入帮扶资金230万元。")
    first, second = figures(db, article)["45家"], figures(db, article)["230万元"]
    confirm(office, article, first, as_of="2021-09-01")

    card = office.open(f"/readings/{article.id}?open={second.id}")

    assert card.select_one("[name=as_of]")["value"] == "2021-09-01"
    assert "推定与前面填的同一天" in card.text
    assert figures(db, article)["230万元"].as_of is None


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
    kept = db.exec(select(ReadingJob.content).where(col(ReadingJob.content).is_not(None))).all()
    assert kept == ([sent["paste"].encode()] if answer.status_code == 303 else [])


def test_an_article_of_a_ledger_that_is_gone_still_opens(office, db, task):
    article = hand_in(office, db)
    confirm(office, article, figures(db, article)["45家"])
    db.rollback()
    for indicator in db.exec(select(Indicator)).all():
        db.delete(indicator)
    db.commit()

    office.open(f"/readings/{article.id}")

    assert figures(db, article)["45家"].reading_id is None


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("返回列表 发布新帖\n查看: 17|回复: 0\n总工会:服务职工“三篇大文章”", "总工会:服务职工“三篇大文章”"),
        ("首页 > 新闻中心 > 集团要闻\n科技赋能跑出“加速度”", "科技赋能跑出“加速度”"),
        ("〔2021〕第23期\n督查室　　2021年8月2日\n全市重点项目建设情况", "全市重点项目建设情况"),
    ],
)
def test_an_article_is_called_by_its_heading_not_by_what_the_page_prints_above_it(head, title):
    assert title_of(f"{head}\n截至7月底，培训职工320人次。", "a.txt") == title
