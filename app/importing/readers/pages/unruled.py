"""Tables without ruling lines: columns from the header and the gaps below it, rows from the numbers."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from app.importing.readers.pages import cells, parents
from app.importing.readers.pages.flow import joined
from app.importing.readers.pages.header import begins_another, header_at
from app.importing.readers.pages.labels import NUMBER, Cells, Columns
from app.importing.readers.pages.lines import Line, Run
from app.importing.readers.pages.parents import Span
from app.importing.readers.pages.starts import by_numbers, filled_in, sharing_the_number, without_numbers

LOOK_AHEAD: Final = 40
WIDER: Final = 1.2  # characters by which a title is wider than the label of the numbers
LAST: Final = re.compile(r"^(?:备?注|说明|填表说明)\s*\d?[：:]|^(?:抄送|主题词)[：:]|日\s*印发$")
TASK: Final = re.compile(r"措施|任务|举措|内容|要求|做法")
SECTION: Final = re.compile(r"[一二三四五六七八九十]{1,3}、[^。]{2,40}$")
DATE: Final = re.compile(
    r"[（(]?[\d〇○零一二三四五六七八九十]{2,4}\s*年[\d一二三四五六七八九十\s]+月[\d一二三四五六七八九十\s]+日[）)]?"
)
BODY: Final = re.compile(r"(?:局|委|会|办|室|部|厅|院|府|心|司|组)$")
ANSWERS: Final = re.compile(r"^(?!.*(?:配合|协|参与|领导|人)).*(?:责任|牵头|单位|部门)")
SHARED: Final = re.compile(r"责任|牵头|配合|\S(?<!量)单位|部门|领导|时限|时间|期限")
Rows = list[list[str | None]]


def body_of(lines: Sequence[Line], columns: Columns, ahead: Sequence[Line], *, continues: bool) -> tuple[Rows, int]:
    """The rows from the first line on, and how many lines they take. `ahead` begins the next page."""
    split = [columns.cells(line) for line in lines]
    split = _without_notes(split, columns, lines)
    end = _end(lines, split, columns, ahead, continues=continues)
    left = _left_of_text(split[:end], columns)
    rows: Rows = []
    columns.room, columns.full = _room(split[:end], columns, lines), set()
    begin = place = 0
    while place <= end:
        if place < end and split[place] is not None:
            place += 1
            continue
        own = [found for found in split[begin:place] if found is not None]
        rows.extend(_rows(lines[begin:place], own, columns, may_continue=continues and begin == 0))
        taken = 1
        if place < end:
            taken = _taken_across(lines[place:end], left)
            title = "".join(line.text for line in lines[place : place + taken])
            rows.append([title, *[""] * (len(columns.labels) - 1)])
        begin = place = place + taken
    columns.may_go_on = any(rows[-1][1:]) if rows else continues
    return rows, end


def _left_of_text(split: Sequence[Cells | None], columns: Columns) -> float:
    """Where the lines of the fullest column begin."""
    starts: list[list[float]] = [
        [own[column][0].x0 for own in split if own and own[column]]
        for column in range(len(columns.labels))
        if column != columns.number
    ]
    fullest: list[float] = max(starts, key=len)
    return median(fullest or [0.0])


def _taken_across(lines: Sequence[Line], left: float) -> int:
    """A heading across the table goes on in the next line when its own is full."""
    taken, right, size = 1, max(line.x1 for line in lines), lines[0].size
    middle = (lines[0].x0 + lines[0].x1) / 2
    while (
        taken < min(len(lines), 4)
        and right - lines[taken - 1].x1 < size * 2.5
        and len(lines[taken].runs) == 1
        and (abs(lines[taken].x0 - left) > size * 0.5 or abs(lines[taken].runs[0].centre - middle) < size * 0.6)
        and not NUMBER.fullmatch(lines[taken].text.strip())
    ):
        taken += 1
    return taken


def _end(
    lines: Sequence[Line],
    split: Sequence[Cells | None],
    columns: Columns,
    ahead: Sequence[Line],
    *,
    continues: bool,
) -> int:
    """Where the table stops: no row follows what runs across it, or what stands far below it."""
    following = [*split, *(None if header_at(ahead, i) else columns.cells(line) for i, line in enumerate(ahead))]
    returns = bool(ahead) and header_at(ahead, 0) is not None
    for place, line in enumerate(lines):
        if LAST.search(line.text) or begins_another(line):
            return place
        if len(line.runs) == 1 and DATE.fullmatch(line.text.strip()) and place and not columns.has_number(split[place]):
            return place - 1 if len(lines[place - 1].runs) == 1 and BODY.search(lines[place - 1].text) else place
        gap = line.top - lines[place - 1].bottom if place else 0
        is_first = place == 0 and continues
        if split[place] is not None and (is_first or gap <= line.size * 1.8):
            continue
        if (
            gap > line.size * 1.8
            and not columns.has_number(split[place])
            and any(map(begins_another, lines[place + 1 : place + 3]))
        ):
            return place
        if returns and len(lines) - place <= 3:
            return len(lines)
        if not _row_follows(following[place:], columns):
            return place
    return len(lines)


def _row_follows(split: Sequence[Cells | None], columns: Columns) -> bool:
    """A heading across the table takes a few lines at most before the next row."""
    across = 0
    for own in split[:LOOK_AHEAD]:
        across += own is None
        if across > 4:
            return False
        if columns.has_number(own) or (columns.number is None and filled_in(own) > 1):
            return True
    return False


def _rows(lines: Sequence[Line], found: Sequence[Cells], columns: Columns, *, may_continue: bool) -> Rows:
    if not lines:
        return []
    own, kept, starts = _begun(lines, found, columns, _parents(lines, found, columns, may_continue), may_continue)
    widths = [
        max((row[c][-1].x1 - row[c][0].x0 for row in own if row[c]), default=0.0) for c in range(len(columns.labels))
    ]
    printed = [
        [[Line(row[c]) for row in own[start:end] if row[c]] for c in range(len(columns.labels))]
        for start, end in zip(starts, [*starts[1:], len(own)], strict=True)
    ]
    rows: Rows = [[cells.text_of(cell, width) for cell, width in zip(row, widths, strict=True)] for row in printed]
    spans = _spans(kept, starts)
    _go_on_with_numbers(rows, columns, may_continue=may_continue)
    main = max(range(len(widths)), key=lambda column: widths[column])
    pitch = parents.pitch_of([row[main] for row in printed])
    for column in columns.parents:
        runs = [run for row in found for run in row[column]]
        values = _over_rows(runs, spans, columns, pitch, may_continue=may_continue, size=lines[0].size)
        for row, value in zip(rows, values, strict=True):
            row[column] = value
        last = max(runs, key=lambda run: run.at, default=None)
        if last and lines[-1].bottom - last.bottom < lines[0].size and len(last.text) >= columns.room[column]:
            columns.full.add(column)
    behind = range(main + 1, len(widths))
    _share_trailing(rows, lines, found, columns, behind, pitch, may_continue=may_continue)
    return rows


def _go_on_with_numbers(rows: Rows, columns: Columns, *, may_continue: bool) -> None:
    """A row without a number of its own has that above it, and what is printed between the number and the task."""
    if columns.number is None:
        return
    tasks = (column for column, label in enumerate(columns.labels) if TASK.search(label))
    first = next(tasks, columns.number + 1)
    for above, row in pairwise(rows):
        if row[columns.number] or (may_continue and above is rows[0]):
            continue
        owner = rows[
            max(place for place, other in enumerate(rows[: rows.index(row)]) if other[columns.number] or not place)
        ]
        for column in range(columns.number, first):
            if SHARED.search(columns.labels[column]):
                continue
            if row[column] and owner[column] is not None:
                owner[column] = joined(owner[column] or "", row[column] or "")
            row[column] = None


def _share_trailing(
    rows: Rows,
    lines: Sequence[Line],
    found: Sequence[Cells],
    columns: Columns,
    behind: range,
    pitch: float | None,
    *,
    may_continue: bool,
) -> None:
    """A unit or a time limit behind the text that is printed once, in the middle or at the top of its rows.

    Every task has somebody who answers for it: where none is named, the one above does. What else is printed just
    where the names are belongs to the same rows as they.
    """
    named: list[int] = []
    labels = columns.labels
    wanted = [column for column in behind if column not in columns.parents and SHARED.search(labels[column])]
    _, kept, starts = _begun(lines, found, columns, {*columns.parents, *wanted}, may_continue)
    spans = _spans(kept, starts)
    for column in sorted(wanted, key=lambda column: ANSWERS.search(labels[column]) is None):
        runs = [run for row in found for run in row[column]]
        if len(spans) != len(rows) or not parents.has_gaps(runs, spans, lines[0].size):
            continue
        values = parents.values_of(runs, spans, lines[0].size, pitch)
        begins = None if may_continue else parents.starts_of_centred(values, spans, lines[0].size)
        if begins is None and (not may_continue or column in columns.shared):
            begins = parents.starts_of_tops(values, spans, lines[0].size, may_continue=may_continue)
            if ANSWERS.search(labels[column]) is None and not (named and {*named} <= {*(begins or ())}):
                continue
        if begins is None:
            continue
        columns.shared.add(column)
        named = named or begins
        for row, value in zip(rows, parents.placed(values, begins, len(rows)), strict=True):
            row[column] = value
        if may_continue and not rows[0][column]:
            rows[0][column] = None


def _over_rows(
    runs: Sequence[Run], rows: Sequence[Span], columns: Columns, pitch: float | None, *, may_continue: bool, size: float
) -> list[str | None]:
    """What a column of values that hold for several rows says in each."""
    values = parents.values_of(runs, rows, size, pitch)
    if parents.is_beside_middle(values, rows, size, may_continue=may_continue):
        columns.beside_middle = True
    starts = None
    if columns.beside_middle:
        starts = parents.starts_around_middle(values, rows, before=may_continue, behind=True)
    return parents.placed(values, starts or parents.starts_at_top(values, rows), len(rows))


def _parents(lines: Sequence[Line], found: Sequence[Cells], columns: Columns, may_continue: bool) -> set[int]:
    """The columns before the fullest one that leave rows empty."""
    lengths = [sum(len(run.text) for row in found for run in row[c]) for c in range(len(columns.labels))]
    leading = set(range(lengths.index(max(lengths)))) - {columns.number}
    if leading:
        own, kept, starts = _begun(lines, found, columns, leading, may_continue)
        if any(columns.has_number(row) for row in own):  # a row without a number shares all that stands before it
            ends = [*starts[1:], len(own)]
            starts = [
                start
                for start, end in zip(starts, ends, strict=True)
                if not start or any(columns.has_number(row) for row in own[start:end])
            ]
        spans = _spans(kept, starts)[1 if may_continue else 0 :]
        for column in leading:
            runs = [run for row in found for run in row[column]]
            if spans and runs and parents.has_gaps(runs, spans, lines[0].size):
                columns.parents.add(column)
    return columns.parents


def _begun(
    lines: Sequence[Line], found: Sequence[Cells], columns: Columns, without: set[int], may_continue: bool
) -> tuple[list[Cells], list[Line], list[int]]:
    """The lines without those columns, and where among them the rows begin."""
    own, kept = [], []
    for row, line in zip(found, lines, strict=True):
        left = [[] if column in without else cell for column, cell in enumerate(row)]
        if any(left):
            own.append(left)
            kept.append(Line([run for cell in left for run in cell]) if without else line)
    numbered = [place for place, row in enumerate(own) if columns.has_number(row)]
    if not kept:
        return [*found], [*lines], [0]
    if numbered:
        starts = by_numbers(kept, numbered, may_continue=may_continue)
        starts = sorted({*starts, *sharing_the_number(kept, own, starts)})
    else:
        starts = without_numbers(kept, own, columns)
    return own, kept, sorted({0, *starts})


def _spans(lines: Sequence[Line], starts: Sequence[int]) -> list[Span]:
    return [
        Span(min(run.at for run in lines[start].runs), lines[end - 1].bottom)
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)
    ]


def _room(split: Sequence[Cells | None], columns: Columns, lines: Sequence[Line]) -> list[int]:
    """How many characters the fullest line of each column holds."""
    size = median([line.size for line in lines] or [10.0])
    return [
        max((round((row[c][-1].x1 - row[c][0].x0) / size) for row in split if row and row[c]), default=0)
        for c in range(len(columns.labels))
    ]


def _without_notes(split: Sequence[Cells | None], columns: Columns, lines: Sequence[Line]) -> list[Cells | None]:
    """A lone line that begins under the label before is no cell of its column; nor is 一、 with a title."""
    lefts = [
        min((row[c][0].x0 for row in split if row and row[c] and filled_in(row) > 1), default=None)
        for c in range(len(columns.labels))
    ]
    found: list[Cells | None] = []
    for place, (row, line) in enumerate(zip(split, lines, strict=True)):
        column = next((c for c, cell in enumerate(row or []) if cell), 0)
        left = lefts[column]
        is_note = _is_section(line, row, column, columns, lines[place + 1 : place + 2]) or (
            row is not None
            and filled_in(row) == 1
            and column > 0
            and left is not None
            and line.x0 < min(left - 0.8 * line.size, columns.reach[column - 1][1] - 0.3 * line.size)
        )
        found.append(None if is_note else row)
    return found


def _is_section(line: Line, row: Cells | None, column: int, columns: Columns, below: Sequence[Line]) -> bool:
    """One title alone: counted 一、 in the first column or right above a header, or too wide for a number."""
    if len(line.runs) > 1 or row is None:
        return False
    if SECTION.match(line.text) and (column == 0 or any(map(begins_another, below))):
        return True
    is_wide = line.x1 > columns.reach[column][1] + WIDER * line.size
    return column == columns.number and is_wide and not columns.has_number(row)
