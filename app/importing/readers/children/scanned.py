"""Makes a photo or a scan what a perfect scanner would have given: the page alone, upright, straight, evenly lit."""

from dataclasses import dataclass
from math import atan2, degrees, hypot
from statistics import median
from typing import Any, Final

import cv2
import numpy as np

Picture = Any
Matrix = Any  # three by three
SHORTEST: Final = 1600
LONGEST: Final = 4000  # pixels; more detail slows the recognition and adds nothing
LOOKED_AT: Final = 700  # pixels are enough to see where the page ends
RED: Final = 45  # by how much red must exceed the other colours
BLACK: Final = 60


@dataclass(frozen=True)
class View:
    """A picture, and the projection `back` from its pixels to the one that was sent, in parts of that one's sides."""

    picture: Picture
    back: Matrix

    def made(self, picture: Picture, forth: Matrix) -> "View":
        """Of this one by a projection of its pixels."""
        return View(picture, self.back @ np.linalg.inv(forth))

    def quarter_turns(self, clockwise: int) -> "View":
        view = self
        for _ in range(clockwise):
            forth = np.array([[0, -1, view.picture.shape[0]], [1, 0, 0], [0, 0, 1]], dtype=float)
            view = view.made(cv2.rotate(view.picture, cv2.ROTATE_90_CLOCKWISE), forth)
        return view


def sent(picture: Picture) -> View:
    height, width = picture.shape[:2]
    return View(picture, np.diag([1 / width, 1 / height, 1]))


def fitted(view: View) -> View:
    """Not so large that it takes minutes, nor so small that strokes run together."""
    (height, width), longest = view.picture.shape[:2], max(view.picture.shape[:2])
    if SHORTEST <= longest <= LONGEST:
        return view
    scale = (LONGEST if longest > LONGEST else min(SHORTEST * 1.5, longest * 2)) / longest
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    made = cv2.resize(view.picture, None, fx=scale, fy=scale, interpolation=way)
    return view.made(made, np.diag([made.shape[1] / width, made.shape[0] / height, 1]))


def cleaned(view: View) -> View:
    """The page alone, without what was stamped on it, on white paper."""
    page = page_of(view)
    return View(evened(without_stamps(page.picture)), page.back)


def page_of(view: View) -> View:
    """A sheet that lies on something darker, seen from wherever, as if seen from straight above."""
    picture = view.picture
    scale = min(LOOKED_AT / max(picture.shape[:2]), 1.0)
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    grey = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), (5, 5), 0)
    _, bright = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    bright = cv2.morphologyEx(bright, cv2.MORPH_CLOSE, np.ones((25, 25), np.uint8))
    outlines, _ = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    hull = cv2.convexHull(max(outlines, key=cv2.contourArea)) if outlines else None
    if hull is None or not 0.3 < cv2.contourArea(hull) / grey.size < 0.985:
        return view
    corners = cv2.approxPolyDP(hull, 0.02 * cv2.arcLength(hull, closed=True), closed=True).reshape(-1, 2)
    inside = cv2.fillConvexPoly(np.zeros_like(grey), hull, 255) > 0
    if len(corners) != 4 or np.median(grey[inside]) - np.median(grey[~inside]) < 40:
        return view
    return flattened(view, corners.astype(np.float32) / scale)


def flattened(view: View, corners: Any) -> View:
    """The four-sided part with these corners as a rectangle; a hair of its edge is left out with its shadow."""
    begin = int(np.argmin(corners.sum(axis=1)))
    corners = np.roll(corners, -begin, axis=0)
    (ax, ay), (bx, by) = corners[1] - corners[0], corners[2] - corners[0]
    if ax * by < ay * bx:
        corners = corners[[0, 3, 2, 1]]
    centre = corners.mean(axis=0)
    corners = (centre + (corners - centre) * 0.992).astype(np.float32)
    sides = [float(np.linalg.norm(corners[i] - corners[(i + 1) % 4])) for i in range(4)]
    width, height = int(max(sides[0], sides[2])), int(max(sides[1], sides[3]))
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(corners, flat)
    made = cv2.warpPerspective(
        view.picture, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255)
    )
    return view.made(made, matrix)


def without_stamps(picture: Picture) -> Picture:
    """What is red and as high as wide is a seal: in red light it is nearly as light as paper, what it covers is not.

    A red letterhead is much wider than high.
    """
    blue, green, red = (picture[..., channel].astype(np.int16) for channel in range(3))
    scale = 800 / max(picture.shape[:2])
    mask = (red - np.maximum(blue, green) > RED).astype(np.uint8) * 255
    if not mask.any():
        return picture
    small = cv2.resize(mask, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    blobs = cv2.dilate((small > 40).astype(np.uint8), np.ones((13, 13), np.uint8))
    width, made = small.shape[1], picture
    for x, y, wide, high, _ in cv2.connectedComponentsWithStats(blobs)[2][1:200]:
        if not (0.6 < wide / high < 1.65 and width * 0.08 < wide < width * 0.45):
            continue
        rows = slice(int(y / scale), int((y + high) / scale))
        columns = slice(int(x / scale), int((x + wide) / scale))
        made = picture.copy() if made is picture else made
        light = picture[rows, columns, 2:3].astype(np.float32)
        seal = float(np.median(light[mask[rows, columns] > 0]))
        made[rows, columns] = np.clip((light - BLACK) * 255 / max(seal * 0.88 - BLACK, 40), 0, 255).astype(np.uint8)
    return made


def evened(picture: Picture) -> Picture:
    """Each place as bright as its own paper says that white is."""
    small = cv2.resize(
        cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), None, fx=1 / 8, fy=1 / 8, interpolation=cv2.INTER_AREA
    )
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((7, 7), np.uint8)), 21)
    if np.percentile(paper, 2) > 245:
        return picture
    paper = cv2.resize(np.maximum(paper, 40), picture.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    return cv2.divide(picture, cv2.merge([paper] * 3), scale=250)


def ink(picture: Picture) -> Picture:
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    return cv2.adaptiveThreshold(255 - grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, 25, -8)


def straightened(view: View) -> View:
    """Turned by the angle of its long lines; where it has none, by that of its rows of ink."""
    picture = view.picture
    width = picture.shape[1]
    found = cv2.HoughLinesP(ink(picture), 1, np.pi / 720, 200, minLineLength=width // 4, maxLineGap=width // 150)
    angles = []
    for x0, y0, x1, y1 in (line.ravel() for line in found) if found is not None else ():
        angle = degrees(atan2(y1 - y0, x1 - x0))
        if abs(angle) < 15:
            angles.append((angle, hypot(x1 - x0, y1 - y0)))
    angle = median(angle for angle, _ in angles) if len(angles) >= 2 else angle_of_rows(picture)
    if abs(angle) <= 0.1:
        return view
    return view.made(turned(picture, angle), np.vstack([about_its_middle(picture, angle), [0, 0, 1]]))


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
    size, matrix = picture.shape[1::-1], about_its_middle(picture, angle)
    return cv2.warpAffine(picture, matrix, size, flags=cv2.INTER_LINEAR, borderValue=(border, border, border))


def about_its_middle(picture: Picture, angle: float) -> Matrix:
    height, width = picture.shape[:2]
    return cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
