"""Under each task a row across the table says who and when: 牵头单位：… 配合单位：… 完成时间：…"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from app.importing.blocks import Cell, Row, Table
from app.importing.recognise.column_words import kind_of_column
from app.importing.recognise.printed_roles import Person
from app.tasks.kinds import PrintedRole

LABEL: Final = r"[\u4e00-\u9fff]{2,8}\s*[：:]"
PAIR: Final = re.compile(rf"(?:^|(?<=[\s；;，,。]))({LABEL})\s*(.*?)(?=[\s；;，,。]+{LABEL}|$)", re.DOTALL)
FEWEST: Final = 2


def beside(table: Table) -> Table:
    """The same table with what such rows say in columns of their own, beside the task above."""
    said = [_said(row) for row in table.rows]
    follows = all(place and not said[place - 1] for place, pairs in enumerate(said) if pairs)
    if sum(map(bool, said)) < FEWEST or not follows:
        return table
    labels = list(dict.fromkeys(label for pairs in said for label in pairs))
    rows: list[Row] = []
    for place, (row, pairs) in enumerate(zip(table.rows, said, strict=True)):
        if pairs:
            rows[-1] = replace(rows[-1], cells=(*table.rows[place - 1].cells, *_cells(row, pairs, labels)), end=row.end)
        else:
            names = {label: Cell(label, row.end, row.end) for label in labels} if not place else {}
            rows.append(replace(row, cells=(*row.cells, *_cells(row, names, labels))))
    return replace(table, rows=tuple(rows))


def _cells(row: Row, pairs: Mapping[str, Cell], labels: Sequence[str]) -> list[Cell]:
    return [pairs.get(label) or Cell("", row.end, row.end) for label in labels]


def _said(row: Row) -> dict[str, Cell]:
    """Labels and values out of a row that has but one cell; more than one of them, and one of them of units."""
    filled = [cell for cell in dict.fromkeys(row.cells) if cell.text]
    if len(filled) != 1 or len(row.cells) < FEWEST:
        return {}
    cell = filled[0]
    found = {
        re.sub(r"[\s：:]", "", match[1]): Cell(match[2].strip(), cell.start + match.start(2), cell.start + match.end(2))
        for match in PAIR.finditer(cell.text)
    }
    kinds = [kind_of_column(label) for label in found]
    is_clause = len(found) >= FEWEST and cell.text.lstrip().startswith(next(iter(found)))
    known = all(isinstance(kind, PrintedRole | Person) for kind in kinds)
    return found if is_clause and known and any(isinstance(kind, PrintedRole) for kind in kinds) else {}
