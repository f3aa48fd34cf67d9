"""Both sides of a conflict, field by field. Pure."""

from collections.abc import Mapping, Sequence

from app.importing.pages import Options, Side
from app.importing.words import LABELS

DAYS = ("due_on", "issued_on")


def sides_of(stored: Mapping[str, str], typed: Mapping[str, str], choices: Mapping[str, Options]) -> tuple[Side, ...]:
    """Only fields of the form; a line break sent by a browser is still the same text. Of a choice, its words."""
    found = []
    for name, word in LABELS.items():
        if name in stored:
            words = dict(choices.get(name, ()))
            theirs, mine = stored[name], typed.get(name, "").replace("\r\n", "\n")
            found.append(
                Side(
                    name=name,
                    label=word,
                    theirs=words.get(theirs, theirs),
                    mine=mine,
                    mine_said=words.get(mine, mine),
                    same=theirs.strip() == mine.strip(),
                    options=tuple(choices.get(name, ())),
                    is_day=name in DAYS,
                )
            )
    return tuple(found)


def indicators_said(rows: Sequence[Mapping[str, str]]) -> str:
    """All figures of a task in one line, to be compared by eye."""
    return "；".join(f"{row['words']}：{row['value']}{_upper(row['value_max'])}{row['unit']}" for row in rows)


def _upper(value: str) -> str:
    return f"至{value}" if value else ""
