"""The indicators that figures may belong to: matched again later, or new ones for a task."""

from sqlmodel import Session, col, func, select

from app.audit.service import record
from app.audit.tags import Tag
from app.core.filters import figure
from app.core.forms import Errors
from app.importing.readings.forms import NewIndicatorForm
from app.importing.readings.matching import OFFERED, matches
from app.importing.readings.models import Article, SuggestedReading
from app.importing.readings.service import decide
from app.importing.readings.stored import open_goals
from app.ledgers.models import Ledger, LedgerStatus
from app.people.scope import Viewer
from app.tasks.kinds import Comparator
from app.tasks.models import Indicator, Task

SURE = 100  # percent; a person said so


def match_again(db: Session, viewer: Viewer, article: Article) -> int:
    """Ledgers published since may hold the indicator that was missing. Answers how many figures found another one."""
    rows = db.exec(
        select(SuggestedReading)
        .where(
            SuggestedReading.article_id == article.id,
            col(SuggestedReading.reading_id).is_(None),
            col(SuggestedReading.dropped).is_(False),
        )
        .order_by(col(SuggestedReading.id))
        .with_for_update()
    ).all()
    goals, changed = open_goals(db), 0
    for row in rows:
        found = matches(row.subject, row.quotation, row.unit, goals)
        chosen = [match for match in row.matches if match[1] == SURE and any(goal.id == match[0] for goal in goals)]
        found = [*chosen, *(match for match in found if match[0] not in {one[0] for one in chosen})][:OFFERED]
        if found != row.matches:
            changed += [one[0] for one in found[:1]] != [one[0] for one in row.matches[:1]]
            row.matches = found
            decide(viewer, row)
    db.flush()
    return changed


def create_indicator(db: Session, viewer: Viewer, suggestion: SuggestedReading, form: NewIndicatorForm) -> Errors:
    """新建指标 for a task in force, in the figure's unit, with a goal or to be followed only (只关注)."""
    task = db.get(Task, form.task)
    ledger = db.get(Ledger, task.ledger_id) if task else None
    if task is None or ledger is None or ledger.status is not LedgerStatus.PUBLISHED:
        return {"task": "没有这项任务。请先查找任务，再从列出的任务中选择"}
    last = db.exec(select(func.max(Indicator.position)).where(Indicator.task_id == task.id)).one()
    indicator = Indicator(
        task_id=task.id, position=(last or 0) + 1, words=form.words, comparator=Comparator.AT_LEAST, value=form.goal,
        unit=suggestion.unit,
    )  # fmt: skip
    db.add(indicator)
    db.flush()  # the figure points to it
    suggestion.matches = [[indicator.id, SURE], *suggestion.matches][:OFFERED]
    decide(viewer, suggestion)
    record(
        db, Tag.INDICATOR_CREATE, actor_id=viewer.id, actor_name=viewer.name, subject_kind="task", subject_id=task.id,
        words=indicator.words,
        goal="只关注，没有目标值" if form.goal is None else f"目标值{figure(form.goal)}{indicator.unit}",
    )  # fmt: skip
    db.flush()
    return {}
