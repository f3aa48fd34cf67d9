"""What an old Word file says of its paragraphs: which stand in a table, where a row ends and which cells are merged."""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.importing.readers.ole import Directory

PARAGRAPHS: Final = 0x102  # where the head of the file says it
PAGE: Final = 512
IN_TABLE, ROW_END, ROW, ELSEWHERE = 0x2416, 0x2417, 0xD608, 0x6646
LENGTHS: Final = (1, 1, 2, 4, 2, 2, 0, 3)
GOES_ON, BEGINS = 0x20, 0x40  # a cell merged downwards


@dataclass(frozen=True)
class Place:
    """A cell of a row: its edges, and whether the cell above goes on in it."""

    left: int
    right: int
    is_merged: bool


@dataclass(frozen=True)
class Standing:
    """How a paragraph stands; `row`: the cells of the row it ends."""

    in_table: bool = False
    row: tuple[Place, ...] = ()


class Paragraphs:
    """Asked by the place of a paragraph's mark in the file."""

    def __init__(self, file: Directory, words: bytes, tables: str) -> None:
        begin, length = struct.unpack_from("<II", words, PARAGRAPHS)
        listed = file.content(tables, begin, length)
        count = (length - 4) // 8
        self._found: list[tuple[int, Standing]] = []
        for page in struct.unpack_from(f"<{count}I", listed, 4 * (count + 1)):
            block = words[(page & 0x3FFFFF) * PAGE :][:PAGE]
            runs = block[PAGE - 1]
            starts = struct.unpack_from(f"<{runs}I", block)
            for number, start in enumerate(starts):
                self._found.append((start, _standing(file, block, 2 * block[4 * (runs + 1) + 13 * number])))
        self._found.sort(key=lambda one: one[0])

    def at(self, place: int) -> Standing:
        number = bisect_right(self._found, place, key=lambda one: one[0])
        return self._found[number - 1][1] if number else Standing()


def _standing(file: Directory, block: bytes, begin: int) -> Standing:
    if not begin:
        return Standing()
    size = block[begin]
    begin, length = (begin + 1, 2 * size - 1) if size else (begin + 2, 2 * block[begin + 1])
    said = dict(_properties(block[begin + 2 : begin + length]))
    if ELSEWHERE in said:  # too long for the page of the paragraph
        place: int = struct.unpack("<I", said[ELSEWHERE])[0]
        length = struct.unpack("<H", file.content("Data", place, 2))[0]
        said |= dict(_properties(file.content("Data", place + 2, length)))
    ends = said.get(ROW_END, b"\0") != b"\0"
    return Standing(said.get(IN_TABLE, b"\0") != b"\0", _places(said[ROW]) if ends and ROW in said else ())


def _properties(data: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place + 2 < len(data):
        kind: int = struct.unpack_from("<H", data, place)[0]
        place += 2
        if kind == ROW:
            length = 1 + int(struct.unpack_from("<H", data, place)[0])
        else:
            length = LENGTHS[kind >> 13] or 1 + data[place]
        yield kind, data[place : place + length]
        place += length


def _places(row: bytes) -> tuple[Place, ...]:
    """Two bytes of length, how many cells, their edges, then twenty bytes on each."""
    count = row[2]
    edges = struct.unpack_from(f"<{count + 1}h", row, 3)
    begin = 3 + 2 * (count + 1)
    flags = [int.from_bytes(row[begin + 20 * number :][:2], "little") for number in range(count)]
    return tuple(
        Place(left, right, bool(flag & GOES_ON) and not flag & BEGINS)
        for left, right, flag in zip(edges, edges[1:], flags, strict=False)
    )
