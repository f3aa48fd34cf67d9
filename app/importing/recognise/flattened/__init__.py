"""Tables that became text on their way here: drawn with lines, cut by pipes or blanks, or one cell a line.

The document's text stays as it is; only its blocks are grouped again, so that every quotation still holds.
"""

from dataclasses import replace

from app.importing.blocks import Block, Document, Format, Paragraph
from app.importing.recognise.flattened import (
    cells,
    commas,
    drawn,
    exact,
    lines,
    pairs,
    piped,
    records,
    spaced,
    together,
)
from app.importing.recognise.flattened.merged import unmerged
from app.importing.recognise.flattened.strays import within_pages
from app.importing.recognise.flattened.torn import mended
from app.importing.recognise.flattened.unbroken import broken

__all__ = ["regroup"]


def regroup(document: Document) -> Document:
    """The same document with its flattened tables as tables again."""
    blocks: list[Block] = []
    run: list[Paragraph] = []
    for block in mended(document.blocks) if document.format is Format.TXT else document.blocks:
        if isinstance(block, Paragraph):
            run.append(block)
            continue
        blocks.extend(_of_run(run))
        blocks.append(unmerged(block) if document.format in (Format.TXT, Format.HTML) else block)
        run = []
    blocks.extend(_of_run(run))
    return replace(document, blocks=tuple(blocks))


def _of_run(run: list[Paragraph]) -> list[Block]:
    """Neighbouring paragraphs, by the first form that finds a table in them."""
    if not run:
        return []
    run = broken(run)
    told = within_pages(run)
    for form in (
        records.tables,
        drawn.tables,
        exact.tables,
        pairs.tables,
        piped.tables,
        commas.tables,
        lines.tables,
        cells.tables,
        together.tables,
        spaced.tables,
        exact.others,
    ):
        if (found := form(told)) is not None:
            return found
    return list(run)
