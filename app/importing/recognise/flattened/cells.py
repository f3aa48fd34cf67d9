"""One cell a line, as web pages give their tables away: empty and merged cells are simply missing."""

import re
from collections.abc import Sequence
from dataclasses import replace
from math import inf
from typing import Final

from app.importing.blocks import Block, Cell, Paragraph, Row, Table
from app.importing.recognise.columns import Kind
from app.importing.recognise.flattened.pieces import (
    NUMBER,
    Piece,
    fit,
    has_sections,
    is_label,
    is_title,
    kinds_of,
    rows_of,
)
from app.importing.recognise.lines import PAGE_NUMBER, label_at
from app.importing.recognise.names import is_unit
from app.importing.recognise.responsibility import Person

AFTER: Final = re.compile(
    r"^(?:注|备注|说明|附注|附件)\s*[\d一二三四]?\s*[:：]|^抄送|印发$|^联系(?:人|电话)|^(?:填表|制表|审核|填报)人?[:：]|^分享到?[:：]|^相关链接|^上一[篇页条]|^下一[篇页条]|^打印|^关闭|^分享"
    r"|^相关(?:链接|附件|文章)|^责任编辑|^来源[:：]|^版权|^主办单位[:：]|^扫一扫|二维码|^[（(]?此件|^(?:合计|总计)"
    r"|^\s*\d{4}\s*年\s*\d+\s*月\s*\d+\s*日\s*(?:$|[印发）)])|^[〇○零一二三四五六七八九]{4}年.{1,3}月.{1,3}日$"
)
LOOKED_AT: Final = 40
LONGEST_HEADER: Final = 60
LONGEST_LABEL: Final = 8
LOOKED_BEHIND: Final = 14
PAGE_MARK: Final = re.compile(r"[-—–－]\s*\d{1,4}\s*[-—–－]")
DATE_LINE: Final = re.compile(r"^\S{4,5}\s*年.{1,4}月.{1,4}日$")


def tables(run: Sequence[Paragraph]) -> list[Block] | None:
    """None when nowhere in the run a ledger's header stands line under line."""
    run = _with_whole_labels(_with_parted_header(run))
    blocks: list[Block] = []
    place, found = 0, False
    while place < len(run):
        width = _header(run, place)
        if not width:
            blocks.append(run[place])
            place += 1
            continue
        end = _end(run, place + width, [line.text for line in run[place : place + width]])
        blocks.extend(_tables(run[place:end], width))
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
    """Where empty lines part the cells, a label wrapped over two lines (协同配合⏎单位) is one cell of the header."""
    found: list[Paragraph] = []
    for place, line in enumerate(run):
        is_rest = (
            found
            and not line.after_gap
            and found[-1].after_gap
            and (place + 1 == len(run) or run[place + 1].after_gap)
            and max(len(found[-1].text), len(line.text)) <= LONGEST_LABEL
            and is_label(found[-1].text + line.text)
        )
        if is_rest:
            found[-1] = replace(found[-1], text=found[-1].text + line.text, end=line.end)
        else:
            found.append(line)
    return found


def _header(run: Sequence[Paragraph], place: int) -> int:
    """How many lines from here on are a ledger's header; 0 when they are none.

    The first cells may read like labels too: as many lines are taken as make the lines behind fit best. So may a
    title above: what fits better without its first line begins below it.
    """
    price, width = _fitting(run, place)
    return width if width and price <= _fitting(run, place + 1)[0] else 0


def _fitting(run: Sequence[Paragraph], place: int) -> tuple[float, int]:
    """The width of header that makes the lines behind it fit best, with its price."""
    end = place
    while end < len(run) and is_label(re.sub(r"\s", "", run[end].text)):
        end += 1
    found: list[tuple[float, int]] = []
    for last in range(end, place + 1, -1):
        kinds = kinds_of([line.text for line in run[place:last]])
        behind = _pieces(run[last : last + LOOKED_AT], apart=_is_apart(run[place:last]))
        if kinds and behind:
            found.append((fit(behind, kinds), place - last))
    price, width = min(found, default=(inf, 0))
    return price, -width


def _is_apart(header: Sequence[Paragraph]) -> bool:
    """Whether an empty line stands between the cells: then lines without one are lines of the same cell."""
    return all(line.after_gap for line in header[1:])


def _pieces(lines: Sequence[Paragraph], *, apart: bool) -> list[Piece]:
    pieces: list[Piece] = []
    for line in lines:
        if apart and pieces and not line.after_gap:
            pieces[-1] = replace(pieces[-1], text=f"{pieces[-1].text}\n{line.text}", end=line.end)
        else:
            pieces.append(Piece(line.text, line.start, line.end, apart=line.after_gap))
    return pieces


def _end(run: Sequence[Paragraph], place: int, labels: Sequence[str]) -> int:
    """Before another table's header, a line that belongs to what follows, or the signature over a date."""
    kinds = kinds_of(labels) or ()
    index = place
    while index < len(run):
        if [line.text for line in run[index : index + len(labels)]] == labels:
            index += len(labels)
            continue
        is_last_cell = [line.text for line in run[index + 1 : index + 1 + len(labels)]] == labels
        if not is_last_cell and _header(run, index):
            return index - 1 if label_at(run[index - 1].text) and index > place else index
        text = run[index].text
        if AFTER.search(text) and not (DATE_LINE.match(text) and _may_be_a_cell(run, index, kinds)):
            is_signed = DATE_LINE.match(text) and index > place and _is_full_name(run[index - 1].text)
            return index - 1 if is_signed else index
        index += 1
    return len(run)


def _may_be_a_cell(run: Sequence[Paragraph], place: int, kinds: Sequence[Kind | None]) -> bool:
    """A day may stand in a column of days: then another row follows, with its number where rows have one."""
    if Person.DEADLINE not in kinds:
        return False
    if "number" not in kinds:
        return place + 3 < len(run)
    return any(NUMBER.fullmatch(line.text) for line in run[place + 1 : place + LOOKED_BEHIND])


def _is_full_name(text: str) -> bool:
    """As bodies sign, not as columns name their departments."""
    return len(text) >= 6 and not re.search("[、，]", text) and is_unit(text)


def _tables(lines: Sequence[Paragraph], width: int) -> list[Block]:
    """The table, cut where a section's title or the header again stands between its rows."""
    kinds = kinds_of([line.text for line in lines[:width]]) or []
    header = Row(
        tuple(Cell(line.text, line.start, line.end) for line in lines[:width]), lines[0].start, lines[width - 1].end
    )
    labels, apart = [line.text for line in lines[:width]], _is_apart(lines[:width])
    is_parted = has_sections(_pieces(lines[width:], apart=apart), kinds)
    blocks: list[Block] = []
    held: list[Paragraph] = []
    rows = [header]
    index = width
    while index < len(lines):
        line = lines[index]
        if [other.text for other in lines[index : index + width]] == labels:
            index += width
            continue
        if PAGE_MARK.fullmatch(line.text):
            index += 1
            continue
        if is_parted and is_title(line.text) and not PAGE_NUMBER.fullmatch(line.text):
            blocks.extend(_closed(rows, _pieces(held, apart=apart), kinds))
            blocks.append(line)
            rows, held = [], []
        else:
            held.append(line)
        index += 1
    blocks.extend(_closed(rows, _pieces(held, apart=apart), kinds))
    return blocks


def _closed(rows: list[Row], pieces: Sequence[Piece], kinds: Sequence[Kind | None]) -> list[Block]:
    rows = [*rows, *(rows_of(pieces, kinds) if pieces else [])]
    return [Table(tuple(rows), rows[0].start, rows[-1].end)] if rows else []
