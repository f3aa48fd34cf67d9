"""Draws one page of a PDF file or a scan for a person to look at, small, as a picture file. The pages count from 1."""

import importlib.util
import os
import struct
import sys
import zlib
from pathlib import Path
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

os.environ["OPENCV_IO_MAX_IMAGE_PIXELS"] = "60000000"  # read when cv2 is loaded

WIDTH: Final = 1200
HEIGHT: Final = 3600
QUALITY: Final = 80
PLAIN: Final = 700_000  # bytes up to which a page is kept as sharp as it was drawn
MOST: Final = 1_500_000
Picture = Any


def main(source: str, number: str, target: str) -> None:
    data = Path(source).read_bytes()
    made = of_pdf(source, int(number)) if b"%PDF-" in data[:1024] else of_image(data, int(number))
    Path(target).write_bytes(made)


def of_pdf(path: str, number: int) -> bytes:
    """Text as PNG; photos as JPEG, or where nothing here can write one, ever smaller until they are small enough."""
    page = pypdfium2.PdfDocument(path)[number - 1]
    scale = scale_for(*page.get_size())
    sharp = png_of(page, scale)
    if len(sharp) <= PLAIN:
        return sharp
    if importlib.util.find_spec("cv2"):
        return jpeg_of(page.render(scale=scale).to_numpy()[:, :, :3])
    return small_png_of(page, scale)


def small_png_of(page: Any, scale: float) -> bytes:
    while len(made := png_of(page, scale)) > MOST:
        scale *= 0.7
    return made


def png_of(page: Any, scale: float) -> bytes:
    """Written with what Python itself has: the libraries for pictures need not be installed."""
    bitmap = page.render(scale=scale, rev_byteorder=True, force_bitmap_format=pdfium.FPDFBitmap_BGR)
    raw, wide = bytes(bitmap.buffer), bitmap.width * 3
    rows = b"".join(b"\0" + raw[at : at + wide] for at in range(0, bitmap.height * bitmap.stride, bitmap.stride))
    head = struct.pack(">IIBBBBB", bitmap.width, bitmap.height, 8, 2, 0, 0, 0)
    parts = (b"IHDR", head), (b"IDAT", zlib.compress(rows, 3)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts
    )


def of_image(data: bytes, number: int) -> bytes:
    import cv2
    import numpy as np

    coded = np.frombuffer(data, dtype=np.uint8)
    if number == 1:
        picture = cv2.imdecode(coded, cv2.IMREAD_COLOR)
    else:
        picture = cv2.imdecodemulti(coded, cv2.IMREAD_COLOR, range=(number - 1, number))[1][0]
    if picture is None:
        sys.exit(1)
    height, width = picture.shape[:2]
    scale = min(scale_for(width, height), 1.0)
    size = max(1, int(width * scale)), max(1, int(height * scale))
    return jpeg_of(cv2.resize(picture, size, interpolation=cv2.INTER_AREA))


def jpeg_of(picture: Picture) -> bytes:
    """The coarser, the more there is in it."""
    import cv2

    for quality in range(QUALITY, 0, -20):
        done, drawn = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
        if done and len(drawn) <= MOST:
            return bytes(drawn.tobytes())
    sys.exit(1)


def scale_for(width: float, height: float) -> float:
    """Never above the bounds, however long or wide the paper is; sizes are rounded up by the one that draws."""
    return min((WIDTH - 1) / max(width, 1), (HEIGHT - 1) / max(height, 1))


if __name__ == "__main__":
    main(*sys.argv[1:4])
