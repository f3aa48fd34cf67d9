"""Writes each page of a PDF file as one line of JSON: size, characters with their boxes, ruling lines."""

import ctypes
import json
import sys
import unicodedata
from collections import Counter
from itertools import islice, pairwise
from math import degrees
from pathlib import Path
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

MAX_PAGES: Final = 2000
MAX_CHARACTERS: Final = 60_000
MAX_OBJECTS: Final = 60_000
MAX_LOOKED_AT: Final = 5000
COVERED: Final = 0.7  # of the paper
MAX_SEGMENTS: Final = 400
MAX_RULES: Final = 12_000
THIN: Final = 3.0
RESOLUTION: Final = 200
MAX_PIXELS: Final = 16_000_000
Matrix = tuple[float, float, float, float, float, float]
PLAIN: Final[Matrix] = (1, 0, 0, 1, 0, 0)


def main(path: str, pictures: str, wanted: str = "") -> None:
    """With a folder for pictures the pages are drawn into it, instead of being read: all, or only those wanted."""
    numbers = {int(number) for number in wanted.split(",") if number}
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        write({"error": "locked" if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD else "damaged"})
        return
    count = len(document)
    if not 0 < count <= MAX_PAGES:
        write({"error": "pages" if count else "damaged", "count": count})
        return
    for number in range(count):
        if numbers and number not in numbers:
            continue
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            write({"error": "page", "count": number + 1})
            continue
        write((drawn(page, Path(pictures) / f"{number}.ppm") if pictures else read(page)) | {"of": count})
        page.close()


def write(record: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(record, ensure_ascii=True) + "\n")
    sys.stdout.flush()


def drawn(page: Any, path: Path) -> dict[str, Any]:
    width, height = page.get_size()
    scale = min(RESOLUTION / 72, (MAX_PIXELS / max(width * height, 1)) ** 0.5)
    bitmap = page.render(scale=scale, rev_byteorder=True, draw_annots=False, force_bitmap_format=pdfium.FPDFBitmap_BGR)
    raw = bytes(bitmap.buffer)
    with path.open("wb") as file:
        file.write(b"P6 %d %d 255\n" % (bitmap.width, bitmap.height))
        for row in range(bitmap.height):
            file.write(raw[row * bitmap.stride : row * bitmap.stride + bitmap.width * 3])
    bitmap.close()
    return {"picture": path.name}


def read(page: Any) -> dict[str, Any]:
    left, bottom, right, top = page.get_bbox()
    characters, unmapped, turn = characters_of(page)
    if not characters:
        turn = page.get_rotation()

    def placed(x: float, y: float) -> tuple[float, float]:
        if turn == 90:
            return y - bottom, x - left
        if turn == 180:
            return right - x, y - bottom
        if turn == 270:
            return top - y, right - x
        return x - left, top - y

    size = (right - left, top - bottom) if turn in (0, 180) else (top - bottom, right - left)
    words = []
    for text, x0, y0, x1, y1 in characters:
        (ax, ay), (bx, by) = placed(x0, y0), placed(x1, y1)
        box = min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
        if 0 <= (box[0] + box[2]) / 2 <= size[0] and 0 <= (box[1] + box[3]) / 2 <= size[1]:
            words.append((text, *(round(value, 2) for value in box)))
    across, down = [], []
    for x0, y0, x1, y1 in rules_of(page):
        (ax, ay), (bx, by) = placed(x0, y0), placed(x1, y1)
        if abs(ay - by) <= abs(ax - bx):
            across.append((round((ay + by) / 2, 2), round(min(ax, bx), 2), round(max(ax, bx), 2)))
        else:
            down.append((round((ax + bx) / 2, 2), round(min(ay, by), 2), round(max(ay, by), 2)))
    return {
        "width": size[0],
        "height": size[1],
        "words": words,
        "across": across,
        "down": down,
        "unmapped": unmapped,
        "pictures": bool(next(page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3), None)),
        "scan": is_scan(page),
        "onto": onto(*size, (page.get_rotation() - turn) % 360),
    }


def onto(width: float, height: float, turn: int) -> tuple[float, ...]:
    """Where the picture of the page shows what was read, when it shows it turned clockwise; see pages/model.py."""
    x, y = 1 / max(width, 1), 1 / max(height, 1)
    if turn == 90:
        return 0, -y, 1, x, 0, 0, 0, 0, 1
    if turn == 180:
        return -x, 0, 1, 0, -y, 1, 0, 0, 1
    if turn == 270:
        return 0, y, 0, -x, 0, 1, 0, 0, 1
    return ()


def is_scan(page: Any) -> bool:
    """A page that is one picture; words that lie unseen behind or upon it were put there by somebody's recognition."""
    width, height = page.get_size()
    covered, texts, unseen = 0.0, 0, 0
    for item in islice(page.get_objects(max_depth=3), MAX_LOOKED_AT):
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = item.get_bounds()
            covered += (right - left) * (top - bottom) / max(width * height, 1)
            if covered > COVERED:
                unseen = texts
        elif item.type == pdfium.FPDF_PAGEOBJ_TEXT:
            texts += 1
            unseen += pdfium.FPDFTextObj_GetTextRenderMode(item.raw) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
    return covered > COVERED and unseen >= texts * 0.8


def characters_of(page: Any) -> tuple[list[tuple[str, float, float, float, float]], int, int]:
    """Characters with boxes, how many have no known meaning, and how far the text is turned."""
    textpage = page.get_textpage()
    handle, box = textpage.raw, pdfium.FS_RECTF()
    found: list[tuple[str, float, float, float, float, float]] = []
    unmapped, seen = 0, set()
    for index in range(min(textpage.count_chars(), MAX_CHARACTERS)):
        text = character(pdfium.FPDFText_GetUnicode(handle, index))
        if text is None:
            unmapped += 1
            continue
        if not text or (text == " " and pdfium.FPDFText_IsGenerated(handle, index) == 1):
            continue
        if not pdfium.FPDFText_GetLooseCharBox(handle, index, box):
            continue
        key = text, round(box.left), round(box.bottom)
        if key in seen and text != " ":  # printed twice to look bold
            continue
        seen.add(key)
        turned = -degrees(pdfium.FPDFText_GetCharAngle(handle, index)) % 360  # it counts clockwise
        if min(turned % 90, 90 - turned % 90) > 8:  # a watermark
            continue
        found.append((text, box.left, box.bottom, box.right, box.top, round(turned / 90) * 90 % 360))
    textpage.close()
    turns = Counter(item[5] for item in found if item[0] != " ")
    turn = int(turns.most_common(1)[0][0]) if turns else 0
    return [item[:5] for item in found], unmapped, turn


def character(code: int) -> str | None:
    """None for what has no meaning; old radicals that some fonts write for common characters are put right."""
    if code in (0, 0xFFFD) or 0xE000 <= code <= 0xF8FF or 0xD800 <= code <= 0xDFFF:
        return None
    if code in (9, 0x20, 0xA0, 0x3000):
        return " "
    if code < 32 or code in (0xFFFE, 0xFFFF, 0x200B, 0xFEFF, 0xAD):
        return ""
    text = chr(code)
    if 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF:
        return unicodedata.normalize("NFKC", text)
    return text


def rules_of(page: Any) -> list[tuple[float, float, float, float]]:
    """Straight lines and thin filled bars, also those inside form objects."""
    found: list[tuple[float, float, float, float]] = []
    left = [MAX_OBJECTS]
    objects = (
        pdfium.FPDFPage_GetObject(page.raw, index)
        for index in range(min(pdfium.FPDFPage_CountObjects(page.raw), MAX_OBJECTS))
    )
    collect(objects, PLAIN, 0, found, left)
    return found[:MAX_RULES]


def collect(
    objects: Any, outer: Matrix, depth: int, found: list[tuple[float, float, float, float]], left: list[int]
) -> None:
    for item in objects:
        left[0] -= 1
        if left[0] < 0 or len(found) > MAX_RULES:
            return
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            found.extend(lines_of_path(item, product(matrix_of(item), outer)))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < 4:
            count = min(pdfium.FPDFFormObj_CountObjects(item), left[0])
            inner = (pdfium.FPDFFormObj_GetObject(item, index) for index in range(count))
            collect(inner, product(matrix_of(item), outer), depth + 1, found, left)


def matrix_of(item: Any) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, matrix):
        return PLAIN
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def product(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def lines_of_path(item: Any, matrix: Matrix) -> list[tuple[float, float, float, float]]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    if not fill.value and not stroke.value:
        return []
    if fill.value and not stroke.value and is_white(item):
        return []
    parts: list[list[tuple[float, float]]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    a, b, c, d, e, f = matrix
    for index in range(min(pdfium.FPDFPath_CountSegments(item), MAX_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            return []
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = a * x.value + c * y.value + e, b * x.value + d * y.value + f
        if kind == pdfium.FPDF_SEGMENT_MOVETO or not parts:
            parts.append([])
        parts[-1].append(point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            parts[-1].append(parts[-1][0])
    return [line for part in parts for line in straight(part, stroked=bool(stroke.value))]


def straight(points: list[tuple[float, float]], *, stroked: bool) -> list[tuple[float, float, float, float]]:
    """The sides of what is stroked; of what is filled only a bar as thin as a line."""
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
    if min(x1 - x0, y1 - y0) <= THIN:
        if x1 - x0 >= y1 - y0:
            return [(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)]
        return [((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)]
    if not stroked:
        return []
    sides = pairwise(points)
    return [(*p, *q) for p, q in sides if (abs(p[0] - q[0]) < 1) != (abs(p[1] - q[1]) < 1)]


def is_white(item: Any) -> bool:
    colour = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(item, *colour):
        return False
    return all(part.value > 245 for part in colour[:3]) or colour[3].value < 10


if __name__ == "__main__":
    main(*sys.argv[1:4])
