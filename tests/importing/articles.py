"""A bulletin handed in, its figures, and a task they may belong to."""

from sqlmodel import col, select

from app.importing.readings.models import Article, SuggestedReading
from app.progress.models import Reading
from app.tasks.kinds import Comparator, Origin
from app.tasks.models import Indicator
from tests.factories import a_cast, a_ledger, a_task, department

TEXT = (
    "甲市总工会服务职工工作简报\n\n"
    "截至7月中旬，培训困难职工320人次。今年上半年，走访慰问困难企业45家，投入帮扶资金230万元。\n"
    "下半年，还将建设职工书屋100家。\n\n甲市总工会办公室\n2021年8月2日\n"
)


def a_measured_task(db):
    """A task with three indicators."""
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
