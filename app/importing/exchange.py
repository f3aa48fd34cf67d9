"""The form in which a recognised document leaves the house: the one the expected records are written in."""

import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from app.core.errors import Invalid
from app.importing.readings.reading import Reading
from app.importing.recognise.drafts import Draft, Head, Indicator


def as_json(head: Head, tasks: Sequence[Draft]) -> dict[str, object]:
    return {
        "title": head.title,
        "doc_number": head.doc_number,
        "issuer": head.issuer,
        "issued_on": head.issued_on.isoformat() if head.issued_on else None,
        "tasks": [_task(draft) for draft in tasks],
    }


def readings_as_json(readings: Sequence[Reading]) -> list[dict[str, object]]:
    return [
        {
            "quotation": reading.quotation,
            "subject": reading.subject,
            "value": _number(reading.value),
            "unit": reading.unit,
            "as_of": reading.as_of.isoformat() if reading.as_of else None,
            "kind": reading.kind.value,
        }
        for reading in readings
    ]


def _task(draft: Draft) -> dict[str, object]:
    due_on = draft.deadline.due_on if draft.deadline else None
    return {
        "number": draft.number,
        "heading": draft.heading,
        "text": draft.text,
        "departments": [{"name": named.name, "role": named.printed_role.value} for named in draft.departments],
        "leaders": list(draft.leaders),
        "deadline": due_on.isoformat() if due_on else None,
        "recurrence": draft.recurrence[0].value.value if draft.recurrence else None,
        "targets": [_target(indicator) for indicator in draft.indicators],
    }


def _target(indicator: Indicator) -> dict[str, object]:
    target: dict[str, object] = {
        "text": indicator.words,
        "value": _number(indicator.value),
        "unit": indicator.unit,
    }
    if indicator.value_max is not None:
        target["value_max"] = _number(indicator.value_max)
    return target


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def content_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise Invalid(f"打不开文件{path.name}（{fault.strerror}）。没有保存任何内容。请检查路径。") from fault


def write_json(out: Path, plain: object) -> None:
    try:
        out.write_text(json.dumps(plain, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    except OSError as fault:
        raise Invalid(f"写不了文件{out.name}（{fault.strerror}）。没有保存任何内容。请检查路径。") from fault
