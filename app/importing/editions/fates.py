"""What may be said of a clause without a match: what becomes of a task that is gone, and whose a new clause is."""

import itertools
from collections.abc import Sequence
from typing import Final

from app.core.forms import Errors
from app.importing.editions.choices import END, IN_HAND, INTO, KEEP, SAME, WITHDRAW, Choices, key_of
from app.importing.editions.compare import Matched
from app.importing.editions.comparison import Comparison, number_of
from app.importing.editions.effects import reports_of
from app.importing.editions.pages import Fates

NEIGHBOURS: Final = 40  # a task that takes another in is rarely far from it
WORDS: Final = 14
WHY: Final = "新版中没有此项"
ALONG: Final = "，时限、周期和部门一并带入"
NOTHING: Final = Choices(frozenset())
Options = tuple[tuple[str, str], ...]


def fates(found: Comparison, row: Matched, chosen: Choices, errors: Errors) -> Fates | None:
    """None where nothing may be said."""
    key, error = key_of(row), errors.get(key_of(row), "")
    if row.old is None and row.new is not None:
        put = chosen.put.get(row.new.id)
        groups = (("与现行任务是同一项", same_options(found)), (f"并入现行任务{ALONG}", into_options(found, row)))
        kept = tuple((word, options) for word, options in groups if options)
        return Fates(key, "新增一项", (), kept, f"{INTO}{put}" if put else "", None, error)
    if row.new is not None or row.old is None or found.tasks[row.old.id].status not in IN_HAND:
        return None
    fate, why = chosen.gone.get(row.old.id, ("", ""))
    into = ((f"并入{ALONG}", into_options(found, row)),)
    return Fates(key, "请选去向", ways_out(found, row.old.id), into, fate, why or WHY, error)


def ways_out(found: Comparison, task_id: int) -> Options:
    """撤销 is for what was entered wrongly, before any report."""
    withdraw = () if reports_of(found, found.tasks[task_id]) else ((WITHDRAW, "撤销，写明原因"),)
    return ((END, "终止，写明原因"), *withdraw, (KEEP, "保留不动"))


def same_options(found: Comparison) -> Options:
    """Tasks without a match; there are few."""
    return tuple((f"{SAME}{r.old.id}", option(found, r)) for r in found.gone if r.old)


def into_options(found: Comparison, row: Matched) -> Options:
    """Tasks that stay: first the one that seems to hold it already, then those that stand around it."""
    stay = [r for r in found.rows if r.old and r.new and found.tasks[r.old.id].status in IN_HAND]
    at = place_of(found, row, stay)
    around = stay[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]
    if row.near is not None:
        around.sort(key=lambda r: r.old is not row.near)
    return tuple((f"{INTO}{r.old.id}", option(found, r)) for r in around if r.old)


def place_of(found: Comparison, row: Matched, stay: Sequence[Matched]) -> int:
    if row.new is not None:
        before = {id(r) for r in itertools.takewhile(lambda r: r is not row, found.rows)}
        return sum(id(r) in before for r in stay)
    position = found.tasks[row.old.id].position if row.old else 0
    return sum(found.tasks[r.old.id].position < position for r in stay if r.old)


def option(found: Comparison, row: Matched) -> str:
    """As it will be numbered; its own words, shortened."""
    clause = row.new or row.old
    text = clause.text if clause else ""
    return f"第{number_of(found, row)}项　{text[:WORDS]}{'…' if len(text) > WORDS else ''}"


def allowed_gone(found: Comparison) -> dict[int, frozenset[str]]:
    """Task that is gone → what may become of it."""
    return {
        r.old.id: values(one) for r in found.rows if r.old and r.new is None and (one := fates(found, r, NOTHING, {}))
    }


def allowed_new(found: Comparison) -> dict[int, frozenset[str]]:
    """New clause → the tasks that it may be, or be put into."""
    return {
        r.new.id: values(one) for r in found.rows if r.new and r.old is None and (one := fates(found, r, NOTHING, {}))
    }


def values(one: Fates) -> frozenset[str]:
    return frozenset(value for options in (one.ways, *(options for _, options in one.groups)) for value, _ in options)


def labels(found: Comparison, errors: Errors) -> dict[str, str]:
    rows = [r for r in found.rows if key_of(r) in errors]
    return {key_of(r): f"{'新版' if r.new else ''}第{number_of(found, r)}项去向" for r in rows}
