"""Both sides of a conflict, field by field. Pure."""

from collections.abc import Mapping, Sequence

from app.importing.pages import Side
from app.importing.words import LABELS


def sides_of(stored: Mapping[str, str], typed: Mapping[str, str]) -> tuple[Side, ...]:
    """Only fields of the form; a line break sent by a browser is still the same text."""
    found = []
    for name, word in LABELS.items():
        if name in stored:
            theirs, mine = stored[name], typed.get(name, "").replace("\r\n", "\n")
            found.append(Side(name, word, theirs, mine, same=theirs.strip() == mine.strip()))
    return tuple(found)


def indicators_said(rows: Sequence[Mapping[str, str]]) -> str:
    """All figures of a task in one line, to be compared by eye."""
    return "；".join(f"{row['words']}：{row['value']}{_upper(row['value_max'])}{row['unit']}" for row in rows)


def _upper(value: str) -> str:
    return f"至{value}" if value else ""
