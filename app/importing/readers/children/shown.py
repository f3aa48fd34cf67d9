"""Draws one page of a scan for a person to look at, small, as a JPEG file. The pages count from 1."""

import os
import sys
from pathlib import Path
from typing import Any, Final

os.environ["OPENCV_IO_MAX_IMAGE_PIXELS"] = "60000000"  # read when cv2 is loaded

import cv2
import numpy as np
import pypdfium2

WIDTH: Final = 1200
HEIGHT: Final = 3600
QUALITY: Final = 80
Picture = Any


def main(source: str, number: str, target: str) -> None:
    data = Path(source).read_bytes()
    picture = of_pdf(source, int(number)) if b"%PDF-" in data[:1024] else of_image(data, int(number))
    done, drawn = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
    if not done:
        sys.exit(1)
    Path(target).write_bytes(drawn.tobytes())


def of_pdf(path: str, number: int) -> Picture:
    page = pypdfium2.PdfDocument(path)[number - 1]
    return page.render(scale=scale_for(*page.get_size())).to_numpy()[:, :, :3]


def of_image(data: bytes, number: int) -> Picture:
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
    return cv2.resize(picture, size, interpolation=cv2.INTER_AREA)


def scale_for(width: float, height: float) -> float:
    """Never above the bounds, however long or wide the paper is; sizes are rounded up by the one that draws."""
    return min((WIDTH - 1) / max(width, 1), (HEIGHT - 1) / max(height, 1))


if __name__ == "__main__":
    main(*sys.argv[1:4])
