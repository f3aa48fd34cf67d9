"""The directory of an OLE file (.doc, .xls, .wps, .et): which streams are in it, and how one begins."""

import struct
from typing import Final

SIGNATURE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTRY: Final = 128
MAX_SECTORS: Final = 200_000
END: Final = 0xFFFFFFF8
SMALL: Final = 4096  # bytes; shorter streams share the sectors of one
ROOT: Final = "Root Entry"


class Directory:
    """Raises ValueError when the file is cut off or its chains lead nowhere."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            self._shift: int = struct.unpack_from("<H", data, 30)[0]
            if self._shift not in (9, 12):
                raise ValueError("sector size")
            self._tables = self._allocation()
            self.streams = self._read_entries(struct.unpack_from("<I", data, 48)[0])
            if not self.streams:
                raise ValueError("no directory")
        except struct.error as error:
            raise ValueError("cut off") from error

    def head(self, stream: str, length: int = 32) -> bytes:
        """The first bytes of a stream that has sectors of its own (every body has; small ones have none)."""
        start, size = self.streams[stream]
        return self._sector(start)[:length] if size >= SMALL else b""

    def content(self, stream: str, begin: int, length: int) -> bytes:
        """A part of a stream; cut off where its chain ends."""
        sector, size = self.streams[stream]
        size = min(size, len(self._data))  # what a damaged file says of itself has no end
        if size < SMALL and stream != ROOT:
            return self._small(sector, size)[begin : begin + length]
        skipped, parts = begin >> self._shift, []
        room = begin + min(length, size) - (skipped << self._shift)
        for _ in range(skipped):
            sector = self._next(sector)
        while sector < END and room > 0:
            parts.append(self._sector(sector))
            room -= len(parts[-1]) or room
            sector = self._next(sector)
        start = begin - (skipped << self._shift)
        return b"".join(parts)[start : start + length]

    def _small(self, sector: int, size: int) -> bytes:
        """Streams below 4096 bytes share the root's, in sectors of 64 with a table of their own."""
        shared, following = self.content(ROOT, 0, self.streams[ROOT][1]), self._small_sectors()
        parts: list[bytes] = []
        while sector < len(following) and len(parts) * 64 < size:
            parts.append(shared[sector * 64 :][:64])
            sector = following[sector]
        return b"".join(parts)[:size]

    def _small_sectors(self) -> list[int]:
        sector: int = struct.unpack_from("<I", self._data, 60)[0]
        found: list[int] = []
        while sector < END and len(found) < MAX_SECTORS:
            found.extend(self._words(sector))
            sector = self._next(sector)
        return found

    def _sector(self, number: int) -> bytes:
        begin = (number + 1) << self._shift
        return self._data[begin : begin + (1 << self._shift)]

    def _allocation(self) -> list[int]:
        """Sectors of the allocation table: 109 in the header, more in a chain of their own."""
        listed = list(struct.unpack_from("<109I", self._data, 76))
        following: int = struct.unpack_from("<I", self._data, 68)[0]
        seen = 0
        while following < END and seen < 1000:
            words = self._words(following)
            listed.extend(words[:-1])
            following, seen = words[-1], seen + 1
        return [sector for sector in listed if sector < END]

    def _words(self, sector: int) -> tuple[int, ...]:
        return struct.unpack(f"<{(1 << self._shift) // 4}I", self._sector(sector))

    def _next(self, sector: int) -> int:
        per = (1 << self._shift) // 4
        if sector // per >= len(self._tables):
            raise ValueError("chain leads outside")
        begin = ((self._tables[sector // per] + 1) << self._shift) + 4 * (sector % per)
        return int(struct.unpack_from("<I", self._data, begin)[0])

    def _read_entries(self, sector: int) -> dict[str, tuple[int, int]]:
        found: dict[str, tuple[int, int]] = {}
        seen: set[int] = set()
        while sector < END and sector not in seen and len(seen) < MAX_SECTORS:
            seen.add(sector)
            part = self._sector(sector)
            for begin in range(0, len(part) - ENTRY + 1, ENTRY):
                entry = part[begin : begin + ENTRY]
                length, kind = struct.unpack_from("<HB", entry, 64)
                if kind in (1, 2, 5) and 2 <= length <= 64:
                    name = entry[: length - 2].decode("utf-16-le", "replace")
                    found.setdefault(name, struct.unpack_from("<II", entry, 116))
            sector = self._next(sector)
        return found
