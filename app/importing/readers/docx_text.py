"""The words of one Word paragraph as they are shown, and the text boxes that hang on it."""

import re
from collections.abc import Callable
from typing import Final

from lxml import etree

from app.importing.readers.docx_labels import printed
from app.importing.readers.docx_xml import attribute, chosen, kind

DROPPED: Final = frozenset(
    {"del", "moveFrom", "rt", "delText", "delInstrText"}
    | {"pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "tcPr", "trPr", "sectPr"}
)
DRAWINGS: Final = frozenset({"drawing", "pict", "object"})
AS_TEXT: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
ENCIRCLED: Final = re.compile(r"eq\s*\\o\\?(?:ac)?\s*\(\s*[○◯]\s*[,，]\s*([^\s()]{1,3})\s*\)", re.I)
WINGDINGS: Final = {
    0x52: "☑", 0xFE: "☑", 0x54: "☒", 0xFD: "☒", 0xA8: "□", 0x6F: "□", 0xA3: "□", 0x6E: "■", 0x6C: "●", 0xA1: "○",
    0xFC: "√", 0xFB: "×", 0x50: "√", 0x4F: "×", 0xE0: "→", 0xDF: "←", 0xB1: "±", 0xB3: "≥", 0xD0: "－", 0xB4: "×",
}  # fmt: skip
SYMBOL: Final = {0xB1: "±", 0xB3: "≥", 0xA3: "≤", 0xB4: "×", 0xB8: "÷", 0xB0: "°", 0xB7: "·", 0xAE: "→"}
DIGITS_IN_CIRCLES: Final = {**{0x81 + n: n + 1 for n in range(10)}, **{0x8C + n: n + 1 for n in range(10)}}

IsHidden = Callable[[etree._Element], bool]


class Words:
    """Goes through the runs of a paragraph; deletions, comments, footnotes and field instructions say nothing."""

    def __init__(self, paragraph: etree._Element, is_hidden: IsHidden) -> None:
        self._is_hidden = is_hidden
        self._parts: list[str] = []
        self._fields: list[list[str] | None] = []  # the instruction of each open field; None once its result began
        self.boxes: list[etree._Element] = []
        self._visit(paragraph)
        self.text = "".join(self._parts)

    def _visit(self, element: etree._Element) -> None:
        for inner in chosen(element):
            name = kind(inner)
            if name in DRAWINGS:
                self.boxes.extend(_boxes(inner))
            elif name == "txbxContent":
                self.boxes.append(inner)
            elif name == "fldChar":
                self._field(attribute(inner, "fldCharType"))
            elif name == "instrText":
                if self._fields and self._fields[-1] is not None:
                    self._fields[-1].append(inner.text or "")
            elif name == "t":
                self._say(inner.text or "")
            elif name == "sym":
                self._say(_symbol(inner))
            elif name in AS_TEXT:
                self._say(AS_TEXT[name])
            elif name not in DROPPED and not (name == "r" and self._is_hidden(inner)):
                self._visit(inner)

    def _say(self, words: str) -> None:
        if all(instruction is None for instruction in self._fields):
            self._parts.append(words)

    def _field(self, step: str | None) -> None:
        if step == "begin":
            self._fields.append([])
        elif step == "separate" and self._fields:
            self._fields[-1] = None
        elif step == "end" and self._fields:
            instruction = self._fields.pop()
            if instruction and (match := ENCIRCLED.search("".join(instruction))):
                self._say(printed("decimalEnclosedCircle", int(match[1])) if match[1].isdigit() else match[1])


def _boxes(element: etree._Element) -> list[etree._Element]:
    found: list[etree._Element] = []
    for inner in chosen(element):
        found.extend([inner] if kind(inner) == "txbxContent" else _boxes(inner))
    return found


def _symbol(element: etree._Element) -> str:
    """A sign of a picture font: its code says nothing by itself."""
    font, code = (attribute(element, "font") or "").lower(), attribute(element, "char") or ""
    if not re.fullmatch(r"[0-9A-Fa-f]{1,4}", code):
        return ""
    point = int(code, 16)
    if not 0xF000 <= point <= 0xF0FF:
        return chr(point) if point >= 0x20 and not 0xD800 <= point <= 0xF8FF else ""
    point -= 0xF000
    if "wingdings" in font:
        number = DIGITS_IN_CIRCLES.get(point) if font == "wingdings" else None
        return printed("decimalEnclosedCircle", number) if number else WINGDINGS.get(point, "")
    if "symbol" in font:
        return SYMBOL.get(point, "")
    return chr(point) if 0x20 <= point < 0x7F else ""
