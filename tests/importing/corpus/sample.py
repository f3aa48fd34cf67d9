"""What a document of the corpus is, and the few words that keep its expected record readable."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Record = dict[str, Any]


@dataclass(frozen=True)
class Sample:
    """A document invented after the catalogue of patterns, with the record the conventions ask for."""

    name: str
    file: str
    cites: Mapping[int, str]  # line of the catalogue -> words that stand in it
    build: Callable[[], bytes]
    expected: Record


def record(
    title: str,
    *tasks: Record,
    doc_number: str | None = None,
    issuer: str | None = None,
    issued_on: str | None = None,
    **more: Any,
) -> Record:
    head = {"title": title, "doc_number": doc_number, "issuer": issuer, "issued_on": issued_on}
    return {**head, **more, "tasks": list(tasks)}


def task(
    number: str | None,
    text: str,
    departments: list[Record] | None = None,
    *,
    heading: str | None = None,
    leaders: str = "",
    deadline: str | None = None,
    recurrence: str | None = None,
    targets: list[Record] | None = None,
    **more: Any,
) -> Record:
    """Leaders are given with a blank between the names."""
    return {
        "number": number,
        "heading": heading,
        "text": text,
        "departments": departments or [],
        "leaders": leaders.split(),
        "deadline": deadline,
        "recurrence": recurrence,
        "targets": targets or [],
        **more,
    }


def _named(role: str, names: str) -> list[Record]:
    return [{"name": name, "role": role} for name in names.split()]


def lead(names: str) -> list[Record]:
    """Names with a blank between them: lead("市委办 市政府办") + support("市财政局")."""
    return _named("lead", names)


def support(names: str) -> list[Record]:
    return _named("support", names)


def responsible(names: str) -> list[Record]:
    return _named("responsible", names)


def target(value: float, unit: str, text: str = "", **more: Any) -> Record:
    """more: optional=True, value_max=…"""
    return {"text": text or f"{value:g}{unit}", "value": value, "unit": unit, **more}
