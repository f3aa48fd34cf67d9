"""A file is read beside the pages: seen while it goes on, never twice at once, and nothing is lost with a process."""

import threading

import pytest
from sqlmodel import func, select

from app.core.clock import now
from app.importing import apart, jobs
from app.importing.apart import Cancelled, read_apart
from app.importing.models import DraftTask, ImportBatch, JobStatus, ReadingJob
from app.ledgers.models import SourceDocument
from app.tasks.kinds import Origin
from tests.factories import a_cast
from tests.importing.documents import a_document


@pytest.fixture
def sent(db):
    """A file that waits: stored, and its server stopped before it was read."""
    a_cast(db)
    job = ReadingJob(name="台账.txt", content=a_document(), sent_by="陈静", sent_at=now())
    db.add(job)
    db.commit()
    return job.id


def job_of(db, job_id):
    db.rollback()
    return db.get(ReadingJob, job_id, populate_existing=True)


def count(db, kind):
    return db.exec(select(func.count()).select_from(kind)).one()


def test_a_file_left_waiting_by_a_stopped_server_is_read_by_the_next(engine, db, sent):
    jobs.begin(engine)

    job = job_of(db, sent)
    assert (job.status, job.content) == (JobStatus.DONE, None)
    assert count(db, DraftTask) == 3
    assert db.get(ImportBatch, job.batch_id).created_by == "陈静"


def test_a_file_whose_reader_was_lost_is_read_again(engine, db, sent):
    jobs.claim(engine)
    jobs.read_waiting(engine)
    assert job_of(db, sent).status is JobStatus.READING  # he may still be alive

    job_of(db, sent).beat_at = now() - 2 * jobs.LEASE
    db.commit()
    jobs.read_waiting(engine)

    assert job_of(db, sent).status is JobStatus.DONE


def test_a_file_that_took_two_readers_with_it_is_given_up(engine, db, sent):
    for _ in range(2):
        assert jobs.claim(engine)
        job_of(db, sent).beat_at = now() - 2 * jobs.LEASE
        db.commit()

    jobs.read_waiting(engine)

    job = job_of(db, sent)
    assert (job.status, job.content) == (JobStatus.FAILED, None)
    assert "没有保存任何内容" in job.words
    assert [count(db, kind) for kind in (SourceDocument, ImportBatch)] == [0, 0]


def test_two_readers_never_store_the_same_file_twice(engine, db, sent):
    slow = jobs.claim(engine)
    job_of(db, sent).beat_at = now() - 2 * jobs.LEASE
    db.commit()
    quick = jobs.claim(engine)

    jobs.read_one(engine, quick)
    jobs.read_one(engine, slow)

    assert count(db, ImportBatch) == 1


def test_many_readers_at_once_claim_each_file_once(engine, db, sent):
    found = []
    threads = [threading.Thread(target=lambda: found.append(jobs.claim(engine))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [claimed.id for claimed in found if claimed] == [sent]


def test_a_file_given_up_while_it_is_read_leaves_nothing(as_user, engine, db, sent):
    claimed = jobs.claim(engine)
    as_user("office").send(f"/imports/jobs/{sent}/dismissal")

    jobs.read_one(engine, claimed)

    assert [count(db, kind) for kind in (ReadingJob, SourceDocument, ImportBatch)] == [0, 0, 0]


def test_a_file_that_was_read_just_before_it_was_given_up_is_opened(as_user, engine, db, sent):
    jobs.read_waiting(engine)

    answer = as_user("office").send(f"/imports/jobs/{sent}/dismissal")

    assert answer.headers["location"] == f"/imports/{job_of(db, sent).batch_id}"


def test_the_page_shows_how_far_it_is_and_then_the_drafts(as_user, engine, db, sent):
    office = as_user("office")
    claimed = jobs.claim(engine)
    assert jobs.beat(engine, claimed, 9, 14)

    page = office.open(f"/imports/jobs/{sent}")
    assert "已读9页，共14页" in page.text
    assert page.select_one("progress")["max"] == "14"
    assert "已读9页，共14页" in (listed := office.open("/imports")).text
    assert listed.h1.text == "1份文件正在识别"

    jobs.read_one(engine, claimed)
    assert len(office.open(f"/imports/jobs/{sent}").select("article.ext")) == 3
    done = office.client.get(f"/imports/jobs/{sent}", headers={"HX-Request": "true"}, follow_redirects=False)
    assert done.headers["hx-redirect"].startswith("/imports/")


@pytest.mark.parametrize(
    ("origin", "said"),
    [(None, "文件已读完，正在找任务、部门和时限"), (Origin.MEDIA, "文件已读完，正在找数值")],
)
def test_once_all_of_it_is_read_the_page_says_what_is_looked_for(as_user, engine, db, sent, origin, said):
    job_of(db, sent).origin = origin
    db.commit()
    jobs.beat(engine, jobs.claim(engine), 14, 14)

    assert said in as_user("office").open(f"/imports/jobs/{sent}").text


def test_a_failure_is_taken_off_the_list(as_user, engine, db, sent):
    job_of(db, sent).content = b"nothing of a ledger"
    db.commit()
    jobs.read_waiting(engine)
    office = as_user("office")
    assert "没有找到任务" in office.open("/imports").text

    office.send(f"/imports/jobs/{sent}/dismissal")

    assert "没有找到任务" not in office.open("/imports").text


def test_a_fault_of_ours_is_tried_a_second_time_and_then_told(engine, db, sent, monkeypatch):
    monkeypatch.setattr(jobs, "store", lambda *_: 1 / 0)

    jobs.read_waiting(engine)

    assert job_of(db, sent).status is JobStatus.FAILED
    assert "读了两次" in job_of(db, sent).words


@pytest.mark.parametrize("how", ["memory", "cpu", "crash", "hang"])
def test_a_document_that_ends_its_reader_is_a_sentence_and_not_the_end_of_the_server(how, monkeypatch):
    monkeypatch.setattr(apart, "_read", {"memory": greedy, "cpu": busy, "crash": crashing, "hang": silent}[how])
    monkeypatch.setattr(apart, "SILENT_SECONDS", 2)

    with pytest.raises(apart.AppError, match="没有保存任何内容"):
        read_apart(a_document(), "台账.txt")

    monkeypatch.undo()
    assert len(read_apart(a_document(), "台账.txt").recognised.tasks) == 3


def test_nobody_waits_any_more(monkeypatch):
    monkeypatch.setattr(apart, "_read", silent)

    with pytest.raises(Cancelled):
        read_apart(a_document(), "台账.txt", lambda _done, _total: False)


def greedy(sender, read, data, name):
    apart._bound()
    sender.send((len(b"x" * 8 * 1024**3), None))


def busy(sender, read, data, name):
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (1, 3))
    while True:
        sender.send((1, None))


def crashing(sender, read, data, name):
    import os

    os.abort()


def silent(sender, read, data, name):
    threading.Event().wait(30)
