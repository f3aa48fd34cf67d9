"""Writes the frame of an old Office file (.doc, .xls), so that tests need no stored ones."""

import struct
from collections.abc import Mapping
from typing import Final

SIGNATURE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SECTOR: Final = 512


def compound(streams: Mapping[str, bytes]) -> bytes:
    """One allocation sector (62 KB of content at most), the directory, then the streams one after another."""
    entries = [_entry("Root Entry", 5, END, 0, child=1)]
    width = -(-(len(streams) + 1) // 4)
    table = [TABLE, *_chain(1, width)]
    body = b""
    for name, content in streams.items():
        sectors = max(-(-len(content) // SECTOR), 1)
        following = len(entries) + 1 if len(entries) < len(streams) else FREE
        entries.append(_entry(name, 2, len(table), len(content), right=following))
        table.extend(_chain(len(table), sectors))
        body += content.ljust(sectors * SECTOR, b"\0")
    table.extend([FREE] * (128 - len(table)))
    directory = b"".join(entries).ljust(width * SECTOR, b"\0")
    return _header() + struct.pack("<128I", *table) + directory + body


def _chain(first: int, count: int) -> list[int]:
    return [*range(first + 1, first + count), END]


def _entry(name: str, kind: int, start: int, size: int, *, right: int = FREE, child: int = FREE) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBB3I16sI8s8sII4s", written, len(written), kind, 1, FREE, right, child, b"", 0, b"", b"", start, size, b""
    )


def _header() -> bytes:
    head = struct.pack("<8s16s6H", SIGNATURE, b"", 0x3E, 3, 0xFFFE, 9, 6, 0)
    tables = struct.pack("<10I", 0, 0, 1, 1, 0, 4096, END, 0, END, 0)[4:]
    return (head + bytes(4) + tables + struct.pack("<109I", 0, *[FREE] * 108)).ljust(SECTOR, b"\0")
