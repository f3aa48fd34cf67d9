"""PDF, OFD and pictures that are damaged, locked or made to do harm: a message, and nothing else."""

import random
import struct
import time
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.importing.readers import Unreadable, read
from tests.importing import ofd_files, printed
from tests.importing.printed import line, table
from tests.importing.test_readers import zipped
from tests.pace import kept

SOURCE = [line("工作台账", "title"), table(["序号", "目标任务", "责任部门"], [["1", "做好第一件事。", "办公室"]])]
PDF = printed.pdf(SOURCE)
OFD = ofd_files.plain(ofd_files.pages_of(PDF))
PAGE = "Doc_0/Pages/Page_0/Content.xml"
WAYS = st.sampled_from(["cut", "change", "repeat"])


def pdf_of(objects: list[str], more: str = "") -> bytes:
    body, places = b"%PDF-1.7\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    trailer = f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R{more}>>\nstartxref\n{len(body)}\n%%EOF"
    return body + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def locked() -> bytes:
    """Under a password that nobody knows."""
    key = "61" * 32
    lock = f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{key}>/U<{key}>>>/ID[<{key[:32]}><{key[:32]}>]"
    return pdf_of(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>", EMPTY], lock)


def many_pages(count: int) -> bytes:
    kids = " ".join("3 0 R" for _ in range(count))
    return pdf_of(["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {count}/Kids[{kids}]>>", EMPTY])


def drawn(content: str, box: str = "0 0 595 842") -> bytes:
    page = f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Contents 4 0 R/Resources<<>>>>"
    stream = f"<</Length {len(content)}>>\nstream\n{content}\nendstream"
    return pdf_of(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>", page, stream])


def huge_picture() -> bytes:
    """A few bytes that claim to be ten thousand million pixels."""
    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
    body = b"".join(struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in parts)
    return b"\x89PNG\r\n\x1a\n" + body


EMPTY = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
BOMB = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
WRONG = {
    "locked pdf": (locked, "设有打开密码"),
    "cut pdf": (lambda: PDF[:300], "PDF"),
    "pages in a loop": (
        lambda: pdf_of(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 3/Kids[2 0 R 3 0 R]/Parent 3 0 R>>",
                        "<</Type/Pages/Count 3/Kids[2 0 R]/Parent 2 0 R>>"]),
        "请",
    ),
    "ten thousand pages": (lambda: many_pages(10_000), "10000页"),
    "endless paper": (lambda: drawn("0 0 m 9 9 l S", "0 0 99999999 99999999"), "请"),
    "countless lines": (lambda: drawn("0 0 m 99 99 l S\n" * 300_000), "请"),
    "ofd with a way out": (lambda: zipped({"OFD.xml": b"<x/>", "../../evil": b"x"}), "文件夹之外"),
    "ofd with entities": (lambda: ofd_files.packed(OFD | {PAGE: BOMB + "<Page><Content>&b;</Content></Page>"}), "实体"),
    "ofd with an outside entity": (
        lambda: ofd_files.packed(
            OFD | {PAGE: '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><Page><Content>&x;</Content></Page>'}
        ),
        "外部引用",
    ),
    "ofd whose page is missing": (lambda: ofd_files.packed({k: v for k, v in OFD.items() if k != PAGE}), "请"),
    "ofd that leads outside": (
        lambda: ofd_files.packed({k: v.replace("Pages/Page_0", "../../../../etc") for k, v in OFD.items()}),
        "请",
    ),
    "ofd without pages": (
        lambda: ofd_files.packed(ofd_files.head("ofd", ofd_files.SPACE, "Doc_0/Document.xml", [])), "没有文字"
    ),
    "ofd bomb": (lambda: zipped({"OFD.xml": b" " * 40_000_000}), "解压后过大"),
    "huge picture": (huge_picture, "像素过多"),
    "cut picture": (lambda: b"\xff\xd8\xff\xe0" + bytes(300), "图片已损坏"),
}  # fmt: skip


@pytest.mark.parametrize("kind", WRONG)
def test_a_harmful_file_is_refused_soon_with_the_reason_and_a_way_out(kind: str) -> None:
    make, reason = WRONG[kind]
    data = make()
    begun = time.process_time()
    with pytest.raises(Unreadable) as raised:
        read(data, "台账")
    assert kept(time.process_time() - begun, 5)
    assert reason in raised.value.message
    assert "没有保存任何内容" in raised.value.message
    assert "请" in raised.value.message


def spoiled(data: bytes, way: str, seed: int) -> bytes:
    chance = random.Random(seed)
    if way == "cut":
        return data[: chance.randrange(8, len(data))]
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 30)):
        place = chance.randrange(8, len(changed))
        changed[place : place + 1] = (
            bytes([chance.randrange(256)]) if way == "change" else changed[place : place + 40] * 3
        )
    return bytes(changed)


def outcome(data: bytes) -> object:
    """The blocks, or the message: there is no third thing."""
    try:
        return read(data, "台账").blocks
    except Unreadable as refused:
        return refused.message


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(way=WAYS, seed=st.integers(0, 10**6))
def test_a_damaged_pdf_is_read_or_refused(way: str, seed: int) -> None:
    assert outcome(spoiled(PDF, way, seed))


@settings(max_examples=60, deadline=None)
@given(way=WAYS, seed=st.integers(0, 10**6), part=st.sampled_from(sorted(OFD)))
def test_a_damaged_ofd_is_read_or_refused(way: str, seed: int, part: str) -> None:
    members = {path: text.encode() for path, text in OFD.items()}
    members[part] = spoiled(members[part], way, seed)
    assert outcome(zipped(members))
