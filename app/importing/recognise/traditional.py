"""Mirrors in traditional characters: read as if they were simplified, written down as they are printed.

Only the characters of a ledger's own vocabulary are listed. Each stands for exactly one other, so places stay.
"""

from dataclasses import replace
from typing import Any, Final

from app.importing.blocks import Cell, Document, Paragraph, Row, Table

PAIRS: Final = (
    "責责單单門门牽牵頭头負负參参與与辦办會会廳厅處处時时間间務务標标號号項项進进報报聯联領领導导織织實实規规劃划書书關关於于發发幾几"
    "動动業业產产總总黨党組组織织區区縣县鎮镇鄉乡國国際际農农財财務务資资環环護护衛卫監监審审計计統统戰战宣宣傳传學学員员團团婦妇殘残紀纪"
    "檢检査查稅税權权條条項项類类別别節节減减壓压達达約约萬万億亿個个條条戶户場场歲岁兩两專专題题應应當当確确認认證证續续長长堅坚"
    "幹干強强優优協协調调勞劳保保險险醫医療疗養养賓宾館馆銀银鐵铁運运輸输電电網网訊讯氣气熱热質质量量創创設设備备從从開开閉闭預预"
    "該该據据據据錄录臺台賬账單单議议討讨論论討讨劃划畫画題题複复製制訂订歸归檔档級级層层廣广播播視视體体育育樂乐觀观覽览"
)
SIMPLE: Final = dict(zip(PAIRS[::2], PAIRS[1::2], strict=True))
TABLE: Final = str.maketrans(SIMPLE)
TELLING: Final = frozenset("責單門牽頭負參辦會廳處時間務標號項進報聯領導實規劃書關發動業產總黨組區縣鎮鄉國際")
ENOUGH: Final = 5


def simplified(document: Document) -> tuple[Document, dict[int, str]]:
    """The document to read by the rules, and what gives its own characters back; nothing where it has none of them."""
    if sum(char in TELLING for char in document.text[:4000]) < ENOUGH:
        return document, {}
    back = {ord(SIMPLE[char]): char for char in document.text if char in SIMPLE}
    blocks = tuple(_block(block) for block in document.blocks)
    return replace(document, blocks=blocks, text=document.text.translate(TABLE)), back


def as_printed(value: Any, back: dict[int, str]) -> Any:
    """The same records with every text in the document's own characters."""
    if isinstance(value, str) and type(value) is str:
        return value.translate(back)
    if isinstance(value, tuple):
        return tuple(as_printed(part, back) for part in value)
    if hasattr(value, "__dataclass_fields__"):
        return replace(value, **{name: as_printed(getattr(value, name), back) for name in value.__dataclass_fields__})
    return value


def _block(block: Paragraph | Table) -> Paragraph | Table:
    if isinstance(block, Paragraph):
        return replace(block, text=block.text.translate(TABLE))
    return replace(block, rows=tuple(_row(row) for row in block.rows))


def _row(row: Row) -> Row:
    return replace(row, cells=tuple(Cell(cell.text.translate(TABLE), cell.start, cell.end) for cell in row.cells))
