"""The clerk says what a file is: a new ledger, a newer edition, a bulletin. A wrong word is mended without the file."""

from datetime import date, timedelta

import pytest
from sqlmodel import func, select

from app.core.clock import now
from app.delivery.models import Notice
from app.importing import jobs
from app.importing.models import ImportBatch, JobStatus, ReadingJob
from app.importing.readings.models import Article
from app.ledgers.models import LedgerStatus
from app.people.models import User
from app.tasks.kinds import Origin
from tests.importing.articles import TEXT
from tests.importing.documents import a_document
from tests.importing.editions import a_published_ledger, second


def count(db, kind):
    db.rollback()
    return db.exec(select(func.count()).select_from(kind)).one()


def only(db, kind):
    db.rollback()
    db.expire_all()
    return db.exec(select(kind)).one()


def upload(office, data, name="文件.txt", **typed):
    """Sent, and waited for: where it leads."""
    sent = office.send("/imports", typed, files={"file": (name, data)})
    return office.client.get(sent.headers["location"], follow_redirects=False)


def test_a_bulletin_is_read_for_figures(office, db):
    answer = upload(office, TEXT.encode(), kind="article", origin="media", posted_on="2021-08-03")

    article = only(db, Article)
    assert answer.headers["location"] == f"/readings/{article.id}"
    assert article.origin is Origin.MEDIA
    assert only(db, ReadingJob).posted_on == date(2021, 8, 3)
    assert count(db, ImportBatch) == 0


def test_a_bulletin_needs_to_be_somebodys_word_and_what_was_typed_stays(office, db):
    refused = office.send(
        "/imports", {"kind": "article", "paste": TEXT, "posted_on": "2021-08-03"}, expect=422, htmx=True
    ).text

    assert "口径：请选是部门上报的，还是媒体说的" in refused
    assert "走访慰问困难企业45家" in refused
    assert "2021-08-03" in refused
    assert count(db, ReadingJob) == 0


def test_what_belongs_to_another_choice_is_not_looked_at(office, db):
    upload(office, a_document(), kind="ledger", posted_on="昨天", edition_of="999")

    assert only(db, ImportBatch).edition_of is None


def test_a_newer_edition_leads_to_the_comparison_with_its_ledger(office, db):
    ledger = a_published_ledger(db)
    db.commit()
    assert office.open(f"/imports/new?edition_of={ledger.id}").select_one(f"option[value='{ledger.id}'][selected]")

    answer = upload(office, second(), kind="edition", edition_of=ledger.id)

    batch = db.exec(select(ImportBatch).where(ImportBatch.edition_of == ledger.id)).one()
    assert answer.headers["location"] == f"/imports/{batch.id}/edition"
    assert batch.organisation_id == ledger.organisation_id
    assert "新增" in office.open(answer.headers["location"]).text


def test_of_which_ledger_it_is_a_newer_edition_may_be_asked_when_it_has_been_read(office, db):
    a_published_ledger(db)
    db.commit()

    answer = upload(office, second(), kind="edition")

    assert "这份文件是哪本台账的新版" in office.open(answer.headers["location"]).text


def test_an_edition_of_a_ledger_that_is_gone_is_asked_for_again(office, db):
    ledger = a_published_ledger(db)
    ledger.status = LedgerStatus.ARCHIVED
    db.commit()

    refused = office.send("/imports", {"kind": "edition", "edition_of": ledger.id, "paste": "一"}, expect=422)

    assert "没有找到所选的台账" in refused.text


def test_without_a_ledger_no_edition_is_offered(office):
    assert [field["value"] for field in office.open("/imports/new").select("[name=kind]")] == ["ledger", "article"]


def test_a_bulletin_sent_as_a_ledger_is_read_again_without_being_sent_again(office, db):
    answer = upload(office, TEXT.encode(), name="简报.txt")
    assert answer.status_code == 200
    job = only(db, ReadingJob)
    page = office.open(f"/imports/jobs/{job.id}")
    assert "没有找到任务" in page.text
    assert "简报.txt" in page.select_one("form.panel").text
    assert page.select_one("form.panel [name=job]")["value"] == str(job.id)
    assert page.select_one(f"a[href='/imports/jobs/{job.id}']") is None
    assert office.open("/imports").select_one(f"a[href='/imports/jobs/{job.id}']").text.startswith("改选用途")

    for _ in range(2):  # pressed twice
        sent = office.send("/imports", {"job": job.id, "kind": "article", "origin": "department"})
        answer = office.client.get(sent.headers["location"], follow_redirects=False)

    assert answer.headers["location"] == f"/readings/{only(db, Article).id}"
    assert only(db, ReadingJob).content is None


def test_a_ledger_sent_as_a_bulletin_is_read_again_as_a_ledger(office, db):
    paste = "序号\t任务\t牵头部门\n1\t开展走访慰问活动。\t组织部\n2\t修订经费管理办法。\t财务部\n"
    sent = office.send("/readings", {"paste": paste, "origin": "media"})
    page = office.open(sent.headers["location"])
    assert "没有找到数值" in page.text
    assert page.select_one("[name=kind][value=article]").has_attr("checked")
    assert "修订经费管理办法" in page.select_one("[name=paste]").text

    sent = office.send("/imports", {"job": only(db, ReadingJob).id, "kind": "ledger", "paste": paste})
    office.open(sent.headers["location"])

    assert count(db, ImportBatch) == 1
    assert count(db, ReadingJob) == 1  # the one that failed is replaced


def test_a_choice_that_is_not_complete_keeps_the_file(office, db):
    upload(office, TEXT.encode(), name="简报.txt")
    job = only(db, ReadingJob)

    refused = office.send("/imports", {"job": job.id, "kind": "article"}, expect=422)

    assert "简报.txt" in refused.text
    assert only(db, ReadingJob).content == TEXT.encode()


def test_a_file_that_cannot_be_read_must_be_sent_again(office, db):
    upload(office, b"%PDF-1.7 ...", name="台账.pdf")

    refused = office.send("/imports", {"job": only(db, ReadingJob).id, "kind": "ledger"}, expect=422)

    assert "没有选择文件" in refused.text


@pytest.mark.parametrize(
    ("data", "kind", "said"),
    [
        (a_document(), {}, "“长文件.pdf”已读完，找到3项任务，请校对后发布。"),
        (TEXT.encode(), {"origin": Origin.MEDIA}, "“长文件.pdf”已读完，摘出4个数值，请逐条确认。"),
        (b"%PDF-1.7 ...", {}, "“长文件.pdf”"),
    ],
)
def test_who_did_not_wait_for_a_long_file_finds_a_notice_when_it_has_been_read(office, engine, db, data, kind, said):
    sender = db.exec(select(User).where(User.account == "office")).one()
    sent_at = now() - timedelta(minutes=3)
    db.add(ReadingJob(name="长文件.pdf", content=data, sent_by_id=sender.id, sent_by="陈静", sent_at=sent_at, **kind))
    db.commit()

    jobs.read_waiting(engine)

    notice = only(db, Notice)
    assert notice.words.startswith(said)
    assert notice.user_id == sender.id
    office.open(notice.href)
    if only(db, ReadingJob).status is JobStatus.FAILED:
        office.send(f"/imports/jobs/{only(db, ReadingJob).id}/dismissal")
        assert count(db, Notice) == 0  # what it led to is no more


def test_who_saw_the_answer_at_once_is_told_nothing_more(office, engine, db, monkeypatch):
    monkeypatch.setattr(jobs, "PATIENCE", timedelta(minutes=1))

    upload(office, a_document())

    assert count(db, Notice) == 0
