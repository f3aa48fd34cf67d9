"""What a reader found, in the plainest form."""

from app.importing.blocks import Document, Paragraph, Table
from app.importing.readers import read


def paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def rows(document: Document) -> list[list[str]]:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


def paragraphs_in(data: bytes) -> list[str]:
    return paragraphs(read(data, "台账"))


def rows_in(data: bytes) -> list[list[str]]:
    return rows(read(data, "台账"))
