"""Documents as a printer lays them out: PDF by typst, and the three kinds of body that a ledger may have."""

import io
import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pypdfium2
import typst

from app.importing.blocks import Paragraph
from app.importing.readers import read
from app.importing.recognise import recognise

TEMPLATE = Path(__file__).with_suffix(".typ")
Cell = str | dict[str, Any]
Block = dict[str, Any]


@cache
def _fonts() -> Any:
    folder = Path(str(files("pylopdf_fonts_zh_cn")))
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])


def pdf(blocks: Sequence[Block], **page: Any) -> bytes:
    data = {"flipped": False, "columns": 1, "header": "", "indent": True, "blocks": list(blocks), **page}
    made = typst.Compiler(TEMPLATE, font_paths=_fonts()).compile(
        format="pdf", sys_inputs={"data": json.dumps(data, ensure_ascii=False)}
    )
    assert isinstance(made, bytes)
    return made


def png(blocks: Sequence[Block], dots: float = 200, **page: Any) -> bytes:
    """The first page as a scanner sees it."""
    data = {"flipped": False, "columns": 1, "header": "", "indent": True, "blocks": list(blocks), **page}
    made = typst.Compiler(TEMPLATE, font_paths=_fonts()).compile(
        format="png", ppi=dots, sys_inputs={"data": json.dumps(data, ensure_ascii=False)}
    )
    first = made[0] if isinstance(made, list) else made
    assert isinstance(first, bytes)
    return first


def crooked(picture: bytes, angle: float) -> bytes:
    """As a page that was laid on the glass a little turned."""
    image = cv2.imdecode(np.frombuffer(picture, dtype=np.uint8), cv2.IMREAD_COLOR)
    assert image is not None
    height, width = image.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned = cv2.warpAffine(image, matrix, (width, height), borderValue=(255, 255, 255))
    return bytes(cv2.imencode(".png", turned)[1])


def pictured(source: bytes) -> bytes:
    """The first page of a PDF as a scanner would save it: a picture, no text."""
    page = pypdfium2.PdfDocument(source)[0]
    bitmap = page.render(scale=150 / 72)
    made = pypdfium2.PdfDocument.new()
    image = pypdfium2.PdfImage.new(made)
    image.set_bitmap(bitmap)
    width, height = page.get_size()
    image.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
    sheet = made.new_page(width, height)
    sheet.insert_obj(image)
    sheet.gen_content()
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def line(text: str, kind: str = "text") -> Block:
    return {"kind": kind, "text": text}


def table(head: Sequence[Cell], rows: Sequence[Sequence[Cell]], **looks: Any) -> Block:
    usual = {"ruled": True, "again": True, "breaks": True, "middle": False, "widths": [14, *[0] * (len(head) - 2), 40]}
    return {"kind": "table", "head": list(head), "rows": [list(row) for row in rows], **usual, **looks}


def merged(text: str, rows: int = 1, columns: int = 1) -> Cell:
    return {"text": text, "rows": rows, "columns": columns}


def as_running_text(text: str) -> list[Block]:
    """The ledger in numbered paragraphs; rows of a table become items with a clause behind them."""
    blocks: list[Block] = []
    for block in read(text.encode(), "x").blocks:
        if isinstance(block, Paragraph):
            blocks.append(line(block.text, _kind(block.text)))
            continue
        for row in block.rows:
            number, words, departments = (cell.text for cell in row.cells)
            if number != "序号":
                blocks.append(line(f"{number}. {words}（责任部门：{departments.replace(' ', '、')}）"))
    return blocks


def as_table(text: str, **looks: Any) -> list[Block]:
    """The ledger as one table under its head; headings become rows across the table."""
    document = read(text.encode(), "x")
    tasks = recognise(document).tasks
    start = min(tasks[0].start, document.text.find("\n一、") + 1 or tasks[0].start)
    before = [b for b in document.blocks if isinstance(b, Paragraph) and b.end <= start]
    after = [b for b in document.blocks if isinstance(b, Paragraph) and b.start >= tasks[-1].end]
    rows: list[list[Cell]] = []
    heading = None
    for task in tasks:
        if task.heading and task.heading != heading:
            rows.append([merged(f"{task.heading_label}{task.heading}", columns=3)])
        heading = task.heading
        rows.append([task.number or "", task.text, "、".join(named.name for named in task.departments)])
    body = table(["序号", "目标任务", "责任部门"], rows, **looks)
    return [*(line(b.text, _kind(b.text)) for b in before), body, *(line(b.text) for b in after)]


def _kind(text: str) -> str:
    """Titles stand in the middle, signatures on the right."""
    if len(text) < 40 and (text.endswith(("措施", "方案", "台账", "通知", "文件")) or text.startswith("关于")):
        return "title"
    return "right" if len(text) < 14 and text.endswith(("总工会", "办公室", "日")) else "text"
