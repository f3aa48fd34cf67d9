"""Cells that hold several tasks each: their own numbers run on from row to row, or name each one's unit and day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from app.importing.blocks import Cell, Row
from app.importing.recognise.clauses import clauses
from app.importing.recognise.columns import Columns
from app.importing.recognise.lines import ARABIC, as_number, label_at
from app.tasks.kinds import PrintedRole

BEFORE_LABEL: Final = re.compile(r"[\n。；; ]")
ITEM: Final = re.compile(r"(?:^|(?<=[\n；;。 ]))\s*[（(]?(?=\d{1,2}[）)]|[①-⑳])([\d①-⑳]{1,2})[）)]?\s*")
FEWEST: Final = 2


def runs_on(rows: Sequence[Row], columns: Columns) -> bool:
    """Whether the tasks are numbered inside their cells: more than one in a cell, or past numbered parents."""
    if columns.of("number"):
        return _passes_parents(rows, columns)
    values = [[value for _, value in _labels(cell.text)] for cell in _texts(rows, columns)]
    series = [value for found in values for value in found]
    filled = sum(map(bool, values))
    return filled > 1 and len(series) > filled and series == list(range(series[0], series[0] + len(series)))


def _passes_parents(rows: Sequence[Row], columns: Columns) -> bool:
    """The numbers of the column stand over several tasks each, whose own go on from one parent to the next."""
    column, place = columns.of("number")[0], columns.of("text")[0]
    pairs = [(row.cells[column], row.cells[place]) for row in rows if max(column, place) < len(row.cells)]
    labels = [(parent, label) for parent, cell in pairs if (label := label_at(cell.text)) and label.level == ARABIC]
    parents = dict.fromkeys(parent for parent, _ in labels)
    values = [label.value for _, label in labels]
    is_rising = all(low < high for low, high in pairwise(values))
    return is_rising and 1 < len(parents) < len(labels) and len(labels) * 5 >= len(pairs) * 4


def counts_anew(rows: Sequence[Row], columns: Columns) -> bool:
    """Whether the rows of one number, a problem's measures, are counted 1. 2. themselves, anew for each number."""
    if not columns.of("number"):
        return False
    column, place = columns.of("number")[0], columns.of("text")[0]
    counted: dict[Cell, list[int]] = {}
    for row in rows:
        if max(column, place) < len(row.cells) and row.cells[column] != row.cells[place]:
            label = label_at(row.cells[place].text)
            counted.setdefault(row.cells[column], []).append(label.value if label and label.level == ARABIC else 0)
    several = [values for values in counted.values() if len(values) > 1 and any(values)]
    return bool(several) and all(values == list(range(1, len(values) + 1)) for values in several)


def bracketed(row: Row, columns: Columns) -> Row:
    """The same row with its task's own 1. as （1）, which is a part of its number."""
    place = columns.of("text")[0]
    cell = row.cells[place]
    label = label_at(cell.text)
    if label is None or label.level != ARABIC or len(_labels(cell.text)) > 1:
        return row
    own = replace(cell, text=f"（{label.number}）{cell.text[label.end :]}")
    return replace(row, cells=tuple(own if at == place else other for at, other in enumerate(row.cells)))


def parted(row: Row, columns: Columns) -> Iterator[Row]:
    """A row for each numbered task; what the row's other cells say holds for all of them."""
    column = columns.of("text")[0]
    cell = row.cells[column]
    starts = [place for place, _ in _labels(cell.text)]
    if not starts:
        yield row
        return
    for start, end in zip(starts, [*starts[1:], len(cell.text)], strict=True):
        label = label_at(cell.text, start) if columns.of("number") else None
        begin = label.end if label else start
        own = {column: Cell(cell.text[begin:end].strip(), cell.start + begin, cell.start + end)}
        if label:
            own[columns.of("number")[0]] = Cell(label.number or "", cell.start + start, cell.start + begin)
        yield replace(row, cells=tuple(own.get(place, other) for place, other in enumerate(row.cells)))


def answered(row: Row, columns: Columns) -> list[Row]:
    """A row for each （1）（2） of the task's cell, where the cell of units counts the same way; else the row."""
    column = columns.of("text")[0]
    many = len(_items(row.cells[column].text))
    if many < FEWEST:
        return [row]
    parts = {place: _items(cell.text) for place, cell in enumerate(row.cells)}
    same = [place for place, items in parts.items() if len(items) == many]
    if not any(isinstance(columns.kinds[place], PrintedRole) for place in same):
        return [row]
    return [
        replace(row, cells=tuple(_part(row, place, parts, at, same, column) for place in parts)) for at in range(many)
    ]


def told(row: Row, columns: Columns) -> list[Row]:
    """A row for each 1. 2. of the task's cell with a clause of its own, where no other cell says who answers."""
    column = columns.of("text")[0]
    cell = row.cells[column]
    starts = [place for place, _ in _labels(cell.text)]
    units = [row.cells[place].text for role in PrintedRole for place in columns.of(role) if place < len(row.cells)]
    if len(starts) < FEWEST or starts[0] or any(units):
        return [row]
    parts = [(start, end) for start, end in pairwise([*starts, len(cell.text)])]
    if not all(clauses(cell.text[start:end]) for start, end in parts):
        return [row]
    own = [Cell(cell.text[start:end].strip(), cell.start + start, cell.start + end) for start, end in parts]
    return [replace(row, cells=(*row.cells[:column], part, *row.cells[column + 1 :])) for part in own]


def _part(
    row: Row, place: int, parts: dict[int, list[tuple[int, int, int]]], at: int, same: Sequence[int], text: int
) -> Cell:
    """The task keeps its label, which is its number; the others answer under it."""
    cell = row.cells[place]
    if place not in same:
        return cell
    label, start, end = parts[place][at]
    begin = label if place == text else start
    return Cell(cell.text[begin:end].strip(), cell.start + begin, cell.start + end)


def _items(text: str) -> list[tuple[int, int, int]]:
    """Where each item's label, its words and its end are; none where they do not begin with 1 and run on."""
    found = [match for match in ITEM.finditer(text) if as_number(match[1])]
    counted = [as_number(match[1]) for match in found] == list(range(1, len(found) + 1))
    if not found or not counted or text[: found[0].start()].strip():
        return []
    ends = [match.start() for match in found[1:]] + [len(text)]
    return [(match.start(), match.end(), end) for match, end in zip(found, ends, strict=True)]


def _texts(rows: Sequence[Row], columns: Columns) -> list[Cell]:
    """Each cell of the task's column once, also where it is merged over rows."""
    place = columns.of("text")[0]
    return list(dict.fromkeys(row.cells[place] for row in rows if place < len(row.cells)))


def _labels(text: str) -> list[tuple[int, int]]:
    """Where a number begins a line or follows a sentence, and which one it is."""
    found: list[tuple[int, int]] = []
    for place in (0, *(mark.end() for mark in BEFORE_LABEL.finditer(text))):
        label = label_at(text, place)
        if label and label.level == ARABIC and (not found or label.value == found[-1][1] + 1):
            found.append((place, label.value))
    return found
