"""One cell a line, as web pages give their tables away: empty and merged cells are simply missing."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from app.importing.blocks import Block, Cell, Paragraph, Row, Table
from app.importing.recognise.column_words import NUMBER as NUMBER_LABEL
from app.importing.recognise.column_words import Kind
from app.importing.recognise.flattened.broken_lines import with_whole_labels
from app.importing.recognise.flattened.header import Header, header_at, is_apart, pieces_of
from app.importing.recognise.flattened.pieces import (
    NUMBER,
    across,
    has_sections,
    is_label,
    is_title,
    kinds_of,
    may_be_label,
    misfit,
    rows_of,
    signs,
    with_numbers,
)
from app.importing.recognise.flattened.strays import without_strays
from app.importing.recognise.lines import label_at
from app.importing.recognise.printed_roles import Person

AFTER: Final = re.compile(
    r"^(?:注|备注|说明|附注|附件)\s*[\d一二三四]?\s*[:：]|^抄送|印发$|^联系(?:人|电话)|^(?:填表|制表|审核|填报)(?:人|单位|部门|科室|日期|时间)?[:：]|^分享到?[:：]|^相关链接|^上一[篇页条]|^下一[篇页条]|^打印|^关闭|^分享"
    r"|^相关(?:链接|附件|文章)|^责任编辑|^来源[:：]|^(?:相关)?附件(?:下载|列表)?$|^版权|^主办单位[:：]|^扫一扫|二维码|^[（(]?此件|^(?:合计|总计)"
    r"|^\s*\d{4}\s*年\s*\d+\s*月\s*\d+\s*日\s*(?:$|[印发）)])|^[〇○零一二三四五六七八九]{4}年.{1,3}月.{1,3}日$"
)
LONGEST_HEADER: Final = 60
LONGEST_LABEL: Final = 8
MEASURE: Final = re.compile(r"[（(][^（）()]{1,8}[）)]")
FEWEST: Final = 2  # numbers that go on from the one before
LOOKED_BEHIND: Final = 14
DATE_LINE: Final = re.compile(r"^\S{4,5}\s*年.{1,4}月.{1,4}日$")


def tables(run: Sequence[Paragraph]) -> list[Block] | None:
    """None when nowhere in the run a ledger's header stands line under line."""
    run = _with_whole_labels(_with_parted_header(run))
    first = next((place for place, line in enumerate(run) if NUMBER_LABEL.match(line.text)), None)
    if first is not None and header_at(run, first) is None:
        run = with_whole_labels(run)
    blocks: list[Block] = []
    place, found = 0, False
    while place < len(run):
        header = header_at(run, place)
        if header is None:
            blocks.append(run[place])
            place += 1
            continue
        end = _end(run, place, header)
        blocks.append(_table(run[place:end], header, [block.text for block in blocks if isinstance(block, Paragraph)]))
        place, found = end, True
    return blocks if found else None


def _with_parted_header(run: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """A header may stand on one line, its labels parted by blanks, above cells that stand on lines of their own."""
    found: list[Paragraph] = []
    for line in run:
        words = list(re.finditer(r"[^\s\u3000]+", line.text)) if len(line.text) <= LONGEST_HEADER else []
        if len(words) > 2 and kinds_of([word[0] for word in words]):
            places = [(word[0], line.start + word.start()) for word in words]
            found.extend(Paragraph(text, start, start + len(text), line.after_gap) for text, start in places)
        else:
            found.append(line)
    return found


def _with_whole_labels(run: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Where empty lines part the cells, a label wrapped over two lines (协同配合⏎单位) is one cell of the header.

    So is one whose measure stands below it: 总投资⏎（万元）.
    """
    found: list[Paragraph] = []
    above = next((place for place, line in enumerate(run) if NUMBER.fullmatch(line.text)), 0)
    for place, line in enumerate(run):
        is_label_here = may_be_label if place < above else is_label
        is_rest = (
            found
            and not line.after_gap
            and found[-1].after_gap
            and (place + 1 == len(run) or run[place + 1].after_gap)
            and max(len(found[-1].text), len(line.text)) <= LONGEST_LABEL
            and is_label_here(found[-1].text + line.text)
        )
        if is_rest or (found and MEASURE.fullmatch(line.text) and is_label(found[-1].text)):
            found[-1] = replace(found[-1], text=found[-1].text + line.text, end=line.end)
        else:
            found.append(line)
    return found


def _end(run: Sequence[Paragraph], place: int, header: Header) -> int:
    """Before another table's header, a line that belongs to what follows, or the signature over a date."""
    labels = [line.text for line in run[place : place + header.width]]
    index = place = place + header.width
    while index < len(run):
        if [line.text for line in run[index : index + len(labels)]] == labels:
            index += len(labels)
            continue
        near = range(index + 1, index + 1 + len(labels))
        is_above_header = any([line.text for line in run[below : below + len(labels)]] == labels for below in near)
        if not is_above_header and header_at(run, index):
            return index - 1 if label_at(run[index - 1].text) and index > place else index
        text = run[index].text
        if AFTER.search(text) and not (DATE_LINE.match(text) and _may_be_a_cell(run, index, header.kinds)):
            is_signed = DATE_LINE.match(text) and index > place + 1 and _signs(run[place:index], header, labels)
            return index - 1 if is_signed else index
        index += 1
    return len(run)


def _may_be_a_cell(run: Sequence[Paragraph], place: int, kinds: Sequence[Kind | None]) -> bool:
    """A day may stand in a column of days: then another row follows, with its number where rows have one."""
    if Person.DEADLINE not in kinds:
        return False
    if "number" not in kinds:
        is_beyond = kinds[-1] is Person.DEADLINE and misfit(run[place - 2].text, Person.DEADLINE) < 0
        return place + 3 < len(run) and not is_beyond
    return any(NUMBER.fullmatch(line.text) for line in run[place + 1 : place + LOOKED_BEHIND])


def _signs(lines: Sequence[Paragraph], header: Header, labels: Sequence[str]) -> bool:
    """Whether the last of the lines is the name of the body that signed, behind the cells."""
    *rows, name = pieces_of(lines, apart=False)
    return signs(name, [piece for piece in rows if piece.text not in labels], header.kinds)


def _table(lines: Sequence[Paragraph], header: Header, above: Sequence[str]) -> Table:
    """The rows below the header, with titles of sections between them; what page edges left there is left out."""
    width, apart = header.width, is_apart(lines[: header.width])
    labels = [line.text for line in lines[:width]]
    head, kinds = _with_numbers(header, lines, apart=apart)
    body = without_strays(lines[width:], labels, kinds, above)
    is_parted = has_sections(pieces_of(body, apart=apart), kinds)
    held: list[Paragraph] = []
    rows = [head]
    for line in body:
        if is_parted and is_title(line.text):
            rows.extend(_rows(held, kinds, apart=apart))
            rows.append(across(line.text, line.start, line.end, len(kinds)))
            held = []
        else:
            held.append(line)
    rows.extend(_rows(held, kinds, apart=apart))
    return Table(tuple(rows), rows[0].start, rows[-1].end)


def _with_numbers(header: Header, lines: Sequence[Paragraph], *, apart: bool) -> tuple[Row, list[Kind | None]]:
    """The header and its columns; numbers that count from row to row may stand in a column without a label."""
    row, below = header.row(lines), pieces_of(lines[header.width :], apart=apart)
    counted = [int(piece.text) for piece in below if piece.text.isdecimal()]
    steps = sum(there == here + 1 for here, there in pairwise(counted))
    if steps < FEWEST or steps * 3 < len(counted) * 2:
        return row, header.kinds
    kinds, labels = with_numbers(below, header.kinds, [cell.text for cell in row.cells])
    if len(kinds) == len(row.cells):
        return row, kinds
    place = kinds.index("number")
    number = Cell(labels[place], row.start, row.start)
    return replace(row, cells=(*row.cells[:place], number, *row.cells[place:])), kinds


def _rows(lines: Sequence[Paragraph], kinds: Sequence[Kind | None], *, apart: bool) -> list[Row]:
    return rows_of(pieces_of(lines, apart=apart), kinds) if lines else []
