"""Writes what is recognised in each picture as one line of JSON: characters with boxes, ruling lines.

The models lie inside the package: nothing is fetched from anywhere.
"""

import json
import os
import re
import sys
from functools import cache
from itertools import pairwise
from math import atan2, degrees, hypot
from statistics import median
from typing import Any, Final

os.environ["OPENCV_IO_MAX_IMAGE_PIXELS"] = "60000000"  # read when cv2 is loaded

import cv2
import numpy as np

SHORTEST: Final = 1600
LONGEST: Final = 4000  # pixels; more detail slows the recognition and adds nothing
A4: Final = 842.0  # points of the longer side
HALF: Final = str.maketrans("(),;:?!", "（），；：？！")
CHINESE: Final = re.compile(r"[\u4e00-\u9fff（）《》“”、。，]")
Picture = Any
Rule = tuple[float, float, float]
Placed = tuple[str, float, float, float, float]


def main(paths: list[str]) -> None:
    for path in paths:
        sys.stdout.write(json.dumps(opened(path)) + "\n")
        sys.stdout.flush()


@cache
def engine_of() -> Any:
    """Only when there is something to read: loading the models takes a second."""
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            "Global.log_level": "error",
            "Global.max_side_len": LONGEST,
        }
    )


def opened(path: str) -> dict[str, Any]:
    try:
        picture = cv2.imdecode(np.fromfile(path, dtype=np.uint8), cv2.IMREAD_COLOR)
    except cv2.error:  # more pixels than allowed
        return {"error": "size"}
    return {"error": "damaged"} if picture is None else read(engine_of(), picture)


def read(engine: Any, picture: Picture) -> dict[str, Any]:
    picture = straightened(fitted(picture))
    across, down = rules(picture)
    result = searched(engine, without_rules(picture, across, down))
    if is_sideways(result.boxes):
        sides = [cv2.rotate(picture, way) for way in (cv2.ROTATE_90_CLOCKWISE, cv2.ROTATE_90_COUNTERCLOCKWISE)]
        tried = [searched(engine, without_rules(side, *rules(side))) for side in sides]
        picture, result = max(zip(sides, tried, strict=True), key=lambda pair: sum(pair[1].scores or (0,)))
        across, down = rules(picture)
    height, width = picture.shape[:2]
    words = [word for text, box in pairs(engine, picture, result, down) for word in characters(text, box)]
    words.extend(overlooked(engine, picture, words, across, down))
    scale = A4 / max(height, width)
    return {
        "width": width * scale,
        "height": height * scale,
        "words": [(text, *(round(value * scale, 2) for value in box)) for text, *box in words],
        "across": [tuple(round(value * scale, 2) for value in rule) for rule in across],
        "down": [tuple(round(value * scale, 2) for value in rule) for rule in down],
    }


def fitted(picture: Picture) -> Picture:
    """Not so large that it takes minutes, nor so small that strokes run together."""
    longest = max(picture.shape[:2])
    if SHORTEST <= longest <= LONGEST:
        return picture
    scale = (LONGEST if longest > LONGEST else min(SHORTEST * 1.5, longest * 2)) / longest
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return cv2.resize(picture, None, fx=scale, fy=scale, interpolation=way)


def ink(picture: Picture) -> Picture:
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    return cv2.adaptiveThreshold(255 - grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, 25, -8)


def straightened(picture: Picture) -> Picture:
    """Turned by the angle of its long lines; where it has none, by that of its rows of ink."""
    width = picture.shape[1]
    found = cv2.HoughLinesP(ink(picture), 1, np.pi / 720, 200, minLineLength=width // 4, maxLineGap=width // 150)
    angles = []
    for x0, y0, x1, y1 in (line.ravel() for line in found) if found is not None else ():
        angle = degrees(atan2(y1 - y0, x1 - x0))
        if abs(angle) < 15:
            angles.append((angle, hypot(x1 - x0, y1 - y0)))
    angle = median(angle for angle, _ in angles) if len(angles) >= 2 else angle_of_rows(picture)
    return turned(picture, angle) if abs(angle) > 0.1 else picture


def angle_of_rows(picture: Picture) -> float:
    """The angle at which the rows of ink stand out most clearly from the blanks between them."""
    scale = 800 / max(picture.shape[:2])
    small = cv2.resize(ink(picture), None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)

    def contrast(angle: float) -> float:
        profile = turned(small, angle, border=0).sum(axis=1, dtype=np.float64)
        return float(((profile[1:] - profile[:-1]) ** 2).sum())

    best: float = max((step * 0.5 for step in range(-20, 21)), key=contrast)
    best = max((best + step * 0.1 for step in range(-5, 6)), key=contrast)
    return best if contrast(best) > contrast(0.0) * 1.1 else 0.0


def turned(picture: Picture, angle: float, border: int = 255) -> Picture:
    height, width = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return cv2.warpAffine(
        picture, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=(border, border, border)
    )


def is_sideways(boxes: Any) -> bool:
    """A page scanned on its side: its rows of text are high instead of wide."""
    if boxes is None or len(boxes) < 4:
        return False
    return sum(1 for box in boxes if np.ptp(box[:, 1]) > 1.5 * np.ptp(box[:, 0])) > len(boxes) * 0.6


def rules(picture: Picture) -> tuple[list[Rule], list[Rule]]:
    """Long straight strokes across and down."""
    width = picture.shape[1]
    black = ink(picture)
    found: tuple[list[Rule], list[Rule]] = [], []
    for way, size in enumerate(((max(width // 30, 40), 1), (1, max(width // 40, 40)))):
        kept = cv2.morphologyEx(black, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, size))
        kept = cv2.dilate(kept, cv2.getStructuringElement(cv2.MORPH_RECT, (9, 3) if way == 0 else (3, 9)))
        for x, y, wide, high, _ in cv2.connectedComponentsWithStats(kept)[2][1:3000]:
            if way == 0 and wide > 6 * high:
                found[0].append((float(y + high / 2), float(x), float(x + wide)))
            elif way == 1 and high > 3 * wide:
                found[1].append((float(x + wide / 2), float(y), float(y + high)))
    crossing = [rule for rule in found[1] if any(crosses(rule, level) for level in found[0])]
    return found[0], crossing


def crosses(upright: Rule, level: Rule) -> bool:
    return upright[1] - 12 <= level[0] <= upright[2] + 12 and level[1] - 12 <= upright[0] <= level[2] + 12


def without_rules(picture: Picture, across: list[Rule], down: list[Rule]) -> Picture:
    """Lines whitened, so that they neither cut nor join words."""
    if not across or not down:
        return picture
    plain = picture.copy()
    for at, start, end in across:
        cv2.line(plain, (int(start), round(at)), (int(end), round(at)), (255, 255, 255), 5)
    for at, start, end in down:
        cv2.line(plain, (round(at), int(start)), (round(at), int(end)), (255, 255, 255), 5)
    return plain


def searched(engine: Any, picture: Picture) -> Any:
    """Every call names all three stages: the engine remembers those of the last one."""
    return engine(picture, use_det=True, use_cls=True, use_rec=True)


def pairs(engine: Any, picture: Picture, result: Any, down: list[Rule]) -> list[tuple[str, Any]]:
    """Rows of text with their boxes; a row that runs over a ruling line is read again, piece by piece."""
    found = []
    for text, box in zip(result.txts or (), result.boxes if result.boxes is not None else (), strict=False):
        x0, y0, x1, y1 = bounds(box)
        edge = (y1 - y0) * 0.4
        cuts = sorted(at for at, start, end in down if x0 + edge < at < x1 - edge and start < (y0 + y1) / 2 < end)
        if not cuts:
            found.append((text, box))
            continue
        for left, right in pairwise([x0, *cuts, x1]):
            inner = max(left + 3, 0), max(y0 - 2, 0), right - 3, y1 + 2
            piece = picture[int(inner[1]) : int(inner[3]), int(inner[0]) : int(inner[2])]
            if piece.size and (words := read_piece(engine, piece)):
                found.append((words, tight(piece, inner)))
    return found


def read_piece(engine: Any, piece: Picture, least: float = 0.5) -> str:
    result = engine(piece, use_det=False, use_cls=False, use_rec=True)
    return result.txts[0].strip() if result.txts and result.scores[0] > least else ""


def tight(piece: Picture, inner: tuple[float, float, float, float]) -> Any:
    """The part of a piece that holds ink."""
    columns = np.flatnonzero(ink(piece).any(axis=0))
    begin, end = (int(columns[0]), int(columns[-1])) if columns.size else (0, piece.shape[1])
    return np.array([[inner[0] + begin, inner[1]], [inner[0] + end, inner[3]]])


def bounds(box: Any) -> tuple[float, float, float, float]:
    return float(box[:, 0].min()), float(box[:, 1].min()), float(box[:, 0].max()), float(box[:, 1].max())


def characters(text: str, box: Any) -> list[Placed]:
    """A recognised row shared out among its characters: Latin ones are about half as wide."""
    text = full_width(text)
    x0, y0, x1, y1 = bounds(box)
    widths = [0.55 if character.isascii() else 1.0 for character in text]
    step = (x1 - x0) / max(sum(widths), 0.5)
    found, at = [], x0
    for character, width in zip(text, widths, strict=True):
        found.append((character, at, y0, at + width * step, y1))
        at += width * step
    return found


def full_width(text: str) -> str:
    """The recognition gives half-width brackets and commas; beside Chinese characters they were full-width."""

    def mapped(match: re.Match[str]) -> str:
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        beside = CHINESE.match(before) or CHINESE.match(after)
        return match[0].translate(HALF) if beside else match[0]

    return re.sub(r"[(),;:?!]", mapped, text)


def overlooked(
    engine: Any,
    picture: Picture,
    words: list[Placed],
    across: list[Rule],
    down: list[Rule],
) -> list[Placed]:
    """Single figures in a cell of their own are too small for the search; ink that no word covers is tried again."""
    black = ink(without_rules(picture, across, down))
    for _, x0, y0, x1, y1 in words:
        black[max(int(y0) - 4, 0) : int(y1) + 4, max(int(x0) - 6, 0) : int(x1) + 6] = 0
    size = int(median(y1 - y0 for _, _, y0, _, y1 in words)) if words else 30
    near = cv2.getStructuringElement(cv2.MORPH_RECT, (max(size // 2, 3), 3))
    found: list[Placed] = []
    for x, y, wide, high, area in cv2.connectedComponentsWithStats(cv2.dilate(black, near))[2][1:4000]:
        if not (size * 0.4 <= high <= size * 1.5 and wide <= size * 4 and area > high * 2) or len(found) > 200:
            continue
        if any(abs(x + wide / 2 - at) < size * 0.4 for at, start, end in down if start <= y + high and y <= end):
            continue  # a remnant of the line
        edge = size // 3
        part = picture[max(y - edge, 0) : y + high + edge, max(x - edge, 0) : x + wide + edge]
        if text := read_piece(engine, part, 0.7):
            found.extend(characters(text, np.array([[x, y], [x + wide, y + high]])))
    return found


if __name__ == "__main__":
    main(sys.argv[1:])
