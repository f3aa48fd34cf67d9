"""Other ways of writing the same, put into the one way the rules know. Every place in the text stays what it was."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from app.importing.blocks import Cell, Document, Paragraph, Row, Table
from app.importing.recognise.printed_roles import BODY_WORDS
from app.importing.recognise.responsibility import LABEL

WIDE: Final = str.maketrans("０１２３４５６７８９％∶", "0123456789%：")
# （二） whose bytes a mirror read from the second one on: what is left of it says which number it was.
SHIFTED: Final = dict(zip("ㄒǘㄈㄋㄎ﹩ㄆ", "一二三四五六七", strict=True))
ASTRAY: Final = re.compile(rf"^[?？]。([{''.join(SHIFTED)}])", re.MULTILINE)
WHOLE: Final = (
    rf"(?<={BODY_WORDS}|时限|时间|期限|节点|要求|安排|进度|领导|任人|责人)"  # 〔市疾控中心牵头负责〕 is no label
)
MARKED: Final = re.compile(
    rf"^([ \t\u3000]*(?:[—–\-*·]{{1,2}}|[●○•◆◇■□▪▶◎※]|[（(]\d[）)]|[①-⑳])[ \t\u3000]*)(?={LABEL}[ \t\u3000]*[：:])",
    re.MULTILINE,
)
BOXED: Final = re.compile(rf"[【\[〔]({LABEL}){WHOLE}[】\]〕](?=\s*([：:])?)")


def plainly(document: Document) -> Document:
    """Full-width digits are digits, 【牵头单位】 is 牵头单位： as well, and a label that went astray is a label."""
    return rewritten(document, _plain) if _plain(document.text) != document.text else document


def rewritten(document: Document, rewrite: Callable[[str], str]) -> Document:
    """`rewrite` gives as many characters as it takes."""
    blocks = tuple(_block(block, rewrite) for block in document.blocks)
    return replace(document, blocks=blocks, text=rewrite(document.text))


def _plain(text: str) -> str:
    text = ASTRAY.sub(lambda match: f"（{SHIFTED[match[1]]}）", text)
    text = MARKED.sub(lambda match: " " * len(match[1]), text)
    return BOXED.sub(lambda match: f" {match[1]}{' ' if match[2] else '：'}", text.translate(WIDE))


def _block(block: Paragraph | Table, rewrite: Callable[[str], str]) -> Paragraph | Table:
    if isinstance(block, Paragraph):
        return replace(block, text=rewrite(block.text))
    return replace(block, rows=tuple(_row(row, rewrite) for row in block.rows))


def _row(row: Row, rewrite: Callable[[str], str]) -> Row:
    return replace(row, cells=tuple(Cell(rewrite(cell.text), cell.start, cell.end) for cell in row.cells))
