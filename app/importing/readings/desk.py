"""The page of one article: its text with the quotations marked, and a card for each figure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlmodel import Session

from app.core.filters import day, figure
from app.core.forms import Errors
from app.importing.readings.forms import LABELS, NEW_LABELS
from app.importing.readings.matching import fits_well, in_unit
from app.importing.readings.models import Article, SuggestedReading
from app.importing.readings.pages import (
    ArticleDesk,
    ArticleShown,
    Counts,
    FigureCard,
    Options,
    Piece,
    ReadingClash,
    Settling,
    Side,
)
from app.importing.readings.queries import Matter, Said, find_targets, find_tasks, matter_of, targets_of
from app.importing.readings.service import is_open, may_follow
from app.progress.told import KIND_WORDS, ORIGIN_WORDS
from app.tasks.kinds import Origin, ReadingKind

NONE = ("0", "不对应任何指标")
STATES = {"done": "已确认", "dropped": "不要这条", "open": "待定"}


@dataclass(frozen=True)
class Shown:
    """Which card is open, what was typed in it, and what was just done."""

    open: int | None = None
    after: int | None = None  # open the next one behind this
    typed: Mapping[str, str] | None = None
    errors: Errors = field(default_factory=dict)
    said: str = ""
    asked: str = ""  # other indicators are looked for
    new: Mapping[str, str] | None = None  # an indicator that could not be made yet
    new_errors: Errors = field(default_factory=dict)


def desk(db: Session, article: Article, shown: Shown) -> ArticleDesk:
    matter = matter_of(db, article)
    current = opened(matter.rows, shown)
    return ArticleDesk(
        article=ArticleShown(
            id=article.id,
            title=article.title,
            origin=ORIGIN_WORDS[article.origin],
            is_media=article.origin is Origin.MEDIA,
            by=article.created_by,
            at=article.created_at,
            length=len(matter.text),
            batch_id=matter.batch_id,
        ),
        paragraphs=tuple(paragraphs(matter.text, matter.rows)),
        cards=tuple(card(matter, row) for row in matter.rows),
        settling=settling(db, matter, current, shown) if current else None,
        counts=Counts(
            confirmed=sum(row.reading_id is not None for row in matter.rows),
            open=sum(map(is_open, matter.rows)),
            dropped=sum(row.dropped for row in matter.rows),
        ),
        matching=tuple(f"{row.id}-{row.version}" for row in matter.rows if may_follow(row)),
        strangers=tuple(
            f"{row.id}-{row.version}" for row in matter.rows if is_open(row) and belongs_nowhere(matter, row)
        ),
        kinds=tuple((kind.value, word) for kind, word in KIND_WORDS.items()),
        origins=tuple((origin.value, word) for origin, word in ORIGIN_WORDS.items()),
        labels=LABELS,
        new_labels=NEW_LABELS,
        said=shown.said,
    )


def belongs_nowhere(matter: Matter, row: SuggestedReading) -> bool:
    return not any(match[0] in matter.targets for match in row.matches)


def opened(rows: Sequence[SuggestedReading], shown: Shown) -> SuggestedReading | None:
    """The one asked for; else the next open one that seems to belong to an indicator, or the first of all."""
    if shown.open is not None:
        return next((row for row in rows if row.id == shown.open), None)
    undecided = [row for row in rows if is_open(row) and row.matches]
    last = next((row.position for row in rows if row.id == shown.after), 0)
    return next((row for row in undecided if row.position > last), undecided[0] if undecided else None)


def paragraphs(text: str, rows: Sequence[SuggestedReading]) -> Iterator[tuple[Piece, ...]]:
    """Each line with its quotations; where two overlap, the first is marked."""
    spans, end = [], 0
    for row in sorted(rows, key=lambda row: row.start):
        if row.start >= end:
            spans.append((row.start, row.end, row.id))
            end = row.end
    at = 0
    for line in text.splitlines(keepends=True):
        start, at = at, at + len(line)
        if line.strip():
            yield tuple(_pieces(line, start, spans))


def _pieces(line: str, start: int, spans: Sequence[tuple[int, int, int]]) -> Iterator[Piece]:
    done = 0
    for first, last, id in spans:
        low, high = max(first - start, done), min(last - start, len(line))
        if low < high:
            if low > done:
                yield Piece(line[done:low], 0)
            yield Piece(line[low:high], id)
            done = high
    if done < len(line.rstrip()):
        yield Piece(line[done:].rstrip(), 0)


def state_of(row: SuggestedReading) -> str:
    return "done" if row.reading_id is not None else "dropped" if row.dropped else "open"


def card(matter: Matter, row: SuggestedReading) -> FigureCard:
    values = values_of(matter, row)
    target = matter.targets.get(int(values["indicator"]))
    reading = matter.readings.get(row.reading_id or 0)
    return FigureCard(
        id=row.id,
        version=row.version,
        subject=row.subject,
        figure=f"{values['value']}{values['unit']}",
        is_plan=values["kind"] == ReadingKind.PLAN,
        as_of=reading.as_of if reading else row.as_of,
        rule=row.rule,
        state=state_of(row),
        by=row.decided_by,
        quotation=row.quotation,
        target=target.label if target else "",
        target_href=f"/tasks/{target.task_id}" if target else "",
        origin=ORIGIN_WORDS[reading.origin] if reading else "",
        ready=target is not None and row.as_of is not None,
        well=fits_well(row.matches),
        notes=notes(matter, row),
    )


def notes(matter: Matter, row: SuggestedReading) -> tuple[str, ...]:
    """The same was said before."""
    values = values_of(matter, row)
    target = matter.targets.get(int(values["indicator"]))
    if target is None or not values["as_of"]:
        return ()
    value = (
        in_unit(row.value, row.unit, target.unit) if row.reading_id is None else matter.readings[row.reading_id].value
    )
    same = [
        one for one in matter.said.get(target.id, ())
        if one.value == value and one.as_of.isoformat() == values["as_of"] and one.kind == values["kind"]
        and one.id != row.reading_id
    ]  # fmt: skip
    return tuple(
        f"这个指标同一天已有同样的数值（{word}）" for word in dict.fromkeys(ORIGIN_WORDS[one.origin] for one in same)
    )


def values_of(matter: Matter, row: SuggestedReading) -> dict[str, str]:
    """As confirmed, or as found with the best indicator that still is."""
    reading = matter.readings.get(row.reading_id or 0)
    if reading is not None:
        target = matter.targets[reading.indicator_id]
        return {
            "value": figure(reading.value), "unit": target.unit, "as_of": reading.as_of.isoformat(),
            "indicator": str(target.id), "origin": reading.origin.value, "kind": reading.kind.value,
            "version": str(row.version),
        }  # fmt: skip
    best = next((match[0] for match in row.matches if match[0] in matter.targets), 0)
    return {
        "value": figure(row.value), "unit": row.unit, "as_of": row.as_of.isoformat() if row.as_of else "",
        "indicator": str(best), "origin": matter.article.origin.value, "kind": row.kind.value,
        "version": str(row.version),
    }  # fmt: skip


def settling(db: Session, matter: Matter, row: SuggestedReading, shown: Shown) -> Settling:
    """With the indicators that were looked for before those that were suggested; the first found is chosen."""
    found = [
        target for target in find_targets(db, shown.asked) if in_unit(row.value, row.unit, target.unit) is not None
    ]
    values = {**values_of(matter, row), **(shown.typed or {}), "version": str(row.version)}
    carried = "" if values["as_of"] or shown.typed else day_typed_before(matter, row)
    values["as_of"] = values["as_of"] or carried
    if found and not shown.typed:
        values["indicator"] = str(found[0].id)
    if values["indicator"].isdecimal() and int(values["indicator"]) not in matter.targets:
        found = found or list(targets_of(db, {int(values["indicator"])}).values())
    return Settling(
        id=row.id,
        values=values,
        errors=shown.errors,
        targets=tuple(dict([*((str(target.id), target.label) for target in found), *targets(matter, row)]).items()),
        rule=f"{row.rule}，推定与前面填的同一天" if carried else row.rule,
        compared=compared(matter, row, values["indicator"]),
        asked=shown.asked,
        found=len(found) if shown.asked else 0,
        tasks=tuple(find_tasks(db, shown.asked)) or tasks_of(matter, row),
        new={"words": row.subject, "goal": "", "task": "", **(shown.new or {})},
        new_errors=shown.new_errors,
    )


def day_typed_before(matter: Matter, row: SuggestedReading) -> str:
    """An article that names no day has one all the same: the one that was last given to a figure above."""
    above = [
        matter.readings[one.reading_id].as_of.isoformat()
        for one in matter.rows
        if one.reading_id is not None and one.as_of is None and one.position < row.position
    ]
    return above[-1] if above else ""


def targets(matter: Matter, row: SuggestedReading) -> Options:
    """The best and two others, and the one that was confirmed; at last none."""
    ids = [match[0] for match in row.matches]
    if row.reading_id is not None:
        ids = list(dict.fromkeys([matter.readings[row.reading_id].indicator_id, *ids]))
    return (*((str(id), matter.targets[id].label) for id in ids if id in matter.targets), NONE)


def tasks_of(matter: Matter, row: SuggestedReading) -> Options:
    """The tasks whose indicators seem near: one of them may lack the right one."""
    near = [matter.targets[match[0]] for match in row.matches if match[0] in matter.targets]
    return tuple({str(target.task_id): f"第{target.number}项　{target.words}" for target in near}.items())


def compared(matter: Matter, row: SuggestedReading, indicator: str) -> str:
    """What the department last said of it, and how far the two are apart."""
    target = matter.targets.get(int(indicator)) if indicator.isdecimal() else None
    last = last_told(matter.said.get(target.id, ())) if target else None
    if target is None or last is None or row.kind is ReadingKind.PLAN:
        return ""
    words = f"部门上报为{figure(last.value)}{target.unit}（截至{day(last.as_of)}）"
    value = in_unit(row.value, row.unit, target.unit)
    apart = abs(value - last.value) if value is not None else None
    return f"{words}，相差{figure(apart)}{target.unit}。" if apart else f"{words}。"


def last_told(said: Sequence[Said]) -> Said | None:
    told = [one for one in said if one.origin is Origin.DEPARTMENT and one.kind is ReadingKind.READING]
    return told[-1] if told else None


def clash(db: Session, article: Article, row: SuggestedReading, typed: Mapping[str, str]) -> ReadingClash:
    """Somebody decided in between: both sides, nothing overwritten."""
    matter = matter_of(db, article)
    theirs, mine = values_of(matter, row), {**values_of(matter, row), **typed}
    chosen = {int(values["indicator"]) for values in (theirs, mine) if values["indicator"].isdecimal()}
    words: dict[str, Mapping[str, str]] = {
        "indicator": dict(targets(matter, row)) | {str(id): one.label for id, one in targets_of(db, chosen).items()},
        "kind": {kind.value: word for kind, word in KIND_WORDS.items()},
        "origin": {origin.value: word for origin, word in ORIGIN_WORDS.items()},
    }

    def said(name: str, values: Mapping[str, str]) -> str:
        return words.get(name, {}).get(values[name], values[name])

    names = [name for name in LABELS if name != "again"]
    return ReadingClash(
        article_id=article.id,
        suggestion_id=row.id,
        title=article.title,
        by=row.decided_by or "别人",
        state=STATES[state_of(row)],
        version=row.version,
        sides=tuple(Side(LABELS[n], said(n, theirs), said(n, mine), theirs[n] == mine[n]) for n in names),
        kept=tuple((name, mine[name]) for name in names),
    )
