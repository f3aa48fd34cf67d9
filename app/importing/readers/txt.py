"""Plain text, also with a table flattened into rows of tab-separated cells with <p>…</p>."""

import codecs
import csv
import html
import io
import re

from app.importing.blocks import Builder, Document, Format
from app.importing.readers.aligned import parted
from app.importing.readers.errors import Unreadable
from app.importing.readers.tabbed import whole_rows
from app.importing.readers.wrapped import unwrapped
from app.importing.readers.xlsx_grid import Sheet, write

BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
OLD = ("gb18030", "big5hkscs")  # the mainland's, and that of mirrors in traditional characters
PUNCTUATION = re.compile("[，。、；：（）]")
NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff\ue000-\uf8ff]")
QUOTED = re.compile(r'(?:^|\t)"[^"\t\n]*\n[^"\t]*"(?:\t|$)', re.MULTILINE)
LABELS = re.compile(r"\s*[\u4e00-\u9fff]{2,8}[：:][^\t]+(?:\t+ *[\u4e00-\u9fff]{2,8}[：:][^\t]+)+\t*")
PARAGRAPH_TAG = re.compile(r"</?p(?:\s[^<>]*)?>|<br\s*/?>", re.IGNORECASE)


def decode(data: bytes, name: str) -> str:
    """A mark decides; without one UTF-8 is tried before the encodings that take nearly any bytes."""
    marked = next((encoding for bom, encoding in BOMS if data.startswith(bom)), None)
    for encodings in [(marked,)] if marked else [("utf-8",), OLD]:
        texts = [text for encoding in encodings if (text := _decoded(data, encoding)) is not None]
        if texts:
            text = max(texts, key=lambda text: len(PUNCTUATION.findall(text)))
            return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x0c", "\n")
    raise Unreadable(
        name, "认不出是什么文件，也不像文字", "请确认文件没有损坏；文字文件请另存为 UTF-8 编码，公文请上传 .docx"
    )


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if _is_garbage(text) else text


def read(text: str, name: str) -> Document:
    builder = Builder()
    if sheet := _exported(text, name):
        write(sheet, builder)
        return builder.document(name, Format.TXT)
    rows: list[list[str | None]] = []
    width = 0
    for line in parted(unwrapped(whole_rows(_logical_lines(text)))):
        if isinstance(line, str) and ("\t" in line.strip() or (width > 2 and line.count("\t") == width - 1)):
            width = line.count("\t") + 1
            rows.append([_cell(part) for part in line.split("\t")])
            continue
        if rows:
            builder.table(rows)
            rows = []
        if isinstance(line, str):
            builder.paragraph(PARAGRAPH_TAG.sub("\n", line))
        else:
            builder.table(line)
    builder.table(rows)
    return builder.document(name, Format.TXT)


def _exported(text: str, name: str) -> Sheet | None:
    """A spreadsheet saved as text: each row has as many commas, or cells of several lines stand in quotation marks."""
    if _same_commas(text):
        delimiter = ","
    elif QUOTED.search(text):
        delimiter = "\t"
    else:
        return None
    try:
        rows = [row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if any(row)]
    except csv.Error:  # a field without end
        return None
    if len({len(row) for row in rows}) != 1 or len(rows) < 2 or len(rows[0]) < 3:
        return None
    sheet = Sheet(name, "")
    for place, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet.put(place, column, cell)
    return sheet


def _same_commas(text: str) -> bool:
    """A glance before everything is taken apart."""
    first, _, rest = text.strip().partition("\n")
    return first.count(",") > 1 and bool(rest) and "\t" not in first


def _logical_lines(text: str) -> list[str]:
    """A line whose <p> is still open goes on with the next one, so that a cell may hold line breaks."""
    lines: list[str] = []
    is_open = False
    for line in text.split("\n"):
        if LABELS.fullmatch(line):  # 牵头单位：甲局⇥配合单位：乙局 is no row of a table
            line = line.replace("\t", " ")
        if is_open:
            lines[-1] += "\n" + line
        else:
            lines.append(line)
        is_open = lines[-1].count("<p>") > lines[-1].count("</p>") if is_open or "<p>" in line else False
    return lines


def _cell(source: str) -> str:
    if not PARAGRAPH_TAG.search(source):
        return source
    return html.unescape(PARAGRAPH_TAG.sub("\n", source))


def _is_garbage(text: str) -> bool:
    """Real text has next to no control or private characters; compressed or random bytes are full of them."""
    return "\x00" in text or len(NOT_TEXT.findall(text)) > len(text) // 200
