"""The PDF of a ledger by typst; the text travels as JSON, so that nothing in it is markup."""

import json
from functools import cache
from importlib.resources import files
from math import ceil
from pathlib import Path
from typing import Any

import typst

from app.printouts.figures import LedgerFigures, LedgerRow

TEMPLATE = Path(__file__).with_name("ledger.typ")
FONT_PACKAGE = "pylopdf_fonts_zh_cn"
# Characters that fit on a line of each column: what may not break must fit on a page, or typst cuts it off.
WIDTHS = {"target": 13, "progress": 12, "problems": 10, "department": 6, "due": 7}
LINES_WHOLE = 22  # a longer row may break across pages
LINES_KEPT = 20  # the last rows that stay with the sign-off


@cache
def fonts() -> Any:
    """The fonts that come as a package; those of the machine are left out, so that every PDF looks the same."""
    folder = Path(str(files(FONT_PACKAGE)))
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])


def ledger_pdf(figures: LedgerFigures) -> bytes:
    """One Compiler per call: it must not be shared by two threads."""
    data = json.dumps(pdf_data(figures), ensure_ascii=False)
    compiled = typst.Compiler(TEMPLATE, font_paths=fonts()).compile(format="pdf", sys_inputs={"data": data})
    assert isinstance(compiled, bytes)
    return compiled


def pdf_data(figures: LedgerFigures) -> dict[str, Any]:
    return {
        "title": figures.title,
        "sub": [figures.doc_number, figures.asked or figures.issued, f"截至{figures.as_of}"],
        "head": figures.head,
        "problems": figures.with_problems,
        "nothing": figures.nothing,
        "rows": [pdf_row(row) for row in figures.rows],
        "kept": kept_rows(figures.rows),
        "sum": f"{figures.sum_line}。{figures.remarks}",
        "maker": f"制表：{figures.made_by}。",
    }


def pdf_row(row: LedgerRow) -> dict[str, Any]:
    return {
        "number": row.number,
        "struck": row.struck,
        "target": row.target,
        "departments": [{"name": d.name + d.mark, "lead": d.lead} for d in row.departments],
        "due": row.due,
        "progress": row.progress + (f"（{row.percent}）" if row.percent else ""),
        "problems": row.problems,
        "symbol": row.symbol,
        "word": row.word,
        "notes": row.notes,
        "breakable": lines_of(row) > LINES_WHOLE,
    }


def kept_rows(rows: tuple[LedgerRow, ...]) -> int:
    """How many of the last rows, two at most, stay on one page with the sign-off."""
    kept, lines = 0, 0
    for row in reversed(rows[-2:]):
        lines += lines_of(row)
        if lines > LINES_KEPT:
            break
        kept += 1
    return kept


def lines_of(row: LedgerRow) -> int:
    """How high the row will be, at most."""
    return max(
        wrapped([row.target], WIDTHS["target"]),
        wrapped([row.progress + row.percent], WIDTHS["progress"]),
        wrapped([row.problems], WIDTHS["problems"]),
        wrapped([d.name + d.mark for d in row.departments], WIDTHS["department"]),
        wrapped(row.due, WIDTHS["due"]),
    )


def wrapped(texts: list[str] | tuple[str, ...], width: int) -> int:
    return sum(max(1, ceil(len(line) / width)) for text in texts for line in (text.splitlines() or [""]))
