"""Saved web pages: paragraphs and tables in order, without what only serves the site."""

import re
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from app.importing.blocks import Builder, Document, Format
from app.importing.readers.errors import Unreadable

OPENING = re.compile(
    r"\s*(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype\s+html|html|head|body|meta|div|table|article|section|h[1-6]|p|style|title|link|script|center|font|span|form|ul|ol|b|strong)\b",
    re.I | re.S,
)
DROPPED: Final = frozenset(
    {"script", "style", "nav", "noscript", "template", "iframe", "svg", "select", "button", "head"}
)
BLOCKS: Final = frozenset(
    {"p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "br", "hr", "tr", "td", "th", "dl", "dt", "dd"}
    | {"section", "article", "main", "header", "footer", "aside", "pre", "blockquote", "center", "form", "fieldset"}
    | {"figure", "figcaption", "body", "html", "address"}
)
NESTING: Final = re.compile(
    r"<(/?)(?:div|span|section|article|table|ul|ol|font|b|i|u|em|strong|a|center|blockquote|form)\b", re.I
)
HIDDEN: Final = re.compile(r"display\s*:\s*none", re.IGNORECASE)  # a row that Excel hid, what a forum sets in lines
INLINE: Final = frozenset({"span", "font", "i", "em", "b"})
MENU: Final = 3  # links in a row
MAX_SPAN: Final = 200
MAX_DEPTH: Final = 5000


def looks_like_html(text: str) -> bool:
    return OPENING.match(text[:4000]) is not None


def read(text: str, name: str) -> Document:
    builder = Builder()
    write(text, name, builder)
    return builder.document(name, Format.HTML)


def write(text: str, name: str, builder: Builder) -> None:
    if _is_too_deep(text):
        raise Unreadable(name, "的网页标签嵌套过深，不像正常的网页", "请把正文复制到 Word，另存为 .docx 后上传")
    tree = LexborHTMLParser(text)
    if tree.root is not None:
        _walk(tree.root, builder)


def _is_too_deep(text: str) -> bool:
    """The parser's time grows with the square of the depth, so the depth is counted first."""
    depth = 0
    for match in NESTING.finditer(text):
        depth = max(depth - 1, 0) if match[1] else depth + 1
        if depth > MAX_DEPTH:
            return True
    return False


class _Lines:
    """Paragraphs on their way to the document. Several links in a row are a menu, which is no part of it."""

    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self.words: list[str] = []
        self.plain: list[str] = []  # what of the words is no link
        self.links: list[str] = []

    def add(self, words: str, *, is_linked: bool) -> None:
        self.words.append(words)
        if not is_linked:
            self.plain.append(words)

    def end(self) -> None:
        """The line is whole."""
        text = "".join(self.words)
        if text.strip() and not "".join(self.plain).strip():
            self.links.append(text)
        else:
            if text.strip():
                self.end_links()
            self.builder.paragraph(text)
        self.words.clear()
        self.plain.clear()

    def end_links(self) -> None:
        for text in self.links if len(self.links) < MENU else ():
            self.builder.paragraph(text)
        self.links.clear()


def _walk(root: LexborNode, builder: Builder) -> None:
    """Goes through the tree with its own stack: a page nested a hundred thousand deep must not end the process."""
    lines, links = _Lines(builder), 0
    stack: list[tuple[LexborNode, bool]] = [(root, False)]
    while stack:
        node, is_leaving = stack.pop()
        if node.tag == "-text":
            lines.add(_squeeze(node.text_content or ""), is_linked=links > 0)
            continue
        if node.tag == "pre" or (node.tag == "table" and not is_leaving and not _lays_out(node)):
            lines.end()
            lines.end_links()
            if node.tag == "pre":
                builder.paragraph(node.text() or "")
            else:
                builder.table(_rows(node))
            continue
        if node.tag in DROPPED or (node.tag in INLINE and _is_hidden(node)):
            continue
        if node.tag in BLOCKS:
            lines.end()
        if node.tag == "a" and node.attributes.get("href"):
            links += -1 if is_leaving else 1
        if is_leaving:
            continue
        stack.append((node, True))
        stack.extend((child, False) for child in reversed(list(node.iter(include_text=True))))
    lines.end()
    lines.end_links()


def _lays_out(table: LexborNode) -> bool:
    """A table that holds tables, or never has two cells side by side, only lays out the page."""
    if any(inner.mem_id != table.mem_id for inner in table.css("table")):
        return True
    cells = (sum(node.tag in ("td", "th") for node in row.iter()) for row in table.css("tr"))
    return max(cells, default=0) < 2


def _squeeze(text: str) -> str:
    """In HTML a line break in the source is a mere blank, and between Chinese characters not even that."""
    text = re.sub(r"(?<=[^\x00-\x7f])[ \t]*\n\s*(?=[^\x00-\x7f])", "", text)
    return re.sub(r"[ \t\r\n\xa0]+", " ", text)


def _rows(table: LexborNode) -> list[list[str | None]]:
    """Cells spread over rows continue (None) in each of them; cells spread over columns are followed by empty ones."""
    rows: list[list[str | None]] = []
    running: dict[int, int] = {}
    for row in table.css("tr"):
        values: list[str | None] = []
        for cell in (node for node in row.iter() if node.tag in ("td", "th")):
            _continue_spans(values, running)
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            for offset in range(width):
                if height > 1:
                    running[len(values)] = height - 1
                values.append("" if offset else _cell_text(cell))
        _continue_spans(values, running)
        if not _is_hidden(row):
            rows.append(values)
    return rows


def _is_hidden(node: LexborNode) -> bool:
    return HIDDEN.search(node.attributes.get("style") or "") is not None


def _continue_spans(values: list[str | None], running: dict[int, int]) -> None:
    while running.get(len(values), 0) > 0:
        running[len(values)] -= 1
        values.append(None)


def _span(cell: LexborNode, attribute: str) -> int:
    value = cell.attributes.get(attribute) or "1"
    return min(max(int(value), 1), MAX_SPAN) if value.isascii() and value.isdigit() and len(value) < 6 else 1


def _cell_text(cell: LexborNode) -> str:
    inner = Builder()
    for child in cell.iter(include_text=True):
        _walk(child, inner)
    return inner.document("", Format.HTML).text
