"""What a bulletin must give: every figure that says what was reached or what is planned, with its day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Reading = Mapping[str, Any]


@dataclass(frozen=True)
class Bulletin:
    """as_of_also: other days that a careful clerk might give; optional: nobody must find the figure, nobody is wrong with it."""

    name: str
    text: str
    expected: list[Reading]


def reached(
    quotation: str,
    subject: str,
    value: float,
    unit: str,
    as_of: str | None,
    *,
    also: Iterable[str | None] = (),
    optional: bool = False,
) -> Reading:
    return _reading("reading", quotation, subject, value, unit, as_of, also, optional)


def planned(
    quotation: str,
    subject: str,
    value: float,
    unit: str,
    as_of: str | None,
    *,
    also: Iterable[str | None] = (),
    optional: bool = False,
) -> Reading:
    return _reading("plan", quotation, subject, value, unit, as_of, also, optional)


def _reading(
    kind: str,
    quotation: str,
    subject: str,
    value: float,
    unit: str,
    as_of: str | None,
    also: Iterable[str | None],
    optional: bool,
) -> Reading:
    more = ({"as_of_also": list(also)} if also else {}) | ({"optional": True} if optional else {})
    return {
        "quotation": quotation, "subject": subject, "value": value, "unit": unit, "as_of": as_of, "kind": kind, **more,
    }  # fmt: skip
