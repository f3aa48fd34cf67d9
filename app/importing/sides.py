"""Both sides of a conflict, field by field. Pure."""

from collections.abc import Mapping, Sequence

from app.importing.pages import Options, Side, Values
from app.importing.words import LABELS

DAYS = ("due_on", "issued_on")


def sides_of(
    stored: Values, typed: Values, choices: Mapping[str, Options], seen: Values | None = None
) -> tuple[Side, ...]:
    """Only fields of the form. `seen`: what was stored when I began; where I changed nothing, theirs is offered."""
    return tuple(
        side(name, stored[name], typed.get(name, ""), tuple(choices.get(name, ())), (seen or {}).get(name))
        for name in LABELS
        if name in stored
    )


def side(name: str, theirs: str, typed: str, options: Options, seen: str | None) -> Side:
    """A line break sent by a browser is still the same text. Of a choice, its words."""
    words, mine = dict(options), plain(typed)
    same = mine == plain(theirs)
    taken = not same and seen is not None and mine == plain(seen)
    if taken:
        mine = plain(theirs)
    return Side(
        name=name,
        label=LABELS[name],
        theirs=words.get(theirs, theirs),
        mine=mine,
        mine_said=words.get(mine, mine),
        same=same,
        taken=taken,
        options=options,
        is_day=name in DAYS,
    )


def plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def indicators_said(rows: Sequence[Mapping[str, str]]) -> str:
    """All figures of a task in one line, to be compared by eye."""
    return "；".join(f"{row['words']}：{row['value']}{_upper(row['value_max'])}{row['unit']}" for row in rows)


def _upper(value: str) -> str:
    return f"至{value}" if value else ""
