"""The objects on an OFD page: text with the advance of each character, lines, pictures, groups of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from math import atan2, degrees, hypot, isfinite
from typing import Final

from lxml import etree

from app.importing.readers.pages.model import Rule, Word

POINTS: Final = 72 / 25.4
MAX_WORDS: Final = 60_000
MAX_RULES: Final = 12_000
THIN: Final = 1.0
DEEP: Final = 6
Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
ARGUMENTS: Final = {"M": 2, "L": 2, "S": 2, "Q": 4, "B": 6, "A": 7, "C": 0}


def name_of(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def kids(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    return (child for child in element.iterchildren() if name_of(child) in names)


def numbers(text: str | None) -> list[float]:
    """What is no number counts as 0, as the readers of this format do."""
    return [_number(part) for part in (text or "").replace(",", " ").split()[:20_000]]


def _number(text: str | None, otherwise: float = 0.0) -> float:
    try:
        value = float(text or "")
    except ValueError:
        return otherwise
    return value if isfinite(value) and abs(value) < 1e7 else otherwise


@dataclass(slots=True)
class Canvas:
    """What is drawn on one page, in points."""

    units: dict[str, etree._Element]
    words: list[Word] = field(default_factory=list)
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    pictures: list[tuple[float, str]] = field(default_factory=list)
    printed: set[tuple[str, int, int]] = field(default_factory=set)

    def draw(self, page: etree._Element, left: float, top: float) -> None:
        for content in kids(page, "Content"):
            self._objects(content, (1, 0, 0, 1, -left, -top), 0)

    def _objects(self, parent: etree._Element, outer: Matrix, depth: int) -> None:
        for element in parent.iterchildren():
            kind = name_of(element)
            if kind in ("Layer", "PageBlock", "Content") and depth < DEEP * 4:
                self._objects(element, outer, depth + 1)
            elif element.get("Visible") == "false" or kind not in (
                "TextObject",
                "PathObject",
                "ImageObject",
                "CompositeObject",
            ):
                continue
            else:
                self._object(element, kind, _product(_placing(element), outer), depth)

    def _object(self, element: etree._Element, kind: str, matrix: Matrix, depth: int) -> None:
        if kind == "TextObject":
            self._text(element, matrix)
        elif kind == "PathObject":
            self._path(element, matrix)
        elif kind == "ImageObject":
            box = [*numbers(element.get("Boundary")), 0, 0, 0, 0]
            self.pictures.append((box[2] * box[3], element.get("ResourceID") or ""))
        elif depth < DEEP and (unit := self.units.get(element.get("ResourceID") or "")) is not None:
            self._objects(unit, matrix, depth + DEEP // 3)

    def _text(self, element: etree._Element, matrix: Matrix) -> None:
        size = _number(element.get("Size"), 3.5)
        scale = _number(element.get("HScale"), 1.0) or 1.0
        turned = degrees(atan2(matrix[1], matrix[0])) % 90
        if min(turned, 90 - turned) > 8:  # a watermark
            return
        x = y = 0.0
        for code in kids(element, "TextCode"):
            x, y = _number(code.get("X"), x), _number(code.get("Y"), y)
            text = (code.text or "").strip("\r\n")
            right, down = _steps(code.get("DeltaX")), _steps(code.get("DeltaY"))
            at, level = x, y
            for place, character in enumerate(text):
                wide = size * scale * (0.5 if character.isascii() else 1.0)
                step = right[place] if place < len(right) else (0.0 if down else wide)
                if len(self.words) < MAX_WORDS:
                    self._character(
                        character, at, level, wide if step <= 0 or step > wide * 1.6 else step, size, matrix
                    )
                at += step
                level += down[place] if place < len(down) else 0.0

    def _character(self, character: str, x: float, y: float, wide: float, size: float, matrix: Matrix) -> None:
        corners = [_at(matrix, a, b) for a in (x, x + wide) for b in (y - size * 0.88, y + size * 0.12)]
        xs, ys = [corner[0] for corner in corners], [corner[1] for corner in corners]
        word = Word(" " if character.isspace() else character, min(xs), min(ys), max(xs), max(ys))
        key = word.text, round(word.x0), round(word.top)
        if word.text != " " and key in self.printed:  # printed twice to look bold
            return
        self.printed.add(key)
        if word.height > 0.5:
            self.words.append(word)

    def _path(self, element: etree._Element, matrix: Matrix) -> None:
        strokes, fills = element.get("Stroke") != "false", element.get("Fill") == "true"
        if not strokes and not fills:
            return
        colour = next(
            (numbers(child.get("Value")) for child in kids(element, "StrokeColor" if strokes else "FillColor")), []
        )
        if colour and len(colour) != 4 and min(colour) > 245:
            return
        data = " ".join(child.text or "" for child in kids(element, "AbbreviatedData"))
        for part in _parts(data):
            self._lines([_at(matrix, *point) for point in part], strokes=strokes)

    def _lines(self, points: list[Point], *, strokes: bool) -> None:
        xs, ys = [point[0] for point in points], [point[1] for point in points]
        if min(max(xs) - min(xs), max(ys) - min(ys)) <= THIN * POINTS:
            middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
            if max(xs) - min(xs) >= max(ys) - min(ys):
                self._rule((min(xs), middle[1]), (max(xs), middle[1]))
            else:
                self._rule((middle[0], min(ys)), (middle[0], max(ys)))
        elif strokes:
            for one, other in pairwise(points):
                self._rule(one, other)

    def _rule(self, one: Point, other: Point) -> None:
        if len(self.across) + len(self.down) >= MAX_RULES or hypot(other[0] - one[0], other[1] - one[1]) < 1:
            return
        if abs(one[1] - other[1]) < 1:
            self.across.append(Rule((one[1] + other[1]) / 2, min(one[0], other[0]), max(one[0], other[0])))
        elif abs(one[0] - other[0]) < 1:
            self.down.append(Rule((one[0] + other[0]) / 2, min(one[1], other[1]), max(one[1], other[1])))


def _placing(element: etree._Element) -> Matrix:
    """From the object's own space to its parent's: first its CTM, then the corner of its boundary."""
    boundary = numbers(element.get("Boundary"))
    x, y = boundary[:2] if len(boundary) >= 2 else (0.0, 0.0)
    ctm = numbers(element.get("CTM"))
    if len(ctm) != 6:
        return 1, 0, 0, 1, x, y
    return ctm[0], ctm[1], ctm[2], ctm[3], ctm[4] + x, ctm[5] + y


def _product(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _at(matrix: Matrix, x: float, y: float) -> Point:
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e) * POINTS, (b * x + d * y + f) * POINTS


def _steps(text: str | None) -> list[float]:
    """`g 3 5` is three times 5."""
    parts = (text or "").replace(",", " ").split()
    steps: list[float] = []
    place = 0
    while place < len(parts) and len(steps) < MAX_WORDS:
        if parts[place].lower() == "g" and place + 2 < len(parts):
            times = int(min(max(_number(parts[place + 1]), 0), MAX_WORDS))
            steps.extend([_number(parts[place + 2])] * times)
            place += 3
        else:
            steps.append(_number(parts[place]))
            place += 1
    return steps


def _parts(data: str) -> Iterator[list[Point]]:
    """The straight stretches of a path; what is curved is no ruling line."""
    points: list[Point] = []
    curved = False
    tokens = re.findall(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?", data[:200_000])
    place = 0
    while place < len(tokens):
        command = tokens[place].upper()
        count = ARGUMENTS.get(command, 0)
        values = [_number(token) for token in tokens[place + 1 : place + 1 + count]]
        place += 1 + len(values)
        if command in ("M", "S"):
            if len(points) > 1 and not curved:
                yield points
            points, curved = [], False
        if command == "C" and points:
            points.append(points[0])
        elif command in ARGUMENTS and len(values) == count and count:
            points.append((values[-2], values[-1]))
            curved = curved or command in "QBA"
    if len(points) > 1 and not curved:
        yield points
