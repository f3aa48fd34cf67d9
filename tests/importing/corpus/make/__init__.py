"""Builders of bytes: one module for each kind of file."""

from tests.importing.corpus.make.flat import boxed, cell_a_line, piped, run_together, spaced
from tests.importing.corpus.make.grid import Block, Line, Table, TextBox, grid
from tests.importing.corpus.make.ofd import Writer, ofd
from tests.importing.corpus.make.office import converted
from tests.importing.corpus.make.paper import pdf
from tests.importing.corpus.make.scan import covered, image_pdf, png
from tests.importing.corpus.make.sheet import Sheet, xlsx
from tests.importing.corpus.make.text import html, html_table, txt
from tests.importing.corpus.make.word import docx

__all__ = [
    "Block",
    "Line",
    "Sheet",
    "Table",
    "TextBox",
    "Writer",
    "boxed",
    "cell_a_line",
    "converted",
    "covered",
    "docx",
    "grid",
    "html",
    "html_table",
    "image_pdf",
    "ofd",
    "pdf",
    "piped",
    "png",
    "run_together",
    "spaced",
    "txt",
    "xlsx",
]
