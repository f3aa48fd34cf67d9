"""What happens to a sheet of paper between the printer and the file: turned, photographed, stamped, copied badly."""

import cv2
import numpy as np

from tests.importing.corpus.make import png

Picture = np.ndarray


def sheet(pdf: bytes, page: int = 0, dpi: int = 200) -> Picture:
    """A page as a perfect scanner would see it."""
    return opened(png(pdf, page, dpi=dpi))


def opened(data: bytes) -> Picture:
    picture = cv2.imdecode(np.frombuffer(data, dtype=np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    return picture


def written(picture: Picture, kind: str = ".png", quality: int = 90) -> bytes:
    """As a file; `quality` counts for .jpg only."""
    return bytes(cv2.imencode(kind, picture, [cv2.IMWRITE_JPEG_QUALITY, quality] if kind == ".jpg" else [])[1])


def skewed(picture: Picture, angle: float) -> Picture:
    height, width = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return cv2.warpAffine(picture, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255))


def quarter_turns(picture: Picture, count: int) -> Picture:
    return np.ascontiguousarray(np.rot90(picture, count))


def noisy(picture: Picture, strength: float = 14, grey: int = 25) -> Picture:
    """Greyish paper with grain, as from an old copier."""
    grain = np.random.default_rng(1).normal(0, strength, picture.shape[:2])[..., None]
    return np.clip(picture.astype(np.float32) * (1 - grey / 255) + grain, 0, 255).astype(np.uint8)


def specked(picture: Picture, count: int = 900) -> Picture:
    """Toner missing in small spots, which breaks lines and strokes, and dirt where there was none."""
    chance, made = np.random.default_rng(2), picture.copy()
    for number in range(count):
        x, y = int(chance.integers(picture.shape[1])), int(chance.integers(picture.shape[0]))
        colour = (255, 255, 255) if number % 4 else (60, 60, 60)
        cv2.circle(made, (x, y), int(chance.integers(1, 5 if number % 4 else 3)), colour, -1)
    return made


def stamped(picture: Picture, across: float, down: float, size: float = 0.09) -> Picture:
    """A round red stamp with a star; what is printed shows through it."""
    height, width = picture.shape[:2]
    centre, radius = (int(width * across), int(height * down)), int(width * size)
    red = np.full_like(picture, 255)
    cv2.circle(red, centre, radius, (45, 40, 215), max(radius // 16, 3), cv2.LINE_AA)
    angles = [np.pi * (0.2 * step - 0.5) for step in range(10)]
    points = [
        (centre[0] + reach * np.cos(angle), centre[1] + reach * np.sin(angle))
        for angle, reach in zip(angles, [radius * 0.4, radius * 0.16] * 5, strict=True)
    ]
    cv2.fillPoly(red, [np.array(points, dtype=np.int32)], (45, 40, 215), cv2.LINE_AA)
    for step in range(9):  # strokes where the characters of its ring would be
        angle = np.pi * (0.85 + 0.1625 * step)
        x, y = centre[0] + radius * 0.78 * np.cos(angle), centre[1] + radius * 0.78 * np.sin(angle)
        side = radius * 0.09
        cv2.rectangle(red, (int(x - side), int(y - side)), (int(x + side), int(y + side)), (45, 40, 215), 3)
        cv2.line(red, (int(x), int(y - side)), (int(x), int(y + side)), (45, 40, 215), 3)
    return np.minimum(picture, red)


def photographed(picture: Picture, slant: float = 0.06) -> Picture:
    """From above and a little aside, on a dark desk, under a lamp."""
    height, width = picture.shape[:2]
    whole = (int(width * 1.15), int(height * 1.12))
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    left, top = width * 0.06, height * 0.05
    seen = np.array(
        [
            [left + width * slant, top + height * 0.02],
            [left + width * (1 - slant * 0.5), top],
            [left + width * 1.02, top + height * 0.99],
            [left, top + height],
        ],
        dtype=np.float32,
    )
    matrix = cv2.getPerspectiveTransform(corners, seen)
    made = cv2.warpPerspective(picture, matrix, whole, flags=cv2.INTER_AREA, borderValue=(62, 74, 88))
    down, across = np.mgrid[0 : whole[1], 0 : whole[0]].astype(np.float32)
    light = 0.62 + 0.36 * np.exp(-(((across / whole[0] - 0.3) ** 2) + (down / whole[1] - 0.35) ** 2) / 0.35)
    return np.clip(cv2.GaussianBlur(made, (3, 3), 0.7) * light[..., None], 0, 255).astype(np.uint8)


def pale(picture: Picture) -> Picture:
    """Copied with hardly any toner on grey paper."""
    return (picture.astype(np.float32) * 0.35 + 110).astype(np.uint8)


def on_white(picture: Picture) -> Picture:
    """Photographed on a white desk: nothing shows where the page ends."""
    height, width = picture.shape[:2]
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    seen = np.array(
        [[width * 0.05, 0], [width * 0.95, height * 0.01], [width, height], [0, height * 0.99]], dtype=np.float32
    )
    matrix = cv2.getPerspectiveTransform(corners, seen)
    return cv2.warpPerspective(picture, matrix, (width, height), borderValue=(250, 250, 250))
