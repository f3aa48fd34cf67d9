"""Columns under a header whose cells span several of them, and rows whose merged cells are missing."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from typing import Final

from app.importing.recognise.column_words import Kind, kinds_of_columns
from app.importing.recognise.flattened.pieces import NUMBER, Piece, is_label, kinds_of, misfit, missing
from app.importing.recognise.printed_roles import Person
from app.tasks.kinds import PrintedRole

WORDS: Final[dict[Kind | None, str]] = {"number": "序号", "group": "类别"}
LOOKED_AT: Final = 30
REPEATED: Final = 4
UNREAD: Final = 20


def columns_under(
    labels: Sequence[str], width: int, below: Sequence[Sequence[Piece]]
) -> tuple[int, list[str], list[Kind | None]] | None:
    """How many rows the header takes, and the label and kind of every column; None when it is no ledger's header."""
    full = [row for row in below if len(row) == width and row[-1].text][:LOOKED_AT]
    most = max((sum(bool(piece.text) for piece in row) for row in below), default=0)
    full = full or [row for row in below if sum(bool(piece.text) for piece in row) == most][:LOOKED_AT]
    found: list[tuple[float, int, list[str], list[Kind | None]]] = []
    for depth, names in [*_one_row(labels, width), *_two_rows(labels, width, below)]:
        plain = [name for name in names if name]
        if _known(plain) is None:
            continue
        for chosen, kinds in _kinds(names):
            price = sum(_fit(row, kinds) for row in full) + REPEATED * sum(map(_is_repeated, kinds, kinds[1:]))
            price += UNREAD if depth == 1 and below and _are_labels(below[0]) else 0
            found.append((price, depth, chosen, kinds))
    return min(found, key=lambda one: one[:2])[1:] if found else None


def _is_repeated(kind: Kind | None, following: Kind | None) -> bool:
    return kind == following and isinstance(kind, PrintedRole | Person)


def _are_labels(row: Sequence[Piece]) -> bool:
    """A second row of the header: nothing but labels, and not one for every column."""
    told = [re.sub(r"\s", "", piece.text) for piece in row if piece.text]
    return 1 < len(told) < len(row) and all(map(is_label, told))


def _fit(cells: Iterable[Piece], kinds: Iterable[Kind | None]) -> float:
    return sum(misfit(cell.text, kind) for cell, kind in zip(cells, kinds, strict=False) if cell.text)


def _known(labels: Sequence[str]) -> list[Kind | None] | None:
    """The kinds of a ledger's header; where numbers, tasks and units are named, a few labels may say something else."""
    if (plain := kinds_of(labels) or kinds_of(labels, guess=True)) is not None:
        return plain
    kinds = kinds_of_columns(labels)
    if not {"number", "text"} <= set(kinds) or not any(isinstance(kind, PrintedRole) for kind in kinds):
        return None
    texts = [column for column, kind in enumerate(kinds) if kind == "text"]
    kinds = ["group" if column in texts[:-1] else kind for column, kind in enumerate(kinds)]
    return kinds if kinds.count(None) * 2 <= len(kinds) else None


def _one_row(labels: Sequence[str], width: int) -> Iterator[tuple[int, list[str]]]:
    """Every way of giving the labels more than one column; "" is a further column under the label before it."""
    for cuts in combinations(range(1, width), len(labels) - 1):
        names = [""] * width
        for place, label in zip((0, *cuts), labels, strict=True):
            names[place] = label
        yield 1, names


def _two_rows(labels: Sequence[str], width: int, below: Sequence[Sequence[Piece]]) -> Iterator[tuple[int, list[str]]]:
    """Some labels stand over labels of their own in the row below."""
    under = [re.sub(r"\s", "", piece.text) for piece in below[0]] if below else []
    while under and not under[-1]:
        under.pop()
    singles = width - len(under)
    if not under or not all(0 < len(word) <= 12 for word in under) or not 0 <= singles < len(labels) < width:
        return
    for alone in combinations(range(len(labels)), singles):
        over = len(labels) - singles
        for cuts in combinations(range(1, len(under)), over - 1):
            parts = [under[begin:end] for begin, end in zip((0, *cuts), (*cuts, len(under)), strict=True)]
            rest = iter(parts)
            yield (
                2,
                [name for place, label in enumerate(labels) for name in ([label] if place in alone else next(rest))],
            )


def _kinds(names: Sequence[str]) -> Iterator[tuple[list[str], list[Kind | None]]]:
    """What the columns hold; under one label for the tasks, or for days, there may be their groups and numbers too."""
    plain = _known([name for name in names if name]) or []
    given = iter(plain)
    spans: list[list[str]] = []
    for name in names:
        if name:
            spans.append([name])
        else:
            spans[-1].append("")
    choices: list[list[list[tuple[str, Kind | None]]]] = []
    for span in spans:
        kind = next(given)
        if len(span) == 1:
            choices.append([[(span[0], kind)]])
        elif kind in ("text", "group", Person.DEADLINE):
            choices.append(
                [
                    [(span[0] if held == kind else WORDS.get(held, ""), held) for held in order]
                    for order in product(("group", "number", kind), repeat=len(span))
                    if order.count("text") == (kind == "text") and order.count("number") <= 1 and kind in order
                ]
            )
        else:
            choices.append([[(span[0], kind) for _ in span]])
    for chosen in product(*choices):
        columns = [column for part in chosen for column in part]
        yield [label for label, _ in columns], [kind for _, kind in columns]


def aligned(row: Sequence[Piece], kinds: Sequence[Kind | None]) -> dict[int, list[Piece]]:
    """The row's cells by column; as many cells as stand empty at its end may be missing anywhere in it.

    A stray pipe before the row's number opens no cell.
    """
    cells = list(row)
    if kinds[0] == "number" and len(cells) > 1 and not cells[0].text and NUMBER.fullmatch(cells[1].text):
        del cells[0]
    while cells and not cells[-1].text:
        cells.pop()
    told = range(len(kinds))
    if len(cells) >= len(kinds):
        return {column: [piece] for column, piece in zip(told, cells, strict=False) if piece.text}
    return {column: [piece] for column, piece in zip(best_at(cells, kinds), cells, strict=True) if piece.text}


def best_at(cells: Sequence[Piece], kinds: Sequence[Kind | None]) -> Sequence[int]:
    """The columns where fewer cells than there are columns read best."""
    return min(combinations(range(len(kinds)), len(cells)), key=lambda places: read_at(cells, places, kinds))


def read_at(cells: Sequence[Piece], places: Sequence[int], kinds: Sequence[Kind | None]) -> float:
    """What it costs to read the cells in these columns; of two groups the outer one is the likelier to be merged."""
    left = [column for column in range(len(kinds)) if column not in places]
    outer = sum(column for column in left if kinds[column] == "group") / 100
    return (
        missing([kinds[column] for column in left])
        + outer
        + sum(misfit(cell.text, kinds[column]) for cell, column in zip(cells, places, strict=True) if cell.text)
    )
