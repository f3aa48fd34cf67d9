"""Damaged and harmful pictures, web pages, texts and old Word files: a sentence in time, or a document."""

import random
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.importing.readers import Unreadable, read
from tests.importing.corpus.make import Table, converted, docx, grid, html, html_table, image_pdf, txt
from tests.importing.damage import written
from tests.importing.disguised import SHEET, W2003, WORDS, flat, mht
from tests.importing.test_hostile_files import FLIPS, quickly, try_to_read

BLANK = np.full((60, 90, 3), 255, dtype=np.uint8)


def bomb() -> bytes:
    """Some kilobytes that would be four gigabytes of pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 1, 0, 0, 0, 0)
    body = zlib.compress(bytes(7_501 * 200), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def strip() -> bytes:
    return written(np.full((1, 20_000, 3), 255, dtype=np.uint8))


PICTURES: dict[str, tuple[Callable[[], bytes], str]] = {
    "a picture of four gigabytes": (bomb, "像素过多"),
    "only the beginning of a png": (lambda: written(BLANK)[:50], "已损坏"),
    "only the beginning of a jpg": (lambda: written(BLANK, ".jpg")[:30], "已损坏"),
    "nothing but a signature": (lambda: b"II*\x00", "已损坏"),
    "a gif that is none": (lambda: b"GIF89a" + bytes(40), "已损坏"),
    "a line of pixels": (strip, "没有认出文字"),
    "a blank page": (lambda: written(BLANK, ".jpg"), "没有认出文字"),
    "a pdf whose picture is damaged": (lambda: image_pdf(written(BLANK)).replace(b"/DCTDecode", b"/JPXDecode"), "没有"),
}  # fmt: skip


@pytest.mark.parametrize(("make", "reason"), PICTURES.values(), ids=PICTURES)
def test_a_harmful_or_damaged_picture_is_refused_with_its_reason(make: Callable[[], bytes], reason: str) -> None:
    with pytest.raises(Unreadable) as raised:
        read(make(), "扫描")
    assert reason in raised.value.message
    assert "没有保存任何内容。请" in raised.value.message


@pytest.mark.parametrize("kind", [".png", ".jpg", ".tiff", ".bmp"])
def test_a_picture_with_changed_bytes_is_read_or_refused(kind: str) -> None:
    data, chance = bytearray(written(BLANK, kind)), random.Random(kind)
    for _ in range(12):
        data[chance.randrange(8, len(data))] = chance.randrange(256)
    try_to_read(bytes(data[: chance.randrange(len(data) // 2, len(data))]))


def spoiled(whole: bytes, flips: list[tuple[float, int]], cut: float) -> bytes:
    damaged = bytearray(whole)
    for place, byte in flips:
        damaged[int(place * len(damaged))] = byte
    return bytes(damaged[: int(cut * len(damaged))] if cut < 0.5 else damaged)


ROWS = grid("序号 | 任务 | 部门\n1 | 甲 | 财政局\n^ | 乙 | ^")
PAGE = html(html_table(ROWS) + "<p>牵头单位：财政局</p>")
TEXT = txt(
    "一、甲\n1.乙（责任单位：财政局）\n序号\t任务\n1\t<p>丙\n丁</p>\n┌──┬──┐\n│甲│乙│\n└──┴──┘\n|甲|乙|\n",
    encoding="gb18030",
)
TAGS = [
    "<table>",
    "<tr>",
    "<td rowspan=99999>",
    "<td colspan=999>",
    "</table>",
    "<p",
    "<!--",
    "]]>",
    "<script>",
    "&#x0;",
]
TAGS += ["<pre>", "<div>" * 40, "</tr>", "&lt", "\x00", "<svg><style>", "<th", '"', "<td hidden>", "甲"]


@quickly
@given(whole=st.sampled_from([PAGE, TEXT]), flips=FLIPS, cut=st.floats(0, 1))
def test_a_damaged_page_or_text_is_refused_or_read(whole: bytes, flips: list[tuple[float, int]], cut: float) -> None:
    try_to_read(spoiled(whole, flips, cut))


@quickly
@given(whole=st.sampled_from([mht(), flat(WORDS), SHEET.encode(), W2003.encode()]), flips=FLIPS, cut=st.floats(0, 1))
def test_a_damaged_file_under_another_name_is_refused_or_read(
    whole: bytes, flips: list[tuple[float, int]], cut: float
) -> None:
    try_to_read(spoiled(whole, flips, cut))


@quickly
@given(st.lists(st.sampled_from(TAGS), max_size=60))
def test_tags_in_any_order_are_refused_or_read(tags: list[str]) -> None:
    try_to_read(("<html><body>" + "".join(tags)).encode())


@quickly
@given(st.text(max_size=400))
def test_any_text_is_refused_or_read(text: str) -> None:
    try_to_read(text.encode())


@pytest.mark.parametrize("seed", range(3))
def test_a_damaged_old_word_file_is_refused_or_read_and_leaves_nothing_behind(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = converted(docx(["标题", Table(ROWS)]), "docx", "doc")
    chance = random.Random(seed)
    flips = [(0.1 + 0.9 * chance.random() * 0.999, chance.randrange(256)) for _ in range(60)]
    for folder in ("home", "here", "temporary"):
        (tmp_path / folder).mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    try_to_read(spoiled(whole, flips, 1.0 if seed else 0.4))
    assert [path for path in tmp_path.rglob("*") if path.parent != tmp_path] == []
