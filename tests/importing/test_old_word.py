"""Old Word files go through LibreOffice, which may be missing, slow, or at a loss."""

import os
import time
from pathlib import Path

import pytest

from app.importing.blocks import Format
from app.importing.readers import Unreadable, office, read, signatures
from tests.importing.blocks_of import paragraphs, rows
from tests.importing.compound import compound
from tests.importing.corpus.make import Line, Table, converted, docx, grid

WORDS = docx(
    [
        "甲市重点任务台账",
        Line("经济工作", number="一、"),
        Table(
            grid(
                """
                序号 | 任务 | 责任单位 | <
                ^ | ^ | 牵头 | 配合
                # | 甲事 | 财政局 | 审计局
                # | 乙事 | ^ | 民政局
                """
            )
        ),
        "甲市人民政府",
    ]
)
RTF = rb"{\rtf1\ansi\deff0{\fonttbl{\f0 SimSun;}}\u24037?\u20316?\u21488?\u-29402?\par {\field{\*\fldinst {INCLUDETEXT"

EMPTY = 'while [ "$1" != --outdir ]; do shift; done; mkdir "$2"; : > "$2/document.docx"'


def test_an_old_word_file_is_read_like_a_new_one() -> None:
    document = read(converted(WORDS, "docx", "doc"), "台账.docx")
    assert document.format is Format.DOC
    assert paragraphs(document) == ["甲市重点任务台账", "一、经济工作", "甲市人民政府"]
    assert rows(document) == [
        ["序号", "任务", "责任单位", ""], ["序号", "任务", "牵头", "配合"],
        ["1", "甲事", "财政局", "审计局"], ["2", "乙事", "财政局", "民政局"],
    ]  # fmt: skip


def test_a_table_that_ends_an_old_word_file_keeps_its_cells() -> None:
    table = "序号 | 任务 | 责任单位\n1 | 甲事，增长5%。 | 财政局、审计局\n^ | 丙事 | 民政局\n2 | 乙事 | 市委办"
    document = read(converted(docx(["甲市台账", Table(grid(table))]), "docx", "doc"), "台账.doc")
    assert paragraphs(document) == ["甲市台账"]
    assert rows(document) == [
        ["序号", "任务", "责任单位"],
        ["1", "甲事，增长5%。", "财政局、审计局"],
        ["1", "丙事", "民政局"],
        ["2", "乙事", "市委办"],
    ]


def test_a_table_that_ends_an_old_word_file_keeps_its_merged_cells_and_repeated_header() -> None:
    table = """
    序号 | 存在问题 | 整改措施 | 责任落实 | < | < | 整改目标 | 整改时限
    ^ | ^ | ^ | 责任领导 | 牵头部门 | 配合部门 | ^ | ^
    一、作风方面 | < | < | < | < | < | < | <
    1 | 问题甲 | 措施甲 | 杨立波 | 办公室 | 人事处 | 满意率95% | 6月底
    ^ | ^ | 措施乙 | ^ | 财务处 | | | 9月底
    序号 | 存在问题 | 整改措施 | 责任领导 | 牵头部门 | 配合部门 | 整改目标 | 整改时限
    2 | 问题乙 | 措施丙 | 段文 | 审计处 | ^ | 全部\n归还 | 年底"""
    new = docx(["甲厅整改台账", Table(grid(table))])
    assert rows(read(converted(new, "docx", "doc"), "台账.doc")) == rows(read(new, "台账.docx"))


def test_what_a_document_asks_to_be_fetched_is_not(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    document = read(RTF + f' "file://{secret}"'.encode() + rb"}}{\fldrslt \u26087?}}\par}", "台账.doc")
    assert document.format is Format.RTF
    assert paragraphs(document) == ["工作台账", "旧"]


def test_without_libreoffice_the_office_hears_what_it_can_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Unreadable, match=r"没有安装.*LibreOffice.*另存为 .docx.*或请管理员"):
        read(RTF + b"}", "台账.doc")


def fake(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program where LibreOffice would be."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def test_a_conversion_without_end_is_ended_with_all_it_started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fake(tmp_path, f"sleep 50 & echo $! > {tmp_path}/pid; wait", monkeypatch)
    monkeypatch.setattr(office, "SECONDS", 3)  # enough to start a shell on a busy machine
    begun = time.monotonic()
    with pytest.raises(Unreadable, match="3 秒内没有转换完"):
        read(RTF + b"}", "台账.doc")
    assert time.monotonic() - begun < 40  # not the 50 it would have taken
    left = int((tmp_path / "pid").read_text())
    state = Path(f"/proc/{left}/stat")
    deadline = time.monotonic() + 40
    while state.exists() and state.read_text().split()[2] != "Z" and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not state.exists() or state.read_text().split()[2] == "Z"


@pytest.mark.parametrize(
    "script", ["exit 0", "exit 1", 'while [ "$1" != --outdir ]; do shift; done; mkdir "$2"; : > "$2/document.docx"']
)
def test_a_conversion_that_wrote_nothing_is_told(script: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fake(tmp_path, script, monkeypatch)
    with pytest.raises(Unreadable, match="转换不出内容"):
        read(RTF + b"}", "台账.doc")


@pytest.mark.parametrize(
    ("streams", "kind"),
    [
        ({"WordDocument": b"", "1Table": b""}, Format.DOC),
        ({"WordDocument": b"", "WpsCustomData": b""}, Format.WPS),
        ({"Workbook": b"", "ETExtData": b""}, Format.XLS),
        ({"Book": b""}, Format.XLS),
    ],
)
def test_old_files_are_told_apart_by_what_is_in_them(streams: dict[str, bytes], kind: Format) -> None:
    assert signatures.kind_of(compound(streams), "台账.txt") is kind


@pytest.mark.parametrize(
    "streams",
    [
        {"MatOST": b"", "MM": b""},
        {"\x01CompObj": b"Microsoft Works".center(4096), "CONTENTS": b"CHNKWKS"},
        {"\x01CompObj": b"Quill96 Story Group Class".center(4096), "CONTENTS": b"CHNKWKS"},
    ],
)
def test_a_file_of_works_is_told_from_one_of_kingsoft(streams: dict[str, bytes]) -> None:
    with pytest.raises(Unreadable, match=r"Microsoft Works.*不是金山 WPS"):
        read(compound(streams), "通知.wps")


def test_a_wps_file_may_be_the_package_that_newer_versions_write() -> None:
    document = read(WORDS, "台账.wps")
    assert (document.format, paragraphs(document)[0]) == (Format.DOCX, "甲市重点任务台账")


def test_a_name_of_a_stream_in_the_text_says_nothing() -> None:
    misleading = "Workbook EncryptedPackage".encode("utf-16-le")
    assert signatures.kind_of(compound({"WordDocument": misleading}), "x") is Format.DOC
