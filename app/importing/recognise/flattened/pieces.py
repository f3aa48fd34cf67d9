"""Pieces of text given back to the columns they came from, when empty and merged cells left no trace.

A row runs through the columns from left to right. Every piece is put where it reads best, under the costs of leaving
columns out, by the cheapest path through all of them (Viterbi).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from app.importing.blocks import Cell, Row
from app.importing.recognise.column_words import Kind, kind_of_column, kinds_of_columns
from app.importing.recognise.flattened.counted import begin_rows
from app.importing.recognise.lines import ARTICLE, label_at
from app.importing.recognise.names import PHONE, is_unit, people
from app.importing.recognise.printed_roles import Person
from app.importing.recognise.said_when import says_when
from app.tasks.kinds import PrintedRole

MISSING: Final[dict[Kind | None, float]] = {"number": 5, "text": 6, "group": 0.8, "goal": 1, "ignored": 0.4, None: 0.4}
MISSING_OTHER: Final = 1.5
UNREAD: Final = ("ignored", "goal", "unit", None)
NUMBER: Final = re.compile(r"[（(]?(?:\d{1,3}(?:[-.]\d{1,2})?|[一二三四五六七八九十]{1,3})[）)]?[.、．]?")
CODE: Final = re.compile(r"[A-Za-z*]{1,6}[-－]?\d{1,14}(?:[-－]\d{1,4})?")
TIME: Final = re.compile(
    r"(?:19|20)\d\d|\d{1,2}月|[年月]底|季度|半年|长期|持续|常年|常态|年内|全年|每[年月季周天日]|立行立改|即[知查接]即[改办]|适时|随时|[\d一二三四]+[年月日](?!级)"
)
UNKNOWN: Final = re.compile(r"[\u4e00-\u9fff（）()/／]{2,8}")
ITEM: Final = re.compile(r"[（(]?(\d{1,2})[）)]?[、.．)）](?!\d)")
FIGURE: Final = re.compile(r"\d[\d.,-]*\s*[%％]?")
OFTEN: Final = re.compile(r"[次轮遍]\s*[/／]|每|[一\d][年季月周].{0,2}次")
NAMES: Final = re.compile(
    r"单位|部门|机构|地[点址区]|位置|场所|场馆|对象|范围|业主|属地|[处科股]室"
)  # of bodies and places
NARROWEST: Final = 4
APART: Final = 4  # for parting what counts on
AS_PRINTED: Final = 3  # what a whole row may read worse than one with cells left out
FULL_NAME: Final = 6  # bodies sign with theirs, columns name departments
LAST: Final = 20
TOTAL: Final = re.compile("合计|总计|小计|共计")
CHINESE_NAME: Final = re.compile(r"[\u4e00-\u9fff·]{2,4}")
TITLE: Final = re.compile(
    r"(?:表|台账|清单|方案|通知|(?<![及和与])分工|要点)(?:[（(][^（）()]*[）)])?$|[。，；、“]|[：:]\s*\S"
)
PLAINLY: Final = re.compile(r"(?:责任|任务|工作|细化|具体|职责)分工|[周月]?工作要点")
SENTENCE: Final = re.compile(r"[。；：]|.{40,}", re.S)


@dataclass(frozen=True, slots=True)
class Piece:
    """`begins`: a row may begin here; `apart`: something more than a line's end stood before it."""

    text: str
    start: int
    end: int
    begins: bool = True
    apart: bool = True


def rows_of(pieces: Sequence[Piece], kinds: Sequence[Kind | None]) -> list[Row]:
    """The rows of a table; what a merged cell says stands in every row it covered."""
    if "number" in kinds and any(kind in UNREAD for kind in kinds):  # their figures may look like numbers
        firsts = begin_rows([piece.text for piece in pieces], len(kinds))
        pieces = [piece if first else replace(piece, begins=False) for piece, first in zip(pieces, firsts, strict=True)]
    path = _as_printed(pieces, kinds, _path(pieces, kinds))
    rows: list[dict[int, list[Piece]]] = []
    last = len(kinds)
    for piece, column in zip(pieces, path, strict=True):
        if not rows or column < last or (column == last and not _goes_on(rows[-1][column][-1], piece, kinds[column])):
            rows.append({})
        rows[-1].setdefault(column, []).append(piece)
        last = column
    return filled([row for row in rows if row], kinds)


def is_label(text: str) -> bool:
    """Words that may head a column: never a document's title."""
    return (
        0 < len(text) <= 20 and not TITLE.search(text) and label_at(text) is None and kind_of_column(text) is not None
    )


def may_be_label(text: str) -> bool:
    """A label, or other short words without a mark that may head a column nobody knows."""
    if is_label(text) or PLAINLY.fullmatch(text):
        return True
    return UNKNOWN.fullmatch(text) is not None and not TITLE.search(text) and label_at(text) is None


def kinds_of(labels: Sequence[str], *, loose: bool = False, guess: bool = False) -> list[Kind | None] | None:
    """The columns, when the labels are a ledger's header: a task, and who answers for it; `loose`: or its goal.

    `guess`: a few labels may say nothing of what they head, where the others leave no doubt.
    """
    plain = [re.sub(r"\s", "", label) for label in labels]
    if len(plain) < 2 or not all(map(may_be_label if guess else is_label, plain)):
        return None
    kinds = kinds_of_columns(plain)
    if None in kinds and not (guess and _guessed(kinds)):
        return None
    if not {"text", "goal", "group"} & set(kinds):
        return None
    texts = [column for column, kind in enumerate(kinds) if kind == "text"]
    kinds = ["group" if column in texts[:-1] else kind for column, kind in enumerate(kinds)]
    kinds = [None if k == "ignored" and NAMES.search(label) else k for k, label in zip(kinds, plain, strict=True)]
    is_ledger = any(isinstance(kind, PrintedRole | Person) for kind in kinds)
    return kinds if is_ledger or (loose and {"text", "goal"} <= set(kinds)) else None


def _guessed(kinds: list[Kind | None]) -> bool:
    """Unknown labels left of the task head parents of it, and where no task is named one of them does."""
    unknown = [column for column, kind in enumerate(kinds) if kind is None]
    answers = [column for column, kind in enumerate(kinds) if isinstance(kind, PrintedRole)]
    beside = {"number", Person.DEADLINE, Person.LEADER} & set(kinds)
    if kinds[-1] is None or not answers or not beside or len(unknown) * 3 > len(kinds) or len(kinds) < NARROWEST:
        return False
    if "text" not in kinds:
        before = [column for column in unknown if column < answers[0]]
        if not before:
            return "goal" in kinds or "group" in kinds
        kinds[before[-1]] = "text"
    first = kinds.index("text") if "text" in kinds else 0
    for column in unknown:
        if column < first:
            kinds[column] = "group"
    return True


def is_title(text: str) -> bool:
    """A section's labelled title, as it stands over rows."""
    label = label_at(text)
    return label is not None and label.level < ARTICLE and label.end < len(text) <= 40 and "。" not in text


def has_sections(pieces: Sequence[Piece], kinds: Sequence[Kind | None]) -> bool:
    """Titles stand over the rows, not in a column of groups: there is none, or all goes into the rest better."""
    if "group" not in kinds:
        return True
    rest = [piece for piece in pieces if not is_title(piece.text)]
    return 0 < len(rest) < len(pieces) and fit(rest, kinds) * len(rest) < fit(pieces, kinds) * len(pieces)


def fit(pieces: Sequence[Piece], kinds: Sequence[Kind | None]) -> float:
    """The mean price of a piece when these are the columns: the lower the better."""
    out = _left_out(tuple(kinds))
    costs = [out[0][column] + misfit(pieces[0].text, kinds[column]) for column in range(len(kinds))]
    for before, piece in pairwise(pieces):
        costs = [
            min(cost + _step(before, piece, kinds, out, earlier, column) for earlier, cost in enumerate(costs))
            + misfit(piece.text, kind)
            for column, kind in enumerate(kinds)
        ]
    return min(costs) / len(pieces)


def signs(name: Piece, rows: Sequence[Piece], kinds: Sequence[Kind | None]) -> bool:
    """Whether a body's name above a day is no cell any more: it is written out, or the last row has no room for it."""
    if not is_unit(name.text) or re.search("[、，]", name.text):
        return False
    last = rows[-LAST:]
    is_beyond = bool(last) and fit([*last, name], kinds) * (len(last) + 1) > fit(last, kinds) * len(last)
    return len(name.text) >= FULL_NAME or is_beyond


def _path(pieces: Sequence[Piece], kinds: Sequence[Kind | None]) -> list[int]:
    width, out = len(kinds), _left_out(tuple(kinds))
    costs = [out[0][column] + misfit(pieces[0].text, kinds[column]) for column in range(width)]
    choices: list[list[int]] = []
    for before, piece in pairwise(pieces):
        steps = [
            min(
                (costs[earlier] + _step(before, piece, kinds, out, earlier, column), earlier)
                for earlier in range(width)
            )
            for column in range(width)
        ]
        choices.append([earlier for _, earlier in steps])
        costs = [cost + misfit(piece.text, kinds[column]) for column, (cost, _) in enumerate(steps)]
    path = [min(range(width), key=lambda column: costs[column] + out[column + 1][len(kinds)])]
    for choice in reversed(choices):
        path.append(choice[path[-1]])
    return path[::-1]


def _as_printed(pieces: Sequence[Piece], kinds: Sequence[Kind | None], path: list[int]) -> list[int]:
    """A row of as many cells as the header has labels fills one after the other, unless that reads far worse.

    The last of them, of remarks, may be missing; a unit is no remark.
    """
    least = len(kinds) - (kinds[-1] in ("ignored", None))
    width, numbers = len(kinds), [*(place for place, column in enumerate(path) if kinds[column] == "number"), len(path)]
    for first, end in pairwise(numbers) if kinds[0] == "number" else ():
        row = pieces[first:end]
        is_remark = least == width or end - first < width or not is_unit(row[-1].text)
        if least <= end - first <= width and is_remark and all(map(_is_whole, row)):
            straight = sum(misfit(piece.text, kind) for piece, kind in zip(row, kinds, strict=False))
            found = sum(misfit(piece.text, kinds[column]) for piece, column in zip(row, path[first:end], strict=True))
            if straight <= found + AS_PRINTED:
                path[first:end] = range(len(row))
    return path


def _step(
    before: Piece, piece: Piece, kinds: Sequence[Kind | None], out: Sequence[Sequence[float]], earlier: int, column: int
) -> float:
    """The price of going from one column to another, in the same row or into the next one."""
    if "number" in kinds and _counts_on(before, piece):
        return 0 if column == earlier else APART
    if column == earlier and _goes_on(before, piece, kinds[column]):
        shared = 0.1 if kinds[column] is PrintedRole.LEAD else 0  # of several units the first leads, not all but one
        return 0 if not _is_whole(before) else shared + (3 if piece.apart else 2)
    if column > earlier:
        return out[earlier + 1][column] + (0 if _is_whole(before) else 3)
    if not piece.begins:
        return 100
    return out[earlier + 1][len(kinds)] + out[0][column]


def _goes_on(before: Piece, piece: Piece, kind: Kind | None) -> bool:
    """Whether two pieces of one column are one cell: never two numbers, apart only sentences or units."""
    if kind == "number":
        return False
    if _counts_on(before, piece):
        return True
    is_apart = piece.begins and piece.apart and _is_whole(before)
    if not is_apart or kind in ("text", "goal"):
        return True
    are_people = kind is Person.LEADER and _is_people(before.text) and _is_people(piece.text)
    return are_people or (isinstance(kind, PrintedRole) and _are_units(before, piece))


def _counts_on(before: Piece, piece: Piece) -> bool:
    """1、 and then 2、: two items of one cell's list."""
    here, there = ITEM.match(before.text), ITEM.match(piece.text)
    return here is not None and there is not None and int(there[1]) == int(here[1]) + 1


def _are_units(*pieces: Piece) -> bool:
    return all(is_unit(piece.text) for piece in pieces)


def _is_whole(piece: Piece) -> bool:
    return not piece.text.endswith(("、", "，", ",", "；"))


@lru_cache(maxsize=256)
def _left_out(kinds: tuple[Kind | None, ...]) -> list[list[float]]:
    """What it costs to leave columns out, from each to each later one; of two groups the outer is likelier merged."""
    ends = range(len(kinds) + 1)
    return [
        [
            missing(kinds[begin:end]) + sum(column for column in range(begin, end) if kinds[column] == "group") / 100
            for end in ends
        ]
        for begin in ends
    ]


def missing(kinds: Sequence[Kind | None]) -> float:
    return sum(MISSING.get(kind, MISSING_OTHER) for kind in kinds)


def misfit(text: str, kind: Kind | None) -> float:
    """How badly a text suits a column; below zero where it suits well."""
    if kind is Person.DEADLINE and says_when(text):
        return -4
    if kind == "number":
        return -4 if NUMBER.fullmatch(text) else -2 if CODE.fullmatch(text) else 12
    if NUMBER.fullmatch(text):
        return 1 if kind in UNREAD else 8
    if FIGURE.fullmatch(text) and not TIME.search(text):
        return 5 if kind in ("text", "group") or isinstance(kind, PrintedRole | Person) else -0.5
    if kind == "frequency":
        return -3 if OFTEN.search(text) and len(text) <= LAST else 3
    is_sentence = SENTENCE.search(text) is not None or ("，" in text and not is_unit(text))
    if kind is Person.DEADLINE:
        return -4 if TIME.search(text) and len(text) <= 30 else 5
    if kind is Person.LEADER:
        to_call = PHONE.search(text) is not None
        return (0 if to_call else -3) if _is_people(text) else 0 if is_unit(text) else 5
    if isinstance(kind, PrintedRole):
        if TIME.search(text) and not is_unit(text):
            return 5
        return 4 if is_sentence and len(text) > 60 else -2 if is_unit(text) else 2 if text.endswith("。") else 1
    if kind == "group":
        if is_sentence and label_at(text) is None:
            return 3 if "。" in text.rstrip("。") else 1
        return 2.5 if text.startswith("各") else 0.5 if is_unit(text) else 0
    if kind == "text" and len(text) <= 12 and TIME.search(text) and not is_sentence:
        return 4
    if kind in ("text", "goal"):
        return -1.5 if is_sentence else (5 if len(text) <= 12 else 1.5) if is_unit(text) else 0
    if is_unit(text):
        return -0.5 if kind is None else 1.5
    return 0.5


def _is_people(text: str) -> bool:
    """One or more persons, perhaps with their posts, and nothing else."""
    if len(text) > 24 or is_unit(text) or SENTENCE.search(text):
        return False
    found = people(text)
    return bool(found) and all(
        2 <= len(name) <= 4 and CHINESE_NAME.fullmatch(name) and not is_unit(name) for name in found
    )


def across(text: str, start: int, end: int, width: int) -> Row:
    """A section's title over the whole width."""
    return Row((Cell(text, start, end), *[Cell("", end, end)] * (width - 1)), start, end)


def with_numbers(
    pieces: Sequence[Piece], kinds: list[Kind | None], labels: list[str]
) -> tuple[list[Kind | None], list[str]]:
    """Numbers may stand in a column that shares its label with the one beside it."""
    if "number" in kinds or sum(NUMBER.fullmatch(piece.text) is not None for piece in pieces) < 2:
        return kinds, labels
    choices = [[*kinds[:column], "number", *kinds[column:]] for column in range(len(kinds))]
    best = min(range(len(choices)), key=lambda column: fit(pieces, choices[column]))
    return choices[best], [*labels[:best], "序号", *labels[best:]]


def filled(rows: Sequence[dict[int, list[Piece]]], kinds: Sequence[Kind | None]) -> list[Row]:
    built: list[Row] = []
    shared = _shared_with_groups(rows, kinds)
    text = kinds.index("text") if "text" in kinds else 0  # days that stand left of it are merged as its parents are
    for row in rows:
        above = built[-1].cells if built else ()
        who = [column for column, kind in enumerate(kinds) if isinstance(kind, PrintedRole)]
        inherited = {column for column, kind in enumerate(kinds) if kind in ("number", "group", Person.LEADER)}
        inherited.update(column for column, kind in enumerate(kinds[:text]) if kind is Person.DEADLINE)
        if not any(column in row for column in who):
            inherited.update(who)
        if not any(kinds[column] == "group" for column in row):
            inherited.update(shared)
        if not any(kinds[column] == "number" for column in row):
            inherited.update(column for column, kind in enumerate(kinds) if kind == "text")
        place = min(piece.start for held in row.values() for piece in held)
        cells = tuple(
            _cell(row[column])
            if column in row
            else above[column]
            if above and column in inherited
            else Cell("", place, place)
            for column in range(len(kinds))
        )
        end = max(piece.end for held in row.values() for piece in held)
        built.append(Row(cells, place, end))
    return built


def _shared_with_groups(rows: Sequence[dict[int, list[Piece]]], kinds: Sequence[Kind | None]) -> set[int]:
    """The limits that just the first row of every group has: they are merged over the group as its name is."""
    groups = {column for column, kind in enumerate(kinds) if kind == "group"}
    begins = [bool(groups & row.keys()) for row in rows]
    limits = [column for column, kind in enumerate(kinds) if kind is Person.DEADLINE]
    are_merged = sum(begins) > 1 and not all(begins)
    return {column for column in limits if are_merged and [column in row for row in rows] == begins}


def _cell(held: Sequence[Piece]) -> Cell:
    return Cell("\n".join(piece.text for piece in held), held[0].start, held[-1].end)
