"""对比表: both documents clause by clause as a spreadsheet, what was changed marked in the words."""

from collections.abc import Sequence
from io import BytesIO
from typing import Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from app.importing.editions.pages import Difference, Text
from app.importing.similar import Stretch

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COLUMNS: Final = (("序号", 7), ("现行版", 44), ("新版", 44), ("变化", 12), ("影响", 30))
CELL: Final = {"valign": "top", "text_wrap": True, "border": 1, "font_name": "宋体", "font_size": 11}
HEAD: Final = CELL | {"bold": True, "align": "center", "bg_color": "#EEEEEE"}
# Two signs each: on a black and white copy the colour is gone.
GONE: Final = {"font_color": "#B3261E", "font_strikeout": True}
CAME: Final = {"font_color": "#1B6B3A", "underline": 1}
NO_OLD: Final = (Stretch("没有对应项", mark=False),)
NO_NEW: Final = (Stretch("新版中没有", mark=False),)
LONGEST: Final = 30_000  # a cell holds 32,767 characters


def table_of(title: str, lines: Sequence[Difference]) -> bytes:
    """Words stay words: nothing of a document is ever taken for a formula."""
    made = BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet("版本对比表")
        cell, gone, came = (book.add_format(f) for f in (CELL, GONE, CAME))
        sheet.merge_range(0, 0, 0, len(COLUMNS) - 1, title, book.add_format({"bold": True, "text_wrap": True}))
        for n, (word, width) in enumerate(COLUMNS):
            sheet.set_column(n, n, width)
            sheet.write_string(1, n, word, book.add_format(HEAD))
        for n, line in enumerate(lines, start=2):
            sheet.write_string(n, 0, line.number, cell)
            write_marked(sheet, n, 1, line.old or NO_OLD, gone, cell)
            write_marked(sheet, n, 2, line.new or NO_NEW, came, cell)
            sheet.write_string(n, 3, "、".join(word for word, _ in line.tags), cell)
            sheet.write_string(n, 4, "；".join(line.effects), cell)
        for_paper(sheet)
    return made.getvalue()


def write_marked(sheet: Worksheet, row: int, column: int, text: Text, mark: Format, cell: Format) -> None:
    """Of a text that is longer than a cell the end is cut, and the marks with it."""
    words = "".join(stretch.text for stretch in text)
    if len(words) > LONGEST or not any(stretch.mark for stretch in text):
        sheet.write_string(row, column, words[:LONGEST], cell)
        return
    # A blank without width: rich text needs two parts, also where the whole of it is marked.
    parts = [p for s in text if s.text for p in ((mark, s.text) if s.mark else (s.text,))]
    sheet.write_rich_string(row, column, *parts, *(["\u200b"] if len(text) == 1 else []), cell)


def for_paper(sheet: Worksheet) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(1)
    sheet.freeze_panes(2, 1)
