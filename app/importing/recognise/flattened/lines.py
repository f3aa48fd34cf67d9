"""One row a line: fields between pipes, or between blanks."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest
from typing import Final

from app.importing.blocks import Block, Cell, Paragraph, Row, Table
from app.importing.recognise.column_words import Kind
from app.importing.recognise.flattened.broken_lines import with_whole_cells, with_whole_header
from app.importing.recognise.flattened.header import under_spanning
from app.importing.recognise.flattened.merged import unmerged
from app.importing.recognise.flattened.pieces import NUMBER, TOTAL, Piece, is_title, kinds_of, may_be_label, rows_of
from app.importing.recognise.printed_roles import Person
from app.importing.recognise.walls import RULE, WALL, WALLS

LOOKED_AT: Final = 12
COUNTED: Final = 40
WORDS: Final = r"[^\s\u3000]+(?: [^\s\u3000]+)*"
FEWEST: Final = 2  # numbers that go on from the one before
SINGLE: Final = re.compile(r"(?!无)[\u4e00-\u9fff](?:、[\u4e00-\u9fff])?")
SPREAD: Final = re.compile(r"(?!无)[\u4e00-\u9fff](?: [\u4e00-\u9fff])?(?:、[\u4e00-\u9fff](?: [\u4e00-\u9fff])?)*")


def tables(run: Sequence[Paragraph]) -> list[Block] | None:
    """None when no line of the run is a header with its labels side by side."""
    run = with_whole_header(run, lambda place: _of_two_lines(run, place) is not None)
    blocks: list[Block] = []
    place, found = 0, False
    while place < len(run):
        if header := _of_two_lines(run, place) or _header(run[place]):
            fields, kinds, piped = header
            below = place + 2 if len(fields) > len(_labelled(run[place], piped=piped)) else place + 1
            fields, kinds = _counted(fields, kinds, run[below:], piped=piped)
            end = _end(run, below, run[place:below], kinds, piped=piped)
            rows = [
                Row(tuple(fields), run[place].start, run[below - 1].end),
                *_rows(run[below:end], run[place:below], kinds, piped=piped),
            ]
            if len(rows) == 1 and not piped:
                blocks.append(run[place])
                place += 1
                continue
            table = Table(tuple(rows), rows[0].start, rows[-1].end)
            blocks.append(unmerged(table) if any(len(row.cells) < len(fields) for row in rows) else table)
            place, found = end, True
        else:
            blocks.append(run[place])
            place += 1
    return blocks if found else None


def _of_two_lines(run: Sequence[Paragraph], place: int) -> tuple[list[Cell], list[Kind | None], bool] | None:
    """A header whose second line has the labels below one that spans them: 牵头单位 and 配合单位 below 责任分工."""
    piped = WALL.search(run[place].text) is not None
    for upper, lower in pairwise(_labelled(line, piped=piped) for line in run[place : place + 2]):
        behind = [piece for line in run[place + 2 : place + LOOKED_AT] for piece in _parts(line, piped=piped)]
        if len(upper) > 2 and all(may_be_label(re.sub(r"\s", "", cell.text)) for cell in upper):
            found = under_spanning(upper, lower, behind)
            return (*found, piped) if found else None
    return None


def _counted(
    fields: list[Cell], kinds: list[Kind | None], below: Sequence[Paragraph], *, piped: bool
) -> tuple[list[Cell], list[Kind | None]]:
    """The columns; where rows begin with numbers that go on, under no label, these have the first one."""
    firsts = [cells[0].text for line in below[:COUNTED] if (cells := _fields(line, piped=piped))]
    numbers = [int(text) for text in firsts if text.isdecimal() and len(text) <= 3]
    steps = sum(there in (here + 1, 1) for here, there in pairwise(numbers))
    if "number" in kinds or steps < FEWEST or steps * 3 < (len(numbers) - 1) * 2:
        return fields, kinds
    return [Cell("序号", fields[0].start, fields[0].start), *fields], ["number", *kinds]


def _labelled(line: Paragraph, *, piped: bool) -> list[Cell]:
    pieces = _fields(line, piped=piped)
    return [Cell(piece.text, piece.start, piece.end) for piece in (pieces if piped else _closed_up(pieces))]


def _header(line: Paragraph) -> tuple[list[Cell], list[Kind | None], bool] | None:
    for piped in (True, False):
        fields = _labelled(line, piped=piped)
        enough = 2 if piped else 3
        if len(fields) >= enough and (kinds := kinds_of([field.text for field in fields], loose=piped, guess=True)):
            return fields, kinds, piped
    return None


def _labels(line: Paragraph) -> str:
    """What a header says, however it is set."""
    return re.sub(rf"[\s{WALLS}]", "", line.text)


def _parts(line: Paragraph, *, piped: bool, width: int = 0) -> list[Piece]:
    """The line's fields as cells: where wider blanks part just as many as there are columns, single ones are words'."""
    if piped:
        return _fields(line, piped=True)
    apart = _found(line, WORDS)
    return apart if len(apart) == width else _spread(_fields(line, piped=False))


def _fields(line: Paragraph, *, piped: bool) -> list[Piece]:
    """The line's fields with their places; an empty one between two pipes is left out."""
    return _found(line, rf"[^{WALLS}]+" if piped else r"[^\s\u3000]+", apart=piped)


def _found(line: Paragraph, pattern: str, *, apart: bool = False) -> list[Piece]:
    found: list[Piece] = []
    for match in re.finditer(pattern, line.text):
        if text := match[0].strip():
            start = line.start + match.start() + len(match[0]) - len(match[0].lstrip())
            found.append(Piece(text, start, start + len(text), begins=not found, apart=apart or not found))
    return found


def _spread(pieces: list[Piece]) -> list[Piece]:
    """A name of two or three characters set to the width of three (俞 悦) is one field."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last and SINGLE.fullmatch(piece.text) and SPREAD.fullmatch(last.text) and piece.start == last.end + 1:
            found[-1] = replace(last, text=f"{last.text} {piece.text}", end=piece.end)
        else:
            found.append(piece)
    return found


def _closed_up(pieces: list[Piece]) -> list[Piece]:
    """A label spread over its column (工 作 任 务) is one field."""
    found: list[Piece] = []
    for place, piece in enumerate(pieces):
        if place and len(piece.text) == 1 and len(pieces[place - 1].text) == 1 and piece.start == found[-1].end + 1:
            found[-1] = replace(found[-1], text=found[-1].text + piece.text, end=piece.end)
        else:
            found.append(piece)
    return found


def _end(
    run: Sequence[Paragraph], place: int, above: Sequence[Paragraph], kinds: Sequence[Kind | None], *, piped: bool
) -> int:
    """Where the table ends: after the last line that has fields, or begins with a number where rows have one.

    The header of another table ends it too.
    """
    end, told = place, 0
    labels = [_labels(line) for line in above]
    for index in range(place, len(run)):
        text = run[index].text
        header = _header(run[index])
        if header and _labels(run[index]) not in labels:
            break
        if header or (piped and WALL.search(text)) or (not piped and _is_row(text, kinds)):
            end, told = index + 1, len(text.split())
        elif not piped and index == end and 1 < told < len(kinds) == told + len(text.split()) - 1:
            end = index + 1  # it has what the row before it lacks
        elif index - end > 6:
            break
    return end


def _is_row(text: str, kinds: Sequence[Kind | None]) -> bool:
    """What a merged cell covers is missing on the left, so the number may come second or the row be short."""
    fields = text.split()
    if "number" not in kinds:
        return 3 <= len(fields) <= len(kinds) + 2
    ahead = fields[: kinds.index("number") + 1]
    return len(fields) >= 3 and any(NUMBER.fullmatch(field) for field in ahead)


def _rows(
    lines: Sequence[Paragraph], above: Sequence[Paragraph], kinds: Sequence[Kind | None], *, piped: bool
) -> list[Row]:
    rows: list[Row] = []
    labels = [_labels(line) for line in above] if len(above) > 1 else []
    waiting: list[Piece] = []
    is_closed = piped and all(map(_is_closed, above))
    for line, following in zip_longest(lines, lines[1:]):
        if RULE.fullmatch(line.text) or _labels(line) in labels:
            continue
        fields = _parts(line, piped=piped, width=len(kinds))
        exact = _exact(line, len(kinds), closed=is_closed) if piped else None
        below = len(_fields(following, piped=piped)) if following else 0
        if _is_across(fields) or _header(line) or (fields and TOTAL.match(fields[0].text)):
            rows.extend(_flush(waiting, kinds))
            cells = [Cell(field.text, field.start, field.end) for field in fields]
            cells += [Cell("", line.end, line.end)] * (len(kinds) - len(cells))
            rows.append(Row(tuple(cells), line.start, line.end, _header(line) is not None))
        elif exact and not waiting:
            rows.append(Row(_with_leader(exact, rows, kinds), line.start, line.end))
        elif is_closed and _is_closed(line) and not waiting and 1 < len(fields) < len(kinds) != len(fields) + below:
            rows.append(Row(tuple(Cell(field.text, field.start, field.end) for field in fields), line.start, line.end))
        else:
            waiting.extend(fields)
    rows.extend(_flush(waiting, kinds))
    return rows


def _with_leader(cells: Sequence[Cell], rows: Sequence[Row], kinds: Sequence[Kind | None]) -> tuple[Cell, ...]:
    """A leader is merged over his tasks: an empty cell below him is his too."""
    above = rows[-1].cells if rows and len(rows[-1].cells) == len(cells) and not rows[-1].repeated_header else cells
    is_leader = [kind is Person.LEADER for kind in kinds]
    return tuple(
        higher if leads and not cell.text else cell for cell, higher, leads in zip(cells, above, is_leader, strict=True)
    )


def _flush(waiting: list[Piece], kinds: Sequence[Kind | None]) -> list[Row]:
    rows = rows_of(with_whole_cells(waiting, kinds), kinds) if waiting else []
    waiting.clear()
    return rows


def _is_closed(line: Paragraph) -> bool:
    """Whether pipes stand at both ends: so every row is whole, or short of cells that were merged."""
    return bool(WALL.match(line.text) and WALL.match(line.text[-1:]))


def _exact(line: Paragraph, width: int, *, closed: bool) -> list[Cell] | None:
    """The cells, when the line has just the header's number of fields between its outer pipes."""
    begin = len(line.text) - len(line.text.lstrip(f"{WALLS} "))
    fields, position = [], 0
    for part in WALL.split(line.text):
        kept = part.strip()
        start = line.start + position + len(part) - len(part.lstrip())
        fields.append(Cell(kept, start, start + len(kept)))
        position += len(part) + 1
    if begin and fields and not fields[0].text:
        fields = fields[1:]
    if closed and len(fields) == width and not fields[-1].text and _is_closed(line):
        return None  # what the last pipe opens is no cell
    if fields and not fields[-1].text and len(fields) == width + 1:
        fields = fields[:-1]
    return fields if len(fields) == width else None


def _is_across(fields: Sequence[Piece]) -> bool:
    """A section's row holds nothing but its labelled title."""
    return len(fields) == 1 and is_title(fields[0].text)
