"""A grid of tasks and units: a mark or a word where they meet says what the unit does for the task."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from app.importing.blocks import Cell, Row, Table
from app.importing.recognise.legend import ROLE, Legend
from app.importing.recognise.names import is_unit
from app.importing.recognise.printed_roles import LEAD, RESPONSIBLE, SUPPORT, kind_of
from app.tasks.kinds import PrintedRole

MARKS: Final = "√✓✔☑●○◎★☆▲△■□◆◇⊙※"
FILLED: Final = "●★▲■◆◎⊙"
HOLLOW: Final = "○☆△□◇"
WORDS: Final = {"主": LEAD, "牵": LEAD, "配": SUPPORT, "协": SUPPORT, "责": RESPONSIBLE, "辅": SUPPORT}
SIGN: Final = re.compile(rf"(?:{ROLE})(?:负责|落实)?")
LABELS: Final = ((LEAD, "牵头单位"), (RESPONSIBLE, "责任单位"), (SUPPORT, "配合单位"))
FEWEST: Final = 2
WIDEST: Final = (
    120  # no paper holds more units side by side; a ledger of thousands of rows, turned round, has more columns
)
MOST: Final = 0.9
LONGEST: Final = 12  # of the words of a sign, with the blanks between them


def listed(table: Table, legend: Legend) -> Table | None:
    """The table with its units listed by role in columns of their own; None when it is no such grid."""
    if max(len(row.cells) for row in table.rows) > WIDEST:
        return None
    for place, header in enumerate(table.rows[:4]):
        columns = _columns(header, table.rows[place + 1 :])
        if len(columns) >= FEWEST:
            roles = _roles(_signs(table.rows[place + 1 :], columns), legend)
            rows = (_row(row, row is header, at < place, header, columns, roles) for at, row in enumerate(table.rows))
            return replace(table, rows=tuple(rows))
    return None


def _columns(header: Row, below: Sequence[Row]) -> list[int]:
    """Titles that are units, above cells that hold nothing but signs."""
    units = [place for place, cell in enumerate(header.cells) if is_unit(re.sub(r"\s", "", cell.text))]
    below = [row for row in below if len(row.cells) == len(header.cells)]
    grid = [place for place in units if _are_signs(Counter(row.cells[place].text for row in below))]
    answered = sum(bool(_signs([row], grid)) for row in below)
    return grid if answered and answered * 2 >= len(below) else []


def _signs(rows: Sequence[Row], columns: Sequence[int]) -> set[str]:
    return {
        sign for row in rows for place in columns if place < len(row.cells) and (sign := _sign(row.cells[place].text))
    }


def _are_signs(told: Mapping[str, int]) -> bool:
    """Of all that is filled in, but for the row of sums; a long column says the same few words, each asked once."""
    filled = {words: times for words, times in told.items() if words and not words.strip().isdecimal()}
    return sum(times for words, times in filled.items() if _sign(words)) >= MOST * sum(filled.values())


def _sign(words: str) -> str | None:
    if len(words) > LONGEST:
        return None
    text = re.sub(r"[\s（()）]", "", words)
    is_mark = text in WORDS or (len(text) == 1 and text in MARKS)
    return text if is_mark or SIGN.fullmatch(text) else None


def _roles(signs: set[str], legend: Legend) -> Legend:
    """By the legend, by the words; a filled mark beside a hollow one leads, and one mark alone only answers."""
    found: dict[str, PrintedRole] = {}
    are_two = any(sign in FILLED for sign in signs) and any(sign in HOLLOW for sign in signs)
    for sign in signs:
        said = WORDS.get(sign) or kind_of(f"{sign}单位")
        if sign in legend:
            found[sign] = legend[sign]
        elif sign not in MARKS and isinstance(said, PrintedRole):
            found[sign] = said
        else:
            found[sign] = RESPONSIBLE if not are_two else LEAD if sign in FILLED else SUPPORT
    return found


def _row(row: Row, is_header: bool, is_above: bool, header: Row, columns: Sequence[int], roles: Legend) -> Row:
    if len(row.cells) != len(header.cells):
        return row
    kept = [cell for place, cell in enumerate(row.cells) if place not in columns]
    added: list[Cell] = []
    place = row.cells[columns[0]]
    for role, label in LABELS:
        if role not in roles.values():
            continue
        names = [
            re.sub(r"\s", "", header.cells[column].text)
            for column in columns
            if (sign := _sign(row.cells[column].text)) and roles.get(sign) is role
        ]
        text = "" if is_above else label if is_header else "、".join(names)
        added.append(Cell(text, place.start, place.end))
    return replace(row, cells=(*kept, *added))
