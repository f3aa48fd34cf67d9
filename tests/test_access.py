"""Who may do what: every route of the application with every role (DOMAIN §4). A route without a case fails."""

from datetime import UTC, date, datetime

import pytest
from fastapi.routing import iter_route_contexts
from sqlmodel import select
from starlette.routing import Mount

from app.delivery.models import Notice
from app.importing.models import DraftTask, ImportBatch, JobStatus, ReadingJob
from app.importing.readings.models import Article, SuggestedReading
from app.ledgers.models import SourceDocument
from app.people.models import User
from app.progress.models import (
    Attachment,
    ClosureRequest,
    Decision,
    ExtensionRequest,
    Instruction,
    Refusal,
    ReportStatus,
    Review,
)
from app.reminders.models import Urge
from app.tasks.kinds import Origin, ReadingKind, TaskStatus
from app.tasks.models import Responsibility
from tests.factories import a_cast, a_ledger, a_report, a_slot, a_task, department

AT = datetime(2021, 10, 14, 2, tzinfo=UTC)
OFFICE = {"office"}
LEADERS = {"leader", "principal"}
SEERS = OFFICE | LEADERS
HEAD = {"zuzhi"}
LEAD = HEAD | {"lianluo"}
PARTIES = LEAD | {"caiwu"}
HERE = SEERS | PARTIES
ADMINISTRATORS = {"sysadmin", "secadmin", "auditadmin"}
EVERYONE = HERE | ADMINISTRATORS | {"outsider"}
BUSINESS = HERE | {"outsider"}
NOBODY: set[str] = set()
PUBLIC = {"/healthz", "/sign-in", "/sign-in/demo"}

# Who may. The others are refused with 403; where the record is another organisation's, the outsider finds 404.
CASES: dict[str, set[str]] = {
    "GET /": EVERYONE,
    "GET /password": EVERYONE,
    "GET /log": {"auditadmin"},
    "GET /notices": EVERYONE,
    "GET /board": SEERS,
    "GET /board/lamps": SEERS,
    "GET /todo": PARTIES | {"outsider"},
    "GET /review": OFFICE,
    "GET /search": BUSINESS,
    "GET /ledgers": BUSINESS,
    "GET /ledgers/{ledger_id}": HERE,
    "GET /ledgers/{ledger_id}/source": HERE,
    "GET /ledgers/{ledger_id}/editions": HERE,
    "GET /ledgers/{ledger_id}/print": HERE,
    "GET /ledgers/{ledger_id}/urges/new": SEERS,
    "GET /ledgers/{ledger_id}/issue": OFFICE,
    "GET /ledgers/{ledger_id}/print.pdf": HERE,
    "GET /tasks/{task_id}": HERE,
    "GET /tasks/{task_id}/peek": HERE,
    "GET /tasks/{task_id}/reports/new": OFFICE | LEAD,
    "GET /tasks/{task_id}/closure-request": HEAD,
    "GET /tasks/{task_id}/closure": SEERS,
    "GET /tasks/{task_id}/extensions/new": OFFICE | HEAD,
    "GET /tasks/{task_id}/instructions/new": SEERS,
    "GET /tasks/{task_id}/refusals/new": HEAD,
    "GET /instructions/{instruction_id}/withdrawal": {"leader"},
    "GET /refusals/{refusal_id}": SEERS,
    "GET /extensions/{extension_id}": SEERS,
    "GET /attachments/{attachment_id}": SEERS | LEAD,
    "GET /imports": OFFICE,
    "GET /imports/new": OFFICE,
    "GET /imports/jobs/{job_id}": OFFICE,
    "GET /imports/{batch_id}": OFFICE,
    "GET /imports/{batch_id}/picture": OFFICE,
    "GET /imports/{batch_id}/pages/{number}": OFFICE,
    "GET /imports/{batch_id}/publish": OFFICE,
    "GET /imports/{batch_id}/purpose": OFFICE,
    "GET /readings": OFFICE,
    "GET /readings/{article_id}": OFFICE,
    "GET /admin/departments": OFFICE | {"sysadmin"},
    "GET /admin/departments/{department_id}": OFFICE | {"sysadmin"},
    "GET /admin/users": {"sysadmin"},
    "GET /admin/users/{user_id}": {"sysadmin"},
    "POST /password": EVERYONE,
    "POST /appearance": EVERYONE,
    "POST /notices/read": EVERYONE,
    "POST /notices/{notice_id}/read": {"zuzhi"},
    "POST /todo/{slot_id}": LEAD,
    "POST /todo/{slot_id}/draft": LEAD,
    "POST /todo/{slot_id}/merge": LEAD,
    "POST /attachments/{attachment_id}/removal": OFFICE | LEAD,
    "POST /tasks/{task_id}/reports/new": OFFICE | LEAD,
    "POST /tasks/{task_id}/lead": OFFICE,
    "POST /tasks/{task_id}/urges": SEERS,
    "POST /ledgers/{ledger_id}/urges": SEERS,
    "POST /urges/{urge_id}/removal": {"leader"},
    "POST /reports/{report_id}/review": OFFICE,
    "POST /reports/{report_id}/withdrawal": HEAD,
    "POST /reviews/{review_id}/withdrawal": OFFICE,
    "POST /tasks/{task_id}/closure-request": HEAD,
    "POST /tasks/{task_id}/closure": OFFICE,
    "POST /tasks/{task_id}/closure-consent": LEADERS,
    "POST /ledgers/{ledger_id}/rules": OFFICE,
    "POST /ledgers/{ledger_id}/issue": OFFICE,
    "POST /ledgers/{ledger_id}/receipts": PARTIES,
    "POST /ledgers/{ledger_id}/issue/withdrawal": OFFICE,
    "POST /tasks/{task_id}/extensions/new": OFFICE | HEAD,
    "POST /tasks/{task_id}/instructions/new": SEERS,
    "POST /tasks/{task_id}/refusals/new": HEAD,
    "POST /instructions/{instruction_id}/withdrawal": {"leader"},
    "POST /refusals/{refusal_id}": OFFICE,
    "POST /extensions/{extension_id}": LEADERS,  # this one is beyond the office
    "POST /imports": OFFICE,
    "POST /imports/jobs/{job_id}/dismissal": OFFICE,
    "POST /imports/{batch_id}/tasks": OFFICE,
    "POST /imports/{batch_id}/tasks/{draft_id}": OFFICE,
    "POST /imports/{batch_id}/tasks/{draft_id}/settle": OFFICE,
    "POST /imports/{batch_id}/tasks/{draft_id}/draft": OFFICE,
    "POST /imports/{batch_id}/tasks/{draft_id}/split": OFFICE,
    "POST /imports/{batch_id}/tasks/{draft_id}/merge": OFFICE,
    "POST /imports/{batch_id}/tasks/{draft_id}/drop": OFFICE,
    "POST /imports/{batch_id}/doubts": OFFICE,
    "POST /imports/{batch_id}/revert": OFFICE,
    "POST /imports/{batch_id}/bulk": OFFICE,
    "POST /imports/{batch_id}/head": OFFICE,
    "POST /imports/{batch_id}/head/draft": OFFICE,
    "POST /imports/{batch_id}/names": OFFICE,
    "POST /imports/{batch_id}/publish": OFFICE,
    "POST /imports/{batch_id}/checks": OFFICE,
    "GET /imports/{batch_id}/edition": OFFICE,
    "GET /imports/{batch_id}/undo": OFFICE,
    "GET /imports/{batch_id}/edition/table.xlsx": OFFICE,
    "POST /imports/{batch_id}/edition": OFFICE,
    "POST /imports/{batch_id}/edition/changes": OFFICE,
    "POST /imports/{batch_id}/edition/pairs": OFFICE,
    "POST /imports/{batch_id}/undo": OFFICE,
    "POST /readings": OFFICE,
    "POST /readings/{article_id}/confirmations": OFFICE,
    "POST /readings/{article_id}/drops": OFFICE,
    "POST /readings/{article_id}/figures/{suggestion_id}": OFFICE,
    "POST /readings/{article_id}/figures/{suggestion_id}/indicator": OFFICE,
    "POST /readings/{article_id}/matches": OFFICE,
    "POST /readings/{article_id}/figures/{suggestion_id}/drop": OFFICE,
    "POST /readings/{article_id}/figures/{suggestion_id}/undo": OFFICE,
    "POST /admin/departments": OFFICE | {"sysadmin"},
    "POST /admin/organisations": OFFICE | {"sysadmin"},
    "POST /admin/departments/{department_id}": OFFICE | {"sysadmin"},
    "POST /admin/departments/{department_id}/move": OFFICE | {"sysadmin"},
    "POST /admin/users": {"sysadmin"},
    "POST /admin/users/{user_id}": {"sysadmin"},
    "POST /sign-out": EVERYONE,
}
# Records of 甲市总工会: the outsider may not know of them. A person's own notice or draft is nobody else's either.
OUTSIDER_404 = ("/ledgers/{", "/tasks/{", "/attachments/{", "/todo/{", "/reports/{report_id}/withdrawal")
BYTES = ("/attachments/", "/imports/{batch_id}/pages/")
OWN = ("/notices/{", "/urges/{")
DONE = {200, 204, 303, 409, 422}


def listed(app) -> set[str]:
    found = set()
    for context in iter_route_contexts(app.routes):
        if isinstance(context.route, Mount) if hasattr(context, "route") else not context.methods:
            continue
        found |= {f"{method} {context.path}" for method in set(context.methods or ()) - {"HEAD"}}
    return {case for case in found if case.split()[1] not in PUBLIC}


def test_every_route_has_a_case(tmp_path):
    from app.core.config import Settings
    from app.main import create_app

    app = create_app(Settings(data=tmp_path))

    assert listed(app) == set(CASES)


def test_nobody_opens_anything_unsigned(visitor):
    for case in CASES:
        method, path = case.split()
        if method == "GET":
            answer = visitor.client.get(path.replace("{", "").replace("}", ""), follow_redirects=False)
            assert answer.status_code in (303, 404), case
            assert answer.headers.get("location", "/sign-in") == "/sign-in", case


@pytest.fixture
def ids(db) -> dict[str, int]:
    home = a_cast(db)
    lead, other = department(db, home, "组织部"), department(db, home, "财务部")
    user = {u.account: u.id for u in db.exec(select(User)).all()}
    ledger = a_ledger(db, home)
    source = SourceDocument(name="台账.txt", format="txt", sha256="0" * 64, content=b"x", text="一项任务")
    db.add(source)
    db.flush()
    ledger.source_id = source.id
    task = a_task(db, ledger, lead=lead)
    a_task(db, ledger, lead=other)
    slot = a_slot(db, task, lead)
    report = a_report(db, task, lead)
    asked = a_task(db, ledger, lead=lead, status=TaskStatus.CLOSURE_REQUESTED)
    db.add(ClosureRequest(task_id=asked.id, statement="已完成。", asked_by_id=user["zuzhi"], asked_at=AT))
    batch = ImportBatch(source_id=source.id, title="草稿", created_by="陈静", created_at=AT)
    proof = Attachment(
        report_id=report.id, name="照片.png", sha256="1" * 64, size=1, media_type="image/png",
        added_by_id=user["zuzhi"], added_at=AT,
    )  # fmt: skip
    notice = Notice(key="k", user_id=user["zuzhi"], words="到期提醒", created_at=AT)
    urge = Urge(task_id=task.id, department_id=lead.id, by_id=user["leader"], at=AT)
    job = ReadingJob(name="台账.txt", status=JobStatus.FAILED, words="读不了", sent_by="陈静", sent_at=AT)
    decided = a_report(db, task, lead, status=ReportStatus.ACCEPTED)
    review = Review(report_id=decided.id, reviewer_id=user["office"], decision=Decision.ACCEPTED, at=AT)
    delayed = a_task(db, ledger, lead=lead)
    extension = ExtensionRequest(
        task_id=delayed.id, old_due_on=date(2021, 12, 31), until=date(2022, 3, 1), reason="等评审。",
        for_leader=True, asked_by_id=user["zuzhi"], asked_at=AT,
    )  # fmt: skip
    article = Article(source_id=source.id, title="简报", origin=Origin.MEDIA, created_by="陈静", created_at=AT)
    sent_back = a_task(db, ledger, lead=lead)
    part = db.exec(select(Responsibility.id).where(Responsibility.task_id == sent_back.id)).one()
    refusal = Refusal(
        task_id=sent_back.id, responsibility_id=part, reason="不属于本部门。", asked_by_id=user["zuzhi"], asked_at=AT
    )
    instruction = Instruction(task_id=task.id, leader_id=user["leader"], text="抓紧。", at=AT)
    db.add_all([refusal, instruction])
    db.add_all([batch, proof, notice, urge, job, review, extension, article])
    db.flush()
    figure = SuggestedReading(
        article_id=article.id, position=1, quotation="一项任务", start=0, end=4, subject="任务", value=1, unit="项",
        kind=ReadingKind.READING,
    )  # fmt: skip
    db.add(figure)
    draft = DraftTask(batch_id=batch.id, position=1, number="1", text="任务", start=0, end=4)
    db.add(draft)
    db.commit()
    return {
        "ledger_id": ledger.id, "task_id": task.id, "asked_id": asked.id, "slot_id": slot.id, "report_id": report.id,
        "review_id": review.id, "job_id": job.id, "batch_id": batch.id, "draft_id": draft.id,
        "attachment_id": proof.id, "notice_id": notice.id, "urge_id": urge.id, "department_id": other.id,
        "user_id": user["caiwu"], "extension_id": extension.id, "refusal_id": refusal.id,
        "instruction_id": instruction.id,
        "article_id": article.id, "suggestion_id": figure.id, "number": 1,
    }  # fmt: skip


# Who may do what is decided by us, not by the database: the other one sees those who may do the most.
ON_EITHER = [*(("sqlite", role) for role in sorted(EVERYONE)), ("postgres", "office"), ("postgres", "zuzhi")]


@pytest.mark.parametrize(("database_url", "role"), ON_EITHER, indirect=["database_url"])
def test_a_role_opens_and_does_exactly_what_it_may(role, as_user, ids):
    wrong = []
    # Proof that lies nowhere, or no page, cannot be fetched: whoever gets as far as its bytes was allowed.
    for case, may in CASES.items():
        method, pattern = case.split()
        address = pattern.format_map(ids | ({"task_id": ids["asked_id"]} if pattern.endswith("/closure") else {}))
        client = as_user(role)
        if method == "GET":
            answer = client.client.get(address, follow_redirects=False)
        else:
            answer = client.client.post(address, data={"csrf": client.csrf}, follow_redirects=False)
        if role in may:
            right = answer.status_code in DONE or (pattern.startswith(BYTES) and answer.status_code == 404)
        elif (role == "outsider" and pattern.startswith(OUTSIDER_404)) or pattern.startswith(OWN):
            right = answer.status_code in (403, 404)
        else:
            right = answer.status_code == 403
        if not right:
            wrong.append(f"{case}: {answer.status_code}")
    assert not wrong, "\n".join(wrong)


def test_a_refusal_names_whom_to_ask(as_user, ids):
    for address in ("/board", "/review", "/imports/new", "/admin/users"):
        refused = as_user("caiwu").client.get(address)
        assert refused.status_code == 403
        assert any(who in refused.text for who in ("办公室", "系统管理员"))
