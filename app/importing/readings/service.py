"""A figure is confirmed by a person, and only then becomes a reading; every decision can be taken back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from app.audit.service import record
from app.audit.tags import Tag
from app.core.errors import Conflict
from app.core.filters import day, figure
from app.core.forms import Errors
from app.importing.readings.forms import SettleForm
from app.importing.readings.matching import fits_well, in_unit
from app.importing.readings.models import Article, SuggestedReading
from app.people.scope import Viewer
from app.progress.models import Reading
from app.progress.told import ORIGIN_WORDS
from app.tasks.kinds import ReadingKind
from app.tasks.models import Indicator

STALE = "这个数值刚被别人处理过，没有{}。请核对后再做一次。"


@dataclass(frozen=True)
class Confirmed:
    """How many became readings, and how many were left with a reason."""

    done: int
    repeated: int
    changed: int


def confirm(db: Session, viewer: Viewer, article: Article, suggestion: SuggestedReading, form: SettleForm) -> Errors:
    """Writes the reading, or changes the one confirmed before. Answers what is wrong, by field."""
    indicator = db.get(Indicator, form.indicator) if form.indicator else None
    errors: Errors = {}
    if indicator is None:
        errors["indicator"] = "没有选指标。请选一个指标；不归任何指标的，请点“不要这条”"
    if form.as_of is None:
        errors["as_of"] = "请填写是哪一天的数值"
    value = in_unit(form.value, form.unit, indicator.unit) if indicator else form.value
    if indicator and value is None:
        errors["unit"] = f"与指标的单位不同，指标以{indicator.unit or '数'}计"
    if errors or indicator is None or form.as_of is None or value is None:
        return errors
    wanted = Reading(
        indicator_id=indicator.id, value=value, as_of=form.as_of, origin=form.origin or article.origin, kind=form.kind,
        source_id=article.source_id, quotation=suggestion.quotation,
    )  # fmt: skip
    if not form.again and (same := repeated(db, wanted, besides=suggestion.reading_id)):
        said = "和".join(dict.fromkeys(ORIGIN_WORDS[one.origin] for one in same))
        return {"again": f"这个指标{day(form.as_of)}已有同样的数值（{said}）"}
    write(db, viewer, suggestion, wanted, indicator)
    return {}


def repeated(db: Session, wanted: Reading, *, besides: int | None) -> list[Reading]:
    """Readings that say the same value of the same indicator on the same day."""
    same = db.exec(
        select(Reading).where(
            Reading.indicator_id == wanted.indicator_id,
            Reading.as_of == wanted.as_of,
            Reading.value == wanted.value,
            Reading.kind == wanted.kind,
        )
    ).all()
    return [one for one in same if one.id != besides]


def write(db: Session, viewer: Viewer, suggestion: SuggestedReading, wanted: Reading, indicator: Indicator) -> None:
    stored = db.get(Reading, suggestion.reading_id) if suggestion.reading_id else None
    reading = stored or wanted
    for name in ("indicator_id", "value", "as_of", "kind", "origin"):
        setattr(reading, name, getattr(wanted, name))
    db.add(reading)
    db.flush()  # the suggestion points to it
    suggestion.reading_id, suggestion.dropped = reading.id, False
    decide(viewer, suggestion)
    record(
        db, Tag.READING_CONFIRM, actor_id=viewer.id, actor_name=viewer.name, subject_kind="task",
        subject_id=indicator.task_id, figure=f"{figure(reading.value)}{indicator.unit}", words=indicator.words,
        origin=ORIGIN_WORDS[reading.origin], day=reading.as_of.isoformat(),
    )  # fmt: skip
    db.flush()


def confirm_matching(db: Session, viewer: Viewer, article: Article, seen: dict[int, int]) -> Confirmed:
    """Every open figure that was reached and fits well, as the clerk saw it (`seen`: its version)."""
    done = repeats = changed = 0
    for row in those_seen(db, article, seen):
        if row.version != seen[row.id] or not may_follow(row):
            changed += 1
        elif confirm(db, viewer, article, row, as_found(row)):
            repeats += 1
        else:
            done += 1
    return Confirmed(done, repeats, changed)


def those_seen(db: Session, article: Article, seen: dict[int, int]) -> Sequence[SuggestedReading]:
    """Locked, in the order of the article."""
    return db.exec(
        select(SuggestedReading)
        .where(SuggestedReading.article_id == article.id, col(SuggestedReading.id).in_(seen))
        .order_by(col(SuggestedReading.position))
        .with_for_update()
    ).all()


def drop_seen(db: Session, viewer: Viewer, article: Article, seen: dict[int, int]) -> int:
    """不要 of all that nobody has decided since; how many. Each comes back by itself."""
    rows = [row for row in those_seen(db, article, seen) if row.version == seen[row.id] and is_open(row)]
    for row in rows:
        drop(db, viewer, row)
    return len(rows)


def as_found(row: SuggestedReading) -> SettleForm:
    return SettleForm(
        value=row.value, unit=row.unit, as_of=row.as_of, indicator=row.matches[0][0] if row.matches else 0,
        kind=row.kind, version=row.version,
    )  # fmt: skip


def is_open(row: SuggestedReading) -> bool:
    return row.reading_id is None and not row.dropped


def may_follow(row: SuggestedReading) -> bool:
    """Sure enough to be confirmed with others: what was reached, with its day, of one indicator before all."""
    return is_open(row) and row.kind is ReadingKind.READING and row.as_of is not None and fits_well(row.matches)


def drop(db: Session, viewer: Viewer, suggestion: SuggestedReading) -> None:
    """不要这条. A confirmed one must be taken back first."""
    if suggestion.reading_id is not None:
        raise Conflict("这个数值已确认，没有去掉。请先撤销确认。")
    suggestion.dropped = True
    decide(viewer, suggestion)
    db.flush()


def take_back(db: Session, viewer: Viewer, suggestion: SuggestedReading) -> None:
    """Open again, as it was found; its reading is gone."""
    reading = db.get(Reading, suggestion.reading_id) if suggestion.reading_id else None
    if reading is not None:
        indicator = db.get_one(Indicator, reading.indicator_id)
        suggestion.reading_id = None
        db.flush()  # the pointer goes before the reading does
        db.delete(reading)
        record(
            db, Tag.READING_UNDO, actor_id=viewer.id, actor_name=viewer.name, subject_kind="task",
            subject_id=indicator.task_id, figure=f"{figure(reading.value)}{indicator.unit}", words=indicator.words,
        )  # fmt: skip
    suggestion.dropped = False
    decide(viewer, suggestion)
    db.flush()


def decide(viewer: Viewer, suggestion: SuggestedReading) -> None:
    suggestion.decided_by = viewer.name
    suggestion.version += 1


def require_seen(suggestion: SuggestedReading, version: int | None, act: str) -> None:
    """For acts that leave nothing typed to lose."""
    if version != suggestion.version:
        raise Conflict(STALE.format(act))


def seen_in(words: Iterable[str]) -> dict[int, int]:
    """12-3 → {12: 3}: what the clerk saw of each."""
    pairs = (word.partition("-") for word in words)
    return {int(one): int(two) for one, _, two in pairs if one.isdecimal() and two.isdecimal() and len(one + two) < 18}
