"""A file that was read as the wrong thing is read as the right one from what was kept; nothing confirmed is lost."""

import pytest
from sqlmodel import func, select

from app.audit.models import AuditEvent
from app.audit.wording import sentence
from app.importing import jobs
from app.importing.models import BatchStatus, ImportBatch, JobStatus, ReadingJob
from app.importing.readings.models import Article
from app.ledgers.models import SourceDocument
from app.tasks.kinds import Origin
from tests.importing.articles import TEXT, a_measured_task, confirm, figures, readings
from tests.importing.documents import an_import

LEDGER = (
    "甲市总工会工作台账\n序号\t任务\t牵头部门\n"
    "1\t截至10月底培训困难职工300人次。\t组织部\n2\t修订经费管理办法。\t财务部\n"
)


@pytest.fixture
def office(as_user, db):
    a_measured_task(db)
    db.commit()
    return as_user("office")


def all_of(db, kind):
    db.rollback()
    db.expire_all()
    return db.exec(select(kind).order_by(kind.id)).all()


def follow(office, sent):
    return office.client.get(sent.headers["location"], follow_redirects=False).headers["location"]


def as_article(office, db, text=LEDGER):
    """A ledger that was sent as a bulletin: some of its figures look as if they had been reached."""
    follow(
        office,
        office.send("/imports", {"kind": "article", "origin": "media"}, files={"file": ("台账.txt", text.encode())}),
    )
    return all_of(db, Article)[-1]


def as_drafts(office, db):
    """A bulletin in which the recogniser saw tasks."""
    batch = an_import(db, ("1", "走访慰问困难企业45家。", "组织部"), ("2", "投入帮扶资金230万元。", "财务部"))
    db.commit()
    return batch


def press(office, page, expect=303):
    """The form on the article's page, as it stands."""
    form = page.select_one("form[action='/imports']")
    return office.send(
        "/imports", {i["name"]: i["value"] for i in form.select("input") if i["name"] != "csrf"}, expect=expect
    )


def otherwise(office, batch, expect=303, **typed):
    """The page that asks what a bulletin needs, filled in."""
    form = office.open(f"/imports/{batch.id}/purpose").select_one("form.panel")
    hidden = {i["name"]: i["value"] for i in form.select("input[type=hidden]") if i["name"] != "csrf"}
    return office.send("/imports", {**hidden, "origin": "department", **typed}, expect=expect)


def test_a_ledger_taken_for_a_bulletin_becomes_drafts_and_leaves_the_list(office, db):
    article = as_article(office, db)
    page = office.open(f"/readings/{article.id}")
    assert "这篇文章从列表去掉" in page.text

    address = follow(office, press(office, page))

    [batch] = all_of(db, ImportBatch)
    assert address == f"/imports/{batch.id}"
    assert [s.name for s in all_of(db, SourceDocument) if s.id == batch.source_id] == ["台账.txt"]
    assert all_of(db, Article) == []
    assert all_of(db, ReadingJob)[-1].content is None
    said = [sentence(event) for event in all_of(db, AuditEvent)]
    assert any("把台账.txt改为台账，重新识别" in words for words in said)
    assert any("去掉文章" in words for words in said)


def test_what_was_confirmed_of_it_stays_and_the_page_says_so_before(office, db):
    article = as_article(office, db)
    confirm(office, article, figures(db, article)["300人次"], indicator="1", as_of="2021-10-01", kind="reading")
    page = office.open(f"/readings/{article.id}")
    assert "已确认1个数值，这篇文章和数值都保留" in page.text

    follow(office, press(office, page))

    [batch] = all_of(db, ImportBatch)
    assert len(readings(db)) == 1
    page = office.open(f"/readings/{article.id}")
    assert page.select_one(f"a[href='/imports/{batch.id}']").text == "已另作台账导入，去看"
    assert page.select_one("form[action='/imports']") is None


def test_where_no_task_is_found_the_article_is_what_it_was(office, db):
    article = as_article(office, db, TEXT)
    sent = press(office, office.open(f"/readings/{article.id}"))
    page = office.open(sent.headers["location"])
    assert "没有找到任务" in page.text
    assert "原来摘录的文章和数值没有变" in page.text
    [job] = all_of(db, ReadingJob)

    answer = office.send(f"/imports/jobs/{job.id}/dismissal")

    assert answer.headers["location"].startswith(f"/readings/{article.id}")
    [job] = all_of(db, ReadingJob)
    assert (job.status, job.origin, job.content) == (JobStatus.DONE, Origin.MEDIA, None)


def test_a_bulletin_taken_for_a_ledger_becomes_figures_and_its_drafts_go(office, db):
    batch = as_drafts(office, db)
    assert office.open(f"/imports/{batch.id}").select_one(f"a[href='/imports/{batch.id}/purpose']")
    assert "2项任务的草稿不再保留" in office.open(f"/imports/{batch.id}/purpose").text

    sent = otherwise(office, batch, posted_on="2021-08-03")
    address = follow(office, sent)

    [article] = all_of(db, Article)
    assert address == f"/readings/{article.id}"
    assert article.origin is Origin.DEPARTMENT
    assert all_of(db, ImportBatch)[0].status is BatchStatus.UNDONE
    assert "把台账.txt改为通报、新闻、总结，重新识别" in "".join(sentence(event) for event in all_of(db, AuditEvent))


def test_whose_word_it_is_must_be_said_and_the_day_typed_stays(office, db):
    batch = as_drafts(office, db)

    refused = otherwise(office, batch, expect=422, origin="", posted_on="2021-08-03").text

    assert "口径：请选是部门上报的，还是媒体说的" in refused
    assert "2021-08-03" in refused
    assert all_of(db, ImportBatch)[0].status is BatchStatus.DRAFT


def test_drafts_that_another_clerk_has_just_worked_on_are_not_thrown_away(office, db):
    batch = as_drafts(office, db)
    seen = office.open(f"/imports/{batch.id}/purpose").select_one("[name=seen]")["value"]
    office.send(f"/imports/{batch.id}/tasks", {"words": "甲市总工会加强基层建设工作台账"})

    refused = office.send(
        "/imports", {"batch": batch.id, "seen": seen, "kind": "article", "origin": "media"}, expect=409
    )

    assert "这份草稿刚被别人改过" in refused.text
    assert all_of(db, ReadingJob) == []


def test_drafts_published_in_the_meantime_stay_published(office, engine, db, monkeypatch):
    batch = as_drafts(office, db)
    monkeypatch.setattr("app.importing.routes.read_waiting", lambda _engine: None)
    otherwise(office, batch)
    batch.status = BatchStatus.PUBLISHED
    db.add(batch)
    db.commit()

    jobs.read_waiting(engine)

    assert db.exec(select(func.count()).select_from(Article)).one() == 1
    assert all_of(db, ImportBatch)[0].status is BatchStatus.PUBLISHED
