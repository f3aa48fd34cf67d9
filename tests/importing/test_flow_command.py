"""`import FILE`: drafts or a ledger from the command line; nothing is stored of a file that will not do."""

import json
import subprocess
import sys

import pytest
from sqlmodel import func, select

from app.core.errors import AppError
from app.importing.command import import_file
from app.importing.models import BatchStatus, DraftTask, ImportBatch
from app.ledgers.models import Ledger, SourceDocument
from app.people.models import Department
from app.progress.models import ReportSlot
from app.tasks.models import Responsibility, Task
from tests.importing.documents import SEEDS, a_document

DOCUMENTS = ("qinhuangdao-2021-29", "dalian-2017-28", "fuxin-measures")
HEAD = ("doc_number", "issuer", "issued_on")
FIELDS = ("number", "heading", "text", "departments", "leaders", "deadline", "recurrence")
WRONG = {
    "empty.docx": b"",
    "picture.docx": b"\xff\xd8\xff\xe0 picture",
    "paper.pdf": b"%PDF-1.7 ...",
    "broken.docx": b"PK\x03\x04 half a zip",
    "news.txt": "今天天气很好。\n我们去开会。\n".encode(),
}


def count(db, kind):
    return db.exec(select(func.count()).select_from(kind)).one()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_written_equals_the_expected_record(engine, tmp_path, name):
    out = tmp_path / "out.json"

    import_file(engine, SEEDS / "sources" / f"{name}.txt", issuer=None, publish=False, out=out)

    expected = json.loads((SEEDS / "expected" / f"{name}.json").read_text())
    written = json.loads(out.read_text())
    assert written["title"] in [expected["title"], *expected.get("title_also", [])]
    assert [written[k] for k in HEAD] == [expected[k] for k in HEAD]
    assert [[t[k] for k in FIELDS] for t in written["tasks"]] == [[t[k] for k in FIELDS] for t in expected["tasks"]]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_seed_is_published_whole(engine, db, name):
    path = SEEDS / "sources" / f"{name}.txt"
    expected = json.loads((SEEDS / "expected" / f"{name}.json").read_text())

    import_file(engine, path, issuer="某市总工会", publish=True, out=None)

    assert count(db, Task) == len(expected["tasks"])
    assert db.exec(select(Ledger)).one().published_by == "命令行"
    named = {d["name"] for t in expected["tasks"] for d in t["departments"]}
    assert set(db.exec(select(Department.name))) == named | {"某市总工会"}
    assert count(db, ReportSlot) == 0  # nobody has said yet how often


def test_the_printed_issuer_becomes_the_organisation(engine, db, tmp_path):
    path = tmp_path / "台账.txt"
    path.write_bytes(a_document())

    said = import_file(engine, path, issuer=None, publish=True, out=None)

    assert "已发布为台账《甲市总工会加强基层建设工作台账》" in said
    ledger = db.exec(select(Ledger)).one()
    assert db.get(Department, ledger.organisation_id).name == "甲市总工会"
    assert [r.presumed for r in db.exec(select(Responsibility).order_by(Responsibility.id))] == [
        False, True, False, False,
    ]  # fmt: skip


def test_the_same_file_again_is_a_warning(engine, db, tmp_path):
    path = tmp_path / "台账.txt"
    path.write_bytes(a_document())
    import_file(engine, path, issuer=None, publish=False, out=None)

    said = import_file(engine, path, issuer=None, publish=False, out=None)

    assert "以前导入过" in said
    assert count(db, ImportBatch) == 2


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_file_is_explained_and_nothing_is_stored(engine, db, tmp_path, name):
    (tmp_path / name).write_bytes(WRONG[name])

    with pytest.raises(AppError, match="没有保存任何"):
        import_file(engine, tmp_path / name, issuer="甲市总工会", publish=True, out=None)

    assert [count(db, kind) for kind in (SourceDocument, ImportBatch, DraftTask, Department)] == [0, 0, 0, 0]


def test_a_task_without_department_is_not_published_and_nothing_is_stored(engine, db, tmp_path):
    path = tmp_path / "台账.txt"
    path.write_bytes(a_document(("1", "开展走访慰问活动。", ""), ("2", "开展财务检查工作。", "组织部")))

    with pytest.raises(AppError, match="没有责任部门"):
        import_file(engine, path, issuer=None, publish=True, out=None)

    assert [count(db, kind) for kind in (ImportBatch, Ledger, Department)] == [0, 0, 0]


def test_a_file_that_is_not_there_is_explained(engine, tmp_path):
    with pytest.raises(AppError, match="打不开文件"):
        import_file(engine, tmp_path / "no.txt", issuer=None, publish=False, out=None)


def test_drafts_wait_for_a_person(engine, db, tmp_path):
    path = tmp_path / "台账.txt"
    path.write_bytes(a_document())

    import_file(engine, path, issuer=None, publish=False, out=None)

    assert db.exec(select(ImportBatch)).one().status is BatchStatus.DRAFT
    assert [count(db, kind) for kind in (DraftTask, Task, Ledger)] == [3, 0, 0]


@pytest.mark.parametrize(
    ("command", "needless"),
    [
        ("app.importing.command", {"fastapi", "jinja2", "app.main", "app.boards", "app.importing.publish"}),
        ("app.importing.readings.command", {"fastapi", "jinja2", "app.main", "sqlalchemy", "alembic"}),
    ],
)
def test_reading_one_document_loads_no_more_of_the_house_than_it_needs(command, needless):
    said = subprocess.run(
        [sys.executable, "-c", f"import sys, app.cli, {command}; print(*sys.modules)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert not needless & set(said.stdout.split())
