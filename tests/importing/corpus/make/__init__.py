"""Builders of bytes: one module for each kind of file."""

from tests.importing.corpus.make.grid import AUTO, LEFT, UP, Rows, grid
from tests.importing.corpus.make.text import html, html_table, txt
from tests.importing.corpus.make.word import Line, Table, TextBox, docx

__all__ = ["AUTO", "LEFT", "UP", "Line", "Rows", "Table", "TextBox", "docx", "grid", "html", "html_table", "txt"]
