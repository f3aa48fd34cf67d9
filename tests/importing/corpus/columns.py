"""Tables written once: a letter for each column says what a clerk must find in it.

N number · T text · L S R units that lead, support, answer · P persons · H h parents of the task, outer and inner ·
M the name of an item beside its text · - nothing. A line that begins with ! is printed and is no task; one that begins
with =1 or =2 is a section: its heading, then :: and the row as printed. ^ takes the cell above. Words in 〖〗 are printed
and are not the text. Behind ## stand the notes of marked.py, and L= S= R= P= for the names when the cell does not say
them plainly, H= for another heading, T= for the text.
"""

import re
from collections.abc import Sequence
from datetime import date

from tests.importing.corpus.make.grid import Cell
from tests.importing.corpus.marked import ROLES, _goal, names_of
from tests.importing.corpus.sample import Record, task

NOBODY = {"无", "—", "-", "/", "－", "——"}


class Ledger:
    """rows: what is printed; tasks: what must be found."""

    def __init__(self, head: str, codes: str, source: str, heading: str | None = None) -> None:
        self.codes = codes
        self.rows: list[Sequence[Cell]] = [_cells(line) for line in head.strip().splitlines()]
        self.tasks: list[Record] = []
        self.path: dict[str, str] = {"0": heading} if heading else {}
        self.above: dict[int, str] = {}
        for line in source.strip().splitlines():
            self._line(line.strip())

    def _line(self, line: str) -> None:
        printed, _, notes = line.partition(" ## ")
        if printed.startswith("!"):
            self.rows.append(_cells(printed[1:]))
        elif printed.startswith("="):
            level, rest = printed[1], printed[2:]
            words, _, row = rest.partition("::")
            self.path = {key: value for key, value in self.path.items() if key < level}
            self.path[level] = words.strip()
            self.rows.append(_cells(row))
        elif printed:
            cells = _cells(printed)
            self.rows.append([cell.replace("〖", "").replace("〗", "") for cell in cells])
            self._task(cells)
            for note in notes.split():
                _note(self.tasks[-1], note)

    def _task(self, cells: list[str]) -> None:
        found: dict[str, list[str]] = {}
        for place, (code, cell) in enumerate(zip(self.codes, cells, strict=True)):
            value = self.above.get(place, "") if cell == "^" else cell
            self.above[place] = value
            found.setdefault(code, []).append("" if value == "<" else value)
        first = {code: values[0] for code, values in found.items()}
        now = task(first.get("N", "").strip("（）()．.、") or None, _text(first["T"]))
        path = [self.path[key] for key in sorted(self.path)] + [first[code] for code in "Hh" if first.get(code)]
        now["heading"] = " / ".join(path).replace("\n", "") or None
        if first.get("M"):
            _named(now, first["M"].replace("\n", ""))
        for code in "LSR":
            for value in found.get(code, []):
                _units(now, code, value)
        for value in found.get("P", []):
            now["leaders"] += [name for name in _people(value) if name not in NOBODY]
        self.tasks.append(now)

    def typed(self, *columns: int) -> list[Sequence[Cell]]:
        """As a spreadsheet keeps it: numbers in these columns, @2024-06-30 anywhere a date."""
        return [[_typed(cell, place in columns) for place, cell in enumerate(row)] for row in self.rows]


def _cells(line: str) -> list[str]:
    return [cell.strip().replace("\\n", "\n") for cell in line.split("|")]


def _people(cell: str) -> list[str]:
    """A blank inside a name of one-letter pieces is no end of it."""
    pieces = [piece.split() for piece in re.split(r"[、，\n]", cell)]
    return [name for piece in pieces for name in (["".join(piece)] if any(len(x) == 1 for x in piece) else piece)]


def _text(cell: str) -> str:
    while "〖" in cell:
        before, _, rest = cell.partition("〖")
        cell = before + rest.partition("〗")[2]
    return cell.replace("\n", "")


def _typed(cell: Cell, number: bool) -> Cell:
    if isinstance(cell, str) and cell.startswith("@"):
        return date.fromisoformat(cell[1:])
    if number and isinstance(cell, str) and cell.replace(".", "", 1).isdigit():
        return float(cell)
    return cell


def _named(now: Record, name: str) -> None:
    above = now["heading"]
    now["heading"] = f"{above} / {name}" if above else name
    now["heading_also"] = [above, name, None]
    now["text_also"] = [name + now["text"], f"{name}：{now['text']}"]


def _units(now: Record, code: str, cell: str) -> None:
    known = {unit["name"]: unit for unit in now["departments"]}
    for name in names_of(cell.replace("\n", "、")):
        if name in NOBODY:
            continue
        if name not in known:
            known[name] = {"name": name, "role": ROLES[code]}
        elif code == "L":
            known[name]["role"] = "lead"
    now["departments"] = list(known.values())


def _note(now: Record, note: str) -> None:
    if note == "?":
        now["optional"] = True
        return
    kind, mark, value = note[0], note[1], note[2:]
    if mark == "=":
        _replace(now, kind, value)
    elif kind in "LSR":
        _units(now, kind, value)
    elif kind in "DY":
        first, *rest = [None if part == "null" else part for part in value.split(",")]
        key = {"D": "deadline", "Y": "recurrence"}[kind]
        now[key] = first
        if rest:
            now[f"{key}_also"] = rest
    elif kind == "X":
        now["text_also"] = [*now.get("text_also", []), value]
    elif kind == "K":
        now["heading_also"] = [*now.get("heading_also", []), None if value == "null" else value]
    else:
        now["targets"] += [_goal(part, optional=kind == "O") for part in value.split(",")]


def _replace(now: Record, kind: str, value: str) -> None:
    if kind in "LSR":
        now["departments"] = [unit for unit in now["departments"] if unit["role"] != ROLES[kind]]
        _units(now, kind, value)
    elif kind == "P":
        now["leaders"] = [name for name in value.split(",") if name]
    else:
        key = {"H": "heading", "T": "text", "N": "number"}[kind]
        now[key] = None if value == "null" else value
