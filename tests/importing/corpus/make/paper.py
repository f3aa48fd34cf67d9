"""PDF as an office prints it: running head and page numbers, ruled and unruled tables, rows cut by a page."""

import importlib.util
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import typst

from tests.importing.corpus.make.grid import Block, Line, Table, TextBox, lines, spans

TEMPLATE = """
#let data = json(bytes(sys.inputs.data))
#let head = if data.header != "" { align(center, text(size: 9pt, data.header)) }
#set page(paper: "a4", flipped: data.flipped, margin: (x: 22mm, y: 24mm), header: head,
  footer: context align(center, text(size: 9pt, data.footer.replace("{n}", str(counter(page).get().first()))
    .replace("{of}", str(counter(page).final().first())))))
#set text(font: data.font, size: data.size * 1pt, lang: "zh", region: "cn", cjk-latin-spacing: none,
  costs: (orphan: 0%, widow: 0%))
#set par(leading: 0.8em, spacing: 0.8em, justify: true)
#let cell(c) = table.cell(rowspan: c.down, colspan: c.right, text(c.text))
#for block in data.blocks {
  if block.kind == "line" {
    if block.page_break { pagebreak() }
    if block.centred { align(center, text(size: 16pt, block.text)) } else { par(first-line-indent: (amount: 2em, all: true), text(block.text)) }
  } else if block.kind == "box" {
    rect(width: 60%, inset: 6pt, text(block.text))
  } else {
    table(columns: block.widths.map(w => w * 1fr), inset: 5pt, stroke: if data.ruled { (thickness: data.rule.at(0) * 1pt, paint: luma(data.rule.at(1)), dash: data.rule.at(2)) } else { none },
      table.header(repeat: data.repeat, ..block.head.map(cell)), ..block.body.map(cell))
  }
}
"""


@cache
def fonts() -> typst.Fonts:
    found = importlib.util.find_spec("pylopdf_fonts_zh_cn")
    assert found is not None
    assert found.origin is not None
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(Path(found.origin).parent)]
    )


def pdf(
    blocks: Sequence[Block] | str,
    *,
    ruled: bool = True,
    header: str = "",
    footer: str = "— {n} —",
    flipped: bool = False,
    repeat: bool = True,
    font: str = "Noto Serif SC",
    size: float = 10.5,
    rule: tuple[float, int, str] = (0.6, 0, "solid"),
) -> bytes:
    """In the footer {n} is the page and {of} how many there are; repeat: table heads on every page.

    rule: how thick the lines of a table are, how grey (0 to 255), and how they are broken.
    """
    parts = (
        lines(blocks)
        if isinstance(blocks, str)
        else [b for x in blocks for b in (lines(x) if isinstance(x, str) else [x])]
    )
    data = {"header": header, "footer": footer, "flipped": flipped, "ruled": ruled, "repeat": repeat}
    data |= {"font": font, "size": size, "rule": rule}
    inputs = {"data": json.dumps({**data, "blocks": [_plain(part) for part in parts]}, ensure_ascii=False)}
    return typst.Compiler(TEMPLATE.encode(), font_paths=fonts()).compile(format="pdf", sys_inputs=inputs)  # type: ignore[return-value]


def _plain(block: Line | Table | TextBox) -> dict[str, Any]:
    if isinstance(block, Line):
        return {"kind": "line", "text": block.text, "centred": block.centred, "page_break": block.page_break}
    if isinstance(block, TextBox):
        return {"kind": "box", "text": block.text.strip()}
    cells: tuple[list[dict[str, Any]], list[dict[str, Any]]] = ([], [])
    for (y, x), (down, right) in spans(block.rows).items():
        value = block.rows[y][x]
        text = "" if value is None else str(value)
        cells[y >= block.head_rows].append({"text": text, "down": down, "right": right})
    return {"kind": "table", "widths": list(block.widths or _widths(block)), "head": cells[0], "body": cells[1]}


def _widths(block: Table) -> list[float]:
    """Wider where more is written, within limits."""
    columns = range(max(len(row) for row in block.rows))
    longest = [max(len(str(row[x] or "")) if x < len(row) else 0 for row in block.rows) for x in columns]
    return [min(max(length, 3), 24) for length in longest]
