"""指标 in a report: one field each, read exactly, beside what was last known."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import ColumnElement, or_
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from app.core.filters import day, figure
from app.core.forms import Errors
from app.progress.models import ProgressReport, Reading, ReportStatus
from app.tasks.goals import goal
from app.tasks.kinds import Origin, ReadingKind
from app.tasks.models import Indicator

PREFIX = "reading_"
NUMBER = re.compile(r"[+-]?\d{1,14}(?:\.(\d+))?")
PLACES = 4  # what Reading.value keeps
Readings = Mapping[int, Decimal]
# The department's own word on what was reached: 媒体口径 and plans stand apart.
COUNTED = (col(Reading.origin) == Origin.DEPARTMENT, col(Reading.kind) == ReadingKind.READING)


@dataclass(frozen=True)
class Known:
    """The newest value that was sent."""

    value: Decimal
    as_of: date


@dataclass(frozen=True)
class Measure:
    """One indicator as a field of the form: what is asked, what was typed, what was last known."""

    name: str
    label: str
    unit: str
    goal: str
    below: str
    value: str


def name_of(indicator: Indicator) -> str:
    return f"{PREFIX}{indicator.id}"


def indicators_of(db: Session, task_id: int) -> Sequence[Indicator]:
    return db.exec(
        select(Indicator).where(Indicator.task_id == task_id).order_by(col(Indicator.position), col(Indicator.id))
    ).all()


def known(db: Session, task_id: int, *, besides: int | None = None) -> dict[int, Known]:
    """By indicator; what stands only in a draft or was sent back is not known. `besides` leaves one report out."""
    sent: ColumnElement[bool] = col(ProgressReport.status).in_((ReportStatus.SUBMITTED, ReportStatus.ACCEPTED))
    query = (
        columns(col(Reading.indicator_id), col(Reading.value), col(Reading.as_of))
        .join(Indicator, col(Indicator.id) == col(Reading.indicator_id))
        .outerjoin(ProgressReport, col(ProgressReport.id) == col(Reading.report_id))
        .where(col(Indicator.task_id) == task_id, or_(col(Reading.report_id).is_(None), sent), *COUNTED)
        .order_by(col(Reading.as_of), col(Reading.id))
    )
    if besides is not None:
        query = query.where(or_(col(Reading.report_id).is_(None), col(Reading.report_id) != besides))
    return {indicator_id: Known(value, as_of) for indicator_id, value, as_of in db.execute(query)}


def readings_of(db: Session, report_id: int | None) -> dict[int, Decimal]:
    if report_id is None:
        return {}
    rows = db.execute(columns(col(Reading.indicator_id), col(Reading.value)).where(col(Reading.report_id) == report_id))
    return {row[0]: row[1] for row in rows}


def read(typed: Mapping[str, str], indicators: Iterable[Indicator]) -> tuple[dict[int, Decimal], Errors]:
    """What was typed, by indicator, and what is wrong, by field. An empty field says nothing new."""
    found: dict[int, Decimal] = {}
    errors: Errors = {}
    for indicator in indicators:
        said = typed.get(name_of(indicator), "").strip()
        if not said:
            continue
        value, fault = number(said, indicator.unit)
        if value is None:
            errors[name_of(indicator)] = fault
        else:
            found[indicator.id] = value
    return found, errors


def number(said: str, unit: str) -> tuple[Decimal | None, str]:
    """Exactly, as a clerk writes it: full-width digits, a comma between thousands and the unit are understood."""
    plain = unicodedata.normalize("NFKC", said).replace(" ", "")
    plain = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", plain.removesuffix(unicodedata.normalize("NFKC", unit)))
    match = NUMBER.fullmatch(plain)
    if match is None:
        return None, f"请只填数字，如12或12.5（单位{unit}不用写）" if unit else "请只填数字，如12或12.5"
    if len(match.group(1) or "") > PLACES:
        return None, f"小数最多{PLACES}位"
    return Decimal(plain), ""


def measures(
    indicators: Iterable[Indicator],
    before: Mapping[int, Known],
    stored: Readings,
    typed: Mapping[str, str] | None = None,
) -> tuple[Measure, ...]:
    return tuple(
        Measure(
            name=name_of(i),
            label=i.words,
            unit=i.unit,
            goal=goal(i),
            below=last_words(before.get(i.id), i.unit),
            value=(typed or {}).get(name_of(i), figure(stored.get(i.id))),
        )
        for i in indicators
    )


def last_words(last: Known | None, unit: str) -> str:
    return f"上次{figure(last.value)}{unit}，截至{day(last.as_of)}" if last else "还没有填报过"


def labels(indicators: Iterable[Indicator]) -> dict[str, str]:
    return {name_of(i): i.words for i in indicators}


def hints(
    indicators: Sequence[Indicator], before: Mapping[int, Known], values: Readings, summary: str
) -> tuple[str, ...]:
    """What a careful reader would notice: a value that falls, a figure in the words that is not in the field."""
    found = []
    for i in indicators:
        value, last = values.get(i.id), before.get(i.id)
        if value is None:
            continue
        if last is not None and value < last.value:
            found.append(f"“{i.words}”比上次低：上次{figure(last.value)}{i.unit}，本次{figure(value)}{i.unit}。")
        # Two indicators in the same unit: the words do not say which is meant.
        if sum(other.unit == i.unit for other in indicators) > 1 or not i.unit:
            continue
        said = [Decimal(n) for n in re.findall(rf"(\d{{1,14}}(?:\.\d+)?)\s*{re.escape(i.unit)}", summary)]
        if said and value not in said:
            words = "、".join(f"{figure(n)}{i.unit}" for n in said)
            found.append(f"文字写“{words}”，“{i.words}”填的是{figure(value)}{i.unit}。")
    return tuple(found)
