"""What every reader hands on: one text, and blocks that know where in it they stand.

Each field that is recognised later can so be shown as a quotation, `document.text[start:end]`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

GARBAGE = re.compile(
    r"^(?=.*[^\sA-Za-z0-9|])(?:[!-{}~]{1,4} +){3,}[!-{}~]{1,4}$|"
    r"(?<=[\u4e00-\u9fff）)。；，、：])\s*(?=[^\n]*[;+`%^])(?:[!-'*-{}~]{1,3}\)? +){3,}[!-'*-{}~]{1,3}$"
)
INVISIBLE = re.compile(r"[\u200b\u200e\u200f\ufeff\u00ad]")
PINYIN = re.compile(
    r"(?<=[\u4e00-\u9fff])[（(](?=[a-z]*[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ])[a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]{1,6}[)）]"
)


class Format(StrEnum):
    """What a file really is. IMAGE is a scan or a photo, also one inside a PDF file without text."""

    TXT = "txt"
    HTML = "html"
    DOCX = "docx"
    DOC = "doc"
    WPS = "wps"
    RTF = "rtf"
    ODT = "odt"
    ODS = "ods"
    XLSX = "xlsx"
    XLS = "xls"
    PDF = "pdf"
    OFD = "ofd"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`after_gap`: an empty line stands before it, as between the cells of a table that became text.

    `part` is the sheet it stands on, in a file that has sheets.
    """

    text: str
    start: int
    end: int
    after_gap: bool = False
    part: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A merged cell stands in every row it covers, with the place where it is really printed.

    `assumed`: empty in a table that became text, so taken from the row above as if the cells had been merged.
    """

    text: str
    start: int
    end: int
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """`repeated_header`: the row prints an earlier table's header again, as at the top of a page."""

    cells: tuple[Cell, ...]
    start: int
    end: int
    repeated_header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[Row, ...]
    start: int
    end: int
    part: str = ""


Block = Paragraph | Table
# Where a row of the text begins, and on which page it stands where: left, top, right, bottom in thousandths.
Place = tuple[int, int, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Document:
    """`scans`: the numbers of the pages whose text was recognised in a picture. `places`: of a file that has pages."""

    name: str
    format: Format
    blocks: tuple[Block, ...]
    text: str
    scans: tuple[int, ...] = ()
    places: tuple[Place, ...] = ()


class Builder:
    """Writes the text and notes the places while a reader goes through its source."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._headers: set[tuple[str, ...]] = set()
        self._gap = False
        self.part = ""
        self.places: tuple[Place, ...] = ()

    def paragraph(self, text: str) -> None:
        """One paragraph per printed line; an empty line only leaves its mark on the next one."""
        for line in text.split("\n"):
            if kept := _clean(line):
                start, end = self._write(kept)
                self._blocks.append(Paragraph(kept, start, end, self._gap, self.part))
                self._write("\n")
            self._gap = not kept

    def table(self, rows: Sequence[Sequence[str | None]]) -> None:
        """None stands for a cell that continues the one above it."""
        built: list[Row] = []
        for values in rows:
            if any(value is None or value.strip() for value in values):
                built.append(self._row(values, built[-1].cells if built else (), first=not built))
        if built:
            self._blocks.append(Table(tuple(built), built[0].start, built[-1].end, self.part))
            self._write("\n")

    def document(self, name: str, kind: Format) -> Document:
        return Document(name, kind, tuple(self._blocks), self.text, places=self.places)

    @property
    def blocks(self) -> Sequence[Block]:
        return self._blocks

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def _row(self, values: Sequence[str | None], above: tuple[Cell, ...], *, first: bool) -> Row:
        begin, cells = self._length, []
        for column, value in enumerate(values):
            if column:
                self._write("\t")
            if value is None and column < len(above):
                cells.append(above[column])
            else:
                text = "\n".join(line for part in (value or "").split("\n") if (line := _clean(part)))
                cells.append(Cell(text, *self._write(text)))
        end = self._length
        self._write("\n")
        key = tuple("".join(cell.text.split()) for cell in cells)
        repeated = key in self._headers
        if first:
            self._headers.add(key)
        return Row(tuple(cells), begin, end, repeated)

    def _write(self, text: str) -> tuple[int, int]:
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        return start, self._length


def _clean(line: str) -> str:
    """Blanks at the edges and invisible marks are the word processor's; 科(kē) and “8 q; n+ a0 z” are the site's."""
    line = INVISIBLE.sub("", line).replace("\t", " ").strip()
    line = PINYIN.sub("", line) if "(" in line or "（" in line else line
    return GARBAGE.sub("", line) if line.isascii() or line[-1:].isascii() else line
