"""Builders of bytes: one module for each kind of file."""

from tests.importing.corpus.make.flat import boxed, cell_a_line, piped, run_together, spaced, tabbed
from tests.importing.corpus.make.grid import AUTO, LEFT, UP, Block, Line, Rows, Table, TextBox, grid
from tests.importing.corpus.make.ofd import Writer, ofd, pages_of
from tests.importing.corpus.make.office import converted, has_office
from tests.importing.corpus.make.paper import pdf
from tests.importing.corpus.make.scan import image_pdf, png
from tests.importing.corpus.make.sheet import Sheet, xlsx
from tests.importing.corpus.make.text import html, html_table, txt
from tests.importing.corpus.make.word import docx

__all__ = [
    "AUTO",
    "LEFT",
    "UP",
    "Block",
    "Line",
    "Rows",
    "Sheet",
    "Table",
    "TextBox",
    "Writer",
    "boxed",
    "cell_a_line",
    "converted",
    "docx",
    "grid",
    "has_office",
    "html",
    "html_table",
    "image_pdf",
    "ofd",
    "pages_of",
    "pdf",
    "piped",
    "png",
    "run_together",
    "spaced",
    "tabbed",
    "txt",
    "xlsx",
]
