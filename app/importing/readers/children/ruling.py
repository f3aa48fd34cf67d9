"""The ruling lines of a page, and the page without them."""

from itertools import pairwise
from typing import Any, Final

import cv2
import numpy as np
from scanned import ink

Picture = Any
Rule = tuple[float, float, float]
MOST: Final = 3000
NEAR: Final = 12
UNBROKEN: Final = 0.9


def rules(picture: Picture) -> tuple[list[Rule], list[Rule]]:
    """Long straight strokes across and down; when they make no table, also those that are broken."""
    found = long_strokes(picture, gap=0)
    if len(found[0]) > 1 and len(found[1]) > 1:
        return found
    width = picture.shape[1]
    broken = long_strokes(picture, gap=width // 110)
    return broken if len(broken[0]) > 2 and len(broken[1]) > 2 else found


def long_strokes(picture: Picture, gap: int) -> tuple[list[Rule], list[Rule]]:
    """`gap`: so many pixels may be missing between two pieces of a line."""
    width = picture.shape[1]
    black = ink(picture)
    found: tuple[list[Rule], list[Rule]] = [], []
    for way, length in enumerate((max(width // 30, 40), max(width // 40, 40))):
        kept = cv2.morphologyEx(black, cv2.MORPH_OPEN, stroke(way, length))
        if gap:
            kept = thin(black, way, gap, length)
        kept = cv2.dilate(kept, stroke(way, 9, 3))
        for x, y, wide, high, _ in cv2.connectedComponentsWithStats(kept)[2][1:MOST]:
            if way == 0 and wide > 6 * high:
                found[0].append((float(y + high / 2), float(x), float(x + wide)))
            elif way == 1 and high > 3 * wide:
                found[1].append((float(x + wide / 2), float(y), float(y + high)))
    if gap:
        found = mended(found[0], gap), mended(found[1], gap)
    crossing = [rule for rule in found[1] if any(crosses(rule, level) for level in found[0])]
    return found[0], crossing if gap else [*crossing, *in_low_rows(black, found[0], crossing)]


def in_low_rows(black: Picture, levels: list[Rule], down: list[Rule]) -> list[Rule]:
    """Pieces of the columns' lines between two lines across that leave no room for a long stroke.

    A header of one line over a title across the table is such a row. No letter's stroke reaches from line to line.
    """
    columns: list[float] = []
    for at, _, _ in sorted(down):
        if not columns or at - columns[-1] > NEAR:
            columns.append(at)
    found: list[Rule] = []
    for above, below in pairwise(sorted(levels)):
        top, bottom = round(above[0]), round(below[0])
        if not NEAR < bottom - top <= black.shape[1] // 40 + NEAR:
            continue
        for at in columns:
            is_there = any(
                abs(rule[0] - at) <= NEAR and rule[1] <= top + NEAR and rule[2] >= bottom - NEAR for rule in down
            )
            strip = black[top:bottom, max(round(at) - 3, 0) : round(at) + 4]
            if not is_there and strip.size and (strip.max(axis=1) > 0).mean() > UNBROKEN:
                found.append((at, float(top), float(bottom)))
    return found


def thin(black: Picture, way: int, gap: int, length: int) -> Picture:
    """Only what is no thicker than a line may be joined over gaps: rows of text would else become lines."""
    thick = cv2.morphologyEx(black, cv2.MORPH_OPEN, stroke(1 - way, 7))
    fine = cv2.subtract(black, cv2.dilate(thick, np.ones((5, 5), np.uint8)))
    pieces = cv2.morphologyEx(fine, cv2.MORPH_OPEN, stroke(way, max(gap // 3, 4)))
    joined = cv2.morphologyEx(pieces, cv2.MORPH_CLOSE, stroke(way, gap))
    return cv2.morphologyEx(joined, cv2.MORPH_OPEN, stroke(way, length))


def mended(rules: list[Rule], gap: int) -> list[Rule]:
    """Pieces of one line put together, up to the line that it would meet; a single short piece is none."""
    found: list[list[float]] = []
    for at, start, end in sorted(rules, key=lambda rule: (round(rule[0] / 6), rule[1])):
        if found and abs(at - found[-1][0]) < 5 and start - found[-1][2] <= 2 * gap:
            found[-1][2] = max(found[-1][2], end)
        else:
            found.append([at, start, end])
    return [(at, start - gap, end + gap) for at, start, end in found if end - start > 6 * gap]


def stroke(way: int, length: int, thickness: int = 1) -> Any:
    return cv2.getStructuringElement(cv2.MORPH_RECT, (length, thickness) if way == 0 else (thickness, length))


def crosses(upright: Rule, level: Rule) -> bool:
    return upright[1] - NEAR <= level[0] <= upright[2] + NEAR and level[1] - NEAR <= upright[0] <= level[2] + NEAR


def without_rules(picture: Picture, across: list[Rule], down: list[Rule]) -> Picture:
    """Lines whitened with what is left of them beside, so that they neither cut nor join words."""
    if not across or not down:
        return picture
    plain = picture.copy()
    thickness = max(5, round(picture.shape[1] / 300))
    for at, start, end in across:
        cv2.line(plain, (int(start), round(at)), (int(end), round(at)), (255, 255, 255), thickness)
    for at, start, end in down:
        cv2.line(plain, (round(at), int(start)), (round(at), int(end)), (255, 255, 255), thickness)
    return plain
