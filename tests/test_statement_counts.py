"""A page asks the database as often for one row as for fifty. Pages tested with their own rooms are left out here."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from sqlmodel import Session

from app.importing.models import ImportBatch
from app.importing.readings.models import Article, SuggestedReading
from app.ledgers.models import SourceDocument
from app.people.kinds import Role
from app.people.models import Department
from app.progress.models import ClosureRequest, Reading, ReportStatus
from app.reminders.models import Urge
from app.tasks.kinds import Comparator, Origin, ReadingKind, TaskStatus
from app.tasks.models import Indicator
from tests.factories import a_cast, a_ledger, a_report, a_slot, a_task, a_user, department
from tests.statements import statements

AT = datetime(2021, 10, 14, 2, tzinfo=UTC)


def a_long_task(db: Session, home: Department, rows: int) -> str:
    """Periods, reports and urges, each so many."""
    lead = department(db, home, "组织部")
    asker = a_user(db, "asker", Role.HEAD, lead)
    task = a_task(db, a_ledger(db, home), lead=lead)
    for n in range(rows):
        slot = a_slot(db, task, lead, period=f"{1970 + n}", period_word=f"{1970 + n}年")
        a_report(db, task, lead, slot_id=slot.id, status=ReportStatus.ACCEPTED)
        db.add(Urge(task_id=task.id, department_id=lead.id, by_id=asker.id, at=AT))
    return f"/tasks/{task.id}"


def a_long_peek(db: Session, home: Department, rows: int) -> str:
    return f"{a_long_task(db, home, rows)}/peek"


def a_closing_task(db: Session, home: Department, rows: int) -> str:
    lead = department(db, home, "组织部")
    asker = a_user(db, "asker", Role.HEAD, lead)
    task = a_task(db, a_ledger(db, home), lead=lead, status=TaskStatus.CLOSURE_REQUESTED)
    for n in range(rows):
        slot = a_slot(db, task, lead, period=f"{1970 + n}", period_word=f"{1970 + n}年")
        a_report(db, task, lead, slot_id=slot.id, status=ReportStatus.ACCEPTED)
    db.add(ClosureRequest(task_id=task.id, statement="已完成。", asked_by_id=asker.id, asked_at=AT))
    return f"/tasks/{task.id}/closure"


def many_imports(db: Session, home: Department, rows: int) -> str:
    source = SourceDocument(name="台账.txt", format="txt", sha256="0" * 64, content=b"x", text="一项任务")
    db.add(source)
    db.flush()
    db.add_all(
        ImportBatch(source_id=source.id, title=f"草稿{n}", created_by="陈静", created_at=AT) for n in range(rows)
    )
    return "/imports"


def many_users(db: Session, home: Department, rows: int) -> str:
    for n in range(rows):
        a_user(db, f"person{n}", Role.LIAISON, department(db, home, "财务部"))
    return "/admin/users"


def a_long_article(db: Session, home: Department, rows: int) -> str:
    """Figures, each with an indicator of its own; every second one confirmed."""
    task = a_task(db, a_ledger(db, home), lead=department(db, home, "组织部"))
    source = SourceDocument(name="简报", format="txt", sha256="0" * 64, content=b"x", text="走访企业45家。")
    db.add(source)
    db.flush()
    article = Article(source_id=source.id, title="简报", origin=Origin.MEDIA, created_by="陈静", created_at=AT)
    db.add(article)
    db.flush()
    for n in range(rows):
        goal = Indicator(
            task_id=task.id, position=n, words="走访企业50家", comparator=Comparator.AT_LEAST, value=50, unit="家"
        )
        db.add(goal)
        db.flush()
        said = Reading(indicator_id=goal.id, value=45, as_of=AT.date(), origin=Origin.MEDIA, source_id=source.id)
        db.add(said)
        db.flush()
        db.add(
            SuggestedReading(
                article_id=article.id, position=n, quotation="走访企业45家", start=0, end=7, subject="走访企业",
                value=45, unit="家", kind=ReadingKind.READING, matches=[[goal.id, 90]],
                reading_id=said.id if n % 2 else None,
            )
        )  # fmt: skip
    return f"/readings/{article.id}"


CASES: list[tuple[Callable[[Session, Department, int], str], str, int]] = [
    (a_long_task, "office", 29),
    (a_long_peek, "office", 14),
    (a_closing_task, "office", 21),
    (many_imports, "office", 7),
    (a_long_article, "office", 11),
    (many_users, "sysadmin", 6),
]


@pytest.mark.parametrize(("arrange", "who", "expected"), CASES, ids=lambda v: getattr(v, "__name__", None))
@pytest.mark.parametrize("rows", [1, 50])
def test_the_number_of_statements_does_not_grow(as_user, db, engine, arrange, who, expected, rows):
    path = arrange(db, a_cast(db), rows)
    db.commit()
    browser = as_user(who)

    with statements(engine) as asked:
        browser.open(path, htmx=path.endswith("/peek"))

    assert len(asked) == expected, "\n".join(asked)
