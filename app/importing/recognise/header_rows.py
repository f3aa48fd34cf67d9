"""The rows of a table that are headers, and what stands beside them: numbers of columns, titles above, 同上 below."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from app.importing.blocks import Cell, Row
from app.importing.recognise.columns import Columns, columns_of
from app.importing.recognise.lines import as_number

NUMBER_LABEL: Final = re.compile(r"序\s*号|编\s*号")
ELSE: Final = re.compile(
    r"(?:联系|办公)?电话|手机|联系人|联络员|联系方式|(?:任务|完成|项目|问题|措施)数|已(?:完成|办结|整改)(?:数|项)?|完成率"
)
LONGEST: Final = 8
DITTO: Final = re.compile(r"[（(]?同[上前][）)]?|[〃″]")


def headers(rows: Sequence[Row], *, loose: bool) -> list[Columns | None]:
    """The columns where a row is a header; each by the rows below it, where tables of other columns share a sheet."""
    headers = [columns_of(row, rows, loose=loose) for row in rows]
    begun = [place for place, row in enumerate(rows) if begins_header(row, rows[place - 1] if place else None)]
    if len({tuple(re.sub(r"\s", "", cell.text) for cell in rows[place].cells) for place in begun}) > 1:
        for place, header in enumerate(headers):
            if header:
                end = next((other for other in begun if other > place), len(rows))
                headers[place] = columns_of(rows[place], rows[place:end], loose=loose)
    return headers


def begins_header(row: Row, above: Row | None) -> bool:
    """序号 over a column, or 单位 beside 电话: a header begins, of whatever table; not the second row of one."""
    filled = _filled(row)
    if 1 < len(filled) < len(row.cells) and all(len(text) <= LONGEST for text in filled) and ELSE.fullmatch(filled[-1]):
        return not any(cell in above.cells for cell in row.cells if cell.text) if above else True
    labels = [cell for cell in row.cells if NUMBER_LABEL.fullmatch(cell.text.strip())]
    return len(row.cells) > 2 and bool(labels) and not (above and labels[0] in above.cells)


def without_dittos(rows: Sequence[Row]) -> Iterator[Row]:
    """Where a cell says 同上, the one above it stands."""
    above: tuple[Cell, ...] = ()
    for row in rows:
        cells = tuple(
            above[column] if column < len(above) and DITTO.fullmatch(cell.text.strip()) else cell
            for column, cell in enumerate(row.cells)
        )
        above = cells
        yield row if cells == row.cells else replace(row, cells=cells)


def start_of(header: Row, rows: Sequence[Row]) -> int:
    """Where the header begins: a row of titles over several columns above it is part of it."""
    place = next(place for place, row in enumerate(rows) if row is header)
    above = rows[place - 1] if place else None
    titles = [cell.text for cell in dict.fromkeys(above.cells) if cell.text] if above else []
    is_upper = len(titles) > 1 and all(len(title) <= 12 and not re.search(r"[\d：:，。]", title) for title in titles)
    return above.start if above and is_upper else header.start


def counts_columns(row: Row) -> bool:
    """1 2 3 4 under the header, or 甲 乙 1 2: the columns are numbered."""
    filled = _filled(row)
    figures = [text for text in filled if text not in ("甲", "乙", "丙")]
    return len(figures) > 2 and all(as_number(text.strip("（()）")) == place for place, text in enumerate(figures, 1))


def _filled(row: Row) -> list[str]:
    """What its cells say; a merged one once."""
    said = dict.fromkeys((cell.start, cell.text.strip()) for cell in row.cells)
    return [text for _, text in said if text]
