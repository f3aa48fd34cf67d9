"""Writes what is recognised in each picture as one line of JSON: characters with boxes, ruling lines.

The models lie inside the package: nothing is fetched from anywhere.
"""

import json
import os
import re
import sys
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from statistics import median
from typing import Any, Final

os.environ["OPENCV_IO_MAX_IMAGE_PIXELS"] = "60000000"  # read when cv2 is loaded

import cv2
import numpy as np
from ruling import Rule, rules, without_rules
from scanned import Picture, View, cleaned, fitted, ink, sent, straightened

A4: Final = 842.0  # points of the longer side
GLANCE: Final = 1280  # pixels are enough to see which way the rows of text run
SAMPLES: Final = 15
MAX_PAGES: Final = 30
TIFF: Final = (b"II*\x00", b"MM\x00*")
HALF: Final = str.maketrans("(),;:?!", "（），；：？！")
CHINESE: Final = re.compile(r"[\u4e00-\u9fff（）《》“”、。，]")
APART: Final = 0.6  # of a character's width: a gap between columns
NOTHING: Final = {"width": 595.0, "height": 842.0, "words": (), "across": (), "down": ()}  # a stroke, not a page
Box = tuple[float, float, float, float]
Placed = tuple[str, float, float, float, float]


def main(paths: list[str]) -> None:
    for path in paths:
        for record in opened(path):
            sys.stdout.write(json.dumps(record) + "\n")
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
            "Global.max_side_len": 4000,
        }
    )


def opened(path: str) -> Iterator[dict[str, Any]]:
    """One record for each picture in the file: scanners put all pages into one TIFF."""
    data = np.fromfile(path, dtype=np.uint8)
    for number in range(MAX_PAGES if bytes(data[:4]) in TIFF else 1):
        try:
            pictures = (cv2.imdecode(data, cv2.IMREAD_COLOR),) if number == 0 else decoded(data, number)
        except cv2.error:  # more pixels than allowed
            yield {"error": "size"}
            return
        if not pictures:
            return
        if pictures[0] is None:
            yield {"error": "damaged"}
            return
        is_page = min(pictures[0].shape[:2]) * 20 > max(pictures[0].shape[:2])
        yield read(engine_of(), pictures[0]) if is_page else NOTHING


def decoded(data: Any, number: int) -> Any:
    """The further picture of this number, if there is one."""
    done, pictures = cv2.imdecodemulti(data, cv2.IMREAD_COLOR, range=(number, number + 1))
    return pictures if done else ()


def read(engine: Any, picture: Picture) -> dict[str, Any]:
    view = straightened(upright(engine, fitted(cleaned(sent(picture)))))
    picture = view.picture
    across, down = rules(picture)
    plain = without_rules(picture, across, down)
    found = rows(engine, plain, down)
    words = [word for row, _ in found for word in row]
    words.extend(overlooked(engine, plain, [box for _, box in found], down))
    height, width = picture.shape[:2]
    scale = A4 / max(height, width)
    return {
        "width": width * scale,
        "height": height * scale,
        "words": [(text, *(round(value * scale, 2) for value in box)) for text, *box in words],
        "across": [tuple(round(value * scale, 2) for value in rule) for rule in across],
        "down": [tuple(round(value * scale, 2) for value in rule) for rule in down],
        "onto": (view.back @ np.diag([1 / scale, 1 / scale, 1])).ravel().tolist(),
    }


def upright(engine: Any, view: View) -> View:
    """A page scanned on its side or upside down, turned back: its rows must run across, and be read from the left."""
    picture = view.picture
    scale = min(GLANCE / max(picture.shape[:2]), 1.0)
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    boxes = engine(small, use_det=True, use_cls=False, use_rec=False).boxes
    if boxes is None:
        return view
    areas = [[int(value / scale) for value in bounds(box)] for box in boxes]
    high = [area for area in areas if area[3] - area[1] > 1.5 * (area[2] - area[0])]
    is_sideways = len(areas) >= 4 and len(high) > len(areas) * 0.6
    longest = sorted(high if is_sideways else areas, key=lambda area: area[0] + area[1] - area[2] - area[3])
    votes = []
    for x0, y0, x1, y1 in longest[:SAMPLES]:
        part = picture[max(y0, 0) : y1, max(x0, 0) : x1]
        if part.size:
            part = cv2.rotate(part, cv2.ROTATE_90_COUNTERCLOCKWISE) if is_sideways else part
            votes.append(engine(part, use_det=False, use_cls=True, use_rec=False).cls_res[0])
    is_reversed = sum(score if label == "180" else -score for label, score in votes) > 0
    if is_sideways:
        return view.quarter_turns(1 if is_reversed else 3)
    return view.quarter_turns(2) if is_reversed else view


def rows(engine: Any, picture: Picture, down: list[Rule]) -> list[tuple[list[Placed], Box]]:
    """Rows of text as their characters, each where the recognition saw it, and the boxes of the rows."""
    found = engine(
        picture, use_det=True, use_cls=False, use_rec=True, return_word_box=True, return_single_char_box=True
    )
    boxes = found.boxes if found.boxes is not None else ()
    made: list[tuple[list[Placed], Box]] = []
    for edges, seen in zip(boxes, found.word_results or (), strict=False):
        box = x0, y0, x1, y1 = bounds(edges)
        slack = (y1 - y0) * 0.4
        cuts = sorted(at for at, start, end in down if x0 < at < x1 and start < (y0 + y1) / 2 < end)
        if inner := [at for at in cuts if x0 + slack < at < x1 - slack]:
            made.append((read_apart(engine, picture, box, inner), box))
            continue
        x0, x1 = (
            max([x0, *(at for at in cuts if at <= x0 + slack)]),
            min([x1, *(at for at in cuts if at >= x1 - slack)]),
        )
        signs = [(text, *bounds(np.array(place))) for text, _, place in seen if text]
        if signs:
            made.append((placed([(text, left, y0, right, y1) for text, left, _, right, _ in signs], x0, x1), box))
    return made


def read_apart(engine: Any, picture: Picture, box: Box, cuts: list[float]) -> list[Placed]:
    """A row that runs over ruling lines, read again piece by piece."""
    x0, y0, x1, y1 = box
    top, bottom = max(int(y0) - 2, 0), int(y1) + 2
    found: list[Placed] = []
    for left, right in pairwise([max(x0, 0), *cuts, x1]):
        begin = int(left) + 3
        piece = picture[top:bottom, begin : int(right) - 3]
        columns = np.flatnonzero(ink(piece).any(axis=0)) if piece.size else np.zeros(0)
        first, last = (int(columns[0]), int(columns[-1])) if columns.size else (0, 0)
        if (last - first) * 4 > y1 - y0 and (text := read_piece(engine, piece, 0.5)):
            found.extend(characters(text, begin + first, top, begin + last, bottom))
    return found


def placed(row: list[Placed], begin: float, end: float) -> list[Placed]:
    """Full-width signs; characters next to each other meet, but not over a gap between columns."""
    text = full_width("".join(word[0] for word in row))
    if len(text) != len(row):
        text = "".join(word[0][0] for word in row)
    wide = [0.55 if sign.isascii() else 1.0 for sign in text]
    middles = [(word[1] + word[3]) / 2 for word in row]
    steps = [(one + other) / 2 for one, other in pairwise(wide)]
    usual = [(there - here) / step for (here, there), step in zip(pairwise(middles), steps, strict=True)]
    pitch = median(usual or [row[0][4] - row[0][2]])
    lefts = [middle - pitch * width / 2 for middle, width in zip(middles, wide, strict=True)]
    rights = [middle + pitch * width / 2 for middle, width in zip(middles, wide, strict=True)]
    lefts[0], rights[-1] = max(lefts[0] - pitch / 4, begin), min(rights[-1] + pitch / 4, end)
    for place, step in enumerate(steps):
        here, following = middles[place : place + 2]
        if following - here - step * pitch < APART * pitch:
            rights[place] = lefts[place + 1] = here + (following - here) * wide[place] / (2 * step)
    return [
        (sign, left, word[2], right, word[4]) for sign, left, word, right in zip(text, lefts, row, rights, strict=True)
    ]


def read_piece(engine: Any, piece: Picture, least: float) -> str:
    result = engine(piece, use_det=False, use_cls=False, use_rec=True, return_word_box=False)
    return result.txts[0].strip() if result.txts and result.scores[0] > least else ""


def bounds(box: Any) -> Box:
    return float(box[:, 0].min()), float(box[:, 1].min()), float(box[:, 0].max()), float(box[:, 1].max())


def characters(text: str, x0: float, y0: float, x1: float, y1: float) -> list[Placed]:
    """A recognised piece shared out among its characters: Latin ones are about half as wide."""
    text = full_width(text)
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


def overlooked(engine: Any, plain: Picture, boxes: list[Box], down: list[Rule]) -> list[Placed]:
    """Single figures in a cell of their own are too small for the search; ink that no row covers is tried again."""
    black = ink(plain)
    for x0, y0, x1, y1 in boxes:
        black[max(int(y0) - 4, 0) : int(y1) + 4, max(int(x0) - 6, 0) : int(x1) + 6] = 0
    size = int(median(y1 - y0 for _, y0, _, y1 in boxes)) if boxes else 30
    near = cv2.getStructuringElement(cv2.MORPH_RECT, (max(size // 2, 3), 3))
    found: list[Placed] = []
    for x, y, wide, high, area in cv2.connectedComponentsWithStats(cv2.dilate(black, near))[2][1:4000]:
        if not (size * 0.4 <= high <= size * 1.5 and wide <= size * 4 and area > high * 2) or len(found) > 200:
            continue
        if any(abs(x + wide / 2 - at) < size * 0.4 for at, start, end in down if start <= y + high and y <= end):
            continue  # a remnant of the line
        if any(x0 < x + wide and x < x1 and y0 < y + high / 2 < y1 for x0, y0, x1, y1 in boxes):
            continue  # an edge of a row that was read
        edge = size // 3
        part = plain[max(y - edge, 0) : y + high + edge, max(x - edge, 0) : x + wide + edge]
        if text := read_piece(engine, part, 0.7):
            found.extend(characters(text, x, y, x + wide, y + high))
    return found


if __name__ == "__main__":
    main(sys.argv[1:])
